//! What leaves the page: a run as files that other programs read.
//!
//! To add one: write its [`Definition`] here and put it in [`EXPORTS`].

mod program;
mod table;

use crate::data::custom::{self, Data, LayerParameters, OwnData, OwnTargets};
use crate::{Error, Experiment, Run};

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

/// Writes a list as JSON and Python have it.
fn push_list<T>(text: &mut String, items: &[T], push: impl Fn(&mut String, &T)) {
    text.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        push(text, item);
    }
    text.push(']');
}

/// Writes numbers, each in the fewest digits that give its bits again.
fn push_row(text: &mut String, numbers: &[f64]) {
    push_list(text, numbers, |text, number| text.push_str(&number.to_string()));
}

fn push_rows(text: &mut String, rows: &[Vec<f64>]) {
    push_list(text, rows, |text, row| {
        text.push('\n');
        push_row(text, row);
    });
}

fn push_counts(text: &mut String, counts: &[usize]) {
    push_list(text, counts, |text, count| text.push_str(&count.to_string()));
}

fn push_words(text: &mut String, words: &[String]) {
    push_list(text, words, |text, word| push_quoted(text, word));
}

/// Writes a text in quotes, as JSON has it.
fn push_quoted(text: &mut String, word: &str) {
    text.push('"');
    for char in word.chars() {
        match char {
            '"' | '\\' => text.extend(['\\', char]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\0'..='\x1f' => {
                let code = char as u8;
                text.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                text.extend(char::from_digit(u32::from(code % 16), 16));
            }
            char => text.push(char),
        }
    }
    text.push('"');
}

/// The parameters at hand, as the experiment's field `weights` has them.
fn weights(run: &Run) -> String {
    let mut text = String::from("{\"weights\": ");
    push_layers(&mut text, &custom::layers(&run.snapshot().parameters, run.network()));
    text.push_str("}\n");
    text
}

fn push_layers(text: &mut String, layers: &[LayerParameters]) {
    text.push('[');
    for (index, layer) in layers.iter().enumerate() {
        text.push_str(if index > 0 { ",\n{\"W\": " } else { "{\"W\": " });
        push_rows(text, &layer.weights);
        text.push_str(", \"b\": ");
        push_row(text, &layer.biases);
        text.push('}');
    }
    text.push(']');
}

fn push_own(text: &mut String, own: &OwnData) {
    text.push_str("{\"inputs\": ");
    push_rows(text, &own.inputs);
    text.push_str(",\n\"targets\": ");
    match &own.targets {
        OwnTargets::Classes(labels) => push_counts(text, labels),
        OwnTargets::Names(names) => push_words(text, names),
        OwnTargets::Numbers(numbers) => push_row(text, numbers),
        OwnTargets::Values(rows) => push_rows(text, rows),
    }
    if !own.names.is_empty() {
        text.push_str(",\n\"names\": ");
        push_words(text, &own.names);
    }
    text.push('}');
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
