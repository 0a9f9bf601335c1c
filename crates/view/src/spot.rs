//! The places worth a mark on a function: minima, maxima, saddles and their like.

use crate::pen::{Canvas, Drawn, Ink, Pen, Point};
use downhill_core::math;

/// What is special about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The lowest found in the picture.
    GlobalMinimum,
    /// Lower than all around it, and not the lowest.
    LocalMinimum,
    /// Higher than all around it.
    Maximum,
    /// Level, higher one way and lower another.
    Saddle,
    /// Level for a stretch, or level between two slopes of one sign.
    Flat,
    /// Where the slope jumps.
    Kink,
    /// The lowest of its surroundings in the picture, at the picture's edge.
    EdgeMinimum,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where; the second number is 0 for a function of one variable.
    pub at: (f64, f64),
    /// The function's value there.
    pub value: f64,
    /// What is special about it.
    pub kind: Kind,
}

impl Kind {
    /// All of them, in the order of a legend.
    pub const ALL: [Kind; 7] = [
        Kind::GlobalMinimum,
        Kind::LocalMinimum,
        Kind::Maximum,
        Kind::Saddle,
        Kind::Flat,
        Kind::Kink,
        Kind::EdgeMinimum,
    ];

    /// Its name's key in the texts.
    pub fn key(self) -> &'static str {
        match self {
            Kind::GlobalMinimum => "spot_global",
            Kind::LocalMinimum => "spot_local",
            Kind::Maximum => "spot_maximum",
            Kind::Saddle => "spot_saddle",
            Kind::Flat => "spot_flat",
            Kind::Kink => "spot_kink",
            Kind::EdgeMinimum => "spot_edge",
        }
    }

    /// The mark as a letter, for a legend.
    pub fn sign(self) -> &'static str {
        match self {
            Kind::GlobalMinimum => "★",
            Kind::LocalMinimum => "○",
            Kind::Maximum => "△",
            Kind::Saddle => "✕",
            Kind::Flat => "▬",
            Kind::Kink => "∨",
            Kind::EdgeMinimum => "◇",
        }
    }

    /// The mark's strokes around the origin, in units of its radius. A closed one
    /// ends where it begins.
    fn strokes(self) -> Vec<Vec<Point>> {
        let around = |corners: usize, radius: fn(usize) -> f64| -> Vec<Point> {
            (0..=corners)
                .map(|corner| {
                    let angle = std::f64::consts::TAU * corner as f64 / corners as f64;
                    let radius = radius(corner % corners);
                    (radius * math::sin(angle), -radius * math::cos(angle))
                })
                .collect()
        };
        match self {
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
        }
    }

    /// Draws the mark around a point: ink with a rim of paper, the star filled.
    pub fn draw<DB: Canvas>(self, pen: &Pen<DB>, at: Point, opacity: f64) -> Drawn<DB> {
        let radius = 0.5 * pen.em * pen.theme.width.sqrt();
        let placed = |stroke: &Vec<Point>| -> Vec<Point> {
            stroke.iter().map(|(x, y)| (at.0 + radius * x, at.1 + radius * y)).collect()
        };
        let strokes: Vec<Vec<Point>> = self.strokes().iter().map(placed).collect();
        for stroke in &strokes {
            pen.line(stroke, Ink(pen.theme.paper, 0.9 * opacity), 5.0)?;
        }
        for stroke in &strokes {
            if self == Kind::GlobalMinimum {
                pen.polygon(stroke, Ink(pen.theme.ink, opacity))?;
            }
            pen.line(stroke, Ink(pen.theme.ink, opacity), 2.0)?;
        }
        Ok(())
    }
}
