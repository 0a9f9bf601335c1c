//! Optimizers: from the gradient at the current point to the next point.
//!
//! To add one: write its [`Definition`] here and put it in [`OPTIMIZERS`].

use crate::Error;
use serde::{Deserialize, Serialize};

/// One optimizer and all that is known of it.
#[derive(Debug)]
pub struct Definition {
    /// Its name in an experiment and in the address.
    pub id: &'static str,
    /// The update, with g the gradient at x and η the learning rate.
    pub formula: &'static str,
    /// The paper, and whose conventions are followed.
    pub source: &'static str,
    /// What it remembers between updates, each as long as x and 0 at the start.
    pub memory: &'static [&'static str],
    /// Moves x, given the gradient at x and nothing else.
    update: fn(state: &mut Optimizer, gradient: &[f64], x: &mut [f64]),
}

/// All optimizers, in the order in which they are offered.
pub const OPTIMIZERS: &[&Definition] = &[&SGD, &MOMENTUM];

const SGD: Definition = Definition {
    id: "sgd",
    formula: "x ← x − η g",
    source: "Cauchy: Méthode générale pour la résolution des systèmes d'équations simultanées (1847); PyTorch SGD",
    memory: &[],
    update: |state, gradient, x| {
        for (x, g) in x.iter_mut().zip(gradient) {
            *x -= state.learning_rate * g;
        }
    },
};

const MOMENTUM: Definition = Definition {
    id: "momentum",
    formula: "b ← 0.9 b + g;  x ← x − η b",
    source: "Polyak: Some methods of speeding up the convergence of iteration methods (1964); PyTorch SGD(momentum=0.9)",
    memory: &["b"],
    update: |state, gradient, x| {
        for ((x, g), b) in x.iter_mut().zip(gradient).zip(&mut state.memory[0]) {
            *b = 0.9 * *b + g;
            *x -= state.learning_rate * *b;
        }
    },
};

/// One of [`OPTIMIZERS`], by name in text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rule(&'static Definition);

impl Rule {
    /// Plain gradient descent.
    pub const SGD: Rule = Rule(&SGD);

    /// The optimizer of this name.
    pub fn from_id(id: &str) -> Result<Rule, Error> {
        crate::named::find("optimizer", id, OPTIMIZERS, |definition| definition.id).map(Rule)
    }
}

crate::named::named!(Rule, Definition);

/// A running optimizer: its rule, its learning rate and its memory.
#[derive(Clone, Debug)]
pub struct Optimizer {
    rule: Rule,
    /// η: the move is this times what the rule makes of the gradient.
    pub learning_rate: f64,
    memory: Vec<Vec<f64>>,
}

impl Optimizer {
    /// An optimizer at its start, for `parameters` numbers.
    pub fn new(rule: Rule, learning_rate: f64, parameters: usize) -> Optimizer {
        Optimizer { rule, learning_rate, memory: vec![vec![0.0; parameters]; rule.memory.len()] }
    }

    /// Moves x by one step. Sees the gradient at x and nothing else.
    pub fn update(&mut self, gradient: &[f64], x: &mut [f64]) {
        (self.rule.0.update)(self, gradient, x);
    }

    /// Takes over another's state, without new memory.
    pub fn copy_from(&mut self, other: &Optimizer) {
        self.learning_rate = other.learning_rate;
        for (to, from) in self.memory.iter_mut().zip(&other.memory) {
            to.copy_from_slice(from);
        }
    }

    /// What it remembers: a name and one number a parameter.
    pub fn memory(&self) -> impl Iterator<Item = (&'static str, &[f64])> {
        self.rule.0.memory.iter().copied().zip(self.memory.iter().map(Vec::as_slice))
    }
}
