//! The four steps of gradient descent, on a function or of a network, with the numbers of the
//! current iteration.

use crate::function::summary::way;
use crate::network::diagram::backprop_steps::Microscope;
use crate::text::messages::{Piece, Words};
use crate::text::number::{count, pair, short, signed, significant};
use downhill_core::run::descent::Snapshot;
use downhill_core::run::stop_rules::{Rules, Stop};
use downhill_core::{Descent, Run};

/// One of the four steps.
pub struct Step {
    /// Description, as pieces of a sentence.
    pub words: Vec<Piece>,
    /// Line of the algorithm, with its numbers.
    pub line: String,
    /// Resulting numbers of the step, at full precision.
    pub values: Vec<f64>,
}

/// The four steps from the ball's current position; once `moved`, those of the last update.
/// `iterations` is the number of steps of the run, 0 for no limit.
pub fn of_ball(
    descent: &Descent,
    moved: bool,
    iterations: u32,
    stop: Option<Stop>,
    words: Words,
) -> [Step; 4] {
    let now = descent.snapshot();
    let (from, next) = match descent.previous() {
        Some(before) if moved => (before, now.x.clone()),
        _ => (now, descent.next()),
    };
    let Snapshot { x, gradient, optimizer, .. } = from;
    let place = |x: &[f64]| pair(x, |part| significant(part, 4));
    let slopes = |slopes: &[f64]| pair(slopes, |part| signed(part, 3));
    let downhill: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
    let move_by: Vec<f64> = next.iter().zip(x).map(|(next, x)| next - x).collect();
    let factor = match gradient[..] {
        [slope] if slope < 0.0 => format!("({})", signed(slope, 3)),
        _ => slopes(gradient),
    };
    let variables = descent.function().variables();
    let values = [
        ("name", variables.as_str()),
        ("f", &if x.len() == 1 { format!("f′({})", place(x)) } else { format!("∇f{}", place(x)) }),
        ("place", &place(x)),
        ("gradient", &slopes(gradient)),
        ("factor", &factor),
        ("downhill", &slopes(&downhill)),
        ("way", &way(&downhill, words)),
        ("rate", &short(optimizer.learning_rate)),
        ("move", &slopes(&move_by)),
        ("next", &place(&next)),
        ("done", &now.iteration.to_string()),
        ("all", &iterations.to_string()),
    ];
    let plain = is_plain(&downhill, &move_by, optimizer.learning_rate);
    let keys = [
        ("four_1", "four_1_line"),
        ("four_2", "four_2_line"),
        ("four_3", if plain { "four_3_line" } else { "four_3_line_other" }),
        (repeat(iterations, stop), "four_4_line"),
    ];
    let done = [f64::from(now.iteration)];
    written(keys, [gradient, &downhill, &next, &done], &values, words)
}

/// Whether a move is that of plain gradient descent: −η times the gradient.
fn is_plain(downhill: &[f64], move_by: &[f64], rate: f64) -> bool {
    let mut both = downhill.iter().zip(move_by);
    both.all(|(down, by)| (rate * down - by).abs() <= 1e-9 * by.abs().max(1e-300))
}

/// Builds the steps from the text keys of their descriptions and lines, with these numbers.
fn written(
    keys: [(&str, &str); 4],
    numbers: [&[f64]; 4],
    values: &[(&str, &str)],
    words: Words,
) -> [Step; 4] {
    let mut numbers = numbers.into_iter();
    keys.map(|(title, line)| Step {
        words: words.pieces(title, values),
        line: words.fill(line, values),
        values: numbers.next().unwrap_or_default().to_vec(),
    })
}

/// Key of the stop rule that has ended a network's run, if it is one for networks only.
pub fn rule(stop: Stop) -> Option<&'static str> {
    match stop {
        Stop::Epochs => Some("epochs"),
        Stop::Reached => Some("target_loss"),
        Stop::Stalled => Some("patience"),
        Stop::Enough | Stop::Level | Stop::Diverged => None,
    }
}

/// Text key of the fourth step.
fn repeat(iterations: u32, stop: Option<Stop>) -> &'static str {
    match (stop, iterations) {
        (Some(Stop::Enough), _) => "stop_enough",
        (Some(Stop::Epochs), _) => "stop_epochs",
        (Some(Stop::Reached), _) => "stop_reached",
        (Some(Stop::Stalled), _) => "stop_stalled",
        (Some(Stop::Level), _) => "stop_level",
        (Some(Stop::Diverged), _) => "stop_diverged",
        (None, 0) => "four_4_open",
        (None, _) => "four_4",
    }
}

/// The four steps of a network's run; once `moved`, those of the last update. With two
/// parameters all numbers are shown, with more the gradient's norm and the weight with the
/// largest move. With a `microscope`, the first line is its current stage.
pub fn of_run(
    run: &Run,
    moved: bool,
    rules: &Rules,
    stop: Option<Stop>,
    microscope: Option<&Microscope>,
    words: Words,
) -> [Step; 4] {
    let now = run.snapshot();
    let from = if moved { run.previous().unwrap_or(now) } else { now };
    let downhill: Vec<f64> = from.gradient.iter().map(|slope| -slope).collect();
    let move_by: Vec<f64> =
        from.next.iter().zip(&from.parameters).map(|(next, at)| next - at).collect();
    let neuron = downhill.len() == 2;
    let mut most = 0;
    for (index, by) in move_by.iter().enumerate() {
        if by.abs() > move_by[most].abs() {
            most = index;
        }
    }
    let rate = from.optimizer.learning_rate;
    let plain = is_plain(&downhill, &move_by, rate);
    let slopes = |slopes: &[f64]| match neuron {
        true => pair(slopes, |part| signed(part, 3)),
        false => signed(slopes[most], 3),
    };
    let place = |x: &[f64]| match neuron {
        true => pair(x, |part| significant(part, 4)),
        false => significant(x[most], 4),
    };
    let values = [
        ("count", downhill.len().to_string()),
        ("samples", from.batch.len().to_string()),
        ("length", significant(from.gradient_norm, 3)),
        ("weight", words.parameter(run, most)),
        ("gradient", slopes(&from.gradient)),
        ("downhill", slopes(&downhill)),
        ("place", place(&from.parameters)),
        ("rate", short(rate)),
        ("move", slopes(&move_by)),
        ("next", place(&from.next)),
        ("done", now.iteration.to_string()),
        ("all", rules.iterations.to_string()),
        ("epochs", count(rules.epochs)),
        ("patience", count(rules.patience)),
        ("target", short(rules.target_loss.unwrap_or_default())),
        ("epoch", (now.epoch + 1).to_string()),
        ("seen", now.seen.to_string()),
        ("of", run.split().train.n.to_string()),
    ];
    let repeat = repeat(rules.iterations, stop);
    let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
    let third = if plain { "neuron_3_line" } else { "neuron_3_line_other" };
    let fourth = if neuron && run.sees_all() { "neuron_4_line" } else { "network_4_line" };
    let keys = match neuron {
        true => [
            ("neuron_1", "neuron_1_line"),
            ("network_2", "neuron_2_line"),
            ("neuron_3", third),
            (repeat, fourth),
        ],
        false => [
            ("network_1", "network_1_line"),
            ("network_2", "network_2_line"),
            ("network_3", "network_3_line"),
            (repeat, fourth),
        ],
    };
    let done = [f64::from(now.iteration)];
    let numbers = [&from.gradient[..], &downhill, &from.next, &done];
    let mut steps = written(keys, numbers, &values, words);
    if let Some(line) = microscope.and_then(|it| it.line(run, words)) {
        steps[0].line = line;
    }
    steps
}
