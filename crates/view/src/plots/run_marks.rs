//! Several runs in one picture: each with its own colour and mark.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::Canvas;
use crate::canvas::labels::{Labels, around};
use crate::canvas::pen::{Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::text::messages::Words;
use downhill_core::Descent;
use downhill_core::numeric::math;
use downhill_core::run::race::{Lanes, Race};
use downhill_core::run::timeline::Steps;

/// Data of a race's pictures.
#[derive(Clone, Debug, Default)]
pub struct Racers {
    /// Path of each run, the current position last: on the curve, or over the plane.
    pub ways: Vec<Vec<Pair>>,
    /// Height of each run over the steps.
    curves: Vec<Vec<Pair>>,
    /// Whether the starting points differ, and carry the numbers of their runs.
    numbered: bool,
    /// Number of steps at the end of the axis.
    last: f64,
}

impl Racers {
    /// Current state of a race; `iterations` is the number of steps of the runs, 0 for no limit.
    pub fn of(race: &Race, lanes: &Lanes, iterations: u32) -> Racers {
        let mut racers = Racers {
            numbered: *lanes == Lanes::Starts,
            last: f64::from(iterations.max(race.iteration()).max(10)),
            ..Racers::default()
        };
        for run in race.runs() {
            racers.ways.push(way(run));
            let mut curve = Vec::new();
            for point in run.history().points() {
                curve.push((f64::from(point.iteration), point.train));
            }
            let snapshot = run.snapshot();
            curve.push((f64::from(snapshot.iteration), snapshot.value));
            racers.curves.push(curve);
        }
        racers
    }

    /// Draws the paths in a picture with axes.
    pub fn draw<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
    ) -> Drawn<DB> {
        let ways = draw_ways(pen, plot, &self.ways, |lane| lane, true)?;
        if !self.numbered {
            return Ok(());
        }
        for (lane, way) in ways.iter().enumerate() {
            if let Some(start) = way.first() {
                let ink = colour(lane, pen);
                labels.place(&(lane + 1).to_string(), &around(*start, 0.9 * pen.em), 0.8, ink)?;
            }
        }
        Ok(())
    }

    /// Draws the heights over the steps.
    pub fn draw_heights<DB: Canvas>(&self, pen: &Pen<DB>, words: Words) -> Drawn<DB, Option<Plot>> {
        if self.curves.is_empty() {
            return Ok(None);
        }
        pen.clear()?;
        // As high as the highest start: who flies off leaves the picture.
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for curve in &self.curves {
            high = curve.first().map_or(high, |first| high.max(first.1));
            low = curve.iter().fold(low, |low, point| low.min(point.1));
        }
        let margin = 0.06 * (high - low).max(1e-9);
        let plot = pen.axes(&Axes {
            x: (0.0, self.last),
            y: (low - margin, high + margin),
            x_name: words.get("steps"),
            y_name: words.get("height"),
            equal: false,
            quiet: false,
            words,
        })?;
        draw_ways(pen, &plot, &self.curves, |lane| lane, false)?;
        Ok(Some(plot))
    }
}

/// Draws polylines with the mark of their lane at the end; on coloured ground, with a rim of
/// paper. Returns their points in the picture.
pub(crate) fn draw_ways<DB: Canvas>(
    pen: &Pen<DB>,
    plot: &Plot,
    ways: &[Vec<Pair>],
    lane: fn(usize) -> usize,
    rim: bool,
) -> Drawn<DB, Vec<Vec<Point>>> {
    let mut placed = Vec::new();
    for way in ways {
        placed.push(way.iter().map(|(x, y)| plot.at(*x, *y)).collect::<Vec<Point>>());
    }
    for (index, way) in placed.iter().enumerate() {
        for part in plot.clip_line(way) {
            if rim {
                pen.line(&part, Ink(pen.theme.paper, 0.6), 4.0)?;
            }
            pen.line(&part, colour(lane(index), pen), 2.0)?;
        }
    }
    for (index, way) in placed.iter().enumerate() {
        if let Some(end) = way.last().filter(|end| plot.contains(**end)) {
            draw_mark(pen, lane(index), *end, 1.0)?;
        }
    }
    Ok(placed)
}

/// Colour of a lane.
pub fn colour<DB: Canvas>(lane: usize, pen: &Pen<DB>) -> Ink {
    let colours = &pen.theme.racers;
    colours[lane % colours.len()].into()
}

/// Mark of a lane, as a character.
pub fn sign(lane: usize) -> &'static str {
    ["●", "▲", "■", "◆", "▼", "✚"][lane % 6]
}

/// Draws a lane's mark. Those of later lanes are smaller: at a common start, all are visible.
pub fn draw_mark<DB: Canvas>(pen: &Pen<DB>, lane: usize, at: Point, opacity: f64) -> Drawn<DB> {
    let lane = lane % 6;
    let radius = (0.62 - 0.05 * lane as f64) * pen.em * pen.theme.width.sqrt();
    let round: Vec<Point> = (0..16)
        .map(|corner| {
            let angle = std::f64::consts::TAU * f64::from(corner) / 16.0;
            (0.85 * math::cos(angle), 0.85 * math::sin(angle))
        })
        .collect();
    const CROSS: [Point; 12] = [
        (-0.35, -1.0),
        (0.35, -1.0),
        (0.35, -0.35),
        (1.0, -0.35),
        (1.0, 0.35),
        (0.35, 0.35),
        (0.35, 1.0),
        (-0.35, 1.0),
        (-0.35, 0.35),
        (-1.0, 0.35),
        (-1.0, -0.35),
        (-0.35, -0.35),
    ];
    let corners: &[Point] = match lane {
        0 => &round,
        1 => &[(0.0, -1.1), (1.0, 0.75), (-1.0, 0.75)],
        2 => &[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
        3 => &[(0.0, -1.15), (1.0, 0.0), (0.0, 1.15), (-1.0, 0.0)],
        4 => &[(0.0, 1.1), (1.0, -0.75), (-1.0, -0.75)],
        _ => &CROSS,
    };
    let mut outline = Vec::new();
    for (x, y) in corners.iter().chain(&corners[..2]) {
        outline.push((at.0 + radius * x, at.1 + radius * y));
    }
    let Ink(ink, _) = colour(lane, pen);
    pen.line(&outline, Ink(pen.theme.paper, opacity), 3.5)?;
    pen.polygon(&outline[..corners.len()], Ink(ink, opacity))?;
    pen.line(&outline, Ink(pen.theme.paper, opacity), 1.0)
}

/// Name of a lane's colour.
pub(crate) fn lane_sign(lane: usize) -> String {
    format!("racer-{}", lane % 6 + 1)
}

/// Lane whose colour and mark a kept run has: one that is not mistaken for the current run.
pub fn lane(index: usize) -> usize {
    if index < 2 { index } else { index + 1 }
}

/// Path of a ball, on the curve or over the plane.
pub fn way(descent: &Descent) -> Vec<Pair> {
    if descent.domain().len() == 1 { on_line(descent) } else { on_plane(descent) }
}

/// Path (x, f(x)) of a ball on a curve, the current position last.
pub(crate) fn on_line(descent: &Descent) -> Vec<Pair> {
    let ([x], history) = (&descent.snapshot().x[..], descent.history()) else { return Vec::new() };
    let heights = history.points().iter().map(|point| point.train);
    ending_with(history.parameter(0).zip(heights).collect(), (*x, descent.snapshot().value))
}

/// Path (x, y) of a ball over the plane, the current position last.
pub(crate) fn on_plane(descent: &Descent) -> Vec<Pair> {
    let ([x, y], history) = (&descent.snapshot().x[..], descent.history()) else {
        return Vec::new();
    };
    ending_with(history.parameter(0).zip(history.parameter(1)).collect(), (*x, *y))
}

fn ending_with(mut way: Vec<Pair>, end: Pair) -> Vec<Pair> {
    if way.last() != Some(&end) {
        way.push(end);
    }
    way
}
