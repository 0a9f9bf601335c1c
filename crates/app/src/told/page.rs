//! The state as the page shows it, in groups.

use super::ByKey;
use super::ball::ball;
use super::classroom::{Goal, Locked, goal, locked};
use super::control_list::{Control, control_list};
use super::controls::{
    Feature, Hyperparameter, Layers, Options, Slider, controls, edits, hyperparameters, layers,
    offered, options, sliders,
};
use super::mode::Mode;
use super::network::{Kept, kept, network};
use super::own::{Painting, Table, painting, table};
use super::piece::{Piece, pieces};
use super::presentation::{Presentation, presentation, readings};
use super::steps::{ChainRule, FourStep, Timeline, chain_rule, four_steps, timeline};
use super::subject::{Epoch, FunctionFacts, Racer, Reading, StepSizeScale, Told};
use crate::application::Application;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::run::snapshot::Status;
use downhill_core::run::stop_rules::Stop;
use downhill_view::four_steps::rule;
use downhill_view::network::ending;
use downhill_view::options::scene::NEURON;
use downhill_view::text::messages::Words;
use serde::Serialize;
use std::mem::take;

/// Declares the groups once, each with how it is made of an application and of what its subject
/// tells: the state has all of them, and what has changed has some. Those `by_hand` change only
/// by what a hand does, and are not looked at in frames.
macro_rules! groups {
    (
        $app:ident, $told:ident;
        $($(#[$doc:meta])* $when:ident $group:ident: $type:ty = $value:expr,)+
    ) => {
        /// The state as the page shows it, in groups.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub struct State {
            $($(#[$doc])* pub $group: $type,)+
        }

        /// Some groups of the state; the others are left out.
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub struct Changes {
            $(
                $(#[$doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $group: Option<$type>,
            )+
        }

        impl State {
            /// The state of an application.
            pub fn new($app: &Application) -> State {
                let mut $told = told($app);
                State { $($group: $value,)+ }
            }
        }

        impl Changes {
            /// The groups that may change in a frame, and those that change by hand if these
            /// are asked for.
            fn new($app: &Application, by_hand: bool) -> Changes {
                let mut $told = told($app);
                Changes { $($group: groups!(@when $when, by_hand).then(|| $value),)+ }
            }

            /// Those of these groups that are not as they were told, which are told now.
            fn since(self, told: &mut Changes) -> Changes {
                Changes { $($group: changed(&mut told.$group, self.$group),)+ }
            }
        }
    };
    (@when by_hand, $by_hand:ident) => { $by_hand };
    (@when by_frame, $by_hand:ident) => { true };
}

groups! {
    app, told;
    /// The scene, and what is in sight in it.
    by_frame scene: Scene = scene(app),
    /// Whether it plays, and what else it can do.
    by_frame playback: Playback = playback(app, told.predicting),
    /// How far it has come with what is computed again; null if nothing is.
    by_frame recomputation: Option<Recomputation> = recomputation(app),
    /// Where one is in the run.
    by_frame timeline: Timeline = timeline(app),
    /// The four steps of gradient descent, with the numbers of the one at hand.
    by_frame steps: Vec<FourStep> = take(&mut told.steps),
    /// The chain rule for the selected weight; null if the coming step is not looked at so
    /// closely.
    by_frame chain_rule: Option<ChainRule> = chain_rule(app),
    /// The one sentence.
    by_frame sentence: Vec<Piece> = take(&mut told.sentence),
    /// The numbers that matter to a class; none if it is not presented.
    by_frame readings: Vec<Reading> = readings(&told.numbers, app),
    /// The numbers beside the pictures.
    by_frame numbers: Vec<Reading> = take(&mut told.numbers),
    /// Sentences beside pictures and controls, by key.
    by_frame notes: ByKey<Vec<Piece>> = take(&mut told.notes),
    /// Every key's value as its control shows it.
    by_frame controls: ByKey<String> = controls(app),
    /// The sliders' places, by key.
    by_frame sliders: ByKey<Slider> = sliders(app),
    /// The controls that there are, in their order on the page.
    by_hand control_list: Vec<Control> = control_list(app),
    /// The entries of all lists.
    by_hand options: Options = options(app),
    /// The features that the network can be given of its data.
    by_hand features: Vec<Feature> = offered(app),
    /// The optimizer's own settings.
    by_frame hyperparameters: Vec<Hyperparameter> = hyperparameters(app),
    /// The hidden layers' controls above the diagram; null without a diagram.
    by_hand layers: Option<Layers> = layers(app),
    /// The weights' names, in the order of θ.
    by_hand weights: Vec<String> = weights(app),
    /// Progress within an epoch.
    by_frame epoch: Epoch = take(&mut told.epoch),
    /// The function that the ball is on; empty for a network.
    by_frame function: FunctionFacts = take(&mut told.function),
    /// The scale along the step size's slider.
    by_frame step_size_scale: StepSizeScale = take(&mut told.step_size_scale),
    /// The runs of a race; none without one.
    by_frame racers: Vec<Racer> = take(&mut told.racers),
    /// The present run and those that are kept beside it.
    by_frame kept: Kept = kept(app),
    /// The changes made during the run, a sentence each.
    by_hand edits: Vec<String> = edits(app),
    /// The tools to paint with; null if one does not paint.
    by_frame painting: Option<Painting> = painting(app),
    /// The table that the data come from; null if they come from none.
    by_hand table: Option<Table> = table(app),
    /// The settings that a link has locked; null if it has locked none.
    by_hand locked: Option<Locked> = locked(app),
    /// Goal of the run; null for none.
    by_frame goal: Option<Goal> = goal(app),
    /// Colours and sizes.
    by_hand theme: Theme = theme(app),
    /// How it is presented to a class, and the story that is told.
    by_hand presentation: Presentation = presentation(app),
    /// The address's whole query, with the story and how it is presented; null if it is too long,
    /// or while it plays and takes too long.
    by_frame address: Option<String> = address(app),
    /// The query of the experiment alone; null if it is too long, or while
    /// it plays and takes too long.
    by_frame query: Option<String> = query(app),
    /// The faults of the address that the figure was made from.
    by_hand problems: Vec<String> = app.problems.iter().map(|it| problem(it, app.words)).collect(),
}

impl Application {
    /// Error in words, under the name of the control that it is about.
    pub fn explained(&self, error: &Error) -> String {
        self.words.error(&error.clone().named(|key| self.name_of(key)))
    }

    /// Name of a key's control.
    pub(crate) fn name_of(&self, key: &str) -> String {
        let network = Mode::of(self) == Mode::Network;
        match key {
            "learning_rate" if network => self.words.get("learning_rate_alone").to_string(),
            "learning_rate" => self.words.get("step_size").to_string(),
            key => self.words.get(key).to_string(),
        }
    }
}

/// Mistake in words, and, if it is a key's, that it was left out.
fn problem(error: &Error, words: Words) -> String {
    match error {
        Error::UnknownKey(_) | Error::BadValue { .. } | Error::Formula(_) => {
            [&*words.error(error), words.get("left_out")].join(" ")
        }
        _ => words.error(error),
    }
}

/// All that was wrong with what was opened, and left out.
pub(crate) fn left_out(errors: &[Error], words: Words) -> String {
    errors.iter().map(|error| problem(error, words)).collect::<Vec<_>>().join(" ")
}

/// The groups of an application's state as they were told last.
#[derive(Default)]
pub struct Telling(Changes);

impl Telling {
    /// The groups that have changed since this was asked last; all of them the first time.
    pub fn changes(&mut self, app: &mut Application) -> Changes {
        let by_hand = app.take_moved() || self.0 == Changes::default();
        Changes::new(app, by_hand).since(&mut self.0)
    }
}

/// A group if it is not as it was told. One with a number that is none (NaN) equals nothing: it
/// is told again.
fn changed<T: Clone + PartialEq>(told: &mut Option<T>, now: Option<T>) -> Option<T> {
    let now = now.filter(|now| told.as_ref() != Some(now))?;
    *told = Some(now.clone());
    Some(now)
}

/// The scene, and what is in sight in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Scene {
    /// Its id.
    pub id: &'static str,
    /// Which pictures and controls there are.
    pub mode: Mode,
    /// The parts of the page that are in sight.
    pub parts: Vec<&'static str>,
    /// The key of the text on the button that plays.
    pub play: &'static str,
}

fn scene(app: &Application) -> Scene {
    let scene = app.show.scene;
    let play = if app.is_over() { "play_again" } else { scene.play };
    let parts = scene.in_sight().collect();
    Scene { id: scene.id, mode: Mode::of(app), parts, play }
}

/// Whether it plays, and what else it can do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Playback {
    /// Whether each frame brings a step.
    pub playing: bool,
    /// Whether each coming frame shows more of the map of starts.
    pub filling: bool,
    /// Whether the place that the ball will come to is asked for: nothing may tell it.
    pub predicting: bool,
    /// Whether the run cannot go on, as its numbers are no longer finite.
    pub diverged: bool,
    /// Why it stops by itself where it is: `converged`, `diverged`, `reached` (the target loss),
    /// `stalled` (patience), `enough` (the number of steps); null if it goes on.
    pub ended: Option<&'static str>,
    /// Whether there is a change to take back.
    pub can_undo: bool,
    /// Whether smaller steps might go on from where it diverged.
    pub can_halve: bool,
    /// Whether a ball has left the picture, or cannot go on.
    pub lost: bool,
}

fn playback(app: &Application, predicting: bool) -> Playback {
    Playback {
        playing: app.playing,
        filling: app.is_filling(),
        predicting,
        diverged: app.subject.status() != Status::Running,
        ended: app.stop().map(ended),
        can_undo: app.can_undo(),
        can_halve: app.can_halve(),
        lost: app.is_lost(),
    }
}

fn ended(stop: Stop) -> &'static str {
    match stop {
        Stop::Level => "converged",
        Stop::Diverged => "diverged",
        Stop::Reached => "reached",
        Stop::Stalled => "stalled",
        Stop::Enough | Stop::Epochs => "enough",
    }
}

/// The progress of what is computed again: states that one goes back to, and runs beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Recomputation {
    /// The share that is computed, from 0 to 1.
    pub share: f64,
    /// The same in words.
    pub text: String,
}

fn recomputation(app: &Application) -> Option<Recomputation> {
    let share = app.recomputed()?;
    let percent = format!("{:.0}", 100.0 * share);
    Some(Recomputation { share, text: app.words.fill("recomputing", &[("percent", &percent)]) })
}

/// Colours and sizes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Theme {
    /// The theme in force.
    pub id: &'static str,
    /// The colours by name, such as `#0072b2`.
    pub colours: ByKey<String>,
}

fn theme(app: &Application) -> Theme {
    let theme = app.theme();
    let text = |(name, [r, g, b]): (_, [u8; 3])| (name, format!("#{r:02x}{g:02x}{b:02x}"));
    Theme { id: theme.id, colours: theme.colours().into_iter().map(text).collect() }
}

fn weights(app: &Application) -> Vec<String> {
    match &app.subject {
        Subject::Network(it) => it.weight_names.borrow_mut().of(it.run(), app.words).to_vec(),
        Subject::Ball(_) => Vec::new(),
    }
}

fn query(app: &Application) -> Option<String> {
    has_time(app).then(|| app.query().ok()).flatten()
}

fn address(app: &Application) -> Option<String> {
    has_time(app).then(|| app.address().ok()).flatten()
}

/// Whether there is time to write an address down: one's own data take longer than a frame has.
fn has_time(app: &Application) -> bool {
    !(app.playing && app.subject.settings().data.is_own())
}

/// All that the subject tells, and the four steps.
fn told(app: &Application) -> Told {
    let told = match &app.subject {
        Subject::Network(it) => network(it, app),
        Subject::Ball(it) => ball(it, app),
    };
    let steps = four_steps(app);
    let sentence = sentence(app, &steps).unwrap_or(told.sentence);
    Told { steps, sentence, ..told }
}

/// The sentence that goes before the subject's own: of the rule that has stopped a network's run,
/// which is the news, or of the microscope.
fn sentence(app: &Application, steps: &[FourStep]) -> Option<Vec<Piece>> {
    let (run, words) = (app.under_microscope()?, app.words);
    let network = app.show.scene.id != NEURON.id;
    let stop = app.stop().filter(|stop| network || *stop != Stop::Enough);
    if let Some((rule, last)) = stop.and_then(rule).zip(steps.last()) {
        // A class need not be told which setting lets it go on.
        let go_on = match app.presentation.presenting {
            true => Vec::new(),
            false => pieces(words.pieces("stop_go_on", &[("rule", words.get(rule))])),
        };
        let come_to = match &app.subject {
            Subject::Network(it) if network && run.snapshot().iteration > 0 => {
                let start = &it.time.start().snapshot().train;
                let mut told = pieces(ending::of_network(run, start, words));
                told.push(Piece { text: " ".into(), sign: String::new() });
                told
            }
            _ => Vec::new(),
        };
        let why = if stop == Some(Stop::Enough) { Vec::new() } else { last.words.clone() };
        return Some([come_to, why, go_on].concat());
    }
    Some(pieces(app.microscope()?.sentence(run, words)?))
}
