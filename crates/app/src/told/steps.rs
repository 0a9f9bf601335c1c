//! Where one is in the run: the moment, the four steps, and a step seen closely.

use super::piece::{Piece, pieces};
use crate::application::Application;
use crate::subject::Subject;
use downhill_view::four_steps;
use downhill_view::network::diagram::backprop_steps;
use downhill_view::network::ending;
use serde::Serialize;

/// Where one is in the run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Timeline {
    /// The number of updates made.
    pub at: u32,
    /// The most updates that have been made.
    pub furthest: u32,
    /// The first iteration at which the loss was larger than before.
    pub rose: Option<u32>,
    /// The same in words.
    pub text: String,
}

pub(crate) fn timeline(app: &Application) -> Timeline {
    let (subject, words) = (&app.subject, app.words);
    let speed = app.pace.as_ref().and_then(|pace| pace.speed).filter(|_| app.playing);
    let (at, furthest) = (subject.iteration(), subject.furthest());
    let network = subject.run().is_some_and(|run| run.network().parameters() > 2);
    let key = match (network, furthest) {
        _ if speed.is_some() => "iteration_speed",
        (true, 0) => "iteration_first",
        // The way to the first rise stands in the same line.
        (true, _) if subject.rose().is_some() => "iteration_of",
        (true, _) => "epoch_iteration_of",
        (false, 0) => "step_first",
        (false, _) => "step_of",
    };
    let speed = speed.unwrap_or_default().round() as u32;
    let epoch = subject.run().map_or(0, |run| run.snapshot().epoch);
    let values = [("at", at), ("furthest", furthest), ("speed", speed), ("epoch", epoch)];
    let values = values.map(|(key, value)| (key, words.count(value)));
    let text = words.fill(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())));
    Timeline { at, furthest, rose: subject.rose(), text }
}

/// One of the four steps of gradient descent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FourStep {
    /// The step in words.
    pub words: Vec<Piece>,
    /// The same in numbers.
    pub line: String,
    /// All their digits.
    pub values: Vec<f64>,
    /// Whether it is being carried out.
    pub lit: bool,
}

pub(crate) fn four_steps(app: &Application) -> Vec<FourStep> {
    let stop = app.stop();
    let part = app.walkthrough.progress.part;
    let lit = if app.playing || stop.is_some() { 3 } else { part };
    let moved = part == 3;
    let (rules, words) = (&app.show.rules, app.words);
    let four = match &app.subject {
        Subject::Ball(ball) => {
            let (ending, zero) = ((rules.iterations, stop), ball.pictures.zero());
            four_steps::of_ball(ball.descent(), moved, ending, zero, words)
        }
        Subject::Network(it) => {
            let zero = ending::zero(it.run(), &it.pictures.plane.land);
            let ending = (rules, stop, app.restored());
            four_steps::of_run(it.run(), moved, ending, zero, app.microscope(), words)
        }
    };
    let step = |(index, step): (usize, four_steps::Step)| FourStep {
        words: pieces(step.words),
        line: step.line,
        values: step.values,
        lit: index == lit,
    };
    four.into_iter().enumerate().map(step).collect()
}

/// The chain rule with its numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChainRule {
    /// The weight it is about.
    pub title: Vec<Piece>,
    /// Its factors, and their product.
    pub rows: Vec<Factor>,
}

/// A factor of the chain rule, or what comes of the factors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Factor {
    /// The key that tells it from the others.
    pub key: &'static str,
    /// The sign in front of it.
    pub sign: &'static str,
    /// Its name.
    pub name: Vec<Piece>,
    /// Its number; empty as long as it is not known.
    pub text: String,
    /// All its digits.
    pub value: Option<f64>,
}

pub(crate) fn chain_rule(app: &Application) -> Option<ChainRule> {
    let (run, closely) = (app.under_microscope()?, app.microscope()?);
    let (weight, words) = (app.show.weight, app.words);
    let row = |backprop_steps::Row { key, sign, name, text, value }: backprop_steps::Row| Factor {
        key,
        sign,
        name: pieces(name),
        text,
        value,
    };
    Some(ChainRule {
        title: pieces(closely.title(run, weight, words)),
        rows: closely.rows(run, weight, words).into_iter().map(row).collect(),
    })
}
