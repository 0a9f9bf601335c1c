//! Which samples hurt most: what each of them alone costs.

use crate::canvas::pen::Point;
use crate::network::tooltip::{Row, Tooltip, digits, sign};
use crate::text::messages::Words;
use crate::text::number;
use downhill_core::Run;
use downhill_core::data::split::Split;
use downhill_core::data::table::Targets;
use downhill_core::network::{Batch, Workspace, metrics};

/// A row of the data, as it stands among those it learns from or is tested on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Whether it is kept for testing.
    pub test: bool,
    /// Its place among these.
    pub place: usize,
}

impl Sample {
    /// Its row in the table.
    pub(crate) fn row(self, split: &Split) -> usize {
        let rows = if self.test { &split.test_rows } else { &split.train_rows };
        rows[self.place]
    }
}

/// All samples: those it learns from, then those for testing.
pub(crate) fn samples(split: &Split) -> impl Iterator<Item = Sample> {
    let all = |test, count| (0..count).map(move |place| Sample { test, place });
    all(false, split.train.n).chain(all(true, split.test.n))
}

/// Where a row stands among the network's answers: its first two inputs or, if it has but
/// one, this and its value.
pub fn place(split: &Split, row: usize) -> Point {
    let inputs = &split.table.rows[row];
    let up = inputs.get(1).copied().unwrap_or_else(|| split.table.targets.target(row, 0));
    (inputs[0], up)
}

/// How large the mark of a sample that costs nothing is, beside the usual, and how much
/// larger that of the one which costs most.
const LEAST: f64 = 0.4;
const MORE: f64 = 1.8;

/// Room to ask for single samples' losses.
#[derive(Clone, Debug, Default)]
pub(crate) struct SingleLoss {
    one: Batch,
    /// What the network of the last sample put out.
    pub work: Workspace,
}

impl SingleLoss {
    /// What a sample alone costs at a run's snapshot, without dropout and penalty.
    pub fn loss(&mut self, run: &Run, sample: Sample) -> f64 {
        let (split, theta) = (run.split(), &run.snapshot().parameters);
        self.one.gather(if sample.test { &split.test } else { &split.train }, &[sample.place]);
        run.network().loss(theta, run.settings().cost, &self.one, &mut self.work)
    }
}

/// All samples' losses, if they are to be seen.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    single: SingleLoss,
    losses: Vec<f64>,
    largest: f64,
}

impl Errors {
    /// Asks for each sample's loss at a run's snapshot, or forgets them.
    pub fn update(&mut self, run: &Run, asked: bool) {
        self.losses.clear();
        if asked {
            for sample in samples(run.split()) {
                self.losses.push(self.single.loss(run, sample));
            }
        }
        self.largest = self.losses.iter().fold(0.0, |largest, loss| largest.max(*loss));
    }

    /// The largest of them; none if they are not to be seen.
    pub fn largest(&self) -> Option<f64> {
        (!self.losses.is_empty()).then_some(self.largest)
    }

    /// How large a sample's mark is beside the usual: its area grows with the loss. Training
    /// samples come first, then those for testing. None if losses are not to be seen.
    pub fn size(&self, sample: usize) -> Option<f64> {
        let share = self.losses.get(sample)? / self.largest;
        // Where nothing costs anything, there is no share.
        let share = if share > 0.0 { share.min(1.0) } else { 0.0 };
        Some(LEAST + MORE * share.sqrt())
    }
}

/// What is told of the sample that is nearest to a point, and not farther away than `within`.
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

/// What is expected of a sample, what the network answers, and what that alone costs,
/// without dropout and penalty.
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
        let answer = [("class", &*names[best]), ("share", &number::percent(shares[best]))];
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
    let key = if sample.test { "probe_row_test" } else { "probe_row" };
    let title = words.fill(key, &[("row", &(row + 1).to_string())]);
    Tooltip { title, rows, mark, ..Tooltip::at(at) }
}

/// How much each class is held to be the right one.
pub(super) fn shares(run: &Run, outputs: &[f64]) -> Vec<f64> {
    let mut shares = outputs.to_vec();
    (run.settings().cost.shares)(&mut shares);
    shares
}
