//! The network: units, weights, and which of them are looked at.

use crate::canvas::pen::{Beside, Canvas, Drawn, Image, Ink, Pen, Point};
use crate::network::backprop_steps::Microscope;
use crate::network::unit_maps::{self, Neurons};
use crate::options::show::Show;
use crate::text::messages::Words;
use downhill_core::Run;
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
    fn radius(&self) -> f64 {
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
    fn line(&self, parameter: Parameter) -> [Point; 2] {
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
    fn bar(&self, parameter: Parameter) -> [Point; 2] {
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

/// From so many lines on, they are drawn fainter.
const MANY: usize = 60;

/// Draws the network of a run's snapshot: a weight's width is its size, its
/// colour and dashes its sign, a bar across it that it is frozen; the selected ones carry
/// the ball and a ring.
/// Its units are pictures where there is room; under the microscope they show their numbers.
#[inline(never)]
pub fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    run: &Run,
    show: &Show,
    (neurons, microscope): (&Neurons, Option<&Microscope>),
    words: Words,
) -> Drawn<DB> {
    pen.clear()?;
    let (network, theme) = (run.network(), pen.theme);
    let microscope = microscope.filter(|it| it.is_drawn());
    let layout = Layout::new(network, pen.size(), pen.em).opened(microscope.is_some());
    let parameters = &run.snapshot().parameters;
    let radius = layout.radius();
    let widest = parameters.iter().fold(1.0f64, |widest, value| widest.max(value.abs()));
    let selected = [show.second_weight, show.weight];
    let stroke = |index: usize| {
        let value = parameters[index];
        let parameter = network.parameter(index);
        let (width, line) = (0.5 + 4.5 * value.abs() / widest, layout.line(parameter));
        // Among many lines, those of the selected ones stand out.
        let opacity = match microscope {
            Some(it) if !it.carries(parameter.layer) => 0.25,
            _ if parameters.len() > MANY && !selected.contains(&index) => 0.4,
            _ => 1.0,
        };
        if value < 0.0 {
            pen.dashed(&line, Ink(theme.negative, opacity), width)
        } else {
            pen.line(&line, Ink(theme.positive, opacity), width)
        }
    };
    for index in selected {
        pen.line(&layout.line(network.parameter(index)), Ink(theme.ball, 0.3), 9.0)?;
    }
    (0..parameters.len()).try_for_each(stroke)?;
    for index in &run.settings().frozen {
        let bar = layout.bar(network.parameter(*index));
        pen.line(&bar, theme.paper, 6.0)?;
        pen.line(&bar, theme.ink, 3.0)?;
    }

    let last = network.sizes().len() - 1;
    let mut image = Image::default();
    for (layer, count) in network.sizes().iter().enumerate() {
        for unit in 0..*count {
            let (at, place) = (layout.unit(layer, unit), (layer, unit));
            match microscope {
                Some(it) => it.draw_unit(pen, run, place, (at, radius))?,
                None if layout.units() == Units::Pictures => {
                    neurons.draw(pen, place, (at, radius), &mut image)?;
                }
                None => {
                    pen.disc(at, radius, theme.paper)?;
                    pen.ring(at, radius, theme.muted, 1.5)?;
                }
            }
            let name = words.unit(run, layer, unit);
            let beside = match layout.units() {
                Units::Pictures => radius + 0.4 * pen.em,
                _ => 1.4 * radius,
            };
            if layer == 0 {
                // Two words of an input's name stand on two lines.
                let lines: Vec<&str> = name.split(' ').collect();
                for (row, line) in lines.iter().enumerate() {
                    let y = at.1 + (row as f64 - (lines.len() - 1) as f64 / 2.0) * 1.1 * pen.em;
                    pen.text(line, (at.0 - beside, y), Beside::Left, 0.9, theme.ink)?;
                }
            } else {
                draw_mark(pen, &layout, at, (unit, layer == last))?;
                if layer == last {
                    pen.text(&name, (at.0 + beside, at.1), Beside::Right, 0.9, theme.ink)?;
                }
            }
        }
    }
    if let Some(it) = microscope {
        it.draw_way(pen, &layout)?;
    }
    let second = layout.mark(network.parameter(show.second_weight));
    pen.disc(second, 0.42 * pen.em, theme.paper)?;
    pen.ring(second, 0.42 * pen.em, theme.ball, 2.0)?;
    pen.ball(layout.mark(network.parameter(show.weight)), 1.0)
}

/// What tells a unit from the others of its layer: an output's mark of its class, a hidden
/// one's number; in a picture it stands in a corner.
fn draw_mark<DB: Canvas>(
    pen: &Pen<DB>,
    layout: &Layout,
    at: Point,
    (unit, output): (usize, bool),
) -> Drawn<DB> {
    let (radius, theme) = (layout.radius(), pen.theme);
    let number = (unit + 1).to_string();
    match (layout.units(), output) {
        (Units::Numbers, _) => Ok(()),
        (Units::Discs, true) => pen.class_mark(unit, at, 0.5 * radius, false),
        (Units::Discs, false) if radius > 0.45 * pen.em => {
            pen.text(&number, at, Beside::Centre, 0.8, theme.muted)
        }
        (Units::Discs, false) => Ok(()),
        (Units::Pictures, true) => {
            let size = (0.3 * radius).max((0.5 * radius).min(0.3 * pen.em));
            let corner = (at.0 + radius - 1.4 * size, at.1 + radius - 1.4 * size);
            pen.disc(corner, 1.4 * size, theme.paper)?;
            pen.class_mark(unit, corner, size, false)
        }
        (Units::Pictures, false) if radius > 0.7 * pen.em => {
            let (width, height) = pen.text_size(&number, 0.7)?;
            let corner = (at.0 + radius - 0.7 * width, at.1 + radius - 0.5 * height);
            pen.patch(corner, (1.4 * width, height))?;
            pen.text(&number, corner, Beside::Centre, 0.7, theme.ink)
        }
        (Units::Pictures, false) => Ok(()),
    }
}
