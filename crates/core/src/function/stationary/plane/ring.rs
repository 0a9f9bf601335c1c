//! Type of a stationary point of two variables, by the signs of f − f(p) on circles around p:
//! also where the curvature does not tell.

use super::NOTHING;
use crate::formula::Formula;
use crate::function::stationary::kind::Kind;
use crate::numeric::math;
use std::f64::consts::{FRAC_PI_2, TAU};

type Place = [f64; 2];

/// Directions in which a circle is sampled before the lowest and highest are searched.
const DIRECTIONS: usize = 64;
/// Radii of the circles, in cells of the grid.
const RADII: [f64; 5] = [0.01, 0.04, 0.16, 0.64, 2.0];
/// Radius of the circle that has the last word on whether a line is level.
const FARTHEST: f64 = 8.0;

/// A type, and whether f is the same along a line through the point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// Type.
    pub kind: Kind,
    /// Whether f does not change in some direction, but for rounding.
    pub along: bool,
}

/// Verdict of one circle: a type, and whether f is somewhere on it the same as in the middle.
struct Circle {
    kind: Kind,
    is_level: bool,
}

impl Circle {
    fn verdict(&self) -> Verdict {
        let is_extreme = matches!(self.kind, Kind::LocalMinimum | Kind::Maximum);
        Verdict { kind: self.kind, along: is_extreme && self.is_level }
    }
}

/// Circles around a point.
pub struct Rings<'a> {
    f: &'a Formula,
    at: Place,
    value: f64,
    /// Width and height of a cell.
    cell: Place,
    /// Direction of the first sample.
    way: Place,
}

impl Rings<'_> {
    /// Circles around `at`, where f has a value or a limit; the first direction is that of `way`.
    pub fn new(f: &Formula, at: Place, value: f64, cell: Place, way: Place) -> Rings<'_> {
        Rings { f, at, value, cell, way }
    }

    /// Type of the point: what two circles agree on, the smallest ones that tell.
    pub fn verdict(&self) -> Verdict {
        let mut before: Option<Verdict> = None;
        let mut told = Vec::new();
        for (index, radius) in RADII.into_iter().enumerate() {
            let now = self.on_circle(radius).map(|it| it.verdict());
            match (before, now) {
                (Some(before), Some(now)) if before == now && now.along => {
                    return self.beyond(&RADII[index + 1..]).unwrap_or(now);
                }
                (Some(before), Some(now)) if before == now => return now,
                _ => {}
            }
            told.extend(now);
            before = now;
        }
        let kinds: Vec<Kind> = told.iter().map(|it| it.kind).collect();
        let kind = match kinds[..] {
            // Level as far as one can see.
            [] if self.is_level() => Kind::Flat,
            // Higher all around, or lower, though rounding hides what is inside.
            [Kind::LocalMinimum | Kind::Maximum, ..]
                if before.is_some() && kinds.iter().all(|it| *it == kinds[0]) =>
            {
                let along = told.len() > 1 && told[0].along;
                return Verdict { kind: kinds[0], along };
            }
            [first, ..] if kinds.iter().all(|it| matches!(it, Kind::Saddle | Kind::Flat)) => first,
            _ => Kind::Uncertain,
        };
        Verdict { kind, along: false }
    }

    /// The type of a point that seems to be an extreme along a line, if a larger circle tells that it
    /// is none: the line was level only because f underflows near the point.
    fn beyond(&self, radii: &[f64]) -> Option<Verdict> {
        radii.iter().chain(&[FARTHEST]).find_map(|radius| {
            let circle = self.on_circle(*radius)?;
            let is_told = matches!(circle.kind, Kind::Saddle | Kind::Flat) && !circle.is_level;
            is_told.then(|| circle.verdict())
        })
    }

    /// Type by one circle; `None` if rounding hides it.
    fn on_circle(&self, radius: f64) -> Option<Circle> {
        let turn = |index: usize| TAU * index as f64 / DIRECTIONS as f64;
        let height = |angle: f64| self.f.value(&self.place(radius, angle)) - self.value;
        let doubt = (0..8)
            .map(|index| turn(8 * index))
            .fold(self.f.rounding(&self.at)[0], |most, angle| {
                most.max(self.f.rounding(&self.place(radius, angle))[0])
            });
        let doubt = 2.0 * doubt + NOTHING;
        // Angle, height and its doubt.
        let mut around: Vec<(f64, f64, f64)> =
            (0..DIRECTIONS).map(|index| (turn(index), height(turn(index)), doubt)).collect();
        if around.iter().any(|(_, height, _)| !height.is_finite()) {
            return None;
        }
        // A narrow tongue between the samples: where they come nearest to the other sign.
        let sampled = around.clone();
        for index in 0..DIRECTIONS {
            let beside = |step: usize| sampled[(index + step) % DIRECTIONS].1;
            let (before, here, after) = (beside(DIRECTIONS - 1), beside(0), beside(1));
            for sign in [1.0, -1.0] {
                if sign * here > -doubt
                    && sign * before >= sign * here
                    && sign * after >= sign * here
                    && (before != here || after != here)
                {
                    let (low, high) = (turn(index) - turn(1), turn(index) + turn(1));
                    let angle = lowest(low, high, |angle| sign * height(angle));
                    let found = height(angle);
                    // In a narrow tongue f may be small, and so is its rounding.
                    let own = |angle: f64| {
                        let ends = [self.at, self.place(radius, angle)];
                        let rounding = ends.iter().map(|x| self.f.rounding(x)[0]).sum::<f64>();
                        (2.0 * rounding + NOTHING).min(doubt)
                    };
                    // It may be narrower than what the search can find.
                    around[index].2 = own(turn(index));
                    // Beside a sample that rounding hides, only the other sign is news.
                    if sign * here > doubt || sign * found < -own(angle) {
                        around.push((angle, found, own(angle)));
                    }
                }
            }
        }
        around.sort_by(|a, b| a.0.total_cmp(&b.0));
        let signs: Vec<f64> = around
            .iter()
            .map(|(angle, height, doubt)| match height.abs() > *doubt {
                true => height.signum(),
                // Rounding hides the height but not always the slope on the way there.
                false if self.rises(radius, *angle, 1.0) => 1.0,
                false if self.rises(radius, *angle, -1.0) => -1.0,
                false => 0.0,
            })
            .collect();
        let has = |sign: f64| signs.contains(&sign);
        let known: Vec<f64> = signs.iter().copied().filter(|it| *it != 0.0).collect();
        let turns =
            (0..known.len()).filter(|at| known[*at] != known[(at + 1) % known.len()]).count();
        let kind = match turns {
            0 if known.is_empty() => return None,
            0 if known[0] > 0.0 => Kind::LocalMinimum,
            0 => Kind::Maximum,
            2 => Kind::Flat,
            _ => Kind::Saddle,
        };
        Some(Circle { kind, is_level: has(0.0) })
    }

    /// The lowest place of a circle, if f is certainly lower there than in the middle; with a
    /// `sign` of −1 the highest.
    pub fn lower(&self, radius: f64, sign: f64) -> Option<Place> {
        let turn = |index: usize| TAU * index as f64 / DIRECTIONS as f64;
        let height = |angle: f64| sign * (self.f.value(&self.place(radius, angle)) - self.value);
        let first = (0..DIRECTIONS)
            .map(turn)
            .min_by(|a, b| height(*a).total_cmp(&height(*b)))
            .unwrap_or(0.0);
        let angle = lowest(first - turn(1), first + turn(1), height);
        let place = self.place(radius, angle);
        let doubt = self.f.rounding(&self.at)[0] + self.f.rounding(&place)[0];
        (height(angle) < -2.0 * doubt).then_some(place)
    }

    /// Point on a circle, in units of cells.
    fn place(&self, radius: f64, angle: f64) -> Place {
        let [right, up] = self.direction(angle);
        [self.at[0] + radius * right * self.cell[0], self.at[1] + radius * up * self.cell[1]]
    }

    fn direction(&self, angle: f64) -> Place {
        // Quarter turns are exact, so that opposite directions are.
        let quarters = (angle / FRAC_PI_2).floor();
        let (sin, cos) = math::sin_cos(angle - quarters * FRAC_PI_2);
        let [x, y] = self.way;
        let [x, y] = [cos * x - sin * y, sin * x + cos * y];
        match quarters.rem_euclid(4.0) {
            0.0 => [x, y],
            1.0 => [-y, x],
            2.0 => [-x, -y],
            _ => [y, -x],
        }
    }

    /// Whether f certainly rises outward at a point of a circle and halfway to it; with a `sign`
    /// of −1, whether it falls.
    fn rises(&self, radius: f64, angle: f64, sign: f64) -> bool {
        let [right, up] = self.direction(angle);
        let [width, height] = self.cell;
        [0.5, 1.0].into_iter().all(|share| {
            let at = self.place(share * radius, angle);
            let ([_, x, y], [_, doubt_x, doubt_y]) = (self.f.slopes(&at), self.f.rounding(&at));
            let outward = x * width * right + y * height * up;
            let doubt = doubt_x * width * right.abs() + doubt_y * height * up.abs() + NOTHING;
            // Not if the way there is all but level: the angle has its own rounding.
            sign * outward > doubt + 1e-2 * radius * radius * (x.abs() * width + y.abs() * height)
        })
    }

    /// Whether f is the same on the largest circle as in the middle.
    fn is_level(&self) -> bool {
        let radius = RADII[RADII.len() - 1];
        (0..DIRECTIONS).all(|index| {
            let at = self.place(radius, TAU * index as f64 / DIRECTIONS as f64);
            let doubt = self.f.rounding(&at)[0] + self.f.rounding(&self.at)[0];
            (self.f.value(&at) - self.value).abs() <= doubt
        })
    }
}

/// Minimizer of a unimodal function on an interval, by golden-section search (Kiefer,
/// *Sequential Minimax Search for a Maximum*, 1953).
pub fn lowest(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (f(left), f(right));
    for _ in 0..70 {
        if at_left < at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = f(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = f(right);
        }
    }
    if at_left < at_right { left } else { right }
}
