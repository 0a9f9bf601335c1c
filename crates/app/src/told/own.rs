//! Data of one's own: a table's columns, and painting.

use super::piece::{Piece, pieces};
use crate::application::Application;
use crate::edits::import::ROLES;
use crate::state::imported::Imported;
use downhill_core::data::csv::{Kind, Role};
use downhill_view::text::number;
use serde::Serialize;

/// A table of one's own: what was read, its columns, whether the target is classes, and
/// whether that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Table {
    /// A sentence about what was read.
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
    let Imported { sheet, choice, rows, missing } = imported;
    let named = |wanted: Role| {
        let columns = sheet.names.iter().zip(&choice.roles);
        let names = columns.filter(|(_, role)| **role == wanted).map(|(name, _)| name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let mut told = words.fill("read_rows", &[("rows", &number::count(*rows as u32))]);
    if let Some((line, column)) = missing.first() {
        let values = [
            ("count", number::count(missing.len() as u32)),
            ("line", line.to_string()),
            ("column", sheet.names[*column].clone()),
        ];
        told.push(' ');
        let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
        told.push_str(&words.fill("read_missing", &values));
    }
    let unused = named(Role::Unused);
    if !unused.is_empty() {
        told.push(' ');
        told.push_str(&words.fill("read_unused", &[("columns", &unused)]));
    }
    let target = choice.roles.iter().position(|role| *role == Role::Target);
    let role = |role: &Role| ROLES.iter().find(|(_, it)| it == role).map_or("", |(id, _)| *id);
    Some(Table {
        told,
        columns: sheet.names.iter().cloned().zip(choice.roles.iter().map(role)).collect(),
        classes: choice.classes,
        either: target.is_some_and(|target| sheet.kinds[target] == Kind::Numbers),
    })
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
    let tools = it.tools(run.split().table.targets.names(), app.words).into_iter();
    Some(Painting {
        curve: it.is_curve(),
        tool: it.tool(),
        tools: tools.map(|(id, words)| (id, pieces(words))).collect(),
    })
}
