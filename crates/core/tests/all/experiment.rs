//! An experiment survives being written down.

mod default_cost;
mod round_trip;

use crate::cases::cases;
use downhill_core::data::builtin::DATA_SETS;
use downhill_core::experiment::keys::KEYS;
use downhill_core::function::FUNCTIONS;
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::initialization::INITIALIZATIONS;
use downhill_core::numeric::math;
use downhill_core::optimizer::schedule::{SCHEDULES, Schedule};
use downhill_core::optimizer::{Hyperparameter, OPTIMIZERS};
use downhill_core::run::trajectory;
use downhill_core::{Error, Experiment, Run};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::ops::Range;

/// The experiment of a text of JSON in which nothing is wrong.
pub fn from_json(text: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_json(text);
    assert_eq!(errors, [], "{text}");
    experiment
}

#[test]
fn what_is_usual_fits() {
    let mut usual = Experiment::default();
    for key in KEYS.iter().filter(|key| key.id != "points") {
        let text = usual.get(key.id).unwrap();
        usual.set(key.id, &text).unwrap_or_else(|error| panic!("{error}"));
    }
    assert!(usual == Experiment::default());
}

/// One of the names of a table.
fn id<T>(table: &[&T], id_of: fn(&T) -> &'static str) -> impl Strategy<Value = String> {
    select(table.iter().map(|of| id_of(of).to_string()).collect::<Vec<_>>())
}

/// A list of texts, joined.
fn joined(
    part: impl Strategy<Value = String>,
    count: Range<usize>,
    by: &'static str,
) -> impl Strategy<Value = String> {
    vec(part, count).prop_map(move |parts| parts.join(by))
}

/// Experiments that can be run: what is set, in this order. Half of the keys stay as they are.
fn settings() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let set = |key: &'static str, value: BoxedStrategy<String>| {
        option::of(value.prop_map(move |value| (key, value))).boxed()
    };
    let activation = || id(ACTIVATIONS, |of| of.id);
    let share = || (0.0..0.9).prop_map(|share: f64| share.to_string()).boxed();
    // Down to numbers that only an exponent can write, and all 17 digits.
    let small = || {
        let number = (0.0..1.0, 0..12u32);
        number
            .prop_map(|(unit, power): (f64, _)| (unit / math::powi(10.0, power)).to_string())
            .boxed()
    };
    let truth = || any::<bool>().prop_map(|truth| truth.to_string()).boxed();
    let schedules: Vec<_> = SCHEDULES.iter().map(|of| Schedule::usual(of).to_string()).collect();
    let widths = (1..=9usize).prop_map(|width| width.to_string());
    let edit = (0..5000u32, 0.001..1.001f64)
        .prop_map(|(iteration, rate)| format!("{iteration}:learning_rate:{rate}"));
    let network = vec![
        set("data", id(DATA_SETS, |of| of.id).boxed()),
        set("activation", joined(activation(), 2..3, "-").boxed()),
        set("output_activation", activation().boxed()),
        set("cost", id(COSTS, |of| of.id).boxed()),
        set("initialization", id(INITIALIZATIONS, |of| of.id).boxed()),
        set("layers", joined(widths, 0..4, "-").boxed()),
        set("schedule", select(schedules).boxed()),
        set("noise", share()),
        set("test_fraction", share()),
        set("dropout", share()),
        set("l1", small()),
        set("l2", small()),
        set("learning_rate", small()),
        set("gradient_noise", small()),
        set("standardize", truth()),
        set("penalize_biases", truth()),
        set("batch_size", (1..=50usize).prop_map(|size| size.to_string()).boxed()),
        set("seed", any::<u32>().prop_map(|seed| seed.to_string()).boxed()),
    ];
    let rule = select(OPTIMIZERS.to_vec()).prop_flat_map(move |rule| {
        let of = |it: &Hyperparameter| {
            let (low, high) = it.range;
            let value = match it.flag {
                true => any::<bool>().prop_map(f64::from).boxed(),
                false => (low..=high.min(1.0)).boxed(),
            };
            set(it.id, value.prop_map(|value| value.to_string()).boxed())
        };
        let all: Vec<_> = rule.hyperparameters.iter().map(of).collect();
        all.prop_map(move |mut all| {
            all.insert(0, Some(("optimizer", rule.id.to_string())));
            all
        })
    });
    let edits = joined(edit, 0..4, ",").prop_map(|edits| Some(("edits", edits)));
    (network, rule, edits).prop_map(|(network, rule, edits)| {
        network.into_iter().chain(rule).chain([edits]).flatten().collect()
    })
}

proptest! {
    #![proptest_config(cases(500))]
    #[test]
    fn json_and_address_give_the_same_experiment_back(settings in settings()) {
        let mut experiment = Experiment::default();
        for (key, value) in settings {
            experiment.set(key, &value).unwrap_or_else(|error| panic!("{error}"));
        }
        experiment.check().unwrap_or_else(|error| panic!("{error}"));
        // Values do not go with a cost for classes: such an experiment cannot be run.
        prop_assume!(Run::new(&experiment).is_ok());
        let json = serde_json::to_string(&experiment).unwrap();
        let back = from_json(&json);
        assert_eq!(back, experiment, "{json}");
        let query = experiment.to_query().unwrap();
        let (back, errors) = Experiment::from_query(&query);
        assert_eq!(errors, [], "{query}");
        assert_eq!(back, experiment, "{query}");
    }
}

#[test]
fn functions_with_their_start_come_back_too() {
    for function in FUNCTIONS {
        let start = ["-0.1", "2.5e-7"][..function.dim()].join(",");
        let query = format!("function={}&start={start}&learning_rate=0.001", function.id);
        let (experiment, errors) = Experiment::from_query(&query);
        assert_eq!(errors, []);
        experiment.check().unwrap();
        let (again, errors) = Experiment::from_query(&experiment.to_query().unwrap());
        assert_eq!((again, errors.len()), (experiment, 0));
    }
}

#[test]
fn what_is_too_long_for_an_address_says_so() {
    // A few rows have room in it.
    let json = r#"{"data": {"inputs": [[0], [1]], "targets": ["a", "b"]}, "test_fraction": 0}"#;
    let own = from_json(json);
    let (back, errors) = Experiment::from_query(&own.to_query().unwrap());
    assert_eq!((back.data.table(None, None, 1), errors), (own.data.table(None, None, 1), vec![]));
    let json = json.replace("[0], [1]", &["[0], [1]"; 600].join(", "));
    let json = json.replace(r#""a", "b""#, &[r#""a", "b""#; 600].join(", "));
    let own = from_json(&json);
    own.check().unwrap();
    assert_eq!(own.to_query(), Err(Error::TooLong("data".into())));
    assert!(Run::new(&own).is_ok());
    let back = from_json(&serde_json::to_string(&own).unwrap());
    assert_eq!(back, own);

    let edits: Vec<String> = (0..500).map(|k| format!("{k}:learning_rate:0.12345")).collect();
    let mut many = Experiment::default();
    many.set("edits", &edits.join(",")).unwrap();
    assert_eq!(many.to_query(), Err(Error::TooLong("edits".into())));
}

/// Links and files of every version are understood for ever: a line here is never
/// changed. The digest is that of all runs: it changed once, with the order in which a
/// batch's slopes are summed.
#[test]
fn what_was_written_once_is_understood_for_ever() {
    let query = "seed=3&layers=6-4&activation=relu&learning_rate=0.1&batch_size=16&version=1\
                 &optimizer=momentum&momentum=0.8&l2=0.001&edits=5%3Alearning_rate%3A0.05";
    let json = r#"{"version": 1, "seed": 3, "layers": [6, 4], "activation": "relu",
        "learning_rate": 0.1, "batch_size": 16, "optimizer": "momentum", "momentum": 0.8,
        "l2": 0.001, "edits": [{"iteration": 5, "key": "learning_rate", "value": 0.05}]}"#;
    let (from_query, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    assert_eq!(from_query, from_json(json));
    let digest = trajectory::digest(&from_query, 40).unwrap().to_string();
    assert_eq!(digest, "3a6d5c7b847f68ad");
}

#[test]
fn unknown_and_bad_keys_are_reported_and_the_rest_is_kept() {
    let (experiment, errors) =
        Experiment::from_query("seed=9&momentum=0.5&beta1=x&colour=red&l1=-1&optimizer=sgd");
    assert_eq!(experiment.seed, 9);
    assert!(experiment.hyperparameters.is_empty());
    experiment.check().unwrap();
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    for key in ["momentum", "beta1", "colour", "l1"] {
        assert!(said.iter().any(|said| said.contains(key)), "{key}: {said:?}");
    }
}

#[test]
fn a_raw_plus_sign_in_a_link_made_by_hand_is_one() {
    #[rustfmt::skip]
    let cases = [
        // By hand: signs that a page would have encoded, or a text that is a formula with it only.
        ("?function=x^2+sin(3x)", "x^2+sin(3x)"),
        ("?function=x^2 + 1", "x^2 + 1"),
        ("?function=x^2%20+%201", "x^2 + 1"),
        ("?function=x+1&start=2", "x+1"),
        ("?function=x+y", "x+y"),
        ("?function=x^2+y^2&start=1,2", "x^2+y^2"),
        ("?function=|x|+x&start=1", "|x|+x"),
        ("?function=3x+2", "3x+2"),
        ("?function=+x^2+4x", "+x^2+4x"),
        ("?function=e^x+e^(-x)", "e^x+e^(-x)"),
        // As it has been written by a page, or by somebody who encodes it.
        ("?function=x%5E2+%2B+1&start=2", "x^2 + 1"),
        ("?function=2x+e%5E%28-x%5E2%29&start=2", "2x e^(-x^2)"),
        ("?function=x+y&start=1%2C2", "x y"),
        ("?function=x^2%2Bsin(3x)", "x^2+sin(3x)"),
        ("?function=sin+x", "sin x"),
    ];
    for (query, expected) in cases {
        let (experiment, errors) = Experiment::from_query(query);
        assert!(errors.is_empty(), "{query}: {errors:?}");
        assert_eq!(experiment.get("function").unwrap(), expected, "{query}");
    }
    let (experiment, _) = Experiment::from_query("?target=sin(x)+x/3&features=x;x^2+1");
    assert_eq!(experiment.get("target").unwrap(), "sin(x)+x/3");
    assert_eq!(experiment.get("features").unwrap(), "x;x^2+1");
    // In other values it is a space.
    assert_eq!(Experiment::from_query("?noise=+0.5").0.noise, Some(0.5));
}
