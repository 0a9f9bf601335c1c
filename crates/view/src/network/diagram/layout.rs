//! Where units and weights stand in a diagram of a network.

use crate::canvas::pen::Point;
use crate::network::diagram::unit_maps;
use downhill_core::network::{Network, Parameter};

/// Where everything stands in a picture of a given size.
pub struct Layout<'a> {
    network: &'a Network,
    from: Point,
    to: Point,
    em: f64,
    units: Units,
}

/// How units are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// As a picture of what each responds to.
    Pictures,
    /// As a disc, where there is no room for pictures.
    Discs,
    /// As a disc with room for a number.
    Numbers,
}

/// The smallest picture in which something is to be seen: half its width, in CSS pixels.
const SMALLEST: f64 = 5.0;

impl<'a> Layout<'a> {
    /// The layout for a picture of this width and height, its text `em` high.
    pub fn new(network: &'a Network, (width, height): (f64, f64), em: f64) -> Layout<'a> {
        // Room at both sides for the names of inputs and outputs.
        let side = (6.2 * em).min(0.3 * width);
        let (from, to) = ((side, 0.4 * em), (width - side, height - 0.4 * em));
        let mut layout = Layout { network, from, to, em, units: Units::Pictures };
        if !unit_maps::suits(network) || layout.radius() < SMALLEST {
            layout.units = Units::Discs;
        }
        layout
    }

    /// The same with units that have room for numbers, if `open`.
    pub fn opened(self, open: bool) -> Layout<'a> {
        Layout { units: if open { Units::Numbers } else { self.units }, ..self }
    }

    /// How its units are drawn.
    pub fn units(&self) -> Units {
        self.units
    }

    /// Where a column of units is, inputs first.
    pub fn column(&self, layer: usize) -> f64 {
        self.unit(layer, 0).0
    }

    /// Where a unit's middle is.
    pub fn unit(&self, layer: usize, unit: usize) -> Point {
        let layers = self.network.sizes().len();
        let count = self.network.sizes()[layer] as f64;
        (
            self.from.0 + (self.to.0 - self.from.0) * layer as f64 / (layers - 1) as f64,
            self.from.1 + (self.to.1 - self.from.1) * (unit as f64 + 0.5) / count,
        )
    }

    /// Half of what a unit is wide and high.
    pub(super) fn radius(&self) -> f64 {
        let sizes = self.network.sizes();
        let row = (self.to.1 - self.from.1) / sizes.iter().max().copied().unwrap_or(1) as f64;
        let column = (self.to.0 - self.from.0) / (sizes.len() - 1) as f64;
        match self.units {
            Units::Pictures => (0.46 * row).min(0.28 * column).min(1.2 * self.em),
            Units::Discs => (0.36 * row).min(0.72 * self.em),
            Units::Numbers => (0.46 * row).min(1.3 * self.em),
        }
    }

    /// The line that stands for a parameter: a weight's from unit to unit, a
    /// bias's a short one that comes from above. Pictures are not drawn into.
    pub(super) fn line(&self, parameter: Parameter) -> [Point; 2] {
        let (x, y) = self.unit(parameter.layer + 1, parameter.unit);
        let (radius, pictures) = (self.radius(), self.units == Units::Pictures);
        let edge = if pictures { radius } else { 0.0 };
        match parameter.input {
            Some(input) => {
                let from = self.unit(parameter.layer, input);
                [(from.0 + edge, from.1), (x - edge, y)]
            }
            None if pictures => {
                [(x - radius - 0.9 * self.em, y - radius), (x - radius, y - 0.6 * radius)]
            }
            None => [(x - 1.9 * radius, y - 1.9 * radius), (x - 0.7 * radius, y - 0.7 * radius)],
        }
    }

    /// Where a parameter's own mark stands.
    pub fn mark(&self, parameter: Parameter) -> Point {
        let [a, b] = self.line(parameter);
        let share = if parameter.input.is_some() { 0.36 } else { 0.0 };
        (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
    }

    /// The bar across a parameter's line that says it is frozen.
    pub(super) fn bar(&self, parameter: Parameter) -> [Point; 2] {
        let [a, b] = self.line(parameter);
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let half = 0.5 * self.em / dx.hypot(dy).max(1e-9);
        let (x, y) = (a.0 + 0.62 * dx, a.1 + 0.62 * dy);
        [(x - half * dy, y + half * dx), (x + half * dy, y - half * dx)]
    }

    /// The unit under a point, its column and its place in it.
    pub fn pick_unit(&self, at: Point) -> Option<(usize, usize)> {
        let sizes = self.network.sizes().iter().enumerate();
        let units = sizes.flat_map(|(layer, count)| (0..*count).map(move |unit| (layer, unit)));
        let apart = |(layer, unit): &(usize, usize)| {
            let middle = self.unit(*layer, *unit);
            (middle.0 - at.0).hypot(middle.1 - at.1)
        };
        let nearest = units.min_by(|a, b| apart(a).total_cmp(&apart(b)))?;
        (apart(&nearest) <= self.radius()).then_some(nearest)
    }

    /// The parameter nearest to a point; none if all are more than 1 em away.
    pub fn pick(&self, at: Point) -> Option<usize> {
        let distance = |index: usize| {
            let [a, b] = self.line(self.network.parameter(index));
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let along = ((at.0 - a.0) * dx + (at.1 - a.1) * dy) / (dx * dx + dy * dy).max(1e-9);
            let along = along.clamp(0.0, 1.0);
            (at.0 - a.0 - along * dx).hypot(at.1 - a.1 - along * dy)
        };
        (0..self.network.parameters())
            .map(|index| (index, distance(index)))
            .filter(|(_, distance)| *distance < self.em)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(index, _)| index)
    }
}
