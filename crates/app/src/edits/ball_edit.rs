//! A function's ball in one's own hand, and what is in sight around it.

use crate::application::Application;
use crate::state::changes::Extent;
use crate::state::held::Held;
use crate::state::recomputation::Afterwards;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::numeric::math;
use downhill_view::canvas::geometry::Point;
use downhill_view::function::prediction::Guess;
use downhill_view::network::loss_plane;
use downhill_view::options::scene::NEURON;
use downhill_view::options::show::View;
use downhill_view::text::rounding;

impl Application {
    /// Takes hold of what is to be dragged: the secant's second point if the pointer is
    /// near it and not nearer to the ball, otherwise the ball. Whether there is one: that on
    /// a weight's curve and on two weights' map only if the pointer is near it.
    pub fn grab(&mut self, view: View, at: Point) -> bool {
        if self.ball().is_none() {
            return match view {
                View::Curve => self.grab_weight(at),
                View::Map => self.grab_weights(at),
                _ => false,
            };
        }
        let (plot, em) =
            (self.viewports.plot(view), self.viewports.of(view).map_or(0.0, |it| it.em));
        self.held = Held::Ball;
        if let (Some(plot), Subject::Ball(ball), View::Curve) = (plot, &mut self.subject, view) {
            let profile = &mut ball.pictures.profile;
            let Some(second) = profile.second() else { return true };
            let apart = |run: f64, rise: f64| {
                let (x, y) = plot.at(profile.ball.x + run, profile.ball.height + rise);
                (x - at.0).hypot(y - at.1)
            };
            let far = apart(second.run, second.rise);
            if far < 1.5 * em && far <= apart(0.0, 0.0) {
                profile.held = true;
                self.held = Held::Second;
            }
        }
        true
    }

    /// Puts the ball at a point of one of a function's pictures, in CSS pixels, and
    /// begins there; that of a network's weights goes on from there. A point beside the axes
    /// counts as the nearest on them.
    pub fn place_ball(&mut self, view: View, at: Point) -> Result<(), Error> {
        match self.held {
            Held::Weight(grip) => return self.drag_weight(at, grip),
            Held::Weights(grip) => return self.drag_weights(at, grip),
            Held::Ball | Held::Second => {}
        }
        let plot = self.viewports.plot(view);
        let (Some(plot), Some(ball)) = (plot, self.ball()) else { return Ok(()) };
        let values = plot.values_at(at);
        if let Held::Second = self.held {
            return self.move_second(values.0);
        }
        let windows = ball.into_iter().map(|(_, window)| window);
        let (across, up) = plot.per_unit();
        self.start_at(windows.zip([values.0, values.1]), [1.0 / across, 1.0 / up])
    }

    /// Lets go of what was dragged or slid, or ends typing: what comes next is another change.
    pub fn let_go(&mut self) {
        self.changes.end();
        self.held = Held::Ball;
        match &mut self.subject {
            Subject::Network(it) => {
                (it.pictures.curve.held, it.pictures.plane.window) = (None, None);
            }
            Subject::Ball(it) => it.pictures.profile.held = false,
        }
    }

    /// Moves the ball by so many round numbers in each direction, and begins there.
    pub fn move_ball(&mut self, places: [f64; 2]) -> Result<(), Error> {
        let Some(at) = self.ball() else { return Ok(()) };
        let moved = at.into_iter().zip(places);
        let moved = moved.map(|((x, window), by)| (window, x + by * rounding::resolution(window)));
        self.start_at(moved, [0.0; 2])
    }

    /// Where the ball is on its sliders: the place, how many there are, and the number.
    pub fn ball_places(&self) -> Vec<(usize, usize, String)> {
        let place = |(at, (low, high)): (f64, (f64, f64))| {
            let places =
                |up: f64| (up / rounding::resolution((low, high))).round().max(0.0) as usize;
            // A window may be so wide that no slider has as many places.
            (places(at - low), places(high - low).saturating_add(1), self.words.significant(at, 5))
        };
        self.ball().into_iter().flatten().map(place).collect()
    }

    /// Moves the ball to a place of one of its sliders, and begins there.
    pub fn slide_ball(&mut self, axis: usize, place: usize) -> Result<(), Error> {
        let at = self.ball().into_iter().flatten().enumerate();
        let moved: Vec<_> = at
            .map(|(index, (at, window))| match index == axis {
                true => (window, window.0 + place as f64 * rounding::resolution(window)),
                false => (window, at),
            })
            .collect();
        self.start_at(moved.into_iter(), [0.0; 2])
    }

    /// Where the ball is that one may put elsewhere, and in which room: a function's, or
    /// the one neuron's weight and bias. None where balls are dropped all over.
    fn ball(&self) -> Option<Vec<(f64, (f64, f64))>> {
        match &self.subject {
            Subject::Ball(ball) => {
                let here = &ball.descent().snapshot().x;
                let guess = ball.guess.as_ref().filter(|_| ball.guesses(&self.show));
                let at = guess.map_or(here, |guess| &guess.at).clone();
                let windows = ball.descent().domain().iter().copied();
                (!ball.drops_all_over()).then(|| at.into_iter().zip(windows).collect())
            }
            Subject::Network(it) if self.show.scene.id == NEURON.id => {
                let (x, y) = loss_plane::window_of(it.run(), (0, 1));
                let at = it.run().snapshot().parameters.iter().copied();
                Some(at.zip([x, y]).collect())
            }
            Subject::Network(_) => None,
        }
    }

    /// Brings the secant's second point to a place on the axis, to the right of the ball.
    /// Where the two can no longer be told apart, it is gone, and the tangent is left.
    fn move_second(&mut self, to: f64) -> Result<(), Error> {
        let Subject::Ball(ball) = &self.subject else { return Ok(()) };
        let window = ball.descent().domain()[0];
        let run = rounding::to_resolution(to - ball.descent().snapshot().x[0], window);
        let close = 0.005 * (window.1 - window.0);
        let run = if run < close { 0.0 } else { run.min(window.1 - window.0) };
        self.set_part("secant", &run.to_string())
    }

    /// Puts the ball at the round numbers next to these, none of them finer than `pixels`.
    fn start_at(
        &mut self,
        places: impl Iterator<Item = ((f64, f64), f64)>,
        pixels: [f64; 2],
    ) -> Result<(), Error> {
        let inside = |(((low, high), value), pixel): (((f64, f64), f64), f64)| {
            rounding::to_pixel(math::clamp(value, low, high), (low, high), pixel)
        };
        let at: Vec<f64> = places.zip(pixels).map(inside).collect();
        let iteration = self.subject.iteration();
        if let Some(ball) = self.subject.ball().filter(|ball| ball.guesses(&self.show)) {
            self.playing = false;
            ball.guess = Some(Guess { at, iteration });
            return Ok(());
        }
        let mut experiment = self.settled();
        experiment.start = at;
        self.changing("start", Extent::Part, |state| state.start(experiment))
    }

    /// Shows less of a function, around a point of a view, or more of it; the start stays in
    /// sight, and the run is where it was.
    pub fn zoom(&mut self, view: View, at: Point, closer: bool) -> Result<(), Error> {
        let plot = self.viewports.plot(view);
        let Subject::Ball(ball) = &self.subject else { return Ok(()) };
        let mut experiment = self.subject.experiment().clone();
        let (here, windows) = (&ball.descent().snapshot().x, ball.descent().domain());
        let nearest = |(x, (low, high)): (&f64, &(f64, f64))| math::clamp(*x, *low, *high);
        let middle = match plot.map(|plot| plot.values_at(at)) {
            Some((x, y)) => vec![x, y],
            None => here.iter().zip(windows).map(nearest).collect(),
        };
        let factor = if closer { 0.8 } else { 1.25 };
        let mut ends = Vec::new();
        let balls = here.iter().zip(&experiment.start);
        for ((middle, (low, high)), (here, start)) in middle.iter().zip(windows).zip(balls) {
            let window = (middle + (low - middle) * factor, middle + (high - middle) * factor);
            let round = |end: f64| rounding::to_resolution(end, window).to_string();
            // A ball that has left the picture stays out; another is not lost.
            let here = math::clamp(*here, *low, *high);
            ends.push(round(window.0.min(*start).min(here)));
            ends.push(round(window.1.max(*start).max(here)));
        }
        experiment.set("domain", &ends.join(","))?;
        let (iteration, furthest) = (self.subject.iteration(), self.subject.furthest());
        self.changing("domain", Extent::Part, |state| {
            state.start(experiment)?;
            state.go_to(furthest, Some(Afterwards::Seek(iteration)));
            Ok(())
        })
    }
}
