//! One mark for each valley and ridge.

use super::ring::Rings;
use super::valley::Valley;
use super::{Level, Place, Plane};
use crate::formula::Formula;
use crate::function::stationary::found::Found;
use crate::function::stationary::kind::Kind;
use crate::numeric::vector::norm;

impl Plane {
    /// Merges points of a type along a degenerate valley or ridge into one: adjacent ones, those on
    /// a straight level line, and those on a curved one.
    pub(super) fn joined(&self, f: &Formula, levels: Vec<Level>) -> Vec<Found> {
        let is_line = |it: &Level| it.verdict.along || it.is_degenerate;
        let mut levels = self.converged(f, levels);
        let mut groups: Vec<Vec<Level>> = Vec::new();
        while let Some(first) = levels.pop() {
            let kind = first.verdict.kind;
            let mut members = vec![first];
            let mut next = 0;
            while next < members.len() && is_line(&members[next]) {
                let near = |other: &Level| {
                    is_line(other)
                        && other.verdict.kind == kind
                        && self.distance(other.x, members[next].x) < 2.5
                        && self.are_level(f, other, &members[next])
                };
                let (beside, others): (Vec<Level>, Vec<Level>) = levels.into_iter().partition(near);
                members.extend(beside);
                levels = others;
                next += 1;
            }
            let same = groups.iter_mut().find(|group| {
                let (a, b) = (&group[0], &members[0]);
                let alike = is_line(a) && is_line(b) && a.verdict.kind == kind;
                alike && self.is_joined(f, a, b)
            });
            match same {
                Some(group) => group.append(&mut members),
                None => groups.push(members),
            }
        }
        self.along_valleys(f, groups).into_iter().map(|members| self.one_of(&members)).collect()
    }

    /// Leaves out what is but a worse place of a degenerate point: Newton's method is slow there.
    pub(super) fn converged(&self, f: &Formula, levels: Vec<Level>) -> Vec<Level> {
        const NEAR: f64 = 0.5;
        let [w, h] = self.apart();
        let steepness = |it: &Level| {
            let (slopes, doubts) = (f.slopes(&it.x), f.rounding(&it.x));
            let is_told = (1..3).any(|part| slopes[part].abs() > doubts[part]);
            (is_told, norm(&[slopes[1] * w, slopes[2] * h]))
        };
        let is_degenerate = |it: &Level| it.is_degenerate && !it.verdict.along;
        let steep: Vec<(bool, f64)> = levels.iter().map(steepness).collect();
        let is_worse = |a: usize, b: usize| {
            let (it, beside) = (&levels[a], &levels[b]);
            let ((told, slope), (other_is_told, other)) = (steep[a], steep[b]);
            !it.kink
                && is_degenerate(beside)
                && self.distance(it.x, beside.x) < NEAR
                && match is_degenerate(it) {
                    true => {
                        // The type says more than a slope that rounding hides.
                        let rank =
                            |it: &Level| matches!(it.verdict.kind, Kind::Flat | Kind::Uncertain);
                        (other_is_told, rank(beside), other, beside.bend, b)
                            < (told, rank(it), slope, it.bend, a)
                    }
                    false => told && !other_is_told,
                }
        };
        let all = 0..levels.len();
        let worse: Vec<bool> = all.clone().map(|a| all.clone().any(|b| is_worse(a, b))).collect();
        levels.into_iter().zip(worse).filter(|(_, worse)| !worse).map(|(it, _)| it).collect()
    }

    /// Whether two points of lines are at the same height, as those of one valley: not beyond a jump.
    pub(super) fn are_level(&self, f: &Formula, a: &Level, b: &Level) -> bool {
        !(a.verdict.along && b.verdict.along)
            || (a.value - b.value).abs() <= self.doubt_of_levels(f, a, b)
    }

    /// Whether f is the same on the straight line between two points, but for rounding.
    pub(super) fn is_joined(&self, f: &Formula, a: &Level, b: &Level) -> bool {
        let between = [0.0, 0.3, 0.5, 0.8]
            .map(|share| [0, 1].map(|axis| b.x[axis] + share * (a.x[axis] - b.x[axis])));
        let doubt = 2.0 * self.doubt_of_levels(f, a, b);
        between.iter().all(|x| (f.value(x) - a.value).abs() <= doubt)
    }

    /// Difference in height of two points on a level line that may be due to their places.
    pub(super) fn doubt_of_levels(&self, f: &Formula, a: &Level, b: &Level) -> f64 {
        let [width, height] = self.apart();
        // Of the usual change over a cell, as the level is of the usual gradient.
        let little = 1e5 * self.level * width.max(height);
        // At a jump, rounding is as large as that.
        let between = [0, 1].map(|axis| a.x[axis] + 0.382 * (b.x[axis] - a.x[axis]));
        let rounding = [a.x, b.x, between].map(|x| f.rounding(&x)[0]);
        little + 2.0 * rounding.into_iter().fold(f64::INFINITY, f64::min)
    }

    /// Merges groups on one level line, however it is curved; what was taken for another type on
    /// the way belongs to it.
    pub(super) fn along_valleys(
        &self,
        f: &Formula,
        mut groups: Vec<Vec<Level>>,
    ) -> Vec<Vec<Level>> {
        let sign_of = |group: &[Level]| match group[0].verdict.kind {
            Kind::LocalMinimum if group[0].verdict.along => 1.0,
            Kind::Maximum if group[0].verdict.along => -1.0,
            _ => 0.0,
        };
        let is_of_lines =
            |group: &[Level]| group.iter().all(|it| it.verdict.along || it.is_degenerate);
        let mut joined: Vec<Vec<Level>> = Vec::new();
        groups.sort_by_key(|group| sign_of(group) != 0.0);
        while let Some(mut group) = groups.pop() {
            let others = groups.iter().chain(&joined).filter(|it| is_of_lines(it)).count();
            let sign = sign_of(&group);
            if sign != 0.0 && others > 0 {
                let valley = Valley::through(f, group[0].x, self.window, self.apart(), sign);
                let kind = group[0].verdict.kind;
                let is_part = |other: &Vec<Level>| {
                    let doubt = |it: &Level| self.doubt_of_levels(f, &group[0], it);
                    let passes = |it: &Level| valley.passes(it.x, it.value, doubt(it));
                    let goes_beyond = |it: &Level| valley.goes_beyond(it.x, it.value, doubt(it));
                    let same = other[0].verdict.kind == kind;
                    let dips = |it: &Level| self.dips(f, it.x, valley.value, sign);
                    is_of_lines(other)
                        && (same && other.iter().any(passes)
                            || other.iter().all(goes_beyond) && !other.iter().any(dips))
                };
                let (parts, rest): (Vec<Vec<Level>>, Vec<Vec<Level>>) =
                    groups.into_iter().partition(is_part);
                groups = rest;
                let same = parts.into_iter().filter(|part| part[0].verdict.kind == kind);
                group.extend(same.flatten());
            }
            joined.push(group);
        }
        joined
    }

    /// Whether f goes below a valley's level near one of its points, so that the valley is none
    /// there; with a `sign` of −1, whether it goes above a ridge's.
    fn dips(&self, f: &Formula, x: Place, level: f64, sign: f64) -> bool {
        const NEAR: [f64; 2] = [0.04, 0.16];
        let rings = Rings::new(f, x, f.value(&x), self.apart(), [1.0, 0.0]);
        NEAR.into_iter().all(|radius| {
            rings.lower(radius, sign).is_some_and(|lower| {
                sign * (f.value(&lower) - level) < -2.0 * f.rounding(&lower)[0]
            })
        })
    }

    /// The point that stands for a group.
    pub(super) fn one_of(&self, members: &[Level]) -> Found {
        let kind = members[0].verdict.kind;
        let is_extreme = matches!(kind, Kind::LocalMinimum | Kind::Maximum);
        // A valley is the same everywhere; else the most degenerate point is what the others are near to.
        let least = members.iter().map(|it| it.bend).fold(f64::INFINITY, f64::min);
        let members: Vec<&Level> =
            members.iter().filter(|it| is_extreme || it.bend <= least).collect();
        let places: Vec<Place> = members.iter().map(|it| it.x).collect();
        let middle = members[if members.len() < 3 { 0 } else { self.nearest_to_mean(&places) }];
        Found {
            x: middle.x.to_vec(),
            value: middle.value,
            kind,
            kink: middle.kink,
            jump: false,
            along: is_extreme && (members.len() > 2 || middle.verdict.along),
        }
    }
}
