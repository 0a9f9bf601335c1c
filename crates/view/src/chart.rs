//! The loss over the iterations so far.

use crate::pen::{Axes, Beside, Canvas, Drawn, Pen, Plot, Point};
use crate::window;
use crate::words::Words;
use downhill_core::Run;
use downhill_core::history::{History, Point as Moment};

/// Draws the losses of training and test samples of a run's history, and those of one
/// that was left for it.
pub fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    run: &Run,
    left: Option<&History>,
    words: Words,
) -> Drawn<DB, Plot> {
    pen.clear()?;
    let snapshot = run.snapshot();
    let mut moments: Vec<Moment> = run.history().points().to_vec();
    if moments.last().is_none_or(|last| last.iteration != snapshot.iteration) {
        moments.push(Moment {
            iteration: snapshot.iteration,
            train: snapshot.train.loss,
            test: snapshot.test.loss,
        });
    }
    let highest =
        moments.iter().fold(0.0f64, |highest, moment| highest.max(moment.train).max(moment.test));
    // Half as much room again whenever the line reaches the end: it is squeezed
    // now and then instead of at every step.
    let mut end = 50.0;
    while end < f64::from(snapshot.iteration) {
        end *= 1.5;
    }
    let plot = pen.axes(&Axes {
        x: (0.0, end),
        y: (0.0, window::top(highest / 1.45)),
        x_name: words.get("iteration"),
        y_name: words.get("loss"),
        equal: false,
    })?;
    let line = |loss: fn(&Moment) -> f64| -> Vec<Point> {
        moments.iter().map(|moment| plot.at(f64::from(moment.iteration), loss(moment))).collect()
    };
    let left = left.map_or(&[][..], History::points).iter();
    let left = left.map(|moment| plot.at(f64::from(moment.iteration), moment.train));
    pen.ghost(&left.collect::<Vec<_>>(), &plot)?;
    let (train, test) = (line(|moment| moment.train), line(|moment| moment.test));
    for part in plot.clip_line(&test) {
        pen.dashed(&part, pen.theme.muted, 1.5)?;
    }
    for part in plot.clip_line(&train) {
        pen.line(&part, pen.theme.ink, 2.0)?;
    }
    let ball = plot.at(f64::from(snapshot.iteration), snapshot.train.loss);
    if plot.contains(ball) {
        pen.disc(ball, 0.3 * pen.em, pen.theme.ball)?;
    }
    // A legend in the corner that a falling loss leaves free.
    for (row, key) in ["train", "test"].into_iter().enumerate() {
        let (x, y) = (plot.to.0 - 0.6 * pen.em, plot.from.1 + (0.8 + 1.2 * row as f64) * pen.em);
        let stroke = [(x - 1.8 * pen.em, y), (x, y)];
        if row == 0 {
            pen.line(&stroke, pen.theme.ink, 2.0)?;
        } else {
            pen.dashed(&stroke, pen.theme.muted, 1.5)?;
        }
        pen.text(words.get(key), (x - 2.2 * pen.em, y), Beside::Left, 0.85, pen.theme.ink)?;
    }
    Ok(plot)
}
