//! Where one is in the run: the moment, the four steps, and a step seen closely.

use super::subject::{Piece, pieces};
use crate::application::Application;
use crate::subject::Subject;
use downhill_view::four_steps;
use downhill_view::network::diagram::backprop_steps;
use downhill_view::text::number;
use serde::Serialize;

/// Where one is in the run.
#[derive(PartialEq, Serialize)]
pub struct Timeline {
    at: u32,
    furthest: u32,
    /// The first iteration at which the loss was larger than before.
    rose: Option<u32>,
    text: String,
}

pub(crate) fn timeline(app: &Application) -> Timeline {
    let (subject, words) = (&app.subject, app.words);
    let speed = app.pace.as_ref().and_then(|pace| pace.speed).filter(|_| app.playing);
    let (at, furthest) = (subject.iteration(), subject.furthest());
    let network = subject.run().is_some_and(|run| run.network().parameters() > 2);
    let key = match (network, furthest) {
        _ if speed.is_some() => "iteration_speed",
        (true, 0) => "iteration_first",
        (true, _) => "iteration_of",
        (false, 0) => "step_first",
        (false, _) => "step_of",
    };
    let speed = speed.unwrap_or_default().round() as u32;
    let values = [("at", at), ("furthest", furthest), ("speed", speed)];
    let values = values.map(|(key, value)| (key, number::count(value)));
    let text = words.fill(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())));
    Timeline { at, furthest, rose: subject.rose(), text }
}

/// One of the four steps of gradient descent.
#[derive(PartialEq, Serialize)]
pub struct FourStep {
    pub words: Vec<Piece>,
    line: String,
    values: Vec<f64>,
    /// Whether it is being carried out.
    lit: bool,
}

pub(crate) fn four_steps(app: &Application) -> Vec<FourStep> {
    let stop = app.stop();
    let part = app.walkthrough.progress.part;
    let lit = if app.playing || stop.is_some() { 3 } else { part };
    let moved = part == 3;
    let (rules, words) = (&app.show.rules, app.words);
    let four = match &app.subject {
        Subject::Ball(ball) => {
            four_steps::of_ball(ball.descent(), moved, rules.iterations, stop, words)
        }
        Subject::Network(it) => {
            four_steps::of_run(it.run(), moved, rules, stop, app.microscope(), words)
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
#[derive(PartialEq, Serialize)]
pub struct ChainRule {
    title: Vec<Piece>,
    rows: Vec<Factor>,
}

#[derive(PartialEq, Serialize)]
struct Factor {
    key: &'static str,
    sign: &'static str,
    name: Vec<Piece>,
    text: String,
    value: Option<f64>,
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

/// All that the microscope shows.
#[derive(Serialize)]
pub struct Closely {
    /// The sample's place among those of the step; null for all.
    sample: Option<usize>,
    /// Values and δ of each layer, of the sample or the means.
    values: Vec<Vec<f64>>,
    deltas: Vec<Vec<f64>>,
    cost: f64,
    penalty: f64,
    gradient: Vec<f64>,
    step: Vec<f64>,
    /// How far off the measured slope may be, and whether a kink is too near.
    error: f64,
    kinked: bool,
}

/// The microscope's view of the coming step; null if it is not looked at so closely.
pub fn microscope(app: &Application) -> Option<Closely> {
    let it = app.microscope()?;
    let layers = |backward| (0..it.parts.layers.len()).map(|at| it.layer(at, backward)).collect();
    Some(Closely {
        sample: it.sample,
        values: layers(false),
        deltas: layers(true),
        cost: it.cost(),
        penalty: it.parts.penalty,
        gradient: it.parts.gradient.clone(),
        step: it.parts.step.clone(),
        error: it.measured.error,
        kinked: it.measured.kinked,
    })
}
