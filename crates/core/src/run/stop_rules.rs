//! Stop rules: conditions that end a run.

use crate::run::snapshot::Snapshot;
use crate::run::watch::Measured;

/// Reason why a run has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The number of iterations is reached.
    Enough,
    /// The number of epochs is reached.
    Epochs,
    /// The target loss is reached.
    Reached,
    /// Early stopping: the watched loss has not decreased for `patience` iterations.
    Stalled,
    /// The gradient is almost 0.
    Level,
    /// A number is no longer finite.
    Diverged,
}

/// Conditions that end a run; the first one fulfilled counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rules {
    /// Number of iterations; 0 for no limit.
    pub iterations: u32,
    /// Number of epochs of a network's training; 0 for no limit.
    pub epochs: u32,
    /// Target training loss; `None` for no limit.
    pub target_loss: Option<f64>,
    /// Patience: the number of iterations without a relative decrease of the watched loss by 10⁻⁴
    /// after which the run ends; 0 for no limit. The loss is the one on all validation samples,
    /// without the penalty; with no such samples, on all training samples with the penalty.
    pub patience: u32,
}

impl Rules {
    /// Whether there are no conditions.
    pub fn is_empty(&self) -> bool {
        *self == Rules::default()
    }

    /// Reason to end a network's run in this state, if any.
    pub fn stop(&self, at: &Snapshot) -> Option<Stop> {
        let waited = at.iteration - at.watch.progress.iteration;
        if self.target_loss.is_some_and(|target| at.train.loss <= target) {
            Some(Stop::Reached)
        } else if self.iterations > 0 && at.iteration >= self.iterations {
            Some(Stop::Enough)
        } else if self.epochs > 0 && at.epoch >= self.epochs {
            Some(Stop::Epochs)
        } else if self.patience > 0 && waited >= self.patience {
            Some(Stop::Stalled)
        } else {
            None
        }
    }

    /// State to go back to where patience has ended a run: that of the lowest validation loss.
    /// `None` if something else ended it, or there are no validation samples.
    pub fn restored(&self, end: &Snapshot) -> Option<Measured> {
        end.watch.best.filter(|_| self.stop(end) == Some(Stop::Stalled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::watch::PROGRESS;
    use crate::{Experiment, Run};

    /// End of a run with this query and these rules, within 3000 iterations.
    fn end(query: &str, rules: Rules) -> (u32, Option<Stop>) {
        let mut run = Run::new(&Experiment::from_query(query).0).unwrap();
        while rules.stop(run.snapshot()).is_none() && run.snapshot().iteration < 3000 && run.step()
        {
        }
        (run.snapshot().iteration, rules.stop(run.snapshot()))
    }

    #[test]
    fn each_rule_stops_where_it_says() {
        assert_eq!(end("", Rules::default()), (3000, None));
        let rules = Rules { iterations: 7, ..Rules::default() };
        assert_eq!(end("batch_size=10", rules), (7, Some(Stop::Enough)));
        // An epoch is as many steps as batches hold all training samples.
        let run = Run::new(&Experiment::default()).unwrap();
        let steps = (run.split().train.n as u32).div_ceil(10);
        let rules = Rules { epochs: 3, ..Rules::default() };
        assert_eq!(end("batch_size=10", rules), (3 * steps, Some(Stop::Epochs)));
        let (at, why) = end("", Rules { target_loss: Some(0.2), ..Rules::default() });
        assert_eq!(why, Some(Stop::Reached));
        let mut run = Run::new(&Experiment::default()).unwrap();
        for _ in 0..at {
            assert!(run.snapshot().train.loss > 0.2);
            assert!(run.step());
        }
        assert!(run.snapshot().train.loss <= 0.2);
        // Whatever comes first counts.
        let both = Rules { iterations: 5, epochs: 2, ..Rules::default() };
        assert_eq!(end("", both), (2, Some(Stop::Epochs)));
    }

    #[test]
    fn a_run_without_progress_stops_after_as_many_iterations_as_one_waits() {
        // The loss does not move at all.
        let rules = Rules { patience: 20, ..Rules::default() };
        assert_eq!(end("learning_rate=1e-12", rules), (20, Some(Stop::Stalled)));
        let (at, why) = end("l2=0.1", Rules { patience: 30, ..Rules::default() });
        assert_eq!(why, Some(Stop::Stalled));
        // It falls slowly in the end: by less than PROGRESS of itself in 30 iterations.
        let mut run = Run::new(&Experiment::from_query("l2=0.1").0).unwrap();
        let mut losses = vec![run.snapshot().train.loss];
        for _ in 0..at {
            assert!(run.step());
            losses.push(run.snapshot().train.loss);
        }
        let (last, before) = (losses[at as usize], losses[at as usize - 30]);
        assert!(last >= before * (1.0 - PROGRESS), "{before} to {last}");
        assert!(run.snapshot().watch.progress.iteration == at - 30);
    }
}
