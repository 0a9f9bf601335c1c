//! A figure from an address, and the address that leads back to it.

use crate::application::Application;
use crate::defaults;
use crate::frame::flashes::Flashes;
use crate::frame::laps::Laps;
use crate::frame::redraw_schedule::Turns;
use crate::frame::viewports::Viewports;
use crate::playback::pace::Due;
use crate::playback::rise::Rise;
use crate::state::changes::Changes;
use crate::state::held::Held;
use crate::state::motion::Motion;
use crate::state::presentation::Presentation;
use crate::state::recomputation::{MOST, Recomputation, Way};
use crate::state::surface::Surface;
use crate::state::walkthrough::Walkthrough;
use crate::subject::{Subject, run_of};
use downhill_core::experiment::draft::Draft;
use downhill_core::run::abandoned::Ghost;
use downhill_core::run::kept;
use downhill_core::{Error, Experiment};
use downhill_view::canvas::theme::LIGHT;
use downhill_view::options::scene::{DERIVATIVE, DESCENT, NETWORK, NEURON, Scene};
use downhill_view::options::show::Show;
use downhill_view::text::messages::Words;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Parts of an address beside the start of a run, as they stand in it: the iteration at which it opens, other
/// runs, and how it is presented.
#[derive(Default)]
struct Others {
    presentation: Presentation,
    at: Option<String>,
    ghost: Option<String>,
    kept: Vec<String>,
}

/// A parsed address: its experiment, its faults, the query with what its scene adds, and the
/// texts of its ghost and of its kept runs.
fn understand(query: &str) -> (Experiment, Show, Vec<Error>, String, Others) {
    let mut others = Others::default();
    let mut read = |queries: &[&str]| {
        let (mut show, mut scene) = (Show::default(), None);
        others = Others::default();
        let mut draft = Draft::default();
        for query in queries {
            draft.query(query, &mut |key, value| {
                // These mean something beside the whole experiment only.
                match key {
                    "at" => others.at = Some(value.to_string()),
                    "ghost" => others.ghost = Some(value.to_string()),
                    "kept" => others.kept.push(value.to_string()),
                    _ if Presentation::KEYS.contains(&key) => {
                        others.presentation.set(key, value)?
                    }
                    _ => {
                        show.set(key, value)?;
                        scene = scene.or((key == "scene").then_some(show.scene));
                    }
                }
                Ok(())
            });
        }
        let (experiment, problems) = draft.finish();
        (experiment, show, problems, scene)
    };
    let (experiment, mut show, problems, named) = read(&[query]);
    let usual = Show::default();
    let of_network = (show.weight, show.second_weight) != (usual.weight, usual.second_weight);
    let beginning = if of_network { &NETWORK } else { &DERIVATIVE };
    let mut scene = named.or(Scene::implied(&experiment)).unwrap_or(beginning);
    if experiment.function.is_some() && !scene.on_function() {
        scene = &DESCENT;
    }
    if !scene.suits(&experiment) {
        let (experiment, mut show, mut problems, _) = read(&[scene.query, query]);
        let query = format!("{}&{}", scene.query, query.trim_start_matches('?'));
        if !scene.suits(&experiment) && scene.id == NEURON.id {
            problems.push(not_a_line());
            let (experiment, _) = Experiment::from_query(NEURON.query);
            show.scene = scene;
            let others = Others { presentation: others.presentation, ..Others::default() };
            return (experiment, show, problems, NEURON.query.to_string(), others);
        }
        show.scene = scene;
        return (experiment, show, problems, query, others);
    }
    show.scene = scene;
    (experiment, show, problems, query.to_string(), others)
}

/// Keys of how all is shown and said, whatever it is.
const GUISE: [&str; 2] = ["theme", "language"];

/// Whether a query has settings beside a story, how it is presented, its colours and its language.
fn strays(query: &str) -> bool {
    let keys = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split('=').next());
    let beside =
        |key: &str| key.is_empty() || GUISE.contains(&key) || Presentation::KEYS.contains(&key);
    keys.into_iter().any(|key| !beside(key))
}

/// Why an experiment is none for the scene of one neuron.
pub(crate) fn not_a_line() -> Error {
    Error::Inconsistent(
        "The scene Neuron has no hidden layers, and data of one input and one value, such as \
         data=nebulae or data=petals. For other data, go to the scene Network."
            .into(),
    )
}

/// The iteration at which an address opens.
fn iteration(text: &str) -> Result<u32, Error> {
    let expected = "the iteration at which the run opens, such as 120";
    text.trim().parse().map_err(|_| Error::bad_value("at", text, expected))
}

impl Application {
    /// A figure at the start of what an address's query asks for, in these words. What of it
    /// cannot be understood is left out and kept as a problem.
    pub fn new(query: &str, words: Words) -> Result<Application, Error> {
        let strays = strays(query);
        let (mut experiment, show, mut problems, query, others) = understand(query);
        let presentation = Presentation { strays, ..others.presentation };
        let mut pairs = query.trim_start_matches('?').split('&');
        let asked = pairs.any(|pair| pair.starts_with("learning_rate="));
        let asked = asked.then_some(experiment.learning_rate);
        defaults::complete(&mut experiment);
        experiment.learning_rate = asked.unwrap_or(experiment.learning_rate);
        problems.extend(defaults::suit_features(&mut experiment).err());
        let subject = Subject::new(&experiment).or_else(|error| {
            // A start or a domain that does not fit the function.
            experiment.start.clear();
            experiment.domain.clear();
            defaults::complete(&mut experiment);
            problems.push(error);
            Subject::new(&experiment)
        });
        let mut subject = subject.or_else(|error| {
            // Too large for frames.
            problems.extend(Some(error).filter(|error| problems.last() != Some(error)));
            experiment = Experiment::from_query(show.scene.query).0;
            defaults::complete(&mut experiment);
            Subject::new(&experiment)
        })?;
        if let Some(text) = others.ghost {
            let recalled = Ghost::parse(&text, subject.experiment());
            problems.extend(recalled.and_then(|ghost| subject.recall(&ghost)).err());
        }
        let mut recomputation = Recomputation::default();
        for text in others.kept.iter().take(kept::MOST) {
            let read = kept::parse(text, subject.experiment());
            let way = read.and_then(|(own, steps)| Way::new(run_of(&own)?, steps, "kept"));
            match way {
                Ok(way) => recomputation.kept.push_back(way),
                Err(error) => problems.push(error),
            }
        }
        let surface = Surface::of(show.scene);
        let mut state = Application {
            subject,
            show,
            playing: false,
            printing: false,
            system_theme: &LIGHT,
            more_contrast: false,
            own_theme: None,
            words,
            problems,
            presets: OnceLock::new(),
            due: Due::default(),
            rise: Rise::default(),
            stretch: 0,
            motion: Motion::default(),
            sets_out: false,
            hurries: false,
            pace: None,
            turns: Turns::default(),
            flashes: Flashes::default(),
            behind: false,
            changes: Changes::default(),
            left: BTreeMap::new(),
            kept: Vec::new(),
            recomputation,
            imported: None,
            painting: None,
            strokes: 0,
            presentation,
            walkthrough: Walkthrough::default(),
            held: Held::default(),
            surface,
            viewports: Viewports::default(),
            moved: true,
            laps: Laps::default(),
        };
        state.fit();
        if let Err(error) = state.line_up() {
            state.problems.push(error);
        }
        if let Err(error) = state.check_sample(&state.show) {
            state.show.sample = None;
            state.problems.push(error);
        }
        if let Err(error) = state.check_goal(&state.show) {
            state.show.goal = None;
            state.problems.push(error);
        }
        if let Some(text) = others.at
            && let Err(error) = iteration(&text).and_then(|at| state.open_at(at))
        {
            state.problems.push(error);
        }
        state.catch_up();
        Ok(state)
    }

    /// Goes to an iteration, also to one that the run has not come to, and pauses. It is computed
    /// in slices.
    pub fn open_at(&mut self, iteration: u32) -> Result<(), Error> {
        self.playing = false;
        self.walkthrough = Walkthrough::default();
        let from = self.subject.iteration();
        self.subject.head_for(iteration);
        if self.subject.work_left() > MOST {
            self.subject.head_for(from);
            return Err(Error::Inconsistent(format!(
                "at: to compute {iteration} steps would take minutes; take fewer steps, samples \
                 or units."
            )));
        }
        self.recomputation.afterwards = None;
        self.catch_up();
        Ok(())
    }

    /// The query that leads back here.
    pub fn query(&self) -> Result<String, Error> {
        self.query_with(&self.show)
    }

    /// The same, without a theme and a language that were chosen.
    pub(crate) fn unguised_query(&self) -> Result<String, Error> {
        self.query_with(&Show { theme: None, language: None, ..self.show.clone() })
    }

    fn query_with(&self, show: &Show) -> Result<String, Error> {
        let experiment = self.subject.experiment();
        let mut pairs = show.pairs(experiment);
        if let Some(ghost) = self.subject.ghost() {
            pairs.push(("ghost", ghost.text(experiment)?));
        }
        if self.subject.run().is_some() {
            let kept = self.kept.iter().map(|run| (&**run, run.snapshot().iteration));
            let coming = self.recomputation.kept.iter().map(|way| (way.run(), way.to()));
            let texts = kept.chain(coming);
            let texts = texts.filter_map(|(run, steps)| kept::text(run, steps, experiment));
            pairs.extend(texts.map(|text| ("kept", text)));
        }
        experiment.to_query_with(pairs)
    }

    /// The address's whole query: what leads back here, with the story and how it is presented.
    /// While all is as a beat has left it, the beat says it.
    pub fn address(&self) -> Result<String, Error> {
        let presentation = &self.presentation;
        let told = self.beat().is_some() && !presentation.address.is_empty();
        let experiment = match told && self.unguised_query()? == presentation.told {
            true => {
                let Show { theme, language, .. } = self.show;
                let chosen = [theme.map(|theme| theme.id), language];
                let pairs = GUISE.into_iter().zip(chosen);
                let pairs = pairs.filter_map(|(key, value)| Some((key, value?.to_string())));
                Experiment::default().to_query_with(pairs)?
            }
            false => self.query()?,
        };
        let parts = [experiment, presentation.query()?];
        let parts: Vec<&str> =
            parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        Ok(parts.join("&"))
    }

    /// The query that leads back here, to this very iteration.
    pub fn query_at(&self) -> Result<String, Error> {
        let query = self.query()?;
        let parts = [query, format!("at={}", self.subject.iteration())];
        let parts = parts.iter().filter(|part| !part.is_empty() && *part != "at=0");
        Ok(parts.map(String::as_str).collect::<Vec<_>>().join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scene_follows_from_what_is_asked() {
        for (query, scene) in [
            ("", "derivative"),
            ("weight=3", "network"),
            ("data=moons", "network"),
            ("function=bowl&start=4,2", "descent"),
            ("scene=gradient", "gradient"),
            ("scene=network&function=bowl&start=4,2", "descent"),
        ] {
            let (experiment, show, problems, ..) = understand(query);
            assert_eq!((show.scene.id, &problems[..]), (scene, &[][..]), "{query}");
            assert!(show.scene.suits(&experiment), "{query}");
        }
    }

    #[test]
    fn what_is_no_line_for_the_neuron_is_said_and_left() {
        let (experiment, show, problems, query, _) = understand("scene=neuron&data=moons");
        assert_eq!((show.scene.id, problems), ("neuron", vec![not_a_line()]));
        assert_eq!(query, NEURON.query);
        assert!(NEURON.suits(&experiment));
    }

    #[test]
    fn runs_beside_stand_in_the_address_in_their_order() {
        let query = "data=moons&kept=iterations%3D3&ghost=iterations%3D5&kept=iterations%3D4";
        let (.., others) = understand(query);
        assert_eq!(others.ghost.as_deref(), Some("iterations=5"));
        assert_eq!(others.kept, ["iterations=3", "iterations=4"]);
    }
}
