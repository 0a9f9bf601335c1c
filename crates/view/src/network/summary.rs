//! Summary of a network's state in words and numbers.

use crate::function::zero::Zero;
use crate::network::ending::share;
use crate::network::regression::Fit;
use crate::text::messages::{self, Piece, Words};
use crate::text::readout::Readout;
use downhill_core::Run;
use downhill_core::analysis::curvature::Curvature;
use downhill_core::experiment::edit;
use downhill_core::run::snapshot::{Quantity, Status};

/// Legend of the classes' marks and of training, validation and test samples.
pub fn legend(run: &Run, words: Words) -> Vec<Piece> {
    let split = run.split();
    let mark = |(class, name): (usize, &str)| {
        words.fill(&format!("class_mark_{}", class % 3 + 1), &[("name", name)])
    };
    let classes: Vec<String> = words.targets(run).into_iter().enumerate().map(mark).collect();
    let (train, test) = (split.train.n.to_string(), split.test.n.to_string());
    let classes = classes.join(" ");
    let key = match (Fit::suits(run), &run.experiment().target) {
        (false, _) => "boundary_note",
        (true, None) => "fit_note",
        (true, Some(_)) => "fit_note_formula",
    };
    let mut legend = messages::cut(
        &words.fill(key, &[("classes", &classes), ("train", &train), ("test", &test)]),
    );
    if run.experiment().validation_fraction > 0.0 {
        let count = split.validation.n.to_string();
        legend.extend(words.pieces("validation_note", &[("validation", &count)]));
    }
    legend
}

/// Progress of the epoch, in words, and as shares of all samples: of those visited, and of those
/// visited after the next step.
pub fn visits(run: &Run, words: Words) -> (Vec<Piece>, [f64; 2]) {
    let (at, of) = (run.snapshot(), run.split().train.n);
    let (seen, count) = (at.seen, at.batch.len());
    let key = match run.visits() {
        _ if run.sees_all() => "visits_all",
        None => "visits_own",
        Some([.., []]) => "visits_last",
        Some(_) if seen == 0 && at.epoch > 0 => "visits_begin",
        Some(_) => "visits",
    };
    let values = [
        ("epoch", &*(at.epoch + 1).to_string()),
        ("before", &*at.epoch.to_string()),
        ("seen", &*seen.to_string()),
        ("count", &*count.to_string()),
        ("of", &*of.to_string()),
    ];
    let share = |samples: usize| (samples as f64 / of as f64).min(1.0);
    (words.pieces(key, &values), [share(seen), share(seen + count)])
}

/// Numbers of a run's snapshot; `weight` is the selected one.
pub fn numbers(run: &Run, weight: usize, words: Words) -> Vec<Readout> {
    let snapshot = run.snapshot();
    let figure = |key, value: f64, text: String| Readout { key, text, value };
    let count = |key, value: u32| figure(key, f64::from(value), words.count(value));
    let digits = |key, value: f64, digits| figure(key, value, words.significant(value, digits));
    let sign = |key, value: f64| figure(key, value, words.signed(value, 5));
    let share = |key, value: f64| figure(key, value, words.percent(value));
    if let (&[at, bias], &[along, up], &[next, next_bias], true) =
        (&snapshot.parameters[..], &snapshot.gradient[..], &snapshot.next[..], Fit::suits(run))
    {
        return vec![
            digits("neuron_weight", at, 5),
            digits("neuron_bias", bias, 5),
            digits("cost", snapshot.batch_loss, 5),
            sign("slope_weight", along),
            sign("slope_bias", up),
            sign("step_weight", next - at),
            sign("step_bias", next_bias - bias),
        ];
    }
    let mut all = vec![
        count("iteration", snapshot.iteration),
        count("epoch", snapshot.epoch),
        digits("train_loss", snapshot.train.loss, 4),
        digits("validation_loss", snapshot.validation.data_loss, 4),
        digits("test_loss", snapshot.test.loss, 4),
        digits("batch_loss", snapshot.batch_loss, 4),
        share("train_accuracy", snapshot.train.accuracy),
        share("validation_accuracy", snapshot.validation.accuracy),
        share("test_accuracy", snapshot.test.accuracy),
        digits("train_r_squared", snapshot.train.r_squared, 3),
        digits("validation_r_squared", snapshot.validation.r_squared, 3),
        digits("test_r_squared", snapshot.test.r_squared, 3),
        digits("gradient_norm", snapshot.gradient_norm, 4),
        digits("value", snapshot.parameters[weight], 5),
        sign("gradient", snapshot.gradient[weight]),
        sign("next_step", snapshot.next[weight] - snapshot.parameters[weight]),
    ];
    // Where values are found there is no accuracy, of classes no R², and of no samples nothing.
    let (values, untested) = (Fit::suits(run), run.split().test.n == 0);
    let unvalidated = !run.is_validated();
    all.retain(|figure| match figure.key {
        "test_loss" | "test_accuracy" if untested => false,
        "validation_loss" | "validation_accuracy" if unvalidated => false,
        "train_r_squared" | "validation_r_squared" | "test_r_squared" => figure.value.is_finite(),
        _ => !values || figure.value.is_finite(),
    });
    all
}

/// Name of a run's cost.
pub fn cost(run: &Run, words: Words) -> &'static str {
    words.get(run.settings().cost.id)
}

/// A loss with its unit: nats of a cross-entropy, deviations of values that are standardized.
pub fn with_unit(run: &Run, loss: f64, words: Words) -> String {
    let text = words.significant(loss, 3);
    let unit = match (run.settings().cost.id, run.experiment().standardize_targets) {
        ("softmax_cross_entropy" | "binary_cross_entropy", _) => "unit_nats",
        ("squared_error" | "half_squared_error", true) => "unit_squared_deviations",
        ("absolute_error", true) => "unit_deviations",
        _ => return text,
    };
    format!("{text} {}", words.get(unit))
}

/// Shares of right answers on training and test samples, or R² of values.
pub fn shares(run: &Run, words: Words) -> Vec<Piece> {
    let snapshot = run.snapshot();
    let [train, test] = [&snapshot.train, &snapshot.test].map(|of| match of.accuracy.is_nan() {
        true => words.significant(of.r_squared, 3),
        false => words.percent(of.accuracy),
    });
    let key = match (snapshot.train.accuracy.is_nan(), run.split().test.n) {
        (true, 0) => "r_squared_share_alone",
        (true, _) => "r_squared_share",
        (false, 0) => "right_share_alone",
        (false, _) => "right_share",
    };
    words.pieces(key, &[("train", &train), ("test", &test)])
}

/// Beginning of the first sentence: how the weights at the start came about.
fn beginning(run: &Run) -> &'static str {
    let (network, theta, asked) = (run.network(), &run.snapshot().parameters, run.experiment());
    let is_weight = |index: &usize| network.parameter(*index).input.is_some();
    let weights: Vec<f64> = (0..theta.len()).filter(is_weight).map(|index| theta[index]).collect();
    let set =
        asked.edits.iter().any(|edit| edit.iteration == 0 && edit::weight(&edit.key).is_some());
    if weights.iter().all(|weight| *weight == 0.0) {
        "start_zeros"
    } else if weights.len() > 1 && weights.iter().all(|weight| *weight == weights[0]) {
        "start_equal"
    } else if set || asked.weights.is_some() || !asked.start.is_empty() {
        "start_given"
    } else {
        "start_random"
    }
}

/// Factor of the initial loss above which a loss counts as worse, not just unsteady.
const WORSE: f64 = 1.05;

/// Size from which a neuron's weight or bias is far outside its picture.
pub(super) const FAR: f64 = 1e4;

/// Bound below which a slope counts as 0.
const LEVEL: f64 = 5e-5;

/// Sentence on the current state; of a neuron's numbers, what counts as `zero` is told as 0. `None`
/// of a network that learns: [`progress`](crate::network::progress) tells of it.
pub fn sentence(run: &Run, weight: usize, zero: Zero, words: Words) -> Option<Vec<Piece>> {
    let snapshot = run.snapshot();
    if let Status::Diverged { iteration, what } = run.status() {
        let what = match what {
            Quantity::Parameter => "quantity_parameter",
            Quantity::Loss => "quantity_loss",
            Quantity::Gradient => "quantity_gradient",
        };
        let iteration = words.count(iteration);
        let grew = words.count(snapshot.grew);
        let (objective, seed) = (run.objective(), run.experiment().seed);
        let curvature =
            Curvature::default().largest_eigenvalue(&objective, &snapshot.parameters, seed);
        let curvature = words.significant(curvature.value, 2);
        let key = if snapshot.grew > 1 { "sentence_diverged_grew" } else { "sentence_diverged" };
        let what = words.get(what);
        let values = [
            ("iteration", iteration.as_str()),
            ("what", what),
            ("grew", &grew),
            ("curvature", &curvature),
        ];
        return Some(words.pieces(key, &values));
    }
    if let ([at, bias], true) = (&snapshot.parameters[..], Fit::suits(run)) {
        let step = zero.step(&snapshot.parameters, &snapshot.next);
        let signs = |of: &[f64]| words.pair(of, |part| words.signed(part, 3));
        let values = [
            ("weight", words.significant(*at, 3)),
            ("bias", words.significant(*bias, 3)),
            ("cost", cost(run, words).to_string()),
            ("loss", with_unit(run, snapshot.batch_loss, words)),
            ("gradient", signs(&zero.slopes(&snapshot.gradient))),
            ("step", signs(&step)),
        ];
        let far = at.abs().max(bias.abs()) > FAR;
        return Some(words.pieces(
            if far { "neuron_far" } else { "neuron_sentence" },
            &values.each_ref().map(|(key, text)| (*key, text.as_str())),
        ));
    }
    let slope = snapshot.gradient[weight];
    let start = run.history().points().first().map_or(f64::INFINITY, |point| point.train);
    let level = slope.abs() < LEVEL;
    let key = if snapshot.iteration == 0 {
        match (Fit::suits(run), level) {
            (true, true) => "sentence_start_values_level",
            (true, false) => "sentence_start_values",
            (false, true) => "sentence_start_level",
            (false, false) => "sentence_start",
        }
    } else if snapshot.train.loss > WORSE * start {
        "sentence_worse"
    } else {
        return None;
    };
    Some(words.pieces(
        key,
        &[
            ("slope", &words.signed(slope, 3)),
            ("accuracy", &share(&snapshot.train, words)),
            ("loss", &with_unit(run, snapshot.train.loss, words)),
            ("start", words.get(beginning(run))),
            ("cost", cost(run, words)),
            ("direction", words.get(if slope < 0.0 { "right" } else { "left" })),
        ],
    ))
}
