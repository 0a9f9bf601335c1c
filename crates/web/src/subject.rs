//! What a figure shows: a network that learns, or a ball on a function.

use crate::dial::Dial;
use crate::fill::Filling;
use downhill_core::descent::Descent;
use downhill_core::run::Status;
use downhill_core::stationary::Search;
use downhill_core::{Error, Experiment, Run};
use downhill_view::pen::{Canvas, Drawn, Pen, Plot};
use downhill_view::show::{LEARNING_RATES, Show};
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

/// A ball's descent, its pictures and the search for places to mark in them.
pub struct Ball {
    /// The descent.
    pub descent: Descent,
    /// Its pictures.
    pub pictures: function::Pictures,
    /// The search.
    pub search: Search,
    /// Whether it is not done yet.
    pub searching: bool,
    /// Which minimum each start comes to.
    pub filling: Filling,
    /// What comes of each step size.
    pub dial: Dial,
}

impl Ball {
    fn new(descent: Descent) -> Ball {
        let search = Search::new(descent.function(), descent.domain());
        Ball {
            descent,
            pictures: function::Pictures::default(),
            search,
            searching: true,
            filling: Filling::default(),
            dial: Dial::default(),
        }
    }

    /// Goes to the start of another descent. What is in sight is searched anew if it
    /// is not the same.
    fn start(&mut self, descent: Descent) {
        let seen = |of: &Descent| (of.function().clone(), of.domain().to_vec());
        if seen(&self.descent) != seen(&descent) {
            self.search = Search::new(descent.function(), descent.domain());
            self.searching = true;
            self.clear_map();
        }
        self.descent = descent;
    }

    /// One frame's share of the search. Whether it has come to its end.
    pub fn look_around(&mut self) -> bool {
        const MILLISECONDS: f64 = 3.0;
        const EVALUATIONS: u32 = 500;
        let start = js_sys::Date::now();
        while self.searching && js_sys::Date::now() - start < MILLISECONDS {
            if self.search.advance(EVALUATIONS) {
                self.searching = false;
                return true;
            }
        }
        false
    }
}

impl Subject {
    /// The subject of an experiment, at its start.
    pub fn new(experiment: &Experiment) -> Result<Subject, Error> {
        Ok(match &experiment.function {
            None => Subject::Network(Box::new(Network {
                run: Run::new(experiment)?,
                pictures: Pictures::default(),
            })),
            Some(_) => Subject::Ball(Box::new(Ball::new(Descent::new(experiment)?))),
        })
    }

    /// Goes to the start of an experiment. What need not be computed again is kept.
    /// On an error nothing has changed.
    pub fn start(&mut self, experiment: &Experiment) -> Result<(), Error> {
        match (self, &experiment.function) {
            (Subject::Network(network), None) => network.run = Run::new(experiment)?,
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
            Subject::Ball(ball) => ball.pictures.update(&ball.descent, ball.search.points(), words),
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

/// Gives a start that another domain has put out of sight the usual place.
pub fn keep_in_sight(experiment: &mut Experiment) {
    let mut at = experiment.start.iter().zip(experiment.in_sight());
    if !at.all(|(x, (low, high))| (low..=high).contains(x)) {
        experiment.start.clear();
        complete(experiment);
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
