//! The controls: their entries and their values.

use super::ByKey;
use crate::application::Application;
use crate::edits::import::ROLES;
use crate::subject::Subject;
use downhill_core::analysis::loss_plane;
use downhill_core::data::builtin::DATA_SETS;
use downhill_core::data::split::TestRows;
use downhill_core::experiment::edit::weight;
use downhill_core::experiment::keys::{KEYS, MOST_LAYERS, MOST_UNITS};
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::initialization::INITIALIZATIONS;
use downhill_core::optimizer::{self, OPTIMIZERS};
use downhill_core::{Error, function};
use downhill_view::canvas::theme::THEMES;
use downhill_view::editing::feature_choice::{self, Offered};
use downhill_view::editing::layer_editor;
use downhill_view::function::race;
use downhill_view::network::regression::{self, Fit};
use downhill_view::options::preset::PRESETS;
use downhill_view::options::scene::{NEURON, SCENES};
use downhill_view::options::show::{Chart, LEARNING_RATES, SECANTS, Show};
use downhill_view::text::messages::LANGUAGES;
use downhill_view::text::number;
use serde::Serialize;

/// The sliders that move the ball: to the right, and up or back.
pub(crate) const BALL: [&str; 2] = ["ball_x", "ball_y"];

/// The value at a slider's place.
pub(crate) fn at_place(key: &str, place: usize) -> Result<String, Error> {
    let value = match key {
        "learning_rate" => LEARNING_RATES.get(place),
        "secant" => SECANTS.get(place),
        _ => None,
    };
    value
        .map(|value| value.to_string())
        .ok_or_else(|| Error::Inconsistent(format!("{key} has no slider with a place {place}.")))
}

/// A slider at the place nearest to a value, and the value as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Slider {
    /// The place, from 0 on.
    pub place: usize,
    /// The number of places.
    pub places: usize,
    /// The value as text.
    pub text: String,
}

/// The sliders, by key.
pub(crate) fn sliders(app: &Application) -> ByKey<Slider> {
    let settings = app.subject.settings();
    let on = |list: &[&str], value: f64, text: Option<String>| {
        let below =
            list.iter().filter_map(|text| text.parse::<f64>().ok()).filter(|at| *at < value);
        let (place, text) = (below.count().min(list.len() - 1), text.unwrap_or_default());
        Slider { place, places: list.len(), text }
    };
    let rate = settings.get("learning_rate").ok();
    let secant = app.show.get("secant").ok();
    let mut sliders: ByKey<Slider> = [
        ("learning_rate", on(&LEARNING_RATES, settings.learning_rate, rate)),
        ("secant", on(&SECANTS, app.show.secant, secant)),
    ]
    .into();
    if let (Some((value, _)), Some((place, places))) = (app.selected(), app.weight_place()) {
        sliders.insert("weight_value", Slider { place, places, text: number::typed(value) });
    }
    for (key, (place, places, text)) in BALL.into_iter().zip(app.ball_places()) {
        sliders.insert(key, Slider { place, places, text });
    }
    sliders
}

/// Every key's value as its control shows it.
pub(crate) fn controls(app: &Application) -> ByKey<String> {
    let (subject, settings) = (&app.subject, app.subject.settings());
    let setting = |key: &'static str| {
        let value = match subject {
            // As it can be edited, also if it has a name.
            Subject::Ball(it) if key == "function" => it.descent().function().typed().to_string(),
            _ => settings.get(key).ok()?,
        };
        Some((key, value))
    };
    // Data of one's own have no control that shows them: they are drawn.
    let keys = KEYS.iter().map(|key| key.id).filter(|key| *key != "points");
    let mut controls: ByKey<String> = keys.filter_map(setting).collect();
    controls.extend(Show::KEYS.iter().filter_map(|key| Some((*key, app.show.get(key).ok()?))));
    controls.insert("hold", app.show.plane_at.is_some().to_string());
    let dropped = app.show.race.as_ref().is_some_and(|race| race.names() == ["starts"]);
    controls.insert("drop_ten", dropped.to_string());
    controls.insert("example", app.preset().map_or("", |preset| preset.id).to_string());
    if settings.target.is_some() {
        controls.insert("data", "formula".to_string());
    }
    if let Some((_, frozen)) = app.selected() {
        controls.insert("freeze", frozen.to_string());
    }
    controls
}

/// The changes made during the run.
pub(crate) fn edits(app: &Application) -> Vec<String> {
    let (subject, words) = (&app.subject, app.words);
    let edits = subject.experiment().edits.iter().map(|edit| {
        let weight = subject.run().zip(weight(&edit.key));
        let key = match weight {
            Some((run, index)) => words.parameter(run, index),
            None => words.setting(&edit.key),
        };
        let (iteration, value) = (edit.iteration.to_string(), edit.value.to_string());
        words.fill("edit", &[("iteration", &iteration), ("key", &key), ("value", &value)])
    });
    edits.collect()
}

/// The entries of each list, by key. A neuron's line goes through points of one input, and has costs of
/// its own.
fn choices(app: &Application) -> ByKey<Vec<&'static str>> {
    let (neuron, run) = (app.show.scene.id == NEURON.id, app.subject.run());
    let values = run.is_some_and(Fit::suits);
    let hidden = run.map_or(0, |run| run.network().layers().len() - 1);
    /// Those that may be followed by others.
    const LAYERS: [&str; MOST_LAYERS - 1] = ["1", "2", "3", "4", "5"];
    let earlier = LAYERS.into_iter().take(hidden.saturating_sub(1));
    let activations: Vec<&str> = ACTIVATIONS.iter().map(|of| of.id).collect();
    [
        (
            "data",
            DATA_SETS.iter().filter(|of| !neuron || of.inputs.len() == 1).map(|of| of.id).collect(),
        ),
        ("output_activation", activations.clone()),
        ("activation", activations),
        (
            "cost",
            match values {
                true => regression::COSTS.map(|(id, _)| id).into(),
                false => COSTS.iter().map(|of| of.id).collect(),
            },
        ),
        ("chart", Chart::ALL.map(|(id, _)| id).into()),
        ("hidden_layer", earlier.chain(["last"]).collect()),
        ("iterations_per_frame", vec!["0.1", "1", "10", "max"]),
        ("plane", loss_plane::Kind::ALL.map(|(id, _)| id).into()),
        ("language", ["auto"].into_iter().chain(LANGUAGES.iter().copied()).collect()),
        ("theme", ["auto"].into_iter().chain(THEMES.iter().map(|theme| theme.id)).collect()),
        ("initialization", INITIALIZATIONS.iter().map(|of| of.id).collect()),
        ("optimizer", OPTIMIZERS.iter().map(|of| of.id).collect()),
        ("example", PRESETS.iter().map(|of| of.id).collect()),
        ("role", ROLES.map(|(id, _)| id).into()),
        ("test_rows", TestRows::ALL.map(|(id, _)| id).into()),
    ]
    .into()
}

/// A function of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Offer {
    /// Its id.
    pub id: &'static str,
    /// Its name and its formula.
    pub name: String,
    /// The number of its variables.
    pub dim: usize,
}

/// The entries of all lists.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Options {
    /// The scenes, in the order of the lesson.
    pub scenes: Vec<&'static str>,
    /// The values of each key that has a list, and under `role` the roles of a table's columns.
    /// The text `{key}_{value}` is a value's name, if there is one; else the value is.
    pub choices: ByKey<Vec<&'static str>>,
    /// The functions.
    pub functions: Vec<Offer>,
    /// The races: a value of the key `race` and its name.
    pub races: Vec<(String, String)>,
}

pub(super) fn options(app: &Application) -> Options {
    let functions = function::FUNCTIONS.iter().map(|of| Offer {
        id: of.id,
        name: app.words.fill(
            "function_name",
            &[("name", app.words.of_core(of.name)), ("formula", of.formula)],
        ),
        dim: of.dim(),
    });
    Options {
        scenes: SCENES.map(|scene| scene.id).to_vec(),
        choices: choices(app),
        functions: functions.collect(),
        races: match &app.subject {
            Subject::Network(_) => Vec::new(),
            Subject::Ball(ball) => {
                race::offers(ball.descent().settings().learning_rate, &app.show, app.words)
            }
        },
    }
}

/// A feature that is offered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Feature {
    /// Its formula as it is typed.
    pub formula: &'static str,
    /// Its name.
    pub label: String,
    /// Whether the network is given it.
    pub on: bool,
}

pub(crate) fn offered(app: &Application) -> Vec<Feature> {
    let feature = |Offered { formula, label, on }: Offered| Feature { formula, label, on };
    let offered = app.subject.run().map_or_else(Vec::new, feature_choice::offered);
    offered.into_iter().map(feature).collect()
}

/// One of the optimizer's own settings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hyperparameter {
    /// Its key.
    pub key: &'static str,
    /// Its value.
    pub value: f64,
    /// A sentence about it.
    pub means: &'static str,
}

pub(crate) fn hyperparameters(app: &Application) -> Vec<Hyperparameter> {
    let optimizer = match &app.subject {
        Subject::Network(it) => &it.run().snapshot().optimizer,
        Subject::Ball(it) => &it.descent().snapshot().optimizer,
    };
    let row = |of: &optimizer::Hyperparameter| Hyperparameter {
        key: of.id,
        value: optimizer.hyperparameter(of.id).unwrap_or(of.default),
        means: app.words.of_core(of.means),
    };
    app.subject.settings().optimizer.hyperparameters.iter().map(row).collect()
}

/// A hidden layer's controls.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Layer {
    /// Where its column is, in CSS pixels.
    pub x: f64,
    /// The number of its units.
    pub units: usize,
    /// The id of its activation.
    pub activation: &'static str,
    /// Whether it can have another unit.
    pub more: bool,
    /// Whether it can have one fewer.
    pub fewer: bool,
}

/// The hidden layers' controls.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Layers {
    /// Each of them, from the inputs on.
    pub each: Vec<Layer>,
    /// The room of each, in CSS pixels.
    pub room: f64,
    /// Whether that is too little for all of them.
    pub tight: bool,
    /// Whether there can be another layer.
    pub more: bool,
    /// Whether there can be one fewer.
    pub fewer: bool,
    /// The most layers there can be.
    pub most_layers: usize,
    /// The most units a layer can have.
    pub most_units: usize,
}

pub(crate) fn layers(app: &Application) -> Option<Layers> {
    let layer_editor::Controls { columns, units, activations, room, tight } = app.layers()?;
    let (more, fewer) = (units.len() < MOST_LAYERS, !units.is_empty());
    let each = columns.into_iter().zip(units).zip(activations);
    let each = each.map(|((x, units), activation)| Layer {
        x,
        units,
        activation,
        more: units < MOST_UNITS,
        fewer: units > 1,
    });
    let (most_layers, most_units) = (MOST_LAYERS, MOST_UNITS);
    Some(Layers { each: each.collect(), room, tight, more, fewer, most_layers, most_units })
}
