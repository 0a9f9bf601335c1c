//! Maps of the units: each unit's activation as a function of the inputs.

use crate::canvas::geometry::{Bounds, Point};
use crate::canvas::image::{Canvas, Image};
use crate::canvas::pen::{Beside, Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::canvas::theme::{Theme, mix};
use crate::canvas::tones::Tones;
use crate::network::input_grid::Raster;
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::network::{Dropout, Network, Workspace};
use downhill_core::numeric::float::Float;

/// Number of cells on each side of a map over two inputs.
const SIDE: usize = 16;

/// Number of points along the only input.
const ALONG: usize = 64;

/// Size of the text of a map's scale.
const SCALE_SIZE: f64 = 0.6;

/// Largest number of units with maps: more would take too long for a frame.
const MOST: usize = 96;

/// Activations a of all units over the input plane, from one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Neurons {
    raster: Raster,
    theta: Vec<f32>,
    /// Inputs, `[input][place]`.
    inputs: Vec<f32>,
    /// Activations of every layer, `[unit][place]`.
    work: Workspace<f32>,
}

/// Whether a network's units are few enough for maps.
pub fn suits(network: &Network) -> bool {
    network.sizes().iter().sum::<usize>() <= MOST
}

impl Neurons {
    /// Evaluates all units of a run's snapshot in one forward pass, in 32 bits; with `held`,
    /// over that part of the input plane.
    pub fn update(&mut self, run: &Run, held: Option<Bounds>) {
        let network = run.network();
        if !suits(network) {
            return;
        }
        let columns = if run.split().table.inputs.len() == 1 { ALONG } else { SIDE };
        self.raster.update(run.split(), held, columns, SIDE);
        let (theta, inputs) = (&run.snapshot().parameters[..], self.raster.places.inputs());
        for (to, from) in [(&mut self.theta, theta), (&mut self.inputs, inputs)] {
            to.clear();
            to.extend(from.iter().map(|value| f32::of(*value)));
        }
        let n = self.count();
        self.work.fit(network, n);
        network.forward(&self.theta, &self.inputs, n, Dropout::NONE, &mut self.work);
    }

    fn count(&self) -> usize {
        self.raster.xs.len() * self.raster.ys.len()
    }

    /// Columns and rows of the maps, in the data's units, ascending; one row for a single input.
    pub fn places(&self) -> (&[f64], &[f64]) {
        (&self.raster.xs, &self.raster.ys)
    }

    /// Activations of a unit, `[y][x]`, the lowest y first. Layer 0 are the network's inputs.
    pub fn unit(&self, layer: usize, unit: usize) -> &[f32] {
        let all = match layer.checked_sub(1) {
            None => &self.inputs,
            Some(of) => self.work.a(of),
        };
        &all[unit * self.count()..][..self.count()]
    }

    /// Tones of the maps of the units, all but the inputs': these do not change. `None` over a
    /// single input, where they are lines.
    pub fn tones(&self, network: &Network) -> Option<Tones> {
        if !suits(network) || self.raster.ys.len() < 2 {
            return None;
        }
        let mut shares = Vec::new();
        for (layer, units) in network.sizes().iter().enumerate().skip(1) {
            for unit in 0..*units {
                let values = self.unit(layer, unit);
                let largest = largest(values);
                shares.extend(values.iter().map(|value| value / largest));
            }
        }
        Some(Tones::of_shares(shares.len(), shares))
    }

    /// Draws a unit's map around a point, with half width `half`: an image over two inputs, a
    /// curve over one. The largest visible |a| has the full colour, or the full height of a
    /// curve.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        (layer, unit): (usize, usize),
        (at, half): (Point, f64),
        image: &mut Image,
        words: Words,
    ) -> Drawn<DB> {
        let (values, holes) = (self.unit(layer, unit), self.raster.places.holes());
        let largest = largest(values);
        let shares = values.iter().map(|value| f64::from(value / largest));
        let (from, to) = ((at.0 - half, at.1 - half), (at.0 + half, at.1 + half));
        let plot = Plot { from, to, x: (0.0, 1.0), y: (-1.1, 1.1) };
        if self.raster.ys.len() == 1 {
            pen.polygon(&corners(from, to), pen.theme.paper)?;
            pen.line(&[plot.at(0.0, 0.0), plot.at(1.0, 0.0)], pen.theme.grid, 1.0)?;
            let place = |(index, share): (usize, f64)| {
                plot.at(index as f64 / (ALONG - 1) as f64, share.clamp(-1.0, 1.0))
            };
            let seen = |(index, share): &(usize, f64)| !share.is_nan() && !holes.contains(index);
            let curve: Vec<Point> = shares.enumerate().filter(seen).map(place).collect();
            pen.line(&curve, pen.theme.ink, 1.5)?;
        } else {
            (image.columns, image.rows) = (SIDE, SIDE);
            image.rgba.clear();
            // The highest row is the image's first.
            for row in (0..SIDE).rev() {
                for (index, value) in (row * SIDE..).zip(&values[row * SIDE..][..SIDE]) {
                    // Where a feature has no value, there is nothing to respond to.
                    let share = f64::from(value / largest);
                    let [red, green, blue] = match holes.binary_search(&index) {
                        Ok(_) => pen.theme.grid,
                        Err(_) => colour(pen.theme, share),
                    };
                    image.rgba.extend([red, green, blue, 255]);
                }
            }
            pen.image(image, &plot)?;
        }
        let [a, b, c, d] = corners(from, to);
        pen.line(&[a, b, c, d, a, b], pen.theme.muted, 1.0)?;
        // Its scale, where there is room: the unit's own largest value has the full colour.
        let scale = ["±", &words.trimmed(f64::from(largest), 2)].concat();
        let (width, height) = pen.text_size(&scale, SCALE_SIZE)?;
        if width > half {
            return Ok(());
        }
        let corner = (from.0 + 0.6 * width, from.1 + 0.6 * height);
        pen.patch(corner, (1.2 * width, height))?;
        pen.text(&scale, corner, Beside::Centre, SCALE_SIZE, pen.theme.ink)
    }
}

/// Largest finite |a| of a unit.
fn largest(values: &[f32]) -> f32 {
    let finite = values.iter().filter(|value| value.is_finite());
    finite.fold(f32::MIN_POSITIVE, |largest, value| largest.max(value.abs()))
}

fn corners(from: Point, to: Point) -> [Point; 4] {
    [from, (to.0, from.1), to, (from.0, to.1)]
}

/// Colour of a share of the largest value: above 0 that of a positive weight, below 0 of a
/// negative one.
fn colour(theme: &Theme, share: f64) -> [u8; 3] {
    let full = if share < 0.0 { theme.negative } else { theme.positive };
    mix(theme.paper, full, share.abs())
}
