//! Stationary points and kinks of a function of one variable.
//!
//! The derivative is followed from grid point to grid point. Where f′ explains how f changes
//! over a cell, and f″ how f′ does, all that can be there is found from their signs; a cell in
//! which they do not is halved until it is explained, or a kink, a jump or a pole is left.

use super::found::{Found, Outcome};
use super::kind::Kind;
use crate::function::curve::{Curve, Limit, Sample, Side, shortest, ulp};

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

/// Evaluations that one evaluation of rounding errors counts as.
const ROUNDING: u32 = 4;
/// Largest number of halvings within one cell, and in all: a function may oscillate without end.
const HALVINGS_OF_CELL: u32 = 300;
const HALVINGS: u32 = 60_000;
/// Length beyond which a level place is a stretch, in cells.
const STRETCH: f64 = 2.5;

/// State of the search.
pub struct Line {
    window: (f64, f64),
    count: usize,
    /// Spacing of the grid.
    apart: f64,
    /// Grid point that was reached.
    last: Option<Sample>,
    next: usize,
    found: Vec<Found>,
    /// Places without a slope that could be told from 0, each searched once.
    level: Vec<(f64, f64)>,
    /// Unexplained interval, while its end is not known.
    unexplained: Option<(Sample, Sample)>,
    /// Lowest and highest value met, the latter on the grid only, where no pole is near.
    range: (f64, f64),
    /// Whether f falls without end.
    is_endless: bool,
    halvings: u32,
    spent: u32,
}

impl Line {
    /// A search at `count` grid points of a window.
    pub fn new(window: (f64, f64), count: usize) -> Line {
        Line {
            window,
            count,
            apart: (window.1 - window.0) / (count - 1) as f64,
            last: None,
            next: 0,
            found: Vec::new(),
            level: Vec::new(),
            unexplained: None,
            range: (f64::INFINITY, f64::NEG_INFINITY),
            is_endless: false,
            halvings: 0,
            spent: 0,
        }
    }

    /// Progress, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.next as f64 / self.count as f64
    }

    /// Continues for about this many evaluations; returns the points found once done.
    pub fn advance(&mut self, curve: &Curve, evaluations: u32) -> Option<Outcome> {
        self.spent = 0;
        while self.next < self.count {
            if self.spent >= evaluations {
                return None;
            }
            let here = self.at(curve, place(self.window, self.next, self.count));
            if here.value.is_finite() {
                self.range.1 = self.range.1.max(here.value);
            }
            self.next += 1;
            if let Some(before) = self.last.replace(here) {
                self.cell(curve, before, here);
            }
        }
        self.explain(curve);
        self.edges(curve);
        let found = std::mem::take(&mut self.found);
        Some(Outcome { found, range: self.range, is_endless: self.is_endless })
    }

    fn at(&mut self, curve: &Curve, x: f64) -> Sample {
        self.spent = self.spent.saturating_add(1);
        let at = curve.sample(x);
        if at.value.is_finite() && at.value < self.range.0 {
            self.spent = self.spent.saturating_add(ROUNDING);
            // As low as it is for certain.
            self.range.0 = self.range.0.min(at.value + curve.rounding(x).value);
        }
        at
    }

    fn put(&mut self, x: f64, value: f64, kind: Kind, kink: bool, jump: bool) {
        let near = |other: &Found| (other.x[0] - x).abs() < 1e-2 * self.apart;
        // They come from left to right; the edges come last.
        let (first, last) = (self.found.first(), self.found.iter().rev().take(3));
        if value.is_finite() && !last.chain(first).any(near) {
            self.found.push(Found { x: vec![x], value, kind, kink, jump, along: false });
        }
    }

    /// Searches between two grid points.
    fn cell(&mut self, curve: &Curve, a: Sample, b: Sample) {
        let mut halvings = 0;
        let mut cells = vec![(a, b)];
        let whole = Rest::of(&a, &b);
        while let Some((a, b)) = cells.pop() {
            let width = b.x - a.x;
            if self.level.last().is_some_and(|(low, high)| *low <= a.x && b.x <= *high) {
                continue;
            }
            let rest = Rest::of(&a, &b);
            let explained = self.explained(curve, &a, &b, &rest);
            // Noise that is as large as what it hides, in a narrow place, is due to a kink.
            let hides = halvings > 0 && width < 1e-6 * self.apart && rest.is_like(&whole);
            if explained == Explained::Yes || explained == Explained::Noise && !hides {
                self.explain(curve);
                self.smooth(curve, a, b);
                continue;
            }
            let least = (4.0 * ulp(a.x.abs().max(b.x.abs()))).max(1e-12 * self.apart);
            if explained == Explained::Noise || width <= least {
                let start = self.unexplained.map_or(a, |(start, _)| start);
                self.unexplained = Some((start, b));
                continue;
            }
            if halvings >= HALVINGS_OF_CELL || self.halvings >= HALVINGS {
                self.explain(curve);
                self.crowded(curve, a, b);
                continue;
            }
            halvings += 1;
            self.halvings += 1;
            let middle = self.at(curve, a.x.midpoint(b.x));
            cells.extend([(middle, b), (a, middle)]);
        }
    }

    /// Whether derivatives explain the change over a cell.
    fn explained(&mut self, curve: &Curve, a: &Sample, b: &Sample, rest: &Rest) -> Explained {
        if !a.is_finite() || !b.is_finite() {
            let nothing = !a.value.is_finite() && !b.value.is_finite();
            return if nothing { Explained::Yes } else { Explained::No };
        }
        const DIGITS: f64 = 1e-12;
        let digits = |a: f64, b: f64| DIGITS * (a.abs() + b.abs());
        let half = 0.5 * (b.x - a.x);
        let holds = |doubt: f64, doubt_of_slope: f64| {
            rest.value <= rest.bound + doubt + half * doubt_of_slope
                && rest.slope <= rest.bound_of_slope + doubt_of_slope
        };
        if holds(digits(a.value, b.value), digits(a.slope, b.slope)) {
            return Explained::Yes;
        }
        self.spent = self.spent.saturating_add(2 * ROUNDING);
        let (a, b) = (curve.rounding(a.x), curve.rounding(b.x));
        match holds(a.value + b.value, a.slope + b.slope) {
            true => Explained::Noise,
            false => Explained::No,
        }
    }

    /// Searches a cell on which f″ is monotone.
    fn smooth(&mut self, curve: &Curve, a: Sample, b: Sample) {
        if !a.is_finite() || !b.is_finite() {
            return;
        }
        let sign = |at: &Sample| if at.slope == 0.0 { 0.0 } else { at.slope.signum() };
        let (before, after) = (sign(&a), sign(&b));
        if before == 0.0 && after == 0.0 {
            // Not at an end, where f may jump: its rounding error there is the jump.
            let middle = self.at(curve, a.x.midpoint(b.x));
            self.level_at(curve, middle);
        } else if before == 0.0 {
            self.level_at(curve, a);
        } else if after == 0.0 {
            self.level_at(curve, b);
        } else if before != after {
            let at = self.halved(curve, a, b, |it| sign(it) == before);
            self.level_at(curve, at);
        } else if before * a.bend < 0.0
            && before * b.bend > 0.0
            && a.slope.abs() <= 2.0 * (b.x - a.x) * (a.bend.abs() + b.bend.abs())
        {
            // |f′| has a minimum in between.
            let at = self.halved(curve, a, b, |it| (it.bend < 0.0) == (a.bend < 0.0));
            self.spent = self.spent.saturating_add(ROUNDING);
            // Near x = 0 there are floats that are nearer than any digit tells.
            let nothing = 1e-24 * (a.slope.abs() + b.slope.abs());
            if at.slope.abs() <= nothing || curve.sign(&at) == 0.0 {
                self.level_at(curve, at);
            } else if sign(&at) != before {
                for (a, b) in [(a, at), (at, b)] {
                    let at = self.halved(curve, a, b, |it| sign(it) == sign(&a));
                    self.level_at(curve, at);
                }
            }
        }
    }

    /// Bisects an interval until its ends are adjacent floats, and returns the one that is nearer
    /// to level; `left` is whether a point belongs to the left end.
    fn halved(
        &mut self,
        curve: &Curve,
        mut a: Sample,
        mut b: Sample,
        left: impl Fn(&Sample) -> bool,
    ) -> Sample {
        for _ in 0..100 {
            let middle = a.x.midpoint(b.x);
            if middle <= a.x || middle >= b.x {
                break;
            }
            let at = self.at(curve, middle);
            if !at.value.is_finite() {
                break;
            }
            if left(&at) { a = at } else { b = at }
        }
        if a.slope.abs() < b.slope.abs() { a } else { b }
    }

    /// Takes in a level place: as far as f is the same and its slope 0, but for rounding.
    fn level_at(&mut self, curve: &Curve, at: Sample) {
        let (first, last) = (self.level.first(), self.level.iter().rev().take(3));
        if last.chain(first).any(|(low, high)| (*low..=*high).contains(&at.x)) {
            return;
        }
        let rounding = curve.rounding(at.x).value;
        // Divided by what rounding may well have left of 0, it may be anything.
        if rounding.is_infinite() {
            return;
        }
        let ends = [-1.0, 1.0].map(|side| self.end_of_level(curve, &at, rounding, side));
        let [(low, before), (high, after)] = ends;
        self.level.push((low, high));
        if before * after != 0.0 && Line::is_hidden(curve, at.x, [low, high]) {
            let ends = [low, high].map(|x| self.at(curve, x));
            self.what_is_between(curve, ends[0], ends[1], 10.0 * (high - low));
            return;
        }
        let is_stretch = high - low > STRETCH * self.apart;
        let slack = if is_stretch { 0.499 * (high - low) } else { 0.0 };
        let x = shortest(low + slack, high - slack);
        let kind = match (before, after) {
            _ if is_stretch => Kind::Flat,
            (0.0, 0.0) => Kind::Flat,
            // One of them is the window's edge.
            (before, after) if before <= 0.0 && after >= 0.0 => Kind::LocalMinimum,
            (before, after) if before >= 0.0 && after <= 0.0 => Kind::Maximum,
            _ => Kind::Flat,
        };
        let here = self.at(curve, x).value;
        // Not at a single place that is off the level.
        let is_off = (here - at.value).abs() > rounding + curve.rounding(x).value;
        let x = if is_off { shortest(low + 1.2 * slack, high - 0.4 * slack) } else { x };
        let value = if here.is_finite() && !is_off { here } else { at.value };
        self.put(x, value, kind, false, false);
    }

    /// Whether a place is level only because rounding hides the slope there, as at a corner of
    /// sqrt(x² − 2x + 1): farther out its errors are much smaller.
    fn is_hidden(curve: &Curve, at: f64, [low, high]: [f64; 2]) -> bool {
        let far = 8.0 * (high - low);
        let largest = |places: [f64; 2]| {
            places.into_iter().fold(0.0f64, |most, x| most.max(curve.rounding(x).slope))
        };
        // Not at the ends, which are kinks if it is a level stretch.
        let inside = [low.midpoint(at), high.midpoint(at)];
        largest([low - far, high + far]) < 0.25 * largest(inside)
    }

    /// Last point on one side that belongs to a level place, and the sign of the slope beyond it.
    fn end_of_level(&mut self, curve: &Curve, at: &Sample, rounding: f64, side: f64) -> (f64, f64) {
        let is_level = |it: &Sample| {
            let doubt = curve.rounding(it.x);
            it.slope.abs() <= doubt.slope && (it.value - at.value).abs() <= rounding + doubt.value
        };
        let edge = if side < 0.0 { self.window.0 } else { self.window.1 };
        let mut inside = *at;
        let mut step = ulp(at.x).max(1e-15 * self.apart);
        let mut outside = loop {
            if inside.x == edge {
                return (edge, 0.0);
            }
            let next = (side * inside.x + step).min(side * edge) * side;
            let next = self.at(curve, next);
            self.spent = self.spent.saturating_add(ROUNDING);
            // What has no value at all, as sin(x)/x at 0, is no end of it.
            if next.value.is_finite() && !is_level(&next) {
                break next;
            }
            if !next.value.is_finite() && step > 1e-3 * self.apart {
                return (self.end_of_values(curve, inside, next), 0.0);
            }
            inside = next;
            step = (2.0 * step).min(self.apart);
        };
        let sign = if outside.slope == 0.0 { 0.0 } else { outside.slope.signum() };
        // A stretch ends where its kink is, to the last digit.
        let length = (inside.x - at.x).abs();
        let allowed = if length > self.apart { 0.0 } else { 1e-2 * length };
        while (outside.x - inside.x).abs() > allowed {
            let middle = inside.x.midpoint(outside.x);
            if middle == inside.x || middle == outside.x {
                break;
            }
            let middle = self.at(curve, middle);
            self.spent = self.spent.saturating_add(ROUNDING);
            if middle.value.is_finite() && is_level(&middle) {
                inside = middle
            } else {
                outside = middle
            }
        }
        (inside.x, sign)
    }

    /// Last point with a value between one that has and one that has none.
    fn end_of_values(&mut self, curve: &Curve, mut inside: Sample, mut outside: Sample) -> f64 {
        loop {
            let middle = inside.x.midpoint(outside.x);
            if middle == inside.x || middle == outside.x {
                return inside.x;
            }
            let middle = self.at(curve, middle);
            if middle.value.is_finite() { inside = middle } else { outside = middle }
        }
    }

    /// Searches a cell in which the function oscillates too fast: a change of the slope's sign,
    /// if it is no pole's or jump's.
    fn crowded(&mut self, curve: &Curve, a: Sample, b: Sample) {
        if !a.is_finite() || !b.is_finite() || a.slope * b.slope >= 0.0 {
            return;
        }
        let at = self.halved(curve, a, b, |it| it.slope * a.slope > 0.0);
        if curve.oscillates(at.x, b.x - a.x) {
            return;
        }
        let around = curve.around(at.x, 1e-2 * (b.x - a.x), 0.0);
        self.spent = self.spent.saturating_add(20 * ROUNDING);
        let joined = around.left.value.finite().is_some() && around.right.value.finite().is_some();
        if joined && !around.jumps {
            let kind = if a.slope < 0.0 { Kind::LocalMinimum } else { Kind::Maximum };
            self.put(at.x, at.value, kind, around.kinks, false);
        }
    }

    /// Takes in what is at an unexplained place, if there is one.
    fn explain(&mut self, curve: &Curve) {
        if let Some((a, b)) = self.unexplained.take() {
            self.what_is_between(curve, a, b, 1e-2 * self.apart);
        }
    }

    /// Takes in what is at a place between two samples, told from samples within `reach`.
    fn what_is_between(&mut self, curve: &Curve, a: Sample, b: Sample, reach: f64) {
        let ends = [a, b].into_iter().filter(|it| it.value.is_finite());
        let Some(known) = ends.min_by(|a, b| a.value.total_cmp(&b.value)) else { return };
        let width = b.x - a.x;
        let middle = shortest(a.x, b.x);
        // Among waves without end there is no lowest and no highest.
        if curve.oscillates(middle, reach) {
            return;
        }
        let around = curve.around(middle, reach, width);
        self.spent = self.spent.saturating_add(40 * ROUNDING);
        // Where rounding hides the place, its digits are those that are certain.
        let hidden = around.doubt / 16.0;
        let middle =
            if hidden > width { shortest(middle - hidden, middle + hidden) } else { middle };
        let at = self.at(curve, middle);
        let (left, right) = (around.left, around.right);
        let limits = [left.value, right.value];
        self.is_endless |= limits.contains(&Limit::Falls);
        let value = if at.value.is_finite() { at.value } else { known.value };
        match limits {
            [Limit::Finite(_), Limit::Finite(_)] if around.jumps => {
                self.jump(middle, at.value, [left, right]);
            }
            [Limit::Finite(_), Limit::Finite(_)] => {
                let tip = around.kinks || left.slope.is_endless() || right.slope.is_endless();
                match (left.sign, right.sign) {
                    (-1.0, 1.0) => self.put(middle, value, Kind::LocalMinimum, tip, false),
                    (1.0, -1.0) => self.put(middle, value, Kind::Maximum, tip, false),
                    _ if around.kinks => self.put(middle, value, Kind::Kink, true, false),
                    (0.0, _) | (_, 0.0) => {}
                    _ if around.is_level => self.put(middle, value, Kind::Flat, false, false),
                    _ => {}
                }
            }
            [Limit::Finite(_), Limit::Undefined] if left.sign < 0.0 => {
                self.put(
                    if at.value.is_finite() { middle } else { a.x },
                    value,
                    Kind::EdgeMinimum,
                    false,
                    false,
                );
            }
            [Limit::Undefined, Limit::Finite(_)] if right.sign > 0.0 => {
                self.put(
                    if at.value.is_finite() { middle } else { b.x },
                    value,
                    Kind::EdgeMinimum,
                    false,
                    false,
                );
            }
            _ => {}
        }
    }

    /// Takes in a jump, if the value there is the lowest or highest around.
    fn jump(&mut self, x: f64, value: f64, [left, right]: [Side; 2]) {
        let (Some(before), Some(after)) = (left.value.finite(), right.value.finite()) else {
            return;
        };
        // Uphill on the way from it, on the side that it belongs to.
        let uphill = |sign: f64| {
            let side = if sign * before < sign * after { -left.sign } else { right.sign };
            let end = if sign * before < sign * after { before } else { after };
            sign * side > 0.0 && (value - end).abs() <= 1e-6 * (after - before).abs()
        };
        if uphill(1.0) {
            self.put(x, value, Kind::LocalMinimum, false, true);
        } else if uphill(-1.0) {
            self.put(x, value, Kind::Maximum, false, true);
        }
    }

    /// Takes in the edges of the window: level ones, and those from which f rises inward.
    fn edges(&mut self, curve: &Curve) {
        for (edge, inward) in [(self.window.0, 1.0), (self.window.1, -1.0)] {
            let at = self.at(curve, edge);
            if !at.is_finite() {
                continue;
            }
            match inward * curve.sign(&at) {
                0.0 => self.level_at(curve, at),
                1.0 => self.put(edge, at.value, Kind::EdgeMinimum, false, false),
                _ => {}
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Explained {
    Yes,
    /// But for rounding.
    Noise,
    No,
}

/// Rest that the trapezoidal rule leaves of the change of value and slope over a cell, and by how much
/// it is off at most if the derivative is monotone: half the width times the derivative's change.
struct Rest {
    value: f64,
    slope: f64,
    bound: f64,
    bound_of_slope: f64,
}

impl Rest {
    fn of(a: &Sample, b: &Sample) -> Rest {
        let half = 0.5 * (b.x - a.x);
        Rest {
            value: ((b.value - a.value) - half * (a.slope + b.slope)).abs(),
            slope: ((b.slope - a.slope) - half * (a.bend + b.bend)).abs(),
            bound: half * (b.slope - a.slope).abs(),
            bound_of_slope: half * (b.bend - a.bend).abs(),
        }
    }

    /// Whether it is not much less than that of the whole.
    fn is_like(&self, whole: &Rest) -> bool {
        self.value > 1e-3 * whole.value || self.slope > 1e-3 * whole.slope
    }
}
