//! The groups of the state that a network's run fills in, and the runs kept beside it.

use super::piece::pieces;
use super::subject::{Epoch, Told, numbers};
use crate::application::Application;
use crate::subject::Network;
use downhill_core::{Experiment, Run};
use downhill_view::editing::layer_editor;
use downhill_view::network::diagram::MOST_LINES;
use downhill_view::network::regression::{self, Fit};
use downhill_view::network::{ending, kept_runs, loss_curve, loss_plane, progress, summary};
use downhill_view::options::scene::NEURON;
use downhill_view::text::messages::{self, Words};
use serde::Serialize;
use std::rc::Rc;

/// The groups that a network's run fills in.
pub(crate) fn network(network: &Network, app: &Application) -> Told {
    let (show, preset, words) = (&app.show, app.preset(), app.words);
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
            ("source", data.map_or("", |data| words.of_core(data.source))),
            ("licence", data.map_or("", |data| words.of_core(data.licence))),
            ("dropped", &split.table.dropped.to_string()),
            ("rows", &(split.table.rows.len() + split.table.dropped).to_string()),
            ("formula", run.experiment().target.as_ref().map_or("", |of| of.typed())),
        ],
    );
    let neuron = show.scene.id == NEURON.id;
    let classes = words.targets(run).join(", ");
    let values = Fit::suits(run);
    let (told_visits, visits) = summary::visits(run, words);
    let cost = [("cost", summary::cost(run, words))];
    let notes = [
        ("visits", told_visits),
        (
            "task",
            match (neuron, values) {
                (true, _) => words.pieces("neuron_task", &[("classes", &classes)]),
                (_, true) => words.pieces(
                    "task_values",
                    &[("value", &classes), ("input", words.column(run, &split.table.inputs[0]))],
                ),
                _ => words.pieces("task", &[("classes", &classes)]),
            },
        ),
        ("formulas", words.pieces("formulas", &formulas(run.settings()))),
        (
            "boundary_note",
            match (neuron, regression::squares(run.settings().cost.id)) {
                (false, _) => match &app.painting {
                    Some(it) => it.note(run.experiment().data.is_own(), words),
                    None => legend(network, words),
                },
                (_, Some(true)) => words.pieces("neuron_note_squares", &cost),
                _ => words.pieces("neuron_note_lines", &cost),
            },
        ),
        ("curve_note", loss_curve::note(run, words)),
        ("chart_note", pictures.charts.note(run, show, words)),
        ("diagram_note", words.pieces("diagram_note", &[])),
        (
            "map_note",
            match neuron {
                true => neuron_map_note(run, words),
                false => pictures.plane.note(words),
            },
        ),
        ("surface_note", {
            let mut note = words.pieces("surface_note", &[]);
            if !neuron {
                let count = run.coming().n.to_string();
                let key = if run.sees_all() { "surface_of_all" } else { "surface_of_batch" };
                note.extend(words.pieces(key, &[("n", &count), ("count", &count)]));
                note.extend(loss_plane::age(app.surface.iteration, app.surface.age, words));
            }
            note
        }),
        ("source", source),
        ("right_share", summary::shares(run, words)),
        ("budget", budget(run, words)),
        (
            "watch",
            preset.map_or(Vec::new(), |preset| words.pieces(&["watch_", preset.id].concat(), &[])),
        ),
    ];
    Told {
        numbers: numbers(summary::numbers(run, show.weight, words)),
        sentence: pieces(sentence(network, app)),
        notes: notes.map(|(key, text)| (key, pieces(text))).into(),
        epoch: Epoch { visits, sees_all: run.sees_all() },
        ..Told::default()
    }
}

/// How to read a neuron's map, and whose cost it shows.
fn neuron_map_note(run: &Run, words: Words) -> Vec<messages::Piece> {
    let mut note = words.pieces("neuron_map_note", &[("lines", words.get("lines_rising"))]);
    if !run.sees_all() {
        let count = run.coming().n.to_string();
        note.extend(words.pieces("neuron_map_note_batch", &[("n", &count), ("count", &count)]));
    }
    note
}

/// The one sentence: how a neuron's run has ended, the state of a run, or what it has come to.
fn sentence(network: &Network, app: &Application) -> Vec<messages::Piece> {
    let (run, show, words) = (network.run(), &app.show, app.words);
    let neuron = show.scene.id == NEURON.id;
    let enough = show.rules.iterations == run.snapshot().iteration;
    let land = &network.pictures.plane.land;
    let ended = || ending::of_neuron(run, land, enough, words);
    let zero = ending::zero(run, land);
    let state = || summary::sentence(run, show.weight, zero, words);
    let start = &network.time.start().snapshot().train;
    let learning = || progress::sentence(run, show.weight, start, app.playing, words);
    neuron.then(ended).flatten().or_else(state).unwrap_or_else(learning)
}

/// The formulas of a step, with citations.
fn formulas(settings: &Experiment) -> [(&'static str, &'static str); 4] {
    [
        ("optimizer", settings.optimizer.formula),
        ("optimizer_source", settings.optimizer.source),
        ("cost", settings.cost.formula),
        ("cost_source", settings.cost.source),
    ]
}

/// The legend of the samples' marks.
fn legend(network: &Network, words: Words) -> Vec<messages::Piece> {
    let mut legend = summary::legend(network.run(), words);
    if let Some(largest) = network.pictures.errors.largest() {
        legend.push(messages::Piece::plain(" "));
        let largest = words.significant(largest, 3);
        legend.extend(words.pieces("errors_note", &[("largest", &largest)]));
    }
    legend
}

/// The present run and those that are kept beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Kept {
    /// The rows of their table; none if no run is kept.
    pub runs: Vec<KeptRun>,
    /// The name of the last column: the share of right answers, or R².
    pub share: &'static str,
}

/// A row of the table of kept runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KeptRun {
    /// The name of its colour; empty for the present run.
    pub sign: String,
    /// Its mark; empty for the present run.
    pub mark: &'static str,
    /// Its name.
    pub name: String,
    /// Its iteration, the losses on training and test samples, and the last column's number.
    pub numbers: [String; 4],
    /// All their digits.
    pub values: [f64; 4],
    /// How it differs from the present run.
    pub told: String,
}

pub(crate) fn kept(app: &Application) -> Kept {
    let run = app.subject.run();
    let share = app.words.get(match run.is_some_and(Fit::suits) {
        true => "kept_r_squared",
        false => "kept_right",
    });
    let Some(run) = run.filter(|_| !app.kept.is_empty()) else {
        return Kept { runs: Vec::new(), share };
    };
    let rows = kept_runs::table(run, app.kept.iter().map(Rc::as_ref), app.words);
    let row = |kept_runs::Row { sign, mark, name, numbers, values, told }: kept_runs::Row| {
        KeptRun { sign, mark, name, numbers, values, told }
    };
    Kept { runs: rows.into_iter().map(row).collect(), share }
}

/// Notes on a large network: frames take longer, and only the largest weights are drawn.
fn budget(run: &Run, words: Words) -> Vec<messages::Piece> {
    let mut note = Vec::new();
    if layer_editor::is_slow(run) {
        note.extend(words.pieces("budget", &[]));
    }
    let count = run.network().parameters();
    if count > MOST_LINES {
        let values =
            [("drawn", words.count(MOST_LINES as u32)), ("count", words.count(count as u32))];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        note.extend(words.pieces("budget_lines", &values));
    }
    note
}
