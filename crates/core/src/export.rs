//! What leaves the page: a run as files that other programs read.
//!
//! To add one: write its [`Definition`] here and put it in [`EXPORTS`].

mod json;
mod program;
mod table;

use crate::data::custom::Data;
use crate::network::parameters;
use crate::{Error, Experiment, Run};
use json::*;

/// One thing that can be saved of a run.
#[derive(Debug)]
pub struct Definition {
    /// Its name on the command line and on the page.
    pub id: &'static str,
    /// What its file is called.
    pub file: &'static str,
    /// The file's text, of the run as it stands.
    pub write: fn(&Run) -> String,
}

/// All that can be saved, in the order in which it is offered.
pub static EXPORTS: &[&Definition] = &[
    &Definition {
        id: "numpy",
        file: "downhill_numpy.py",
        write: |run| program::write(run, &program::NUMPY),
    },
    &Definition {
        id: "pytorch",
        file: "downhill_pytorch.py",
        write: |run| program::write(run, &program::PYTORCH),
    },
    &Definition { id: "weights", file: "downhill_weights.json", write: weights },
    &Definition { id: "data", file: "downhill_data.csv", write: table::data },
    &Definition { id: "history", file: "downhill_history.csv", write: table::history },
    &Definition {
        id: "experiment",
        file: "downhill_experiment.json",
        write: |run| experiment(run.experiment()),
    },
];

/// The export of this name.
pub fn from_id(id: &str) -> Result<&'static Definition, Error> {
    crate::named::find("export", id, EXPORTS, |definition| definition.id)
}

/// The parameters at hand, as the experiment's field `weights` has them.
fn weights(run: &Run) -> String {
    let mut text = String::from("{\"weights\": ");
    push_layers(&mut text, &parameters::to_layers(&run.snapshot().parameters, run.network()));
    text.push_str("}\n");
    text
}

/// The experiment as a file: its keys as an address has them, and what is too long for one.
fn experiment(experiment: &Experiment) -> String {
    let mut text = String::from("{\"query\": ");
    push_quoted(&mut text, &experiment.to_query_of_keys());
    if let Data::Own(own) = &experiment.data {
        text.push_str(",\n\"data\": ");
        push_own(&mut text, own);
    }
    if let Some(layers) = &experiment.weights {
        text.push_str(",\n\"weights\": ");
        push_layers(&mut text, layers);
    }
    if let Some(batches) = &experiment.batches {
        text.push_str(",\n\"batches\": ");
        push_list(&mut text, batches, |text, batch| push_counts(text, batch));
    }
    text.push_str("}\n");
    text
}
