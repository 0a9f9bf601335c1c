//! Experiments and tables read from arguments, files and standard input.

use crate::arguments::RunArguments;
use crate::output::note;
use anyhow::{Context, Result, bail, ensure};
use downhill_core::data::csv::{self, Reason, Role, Sheet};
use downhill_core::data::custom::OwnData;
use downhill_core::experiment::draft::Draft;
use downhill_core::{Error, Experiment};
use downhill_view::options::show::Show;
use std::io::Read;
use std::path::Path;

/// Number of errors of one experiment that are said.
const MOST_ERRORS: usize = 3;

/// The experiment of a run, with the rows of `--data` in place of its own data.
pub fn experiment(arguments: &RunArguments) -> Result<Experiment> {
    read(&arguments.experiment, |draft| {
        if let Some(file) = &arguments.data {
            ensure!(!draft.has_function(), "--data is for networks: leave function= out");
            draft.data(table(file, arguments.target.as_deref())?);
        }
        Ok(())
    })
}

/// The experiment of a formula, of a built-in function's name, or of a file or query.
pub fn function(text: &str) -> Result<Experiment> {
    if text == "-" || text.contains("function=") || Path::new(text).is_file() {
        return read(text, |_| Ok(()));
    }
    let mut experiment = Experiment::default();
    experiment.set("function", text)?;
    Ok(experiment)
}

/// The experiment in a file, on standard input (`-`) or of a query, with what `change` changes.
/// Fails with the places if anything of it cannot be read.
fn read(text: &str, change: impl FnOnce(&mut Draft) -> Result<()>) -> Result<Experiment> {
    let mut draft = Draft::default();
    let mut shown = Vec::new();
    let mut other = |key: &str, value: &str| of_the_page(key, value, &mut shown);
    if text == "-" || Path::new(text).is_file() {
        let place = if text == "-" { "standard input" } else { text };
        let mut bytes = Vec::new();
        match text {
            "-" => std::io::stdin().lock().read_to_end(&mut bytes),
            _ => std::fs::File::open(text).and_then(|mut file| file.read_to_end(&mut bytes)),
        }
        .with_context(|| place.to_string())?;
        let text = csv::decode(&bytes).with_context(|| place.to_string())?;
        draft.json(&text, &mut other);
    } else if text.contains('=') || text.is_empty() {
        draft.query(query_of(text), &mut other);
    } else {
        bail!("there is no file “{text}”, and it is no query such as seed=2");
    }
    change(&mut draft)?;
    let (experiment, errors) = draft.finish();
    refuse(&errors)?;
    if !shown.is_empty() {
        note(format_args!("{} change only what the page shows.", shown.join(", ")));
    }
    if shown.iter().any(|key| key == "patience") {
        let watched = match experiment.validation_fraction > 0.0 {
            true => "the validation loss, and brings the best weights back",
            false => "the training loss, as validation_fraction is 0",
        };
        note(format_args!(
            "patience ends no run here, all updates are made: on the page it watches {watched}."
        ));
    }
    Ok(experiment)
}

/// The query of an address, which may also stand alone.
pub fn query_of(text: &str) -> &str {
    // In a formula, ? begins the pieces.
    match text.split_once('?').filter(|(before, _)| !before.contains('=')) {
        Some((_, query)) => query.split_once('#').map_or(query, |(query, _)| query),
        None => text,
    }
}

/// Fails with these errors, the first ones in words, if there are any.
pub fn refuse(errors: &[Error]) -> Result<()> {
    let said: Vec<String> = errors.iter().take(MOST_ERRORS).map(Error::to_string).collect();
    match errors.len().saturating_sub(MOST_ERRORS) {
        _ if errors.is_empty() => Ok(()),
        0 => bail!("{}", said.join(" ")),
        more => bail!("{} And {more} more.", said.join(" ")),
    }
}

/// Checks a key of what the page shows, which an address may have, and notes its name. Fails if it
/// is none.
fn of_the_page(key: &str, value: &str, shown: &mut Vec<String>) -> Result<(), Error> {
    // Where it opens, and the runs beside it, are the page's, too.
    if !["at", "ghost", "kept"].contains(&key) {
        Show::default().set(key, value)?;
    }
    shown.push(key.to_string());
    Ok(())
}

/// The rows of a CSV file. What cannot be used is left out and said.
fn table(file: &Path, target: Option<&str>) -> Result<OwnData> {
    let place = || file.display().to_string();
    let bytes = std::fs::read(file).with_context(place)?;
    let text = csv::decode(&bytes).with_context(place)?;
    let sheet = Sheet::read(&text).with_context(place)?;
    let target = target.map(|name| sheet.column(name)).transpose().with_context(place)?;
    let choice = sheet.usual(target);
    let (table, missing) = sheet.table(&choice).with_context(place)?;
    if let Some(line) = sheet.skipped.first() {
        note(format_args!(
            "{} lines are skipped, first line {line}: they begin with # or stand before the table.",
            sheet.skipped.len()
        ));
    }
    if let Some((line, column)) = missing.first() {
        let (count, name) = (missing.len(), &sheet.names[*column]);
        note(format_args!(
            "{count} rows lack a value and are left out, first line {line}, “{name}”."
        ));
    }
    for (column, name) in sheet.names.iter().enumerate() {
        if sheet.is_ambiguous(column) {
            note(format_args!(
                "in the dates of column “{name}” the month is read first: if it is the day, write 2024-12-31."
            ));
        }
        if choice.roles[column] == Role::Unused {
            let reason = match sheet.reason(column) {
                Reason::RowNumbers => "it numbers the rows",
                Reason::Dates => "it holds dates",
                Reason::Units => "not all its numbers have the same unit",
                Reason::NoNumbers => "it holds no numbers",
            };
            note(format_args!("column “{name}” is left out: {reason}."));
        }
    }
    Ok(OwnData::from(table))
}
