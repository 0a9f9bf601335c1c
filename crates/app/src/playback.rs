//! Going on and back in the run, and beginning anew.

pub(crate) mod pace;
pub(crate) mod rise;
mod telling;
pub(crate) mod walkthrough;

use crate::application::Application;
use crate::classroom::Standing;
use crate::state::changes::Extent;
use crate::state::recomputation::Afterwards;
use crate::state::walkthrough::Walkthrough;
use crate::subject::Subject;
use downhill_core::experiment::edit::weight;
use downhill_core::run::descent::is_in_sight;
use downhill_core::run::snapshot::Status;
use downhill_core::run::stop_rules::Stop;
use downhill_core::{Error, Experiment};
use downhill_view::function::{ending, summary};
use downhill_view::network;
use downhill_view::network::diagram::backprop_steps::Progress;
use downhill_view::options::scene::{NETWORK, NEURON, Scene};
use pace::Due;
use rise::Rise;

/// Number of steps for which a run goes on that is played where it rests: something may have been
/// changed, or a speck may make it roll off a top.
const STRETCH: u32 = 100;

impl Application {
    /// Begins to make steps, some for each frame. A run that has come to its end begins again
    /// from the start, as a film does; who wants it to go on raises the limit that has ended it.
    /// One that is at rest goes on.
    pub fn play(&mut self) {
        if self.is_over() {
            self.seek(0);
        } else {
            self.hurry_motion();
        }
        self.stretch = if self.is_at_rest() { self.subject.iteration() + STRETCH } else { 0 };
        self.rise = Rise::default();
        self.playing = true;
    }

    /// Whether it has come to an end from which it could begin again.
    pub(crate) fn is_over(&self) -> bool {
        let (at, many) = (self.subject.iteration(), self.show.rules.iterations);
        let races = matches!(&self.subject, Subject::Ball(ball) if ball.race.is_some());
        let over = match self.stop() {
            Some(Stop::Level) => races || many > 0 && at >= many,
            stop => stop.is_some_and(|stop| stop != Stop::Diverged),
        };
        at > 0 && over
    }

    /// Whether a ball or a neuron has come to rest. A race and a network have no such end.
    pub fn is_at_rest(&self) -> bool {
        if self.subject.status() != Status::Running {
            return false;
        }
        match &self.subject {
            Subject::Ball(ball) => {
                ball.race.is_none() && ending::is_at_rest(ball.descent(), &ball.pictures)
            }
            Subject::Network(it) => {
                let neuron = self.show.scene.id == NEURON.id;
                neuron && network::ending::is_at_rest(it.run(), &it.pictures.plane.land)
            }
        }
    }

    /// Stops at once.
    pub fn pause(&mut self) {
        self.playing = false;
    }

    /// Makes one step, and pauses.
    pub fn step_once(&mut self) {
        self.playing = false;
        self.by_hand(|state| state.step(1));
    }

    /// Makes a step by hand, and has the ball move there in the pictures. One that is already on
    /// its way hurries on, from where it is seen to where both steps lead.
    fn by_hand(&mut self, step: impl FnOnce(&mut Application)) {
        let seen = self.motion.seen();
        let (was_moving, before) = (self.end_motion(), self.subject.iteration());
        let from = self.subject.ball().map(|ball| ball.descent().snapshot().x.clone());
        step(self);
        // In parts, each part is seen at once.
        let in_parts = self.walkthrough.progress != Progress::default();
        match (seen, from) {
            (Some(seen), _) => self.go_on_from(seen),
            (None, Some(from)) => {
                self.begin_motion(&from, f64::INFINITY);
                self.sets_out = self.motion.is_moving();
            }
            (None, None) if was_moving || in_parts || self.subject.iteration() == before => {}
            (None, None) => {
                self.begin_step_motion();
                self.sets_out = self.motion.is_moving();
            }
        }
    }

    /// Goes back by one step, and pauses.
    pub fn step_back(&mut self) {
        self.seek(self.subject.iteration().saturating_sub(1));
    }

    /// This many updates, or as many as are finite; then it stops. A run that plays stops where
    /// its goal is reached, or can no longer be.
    pub(crate) fn step(&mut self, count: u32) {
        self.walkthrough = Walkthrough::default();
        let open = self.standing() == Some(Standing::Open);
        let goes_on = |state: &mut Application| {
            state.stop().is_none() && !(open && state.is_decided()) && state.subject.step()
        };
        let by_hand = |state: &mut Application| state.subject.step();
        if !(0..count).all(|_| if self.playing { goes_on(self) } else { by_hand(self) }) {
            self.playing = false;
        }
        if self.stop().is_some() || open && self.is_decided() {
            self.playing = false;
        }
    }

    /// Goes back to the state of the lowest validation loss, if patience has ended the run.
    pub(crate) fn restore(&mut self) {
        if self.stop() == Some(Stop::Stalled)
            && let Some(best) = self.best()
        {
            self.go_to(best, None);
        }
    }

    /// Iteration of the state that comes back where patience has ended the run.
    fn best(&self) -> Option<u32> {
        let Subject::Network(network) = &self.subject else { return None };
        let end = network.time.end().snapshot();
        self.show.rules.restored(end).map(|best| best.iteration)
    }

    /// Iteration at which patience has ended the run, if this is the state that came back. While
    /// it plays, it only passes that state.
    pub(crate) fn restored(&self) -> Option<u32> {
        let (here, end) = (self.subject.iteration(), self.subject.furthest());
        (!self.playing && here < end && self.best() == Some(here)).then_some(end)
    }

    /// Why it stops by itself where it is, if it does.
    pub fn stop(&self) -> Option<Stop> {
        if self.subject.status() != Status::Running {
            return Some(Stop::Diverged);
        }
        let (at, many) = (self.subject.iteration(), self.show.rules.iterations);
        let goes_on = self.playing && at < self.stretch;
        match &self.subject {
            Subject::Ball(ball) if ball.race_is_over() => Some(Stop::Level),
            Subject::Network(_) if self.restored().is_some() => Some(Stop::Stalled),
            _ if !goes_on && self.is_at_rest() => Some(Stop::Level),
            Subject::Network(network) => self.show.rules.stop(network.run().snapshot()),
            // With no number of steps to make, it goes on until it rests.
            Subject::Ball(_) => (many > 0 && at >= many).then_some(Stop::Enough),
        }
    }

    /// Goes to the state after so many updates, and pauses.
    pub fn seek(&mut self, iteration: u32) {
        self.playing = false;
        self.walkthrough = Walkthrough::default();
        self.go_to(iteration.min(self.subject.furthest()), None);
    }

    /// Whether what could not go on might with smaller steps.
    pub fn can_halve(&self) -> bool {
        let flew = match &self.subject {
            Subject::Network(_) => true,
            Subject::Ball(ball) => summary::stopped_by_a_step(ball.descent()),
        };
        let free = !self.show.lock.holds("learning_rate");
        flew && free && self.subject.status() != Status::Running
    }

    /// Whether a ball has left the picture, or cannot go on.
    pub fn is_lost(&self) -> bool {
        let Subject::Ball(ball) = &self.subject else { return false };
        if ball.race.is_some() {
            return false;
        }
        let descent = ball.descent();
        descent.status() != Status::Running || !is_in_sight(&descent.snapshot().x, descent.domain())
    }

    /// Goes back to before the loss began to rise, or to where the step size was changed if
    /// that was later, and goes on from there with half the step size.
    pub fn halve(&mut self) -> Result<(), Error> {
        if !self.can_halve() {
            return Ok(());
        }
        let changed = self.subject.experiment().edits.iter().rev();
        let changed = changed.map(|edit| edit.iteration).find(|at| *at <= self.subject.iteration());
        let rose = self.subject.rose().map_or(0, |rose| rose - 1);
        let half = (self.subject.settings().learning_rate / 2.0).to_string();
        let before = Box::new(self.here("learning_rate"));
        self.playing = false;
        self.walkthrough = Walkthrough::default();
        let to = rose.max(changed.unwrap_or(0)).min(self.subject.furthest());
        self.go_to(to, Some(Afterwards::SetLearningRate(half, before)));
        Ok(())
    }

    /// Goes back to the start with the step size with which the run comes to rest soonest, if it
    /// does not with the present one.
    pub fn settle(&mut self) -> Result<(), Error> {
        let Subject::Ball(ball) = &self.subject else { return Ok(()) };
        let settling = ball.dial.settling(ball.descent(), ball.level());
        let Some(learning_rate) = settling.and_then(|rate| rate.parse().ok()) else {
            return Ok(());
        };
        let experiment = Experiment { learning_rate, ..self.settled() };
        self.changing("learning_rate", Extent::Whole, |state| state.start(experiment))
    }

    /// Back to the same start with the settings in force: no control shows another value than
    /// before. Settings that were changed on the way are so from the start on; weights that were
    /// set by hand, and all changes that are still to come, are made again at their iterations.
    pub fn reset(&mut self) -> Result<(), Error> {
        let now = self.subject.iteration();
        let edits = self.subject.experiment().edits.iter();
        let again = edits.filter(|edit| edit.iteration > now || weight(&edit.key).is_some());
        let experiment = Experiment { edits: again.cloned().collect(), ..self.settled() };
        self.changing("reset", Extent::Whole, |state| state.start(experiment))
    }

    /// Another start: the next seed, with the settings now in force.
    pub fn new_start(&mut self) -> Result<(), Error> {
        let seed = self.subject.experiment().seed.wrapping_add(1);
        self.set("seed", &seed.to_string())
    }

    /// Takes back one of the recorded edits and starts over.
    pub fn remove_edit(&mut self, index: usize) -> Result<(), Error> {
        let mut experiment = self.subject.experiment().clone();
        if index < experiment.edits.len() {
            experiment.edits.remove(index);
        }
        self.changing("edits", Extent::Whole, |state| state.start(experiment))
    }

    /// The settings in force, for a run of its own: without the changes that led to them.
    pub(crate) fn settled(&self) -> Experiment {
        Experiment { edits: Vec::new(), ..self.subject.settings().clone() }
    }

    /// The settings in force, for a run that begins with the same weights: those that were
    /// set by hand at the start, too.
    pub(crate) fn anew(&self) -> Experiment {
        let edits = self.subject.experiment().edits.iter();
        let first = edits.filter(|edit| edit.iteration == 0 && weight(&edit.key).is_some());
        Experiment { edits: first.cloned().collect(), ..self.settled() }
    }

    /// Goes to the start of an experiment, in a scene that it suits, and pauses.
    pub(crate) fn start(&mut self, experiment: Experiment) -> Result<(), Error> {
        self.subject.start(&experiment)?;
        (self.due, self.walkthrough) = (Due::default(), Walkthrough::default());
        if !self.show.scene.suits(&experiment) {
            self.show.scene = Scene::implied(&experiment).unwrap_or(&NETWORK);
        }
        self.fit();
        self.playing = false;
        self.follow_data();
        self.line_up()
    }

    pub(crate) fn fit(&mut self) {
        if let Some(run) = self.subject.run() {
            self.show.fit(run.network());
        }
    }

    /// Begins the race that is asked for, if one is; where it cannot be, there is none.
    pub(crate) fn line_up(&mut self) -> Result<(), Error> {
        let asked = self.show.race.clone().filter(|_| self.show.scene.shows("race"));
        let Some(ball) = self.subject.ball() else { return Ok(()) };
        let lined_up = ball.line_up(asked.as_ref());
        if lined_up.is_err() {
            self.show.race = None;
        }
        lined_up
    }
}
