//! Setting keys: of the experiment, or of how it is shown.

use crate::address::not_a_line;
use crate::application::Application;
use crate::defaults;
use crate::state::changes::{Earlier, Extent};
use crate::told::{BALL, Slider, at_place, sliders};
use downhill_core::experiment::edit::weight;
use downhill_core::{Error, Experiment};
use downhill_view::editing::{feature_choice, layer_editor};
use downhill_view::options::preset::{Preset, Presets};
use downhill_view::options::scene::{NETWORK, NEURON};
use downhill_view::options::show::Show;
use downhill_view::plots::projection::Camera;

impl Application {
    /// Sets a key of the experiment or of how it is shown. A key that cannot
    /// change while a run goes on begins a new run with the settings now in force.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), Error> {
        if key == "weight_value" {
            return self.set(&self.selected_key(), value);
        }
        // A formula is set while it is typed.
        let extent = if key == "function" { Extent::Part } else { Extent::Whole };
        self.changing(key, extent, |state| state.set_key(key, value))
    }

    /// The same by a hand that may go on: all that it sets until it lets go is one change.
    pub(crate) fn set_part(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.changing(key, Extent::Part, |state| state.set_key(key, value))
    }

    /// Sets a key by its slider's place.
    pub fn set_place(&mut self, key: &str, place: usize) -> Result<(), Error> {
        match BALL.iter().position(|slider| *slider == key) {
            Some(axis) => self.slide_ball(axis, place),
            None if key == "weight_value" => self.slide_weight(place),
            None => self.set_part(key, &at_place(key, place)?),
        }
    }

    /// Moves a key's slider by so many places, as far as it goes.
    pub fn move_slider(&mut self, key: &str, by: i32) -> Result<(), Error> {
        let sliders = sliders(self);
        let Some(Slider { place, places, .. }) = sliders.get(key) else { return Ok(()) };
        let to = place.saturating_add_signed(by as isize).min(places - 1);
        if to == *place { Ok(()) } else { self.set_place(key, to) }
    }

    /// Selects the weight so many places on, round and round.
    pub fn move_weight(&mut self, places: i32) -> Result<(), Error> {
        let Some(run) = self.subject.run() else { return Ok(()) };
        let count = run.network().parameters() as i32;
        let next = (self.show.weight as i32 + places).rem_euclid(count);
        self.set("weight", &next.to_string())
    }

    pub(crate) fn set_key(&mut self, key: &str, value: &str) -> Result<(), Error> {
        match key {
            "example" => self.set_example(value),
            "scene" => self.set_scene(value),
            "function" => self.set_function(value),
            "optimizer" => self.set_optimizer(value),
            "freeze" => self.freeze(value == "true"),
            // The plane stays where it is now, or follows the run again.
            "hold" => {
                let now = self.subject.iteration().to_string();
                self.set_shown("plane_at", if value == "true" { &now } else { "" })
            }
            "drop_ten" => self.set_shown("race", if value == "true" { "starts" } else { "" }),
            _ if Show::KEYS.contains(&key) => self.set_shown(key, value),
            _ => match self.subject.edit(key, value) {
                Err(Error::NeedsNewStart(_)) => self.set_anew(key, value),
                edited => {
                    if edited.is_ok() && weight(key).is_some() {
                        self.playing = false;
                    }
                    edited
                }
            },
        }
    }

    /// Sets how the run is shown.
    fn set_shown(&mut self, key: &str, value: &str) -> Result<(), Error> {
        let mut show = self.show.clone();
        show.set(key, value)?;
        self.check_sample(&show)?;
        self.check_goal(&show)?;
        self.show = show;
        if let (false, Some(ball)) = (self.show.basins, self.subject.ball()) {
            ball.clear_map();
        }
        self.fit();
        if key == "race" {
            return self.start(self.settled());
        }
        Ok(())
    }

    /// Begins a new run with the settings in force and another of those that cannot change
    /// while a run goes on.
    fn set_anew(&mut self, key: &str, value: &str) -> Result<(), Error> {
        let mut experiment = self.anew();
        experiment.set(key, value)?;
        // With other weights at the start, none of them is set by hand; in another
        // network, none is held. A start stays: the neuron's serves all of its data.
        let network = ["layers", "features", "data", "target"].contains(&key);
        if network {
            experiment.frozen.clear();
        }
        if network || ["seed", "initialization"].contains(&key) {
            experiment.edits.clear();
        }
        if key == "domain" {
            defaults::keep_in_sight(&mut experiment);
        }
        if key == "data" {
            experiment.target = None;
        }
        if self.show.scene.id == NEURON.id && !NEURON.suits(&experiment) {
            return Err(not_a_line());
        }
        if key == "data" || key == "target" {
            experiment.domain.clear();
            defaults::suit_data(&mut experiment, self.subject.settings(), self.show.scene);
        }
        self.start(experiment)?;
        if key == "data" {
            self.imported = None;
        }
        Ok(())
    }

    /// Another optimizer, with settings and a usual learning rate of its own. Who has gone
    /// back goes on from there with it; otherwise it begins anew.
    fn set_optimizer(&mut self, id: &str) -> Result<(), Error> {
        let mut experiment = self.anew();
        experiment.set("optimizer", id)?;
        experiment.hyperparameters.clear();
        experiment.learning_rate = match Experiment::default() {
            usual if usual.optimizer == experiment.optimizer => usual.learning_rate,
            _ => experiment.optimizer.learning_rate,
        };
        defaults::set_rate(&mut experiment);
        let iteration = self.subject.iteration();
        if iteration == 0 || iteration == self.subject.furthest() {
            return self.start(experiment);
        }
        match self.subject.edit("optimizer", id) {
            Err(Error::NeedsNewStart(_)) => self.start(experiment),
            Err(other) => Err(other),
            Ok(()) => {
                let rate = experiment.learning_rate.to_string();
                self.subject.edit("learning_rate", &rate)
            }
        }
    }

    /// Shows another function, by its name or its formula, from its usual start; with
    /// no text, the network.
    fn set_function(&mut self, text: &str) -> Result<(), Error> {
        let on_function = self.subject.settings().function.is_some();
        let mut experiment = match (on_function, text.is_empty()) {
            (true, false) => self.settled(),
            (false, true) => return Ok(()),
            _ => Experiment::default(),
        };
        let before = experiment.function.clone();
        experiment.set("function", text)?;
        if experiment.function != before {
            let usual = Experiment::default();
            (experiment.start, experiment.domain) = (usual.start, usual.domain);
            experiment.condition_number = usual.condition_number;
            defaults::frame(&mut experiment);
        }
        defaults::complete(&mut experiment);
        self.start(experiment)
    }

    /// Shows a scene as it was left, or as it begins: the first time, anew where one is in it, and
    /// in a story, which is told the same each time.
    fn set_scene(&mut self, id: &str) -> Result<(), Error> {
        let here = self.here("scene");
        let left = here.show.scene.id;
        let before = match left == id || self.beat().is_some() {
            true => None,
            false => self.left.remove(id),
        };
        let usual = Show::default();
        let own = before.as_ref().map_or(&usual, |before| &before.show);
        let mut show = Show {
            secant: own.secant,
            rules: own.rules,
            race: own.race.clone(),
            sample: own.sample,
            weight: own.weight,
            second_weight: own.second_weight,
            // It was one for the run that is left.
            goal: None,
            ..self.show.clone()
        };
        show.set("scene", id)?;
        let scene = show.scene;
        self.surface.camera = Camera::of(scene);
        match before {
            Some(before) => self.return_to(Earlier { show, ..before })?,
            None => {
                let mut read = |key: &str, value: &str| show.set(key, value);
                let (experiment, _) = Experiment::from_query_with(scene.query, &mut read);
                self.show = show;
                self.start(experiment)?;
            }
        }
        self.left.insert(left, here);
        Ok(())
    }

    /// Shows an example in the network's scene.
    fn set_example(&mut self, id: &str) -> Result<(), Error> {
        let Some(preset) = Preset::from_id(id) else { return Ok(()) };
        let Show { theme, language, .. } = self.show;
        let mut show = Show { theme, language, scene: &NETWORK, ..Show::default() };
        let (experiment, _) =
            Experiment::from_query_with(preset.query, &mut |key, value| show.set(key, value));
        self.show = show;
        self.start(experiment)
    }

    /// The example that is shown, if it is one.
    pub fn preset(&self) -> Option<&'static Preset> {
        if self.show.scene.id != NETWORK.id {
            return None;
        }
        self.presets.get_or_init(Presets::read).of(self.subject.experiment())
    }

    /// Gives the network one of the offered features more, or one less.
    pub fn toggle_feature(&mut self, formula: &str) -> Result<(), Error> {
        let Some(run) = self.subject.run() else { return Ok(()) };
        let none = || Error::Inconsistent(self.words.get("feature_last").into());
        let text = feature_choice::toggled(run, formula).ok_or_else(none)?;
        self.set("features", &text)
    }

    /// Changes the hidden layers, and begins anew.
    pub fn edit_layers(&mut self, edit: layer_editor::Edit) -> Result<(), Error> {
        if self.subject.run().is_none() {
            return Ok(());
        }
        let experiment = layer_editor::edited(&self.settled(), edit, self.words)?;
        self.changing("layers", Extent::Whole, |state| state.start(experiment))
    }
}
