//! The ball on a curve: the true loss along one weight.

use crate::labels::Labels;
use crate::pen::{Axes, Beside, Canvas, Drawn, Head, Ink, Pen, Plot, Point};
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
        let mut line = |objective, losses: &mut Vec<f64>| {
            slicer.line(&objective, &snapshot.parameters, weight, &self.values, losses);
        };
        line(run.objective(), &mut self.losses);
        self.train_losses.clear();
        if !run.sees_all() {
            line(run.train_objective(), &mut self.train_losses);
        }
    }

    /// Draws it. The tangent is straight through the ball with the slope's
    /// steepness on these axes, 5 em long on each side.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
        let theme = pen.theme;
        pen.clear()?;
        let plot = pen.axes(&Axes {
            x: self.window,
            y: (0.0, self.top),
            x_name: &words.axis(run, self.weight),
            y_name: words.get("loss"),
            equal: false,
        })?;
        let mut labels = Labels::new(pen);
        for (losses, ink, width) in [
            (&self.train_losses, Ink(theme.muted, 0.6), 1.5),
            (&self.losses, Ink::from(theme.ink), 2.5),
        ] {
            let places = self.values.iter().zip(losses);
            let points: Vec<Point> = places.map(|(value, loss)| plot.at(*value, *loss)).collect();
            for part in plot.clip_line(&points) {
                pen.line(&part, ink, width)?;
                labels.avoid_line(&part);
            }
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
            labels.avoid_line(&[a, b]);
        }
        labels.avoid_disc(ball, 0.8 * pen.em);
        self.draw_step(pen, &plot, &mut labels, words)?;
        if plot.contains(ball) {
            pen.ball(ball, 1.0)?;
        }

        let slope = words.fill("slope_mark", &[("slope", &number::signed(self.slope, 3))]);
        let around: Vec<Point> = [1.5, -1.5, 3.0, -3.0, 5.0, -5.0]
            .into_iter()
            .flat_map(|up| [(ball.0 + dx, ball.1 + dy, up), (ball.0 - dx, ball.1 - dy, up)])
            .map(|(x, y, up)| (x, y.min(plot.to.1).max(plot.from.1) - up * pen.em))
            .filter(|at| plot.contains(*at))
            .collect();
        labels.place(&slope, &around, 0.95, theme.slope)?;
        if !self.train_losses.is_empty() {
            self.name_curves(pen, &plot, &mut labels, run, words)?;
        }
        Ok(plot)
    }

    /// The coming step, along the axis. A step is mostly too short to see: it is
    /// drawn so many times longer as leaves it a few letters long, which the
    /// label says, and never so long that it would seem to overshoot.
    fn draw_step<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        const MOST: f64 = 1e9;
        let length = self.step * plot.per_unit().0;
        let mut factor = 1.0;
        // 1, 2, 5, 10, 20, 50, …
        for next in (0..9).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power))) {
            if length.abs() * next <= 4.0 * pen.em && next < MOST {
                factor = next;
            }
        }
        let ball = plot.at(self.value, self.loss);
        let base = plot.to.1 - 0.55 * pen.em;
        let Some((a, b)) = plot.clip((ball.0, base), (ball.0 + length * factor, base)) else {
            return Ok(());
        };
        pen.arrow(a, b, Head::Filled, pen.theme.step, 3.5)?;
        labels.avoid_line(&[a, b]);
        let text = match factor {
            1.0 => words.get("step_mark").to_string(),
            _ => words.fill("step_mark_magnified", &[("factor", &number::count(factor as u32))]),
        };
        let half = 0.5 * pen.text_size(&text, 0.9)?.0 + 0.7 * pen.em;
        let side = length.signum();
        let y = base - 0.3 * pen.em;
        let candidates = [
            (b.0 + side * half, y),
            (a.0 - side * half, y),
            (b.0, y - 1.2 * pen.em),
            (a.0, y + 3.0 * pen.em),
        ];
        labels.place(&text, &candidates, 0.9, pen.theme.step)
    }

    /// Which curve is which, where there is room.
    fn name_curves<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        run: &Run,
        words: Words,
    ) -> Drawn<DB> {
        let batch = run.snapshot().batch.len().to_string();
        let all = run.split().train.n.to_string();
        let names = [
            (words.fill("loss_of_batch", &[("count", &batch)]), Ink::from(pen.theme.ink), 2.5),
            (words.fill("loss_of_all", &[("count", &all)]), Ink(pen.theme.muted, 0.6), 1.5),
        ];
        let (stroke, row) = (2.0 * pen.em, 1.2 * pen.em);
        let mut width = 0.0f64;
        for (name, ..) in &names {
            width = width.max(pen.text_size(name, 0.85)?.0 + stroke + 0.5 * pen.em);
        }
        let room = (width, 2.0 * row);
        let xs = [plot.from.0 + width / 2.0, plot.to.0 - width / 2.0];
        let candidates: Vec<Point> = (0..8)
            .flat_map(|step| xs.map(|x| (x, plot.from.1 + row + f64::from(step) * 1.5 * pen.em)))
            .collect();
        // Where no place is free, the top is the least in the way.
        let at = labels.find(room, &candidates).unwrap_or(candidates[0]);
        pen.patch(at, room)?;
        for (index, (name, ink, line_width)) in names.iter().enumerate() {
            let x = at.0 - width / 2.0 + 0.25 * pen.em;
            let y = at.1 + (index as f64 - 0.5) * row;
            pen.line(&[(x, y), (x + stroke - 0.4 * pen.em, y)], *ink, *line_width)?;
            pen.text(name, (x + stroke, y), Beside::Right, 0.85, pen.theme.ink)?;
        }
        Ok(())
    }
}
