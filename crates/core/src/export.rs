//! Exports: a run as files for other programs.
//!
//! To add one: write its [`Definition`] here and put it in [`EXPORTS`].

mod json;
mod program;
mod table;

use crate::data::custom::Data;
use crate::network::parameters;
use crate::{Error, Experiment, Run};
use json::*;

/// One export: a file made of a run.
#[derive(Debug)]
pub struct Definition {
    /// Name on the command line and on the page.
    pub id: &'static str,
    /// File name.
    pub file: &'static str,
    /// Writes the file's text for the run's current state.
    pub write: fn(&Run) -> String,
}

/// All exports, in the order in which they are offered.
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

/// The export of this name. Fails if there is none.
pub fn from_id(id: &str) -> Result<&'static Definition, Error> {
    crate::named::find("export", id, EXPORTS, |definition| definition.id)
}

/// Current parameters, as JSON in the form of the experiment's field `weights`.
fn weights(run: &Run) -> String {
    let mut text = String::from("{\"weights\": ");
    push_layers(&mut text, &parameters::to_layers(&run.snapshot().parameters, run.network()));
    text.push_str("}\n");
    text
}

/// The experiment as JSON: its keys as an address query, and the fields too long for one.
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
