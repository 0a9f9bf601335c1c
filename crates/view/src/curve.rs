//! The ball on a curve: the true loss along one weight.

use crate::pen::{Axes, Canvas, Drawn, Head, Ink, Pen, Plot, Point};
use crate::words::Words;
use crate::{number, window};
use downhill_core::Run;
use downhill_core::slice::Slicer;

/// How many points the curve is drawn through.
const POINTS: usize = 121;

/// All that is drawn, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Curve {
    /// The weight's place in θ.
    pub weight: usize,
    /// Values of the weight, rising; its own is one of them.
    pub values: Vec<f64>,
    /// The loss of the coming update's samples at each, all other weights as they are.
    pub losses: Vec<f64>,
    /// The same for all training samples; empty if the coming update sees them all.
    pub train_losses: Vec<f64>,
    /// The weight's value.
    pub value: f64,
    /// The loss there.
    pub loss: f64,
    /// Back propagation's ∂loss/∂weight.
    pub slope: f64,
    /// Where the coming update takes the weight, less where it is.
    pub step: f64,
    /// The values in sight.
    pub window: (f64, f64),
    /// The loss at the top.
    pub top: f64,
}

impl Curve {
    /// Computes the curve of a run's snapshot along a weight.
    pub fn update(&mut self, run: &Run, weight: usize, slicer: &mut Slicer) {
        let snapshot = run.snapshot();
        self.weight = weight;
        self.value = snapshot.parameters[weight];
        self.loss = snapshot.batch_loss;
        self.slope = snapshot.gradient[weight];
        self.step = snapshot.next[weight] - self.value;
        self.window = window::line(run.history().parameter(weight).chain([self.value]));
        self.top = window::top(snapshot.train.loss.max(0.5 * self.loss));
        window::grid(self.window, POINTS, self.value, &mut self.values);
        let mut line = |batch, losses: &mut Vec<f64>| {
            let loss = (run.network(), run.settings().cost, batch);
            slicer.line(loss, &snapshot.parameters, weight, &self.values, losses);
        };
        line(run.coming(), &mut self.losses);
        self.train_losses.clear();
        if !run.sees_all() {
            line(&run.split().train, &mut self.train_losses);
        }
    }

    /// Draws it. The tangent is straight through the ball with the slope's
    /// steepness on these axes, as long on each side as 5 em.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
        let theme = pen.theme;
        pen.clear()?;
        let name = words.parameter(run, self.weight);
        let plot = pen.axes(&Axes {
            x: self.window,
            y: (0.0, self.top),
            x_name: &name,
            y_name: words.get("loss"),
            equal: false,
        })?;
        let line = |losses: &[f64]| -> Vec<Vec<Point>> {
            let points: Vec<Point> = self
                .values
                .iter()
                .zip(losses)
                .map(|(value, loss)| plot.at(*value, *loss))
                .collect();
            plot.clip_line(&points)
        };
        for part in line(&self.train_losses) {
            pen.line(&part, Ink(theme.muted, 0.6), 1.5)?;
        }
        for part in line(&self.losses) {
            pen.line(&part, theme.ink, 2.5)?;
        }
        if !self.train_losses.is_empty() {
            self.name_curves(pen, run, words, plot.from)?;
        }

        let ball = plot.at(self.value, self.loss);
        pen.line(&[(ball.0, plot.to.1), ball], Ink(theme.ball, 0.5), 1.0)?;
        let (x_unit, y_unit) = plot.per_unit();
        let direction = (x_unit, -self.slope * y_unit);
        let length = direction.0.hypot(direction.1);
        let (dx, dy) = (5.0 * pen.em * direction.0 / length, 5.0 * pen.em * direction.1 / length);
        let ends = plot.clip((ball.0 - dx, ball.1 - dy), (ball.0 + dx, ball.1 + dy));
        if let Some((a, b)) = ends {
            pen.line(&[a, b], theme.slope, 2.5)?;
        }

        // The step is drawn along the axis, magnified by a power of ten if it
        // is too short to see.
        let (mut magnified, mut factor) = (self.step * x_unit, 1u32);
        while magnified != 0.0 && magnified.abs() < 1.5 * pen.em && factor < 1_000_000_000 {
            magnified *= 10.0;
            factor *= 10;
        }
        let base = plot.to.1 - 0.55 * pen.em;
        if let Some((a, b)) = plot.clip((ball.0, base), (ball.0 + magnified, base)) {
            pen.arrow(a, b, Head::Filled, theme.step, 3.5)?;
            let text = match factor {
                1 => words.get("step_mark").to_string(),
                _ => words.fill("step_mark_magnified", &[("factor", &number::count(factor))]),
            };
            pen.label(&text, ((a.0 + b.0) / 2.0, base - 1.2 * pen.em), 0.9, theme.step)?;
        }
        if plot.contains(ball) {
            pen.ball(ball, 1.0)?;
        }
        let slope = words.fill("slope_mark", &[("slope", &number::signed(self.slope, 3))]);
        let (width, _) = pen.text_size(&slope, 0.95)?;
        // Beside the tangent's lower end, where the curve does not pass.
        let end = (ball.0 + dx.abs() * if self.slope > 0.0 { -1.0 } else { 1.0 }, ball.1);
        let x = end.0.min(plot.to.0 - 0.5 * width).max(plot.from.0 + 0.5 * width);
        let y = (ball.1 - dy.abs() - 1.3 * pen.em).max(plot.from.1 + 0.7 * pen.em);
        pen.label(&slope, (x, y), 0.95, theme.slope)?;
        Ok(plot)
    }

    fn name_curves<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        words: Words,
        corner: Point,
    ) -> Drawn<DB> {
        let batch = run.snapshot().batch.len().to_string();
        let all = run.split().train.n.to_string();
        let names = [
            (words.fill("loss_of_batch", &[("count", &batch)]), Ink::from(pen.theme.ink), 2.5),
            (words.fill("loss_of_all", &[("count", &all)]), Ink(pen.theme.muted, 0.6), 1.5),
        ];
        for (row, (name, ink, width)) in names.iter().enumerate() {
            let (x, y) = (corner.0 + 0.5 * pen.em, corner.1 + (0.8 + 1.2 * row as f64) * pen.em);
            let text_width = pen.text_size(name, 0.85)?.0;
            pen.label(name, (x + 1.9 * pen.em + 0.5 * text_width, y), 0.85, pen.theme.muted)?;
            pen.line(&[(x, y), (x + 1.5 * pen.em, y)], *ink, *width)?;
        }
        Ok(())
    }
}
