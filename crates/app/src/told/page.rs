//! The state as the page shows it, in groups.

use super::ByKey;
use super::ball::ball;
use super::controls::{
    Feature, Hyperparameter, Layers, Options, Slider, controls, edits, hyperparameters, layers,
    offered, options, sliders,
};
use super::network::{Kept, kept, network};
use super::own::{Painting, Table, painting, table};
use super::steps::{ChainRule, FourStep, Timeline, chain_rule, four_steps, timeline};
use super::subject::{Epoch, Function, Number, Piece, Racer, StepSizeScale, Told, pieces};
use crate::application::Application;
use crate::subject::Subject;
use downhill_core::run::snapshot::Status;
use downhill_view::four_steps::rule;
use serde::Serialize;

/// Declares the groups once: the state has all of them, and what has changed has some.
macro_rules! groups {
    ($($(#[$doc:meta])* $group:ident: $type:ty,)+) => {
        /// The state as the page shows it, in groups.
        #[derive(Serialize)]
        pub struct PageState {
            $($(#[$doc])* $group: $type,)+
        }

        /// The groups of a state that differ from an earlier one; the others are left out.
        #[derive(Serialize)]
        pub struct Changes<'a> {
            $(#[serde(skip_serializing_if = "Option::is_none")] $group: Option<&'a $type>,)+
        }

        impl PageState {
            /// The groups that differ from those of an earlier state; all if there is none.
            pub fn changes(&self, earlier: Option<&PageState>) -> Changes<'_> {
                Changes {
                    $($group: earlier
                        .is_none_or(|earlier| earlier.$group != self.$group)
                        .then_some(&self.$group),)+
                }
            }
        }
    };
}

groups! {
    scene: Scene,
    playback: Playback,
    timeline: Timeline,
    /// The four steps of gradient descent, with the numbers of the one at hand.
    steps: Vec<FourStep>,
    /// The chain rule for the selected weight; null if the coming step is not looked at so
    /// closely.
    chain_rule: Option<ChainRule>,
    sentence: Vec<Piece>,
    numbers: Vec<Number>,
    /// Sentences beside pictures and controls, by key.
    notes: ByKey<Vec<Piece>>,
    /// Every key's value as its control shows it.
    controls: ByKey<String>,
    /// The sliders' places, by key.
    sliders: ByKey<Slider>,
    options: Options,
    /// The features that the network can be given of its data.
    features: Vec<Feature>,
    /// The optimizer's own settings.
    hyperparameters: Vec<Hyperparameter>,
    /// The hidden layers' controls above the diagram; null without a diagram.
    layers: Option<Layers>,
    /// The weights' names, in the order of θ.
    weights: Vec<String>,
    epoch: Epoch,
    function: Function,
    step_size_scale: StepSizeScale,
    /// The runs of a race; none without one.
    racers: Vec<Racer>,
    kept: Kept,
    /// The changes made during the run, a sentence each.
    edits: Vec<String>,
    /// The tools to paint with; null if one does not paint.
    painting: Option<Painting>,
    /// The table that the data come from; null if they come from none.
    table: Option<Table>,
    theme: Theme,
    /// The address's query; null if it is too long, or while it plays and takes too long.
    query: Option<String>,
    /// The faults of the address that the figure was made from.
    problems: Vec<String>,
}

/// The scene, and what is in sight in it.
#[derive(PartialEq, Serialize)]
struct Scene {
    id: &'static str,
    /// `network`, `neuron`, or a function with its curve, `line`, or with its surface, `plane`.
    mode: &'static str,
    parts: &'static [&'static str],
    /// The key of the text on the button that plays.
    play: &'static str,
}

/// Whether it plays, and what else it can do.
#[derive(PartialEq, Serialize)]
struct Playback {
    playing: bool,
    /// Whether each coming frame shows more of the map of starts.
    filling: bool,
    /// Whether the place that the ball will come to is asked for: nothing may tell it.
    predicting: bool,
    diverged: bool,
    can_undo: bool,
    /// Whether smaller steps might go on from where it diverged.
    can_halve: bool,
}

#[derive(PartialEq, Serialize)]
struct Theme {
    id: &'static str,
    /// The colours by name, such as `#0072b2`.
    colours: ByKey<String>,
}

impl PageState {
    /// The page's view of a figure's app.
    pub fn new(app: &Application) -> PageState {
        let subject = &app.subject;
        let steps = four_steps(app);
        let mut told = match subject {
            Subject::Network(it) => network(it, app),
            Subject::Ball(it) => ball(it, app),
        };
        if let Some(sentence) = sentence(app, &steps) {
            told.sentence = sentence;
        }
        let Told { mode, predicting, races, .. } = told;
        let (scene, theme) = (app.show.scene, app.theme());
        let play = if app.is_over() { "play_again" } else { scene.play };
        let colours = theme.colours().into_iter();
        PageState {
            scene: Scene { id: scene.id, mode, parts: scene.parts, play },
            playback: Playback {
                playing: app.playing,
                filling: app.is_filling(),
                predicting,
                diverged: subject.status() != Status::Running,
                can_undo: app.can_undo(),
                can_halve: app.can_halve(),
            },
            timeline: timeline(app),
            steps,
            chain_rule: chain_rule(app),
            sentence: told.sentence,
            numbers: told.numbers,
            notes: told.notes,
            controls: controls(app),
            sliders: sliders(app),
            options: options(app, races),
            features: offered(app),
            hyperparameters: hyperparameters(app),
            layers: layers(app),
            weights: told.weights,
            epoch: told.epoch,
            function: told.function,
            step_size_scale: told.step_size_scale,
            racers: told.racers,
            kept: kept(app),
            edits: edits(app),
            painting: (app.painting.as_ref().zip(subject.run()))
                .map(|(it, run)| painting(it, run, app.words)),
            table: app.imported.as_ref().map(|imported| table(imported, app.words)),
            theme: Theme {
                id: theme.id,
                colours: colours
                    .map(|(name, [r, g, b])| (name, format!("#{r:02x}{g:02x}{b:02x}")))
                    .collect(),
            },
            // To write one's own data down takes longer than a frame has.
            query: match app.playing && subject.settings().data.is_own() {
                true => None,
                false => app.query().ok(),
            },
            problems: app.problems.iter().map(ToString::to_string).collect(),
        }
    }
}

/// The sentence that goes before the subject's own: of the rule that has stopped a network's run,
/// which is the news, or of the microscope.
fn sentence(app: &Application, steps: &[FourStep]) -> Option<Vec<Piece>> {
    let (run, words) = (app.under_microscope()?, app.words);
    // Of the other rules the subject's sentence tells already.
    if let Some((rule, last)) = app.stop().and_then(rule).zip(steps.last()) {
        let go_on = pieces(words.pieces("stop_go_on", &[("rule", words.get(rule))]));
        return Some([last.words.clone(), go_on].concat());
    }
    Some(pieces(app.microscope()?.sentence(run, words)?))
}
