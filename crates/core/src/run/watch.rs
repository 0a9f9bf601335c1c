//! Watched loss: what early stopping needs to know of the losses so far.

/// Smallest relative decrease of the watched loss that counts as progress.
pub const PROGRESS: f64 = 1e-4;

/// A loss, and the iteration at which it was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The loss.
    pub loss: f64,
    /// The iteration.
    pub iteration: u32,
}

/// The loss watched by early stopping: on the validation samples that of the data alone, or,
/// without any, on the training samples with the penalty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watch {
    /// Last progress: the loss was lower than at the progress before by [`PROGRESS`] of it.
    pub progress: Measured,
    /// Lowest validation loss, the first of equal ones; `None` without a finite one.
    pub best: Option<Measured>,
}

impl Default for Watch {
    fn default() -> Watch {
        Watch { progress: Measured { loss: f64::INFINITY, iteration: 0 }, best: None }
    }
}

impl Watch {
    /// The watch after another validation loss.
    pub(super) fn validated(self, now: Measured) -> Watch {
        let lower = |best: &Measured| best.loss <= now.loss;
        let best = match now.loss.is_finite() {
            true => self.best.filter(lower).or(Some(now)),
            false => self.best,
        };
        Watch { best, ..self.progressed(now) }
    }

    /// The watch after another loss, without a validation loss.
    pub(super) fn progressed(self, now: Measured) -> Watch {
        let Measured { loss, .. } = self.progress;
        let falls = match loss.is_finite() {
            true => now.loss < loss - PROGRESS * loss.abs(),
            false => now.loss.is_finite(),
        };
        Watch { progress: if falls { now } else { self.progress }, ..self }
    }
}
