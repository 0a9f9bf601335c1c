//! Plot of a function of one variable, as plain data: the curve, and below it its derivative.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::Canvas;
use crate::canvas::labels::{Labels, around};
use crate::canvas::pen::{Beside, Drawn, Head, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::function::curve::Line;
use crate::function::transition::Place;
use crate::plots::ball::{Ball, standing};
use crate::plots::basin_map::Starts;
use crate::plots::run_marks::Racers;
use crate::plots::{prediction_mark, stationary_marks};
use crate::text::messages::Words;
use downhill_core::function::curve::Derivative;
use downhill_core::function::stationary::{self, Kind};
use downhill_core::numeric::math;

/// All data of the plot.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Curve of f.
    pub curve: Line,
    /// Curve of f′.
    pub derivative: Line,
    /// Visible range of the variable.
    pub window: Pair,
    /// Name of the variable.
    pub variable: String,
    /// The ball.
    pub ball: Ball,
    /// Place at which the ball is drawn on its way to the next snapshot; `None` at the snapshot.
    pub place: Option<Place>,
    /// Path of the ball, oldest first, the current position last.
    pub trail: Vec<Pair>,
    /// Slope where the path begins.
    pub first_slope: f64,
    /// Whether rise over run is drawn as a triangle at the tangent.
    pub triangle: bool,
    /// Secant through the ball and a second point of the curve.
    pub secant: Option<Secant>,
    /// Second point that waits to be dragged, before there is a secant.
    pub offered: Option<Secant>,
    /// Whether a hand has the second point: then no other one waits.
    pub held: bool,
    /// Path of the abandoned run.
    pub ghost: Vec<Pair>,
    /// Prediction of the ball's position.
    pub guess: prediction_mark::Mark,
    /// Runs of a race, in place of the ball; empty without one.
    pub racers: Racers,
    /// Stationary points to mark.
    pub spots: Vec<stationary::Point>,
    /// Map of the basins of attraction.
    pub starts: Option<Starts>,
    /// Invitation beside a ball that can be moved; `None` for one that cannot.
    pub invitation: Option<&'static str>,
}

/// Depth of the ground below the lowest place of the curve, as a share of the curve's height: room
/// for words.
const GROUND: f64 = 0.1;

/// Rise of the tangent over a run of 1, in em, below which no triangle is drawn.
const LEVEL: f64 = 0.4;

/// Secant, by the distances of its second point from the ball.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Secant {
    /// Run h.
    pub run: f64,
    /// Rise f(x + h) − f(x).
    pub rise: f64,
}

impl Secant {
    /// Slope of the secant: rise over run.
    pub fn slope(&self) -> f64 {
        self.rise / self.run
    }
}

impl Profile {
    /// Draws the curve with the ball, its tangent, its trail and the next step.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, words: Words) -> Drawn<DB, Plot> {
        pen.clear()?;
        let (low, high) = self.curve.range;
        let ground = low - GROUND * (high - low);
        let plot = self.axes(pen, (ground, high), "f", words)?;
        let mut labels = Labels::bare(pen, &plot);
        self.curve.draw_ground(pen, &plot)?;
        if let Some(starts) = &self.starts {
            starts.draw_strip(pen, &plot)?;
        }
        self.curve.draw(pen, &plot, &mut labels, pen.theme.ink.into())?;
        let marked: Vec<(Kind, Point)> = self
            .spots
            .iter()
            .map(|spot| (spot.kind, plot.at(spot.x[0], spot.value)))
            .filter(|(_, at)| plot.contains(*at))
            .collect();
        for (kind, at) in &marked {
            labels.avoid_disc(*at, 0.7 * pen.em);
            if stationary_marks::flag(*kind, pen, *at)? {
                labels.avoid_disc((at.0 + 0.7 * pen.em, at.1 - 1.8 * pen.em), pen.em);
            } else {
                stationary_marks::draw(*kind, pen, *at, 1.0)?;
            }
        }
        let place = |(x, y): &Pair| plot.at(*x, *y);
        pen.ghost(&self.ghost.iter().map(place).collect::<Vec<_>>(), &plot)?;
        let on_the_way = self.place.as_ref().map(|place| (place.at[0], place.height));
        let trail: Vec<Point> = self.trail.iter().chain(&on_the_way).map(place).collect();
        let alone = self.racers.ways.is_empty();
        let exit = self.exit(&trail, &plot).filter(|_| on_the_way.is_none());
        if let (true, Some(last)) = (alone, exit) {
            pen.trail(&trail[..=last], &plot)?;
            self.draw_exit((trail[last], trail[last + 1]), pen, &plot, &mut labels, words)?;
        } else if alone {
            pen.trail(&trail, &plot)?;
        } else {
            self.racers.draw(pen, &plot, &mut labels)?;
        }
        if alone && self.in_sight() {
            if let Some(invitation) = self.invitation {
                let ball = self.above(self.ball.at(&plot), pen, &plot);
                labels.avoid_disc(ball, pen.rolling_radius() + 0.3 * pen.em);
                let places = around(ball, 1.6 * pen.em);
                labels.place(invitation, &places, 0.95, pen.theme.ball_text)?;
            }
            if let Some(secant) = self.second() {
                self.draw_second(secant, pen, &plot, &mut labels)?;
            }
            if let Some(secant) = &self.secant {
                self.draw_secant(secant, pen, &plot, &mut labels, words)?;
            }
            if self.triangle && self.ball.derivative == Derivative::One {
                self.draw_triangle(pen, &plot, &mut labels, words)?;
            }
            if let Some(((x, y), told)) = self.guess {
                let ball = told.then(|| plot.at(self.ball.x, self.ball.height));
                prediction_mark::draw(pen, plot.at(x, y), ball)?;
                labels.avoid_disc(plot.at(x, y), pen.em);
            }
            let drawn = on_the_way.as_ref().map_or_else(|| self.ball.at(&plot), place);
            let middle = self.above(drawn, pen, &plot);
            self.ball.draw((drawn, middle), pen, &plot, &mut labels, words)?;
        }
        self.name_minima(pen, &plot, &mut labels, words)?;
        if let Some(starts) = &self.starts {
            let heights = |x: &[f64]| self.spots.iter().find(|spot| spot.x == x).map(|it| it.value);
            starts.draw_numbers(pen, &mut labels, |x| {
                plot.at(x[0], heights(x).unwrap_or(self.curve.range.0))
            })?;
        }
        Ok(plot)
    }

    /// The last point of a path in the picture, if it has left that for good.
    fn exit(&self, trail: &[Point], plot: &Plot) -> Option<usize> {
        let last = trail.iter().rposition(|at| plot.contains(*at))?;
        (last + 1 < trail.len()).then_some(last)
    }

    /// Draws the step that leads out of the picture, as the ball was seen to leave it, and says
    /// where to.
    fn draw_exit<DB: Canvas>(
        &self,
        (from, to): (Point, Point),
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        let height = if to.1 < plot.from.1 { from.1 } else { to.1 };
        let Some((a, b)) = plot.clip(from, (to.0, height)) else { return Ok(()) };
        pen.arrow(a, b, Head::Filled, pen.theme.ball, 2.5)?;
        labels.avoid_line(&[a, b]);
        let text = words.get("leaves_mark");
        let half = 0.5 * pen.text_size(text, 0.95)?.0 + 0.7 * pen.em;
        let inwards = if b.0 < a.0 { half } else { -half };
        let places = [1.0, -1.0, 2.0].map(|up| (b.0 + inwards, b.1 - up * pen.em));
        labels.place(text, &places, 0.95, pen.theme.ball_text)
    }

    /// Says what the flags stand for: of each kind, at the leftmost one that has room; of a
    /// minimum that is not the lowest, also how much higher it is.
    fn name_minima<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        const SIZE: f64 = 1.05;
        let lowest = self.spots.iter().find(|spot| spot.lowest).map(|spot| spot.value);
        for kind in [Kind::GlobalMinimum, Kind::LocalMinimum] {
            for spot in self.spots.iter().filter(|spot| spot.kind == kind) {
                let higher = lowest.map(|lowest| words.significant(spot.value - lowest, 3));
                let Some(name) = stationary_marks::flag_name(kind, higher, words) else { continue };
                let (width, height) = pen.text_size(&name, SIZE)?;
                let (x, y) = plot.at(spot.x[0], spot.value);
                if !plot.contains((x, y)) {
                    continue;
                }
                let inside = x.min(plot.to.0 - width / 2.0).max(plot.from.0 + width / 2.0);
                let places = [1.4, 2.3, -3.6, -5.0, -6.4].map(|down| (inside, y + down * pen.em));
                let within = plot.from.1..plot.to.1 - 0.7 * pen.em;
                let places: Vec<Point> =
                    places.into_iter().filter(|(_, y)| within.contains(y)).collect();
                if let Some(at) = labels.find((width + 0.5 * pen.em, height), &places) {
                    pen.text(&name, at, Beside::Centre, SIZE, pen.theme.ink)?;
                    break;
                }
            }
        }
        Ok(())
    }

    /// Middle of a ball that stands on the ground at a point: a radius away at right angles to the
    /// curve, or straight up where that has no one slope.
    fn above<DB: Canvas>(&self, at: Point, pen: &Pen<DB>, plot: &Plot) -> Point {
        let slope = match (&self.place, self.ball.derivative) {
            (Some(place), _) => place.slope,
            (None, Derivative::One) => self.ball.slope,
            (None, _) => 0.0,
        };
        standing(at, slope, pen.rolling_radius(), plot)
    }

    /// Draws run and rise of the tangent: with a run of 1, as the slope is told, if that is in the
    /// picture; else the longest one of 10, 5, 2, 0.5, … that fits.
    fn draw_triangle<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        let Ball { x, height, slope, .. } = self.ball;
        let corners = |run: f64| {
            (plot.at(x, height), plot.at(x + run, height), plot.at(x + run, height + run * slope))
        };
        let fits = |run: &f64| {
            let (ball, side, top) = corners(*run);
            // Of a run of 1 it is enough that it is large enough to be seen.
            let length = side.0 - ball.0;
            let room = match *run == 1.0 {
                true => length >= 2.0 * pen.em,
                false => length <= 13.0 * pen.em && (top.1 - side.1).abs() <= 11.0 * pen.em,
            };
            room && plot.contains(side) && plot.contains(top)
        };
        // On level ground there is no rise to be seen.
        if (slope * plot.per_unit().1).abs() < LEVEL * pen.em {
            return Ok(());
        }
        let runs = (0..6)
            .flat_map(|power| [1.0, 0.5, 0.2].map(|part| part * math::power_of_ten(1 - power)));
        let Some(run) = [1.0].into_iter().chain(runs).find(fits) else { return Ok(()) };
        let (ball, side, top) = corners(run);
        pen.polygon(&[ball, side, top], Ink(pen.theme.slope, 0.14))?;
        for line in [[ball, side], [side, top]] {
            pen.dashed(&line, pen.theme.slope, 1.5)?;
            labels.avoid_line(&line);
        }
        pen.line(&[ball, top], pen.theme.slope, 2.5)?;
        labels.avoid_line(&[ball, top]);
        let away = (if slope > 0.0 { 1.0 } else { -1.0 }) * pen.em;
        let run_text = words.fill("run_mark", &[("run", &words.tick(run))]);
        let middle = ((ball.0 + side.0) / 2.0, ball.1 + 0.9 * away);
        labels.place(&run_text, &[middle, (side.0, middle.1)], 0.9, pen.theme.slope)?;
        let rise_text = words.fill("rise_mark", &[("rise", &words.signed(run * slope, 3))]);
        let width = 0.5 * pen.text_size(&rise_text, 0.9)?.0 + 0.7 * pen.em;
        let beside = (side.0 + width, (side.1 + top.1) / 2.0);
        labels.place(
            &rise_text,
            &[beside, (beside.0, side.1), (beside.0, top.1)],
            0.9,
            pen.theme.slope,
        )
    }

    /// Draws the secant across the plot, and its second point.
    fn draw_secant<DB: Canvas>(
        &self,
        secant: &Secant,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        let Ball { x, height, .. } = self.ball;
        let far = self.window.1 - self.window.0;
        let at = |run: f64| plot.at(x + run, height + run * secant.slope());
        if let Some((a, b)) = plot.clip(at(-far), at(far)) {
            pen.dashed(&[a, b], pen.theme.muted, 2.0)?;
            labels.avoid_line(&[a, b]);
        }
        let second = at(secant.run);
        if plot.contains(second) {
            let text = words.fill("secant_mark", &[("slope", &words.signed(secant.slope(), 3))]);
            labels.place(&text, &around(second, 1.6 * pen.em), 0.9, pen.theme.muted)?;
        }
        Ok(())
    }

    /// The second point of the curve that can be dragged.
    pub fn second(&self) -> Option<&Secant> {
        self.secant.as_ref().or(self.offered.as_ref())
    }

    /// Draws a second point of the curve, with run and rise from the ball to it.
    fn draw_second<DB: Canvas>(
        &self,
        Secant { run, rise }: &Secant,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
    ) -> Drawn<DB> {
        let Ball { x, height, .. } = self.ball;
        let corners = [(0.0, 0.0), (*run, 0.0), (*run, *rise)];
        let [ball, side, second] = corners.map(|(along, up)| plot.at(x + along, height + up));
        if !plot.contains(second) {
            return Ok(());
        }
        if plot.contains(side) {
            pen.polygon(&[ball, side, second], Ink(pen.theme.muted, 0.12))?;
            pen.dashed(&[ball, side, second], pen.theme.muted, 1.0)?;
        }
        pen.line(&[ball, second], pen.theme.muted, 1.5)?;
        pen.disc(second, 0.5 * pen.em, pen.theme.paper)?;
        pen.ring(second, 0.5 * pen.em, pen.theme.muted, 2.5)?;
        labels.avoid_disc(second, 0.7 * pen.em);
        Ok(())
    }

    /// Draws the derivative, and the ball's slope on it.
    pub fn draw_derivative<DB: Canvas>(&self, pen: &Pen<DB>, words: Words) -> Drawn<DB, Plot> {
        pen.clear()?;
        let plot = self.axes(pen, self.slopes(), "f′", words)?;
        let mut labels = Labels::bare(pen, &plot);
        let level = [plot.at(self.window.0, 0.0), plot.at(self.window.1, 0.0)];
        if plot.contains(level[0]) {
            pen.line(&level, pen.theme.muted, 1.5)?;
        }
        self.derivative.draw(pen, &plot, &mut labels, Ink(pen.theme.slope, 0.75))?;
        let (x, slope) = (self.ball.x, self.ball.slope);
        if !self.in_sight() {
            return Ok(plot);
        }
        let at = plot.at(x, slope);
        match self.ball.derivative {
            Derivative::One => {
                if let Some((a, b)) = plot.clip(plot.at(x, 0.0), at) {
                    pen.line(&[a, b], pen.theme.slope, 4.0)?;
                    labels.avoid_line(&[a, b]);
                }
                let drawn = self.place.as_ref().map(|it| plot.at(it.at[0], it.slope));
                let drawn = drawn.unwrap_or(at);
                if plot.contains(drawn) {
                    pen.ball(drawn)?;
                    labels.avoid_disc(drawn, 0.8 * pen.em);
                }
            }
            // Two open ends of the derivative, and no slope between them.
            Derivative::Two(slopes) => {
                for end in slopes.map(|slope| plot.at(x, slope)) {
                    if plot.contains(end) {
                        pen.disc(end, 0.4 * pen.em, pen.theme.paper)?;
                        pen.ring(end, 0.4 * pen.em, pen.theme.slope, 2.5)?;
                        labels.avoid_disc(end, 0.6 * pen.em);
                    }
                }
            }
            Derivative::Jump(_)
            | Derivative::Upright
            | Derivative::Oscillating
            | Derivative::Shaking => {}
        }
        let text = self.ball.slope_mark(words);
        let near = (at.0, math::clamp(at.1, plot.from.1 + 1.5 * pen.em, plot.to.1 - 1.5 * pen.em));
        // Not on the numbers below.
        let mut places = around(near, 1.6 * pen.em);
        places.retain(|(_, y)| *y + 0.6 * pen.em < plot.to.1);
        labels.place(&text, &places, 0.95, pen.theme.slope)?;
        Ok(plot)
    }

    /// Visible range of the slopes: the gentle parts', and as much more as shows the ball's slope
    /// here and at its start.
    fn slopes(&self) -> Pair {
        let (low, high) = self.derivative.range;
        let margin = 0.06 * (high - low);
        let here = self.in_sight().then_some(self.ball.slope);
        let seen = here.into_iter().chain([self.first_slope]).filter(|it| it.is_finite());
        seen.fold(self.derivative.gentle, |(from, to), slope| {
            (from.min((slope - margin).max(low)), to.max((slope + margin).min(high)))
        })
    }

    fn axes<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        y: Pair,
        name: &str,
        words: Words,
    ) -> Drawn<DB, Plot> {
        let (x_name, y_name) = (&self.variable, &format!("{name}({})", self.variable));
        pen.axes(&Axes { x: self.window, y, x_name, y_name, equal: false, quiet: true, words })
    }

    /// Whether the ball can be drawn.
    fn in_sight(&self) -> bool {
        (self.window.0..=self.window.1).contains(&self.ball.x) && self.ball.height.is_finite()
    }
}
