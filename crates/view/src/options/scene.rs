//! Scenes of the lesson: each an experiment, with the visible parts of the page.

use downhill_core::Experiment;

/// A scene. Its title is the text `scene_{id}`.
#[derive(Debug, PartialEq)]
pub struct Scene {
    /// Name in the address.
    pub id: &'static str,
    /// Query of its initial experiment; empty for the default network.
    pub query: &'static str,
    /// Pictures and controls that it has. Other controls are found under *More*.
    pub parts: &'static [&'static str],
    /// Those of its controls that are found under *More*, too: in sight are the few that it is
    /// about.
    pub under_more: &'static [&'static str],
    /// Text key of the play button.
    pub play: &'static str,
}

/// All scenes, in the lesson's order.
pub static SCENES: [&Scene; 5] = [&DERIVATIVE, &GRADIENT, &DESCENT, &NEURON, &NETWORK];

/// Derivative: a point on a curve, its tangent and its secant.
pub const DERIVATIVE: Scene = Scene {
    id: "derivative",
    query: "function=double_well&domain=-2,2&start=-0.5&learning_rate=0.02",
    parts: &["secant", "triangle", "basins"],
    under_more: &[],
    play: "drop",
};

/// Gradient: uphill, downhill and the components of a gradient.
pub const GRADIENT: Scene = Scene {
    id: "gradient",
    query: "function=himmelblau&start=-1,2&learning_rate=0.01",
    parts: &["step_size", "components", "predict", "basins"],
    under_more: &[],
    play: "play",
};

/// Descent: the four steps, repeated.
pub const DESCENT: Scene = Scene {
    id: "descent",
    query: "function=double_well&domain=-2,2&start=1.9&learning_rate=0.01&iterations=50",
    parts: &["four_steps", "step_size", "function", "written", "optimizer", "race", "predict"],
    under_more: &["optimizer", "race", "predict"],
    play: "play",
};

/// Neuron: a weight and a bias, fitted to points.
pub const NEURON: Scene = Scene {
    id: "neuron",
    query: "data=nebulae&layers=&standardize=false&test_fraction=0&cost=squared_error\
            &start=-0.5,1.5&learning_rate=0.2&iterations=50",
    parts: &["four_steps", "step_size", "chosen", "data", "cost"],
    under_more: &[],
    play: "play",
};

/// Network: the training of a network.
pub const NETWORK: Scene = Scene {
    id: "network",
    query: "",
    parts: &["pace", "step_size", "four_steps", "examples", "chain"],
    under_more: &[],
    play: "play",
};

impl Scene {
    /// The scene of this name.
    pub fn from_id(id: &str) -> Option<&'static Scene> {
        SCENES.into_iter().find(|scene| scene.id == id)
    }

    /// Scene of an experiment without a scene key; `None` for the default experiment, which may
    /// be the default network or the lesson's beginning.
    pub fn implied(experiment: &Experiment) -> Option<&'static Scene> {
        match experiment.function {
            Some(_) => Some(&DESCENT),
            None if *experiment == Experiment::default() => None,
            None if NEURON.suits(experiment) => Some(&NEURON),
            None => Some(&NETWORK),
        }
    }

    /// Whether it shows a ball on a function, not a network.
    pub fn on_function(&self) -> bool {
        self.query.starts_with("function")
    }

    /// Whether it can show an experiment.
    pub fn suits(&self, experiment: &Experiment) -> bool {
        let inputs = match &experiment.target {
            Some(target) => target.dim(),
            None => experiment.data.named().map_or(0, |data| data.inputs.len()),
        };
        let plain = experiment.layers.is_empty() && experiment.features.is_empty();
        let neuron = plain && inputs == 1;
        self.on_function() == experiment.function.is_some() && (self.id != "neuron" || neuron)
    }

    /// Whether it has a part.
    pub fn shows(&self, part: &str) -> bool {
        self.parts.contains(&part)
    }

    /// The parts that are in sight.
    pub fn in_sight(&self) -> impl Iterator<Item = &'static str> {
        let sight = |part: &&'static str| !self.under_more.contains(part);
        self.parts.iter().copied().filter(sight)
    }
}
