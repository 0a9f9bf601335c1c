//! Layer editor: the hidden layers, edited one by one above their columns in the diagram.

use crate::network::diagram::layout::Layout;
use crate::text::messages::Words;
use downhill_core::experiment::keys::{MOST_LAYERS, MOST_UNITS};
use downhill_core::message::{Message, Value};
use downhill_core::{Error, Experiment, Run};

/// A change of the hidden layers, which are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edit<'a> {
    /// Sets a layer's number of units, from typed text.
    Units(usize, &'a str),
    /// Adds units to a layer, or removes them if negative.
    MoreUnits(usize, i32),
    /// Sets a layer's activation, by its name.
    Activation(usize, &'a str),
    /// Adds a layer at the end, like the last one (`true`), or removes the last one (`false`).
    Layer(bool),
}

/// The experiment with a change. With other widths, settings of single weights are cleared, and
/// all weights are drawn anew. Fails if the change is invalid or beyond a limit.
pub fn edited(before: &Experiment, edit: Edit, words: Words) -> Result<Experiment, Error> {
    let cannot = |key: &str| {
        let most = if key == "layers_most" { MOST_LAYERS } else { MOST_UNITS };
        Error::Inconsistent(words.fill(key, &[("most", &most.to_string())]))
    };
    let mut experiment = before.clone();
    let mut units = before.layers.clone();
    let mut activations: Vec<&str> =
        (0..units.len()).map(|layer| before.activation.of(layer).id).collect();
    match edit {
        Edit::Units(layer, text) => {
            let count = text.trim().parse().ok().filter(|count| (1..=MOST_UNITS).contains(count));
            let wrong = || {
                let most = Value::Given(MOST_UNITS.to_string());
                let template = "a number of units from 1 to {most}";
                Error::bad_value("layers", text, Message::new(template, vec![("most", most)]))
            };
            *unit(&mut units, layer)? = count.ok_or_else(wrong)?;
        }
        Edit::MoreUnits(layer, by) => {
            let count = unit(&mut units, layer)?;
            *count = count.saturating_add_signed(by as isize);
            match *count {
                0 => return Err(cannot("units_fewest")),
                count if count > MOST_UNITS => return Err(cannot("units_most")),
                _ => {}
            }
        }
        Edit::Activation(layer, id) => *unit(&mut activations, layer)? = id,
        Edit::Layer(true) => {
            if units.len() == MOST_LAYERS {
                return Err(cannot("layers_most"));
            }
            units.push(units.last().copied().unwrap_or(Experiment::default().layers[0]));
            let last = activations.last().copied();
            activations.push(last.unwrap_or(before.activation.of(0).id));
        }
        Edit::Layer(false) => {
            if units.pop().and(activations.pop()).is_none() {
                return Err(cannot("layers_fewest"));
            }
        }
    }
    if units != before.layers {
        experiment.layers = units;
        experiment.forget_weights();
    }
    if let Some(first) = activations.first() {
        let same = activations.iter().all(|id| id == first);
        experiment
            .set("activation", &if same { first.to_string() } else { activations.join("-") })?;
    }
    Ok(experiment)
}

/// Element of a hidden layer in a list. Fails if there is no such layer.
fn unit<T>(of: &mut [T], layer: usize) -> Result<&mut T, Error> {
    let count = of.len();
    of.get_mut(layer).ok_or_else(|| {
        Error::Inconsistent(format!("There is no hidden layer {}, only {count}.", layer + 1))
    })
}

/// Controls of the hidden layers: contents and positions.
#[derive(Clone, Debug, PartialEq)]
pub struct Controls {
    /// x of each layer's column in the diagram, in CSS pixels from its left side.
    pub columns: Vec<f64>,
    /// Number of units of each layer.
    pub units: Vec<usize>,
    /// Names of the layers' activations.
    pub activations: Vec<&'static str>,
    /// Width available to a layer's controls, in CSS pixels.
    pub room: f64,
    /// Whether the width is too small for all of a layer's controls.
    pub tight: bool,
}

/// Width of three targets that a pointer hits (WCAG 2.2: 24 CSS pixels), with a gap.
const THREE_TARGETS: f64 = 76.0;

impl Controls {
    /// Controls of a run's network, above a diagram with this layout and a text size of `em`.
    pub fn new(run: &Run, layout: &Layout, em: f64) -> Controls {
        let sizes = run.network().sizes();
        let hidden = 1..sizes.len() - 1;
        let apart = layout.column(1) - layout.column(0);
        // A layer that is alone has the room to both sides.
        let room = if hidden.len() == 1 { 2.0 * apart } else { apart };
        Controls {
            columns: hidden.clone().map(|layer| layout.column(layer)).collect(),
            units: sizes[hidden.clone()].to_vec(),
            activations: hidden
                .map(|layer| run.network().layers()[layer - 1].activation.id)
                .collect(),
            room,
            tight: room < (4.5 * em).max(THREE_TARGETS),
        }
    }
}

/// Work that fits into a frame: samples × (parameters + 10 × hidden units), as sums and
/// activations take most of the time; see BENCHMARKS.md.
const A_FRAME: usize = 250_000;

/// Whether a run's network is so large for its samples that frames take longer than a sixtieth
/// of a second.
pub fn is_slow(run: &Run) -> bool {
    let network = run.network();
    let sizes = network.sizes();
    let hidden: usize = sizes[1..sizes.len() - 1].iter().sum();
    run.split().train.n * (network.parameters() + 10 * hidden) > A_FRAME
}
