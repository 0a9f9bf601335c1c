//! Optimizers against PyTorch's trajectories, closed forms and their own table;
//! schedules against PyTorch's formulas.

mod second_order;

use crate::shared::shared;
use downhill_core::function::Function;
use downhill_core::numeric::vector::norm;
use downhill_core::optimizer::schedule::{SCHEDULES, Schedule};
use downhill_core::optimizer::{
    OPTIMIZERS, Optimizer, Rule, hyperparameter_ids, is_hyperparameter,
};
use downhill_core::{Descent, Experiment};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

type Hyperparameters = BTreeMap<String, f64>;

fn rule(id: &str) -> Rule {
    Rule::from_id(id).unwrap()
}

fn hyperparameters<const N: usize>(pairs: [(&str, f64); N]) -> Hyperparameters {
    pairs.map(|(id, value)| (id.to_string(), value)).into()
}

/// Where x is after each of these gradients.
fn moves<const N: usize>(
    id: &str,
    learning_rate: f64,
    hyperparameters: &Hyperparameters,
    x: f64,
    gradients: [f64; N],
) -> [f64; N] {
    rule(id).check(hyperparameters).unwrap();
    let mut optimizer = Optimizer::new(rule(id), learning_rate, hyperparameters, 1);
    let mut x = [x];
    gradients.map(|gradient| {
        optimizer.update(&[gradient], &mut x);
        x[0]
    })
}

fn assert_close(found: f64, expected: f64) {
    let error = (found - expected).abs() / expected.abs().max(1.0);
    assert!(error <= 1e-12, "{found} is not {expected}");
}

/// The hyperparameters of a reference case. What the optimizer's name says
/// already, or what it does not have, is at the value that says so.
fn of_case(optimizer: &Value) -> (Rule, f64, Hyperparameters) {
    let id = optimizer["name"].as_str().unwrap();
    let rule = rule(id);
    let mut hyperparameters = Hyperparameters::new();
    let mut learning_rate = f64::NAN;
    for (key, value) in optimizer["params"].as_object().unwrap() {
        let number = value.as_f64().unwrap_or_else(|| f64::from(value.as_bool().unwrap()));
        match key.as_str() {
            "lr" => learning_rate = number,
            "nesterov" | "amsgrad" => assert_eq!(number != 0.0, id == key, "{id} {key}"),
            _ if rule.hyperparameter(key).is_some() => {
                hyperparameters.insert(key.clone(), number);
            }
            _ => assert_eq!(number, 0.0, "{id} has no {key}"),
        }
    }
    rule.check(&hyperparameters).unwrap();
    (rule, learning_rate, hyperparameters)
}

/// One run against its reference: every row, and where it stops being finite.
/// Returns the largest error in units of what is allowed.
fn follow(case: &Value) -> f64 {
    let id = case["id"].as_str().unwrap();
    let function = Function::from_id(case["function"].as_str().unwrap()).unwrap();
    let tolerance = case["tol"].as_f64().unwrap();
    let (rule, learning_rate, hyperparameters) = of_case(&case["optimizer"]);
    let numbers = case["start"].as_array().unwrap();
    let mut x: Vec<f64> = numbers.iter().map(|x| x.as_f64().unwrap()).collect();
    let mut optimizer = Optimizer::new(rule, learning_rate, &hyperparameters, x.len());
    let mut gradient = vec![0.0; function.dim()];
    let rows = case["rows"].as_array().unwrap();
    if case["nonfinite"].is_null() {
        assert_eq!(rows.len() as u64, case["steps"].as_u64().unwrap() + 1);
    }

    let mut worst = 0.0f64;
    let mut first = BTreeMap::new();
    for (step, row) in rows.iter().enumerate() {
        let f = function.value_and_gradient(&x, &mut gradient);
        let finite = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
        for (what, is_finite) in
            [("x", finite(&x)), ("f", finite(&[f])), ("grad", finite(&gradient))]
        {
            if !is_finite {
                first.entry(what).or_insert(step);
                first.entry("first").or_insert(step);
            }
        }
        let found = x.iter().copied().chain([f, norm(&gradient)]);
        for (found, reference) in found.zip(row.as_array().unwrap()) {
            match reference.as_f64() {
                None => assert!(!found.is_finite(), "{id} at {step}: {found}"),
                Some(reference) => {
                    let allowed = tolerance * reference.abs().max(1.0);
                    let error = (found - reference).abs() / allowed;
                    assert!(error <= 1.0, "{id} at {step}: {found} is not {reference}");
                    worst = worst.max(error);
                }
            }
        }
        optimizer.update(&gradient, &mut x);
    }
    for what in ["first", "f", "grad", "x"] {
        let expected = case["nonfinite"].get(what).and_then(Value::as_u64);
        assert_eq!(first.get(what).map(|step| *step as u64), expected, "{id} {what}");
    }
    worst
}

#[test]
fn every_trajectory_is_that_of_pytorch() {
    let Some(text) = shared("reference/trajectories.json") else { return };
    let all: Value = serde_json::from_str(&text).unwrap();
    let cases = all["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 223);
    let mut names = BTreeSet::new();
    let worst = cases.iter().map(|case| {
        names.insert(case["optimizer"]["name"].as_str().unwrap());
        follow(case)
    });
    let worst = worst.fold(0.0, f64::max);
    eprintln!("{} trajectories; the largest error is {worst:.3} of the tolerance", cases.len());
    let without: Vec<&str> =
        OPTIMIZERS.iter().map(|entry| entry.id).filter(|id| !names.contains(id)).collect();
    assert_eq!(without, ["lion"], "the others have a reference");
}

#[test]
fn descent_on_a_parabola_is_a_geometric_series() {
    for rate in [0.05, 0.4, 0.5, 0.9, 1.0, 1.02] {
        let mut optimizer = Optimizer::new(Rule::SGD, rate, &Hyperparameters::new(), 1);
        let mut x = [3.0];
        let mut expected = 3.0;
        for _ in 0..100 {
            let gradient = [2.0 * x[0]];
            optimizer.update(&gradient, &mut x);
            expected *= 1.0 - 2.0 * rate;
            assert!((x[0] - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{rate}");
        }
    }
}

/// With f = ½ λ x², h = η λ and c = η b, one update is linear in (x, c). It
/// converges while both eigenvalues lie inside the unit circle: |D| < 1 and
/// 1 ± T + D > 0 for trace T and determinant D. What breaks first is 1 + T + D:
/// - momentum: c ← μ c + h x, x ← x − c, so T = 1 − h + μ, D = μ: h < 2 (1 + μ);
///   with μ = 0 this is plain descent: h < 2.
/// - Nesterov: c ← μ c + h x, x ← x − h x − μ c, so T = 1 − h (1 + μ) + μ,
///   D = μ (1 − h): h < 2 (1 + μ)/(1 + 2 μ).
#[test]
fn convergence_ends_at_the_theoretical_learning_rate() {
    for curvature in [0.5, 2.0, 20.0] {
        let mut limits = vec![("sgd", 0.0, 2.0)];
        for momentum in [0.3, 0.9] {
            limits.push(("momentum", momentum, 2.0 * (1.0 + momentum)));
            let nesterov = 2.0 * (1.0 + momentum) / (1.0 + 2.0 * momentum);
            limits.push(("nesterov", momentum, nesterov));
        }
        for (id, momentum, limit) in limits {
            let end = |share: f64| {
                let given = match id {
                    "sgd" => Hyperparameters::new(),
                    _ => hyperparameters([("momentum", momentum)]),
                };
                let rate = share * limit / curvature;
                let mut optimizer = Optimizer::new(rule(id), rate, &given, 1);
                let mut x = [1.0];
                for _ in 0..20_000 {
                    let gradient = [curvature * x[0]];
                    optimizer.update(&gradient, &mut x);
                }
                x[0].abs()
            };
            assert!(end(0.999) < 1e-6, "{id} {momentum}: converges just below the limit");
            // From far beyond what a float holds it comes back as NaN or ∞.
            let above = end(1.001);
            assert!(above > 1e6 || above.is_nan(), "{id} {momentum}: diverges just above");
        }
    }
}

#[test]
fn the_table_holds_together() {
    let mut ids = BTreeSet::new();
    for definition in OPTIMIZERS {
        let id = definition.id;
        assert!(ids.insert(id), "{id} stands twice");
        assert!(!definition.formula.is_empty() && !definition.source.is_empty(), "{id}");
        assert!(definition.learning_rate > 0.0, "{id}");
        let mut own = BTreeSet::new();
        for hyperparameter in definition.hyperparameters {
            assert!(own.insert(hyperparameter.id), "{id}: {} stands twice", hyperparameter.id);
            assert!(hyperparameter.takes(hyperparameter.default), "{id} {}", hyperparameter.id);
            assert!(hyperparameter.takes(hyperparameter.range.0));
            assert!(hyperparameter.takes(hyperparameter.range.1));
            assert!(!hyperparameter.takes(hyperparameter.range.1 + 1.0));
            assert!(!hyperparameter.takes(f64::NAN));
            assert!(!hyperparameter.means.is_empty() && !hyperparameter.means.contains('\n'));
            assert!(is_hyperparameter(hyperparameter.id));
        }
        let optimizer = Optimizer::new(rule(id), 0.1, &Hyperparameters::new(), 3);
        let memory: Vec<&str> = optimizer.memory().map(|(name, _)| name).collect();
        assert_eq!(memory, definition.memory);
        assert!(optimizer.memory().all(|(_, numbers)| numbers == [0.0; 3]));
    }
    assert_eq!(ids.len(), 13);
    let all = hyperparameter_ids();
    assert_eq!(all.len(), 14);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert!(!is_hyperparameter("learning_rate"));
}

#[test]
fn defaults_are_those_of_pytorch() {
    let expected = [
        ("sgd", 1e-3, vec![("weight_decay", 0.0)]),
        ("momentum", 1e-3, vec![("momentum", 0.9), ("dampening", 0.0), ("weight_decay", 0.0)]),
        ("nesterov", 1e-3, vec![("momentum", 0.9), ("weight_decay", 0.0)]),
        (
            "adagrad",
            1e-2,
            vec![
                ("lr_decay", 0.0),
                ("weight_decay", 0.0),
                ("initial_accumulator_value", 0.0),
                ("eps", 1e-10),
            ],
        ),
        (
            "rmsprop",
            1e-2,
            vec![
                ("alpha", 0.99),
                ("eps", 1e-8),
                ("weight_decay", 0.0),
                ("momentum", 0.0),
                ("centered", 0.0),
            ],
        ),
        ("adadelta", 1.0, vec![("rho", 0.9), ("eps", 1e-6), ("weight_decay", 0.0)]),
        ("adam", 1e-3, vec![("weight_decay", 0.0), ("bias_correction", 1.0)]),
        ("adamw", 1e-3, vec![("weight_decay", 0.01)]),
        ("adamax", 2e-3, vec![("weight_decay", 0.0)]),
        (
            "nadam",
            2e-3,
            vec![("weight_decay", 0.0), ("momentum_decay", 0.004), ("decoupled_weight_decay", 0.0)],
        ),
        ("radam", 1e-3, vec![("weight_decay", 0.0), ("decoupled_weight_decay", 0.0)]),
        ("amsgrad", 1e-3, vec![("weight_decay", 0.0)]),
        ("lion", 1e-4, vec![("beta1", 0.9), ("beta2", 0.99), ("weight_decay", 0.0)]),
    ];
    assert_eq!(expected.len(), OPTIMIZERS.len());
    for ((id, learning_rate, mut values), definition) in expected.into_iter().zip(OPTIMIZERS) {
        if ["adam", "adamw", "adamax", "nadam", "radam", "amsgrad"].contains(&id) {
            values.extend([("beta1", 0.9), ("beta2", 0.999), ("eps", 1e-8)]);
        }
        assert_eq!((definition.id, definition.learning_rate), (id, learning_rate));
        let own: BTreeMap<_, _> =
            definition.hyperparameters.iter().map(|own| (own.id, own.default)).collect();
        assert_eq!(own, values.into_iter().collect(), "{id}");
    }
}

#[test]
fn what_does_not_fit_is_said() {
    let adam = rule("adam");
    assert_eq!(adam.check(&Hyperparameters::new()), Ok(()));
    assert_eq!(adam.check(&hyperparameters([("beta1", 0.5), ("eps", 0.1)])), Ok(()));
    let said = |rule: Rule, id, value| {
        rule.check(&hyperparameters([(id, value)])).unwrap_err().to_string()
    };
    assert_eq!(
        said(adam, "beta1", 1.0),
        "beta1 = “1” does not fit: it takes a number from 0 to 0.999999."
    );
    assert_eq!(
        said(adam, "bias_correction", 0.5),
        "bias_correction = “0.5” does not fit: it takes 0 for off or 1 for on."
    );
    assert_eq!(
        said(rule("momentum"), "beta1", 0.9),
        "beta1 = “0.9” does not fit: it takes another optimizer, for momentum has momentum, dampening, weight_decay."
    );
    for value in [f64::NAN, f64::INFINITY, -0.1] {
        for id in hyperparameter_ids() {
            for definition in OPTIMIZERS {
                assert!(rule(definition.id).check_one(id, value).is_err(), "{id} {value}");
            }
        }
    }
}

#[test]
fn hyperparameters_can_change_under_way() {
    let mut optimizer =
        Optimizer::new(rule("momentum"), 1.0, &hyperparameters([("momentum", 0.5)]), 1);
    assert_eq!(optimizer.hyperparameter("momentum"), Some(0.5));
    assert_eq!(optimizer.hyperparameter("beta1"), None);
    let mut x = [0.0];
    optimizer.update(&[-1.0], &mut x);
    optimizer.update(&[-1.0], &mut x);
    assert_eq!(x, [1.0 + 1.5]);
    optimizer.set_hyperparameter("momentum", 0.0).unwrap();
    assert!(optimizer.set_hyperparameter("momentum", 2.0).is_err());
    assert!(optimizer.set_hyperparameter("beta1", 0.9).is_err());
    optimizer.update(&[-1.0], &mut x);
    assert_eq!(x, [1.0 + 1.5 + 1.0]);
    optimizer.set_hyperparameters(&Hyperparameters::new());
    assert_eq!(optimizer.hyperparameter("momentum"), Some(0.9));
}

/// The path on the bowl: all bits of x after each update.
fn on_the_bowl(optimizer: &mut Optimizer, x: &mut [f64], updates: usize) -> Vec<[u64; 2]> {
    let function = Function::from_id("bowl").unwrap();
    (0..updates)
        .map(|_| {
            let mut gradient = [0.0; 2];
            function.value_and_gradient(x, &mut gradient);
            optimizer.update(&gradient, x);
            [x[0].to_bits(), x[1].to_bits()]
        })
        .collect()
}

#[test]
fn every_optimizer_goes_down_a_bowl_always_in_the_same_way() {
    for definition in OPTIMIZERS {
        let id = definition.id;
        let rate = definition.learning_rate.max(0.01);
        let start = || Optimizer::new(rule(id), rate, &Hyperparameters::new(), 2);
        let (mut x, mut again) = ([-4.0, 2.0], [-4.0, 2.0]);
        let path = on_the_bowl(&mut start(), &mut x, 500);
        assert!(x[0] * x[0] + 10.0 * x[1] * x[1] < 0.9 * 56.0, "{id}: {x:?}");

        // The same through a copy made half way, into one that has been elsewhere.
        let (mut first, mut second) = (start(), start());
        on_the_bowl(&mut second, &mut [1.0, 1.0], 3);
        second.learning_rate = 7.0;
        for own in definition.hyperparameters {
            second.set_hyperparameter(own.id, own.range.1).unwrap();
        }
        let mut parts = on_the_bowl(&mut first, &mut again, 250);
        second.copy_from(&first);
        parts.extend(on_the_bowl(&mut second, &mut again, 250));
        assert_eq!(path, parts, "{id}");
    }
}

#[test]
fn a_gradient_of_zero_moves_nothing() {
    for definition in OPTIMIZERS {
        let mut given = hyperparameters([("weight_decay", 0.0)]);
        for flag in definition.hyperparameters.iter().filter(|own| own.flag) {
            given.insert(flag.id.into(), 1.0 - flag.default);
        }
        for given in [hyperparameters([("weight_decay", 0.0)]), given] {
            let mut optimizer = Optimizer::new(rule(definition.id), 0.1, &given, 3);
            let mut x = [3.0, 0.0, -1e-300];
            for _ in 0..20 {
                optimizer.update(&[0.0, -0.0, 0.0], &mut x);
                assert_eq!(x, [3.0, 0.0, -1e-300], "{}", definition.id);
            }
        }
    }
}

/// Where decay adds to the gradient it is the same as a gradient to which it
/// has been added. Where it is a move of its own, the rest of the move is what
/// it is without decay, for the memory sees gradients only.
#[test]
fn weight_decay_does_what_it_says() {
    const DECAY: f64 = 0.1;
    const RATE: f64 = 0.01;
    for definition in OPTIMIZERS {
        let id = definition.id;
        let switch = definition.hyperparameter("decoupled_weight_decay").is_some();
        for decoupled in [false, true] {
            if !switch && decoupled != ["adamw", "lion"].contains(&id) {
                continue;
            }
            let mut given = hyperparameters([("weight_decay", DECAY)]);
            let mut none = hyperparameters([("weight_decay", 0.0)]);
            if switch {
                for given in [&mut given, &mut none] {
                    given.insert("decoupled_weight_decay".into(), f64::from(decoupled));
                }
            }
            let mut with = Optimizer::new(rule(id), RATE, &given, 1);
            let mut without = Optimizer::new(rule(id), RATE, &none, 1);
            let (mut x, mut y) = ([3.0], [3.0]);
            for g in [0.0, 1.0, -0.5, 2.0, 0.25, -3.0, 1.5, 0.7] {
                let before = x[0];
                with.update(&[g], &mut x);
                y[0] = before;
                if decoupled {
                    without.update(&[g], &mut y);
                    assert_close(x[0], y[0] - RATE * DECAY * before);
                } else {
                    without.update(&[g + DECAY * before], &mut y);
                    assert_eq!(x, y, "{id}");
                }
                assert_ne!(x[0], before, "{id}");
            }
        }
    }
}

#[test]
fn a_centered_average_of_equal_gradients_is_no_root_of_less_than_zero() {
    for g in [0.1, 0.3, 1.7, 1e-3] {
        for alpha in [0.0, 0.3, 0.5, 0.9] {
            let given = hyperparameters([("centered", 1.0), ("alpha", alpha)]);
            let mut optimizer = Optimizer::new(rule("rmsprop"), 0.01, &given, 1);
            let mut x = [0.0];
            (0..1000).for_each(|_| optimizer.update(&[g], &mut x));
            assert!(x[0].is_finite(), "{g} {alpha}");
        }
    }
}

#[test]
fn a_gradient_that_is_not_a_number_is_not_hidden() {
    for definition in OPTIMIZERS {
        for before in [0, 1, 10] {
            let mut optimizer =
                Optimizer::new(rule(definition.id), 0.01, &Hyperparameters::new(), 2);
            let mut x = [1.0, 1.0];
            (0..before).for_each(|_| optimizer.update(&[5.0, 5.0], &mut x));
            optimizer.update(&[f64::NAN, 5.0], &mut x);
            optimizer.update(&[5.0, 5.0], &mut x);
            let memory = optimizer.memory().map(|(_, numbers)| numbers);
            for numbers in memory.chain([&x[..]]) {
                assert!(numbers[0].is_nan() && numbers[1].is_finite(), "{}", definition.id);
            }
        }
    }
}

/// m = (1 − β₁) g and v = (1 − β₂) g². Corrected they are g and g², and the
/// step is η; uncorrected it is η (1 − β₁)/√(1 − β₂) = √10 η.
#[test]
fn without_bias_correction_adams_first_step_is_too_long() {
    for g in [2.0, -0.3] {
        let step = |given: &Hyperparameters| moves("adam", 0.05, given, 0.0, [g])[0];
        let exact = |size: f64, share: f64| -0.05 * share * g / (size * f64::abs(g) + 1e-8);
        assert_close(step(&Hyperparameters::new()), exact(1.0, 1.0));
        assert_close(
            step(&hyperparameters([("bias_correction", 0.0)])),
            exact(0.001f64.sqrt(), 0.1),
        );
        let ratio =
            step(&hyperparameters([("bias_correction", 0.0)])) / step(&Hyperparameters::new());
        assert!((ratio - 10f64.sqrt()).abs() < 1e-5, "{ratio}");
    }
}

/// β₁ = 0.9, β₂ = 0.99, η = 0.1, w = 0.5, x₀ = 1, gradients 1, −0.3, −2:
/// 1. c = 0.1·1 > 0;                            m = 0.01;   x = 1 − 0.1 (1 + 0.5) = 0.85
/// 2. c = 0.9·0.01 − 0.1·0.3 = −0.021 < 0;      m = 0.0069; x = 0.85 − 0.1 (−1 + 0.425) = 0.9075
/// 3. c = 0.9·0.0069 − 0.1·2 = −0.19379 < 0;    m = −0.013169; x = 0.9075 + 0.1 − 0.045375 = 0.962125
#[test]
fn lion_is_what_a_hand_computes() {
    let given = hyperparameters([("weight_decay", 0.5)]);
    let found = moves("lion", 0.1, &given, 1.0, [1.0, -0.3, -2.0]);
    found.iter().zip([0.85, 0.9075, 0.962125]).for_each(|(x, by_hand)| assert_close(*x, by_hand));

    let mut optimizer = Optimizer::new(rule("lion"), 0.1, &given, 1);
    for (gradient, by_hand) in [(1.0, 0.01), (-0.3, 0.0069), (-2.0, -0.013169)] {
        optimizer.update(&[gradient], &mut [1.0]);
        assert_close(optimizer.memory().next().unwrap().1[0], by_hand);
    }
    // A small gradient against a large average: the average decides.
    let found = moves("lion", 0.1, &Hyperparameters::new(), 0.0, [10.0, -0.5]);
    found.iter().zip([-0.1, -0.2]).for_each(|(x, by_hand)| assert_close(*x, by_hand));
}

fn factors<const N: usize>(text: &str, iterations: [u32; N]) -> [f64; N] {
    let schedule: Schedule = text.parse().unwrap();
    iterations.map(|iteration| schedule.factor(iteration))
}

#[test]
fn schedules_are_those_of_pytorch() {
    let check = |text: &str, expected: &[(u32, f64)]| {
        for (iteration, expected) in expected {
            let [found] = factors(text, [*iteration]);
            assert!((found - expected).abs() < 1e-15, "{text} at {iteration}: {found}");
        }
    };
    check("constant", &[(0, 1.0), (1_000_000, 1.0)]);
    check("step:30:0.1", &[(0, 1.0), (29, 1.0), (30, 0.1), (59, 0.1), (60, 0.01)]);
    check("exponential:0.5", &[(0, 1.0), (1, 0.5), (10, 1.0 / 1024.0)]);
    check("cosine:200", &[(0, 1.0), (100, 0.5), (200, 0.0), (300, 0.5), (400, 1.0)]);
    check("cosine:3", &[(1, 0.75), (2, 0.25), (3, 0.0)]);
    check("warmup:20", &[(0, 1.0 / 3.0), (10, 2.0 / 3.0), (20, 1.0), (500, 1.0)]);
    // The top is at 0.3·100 − 1; half way up and half way down are means.
    check("one_cycle:100", &[(0, 0.04), (29, 1.0), (99, 4e-6), (100, 4e-6), (9999, 4e-6)]);
    check("one_cycle:300", &[(0, 0.04), (89, 1.0), (194, (1.0 + 4e-6) / 2.0), (299, 4e-6)]);
    check("one_cycle:30", &[(4, (0.04 + 1.0) / 2.0), (8, 1.0), (29, 4e-6)]);
    for text in ["one_cycle:1", "one_cycle:2", "one_cycle:3", "one_cycle:4", "cosine:1"] {
        for factor in factors(text, [0, 1, 2, 3, 4, u32::MAX]) {
            assert!((0.0..=1.0).contains(&factor), "{text}: {factor}");
        }
    }
}

#[test]
fn schedules_are_their_text() {
    let mut ids = BTreeSet::new();
    for definition in SCHEDULES {
        assert!(ids.insert(definition.id), "{} stands twice", definition.id);
        assert!(!definition.formula.is_empty() && !definition.source.is_empty());
        let usual = Schedule::usual(definition);
        assert_eq!(usual.to_string().parse(), Ok(usual));
        assert_eq!(usual.parameters().len(), definition.parameters.len());
        let json = serde_json::to_string(&usual).unwrap();
        assert_eq!(json, format!("\"{usual}\""));
    }
    assert_eq!(Schedule::default(), Schedule::CONSTANT);
    for text in ["constant", "step:30:0.1", "step:7:0.25", "exponential:0.99", "cosine:200"] {
        assert_eq!(text.parse::<Schedule>().unwrap().to_string(), text);
    }
    assert_ne!("cosine:200".parse::<Schedule>(), "cosine:201".parse());

    let said = |text: &str| text.parse::<Schedule>().unwrap_err().to_string();
    assert_eq!(
        said("slow"),
        "schedule = “slow” does not fit: it takes one such as constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300."
    );
    assert_eq!(
        said("step:30"),
        "schedule = “step:30” does not fit: it takes step with a whole number of iterations from 1 on and a factor above 0 and up to 10, such as step:30:0.1."
    );
    assert_eq!(
        said("constant:1"),
        "schedule = “constant:1” does not fit: it takes constant without numbers."
    );
    for text in [
        "",
        ":",
        "step",
        "step:",
        "step:0:0.1",
        "step:1.5:0.1",
        "step:30:0",
        "step:30:-1",
        "step:30:0.1:2",
        "exponential:NaN",
        "exponential:inf",
        "cosine:-3",
        "cosine:1e300",
        "warmup:",
        "one_cycle:0",
        "Cosine:20",
    ] {
        assert!(text.parse::<Schedule>().is_err(), "{text}");
    }
}

#[test]
fn a_ball_given_another_step_size_on_its_way_is_the_same_from_its_experiment() {
    let (experiment, errors) = Experiment::from_query(
        "function=himmelblau&start=-1,4&learning_rate=0.01&optimizer=momentum",
    );
    assert_eq!(errors, []);
    let mut ball = Descent::new(&experiment).unwrap();
    for iteration in 0..40 {
        if iteration == 10 {
            ball.edit("learning_rate", "0.002").unwrap();
        }
        let next = ball.next();
        assert!(ball.step());
        assert_eq!(ball.snapshot().x, next, "the coming step is the one announced");
    }
    assert!(ball.edit("seed", "2").is_err());
    let mut again = Descent::new(ball.experiment()).unwrap();
    (0..40).for_each(|_| assert!(again.step()));
    assert_eq!(again.snapshot().x, ball.snapshot().x);
    assert_eq!(ball.history().points().len(), 41);
    assert_eq!(ball.history().parameter(1).next(), Some(4.0));
}

#[test]
fn the_factors_of_a_move_multiply_to_the_change() {
    let function = Function::from_id("himmelblau").unwrap();
    let mut tried = 0;
    for definition in OPTIMIZERS {
        // Its defaults, and each hyperparameter elsewhere.
        let own = definition.hyperparameters.iter();
        let others = own
            .map(|own| hyperparameters([(own.id, if own.flag { 1.0 - own.default } else { 0.3 })]));
        for given in others.chain([Hyperparameters::new()]) {
            let mut optimizer = Optimizer::new(rule(definition.id), 0.01, &given, 2);
            let (mut x, mut gradient) = ([-1.0, 2.0], [0.0; 2]);
            for step in 0..12 {
                function.value_and_gradient(&x, &mut gradient);
                let moves = [0, 1].map(|index| optimizer.factors(index, gradient[index], x[index]));
                let before = x;
                optimizer.update(&gradient, &mut x);
                for index in 0..2 {
                    let (told, made) = (moves[index].total(), x[index] - before[index]);
                    let what = format!("{} {given:?}, step {step}: {told} {made}", definition.id);
                    assert!((told - made).abs() <= 1e-12 * before[index].abs().max(1.0), "{what}");
                    assert!(made != 0.0, "{what}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}
