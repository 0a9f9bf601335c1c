//! The facts, and what is done to them before they are learned from.

use downhill_core::data::{DATA_SETS, DataSet, Split};
use downhill_core::{activation::ACTIVATIONS, cost::COSTS, optimizer::OPTIMIZERS};
use std::collections::BTreeSet;

#[test]
fn two_penguins_lack_measurements_and_are_left_out() {
    let table = DataSet::PENGUINS.table();
    assert_eq!((table.rows.len(), table.dropped), (342, 2));
    let counts =
        [0, 1, 2].map(|class| table.labels.iter().filter(|label| **label == class).count());
    assert_eq!(counts, [151, 68, 123]);
    assert_eq!(table.rows[0], [39.1, 18.7]);
}

#[test]
fn the_facts_are_carried_unchanged() {
    let ours = include_str!("../data/penguins.csv");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/penguins.csv");
    match std::fs::read_to_string(path) {
        Ok(theirs) => assert_eq!(ours, theirs),
        Err(error) => eprintln!("SKIPPED: the shared penguins.csv is not here ({error})"),
    }
}

#[test]
fn a_split_is_stratified_seeded_and_standardized_on_training_rows_only() {
    let split = Split::new(DataSet::PENGUINS, 0.3, 1);
    let held_back =
        |class| split.test_rows.iter().filter(|row| split.table.labels[**row] == class).count();
    assert_eq!([0, 1, 2].map(held_back), [45, 20, 37]);
    let all: BTreeSet<usize> = split.train_rows.iter().chain(&split.test_rows).copied().collect();
    assert_eq!(all.len(), 342);
    assert_eq!(split.train_rows.len() + split.test_rows.len(), 342);

    for input in split.train.inputs.chunks_exact(split.train.n) {
        let n = split.train.n as f64;
        let mean: f64 = input.iter().sum::<f64>() / n;
        let variance: f64 = input.iter().map(|x| x * x).sum::<f64>() / n;
        assert!(mean.abs() < 1e-12 && (variance - 1.0).abs() < 1e-12);
    }
    let test_mean: f64 =
        split.test.inputs[..split.test.n].iter().sum::<f64>() / split.test.n as f64;
    assert!(test_mean.abs() > 1e-3, "the test rows keep their own mean");
    let first = split.train_rows[0];
    assert_eq!(split.standardize(1, split.table.rows[first][1]), split.train.inputs[split.train.n]);

    assert_eq!(Split::new(DataSet::PENGUINS, 0.3, 1).test_rows, split.test_rows);
    assert_ne!(Split::new(DataSet::PENGUINS, 0.3, 2).test_rows, split.test_rows);
}

#[test]
fn every_table_entry_says_where_it_comes_from() {
    let entries = DATA_SETS
        .iter()
        .map(|entry| (entry.id, entry.source, entry.licence))
        .chain(ACTIVATIONS.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(COSTS.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(OPTIMIZERS.iter().map(|entry| (entry.id, entry.source, entry.formula)));
    let mut ids = BTreeSet::new();
    for (id, source, said) in entries {
        assert!(!source.is_empty() && !said.is_empty(), "{id}");
        assert!(ids.insert(id), "{id} stands twice");
    }
}
