//! All that the page writes down after each change.

use super::ByKey;
use super::ball::ball;
use super::controls::{
    Feature, Hyperparameter, Layers, Offers, Slider, edits, hyperparameters, layers, offered,
    offers, values,
};
use super::network::{KeptRun, kept_runs, network};
use super::own::{Painting, Table, painting, table};
use super::steps::{Chain, FourStep, Moment, chain, four_steps, moment};
use super::subject::{Told, pieces};
use crate::application::Application;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::run::snapshot::Status;
use downhill_view::four_steps;
use downhill_view::network::regression::Fit;
use downhill_view::options::scene::SCENES;
use serde::Serialize;

#[derive(Serialize)]
/// All that the page writes down.
pub struct PageState {
    /// What one paints with; none if one does not paint.
    painting: Option<Painting>,
    /// The table that the data come from; while it plays it is as before, and not told.
    table: Option<Table>,
    playing: bool,
    /// Whether each coming frame shows more of the map of starts.
    filling: bool,
    timeline: Moment,
    /// Whether there is a change to take back.
    undo: bool,
    /// The scenes there are, the one that is shown, and what is in sight of it.
    scenes: Vec<&'static str>,
    scene: &'static str,
    parts: &'static [&'static str],
    /// The key of what the button says that plays.
    play: &'static str,
    /// The four steps.
    four_steps: Vec<FourStep>,
    /// The chain rule for the selected weight: what it is told of, and its rows; none if
    /// the coming step is not looked at so closely.
    chain: Option<Chain>,
    diverged: bool,
    /// Whether smaller steps might go on from there.
    halve: bool,
    /// Every key's value as its control shows it.
    controls: ByKey<String>,
    /// The hidden layers' controls above the diagram; none where there is none.
    layers: Option<Layers>,
    sliders: ByKey<Slider>,
    /// While it plays it is as before, and not told again.
    #[serde(flatten)]
    offers: Offers,
    /// What a network can be given of its data, told when the choices are.
    features: Vec<Feature>,
    /// The optimizer's own settings.
    hyperparameters: Vec<Hyperparameter>,
    /// The present run and those that are kept; none if none is.
    kept: Vec<KeptRun>,
    /// What the last of their numbers is called.
    kept_share: &'static str,
    /// The changes made during the run.
    edits: Vec<String>,
    problems: Vec<String>,
    /// None if it is too long.
    query: Option<String>,
    theme: &'static str,
    /// The theme's colours, for custom properties.
    colours: ByKey<String>,
    #[serde(flatten)]
    told: Told,
}

/// All that the page writes down.
pub fn state(app: &Application) -> Result<PageState, Error> {
    let (subject, words) = (&app.subject, app.words);
    let four = four_steps(app);
    let mut told = match subject {
        Subject::Network(it) => network(it, app),
        Subject::Ball(it) => ball(it, app),
    };
    if let (Some(it), Some(run)) = (app.microscope(), app.under_microscope()) {
        told.sentence = it.sentence(run, words).map_or(told.sentence, pieces);
    }
    // A rule that has stopped it is the news; of the others the sentence tells already.
    let rule = app.stop().and_then(four_steps::rule);
    if let (Subject::Network(_), Some(last), Some(rule)) = (subject, four.last(), rule) {
        told.sentence = last.words.clone();
        told.sentence.extend(pieces(words.pieces("stop_go_on", &[("rule", words.get(rule))])));
    }
    let (theme, (controls, sliders)) = (app.theme(), values(app)?);
    let imported = app.imported.as_ref().filter(|_| !app.playing);
    Ok(PageState {
        painting: (app.painting.as_ref().zip(subject.run()))
            .map(|(it, run)| painting(it, run, words)),
        table: imported.map(|imported| table(imported, words)),
        playing: app.playing,
        filling: app.is_filling(),
        timeline: moment(app),
        undo: app.can_undo(),
        scenes: SCENES.map(|scene| scene.id).to_vec(),
        scene: app.show.scene.id,
        parts: app.show.scene.parts,
        play: app.show.scene.play,
        four_steps: four,
        chain: chain(app),
        diverged: subject.status() != Status::Running,
        halve: app.can_halve(),
        controls,
        layers: layers(app),
        sliders,
        offers: if app.playing { Offers::default() } else { offers(app) },
        features: offered(app),
        hyperparameters: hyperparameters(app),
        kept: kept_runs(app),
        kept_share: words.get(match subject.run().is_some_and(Fit::suits) {
            true => "kept_r_squared",
            false => "kept_right",
        }),
        edits: edits(app),
        problems: app.problems.iter().map(ToString::to_string).collect(),
        // To write one's own data down takes longer than a frame has.
        query: match app.playing && subject.settings().data.is_own() {
            true => None,
            false => app.query().ok(),
        },
        theme: theme.id,
        colours: theme
            .colours()
            .into_iter()
            .map(|(name, [r, g, b])| (name, format!("#{r:02x}{g:02x}{b:02x}")))
            .collect(),
        told,
    })
}
