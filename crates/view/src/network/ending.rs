//! Ending of a network's run, in words: whether a neuron is at rest, and what a run has come to.

use crate::function::ending::{is_near, stays, steps};
use crate::function::summary::{LEVEL, LEVEL_SHARE, STILL};
use crate::function::zero::Zero;
use crate::network::regression::Fit;
use crate::network::summary::{FAR, cost, with_unit};
use crate::plots::contour_map::Landscape;
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::run::snapshot::{Metrics, Status};

/// Costs that are convex in the weight and bias of a linear neuron: level ground is the lowest.
const CONVEX: [&str; 4] = ["squared_error", "half_squared_error", "absolute_error", "huber"];

/// Sizes below which a neuron's numbers are told as 0 on this landscape. Those of a network are
/// told as they are.
pub fn zero(run: &Run, land: &Landscape) -> Zero {
    if run.network().parameters() != 2 {
        return Zero::default();
    }
    let (width, steepness) = (land.window.0.1 - land.window.0.0, steepness(land));
    if steepness.is_finite() { Zero::new(steepness, width) } else { Zero::default() }
}

/// Height of a landscape over its width.
fn steepness(land: &Landscape) -> f64 {
    (land.heights.high - land.heights.low) / (land.window.0.1 - land.window.0.0)
}

/// Whether a neuron is at rest on this landscape: its gradient is almost 0, stays so in the steps
/// to come, and all that these move weight and bias by is too little to be seen.
pub fn is_at_rest(run: &Run, land: &Landscape) -> bool {
    let window = [land.window.0, land.window.1];
    let steepest = LEVEL.min(LEVEL_SHARE * steepness(land));
    let here = &run.snapshot().parameters;
    stays(run, Run::step, |ahead| {
        let now = ahead.snapshot();
        let level = now.gradient_norm == 0.0 || now.gradient_norm <= steepest;
        level && is_near(&now.parameters, here, &window, STILL)
    })
}

/// Sentence on how a neuron's run has ended, or that its steps lead ever higher; `None` of one
/// that goes on. `enough`: all its steps are made.
pub fn of_neuron(run: &Run, land: &Landscape, enough: bool, words: Words) -> Option<Vec<Piece>> {
    let (here, asked) = (run.snapshot(), run.settings());
    let first = run.history().points().first()?;
    let key = if let Status::Diverged { .. } = run.status() {
        "neuron_stopped"
    } else if here.iteration == 0 || here.parameters.iter().any(|at| at.abs() > FAR) {
        return None;
    } else if here.grew > 1 && here.train.loss > first.train {
        "neuron_grows"
    } else if is_at_rest(run, land) {
        let plain = asked.output_activation.id == "identity" && CONVEX.contains(&asked.cost.id);
        match plain && asked.frozen.is_empty() && run.sees_all() && here.penalty == 0.0 {
            true => "neuron_rests_best",
            false => "neuron_rests",
        }
    } else if enough && here.grew == 0 && here.train.loss < first.train {
        "neuron_falls"
    } else {
        return None;
    };
    let iteration = match run.status() {
        Status::Diverged { iteration, .. } => iteration,
        Status::Running => here.iteration,
    };
    Some(words.pieces(
        key,
        &[
            ("steps", &steps(iteration, words)),
            ("grew", &steps(here.grew, words)),
            ("cost", cost(run, words)),
            ("from", &with_unit(run, first.train, words)),
            ("loss", &with_unit(run, here.train.loss, words)),
        ],
    ))
}

/// Sentence on what a run has come to since its start: of classes the share of right answers, of
/// values the loss.
pub fn of_network(run: &Run, start: &Metrics, words: Words) -> Vec<Piece> {
    let here = run.snapshot();
    let values = Fit::suits(run) || here.train.accuracy.is_nan();
    let key = match values {
        false => "network_ended",
        true if here.train.loss < start.loss => "network_ended_fell",
        true => "network_ended_values",
    };
    words.pieces(
        key,
        &[
            ("steps", &steps(here.iteration, words)),
            ("cost", cost(run, words)),
            ("from", &if values { with_unit(run, start.loss, words) } else { share(start, words) }),
            (
                "to",
                &if values {
                    with_unit(run, here.train.loss, words)
                } else {
                    share(&here.train, words)
                },
            ),
        ],
    )
}

/// Share of right answers, without decimals where that does not make it all or nothing.
pub(super) fn share(of: &Metrics, words: Words) -> String {
    let whole = (100.0 * of.accuracy).round();
    let all_or_nothing =
        (whole == 100.0 && of.accuracy < 1.0) || (whole == 0.0 && of.accuracy > 0.0);
    if all_or_nothing { words.percent(of.accuracy) } else { format!("{whole} %") }
}
