//! Hidden layers edited one by one.

use downhill_core::{Experiment, Run};
use downhill_view::editing::layer_editor::{Edit, edited, is_slow};
use downhill_view::text::native::ENGLISH;

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    experiment
}

/// The keys `layers` and `activation` after a change, or what is wrong with it.
fn after(query: &str, edit: Edit) -> (String, String) {
    match edited(&experiment(query), edit, ENGLISH) {
        Ok(experiment) => {
            Run::new(&experiment).expect("it can be run");
            (experiment.get("layers").unwrap(), experiment.get("activation").unwrap())
        }
        Err(error) => ("error".into(), error.to_string()),
    }
}

#[test]
fn layers_and_their_activations_change_one_by_one() {
    let relu = "layers=3-4&activation=tanh-relu";
    for (query, edit, layers, activation) in [
        ("", Edit::MoreUnits(0, 1), "6", "tanh"),
        ("layers=3-4", Edit::MoreUnits(1, -1), "3-3", "tanh"),
        (relu, Edit::Units(0, " 12 "), "12-4", "tanh-relu"),
        (relu, Edit::Layer(true), "3-4-4", "tanh-relu-relu"),
        (relu, Edit::Layer(false), "3", "tanh"),
        (relu, Edit::Activation(1, "tanh"), "3-4", "tanh"),
        ("layers=3-4", Edit::Activation(0, "sin"), "3-4", "sin-tanh"),
        // One name stands for all layers, the last one for those that follow.
        ("layers=3-4-5&activation=sin-relu", Edit::MoreUnits(2, 1), "3-4-6", "sin-relu-relu"),
        ("layers=3", Edit::Layer(false), "", "tanh"),
        ("layers=&activation=relu", Edit::Layer(true), "5", "relu"),
    ] {
        assert_eq!(after(query, edit), (layers.into(), activation.into()), "{query} {edit:?}");
    }
}

#[test]
fn what_cannot_be_is_said() {
    for (query, edit, said) in [
        ("layers=1", Edit::MoreUnits(0, -1), "at least one unit"),
        ("layers=64", Edit::MoreUnits(0, 1), "up to 64 units"),
        ("layers=64", Edit::MoreUnits(0, i32::MAX), "up to 64 units"),
        ("layers=1-1-1-1-1-1", Edit::Layer(true), "up to 6 hidden layers"),
        ("layers=", Edit::Layer(false), "no hidden layer left"),
        ("", Edit::MoreUnits(3, 1), "no hidden layer 4"),
        ("", Edit::Activation(0, "magic"), "magic"),
        ("", Edit::Units(0, "0"), "from 1 to 64"),
        ("", Edit::Units(0, "many"), "many"),
    ] {
        let (error, message) = after(query, edit);
        assert!(error == "error" && message.contains(said), "{query} {edit:?}: {message}");
    }
}

#[test]
fn what_was_said_of_single_weights_goes_with_them() {
    let frozen = experiment("layers=5&frozen=0,32");
    let smaller = edited(&frozen, Edit::MoreUnits(0, -1), ENGLISH).unwrap();
    assert_eq!(smaller.frozen, [0; 0]);
    let bent = edited(&frozen, Edit::Activation(0, "relu"), ENGLISH).unwrap();
    assert_eq!(bent.frozen, [0, 32], "the weights are the same ones");
    let own = Experiment { start: vec![0.5; 33], ..experiment("layers=5") };
    assert!(edited(&own, Edit::Layer(true), ENGLISH).unwrap().start.is_empty());
}

#[test]
fn a_network_is_large_from_where_frames_take_longer() {
    let slow = |query: &str| is_slow(&Run::new(&experiment(query)).unwrap());
    assert!(!slow(""));
    assert!(!slow("data=playground_spirals&layers=8-8"));
    assert!(!slow("layers=16-16"));
    assert!(slow("layers=24-24"));
    assert!(slow("data=moons&samples=5000&layers=8-8"));
}
