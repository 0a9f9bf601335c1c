//! From a file or a query to an experiment.

use anyhow::{Context, Result};
use downhill_core::data::csv;
use downhill_core::data::custom::{Data, OwnData};
use downhill_core::{Error, Experiment};
use serde_json::{Map, Value};
use std::path::Path;

/// The experiment in a file, on standard input (`-`), or asked for by a query;
/// and what could not be understood of it.
pub fn experiment(text: &str) -> Result<(Experiment, Vec<Error>)> {
    let json = match text {
        "-" => std::io::read_to_string(std::io::stdin()).context("standard input")?,
        _ if Path::new(text).is_file() => {
            std::fs::read_to_string(text).with_context(|| text.to_string())?
        }
        _ if text.contains('=') || text.is_empty() => {
            // A whole address is welcome, too.
            let query = text.split_once('?').map_or(text, |(_, query)| query);
            return Ok(Experiment::from_query(query));
        }
        _ => anyhow::bail!("there is no file “{text}”, and it is no query such as seed=2"),
    };
    from_json(&json)
}

/// The experiment of a formula, of a function's name, or one as in [`experiment`].
pub fn function(text: &str) -> Result<(Experiment, Vec<Error>)> {
    if text == "-" || text.contains("function=") || Path::new(text).is_file() {
        return experiment(text);
    }
    let mut experiment = Experiment::default();
    experiment.set("function", text)?;
    Ok((experiment, Vec::new()))
}

/// Reads key by key, so that one bad value does not hide the others.
fn from_json(text: &str) -> Result<(Experiment, Vec<Error>)> {
    let mut fields: Map<String, Value> =
        serde_json::from_str(text).context("the experiment is not a JSON object")?;
    let mut whole = Map::new();
    let mut errors = Vec::new();
    // As the page saves it: what fits into an address stands there as one.
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
            // A key that is no field comes to stand among the hyperparameters.
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

/// The rows of a CSV file.
pub fn csv(file: &Path, target: Option<&str>) -> Result<Data> {
    let place = || file.display().to_string();
    let bytes = std::fs::read(file).with_context(place)?;
    let sheet = csv::Sheet::read(&csv::decode(&bytes)).with_context(place)?;
    let target = target.map(|name| sheet.column(name)).transpose().with_context(place)?;
    let choice = sheet.usual(target);
    let (table, missing) = sheet.table(&choice).with_context(place)?;
    if let Some((line, column)) = missing.first() {
        let (count, name) = (missing.len(), &sheet.names[*column]);
        eprintln!(
            "downhill: {count} rows lack a value and are left out, first line {line}, “{name}”."
        );
    }
    for (name, _) in sheet.names.iter().zip(&choice.roles).filter(|it| *it.1 == csv::Role::Unused) {
        eprintln!("downhill: column “{name}” is left out: it holds no numbers.");
    }
    Ok(Data::Own(OwnData::from(table)))
}
