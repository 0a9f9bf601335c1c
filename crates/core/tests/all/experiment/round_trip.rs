//! Every kind of data is the same after it was exported and read again.

use super::from_json;
use crate::cases::cases;
use downhill_core::data::builtin::{DATA_SETS, DataSet};
use downhill_core::data::custom::{Data, OwnData, OwnTargets};
use downhill_core::export;
use downhill_core::network::cost::{COSTS, Cost};
use downhill_core::network::parameters::LayerParameters;
use downhill_core::{Experiment, Run};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Numbers of every size, whole ones among them.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-5..=5i32).prop_map(f64::from),
        select(&[-0.0, 1e-310, 5e-324, 1e100, -1.5e300, 9007199254740993.0, 0.1, 1e21][..]),
        any::<f64>().prop_filter("finite", |number| number.is_finite()),
    ]
}

/// Words, also such as JSON, an address and a table have signs for.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        select(&["1", "true", "null", "a\"b", "c\\", "*", "+ &=", "\n", "\u{7}", "", "größe"][..])
            .prop_map(String::from),
        ".{0,12}",
    ]
}

/// Data of all kinds of targets: classes by number and by name, one value, several, and such that
/// are whole numbers.
fn own() -> impl Strategy<Value = OwnData> {
    (1..4usize, 2..8usize, 1..4usize, any::<bool>()).prop_flat_map(
        |(width, rows, outputs, named)| {
            let whole = (0..3i32).prop_map(f64::from);
            let classes = vec(word(), 2).prop_filter("different", |words| words[0] != words[1]);
            let targets = prop_oneof![
                Just(OwnTargets::Classes((0..rows).map(|row| row % 2).collect())),
                classes.prop_map(move |words| OwnTargets::Names(
                    (0..rows).map(|row| words[row % 2].clone()).collect()
                )),
                vec(vec(number(), outputs), rows).prop_map(OwnTargets::Values),
                vec(vec(whole, 1), rows).prop_map(OwnTargets::Values),
            ];
            let names = vec(word(), if named { width } else { 0 });
            (vec(vec(number(), width), rows), targets, names)
                .prop_map(|(inputs, targets, names)| OwnData { inputs, targets, names })
        },
    )
}

/// Data sets by name, targets that are formulas, and data of one's own.
fn learned() -> impl Strategy<Value = Experiment> {
    let usual = Experiment { test_fraction: 0.0, layers: Vec::new(), ..Experiment::default() };
    let costs = select(COSTS.to_vec()).prop_map(|cost| Cost::from_id(cost.id).unwrap());
    let with = usual.clone();
    let named = select(DATA_SETS.to_vec()).prop_map(move |data| Experiment {
        data: Data::Named(DataSet::from_id(data.id).unwrap()),
        ..with.clone()
    });
    let with = usual.clone();
    let formulas = select(&["sin(x)", "x - y^2", "x^2 + 1"][..]).prop_map(move |formula| {
        let mut experiment = with.clone();
        experiment.set("target", formula).unwrap();
        experiment
    });
    let weights = |own: &OwnData, number: f64| {
        let table = own.table().unwrap();
        let outputs = table.targets.outputs();
        vec![LayerParameters {
            weights: vec![vec![number; table.inputs.len()]; outputs],
            biases: vec![-number; outputs],
        }]
    };
    let own =
        (own(), option::of(number()), any::<bool>()).prop_map(move |(own, first, batches)| {
            Experiment {
                weights: first.map(|first| weights(&own, first)),
                batches: batches.then(|| vec![vec![0, 1, 1], vec![0]]),
                data: Data::Own(own),
                ..usual.clone()
            }
        });
    let scaled = any::<bool>();
    (prop_oneof![1 => named, 1 => formulas, 6 => own], costs, scaled).prop_map(
        |(experiment, cost, standardize_targets)| Experiment {
            cost,
            standardize_targets,
            ..experiment
        },
    )
}

fn bits(experiment: &Experiment) -> Vec<u64> {
    let Data::Own(own) = &experiment.data else { return Vec::new() };
    let table = own.table().unwrap();
    let values = (0..table.rows.len())
        .flat_map(|row| (0..table.targets.outputs()).map(move |output| (row, output)))
        .map(|(row, output)| table.targets.target(row, output));
    table.rows.iter().flatten().copied().chain(values).map(f64::to_bits).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 4000, ..cases(400) })]
    #[test]
    fn an_exported_experiment_is_the_same(experiment in learned()) {
        // Not every cost goes with values.
        let run = Run::new(&experiment);
        prop_assume!(run.is_ok());
        let exported = (export::from_id("experiment").unwrap().write)(&run.unwrap());
        let written = serde_json::to_string(&experiment).unwrap();
        for text in [exported, written] {
            let back = from_json(&text);
            assert_eq!(back, experiment, "{text}");
            assert_eq!(bits(&back), bits(&experiment), "{text}");
        }
        if let (Ok(query), false) = (experiment.to_query(), experiment.data.is_own()) {
            let (back, errors) = Experiment::from_query(&query);
            assert_eq!((back, errors), (experiment, vec![]), "{query}");
        }
    }
}

#[test]
fn values_that_are_whole_numbers_stay_values() {
    for targets in [
        "[0.0, 1.0, 2.0]",
        "[[0], [1], [2]]",
        "[[0.0], [1.0], [2.0]]",
        "[0, 1.0, 2]",
        "[1e0, 2e0, 3e0]",
        "[0, 1, 2.5]",
        "[-1, 0, 1]",
        "[-0.0, 0.0, 1.0]",
        "[[1, 0], [0, 1], [1, 1]]",
        "[100.0, 200.0, 300.0]",
    ] {
        let json = format!(
            r#"{{"data": {{"inputs": [[1], [2], [3]], "targets": {targets}}},
                "test_fraction": 0, "layers": []}}"#
        );
        let experiment = from_json(&json);
        assert!(experiment.data.finds_values(), "{targets}");
        let run = Run::new(&experiment).unwrap_or_else(|error| panic!("{targets}: {error}"));
        let exported = (export::from_id("experiment").unwrap().write)(&run);
        assert_eq!(from_json(&exported), experiment, "{targets}: {exported}");
    }
}
