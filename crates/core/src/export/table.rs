//! Export of tables as CSV: one header, then one row in each line.

use crate::Run;
use crate::data::split::Part;
use crate::data::table::Targets;
use crate::network::{Batch, Workspace, metrics};

/// Training data: inputs and targets in the data's own units, the part of the split that a row
/// belongs to, and the network's current prediction.
pub fn data(run: &Run) -> String {
    let (split, network) = (run.split(), run.network());
    let table = &split.table;
    let mut header: Vec<String> = table.inputs.clone();
    match &table.targets {
        Targets::Classes { .. } => {
            header.extend(["class".into(), "split".into(), "prediction".into()])
        }
        Targets::Values { names, .. } => {
            header.extend(names.iter().cloned());
            header.push("split".into());
            header.extend(names.iter().map(|name| ["prediction of ", name].concat()));
        }
    }
    let mut text = String::new();
    push_line(&mut text, header);

    let answers = |batch: &Batch| {
        let (mut answers, mut work) = (Vec::new(), Workspace::default());
        let theta = &run.snapshot().parameters;
        network.answers(theta, &batch.inputs, batch.n, &mut answers, &mut work);
        answers
    };
    let names =
        [("training", Part::Training), ("validation", Part::Validation), ("test", Part::Test)];
    let parts = names.map(|(name, part)| {
        let (rows, answers) = (split.rows(part), answers(split.batch(part)));
        (name, rows, metrics::largest(&answers, rows.len().max(1)), answers)
    });
    // Each row's part, counted from 0, and its sample there.
    let mut places = vec![(0, 0); table.rows.len()];
    for (part, (_, rows, ..)) in parts.iter().enumerate() {
        rows.iter().enumerate().for_each(|(sample, row)| places[*row] = (part, sample));
    }
    for (row, (part, sample)) in places.into_iter().enumerate() {
        let (name, rows, largest, answers) = &parts[part];
        let mut cells: Vec<String> = table.rows[row].iter().map(f64::to_string).collect();
        match &table.targets {
            Targets::Classes { names, labels } => cells.extend([
                names[labels[row]].clone(),
                name.to_string(),
                names[largest[sample]].clone(),
            ]),
            Targets::Values { values, .. } => {
                cells.extend(values[row].iter().map(f64::to_string));
                cells.push(name.to_string());
                cells.extend((0..network.outputs()).map(|output| {
                    let answer = answers[output * rows.len() + sample];
                    split.value(output, answer).to_string()
                }));
            }
        }
        push_line(&mut text, cells);
    }
    text
}

/// Recorded points of the run's history and the current one, with all metrics. They are
/// recomputed from the start, to the same bits.
pub fn history(run: &Run) -> String {
    let mut text = String::from(
        "iteration,epoch,learning_rate,train_loss,test_loss,penalty,batch_loss,gradient_norm,\
         train_accuracy,test_accuracy",
    );
    let validated = run.is_validated();
    text.push_str(if validated { ",validation_loss,validation_accuracy\n" } else { "\n" });
    let end = run.snapshot().iteration;
    let kept = run.history().points().iter().map(|point| point.iteration);
    // What was asked for has been run before.
    let Ok(mut again) = Run::new(run.experiment()) else { return text };
    for iteration in kept.filter(|kept| *kept < end).chain([end]) {
        let here = again.snapshot().iteration;
        if !again.train(iteration - here) {
            break;
        }
        let at = again.snapshot();
        let numbers = [
            f64::from(at.iteration),
            f64::from(at.epoch),
            at.optimizer.learning_rate,
            at.train.loss,
            at.test.loss,
            at.penalty,
            at.batch_loss,
            at.gradient_norm,
            at.train.accuracy,
            at.test.accuracy,
            at.validation.data_loss,
            at.validation.accuracy,
        ];
        let there = if validated { numbers.len() } else { numbers.len() - 2 };
        // What there is none of is an empty cell.
        let cell = |number: f64| if number.is_nan() { String::new() } else { number.to_string() };
        push_line(&mut text, numbers[..there].iter().copied().map(cell));
    }
    text
}

/// Writes a line; a cell with a separator, a quote or a line break is quoted as in RFC 4180.
fn push_line(text: &mut String, cells: impl IntoIterator<Item = String>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', ';', '\t', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}
