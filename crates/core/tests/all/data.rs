//! The facts, and what is done to them before they are learned from.

mod csv;
mod csv_kinds;
mod features;
mod url_codec;

use crate::shared::shared;
use downhill_core::data::builtin::{DATA_SETS, DataSet};
use downhill_core::data::split::Split;
use downhill_core::data::table::{Table, Targets};
use downhill_core::function::FUNCTIONS;
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::initialization::INITIALIZATIONS;
use downhill_core::network::metrics::r_squared;
use downhill_core::network::{Dropout, Workspace};
use downhill_core::numeric::digest::Digest;
use downhill_core::numeric::math;
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::optimizer::schedule::SCHEDULES;
use downhill_core::optimizer::second_order::SEARCHES;
use downhill_core::{Error, Experiment, Run};
use std::collections::BTreeSet;
use std::f64::consts::{PI, TAU};

fn counts(table: &Table) -> Vec<usize> {
    let mut counts = vec![0; table.targets.outputs()];
    (0..table.rows.len()).for_each(|row| counts[table.targets.label(row).unwrap()] += 1);
    counts
}

fn made(id: &str, noise: f64, seed: u32) -> Table {
    DataSet::from_id(id).unwrap().table(noise, seed)
}

/// The sets that are made, with the noise each has unless asked otherwise.
fn all_made() -> impl Iterator<Item = (&'static str, f64)> {
    DATA_SETS.iter().filter_map(|definition| Some((definition.id, definition.noise?)))
}

#[test]
fn two_penguins_lack_measurements_and_are_left_out() {
    let table = DataSet::PENGUINS.table(0.0, 1);
    assert_eq!((table.rows.len(), table.dropped), (342, 2));
    assert_eq!(counts(&table), [151, 68, 123]);
    assert_eq!(table.rows[0], [39.1, 18.7]);
    assert_eq!(table.targets.names(), ["Adelie", "Chinstrap", "Gentoo"]);
}

#[test]
fn iris_is_whole() {
    let table = made("iris", 0.0, 1);
    assert_eq!((table.rows.len(), table.dropped), (150, 0));
    assert_eq!(counts(&table), [50, 50, 50]);
    assert_eq!(table.rows[0], [5.1, 3.5, 1.4, 0.2]);
    assert_eq!(table.rows[149], [5.9, 3.0, 5.1, 1.8]);
    // Fisher 1936, table 1: the mean of setosa's four columns.
    for (input, mean) in [5.006, 3.428, 1.462, 0.246].into_iter().enumerate() {
        let column: f64 = table.rows[..50].iter().map(|row| row[input]).sum();
        assert!((column / 50.0 - mean).abs() < 1e-9, "{input}");
    }
}

#[test]
fn the_facts_are_carried_unchanged() {
    for (name, ours) in [
        ("penguins.csv", include_str!("../../data/penguins.csv")),
        ("iris.csv", include_str!("../../data/iris.csv")),
    ] {
        if let Some(theirs) = shared(&format!("data/{name}")) {
            assert_eq!(ours, theirs, "{name}");
        }
    }
}

#[test]
fn a_split_is_stratified_seeded_and_standardized_on_training_rows_only() {
    let table = DataSet::PENGUINS.table(0.0, 1);
    let split = |seed| Split::new(table.clone(), 0.3, seed, true).unwrap();
    let (split, same, other) = (split(1), split(1), split(2));
    let held_back = |class| {
        let targets = &split.table.targets;
        split.test_rows.iter().filter(|row| targets.label(**row) == Some(class)).count()
    };
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
    let [x, y] = [0, 1].map(|input| split.table.rows[first][input]);
    let at = split.inputs_at(&[x], &[y]);
    assert_eq!(at, [split.train.inputs[0], split.train.inputs[split.train.n]]);

    assert_eq!(same.test_rows, split.test_rows);
    assert_ne!(other.test_rows, split.test_rows);
}

#[test]
fn every_set_can_be_split_and_its_targets_are_one_hot() {
    for definition in DATA_SETS {
        let table = made(definition.id, definition.noise.unwrap_or(0.0), 3);
        assert_eq!(table.inputs, definition.inputs, "{}", definition.id);
        assert_eq!(table.targets.names(), definition.classes);
        if table.targets.label(0).is_none() {
            continue;
        }
        let split = Split::new(table, 0.25, 3, true).unwrap();
        let Split { train, train_rows, table, .. } = &split;
        for (sample, row) in train_rows.iter().enumerate() {
            let outputs = 0..definition.classes.len();
            let targets: Vec<f64> = outputs.map(|o| train.targets[o * train.n + sample]).collect();
            assert_eq!(targets.iter().sum::<f64>(), 1.0);
            assert_eq!(targets[table.targets.label(*row).unwrap()], 1.0);
        }
    }
}

#[test]
fn a_split_may_hold_nothing_back_and_leave_inputs_as_they_are() {
    let table = DataSet::PENGUINS.table(0.0, 1);
    let split = Split::new(table.clone(), 0.0, 1, false).unwrap();
    assert_eq!((split.train.n, split.test.n, split.test_rows.len()), (342, 0, 0));
    assert!(split.test.inputs.is_empty() && split.test.targets.is_empty());
    assert_eq!((split.means, split.deviations), (vec![0.0; 2], vec![1.0; 2]));
    for (sample, row) in table.rows.iter().enumerate() {
        assert_eq!(split.train.inputs[sample].to_bits(), row[0].to_bits());
        assert_eq!(split.train.inputs[342 + sample].to_bits(), row[1].to_bits());
    }
}

#[test]
fn a_table_of_values_is_split_by_a_plain_shuffle() {
    let values: Vec<Vec<f64>> = (0..10).map(|row| vec![f64::from(row), -f64::from(row)]).collect();
    let names = vec!["up".to_string(), "down".to_string()];
    // The tenths do not add up to 1: an equal column must come out as 0 all the same.
    let table = Table {
        inputs: vec!["x".into(), "constant".into()],
        rows: (0..10).map(|row| vec![f64::from(row * row), 0.1]).collect(),
        targets: Targets::Values { names, values },
        dropped: 0,
    };
    assert_eq!((table.targets.outputs(), table.targets.label(0)), (2, None));
    let split = |seed| Split::new(table.clone(), 0.3, seed, true).unwrap();
    let tests: BTreeSet<Vec<usize>> = (0..20).map(|seed| split(seed).test_rows).collect();
    assert!(tests.len() > 10, "{tests:?}");
    assert!(tests.iter().all(|rows| rows.len() == 3));
    let split = split(7);
    assert_eq!(split.train.inputs[7..], [0.0; 7]);
    assert_eq!((split.means[1], split.deviations[1]), (0.1, 1.0));
    for (sample, row) in split.test_rows.iter().enumerate() {
        assert_eq!(split.test.targets[sample], *row as f64);
        assert_eq!(split.test.targets[3 + sample], -(*row as f64));
    }
}

#[test]
fn what_cannot_be_split_is_explained() {
    let table = |labels: Vec<usize>| Table {
        inputs: vec!["x".into()],
        rows: vec![vec![1.0]; labels.len()],
        targets: Targets::Classes { names: vec!["few".into(), "many".into()], labels },
        dropped: 0,
    };
    let error = |table: Table, fraction| {
        let error = Split::new(table, fraction, 1, true).unwrap_err();
        assert!(matches!(error, Error::Inconsistent(_)), "{error:?}");
        error.to_string()
    };
    assert!(error(table(vec![0, 1, 1, 1]), 0.5).contains("“few”"));
    assert!(error(table(vec![1, 1]), 0.1).contains("no rows"));
    assert!(error(table(vec![]), 0.1).contains("no rows"));
    assert!(error(table(vec![0, 1, 2]), 0.1).contains("do not fit"));
    let mut ragged = table(vec![0, 1]);
    ragged.rows[1].clear();
    assert!(error(ragged, 0.1).contains("do not fit"));
    for fraction in [-0.1, 1.0, f64::NAN, f64::INFINITY] {
        let error = Split::new(table(vec![0, 1]), fraction, 1, true).unwrap_err();
        assert!(matches!(error, Error::BadValue { .. }), "{error:?}");
    }
    assert!(Split::new(table(vec![0, 1]), 0.4, 1, true).is_ok());
}

#[test]
fn made_sets_are_balanced_and_a_function_of_their_seed() {
    assert_eq!(all_made().count(), 8);
    for (id, noise) in all_made() {
        assert!((0.0..=1.0).contains(&noise), "{id}");
        let table = made(id, noise, 5);
        let counts = counts(&table);
        assert!(counts.iter().all(|count| *count == counts[0]), "{id} {counts:?}");
        let usual = DataSet::from_id(id).unwrap().samples.unwrap();
        assert_eq!(table.rows.len(), usual, "{id}");
        let more = DataSet::from_id(id).unwrap().sample(Some(1000), noise, 5);
        assert_eq!(more.rows.len(), 1000, "{id}");
        assert_eq!(table.dropped, 0);
        let bits = |table: &Table| -> Vec<u64> {
            table.rows.iter().flatten().map(|value| value.to_bits()).collect()
        };
        assert_eq!(bits(&made(id, noise, 5)), bits(&table), "{id}");
        assert_ne!(bits(&made(id, noise, 6)), bits(&table), "{id}");
        // Noise moves the same samples further the same way.
        let (still, far) = (made(id, 0.0, 5), made(id, 2.0 * noise, 5));
        for ((still, at), far) in still.rows.iter().zip(&table.rows).zip(&far.rows) {
            for axis in 0..2 {
                let (one, two) = (at[axis] - still[axis], far[axis] - still[axis]);
                assert!((2.0 * one - two).abs() < 1e-12, "{id}");
                assert!(at[axis].abs() < 6.0, "{id}");
            }
        }
    }
}

/// The list is written by hand after a look at why a number changed, never by a test.
#[test]
fn made_sets_have_the_bits_on_record() {
    let found: Vec<String> = all_made()
        .map(|(id, noise)| {
            let mut digest = Digest::default();
            made(id, noise, 1).rows.iter().for_each(|row| digest.add(row));
            format!("{digest} {id}")
        })
        .collect();
    let record = [
        "85855f3e416f731b gaussians",
        "0bf8009f42f2c409 circles",
        "dd2d0f0af42d66d9 xor",
        "7e5faac16bcb40a4 moons",
        "0f34cf762655574a spirals",
        "f7fac9ce5a158f65 spirals3",
        "d9c17b17c1a2efe4 playground_spirals",
        "4ceea426ec1b0547 checkerboard",
    ];
    assert_eq!(found, record);
}

/// The distance to the nearest point of a spiral between two radii: on its own ray, one
/// turn after the other.
#[expect(clippy::disallowed_methods, reason = "the platform's functions are the reference")]
fn far_from_spiral(x: f64, y: f64, turns: f64, share: f64, (from, to): (f64, f64)) -> f64 {
    let angle = y.atan2(x) / std::f64::consts::TAU - share;
    let radius = (x * x + y * y).sqrt();
    (-3..=3)
        .map(|turn| (angle + f64::from(turn)) / turns)
        .filter(|along| (-1e-9..=1.0 + 1e-9).contains(along))
        .map(|along| (from + (to - from) * along - radius).abs())
        .fold(f64::INFINITY, f64::min)
}

/// Which class the rule by which a set is made gives a place.
fn rule(id: &str, x: f64, y: f64) -> usize {
    let nearest = |distances: &[f64]| {
        (0..distances.len()).min_by(|a, b| distances[*a].total_cmp(&distances[*b])).unwrap()
    };
    let radius = |x: f64, y: f64| (x * x + y * y).sqrt();
    let arms = |arms: usize, turns| {
        let far = |arm| far_from_spiral(x, y, turns, arm as f64 / arms as f64, (0.1, 1.0));
        nearest(&(0..arms).map(far).collect::<Vec<_>>())
    };
    match id {
        "gaussians" => usize::from(x + y > 0.0),
        "circles" => usize::from(radius(x, y) > 0.625),
        "xor" => usize::from(x * y < 0.0),
        "moons" => nearest(&[
            (radius(x, y) - 1.0).abs() + (-y).max(0.0),
            (radius(x - 1.0, y - 0.5) - 1.0).abs() + (y - 0.5).max(0.0),
        ]),
        "spirals" => arms(2, 1.5),
        "spirals3" => arms(3, 1.0),
        // Its angle is measured from above, clockwise.
        "playground_spirals" => {
            nearest(&[0.0, 0.5].map(|share| far_from_spiral(y, x, 1.75, share, (0.0, 5.0))))
        }
        "checkerboard" => {
            let field = |at: f64| ((at + 1.0) / 0.5).floor() as usize;
            (field(x) + field(y)) % 2
        }
        _ => panic!("{id} has no rule"),
    }
}

#[test]
fn without_noise_the_rule_tells_classes_apart_and_with_much_it_fails() {
    let right = |id, noise, seed| {
        let table = made(id, noise, seed);
        let hits = table.rows.iter().enumerate().filter(|(row, at)| {
            // Noise may carry a sample off the board.
            let inside = if id == "checkerboard" { -0.999..0.999 } else { -9.0..9.0 };
            let at = |axis: usize| at[axis].clamp(inside.start, inside.end);
            table.targets.label(*row) == Some(rule(id, at(0), at(1)))
        });
        hits.count() as f64 / table.rows.len() as f64
    };
    for (id, noise) in all_made() {
        let mean = |noise| (1..=20).map(|seed| right(id, noise, seed)).sum::<f64>() / 20.0;
        let (none, usual, most) = (mean(0.0), mean(noise), mean(1.0));
        println!("{id}: right by rule {none:.3}, with noise {noise} {usual:.3}, with 1 {most:.3}");
        // Where both of these arms begin in one point, one of 500 is anyone's.
        assert!(none >= if id == "playground_spirals" { 0.998 } else { 1.0 }, "{id} {none}");
        assert!(usual > 0.9, "{id} {usual}");
        assert!(most < usual - 0.03, "{id} {most}");
    }
}

#[test]
fn every_field_of_the_board_is_used_alike() {
    let table = made("checkerboard", 0.0, 1);
    let mut fields = [0; 16];
    for row in &table.rows {
        let field = |at: f64| ((at + 1.0) / 0.5) as usize;
        fields[4 * field(row[1]) + field(row[0])] += 1;
    }
    assert_eq!(fields, [13; 16]);
}

#[test]
fn every_table_entry_says_where_it_comes_from() {
    let entries = DATA_SETS
        .iter()
        .map(|entry| (entry.id, entry.source, entry.licence))
        .chain(ACTIVATIONS.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(COSTS.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(OPTIMIZERS.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(SEARCHES.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(FUNCTIONS.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(SCHEDULES.iter().map(|entry| (entry.id, entry.source, entry.formula)))
        .chain(INITIALIZATIONS.iter().map(|entry| (entry.id, entry.source, entry.formula)));
    let mut ids = BTreeSet::new();
    for (id, source, said) in entries {
        assert!(!source.is_empty() && !said.is_empty(), "{id}");
        assert!(ids.insert(id), "{id} stands twice");
    }
}

#[test]
fn sunspots_and_carbon_dioxide_are_the_measured_ones() {
    let sunspots = made("sunspots", 0.0, 1);
    assert_eq!((sunspots.rows.len(), sunspots.dropped), (309, 0));
    if let Some(csv) = shared("data/sunspots.csv") {
        for (row, line) in csv.lines().skip(1).enumerate() {
            let (year, spots) = line.split_once(',').unwrap();
            assert_eq!(sunspots.rows[row], [year.parse::<f64>().unwrap()]);
            assert_eq!(sunspots.targets.target(row, 0), spots.parse::<f64>().unwrap(), "{year}");
        }
    }
    let air = made("co2", 0.0, 1);
    assert_eq!(
        (air.rows.len(), &air.rows[0][..], &air.rows[42][..]),
        (43, &[1959.0][..], &[2001.0][..])
    );
    let Some(csv) = shared("data/co2.csv") else { return };
    for (row, year) in (1959..=2001).enumerate() {
        let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / numbers.len() as f64;
        let months: Vec<f64> = (1..=12)
            .map(|month| {
                let of = format!("{year}{month:02}");
                let weeks = csv.lines().filter(|line| line.starts_with(&of));
                weeks.filter_map(|line| line.split_once(',')?.1.parse().ok()).collect::<Vec<f64>>()
            })
            .filter(|weeks| !weeks.is_empty())
            .map(|weeks| mean(&weeks))
            .collect();
        let found = air.targets.target(row, 0);
        assert!((found - mean(&months)).abs() < 0.0051, "{year}: {found} {}", mean(&months));
    }
}

#[test]
fn the_playgrounds_spirals_are_its_own() {
    // classifySpiralData: n points an arm, r = 5 i/n, t = 1.75 · 2π i/n + delta,
    // x = r sin t, y = r cos t, delta 0 for the first arm and π for the other.
    let table = made("playground_spirals", 0.0, 1);
    for (row, at) in table.rows.iter().enumerate() {
        let (i, arm) = ((row / 2) as f64, row % 2);
        let (r, t) = (i / 250.0 * 5.0, 1.75 * i / 250.0 * TAU + PI * arm as f64);
        let (x, y) = (r * math::sin(t), r * math::cos(t));
        assert!((at[0] - x).abs() < 1e-12 && (at[1] - y).abs() < 1e-12, "{row}");
        assert_eq!(table.targets.label(row), Some(arm));
    }
    let noisy = made("playground_spirals", 0.1, 1);
    let shifts = noisy.rows.iter().flatten().zip(table.rows.iter().flatten());
    let shifts: Vec<f64> = shifts.map(|(at, still)| (at - still).abs()).collect();
    let most = shifts.iter().fold(0.0, |most: f64, shift| most.max(*shift));
    assert!(most <= 0.1 + 1e-12 && most > 0.099, "{most}");
    assert!((shifts.iter().sum::<f64>() / 1000.0 - 0.05).abs() < 0.003, "evenly");
    let (experiment, _) = Experiment::from_query("data=playground_spirals&test_fraction=0.5");
    assert_eq!(Run::new(&experiment).unwrap().split().train.n, 250);
}

#[test]
fn the_last_rows_are_kept_for_a_forecast_and_values_are_standardized() {
    let query = "data=sunspots&test_fraction=0.2&test_rows=last&standardize_targets=true\
                 &cost=squared_error";
    let (experiment, problems) = Experiment::from_query(query);
    assert!(problems.is_empty(), "{problems:?}");
    let run = Run::new(&experiment).unwrap();
    let split = run.split();
    assert_eq!(split.test_rows, (247..309).collect::<Vec<_>>());
    assert_eq!(split.train_rows, (0..247).collect::<Vec<_>>());
    let (targets, n) = (&split.train.targets, split.train.n as f64);
    let mean = targets.iter().sum::<f64>() / n;
    let variance = targets.iter().map(|value| value * value).sum::<f64>() / n;
    assert!(mean.abs() < 1e-12 && (variance - 1.0).abs() < 1e-12);
    for (sample, row) in split.test_rows.iter().enumerate() {
        let back = split.value(0, split.test.targets[sample]);
        assert!((back - split.table.targets.target(*row, 0)).abs() < 1e-10);
    }
    let measured = run.snapshot().test.r_squared;
    let mut work = Workspace::default();
    work.fit(run.network(), split.test.n);
    let theta = &run.snapshot().parameters;
    run.network().forward(theta, &split.test.inputs, split.test.n, Dropout::NONE, &mut work);
    let values = |of: &[f64]| of.iter().map(|value| split.value(0, *value)).collect::<Vec<_>>();
    let (outputs, targets) = (values(work.outputs()), values(&split.test.targets));
    let in_units = r_squared(&outputs, &targets, split.test.n);
    assert!((measured - in_units).abs() < 1e-9, "the same in either unit: {measured} {in_units}");
    // Classes are never standardized, and a split by class keeps each class's last.
    let (classes, _) = Experiment::from_query("standardize_targets=true&test_rows=last");
    let run = Run::new(&classes).unwrap();
    assert!(run.split().train.targets.iter().all(|target| [0.0, 1.0].contains(target)));
    let of_gentoo: Vec<usize> =
        (0..342).filter(|row| run.split().table.targets.label(*row) == Some(2)).collect();
    assert!(of_gentoo[123 - 37..].iter().all(|row| run.split().test_rows.contains(row)));
}

#[test]
fn a_formula_is_sampled_or_labels_the_plane() {
    let table = |query: &str| {
        let (experiment, problems) = Experiment::from_query(query);
        assert!(problems.is_empty(), "{problems:?}");
        Run::new(&experiment).map(|run| run.split().table.clone())
    };
    let values = table("target=x^2&samples=50&cost=squared_error").unwrap();
    assert_eq!((values.rows.len(), &values.inputs[..]), (50, &["x".to_string()][..]));
    for (row, at) in values.rows.iter().enumerate() {
        assert!((-5.0..5.0).contains(&at[0]));
        assert_eq!(values.targets.target(row, 0), at[0] * at[0]);
    }
    let plane = table("target=x-y^2&domain=-1,2,-3,3").unwrap();
    assert_eq!((plane.rows.len(), plane.targets.outputs()), (200, 2));
    for (row, at) in plane.rows.iter().enumerate() {
        assert!((-1.0..2.0).contains(&at[0]) && (-3.0..3.0).contains(&at[1]));
        assert_eq!(plane.targets.label(row), Some(usize::from(at[0] - at[1] * at[1] > 0.0)));
    }
    // Noise moves the values; the places stay.
    let noisy = table("target=x^2&samples=50&noise=0.5&cost=squared_error").unwrap();
    assert_eq!(noisy.rows, values.rows);
    let far = (0..50).map(|row| noisy.targets.target(row, 0) - values.targets.target(row, 0));
    let far = (far.map(|far| far * far).sum::<f64>() / 50.0).sqrt();
    assert!((2.0..6.0).contains(&far), "half the deviation of x², 7.5: {far}");
    // Half of ln's domain has no value.
    let half = table("target=ln(x)&cost=squared_error").unwrap();
    assert!(half.dropped > 70 && half.rows.len() + half.dropped == 200);
    let none = table("target=ln(-x^2-1)&cost=squared_error").unwrap_err().to_string();
    assert!(none.contains("domain"), "{none}");
    let long = table("target=x^2&domain=0,1,0,1&cost=squared_error").unwrap_err().to_string();
    assert!(long.contains("one variable"), "{long}");
    let (_, problems) = Experiment::from_query("target=x%2B&samples=3&test_rows=first");
    assert_eq!(problems.len(), 3, "{problems:?}");
}

#[test]
fn petals_are_two_columns_of_the_irises() {
    let (irises, petals) = (made("iris", 0.0, 1), made("petals", 0.0, 1));
    assert_eq!(petals.rows.len(), 150);
    for (row, petal) in petals.rows.iter().enumerate() {
        assert_eq!(
            (petal[0], petals.targets.target(row, 0)),
            (irises.rows[row][2], irises.rows[row][3])
        );
    }
}

#[test]
fn one_neuron_finds_hubble_s_line() {
    // The least-squares line through Hubble's table: 454 km/s for each megaparsec.
    let query = "data=nebulae&layers=&standardize=false&test_fraction=0&cost=squared_error\
                 &start=-0.5,1.5&learning_rate=0.2";
    let (experiment, problems) = Experiment::from_query(query);
    assert!(problems.is_empty(), "{problems:?}");
    let mut run = Run::new(&experiment).unwrap();
    assert_eq!(run.snapshot().parameters, [-0.5, 1.5]);
    assert!(run.train(2000));
    let [weight, bias] = run.snapshot().parameters[..] else { panic!("two numbers") };
    assert!((weight - 0.4541584409).abs() < 1e-9 && (bias + 0.0407836496).abs() < 1e-9);
    let (wrong, _) = Experiment::from_query("data=nebulae&layers=&start=1");
    let said = Run::new(&wrong).unwrap_err().to_string();
    assert!(said.contains("2 weights and biases, not 1"), "{said}");
}
