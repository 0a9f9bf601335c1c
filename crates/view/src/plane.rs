//! The loss over two weights: a slice, its contour map and, in [`crate::surface`],
//! its surface.

use crate::contour::{self, Grid};
use crate::labels::Labels;
use crate::pen::{Axes, Canvas, Drawn, Head, Image, Ink, Pen, Plot, Point};
use crate::theme::{Rgb, cividis};
use crate::words::Words;
use crate::{number, window};
use downhill_core::Run;
use downhill_core::slice::Slicer;

/// How many columns and rows the slice has, before the ball's own are added.
const COLUMNS: usize = 28;
const ROWS: usize = 19;

/// All that is drawn, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Plane {
    /// The two weights' places in θ: to the right, and up or back.
    pub weights: (usize, usize),
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// The loss of the coming update's samples, `[y][x]`.
    losses: Vec<f64>,
    /// Where the two weights are.
    pub at: (f64, f64),
    /// The loss there.
    pub loss: f64,
    /// Where the coming update takes them, less where they are.
    pub step: (f64, f64),
    /// Where they have been, oldest first, the present place last.
    pub trail: Vec<(f64, f64)>,
    /// What is in sight.
    pub window: ((f64, f64), (f64, f64)),
}

impl Plane {
    /// Computes the slice of a run's snapshot along two weights.
    pub fn update(&mut self, run: &Run, (x, y): (usize, usize), slicer: &mut Slicer) {
        let snapshot = run.snapshot();
        self.weights = (x, y);
        self.at = (snapshot.parameters[x], snapshot.parameters[y]);
        self.loss = snapshot.batch_loss;
        self.step = (snapshot.next[x] - self.at.0, snapshot.next[y] - self.at.1);
        self.trail.clear();
        self.trail.extend(run.history().parameter(x).zip(run.history().parameter(y)));
        if self.trail.last() != Some(&self.at) {
            self.trail.push(self.at);
        }
        let (xs, ys) = (self.trail.iter().map(|at| at.0), self.trail.iter().map(|at| at.1));
        self.window = window::plane(xs, ys);
        window::grid(self.window.0, COLUMNS, self.at.0, &mut self.xs);
        window::grid(self.window.1, ROWS, self.at.1, &mut self.ys);
        slicer.plane(
            &run.objective(),
            &snapshot.parameters,
            (x, y),
            (&self.xs, &self.ys),
            &mut self.losses,
        );
    }

    /// The slice as a grid. The ball stands on a crossing of it.
    pub fn grid(&self) -> Grid<'_> {
        Grid { xs: &self.xs, ys: &self.ys, values: &self.losses }
    }

    /// The lowest and the highest loss in sight.
    pub fn range(&self) -> (f64, f64) {
        self.losses.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), loss| {
            (low.min(*loss), high.max(*loss))
        })
    }

    /// The values at which contour lines are drawn.
    pub fn levels(&self) -> Vec<f64> {
        let (low, high) = self.range();
        contour::levels(low, high)
    }

    /// The colour of a height: even steps of colour for even factors of loss,
    /// so that the valley floor is not all one blue.
    pub fn colour(&self) -> impl Fn(f64) -> Rgb + use<> {
        let (low, high) = self.range();
        let (low, high) = (low.max(1e-9).ln(), high.max(1e-9).ln());
        move |loss| cividis((loss.max(1e-9).ln() - low) / (high - low).max(1e-9))
    }

    /// Draws the contour map.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
        pen.clear()?;
        let plot = pen.axes(&Axes {
            x: self.window.0,
            y: self.window.1,
            x_name: &words.axis(run, self.weights.0),
            y_name: &words.axis(run, self.weights.1),
            equal: true,
        })?;
        let (grid, colour) = (self.grid(), self.colour());
        let (columns, rows) = (96, 72);
        let mut image = Image { columns, rows, rgba: Vec::with_capacity(4 * columns * rows) };
        for row in 0..rows {
            for column in 0..columns {
                let share = |index: usize, count: usize| (index as f64 + 0.5) / count as f64;
                let between = |(low, high): (f64, f64), share: f64| low + (high - low) * share;
                let x = between(self.window.0, share(column, columns));
                let y = between(self.window.1, 1.0 - share(row, rows));
                let [red, green, blue] = colour(grid.between(x, y).unwrap_or(f64::INFINITY));
                image.rgba.extend([red, green, blue, 255]);
            }
        }
        pen.image(&image, &plot)?;

        let mut labels = Labels::new(pen);
        let trail: Vec<Point> = self.trail.iter().map(|(x, y)| plot.at(*x, *y)).collect();
        labels.avoid_line(&trail);
        let ball = plot.at(self.at.0, self.at.1);
        labels.avoid_disc(ball, pen.em);
        let (x_unit, y_unit) = plot.per_unit();
        let step = (self.step.0 * x_unit, -self.step.1 * y_unit);
        let length = step.0.hypot(step.1);
        // Which way, not how far: that is a fraction of a pixel mostly.
        let shown = length.clamp(2.2 * pen.em, 8.0 * pen.em) / length.max(1e-300);
        let arrow = plot.clip(ball, (ball.0 + step.0 * shown, ball.1 + step.1 * shown));
        if let Some((a, b)) = arrow {
            labels.avoid_line(&[a, b]);
        }

        let (low, high) = self.range();
        let contour_step = contour::step(low, high).unwrap_or(1.0);
        for level in self.levels() {
            let lines: Vec<Vec<Point>> = grid
                .lines(level)
                .iter()
                .map(|line| line.iter().map(|(x, y)| plot.at(*x, *y)).collect())
                .collect();
            for line in &lines {
                pen.line(line, contour_ink(colour(level)), 1.0)?;
            }
            // The longest line of every second level carries its value, where there is room.
            if (level / contour_step).round() % 2.0 != 0.0 {
                continue;
            }
            let Some(line) = lines.iter().max_by_key(|line| line.len()) else { continue };
            let middle = line.len() / 2;
            let candidates: Vec<Point> = [&line[middle..], &line[..middle]]
                .concat()
                .into_iter()
                .filter(|(x, y)| {
                    plot.contains((x - 1.5 * pen.em, y - 0.7 * pen.em))
                        && plot.contains((x + 1.5 * pen.em, y + 0.7 * pen.em))
                })
                .collect();
            labels.place(&number::tick(level), &candidates, 0.75, pen.theme.ink)?;
        }

        pen.trail(&trail, Some(&plot))?;
        if let Some((a, b)) = arrow {
            pen.arrow(a, b, Head::Filled, pen.theme.paper, 6.0)?;
            pen.arrow(a, b, Head::Filled, pen.theme.step, 3.0)?;
        }
        pen.ball(ball, 1.0)?;
        Ok(plot)
    }
}

/// A contour line's ink, to be seen on the surface's colour.
pub fn contour_ink([red, green, blue]: Rgb) -> Ink {
    let lightness = 0.3 * f64::from(red) + 0.59 * f64::from(green) + 0.11 * f64::from(blue);
    if lightness > 120.0 { Ink([0, 0, 0], 0.5) } else { Ink([255, 255, 255], 0.6) }
}
