//! Loss curve: the exact loss along one weight, with the ball.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Beside, Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::plots::axis_range;
use crate::plots::ball::{Ball, standing};
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::analysis::loss_slice::{Along, Slicer};

/// Number of points of the curve.
const POINTS: usize = 121;

/// Work of an update, and of a frame that adds to it, in multiply-adds: some 4 and 2 ms in a
/// browser.
const AT_ONCE: usize = 8_000_000;
const A_FRAME: usize = 4_000_000;

/// Text key of the samples whose loss curve, map and surface show.
pub fn whose(run: &Run) -> &'static str {
    if run.sees_all() { "train_loss" } else { "batch_loss" }
}

/// Sentence on the curve: whose loss it shows.
pub fn note(run: &Run, words: Words) -> Vec<Piece> {
    let key = match (run.settings().dropout > 0.0, run.sees_all()) {
        (true, _) => "curve_note_dropout",
        (false, true) => "curve_note",
        (false, false) => "curve_note_batch",
    };
    let (count, all) = (run.coming().n.to_string(), run.split().train.n.to_string());
    words.pieces(key, &[("n", &count), ("count", &count), ("all", &all)])
}

/// All data of the curve, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Curve {
    /// Index of the weight in θ.
    pub weight: usize,
    /// Indices in `values` whose losses are still to be computed, the next one at the end: only
    /// large networks and data leave any.
    missing: Vec<usize>,
    /// Values of the weight, ascending; its current value is one of them.
    pub values: Vec<f64>,
    /// Loss on the next batch at each value, all other weights fixed.
    pub losses: Vec<f64>,
    /// Loss on all training samples at each value; empty if the next batch holds them all.
    pub train_losses: Vec<f64>,
    /// The ball: weight, loss, ∂loss/∂weight by back propagation, and next update.
    pub ball: Ball,
    /// Value of the weight at which the ball is drawn on its way to the next snapshot; `None` at
    /// the snapshot.
    pub place: Option<f64>,
    /// Visible range of the weight.
    pub window: (f64, f64),
    /// Fixed range of the weight while the ball is dragged.
    pub held: Option<(f64, f64)>,
    /// Upper end of the loss axis.
    pub top: f64,
}

impl Curve {
    /// Computes the curve of a run's snapshot along a weight.
    pub fn update(&mut self, run: &Run, weight: usize, slicer: &mut Slicer) {
        let snapshot = run.snapshot();
        self.weight = weight;
        let x = snapshot.parameters[weight];
        self.ball = Ball {
            x,
            height: snapshot.batch_loss,
            slope: snapshot.gradient[weight],
            step: snapshot.next[weight] - x,
            enlarges: true,
            ..Ball::default()
        };
        let way = run.history().parameter(weight).chain([x]);
        self.window = self.held.unwrap_or_else(|| axis_range::line(way));
        self.top = axis_range::top(snapshot.train.loss.max(0.5 * self.ball.height));
        axis_range::grid(self.window, POINTS, x, &mut self.values);
        self.losses.clear();
        self.losses.resize(self.values.len(), f64::NAN);
        self.train_losses.clear();
        if !run.sees_all() {
            self.train_losses.resize(self.values.len(), f64::NAN);
        }
        // Every eighth first, then those between: it is a curve from the beginning.
        self.missing = (0..self.values.len()).rev().collect();
        self.missing.sort_by_key(|place| place.trailing_zeros().min(3));
        self.compute(run, slicer, AT_ONCE);
    }

    /// Computes one frame's share of the missing losses. True once all are there.
    pub fn refine(&mut self, run: &Run, slicer: &mut Slicer) -> bool {
        self.compute(run, slicer, A_FRAME);
        !self.is_coarse()
    }

    /// Whether losses are missing.
    pub fn is_coarse(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Gives up the missing losses: they belong to a state that is over.
    pub fn forget(&mut self) {
        self.missing.clear();
    }

    /// Computes missing losses, worth so many multiply-adds, at least one.
    fn compute(&mut self, run: &Run, slicer: &mut Slicer, work: usize) {
        let (theta, weight) = (&run.snapshot().parameters, self.weight);
        let mut curves = vec![(run.objective(), &mut self.losses)];
        if !run.sees_all() {
            curves.push((run.train_objective(), &mut self.train_losses));
        }
        let samples: usize = curves.iter().map(|(objective, _)| objective.batch.n).sum();
        let a_place = Along::Parameters(weight, weight).work(run.network()) * samples;
        let from = self.missing.len().saturating_sub((work / a_place.max(1)).max(1));
        let places = self.missing.split_off(from);
        let values: Vec<f64> = places.iter().map(|place| self.values[*place]).collect();
        let mut found = Vec::new();
        for (objective, losses) in curves {
            slicer.line(&objective, theta, weight, &values, &mut found);
            places.iter().zip(&found).for_each(|(place, loss)| losses[*place] = *loss);
        }
    }

    /// Draws the curve.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
        let theme = pen.theme;
        pen.clear()?;
        let plot = pen.axes(&Axes {
            x: self.window,
            y: (0.0, self.top),
            x_name: &words.axis(run, self.weight),
            y_name: words.get(whose(run)),
            equal: false,
            quiet: true,
            words,
        })?;
        let mut labels = Labels::bare(pen, &plot);
        let points = |losses: &[f64]| -> Vec<Point> {
            let places = self.values.iter().zip(losses).enumerate();
            let known = places.filter(|(place, _)| !self.missing.contains(place));
            known.map(|(_, (value, loss))| plot.at(*value, *loss)).collect()
        };
        pen.ground(&points(&self.losses), &plot)?;
        for (losses, ink, width) in [
            (&self.train_losses, Ink(theme.muted, 0.6), 1.5),
            (&self.losses, Ink::from(theme.ink), 2.5),
        ] {
            for part in plot.clip_line(&points(losses)) {
                pen.line(&part, ink, width)?;
                labels.avoid_line(&part);
            }
        }

        let (at, slope) = match self.place.and_then(|place| self.on_curve(place)) {
            Some((place, slope)) => (plot.at(place.0, place.1), slope),
            None => (self.ball.at(&plot), self.ball.slope),
        };
        let middle = standing(at, slope, pen.rolling_radius(), &plot);
        self.ball.draw((at, middle), pen, &plot, &mut labels, words)?;
        if !self.train_losses.is_empty() {
            self.name_curves(pen, &plot, &mut labels, run, words)?;
        }
        Ok(plot)
    }

    /// Point of the curve at a value of the weight, and the slope there; `None` beside the curve.
    fn on_curve(&self, value: f64) -> Option<((f64, f64), f64)> {
        let after = self.values.iter().position(|at| *at > value)?;
        let before = after.checked_sub(1)?;
        let slope =
            (self.losses[after] - self.losses[before]) / (self.values[after] - self.values[before]);
        let height = self.losses[before] + slope * (value - self.values[before]);
        height.is_finite().then_some(((value, height), slope))
    }

    /// Draws a legend of the two curves.
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
            (
                words.fill("loss_of_batch", &[("n", &batch), ("count", &batch)]),
                Ink::from(pen.theme.ink),
                2.5,
            ),
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
