//! Predictions against targets: a confusion matrix for classification, a scatter plot for
//! regression.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::data_table::{Cell, DataTable, few};
use crate::network::samples::{self, Sample};
use crate::network::tooltip::{Picture, Row, Tooltip};
use crate::plots::axis_range::extent;
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::data::split::Part;
use downhill_core::data::table::Targets;
use downhill_core::network::metrics::{self, Confusion};
use downhill_core::network::{Batch, Workspace};

/// Part of the split that the chart is about: the test samples, if there are any, else the
/// training samples.
fn part(run: &Run) -> Part {
    if run.split().test.n > 0 { Part::Test } else { Part::Training }
}

fn asked(run: &Run) -> &Batch {
    run.split().batch(part(run))
}

/// Outputs for these samples, from one snapshot.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    /// Outputs, `[output][sample]`.
    outputs: Vec<f64>,
    work: Workspace,
}

/// Confusion matrix; `None` for regression.
fn confusion(run: &Run, outputs: &[f64]) -> Option<Confusion> {
    let batch = asked(run);
    match run.split().table.targets {
        Targets::Classes { .. } => Some(Confusion::of_outputs(outputs, &batch.targets, batch.n)),
        Targets::Values { .. } if run.settings().cost.tells_two_classes => {
            let class = |of: &[f64], border: f64| -> Vec<usize> {
                of.iter().map(|value| usize::from(*value > border)).collect()
            };
            Some(Confusion::new(2, &class(&batch.targets, 0.5), &class(outputs, 0.0)))
        }
        Targets::Values { .. } => None,
    }
}

impl Answers {
    /// Evaluates the network of a run's snapshot.
    pub fn update(&mut self, run: &Run) {
        let (batch, theta) = (asked(run), &run.snapshot().parameters);
        let Answers { outputs, work } = self;
        run.network().answers(theta, &batch.inputs, batch.n, outputs, work);
    }

    /// Draws the matrix or the scatter plot.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        words: Words,
    ) -> Drawn<DB, Option<Plot>> {
        match confusion(run, &self.outputs) {
            Some(confusion) => table(pen, run, &confusion, words).map(|()| None),
            None => cloud(pen, run, &self.outputs, words).map(Some),
        }
    }

    /// Tooltip of the matrix cell, or of the sample, nearest to a point.
    pub fn probe(&self, run: &Run, picture: &Picture, at: Point, words: Words) -> Option<Tooltip> {
        let batch = asked(run);
        if self.outputs.len() != batch.targets.len() {
            return None;
        }
        let Some(confusion) = confusion(run, &self.outputs) else {
            let plot = picture.plot?;
            let part = part(run);
            let cloud = batch.targets.iter().zip(&self.outputs).enumerate();
            let cloud = cloud
                .map(|(place, (x, y))| (Sample { part, place: place % batch.n }, plot.at(*x, *y)));
            return samples::nearest(run, cloud, at, f64::INFINITY, words);
        };
        let classes = confusion.classes();
        let Cells { left, above, wide, high } = Cells::new(classes, picture.size, picture.em);
        let last = (classes - 1) as f64;
        let cell = |at: f64, from: f64, size: f64| ((at - from) / size).floor().clamp(0.0, last);
        let (answered, expected) = (cell(at.0, left, wide), cell(at.1, above, high));
        let mark = (left + wide * (answered + 0.5), above + high * (expected + 0.5));
        let (answered, expected) = (answered as usize, expected as usize);
        let count = confusion.count(expected, answered);
        let number = words.count(count as u32);
        let class =
            |key, class| Row::text(words.pieces(key, &[]), name(run, classes, class, words));
        let samples = if run.split().test.n > 0 { "test" } else { "train" };
        Some(Tooltip {
            title: words.fill("probe_cell", &[("samples", words.get(samples))]),
            rows: vec![
                class("answers_expected", expected),
                class("answers_answered", answered),
                Row::new(words.pieces("chart_weights_y", &[]), number, count as f64),
            ],
            mark,
            ..Tooltip::at(at)
        })
    }

    /// Answers and targets in numbers: the matrix, or some of the samples.
    pub fn table(&self, run: &Run, words: Words) -> DataTable {
        let batch = asked(run);
        let get = |key: &str| words.get(key).to_string();
        if self.outputs.len() != batch.targets.len() {
            return DataTable::default();
        }
        let Some(confusion) = confusion(run, &self.outputs) else {
            let row = |place: usize| {
                let values = [batch.targets[place], self.outputs[place]];
                values.map(|value| Cell::Number(run.split().value(place / batch.n, value))).into()
            };
            return DataTable {
                columns: vec![get("answers_expected"), get("answers_answered")],
                rows: few(self.outputs.len()).into_iter().map(row).collect(),
            };
        };
        let classes = confusion.classes();
        let name = |class| name(run, classes, class, words);
        let row = |(class, counts): (usize, &[usize])| {
            let counts = counts.iter().map(|count| Cell::Count(*count as u32));
            [Cell::Text(name(class))].into_iter().chain(counts).collect()
        };
        let corner = words.fill("table_answered", &[("expected", &get("answers_expected"))]);
        DataTable {
            columns: [corner].into_iter().chain((0..classes).map(name)).collect(),
            rows: confusion.rows().enumerate().map(row).collect(),
        }
    }

    /// Sentence on accuracy or R²; empty while the chart is not shown.
    pub fn note(&self, run: &Run, words: Words) -> Vec<Piece> {
        let (batch, outputs) = (asked(run), &self.outputs);
        if outputs.len() != batch.targets.len() {
            return Vec::new();
        }
        let samples = words.get(if run.split().test.n > 0 { "test" } else { "train" });
        match confusion(run, outputs) {
            Some(confusion) => {
                let right = words.percent(confusion.accuracy());
                words.pieces("chart_answers_note", &[("samples", samples), ("right", &right)])
            }
            None => {
                let explained = metrics::r_squared(outputs, &batch.targets, batch.n);
                let explained = words.significant(explained, 3);
                let values = [("samples", samples), ("explained", &*explained)];
                words.pieces("chart_answers_note_values", &values)
            }
        }
    }
}

/// Geometry of the matrix's cells, in CSS pixels.
struct Cells {
    left: f64,
    above: f64,
    wide: f64,
    high: f64,
}

impl Cells {
    fn new(classes: usize, (width, height): Point, em: f64) -> Cells {
        let (left, above) = ((7.5 * em).min(0.36 * width), 3.4 * em);
        let count = classes as f64;
        let (wide, high) = ((width - left - 0.5 * em) / count, (height - above - 0.4 * em) / count);
        Cells { left, above, wide, high }
    }
}

/// Name of a class; for two classes with a single output, its number.
fn name(run: &Run, classes: usize, class: usize, words: Words) -> String {
    let names = words.targets(run);
    match names.get(class) {
        Some(name) if names.len() == classes => name.to_string(),
        _ => class.to_string(),
    }
}

fn table<DB: Canvas>(pen: &Pen<DB>, run: &Run, confusion: &Confusion, words: Words) -> Drawn<DB> {
    let (classes, theme, em) = (confusion.classes(), pen.theme, pen.em);
    let name = |class: usize| name(run, classes, class, words);
    let Cells { left, above, wide, high } = Cells::new(classes, pen.size(), em);
    pen.text(words.get("answers_answered"), (left, 0.8 * em), Beside::Right, 0.9, theme.muted)?;
    let corner = (0.2 * em, above - 0.9 * em);
    pen.text(words.get("answers_expected"), corner, Beside::Right, 0.9, theme.muted)?;
    for (expected, row) in confusion.rows().enumerate() {
        let y = above + high * (expected as f64 + 0.5);
        pen.class_mark(expected, (0.8 * em, y), 0.36 * em, Part::Training)?;
        pen.text(&name(expected), (1.5 * em, y), Beside::Right, 0.85, theme.ink)?;
        let all = row.iter().sum::<usize>().max(1) as f64;
        for (answered, count) in row.iter().enumerate() {
            let x = left + wide * (answered as f64 + 0.5);
            if expected == 0 {
                let at = (x, above - 0.9 * em);
                if wide > 6.0 * em {
                    pen.class_mark(answered, (x - 2.6 * em, at.1), 0.36 * em, Part::Training)?;
                    pen.text(
                        &name(answered),
                        (x - 2.0 * em, at.1),
                        Beside::Right,
                        0.85,
                        theme.ink,
                    )?;
                } else {
                    pen.class_mark(answered, at, 0.36 * em, Part::Training)?;
                }
            }
            let (dx, dy) = (0.5 * wide - 1.0, 0.5 * high - 1.0);
            let cell = [
                (x - dx, y - dy),
                (x + dx, y - dy),
                (x + dx, y + dy),
                (x - dx, y + dy),
                (x - dx, y - dy),
            ];
            let colour = theme.classes[answered % theme.classes.len()];
            pen.polygon(&cell, Ink(colour, 0.4 * *count as f64 / all))?;
            // Right answers stand in a frame.
            let (ink, line) =
                if expected == answered { (theme.ink, 2.0) } else { (theme.grid, 1.0) };
            pen.line(&cell, ink, line)?;
            let size = if high > 2.2 * em { 1.2 } else { 0.85 };
            pen.text(&count.to_string(), (x, y), Beside::Centre, size, theme.ink)?;
        }
    }
    Ok(())
}

/// Scatter plot of outputs over targets: right ones lie on the diagonal.
fn cloud<DB: Canvas>(pen: &Pen<DB>, run: &Run, outputs: &[f64], words: Words) -> Drawn<DB, Plot> {
    let targets = &asked(run).targets;
    let (low, high) = extent(outputs.iter().chain(targets).copied());
    let margin = (0.06 * (high - low)).max(1e-9);
    let range = (low - margin, high + margin);
    let plot = pen.axes(&Axes {
        x: range,
        y: range,
        x_name: words.get("answers_expected"),
        y_name: words.get("answers_answered"),
        equal: false,
        quiet: false,
        words,
    })?;
    let ends = [range.0, range.1].map(|end| plot.at(end, end));
    pen.dashed(&ends, pen.theme.muted, 1.5)?;
    for (answer, target) in outputs.iter().zip(targets) {
        pen.class_mark(0, plot.at(*target, *answer), 0.24 * pen.em, part(run))?;
    }
    Ok(plot)
}
