//! The groups of the state that a ball on a function fills in, with its race.

use super::piece::pieces;
use super::subject::{Epoch, FunctionFacts, Outcome, Racer, Spot, StepSizeScale, Told, numbers};
use crate::application::Application;
use crate::subject::{Ball, UPDATES};
use downhill_core::Descent;
use downhill_core::function::stationary;
use downhill_core::run::race::{Lanes, Race};
use downhill_view::function::summary::{self, Row};
use downhill_view::function::{ending, prediction, race, step_size_scale};
use downhill_view::options::show::LEARNING_RATES;
use downhill_view::text::messages::{Piece, Words};

/// The groups that a ball on a function fills in.
pub(crate) fn ball(ball: &Ball, app: &Application) -> Told {
    let (Ball { pictures, search, searching, race, .. }, Application { show, words, .. }) =
        (ball, app);
    let (scene, words) = (show.scene, *words);
    let descent = ball.descent();
    let function = descent.function();
    let known = function.definition();
    let name = known.map_or(words.get("function_typed"), |it| words.of_core(it.name));
    let (rows, more) = summary::legend(search.points(), pictures, words);
    let (spots_note, count) = match function.dim() {
        _ if *searching => ("spots_searching", 0),
        1 => ("spots_line", stationary::GRID_OF_LINE as u32),
        _ => ("spots_plane", stationary::GRID_OF_PLANE as u32),
    };
    let spots_rest = match more {
        0 if *searching || !rows.is_empty() => None,
        0 => Some("spots_none"),
        _ => Some("spots_more"),
    };
    let lowest = match search.lowest() {
        _ if *searching => None,
        stationary::Lowest::Found => None,
        stationary::Lowest::Endless => Some("spots_endless"),
        // Without any, there is none of which to say it.
        stationary::Lowest::Elsewhere => (!rows.is_empty()).then_some("spots_elsewhere"),
    };
    let mut spots_rest = spots_rest
        .map_or(Vec::new(), |key| words.pieces(key, &[("count", &words.count(more as u32))]));
    if let Some(lowest) = lowest {
        if !spots_rest.is_empty() {
            spots_rest.push(Piece::plain(" "));
        }
        spots_rest.extend(words.pieces(lowest, &[]));
    }
    let lines = match pictures.land.heights.step {
        Some(step) => words.fill("lines_even", &[("step", &words.significant(step, 1))]),
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
    let (step_size_scale, dial_here, dial_rule) = scale(ball, words);
    let update = [("optimizer", settings.optimizer.formula), ("source", settings.optimizer.source)];
    let notes = [
        ("task", words.pieces("function_task", &[("name", name)])),
        ("formulas", words.pieces("update", &update)),
        ("spots_note", words.pieces(spots_note, &[("count", &words.count(count))])),
        ("spots_rest", spots_rest),
        ("curve_note", words.pieces(drag.unwrap_or("line_note"), &[])),
        ("map_note", words.pieces(drag.unwrap_or(map_note), &[("lines", &lines)])),
        ("surface_note", words.pieces("surface_note", &[])),
        ("starts", starts_note),
        ("dial_here", dial_here),
        ("dial_rule", dial_rule),
        (
            "source",
            known.map_or(Vec::new(), |it| {
                words.pieces("function_source", &[("source", words.of_core(it.source))])
            }),
        ),
    ];
    Told {
        numbers: numbers(summary::numbers(descent, pictures.profile.secant, words)),
        sentence: pieces(match race {
            Some((race, lanes)) => race::sentence(race.now(), lanes, pictures, words),
            None if ball.guesses(show) => {
                prediction::sentence(ball.guess.as_ref(), descent, pictures.zero(), words)
            }
            None => ending::sentence(descent, pictures, facts(ball, app), words)
                .unwrap_or_else(|| summary::sentence(descent, pictures, scene, words)),
        }),
        notes: notes.map(|(key, text)| (key, pieces(text))).into(),
        epoch: Epoch { sees_all: true, ..Epoch::default() },
        function: FunctionFacts {
            id: known.map_or("", |it| it.id),
            conditioned: known.is_some_and(|it| it.conditioned.is_some()),
            domain: descent
                .domain()
                .iter()
                .flat_map(|(low, high)| [low, high].map(|end| end.to_string()))
                .collect(),
            spots: rows
                .into_iter()
                .map(|Row { sign, name, place, value }| Spot { sign, name, place, value })
                .collect(),
        },
        step_size_scale,
        predicting: ball.guesses(show) && prediction::asking(ball.guess.as_ref(), descent),
        racers: race
            .as_ref()
            .map_or_else(Vec::new, |(race, lanes)| racers(race.now(), lanes, ball, words)),
        ..Told::default()
    }
}

/// Facts on a run besides its state.
fn facts<'a>(ball: &'a Ball, app: &Application) -> ending::Known<'a> {
    let Ball { search, searching, dial, .. } = ball;
    ending::Known {
        found: (!searching).then(|| (search.points(), search.lowest())),
        iterations: app.show.rules.iterations,
        settles: dial.settling(ball.descent(), ball.level()),
    }
}

/// The outcome of each step size, that of the present one, and the rule behind them.
fn scale(ball: &Ball, words: Words) -> (StepSizeScale, Vec<Piece>, Vec<Piece>) {
    let (Ball { search, searching, dial, .. }, descent) = (ball, ball.descent());
    let settings = descent.settings();
    let here = dial.here(settings.learning_rate);
    let minimum = here.and_then(|(_, at)| step_size_scale::nearest(search.points(), at));
    let minimum = minimum.map_or(&[][..], |spot| &spot.x);
    let limits = (!minimum.is_empty()).then(|| step_size_scale::limits(descent, minimum)).flatten();
    let present = here.map_or(Vec::new(), |(ahead, _)| {
        words.pieces("dial_here", &[("how", &step_size_scale::how(ahead, UPDATES, words))])
    });
    let rule = match searching {
        true => Vec::new(),
        false => step_size_scale::rule(settings, limits, minimum, words),
    };
    let places = dial.ends.iter().zip(LEARNING_RATES).map(|(end, rate)| {
        let how = step_size_scale::how(*end, UPDATES, words);
        let title = words.fill("dial_at", &[("rate", &words.chosen(rate)), ("how", &how)]);
        Outcome { end: end.id(), title }
    });
    let scale = StepSizeScale {
        places: places.collect(),
        label: step_size_scale::stretches(&dial.ends, words),
        overshoots: limits.and_then(|limits| step_size_scale::share(limits.overshoots)),
        settles: limits.and_then(|limits| step_size_scale::share(limits.settles)),
        settling: dial.settling(descent, ball.level()).map(|rate| words.chosen(rate)),
    };
    (scale, present, rule)
}

fn racers(race: &Race, lanes: &Lanes, ball: &Ball, words: Words) -> Vec<Racer> {
    let rows = race::table(race, lanes, ball.search.points(), &ball.pictures, words);
    let racer = |(row, run): (race::Row, &Descent)| {
        let race::Row { sign, mark, name, height, told } = row;
        let snapshot = run.snapshot();
        Racer { sign, mark, name, height, told, x: snapshot.x.clone(), value: snapshot.value }
    };
    rows.into_iter().zip(race.runs()).map(racer).collect()
}
