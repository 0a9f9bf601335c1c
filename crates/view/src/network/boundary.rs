//! Decision boundary: the network's output over the input plane, with the samples on top.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::{Bounds, Point};
use crate::canvas::image::{Canvas, Image};
use crate::canvas::pen::{Drawn, Pen, RINGED};
use crate::canvas::plot::Plot;
use crate::canvas::stamp::Mark;
use crate::canvas::theme::mix;
use crate::canvas::tones::Tones;
use crate::network::inference::Answers;
use crate::network::input_grid::Raster;
use crate::network::samples::{Errors, samples};
use crate::plots::contour::Grid;
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::data::split::Part;

const COLUMNS: usize = 64;
const ROWS: usize = 48;

/// Opacity of a class's colour in its region.
const TINT: f64 = 0.34;

/// Size of the samples still to be visited in this epoch, relative to the others.
const SMALL: f64 = 0.55;

/// Class shares over the input plane, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Boundary {
    /// Grid points at which the network is evaluated.
    raster: Raster,
    room: Answers,
    /// Share of each class (see `Definition::shares` of a cost), `[class][y][x]`.
    shares: Vec<f64>,
}

impl Boundary {
    /// Evaluates the network of a run's snapshot over the input plane; with `held`, over that
    /// part of it.
    pub fn update(&mut self, run: &Run, held: Option<Bounds>) {
        self.raster.update(run.split(), held, COLUMNS, ROWS);
        let (network, n) = (run.network(), COLUMNS * ROWS);
        let theta = &run.snapshot().parameters;
        self.raster.places.ask(network, theta, &mut self.room, &mut self.shares);
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
        for hole in self.raster.places.holes() {
            self.shares.iter_mut().skip(*hole).step_by(n).for_each(|share| *share = f64::NAN);
        }
    }

    /// Tones of the regions: the shares of the classes.
    pub fn tones(&self) -> Tones {
        Tones::of_shares(COLUMNS * ROWS, self.shares.iter().map(|share| *share as f32).collect())
    }

    /// Draws the boundary, with a ring around the selected training sample, and the samples'
    /// marks as large as their errors, if these are shown.
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
            x: self.raster.window[0],
            y: self.raster.window[1],
            x_name: &words.input(run, 0),
            y_name: &words.input(run, 1),
            equal: false,
            quiet: false,
            words,
        })?;
        self.draw_regions(pen, &plot, run)?;

        let radius = 0.26 * pen.em * pen.theme.width.sqrt();
        let place = |row: usize| plot.at(split.table.rows[row][0], split.table.rows[row][1]);
        let mark = |row: usize, radius: f64, part: Part| {
            let class = split.table.targets.label(row).unwrap_or(0);
            (Mark { class, part, radius }, place(row))
        };
        let mut marks = Vec::new();
        // In the order of the rows, or what lies on what would change with every epoch.
        let mut radii = vec![radius; split.train_rows.len()];
        for sample in run.visits().map_or(&[][..], |[.., to_come]| to_come) {
            radii[*sample] = SMALL * radius;
        }
        for (sample, (row, usual)) in split.train_rows.iter().zip(radii).enumerate() {
            let radius = errors.size(sample).map_or(usual, |size| size * radius);
            marks.push(mark(*row, radius, Part::Training));
        }
        for (index, sample) in samples(split).enumerate().skip(split.train.n) {
            let radius = errors.size(index).unwrap_or(1.0) * radius;
            marks.push(mark(sample.row(split), radius, sample.part));
        }
        pen.class_marks(&marks)?;
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

    /// Draws the boundary without axes and samples, between two corners.
    pub(crate) fn draw_small<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        [from, to]: [Point; 2],
        run: &Run,
    ) -> Drawn<DB> {
        let [x, y] = self.raster.window;
        self.draw_regions(pen, &Plot { from, to, x, y }, run)
    }

    /// Colours the regions of the classes, and draws the borders.
    fn draw_regions<DB: Canvas>(&self, pen: &Pen<DB>, plot: &Plot, run: &Run) -> Drawn<DB> {
        let n = COLUMNS * ROWS;
        let classes = run.split().table.targets.outputs();
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
                // Where an input has no value there is nothing to tell apart.
                let known = mixed.iter().all(|channel| channel.is_finite());
                let colour = mixed.map(|channel| channel.round() as u8);
                image.rgba.extend(if known { colour } else { pen.theme.paper });
                image.rgba.push(255);
            }
        }
        pen.image(&image, plot)?;
        self.draw_borders(pen, classes, |x, y| plot.at(x, y))
    }

    /// Draws the lines on which two classes are equally likely, and more so than the others.
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
            let grid = Grid { xs: &self.raster.xs, ys: &self.raster.ys, values: &lead };
            for line in grid.lines(0.0) {
                let points: Vec<Point> = line.iter().map(|(x, y)| at(*x, *y)).collect();
                pen.line(&points, pen.theme.ink, 1.5)?;
            }
        }
        Ok(())
    }
}
