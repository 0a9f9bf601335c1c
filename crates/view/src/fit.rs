//! One input, one value: the samples, what the network makes of every input, and each
//! sample's error, as a square where its square is the cost.

use crate::boundary::RINGED;
use crate::pen::{Axes, Canvas, Drawn, Ink, Pen, Plot, Point};
use crate::words::Words;
use downhill_core::Run;
use downhill_core::network::Workspace;

/// The costs of values, not of classes, and which of them square the error.
pub const COSTS: [(&str, bool); 4] = [
    ("squared_error", true),
    ("half_squared_error", true),
    ("absolute_error", false),
    ("huber", false),
];

/// Whether a cost squares the error of a value; none if it is a cost of classes.
pub fn squares(cost: &str) -> Option<bool> {
    COSTS.iter().find(|(id, _)| *id == cost).map(|(_, squares)| *squares)
}

/// At how many places the network is asked.
const PLACES: usize = 65;

/// A network's answers along its only input, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Fit {
    /// What is in sight: the input and the value, in the data's own units.
    window: [(f64, f64); 2],
    xs: Vec<f64>,
    answers: Vec<f64>,
    /// What the network makes of each training sample.
    found: Vec<f64>,
    work: Workspace,
}

impl Fit {
    /// Whether a run has one input and one value to find for it.
    pub fn suits(run: &Run) -> bool {
        let sizes = run.network().sizes();
        sizes[0] == 1 && sizes[sizes.len() - 1] == 1
    }

    /// Asks the network of a run's snapshot along its input.
    pub fn update(&mut self, run: &Run) {
        let (split, network) = (run.split(), run.network());
        let theta = &run.snapshot().parameters;
        let rows = 0..split.table.rows.len();
        let (mut x, mut y) = ((0.0, 0.0), (0.0, 0.0));
        for row in rows {
            let (input, value) = (split.table.rows[row][0], split.table.targets.target(row, 0));
            x = (input.min(x.0), input.max(x.1));
            y = (value.min(y.0), value.max(y.1));
        }
        // As much room again above and below: a line that fits badly is seen to.
        let (margin, room) = (0.06 * (x.1 - x.0), 0.6 * (y.1 - y.0));
        self.window = [(x.0 - margin, x.1 + margin), (y.0 - room, y.1 + room)];
        let (low, high) = self.window[0];
        let place = |index: usize| low + (high - low) * index as f64 / (PLACES - 1) as f64;
        self.xs.clear();
        self.xs.extend((0..PLACES).map(place));
        let inputs: Vec<f64> = self.xs.iter().map(|x| split.standardize(0, *x)).collect();
        network.answers(theta, &inputs, PLACES, &mut self.answers, &mut self.work);
        let train = &split.train;
        network.answers(theta, &train.inputs, train.n, &mut self.found, &mut self.work);
    }

    /// Draws it, with the errors of the coming update's samples, and a ring around the
    /// training sample that is looked at.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        ringed: Option<usize>,
        words: Words,
    ) -> Drawn<DB, Plot> {
        pen.clear()?;
        let split = run.split();
        let unit = run.experiment().data.named().map_or("", |data| data.unit);
        let name = split.table.inputs[0].as_str();
        let plot = pen.axes(&Axes {
            x: self.window[0],
            y: self.window[1],
            x_name: &words.fill("axis_with_unit", &[("name", name), ("unit", unit)]),
            y_name: &split.table.targets.names()[0],
            equal: false,
        })?;
        let sample = |sample: usize| {
            let row = split.train_rows[sample];
            let x = split.table.rows[row][0];
            (plot.at(x, split.table.targets.target(row, 0)), plot.at(x, self.found[sample]))
        };
        let squares = squares(run.settings().cost.id) == Some(true);
        for index in &run.snapshot().batch {
            let ((x, y), (_, line)) = sample(*index);
            if !squares {
                for stroke in plot.clip_line(&[(x, y), (x, line)]) {
                    pen.line(&stroke, pen.theme.slope, 2.0)?;
                }
                continue;
            }
            // To the side on which the line does not run through it, if there is room.
            let side = if (line - y) * self.rise() > 0.0 { 1.0 } else { -1.0 } * (line - y).abs();
            let room = |x: f64| (plot.from.0..=plot.to.0).contains(&x);
            let side = if room(x + side) || !room(x - side) { side } else { -side };
            let square = [(x, y), (x + side, y), (x + side, line), (x, line), (x, y)];
            let inside = square.map(|at| held(at, &plot));
            pen.polygon(&inside, Ink(pen.theme.slope, 0.1))?;
            for stroke in plot.clip_line(&square) {
                pen.line(&stroke, Ink(pen.theme.slope, 0.6), 1.0)?;
            }
        }
        let line: Vec<Point> =
            self.xs.iter().zip(&self.answers).map(|(x, y)| plot.at(*x, *y)).collect();
        for stroke in plot.clip_line(&line) {
            pen.line(&stroke, pen.theme.ball, 2.5)?;
        }
        let radius = 0.26 * pen.em * pen.theme.width.sqrt();
        for (index, _) in split.train_rows.iter().enumerate() {
            let (at, _) = sample(index);
            pen.class_mark(0, at, radius, false)?;
        }
        if let Some(at) = ringed {
            pen.ring(sample(at).0, RINGED * pen.em, pen.theme.ink, 3.0)?;
        }
        Ok(plot)
    }

    /// Which way the answers rise: above 0 to the right.
    fn rise(&self) -> f64 {
        self.answers.last().zip(self.answers.first()).map_or(0.0, |(last, first)| last - first)
    }
}

/// The nearest point in a plot's rectangle.
fn held((x, y): Point, plot: &Plot) -> Point {
    (x.max(plot.from.0).min(plot.to.0), y.max(plot.from.1).min(plot.to.1))
}
