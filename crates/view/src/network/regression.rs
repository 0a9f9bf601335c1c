//! Regression with one input and one value: samples, fitted curve, and each sample's error; for
//! a neuron as a square if the cost squares it.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::{Bounds, Point};
use crate::canvas::image::Canvas;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Drawn, Ink, Pen, RINGED};
use crate::canvas::plot::Plot;
use crate::canvas::stamp::Mark;
use crate::network::inference::Answers;
use crate::network::input_grid::Places;
use crate::network::samples::{Errors, samples};
use crate::plots::axis_range::wider;
use crate::text::messages::Words;
use downhill_core::Run;

/// Costs for regression, each with whether it squares the error.
pub const COSTS: [(&str, bool); 4] = [
    ("squared_error", true),
    ("half_squared_error", true),
    ("absolute_error", false),
    ("huber", false),
];

/// Whether a cost squares the error; `None` for a cost for classification.
pub fn squares(cost: &str) -> Option<bool> {
    COSTS.iter().find(|(id, _)| *id == cost).map(|(_, squares)| *squares)
}

/// Number of points of the fitted curve: enough for three hundred years of sunspots.
const PLACES: usize = 513;

/// Visible ranges of the input and the value, in the data's own units: all samples, and 0 of
/// what is not standardized, with a margin.
pub(crate) fn window(run: &Run) -> Bounds {
    let (split, asked) = (run.split(), run.experiment());
    // Where numbers stay as they were measured, their 0 is in sight: the bias is there.
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let from = |scaled: bool| if scaled { none } else { (0.0, 0.0) };
    let (mut x, mut y) = (from(asked.standardize), from(asked.standardize_targets));
    for row in 0..split.table.rows.len() {
        let (input, value) = (split.table.rows[row][0], split.table.targets.target(row, 0));
        x = (input.min(x.0), input.max(x.1));
        y = (value.min(y.0), value.max(y.1));
    }
    // A neuron has as much room again above and below: a line that fits badly is seen to.
    let room = if run.network().parameters() == 2 { 0.6 } else { 0.2 };
    [wider(x, 0.06), wider(y, room)]
}

/// Fitted curve: the network's output along its only input, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Fit {
    /// Visible ranges of the input and the value, in the data's own units.
    window: Bounds,
    held: Option<Bounds>,
    xs: Vec<f64>,
    places: Places,
    /// Outputs at `xs`, in the data's own units.
    answers: Vec<f64>,
    /// Target formula at `xs`; empty without one.
    truth: Vec<f64>,
    /// Outputs for the training samples.
    found: Vec<f64>,
    room: Answers,
}

impl Fit {
    /// Whether a run has one input and one output.
    pub fn suits(run: &Run) -> bool {
        run.split().table.inputs.len() == 1 && run.network().outputs() == 1
    }

    /// Evaluates the network of a run's snapshot along its input; `held` fixes the visible
    /// ranges.
    pub fn update(&mut self, run: &Run, held: Option<Bounds>) {
        let (split, network) = (run.split(), run.network());
        let theta = &run.snapshot().parameters;
        if !self.places.are_of(split) || self.held != held {
            self.look(run, held);
        }
        self.places.ask(network, theta, &mut self.room, &mut self.answers);
        self.room.ask(network, theta, &split.train.inputs, &mut self.found);
        for answer in self.answers.iter_mut().chain(&mut self.found) {
            *answer = split.value(0, *answer);
        }
        self.places.holes().iter().for_each(|place| self.answers[*place] = f64::NAN);
    }

    /// Computes the visible ranges of a run's data, and the points in them.
    fn look(&mut self, run: &Run, held: Option<Bounds>) {
        let (split, asked) = (run.split(), run.experiment());
        self.held = held;
        self.window = held.unwrap_or_else(|| window(run));
        let (low, high) = self.window[0];
        let place = |index: usize| low + (high - low) * index as f64 / (PLACES - 1) as f64;
        self.xs.clear();
        self.xs.extend((0..PLACES).map(place));
        self.places = Places::new(split, &self.xs, &[]);
        self.truth.clear();
        if let Some(target) = &asked.target {
            self.truth.extend(self.xs.iter().map(|x| target.value(&[*x])));
        }
    }

    /// Draws the curve, with the errors of the next batch, and a ring around the selected
    /// training sample.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        ringed: Option<usize>,
        errors: &Errors,
        words: Words,
    ) -> Drawn<DB, Plot> {
        pen.clear()?;
        let split = run.split();
        let plot = pen.axes(&Axes {
            x: self.window[0],
            y: self.window[1],
            x_name: &words.input(run, 0),
            y_name: words.targets(run)[0],
            equal: false,
            quiet: false,
            words,
        })?;
        let sample = |sample: usize| {
            let row = split.train_rows[sample];
            let x = split.table.rows[row][0];
            (plot.at(x, split.table.targets.target(row, 0)), plot.at(x, self.found[sample]))
        };
        let neuron = run.network().parameters() == 2;
        let squares = neuron && squares(run.settings().cost.id) == Some(true);
        let mut largest: Option<[Point; 2]> = None;
        for index in &run.snapshot().batch {
            let ((x, y), (_, line)) = sample(*index);
            if !squares {
                for stroke in plot.clip_line(&[(x, y), (x, line)]) {
                    pen.line(&stroke, pen.theme.slope, if neuron { 2.0 } else { 1.0 })?;
                }
                continue;
            }
            // To the side on which the line does not run through it, if there is room.
            let side = if (line - y) * self.rise() > 0.0 { 1.0 } else { -1.0 } * (line - y).abs();
            let room = |x: f64| (plot.from.0..=plot.to.0).contains(&x);
            let side = if room(x + side) || !room(x - side) { side } else { -side };
            let square = [(x, y), (x + side, y), (x + side, line), (x, line), (x, y)];
            let inside = square.map(|at| plot.held(at));
            let size = |[a, b]: [Point; 2]| (a.0 - b.0).abs().min((a.1 - b.1).abs());
            let corners = [inside[0], inside[2]];
            if largest.is_none_or(|largest| size(corners) > size(largest)) {
                largest = Some(corners);
            }
            pen.polygon(&inside, Ink(pen.theme.slope, 0.1))?;
            for stroke in plot.clip_line(&square) {
                pen.line(&stroke, Ink(pen.theme.slope, 0.6), 1.0)?;
            }
        }
        // Many points would hide the curve: they are smaller, and below it.
        let crowd = (120.0 / split.table.rows.len() as f64).sqrt().min(1.0);
        let over = !neuron;
        let radius = 0.26 * pen.em * pen.theme.width.sqrt() * if over { crowd } else { 1.0 };
        if over {
            self.draw_points(pen, &plot, run, (radius, errors))?;
        }
        self.draw_line(pen, &plot, &self.truth, pen.theme.ink, 1.0)?;
        self.draw_line(pen, &plot, &self.answers, pen.theme.ball, 2.5)?;
        if !over {
            self.draw_points(pen, &plot, run, (radius, errors))?;
        }
        if let Some(corners) = largest {
            self.name_square(corners, pen, &plot, words)?;
        }
        if let Some(at) = ringed {
            pen.ring(sample(at).0, RINGED * pen.em, pen.theme.ink, 3.0)?;
        }
        Ok(plot)
    }

    /// Says what the squares stand for, at the outer edge of the largest one, if there is room.
    fn name_square<DB: Canvas>(
        &self,
        [point, line]: [Point; 2],
        pen: &Pen<DB>,
        plot: &Plot,
        words: Words,
    ) -> Drawn<DB> {
        let text = words.get("square_mark");
        let half = 0.5 * pen.text_size(text, 0.9)?.0 + 0.3 * pen.em;
        if (line.0 - point.0).abs() < 2.0 * half {
            return Ok(());
        }
        let away = if point.1 > line.1 { 0.8 } else { -0.8 } * pen.em;
        let places = [point.1 + away, point.1 - away].map(|y| ((point.0 + line.0) / 2.0, y));
        let mut labels = Labels::bare(pen, plot);
        labels.place(text, &places.map(|at| plot.held(at)), 0.9, pen.theme.slope)
    }

    /// Draws the curve without axes between two corners, the samples faint.
    pub(crate) fn draw_small<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        [from, to]: [Point; 2],
        run: &Run,
        ink: impl Into<Ink>,
    ) -> Drawn<DB> {
        let [x, y] = self.window;
        let plot = Plot { from, to, x, y };
        for (row, place) in run.split().table.rows.iter().enumerate() {
            let at = plot.at(place[0], run.split().table.targets.target(row, 0));
            pen.disc(at, 0.1 * pen.em, pen.theme.grid)?;
        }
        self.draw_line(pen, &plot, &self.answers, ink, 2.0)
    }

    /// Draws values at `xs`, with gaps where they are not finite.
    fn draw_line<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        values: &[f64],
        ink: impl Into<Ink>,
        width: f64,
    ) -> Drawn<DB> {
        let ink = ink.into();
        let places: Vec<(f64, f64)> = self.xs.iter().copied().zip(values.iter().copied()).collect();
        for piece in places.split(|(_, value)| !value.is_finite()) {
            let line: Vec<Point> = piece.iter().map(|(x, y)| plot.at(*x, *y)).collect();
            for stroke in plot.clip_line(&line) {
                pen.line(&stroke, ink, width)?;
            }
        }
        Ok(())
    }

    /// Draws the samples, each as one of its part of the split.
    fn draw_points<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        run: &Run,
        (radius, errors): (f64, &Errors),
    ) -> Drawn<DB> {
        let split = run.split();
        let marks = samples(split).enumerate().map(|(index, sample)| {
            let row = sample.row(split);
            let radius = errors.size(index).unwrap_or(1.0) * radius;
            let at = plot.at(split.table.rows[row][0], split.table.targets.target(row, 0));
            (Mark { class: 0, part: sample.part, radius }, at)
        });
        pen.class_marks(&marks.collect::<Vec<_>>())
    }

    /// Rise of the curve from left to right.
    fn rise(&self) -> f64 {
        self.answers.last().zip(self.answers.first()).map_or(0.0, |(last, first)| last - first)
    }
}
