//! The network: units, weights, and which of them are looked at.

use crate::microscope::Microscope;
use crate::pen::{Beside, Canvas, Drawn, Ink, Pen, Point};
use crate::show::Show;
use crate::words::Words;
use downhill_core::Run;
use downhill_core::network::{Network, Parameter};

/// Where everything stands in a picture of a given size.
pub struct Layout<'a> {
    network: &'a Network,
    from: Point,
    to: Point,
    em: f64,
    /// The largest radius of a unit, in em.
    largest: f64,
}

impl<'a> Layout<'a> {
    /// The layout for a picture of this width and height, its text `em` high.
    pub fn new(network: &'a Network, (width, height): (f64, f64), em: f64) -> Layout<'a> {
        // Room at both sides for the names of inputs and outputs.
        let side = (6.2 * em).min(0.3 * width);
        Layout {
            network,
            from: (side, 0.4 * em),
            to: (width - side, height - 0.4 * em),
            em,
            largest: 0.72,
        }
    }

    /// The same with units that have room for numbers, if `open`.
    pub fn opened(self, open: bool) -> Layout<'a> {
        Layout { largest: if open { 1.3 } else { self.largest }, ..self }
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

    fn radius(&self) -> f64 {
        let most = self.network.sizes().iter().max().copied().unwrap_or(1) as f64;
        // Numbers need more of the room than marks.
        let share = if self.largest > 1.0 { 0.46 } else { 0.36 };
        (share * (self.to.1 - self.from.1) / most).min(self.largest * self.em)
    }

    /// The line that stands for a parameter: a weight's from unit to unit, a
    /// bias's a short one that comes from above.
    fn line(&self, parameter: Parameter) -> [Point; 2] {
        let to = self.unit(parameter.layer + 1, parameter.unit);
        match parameter.input {
            Some(input) => [self.unit(parameter.layer, input), to],
            None => {
                let radius = self.radius();
                [
                    (to.0 - 1.9 * radius, to.1 - 1.9 * radius),
                    (to.0 - 0.7 * radius, to.1 - 0.7 * radius),
                ]
            }
        }
    }

    /// Where a parameter's own mark stands.
    pub fn mark(&self, parameter: Parameter) -> Point {
        let [a, b] = self.line(parameter);
        let share = if parameter.input.is_some() { 0.36 } else { 0.0 };
        (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
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
/// colour and dashes its sign; the selected ones carry the ball and a ring.
/// Under the microscope its units show their numbers.
pub fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    run: &Run,
    show: &Show,
    microscope: Option<&Microscope>,
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

    let last = network.sizes().len() - 1;
    for (layer, count) in network.sizes().iter().enumerate() {
        for unit in 0..*count {
            let at = layout.unit(layer, unit);
            match microscope {
                Some(it) => it.draw_unit(pen, run, (layer, unit), (at, radius))?,
                None => {
                    pen.disc(at, radius, theme.paper)?;
                    pen.ring(at, radius, theme.muted, 1.5)?;
                }
            }
            let name = words.unit(run, layer, unit);
            if layer == 0 {
                // Two words of an input's name stand on two lines.
                let lines: Vec<&str> = name.split(' ').collect();
                for (row, line) in lines.iter().enumerate() {
                    let y = at.1 + (row as f64 - (lines.len() - 1) as f64 / 2.0) * 1.1 * pen.em;
                    pen.text(line, (at.0 - 1.4 * radius, y), Beside::Left, 0.9, theme.ink)?;
                }
            } else if layer == last {
                if microscope.is_none() {
                    pen.class_mark(unit, at, 0.5 * radius, false)?;
                }
                pen.text(&name, (at.0 + 1.4 * radius, at.1), Beside::Right, 0.9, theme.ink)?;
            } else if microscope.is_none() && radius > 0.45 * pen.em {
                let number = (unit + 1).to_string();
                pen.text(&number, at, Beside::Centre, 0.8, theme.muted)?;
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
