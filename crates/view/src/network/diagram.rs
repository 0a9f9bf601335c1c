//! Diagram of the network: units, weights, and the selected ones.

pub mod backprop_steps;
pub mod layout;
pub mod unit_maps;
pub mod way;

use crate::canvas::geometry::Point;
use crate::canvas::image::{Canvas, Image};
use crate::canvas::pen::{Beside, Drawn, Ink, Pen};
use crate::network::diagram::backprop_steps::Microscope;
use crate::network::diagram::layout::{Layout, Units};
use crate::network::diagram::unit_maps::Neurons;
use crate::network::diagram::way::StepOnTheWay;
use crate::options::show::Show;
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::data::split::Part;

/// Number of parameters above which lines are drawn fainter.
const MANY: usize = 60;

/// Largest number of weights that are drawn, the largest ones: each line takes some 12 µs.
pub const MOST_LINES: usize = 1000;

/// The least absolute value of a weight that is drawn.
fn least_drawn(parameters: &[f64]) -> f64 {
    if parameters.len() <= MOST_LINES {
        return 0.0;
    }
    let mut sizes: Vec<f64> = parameters.iter().map(|value| value.abs()).collect();
    *sizes.select_nth_unstable_by(MOST_LINES - 1, |a, b| b.total_cmp(a)).1
}

/// Draws the network of a run's snapshot. A weight's line width is its absolute value, colour
/// and dashes its sign, and a bar across it marks it as frozen; the selected weights carry the
/// ball and a ring, and around it goes the way of a step, which may be on its way. Units are
/// pictures if there is room; under the microscope they show their numbers, and lines the gradients
/// that have come back.
pub fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    run: &Run,
    show: &Show,
    (neurons, microscope): (&Neurons, Option<&Microscope>),
    step: Option<&StepOnTheWay>,
    words: Words,
) -> Drawn<DB> {
    pen.clear()?;
    let (network, theme) = (run.network(), pen.theme);
    let microscope = microscope.filter(|it| it.is_drawn());
    let layout = Layout::new(network, pen.size(), pen.em).opened(microscope.is_some());
    let parameters = step.map_or(&run.snapshot().parameters, |step| &step.parameters);
    let radius = layout.radius();
    let widest = parameters.iter().fold(1.0f64, |widest, value| widest.max(value.abs()));
    let selected = [show.second_weight, show.weight];
    let least = least_drawn(parameters);
    let gradient = &run.snapshot().gradient;
    let steepest = gradient.iter().fold(0.0f64, |steepest, slope| steepest.max(slope.abs()));
    let stroke = |index: usize| {
        let value = parameters[index];
        let parameter = network.parameter(index);
        if microscope.is_some_and(|it| it.has_gradients(run, parameter.layer)) {
            let share = gradient[index].abs() / steepest.max(f64::MIN_POSITIVE);
            return pen.line(&layout.line(parameter), theme.slope, 0.5 + 4.5 * share);
        }
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
    if microscope.is_none() && step.is_none_or(|step| step.stage.is_none()) {
        draw_moves(pen, &layout, run, least)?;
    }
    for index in selected {
        pen.line(&layout.line(network.parameter(index)), Ink(theme.ball, 0.3), 9.0)?;
    }
    let drawn = |index: &usize| parameters[*index].abs() >= least || selected.contains(index);
    (0..parameters.len()).filter(drawn).try_for_each(stroke)?;
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
                Some(it) => it.draw_unit(pen, run, place, (at, radius), words)?,
                None if layout.units() == Units::Pictures => {
                    neurons.draw(pen, place, (at, radius), &mut image, words)?;
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
            // A long word is as large as there is room for it.
            let size = |text: &str, room: f64| -> Drawn<DB, f64> {
                Ok(0.9 * (room / pen.text_size(text, 0.9)?.0.max(1.0)).min(1.0))
            };
            if layer == 0 {
                // Two words of an input's name stand on two lines.
                let lines: Vec<&str> = name.split(' ').collect();
                for (row, line) in lines.iter().enumerate() {
                    let y = at.1 + (row as f64 - (lines.len() - 1) as f64 / 2.0) * 1.1 * pen.em;
                    let right = at.0 - beside;
                    pen.text(line, (right, y), Beside::Left, size(line, right)?, theme.ink)?;
                }
            } else {
                draw_mark(pen, &layout, at, (unit, layer == last))?;
                if layer == last {
                    let left = at.0 + beside;
                    let size = size(&name, pen.size().0 - left)?;
                    pen.text(&name, (left, at.1), Beside::Right, size, theme.ink)?;
                }
            }
        }
    }
    let stage = microscope.and_then(|it| it.stage).or(step.and_then(|step| step.stage));
    let cost = step.map_or(run.snapshot().batch_loss, |step| step.cost);
    way::draw(pen, &layout, cost, stage, words)?;
    let second = layout.mark(network.parameter(show.second_weight));
    pen.disc(second, 0.42 * pen.em, theme.paper)?;
    pen.ring(second, 0.42 * pen.em, theme.ball, 2.0)?;
    pen.ball(layout.mark(network.parameter(show.weight)))
}

/// Draws how far the last step has moved each weight, as a band along its line; the widest is that
/// of the longest move.
fn draw_moves<DB: Canvas>(pen: &Pen<DB>, layout: &Layout, run: &Run, least: f64) -> Drawn<DB> {
    const WIDEST: f64 = 12.0;
    let Some(before) = run.previous() else { return Ok(()) };
    let now = &run.snapshot().parameters;
    let moves = now.iter().zip(&before.parameters).map(|(now, before)| (now - before).abs());
    let moves: Vec<f64> = moves.collect();
    let longest = moves.iter().fold(0.0f64, |longest, by| longest.max(*by));
    for (index, by) in moves.iter().enumerate() {
        let width = WIDEST * by / longest;
        if now[index].abs() >= least && width >= 1.0 {
            let line = layout.line(run.network().parameter(index));
            pen.line(&line, Ink(pen.theme.step, 0.3), width)?;
        }
    }
    Ok(())
}

/// Draws the mark of a unit: of an output its class's, of a hidden unit its number; in a picture
/// it is in a corner.
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
        (Units::Discs, true) => pen.class_mark(unit, at, 0.5 * radius, Part::Training),
        (Units::Discs, false) if radius > 0.45 * pen.em => {
            pen.text(&number, at, Beside::Centre, 0.8, theme.muted)
        }
        (Units::Discs, false) => Ok(()),
        (Units::Pictures, true) => {
            let size = (0.3 * radius).max((0.5 * radius).min(0.3 * pen.em));
            let corner = (at.0 + radius - 1.4 * size, at.1 + radius - 1.4 * size);
            pen.disc(corner, 1.4 * size, theme.paper)?;
            pen.class_mark(unit, corner, size, Part::Training)
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
