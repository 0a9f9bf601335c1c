//! The four steps of gradient descent, on a function or of a network, with the numbers of the
//! current iteration.

use crate::function::summary::way;
use crate::function::zero::Zero;
use crate::network::diagram::backprop_steps::Microscope;
use crate::text::messages::{Piece, Words};
use downhill_core::optimizer::factors::{Factor, Move};
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
/// `iterations` is the number of steps of the run, 0 for no limit; what counts as `zero` is told as
/// 0, and stays in the values.
pub fn of_ball(
    descent: &Descent,
    moved: bool,
    (iterations, stop): (u32, Option<Stop>),
    zero: Zero,
    words: Words,
) -> [Step; 4] {
    let now = descent.snapshot();
    let (from, next) = match descent.previous() {
        Some(before) if moved => (before, now.x.clone()),
        _ => (now, descent.next()),
    };
    let Snapshot { x, gradient, optimizer, .. } = from;
    let place = |x: &[f64]| words.pair(&zero.steps(x), |part| words.significant(part, 4));
    let slopes = |slopes: &[f64]| words.pair(slopes, |part| words.signed(part, 3));
    let downhill: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
    let move_by: Vec<f64> = next.iter().zip(x).map(|(next, x)| next - x).collect();
    let told_move = zero.steps(&move_by);
    let plain = is_plain(&downhill, &move_by, optimizer.learning_rate);
    let told_slopes = match plain {
        true => zero.slopes_of(gradient, &told_move),
        false => zero.slopes(gradient),
    };
    let told_downhill: Vec<f64> = told_slopes.iter().map(|slope| -slope).collect();
    let factor = match told_slopes[..] {
        [slope] if slope < 0.0 => format!("({})", words.signed(slope, 3)),
        _ => slopes(&told_slopes),
    };
    let variables = descent.function().variables();
    let moves = descent.factors(from);
    let (product, factors) = told(moves.as_deref().unwrap_or_default(), words);
    let values = [
        ("name", variables.as_str()),
        ("f", &if x.len() == 1 { format!("f′({})", place(x)) } else { format!("∇f{}", place(x)) }),
        ("place", &place(x)),
        ("gradient", &slopes(&told_slopes)),
        ("factor", &factor),
        ("downhill", &slopes(&told_downhill)),
        ("way", &way(&told_downhill, words)),
        ("rate", &words.trimmed(optimizer.learning_rate, 4)),
        ("move", &words.pair(&told_move, |part| words.signed(part, 4))),
        ("product", &product),
        ("factors", &factors),
        ("next", &place(&next)),
        ("done", &now.iteration.to_string()),
        ("all", &iterations.to_string()),
    ];
    let stays = told_move.iter().all(|part| *part == 0.0);
    let third = match &moves {
        None => ("four_3_search", "four_3_line_search"),
        Some(_) if plain => ("four_3", "four_3_line"),
        // Factors of a move that counts as 0 would not make a 0.
        Some(_) if stays => ("four_3_other", "four_3_line_search"),
        Some(_) => ("four_3_other", "four_3_line_other"),
    };
    let level = told_slopes.iter().all(|slope| *slope == 0.0);
    let keys = [
        ("four_1", "four_1_line"),
        (if level { "four_2_level" } else { "four_2" }, "four_2_line"),
        third,
        (repeat(iterations, stop), if stop.is_none() { "four_4_line" } else { "four_4_line_over" }),
    ];
    let done = [f64::from(now.iteration)];
    written(keys, [gradient, &downhill, &next, &done], &values, words)
}

/// Index of the largest number by size, the first of equal ones.
fn largest(numbers: &[f64]) -> usize {
    let mut largest = 0;
    for (index, number) in numbers.iter().enumerate() {
        if number.abs() > numbers[largest].abs() {
            largest = index;
        }
    }
    largest
}

/// Whether a move is that of plain gradient descent: −η times the gradient.
fn is_plain(downhill: &[f64], move_by: &[f64], rate: f64) -> bool {
    let mut both = downhill.iter().zip(move_by);
    both.all(|(down, by)| (rate * down - by).abs() <= 1e-9 * by.abs().max(1e-300))
}

/// Product that makes a move, without its leading minus: in numbers, and in names.
fn told(moves: &[Move], words: Words) -> (String, String) {
    let Some(first) = moves.first() else { return (String::new(), String::new()) };
    let name = |symbol: &str| match symbol {
        "g" => words.get("gradient").to_string(),
        "b" => words.get("velocity").to_string(),
        symbol if symbol.contains(" + ") => format!("({symbol})"),
        symbol => symbol.to_string(),
    };
    let number = |of: &dyn Fn(&Move) -> f64| {
        let numbers: Vec<f64> = moves.iter().map(of).collect();
        let text = words.pair(&numbers, |number| words.significant(number, 4));
        if text.starts_with('−') { format!("({text})") } else { text }
    };
    let value = |factor: Option<Factor>| factor.map_or(1.0, |it| it.value);
    let mut numbers =
        format!("{} × {}", words.trimmed(first.rate, 4), number(&|it| it.direction.value));
    let mut names = name(first.direction.symbol);
    if let Some(scale) = first.scale {
        numbers += &format!(" × {}", number(&|it| value(it.scale)));
        names += &format!(" × {}", name(scale.symbol));
    }
    if let Some(divisor) = first.divisor {
        numbers += &format!(" / {}", number(&|it| value(it.divisor)));
        names += &format!(" / {}", name(divisor.symbol));
    }
    if moves.iter().any(|it| it.decay != 0.0) {
        numbers += &format!(" − {}", number(&|it| it.decay));
        names += &format!(" − {}", words.get("weight_decay_part"));
    }
    (numbers, names)
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

/// Key of the stop rule that has ended a network's run, if one has.
pub fn rule(stop: Stop) -> Option<&'static str> {
    match stop {
        Stop::Enough => Some("iterations"),
        Stop::Epochs => Some("epochs"),
        Stop::Reached => Some("target_loss"),
        Stop::Stalled => Some("patience"),
        Stop::Level | Stop::Diverged => None,
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
/// parameters all numbers are shown, with more the gradient's norm, the weight with the largest
/// slope and the one with the largest move; what counts as `zero` is told as 0, and stays in the
/// values. With a `microscope`, the first line is its current stage. `restored` is the iteration at
/// which patience has ended the run, if it came back here from there.
pub fn of_run(
    run: &Run,
    moved: bool,
    (rules, stop, restored): (&Rules, Option<Stop>, Option<u32>),
    zero: Zero,
    microscope: Option<&Microscope>,
    words: Words,
) -> [Step; 4] {
    let now = run.snapshot();
    let from = if moved { run.previous().unwrap_or(now) } else { now };
    let downhill: Vec<f64> = from.gradient.iter().map(|slope| -slope).collect();
    let move_by: Vec<f64> =
        from.next.iter().zip(&from.parameters).map(|(next, at)| next - at).collect();
    let neuron = downhill.len() == 2;
    let (most, steepest) = (largest(&move_by), largest(&downhill));
    let rate = from.optimizer.learning_rate;
    let plain = is_plain(&downhill, &move_by, rate);
    let told_move = zero.steps(&move_by);
    let slopes = |slopes: &[f64]| match (neuron, plain) {
        (true, true) => {
            words.pair(&zero.slopes_of(slopes, &told_move), |part| words.signed(part, 3))
        }
        (true, false) => words.pair(&zero.slopes(slopes), |part| words.signed(part, 3)),
        (false, _) => words.signed(slopes[most], 3),
    };
    let stays = neuron && told_move.iter().all(|part| *part == 0.0);
    let by = match neuron {
        true => words.pair(&told_move, |part| words.signed(part, 4)),
        false => words.signed(move_by[most], 4),
    };
    let shown: Vec<usize> = if neuron { vec![0, 1] } else { vec![most] };
    let frozen = shown.iter().any(|index| run.settings().frozen.contains(index));
    let moves: Vec<Move> = shown.iter().map(|index| from.factors(*index)).collect();
    let (product, factors) = told(&moves, words);
    let place = |x: &[f64]| match neuron {
        true => words.pair(&zero.steps(x), |part| words.significant(part, 4)),
        false => words.significant(x[most], 4),
    };
    let lowest = now.watch.best.unwrap_or(now.watch.progress);
    let values = [
        ("best", words.count(lowest.iteration)),
        ("lowest", words.significant(lowest.loss, 3)),
        ("waited", words.count(now.iteration - now.watch.progress.iteration)),
        ("end", words.count(restored.unwrap_or(now.iteration))),
        ("count", downhill.len().to_string()),
        ("samples", from.batch.len().to_string()),
        ("length", words.significant(from.gradient_norm, 3)),
        ("weight", words.parameter(run, most)),
        ("gradient", slopes(&from.gradient)),
        ("downhill", slopes(&downhill)),
        ("place", place(&from.parameters)),
        ("steepest", words.parameter(run, steepest)),
        ("steep", words.signed(downhill[steepest], 3)),
        ("rate", words.trimmed(rate, 4)),
        ("move", by),
        ("product", product),
        ("factors", factors),
        ("next", place(&from.next)),
        ("done", now.iteration.to_string()),
        ("all", rules.iterations.to_string()),
        ("epochs", words.count(rules.epochs)),
        ("patience", words.count(rules.patience)),
        ("target", words.short(rules.target_loss.unwrap_or_default())),
        ("epoch", (now.epoch + 1).to_string()),
        ("complete", words.count(now.epoch)),
        ("seen", now.seen.to_string()),
        ("of", run.split().train.n.to_string()),
    ];
    let repeat = match stop {
        Some(Stop::Stalled) if restored.is_some() => "stop_restored",
        Some(Stop::Stalled) if run.is_validated() => "stop_stalled_validation",
        None if !neuron && rules.iterations == 0 => "network_4_open",
        None if !neuron => "network_4",
        stop => repeat(rules.iterations, stop),
    };
    let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
    let level = zero.slopes_of(&downhill, &told_move).iter().all(|slope| *slope == 0.0);
    let second = if level { "network_2_level" } else { "network_2" };
    let second_line = if most == steepest { "network_2_line" } else { "network_2_line_two" };
    let title = match (neuron, plain) {
        (true, true) => "neuron_3",
        (true, false) => "neuron_3_other",
        (false, true) => "network_3",
        (false, false) => "network_3_other",
    };
    let third = match (neuron, frozen) {
        (true, false) if plain => "neuron_3_line",
        (true, false) if !stays => "neuron_3_line_other",
        (true, _) => "neuron_3_line_frozen",
        (false, false) => "network_3_line",
        (false, true) => "network_3_line_frozen",
    };
    let fourth = if neuron && run.sees_all() { "neuron_4_line" } else { "network_4_line" };
    let keys = match neuron {
        true => [
            ("neuron_1", "neuron_1_line"),
            (second, "neuron_2_line"),
            (title, third),
            (repeat, fourth),
        ],
        false => [
            ("network_1", "network_1_line"),
            (second, second_line),
            (title, third),
            (repeat, fourth),
        ],
    };
    let done = [f64::from(now.iteration)];
    let numbers = [&from.gradient[..], &downhill, &from.next, &done];
    let mut steps = written(keys, numbers, &values, words);
    if stop.is_none() && rules.patience > 0 {
        let watched = if run.is_validated() { "waits_validation" } else { "waits_training" };
        steps[3].words.extend(words.pieces(watched, &values));
    }
    if let Some(line) = microscope.and_then(|it| it.line(run, words)) {
        steps[0].line = line;
    }
    steps
}
