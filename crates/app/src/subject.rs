//! The subject of a figure: a network that learns, or a ball on a function.

mod ball;
mod basin_filling;
mod network;
mod step_size_dial;

use downhill_core::run::abandoned::Ghost;
use downhill_core::run::descent::Descent;
use downhill_core::run::snapshot::Status;
use downhill_core::run::timeline::{Steps, Timeline};
use downhill_core::{Error, Experiment, Run};
use downhill_view::canvas::image::Canvas;
use downhill_view::canvas::pen::{Drawn, Pen};
use downhill_view::canvas::plot::Plot;
use downhill_view::canvas::tones::Tones;
use downhill_view::options::show::{Show, View};
use downhill_view::plots::projection::Camera;
use downhill_view::plots::run_marks::Racers;
use downhill_view::text::messages::Words;

pub use ball::Ball;
pub use network::Network;
pub(crate) use network::run_of;
pub(crate) use step_size_dial::UPDATES;

/// One of the two, with its pictures.
pub enum Subject {
    /// A network that learns.
    Network(Box<Network>),
    /// A ball on a function.
    Ball(Box<Ball>),
}

impl Subject {
    /// The subject of an experiment, at its start.
    pub fn new(experiment: &Experiment) -> Result<Subject, Error> {
        Ok(match &experiment.function {
            None => Subject::Network(Box::new(Network::new(experiment)?)),
            Some(_) => Subject::Ball(Box::new(Ball::new(Descent::new(experiment)?))),
        })
    }

    /// Goes to the start of an experiment. What need not be computed again is kept.
    /// On an error nothing has changed.
    pub fn start(&mut self, experiment: &Experiment) -> Result<(), Error> {
        match (self, &experiment.function) {
            (Subject::Network(network), None) => network.start(run_of(experiment)?),
            (Subject::Ball(ball), Some(_)) => ball.start(Descent::new(experiment)?),
            (subject, _) => *subject = Subject::new(experiment)?,
        }
        Ok(())
    }

    /// The ball, if it is one whose pictures are still searched.
    pub fn searching(&mut self) -> Option<&mut Ball> {
        match self {
            Subject::Ball(ball) if ball.searching => Some(ball),
            _ => None,
        }
    }

    /// The ball, if it is one.
    pub fn ball(&mut self) -> Option<&mut Ball> {
        match self {
            Subject::Network(_) => None,
            Subject::Ball(ball) => Some(ball),
        }
    }

    /// The network's run, if it is one.
    pub fn run(&self) -> Option<&Run> {
        match self {
            Subject::Network(network) => Some(network.run()),
            Subject::Ball(_) => None,
        }
    }

    /// The experiment, with the changes made so far.
    pub fn experiment(&self) -> &Experiment {
        match self {
            Subject::Network(network) => network.run().experiment(),
            Subject::Ball(ball) => ball.descent().experiment(),
        }
    }

    /// The settings in force.
    pub fn settings(&self) -> &Experiment {
        match self {
            Subject::Network(network) => network.run().settings(),
            Subject::Ball(ball) => ball.descent().settings(),
        }
    }

    /// Whether it can go on.
    pub fn status(&self) -> Status {
        match self {
            Subject::Network(network) => network.run().status(),
            Subject::Ball(ball) if ball.race.is_some() => Status::Running,
            Subject::Ball(ball) => ball.descent().status(),
        }
    }

    /// The number of updates made.
    pub fn iteration(&self) -> u32 {
        match self {
            Subject::Network(network) => network.run().snapshot().iteration,
            Subject::Ball(ball) => match &ball.race {
                Some((race, _)) => race.now().iteration(),
                None => ball.descent().snapshot().iteration,
            },
        }
    }

    /// Where it is: all weights and biases θ, or the ball's place.
    pub fn place(&self) -> &[f64] {
        match self {
            Subject::Network(network) => &network.run().snapshot().parameters,
            Subject::Ball(ball) => &ball.descent().snapshot().x,
        }
    }

    /// How many updates have been made at the most.
    pub fn furthest(&self) -> u32 {
        match self {
            Subject::Network(network) => network.time.furthest(),
            Subject::Ball(ball) => match &ball.race {
                Some((race, _)) => race.furthest(),
                None => ball.time.furthest(),
            },
        }
    }

    /// The first iteration at which the loss was larger than before.
    pub fn rose(&self) -> Option<u32> {
        match self {
            Subject::Network(network) => network.time.rose(),
            Subject::Ball(ball) => match &ball.race {
                Some((race, _)) => race.rose(),
                None => ball.time.rose(),
            },
        }
    }

    /// One step. False if it could not be made.
    pub fn step(&mut self) -> bool {
        match self {
            Subject::Network(network) => network.time.step(),
            Subject::Ball(ball) => match &mut ball.race {
                Some((race, _)) => race.step(),
                None => ball.time.step(),
            },
        }
    }

    /// Heads for the state after so many updates, from the nearest that is at hand.
    pub(crate) fn head_for(&mut self, iteration: u32) {
        match self {
            Subject::Network(network) => network.time.head_for(iteration),
            Subject::Ball(ball) => match &mut ball.race {
                Some((race, _)) => race.head_for(iteration),
                None => ball.time.head_for(iteration),
            },
        }
    }

    /// The work that is left of what is computed again, in multiply-adds.
    pub(crate) fn work_left(&self) -> u64 {
        match self {
            Subject::Network(network) => network.work_left(),
            Subject::Ball(ball) => ball.work_left(),
        }
    }

    /// Goes on with it by so much work.
    pub(crate) fn go_on(&mut self, work: u64) {
        match self {
            Subject::Network(network) => network.go_on(work),
            Subject::Ball(ball) => ball.go_on(work),
        }
    }

    /// Stays with what there is.
    pub(crate) fn stay(&mut self) {
        match self {
            Subject::Network(network) => network.stay(),
            Subject::Ball(ball) => ball.stay(),
        }
    }

    /// Lets the plane of a network's map follow the run.
    pub(crate) fn hold_nothing(&mut self) {
        if let Subject::Network(network) = self {
            network.hold(None);
        }
    }

    /// The number of steps that are worth so much work, at least one.
    pub(crate) fn updates_within(&self, work: u64) -> u32 {
        match self {
            Subject::Network(network) => network.run().updates_within(work),
            Subject::Ball(ball) => match &ball.race {
                Some((race, _)) => race.now().updates_within(work),
                None => ball.descent().updates_within(work),
            },
        }
    }

    /// Changes a setting from now on. Made in the middle of a run, it makes another
    /// one from here, and the first stays in the pictures as a ghost.
    pub fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        match self {
            Subject::Network(network) => {
                if let Some(left) = branch(&mut network.time, |run| run.edit(key, value))? {
                    network.leave(&left);
                }
            }
            // Its runs begin together.
            Subject::Ball(ball) if ball.race.is_some() => {
                return Err(Error::NeedsNewStart(key.to_string()));
            }
            Subject::Ball(ball) => {
                let left = branch(&mut ball.time, |descent| descent.edit(key, value))?;
                if let Some(left) = left {
                    ball.leave(&left);
                }
            }
        }
        Ok(())
    }

    /// The run that was left for this one.
    pub fn ghost(&self) -> Option<&Ghost> {
        match self {
            Subject::Network(network) => network.ghost.as_ref(),
            Subject::Ball(ball) => ball.ghost.as_ref(),
        }
    }

    /// Computes a run anew and shows it as the one that was left.
    pub(crate) fn recall(&mut self, ghost: &Ghost) -> Result<(), Error> {
        match self {
            Subject::Network(network) => network.recall(ghost),
            Subject::Ball(ball) => ball.recall(ghost),
        }
    }

    /// Computes what these views show.
    pub fn update(&mut self, show: &Show, views: &[View], words: Words) {
        match self {
            Subject::Network(network) => {
                network.hold(show.plane_at);
                network.pictures.update(network.time.now(), show, views);
            }
            Subject::Ball(ball) => {
                ball.pictures.update(ball.time.now(), ball.search.points(), show, words);
                let asked = ball.guesses(show);
                ball.pictures.set_guess(asked, ball.guess.as_ref(), ball.time.now());
                ball.pictures.set_racers(match &ball.race {
                    Some((race, lanes)) => Racers::of(race.now(), lanes, show.rules.iterations),
                    None => Racers::default(),
                });
            }
        }
    }

    /// Another frame while it plays: a network's next map is drawn in `left` frames from
    /// now, this one included.
    pub fn frame(&mut self, show: &Show, left: usize) {
        if let Subject::Network(network) = self {
            network.hold(show.plane_at);
            network.pictures.frame(network.time.now(), show, left);
        }
    }

    /// Tones of a view's areas that can change at once all over it, as those of a network's
    /// pictures can; `None` for one without such areas.
    pub(crate) fn tones(&self, view: View) -> Option<Tones> {
        match self {
            Subject::Network(network) => network.pictures.tones(view, network.run()),
            Subject::Ball(_) => None,
        }
    }

    /// Begins the next map with the run as it is now.
    pub fn forget(&mut self) {
        if let Subject::Network(network) = self {
            network.pictures.forget();
        }
    }

    /// Whether pictures are coarser than they are to be.
    pub fn coarse(&self) -> bool {
        matches!(self, Subject::Network(network) if network.pictures.is_coarse())
    }

    /// A frame's share of finer pictures; the views that are to be drawn again.
    pub fn refine(&mut self, show: &Show) -> &'static [View] {
        match self {
            Subject::Network(network) => network.pictures.refine(network.time.now(), show),
            Subject::Ball(_) => &[],
        }
    }

    /// Draws one of the views, and says where its axes are, if it has any.
    pub fn draw<DB: Canvas>(
        &self,
        view: View,
        pen: &Pen<DB>,
        show: &Show,
        camera: Camera,
        words: Words,
    ) -> Drawn<DB, Option<Plot>> {
        match self {
            Subject::Network(network) => {
                network.pictures.draw(view, pen, network.run(), show, camera, words)
            }
            Subject::Ball(ball) => ball.pictures.draw(view, pen, camera, words),
        }
    }
}

/// Makes a change at the state one is at, and gives back the end of the run that one
/// leaves for it; none if this is its end.
fn branch<T: Steps>(
    time: &mut Timeline<T>,
    change: impl FnOnce(&mut T) -> Result<(), Error>,
) -> Result<Option<T>, Error> {
    let left = (time.now().iteration() < time.furthest()).then(|| time.end().clone());
    time.change(change)?;
    Ok(left)
}
