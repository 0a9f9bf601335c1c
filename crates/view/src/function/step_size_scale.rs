//! Texts of the step size dial: the rule of thumb near a minimum, and the outcome from the
//! current start by simulation.

use crate::options::show::LEARNING_RATES;
use crate::text::messages::{Piece, Words};
use downhill_core::analysis::step_size_outcome::{Ahead, Limits, Momentum};
use downhill_core::function::stationary;
use downhill_core::numeric::math;
use downhill_core::optimizer::schedule::Schedule;
use downhill_core::{Descent, Experiment};

/// Outcome in words.
pub fn how(ahead: Ahead, updates: u32, words: Words) -> String {
    let key = match ahead {
        Ahead::Settles(_) => "ahead_settles",
        Ahead::Bounces => "ahead_bounces",
        Ahead::Crawls => "ahead_crawls",
        Ahead::Leaves => "ahead_leaves",
        Ahead::Stops => "ahead_stops",
    };
    let settled = if let Ahead::Settles(update) = ahead { update } else { 0 };
    let values = [
        ("n", &*settled.to_string()),
        ("settled", &words.count(settled)),
        ("steps", &words.count(updates)),
    ];
    words.fill(key, &values)
}

/// The nearest of the minima found.
pub fn nearest<'a>(spots: &'a [stationary::Point], at: &[f64]) -> Option<&'a stationary::Point> {
    nearest_of(spots.iter().filter(|spot| spot.kind.is_minimum()), at)
}

/// The nearest of these places, the first of equally near ones.
pub fn nearest_of<'a>(
    spots: impl Iterator<Item = &'a stationary::Point>,
    at: &[f64],
) -> Option<&'a stationary::Point> {
    let apart = |spot: &stationary::Point| -> f64 {
        spot.x.iter().zip(at).map(|(a, b)| (a - b) * (a - b)).sum()
    };
    spots.min_by(|a, b| apart(a).total_cmp(&apart(b)))
}

/// Stability limits at a minimum. `None` if the rule of thumb does not hold: for adaptive
/// optimizers, searches and schedules.
pub fn limits(descent: &Descent, minimum: &[f64]) -> Option<Limits> {
    let settings = descent.settings();
    let momentum = Momentum::of(settings.optimizer, &descent.snapshot().optimizer)?;
    let plain = settings.search.is_none() && settings.schedule == Schedule::default();
    let curvature = descent.function().bends(minimum).first().map_or(f64::NAN, |bend| bend.0);
    if plain { Limits::of(momentum, curvature) } else { None }
}

/// Position of a step size on the slider, from 0 (left) to 1 (right). `None` beyond its ends.
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

/// Explanation of the dial's marks.
pub fn rule(settings: &Experiment, limits: Option<Limits>, at: &[f64], words: Words) -> Vec<Piece> {
    let Some(Limits { overshoots, settles }) = limits else {
        let key = match Momentum::suits(settings.optimizer) {
            true => "dial_no_minimum",
            false => "dial_no_rule",
        };
        return words.pieces(key, &[]);
    };
    let values = [
        ("place", &*words.place(at, 3)),
        ("overshoots", &*words.significant(overshoots, 3)),
        ("settles", &*words.significant(settles, 3)),
    ];
    words.pieces("dial_rule", &values)
}

/// Sentence on all step sizes of the dial: ranges with the same outcome.
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
            let [from, to] = [first, last].map(|at| words.chosen(LEARNING_RATES[at]));
            let values = [("from", &*from), ("to", &*to), ("how", how)];
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
