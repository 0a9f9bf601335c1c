//! Experiments and tables read from arguments, files and standard input.

use crate::arguments::RunArguments;
use crate::output::note;
use anyhow::{Context, Result, bail, ensure};
use downhill_core::data::csv;
use downhill_core::data::custom::{Data, OwnData};
use downhill_core::{Error, Experiment};
use serde_json::{Map, Value};
use std::path::Path;

/// The experiment of a run, with the rows of `--data` in place of its own data.
pub fn experiment(arguments: &RunArguments) -> Result<Experiment> {
    let mut experiment = from_file_or_query(&arguments.experiment)?;
    if let Some(file) = &arguments.data {
        ensure!(experiment.function.is_none(), "--data is for networks: leave function= out");
        experiment.data = table(file, arguments.target.as_deref())?;
    }
    Ok(experiment)
}

/// The experiment of a formula, of a built-in function's name, or of a file or query.
pub fn function(text: &str) -> Result<Experiment> {
    if text == "-" || text.contains("function=") || Path::new(text).is_file() {
        return from_file_or_query(text);
    }
    let mut experiment = Experiment::default();
    experiment.set("function", text)?;
    Ok(experiment)
}

/// The experiment in a file, on standard input (`-`) or of a query. Keys and values that are
/// not valid are reported and ignored.
fn from_file_or_query(text: &str) -> Result<Experiment> {
    let (experiment, errors) = match text {
        "-" => from_json(&std::io::read_to_string(std::io::stdin()).context("standard input")?)?,
        _ if Path::new(text).is_file() => {
            from_json(&std::fs::read_to_string(text).with_context(|| text.to_string())?)?
        }
        _ if text.contains('=') || text.is_empty() => {
            // A whole address is accepted, too. In a formula, ? begins the pieces.
            let address = text.split_once('?').filter(|(before, _)| !before.contains('='));
            Experiment::from_query(address.map_or(text, |(_, query)| query))
        }
        _ => bail!("there is no file “{text}”, and it is no query such as seed=2"),
    };
    errors.iter().for_each(note);
    Ok(experiment)
}

/// The experiment in a JSON object, read key by key, so that one bad value does not hide the
/// others, and the errors of those that are not valid.
fn from_json(text: &str) -> Result<(Experiment, Vec<Error>)> {
    let mut fields: Map<String, Value> =
        serde_json::from_str(text).context("the experiment is not a JSON object")?;
    let mut whole = Map::new();
    let mut errors = Vec::new();
    // A file that the page saved has as a query all that fits into an address.
    if let Some(query) = fields.remove("query") {
        let query = query.as_str().context("query is a text, such as \"seed=2\"")?;
        let (base, problems) = Experiment::from_query(query);
        errors = problems;
        if let Value::Object(base) = serde_json::to_value(base)? {
            whole = base;
        }
    }
    for (key, value) in fields {
        let alone: Map<String, Value> = [(key.clone(), value.clone())].into_iter().collect();
        let read = serde_json::from_value::<Experiment>(Value::Object(alone));
        match read {
            // A key that is no field is collected among the hyperparameters.
            Ok(experiment) if !experiment.hyperparameters.contains_key(&key) => {
                match experiment.check_keys() {
                    Ok(()) => drop(whole.insert(key, value)),
                    Err(error) => errors.push(error),
                }
            }
            Ok(experiment) => match experiment.hyperparameters() {
                Ok(_) => drop(whole.insert(key, value)),
                Err(error) => errors.push(error),
            },
            Err(error) => {
                let value = value.to_string();
                errors.push(Error::bad_value(&key, &value, format!("something else: {error}")));
            }
        }
    }
    let mut experiment: Experiment = serde_json::from_value(Value::Object(whole))?;
    errors.extend(experiment.mend());
    Ok((experiment, errors))
}

/// The rows of a CSV file. Rows and columns that cannot be used are reported and left out.
fn table(file: &Path, target: Option<&str>) -> Result<Data> {
    let place = || file.display().to_string();
    let bytes = std::fs::read(file).with_context(place)?;
    let sheet = csv::Sheet::read(&csv::decode(&bytes)).with_context(place)?;
    let target = target.map(|name| sheet.column(name)).transpose().with_context(place)?;
    let choice = sheet.usual(target);
    let (table, missing) = sheet.table(&choice).with_context(place)?;
    if let Some((line, column)) = missing.first() {
        let (count, name) = (missing.len(), &sheet.names[*column]);
        note(format_args!(
            "{count} rows lack a value and are left out, first line {line}, “{name}”."
        ));
    }
    for (name, _) in sheet.names.iter().zip(&choice.roles).filter(|it| *it.1 == csv::Role::Unused) {
        note(format_args!("column “{name}” is left out: it holds no numbers."));
    }
    Ok(Data::Own(OwnData::from(table)))
}
