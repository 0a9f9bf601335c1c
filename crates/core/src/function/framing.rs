//! Framing: the domain in which a typed function is interesting, around its stationary points,
//! kinks, zeros and poles, and the ends of where it is defined.

use super::USUAL;
use super::stationary::{Kind, Point, Search};
use crate::formula::Formula;
use crate::numeric::math;

/// Number of wider domains that are searched, each ten times as wide as the one before.
const WIDEST: i32 = 4;
/// Largest number of features that a picture is framed around: a function that has more of them
/// farther out goes on like that.
const MOST: usize = 12;
/// Number of features of one variable from which on the usual domain is too wide to see them.
const CROWD: usize = 40;
/// Number of samples between which a function of one variable changes its sign.
const SAMPLES: usize = 1000;
/// Share of a domain's width below which features in it look like one.
const TOGETHER: f64 = 0.02;
/// Evaluations for a search in a plane, which is given up beyond.
const EVALUATIONS: u32 = 150_000;

type Window = Vec<(f64, f64)>;

/// Domain of a typed formula: (lowest, highest) of each variable. The usual one, −5 … 5, if what
/// is interesting is in it, else one with round ends around that.
pub fn domain(formula: &Formula) -> Window {
    let usual = vec![USUAL; formula.dim()];
    let Some(near) = features(formula, &usual) else { return usual };
    if formula.dim() == 1 && near.len() > CROWD {
        return crowded(formula);
    }
    if near.len() > MOST {
        return usual;
    }
    let (mut all, mut window) = (near, usual.clone());
    for step in 1..=WIDEST.min(if formula.dim() == 1 { WIDEST } else { 2 }) {
        let scale = math::power_of_ten(step);
        let wide: Window = usual.iter().map(|it| (it.0 * scale, it.1 * scale)).collect();
        let Some(found) = features(formula, &wide) else { break };
        let more: Vec<Vec<f64>> = found.into_iter().filter(|x| !is_within(x, &window)).collect();
        if more.is_empty() {
            // One place alone may be a part of what is seen from farther away.
            if all.len() < 2 {
                continue;
            }
            break;
        }
        let together: Vec<Vec<f64>> = all.iter().chain(&more).cloned().collect();
        // Farther out there are many, or so far that those here would look like one.
        let hides = all.len() > 1 && spread(&all) < 2.0 * TOGETHER * spread(&together);
        if together.len() > MOST && !all.is_empty() || hides {
            break;
        }
        all = together;
        if all.len() > MOST {
            nearest(&mut all);
        }
        window = wide;
    }
    if formula.dim() == 1 && all.iter().all(|x| is_within(x, &usual)) {
        all = close_up(formula, all);
    }
    let fits = all.iter().all(|x| is_within(x, &usual));
    let large = all.len() < 2 || spread(&all) >= TOGETHER * (USUAL.1 - USUAL.0);
    if all.is_empty() || fits && large { usual } else { around(&all) }
}

/// A domain that shows a few of the features of a function that has many.
fn crowded(formula: &Formula) -> Window {
    let mut width = USUAL.1;
    for part in
        (0..30).flat_map(|power| [2.0, 1.0, 0.5].map(|part| part / math::power_of_ten(power)))
    {
        width = part;
        let found = features(formula, &[(-width, width)]).unwrap_or_default();
        if found.len() <= MOST {
            break;
        }
    }
    // Crowded at every scale, as at 0 in sin(1/x), or by rounding.
    if width < 1e-6 { vec![USUAL] } else { vec![(-width, width)] }
}

/// Features that look like one, magnified as long as there are several.
fn close_up(formula: &Formula, all: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let Some(first) = all.first() else { return all };
    let usual = USUAL.1 - USUAL.0;
    if spread(&all) > TOGETHER * usual {
        return all;
    }
    let middle = first[0];
    let at = |x: f64| formula.value(&[x]).abs();
    let size = at(USUAL.0).max(at(USUAL.1));
    for half in [0.01 * usual, 1e-3 * usual, 1e-4 * usual] {
        let near = features(formula, &[(middle - half, middle + half)]).unwrap_or_default();
        let wide = spread(&near);
        if near.len() > MOST {
            break;
        }
        if near.len() > 1 && wide > TOGETHER * half {
            // What rounding has left of 0 is no shape.
            let values = near.iter().flat_map(|x| [at(x[0] - wide), at(x[0]), at(x[0] + wide)]);
            let high = values.fold(0.0, f64::max);
            return if high > 1e-11 * size { near } else { all };
        }
    }
    all
}

/// Largest extent of points along an axis.
fn spread(points: &[Vec<f64>]) -> f64 {
    let axes = points.first().map_or(0, Vec::len);
    (0..axes).map(|axis| extent(points, axis)).fold(0.0, |most, (low, high)| most.max(high - low))
}

fn extent(points: &[Vec<f64>], axis: usize) -> (f64, f64) {
    points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
        (low.min(point[axis]), high.max(point[axis]))
    })
}

fn is_within(x: &[f64], window: &[(f64, f64)]) -> bool {
    x.iter().zip(window).all(|(x, (low, high))| (low..=high).contains(&x))
}

/// Keeps those nearest to the origin.
fn nearest(points: &mut Vec<Vec<f64>>) {
    let size = |x: &Vec<f64>| x.iter().map(|x| x * x).sum::<f64>();
    points.sort_by(|a, b| size(a).total_cmp(&size(b)));
    points.truncate(MOST / 2);
}

/// Domain around points, with round ends.
fn around(points: &[Vec<f64>]) -> Window {
    let usual = USUAL.1 - USUAL.0;
    let widest = spread(points);
    // Magnified, it is as narrow as need be.
    let least = if points.len() > 1 && widest < TOGETHER * usual { 0.0 } else { usual };
    let axes = points.first().map_or(0, Vec::len);
    let axis = |axis: usize| {
        let (low, high) = extent(points, axis);
        let width = (1.5 * (high - low)).max(0.75 * widest).max(least);
        let margin = 0.5 * (width - (high - low));
        let step = math::power_of_ten(math::log10(width / 5.0).floor() as i32);
        // Through text: 3 times 0.1 is not 0.3.
        let round = |steps: f64| {
            let decimals = (-math::log10(step).round()).clamp(0.0, 300.0) as usize;
            format!("{:.decimals$}", steps * step).parse().unwrap_or(steps * step)
        };
        (round(((low - margin) / step).floor()), round(((high + margin) / step).ceil()))
    };
    (0..axes).map(axis).collect()
}

/// Features in a window; `None` if a search finds no end.
fn features(formula: &Formula, window: &[(f64, f64)]) -> Option<Vec<Vec<f64>>> {
    let mut search = Search::new(formula, window);
    if !search.advance(EVALUATIONS) {
        return None;
    }
    // What is left of a function far from where it is large is no feature.
    let ends = [USUAL.0, USUAL.1].map(|x| formula.value(&vec![x; window.len()]));
    let values = search.points().iter().map(|point| point.value).chain(ends);
    let size = values.filter(|it| it.is_finite()).fold(0.0, |most: f64, it| most.max(it.abs()));
    let nothing = 1e-280 + 1e-30 * size;
    let level = |point: &Point| level_sides(formula, point, window, nothing);
    let is_feature = |point: &&Point| match (point.kind, level(point)) {
        (Kind::EdgeMinimum, _) => false,
        // A terrace, and no stretch that is level.
        (Kind::Flat, level) => level == 0,
        (_, level) => level < 2 * window.len(),
    };
    // An end of the window is where it is cut off.
    let is_inside = |point: &&Point| {
        let inside = |(x, (low, high)): (&f64, &(f64, f64))| {
            let margin = 1e-6 * (high - low);
            (low + margin..=high - margin).contains(x)
        };
        point.x.iter().zip(window).all(inside)
    };
    let mut found: Vec<Vec<f64>> = search
        .points()
        .iter()
        .filter(is_inside)
        .filter(is_feature)
        .map(|it| it.x.clone())
        .collect();
    if let [line] = window {
        let apart = 1e-6 * (line.1 - line.0);
        for x in changes(formula, *line) {
            if found.iter().all(|it| (it[0] - x).abs() > apart) {
                found.push(vec![x]);
            }
        }
    }
    Some(found)
}

/// Number of sides of a point on which a function is constant, but for next to nothing.
fn level_sides(formula: &Formula, point: &Point, window: &[(f64, f64)], nothing: f64) -> usize {
    let sides = window.iter().enumerate().flat_map(|(axis, (low, high))| {
        [-1e-3, 1e-3].map(|share| {
            let mut beside = point.x.clone();
            beside[axis] += share * (high - low);
            (formula.value(&beside) - point.value).abs() < nothing
        })
    });
    sides.filter(|level| *level).count()
}

/// Places where a function of one variable changes its sign, or begins or ends.
fn changes(formula: &Formula, (low, high): (f64, f64)) -> Vec<f64> {
    // Off the round numbers, at which zeros are frequent.
    let place = |index: usize| low + (high - low) * (index as f64 + 0.0913) / SAMPLES as f64;
    let class = |x: f64| match formula.value(&[x]) {
        value if value.is_nan() => 0,
        value if value < 0.0 => -1,
        _ => 1,
    };
    let classes: Vec<i32> = (0..SAMPLES).map(|index| class(place(index))).collect();
    let mut found = Vec::new();
    for index in 1..SAMPLES {
        if classes[index - 1] == classes[index] {
            continue;
        }
        let (mut a, mut b) = (place(index - 1), place(index));
        for _ in 0..60 {
            let middle = a.midpoint(b);
            if class(middle) == classes[index - 1] { a = middle } else { b = middle }
        }
        // Where numbers become too large to compute with, nothing ends.
        let size = [a, b].map(|x| formula.value(&[x]).abs());
        if classes[index] * classes[index - 1] != 0 || size.into_iter().any(|it| it < 1e100) {
            found.push(a.midpoint(b));
        }
    }
    found
}
