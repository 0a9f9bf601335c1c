//! Which samples hurt most: what each of them alone costs.

use crate::network::tooltip::{Sample, samples};
use downhill_core::Run;
use downhill_core::network::{Batch, Workspace};

/// How large the mark of a sample that costs nothing is, beside the usual, and how much
/// larger that of the one which costs most.
const LEAST: f64 = 0.4;
const MORE: f64 = 1.8;

/// Room to ask for single samples' losses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Room {
    one: Batch,
    /// What the network of the last sample put out.
    pub work: Workspace,
}

impl Room {
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
    room: Room,
    losses: Vec<f64>,
    largest: f64,
}

impl Errors {
    /// Asks for each sample's loss at a run's snapshot, or forgets them.
    pub fn update(&mut self, run: &Run, asked: bool) {
        self.losses.clear();
        if asked {
            for sample in samples(run.split()) {
                self.losses.push(self.room.loss(run, sample));
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
