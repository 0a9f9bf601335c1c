//! An experiment survives being written down.

use downhill_core::data::builtin::DATA_SETS;
use downhill_core::experiment::keys::KEYS;
use downhill_core::function::FUNCTIONS;
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::initialization::INITIALIZATIONS;
use downhill_core::numeric::math;
use downhill_core::numeric::rng::{Rng, Stream};
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::optimizer::schedule::{SCHEDULES, Schedule};
use downhill_core::run::trajectory;
use downhill_core::{Error, Experiment, Run};

#[test]
fn what_is_usual_fits() {
    let mut usual = Experiment::default();
    for key in KEYS.iter().filter(|key| key.id != "points") {
        let text = usual.get(key.id).unwrap();
        usual.set(key.id, &text).unwrap_or_else(|error| panic!("{error}"));
    }
    assert!(usual == Experiment::default());
}

/// A random experiment that can be run.
fn random(seed: u32) -> Experiment {
    let mut rng = Rng::new(seed, Stream::Weights);
    let mut experiment = Experiment::default();
    let mut set = |rng: &mut Rng, key: &str, value: String| {
        // Half of the keys stay as they are.
        if rng.unit() < 0.5 {
            experiment.set(key, &value).unwrap_or_else(|error| panic!("{error}"));
        }
    };
    let id = |rng: &mut Rng, ids: Vec<&str>| ids[rng.below(ids.len())].to_string();
    let ids = id(&mut rng, DATA_SETS.iter().map(|of| of.id).collect());
    set(&mut rng, "data", ids);
    let activations: Vec<&str> = ACTIVATIONS.iter().map(|of| of.id).collect();
    let pair =
        format!("{}-{}", id(&mut rng, activations.clone()), id(&mut rng, activations.clone()));
    set(&mut rng, "activation", pair);
    let one = id(&mut rng, activations);
    set(&mut rng, "output_activation", one);
    let one = id(&mut rng, COSTS.iter().map(|of| of.id).collect());
    set(&mut rng, "cost", one);
    let one = id(&mut rng, INITIALIZATIONS.iter().map(|of| of.id).collect());
    set(&mut rng, "initialization", one);
    let widths: Vec<String> = (0..rng.below(4)).map(|_| (1 + rng.below(9)).to_string()).collect();
    set(&mut rng, "layers", widths.join("-"));
    let schedule = Schedule::usual(SCHEDULES[rng.below(SCHEDULES.len())]).to_string();
    set(&mut rng, "schedule", schedule);
    for key in ["noise", "test_fraction", "dropout"] {
        let value = (0.9 * rng.unit()).to_string();
        set(&mut rng, key, value);
    }
    for key in ["l1", "l2", "learning_rate", "gradient_noise"] {
        // Down to numbers that only an exponent can write, and all 17 digits.
        let value = (rng.unit() / math::powi(10.0, rng.below(12) as u32)).to_string();
        set(&mut rng, key, value);
    }
    for key in ["standardize", "penalize_biases"] {
        let value = (rng.unit() < 0.5).to_string();
        set(&mut rng, key, value);
    }
    let value = (1 + rng.below(50)).to_string();
    set(&mut rng, "batch_size", value);
    let value = (rng.bits() as u32).to_string();
    set(&mut rng, "seed", value);
    let rule = OPTIMIZERS[rng.below(OPTIMIZERS.len())];
    experiment.set("optimizer", rule.id).unwrap();
    for hyperparameter in rule.hyperparameters {
        if rng.unit() < 0.3 {
            let (low, high) = hyperparameter.range;
            let value = match hyperparameter.flag {
                true => f64::from(rng.unit() < 0.5),
                false => low + (high.min(1.0) - low) * rng.unit(),
            };
            experiment.set(hyperparameter.id, &value.to_string()).unwrap();
        }
    }
    let edits: Vec<String> = (0..rng.below(4))
        .map(|_| format!("{}:learning_rate:{}", rng.below(5000), 0.001 + rng.unit()))
        .collect();
    experiment.set("edits", &edits.join(",")).unwrap();
    experiment
}

#[test]
fn json_and_address_give_the_same_experiment_back() {
    for seed in 0..500 {
        let experiment = random(seed);
        experiment.check().unwrap_or_else(|error| panic!("{seed}: {error}"));
        let json = serde_json::to_string(&experiment).unwrap();
        let back: Experiment = serde_json::from_str(&json).unwrap();
        assert_eq!(back, experiment, "{seed}: {json}");
        let query = experiment.to_query().unwrap();
        let (back, errors) = Experiment::from_query(&query);
        assert_eq!(errors, [], "{seed}: {query}");
        assert_eq!(back, experiment, "{seed}: {query}");
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
    let own: Experiment = serde_json::from_str(json).unwrap();
    let (back, errors) = Experiment::from_query(&own.to_query().unwrap());
    assert_eq!((back.data.table(None, None, 1), errors), (own.data.table(None, None, 1), vec![]));
    let json = json.replace("[0], [1]", &["[0], [1]"; 600].join(", "));
    let json = json.replace(r#""a", "b""#, &[r#""a", "b""#; 600].join(", "));
    let own: Experiment = serde_json::from_str(&json).unwrap();
    own.check().unwrap();
    assert_eq!(own.to_query(), Err(Error::TooLong("data".into())));
    assert!(Run::new(&own).is_ok());
    let back: Experiment = serde_json::from_str(&serde_json::to_string(&own).unwrap()).unwrap();
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
    let from_json: Experiment = serde_json::from_str(json).unwrap();
    assert_eq!(from_query, from_json);
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
