//! How the figure is presented to a class, and the story that is told.

use super::mode::Mode;
use super::piece::{Piece, pieces};
use super::subject::Reading;
use crate::application::Application;
use crate::story::{Beat, Story};
use downhill_view::options::show::View;
use serde::Serialize;

/// Numbers that matter to a class, by their keys. Those that a scene has are shown.
const MATTERS: [&str; 12] = [
    "steps",
    "iteration",
    "x",
    "height",
    "slope",
    "steepness",
    "neuron_weight",
    "neuron_bias",
    "cost",
    "train_loss",
    "train_accuracy",
    "test_accuracy",
];

/// A number below this is told as 0.
const SMALLEST: f64 = 0.0005;

/// How the figure is presented to a class.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Presentation {
    /// Whether it is larger, with nothing but what matters.
    pub presenting: bool,
    /// The story's address, which may not be there yet; empty for none, or for one from a file.
    pub address: String,
    /// Whether the address has settings of its own, which are shown before the story's.
    pub strays: bool,
    /// The beat that is asked for or at hand, counted from 1; 0 before the first.
    pub beat: usize,
    /// The story; null if none is open.
    pub story: Option<Told>,
}

/// A story at one of its beats.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Told {
    /// Its title.
    pub title: String,
    /// The number of beats.
    pub beats: usize,
    /// Heading of the beat.
    pub heading: String,
    /// Sentence for the room in the place of the figure's; empty for that.
    pub headline: Vec<Piece>,
    /// The question for the class; empty for none.
    pub ask: Vec<Piece>,
    /// Words to say, in paragraphs.
    pub say: Vec<String>,
    /// The sign whose marks are lit; empty for none.
    pub light: String,
    /// The pictures to show; empty for the scene's own.
    pub pictures: Vec<&'static str>,
    /// Heading of the next beat; empty at the end.
    pub next: String,
    /// How it begins.
    pub next_say: String,
}

/// How it is presented, and the story that is told.
pub(super) fn presentation(app: &Application) -> Presentation {
    let it = &app.presentation;
    Presentation {
        presenting: it.presenting,
        address: it.address.clone(),
        strays: it.strays,
        beat: it.beat,
        story: it.story.as_ref().map(|story| told(story, it.beat)),
    }
}

fn told(story: &Story, beat: usize) -> Told {
    let none = Beat::default();
    let here = beat.checked_sub(1).and_then(|at| story.beats.get(at)).unwrap_or(&none);
    let next = story.beats.get(beat).unwrap_or(&none);
    Told {
        title: story.title.clone(),
        beats: story.beats.len(),
        heading: here.heading.clone(),
        headline: pieces(here.headline.clone()),
        ask: pieces(here.ask.clone()),
        say: here.say.clone(),
        light: here.light.clone(),
        pictures: here.pictures.iter().copied().map(View::id).collect(),
        next: next.heading.clone(),
        next_say: next.say.first().cloned().unwrap_or_default(),
    }
}

/// The numbers that matter to a class, with the digits that one reads from the back row; none if
/// it is not presented.
pub(super) fn readings(numbers: &[Reading], app: &Application) -> Vec<Reading> {
    if !app.presentation.presenting {
        return Vec::new();
    }
    // One of two coordinates says little.
    let two = numbers.iter().any(|it| it.key == "y");
    let matters = |it: &&Reading| MATTERS.contains(&it.key) && !(two && it.key == "x");
    let matters = numbers.iter().filter(matters).cloned();
    let short = |it: Reading| match (it.key, it.value) {
        // A count, a share, or words.
        ("steps" | "iteration" | "train_accuracy" | "test_accuracy", _) => it,
        _ if it.text.chars().any(char::is_alphabetic) => it,
        (_, value) if value.abs() < SMALLEST => Reading { text: "0".into(), ..it },
        ("slope", value) => Reading { text: app.words.signed(value, 3), ..it },
        (_, value) => Reading { text: app.words.significant(value, 3), ..it },
    };
    let network = Mode::of(app) == Mode::Network;
    let settings = app.subject.settings();
    let rate = settings.get("learning_rate").ok().map(|typed| Reading {
        key: if network { "learning_rate_alone" } else { "step_size" },
        text: app.words.chosen(&typed),
        value: settings.learning_rate,
        sign: "",
    });
    matters.map(short).chain(rate).collect()
}
