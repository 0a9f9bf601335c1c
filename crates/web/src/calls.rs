//! What goes out to the page's script, as plain objects.

use crate::dial::UPDATES;
use crate::pairs::Pairs;
use crate::plain::to_js;
use crate::state::{Drawing, Imported, ROLES, State};
use crate::subject::{Ball, Network, Subject};
use downhill_core::activation::ACTIVATIONS;
use downhill_core::basin::{Cell, End};
use downhill_core::cost::COSTS;
use downhill_core::data::DATA_SETS;
use downhill_core::data::csv::{self, Role};
use downhill_core::experiment::{MOST_LAYERS, MOST_UNITS};
use downhill_core::export::{self, EXPORTS};
use downhill_core::formula::Formula;
use downhill_core::function::Function;
use downhill_core::initialization::INITIALIZATIONS;
use downhill_core::network::Workspace;
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::race::{Lanes, Race};
use downhill_core::run::Status;
use downhill_core::{Descent, Experiment, decimal, digest, experiment, function, stationary};
use downhill_view::chart::Chart;
use downhill_view::describe::Figure;
use downhill_view::features::Offered;
use downhill_view::fit::Fit;
use downhill_view::pen::{Plot, Point};
use downhill_view::preset::PRESETS;
use downhill_view::probe;
use downhill_view::record::{Kind, Mark};
use downhill_view::scene::SCENES;
use downhill_view::show::{LEARNING_RATES, SECANTS, Show};
use downhill_view::steps;
use downhill_view::tell::Row;
use downhill_view::words::{self, ENGLISH, Words};
use downhill_view::written::{self, Equation, Step};
use downhill_view::{
    View, describe, dial, features, fit, guess, kept, layers, microscope, number, plane, race, tell,
};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Every text of the page, by key.
#[wasm_bindgen]
pub fn texts() -> Result<JsValue, JsError> {
    to_js(&ENGLISH.all().collect::<Pairs<_>>())
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

/// What can be saved of a network's run: names and their files.
pub fn exports() -> Vec<(&'static str, &'static str)> {
    EXPORTS.iter().map(|of| (of.id, of.file)).collect()
}

/// The text of a file that can be saved.
pub fn export(state: &State, id: &str) -> Result<String, JsError> {
    let run = state.subject.run().ok_or_else(|| JsError::new("There is no network to save."))?;
    Ok((export::from_id(id)?.write)(run))
}

/// The sliders that move the ball: to the right, and up or back.
pub const BALL: [&str; 2] = ["ball_x", "ball_y"];

/// What a slider's place stands for.
pub fn at_place(key: &str, place: usize) -> Result<String, JsError> {
    let value = match key {
        "learning_rate" => LEARNING_RATES.get(place),
        "secant" => SECANTS.get(place),
        _ => None,
    };
    value
        .map(|value| value.to_string())
        .ok_or_else(|| JsError::new(&format!("{key} has no slider with a place {place}.")))
}

/// A slider at the place nearest to a value.
fn slider(list: &[&str], value: f64) -> Slider {
    let below = list.iter().filter_map(|text| decimal::parse(text)).filter(|at| *at < value);
    Slider { place: below.count().min(list.len() - 1), places: list.len() }
}

#[derive(Serialize)]
struct Number {
    key: &'static str,
    text: String,
    value: f64,
    /// The mark it stands for; empty for none.
    sign: &'static str,
}

fn numbers(figures: Vec<Figure>) -> Vec<Number> {
    let number = |Figure { key, text, value }| Number { key, text, value, sign: tell::sign(key) };
    figures.into_iter().map(number).collect()
}

#[derive(Clone, Serialize)]
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

/// A hidden layer's controls.
#[derive(Serialize)]
struct Layer {
    /// Where its column is, in CSS pixels.
    x: f64,
    units: usize,
    activation: &'static str,
    /// Whether it can have another unit, and one fewer.
    more: bool,
    fewer: bool,
}

/// The hidden layers' controls.
#[derive(Serialize)]
struct Layers {
    each: Vec<Layer>,
    /// The room of each, in CSS pixels, and whether it is too little for all of them.
    room: f64,
    tight: bool,
    /// Whether there can be another layer, and one fewer.
    more: bool,
    fewer: bool,
    most_layers: usize,
    most_units: usize,
}

fn layers(state: &State) -> Option<Layers> {
    let layers::Controls { columns, units, activations, room, tight } = state.layers()?;
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

/// Where one is in the run.
#[derive(Serialize)]
struct Moment {
    at: u32,
    furthest: u32,
    /// The first iteration at which the loss was larger than before.
    rose: Option<u32>,
    text: String,
}

#[inline(never)]
fn moment(state: &State) -> Moment {
    let (subject, words) = (&state.subject, state.words);
    let speed = state.pace.as_ref().and_then(|pace| pace.speed).filter(|_| state.playing);
    let (at, furthest) = (subject.iteration(), subject.furthest());
    let network = subject.run().is_some_and(|run| run.network().parameters() > 2);
    let key = match (network, furthest) {
        _ if speed.is_some() => "iteration_speed",
        (true, 0) => "iteration_first",
        (true, _) => "iteration_of",
        (false, 0) => "step_first",
        (false, _) => "step_of",
    };
    let speed = speed.unwrap_or_default().round() as u32;
    let values = [("at", at), ("furthest", furthest), ("speed", speed)];
    let values = values.map(|(key, value)| (key, number::count(value)));
    let text = words.fill(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())));
    Moment { at, furthest, rose: subject.rose(), text }
}

/// One of the four steps of gradient descent.
#[derive(Serialize)]
struct FourStep {
    words: Vec<Piece>,
    line: String,
    values: Vec<f64>,
    /// Whether it is being carried out.
    lit: bool,
}

#[inline(never)]
fn four_steps(state: &State) -> Vec<FourStep> {
    let stop = state.stop();
    let part = state.parts.progress.part;
    let lit = if state.playing || stop.is_some() { 3 } else { part };
    let moved = part == 3;
    let (rules, words) = (&state.show.rules, state.words);
    let four = match &state.subject {
        Subject::Ball(ball) => steps::of_ball(ball.descent(), moved, rules.iterations, stop, words),
        Subject::Network(it) => {
            steps::of_run(it.run(), moved, rules, stop, state.microscope(), words)
        }
    };
    let step = |(index, step): (usize, steps::Step)| FourStep {
        words: pieces(step.words),
        line: step.line,
        values: step.values,
        lit: index == lit,
    };
    four.into_iter().enumerate().map(step).collect()
}

/// The chain rule with its numbers.
#[derive(Serialize)]
struct Chain {
    title: Vec<Piece>,
    rows: Vec<ChainRow>,
}

#[derive(Serialize)]
struct ChainRow {
    key: &'static str,
    sign: &'static str,
    name: Vec<Piece>,
    text: String,
    value: Option<f64>,
}

#[inline(never)]
fn chain(state: &State) -> Option<Chain> {
    let (run, closely) = (state.under_microscope()?, state.microscope()?);
    let (weight, words) = (state.show.weight, state.words);
    let row = |microscope::Row { key, sign, name, text, value }: microscope::Row| ChainRow {
        key,
        sign,
        name: pieces(name),
        text,
        value,
    };
    Some(Chain {
        title: pieces(closely.title(run, weight, words)),
        rows: closely.rows(run, weight, words).into_iter().map(row).collect(),
    })
}

/// All that the microscope shows.
#[derive(Serialize)]
struct Closely {
    /// The sample's place among those of the step; null for all.
    sample: Option<usize>,
    /// Values and δ of each layer, of the sample or the means.
    values: Vec<Vec<f64>>,
    deltas: Vec<Vec<f64>>,
    cost: f64,
    penalty: f64,
    gradient: Vec<f64>,
    step: Vec<f64>,
    /// How far off the measured slope may be, and whether a kink is too near.
    error: f64,
    kinked: bool,
}

/// What the microscope shows, all of it; null if the step is not looked at so closely.
pub fn microscope(state: &State) -> Result<JsValue, JsError> {
    let Some(it) = state.microscope() else { return Ok(JsValue::NULL) };
    let layers = |backward| (0..it.parts.layers.len()).map(|at| it.layer(at, backward)).collect();
    to_js(&Closely {
        sample: it.sample,
        values: layers(false),
        deltas: layers(true),
        cost: it.cost(),
        penalty: it.parts.penalty,
        gradient: it.parts.gradient.clone(),
        step: it.parts.step.clone(),
        error: it.measured.error,
        kinked: it.measured.kinked,
    })
}

/// A table of one's own: what was read, its columns, whether the target is classes, and
/// whether that can be chosen.
#[derive(Serialize)]
struct Table {
    told: String,
    /// Name and role.
    columns: Vec<(String, &'static str)>,
    classes: bool,
    either: bool,
}

#[inline(never)]
fn table(imported: &Imported, words: Words) -> Table {
    let Imported { sheet, choice, rows, missing } = imported;
    let named = |wanted: Role| {
        let columns = sheet.names.iter().zip(&choice.roles);
        let names = columns.filter(|(_, role)| **role == wanted).map(|(name, _)| name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let mut told = words.fill("read_rows", &[("rows", &number::count(*rows as u32))]);
    if let Some((line, column)) = missing.first() {
        let values = [
            ("count", number::count(missing.len() as u32)),
            ("line", line.to_string()),
            ("column", sheet.names[*column].clone()),
        ];
        told.push(' ');
        let values = values.each_ref().map(|(key, text)| (*key, text.as_str()));
        told.push_str(&words.fill("read_missing", &values));
    }
    let unused = named(Role::Unused);
    if !unused.is_empty() {
        told.push(' ');
        told.push_str(&words.fill("read_unused", &[("columns", &unused)]));
    }
    let target = choice.roles.iter().position(|role| *role == Role::Target);
    let role = |role: &Role| ROLES.iter().find(|(_, it)| it == role).map_or("", |(id, _)| *id);
    Table {
        told,
        columns: sheet.names.iter().cloned().zip(choice.roles.iter().map(role)).collect(),
        classes: choice.classes,
        either: target.is_some_and(|target| sheet.kinds[target] == csv::Kind::Numbers),
    }
}

/// That one paints.
#[derive(Serialize)]
struct Painting {
    curve: bool,
    /// The name of the tool in hand.
    tool: String,
    /// Each tool's name and its words.
    tools: Vec<(String, Vec<Piece>)>,
}

fn painting(state: &State) -> Option<Painting> {
    let (it, run) = (state.painting.as_ref()?, state.subject.run()?);
    let tools = it.tools(run.split().table.targets.names(), state.words).into_iter();
    Some(Painting {
        curve: it.is_curve(),
        tool: it.tool(),
        tools: tools.map(|(id, words)| (id, pieces(words))).collect(),
    })
}

#[derive(Serialize)]
struct PageState {
    /// What one paints with; none if one does not paint.
    painting: Option<Painting>,
    /// The table that the data come from; while it plays it is as before, and not told.
    table: Option<Table>,
    playing: bool,
    /// Whether each coming frame shows more of the map of starts.
    filling: bool,
    timeline: Moment,
    /// Whether there is a change to take back.
    undo: bool,
    /// The scenes there are, the one that is shown, and what is in sight of it.
    scenes: Vec<&'static str>,
    scene: &'static str,
    parts: &'static [&'static str],
    /// The key of what the button says that plays.
    play: &'static str,
    /// The four steps.
    four_steps: Vec<FourStep>,
    /// The chain rule for the selected weight: what it is told of, and its rows; none if
    /// the coming step is not looked at so closely.
    chain: Option<Chain>,
    diverged: bool,
    /// Whether smaller steps might go on from there.
    halve: bool,
    /// Every key's value as its control shows it.
    controls: Pairs<String>,
    /// The hidden layers' controls above the diagram; none where there is none.
    layers: Option<Layers>,
    sliders: Pairs<Slider>,
    /// What each list offers; while it plays it is as before, and not told again.
    choices: Pairs<Vec<&'static str>>,
    /// The functions there are, told when the choices are.
    functions: Vec<Offer>,
    /// What a network can be given of its data, told when the choices are.
    features: Vec<Feature>,
    /// The optimizer's own settings.
    hyperparameters: Vec<Hyperparameter>,
    /// The present run and those that are kept; none if none is.
    kept: Vec<KeptRun>,
    /// What the last of their numbers is called.
    kept_share: &'static str,
    /// The changes made during the run.
    edits: Vec<String>,
    problems: Vec<String>,
    /// None if it is too long.
    query: Option<String>,
    theme: &'static str,
    /// The theme's colours, for custom properties.
    colours: Pairs<String>,
    #[serde(flatten)]
    told: Told,
}

/// A feature that is offered.
#[derive(Serialize)]
struct Feature {
    formula: &'static str,
    label: String,
    on: bool,
}

fn offered(state: &State) -> Vec<Feature> {
    let feature = |Offered { formula, label, on }: Offered| Feature { formula, label, on };
    let run = state.subject.run().filter(|_| !state.playing);
    run.map_or_else(Vec::new, features::offered).into_iter().map(feature).collect()
}

/// A row of the table of kept runs.
#[derive(Serialize)]
struct KeptRun {
    sign: String,
    mark: &'static str,
    name: String,
    numbers: [String; 4],
    values: [f64; 4],
    told: String,
}

#[inline(never)]
fn kept_runs(state: &State) -> Vec<KeptRun> {
    let Some(run) = state.subject.run().filter(|_| !state.kept.is_empty()) else {
        return Vec::new();
    };
    let rows = kept::table(run, state.kept.iter().map(Rc::as_ref), state.words);
    let row = |kept::Row { sign, mark, name, numbers, values, told }: kept::Row| KeptRun {
        sign,
        mark,
        name,
        numbers,
        values,
        told,
    };
    rows.into_iter().map(row).collect()
}

/// What is told of a network or of a ball.
#[derive(Serialize)]
struct Told {
    /// What it is about: a `network`, or a function with its curve, the `line`, or with
    /// its surface, the `plane`.
    mode: &'static str,
    numbers: Vec<Number>,
    sentence: Vec<Piece>,
    /// Sentences with values in them.
    notes: Pairs<Vec<Piece>>,
    /// The weights' names, in the order of θ.
    weights: Vec<String>,
    /// Whether the coming step looks at all training samples.
    sees_all: bool,
    /// The share of them that this epoch has visited, and that it will have after the
    /// coming step.
    visits: [f64; 2],
    /// The function's name in the list; empty for a network or a typed one.
    known: &'static str,
    /// Whether its condition number can be chosen.
    conditioned: bool,
    /// What is in sight of it: lowest and highest, for each variable.
    domain: Vec<String>,
    /// The places with a mark.
    spots: Vec<Spot>,
    dial: Dial,
    /// Whether where the ball will be is to be guessed: nothing may tell it.
    asking: bool,
    /// The runs of a race; none without one.
    racers: Vec<Racer>,
    /// The races on offer: a value of the key and its name.
    races: Vec<(String, String)>,
}

/// What comes of each place of the step size's slider.
#[derive(Default, Serialize)]
struct Dial {
    places: Vec<DialPlace>,
    label: String,
    /// Where on the slider steps begin to overshoot and where they no longer settle, from
    /// 0 to 1; none if it is beyond its ends or there is no rule.
    overshoots: Option<f64>,
    settles: Option<f64>,
}

#[derive(Serialize)]
struct DialPlace {
    end: &'static str,
    title: String,
}

/// A row of a race's table, and all digits of its numbers.
#[derive(Serialize)]
struct Racer {
    sign: String,
    mark: &'static str,
    name: String,
    height: String,
    told: String,
    x: Vec<f64>,
    value: f64,
}

#[inline(never)]
fn racers(race: &Race, lanes: &Lanes, ball: &Ball, words: Words) -> Vec<Racer> {
    let rows = race::table(race, lanes, ball.search.points(), &ball.pictures, words);
    let racer = |(row, run): (race::Row, &Descent)| {
        let race::Row { sign, mark, name, height, told } = row;
        let snapshot = run.snapshot();
        Racer { sign, mark, name, height, told, x: snapshot.x.clone(), value: snapshot.value }
    };
    rows.into_iter().zip(race.runs()).map(racer).collect()
}

#[derive(Serialize)]
struct Spot {
    sign: &'static str,
    name: String,
    place: String,
    value: String,
}

/// A function of the list.
#[derive(Serialize)]
struct Offer {
    id: &'static str,
    name: String,
    dim: usize,
}

#[inline(never)]
fn offers(words: Words) -> Vec<Offer> {
    let offer = |of: &&function::Definition| Offer {
        id: of.id,
        name: words.fill("function_name", &[("name", of.name), ("formula", of.formula)]),
        dim: of.dim(),
    };
    function::FUNCTIONS.iter().map(offer).collect()
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

/// A neuron's line goes through points of one input, and has costs of its own.
#[inline(never)]
fn choices(neuron: bool, values: bool, hidden: usize) -> Pairs<Vec<&'static str>> {
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
                true => fit::COSTS.map(|(id, _)| id).into(),
                false => COSTS.iter().map(|of| of.id).collect(),
            },
        ),
        ("chart", Chart::ALL.map(|(id, _)| id).into()),
        ("hidden_layer", earlier.chain(["last"]).collect()),
        ("iterations_per_frame", vec!["0.1", "1", "10", "max"]),
        ("initialization", INITIALIZATIONS.iter().map(|of| of.id).collect()),
        ("optimizer", OPTIMIZERS.iter().map(|of| of.id).collect()),
        ("example", PRESETS.iter().map(|of| of.id).collect()),
    ]
    .into()
}

/// What the marks of a network's samples mean.
fn legend(network: &Network, words: Words) -> Vec<words::Piece> {
    let mut legend = describe::legend(network.run(), words);
    if let Some(largest) = network.pictures.errors.largest() {
        legend.push(words::Piece::plain(" "));
        let largest = number::significant(largest, 3);
        legend.extend(words.pieces("errors_note", &[("largest", &largest)]));
    }
    legend
}

/// What is told of a network's run.
#[inline(never)]
fn network(network: &Network, state: &State) -> Told {
    let (show, preset, words) = (&state.show, state.preset(), state.words);
    let (run, pictures) = (network.run(), &network.pictures);
    let split = run.split();
    let data = run.experiment().data.named();
    let source = words.pieces(
        match data {
            _ if run.experiment().target.is_some() => "source_formula",
            None => "source_own",
            Some(_) if !run.experiment().standardize => "source_neuron",
            Some(_) if split.table.dropped > 0 => "source_dropped",
            Some(_) => "source",
        },
        &[
            ("source", data.map_or("", |data| data.source)),
            ("licence", data.map_or("", |data| data.licence)),
            ("dropped", &split.table.dropped.to_string()),
            ("rows", &(split.table.rows.len() + split.table.dropped).to_string()),
            ("formula", run.experiment().target.as_ref().map_or("", |of| of.typed())),
        ],
    );
    let neuron = show.scene.id == "neuron";
    let right = number::percent(run.snapshot().train.accuracy);
    let explained = number::significant(run.snapshot().train.r_squared, 3);
    let classes = split.table.targets.names().join(", ");
    let values = Fit::suits(run);
    let (told_visits, visits) = describe::visits(run, words);
    let cost = [("cost", describe::cost(run, words))];
    let notes = [
        ("visits", told_visits),
        (
            "task",
            match (neuron, values) {
                (true, _) => words.pieces("neuron_task", &[("classes", &classes)]),
                (_, true) => words.pieces(
                    "task_values",
                    &[("value", &classes), ("input", &split.table.inputs[0])],
                ),
                _ => words.pieces("task", &[("classes", &classes)]),
            },
        ),
        ("formulas", words.pieces("formulas", &formulas(run.settings()))),
        (
            "boundary_note",
            match (neuron, fit::squares(run.settings().cost.id)) {
                (false, _) => match &state.painting {
                    Some(it) => it.note(run.experiment().data.is_own(), words),
                    None => legend(network, words),
                },
                (_, Some(true)) => words.pieces("neuron_note_squares", &cost),
                _ => words.pieces("neuron_note_lines", &cost),
            },
        ),
        ("curve_note", words.pieces("curve_note", &[])),
        ("chart_note", pictures.charts.note(run, show, words)),
        (
            "map_note",
            match neuron {
                true => words.pieces("neuron_map_note", &[("lines", words.get("lines_rising"))]),
                false => pictures.plane.note(words),
            },
        ),
        ("surface_note", {
            let mut note = words.pieces("surface_note", &[]);
            if !neuron {
                note.extend(plane::age(state.surface.iteration, state.surface.age, words));
            }
            note
        }),
        ("source", source),
        (
            "right_share",
            match values {
                true => words.pieces("r_squared_share", &[("r_squared", &explained)]),
                false => words.pieces("right_share", &[("accuracy", &right)]),
            },
        ),
        ("budget", if layers::is_slow(run) { words.pieces("budget", &[]) } else { Vec::new() }),
        (
            "watch",
            preset.map_or(Vec::new(), |preset| words.pieces(&["watch_", preset.id].concat(), &[])),
        ),
    ];
    Told {
        mode: if neuron { "neuron" } else { "network" },
        numbers: numbers(describe::numbers(run, show.weight)),
        sentence: pieces(describe::sentence(run, show.weight, words)),
        notes: notes.map(|(key, text)| (key, pieces(text))).into(),
        weights: (0..run.network().parameters()).map(|index| words.weight(run, index)).collect(),
        sees_all: run.sees_all(),
        visits,
        known: "",
        conditioned: false,
        domain: Vec::new(),
        spots: Vec::new(),
        dial: Dial::default(),
        asking: false,
        racers: Vec::new(),
        races: Vec::new(),
    }
}

/// What is told of a ball on a function.
#[inline(never)]
fn ball(ball: &Ball, show: &Show, words: Words) -> Told {
    let (Ball { pictures, search, searching, dial, race, .. }, scene) = (ball, show.scene);
    let descent = ball.descent();
    let function = descent.function();
    let known = function.definition();
    let name = known.map_or(words.get("function_typed"), |it| it.name);
    let (rows, more) = tell::legend(search.points(), pictures, words);
    let (spots_note, count) = match function.dim() {
        _ if *searching => ("spots_searching", 0),
        1 => ("spots_line", stationary::GRID_OF_LINE as u32),
        _ => ("spots_plane", stationary::GRID_OF_PLANE as u32),
    };
    let spots_rest = match more {
        0 if *searching || !rows.is_empty() => "",
        0 => "spots_none",
        _ => "spots_more",
    };
    let lines = match pictures.land.heights.step {
        Some(step) => words.fill("lines_even", &[("step", &number::significant(step, 1))]),
        None => words.get("lines_rising").to_string(),
    };
    let map_note =
        if pictures.land.ratio().1 { "plane_map_note" } else { "plane_map_note_unequal" };
    let drag = match ball.guesses(show) {
        true => Some("guess_note"),
        false => show.basins.then_some("basins_note"),
    };
    let starts_note = match pictures.starts() {
        _ if !show.basins => Vec::new(),
        Some(starts) => starts.legend(search.points(), words),
        None => words.pieces("basins_searching", &[]),
    };
    let settings = descent.settings();
    let here = dial.here(settings.learning_rate);
    let minimum = here.and_then(|(_, at)| dial::nearest(search.points(), at));
    let minimum = minimum.map_or(&[][..], |spot| &spot.x);
    let limits = (!minimum.is_empty()).then(|| dial::limits(descent, minimum)).flatten();
    let dial_here = here.map_or(Vec::new(), |(ahead, _)| {
        words.pieces("dial_here", &[("how", &dial::how(ahead, UPDATES, words))])
    });
    let dial_rule = match searching {
        true => Vec::new(),
        false => dial::rule(settings, limits, minimum, words),
    };
    let update = [("optimizer", settings.optimizer.formula), ("source", settings.optimizer.source)];
    let notes = [
        ("task", words.pieces("function_task", &[("name", name)])),
        ("formulas", words.pieces("update", &update)),
        ("spots_note", words.pieces(spots_note, &[("count", &number::count(count))])),
        ("spots_rest", words.pieces(spots_rest, &[("count", &number::count(more as u32))])),
        ("curve_note", words.pieces(drag.unwrap_or("line_note"), &[])),
        ("map_note", words.pieces(drag.unwrap_or(map_note), &[("lines", &lines)])),
        ("surface_note", words.pieces("surface_note", &[])),
        ("starts", starts_note),
        ("dial_here", dial_here),
        ("dial_rule", dial_rule),
        (
            "source",
            known
                .map_or(Vec::new(), |it| words.pieces("function_source", &[("source", it.source)])),
        ),
    ];
    Told {
        mode: if function.dim() == 1 { "line" } else { "plane" },
        numbers: numbers(tell::numbers(descent, pictures.profile.secant, words)),
        sentence: pieces(match race {
            Some((race, lanes)) => race::sentence(race.now(), lanes, pictures, words),
            None if ball.guesses(show) => guess::sentence(ball.guess.as_ref(), descent, words),
            None => tell::sentence(descent, pictures, scene, words),
        }),
        notes: notes.map(|(key, text)| (key, pieces(text))).into(),
        weights: Vec::new(),
        sees_all: true,
        visits: [0.0; 2],
        known: known.map_or("", |it| it.id),
        conditioned: known.is_some_and(|it| it.conditioned.is_some()),
        domain: descent
            .domain()
            .iter()
            .flat_map(|(low, high)| [low.to_string(), high.to_string()])
            .collect(),
        spots: rows
            .into_iter()
            .map(|Row { sign, name, place, value }| Spot { sign, name, place, value })
            .collect(),
        dial: Dial {
            places: dial
                .ends
                .iter()
                .zip(LEARNING_RATES)
                .map(|(end, rate)| {
                    let how = dial::how(*end, UPDATES, words);
                    let title = words.fill("dial_at", &[("rate", rate), ("how", &how)]);
                    DialPlace { end: end.id(), title }
                })
                .collect(),
            label: dial::stretches(&dial.ends, words),
            overshoots: limits.and_then(|limits| dial::share(limits.overshoots)),
            settles: limits.and_then(|limits| dial::share(limits.settles)),
        },
        asking: ball.guesses(show) && guess::asking(ball.guess.as_ref(), descent),
        racers: race
            .as_ref()
            .map_or_else(Vec::new, |(race, lanes)| racers(race.now(), lanes, ball, words)),
        races: race::offers(settings.learning_rate, show, words),
    }
}

/// All that the page writes down.
pub fn state(state: &State) -> Result<JsValue, JsError> {
    let (subject, words) = (&state.subject, state.words);
    let settings = subject.settings();
    // Data of one's own have no control that shows them: they are drawn.
    let mut controls: Pairs<String> = experiment::KEYS
        .iter()
        .filter(|key| key.id != "points")
        .filter_map(|key| {
            let value = match subject {
                // As it can be edited, also if it has a name.
                Subject::Ball(it) if key.id == "function" => {
                    it.descent().function().typed().to_string()
                }
                _ => settings.get(key.id).ok()?,
            };
            Some((key.id, value))
        })
        .collect();
    for key in Show::KEYS {
        controls.insert(key, state.show.get(key)?);
    }
    let example = state.preset().map_or("", |preset| preset.id);
    controls.insert("example", example.to_string());
    if settings.target.is_some() {
        controls.insert("data", "formula".to_string());
    }
    let edits = subject.experiment().edits.iter().map(|edit| {
        let weight = subject.run().zip(experiment::weight(&edit.key));
        let key = match weight {
            Some((run, index)) => words.parameter(run, index),
            None => edit.key.replace('_', " "),
        };
        let (iteration, value) = (edit.iteration.to_string(), edit.value.to_string());
        words.fill("edit", &[("iteration", &iteration), ("key", &key), ("value", &value)])
    });
    let four = four_steps(state);
    let (mut told, optimizer) = match subject {
        Subject::Network(it) => (network(it, state), &it.run().snapshot().optimizer),
        Subject::Ball(it) => (ball(it, &state.show, words), &it.descent().snapshot().optimizer),
    };
    let mut sliders: Pairs<Slider> = [
        ("learning_rate", slider(&LEARNING_RATES, settings.learning_rate)),
        ("secant", slider(&SECANTS, state.show.secant)),
    ]
    .into();
    if let (Some((value, frozen)), Some((place, places))) = (state.selected(), state.weight_place())
    {
        controls.insert("weight_value", number::typed(value));
        controls.insert("freeze", frozen.to_string());
        sliders.insert("weight_value", Slider { place, places });
    }
    for (key, (place, places, text)) in BALL.into_iter().zip(state.ball_places()) {
        sliders.insert(key, Slider { place, places });
        controls.insert(key, text);
    }
    if let (Some(it), Some(run)) = (state.microscope(), state.under_microscope()) {
        told.sentence = it.sentence(run, words).map_or(told.sentence, pieces);
    }
    // A rule that has stopped it is the news; of the others the sentence tells already.
    let rule = state.stop().and_then(steps::rule);
    if let (Subject::Network(_), Some(last), Some(rule)) = (subject, four.last(), rule) {
        told.sentence = last.words.clone();
        told.sentence.extend(pieces(words.pieces("stop_go_on", &[("rule", words.get(rule))])));
    }
    let theme = state.theme();
    let imported = state.imported.as_ref().filter(|_| !state.playing);
    to_js(&PageState {
        painting: painting(state),
        table: imported.map(|imported| table(imported, words)),
        playing: state.playing,
        filling: state.is_filling(),
        timeline: moment(state),
        undo: state.can_undo(),
        scenes: SCENES.map(|scene| scene.id).to_vec(),
        scene: state.show.scene.id,
        parts: state.show.scene.parts,
        play: state.show.scene.play,
        four_steps: four,
        chain: chain(state),
        diverged: subject.status() != Status::Running,
        halve: state.can_halve(),
        controls,
        layers: layers(state),
        sliders,
        choices: match state.playing {
            true => Pairs::from([]),
            false => {
                let run = subject.run();
                let hidden = run.map_or(0, |run| run.network().layers().len() - 1);
                choices(state.show.scene.id == "neuron", run.is_some_and(Fit::suits), hidden)
            }
        },
        functions: if state.playing { Vec::new() } else { offers(words) },
        features: offered(state),
        hyperparameters: settings
            .optimizer
            .hyperparameters
            .iter()
            .map(|of| Hyperparameter {
                key: of.id,
                value: optimizer.hyperparameter(of.id).unwrap_or(of.default),
                means: of.means,
            })
            .collect(),
        kept: kept_runs(state),
        kept_share: words.get(match subject.run().is_some_and(Fit::suits) {
            true => "kept_r_squared",
            false => "kept_right",
        }),
        edits: edits.collect(),
        problems: state.problems.iter().map(ToString::to_string).collect(),
        // To write one's own data down takes longer than a frame has.
        query: match state.playing && settings.data.is_own() {
            true => None,
            false => state.query().ok(),
        },
        theme: theme.id,
        colours: theme
            .colours()
            .into_iter()
            .map(|(name, [r, g, b])| (name, format!("#{r:02x}{g:02x}{b:02x}")))
            .collect(),
        told,
    })
}

#[derive(Serialize)]
struct Wrong {
    message: String,
    from: usize,
    to: usize,
}

/// What is wrong with a text as a function; null if nothing is.
pub fn check(text: &str) -> Result<JsValue, JsError> {
    // Spaces around it count in the error's place only.
    match (Function::from_id(text.trim()), Formula::parse(text)) {
        (Err(_), Err(error)) => {
            let (from, to) = (error.at.start, error.at.end);
            to_js(&Wrong { message: error.to_string(), from, to })
        }
        _ => Ok(JsValue::NULL),
    }
}

#[derive(Serialize)]
struct Written {
    equations: Vec<Equation>,
    steps: Vec<Vec<Step>>,
}

/// The function and its derivatives written out, if asked for with the ball's numbers.
pub fn equations(state: &State) -> Vec<Equation> {
    match &state.subject {
        Subject::Ball(ball) if state.show.numbers && ball.race.is_none() => {
            written::equations_at(ball.descent().function(), ball.descent().snapshot())
        }
        Subject::Ball(ball) => written::equations(ball.descent().function()),
        Subject::Network(_) => Vec::new(),
    }
}

/// The same without numbers, and the steps to each of the derivatives.
pub fn written(state: &State) -> Result<JsValue, JsError> {
    let Subject::Ball(ball) = &state.subject else { return Ok(JsValue::NULL) };
    let function = ball.descent().function();
    let steps = |variable| written::steps(function, variable, state.words);
    to_js(&Written {
        equations: written::equations(function),
        steps: (0..function.dim()).map(steps).collect(),
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

/// A ball's state.
#[derive(Serialize)]
struct BallSnapshot<'a> {
    iteration: u32,
    x: &'a [f64],
    value: f64,
    gradient: &'a [f64],
    next: &'a [f64],
}

/// The snapshot's numbers.
pub fn snapshot(state: &State) -> Result<JsValue, JsError> {
    let run = match &state.subject {
        Subject::Network(network) => network.run(),
        Subject::Ball(ball) => {
            let snapshot = ball.descent().snapshot();
            return to_js(&BallSnapshot {
                iteration: snapshot.iteration,
                x: &snapshot.x,
                value: snapshot.value,
                gradient: &snapshot.gradient,
                next: &ball.descent().next(),
            });
        }
    };
    let snapshot = run.snapshot();
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
    let run = state.subject.run().ok_or_else(|| JsError::new("There is no network here."))?;
    let needed = run.network().parameters();
    if parameters.len() != needed {
        let found = parameters.len();
        return Err(JsError::new(&format!("This network has {needed} parameters, not {found}.")));
    }
    Ok(run.objective().loss(parameters, &mut Workspace::default()))
}

/// The plane that map and surface show, and how far to trust it.
#[derive(Serialize)]
struct ShownPlane<'a> {
    kind: &'static str,
    /// After how many updates it was chosen, and what is drawn in it was the run's.
    chosen: u32,
    iteration: u32,
    /// How many frames ago that was; the same of the surface, and of which iteration it is.
    age: u32,
    surface_age: u32,
    surface_iteration: u32,
    origin: &'a [f64],
    axes: [&'a [f64]; 2],
    ball: (f64, f64),
    share: Option<f64>,
    distance: f64,
    loss: f64,
    shadow_loss: f64,
    xs: &'a [f64],
    ys: &'a [f64],
    /// `[y][x]`.
    losses: &'a [f64],
    trail: &'a [(f64, f64)],
    ghost: &'a [(f64, f64)],
}

/// The plane of a network's map; null if there is none.
pub fn shown_plane(state: &State) -> Result<JsValue, JsError> {
    let Subject::Network(network) = &state.subject else { return Ok(JsValue::NULL) };
    let shown = &network.pictures.plane;
    let (land, trust) = (&shown.land, shown.trust);
    let Some(plane) = &shown.directions else { return Ok(JsValue::NULL) };
    to_js(&ShownPlane {
        kind: plane.kind.id(),
        chosen: plane.iteration,
        iteration: trust.iteration,
        age: shown.age,
        surface_age: state.surface.age,
        surface_iteration: state.surface.iteration,
        origin: &plane.origin,
        axes: [&plane.axes[0], &plane.axes[1]],
        ball: land.at,
        share: trust.share,
        distance: trust.distance,
        loss: trust.loss,
        shadow_loss: trust.shadow,
        xs: &land.xs,
        ys: &land.ys,
        losses: &land.values,
        trail: &land.trail,
        ghost: &land.ghost,
    })
}

/// The map of starts: its cells, `[y][x]`, the lowest y first.
#[derive(Serialize)]
struct Map<'a> {
    columns: usize,
    rows: usize,
    /// Whether it is as fine as it gets.
    done: bool,
    /// Each cell's minimum, counted from 0; below, what it came to instead: -1 is not
    /// computed, -2 not settled, -3 left, -4 stopped.
    ends: Vec<i32>,
    minima: &'a [Vec<f64>],
}

/// Which minimum each start comes to; null if that is not shown.
pub fn basins(state: &State) -> Result<JsValue, JsError> {
    let map = match &state.subject {
        Subject::Ball(ball) => ball.filling.basins(),
        Subject::Network(_) => None,
    };
    let Some(map) = map else { return Ok(JsValue::NULL) };
    let number = |cell: &Cell| match cell.end {
        End::Minimum(minimum) => i32::from(minimum),
        End::Unknown => -1,
        End::Unsettled => -2,
        End::Left => -3,
        End::Stopped => -4,
    };
    to_js(&Map {
        columns: map.columns(),
        rows: map.rows(),
        done: map.done(),
        ends: map.cells().iter().map(number).collect(),
        minima: map.minima(),
    })
}

/// A number of what is pointed at.
#[derive(Serialize)]
struct ProbedRow {
    name: Vec<Piece>,
    text: String,
    value: Option<f64>,
}

/// What is pointed at.
#[derive(Serialize)]
struct Probed {
    title: String,
    rows: Vec<ProbedRow>,
    /// The point, held in the picture's axes, and where what is told of is drawn.
    x: f64,
    y: f64,
    mark_x: f64,
    mark_y: f64,
    /// On which sides of the point there is room for words.
    left: bool,
    above: bool,
    /// From where down to where it is the same; null for one place.
    upright: Option<(f64, f64)>,
}

/// What is under a point of a view; null if nothing is.
pub fn probe(state: &State, view: View, at: Option<Point>) -> Result<JsValue, JsError> {
    let Some((told, (width, height))) = state.probe(view, at) else { return Ok(JsValue::NULL) };
    let probe::Told { title, rows, at: (x, y), mark: (mark_x, mark_y), upright } = told;
    let row = |probe::Row { name, text, value }: probe::Row| {
        let name = pieces(name);
        ProbedRow { name, text, value }
    };
    to_js(&Probed {
        title,
        rows: rows.into_iter().map(row).collect(),
        x,
        y,
        mark_x,
        mark_y,
        left: x > 0.5 * width,
        above: y > 0.5 * height,
        upright,
    })
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
