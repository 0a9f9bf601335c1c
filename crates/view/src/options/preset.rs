//! Examples: each an experiment in which one effect is visible.

use downhill_core::Experiment;

/// An example. The effect to watch is described by the text `watch_{id}`.
#[derive(Debug, PartialEq)]
pub struct Preset {
    /// Name.
    pub id: &'static str,
    /// Query of its address.
    pub query: &'static str,
}

/// All examples, in the order in which they are offered.
pub static PRESETS: [Preset; 16] = [
    Preset { id: "learns_well", query: "data=circles&iterations=400" },
    Preset { id: "too_high_a_rate", query: "data=circles&learning_rate=30&iterations=400" },
    Preset { id: "equal_weights", query: "data=circles&initialization=zeros&iterations=200" },
    Preset { id: "no_hidden_layer", query: "data=xor&layers=&iterations=200" },
    Preset {
        id: "squares_as_inputs",
        query: "data=circles&noise=0.1&features=x^2;y^2&layers=&learning_rate=1&iterations=200",
    },
    Preset {
        id: "vanishing_gradients",
        query: "data=circles&layers=8-8-8-8-8-8&activation=sigmoid&batch_size=10&iterations=300",
    },
    Preset {
        id: "dead_units",
        query: "data=moons&layers=8-8&activation=relu&learning_rate=5&iterations=100",
    },
    Preset {
        id: "over-fitting",
        query: "data=moons&samples=60&noise=1&test_fraction=0.5&layers=32-32&optimizer=adam\
                &learning_rate=0.01&iterations=600",
    },
    Preset {
        id: "over-fitting_cured",
        query: "data=moons&samples=60&noise=1&test_fraction=0.5&layers=32-32&l2=0.02\
                &optimizer=adam&learning_rate=0.01&iterations=600",
    },
    Preset {
        id: "bad_minimum",
        query: "data=xor&noise=0&test_fraction=0&layers=2&seed=3&iterations=1000",
    },
    Preset {
        id: "good_minimum",
        query: "data=xor&noise=0&test_fraction=0&layers=2&seed=2&iterations=1000",
    },
    Preset {
        id: "spiral",
        query: "data=playground_spirals&test_fraction=0.5&layers=16-16&optimizer=adam\
                &learning_rate=0.03&iterations=1200&iterations_per_frame=2",
    },
    Preset {
        id: "sunspots",
        query: "data=sunspots&standardize_targets=true&test_fraction=0.2&layers=16-16-16\
                &activation=sin&cost=squared_error&initialization=he_normal&optimizer=adam\
                &learning_rate=0.03&seed=3&iterations=2000&iterations_per_frame=5",
    },
    Preset {
        id: "sunspots_forecast",
        query: "data=sunspots&standardize_targets=true&test_fraction=0.2&test_rows=last\
                &layers=16-16-16&activation=sin&cost=squared_error&initialization=he_normal\
                &optimizer=adam&learning_rate=0.03&seed=3&iterations=2000&iterations_per_frame=5",
    },
    Preset {
        id: "a_formula",
        query: "target=sin(x)%2Bx/3&samples=80&noise=0.1&layers=8-8&cost=squared_error\
                &optimizer=adam&learning_rate=0.02&iterations=600",
    },
    Preset {
        id: "labels_by_a_formula",
        query: "target=sin(x)-y/3&layers=12&optimizer=adam&learning_rate=0.05\
                &iterations=600",
    },
];

impl Preset {
    /// The example of this name.
    pub fn from_id(id: &str) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.id == id)
    }
}

/// Experiments of all examples, to identify the example of a run.
#[derive(Debug)]
pub struct Presets(Vec<Experiment>);

impl Presets {
    /// Parses the experiments of all examples.
    pub fn read() -> Presets {
        let read =
            |preset: &Preset| Experiment::from_query_with(preset.query, &mut |_, _| Ok(())).0;
        Presets(PRESETS.iter().map(read).collect())
    }

    /// The example with an experiment's initial settings, regardless of its edits; `None` if
    /// there is none.
    pub fn of(&self, experiment: &Experiment) -> Option<&'static Preset> {
        if experiment.data.is_own() {
            return None;
        }
        let start = Experiment { edits: Vec::new(), ..experiment.clone() };
        PRESETS.iter().zip(&self.0).find(|(_, of)| **of == start).map(|(preset, _)| preset)
    }
}
