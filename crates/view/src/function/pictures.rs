//! Pictures of a ball on a function of one or two variables.

use crate::canvas::geometry::Pair;
use crate::canvas::image::Canvas;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::function::curve::Line;
use crate::function::curve_plot::{Profile, Secant};
use crate::function::prediction::{self, Guess};
use crate::function::transition::Place;
use crate::function::zero::Zero;
use crate::options::show::{Show, View};
use crate::plots::ball::Ball;
use crate::plots::basin_map::Starts;
use crate::plots::color_scale::Heights;
use crate::plots::contour_map::{Landscape, Map, Names};
use crate::plots::projection::Camera;
use crate::plots::run_marks::{Racers, on_line, on_plane};
use crate::plots::surface;
use crate::plots::{axis_range, stationary_marks};
use crate::text::messages::Words;
use crate::text::rounding::to_resolution;
use downhill_core::function::{Function, stationary};
use downhill_core::run::descent;
use downhill_core::{Descent, Experiment};

/// Runs of a second point that waits to be dragged: the first one that is in the picture.
const RUNS: [f64; 4] = [1.0, 0.5, 0.2, 0.1];

/// Number of columns and rows of the map's grid, computed once.
const FINE: usize = 161;
/// Number of columns and rows of the surface's grid, which also passes through the ball.
const COARSE: usize = 72;

/// Data of the pictures.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// Plot of a function of one variable.
    pub profile: Profile,
    /// Landscape of a function of two variables.
    pub land: Landscape,
    /// Function and window that the static parts were computed for.
    shown: Option<Shown>,
    /// Whether a function of two variables changes too fast for the grid of its map.
    is_coarse: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct Shown {
    function: Function,
    window: Vec<Pair>,
}

/// Default starting point of an experiment: on a slope, off the middle, where many functions are
/// stationary. If the function is undefined all over the window, the first candidate.
pub fn usual_start(experiment: &Experiment) -> Vec<f64> {
    const SHARES: [[f64; 2]; 6] =
        [[0.9, 0.0], [0.8, 0.0], [0.65, 0.0], [0.45, 0.0], [0.3, 0.0], [0.15, 0.0]];
    const SHARES_OF_TWO: [[f64; 2]; 6] =
        [[0.2, 0.6], [0.7, 0.75], [0.6, 0.4], [0.9, 0.3], [0.4, 0.9], [0.1, 0.1]];
    let Some(function) = &experiment.function else { return Vec::new() };
    let domain = experiment.in_sight();
    let shares = if domain.len() == 1 { SHARES } else { SHARES_OF_TWO };
    let place = |shares: [f64; 2]| -> Vec<f64> {
        let at = |(share, (low, high)): (f64, &Pair)| {
            to_resolution(low + share * (high - low), (*low, *high))
        };
        shares.into_iter().zip(&domain).map(at).collect()
    };
    // Some functions have values in a small place only: then all over the picture, by
    // steps that leave no large gap (those of the plastic number).
    let everywhere = (1..2000).map(|index| {
        [0.754_877_666_246_693, 0.569_840_290_998_053].map(|step| (f64::from(index) * step).fract())
    });
    let rolls = |at: &Vec<f64>| {
        let mut gradient = [f64::NAN; 2];
        let value = function.value_and_gradient(at, &mut gradient[..at.len()]);
        value.is_finite() && gradient[..at.len()].iter().all(|slope| slope.is_finite())
    };
    let mut places = shares.into_iter().chain(everywhere).map(place);
    places.find(rolls).unwrap_or_else(|| place(shares[0]))
}

/// Default step size: well below the one with the fastest descent, found by trying all of
/// `rates` from the experiment's start.
pub fn usual_rate<'a>(experiment: &Experiment, rates: &[&'a str]) -> Option<&'a str> {
    const STEPS: usize = 60;
    // Three places below the fastest: a third of it.
    const BELOW: usize = 3;
    let mut fastest = (f64::INFINITY, 0);
    for (place, rate) in rates.iter().enumerate() {
        let mut attempt = experiment.clone();
        let set = attempt.set("learning_rate", rate);
        let Ok(mut descent) = set.and_then(|()| Descent::new(&attempt)) else { continue };
        let mut sum = 0.0;
        let stays = (0..STEPS).all(|_| {
            let moved = descent.step();
            sum += descent.snapshot().value;
            moved && descent::is_in_sight(&descent.snapshot().x, descent.domain())
        });
        if stays && sum < fastest.0 {
            fastest = (sum, place);
        }
    }
    rates.get(fastest.1.saturating_sub(BELOW)).copied()
}

fn slope(function: &Function, x: f64) -> f64 {
    let mut gradient = [f64::NAN];
    function.value_and_gradient(&[x], &mut gradient);
    gradient[0]
}

impl Pictures {
    /// Recomputes what has changed: the static parts only for another function or window.
    pub fn update(
        &mut self,
        descent: &Descent,
        spots: &[stationary::Point],
        show: &Show,
        words: Words,
    ) {
        let shown =
            Shown { function: descent.function().clone(), window: descent.domain().to_vec() };
        if self.shown.as_ref() != Some(&shown) {
            self.look_at(&shown);
            self.shown = Some(shown);
        }
        let spots = &spots[..spots.len().min(stationary_marks::MOST)];
        let snapshot = descent.snapshot();
        let waiting = snapshot.iteration == 0 && snapshot.value.is_finite();
        let invitation = waiting.then(|| words.get("invitation"));
        let zero = self.zero();
        let step = zero.step(&snapshot.x, &descent.next());
        let slopes = zero.slopes(&snapshot.gradient);
        if let ([x], [step], [slope]) = (&snapshot.x[..], &step[..], &slopes[..]) {
            let profile = &mut self.profile;
            let derivatives = zero.derivatives(descent);
            profile.ball = Ball {
                x: *x,
                height: snapshot.value,
                slope: *slope,
                step: *step,
                derivative: derivatives.first().copied().unwrap_or_default(),
                enlarges: false,
            };
            if show.scene.shows("triangle") && waiting {
                // Where it is the slope that one looks at, no step is shown before there is one.
                profile.ball.step = 0.0;
            }
            profile.triangle = show.scene.shows("triangle");
            let secant = |run: f64| {
                let rise = descent.function().value(&[x + run]) - snapshot.value;
                Secant { run, rise }
            };
            let is_drawn =
                |secant: &Secant| show.scene.shows("secant") && secant.slope().is_finite();
            profile.secant = Some(secant(show.secant)).filter(is_drawn);
            let inside = |run: &f64| x + run <= profile.window.1;
            let offered = RUNS.into_iter().find(inside).map(secant).filter(is_drawn);
            profile.offered =
                offered.filter(|_| waiting && profile.secant.is_none() && !profile.held);
            profile.invitation = invitation;
            profile.spots = spots.to_vec();
            profile.trail = on_line(descent);
            profile.first_slope = profile
                .trail
                .first()
                .map_or(*slope, |start| self::slope(descent.function(), start.0));
        }
        if let ([x, y], [step_x, step_y], [along_x, along_y]) =
            (&snapshot.x[..], &step[..], &slopes[..])
        {
            (self.profile.secant, self.profile.offered) = (None, None);
            let land = &mut self.land;
            land.at = (*x, *y);
            land.value = snapshot.value;
            land.step = (*step_x, *step_y);
            land.gradient = Some((*along_x, *along_y));
            land.components = show.scene.shows("components");
            land.invitation = invitation;
            land.spots = spots.to_vec();
            land.trail = on_plane(descent);
            grid(descent.function(), land.window, COARSE, land.at, land);
        }
    }

    /// Shows the path of an abandoned run, or hides it.
    pub fn set_ghost(&mut self, left: Option<&Descent>) {
        let (line, plane) =
            left.map_or_else(Default::default, |left| (on_line(left), on_plane(left)));
        (self.profile.ghost, self.land.ghost) = (line, plane);
    }

    /// Shows a race in place of the ball, or the ball again.
    pub fn set_racers(&mut self, racers: Racers) {
        match racers.ways.first() {
            Some(_) if self.variables() == 2 => self.land.racers = racers,
            Some(_) => self.profile.racers = racers,
            None => (self.profile.racers, self.land.racers) = Default::default(),
        }
    }

    /// Shows the prediction and, while it is still asked for, hides the next step.
    pub fn set_guess(&mut self, asked: bool, guess: Option<&Guess>, descent: &Descent) {
        (self.profile.guess, self.land.guess) = (None, None);
        if !asked {
            return;
        }
        (self.profile.invitation, self.land.invitation) = (None, None);
        let asking = prediction::asking(guess, descent);
        if asking {
            (self.profile.ball.step, self.land.step) = (0.0, (0.0, 0.0));
        }
        let at = guess.map_or(&descent.snapshot().x, |guess| &guess.at);
        match at[..] {
            [x] => self.profile.guess = Some(((x, descent.function().value(at)), !asking)),
            [x, y] => self.land.guess = Some(((x, y), !asking)),
            _ => {}
        }
    }

    /// Draws the ball on its way from the snapshot that is shown, all else as it is there; or,
    /// without a place, at the snapshot.
    pub fn set_place(&mut self, place: Option<Place>) {
        match self.variables() {
            1 => self.profile.place = place,
            _ => self.land.place = place.map(|place| on_land(&place)),
        }
    }

    /// Names of the axes of a function of two variables, with a note if it cannot be drawn as it is.
    fn names(&self, words: Words) -> Names {
        let [x, y] = self.shown.as_ref().map_or(["x", "y"], |shown| shown.function.names());
        let caption =
            if self.is_coarse { words.get("too_fast_to_draw").into() } else { String::new() };
        Names { x: x.into(), y: y.into(), height: "f".into(), caption, words }
    }

    /// Number of variables of the function.
    fn variables(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| shown.window.len())
    }

    /// Computes the static parts: curves, height scale and map.
    fn look_at(&mut self, Shown { function, window }: &Shown) {
        (self.profile.starts, self.land.starts) = (None, None);
        self.is_coarse = false;
        match window[..] {
            [x] => {
                self.profile.window = x;
                self.profile.variable = function.names()[0].to_string();
                self.profile.curve = Line::new(x, |x| function.value(&[x]));
                self.profile.derivative = Line::new(x, |x| slope(function, x));
            }
            [x, y] => {
                let mut fine = Landscape::default();
                grid(function, (x, y), FINE, (f64::NAN, f64::NAN), &mut fine);
                self.land.window = (x, y);
                self.land.heights = Heights::of_function(&fine.values);
                self.land.map = Map::new(fine.grid(), &self.land.heights);
                self.is_coarse = is_coarse(function, &fine);
            }
            _ => {}
        }
    }

    /// Whether the function is undefined all over the window.
    pub fn empty(&self) -> bool {
        match self.variables() {
            1 => self.profile.curve.is_empty(),
            _ => !self.land.values.iter().any(|value| value.is_finite()),
        }
    }

    /// Shows the map of the basins of attraction, or hides it.
    pub fn show_starts(&mut self, starts: Option<Starts>) {
        match self.variables() {
            1 => self.profile.starts = starts,
            _ => self.land.starts = starts,
        }
    }

    /// Map of the basins of attraction, if it is shown.
    pub fn starts(&self) -> Option<&Starts> {
        self.profile.starts.as_ref().or(self.land.starts.as_ref())
    }

    /// Lowest and highest of the function's values in the picture.
    pub fn heights(&self) -> Pair {
        match self.variables() {
            1 => self.profile.curve.range,
            _ => (self.land.heights.low, self.land.heights.high),
        }
    }

    /// Height of the picture, in the function's values.
    pub fn height(&self) -> f64 {
        let (low, high) = self.heights();
        high - low
    }

    /// Overall steepness of the picture: its height over its width.
    pub fn steepness(&self) -> f64 {
        let window = self.shown.as_ref().and_then(|shown| shown.window.first());
        window.map_or(0.0, |(low, high)| self.height() / (high - low))
    }

    /// Sizes below which a slope and a step are told and drawn as 0.
    pub fn zero(&self) -> Zero {
        let windows = self.shown.iter().flat_map(|shown| &shown.window);
        let width = windows.fold(0.0f64, |most, (low, high)| most.max(high - low));
        Zero::new(self.steepness(), width)
    }

    /// Draws a view, if the function has it, and returns the rectangle of its axes.
    pub fn draw<DB: Canvas>(
        &self,
        view: View,
        pen: &Pen<DB>,
        camera: Camera,
        words: Words,
    ) -> Drawn<DB, Option<Plot>> {
        match (self.variables(), view) {
            (1, View::Heights) => self.profile.racers.draw_heights(pen, words),
            (_, View::Heights) => self.land.racers.draw_heights(pen, words),
            (1, View::Curve) => self.profile.draw(pen, words).map(Some),
            (1, View::Derivative) => self.profile.draw_derivative(pen, words).map(Some),
            (2, View::Map) => self.land.draw_map(pen, &self.names(words)).map(Some),
            (2, View::Surface) => {
                let names = self.names(words);
                surface::draw(pen, &self.land, camera, &names)?;
                if !names.caption.is_empty() {
                    let top = (0.5 * pen.size().0, 1.5 * pen.em);
                    Labels::new(pen).place(&names.caption, &[top], 0.85, pen.theme.ink)?;
                }
                Ok(None)
            }
            _ => Ok(None),
        }
    }
}

/// A ball on its way over a landscape: its position, and its height if it is in the air.
fn on_land(place: &Place) -> (Pair, Option<f64>) {
    ((place.at[0], place.at[1]), place.leaps.then_some(place.height))
}

/// Samples a function on a grid that passes through `inside`.
fn grid(function: &Function, (x, y): (Pair, Pair), count: usize, inside: Pair, to: &mut Landscape) {
    axis_range::grid(x, count, inside.0, &mut to.xs);
    axis_range::grid(y, count, inside.1, &mut to.ys);
    to.values.clear();
    for &y in &to.ys {
        to.values.extend(to.xs.iter().map(|&x| function.value(&[x, y])));
    }
}

/// Whether a function changes too fast for a grid: in many cells the value at a point is nowhere
/// near what the corners tell, so that what is seen of it depends on the grid.
fn is_coarse(function: &Function, grid: &Landscape) -> bool {
    const SHARE_OF_HEIGHT: f64 = 0.25;
    const SHARE_OF_CELLS: f64 = 0.1;
    // Off the middle, where waves could be the same as at the corners.
    const RIGHT: f64 = 0.382;
    const UP: f64 = 0.618;
    let finite = || grid.values.iter().copied().filter(|value| value.is_finite());
    let (low, high) =
        (finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max));
    let columns = grid.xs.len();
    let between = |from: f64, to: f64, share: f64| from + share * (to - from);
    let is_missed = |row: usize, column: usize| {
        let across = |row: usize| {
            let at = row * columns + column;
            between(grid.values[at], grid.values[at + 1], RIGHT)
        };
        let told = between(across(row), across(row + 1), UP);
        let x = between(grid.xs[column], grid.xs[column + 1], RIGHT);
        let y = between(grid.ys[row], grid.ys[row + 1], UP);
        (function.value(&[x, y]) - told).abs() > SHARE_OF_HEIGHT * (high - low)
    };
    let (rows, columns_of_cells) = (grid.ys.len().saturating_sub(1), columns.saturating_sub(1));
    let missed = (0..rows * columns_of_cells)
        .filter(|cell| is_missed(cell / columns_of_cells, cell % columns_of_cells))
        .count();
    missed as f64 > SHARE_OF_CELLS * (rows * columns_of_cells) as f64
}
