//! Names of all weights and biases of a network: thousands of a large one, so they are made anew
//! only when something that they are made of has changed.

use crate::text::messages::Words;
use downhill_core::Run;

/// Names of weights and biases, in the order of θ.
#[derive(Clone, Debug, Default)]
pub struct WeightNames {
    made_of: Option<MadeOf>,
    names: Vec<String>,
}

/// Parts that the names are made of.
#[derive(Clone, Debug, PartialEq)]
struct MadeOf {
    sizes: Vec<usize>,
    inputs: Vec<String>,
    outputs: Vec<String>,
    frozen: Vec<usize>,
    words: Words,
}

impl WeightNames {
    /// Names of a run's weights and biases in a language, each telling whether it is frozen.
    pub fn of(&mut self, run: &Run, words: Words) -> &[String] {
        let (network, split) = (run.network(), run.split());
        let made_of = MadeOf {
            sizes: network.sizes().to_vec(),
            inputs: split.inputs.clone(),
            outputs: split.table.targets.names().to_vec(),
            frozen: run.settings().frozen.clone(),
            words,
        };
        if self.made_of.as_ref() != Some(&made_of) {
            self.names = (0..network.parameters()).map(|index| words.weight(run, index)).collect();
            self.made_of = Some(made_of);
        }
        &self.names
    }
}
