//! Histogram of the weights.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::data_table::{Cell, DataTable};
use crate::network::tooltip::{Row, Tooltip};
use crate::plots::axis_range;
use crate::text::messages::Words;
use downhill_core::Run;

/// Number of bars, half of them on each side of 0.
const BARS: usize = 24;

/// Number of weights, without biases, in each bar, and the upper end of the last bar; the first
/// begins as far below 0.
fn count(run: &Run) -> ([usize; BARS], f64) {
    let parameters = &run.snapshot().parameters;
    let layers = run.network().layers().iter();
    let weights = || layers.clone().flat_map(|layer| &parameters[layer.weights.clone()]);
    let widest = weights().fold(0.0f64, |widest, weight| widest.max(weight.abs()));
    let end = axis_range::top(widest / 1.4);
    let mut counts = [0usize; BARS];
    for weight in weights() {
        counts[bar(*weight, end)] += 1;
    }
    (counts, end)
}

/// Index of the bar that counts a weight.
fn bar(weight: f64, end: f64) -> usize {
    let place = (weight / end + 1.0) / 2.0 * BARS as f64;
    (place as usize).min(BARS - 1)
}

/// Left edge of a bar.
fn edge(bar: usize, end: f64) -> f64 {
    -end + 2.0 * end * bar as f64 / BARS as f64
}

/// Tooltip of a bar: its range and its count.
pub(super) fn probe(run: &Run, plot: &Plot, at: Point, words: Words) -> Tooltip {
    let (counts, end) = count(run);
    let bar = bar(plot.values_at(at).0, end);
    let ends = [edge(bar, end), edge(bar + 1, end)];
    let [from, to] = ends.map(|end| words.tick(end));
    let count = counts[bar];
    let number = words.count(count as u32);
    Tooltip {
        title: words.fill("probe_bar", &[("from", &from), ("to", &to)]),
        rows: vec![Row::new(words.pieces("chart_weights_y", &[]), number, count as f64)],
        mark: plot.at((ends[0] + ends[1]) / 2.0, count as f64),
        ..Tooltip::at(at)
    }
}

/// The histogram in numbers: the bars that count something.
pub(super) fn table(run: &Run, words: Words) -> DataTable {
    let (counts, end) = count(run);
    let bars = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let row = |(bar, count): (usize, &usize)| {
        let ends = [edge(bar, end), edge(bar + 1, end)].map(Cell::Number);
        ends.into_iter().chain([Cell::Count(*count as u32)]).collect()
    };
    let columns = ["table_from", "table_to", "chart_weights_y"];
    DataTable {
        columns: columns.map(|key| words.get(key).to_string()).into(),
        rows: bars.map(row).collect(),
    }
}

/// Draws the histogram of a run's weights, without biases.
pub(super) fn draw<DB: Canvas>(pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
    let (counts, end) = count(run);
    // So high that no part of a weight is counted beside the axis.
    let most = counts.iter().max().copied().unwrap_or(0).max(6);
    let plot = pen.axes(&Axes {
        x: (-end, end),
        y: (0.0, 1.15 * most as f64),
        x_name: words.get("chart_weights_x"),
        y_name: words.get("chart_weights_y"),
        equal: false,
        quiet: false,
        words,
    })?;
    for (bar, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (left, top) = plot.at(edge(bar, end), *count as f64);
        let (right, bottom) = plot.at(edge(bar + 1, end), 0.0);
        let theme = pen.theme;
        let colour = if bar < BARS / 2 { theme.negative } else { theme.positive };
        let corners = [(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)];
        pen.polygon(&corners, Ink(colour, 0.75))?;
        pen.line(&corners, theme.paper, 1.0)?;
    }
    Ok(plot)
}
