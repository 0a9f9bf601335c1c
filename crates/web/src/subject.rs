//! What a figure shows: a network that learns, or a ball on a function.

use downhill_core::descent::Descent;
use downhill_core::run::Status;
use downhill_core::{Error, Experiment, Run};
use downhill_view::pen::{Canvas, Drawn, Pen, Plot};
use downhill_view::show::{LEARNING_RATES, Show};
use downhill_view::spot::Spot;
use downhill_view::surface::Camera;
use downhill_view::words::Words;
use downhill_view::{Pictures, View, function};

/// One of the two, with its pictures.
pub enum Subject {
    /// A network that learns.
    Network(Box<Network>),
    /// A ball on a function.
    Ball(Box<Ball>),
}

/// A network's run and its pictures.
pub struct Network {
    /// The run.
    pub run: Run,
    /// Its pictures.
    pub pictures: Pictures,
}

/// A ball's descent and its pictures.
pub struct Ball {
    /// The descent.
    pub descent: Descent,
    /// Its pictures.
    pub pictures: function::Pictures,
    /// The function's places with a mark.
    pub spots: Vec<Spot>,
}

impl Subject {
    /// The subject of an experiment, at its start.
    pub fn new(experiment: &Experiment) -> Result<Subject, Error> {
        Ok(match &experiment.function {
            None => Subject::Network(Box::new(Network {
                run: Run::new(experiment)?,
                pictures: Pictures::default(),
            })),
            Some(_) => Subject::Ball(Box::new(Ball {
                descent: Descent::new(experiment)?,
                pictures: function::Pictures::default(),
                spots: Vec::new(),
            })),
        })
    }

    /// Goes to the start of an experiment. What need not be computed again is kept.
    /// On an error nothing has changed.
    pub fn start(&mut self, experiment: &Experiment) -> Result<(), Error> {
        match (self, &experiment.function) {
            (Subject::Network(network), None) => network.run = Run::new(experiment)?,
            (Subject::Ball(ball), Some(function)) if ball.descent.function() == function => {
                ball.descent = Descent::new(experiment)?;
            }
            (subject, _) => *subject = Subject::new(experiment)?,
        }
        Ok(())
    }

    /// The network's run, if it is one.
    pub fn run(&self) -> Option<&Run> {
        match self {
            Subject::Network(network) => Some(&network.run),
            Subject::Ball(_) => None,
        }
    }

    /// What was asked for, with the changes made so far.
    pub fn experiment(&self) -> &Experiment {
        match self {
            Subject::Network(network) => network.run.experiment(),
            Subject::Ball(ball) => ball.descent.experiment(),
        }
    }

    /// The settings in force.
    pub fn settings(&self) -> &Experiment {
        match self {
            Subject::Network(network) => network.run.settings(),
            Subject::Ball(ball) => ball.descent.settings(),
        }
    }

    /// Whether it can go on.
    pub fn status(&self) -> Status {
        match self {
            Subject::Network(network) => network.run.status(),
            Subject::Ball(ball) => ball.descent.status(),
        }
    }

    /// So many steps. False if not all of them could be made.
    pub fn advance(&mut self, count: u32) -> bool {
        match self {
            Subject::Network(network) => network.run.advance(count),
            Subject::Ball(ball) => (0..count).all(|_| ball.descent.step()),
        }
    }

    /// Changes a setting from now on.
    pub fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        match self {
            Subject::Network(network) => network.run.edit(key, value),
            Subject::Ball(ball) => ball.descent.edit(key, value),
        }
    }

    /// Computes what these views show.
    pub fn update(&mut self, show: &Show, views: &[View], words: Words) {
        match self {
            Subject::Network(network) => network.pictures.update(&network.run, show, views),
            Subject::Ball(ball) => ball.pictures.update(&ball.descent, &ball.spots, words),
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
                network.pictures.draw(view, pen, &network.run, show, camera, words)
            }
            Subject::Ball(ball) => ball.pictures.draw(view, pen, camera, words),
        }
    }
}

/// Fills in what a function's experiment leaves open: with no start, the usual one
/// and a step size that suits it.
pub fn complete(experiment: &mut Experiment) {
    if experiment.function.is_some() && experiment.start.is_empty() {
        experiment.start = function::usual_start(experiment);
        set_rate(experiment);
    }
}

/// A step size with which the ball is seen to roll on an experiment's function.
pub fn set_rate(experiment: &mut Experiment) {
    if experiment.function.is_some() {
        let rate = function::usual_rate(experiment, &LEARNING_RATES);
        // It is a number of the list: it fits.
        let _ = rate.map(|rate| experiment.set("learning_rate", rate));
    }
}
