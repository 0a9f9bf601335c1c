//! What comes of a step size: by a rule of thumb near a minimum, and from a given
//! start by running ahead.

use crate::optimizer::{Optimizer, Rule};
use crate::run::descent::{self, Descent};
use crate::run::snapshot::Status;
use crate::{Error, Experiment};

/// Where the steps of plain descent settle near a minimum, by its largest curvature λ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// 1/λ: above it each step goes past the bottom.
    pub overshoots: f64,
    /// 2/λ: above it each step goes further past than the one before.
    pub settles: f64,
}

impl Limits {
    /// The limits at a minimum. None if it does not bend upwards there.
    ///
    /// On f = ½ λ x² a step of plain descent takes x to (1 − η λ) x.
    pub fn at(largest_curvature: f64) -> Option<Limits> {
        Limits::with_momentum(largest_curvature, 0.0)
    }

    /// The same where each step also keeps this share μ of the one before.
    ///
    /// On f = ½ λ x² distances then grow like the roots z of
    /// z² − (1 + μ − η λ) z + μ = 0: these swing from η λ = (1 − √μ)² on, and one of
    /// them is beyond −1 from η λ = 2 (1 + μ) on (Polyak 1964).
    pub fn with_momentum(largest_curvature: f64, momentum: f64) -> Option<Limits> {
        let slack = 1.0 - momentum.sqrt();
        (largest_curvature > 0.0 && largest_curvature.is_finite()).then(|| Limits {
            overshoots: slack * slack / largest_curvature,
            settles: 2.0 * (1.0 + momentum) / largest_curvature,
        })
    }
}

/// The share μ of the last step that an optimizer keeps, if the rule of thumb 2(1 + μ)/λ is
/// known to hold for it on a quadratic.
pub fn momentum(rule: Rule, optimizer: &Optimizer) -> Option<f64> {
    let own = |key| optimizer.hyperparameter(key).unwrap_or(0.0);
    let plain = own("weight_decay") == 0.0 && own("dampening") == 0.0;
    match rule.id {
        "sgd" if plain => Some(0.0),
        "momentum" if plain => Some(own("momentum")),
        _ => None,
    }
}

/// How a run of a certain length ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// It is on level ground from this update on.
    Settles(u32),
    /// It still moves, to and fro.
    Bounces,
    /// It still moves, one way.
    Crawls,
    /// It is outside of the picture, or so far that no number can say.
    Leaves,
    /// It came to where the function has no value or no slope.
    Stops,
}

impl Ahead {
    /// Its name in a table of numbers.
    pub fn id(self) -> &'static str {
        match self {
            Ahead::Settles(_) => "settles",
            Ahead::Bounces => "bounces",
            Ahead::Crawls => "crawls",
            Ahead::Leaves => "leaves",
            Ahead::Stops => "stops",
        }
    }
}

/// A slope below this share of the largest on the way is as good as level.
const LEVEL: f64 = 1e-3;

/// Runs ahead from an experiment's start with a learning rate, for so many updates.
pub fn run(experiment: &Experiment, learning_rate: f64, updates: u32) -> Result<Ahead, Error> {
    to_end(experiment, learning_rate, updates).map(|(ahead, _)| ahead)
}

/// The same, and where the ball is then.
pub fn to_end(
    experiment: &Experiment,
    learning_rate: f64,
    updates: u32,
) -> Result<(Ahead, Vec<f64>), Error> {
    let mut asked = Experiment { learning_rate, ..experiment.clone() };
    asked.edits.clear();
    let mut descent = Descent::new(&asked)?;
    let start = descent.snapshot();
    let (mut before, mut last) = (start.x.clone(), vec![0.0; start.x.len()]);
    let (mut steepest, mut rest, mut back) = (start.gradient_norm, None, false);
    for update in 1..=updates {
        if !descent.step() {
            break;
        }
        let here = descent.snapshot();
        let step: Vec<f64> = here.x.iter().zip(&before).map(|(x, before)| x - before).collect();
        back = step.iter().zip(&last).map(|(a, b)| a * b).sum::<f64>() < 0.0;
        (before, last) = (here.x.clone(), step);
        steepest = steepest.max(here.gradient_norm);
        let level = here.gradient_norm <= LEVEL * steepest;
        rest = if level { rest.or(Some(update)) } else { None };
    }
    let ended = descent.failed().unwrap_or(descent.snapshot());
    let far = !descent::is_in_sight(&ended.x, descent.domain());
    let ahead = match descent.status() {
        _ if far => Ahead::Leaves,
        Status::Diverged { .. } => Ahead::Stops,
        Status::Running => match rest {
            Some(update) => Ahead::Settles(update),
            None if back => Ahead::Bounces,
            None => Ahead::Crawls,
        },
    };
    Ok((ahead, ended.x.clone()))
}
