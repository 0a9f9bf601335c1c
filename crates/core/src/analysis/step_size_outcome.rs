//! Effect of a step size: by a rule of thumb near a minimum, and from a given start by
//! simulation.

use crate::optimizer::{Optimizer, Rule};
use crate::run::descent::{self, Descent};
use crate::run::snapshot::Status;
use crate::{Error, Experiment};

/// Stability limits of the learning rate near a minimum, by its largest curvature λ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Learning rate above which each step overshoots the minimum: 1/λ for plain descent.
    pub overshoots: f64,
    /// Learning rate above which the steps diverge: 2/λ for plain descent.
    pub settles: f64,
}

impl Limits {
    /// Limits of an optimizer at a minimum. `None` if the curvature is not positive and finite.
    pub fn of(optimizer: Momentum, largest_curvature: f64) -> Option<Limits> {
        (largest_curvature > 0.0 && largest_curvature.is_finite()).then(|| Limits {
            overshoots: optimizer.overshoots() / largest_curvature,
            settles: optimizer.settles() / largest_curvature,
        })
    }
}

/// Optimizer whose limits are known on a quadratic, with its momentum μ.
///
/// On f = ½ λ x², with s = η λ, the distances from the minimum are governed by the roots z of a
/// quadratic: they oscillate once the roots are not positive, and diverge once one is below −1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Momentum {
    /// Polyak's heavy ball (1964), with μ = 0 plain gradient descent:
    /// z² − (1 + μ − s) z + μ = 0.
    HeavyBall(f64),
    /// Nesterov's: z² − (1 + μ)(1 − s) z + μ (1 − s) = 0.
    Nesterov(f64),
}

impl Momentum {
    /// Plain gradient descent.
    pub const NONE: Momentum = Momentum::HeavyBall(0.0);

    /// Whether limits are known for a rule, without weight decay and dampening.
    pub fn suits(rule: Rule) -> bool {
        matches!(rule.id, "sgd" | "momentum" | "nesterov")
    }

    /// The momentum of an optimizer. `None` for adaptive ones, and with weight decay or
    /// dampening.
    pub fn of(rule: Rule, optimizer: &Optimizer) -> Option<Momentum> {
        let own = |key| optimizer.hyperparameter(key).unwrap_or(0.0);
        let plain = own("weight_decay") == 0.0 && own("dampening") == 0.0;
        match rule.id {
            "sgd" if plain => Some(Momentum::NONE),
            "momentum" if plain => Some(Momentum::HeavyBall(own("momentum"))),
            "nesterov" if plain => Some(Momentum::Nesterov(own("momentum"))),
            _ => None,
        }
    }

    /// The η λ above which each step overshoots the minimum.
    pub fn overshoots(self) -> f64 {
        let root = match self {
            Momentum::HeavyBall(momentum) => 1.0 - momentum.sqrt(),
            Momentum::Nesterov(momentum) => (1.0 - momentum) / (1.0 + momentum),
        };
        root * root
    }

    /// The η λ above which the steps diverge.
    pub fn settles(self) -> f64 {
        match self {
            Momentum::HeavyBall(momentum) => 2.0 * (1.0 + momentum),
            Momentum::Nesterov(momentum) => 2.0 * (1.0 + momentum) / (1.0 + 2.0 * momentum),
        }
    }
}

/// Outcome of a simulated run of a given length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// Converged: the gradient counts as 0 from this update on.
    Settles(u32),
    /// Still moving, and reversing direction.
    Bounces,
    /// Still moving, in one direction.
    Crawls,
    /// Outside the window, or not finite.
    Leaves,
    /// Stopped where the function or its gradient is undefined.
    Stops,
}

impl Ahead {
    /// Name in a table of numbers.
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

/// Gradient norm, relative to the largest on the way, below which the run counts as converged.
const LEVEL: f64 = 1e-3;

/// Factor of the number of updates within which a run that has converged is followed until its
/// gradient counts as 0.
const LONGER: u32 = 10;

/// Simulates an experiment from its start with a learning rate, for `updates` updates, without
/// edits. It has settled at the update from which on the gradient norm is at most `level`, or, if
/// that takes too long, at most a thousandth of the largest. Fails if the experiment is invalid.
pub fn run(
    experiment: &Experiment,
    learning_rate: f64,
    updates: u32,
    level: f64,
) -> Result<Ahead, Error> {
    to_end(experiment, learning_rate, updates, level).map(|(ahead, _)| ahead)
}

/// Simulates as [`run`] does, and also returns the last position.
pub fn to_end(
    experiment: &Experiment,
    learning_rate: f64,
    updates: u32,
    level: f64,
) -> Result<(Ahead, Vec<f64>), Error> {
    let mut asked = Experiment { learning_rate, ..experiment.clone() };
    asked.edits.clear();
    let mut descent = Descent::new(&asked)?;
    let start = descent.snapshot();
    let (mut before, mut last) = (start.x.clone(), vec![0.0; start.x.len()]);
    let (mut steepest, mut rest, mut back) = (start.gradient_norm, None, false);
    let mut level_from = None;
    for update in 1..=updates {
        if !descent.step() {
            break;
        }
        let here = descent.snapshot();
        let step: Vec<f64> = here.x.iter().zip(&before).map(|(x, before)| x - before).collect();
        back = step.iter().zip(&last).map(|(a, b)| a * b).sum::<f64>() < 0.0;
        (before, last) = (here.x.clone(), step);
        steepest = steepest.max(here.gradient_norm);
        let from = |bound: f64, from: Option<u32>| {
            (here.gradient_norm <= bound).then(|| from.unwrap_or(update))
        };
        rest = from(LEVEL * steepest, rest);
        level_from = from(level, level_from);
    }
    let ended = descent.failed().unwrap_or(descent.snapshot()).x.clone();
    let far = !descent::is_in_sight(&ended, descent.domain());
    let ahead = match descent.status() {
        _ if far => Ahead::Leaves,
        Status::Diverged { .. } => Ahead::Stops,
        Status::Running => match rest {
            Some(update) => {
                let comes_level =
                    |_: &u32| descent.step() && descent.snapshot().gradient_norm <= level;
                let later = || (updates + 1..=LONGER * updates).find(comes_level);
                Ahead::Settles(level_from.or_else(later).unwrap_or(update))
            }
            None if back => Ahead::Bounces,
            None => Ahead::Crawls,
        },
    };
    Ok((ahead, ended))
}
