//! What a figure shows: a network that learns, or a ball on a function.

use crate::dial::Dial;
use crate::fill::Filling;
use downhill_core::curvature::Curvature;
use downhill_core::descent::{Descent, is_in_sight};
use downhill_core::features::Features;
use downhill_core::own::Data;
use downhill_core::race::{Lanes, Race};
use downhill_core::run::Status;
use downhill_core::stationary::Search;
use downhill_core::timeline::{Steps, Timeline};
use downhill_core::{Error, Experiment, Run, decimal};
use downhill_view::ghost::Ghost;
use downhill_view::guess::Guess;
use downhill_view::pen::{Canvas, Drawn, Pen, Plot};
use downhill_view::race::Racers;
use downhill_view::scene::{NEURON, Scene};
use downhill_view::show::{LEARNING_RATES, Show};
use downhill_view::surface::Camera;
use downhill_view::words::Words;
use downhill_view::{Pictures, View, fit, function, race};

/// One of the two, with its pictures.
pub enum Subject {
    /// A network that learns.
    Network(Box<Network>),
    /// A ball on a function.
    Ball(Box<Ball>),
}

/// A network's run and its pictures.
pub struct Network {
    /// The run, back and forth.
    pub time: Timeline<Run>,
    /// Its pictures.
    pub pictures: Pictures,
    /// The run that was left for this one.
    pub ghost: Option<Ghost>,
}

impl Network {
    /// The run as it stands.
    pub fn run(&self) -> &Run {
        self.time.now()
    }

    /// Keeps the run as it was where the plane was chosen that is to stay; before it has
    /// come there, the plane follows it.
    fn hold(&mut self, at: Option<u32>) {
        let (now, held) = (self.time.now(), &mut self.pictures.held);
        let here = now.snapshot().iteration;
        *held = match (at.filter(|at| *at <= here), held.take()) {
            (None, _) => None,
            (Some(at), _) if at == here => Some(now.clone()),
            (Some(at), Some(run)) if run.snapshot().iteration == at => Some(run),
            (Some(at), _) => Some(self.time.state(at)),
        };
    }

    fn leave(&mut self, left: &Run) {
        let (experiment, steps) = (left.experiment().clone(), left.snapshot().iteration);
        self.ghost = Some(Ghost { experiment, steps });
        self.pictures.ghost = Some(left.history().clone());
    }
}

/// A ball's descent, its pictures and the search for places to mark in them.
pub struct Ball {
    /// The descent, back and forth.
    pub time: Timeline<Descent>,
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
    /// The descent that was left for this one.
    pub ghost: Option<Ghost>,
    /// The race that takes its place, and what its runs differ in.
    pub race: Option<(Timeline<Race>, Lanes)>,
    /// Where it is guessed to be.
    pub guess: Option<Guess>,
}

impl Ball {
    fn new(descent: Descent) -> Ball {
        let search = Search::new(descent.function(), descent.domain());
        Ball {
            time: Timeline::new(descent),
            pictures: function::Pictures::default(),
            search,
            searching: true,
            filling: Filling::default(),
            dial: Dial::default(),
            ghost: None,
            race: None,
            guess: None,
        }
    }

    /// The descent as it stands.
    pub fn descent(&self) -> &Descent {
        self.time.now()
    }

    fn leave(&mut self, left: &Descent) {
        let (experiment, steps) = (left.experiment().clone(), left.snapshot().iteration);
        self.ghost = Some(Ghost { experiment, steps });
        self.pictures.set_ghost(Some(left));
    }

    /// Begins a race with the settings in force, or ends it.
    pub fn line_up(&mut self, lanes: Option<&Lanes>) -> Result<(), Error> {
        self.race = None;
        if let Some(lanes) = lanes {
            let race = Race::new(self.descent().settings(), lanes)?;
            self.race = Some((Timeline::new(race), lanes.clone()));
        }
        Ok(())
    }

    /// Whether it is a race from many starts, in which no single ball can be dragged.
    pub fn drops_all_over(&self) -> bool {
        self.race.as_ref().is_some_and(|(_, lanes)| *lanes == Lanes::Starts)
    }

    /// Whether where it will be is to be guessed, not where it begins to be chosen.
    pub fn guesses(&self, show: &Show) -> bool {
        show.predict && show.scene.shows("predict") && self.race.is_none()
    }

    /// Whether there is a race in which none is still going.
    pub fn race_is_over(&self) -> bool {
        self.race.as_ref().is_some_and(|(race, _)| race::over(race.now(), &self.pictures))
    }

    /// Goes to the start of another descent. What is in sight is searched anew if it
    /// is not the same.
    fn start(&mut self, descent: Descent) {
        let seen = |of: &Descent| (of.function().clone(), of.domain().to_vec());
        if seen(self.descent()) != seen(&descent) {
            self.search = Search::new(descent.function(), descent.domain());
            self.searching = true;
            self.clear_map();
        }
        self.time = Timeline::new(descent);
        self.pictures.set_ghost(None);
        (self.ghost, self.guess) = (None, None);
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
                time: Timeline::new(Run::new(experiment)?),
                pictures: Pictures::default(),
                ghost: None,
            })),
            Some(_) => Subject::Ball(Box::new(Ball::new(Descent::new(experiment)?))),
        })
    }

    /// Goes to the start of an experiment. What need not be computed again is kept.
    /// On an error nothing has changed.
    pub fn start(&mut self, experiment: &Experiment) -> Result<(), Error> {
        match (self, &experiment.function) {
            (Subject::Network(network), None) => {
                network.time = Timeline::new(Run::new(experiment)?);
                (network.pictures.ghost, network.ghost) = (None, None);
                network.pictures.held = None;
            }
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

    /// What was asked for, with the changes made so far.
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

    /// Goes to the state after so many updates, or to the furthest there is.
    pub fn seek(&mut self, iteration: u32) {
        match self {
            Subject::Network(network) => network.time.seek(iteration),
            Subject::Ball(ball) => match &mut ball.race {
                Some((race, _)) => race.seek(iteration),
                None => ball.time.seek(iteration),
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
    pub fn recall(&mut self, Ghost { experiment, steps }: &Ghost) -> Result<(), Error> {
        match self {
            Subject::Network(network) => {
                let mut run = Run::new(experiment)?;
                while run.snapshot().iteration < *steps && run.step() {}
                network.leave(&run);
            }
            Subject::Ball(ball) => {
                let mut descent = Descent::new(experiment)?;
                while descent.snapshot().iteration < *steps && descent.step() {}
                ball.leave(&descent);
            }
        }
        Ok(())
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

    /// Begins the next map with the run as it is now.
    pub fn forget(&mut self) {
        if let Subject::Network(network) = self {
            network.pictures.plane.forget();
        }
    }

    /// Whether the map is coarser than it is to be.
    pub fn coarse(&self) -> bool {
        matches!(self, Subject::Network(network) if network.pictures.plane.coarse)
    }

    /// A frame's share of a finer map; whether it is there now.
    pub fn refine(&mut self, show: &Show) -> bool {
        match self {
            Subject::Network(network) => network.pictures.refine(network.time.now(), show),
            Subject::Ball(_) => false,
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
    let (here, end) = (time.now().iteration(), time.furthest());
    let left = (here < end).then(|| {
        time.seek(end);
        let left = time.now().clone();
        time.seek(here);
        left
    });
    time.change(change)?;
    Ok(left)
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
    if !is_in_sight(&experiment.start, &experiment.in_sight()) {
        experiment.start.clear();
        complete(experiment);
    }
}

/// Gives other data what goes with them: a cost of values where values are to be found, and
/// in the scene of one neuron a step size that settles there.
/// `before` is the experiment with the data before.
pub fn suit_data(experiment: &mut Experiment, before: &Experiment, scene: &Scene) {
    let finds_values = |of: &Experiment| match &of.target {
        Some(target) => target.dim() == 1,
        None => of.data.finds_values(),
    };
    let (values, usual) = (finds_values(experiment), Experiment::default());
    if values && fit::squares(experiment.cost.id).is_none() {
        // They are names and numbers of our own: they fit.
        let _ = experiment.set("cost", fit::COSTS[0].0);
    } else if !values && finds_values(before) {
        experiment.cost = usual.cost;
    }
    let large = match &experiment.data {
        Data::Named(data) => data.far,
        Data::Own(_) => values,
    };
    let far = experiment.target.is_none() && large;
    experiment.standardize_targets = far;
    // A neuron's line is told in the data's own units where these are small.
    experiment.standardize = far || scene.id != NEURON.id;
    // Those of the data before may say nothing of these.
    let _ = suit_features(experiment);
    let Ok(run) = Run::new(experiment) else { return };
    if scene.id == NEURON.id {
        let at = &run.snapshot().parameters;
        let steepest =
            Curvature::default().largest_eigenvalue(&run.objective(), at, run.experiment().seed);
        let settles =
            |rate: &&&str| decimal::parse(rate).is_some_and(|rate| rate * steepest.value <= 1.0);
        if let (Some(rate), true) =
            (LEARNING_RATES.iter().rev().find(settles), steepest.value > 0.0)
        {
            let _ = experiment.set("learning_rate", rate);
        }
    }
}

/// Leaves out features for which an experiment's data are none, and says why.
pub fn suit_features(experiment: &mut Experiment) -> Result<(), Error> {
    if experiment.function.is_some() || experiment.features.is_empty() {
        return Ok(());
    }
    // Data that are none are said where they are run.
    let Ok(table) = experiment.table() else { return Ok(()) };
    let fits = experiment.features.columns(&table);
    if fits.is_err() {
        experiment.features = Features::default();
    }
    fits.map(|_| ())
}

/// A step size with which the ball is seen to roll on an experiment's function.
pub fn set_rate(experiment: &mut Experiment) {
    if experiment.function.is_some() {
        let rate = function::usual_rate(experiment, &LEARNING_RATES);
        // It is a number of the list: it fits.
        let _ = rate.map(|rate| experiment.set("learning_rate", rate));
    }
}
