//! Table of all keys of an address, the source of `docs/keys.md`.

use super::show::Show;
use downhill_core::experiment::keys::KEYS;
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::{Error, Experiment};

/// A text that no key accepts: the error names the valid values.
const NO_VALUE: &str = "?";

/// Keys of what an address asks for beside the start of a run, which depend on its experiment:
/// (key, values, meaning).
const BESIDE: [(&str, &str, &str); 6] = [
    (
        "at",
        "an iteration, such as 120",
        "The iteration at which the run opens: it is computed again up to there.",
    ),
    (
        "ghost",
        "up to 10000 steps and the changes made in them, as in `30,20:learning_rate:0.1`",
        "The run that was left for this one.",
    ),
    (
        "kept",
        "what differs from the present run, as in `kept=iterations%3D120%26learning_rate%3D0.1`",
        "A run that is kept for comparison, of up to 20000 steps; the key may stand up to four times.",
    ),
    (
        "story",
        "`lesson`, or an address on the same site, such as `stories/my-lesson.md`",
        "The story that is told: `lesson` is the one that comes with Downhill. `docs/classroom.md` says how one is written.",
    ),
    (
        "beat",
        "the number of a beat of the story, such as 3",
        "The beat at hand. Beside settings of an address's own, it says only where the story goes on.",
    ),
    (
        "mode",
        "present",
        "It is shown to a class: larger, and nothing but pictures, sentence and the numbers that matter.",
    ),
];

/// The Markdown document: tables of the experiment's keys, of the optimizers' hyperparameters
/// and of the display options, each with valid values and meaning.
pub fn document() -> String {
    let mut text = String::from(
        "# Keys of an address\n\n\
         Made from the tables of keys in the code by `cargo run -p downhill-view --example keys`; \
         a test compares.\n\n\
         Every key has the name of its control on the page and of its field in JSON. A key that \
         is left out has its usual value.\n\n## The experiment\n\n",
    );
    let row = |id: &str, values: &str, about: &str| {
        let cell = |text: &str| text.replace('|', "\\|");
        format!("| `{id}` | {} | {} |\n", cell(values), cell(about))
    };
    const HEAD: &str = "| key | values | meaning |\n|---|---|---|\n";
    text.push_str(HEAD);
    let mut experiment = Experiment::default();
    for key in KEYS {
        text.push_str(&row(key.id, &taken(experiment.set(key.id, NO_VALUE)), key.about));
    }
    text.push_str("\n## An optimizer's own settings\n\nNames and defaults are PyTorch's.\n\n");
    text.push_str("| key | meaning | optimizers and their defaults |\n|---|---|---|\n");
    let mut told: Vec<&str> = Vec::new();
    for setting in OPTIMIZERS.iter().flat_map(|of| of.hyperparameters) {
        if told.contains(&setting.id) {
            continue;
        }
        told.push(setting.id);
        let of_all =
            OPTIMIZERS.iter().filter_map(|of| Some((of.id, of.hyperparameter(setting.id)?)));
        let defaults: Vec<String> =
            of_all.map(|(id, setting)| format!("{id} {}", short(setting.default))).collect();
        text.push_str(&row(setting.id, setting.means, &defaults.join(", ")));
    }
    text.push_str("\n## What is shown\n\n");
    text.push_str(HEAD);
    let mut show = Show::default();
    for (id, about) in Show::ABOUT {
        text.push_str(&row(id, &taken(show.set(id, NO_VALUE)), about));
    }
    for (id, values, about) in BESIDE {
        text.push_str(&row(id, values, about));
    }
    text
}

/// A default value, in scientific notation if small.
fn short(number: f64) -> String {
    if number != 0.0 && number < 1e-4 { format!("{number:e}") } else { number.to_string() }
}

/// Valid values of a key, as the error for another value names them.
fn taken(refused: Result<(), Error>) -> String {
    match refused {
        Err(Error::BadValue { expected, .. }) => expected.to_string(),
        // A formula's error tells of the formula.
        _ => "a formula".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_is_made_of_the_tables() {
        let written = include_str!("../../../../docs/keys.md");
        assert!(document() == written, "docs/keys.md is out of date: {}", REMEDY);
    }

    const REMEDY: &str = "cargo run -p downhill-view --example keys > docs/keys.md";
}
