//! Export of the network as a Python program that prints the run's loss.

use super::json::push_list;
use crate::Run;
use crate::data::split::Part;
use crate::data::table::Targets;
use crate::network::activation::Activation;
use crate::network::cost::Cost;

/// Differences between NumPy and PyTorch code.
#[derive(Debug)]
pub struct Language {
    import: &'static str,
    /// Prefix of the library's names, with the point.
    library: &'static str,
    /// Text before and after the lists of an array.
    array: (&'static str, &'static str),
    /// Identity matrix: text before and after the number of rows.
    identity: (&'static str, &'static str),
    /// Conversion to integers.
    whole: &'static str,
    activation: fn(Activation) -> &'static str,
    cost: fn(Cost) -> &'static str,
}

pub const NUMPY: Language = Language {
    import: "import numpy as np",
    library: "np.",
    array: ("np.array(", ", dtype=np.float64)"),
    identity: ("np.eye(", ")"),
    whole: ".astype(int)",
    activation: |activation| activation.numpy,
    cost: |cost| cost.numpy,
};

pub const PYTORCH: Language = Language {
    import: "import torch",
    library: "torch.",
    array: ("torch.tensor(", ", dtype=torch.float64)"),
    identity: ("torch.eye(", ", dtype=torch.float64)"),
    whole: ".long()",
    activation: |activation| activation.torch,
    cost: |cost| cost.torch,
};

/// Parts of the split, each with its name and that of its variable.
const PARTS: [(&str, &str, Part); 3] = [
    ("training", "train", Part::Training),
    ("validation", "validation", Part::Validation),
    ("test", "test", Part::Test),
];

/// The program: samples in the data's own units, their standardization, all weights, and the
/// loss as a function of the samples. Sums are in another order than the run's, so that the last
/// digits may differ.
pub fn write(run: &Run, language: &Language) -> String {
    let (split, network, settings) = (run.split(), run.network(), run.settings());
    let theta = &run.snapshot().parameters;
    let mut text = String::new();
    let mut line = |parts: &[&str]| {
        parts.iter().for_each(|part| text.push_str(part));
        text.push('\n');
    };
    let iteration = run.snapshot().iteration.to_string();
    line(&[
        "# A network of Downhill after ",
        &iteration,
        " iterations. Run it: it prints the loss",
    ]);
    line(&["# that the page shows. The experiment: ?", &run.experiment().to_query_of_keys()]);
    line(&[language.import]);
    line(&[""]);

    let inputs = split.inputs.len();
    line(&["# One row for each sample: ", &one_line(&split.inputs)]);
    if !split.features.is_empty() {
        line(&["# (formulas of ", &one_line(&split.table.inputs), ")"]);
    }
    let names = one_line(split.table.targets.names());
    match &split.table.targets {
        Targets::Classes { .. } => line(&["# and its class, counted from 0: ", &names]),
        Targets::Values { .. } => line(&["# and what is expected: ", &names]),
    }
    // They were computed once already, and had a value.
    let columns = split.features.columns(&split.table).unwrap_or_default();
    for (_, variable, part) in PARTS {
        if !split.rows(part).is_empty() {
            let rows = split.rows(part).iter().map(|row| sample(run, &columns, *row));
            line(&[variable, " = ", &array(language, &list(rows))]);
        }
    }
    line(&["# Each input has this taken off, and is then divided by this."]);
    line(&["mean = ", &array(language, &numbers(&split.means))]);
    line(&["deviation = ", &array(language, &numbers(&split.deviations))]);
    if let (Targets::Values { .. }, true) = (&split.table.targets, settings.standardize_targets) {
        let (means, deviations): (Vec<f64>, Vec<f64>) = split.scales.iter().copied().unzip();
        line(&["# So have the values that are expected."]);
        line(&["target_mean = ", &array(language, &numbers(&means))]);
        line(&["target_deviation = ", &array(language, &numbers(&deviations))]);
    }
    line(&["# Each layer's weights, one row for each unit that they feed, and its biases."]);
    let mut penalized = String::new();
    let layers: Vec<_> =
        (1..).map(|number: u32| number.to_string()).zip(network.layers()).collect();
    for (number, layer) in &layers {
        let rows = theta[layer.weights.clone()].chunks(layer.inputs).map(numbers);
        line(&["W", number, " = ", &array(language, &list(rows))]);
        let biases = numbers(&theta[layer.biases.clone()]);
        line(&["b", number, " = ", &array(language, &biases)]);
        for name in &["W", "b"][..if settings.penalize_biases { 2 } else { 1 }] {
            penalized.push_str(if penalized.is_empty() { "" } else { ", " });
            penalized.push_str(name);
            penalized.push_str(number);
        }
    }
    line(&[""]);

    line(&["def loss(rows):"]);
    let inputs = inputs.to_string();
    line(&["    a = (rows[:, :", &inputs, "] - mean) / deviation"]);
    for (number, layer) in &layers {
        line(&["    z = a @ W", number, ".T + b", number]);
        line(&["    a = ", (language.activation)(layer.activation)]);
    }
    match &split.table.targets {
        Targets::Classes { names, .. } => {
            let (before, after) = language.identity;
            let count = names.len().to_string();
            let class = [before, &count, after, "[rows[:, ", &inputs, "]", language.whole, "]"];
            line(&["    y = ", &class.concat()]);
        }
        Targets::Values { .. } if settings.standardize_targets => {
            line(&["    y = (rows[:, ", &inputs, ":] - target_mean) / target_deviation"]);
        }
        Targets::Values { .. } => line(&["    y = rows[:, ", &inputs, ":]"]),
    }
    line(&["    return float(", (language.cost)(settings.cost), ")"]);
    line(&[""]);
    // The penalty is a part of what is minimized, not of what is asked of other samples.
    let (l1, l2) = (settings.l1.to_string(), settings.l2.to_string());
    let library = language.library;
    line(&["penalty = 0.0"]);
    if settings.l1 != 0.0 || settings.l2 != 0.0 {
        line(&["for w in [", &penalized, "]:"]);
    }
    if settings.l1 != 0.0 {
        line(&["    penalty += ", &l1, " * float(", library, "sum(", library, "abs(w)))"]);
    }
    if settings.l2 != 0.0 {
        line(&["    penalty += ", &l2, " / 2 * float(", library, "sum(w ** 2))"]);
    }
    for (name, variable, part) in PARTS {
        let penalty = if part == Part::Training { " + penalty" } else { "" };
        if !split.rows(part).is_empty() {
            line(&["print(\"loss, ", name, ":\", loss(", variable, ")", penalty, ")"]);
        }
    }
    text
}

/// Inputs of a sample, from the columns of all samples, then its class or values.
fn sample(run: &Run, columns: &[Vec<f64>], row: usize) -> String {
    let table = &run.split().table;
    let mut all: Vec<f64> = columns.iter().map(|column| column[row]).collect();
    match &table.targets {
        Targets::Classes { labels, .. } => all.push(labels[row] as f64),
        Targets::Values { values, .. } => all.extend(&values[row]),
    }
    numbers(&all)
}

/// Names joined by commas on one line; control characters become blanks.
fn one_line(names: &[String]) -> String {
    names.join(", ").replace(char::is_control, " ")
}

/// Numbers as a list. A long one without a decimal point gets one, for Python would make it an
/// integer too large for 64 bits.
fn numbers(numbers: &[f64]) -> String {
    const LONG: usize = 15;
    let mut text = String::new();
    push_list(&mut text, numbers, |text, number| {
        let digits = number.to_string();
        text.push_str(&digits);
        if digits.len() > LONG && !digits.contains('.') {
            text.push('.');
        }
    });
    text
}

/// A list with one item in each line.
fn list(items: impl Iterator<Item = String>) -> String {
    let mut text = String::from("[\n");
    for item in items {
        text.push_str(&item);
        text.push_str(",\n");
    }
    text.push(']');
    text
}

fn array(language: &Language, list: &str) -> String {
    let (before, after) = language.array;
    [before, list, after].concat()
}
