//! Defaults for a choice of data or function: a start, a step size, a cost.

use crate::subject::run_of;
use downhill_core::analysis::curvature::Curvature;
use downhill_core::data::custom::Data;
use downhill_core::data::features::Features;
use downhill_core::function::framing;
use downhill_core::network::cost::Cost;
use downhill_core::run::descent::is_in_sight;
use downhill_core::{Error, Experiment};
use downhill_view::function::pictures;
use downhill_view::network::regression;
use downhill_view::options::scene::{NEURON, Scene};
use downhill_view::options::show::LEARNING_RATES;

/// Fills in what a function's experiment leaves open: with no start, the usual one
/// and a step size that suits it.
pub fn complete(experiment: &mut Experiment) {
    if experiment.function.is_some() && experiment.start.is_empty() {
        experiment.start = pictures::usual_start(experiment);
        set_rate(experiment);
    }
}

/// Gives a typed formula the domain in which it is interesting; a function with a name has one of
/// its own.
pub fn frame(experiment: &mut Experiment) {
    let typed = experiment.function.as_ref().filter(|function| function.definition().is_none());
    let Some(function) = typed else { return };
    let domain = framing::domain(function);
    if domain != function.domain() {
        experiment.domain = domain.into_iter().flat_map(|(low, high)| [low, high]).collect();
    }
}

/// Gives a start that another domain has put out of sight the usual place.
pub fn keep_in_sight(experiment: &mut Experiment) {
    if !is_in_sight(&experiment.start, &experiment.in_sight()) {
        experiment.start.clear();
        complete(experiment);
    }
}

/// Gives other data what goes with them: a cost of values where values are to be found, and
/// in the scene of one neuron a step size that settles there.
/// `before` is the experiment with the data before.
pub fn suit_data(experiment: &mut Experiment, before: &Experiment, scene: &Scene) {
    let (values, usual) = (experiment.finds_values(), Experiment::default());
    if values && regression::squares(experiment.cost.id).is_none() {
        experiment.cost = Cost::SQUARED_ERROR;
    } else if !values && before.finds_values() {
        experiment.cost = usual.cost;
    }
    let far = experiment.has_far_values();
    experiment.standardize_targets = far;
    // A neuron's line is told in the data's own units where these are small.
    experiment.standardize = far || scene.id != NEURON.id;
    // Those of the data before may say nothing of these.
    let _ = suit_features(experiment);
    let whole = matches!(experiment.data, Data::Own(_)) && experiment.batch_size.is_none();
    if whole && run_of(experiment).is_err() {
        // For tens of thousands of rows there is time in small batches only.
        experiment.batch_size = Some(100);
    }
    if scene.id != NEURON.id {
        return;
    }
    if let Ok(run) = run_of(experiment) {
        let at = &run.snapshot().parameters;
        let steepest =
            Curvature::default().largest_eigenvalue(&run.objective(), at, run.experiment().seed);
        let settles =
            |rate: &&&str| rate.parse::<f64>().is_ok_and(|rate| rate * steepest.value <= 1.0);
        if let (Some(rate), true) =
            (LEARNING_RATES.iter().rev().find(settles), steepest.value > 0.0)
        {
            let _ = experiment.set("learning_rate", rate);
        }
    }
}

/// Leaves out features for which an experiment's data are none, and says why.
pub fn suit_features(experiment: &mut Experiment) -> Result<(), Error> {
    if experiment.function.is_some() || experiment.features.is_empty() {
        return Ok(());
    }
    // Data that are none are said where they are run.
    let Ok(table) = experiment.table() else { return Ok(()) };
    let fits = experiment.features.columns(&table);
    if fits.is_err() {
        experiment.features = Features::default();
    }
    fits.map(|_| ())
}

/// A step size with which the ball is seen to roll on an experiment's function.
pub fn set_rate(experiment: &mut Experiment) {
    if experiment.function.is_some() {
        let rate = pictures::usual_rate(experiment, &LEARNING_RATES);
        // It is a number of the list: it fits.
        let _ = rate.map(|rate| experiment.set("learning_rate", rate));
    }
}
