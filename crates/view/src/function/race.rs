//! Race in pictures and texts: each run with its own colour and mark.

use crate::function::pictures::Pictures;
use crate::function::{step_size_scale, summary};
use crate::options::show::{LEARNING_RATES, Show};
use crate::plots::run_marks::{self, lane_sign};
use crate::plots::stationary_marks;
use crate::text::messages::{Piece, Words};
use downhill_core::Descent;
use downhill_core::function::stationary;
use downhill_core::run::descent;
use downhill_core::run::race::{Lanes, Race};
use downhill_core::run::snapshot::Status;
use downhill_core::run::timeline::Steps;

/// State of a run in a race.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Converged: its gradient is almost 0.
    Settled,
    /// Outside the window, or too far to compute.
    Left,
    /// Stopped where the function or its gradient is undefined.
    Stopped,
    /// Still moving.
    Going,
}

/// State of a run.
pub fn end(run: &Descent, pictures: &Pictures) -> End {
    let at = run.failed().unwrap_or(run.snapshot());
    if !descent::is_in_sight(&at.x, run.domain()) {
        End::Left
    } else if run.status() != Status::Running {
        End::Stopped
    } else if summary::level(run, pictures) {
        End::Settled
    } else {
        End::Going
    }
}

/// Whether no run is still moving.
pub fn over(race: &Race, pictures: &Pictures) -> bool {
    race.runs().iter().all(|run| end(run, pictures) != End::Going)
}

/// Row of the table of runs.
pub struct Row {
    /// Name of the colour.
    pub sign: String,
    /// Mark, as a character.
    pub mark: &'static str,
    /// Name of the lane: the setting in which it differs.
    pub name: String,
    /// Value of the function.
    pub height: String,
    /// Position and state, in words.
    pub told: String,
}

fn name(lanes: &Lanes, lane: usize) -> String {
    match lanes {
        Lanes::Starts => (lane + 1).to_string(),
        named => named.names()[lane].replace('_', " "),
    }
}

/// Table of all runs.
pub fn table(
    race: &Race,
    lanes: &Lanes,
    spots: &[stationary::Point],
    pictures: &Pictures,
    words: Words,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (lane, run) in race.runs().iter().enumerate() {
        let x = &run.snapshot().x;
        // As near as the picture shows.
        let near = |spot: &&stationary::Point| {
            let apart = spot.x.iter().zip(x).zip(run.domain());
            apart.fold(true, |near, ((a, b), (low, high))| {
                near && (a - b).abs() <= 0.02 * (high - low)
            })
        };
        let how = match end(run, pictures) {
            End::Left => words.get("race_left").to_string(),
            End::Stopped => words.get("race_stopped").to_string(),
            End::Going => words.get("race_going").to_string(),
            End::Settled => match step_size_scale::nearest(spots, x).filter(near) {
                Some(it) => words.fill(
                    "race_settled_in",
                    &[
                        ("sign", stationary_marks::sign(it.kind)),
                        ("name", &stationary_marks::name(it, words)),
                    ],
                ),
                None => words.get("race_settled").to_string(),
            },
        };
        let start = summary::place_told(&run.experiment().start, run, 3, words);
        let key = if *lanes == Lanes::Starts { "race_row_from" } else { "race_row" };
        let place = summary::place_told(x, run, 3, words);
        rows.push(Row {
            sign: lane_sign(lane),
            mark: run_marks::sign(lane),
            name: name(lanes, lane),
            height: words.significant(run.snapshot().value, 3),
            told: words.fill(key, &[("start", &start), ("place", &place), ("how", &how)]),
        });
    }
    rows
}

/// Races on offer, as (value of the key, name): with learning rates around the current one.
pub fn offers(learning_rate: f64, show: &Show, words: Words) -> Vec<(String, String)> {
    const APART: usize = 3;
    let rates = LEARNING_RATES.iter().filter_map(|text| text.parse::<f64>().ok());
    let here = rates.filter(|rate| *rate < learning_rate).count();
    let first = (here.max(3 * APART) - 3 * APART).min(LEARNING_RATES.len() - 1 - 5 * APART);
    let rates: Vec<&str> = (0..6).map(|lane| LEARNING_RATES[first + lane * APART]).collect();
    let mut offers = Vec::new();
    for (value, key) in [
        ("", "race_alone"),
        ("sgd,momentum,nesterov,adagrad,rmsprop,adam", "race_optimizers"),
        (&rates.join(","), "race_rates"),
        ("starts", "race_starts_name"),
    ] {
        offers.push((value.to_string(), words.get(key).to_string()));
    }
    let chosen = show.race.as_ref().map_or_else(String::new, |race| race.names().join(","));
    if !offers.iter().any(|(value, _)| *value == chosen) {
        offers.push((chosen.clone(), chosen.replace(',', ", ")));
    }
    offers
}

/// Sentence on the state of the race.
pub fn sentence(race: &Race, lanes: &Lanes, pictures: &Pictures, words: Words) -> Vec<Piece> {
    let (mut counts, mut lowest, mut least) = ([0; 4], 0, f64::INFINITY);
    for (lane, run) in race.runs().iter().enumerate() {
        let end = end(run, pictures);
        counts[end as usize] += 1;
        let value = run.snapshot().value;
        if matches!(end, End::Settled | End::Going) && value < least {
            (lowest, least) = (lane, value);
        }
    }
    let what = words.get(match lanes {
        Lanes::Optimizers(_) => "optimizer",
        Lanes::LearningRates(_) => "step_size",
        Lanes::Starts => "start",
    });
    let key = match race.iteration() {
        0 if *lanes == Lanes::Starts => "race_starts",
        0 => "race_start",
        _ if least.is_infinite() => "race_none",
        _ => "race_moment",
    };
    // Only those that there are.
    let mut stand = String::new();
    for (count, key) in
        counts.into_iter().zip(["race_settled", "race_left", "race_stopped", "race_going"])
    {
        if count > 0 {
            if !stand.is_empty() {
                stand.push_str("; ");
            }
            stand.push_str(words.get(key));
            stand.push_str(": ");
            stand.push_str(&words.count(count));
        }
    }
    let mut told = words.pieces(
        key,
        &[
            ("count", &words.count(race.runs().len() as u32)),
            ("what", what),
            ("steps", &words.count(race.iteration())),
            ("lowest", &format!("{} {}", run_marks::sign(lowest), name(lanes, lowest))),
            ("height", &words.significant(least, 3)),
            ("stand", &stand),
        ],
    );
    for piece in &mut told {
        if piece.sign == "racer-1" {
            piece.sign = lane_sign(lowest);
        }
    }
    told
}
