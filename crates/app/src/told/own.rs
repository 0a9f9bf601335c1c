//! Data of one's own: a table's columns, and painting.

use super::piece::{Piece, pieces};
use crate::application::Application;
use crate::edits::import::ROLES;
use crate::state::imported::{self, Imported, Read};
use downhill_core::data::csv::{Choice, Kind, Reason, Role, Sheet};
use downhill_view::text::messages::Words;
use serde::Serialize;

/// A table of one's own: what was read, its columns, whether the target is classes, and
/// whether that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Table {
    /// A sentence about what was read, or why it is not learned from.
    pub told: String,
    /// Name and role.
    pub columns: Vec<(String, &'static str)>,
    /// Whether the target is classes; if not, it is values.
    pub classes: bool,
    /// Whether that can be chosen.
    pub either: bool,
}

pub(super) fn table(app: &Application) -> Option<Table> {
    let (imported, words) = (app.imported.as_deref()?, app.words);
    let imported::Table { sheet, choice, read } = match imported {
        Imported::Table(table) => table,
        Imported::Unreadable(error) => {
            let told = error.to_string();
            return Some(Table { told, columns: Vec::new(), classes: false, either: false });
        }
    };
    let told = match read {
        Ok(read) => told_of(sheet, choice, read, words),
        Err(error) => error.to_string(),
    };
    let target = choice.roles.iter().position(|role| *role == Role::Target);
    let role = |role: &Role| ROLES.iter().find(|(_, it)| it == role).map_or("", |(id, _)| *id);
    Some(Table {
        told,
        columns: sheet.names.iter().cloned().zip(choice.roles.iter().map(role)).collect(),
        classes: choice.classes,
        either: target.is_some_and(|target| sheet.kinds[target] == Kind::Numbers),
    })
}

/// Contents of a table as it was read, and what was left out and why.
fn told_of(sheet: &Sheet, choice: &Choice, read: &Read, words: Words) -> String {
    let mut told = vec![words.fill("read_rows", &[("rows", &words.count(read.rows as u32))])];
    if let Some(line) = sheet.skipped.first() {
        let count = words.count(sheet.skipped.len() as u32);
        let values = [("count", count.as_str()), ("line", &line.to_string())];
        told.push(words.fill("read_skipped", &values));
    }
    if let Some((line, column)) = read.missing.first() {
        let count = words.count(read.missing.len() as u32);
        let (line, column) = (line.to_string(), sheet.names[*column].as_str());
        let values = [("count", count.as_str()), ("line", &line), ("column", column)];
        told.push(words.fill("read_missing", &values));
    }
    for (reason, key) in [
        (Reason::RowNumbers, "read_row_numbers"),
        (Reason::Dates, "read_dates"),
        (Reason::Units, "read_units"),
        (Reason::NoNumbers, "read_unused"),
    ] {
        let unused = (0..sheet.names.len())
            .filter(|it| choice.roles[*it] == Role::Unused && sheet.reason(*it) == reason)
            .map(|column| sheet.names[column].as_str());
        let unused = unused.collect::<Vec<_>>().join(", ");
        if !unused.is_empty() {
            told.push(words.fill(key, &[("columns", &unused)]));
        }
    }
    let ambiguous = (0..sheet.names.len()).filter(|column| sheet.is_ambiguous(*column));
    let ambiguous = ambiguous.map(|column| sheet.names[column].as_str()).collect::<Vec<_>>();
    if !ambiguous.is_empty() {
        told.push(words.fill("read_month_first", &[("columns", &ambiguous.join(", "))]));
    }
    told.join(" ")
}

/// That one paints.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Painting {
    /// Whether a curve is drawn; if not, points are painted.
    pub curve: bool,
    /// The name of the tool in hand.
    pub tool: String,
    /// Each tool's name and its words.
    pub tools: Vec<(String, Vec<Piece>)>,
}

pub(super) fn painting(app: &Application) -> Option<Painting> {
    let (it, run) = (app.painting.as_ref()?, app.subject.run()?);
    let tools = it.tools(&app.words.targets(run), app.words).into_iter();
    Some(Painting {
        curve: it.is_curve(),
        tool: it.tool(),
        tools: tools.map(|(id, words)| (id, pieces(words))).collect(),
    })
}
