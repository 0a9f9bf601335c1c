//! The cost suits the data wherever they come from, or is refused.

use super::from_json;
use downhill_core::network::cost::COSTS;
use downhill_core::run::snapshot::Status;
use downhill_core::{Experiment, Run};

/// The cost and whether targets are standardized.
fn suited(experiment: &Experiment) -> (&str, bool) {
    (experiment.cost.id, experiment.standardize_targets)
}

#[test]
fn values_are_learned_by_a_cost_for_values() {
    for (query, far) in [
        ("target=sin(x)", false),
        ("target=x^2&samples=50&noise=0.3", false),
        ("target=ln(x)&domain=0.1,5", false),
        ("data=sunspots", true),
        ("data=co2", true),
        ("data=nebulae", false),
        ("data=petals&layers=", false),
        ("data=sunspots&standardize_targets=false", false),
        ("data=nebulae&standardize_targets=true", true),
        ("data=moons&target=x", false),
        ("seed=3&data=co2&optimizer=adam&learning_rate=0.01", true),
        ("points=v00*x*0242", true),
    ] {
        let (experiment, errors) = Experiment::from_query(query);
        assert_eq!(errors, [], "{query}");
        assert_eq!(suited(&experiment), ("squared_error", far), "{query}");
        let mut run = Run::new(&Experiment { test_fraction: 0.0, ..experiment }).unwrap();
        for _ in 0..30 {
            assert!(run.snapshot().train.loss >= 0.0, "{query}");
            run.step();
        }
    }
    for targets in
        ["[[2], [4], [6.5]]", "[2.0, 4.0, 6.5]", "[[1, 0], [0.5, 2], [0, 1]]", "[1e9, 2.5, 3]"]
    {
        let data = format!(r#"{{"inputs": [[1], [2], [3]], "targets": {targets}}}"#);
        let experiment = from_json(&format!(r#"{{"data": {data}}}"#));
        assert_eq!(suited(&experiment), ("squared_error", true), "{targets}");
    }
}

#[test]
fn what_a_link_says_of_cost_and_scale_stays() {
    for (query, cost) in [
        ("data=sunspots&cost=squared_error", "squared_error"),
        ("data=co2&cost=huber", "huber"),
        ("target=sin(x)&cost=absolute_error", "absolute_error"),
        ("data=nebulae&cost=half_squared_error", "half_squared_error"),
        ("data=moons", "softmax_cross_entropy"),
        ("data=moons&cost=squared_error", "squared_error"),
        ("target=x-y", "softmax_cross_entropy"),
        ("data=sunspots&data=moons", "softmax_cross_entropy"),
        ("function=sin(x)&data=sunspots&start=1", "softmax_cross_entropy"),
        ("", "softmax_cross_entropy"),
    ] {
        let (experiment, _) = Experiment::from_query(query);
        assert_eq!(suited(&experiment), (cost, false), "{query}");
    }
    // Values that stand for classes may have a cost for classes.
    for (targets, cost) in [
        ("[[0], [1], [1]]", "binary_cross_entropy"),
        ("[[0.0], [1.0], [0.0]]", "hinge"),
        ("[0.25, 0.5, 1]", "binary_cross_entropy"),
        ("[[1, 0], [0, 1], [0.5, 0.5]]", "softmax_cross_entropy"),
        ("[[1, 0], [0, 1], [1, 1]]", "binary_cross_entropy"),
    ] {
        let experiment = from_json(&format!(
            r#"{{"data": {{"inputs": [[1], [2], [3]], "targets": {targets}}}, "cost": "{cost}",
                "test_fraction": 0}}"#
        ));
        assert_eq!(suited(&experiment), (cost, false), "{targets}");
        let mut run = Run::new(&experiment).unwrap();
        assert!(run.train(200) && run.snapshot().train.loss >= 0.0, "{targets}");
    }
}

#[test]
fn a_cost_for_classes_is_refused_for_values() {
    let for_classes = ["softmax_cross_entropy", "binary_cross_entropy", "hinge"];
    for cost in for_classes {
        for data in ["data=sunspots", "data=nebulae", "target=3x", "data=co2&standardize=false"] {
            let query = format!("{data}&cost={cost}");
            let (experiment, errors) = Experiment::from_query(&query);
            assert_eq!(suited(&experiment).0, "squared_error", "{query}");
            let said = errors[0].to_string();
            assert!(said.contains(cost) && said.contains("values, not classes"), "{said}");
            // As code may have made it.
            let wrong = Experiment {
                cost: from_json(&format!(r#"{{"cost": "{cost}"}}"#)).cost,
                ..experiment
            };
            assert_eq!(Run::new(&wrong).unwrap_err(), errors[0]);
        }
    }
    // 0 and 1, once standardized, are no classes any more.
    let (_, errors) = Experiment::from_json(
        r#"{"data": {"inputs": [[1], [2]], "targets": [[0], [1]]}, "cost": "hinge",
            "standardize_targets": true}"#,
    );
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(COSTS.len(), 7, "a new cost is for values or for classes: say which here");
}

#[test]
fn a_first_state_that_is_not_finite_is_told_as_it_is() {
    for (first, input, target, cost) in [
        ("1", "1", "1e200", "squared_error"),
        ("-1", "1", "1e200", "half_squared_error"),
        ("1e200", "1", "0", "squared_error"),
        ("1e200", "1e200", "0", "squared_error"),
        ("1e200", "-1e200", "0", "absolute_error"),
        ("1e308", "10", "1", "huber"),
        ("1e160", "1", "1e160", "squared_error"),
        ("0.5", "1", "-1e300", "squared_error"),
        ("1e155", "1", "-1e155", "squared_error"),
        ("1e170", "2", "1e169", "half_squared_error"),
    ] {
        let experiment = from_json(&format!(
            r#"{{"data": {{"inputs": [[{input}]], "targets": [[{target}]]}}, "cost": "{cost}",
                "weights": [{{"W": [[{first}]], "b": [0]}}], "layers": [], "standardize": false,
                "test_fraction": 0}}"#
        ));
        let mut run = Run::new(&experiment).unwrap();
        let place = format!("{first} {input} {target} {cost}");
        if (first, input, target) == ("1e160", "1", "1e160") {
            // A number of this size may be met exactly.
            assert_eq!(run.status(), Status::Running, "{place}");
            continue;
        }
        assert!(matches!(run.status(), Status::Diverged { iteration: 0, .. }), "{place}");
        let failed = run.failed().unwrap();
        assert_eq!(failed.parameters, [first.parse::<f64>().unwrap(), 0.0], "{place}");
        let numbers = [failed.batch_loss, failed.train.loss, failed.gradient_norm];
        assert!(numbers.iter().any(|number| !number.is_finite()), "{place}: {numbers:?}");
        assert!(!run.step(), "{place}");
    }
    // And so is one that a change has made so.
    let experiment = from_json(
        r#"{"data": {"inputs": [[1e155]], "targets": [[1.5]]}, "cost": "squared_error", "layers": [],
            "weights": [{"W": [[0]], "b": [0]}], "standardize": false, "test_fraction": 0}"#,
    );
    let mut run = Run::new(&experiment).unwrap();
    assert!(run.failed().is_none());
    run.edit("weight_0", "1e6").unwrap();
    assert_eq!(run.failed().unwrap().parameters, [1e6, 0.0]);
    assert!(!run.failed().unwrap().train.loss.is_finite());
}
