//! Summary of a ball on a function, in words and numbers.

use crate::function::curve_plot::Secant;
use crate::function::pictures::Pictures;
use crate::function::zero::Zero;
use crate::options::scene::Scene;
use crate::plots::stationary_marks;
use crate::text::messages::{Piece, Words};
use crate::text::readout::Readout;
use downhill_core::Descent;
use downhill_core::function::curve::Derivative;
use downhill_core::function::stationary;
use downhill_core::numeric::math;
use downhill_core::run::descent::Snapshot;
use downhill_core::run::snapshot::Status;

/// Numbers beside the pictures; with a secant, also its run, rise and slope.
pub fn numbers(descent: &Descent, secant: Option<Secant>, words: Words) -> Vec<Readout> {
    let Snapshot { iteration, x, value, gradient, gradient_norm, .. } = descent.snapshot();
    let figure = |key, value: f64, text: String| Readout { key, text, value };
    let digits = |key, value: f64| figure(key, value, words.significant(value, 5));
    let sign = |key, value: f64| figure(key, value, words.signed(value, 5));
    let next = descent.next();
    let bends = descent.function().bends(x);
    let derivatives = descent.function().derivatives_at(x, descent.domain());
    let along = |axis: usize, mut readout: Readout| {
        if let Some(text) = derivatives.get(axis).and_then(|it| several(*it, words)) {
            readout.text = text;
        }
        readout
    };
    // Where there is no one slope, there is no second derivative either.
    let second = |mut readout: Readout| {
        if derivatives.iter().any(|it| *it != Derivative::One) {
            readout.text = words.get("slope_none").to_string();
        }
        readout
    };
    let mut numbers = vec![figure("steps", f64::from(*iteration), words.count(*iteration))];
    match (&x[..], &gradient[..], &next[..], &bends[..]) {
        ([x], [slope], [next], [(bend, _)]) => numbers.extend([
            digits("x", *x),
            digits("height", *value),
            along(0, sign("slope", *slope)),
            sign("next_step", next - x),
            second(sign("second_derivative", *bend)),
        ]),
        ([x, y], [along_x, along_y], [next_x, next_y], [most, least]) => {
            numbers.extend([
                digits("x", *x),
                digits("y", *y),
                digits("height", *value),
                along(0, sign("slope_x", *along_x)),
                along(1, sign("slope_y", *along_y)),
                digits("steepness", *gradient_norm),
                sign("step_x", next_x - x),
                sign("step_y", next_y - y),
                second(bend("bend_most", most, words)),
                second(bend("bend_least", least, words)),
            ]);
        }
        _ => {}
    }
    if let Some(secant) = secant {
        numbers.extend([
            digits("secant_run", secant.run),
            sign("secant_rise", secant.rise),
            sign("secant_slope", secant.slope()),
        ]);
    }
    numbers
}

/// Principal curvature of a function of two variables, with its direction.
fn bend(key: &'static str, (value, direction): &(f64, Vec<f64>), words: Words) -> Readout {
    let text = words.signed(*value, 4);
    let direction = words.pair(direction, |part| words.fixed(part, 2));
    let values = [("value", text.as_str()), ("direction", direction.as_str())];
    Readout { key, text: words.fill("bend_along", &values), value: *value }
}

/// Slopes in words, if there is not just one.
fn several(derivative: Derivative, words: Words) -> Option<String> {
    match derivative {
        Derivative::One => None,
        Derivative::Two(slopes) => {
            let [left, right] = slopes.map(|slope| words.signed(slope, 3));
            Some(words.fill("slope_two", &[("left", &left), ("right", &right)]))
        }
        Derivative::Jump(_)
        | Derivative::Upright
        | Derivative::Oscillating
        | Derivative::Shaking => Some(words.get("slope_none").to_string()),
    }
}

/// Slope below which the ground counts as level.
pub const LEVEL: f64 = 1e-3;
/// The same as a share of the picture's own steepness; the smaller one counts.
pub const LEVEL_SHARE: f64 = 5e-5;

/// Sentence on the current state.
pub fn sentence(descent: &Descent, pictures: &Pictures, scene: &Scene, words: Words) -> Vec<Piece> {
    let here = descent.snapshot();
    if let Status::Diverged { .. } = descent.status() {
        return stopped(descent, pictures, words);
    }
    let zero = pictures.zero();
    let (x, gradient) = (&zero.steps(&here.x), &zero.slopes(&here.gradient));
    let step = zero.step(&here.x, &descent.next());
    let far = length(&step);
    let places = |number: f64| words.fixed(number, decimals(descent, far));
    let names = descent.function().variables();
    let direction = way(&gradient.iter().map(|slope| -slope).collect::<Vec<_>>(), words);
    let window = descent.domain();
    let outside = x.iter().zip(window).position(|(x, (low, high))| !(low..=high).contains(&x));
    let uphill = dot(gradient, &step) > 0.0;
    let before = descent.previous();
    let overshot = before.is_some_and(|before| dot(&before.gradient, &here.gradient) < 0.0);
    let higher = before.is_some_and(|before| here.value > before.value);
    let bends = descent.function().bends(x);
    let rests = words.get(match (bends[0].0, bends[bends.len() - 1].0) {
        (_, least) if least > 0.0 => "rests_bottom",
        (most, _) if most < 0.0 => "rests_top",
        (most, least) if most > 0.0 && least < 0.0 => "rests_saddle",
        _ => "rests_flat",
    });
    let moves_on = far > STILL * widest(descent);
    let state = if outside.is_some() {
        "left"
    } else if level(descent, pictures) && moves_on {
        "level_moving"
    } else if level(descent, pictures) {
        "level"
    } else if here.iteration == 0 {
        "start"
    } else if uphill {
        "uphill"
    } else if overshot && higher {
        "climbed"
    } else if overshot {
        "overshot"
    } else {
        "moving"
    };
    if outside.is_none()
        && let Some(told) = broken(descent, zero, words)
    {
        return told;
    }
    let tangent = scene.shows("triangle") && x.len() == 1 && state == "start";
    let kind = match x.len() {
        1 if tangent => "tangent",
        1 => "line",
        _ => "plane",
    };
    let key = format!("{kind}_{state}");
    let rate = words.short(here.optimizer.learning_rate);
    let mut told = words.pieces(
        &key,
        &[
            ("place", &format!("{names} = {}", words.pair(x, places))),
            ("slope", &words.pair(gradient, |slope| words.signed(slope, 3))),
            ("uphill", &way(gradient, words)),
            ("direction", &direction),
            ("rate", &rate),
            ("move", &move_told(descent, &step, words)),
            ("rests", rests),
            ("tilt", words.get(if gradient[0] > 0.0 { "up" } else { "down" })),
            ("size", &words.significant(gradient[0].abs(), 3)),
        ],
    );
    if let (true, Some(secant)) = (outside.is_none(), &pictures.profile.secant) {
        told.push(Piece::plain(" "));
        told.extend(words.pieces(
            if secant.rise < 0.0 { "secant_falls" } else { "secant_rises" },
            &[
                ("run", &words.short(secant.run)),
                ("size", &words.significant(secant.rise.abs(), 3)),
                ("rise", &words.signed(secant.rise, 3)),
                ("slope", &words.signed(secant.slope(), 3)),
            ],
        ));
    }
    told
}

/// Sentence on a place at which the function has no one slope: which ones there are beside it,
/// which one the descent takes, and where that leads. `None` at any other place.
fn broken(descent: &Descent, zero: Zero, words: Words) -> Option<Vec<Piece>> {
    let here = descent.snapshot();
    let step = &zero.step(&here.x, &descent.next());
    let far = length(step);
    let x = &zero.steps(&here.x);
    let derivatives = zero.derivatives(descent);
    let axis = derivatives.iter().position(|it| *it != Derivative::One)?;
    let (what, sides) = match derivatives[axis] {
        Derivative::One => return None,
        Derivative::Two(slopes) => ("kink", slopes.map(|slope| words.signed(slope, 3))),
        Derivative::Jump(values) => ("jump", values.map(|value| words.significant(value, 4))),
        Derivative::Upright => ("upright", [const { String::new() }; 2]),
        Derivative::Oscillating => ("oscillating", [const { String::new() }; 2]),
        Derivative::Shaking => ("shaking", [const { String::new() }; 2]),
    };
    let slope = words.pair(&zero.slopes(&here.gradient), |slope| words.signed(slope, 3));
    let is_mean = match derivatives[axis] {
        Derivative::Two([left, right]) => {
            let mean = 0.5 * (left + right);
            (here.gradient[axis] - mean).abs() <= 1e-9 * (left.abs() + right.abs())
        }
        _ => false,
    };
    let places = |number: f64| words.fixed(number, decimals(descent, far));
    let (line, names) = if x.len() == 1 { ("line", "x") } else { ("plane", "(x, y)") };
    let mut told = words.pieces(
        &format!("{line}_{what}"),
        &[
            ("place", &format!("{names} = {}", words.pair(x, places))),
            ("left", &sides[0]),
            ("right", &sides[1]),
            ("axis", if axis == 0 { "x" } else { "y" }),
        ],
    );
    told.push(Piece::plain(" "));
    told.extend(words.pieces(
        match (far == 0.0, is_mean) {
            (true, true) => "broken_mean_rests",
            (true, false) => "broken_rule_rests",
            (false, true) => "broken_mean",
            (false, false) => "broken_rule",
        },
        &[
            ("slope", &slope),
            ("rate", &words.short(here.optimizer.learning_rate)),
            ("move", &move_told(descent, step, words)),
        ],
    ));
    Some(told)
}

/// Number of widths of the picture beyond which a place is told to be far outside it.
const FAR: f64 = 100.0;

/// Whether a place is far outside the picture: its numbers would tell a beginner nothing.
pub fn is_far(x: &[f64], window: &[(f64, f64)]) -> bool {
    let near =
        |x: f64, (low, high): (f64, f64)| (x - 0.5 * (low + high)).abs() <= FAR * (high - low);
    !x.iter().zip(window).all(|(x, range)| near(*x, *range))
}

/// Place in words: its numbers, or that it is far outside the picture.
pub fn place_told(x: &[f64], descent: &Descent, digits: usize, words: Words) -> String {
    match is_far(x, descent.domain()) {
        true => words.get("place_far").to_string(),
        false => words.place(x, digits),
    }
}

/// Coming move in words: how far, which way and to where.
fn move_told(descent: &Descent, step: &[f64], words: Words) -> String {
    let (next, far) = (descent.next(), length(step));
    let key = match far == 0.0 {
        true => "move_none",
        false if is_far(&next, descent.domain()) => "move_far",
        false => "move_to",
    };
    let places = |number: f64| words.fixed(number, decimals(descent, far));
    let far = if far < 1e-6 { words.significant(far, 1) } else { places(far) };
    let values = [("far", &*far), ("way", &way(step, words)), ("next", &words.pair(&next, places))];
    words.fill(key, &values)
}

/// Share of the picture's width below which a step counts as rest.
pub const STILL: f64 = 1e-3;

/// Whether the gradient is almost 0 on this picture.
pub fn level(descent: &Descent, pictures: &Pictures) -> bool {
    descent.snapshot().gradient_norm <= level_bound(pictures)
}

/// Bound up to which a gradient counts as 0 on this picture.
pub fn level_bound(pictures: &Pictures) -> f64 {
    LEVEL.min(LEVEL_SHARE * pictures.steepness())
}

/// Sentence on the end of a run, or on why it cannot begin.
fn stopped(descent: &Descent, pictures: &Pictures, words: Words) -> Vec<Piece> {
    let at = descent.failed().unwrap_or(descent.snapshot());
    let function = descent.function();
    let key = match (why(|x| function.value(x), &at.x, at.value), at.iteration) {
        (Why::TooLarge, 0) => "start_too_large",
        (Why::TooLarge, _) => "stopped_too_large",
        (Why::NoValue, 0) if pictures.empty() => "nowhere_a_value",
        (Why::NoValue, 0) => "start_no_value",
        (Why::NoValue, _) => "stopped_no_value",
        (Why::NoSlope, _) => "stopped_no_slope",
    };
    let names = function.variables();
    let place = match is_far(&at.x, descent.domain()) {
        true => words.get("place_far").to_string(),
        false => format!("{names} = {}", words.pair(&at.x, |x| words.significant(x, 4))),
    };
    let iteration = words.count(at.iteration);
    words.pieces(key, &[("place", &place), ("iteration", &iteration)])
}

/// Whether a ball has stopped because a step was too large: a smaller one would not have taken
/// it there.
pub fn stopped_by_a_step(descent: &Descent) -> bool {
    descent.failed().is_some_and(|at| {
        let function = descent.function();
        at.iteration > 0 && why(|x| function.value(x), &at.x, at.value) != Why::NoSlope
    })
}

/// Reason why a state is not finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The numbers are too large to compute with.
    TooLarge,
    /// The function is undefined there.
    NoValue,
    /// The function has a value there, but no derivative.
    NoSlope,
}

/// Reason why value or gradient of a function, with this value at a point, is not finite.
pub fn why(f: impl Fn(&[f64]) -> f64, at: &[f64], value: f64) -> Why {
    /// Bound beyond which "undefined" results from differences of infinite numbers.
    const FAR: f64 = 1e30;
    let far = at.iter().any(|x| x.is_nan() || x.abs() >= FAR);
    if value.is_finite() {
        return if far { Why::TooLarge } else { Why::NoSlope };
    }
    // At a pole, the places beside it have values; where numbers are too large, theirs
    // are, too.
    let beside = |sign: f64| -> Vec<f64> {
        // Not along the diagonal, on which 1/(x − y) has no value.
        let steps = [sign * 1e-6, sign * 2e-6];
        at.iter().zip(steps).map(|(x, step)| x + step * x.abs().max(1e-3)).collect()
    };
    let pole = [-1.0, 1.0].iter().any(|sign| f(&beside(*sign)).is_finite());
    match value.is_nan() || pole {
        true if !far => Why::NoValue,
        _ => Why::TooLarge,
    }
}

/// Number of decimals of a position: sufficient for the picture, and for the step.
fn decimals(descent: &Descent, far: f64) -> usize {
    let digits = |size: f64, most: f64| (-math::log10(size)).ceil().clamp(0.0, most) as usize;
    let of_step = if far > 0.0 { digits(far, 6.0) } else { 0 };
    // In a narrow picture all places begin with the same digits.
    digits(widest(descent) / 400.0, 15.0).max(of_step)
}

/// Width of the widest range in the picture.
fn widest(descent: &Descent) -> f64 {
    descent.domain().iter().fold(0.0f64, |most, (low, high)| most.max(high - low))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn length(of: &[f64]) -> f64 {
    dot(of, of).sqrt()
}

/// Direction of an arrow, in words; that there is none, of an arrow of length 0.
pub fn way(arrow: &[f64], words: Words) -> String {
    let key = match *arrow {
        _ if arrow.iter().all(|part| *part == 0.0) => "way_none".to_string(),
        [x] if x < 0.0 => "left".to_string(),
        [_] => "right".to_string(),
        [x, y] => {
            let eighth = (math::atan2(y, x) / std::f64::consts::FRAC_PI_4).round() as i32;
            format!("way_{}", eighth.rem_euclid(8))
        }
        _ => String::new(),
    };
    words.get(&key).to_string()
}

/// Row of the legend of stationary points.
pub struct Row {
    /// Mark, as a character.
    pub sign: &'static str,
    /// Meaning of the mark.
    pub name: String,
    /// Position.
    pub place: String,
    /// Value of the function.
    pub value: String,
}

/// Sign of a number: the name of the colour that stands for it in the pictures; empty for none.
pub fn sign(key: &str) -> &'static str {
    match key {
        "x" | "y" | "height" | "value" | "neuron_weight" | "neuron_bias" => "ball",
        "slope" | "gradient" | "slope_x" | "slope_y" | "steepness" | "slope_weight"
        | "slope_bias" => "slope",
        "next_step" | "step_x" | "step_y" | "step_weight" | "step_bias" => "step",
        _ => "",
    }
}

/// Legend of the marked stationary points, and the number of those without a mark.
pub fn legend(spots: &[stationary::Point], pictures: &Pictures, words: Words) -> (Vec<Row>, usize) {
    // Below this, a height is what rounding has left of 0.
    let nothing = 1e-12 * pictures.steepness();
    let height = |value: f64| if value.abs() < nothing { 0.0 } else { value };
    let rows = spots.iter().take(stationary_marks::MOST).map(|spot| Row {
        sign: stationary_marks::sign(spot.kind),
        name: stationary_marks::name(spot, words),
        place: words.place(&spot.x, 4),
        value: words.significant(height(spot.value), 4),
    });
    (rows.collect(), spots.len().saturating_sub(stationary_marks::MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pole_is_no_value_and_a_flight_is_too_large() {
        let why_at = |f: fn(f64) -> f64, x: f64| why(|at| f(at[0]), &[x], f(x));
        assert_eq!(why_at(|x| 1.0 / x, 0.0), Why::NoValue);
        assert_eq!(why_at(f64::ln, 0.0), Why::NoValue);
        assert_eq!(why_at(f64::sqrt, -3.0), Why::NoValue);
        assert_eq!(why_at(f64::sqrt, 0.0), Why::NoSlope);
        assert_eq!(why_at(f64::exp, 1000.0), Why::TooLarge);
        assert_eq!(why_at(|x| x * x, 1e200), Why::TooLarge);
        assert_eq!(why_at(|x| x * x * x - x * x, f64::INFINITY), Why::TooLarge);
        let ridge = |at: &[f64]| 1.0 / (at[0] - at[1]);
        assert_eq!(why(ridge, &[1.0, 1.0], ridge(&[1.0, 1.0])), Why::NoValue);
    }
}
