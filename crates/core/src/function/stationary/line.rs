//! Stationary points of a function of one variable.

use crate::numeric::math;

/// Type of a point by its neighbourhood alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    Minimum,
    EdgeMinimum,
    Maximum,
    Saddle,
    Flat,
    Kink,
}

/// A point, before the global minimum is known.
pub struct Found {
    pub x: Vec<f64>,
    pub value: f64,
    pub shape: Shape,
    pub kink: bool,
}

/// f, f′ and f″ at a point.
type Jet = [f64; 3];

#[derive(Clone, Copy)]
struct Sample {
    x: f64,
    value: f64,
    slope: f64,
    bend: f64,
}

/// Samples f at `count` grid points of a window; returns the points found and the sampled
/// values.
pub fn find(f: &dyn Fn(f64) -> Jet, window: (f64, f64), count: usize) -> (Vec<Found>, Vec<f64>) {
    let line = Line::new(f, window, count);
    let values = line.samples.iter().map(|sample| sample.value).collect();
    (line.find(), values)
}

/// Grid point `index` of `count` in a window. The first and last are its ends; the others are
/// shifted to the right by a fraction of the spacing, off round numbers, at which kinks and
/// stationary points are frequent.
pub fn place((low, high): (f64, f64), index: usize, count: usize) -> f64 {
    if index == 0 {
        return low;
    }
    if index == count - 1 {
        return high;
    }
    low + (high - low) * (index as f64 + 0.0913) / (count - 1) as f64
}

struct Line<'a> {
    f: &'a dyn Fn(f64) -> Jet,
    samples: Vec<Sample>,
    /// Spacing of the samples.
    apart: f64,
    /// Slopes with an absolute value up to this count as 0.
    level: f64,
}

impl Line<'_> {
    fn new(f: &dyn Fn(f64) -> Jet, window: (f64, f64), count: usize) -> Line<'_> {
        let samples: Vec<Sample> =
            (0..count).map(|index| sample(f, place(window, index, count))).collect();
        let mut slopes: Vec<f64> =
            samples.iter().map(|it| it.slope.abs()).filter(|it| it.is_finite()).collect();
        let middle = slopes.len() / 2;
        let usual = if slopes.is_empty() { 0.0 } else { math::nth(&mut slopes, middle) };
        let apart = (window.1 - window.0) / (count - 1) as f64;
        Line { f, samples, apart, level: 1e-13 * usual }
    }

    fn at(&self, x: f64) -> Sample {
        sample(self.f, x)
    }

    fn find(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut put = |it: Option<(Sample, Shape, bool)>| {
            let Some((Sample { x, value, .. }, shape, kink)) = it else { return };
            let near = |other: &Found| (other.x[0] - x).abs() < 1e-2 * self.apart;
            if !found.iter().any(near) {
                found.push(Found { x: vec![x], value, shape, kink });
            }
        };
        let count = self.samples.len();
        let mut index = 0;
        while index + 1 < count {
            let (a, b) = (self.samples[index], self.samples[index + 1]);
            let end = self.end_of_stretch(index);
            if end >= index + 2 {
                let (mut from, mut to) = (a, self.samples[end]);
                let level = |it: &Sample| it.slope == 0.0 && it.value == a.value;
                if index > 0 {
                    from = self.halved(self.samples[index - 1], a, |it| !level(it)).unwrap_or(a);
                    put(self.kink(from));
                }
                if end + 1 < count {
                    to = self.halved(to, self.samples[end + 1], level).unwrap_or(to);
                    put(self.kink(to));
                }
                put(Some((self.at(from.x.midpoint(to.x)), Shape::Flat, false)));
                index = end + 1;
                continue;
            }
            match (is_finite(&a), is_finite(&b)) {
                // What is between the two belongs to the stretch.
                (true, true) if self.end_of_stretch(index + 1) >= index + 3 => {}
                (true, true) => {
                    let around = (index > 0 && index + 2 < count)
                        .then(|| [self.samples[index - 1], self.samples[index + 2]]);
                    put(self.between(a, b, around));
                }
                (true, false) => put(self.end_of_definition(a, b)),
                (false, true) => put(self.end_of_definition(b, a)),
                (false, false) => {}
            }
            index += 1;
        }
        for (edge, beside, inward) in [(0, 1, 1.0), (count - 1, count - 2, -1.0)] {
            let (edge, beside) = (self.samples[edge], self.samples[beside]);
            let shape = match inward * edge.slope {
                slope if slope > self.level => Shape::EdgeMinimum,
                slope if slope < -self.level || slope.is_nan() => continue,
                _ if beside.value > edge.value => Shape::Minimum,
                _ if beside.value < edge.value => Shape::Maximum,
                _ => continue,
            };
            put(Some((edge, shape, false)));
        }
        found
    }

    /// Index of the last sample of a stretch from `start` on with slope 0 and equal values.
    fn end_of_stretch(&self, start: usize) -> usize {
        let first = self.samples[start];
        let same = |it: &&Sample| it.slope == 0.0 && it.value == first.value;
        start + self.samples[start..].iter().take_while(same).count().saturating_sub(1)
    }

    /// Point between two samples. `around`: their neighbours, which tell whether the slope
    /// changes more here than beside.
    fn between(
        &self,
        a: Sample,
        b: Sample,
        around: Option<[Sample; 2]>,
    ) -> Option<(Sample, Shape, bool)> {
        if !is_finite(&a) || !is_finite(&b) {
            return None;
        }
        if (a.slope < 0.0) != (b.slope < 0.0) {
            let shape = if a.slope < 0.0 { Shape::Minimum } else { Shape::Maximum };
            let at = self.halved(a, b, |it| (it.slope < 0.0) == (a.slope < 0.0))?;
            return match self.continuity(at.x)? {
                Slope::Continuous if at.slope.abs() > self.level && !self.is_level(&at) => None,
                Slope::Continuous => Some((at, shape, false)),
                Slope::Jumps => Some((at, shape, true)),
            };
        }
        if (a.bend < 0.0) != (b.bend < 0.0) {
            let at = self.halved(a, b, |it| (it.bend < 0.0) == (a.bend < 0.0))?;
            // Level, and no change of sign: a terrace.
            if at.slope.abs() <= self.level.max(1e-10 * (a.slope.abs() + b.slope.abs())) {
                return matches!(self.continuity(at.x)?, Slope::Continuous).then_some((
                    at,
                    Shape::Flat,
                    false,
                ));
            }
        }
        let jump = (b.slope - a.slope).abs();
        let usual = around.map_or(0.0, |[before, after]| {
            (a.slope - before.slope).abs().max((after.slope - b.slope).abs())
        });
        if jump > 8.0 * usual && jump > 1e7 * self.level {
            return self.kink(self.largest_jump(a, b));
        }
        None
    }

    /// Whether the slope at a point is within the rounding error of its position.
    fn is_level(&self, at: &Sample) -> bool {
        at.slope.abs() <= 1e-9 * at.bend.abs() * self.apart
    }

    /// Bisects an interval until its ends are adjacent floats; `left` is whether a point belongs
    /// to the left end. `None` if the function is undefined on the way.
    fn halved(
        &self,
        mut a: Sample,
        mut b: Sample,
        left: impl Fn(&Sample) -> bool,
    ) -> Option<Sample> {
        for _ in 0..100 {
            let middle = a.x + (b.x - a.x) / 2.0;
            if middle <= a.x || middle >= b.x {
                break;
            }
            let at = self.at(middle);
            if !at.value.is_finite() {
                return None;
            }
            if left(&at) { a = at } else { b = at }
        }
        // The one that is nearer to level.
        Some(if a.slope.abs() < b.slope.abs() { a } else { b })
    }

    /// The point as a kink, if the slope jumps there.
    fn kink(&self, at: Sample) -> Option<(Sample, Shape, bool)> {
        matches!(self.continuity(at.x)?, Slope::Jumps).then_some((at, Shape::Kink, true))
    }

    fn largest_jump(&self, mut a: Sample, mut b: Sample) -> Sample {
        for _ in 0..60 {
            let at = self.at(a.x + (b.x - a.x) / 2.0);
            let (left, right) = ((at.slope - a.slope).abs(), (b.slope - at.slope).abs());
            if left > right { b = at } else { a = at }
        }
        b
    }

    /// Continuity of f and of f′ at a point; `None` if f jumps or has a pole.
    fn continuity(&self, x: f64) -> Option<Slope> {
        let beside =
            |share: f64| (self.at(x - share * self.apart), self.at(x + share * self.apart));
        let (wide, near, nearest) = (beside(1e-2), beside(1e-4), beside(1e-6));
        let settles = |side: fn(&(Sample, Sample)) -> f64| {
            let (wide, near, nearest) = (side(&wide), side(&near), side(&nearest));
            let doubt = 1e-13 * nearest.abs();
            (nearest - near).abs() <= 0.6 * (near - wide).abs() + doubt
        };
        let gap = |pair: &(Sample, Sample)| (pair.1.value - pair.0.value).abs();
        let doubt = 1e-12 * (near.0.value.abs() + near.1.value.abs());
        let joined = gap(&nearest) <= 0.6 * gap(&near) + doubt;
        if !settles(|pair| pair.0.value) || !settles(|pair| pair.1.value) || !joined {
            return None;
        }
        let jump = |pair: &(Sample, Sample)| (pair.1.slope - pair.0.slope).abs();
        let jumps = jump(&nearest) > 0.3 * jump(&near) && jump(&nearest) > 1e4 * self.level;
        Some(if jumps { Slope::Jumps } else { Slope::Continuous })
    }

    /// End of the function's domain between a point inside and one outside, if f decreases
    /// towards it.
    fn end_of_definition(&self, inside: Sample, outside: Sample) -> Option<(Sample, Shape, bool)> {
        if outside.value.is_finite() {
            return None;
        }
        let (mut known, mut unknown) = (inside, outside.x);
        for _ in 0..100 {
            let middle = known.x + (unknown - known.x) / 2.0;
            if middle == known.x || middle == unknown {
                break;
            }
            let at = self.at(middle);
            if at.value.is_finite() { known = at } else { unknown = middle }
        }
        let toward = |share: f64| self.at(known.x + share * (inside.x - known.x)).value;
        let (wide, near) = (toward(1e-2), toward(1e-4));
        let settles = (known.value - near).abs() <= 0.6 * (near - wide).abs();
        (settles && known.value < near && near < wide).then_some((known, Shape::EdgeMinimum, false))
    }
}

enum Slope {
    Continuous,
    Jumps,
}

fn sample(f: &dyn Fn(f64) -> Jet, x: f64) -> Sample {
    let [value, slope, bend] = f(x);
    Sample { x, value, slope, bend }
}

fn is_finite(sample: &Sample) -> bool {
    sample.value.is_finite() && sample.slope.is_finite()
}
