//! How many weights are how large.

use crate::pen::{Axes, Canvas, Drawn, Ink, Pen, Plot};
use crate::window;
use crate::words::Words;
use downhill_core::Run;

/// How many bars there are, as many to each side of 0.
const BARS: usize = 24;

/// Draws the weights of a run's snapshot, biases aside, as bars.
pub(super) fn draw<DB: Canvas>(pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
    let parameters = &run.snapshot().parameters;
    let layers = run.network().layers().iter();
    let weights = || layers.clone().flat_map(|layer| &parameters[layer.weights.clone()]);
    let widest = weights().fold(0.0f64, |widest, weight| widest.max(weight.abs()));
    let end = window::top(widest / 1.4);
    let mut counts = [0usize; BARS];
    for weight in weights() {
        let place = (weight / end + 1.0) / 2.0 * BARS as f64;
        counts[(place as usize).min(BARS - 1)] += 1;
    }
    // So high that no part of a weight is counted beside the axis.
    let most = counts.iter().max().copied().unwrap_or(0).max(6);
    let plot = pen.axes(&Axes {
        x: (-end, end),
        y: (0.0, 1.15 * most as f64),
        x_name: words.get("chart_weights_x"),
        y_name: words.get("chart_weights_y"),
        equal: false,
    })?;
    for (bar, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let edge = |bar: usize| -end + 2.0 * end * bar as f64 / BARS as f64;
        let (left, top) = plot.at(edge(bar), *count as f64);
        let (right, bottom) = plot.at(edge(bar + 1), 0.0);
        let theme = pen.theme;
        let colour = if bar < BARS / 2 { theme.negative } else { theme.positive };
        let corners = [(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)];
        pen.polygon(&corners, Ink(colour, 0.75))?;
        pen.line(&corners, theme.paper, 1.0)?;
    }
    Ok(plot)
}
