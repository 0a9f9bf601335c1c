//! One line for each state.

use crate::Format;
use anyhow::Result;
use downhill_core::run::{Metrics, Quantity, Status};
use downhill_core::{Descent, Experiment, Run};
use std::io::Write;

/// A value of a line.
enum Cell {
    Whole(u32),
    Number(f64),
    Numbers(Vec<f64>),
    Word(&'static str),
}

type Line = Vec<(&'static str, Cell)>;

/// Writes the states after 0 … `iterations` updates, or up to the first that is
/// not finite.
pub fn write(
    experiment: &Experiment,
    iterations: u32,
    format: Format,
    out: &mut impl Write,
) -> Result<()> {
    let mut states = States::new(experiment)?;
    let mut header = true;
    let mut put = |line: Line, out: &mut dyn Write| match format {
        Format::Json => write_json(&line, out),
        Format::Csv => {
            let first = std::mem::take(&mut header);
            write_csv(&line, first, out)
        }
    };
    if let Some(line) = states.failed() {
        put(line, out)?;
        return Ok(());
    }
    put(states.line(), out)?;
    for _ in 0..iterations {
        if states.step() {
            put(states.line(), out)?;
        } else {
            states.failed().map_or(Ok(()), |line| put(line, out))?;
            break;
        }
    }
    Ok(())
}

/// A run of either kind.
enum States {
    Function(Box<Descent>),
    Network(Box<Run>),
}

impl States {
    fn new(experiment: &Experiment) -> Result<States> {
        Ok(match experiment.function {
            Some(_) => States::Function(Box::new(Descent::new(experiment)?)),
            None => States::Network(Box::new(Run::new(experiment)?)),
        })
    }

    fn step(&mut self) -> bool {
        match self {
            States::Function(descent) => descent.step(),
            States::Network(run) => run.step(),
        }
    }

    fn line(&self) -> Line {
        match self {
            States::Function(descent) => function_line(descent.snapshot()),
            States::Network(run) => network_line(run.snapshot()),
        }
    }

    /// The line of the first state that was not finite, which says what was not.
    fn failed(&self) -> Option<Line> {
        let (status, line) = match self {
            States::Function(descent) => (descent.status(), descent.failed().map(function_line)),
            States::Network(run) => (run.status(), run.failed().map(network_line)),
        };
        let Status::Diverged { what, .. } = status else { return None };
        let mut line = line.unwrap_or_else(|| self.line());
        line.push((
            "diverged",
            Cell::Word(match what {
                Quantity::Parameter => "parameters",
                Quantity::Loss => "loss",
                Quantity::Gradient => "gradient",
            }),
        ));
        Some(line)
    }
}

fn function_line(at: &downhill_core::descent::Snapshot) -> Line {
    vec![
        ("iteration", Cell::Whole(at.iteration)),
        ("epoch", Cell::Whole(at.iteration)),
        ("parameters", Cell::Numbers(at.x.clone())),
        ("loss", Cell::Number(at.value)),
        ("data_loss", Cell::Number(at.value)),
        ("penalty", Cell::Number(0.0)),
        ("batch_loss", Cell::Number(at.value)),
        ("gradient", Cell::Numbers(at.gradient.clone())),
        ("gradient_norm", Cell::Number(at.gradient_norm)),
        ("learning_rate", Cell::Number(at.optimizer.learning_rate)),
    ]
}

fn network_line(at: &downhill_core::Snapshot) -> Line {
    let Metrics { loss, data_loss, accuracy } = at.train;
    vec![
        ("iteration", Cell::Whole(at.iteration)),
        ("epoch", Cell::Whole(at.epoch)),
        ("parameters", Cell::Numbers(at.parameters.clone())),
        ("loss", Cell::Number(loss)),
        ("data_loss", Cell::Number(data_loss)),
        ("penalty", Cell::Number(at.penalty)),
        ("batch_loss", Cell::Number(at.batch_loss)),
        ("gradient", Cell::Numbers(at.gradient.clone())),
        ("gradient_norm", Cell::Number(at.gradient_norm)),
        ("learning_rate", Cell::Number(at.optimizer.learning_rate)),
        ("accuracy", Cell::Number(accuracy)),
        ("test_loss", Cell::Number(at.test.loss)),
        ("test_accuracy", Cell::Number(at.test.accuracy)),
    ]
}

/// 17 significant digits, which tell every 64-bit number apart.
fn digits(number: f64) -> Option<String> {
    number.is_finite().then(|| format!("{number:.16e}"))
}

fn write_json(line: &Line, out: &mut dyn Write) -> Result<()> {
    let number = |number: f64| digits(number).unwrap_or("null".to_string());
    for (index, (key, cell)) in line.iter().enumerate() {
        out.write_all(if index == 0 { b"{" } else { b", " })?;
        write!(out, "\"{key}\": ")?;
        match cell {
            Cell::Whole(whole) => write!(out, "{whole}")?,
            Cell::Number(value) => out.write_all(number(*value).as_bytes())?,
            Cell::Numbers(values) => {
                let values: Vec<String> = values.iter().map(|value| number(*value)).collect();
                write!(out, "[{}]", values.join(", "))?;
            }
            Cell::Word(word) => write!(out, "\"{word}\"")?,
        }
    }
    out.write_all(b"}\n")?;
    Ok(())
}

/// Lists become a column for each number; what is not finite stays empty.
fn write_csv(line: &Line, header: bool, out: &mut dyn Write) -> Result<()> {
    let (mut names, mut cells) = (Vec::new(), Vec::new());
    for (key, cell) in line {
        match cell {
            Cell::Whole(whole) => cells.push(whole.to_string()),
            Cell::Number(value) => cells.push(digits(*value).unwrap_or_default()),
            Cell::Numbers(values) => {
                names.extend((0..values.len()).map(|index| format!("{key}_{index}")));
                cells.extend(values.iter().map(|value| digits(*value).unwrap_or_default()));
                continue;
            }
            // A column of its own would be missing from the header: the empty
            // cells of this last row say it.
            Cell::Word(_) => continue,
        }
        names.push(key.to_string());
    }
    if header {
        writeln!(out, "{}", names.join(","))?;
    }
    writeln!(out, "{}", cells.join(","))?;
    Ok(())
}
