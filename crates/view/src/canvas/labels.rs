//! Label placement: texts that keep clear of lines, of each other and of the picture's edge.

use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Ink, Pen};
use crate::canvas::plot::Plot;

/// Places labels in one picture.
pub struct Labels<'a, 'b, DB: Canvas> {
    pen: &'a Pen<'b, DB>,
    /// Points that no label may cover.
    points: Vec<Point>,
    /// Occupied rectangles: upper left and lower right corners.
    taken: Vec<(Point, Point)>,
    /// Whether a label lies on a patch of paper.
    patched: bool,
    /// Where labels begin, from the left.
    left: f64,
}

impl<'a, 'b, DB: Canvas> Labels<'a, 'b, DB> {
    /// Label placement for an empty picture.
    pub fn new(pen: &'a Pen<'b, DB>) -> Labels<'a, 'b, DB> {
        Labels { pen, points: Vec::new(), taken: Vec::new(), patched: true, left: 0.0 }
    }

    /// Label placement for an empty plot: labels keep off the numbers left of it.
    pub fn on(pen: &'a Pen<'b, DB>, plot: &Plot) -> Labels<'a, 'b, DB> {
        Labels { left: plot.from.0, ..Labels::new(pen) }
    }

    /// The same for a plot without a grid: labels lie on the ground itself.
    pub fn bare(pen: &'a Pen<'b, DB>, plot: &Plot) -> Labels<'a, 'b, DB> {
        Labels { patched: false, ..Labels::on(pen, plot) }
    }

    /// Keeps labels off a line.
    pub fn avoid_line(&mut self, line: &[Point]) {
        /// Spacing of the points that stand for a line: no label slips between them.
        const SPACING: f64 = 6.0;
        for pair in line.windows(2) {
            let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            let count = (dx.hypot(dy) / SPACING).ceil().clamp(1.0, 500.0);
            self.points.extend((0..=count as usize).map(|index| {
                let share = index as f64 / count;
                (pair[0].0 + dx * share, pair[0].1 + dy * share)
            }));
        }
    }

    /// Keeps labels off a square around a point, of half the side `radius`.
    pub fn avoid_disc(&mut self, (x, y): Point, radius: f64) {
        self.taken.push(((x - radius, y - radius), (x + radius, y + radius)));
    }

    /// Centre of the first free box of this width and height around one of the candidates,
    /// shifted into the picture; occupies it. `None` also if it is wider than the plot.
    pub fn find(&mut self, (width, height): Point, candidates: &[Point]) -> Option<Point> {
        let (room_x, room_y) = self.pen.size();
        let inside = |at: f64, half: f64, [from, to]: [f64; 2]| {
            at.min(to - half - 1.0).max(from + half + 1.0)
        };
        let corners = |(x, y): Point| {
            let x = inside(x, width / 2.0, [self.left, room_x]);
            let y = inside(y, height / 2.0, [0.0, room_y]);
            ((x - width / 2.0, y - height / 2.0), (x + width / 2.0, y + height / 2.0))
        };
        let free = |(from, to): &(Point, Point)| {
            let covers =
                |(x, y): &Point| (from.0..=to.0).contains(x) && (from.1..=to.1).contains(y);
            let meets = |(other_from, other_to): &(Point, Point)| {
                from.0 < other_to.0
                    && other_from.0 < to.0
                    && from.1 < other_to.1
                    && other_from.1 < to.1
            };
            // One that is wider than the plot has no place.
            to.0 < room_x && !self.points.iter().any(covers) && !self.taken.iter().any(meets)
        };
        let place = candidates.iter().map(|at| corners(*at)).find(free)?;
        self.taken.push(place);
        Some(((place.0.0 + place.1.0) / 2.0, (place.0.1 + place.1.1) / 2.0))
    }

    /// Draws a text of `size` em around the first free candidate; leaves it out if none is free.
    pub fn place(
        &mut self,
        text: &str,
        candidates: &[Point],
        size: f64,
        ink: impl Into<Ink>,
    ) -> Drawn<DB> {
        let (width, height) = self.pen.text_size(text, size)?;
        let room = (width + 0.5 * self.pen.em, height + 0.1 * self.pen.em);
        let Some(at) = self.find(room, candidates) else { return Ok(()) };
        if self.patched {
            self.pen.patch(at, room)?;
        }
        self.pen.text(text, at, Beside::Centre, size, ink)
    }
}

/// Candidate positions for a label beside a point.
pub fn around((x, y): Point, away: f64) -> Vec<Point> {
    [(0.0, -1.3), (0.0, 1.3), (3.6, 0.0), (-3.6, 0.0), (3.0, -1.6), (-3.0, -1.6), (3.0, 1.6)]
        .into_iter()
        .chain([(-3.0, 1.6), (0.0, -2.8), (0.0, 2.8)])
        .map(|(right, down)| (x + right * away, y + down * away))
        .collect()
}
