//! The controls there are, and where each stands: to add one is to add a line here.

use super::mode::Mode;
use crate::application::Application;
use crate::subject::Subject;
use downhill_core::optimizer::Hyperparameter;
use downhill_view::options::show::Chart;
use downhill_view::text::messages::Words;
use serde::Serialize;

/// A control: what it sets, what it looks like, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Control {
    /// The key that it sets, and by which its value is told. Two controls may set one key, in
    /// two sections.
    pub key: &'static str,
    /// Its form: a list, a field, a slider.
    pub kind: Kind,
    /// Where it stands.
    pub section: Section,
    /// The key of its name among the texts; one of the optimizer's own settings is named by its
    /// key.
    pub text: &'static str,
    /// The key of a sentence about it; of one of the optimizer's own settings, the sentence.
    pub hint: &'static str,
    /// The key of what stands in the empty field; empty for nothing.
    pub empty: &'static str,
}

/// The form of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Kind {
    /// A list of the choices that the options have for its key.
    Choice,
    /// A list of the weights.
    Weight,
    /// A list of the races.
    Race,
    /// A field for a formula, and a list of the functions.
    Formula,
    /// A field for a text.
    Text,
    /// A field for a number.
    Number,
    /// A field for a whole number.
    Integer,
    /// A field for each end of a function's domain.
    Domain,
    /// A button that is pressed or not: its value is `true` or `false`.
    Toggle,
    /// A slider.
    Slider,
    /// A slider and a field for its number.
    Pair,
    /// The same, with the scale of step sizes along the slider.
    Scale,
}

/// Where a control stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Section {
    /// Beside the title.
    Head,
    /// With the function written out.
    Written,
    /// With the contour map.
    Map,
    /// With the network's answers.
    Boundary,
    /// With the network's diagram.
    Diagram,
    /// With the chart.
    Chart,
    /// With the chain rule.
    Chain,
    /// With what the neuron finds.
    Found,
    /// In the bar below the pictures.
    Bar,
    /// Under *More*.
    More,
}

/// When and where a control is there.
struct Definition {
    control: Control,
    /// The modes in which it is there.
    modes: &'static [Mode],
    /// Its part of the page, which a scene may leave out: then it stands under *More*. Empty if
    /// it is always in sight.
    part: &'static str,
}

const ALL: &[Mode] = &[Mode::Network, Mode::Neuron, Mode::Line, Mode::Plane];
const FUNCTION: &[Mode] = &[Mode::Line, Mode::Plane];
const LINE: &[Mode] = &[Mode::Line];
const NETWORK: &[Mode] = &[Mode::Network];
const NEURON: &[Mode] = &[Mode::Neuron];
const SAMPLES: &[Mode] = &[Mode::Network, Mode::Neuron];

/// A control that is named by its key.
const fn of(
    section: Section,
    modes: &'static [Mode],
    kind: Kind,
    key: &'static str,
    hint: &'static str,
) -> Definition {
    Definition {
        control: Control { key, kind, section, text: key, hint, empty: "" },
        modes,
        part: "",
    }
}

impl Definition {
    /// The same, named by another text.
    const fn named(mut self, text: &'static str) -> Definition {
        self.control.text = text;
        self
    }

    /// The same, with a text that stands in the empty field.
    const fn empty(mut self, empty: &'static str) -> Definition {
        self.control.empty = empty;
        self
    }

    /// The same, in sight only where the scene has this part.
    const fn part(mut self, part: &'static str) -> Definition {
        self.part = part;
        self
    }
}

use Kind::{
    Choice, Domain, Formula, Integer, Number, Pair, Race, Scale, Slider, Text, Toggle, Weight,
};
use Section::{Bar, Boundary, Chain, Diagram, Found, Head, Map, More, Written};

/// All controls, section by section.
static CONTROLS: &[Definition] = &[
    of(Head, ALL, Choice, "theme", "theme_hint"),
    of(Written, FUNCTION, Toggle, "numbers", "with_numbers_hint").named("with_numbers"),
    of(Map, NETWORK, Choice, "plane", "plane_hint"),
    of(Map, NETWORK, Toggle, "hold", "hold_hint"),
    of(Boundary, NETWORK, Toggle, "errors", "errors_hint"),
    of(Chain, NETWORK, Integer, "sample", "sample_hint").empty("sample_all"),
    of(Found, NEURON, Slider, "ball_x", "neuron_found_hint").named("neuron_weight"),
    of(Found, NEURON, Slider, "ball_y", "neuron_found_hint").named("neuron_bias"),
    of(Diagram, NETWORK, Pair, "weight_value", "weight_value_hint"),
    of(Diagram, NETWORK, Toggle, "freeze", "freeze_hint"),
    of(Section::Chart, NETWORK, Choice, "chart", "chart_hint"),
    of(Section::Chart, NETWORK, Choice, "hidden_layer", "hidden_layer_hint"),
    of(Bar, NETWORK, Choice, "iterations_per_frame", "iterations_per_frame_hint")
        .named("pace")
        .part("pace"),
    of(Bar, FUNCTION, Toggle, "predict", "predict_hint").part("predict"),
    of(Bar, LINE, Pair, "secant", "secant_hint").part("secant"),
    of(Bar, SAMPLES, Choice, "data", "data_hint").part("data"),
    of(Bar, SAMPLES, Choice, "cost", "cost_hint").part("cost"),
    of(Bar, NETWORK, Pair, "learning_rate", "learning_rate_hint").part("step_size"),
    of(Bar, NEURON, Pair, "learning_rate", "learning_rate_hint")
        .named("step_size")
        .part("step_size"),
    of(Bar, FUNCTION, Scale, "learning_rate", "learning_rate_hint")
        .named("step_size")
        .part("step_size"),
    of(Bar, FUNCTION, Formula, "function", "function_hint").part("function"),
    of(Bar, ALL, Integer, "iterations", "iterations_hint").part("iterations"),
    of(Bar, FUNCTION, Number, "condition_number", "condition_number_hint"),
    of(Bar, FUNCTION, Choice, "optimizer", "optimizer_hint").part("optimizer"),
    of(Bar, NETWORK, Weight, "weight", "weight_hint").part("weight"),
    of(Bar, SAMPLES, Text, "batch_size", "batch_size_hint").part("batch_size"),
    of(Bar, NETWORK, Choice, "example", "example_hint").part("examples"),
    of(Bar, NETWORK, Weight, "second_weight", "second_weight_hint").part("second_weight"),
    of(Bar, FUNCTION, Race, "race", "race_hint").part("race"),
    of(Bar, FUNCTION, Toggle, "drop_ten", "drop_ten_hint").part("race"),
    of(Bar, FUNCTION, Toggle, "basins", "basins_hint").part("basins"),
    of(More, ALL, Choice, "language", "language_hint"),
    of(More, NETWORK, Text, "features", "features_typed_hint")
        .named("features_typed")
        .empty("features_none"),
    of(More, FUNCTION, Text, "start", "start_hint"),
    of(More, FUNCTION, Domain, "domain", "domain_hint"),
    of(More, FUNCTION, Text, "race", "race_lanes_hint"),
    of(More, ALL, Integer, "seed", "seed_hint"),
    of(More, NETWORK, Integer, "plane_at", "plane_at_hint"),
    of(More, NETWORK, Text, "target", "target_hint"),
    of(More, NETWORK, Text, "domain", "sampled_hint").named("sampled"),
    of(More, NETWORK, Integer, "samples", "samples_hint"),
    of(More, NETWORK, Number, "test_fraction", "test_fraction_hint"),
    of(More, NETWORK, Number, "validation_fraction", "validation_fraction_hint"),
    of(More, NETWORK, Choice, "test_rows", "test_rows_hint"),
    of(More, NETWORK, Toggle, "standardize_targets", "standardize_targets_hint"),
    of(More, NETWORK, Number, "noise", "noise_hint"),
    of(More, NETWORK, Text, "layers", "layers_hint"),
    of(More, NETWORK, Choice, "activation", "activation_hint"),
    of(More, NETWORK, Choice, "initialization", "initialization_hint"),
    of(More, SAMPLES, Choice, "optimizer", "optimizer_hint"),
    of(More, ALL, Text, "schedule", "schedule_hint"),
    of(More, NETWORK, Number, "l1", "l1_hint"),
    of(More, NETWORK, Number, "l2", "l2_hint"),
    of(More, NETWORK, Number, "dropout", "dropout_hint"),
    of(More, ALL, Number, "gradient_noise", "gradient_noise_hint"),
    of(More, ALL, Text, "iterations_per_frame", "iterations_per_frame_hint"),
    of(More, SAMPLES, Integer, "epochs", "epochs_hint"),
    of(More, SAMPLES, Number, "target_loss", "target_loss_hint"),
    of(More, SAMPLES, Integer, "patience", "patience_hint"),
];

/// The controls that there are now. Those of the bar that the scene leaves out stand under *More*,
/// before all others there.
pub(super) fn control_list(app: &Application) -> Vec<Control> {
    let mode = Mode::of(app);
    let (mut first, mut left_out, mut more) = (Vec::new(), Vec::new(), Vec::new());
    for Definition { control, modes, part } in CONTROLS {
        if !modes.contains(&mode) || !is_there(control.key, app) {
            continue;
        }
        let in_sight = part.is_empty() || app.show.scene.in_sight().any(|it| it == *part);
        match control.section {
            Section::More => {
                if control.key == "schedule" {
                    let own = app.subject.settings().optimizer.hyperparameters;
                    more.extend(own.iter().map(|of| hyperparameter(of, app.words)));
                }
                more.push(control.clone());
            }
            Section::Bar if !in_sight => {
                left_out.push(Control { section: Section::More, ..control.clone() });
            }
            _ => first.push(control.clone()),
        }
    }
    first.into_iter().chain(left_out).chain(more).collect()
}

/// Whether there is a use for a control.
fn is_there(key: &str, app: &Application) -> bool {
    match (&app.subject, key) {
        (Subject::Ball(ball), "condition_number") => {
            let known = ball.descent().function().definition();
            known.is_some_and(|it| it.conditioned.is_some())
        }
        (Subject::Network(network), "hidden_layer") => {
            app.show.chart == Chart::Space && network.run().network().layers().len() > 2
        }
        _ => true,
    }
}

/// A field for one of the optimizer's own settings.
fn hyperparameter(of: &Hyperparameter, words: Words) -> Control {
    let (kind, section, hint) = (Kind::Number, Section::More, words.of_core(of.means));
    Control { key: of.id, kind, section, text: of.id, hint, empty: "" }
}

/// The keys of all controls that there are now, each with its name.
pub(super) fn names(app: &Application) -> Vec<(&'static str, String)> {
    let name = |it: Control| match it.text {
        // It is called otherwise where it stands alone.
        "learning_rate" => (it.key, app.name_of(it.key)),
        text => (it.key, app.words.get(text).replace('_', " ")),
    };
    control_list(app).into_iter().map(name).collect()
}
