//! `downhill trace`: one line for each state of a run.

use crate::arguments::Format;
use crate::output::Output;
use anyhow::{Result, ensure};
use downhill_core::analysis::curvature::Curvature;
use downhill_core::data::table::Targets;
use downhill_core::network::metrics::{self, Confusion};
use downhill_core::network::{Batch, Dropout, Workspace};
use downhill_core::run::snapshot::{Metrics, Quantity, Status};
use downhill_core::{Descent, Experiment, Run};

/// A value of a line.
enum Cell {
    Whole(u32),
    Number(f64),
    Numbers(Vec<f64>),
    Word(&'static str),
    /// `[row][column]`.
    Table(Vec<Vec<usize>>),
    Group(Line),
}

type Line = Vec<(&'static str, Cell)>;

/// Prints the states after 0 … `iterations` updates, or up to the first that is not finite.
pub fn print(
    experiment: &Experiment,
    iterations: u32,
    (format, curvature): (Format, bool),
    output: &mut Output,
) -> Result<()> {
    ensure!(
        !curvature || experiment.function.is_none(),
        "--curvature is for networks: leave function= out"
    );
    let mut states = States::new(experiment)?;
    let mut header = true;
    let mut put = |line: Line| match format {
        Format::Json => output.print(format_args!("{}\n", json(&line))),
        Format::Csv => output.print(csv(&line, std::mem::take(&mut header))),
    };
    if let Some(line) = states.failed() {
        return put(line);
    }
    let line = |states: &States| {
        let mut line = states.line();
        if let (true, States::Network(run)) = (curvature, states) {
            line.push(("curvature", Cell::Number(sharpest(run))));
        }
        line
    };
    put(line(&states))?;
    for _ in 0..iterations {
        if !states.step() {
            return states.failed().map_or(Ok(()), put);
        }
        put(line(&states))?;
    }
    Ok(())
}

/// The largest eigenvalue of the Hessian of the coming batch's loss.
fn sharpest(run: &Run) -> f64 {
    let parameters = &run.snapshot().parameters;
    let seed = run.experiment().seed;
    Curvature::default().largest_eigenvalue(&run.objective(), parameters, seed).value
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
            States::Network(run) => network_line(run, run.snapshot()),
        }
    }

    /// The line of the first state that was not finite, with the name of the quantity at fault.
    fn failed(&self) -> Option<Line> {
        let (status, line) = match self {
            States::Function(descent) => (descent.status(), descent.failed().map(function_line)),
            States::Network(run) => (run.status(), run.failed().map(|at| network_line(run, at))),
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

fn function_line(at: &downhill_core::run::descent::Snapshot) -> Line {
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

fn network_line(run: &Run, at: &downhill_core::Snapshot) -> Line {
    let Metrics { loss, data_loss, .. } = at.train;
    let split = run.split();
    let metrics =
        |measured: &Metrics, batch: &Batch| Cell::Group(metrics(run, at, measured, batch));
    let mut measured =
        vec![("train", metrics(&at.train, &split.train)), ("test", metrics(&at.test, &split.test))];
    if run.is_validated() {
        measured.push(("validation", metrics(&at.validation, &split.validation)));
    }
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
        ("metrics", Cell::Group(measured)),
    ]
}

/// Loss and quality of the network's outputs on some samples: accuracy, precision, recall, F₁
/// and confusion of classes, R² and RMSE of values.
fn metrics(run: &Run, at: &downhill_core::Snapshot, measured: &Metrics, batch: &Batch) -> Line {
    let mut line = vec![("loss", Cell::Number(measured.loss))];
    if batch.n == 0 {
        return line;
    }
    let mut work = Workspace::default();
    work.fit(run.network(), batch.n);
    run.network().forward(&at.parameters, &batch.inputs, batch.n, Dropout::NONE, &mut work);
    let (outputs, targets) = (work.outputs(), batch.targets.as_slice());
    let confusion = match run.split().table.targets {
        Targets::Classes { .. } => Confusion::of_outputs(outputs, targets, batch.n),
        Targets::Values { .. } if run.settings().cost.tells_two_classes => {
            let above = |values: &[f64], edge: f64| -> Vec<usize> {
                values.iter().map(|value| usize::from(*value > edge)).collect()
            };
            Confusion::new(2, &above(targets, 0.5), &above(outputs, 0.0))
        }
        Targets::Values { .. } => {
            line.push(("r_squared", Cell::Number(metrics::r_squared(outputs, targets, batch.n))));
            // In the data's own units, whether or not they were standardized.
            let measured = |numbers: &[f64]| -> Vec<f64> {
                let value =
                    |(place, number): (usize, &f64)| run.split().value(place / batch.n, *number);
                numbers.iter().enumerate().map(value).collect()
            };
            let rmse = metrics::rmse(&measured(outputs), &measured(targets));
            line.push(("rmse", Cell::Number(rmse)));
            return line;
        }
    };
    let each = |of: fn(&Confusion, usize) -> f64| {
        Cell::Numbers((0..confusion.classes()).map(|class| of(&confusion, class)).collect())
    };
    line.push(("accuracy", Cell::Number(measured.accuracy)));
    line.push(("precision", each(Confusion::precision)));
    line.push(("recall", each(Confusion::recall)));
    line.push(("f1", each(Confusion::f1)));
    line.push(("confusion", Cell::Table(confusion.rows().map(<[usize]>::to_vec).collect())));
    line
}

/// A number in 17 significant digits, which tell every 64-bit number apart; none if it is not
/// finite.
fn digits(number: f64) -> Option<String> {
    number.is_finite().then(|| format!("{number:.16e}"))
}

fn json(line: &Line) -> String {
    let number = |number: f64| digits(number).unwrap_or("null".to_string());
    let list = |parts: Vec<String>| format!("[{}]", parts.join(", "));
    let field = |(key, cell): &(&str, Cell)| {
        let value = match cell {
            Cell::Whole(whole) => whole.to_string(),
            Cell::Number(value) => number(*value),
            Cell::Numbers(values) => list(values.iter().map(|value| number(*value)).collect()),
            Cell::Word(word) => format!("\"{word}\""),
            Cell::Table(rows) => list(rows.iter().map(|row| format!("{row:?}")).collect()),
            Cell::Group(line) => json(line),
        };
        format!("\"{key}\": {value}")
    };
    format!("{{{}}}", line.iter().map(field).collect::<Vec<_>>().join(", "))
}

/// A line of CSV with a column for each number of a list, below the columns' names if `header`.
/// A number that is not finite is an empty cell.
fn csv(line: &Line, header: bool) -> String {
    let mut columns = Vec::new();
    add_columns("", line, &mut columns);
    let (names, cells): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    let cells = cells.join(",");
    if header { format!("{}\n{cells}\n", names.join(",")) } else { format!("{cells}\n") }
}

fn add_columns(before: &str, line: &Line, columns: &mut Vec<(String, String)>) {
    for (key, cell) in line {
        let name = format!("{before}{key}");
        match cell {
            Cell::Whole(whole) => columns.push((name, whole.to_string())),
            Cell::Number(value) => columns.push((name, digits(*value).unwrap_or_default())),
            Cell::Numbers(values) => {
                for (index, value) in values.iter().enumerate() {
                    columns.push((format!("{name}_{index}"), digits(*value).unwrap_or_default()));
                }
            }
            Cell::Table(rows) => {
                for (row, cells) in rows.iter().enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        columns.push((format!("{name}_{row}_{column}"), cell.to_string()));
                    }
                }
            }
            // A column of its own would be missing from the header: the empty
            // cells of this last row say it.
            Cell::Word(_) => {}
            Cell::Group(line) => add_columns(&format!("{name}_"), line, columns),
        }
    }
}
