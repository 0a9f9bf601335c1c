//! Landscape over two variables as plain data, a loss over two weights or a function, with its
//! contour map. [`crate::plots::surface`] draws it in space.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::{Canvas, Image, Raster};
use crate::canvas::labels::{Labels, around};
use crate::canvas::pen::{Beside, Drawn, Head, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::canvas::theme::lapaz;
use crate::canvas::tones::Tones;
use crate::plots::ball::UNSEEN;
use crate::plots::basin_map::Starts;
use crate::plots::color_scale::Heights;
use crate::plots::contour::Grid;
use crate::plots::refinement::Refined;
use crate::plots::relief::Relief;
use crate::plots::run_marks::{self, Racers, draw_ways};
use crate::plots::{prediction_mark, stationary_marks};
use crate::text::messages::Words;
use downhill_core::function::stationary::{self, Kind};
use downhill_core::numeric::math;
use std::cell::RefCell;

/// All data of a landscape's pictures. The ball is at a grid point.
#[derive(Clone, Debug, Default)]
pub struct Landscape {
    /// x of the grid's columns, ascending.
    pub xs: Vec<f64>,
    /// y of the grid's rows, ascending.
    pub ys: Vec<f64>,
    /// Height at each grid point, `[y][x]`; not finite where undefined.
    pub values: Vec<f64>,
    /// Height scale.
    pub heights: Heights,
    /// Heights and contour lines of the map.
    pub map: Map,
    /// Position of the ball.
    pub at: Pair,
    /// Height of the ball.
    pub value: f64,
    /// Position at which the ball is drawn on its way to the next snapshot, and its height if it
    /// is in the air; `None` at the snapshot.
    pub place: Option<(Pair, Option<f64>)>,
    /// Height of the landscape below or above a ball that is not on it.
    pub shadow: Option<f64>,
    /// Next step: the change of the position.
    pub step: Pair,
    /// Gradient; `None` if it is not drawn. With it, the step's arrow is drawn to scale, if that
    /// is long enough to be seen.
    pub gradient: Option<Pair>,
    /// Whether the components of the gradient are drawn, and the level direction at right angles
    /// to it.
    pub components: bool,
    /// Path of the ball, oldest first, the current position last.
    pub trail: Vec<Pair>,
    /// Path of the abandoned run.
    pub ghost: Vec<Pair>,
    /// Paths of the kept runs.
    pub kept: Vec<Vec<Pair>>,
    /// Prediction of the ball's position.
    pub guess: prediction_mark::Mark,
    /// Runs of a race, in place of the ball; empty without one.
    pub racers: Racers,
    /// Stationary points to mark.
    pub spots: Vec<stationary::Point>,
    /// Map of the basins of attraction, in place of the relief's colours.
    pub starts: Option<Starts>,
    /// Invitation beside a ball that can be moved; `None` for one that cannot.
    pub invitation: Option<&'static str>,
    /// Visible ranges of x and y.
    pub window: (Pair, Pair),
}

/// Length of the gradient's arrow where the ground rises by the picture's whole height over its
/// width, and its greatest length, as shares of that width.
const UPHILL: f64 = 0.15;
const LONGEST: f64 = 0.25;

/// Fingerprint of what is drawn on a landscape: while it is unchanged, so is the surface
/// picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Upon {
    at: Pair,
    guess: prediction_mark::Mark,
    /// Numbers of points of the trail, the ghost and the racers.
    places: [usize; 3],
}

/// Names of the axes.
pub struct Names {
    /// x axis.
    pub x: String,
    /// y axis: upwards on the map, to the back in space.
    pub y: String,
    /// Height axis.
    pub height: String,
    /// Caption in a corner of the map; may be empty.
    pub caption: String,
    /// Language of the numbers.
    pub words: Words,
}

/// Heights of a landscape's map, with its contour lines.
#[derive(Clone, Debug, Default)]
pub struct Map {
    heights: Refined,
    lines: Vec<(f64, Vec<Vec<Pair>>)>,
    /// The image as it was drawn last, with the width of its lines: a function's stands still.
    drawn: RefCell<(Image, f64)>,
}

impl Map {
    /// The map of a grid that fills the window.
    pub fn new(grid: Grid, heights: &Heights) -> Map {
        /// Number of columns: curves between them are straight.
        const COLUMNS: usize = 80;
        let fine = Refined::new(grid, COLUMNS);
        let lines = heights.levels.iter().map(|level| (*level, fine.grid().lines(*level)));
        Map { lines: lines.collect(), heights: fine, drawn: RefCell::default() }
    }
}

impl Landscape {
    /// The heights as a grid.
    pub fn grid(&self) -> Grid<'_> {
        Grid { xs: &self.xs, ys: &self.ys, values: &self.values }
    }

    /// Tones of the colours of the heights, at a few places, as many whatever the grid.
    pub fn tones(&self) -> Tones {
        /// Number of places from left to right, and of those from bottom to top.
        const PLACES: (usize, usize) = (16, 12);
        let (columns, share) = (self.xs.len(), self.heights.share());
        let place = |index: usize| {
            let column = index % PLACES.0 * columns / PLACES.0;
            let row = index / PLACES.0 * self.ys.len() / PLACES.1;
            // The colours are even in lightness, of which luminance is about the cube.
            let lightness = |height: &f64| 0.22 + 0.75 * share(*height) as f32;
            self.values.get(row * columns + column).map_or(f32::NAN, |it| lightness(it).powi(3))
        };
        Tones::of_luminances((0..PLACES.0 * PLACES.1).map(place).collect())
    }

    /// Path of the ball up to where it is drawn.
    pub(super) fn way(&self) -> Vec<Pair> {
        let place = self.place.map(|(at, _)| at);
        self.trail.iter().copied().chain(place).collect()
    }

    /// Fingerprint of what is drawn on the landscape.
    pub fn upon(&self) -> Upon {
        let racers = self.racers.ways.iter().map(Vec::len).sum();
        let places = [self.trail.len(), self.ghost.len(), racers];
        Upon { at: self.at, guess: self.guess, places }
    }

    /// Width over height of the window as drawn, and whether both axes then have the same scale.
    pub fn ratio(&self) -> (f64, bool) {
        let ((left, right), (bottom, top)) = self.window;
        let ratio = (right - left) / (top - bottom);
        if (0.4..=2.5).contains(&ratio) { (ratio, true) } else { (1.3, false) }
    }

    /// Draws the contour map.
    pub fn draw_map<DB: Canvas>(&self, pen: &Pen<DB>, names: &Names) -> Drawn<DB, Plot> {
        pen.clear()?;
        let words = names.words;
        let (x, y) = self.window;
        let axes = Axes {
            x,
            y,
            x_name: &names.x,
            y_name: &names.y,
            equal: self.ratio().1,
            quiet: false,
            words,
        };
        let plot = pen.axes(&axes)?;
        match &self.starts {
            Some(starts) => pen.image(&starts.image(pen.theme), &plot)?,
            None => self.draw_image(pen, &plot)?,
        }

        let mut labels = Labels::on(pen, &plot);
        let trail: Vec<Point> = self.way().iter().map(|(x, y)| plot.at(*x, *y)).collect();
        labels.avoid_line(&trail);
        let ball = plot.at(self.at.0, self.at.1);
        labels.avoid_disc(ball, pen.em);
        let step = self.step_arrow(pen, &plot, ball);
        let (uphill, steeper) = match self.uphill_arrow(pen, &plot, ball) {
            Some((arrow, steeper)) => (Some(arrow), steeper),
            None => (None, false),
        };
        for (a, b) in step.iter().chain(&uphill) {
            labels.avoid_line(&[*a, *b]);
        }
        for spot in &self.spots {
            labels.avoid_disc(plot.at(spot.x[0], spot.x[1]), 0.7 * pen.em);
        }

        self.draw_lines(pen, &plot, &mut labels, words)?;
        let ghost: Vec<Point> = self.ghost.iter().map(|(x, y)| plot.at(*x, *y)).collect();
        pen.ghost(&ghost, &plot)?;
        draw_ways(pen, &plot, &self.kept, run_marks::lane, true)?;
        let alone = self.racers.ways.is_empty();
        if alone {
            pen.trail(&trail, &plot)?;
        }
        for spot in &self.spots {
            stationary_marks::draw(spot.kind, pen, plot.at(spot.x[0], spot.x[1]), 1.0)?;
        }
        if let Some(starts) = &self.starts {
            starts.draw_numbers(pen, &mut labels, |at| plot.at(at[0], at[1]))?;
        }
        self.racers.draw(pen, &plot, &mut labels)?;
        if !alone || !plot.contains(ball) {
            return Ok(plot);
        }
        if let (true, Some(gradient), Some((_, end))) = (self.components, self.gradient, uphill) {
            draw_components(pen, &mut labels, ball, end, gradient, words)?;
        }
        for (arrow, head, colour) in
            [(uphill, Head::Open, pen.theme.slope), (step, Head::Filled, pen.theme.step)]
        {
            let Some((a, b)) = arrow else { continue };
            pen.arrow(a, b, head, pen.theme.paper, 6.0)?;
            pen.arrow(a, b, head, colour, 3.0)?;
        }
        if let Some(((x, y), told)) = self.guess {
            prediction_mark::draw(pen, plot.at(x, y), told.then_some(ball))?;
            labels.avoid_disc(plot.at(x, y), pen.em);
        }
        match self.shadow {
            None => {
                let drawn = self.place.map_or(ball, |((x, y), _)| plot.at(x, y));
                if plot.contains(drawn) {
                    pen.ball(drawn)?;
                }
            }
            Some(_) => pen.shadow(ball)?,
        }
        // Not across the numbers beside the axes.
        let in_plot = |text: &str, size: f64, mut places: Vec<Point>| {
            let half = pen.text_size(text, size)?.0 / 2.0;
            places.retain(|(x, y)| plot.contains((x - half, *y)) && plot.contains((x + half, *y)));
            Ok(places)
        };
        if let (Some(_), Some((_, end))) = (self.gradient, step) {
            let name = words.get("step_mark");
            let places = in_plot(name, 0.9, around(end, pen.em))?;
            labels.place(name, &places, 0.9, pen.theme.step)?;
        }
        if let Some((_, end)) = uphill {
            let name = words.get(if steeper { "gradient_steeper" } else { "gradient" });
            // The longer name needs more room.
            let places = [around(end, pen.em), around(end, 2.0 * pen.em)].concat();
            let places = in_plot(name, 0.9, places)?;
            labels.place(name, &places, 0.9, pen.theme.slope)?;
        }
        if let Some(invitation) = self.invitation {
            let places = in_plot(invitation, 0.95, around(ball, 1.4 * pen.em))?;
            labels.place(invitation, &places, 0.95, pen.theme.ball_text)?;
        }
        if !names.caption.is_empty() {
            let (wide, high) = pen.text_size(&names.caption, 0.85)?;
            let (left, right) = (plot.from.0 + 0.6 * wide, plot.to.0 - 0.6 * wide);
            let (top, bottom) = (plot.from.1 + 0.9 * high, plot.to.1 - 0.9 * high);
            let corners = [(right, top), (left, top), (right, bottom), (left, bottom)];
            labels.place(&names.caption, &corners, 0.85, pen.theme.ink)?;
        }
        if self.starts.is_none() {
            self.name_spots(pen, &plot, &mut labels, words)?;
            self.draw_legend(pen, &plot, &mut labels, words)?;
        }
        Ok(plot)
    }

    /// Says what the marks stand for: of each kind, at the first one that has room.
    fn name_spots<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        for kind in [Kind::GlobalMinimum, Kind::LocalMinimum, Kind::Maximum, Kind::Saddle] {
            let Some(name) = stationary_marks::short_name(kind, words) else { continue };
            let (wide, high) = pen.text_size(name, 0.85)?;
            let inside = |(x, y): &Point| {
                let (half, up) = (0.6 * wide, 0.6 * high);
                plot.contains((x - half, y - up)) && plot.contains((x + half, y + up))
            };
            let spots = self.spots.iter().filter(|spot| spot.kind == kind);
            let places = spots.flat_map(|spot| around(plot.at(spot.x[0], spot.x[1]), 1.3 * pen.em));
            let places: Vec<Point> = places.filter(inside).collect();
            labels.place(name, &places, 0.85, pen.theme.ink)?;
        }
        Ok(())
    }

    /// Draws the scale of colours with its lowest and highest height, in a corner that is free.
    fn draw_legend<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        const COLOURS: usize = 32;
        let em = pen.em;
        let (bar, gap) = ((5.0 * em, 0.7 * em), 0.4 * em);
        let texts = [self.heights.low, self.heights.high].map(|end| words.significant(end, 2));
        let mut widths = [0.0; 2];
        for (width, text) in widths.iter_mut().zip(&texts) {
            *width = pen.text_size(text, 0.75)?.0;
        }
        let room = (widths[0] + bar.0 + widths[1] + 4.0 * gap, 1.3 * em);
        let xs = [plot.from.0 + 0.5 * (room.0 + em), plot.to.0 - 0.5 * (room.0 + em)];
        let ys = [plot.to.1 - 1.2 * em, plot.from.1 + 1.2 * em];
        let corners: Vec<Point> = ys.into_iter().flat_map(|y| xs.map(|x| (x, y))).collect();
        let Some(at) = labels.find(room, &corners) else { return Ok(()) };
        pen.patch(at, room)?;
        let colour = |index: usize| lapaz(index as f64 / (COLOURS - 1) as f64);
        let pixel = |index: usize| [&colour(index)[..], &[255]].concat();
        let rgba = (0..COLOURS).flat_map(pixel).collect();
        let left = at.0 - 0.5 * room.0 + widths[0] + 2.0 * gap;
        let (from, to) = ((left, at.1 - 0.5 * bar.1), (left + bar.0, at.1 + 0.5 * bar.1));
        pen.image_at(&Image { columns: COLOURS, rows: 1, rgba }, from, to)?;
        pen.text(&texts[0], (left - gap, at.1), Beside::Left, 0.75, pen.theme.ink)?;
        pen.text(&texts[1], (to.0 + gap, at.1), Beside::Right, 0.75, pen.theme.ink)
    }

    /// Arrow of the next step, to scale; `None` if it is too short to be seen. Without a gradient
    /// it shows the direction, not the length, which is mostly a fraction of a pixel.
    fn step_arrow<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        ball: Point,
    ) -> Option<(Point, Point)> {
        let (x_unit, y_unit) = plot.per_unit();
        let step = (self.step.0 * x_unit, -self.step.1 * y_unit);
        let length = step.0.hypot(step.1);
        let factor = match self.gradient {
            Some(_) if length < UNSEEN * pen.em => return None,
            Some(_) => 1.0,
            None if length == 0.0 => return None,
            None => math::clamp(length, 2.2 * pen.em, 8.0 * pen.em) / length,
        };
        plot.clip(ball, (ball.0 + step.0 * factor, ball.1 + step.1 * factor))
    }

    /// Arrow of the gradient from the ball, and whether it is steeper than the longest one shows;
    /// `None` if it is too short to be seen. It is orthogonal to the contour line if scales are
    /// equal, and as long as the slope is steep: where the ground rises by the picture's whole
    /// height over its width, [`UPHILL`] of that width.
    fn uphill_arrow<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        ball: Point,
    ) -> Option<((Point, Point), bool)> {
        let (x_unit, y_unit) = plot.per_unit();
        let width = plot.to.0 - plot.from.0;
        let ((x, y), steeper) = self.uphill((x_unit / width, y_unit / width))?;
        let end = (ball.0 + x * x_unit, ball.1 - y * y_unit);
        // Not on level ground.
        if (end.0 - ball.0).hypot(end.1 - ball.1) < UNSEEN * pen.em {
            return None;
        }
        plot.clip(ball, end).map(|arrow| (arrow, steeper))
    }

    /// The gradient's arrow in the variables, in a picture in which their units are these shares
    /// of its width, and whether it is steeper than the longest arrow shows; `None` where the
    /// gradient is not known.
    pub(super) fn uphill(&self, (x_unit, y_unit): Pair) -> Option<(Pair, bool)> {
        let (x, y) = self.gradient?;
        let rise = (x / x_unit).hypot(y / y_unit) / (self.heights.high - self.heights.low);
        let far = UPHILL * rise;
        let share = far.min(LONGEST) / (x * x_unit).hypot(y * y_unit);
        share.is_finite().then_some(((share * x, share * y), far > LONGEST))
    }

    /// Draws the map in the colours of its heights, with contour lines.
    fn draw_image<DB: Canvas>(&self, pen: &Pen<DB>, plot: &Plot) -> Drawn<DB> {
        let size = (plot.to.0 - plot.from.0, plot.to.1 - plot.from.1);
        let Raster { pixels, columns, rows } = pen.raster(size);
        let line = pen.theme.width * pixels;
        let mut drawn = self.map.drawn.borrow_mut();
        if (drawn.0.columns, drawn.0.rows, drawn.1) != (columns, rows, line) {
            let relief = Relief::new(&self.heights, line);
            let image = relief.map(self.map.heights.grid(), self.window, columns, rows);
            *drawn = (image, line);
        }
        pen.image(&drawn.0, plot)
    }

    /// Draws the values of the contour lines, and over the map of starts the lines themselves.
    fn draw_lines<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        plot: &Plot,
        labels: &mut Labels<DB>,
        words: Words,
    ) -> Drawn<DB> {
        let levels: Vec<f64> = self.map.lines.iter().map(|(level, _)| *level).collect();
        let texts = match self.heights.step {
            Some(_) => words.ticks(&levels),
            None => words.distinct(&levels, |level| words.significant(level, 2)),
        };
        for (index, (level, lines)) in self.map.lines.iter().enumerate() {
            let lines: Vec<Vec<Point>> = lines
                .iter()
                .map(|line| line.iter().map(|(x, y)| plot.at(*x, *y)).collect())
                .collect();
            if self.starts.is_some() {
                for line in &lines {
                    pen.line(line, Ink(pen.theme.ink, 0.35), 1.0)?;
                }
            }
            // The longest line of every second level carries its value, where there is room.
            let odd = match self.heights.step {
                Some(step) => (level / step).round() % 2.0 != 0.0,
                None => index % 2 == 0,
            };
            if odd {
                continue;
            }
            let Some(line) = lines.iter().max_by_key(|line| line.len()) else { continue };
            // Not one that its value would cover.
            let (x, y) = line[0];
            if !line.iter().any(|to| (to.0 - x).hypot(to.1 - y) > 4.0 * pen.em) {
                continue;
            }
            let middle = line.len() / 2;
            let candidates: Vec<Point> = [&line[middle..], &line[..middle]]
                .concat()
                .into_iter()
                .filter(|(x, y)| {
                    plot.contains((x - 1.5 * pen.em, y - 0.7 * pen.em))
                        && plot.contains((x + 1.5 * pen.em, y + 0.7 * pen.em))
                })
                .collect();
            labels.place(&texts[index], &candidates, 0.75, pen.theme.ink)?;
        }
        Ok(())
    }
}

/// Draws the components of the gradient along the axes, and the level direction across it.
fn draw_components<DB: Canvas>(
    pen: &Pen<DB>,
    labels: &mut Labels<DB>,
    ball: Point,
    end: Point,
    gradient: Pair,
    words: Words,
) -> Drawn<DB> {
    let corner = (end.0, ball.1);
    for line in [[ball, corner], [corner, end]] {
        pen.line(&line, Ink(pen.theme.paper, 0.8), 4.0)?;
        pen.line(&line, pen.theme.slope, 1.5)?;
        labels.avoid_line(&line);
    }
    let (across, up) = (0.45 * (end.0 - ball.0), 0.45 * (end.1 - ball.1));
    let level = [(ball.0 - up, ball.1 + across), (ball.0 + up, ball.1 - across)];
    pen.line(&level, Ink(pen.theme.paper, 0.8), 4.0)?;
    pen.dashed(&level, pen.theme.ink, 1.5)?;
    labels.avoid_line(&level);
    let middle = |a: Point, b: Point| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    for (key, slope, at) in
        [("part_x", gradient.0, middle(ball, corner)), ("part_y", gradient.1, middle(corner, end))]
    {
        let text = words.fill(key, &[("slope", &words.signed(slope, 3))]);
        let places = [1.0, 1.8].map(|away| around(at, away * pen.em)).concat();
        labels.place(&text, &places, 0.9, pen.theme.slope)?;
    }
    Ok(())
}
