//! What goes out to the page's script, as plain objects.

use crate::state::{Drawing, State};
use downhill_core::activation::ACTIVATIONS;
use downhill_core::cost::COSTS;
use downhill_core::data::DATA_SETS;
use downhill_core::initialization::INITIALIZATIONS;
use downhill_core::network::Workspace;
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::run::Status;
use downhill_core::{Experiment, digest, experiment};
use downhill_view::pen::Plot;
use downhill_view::record::{Kind, Mark};
use downhill_view::show::Show;
use downhill_view::words::{self, ENGLISH};
use downhill_view::{View, describe, number};
use serde::Serialize;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// A value as a plain object.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
}

/// Every text of the page, by key.
#[wasm_bindgen]
pub fn texts() -> Result<JsValue, JsError> {
    to_js(&ENGLISH.all().collect::<BTreeMap<_, _>>())
}

/// One hash of all parameters at iterations 0 … n of what a query asks for. The
/// same in every browser, in Node and natively.
#[wasm_bindgen(js_name = trajectoryHash)]
pub fn trajectory_hash(query: &str, iterations: u32) -> Result<String, JsError> {
    let (experiment, errors) = Experiment::from_query(query);
    if let Some(error) = errors.into_iter().next() {
        return Err(error.into());
    }
    Ok(digest::trajectory(&experiment, iterations)?.to_string())
}

/// The learning rates at a slider's places: even steps for even factors.
const LEARNING_RATES: [&str; 25] = [
    "0.001", "0.0015", "0.002", "0.003", "0.005", "0.007", "0.01", "0.015", "0.02", "0.03", "0.05",
    "0.07", "0.1", "0.15", "0.2", "0.3", "0.5", "0.7", "1", "1.5", "2", "3", "5", "7", "10",
];

/// What a slider's place stands for.
pub fn at_place(key: &str, place: usize) -> Result<String, JsError> {
    let value = match key {
        "learning_rate" => LEARNING_RATES.get(place),
        _ => None,
    };
    value
        .map(|value| value.to_string())
        .ok_or_else(|| JsError::new(&format!("{key} has no slider with a place {place}.")))
}

/// The slider's place nearest to a value.
fn place_of(rate: f64) -> usize {
    LEARNING_RATES
        .iter()
        .filter_map(|text| text.parse::<f64>().ok())
        .filter(|at| *at < rate)
        .count()
        .min(LEARNING_RATES.len() - 1)
}

#[derive(Serialize)]
struct Number {
    key: &'static str,
    text: String,
    value: f64,
}

#[derive(Serialize)]
struct Piece {
    text: String,
    sign: String,
}

fn pieces(pieces: Vec<words::Piece>) -> Vec<Piece> {
    pieces.into_iter().map(|piece| Piece { text: piece.text, sign: piece.sign }).collect()
}

#[derive(Serialize)]
struct Slider {
    place: usize,
    places: usize,
}

#[derive(Serialize)]
struct PageState {
    playing: bool,
    diverged: bool,
    numbers: Vec<Number>,
    sentence: Vec<Piece>,
    /// Every key's value as its control shows it.
    controls: BTreeMap<&'static str, String>,
    sliders: BTreeMap<&'static str, Slider>,
    /// What each list offers.
    choices: BTreeMap<&'static str, Vec<&'static str>>,
    /// The optimizer's own settings.
    hyperparameters: Vec<Hyperparameter>,
    /// The weights' names, in the order of θ.
    weights: Vec<String>,
    /// The changes made during the run.
    edits: Vec<String>,
    problems: Vec<String>,
    /// None if it is too long.
    query: Option<String>,
    theme: &'static str,
    /// The theme's colours, for custom properties.
    colours: BTreeMap<&'static str, String>,
    /// Sentences with values in them.
    notes: BTreeMap<&'static str, Vec<Piece>>,
    /// Whether the coming step looks at all training samples.
    sees_all: bool,
}

#[derive(Serialize)]
struct Hyperparameter {
    key: &'static str,
    value: f64,
    means: &'static str,
}

/// What is computed, and by whose leave.
fn formulas(settings: &Experiment) -> [(&'static str, &'static str); 4] {
    [
        ("optimizer", settings.optimizer.formula),
        ("optimizer_source", settings.optimizer.source),
        ("cost", settings.cost.formula),
        ("cost_source", settings.cost.source),
    ]
}

fn choices() -> BTreeMap<&'static str, Vec<&'static str>> {
    let activations: Vec<&str> = ACTIVATIONS.iter().map(|of| of.id).collect();
    [
        ("data", DATA_SETS.iter().map(|of| of.id).collect()),
        ("output_activation", activations.clone()),
        ("activation", activations),
        ("cost", COSTS.iter().map(|of| of.id).collect()),
        ("initialization", INITIALIZATIONS.iter().map(|of| of.id).collect()),
        ("optimizer", OPTIMIZERS.iter().map(|of| of.id).collect()),
    ]
    .into()
}

/// All that the page writes down.
pub fn state(state: &State) -> Result<JsValue, JsError> {
    let (run, words) = (&state.run, state.words);
    let settings = run.settings();
    let mut controls: BTreeMap<&'static str, String> = experiment::KEYS
        .iter()
        .filter_map(|key| Some((key.id, settings.get(key.id).ok()?)))
        .collect();
    for key in Show::KEYS {
        controls.insert(key, state.show.get(key)?);
    }
    let edits = run.experiment().edits.iter().map(|edit| {
        words.fill(
            "edit",
            &[
                ("iteration", &edit.iteration.to_string()),
                ("key", &edit.key.replace('_', " ")),
                ("value", &edit.value.to_string()),
            ],
        )
    });
    let split = run.split();
    let map_step = number::significant(state.contour_step(), 1);
    let data = run.experiment().data.named();
    let source = words.pieces(
        match data {
            None => "source_own",
            Some(_) if split.table.dropped > 0 => "source_dropped",
            Some(_) => "source",
        },
        &[
            ("source", data.map_or("", |data| data.source)),
            ("licence", data.map_or("", |data| data.licence)),
            ("dropped", &split.table.dropped.to_string()),
            ("rows", &(split.table.rows.len() + split.table.dropped).to_string()),
        ],
    );
    let right = number::percent(run.snapshot().train.accuracy);
    let classes = split.table.targets.names().join(", ");
    let notes = [
        ("task", words.pieces("task", &[("classes", &classes)])),
        ("formulas", words.pieces("formulas", &formulas(settings))),
        ("boundary_note", describe::legend(run, words)),
        ("map_note", words.pieces("map_note", &[("step", &map_step)])),
        ("source", source),
        ("right_share", words.pieces("right_share", &[("accuracy", &right)])),
    ];
    let theme = state.theme();
    to_js(&PageState {
        playing: state.playing,
        diverged: run.status() != Status::Running,
        numbers: describe::numbers(run, state.show.weight)
            .into_iter()
            .map(|number| Number { key: number.key, text: number.text, value: number.value })
            .collect(),
        sentence: pieces(describe::sentence(run, state.show.weight, words)),
        controls,
        sliders: [(
            "learning_rate",
            Slider { place: place_of(settings.learning_rate), places: LEARNING_RATES.len() },
        )]
        .into(),
        choices: choices(),
        hyperparameters: settings
            .optimizer
            .hyperparameters
            .iter()
            .map(|of| Hyperparameter {
                key: of.id,
                value: run.snapshot().optimizer.hyperparameter(of.id).unwrap_or(of.default),
                means: of.means,
            })
            .collect(),
        weights: (0..run.network().parameters()).map(|index| words.parameter(run, index)).collect(),
        edits: edits.collect(),
        problems: state.problems.iter().map(ToString::to_string).collect(),
        query: state.query().ok(),
        theme: theme.id,
        colours: theme
            .colours()
            .into_iter()
            .map(|(name, [r, g, b])| (name, format!("#{r:02x}{g:02x}{b:02x}")))
            .collect(),
        notes: notes.map(|(key, text)| (key, pieces(text))).into(),
        sees_all: run.sees_all(),
    })
}

#[derive(Serialize)]
struct Snapshot<'a> {
    iteration: u32,
    epoch: u32,
    parameters: &'a [f64],
    gradient: &'a [f64],
    next: &'a [f64],
    batch: &'a [usize],
    batch_loss: f64,
    train_loss: f64,
    test_loss: f64,
}

/// The snapshot's numbers.
pub fn snapshot(state: &State) -> Result<JsValue, JsError> {
    let snapshot = state.run.snapshot();
    to_js(&Snapshot {
        iteration: snapshot.iteration,
        epoch: snapshot.epoch,
        parameters: &snapshot.parameters,
        gradient: &snapshot.gradient,
        next: &snapshot.next,
        batch: &snapshot.batch,
        batch_loss: snapshot.batch_loss,
        train_loss: snapshot.train.loss,
        test_loss: snapshot.test.loss,
    })
}

/// The loss of the coming step's samples at these parameters.
pub fn loss(state: &State, parameters: &[f64]) -> Result<f64, JsError> {
    let (run, needed) = (&state.run, state.run.network().parameters());
    if parameters.len() != needed {
        let found = parameters.len();
        return Err(JsError::new(&format!("This network has {needed} parameters, not {found}.")));
    }
    Ok(run.objective().loss(parameters, &mut Workspace::default()))
}

#[derive(Serialize)]
struct DrawnMark {
    kind: &'static str,
    sign: &'static str,
    points: Vec<(f64, f64)>,
    size: f64,
    text: String,
}

#[derive(Serialize)]
struct DrawnPlot {
    from: (f64, f64),
    to: (f64, f64),
    x: (f64, f64),
    y: (f64, f64),
}

#[derive(Serialize)]
struct Drawn {
    marks: Vec<DrawnMark>,
    plot: Option<DrawnPlot>,
}

/// What is drawn of a view, in CSS pixels; null if it has no canvas.
pub fn drawing(state: &State, view: View) -> Result<JsValue, JsError> {
    let Some(Drawing { marks, unit, plot }) = state.drawing(view) else {
        return Ok(JsValue::NULL);
    };
    let mark = |mark: Mark| DrawnMark {
        kind: match mark.kind {
            Kind::Line => "line",
            Kind::Polygon => "polygon",
            Kind::Circle => "circle",
            Kind::Text => "text",
            Kind::Image => "image",
        },
        sign: state.theme().name_of(mark.colour).unwrap_or(""),
        points: mark
            .points
            .iter()
            .map(|(x, y)| (f64::from(*x) / unit, f64::from(*y) / unit))
            .collect(),
        size: mark.size / unit,
        text: mark.text,
    };
    to_js(&Drawn {
        marks: marks.into_iter().map(mark).collect(),
        plot: plot.map(|Plot { from, to, x, y }| DrawnPlot { from, to, x, y }),
    })
}
