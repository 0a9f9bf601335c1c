//! Display options of a run: none of them changes a number of the run.

use crate::canvas::theme::{THEMES, Theme};
use crate::options::goal::Goal;
use crate::options::lock::Lock;
use crate::options::scene::{NETWORK, SCENES, Scene};
use crate::text::messages::LANGUAGES;
use downhill_core::analysis::loss_plane::Kind;
use downhill_core::message::{Message, Value};
use downhill_core::run::race::Lanes;
use downhill_core::run::stop_rules::Rules;
use downhill_core::{Error, Experiment, Network};

/// Kinds of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The ball on a curve.
    Curve,
    /// The derivative of a function of one variable, below its curve.
    Derivative,
    /// The contour map.
    Map,
    /// The surface.
    Surface,
    /// The decision boundary.
    Boundary,
    /// The network's diagram.
    Diagram,
    /// History of the run: one of the charts.
    Chart,
    /// Heights of a race's runs over the steps.
    Heights,
    /// Outputs of the current run and of the kept ones, side by side.
    Kept,
}

impl View {
    /// All pictures, by the name of their canvas.
    pub const ALL: [(&'static str, View); 9] = [
        ("curve", View::Curve),
        ("derivative", View::Derivative),
        ("map", View::Map),
        ("surface", View::Surface),
        ("boundary", View::Boundary),
        ("diagram", View::Diagram),
        ("chart", View::Chart),
        ("heights", View::Heights),
        ("kept", View::Kept),
    ];

    /// The picture of this name.
    pub fn from_id(id: &str) -> Option<View> {
        View::ALL.into_iter().find(|(name, _)| *name == id).map(|(_, view)| view)
    }

    /// Name of the picture.
    pub fn id(self) -> &'static str {
        View::ALL.into_iter().find(|(_, view)| *view == self).map_or("", |(name, _)| name)
    }
}

/// Kinds of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Losses over the iterations.
    Loss,
    /// Losses over the iterations, on a logarithmic scale.
    LogLoss,
    /// Norm of each layer's part of the gradient.
    Gradients,
    /// Distribution of the weights.
    Weights,
    /// Predictions against targets.
    Answers,
    /// Space of a hidden layer's activations; in the last one a straight line separates the
    /// classes.
    Space,
    /// Sharpness: the largest curvature, and the stability limit of the learning rate.
    Sharpness,
    /// Learning rate over the iterations.
    LearningRate,
}

impl Chart {
    /// All charts, by name in the address.
    pub const ALL: [(&'static str, Chart); 8] = [
        ("loss", Chart::Loss),
        ("log_loss", Chart::LogLoss),
        ("gradients", Chart::Gradients),
        ("weights", Chart::Weights),
        ("answers", Chart::Answers),
        ("hidden_space", Chart::Space),
        ("sharpness", Chart::Sharpness),
        ("learning_rate", Chart::LearningRate),
    ];

    /// The chart of this name.
    pub fn from_id(id: &str) -> Option<Chart> {
        Chart::ALL.into_iter().find(|(name, _)| *name == id).map(|(_, chart)| chart)
    }

    /// Name of the chart.
    pub fn id(self) -> &'static str {
        Chart::ALL.into_iter().find(|(_, chart)| *chart == self).map_or("", |(name, _)| name)
    }
}

/// Requested plane: its kind, and the indices in θ of two weights, to the right, and up or back.
pub type Asked = (Kind, (usize, usize));

/// Learning rates at the positions of a slider: about equal factors for equal steps.
pub const LEARNING_RATES: [&str; 31] = [
    "0.00001", "0.00002", "0.00005", "0.0001", "0.0002", "0.0005", "0.001", "0.0015", "0.002",
    "0.003", "0.005", "0.007", "0.01", "0.015", "0.02", "0.03", "0.05", "0.07", "0.1", "0.15",
    "0.2", "0.3", "0.5", "0.7", "1", "1.5", "2", "3", "5", "7", "10",
];

/// Distances of a secant's second point at the positions of a slider; at the first there is no
/// secant.
pub const SECANTS: [&str; 13] =
    ["0", "0.001", "0.01", "0.02", "0.05", "0.1", "0.2", "0.3", "0.5", "0.7", "1", "1.5", "2"];

/// Display options: contents of the pictures and speed of the animation. Every field is a key of
/// the address beside those of the experiment.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    /// Scene of the lesson.
    pub scene: &'static Scene,
    /// Distance of the secant's second point to the right of the ball; 0 for no secant.
    pub secant: f64,
    /// Stop rules.
    pub rules: Rules,
    /// Weight along the curve: its index in θ.
    pub weight: usize,
    /// Second weight of map and surface: its index in θ.
    pub second_weight: usize,
    /// Chart of a network's run.
    pub chart: Chart,
    /// Hidden layer of the chart [`Chart::Space`], from 1; `None` for the last.
    pub hidden_layer: Option<usize>,
    /// Kind of plane in parameter space over which map and surface show the loss.
    pub plane: Kind,
    /// Iteration at which the plane is fixed; `None` for one that follows the run.
    pub plane_at: Option<u32>,
    /// Selected sample of the next step, from 1; `None` for all. If the step has fewer, it is
    /// the last.
    pub sample: Option<usize>,
    /// Updates for each frame; below 1, one every few frames; infinite for as many as there is
    /// time for.
    pub iterations_per_frame: f64,
    /// Whether the pictures of a function are coloured by the basins of attraction.
    pub basins: bool,
    /// Setting in which the runs of a race differ; `None` for one ball.
    pub race: Option<Lanes>,
    /// Whether the page asks for a prediction of the ball's position before it moves.
    pub predict: bool,
    /// Whether a sample's mark is the larger the higher its own cost.
    pub errors: bool,
    /// Whether the formulas show the numbers of the current position.
    pub numbers: bool,
    /// Theme; `None` for the reader's system preference.
    pub theme: Option<&'static Theme>,
    /// Settings that stay as they are, as for a class.
    pub lock: Lock,
    /// Goal of the run; `None` for none.
    pub goal: Option<Goal>,
    /// Language, one of [`LANGUAGES`]; `None` for the page's or the reader's own.
    pub language: Option<&'static str>,
}

impl Default for Show {
    fn default() -> Show {
        Show {
            scene: &NETWORK,
            secant: 0.0,
            rules: Rules::default(),
            weight: 6,
            second_weight: 7,
            chart: Chart::Loss,
            hidden_layer: None,
            plane: Kind::Weights,
            plane_at: None,
            sample: None,
            iterations_per_frame: 1.0,
            basins: false,
            race: None,
            predict: false,
            errors: false,
            numbers: false,
            theme: None,
            lock: Lock::default(),
            goal: None,
            language: None,
        }
    }
}

impl Show {
    /// Keys in the order of an address, each with its meaning as printed in `docs/keys.md`.
    pub const ABOUT: [(&str, &str); 23] = [
        (
            "scene",
            "The scene of the lesson. Without it an address with a function shows *Descent*, another one *Network*, and an empty one *Derivative*.",
        ),
        (
            "secant",
            "The distance from the ball to the secant's second point, to the right; 0 for none.",
        ),
        ("iterations", "The number of steps after which a run stops; 0 for no end."),
        ("epochs", "The number of epochs after which a network's run stops; 0 for no end."),
        ("target_loss", "The training loss at which a network's run stops; empty for none."),
        (
            "patience",
            "The number of iterations without a fall of the validation loss (by 0.0001 of itself) after which a network's run stops and the weights of the lowest are back; with `validation_fraction` 0 the training loss is watched, and the weights stay. 0 for no end.",
        ),
        ("weight", "The weight along the loss curve, by its place in θ, counted from 0."),
        ("second_weight", "The second weight of map and surface."),
        ("chart", "The chart of a network's run."),
        ("hidden_layer", "The hidden layer whose space the chart `hidden_space` shows."),
        ("plane", "The plane through all weights over which map and surface show the loss."),
        (
            "plane_at",
            "The iteration at which the plane was chosen, if it stays; empty for a plane that follows the run.",
        ),
        (
            "sample",
            "The sample of the coming step that is looked at, counted from 1; empty for all.",
        ),
        (
            "iterations_per_frame",
            "The iterations for each animation frame: 0.1 is one every ten frames, `max` as many as a frame has time for.",
        ),
        ("basins", "Whether starts are coloured by the minimum that they lead to."),
        (
            "race",
            "The runs that race each other: up to six optimizers as in `sgd,adam`, up to six step sizes as in `0.01,0.1`, or `starts` for ten starts.",
        ),
        ("predict", "Whether the page asks where the ball will be before it shows it."),
        ("errors", "Whether the mark of a sample is the larger the more it alone costs."),
        ("numbers", "Whether the formulas have the ball's own numbers in them."),
        ("theme", "Colours and line widths."),
        (
            "lock",
            "The settings that cannot be changed on the page, as for a class; with any of them the scene stays, too. Whoever edits the address can change them.",
        ),
        ("goal", "What is to be reached with the run; empty for nothing."),
        ("language", "The language of all texts; `auto` for that of the page around the figure."),
    ];

    /// The keys alone.
    pub const KEYS: [&str; 23] = {
        let mut ids = [""; Show::ABOUT.len()];
        let mut at = 0;
        while at < ids.len() {
            ids[at] = Show::ABOUT[at].0;
            at += 1;
        }
        ids
    };

    /// Sets one key from text. On an error nothing has changed.
    pub fn set(&mut self, key: &str, text: &str) -> Result<(), Error> {
        let number = || text.trim().parse::<u32>().ok();
        let expected = |what: &str| Error::bad_value(key, text, what);
        let auto_or = |names: &[&str]| {
            let names = Value::Given(names.join(", "));
            let what = Message::new("auto or one of {names}", vec![("names", names)]);
            Error::bad_value(key, text, what)
        };
        match key {
            "scene" => {
                self.scene = Scene::from_id(text).ok_or_else(|| {
                    let ids = SCENES.map(|scene| scene.id);
                    Error::bad_value(key, text, Message::one_of(&ids))
                })?;
            }
            "secant" => {
                self.secant = text
                    .trim()
                    .parse()
                    .ok()
                    .filter(|secant| (0.0..=1e6).contains(secant))
                    .ok_or_else(|| expected("a distance from 0 on, such as 0.5"))?;
            }
            "iterations" | "epochs" | "patience" => {
                let rule = match key {
                    "iterations" => &mut self.rules.iterations,
                    "epochs" => &mut self.rules.epochs,
                    _ => &mut self.rules.patience,
                };
                *rule = match text.trim() {
                    "" => 0,
                    _ => number().ok_or_else(|| expected("a whole number, or 0 for no end"))?,
                };
            }
            "target_loss" => {
                self.rules.target_loss = match text.trim() {
                    "" => None,
                    text => Some(
                        text.parse()
                            .ok()
                            .filter(|loss: &f64| loss.is_finite())
                            .ok_or_else(|| expected("a loss, such as 0.1, or nothing"))?,
                    ),
                };
            }
            "weight" | "second_weight" => {
                let index = number().ok_or_else(|| expected("a weight's number, from 0 on"))?;
                let (this, other) = match key {
                    "weight" => (&mut self.weight, &mut self.second_weight),
                    _ => (&mut self.second_weight, &mut self.weight),
                };
                if *other == index as usize {
                    // Two directions are needed: they change places.
                    *other = *this;
                }
                *this = index as usize;
            }
            "chart" => {
                self.chart = Chart::from_id(text).ok_or_else(|| {
                    let ids = Chart::ALL.map(|(id, _)| id);
                    Error::bad_value(key, text, Message::one_of(&ids))
                })?;
            }
            "hidden_layer" => {
                self.hidden_layer = match text.trim() {
                    "last" => None,
                    _ => Some(
                        number()
                            .filter(|layer| *layer > 0)
                            .ok_or_else(|| expected("a hidden layer, counted from 1, or last"))?
                            as usize,
                    ),
                };
            }
            "plane" => self.plane = Kind::from_id(text)?,
            "plane_at" => {
                self.plane_at = match text.trim() {
                    "" => None,
                    _ => Some(number().ok_or_else(|| {
                        expected("an iteration, such as 120, or nothing to follow the run")
                    })?),
                };
            }
            "sample" => {
                self.sample = match text.trim() {
                    "" => None,
                    _ => Some(number().filter(|sample| *sample > 0).ok_or_else(|| {
                        expected("a sample of the coming step, from 1 on, or nothing for all")
                    })? as usize),
                };
            }
            "iterations_per_frame" => {
                let count = match text.trim() {
                    "max" => Some(f64::INFINITY),
                    text => text.parse::<f64>().ok().filter(|count| (0.01..=100.0).contains(count)),
                };
                self.iterations_per_frame =
                    count.ok_or_else(|| expected("a number from 0.01 to 100, or max"))?;
            }
            "basins" => {
                self.basins = text.parse().map_err(|_| expected("true or false"))?;
            }
            "predict" => {
                self.predict = text.parse().map_err(|_| expected("true or false"))?;
            }
            "errors" => {
                self.errors = text.parse().map_err(|_| expected("true or false"))?;
            }
            "numbers" => {
                self.numbers = text.parse().map_err(|_| expected("true or false"))?;
            }
            "race" => {
                self.race = match text {
                    "" => None,
                    text => Some(Lanes::parse(text)?),
                };
            }
            "theme" => {
                self.theme = match text {
                    "auto" => None,
                    id => Some(Theme::from_id(id).ok_or_else(|| {
                        let ids: Vec<&str> = THEMES.iter().map(|theme| theme.id).collect();
                        auto_or(&ids)
                    })?),
                };
            }
            "lock" => self.lock = Lock::parse(text)?,
            "goal" => {
                self.goal = match text.trim() {
                    "" => None,
                    text => Some(Goal::parse(text)?),
                }
            }
            "language" => {
                self.language = match text {
                    "auto" => None,
                    id => Some(
                        LANGUAGES
                            .iter()
                            .find(|known| **known == id)
                            .ok_or_else(|| auto_or(LANGUAGES))?,
                    ),
                };
            }
            _ => return Err(Error::UnknownKey(key.to_string())),
        }
        Ok(())
    }

    /// Value of a key as text, as [`Show::set`] takes it. Fails for an unknown key.
    pub fn get(&self, key: &str) -> Result<String, Error> {
        Ok(match key {
            "scene" => self.scene.id.to_string(),
            "secant" => self.secant.to_string(),
            "iterations" => self.rules.iterations.to_string(),
            "epochs" => self.rules.epochs.to_string(),
            "target_loss" => {
                self.rules.target_loss.map_or_else(String::new, |loss| loss.to_string())
            }
            "patience" => self.rules.patience.to_string(),
            "weight" => self.weight.to_string(),
            "second_weight" => self.second_weight.to_string(),
            "chart" => self.chart.id().to_string(),
            "hidden_layer" => {
                self.hidden_layer.map_or_else(|| "last".to_string(), |layer| layer.to_string())
            }
            "plane" => self.plane.id().to_string(),
            "plane_at" => self.plane_at.map_or_else(String::new, |at| at.to_string()),
            "sample" => self.sample.map_or_else(String::new, |sample| sample.to_string()),
            "iterations_per_frame" if self.iterations_per_frame.is_infinite() => "max".to_string(),
            "iterations_per_frame" => self.iterations_per_frame.to_string(),
            "basins" => self.basins.to_string(),
            "predict" => self.predict.to_string(),
            "errors" => self.errors.to_string(),
            "numbers" => self.numbers.to_string(),
            "race" => self.race.as_ref().map_or_else(String::new, |race| race.names().join(",")),
            "theme" => self.theme.map_or("auto", |theme| theme.id).to_string(),
            "lock" => self.lock.to_string(),
            "goal" => self.goal.map_or_else(String::new, |goal| goal.to_string()),
            "language" => self.language.unwrap_or("auto").to_string(),
            _ => return Err(Error::UnknownKey(key.to_string())),
        })
    }

    /// Requested plane in parameter space.
    pub fn asked(&self) -> Asked {
        (self.plane, (self.weight, self.second_weight))
    }

    /// Resets weights that the network does not have to its first two.
    pub fn fit(&mut self, network: &Network) {
        let last = network.parameters() - 1;
        if self.weight > last || self.second_weight > last || self.weight == self.second_weight {
            (self.weight, self.second_weight) = (0, 1);
        }
    }

    /// Differences from the defaults, as pairs of an experiment's query.
    pub fn pairs(&self, experiment: &Experiment) -> Vec<(&'static str, String)> {
        let implied = Scene::implied(experiment).filter(|scene| *scene == self.scene);
        let mut default = Show::default();
        let mut pairs = Vec::new();
        if implied.is_none() {
            pairs.push(("scene", self.scene.id.to_string()));
        }
        default.scene = self.scene;
        let others = Show::KEYS.map(|key| (key, self.get(key), default.get(key)));
        pairs.extend(others.into_iter().filter_map(|(key, value, usual)| match (value, usual) {
            (Ok(value), Ok(usual)) if value != usual => Some((key, value)),
            _ => None,
        }));
        pairs
    }
}
