//! Pictures and runs as tables, for whoever does not see them.

use super::answers::{RunTable, run_table};
use super::mode::Mode;
use crate::application::Application;
use crate::subject::Subject;
use downhill_view::data_table::{self, Cell, few};
use downhill_view::function::tables;
use downhill_view::options::show::View;
use serde::Serialize;

/// A picture, or the run, in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DataTable {
    /// What it is, in a sentence.
    pub caption: String,
    /// The names of the columns; the first one names the rows.
    pub columns: Vec<String>,
    /// A text for each column.
    pub rows: Vec<Vec<String>>,
    /// The same as CSV, numbers with all their digits.
    pub csv: String,
}

/// The name that stands for the run in the place of a picture's.
const RUN: &str = "run";

/// A picture by its name, or the run, in numbers; none of a picture that is not there.
pub fn data_table(app: &Application, id: &str) -> Option<DataTable> {
    let words = app.words;
    let (key, made) = match View::from_id(id) {
        _ if id == RUN => ("table_run_caption", run(app)),
        None => return None,
        Some(view) => {
            let made = match &app.subject {
                Subject::Network(it) => it.pictures.table(view, it.run(), &app.show, words)?,
                Subject::Ball(ball) => {
                    let race = ball.race.as_ref().map(|(race, _)| race.now());
                    tables::table(view, ball.descent(), race, words)?
                }
            };
            let key = match view {
                View::Curve | View::Derivative => "table_curve_caption",
                View::Map | View::Surface => "table_map_caption",
                View::Boundary => "table_boundary_caption",
                View::Diagram => "table_diagram_caption",
                View::Chart => "table_chart_caption",
                View::Heights | View::Kept => "table_runs_caption",
            };
            (key, made)
        }
    };
    let step = app.subject.iteration().to_string();
    let chart = match &app.subject {
        Subject::Network(it) => it.pictures.charts.note(it.run(), &app.show, words),
        Subject::Ball(_) => Vec::new(),
    };
    let chart: String = chart.into_iter().map(|piece| piece.text).collect();
    Some(DataTable {
        caption: words.fill(key, &[("step", &step), ("chart", &chart)]),
        csv: made.csv(),
        columns: made.columns,
        rows: made
            .rows
            .into_iter()
            .map(|row| row.into_iter().map(|cell| cell.shown(app.words)).collect())
            .collect(),
    })
}

/// The run: its first, its last, and some of the steps between.
fn run(app: &Application) -> data_table::DataTable {
    let RunTable { columns, rows } = run_table(app);
    let name = |column: &'static str| {
        let key = match column {
            "training_loss" => "train_loss",
            "learning_rate" => return app.name_of("learning_rate"),
            "value" => "height",
            "iteration" if Mode::of(app) != Mode::Network => "step_word",
            key => key,
        };
        app.words.get(key).to_string()
    };
    let cell = |column: usize, at: usize| match (columns[column], rows[at][column]) {
        ("iteration" | "epoch", Some(value)) => Cell::Count(value as u32),
        (_, value) => Cell::Number(value.unwrap_or(f64::NAN)),
    };
    // Without validation samples their column is empty.
    let filled = |column: &usize| rows.iter().any(|row| row[*column].is_some());
    let filled: Vec<usize> = (0..columns.len()).filter(filled).collect();
    let row = |at: usize| filled.iter().map(|column| cell(*column, at)).collect();
    data_table::DataTable {
        columns: filled.iter().map(|column| name(columns[*column])).collect(),
        rows: few(rows.len()).into_iter().map(row).collect(),
    }
}
