//! Losses of single samples, and their tooltips.

use crate::canvas::geometry::Point;
use crate::network::tooltip::{Row, Tooltip, digits, sign};
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::data::split::{Part, Split};
use downhill_core::data::table::Targets;
use downhill_core::network::{Batch, Workspace, metrics};

/// A sample, by its index in its part of the split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Part of the split that it belongs to.
    pub part: Part,
    /// Index in this part.
    pub place: usize,
}

impl Sample {
    /// Row of the sample in the table.
    pub(crate) fn row(self, split: &Split) -> usize {
        split.rows(self.part)[self.place]
    }
}

/// All samples: the training samples, then the validation samples, then the test samples.
pub(crate) fn samples(split: &Split) -> impl Iterator<Item = Sample> {
    let of = |part| (0..split.rows(part).len()).map(move |place| Sample { part, place });
    Part::ALL.into_iter().flat_map(of)
}

/// Position of a row in the picture of the network's outputs: its first two inputs or, with a
/// single input, this and its value.
pub fn place(split: &Split, row: usize) -> Point {
    let inputs = &split.table.rows[row];
    let up = inputs.get(1).copied().unwrap_or_else(|| split.table.targets.target(row, 0));
    (inputs[0], up)
}

/// Relative size of the mark of a sample with loss 0, and its increase up to the largest loss.
const LEAST: f64 = 0.4;
const MORE: f64 = 1.8;

/// Buffers to compute single samples' losses.
#[derive(Clone, Debug, Default)]
pub(crate) struct SingleLoss {
    one: Batch,
    /// Workspace of the last sample, with its outputs.
    pub work: Workspace,
}

impl SingleLoss {
    /// Loss of one sample at a run's snapshot, without dropout and penalty.
    pub fn loss(&mut self, run: &Run, sample: Sample) -> f64 {
        let (split, theta) = (run.split(), &run.snapshot().parameters);
        self.one.gather(split.batch(sample.part), &[sample.place]);
        run.network().loss(theta, run.settings().cost, &self.one, &mut self.work)
    }
}

/// Losses of all samples, if they are shown.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    single: SingleLoss,
    losses: Vec<f64>,
    largest: f64,
}

impl Errors {
    /// Computes each sample's loss at a run's snapshot, or clears them.
    pub fn update(&mut self, run: &Run, asked: bool) {
        self.losses.clear();
        if asked {
            for sample in samples(run.split()) {
                self.losses.push(self.single.loss(run, sample));
            }
        }
        self.largest = self.losses.iter().fold(0.0, |largest, loss| largest.max(*loss));
    }

    /// The largest loss; `None` if losses are not shown.
    pub fn largest(&self) -> Option<f64> {
        (!self.losses.is_empty()).then_some(self.largest)
    }

    /// Relative size of a sample's mark: its area grows with the loss. Samples are counted as by
    /// `samples`. `None` if losses are not shown.
    pub fn size(&self, sample: usize) -> Option<f64> {
        let share = self.losses.get(sample)? / self.largest;
        // Where nothing costs anything, there is no share.
        let share = if share > 0.0 { share.min(1.0) } else { 0.0 };
        Some(LEAST + MORE * share.sqrt())
    }
}

/// Tooltip of the sample nearest to a point, at most `within` away.
pub(crate) fn nearest(
    run: &Run,
    places: impl Iterator<Item = (Sample, Point)>,
    at: Point,
    within: f64,
    words: Words,
) -> Option<Tooltip> {
    let apart = |(_, place): &(Sample, Point)| (place.0 - at.0).hypot(place.1 - at.1);
    let nearest = places.min_by(|a, b| apart(a).total_cmp(&apart(b)))?;
    (apart(&nearest) <= within).then(|| of_sample(run, nearest.0, words, (at, nearest.1)))
}

/// Tooltip of a sample: target, output and loss, without dropout and penalty.
fn of_sample(run: &Run, sample: Sample, words: Words, (at, mark): (Point, Point)) -> Tooltip {
    let split = run.split();
    let row = sample.row(split);
    let mut single = SingleLoss::default();
    let loss = single.loss(run, sample);
    let targets = &split.table.targets;
    let mut rows = Vec::new();
    if let Targets::Classes { names, labels } = targets {
        let shares = shares(run, single.work.outputs());
        let best = metrics::largest(&shares, 1)[0];
        let answer = [("class", &*names[best]), ("share", &words.percent(shares[best]))];
        let answer = words.fill("probe_class", &answer);
        let expected = names[labels[row]].clone();
        rows.push(Row::text(words.pieces("answers_expected", &[]), expected));
        rows.push(Row::new(words.pieces("probe_answer", &[]), answer, shares[best]));
    } else {
        for (output, answer) in single.work.outputs().iter().enumerate() {
            let (measured, value) = (targets.target(row, output), split.value(output, *answer));
            rows.push(digits(words, "probe_measured", measured));
            rows.push(digits(words, "probe_answer", value));
            rows.push(sign(words, "probe_error", value - measured));
        }
    }
    rows.push(digits(words, "probe_loss", loss));
    let key = match sample.part {
        Part::Training => "probe_row",
        Part::Validation => "probe_row_validation",
        Part::Test => "probe_row_test",
    };
    let title = words.fill(key, &[("row", &(row + 1).to_string())]);
    Tooltip { title, rows, mark, ..Tooltip::at(at) }
}

/// Shares of the classes for one sample's outputs.
pub(super) fn shares(run: &Run, outputs: &[f64]) -> Vec<f64> {
    let mut shares = outputs.to_vec();
    (run.settings().cost.shares)(&mut shares);
    shares
}
