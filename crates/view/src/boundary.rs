//! What the network makes of every input, with the samples on top.

use crate::answers::Answers;
use crate::contour::Grid;
use crate::paint::Room;
use crate::pen::{Axes, Canvas, Drawn, Image, Pen, Plot, Point};
use crate::theme::mix;
use crate::window::{extent, wider};
use crate::words::Words;
use downhill_core::Run;
use downhill_core::data::Split;

const COLUMNS: usize = 64;
const ROWS: usize = 48;

/// How strongly a class colours the region that is its own.
const TINT: f64 = 0.34;

/// How large a sample is that this epoch has still to visit, beside the others.
const SMALL: f64 = 0.55;

/// The radius of the ring around the sample that is looked at, in em.
pub const RINGED: f64 = 0.75;

/// The outputs over the input plane, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Boundary {
    /// What is in sight, in the data set's own units.
    window: Room,
    /// The places of the samples at which the network is asked.
    xs: Vec<f64>,
    ys: Vec<f64>,
    inputs: Vec<f64>,
    answers: Answers,
    /// How much each class is held to be the right one, `[class][y][x]`.
    shares: Vec<f64>,
}

/// What is in sight of the first two inputs, in the data set's own units: all samples, and
/// a margin.
pub(crate) fn window(split: &Split) -> Room {
    let values = |input: usize| split.table.rows.iter().map(move |row| row[input]);
    std::array::from_fn(|input| wider(extent(values(input)), 0.06))
}

impl Boundary {
    /// Asks the network of a run's snapshot over the whole plane; with `held`, over that
    /// part of it.
    pub fn update(&mut self, run: &Run, held: Option<Room>) {
        let split = run.split();
        self.window = held.unwrap_or_else(|| window(split));
        let places = |(low, high): (f64, f64), count: usize| {
            (0..count).map(move |index| low + (high - low) * index as f64 / (count - 1) as f64)
        };
        self.xs = places(self.window[0], COLUMNS).collect();
        self.ys = places(self.window[1], ROWS).collect();
        self.inputs.clear();
        for _ in 0..ROWS {
            self.inputs.extend(self.xs.iter().map(|x| split.standardize(0, *x)));
        }
        for y in &self.ys {
            self.inputs.extend(std::iter::repeat_n(split.standardize(1, *y), COLUMNS));
        }
        // All other inputs are at their mean.
        let (network, n) = (run.network(), COLUMNS * ROWS);
        self.inputs.resize(network.sizes()[0] * n, 0.0);
        let theta = &run.snapshot().parameters;
        self.answers.ask(network, theta, &self.inputs, &mut self.shares);
        let mut one = vec![0.0; network.outputs()];
        for sample in 0..n {
            for (class, share) in one.iter_mut().enumerate() {
                *share = self.shares[class * n + sample];
            }
            (run.settings().cost.shares)(&mut one);
            for (class, share) in one.iter().enumerate() {
                self.shares[class * n + sample] = *share;
            }
        }
    }

    /// Draws it, with a ring around the training sample that is looked at.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        run: &Run,
        ringed: Option<usize>,
        words: Words,
    ) -> Drawn<DB, Plot> {
        pen.clear()?;
        let split = run.split();
        let plot = pen.axes(&Axes {
            x: self.window[0],
            y: self.window[1],
            x_name: &words.input(run, 0),
            y_name: &words.input(run, 1),
            equal: false,
        })?;
        let n = COLUMNS * ROWS;
        let classes = split.table.targets.outputs();
        let mut image = Image { columns: COLUMNS, rows: ROWS, rgba: Vec::with_capacity(4 * n) };
        for row in (0..ROWS).rev() {
            for column in 0..COLUMNS {
                let mut mixed = [0.0; 3];
                for class in 0..classes {
                    let colour = pen.theme.classes[class % pen.theme.classes.len()];
                    let tint = mix(pen.theme.paper, colour, TINT);
                    let share = self.shares[class * n + row * COLUMNS + column];
                    for (mixed, channel) in mixed.iter_mut().zip(tint) {
                        *mixed += share * f64::from(channel);
                    }
                }
                image.rgba.extend(mixed.map(|channel| channel.round() as u8));
                image.rgba.push(255);
            }
        }
        pen.image(&image, &plot)?;
        self.draw_borders(pen, classes, |x, y| plot.at(x, y))?;

        let radius = 0.26 * pen.em * pen.theme.width.sqrt();
        let place = |row: usize| plot.at(split.table.rows[row][0], split.table.rows[row][1]);
        let mark = |row: usize, radius: f64, hollow: bool| {
            let class = split.table.targets.label(row).unwrap_or(0);
            pen.class_mark(class, place(row), radius, hollow)
        };
        // In the order of the rows, or what lies on what would change with every epoch.
        let mut radii = vec![radius; split.train_rows.len()];
        for sample in run.visits().map_or(&[][..], |[.., to_come]| to_come) {
            radii[*sample] = SMALL * radius;
        }
        for (row, radius) in split.train_rows.iter().zip(radii) {
            mark(*row, radius, false)?;
        }
        for row in &split.test_rows {
            mark(*row, radius, true)?;
        }
        if !run.sees_all() {
            for sample in &run.snapshot().batch {
                let at = place(split.train_rows[*sample]);
                pen.ring(at, 2.1 * radius, pen.theme.step, 1.5)?;
            }
        }
        if let Some(sample) = ringed {
            pen.ring(place(split.train_rows[sample]), RINGED * pen.em, pen.theme.ink, 3.0)?;
        }
        Ok(plot)
    }

    /// Lines where two classes are held equally likely, and more so than the others.
    fn draw_borders<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        classes: usize,
        at: impl Fn(f64, f64) -> Point,
    ) -> Drawn<DB> {
        let n = COLUMNS * ROWS;
        for class in 0..classes {
            let lead: Vec<f64> = (0..n)
                .map(|sample| {
                    let share = |class: usize| self.shares[class * n + sample];
                    let best_other = (0..classes)
                        .filter(|other| *other != class)
                        .fold(f64::NEG_INFINITY, |best, other| best.max(share(other)));
                    share(class) - best_other
                })
                .collect();
            let grid = Grid { xs: &self.xs, ys: &self.ys, values: &lead };
            for line in grid.lines(0.0) {
                let points: Vec<Point> = line.iter().map(|(x, y)| at(*x, *y)).collect();
                pen.line(&points, pen.theme.ink, 1.5)?;
            }
        }
        Ok(())
    }
}
