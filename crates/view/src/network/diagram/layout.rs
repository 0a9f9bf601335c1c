//! Layout of a network's diagram: positions of units and weights.

use crate::canvas::geometry::Point;
use crate::network::diagram::unit_maps;
use downhill_core::network::{Network, Parameter};

/// Positions in a picture of a given size.
pub struct Layout<'a> {
    network: &'a Network,
    from: Point,
    to: Point,
    em: f64,
    units: Units,
    /// Height of the rows above and below the network in which the way of a step is drawn; 0
    /// without room.
    row: f64,
}

/// Drawing style of the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Pictures of the activations over the inputs.
    Pictures,
    /// Discs, if there is no room for pictures.
    Discs,
    /// Discs with room for a number.
    Numbers,
}

/// Smallest useful half width of a unit's picture, in CSS pixels.
const SMALLEST: f64 = 5.0;

/// Height of a picture, in em, above which there is room for the way of a step.
const ROOMY: f64 = 12.0;

impl<'a> Layout<'a> {
    /// Layout for a picture of this width and height, with a text size of `em`.
    pub fn new(network: &'a Network, (width, height): (f64, f64), em: f64) -> Layout<'a> {
        // Room at both sides for the names of inputs and outputs.
        let row = if height > ROOMY * em { 1.5 * em } else { 0.0 };
        let side = (6.2 * em + 0.5 * row).min(0.3 * width);
        let edge = 0.4 * em + row;
        let (from, to) = ((side, edge), (width - side, height - edge));
        let mut layout = Layout { network, from, to, em, units: Units::Pictures, row };
        if !unit_maps::suits(network) || layout.radius() < SMALLEST {
            layout.units = Units::Discs;
        }
        layout
    }

    /// The layout with room for numbers in the units, if `open`.
    pub fn opened(self, open: bool) -> Layout<'a> {
        Layout { units: if open { Units::Numbers } else { self.units }, ..self }
    }

    /// Drawing style of the units.
    pub fn units(&self) -> Units {
        self.units
    }

    /// y of the rows above and below the network in which the way of a step is drawn; `None`
    /// without room.
    pub(super) fn rows(&self) -> Option<[f64; 2]> {
        let middle = 0.2 * self.em + self.row / 2.0;
        (self.row > 0.0).then_some([self.from.1 - middle, self.to.1 + middle])
    }

    /// Number of layers of weights.
    pub(super) fn layers(&self) -> usize {
        self.network.layers().len()
    }

    /// x of a column of units, inputs first.
    pub fn column(&self, layer: usize) -> f64 {
        self.unit(layer, 0).0
    }

    /// Centre of a unit.
    pub fn unit(&self, layer: usize, unit: usize) -> Point {
        let layers = self.network.sizes().len();
        let count = self.network.sizes()[layer] as f64;
        (
            self.from.0 + (self.to.0 - self.from.0) * layer as f64 / (layers - 1) as f64,
            self.from.1 + (self.to.1 - self.from.1) * (unit as f64 + 0.5) / count,
        )
    }

    /// Half width and half height of a unit.
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

    /// Line of a parameter: of a weight from unit to unit, of a bias a short one from above.
    /// Lines end at the edge of pictures.
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

    /// Position of a parameter's mark.
    pub fn mark(&self, parameter: Parameter) -> Point {
        let [a, b] = self.line(parameter);
        let share = if parameter.input.is_some() { 0.36 } else { 0.0 };
        (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
    }

    /// Bar across a parameter's line, which marks it as frozen.
    pub(super) fn bar(&self, parameter: Parameter) -> [Point; 2] {
        let [a, b] = self.line(parameter);
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let half = 0.5 * self.em / dx.hypot(dy).max(1e-9);
        let (x, y) = (a.0 + 0.62 * dx, a.1 + 0.62 * dy);
        [(x - half * dy, y + half * dx), (x + half * dy, y - half * dx)]
    }

    /// Unit under a point, as (column, index in it).
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

    /// Parameter nearest to a point; `None` if all are at least 1 em away.
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
