//! Step sizes and basins of attraction against the runs themselves.

use crate::cases::for_all;
use downhill_core::analysis::basin::{Basins, End, NEAR, STAGES};
use downhill_core::analysis::step_size_outcome::{self, Ahead, Limits, Momentum};
use downhill_core::function::stationary::Search;
use downhill_core::numeric::{math, vector};
use downhill_core::run::snapshot::Status;
use downhill_core::{Descent, Experiment};
use std::cell::RefCell;
use std::collections::BTreeMap;

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, [], "{query}");
    experiment
}

#[test]
fn on_quadratics_the_rule_of_thumb_is_exact() {
    for condition in ["1", "10", "250"] {
        let start = format!("function=bowl&condition_number={condition}&start=1.7,0.9");
        let experiment = experiment(&start);
        let descent = Descent::new(&experiment).unwrap();
        let sharpest = descent.function().bends(&[0.0, 0.0])[0].0;
        let limits = Limits::of(Momentum::NONE, sharpest).unwrap();
        let ends = |rate: f64| step_size_outcome::run(&experiment, rate, 3000, 0.0).unwrap();
        assert_eq!(ends(1.1 * limits.settles), Ahead::Leaves, "{condition}");
        assert!(matches!(ends(0.9 * limits.settles), Ahead::Settles(_)), "{condition}");
    }
    assert_eq!(Limits::of(Momentum::NONE, -1.0), None);
    let short = experiment("function=square&start=3");
    assert_eq!(step_size_outcome::run(&short, 1e-4, 50, 0.0).unwrap(), Ahead::Crawls);
    assert_eq!(step_size_outcome::run(&short, 0.99, 50, 0.0).unwrap(), Ahead::Bounces);
    let hole = experiment("function=sqrt(x)&start=3");
    assert_eq!(step_size_outcome::run(&hole, 40.0, 50, 0.0).unwrap(), Ahead::Leaves);
    let near = experiment("function=sqrt(x)&start=3");
    assert_eq!(step_size_outcome::run(&near, 1.0, 50, 0.0).unwrap(), Ahead::Stops);
}

#[test]
fn running_ahead_is_what_the_run_does() {
    let ends = RefCell::new(BTreeMap::new());
    for_all(file!(), 200, (-2.4..2.4, -3.0..0.0), |(start, power)| {
        let mut asked = experiment("function=double_well&start=0");
        asked.start = vec![start];
        let rate = math::pow(10.0, power);
        let said = step_size_outcome::run(&asked, rate, 200, 0.0).unwrap();
        asked.learning_rate = rate;
        let mut descent = Descent::new(&asked).unwrap();
        let mut places = vec![descent.snapshot().x[0]];
        let mut slopes = vec![descent.snapshot().gradient_norm];
        while descent.snapshot().iteration < 200 && descent.step() {
            places.push(descent.snapshot().x[0]);
            slopes.push(descent.snapshot().gradient_norm);
        }
        let last = places[places.len() - 1];
        let moves: Vec<f64> = places.windows(2).map(|pair| pair[1] - pair[0]).collect();
        // A slope that comes later can only make more of them level.
        let steepest = slopes.iter().copied().fold(0.0, f64::max);
        let still = slopes.iter().rev().take_while(|it| **it <= 1e-3 * steepest).count();
        match said {
            Ahead::Leaves => {
                assert!(!(-2.5..=2.5).contains(&last) || descent.status() != Status::Running);
            }
            Ahead::Settles(update) => {
                assert!(update as usize + still >= 201 && still > 0, "{rate}");
                assert!((-2.5..=2.5).contains(&last));
            }
            Ahead::Bounces => assert!(still == 0 && moves[198] * moves[199] < 0.0),
            Ahead::Crawls => assert!(still == 0 && moves[198] * moves[199] >= 0.0),
            Ahead::Stops => panic!("the double well has a value everywhere"),
        }
        *ends.borrow_mut().entry(said.id()).or_insert(0) += 1;
        Ok(())
    });
    let ends = ends.into_inner();
    eprintln!("{ends:?}");
    assert!(ends.len() >= 3, "{ends:?}");
}

#[test]
fn a_run_settles_at_the_step_from_which_on_its_gradient_counts_as_0() {
    for (query, level) in [
        ("function=double_well&start=1.9&learning_rate=0.01", 1e-3),
        ("function=double_well&start=-0.5&learning_rate=0.02", 1e-4),
        ("function=himmelblau&start=-1,2&learning_rate=0.01", 1e-3),
        // It takes longer than the 200 steps that are looked ahead.
        ("function=square&start=3&learning_rate=0.02", 1e-6),
    ] {
        let asked = experiment(query);
        let said = step_size_outcome::run(&asked, asked.learning_rate, 200, level).unwrap();
        let mut descent = Descent::new(&asked).unwrap();
        while descent.step() && descent.snapshot().gradient_norm > level {}
        assert_eq!(said, Ahead::Settles(descent.snapshot().iteration), "{query}");
    }
}

#[test]
fn with_momentum_the_rule_of_thumb_is_exact_too() {
    type Kind = fn(f64) -> Momentum;
    let kinds: [(&str, Kind); 2] =
        [("momentum", Momentum::HeavyBall), ("nesterov", Momentum::Nesterov)];
    for (optimizer, kind) in kinds {
        for momentum in [0.0, 0.1, 0.3, 0.5, 0.8, 0.9] {
            let what = format!("{optimizer} {momentum}");
            let query = format!(
                "function=bowl&condition_number=4&start=0.01,1&optimizer={optimizer}&momentum={momentum}"
            );
            let experiment = experiment(&query);
            let found = Descent::new(&experiment).unwrap();
            let found = Momentum::of(experiment.optimizer, &found.snapshot().optimizer);
            assert_eq!(found, Some(kind(momentum)), "{what}");
            let limits = Limits::of(kind(momentum), 8.0).unwrap();
            let ends = |rate: f64| step_size_outcome::run(&experiment, rate, 3000, 0.0).unwrap();
            assert_eq!(ends(1.05 * limits.settles), Ahead::Leaves, "{what}");
            assert!(matches!(ends(0.95 * limits.settles), Ahead::Settles(_)), "{what}");
            // Along the steep axis alone, whether the ball ever comes to the other side.
            let swings = |rate: f64| {
                let asked = Experiment { learning_rate: rate, ..experiment.clone() };
                let mut run = Descent::new(&asked).unwrap();
                (0..300).any(|_| run.step() && run.snapshot().x[1] < -1e-9)
            };
            assert!(swings(1.5 * limits.overshoots), "{what}");
            assert!(!swings(0.9 * limits.overshoots), "{what}");
        }
    }
    let nesterov = Limits::of(Momentum::Nesterov(0.9), 2.0).unwrap();
    assert!((nesterov.settles - 3.8 / (2.8 * 2.0)).abs() < 1e-15);
}

fn minima(descent: &Descent) -> Vec<Vec<f64>> {
    let mut search = Search::new(descent.function(), descent.domain());
    assert!(search.advance(u32::MAX));
    let minima = search.points().iter();
    minima.filter(|it| it.kind.is_minimum()).map(|it| it.x.clone()).collect()
}

#[test]
fn the_map_is_the_end_of_the_actual_runs() {
    const UPDATES: u16 = 100;
    for query in [
        "function=himmelblau&start=4,4&learning_rate=0.01",
        "function=six_hump_camel&start=1,0.5&learning_rate=0.03&optimizer=momentum&momentum=0.7",
        "function=double_well&start=1&learning_rate=0.05",
        "function=ln(x y) %2B (x-1)^2 (y-2)^2&start=1,1&learning_rate=0.05",
        "function=x^2 %2B sin(3x)&start=1&learning_rate=0.05&gradient_noise=0.5&optimizer=adam",
        "function=himmelblau&start=4,4&search=newton",
    ] {
        let experiment = experiment(query);
        let descent = Descent::new(&experiment).unwrap();
        let minima = minima(&descent);
        let mut basins = Basins::new(&descent, minima.clone(), UPDATES);
        let mut slices = 0;
        while !basins.advance(20_000) {
            slices += 1;
        }
        assert_eq!(basins.columns(), STAGES[STAGES.len() - 1]);
        let ends = RefCell::new(BTreeMap::new());
        for_all(file!(), 500, (0..basins.columns(), 0..basins.rows()), |(column, row)| {
            let cell = basins.cells()[row * basins.columns() + column];
            let mut asked = experiment.clone();
            asked.start = basins.start(column, row);
            let mut run = Descent::new(&asked).unwrap();
            let (mut near, mut since) = (None, 0);
            loop {
                let x = &run.snapshot().x;
                let distance = |minimum: &Vec<f64>| {
                    let parts = x.iter().zip(minimum).zip(run.domain());
                    let parts = parts.map(|((x, m), (low, high))| (x - m) / (high - low));
                    vector::norm(&parts.collect::<Vec<_>>())
                };
                let here = minima.iter().position(|minimum| distance(minimum) <= NEAR);
                if run.status() == Status::Running && here != near {
                    (near, since) = (here, run.snapshot().iteration);
                }
                if run.snapshot().iteration == u32::from(UPDATES) || !run.step() {
                    break;
                }
            }
            let at = run.failed().unwrap_or(run.snapshot());
            let inside =
                at.x.iter().zip(run.domain()).all(|(x, (low, high))| (low..=high).contains(&x));
            let expected = match near {
                _ if !inside => End::Left,
                _ if run.status() != Status::Running => End::Stopped,
                Some(minimum) => End::Minimum(minimum as u16),
                None => End::Unsettled,
            };
            assert_eq!(cell.end, expected, "{query} from {:?}", asked.start);
            if let End::Minimum(_) = expected {
                assert_eq!(u32::from(cell.updates), since, "{query} from {:?}", asked.start);
            }
            *ends.borrow_mut().entry(format!("{expected:?}")).or_insert(0) += 1;
            Ok(())
        });
        eprintln!("{query}: {slices} slices, {:?}", ends.into_inner());
    }
}

#[test]
fn himmelblau_has_four_basins() {
    let mut reached = std::collections::BTreeSet::new();
    for start in ["4,4", "-4,4", "-4,-4", "4,-4"] {
        let query = format!("function=himmelblau&learning_rate=0.01&start={start}");
        let mut descent = Descent::new(&experiment(&query)).unwrap();
        (0..200).for_each(|_| assert!(descent.step()));
        assert!(descent.snapshot().value < 1e-10);
        reached.insert(format!("{:.3?}", descent.snapshot().x));
    }
    assert_eq!(reached.len(), 4, "{reached:?}");
}
