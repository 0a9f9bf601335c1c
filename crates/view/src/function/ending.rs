//! Ending of a run on a function: whether the ball is at rest, and how the run has ended, in words.

use crate::function::pictures::Pictures;
use crate::function::step_size_scale::nearest_of;
use crate::function::summary::{STILL, is_far, level, place_told};
use crate::text::messages::{Piece, Words};
use downhill_core::Descent;
use downhill_core::function::curve::Derivative;
use downhill_core::function::stationary::{self, Kind, Lowest};
use downhill_core::run::descent;
use downhill_core::run::snapshot::Status;

/// Number of steps that are looked ahead: a ball whose speed carries it on is seen to move in them.
const AHEAD: u32 = 30;

/// Number of steps within which a ball comes to rest that has almost done so.
const SOON: u32 = 100;

/// Share of the picture's width within which a ball is at a marked place, and a wider one within
/// which it is if the ground is level in between: less than `LEVEL` of the picture's height apart.
const NEAR: f64 = 0.02;
const NEAR_IF_LEVEL: f64 = 0.1;
const LEVEL: f64 = 1e-4;

/// Facts on a run besides its state.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Places that were found in the picture, and whether the lowest is among them; `None` while
    /// they are searched for.
    pub found: Option<(&'a [stationary::Point], Lowest)>,
    /// Number of steps of the run, 0 for no limit.
    pub iterations: u32,
    /// Another step size with which the ball comes to rest from the same start.
    pub settles: Option<&'a str>,
}

/// Whether the ball is at rest: the gradient is almost 0, stays so in the steps to come, and all
/// that these move the ball by is too little to be seen. A ball that speeds through the lowest
/// point of a valley is not.
pub fn is_at_rest(descent: &Descent, pictures: &Pictures) -> bool {
    let here = &descent.snapshot().x;
    stays(descent, Descent::step, |ahead| {
        level(ahead, pictures) && is_near(&ahead.snapshot().x, here, ahead.domain(), STILL)
    })
}

/// Whether a run is still, and stays so in the steps to come.
pub fn stays<T: Clone>(
    run: &T,
    step: impl Fn(&mut T) -> bool,
    is_still: impl Fn(&T) -> bool,
) -> bool {
    if !is_still(run) {
        return false;
    }
    let mut ahead = run.clone();
    (0..AHEAD).all(|_| step(&mut ahead) && is_still(&ahead))
}

/// Sentence on how a run has ended; `None` of one that goes on, or whose state says it.
pub fn sentence(
    descent: &Descent,
    pictures: &Pictures,
    known: Known,
    words: Words,
) -> Option<Vec<Piece>> {
    let here = descent.snapshot();
    let whole = |derivative: &Derivative| *derivative == Derivative::One;
    if descent.status() != Status::Running || here.iteration == 0 {
        return None;
    }
    let inside = descent::is_in_sight(&here.x, descent.domain());
    if is_far(&here.x, descent.domain()) {
        return Some(left("ended_far", descent, known, words));
    }
    if is_at_rest(descent, pictures) {
        let derivatives = pictures.zero().derivatives(descent);
        return match inside {
            true if !derivatives.iter().all(whole) => None,
            true => Some(at_rest(descent, pictures, known, words)),
            false => Some(rests(descent, "rest_outside", "", words)),
        };
    }
    if !inside {
        return growing(descent).map(|_| left("ended_left", descent, known, words));
    }
    let enough = known.iterations > 0 && here.iteration == known.iterations;
    if !enough || level(descent, pictures) {
        return None;
    }
    let almost = almost_at_rest(descent, pictures, known, words);
    Some(almost.unwrap_or_else(|| rests(descent, "ended_moving", "", words)))
}

/// Sentence on a ball that some steps more would bring to rest in a minimum; `None` of others.
fn almost_at_rest(
    descent: &Descent,
    pictures: &Pictures,
    known: Known,
    words: Words,
) -> Option<Vec<Piece>> {
    let (points, lowest) = known.found?;
    let least = points.iter().find(|it| it.lowest).filter(|_| lowest == Lowest::Found)?;
    let mut ahead = descent.clone();
    let more = (1..=SOON).find(|_| ahead.step() && is_at_rest(&ahead, pictures))?;
    let place = place_of(&ahead, pictures, points)?;
    let key = match place.kind {
        Kind::GlobalMinimum => "ended_almost_lowest",
        Kind::LocalMinimum => "ended_almost_local",
        _ => return None,
    };
    let values = [
        ("steps", steps(descent.snapshot().iteration, words)),
        ("more", steps(more, words)),
        ("number", words.significant(place.value - least.value, 3)),
    ];
    Some(words.pieces(key, &values.each_ref().map(|(key, text)| (*key, text.as_str()))))
}

/// Sentence on a run that has left the picture, with a step size that would have stayed.
fn left(key: &str, descent: &Descent, known: Known, words: Words) -> Vec<Piece> {
    let since = growing(descent).map_or_else(String::new, |step| words.count(step));
    let mut told = words.pieces(key, &[("since", &since)]);
    told.push(Piece::plain(" "));
    told.extend(match known.settles {
        Some(rate) => words.pieces("ended_settles", &[("rate", &words.chosen(rate))]),
        None => words.pieces("ended_advice", &[]),
    });
    told
}

/// The step since which each was longer than the last one; `None` if the last step was not, or if
/// too many were made to know each.
fn growing(descent: &Descent) -> Option<u32> {
    let states: Vec<&[f64]> = descent.history().states().collect();
    // The history of a long run has gaps.
    if states.len() != descent.snapshot().iteration as usize + 1 {
        return None;
    }
    let length = |pair: &[&[f64]]| {
        pair[0].iter().zip(pair[1]).fold(0.0, |sum, (a, b)| sum + (b - a) * (b - a))
    };
    let lengths: Vec<f64> = states.windows(2).map(length).collect();
    let longer = |pair: &&[f64]| pair[1] > pair[0];
    let last = lengths.windows(2).rev().take_while(longer).count();
    (last > 0).then(|| (lengths.len() - last) as u32)
}

/// Sentence on a ball at rest in the picture: in what kind of place.
fn at_rest(descent: &Descent, pictures: &Pictures, known: Known, words: Words) -> Vec<Piece> {
    let here = descent.snapshot();
    let Some((points, lowest)) = known.found else {
        let bends = descent.function().bends(&here.x);
        let key = match bends.last() {
            Some((least, _)) if *least > 0.0 => "rest_minimum",
            _ => "rest_somewhere",
        };
        return rests(descent, key, "", words);
    };
    let least = points.iter().find(|it| it.lowest).filter(|_| lowest == Lowest::Found);
    let lower = least.map(|least| here.value - least.value);
    let lowest_here = lower.is_some_and(|lower| lower <= 1e-6 * pictures.height());
    let (many, of_lowest) = match points.iter().filter(|it| it.lowest).count() {
        0 | 1 => (false, String::new()),
        several => (true, words.count(several as u32)),
    };
    let lower = lower.map_or_else(String::new, |lower| words.significant(lower, 3));
    let key = match place_of(descent, pictures, points) {
        Some(place) if place.kind == Kind::GlobalMinimum && place.along => "rest_along",
        Some(place) if place.kind == Kind::GlobalMinimum && many => "rest_one_of",
        Some(place) if place.kind == Kind::GlobalMinimum => "rest_global",
        Some(place) if place.kind == Kind::LocalMinimum && least.is_some() => "rest_local",
        Some(place) if place.kind == Kind::LocalMinimum => "rest_local_open",
        Some(place) if place.kind == Kind::Maximum => "rest_top",
        Some(place) if place.kind == Kind::Saddle => "rest_saddle",
        // A valley is marked once, maybe far from here.
        _ if lowest_here && points.iter().any(|it| it.lowest && it.along) => "rest_along",
        _ if lowest_here => "rest_level_lowest",
        // Among more places than were kept there may be one here.
        _ if points.len() == stationary::MOST => "rest_somewhere",
        _ if least.is_some() || lowest != Lowest::Found => "rest_level",
        _ => "rest_somewhere",
    };
    let several = if key == "rest_one_of" { of_lowest } else { lower };
    let mut told = rests(descent, key, &several, words);
    // The other kind of minimum, if there is one to be seen.
    let local = points.iter().find(|it| it.kind == Kind::LocalMinimum);
    if let ("rest_global", Some(local), Some(least)) = (key, local, least) {
        let number = words.significant(local.value - least.value, 3);
        told.extend(words.pieces("rest_other", &[("number", &number)]));
    }
    told
}

/// The found place that the ball is at, if it is at one.
fn place_of<'a>(
    descent: &Descent,
    pictures: &Pictures,
    points: &'a [stationary::Point],
) -> Option<&'a stationary::Point> {
    let here = descent.snapshot();
    let near = |share: f64| {
        move |it: &&stationary::Point| is_near(&it.x, &here.x, descent.domain(), share)
    };
    let height = LEVEL * pictures.height();
    nearest_of(points.iter().filter(near(NEAR)), &here.x).or_else(|| {
        let wide = points.iter().filter(near(NEAR_IF_LEVEL));
        nearest_of(wide.filter(|it| (it.value - here.value).abs() <= height), &here.x)
    })
}

/// Sentence of this key, with the numbers of the run and one more.
fn rests(descent: &Descent, key: &str, number: &str, words: Words) -> Vec<Piece> {
    let here = descent.snapshot();
    let names = descent.function().variables();
    words.pieces(
        key,
        &[
            ("steps", &steps(here.iteration, words)),
            ("number", number),
            ("slope", &words.pair(&here.gradient, |slope| words.signed(slope, 3))),
            ("slopes", words.get(if here.x.len() == 1 { "slope_word" } else { "gradient" })),
            ("place", &format!("{names} = {}", place_told(&here.x, descent, 3, words))),
        ],
    )
}

/// A number of steps in words.
pub fn steps(number: u32, words: Words) -> String {
    words.fill("count_of_steps", &[("n", &number.to_string()), ("count", &words.count(number))])
}

/// Whether two places are within this share of the window along each variable.
pub fn is_near(a: &[f64], b: &[f64], window: &[(f64, f64)], share: f64) -> bool {
    let mut apart = a.iter().zip(b).zip(window);
    apart.all(|((a, b), (low, high))| (a - b).abs() <= share * (high - low))
}
