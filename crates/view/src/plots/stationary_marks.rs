//! Marks of stationary points: minima, maxima, saddles and their like, drawn and named.

use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Ink, Pen};
use crate::text::messages::Words;
use downhill_core::function::stationary::{self, Kind};

/// Largest number of points marked and listed, the lowest first.
pub const MOST: usize = 40;

/// Name of a stationary point.
pub fn name(spot: &stationary::Point, words: Words) -> String {
    let name = words.get(match spot.kind {
        Kind::GlobalMinimum => "spot_global",
        Kind::LocalMinimum => "spot_local",
        Kind::EdgeMinimum if spot.lowest => "spot_edge_lowest",
        Kind::EdgeMinimum => "spot_edge",
        Kind::Maximum => "spot_maximum",
        Kind::Saddle => "spot_saddle",
        Kind::Flat => "spot_flat",
        Kind::Kink => "spot_kink",
        Kind::Uncertain => "spot_uncertain",
    });
    let addition = match spot.kind {
        Kind::Kink => None,
        _ if spot.along && spot.kink => Some("spot_along_kink"),
        _ if spot.along => Some("spot_along"),
        _ if spot.jump => Some("spot_at_jump"),
        _ if spot.kink => Some("spot_at_kink"),
        _ => None,
    };
    addition.map_or_else(|| name.to_string(), |key| words.fill(key, &[("name", name)]))
}

/// Name of a mark on a map, in a word; `None` for kinds that are not named there.
pub fn short_name(kind: Kind, words: Words) -> Option<&'static str> {
    let key = match kind {
        Kind::GlobalMinimum => "mark_lowest",
        Kind::LocalMinimum => "mark_dip",
        Kind::Maximum => "mark_top",
        Kind::Saddle => "mark_saddle",
        Kind::EdgeMinimum | Kind::Flat | Kind::Kink | Kind::Uncertain => return None,
    };
    Some(words.get(key))
}

/// Mark as a character, for a legend.
pub fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::GlobalMinimum => "★",
        Kind::LocalMinimum => "○",
        Kind::EdgeMinimum => "◇",
        Kind::Maximum => "△",
        Kind::Saddle => "✕",
        Kind::Flat => "▬",
        Kind::Kink => "∨",
        Kind::Uncertain => "=",
    }
}

/// Corners of the marks are at multiples of a sixtieth of a turn, with this sine and cosine. A
/// sine of any angle would be larger in code than all marks.
const SIXTIETHS: usize = 60;
const SIN: f64 = 0.104_528_463_267_653_46;
const COS: f64 = 0.994_521_895_368_273_3;

/// Strokes of a mark around the origin, in units of its radius. A closed one ends where it
/// begins.
fn strokes(kind: Kind) -> Vec<Vec<Point>> {
    let around = |corners: usize, radius: fn(usize) -> f64| -> Vec<Point> {
        let directions = std::iter::successors(Some((0.0, -1.0)), |(x, y)| {
            Some((x * COS - y * SIN, x * SIN + y * COS))
        });
        let directions = directions.take(SIXTIETHS).step_by(SIXTIETHS / corners);
        let corner = |(index, (x, y)): (usize, Point)| (radius(index) * x, radius(index) * y);
        let mut stroke: Vec<Point> = directions.enumerate().map(corner).collect();
        stroke.extend(stroke.first().copied());
        stroke
    };
    match kind {
        Kind::GlobalMinimum => {
            vec![around(10, |corner| if corner % 2 == 0 { 1.25 } else { 0.5 })]
        }
        Kind::LocalMinimum => vec![around(20, |_| 0.85)],
        Kind::Maximum => vec![around(3, |_| 1.1)],
        Kind::EdgeMinimum => vec![around(4, |_| 1.1)],
        Kind::Saddle => {
            vec![vec![(-0.8, -0.8), (0.8, 0.8)], vec![(-0.8, 0.8), (0.8, -0.8)]]
        }
        Kind::Flat => vec![vec![(-1.0, 0.0), (1.0, 0.0)]],
        Kind::Kink => vec![vec![(-0.9, -0.9), (0.0, 0.5), (0.9, -0.9)]],
        Kind::Uncertain => {
            vec![vec![(-1.0, -0.4), (1.0, -0.4)], vec![(-1.0, 0.4), (1.0, 0.4)]]
        }
    }
}

/// Draws a flag on a minimum, filled on the lowest one; false if the point is no minimum.
pub fn flag<DB: Canvas>(kind: Kind, pen: &Pen<DB>, at: Point) -> Drawn<DB, bool> {
    /// Corners of the cloth, from the foot of its pole, in em.
    const CLOTH: [Point; 5] = [(0.0, -2.7), (1.6, -2.7), (1.15, -2.15), (1.6, -1.6), (0.0, -1.6)];
    let inside = match kind {
        Kind::GlobalMinimum => pen.theme.ink,
        Kind::LocalMinimum => pen.theme.paper,
        _ => return Ok(false),
    };
    let em = pen.em * pen.theme.width.sqrt();
    let cloth = CLOTH.map(|(x, y)| (at.0 + em * x, at.1 + em * y));
    pen.polygon(&cloth, inside)?;
    pen.line(&[at, cloth[0], cloth[1], cloth[2], cloth[3], cloth[4]], pen.theme.ink, 1.75)?;
    Ok(true)
}

/// Words under a flag: a mark's sign, what it is, and how much higher than the lowest place.
pub fn flag_name(kind: Kind, higher: Option<String>, words: Words) -> Option<String> {
    match (kind, higher) {
        (Kind::GlobalMinimum, _) => Some(words.get("flag_global").to_string()),
        (Kind::LocalMinimum, Some(number)) => {
            Some(words.fill("flag_local_higher", &[("number", &number)]))
        }
        (Kind::LocalMinimum, None) => Some(words.get("flag_local").to_string()),
        _ => None,
    }
}

/// Draws the mark at a point: ink on paper, the star filled with ink.
pub fn draw<DB: Canvas>(kind: Kind, pen: &Pen<DB>, at: Point, opacity: f64) -> Drawn<DB> {
    let radius = 0.5 * pen.em * pen.theme.width.sqrt();
    let placed = |stroke: &Vec<Point>| -> Vec<Point> {
        stroke.iter().map(|(x, y)| (at.0 + radius * x, at.1 + radius * y)).collect()
    };
    let strokes: Vec<Vec<Point>> = strokes(kind).iter().map(placed).collect();
    for stroke in &strokes {
        pen.line(stroke, Ink(pen.theme.paper, 0.9 * opacity), 5.0)?;
    }
    for stroke in &strokes {
        // More than three corners are a closed shape.
        if stroke.len() > 3 {
            let lowest = kind == Kind::GlobalMinimum;
            let inside = if lowest { pen.theme.ink } else { pen.theme.paper };
            pen.polygon(stroke, Ink(inside, opacity))?;
        }
        pen.line(stroke, Ink(pen.theme.ink, opacity), 2.0)?;
    }
    Ok(())
}
