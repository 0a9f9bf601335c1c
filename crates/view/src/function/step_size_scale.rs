//! What a dial of step sizes says: where steps settle near a minimum, by the rule of
//! thumb, and what happens from this start, by running ahead.

use crate::options::show::LEARNING_RATES;
use crate::text::messages::{Piece, Words};
use crate::text::number;
use downhill_core::analysis::step_size_outcome::{Ahead, Limits, momentum};
use downhill_core::function::stationary;
use downhill_core::numeric::math;
use downhill_core::optimizer::schedule::Schedule;
use downhill_core::{Descent, Experiment};

/// How it ends, in words.
pub fn how(ahead: Ahead, updates: u32, words: Words) -> String {
    let key = match ahead {
        Ahead::Settles(1) => "ahead_settles_once",
        Ahead::Settles(_) => "ahead_settles",
        Ahead::Bounces => "ahead_bounces",
        Ahead::Crawls => "ahead_crawls",
        Ahead::Leaves => "ahead_leaves",
        Ahead::Stops => "ahead_stops",
    };
    let settled = if let Ahead::Settles(update) = ahead { update } else { 0 };
    let values = [("settled", &*number::count(settled)), ("steps", &*number::count(updates))];
    words.fill(key, &values)
}

/// The minimum nearest to a place, of those that were found.
pub fn nearest<'a>(spots: &'a [stationary::Point], at: &[f64]) -> Option<&'a stationary::Point> {
    let apart = |spot: &stationary::Point| -> f64 {
        spot.x.iter().zip(at).map(|(a, b)| (a - b) * (a - b)).sum()
    };
    let mut nearest: Option<&stationary::Point> = None;
    for spot in spots {
        if spot.kind.is_minimum() && !nearest.is_some_and(|other| apart(other) <= apart(spot)) {
            nearest = Some(spot);
        }
    }
    nearest
}

/// The limits at a minimum. None where no rule of thumb is known: for optimizers that
/// choose their own steps, and for a step size that changes.
pub fn limits(descent: &Descent, minimum: &[f64]) -> Option<Limits> {
    let settings = descent.settings();
    let momentum = momentum(settings.optimizer, &descent.snapshot().optimizer)?;
    let plain = settings.search.is_none() && settings.schedule == Schedule::default();
    let curvature = descent.function().bends(minimum).first().map_or(f64::NAN, |bend| bend.0);
    if plain { Limits::with_momentum(curvature, momentum) } else { None }
}

/// Where a step size lies on the slider: 0 at its left end, 1 at its right. None if it
/// is beyond.
pub fn share(rate: f64) -> Option<f64> {
    let rates: Vec<f64> = LEARNING_RATES.iter().filter_map(|text| text.parse().ok()).collect();
    let after = rates.iter().position(|at| *at >= rate)?;
    let before = after.saturating_sub(1);
    let (low, high) = (rates[before], rates[after]);
    let part = match before == after {
        true if rate == high => 0.0,
        true => return None,
        false => math::ln(rate / low) / math::ln(high / low),
    };
    Some((before as f64 + part) / (rates.len() - 1) as f64)
}

/// What the marks mean.
pub fn rule(settings: &Experiment, limits: Option<Limits>, at: &[f64], words: Words) -> Vec<Piece> {
    let Some(Limits { overshoots, settles }) = limits else {
        let key = match settings.optimizer.id {
            "sgd" | "momentum" => "dial_no_minimum",
            _ => "dial_no_rule",
        };
        return words.pieces(key, &[]);
    };
    let values = [
        ("place", &*number::place(at, 3)),
        ("overshoots", &*number::significant(overshoots, 3)),
        ("settles", &*number::significant(settles, 3)),
    ];
    words.pieces("dial_rule", &values)
}

/// The whole strip in one sentence: which step sizes do what.
pub fn stretches(ends: &[Ahead], words: Words) -> String {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for (index, end) in ends.iter().enumerate() {
        match stretches.last_mut() {
            Some((first, last)) if ends[*first].id() == end.id() => *last = index,
            _ => stretches.push((index, index)),
        }
    }
    let told: Vec<String> = stretches
        .into_iter()
        .map(|(first, last)| {
            let key = if first == last { "dial_place" } else { "dial_stretch" };
            let how = format!("dial_{}", ends[first].id());
            let how = words.get(&how);
            let values =
                [("from", LEARNING_RATES[first]), ("to", LEARNING_RATES[last]), ("how", how)];
            words.fill(key, &values)
        })
        .collect();
    words.fill("dial_label", &[("stretches", &told.join("; "))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_size_has_its_place_on_the_slider() {
        assert_eq!(share(1e-5), Some(0.0));
        assert_eq!(share(10.0), Some(1.0));
        assert_eq!((share(1e-6), share(11.0)), (None, None));
        let middle = share(math::pow(10.0, -0.5)).unwrap() * 30.0;
        assert!((21.0..22.0).contains(&middle), "between 0.3 and 0.5: {middle}");
    }
}
