//! The ball on a curve, with its tangent and the next step.

use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Drawn, Head, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::text::messages::Words;
use downhill_core::function::curve::Derivative;
use downhill_core::numeric::math;

/// The ball: position, slope and next step.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ball {
    /// Position x along the axis.
    pub x: f64,
    /// Height of the curve at x.
    pub height: f64,
    /// Slope of the curve at x.
    pub slope: f64,
    /// Next step: the change of x.
    pub step: f64,
    /// Whether the curve has that slope: at a kink it has two, at a jump or a cusp none.
    pub derivative: Derivative,
    /// Whether a step too short to be seen is enlarged, by the factor in its label.
    pub enlarges: bool,
}

/// Length in em below which an arrow is not seen, and is left out.
pub const UNSEEN: f64 = 0.3;

/// Magnification of a step: 1, 2, 5, 10, … as large as leaves it within `most` pixels, so that
/// it never seems to overshoot.
pub fn magnifier(length: f64, most: f64) -> f64 {
    (0..9)
        .flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * math::power_of_ten(power)))
        .take_while(|factor| length.abs() * factor <= most)
        .last()
        .unwrap_or(1.0)
}

/// Middle of a ball that stands on a slope at a point: a radius away at right angles to it.
pub fn standing(at: Point, slope: f64, radius: f64, plot: &Plot) -> Point {
    let slope = if slope.is_finite() { slope } else { 0.0 };
    let (x_unit, y_unit) = plot.per_unit();
    let (across, up) = (-slope * y_unit, x_unit);
    let share = radius / across.hypot(up);
    (at.0 + share * across, at.1 - share * up)
}

impl Ball {
    /// Point of the picture at which it is.
    pub fn at(&self, plot: &Plot) -> Point {
        plot.at(self.x, self.height)
    }

    /// Draws its tangent, which has the curve's slope on these axes and is 5 em long on each
    /// side, its next step, and the ball itself: it touches the ground at the point `drawn`, and
    /// has its middle at `middle`.
    pub fn draw<DB: Canvas>(
        &self,
        (drawn, middle): (Point, Point),
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        let theme = pen.theme;
        let ball = self.at(plot);
        pen.line(&[(drawn.0, plot.to.1), drawn], Ink(theme.ball, 0.5), 1.0)?;
        let tangent = self.tangent(ball, 5.0 * pen.em, plot);
        for pair in tangent.windows(2) {
            if let Some((a, b)) = plot.clip(pair[0], pair[1]) {
                pen.line(&[a, b], theme.slope, 3.5)?;
                labels.avoid_line(&[a, b]);
            }
        }
        labels.avoid_disc(ball, 0.8 * pen.em);
        labels.avoid_disc(middle, pen.rolling_radius() + 0.3 * pen.em);
        self.draw_step(middle.1, pen, plot, labels, words)?;
        if plot.contains(drawn) {
            pen.rolling_ball(middle)?;
        }

        let slope = self.slope_mark(words);
        let ends = [tangent.last(), tangent.first()].map(|end| *end.unwrap_or(&ball));
        let around: Vec<Point> = [1.5, -1.5, 3.0, -3.0, 5.0, -5.0]
            .into_iter()
            .flat_map(|up| ends.map(|(x, y)| (x, y, up)))
            .map(|(x, y, up)| (x, y.min(plot.to.1).max(plot.from.1) - up * pen.em))
            .filter(|at| plot.contains(*at))
            .collect();
        labels.place(&slope, &around, 0.95, theme.slope)
    }

    /// Ends of the tangent, from left to right, and at a kink the ball between two half ones;
    /// empty if there is none.
    fn tangent(&self, ball: Point, length: f64, plot: &Plot) -> Vec<Point> {
        let (x_unit, y_unit) = plot.per_unit();
        let end = |side: f64, slope: f64| {
            let (x, y) = (x_unit, -slope * y_unit);
            let share = side * length / x.hypot(y);
            (ball.0 + share * x, ball.1 + share * y)
        };
        match self.derivative {
            Derivative::One => vec![end(-1.0, self.slope), end(1.0, self.slope)],
            Derivative::Two([left, right]) => vec![end(-1.0, left), ball, end(1.0, right)],
            Derivative::Jump(_)
            | Derivative::Upright
            | Derivative::Oscillating
            | Derivative::Shaking => Vec::new(),
        }
    }

    /// Slope in words: one, two or none.
    pub fn slope_mark(&self, words: Words) -> String {
        match self.derivative {
            Derivative::One => words.fill("slope_mark", &[("slope", &words.signed(self.slope, 3))]),
            Derivative::Two(slopes) => {
                let [left, right] = slopes.map(|slope| words.signed(slope, 3));
                words.fill("slope_mark_two", &[("left", &left), ("right", &right)])
            }
            Derivative::Jump(_)
            | Derivative::Upright
            | Derivative::Oscillating
            | Derivative::Shaking => words.get("slope_mark_none").to_string(),
        }
    }

    /// Draws the next step, over the ball whose middle is at this height: as long as it is, and not at all if that is too short
    /// to be seen; or magnified to at most a few letters, by the factor in its label.
    fn draw_step<DB: Canvas>(
        &self,
        height: f64,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        if self.step == 0.0 {
            return Ok(());
        }
        let length = self.step * plot.per_unit().0;
        if !self.enlarges && length.abs() < UNSEEN * pen.em {
            return Ok(());
        }
        let factor = if self.enlarges { magnifier(length, 4.0 * pen.em) } else { 1.0 };
        let ball = self.at(plot);
        let over = height - pen.rolling_radius() - 0.7 * pen.em;
        let base = over.max(plot.from.1 + 0.5 * pen.em);
        let Some((a, b)) = plot.clip((ball.0, base), (ball.0 + length * factor, base)) else {
            return Ok(());
        };
        pen.arrow(a, b, Head::Filled, pen.theme.step, 3.5)?;
        labels.avoid_line(&[a, b]);
        // Left of the plot are the numbers of its height.
        labels.avoid_line(&[plot.from, (plot.from.0, plot.to.1)]);
        let text = match factor {
            1.0 => words.get("step_mark").to_string(),
            _ => words.fill("step_mark_magnified", &[("factor", &words.factor(factor))]),
        };
        let half = 0.5 * pen.text_size(&text, 0.9)?.0 + 0.7 * pen.em;
        let side = length.signum();
        let candidates = [
            (b.0 + side * half, base),
            (b.0, base - 1.1 * pen.em),
            (a.0 - side * half, base),
            (b.0, base - 2.2 * pen.em),
            (a.0, base - 1.1 * pen.em),
        ];
        labels.place(&text, &candidates, 0.9, pen.theme.step)
    }
}
