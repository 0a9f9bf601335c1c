//! Searches against what is known of them: Armijo's condition, Newton's one
//! step on a quadratic function and his doubling of digits.

use crate::cases::{for_all, places};
use crate::experiment::from_json;
use downhill_core::formula::Formula;
use downhill_core::function::{FUNCTIONS, Function};
use downhill_core::numeric::vector::norm;
use downhill_core::optimizer::second_order::{SEARCHES, Search, Step};
use downhill_core::run::descent::Descent;
use downhill_core::run::snapshot::{Quantity, Status};
use downhill_core::run::trajectory;
use downhill_core::{Error, Experiment};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

fn step(search: &str, function: &Formula, x: &[f64], learning_rate: f64) -> Step {
    (Search::from_id(search).unwrap().step)(function, x, learning_rate)
}

fn function(id: &str) -> Function {
    Function::from_id(id).unwrap()
}

fn value_and_gradient(function: &Formula, x: &[f64]) -> (f64, Vec<f64>) {
    let mut gradient = vec![f64::NAN; x.len()];
    (function.value_and_gradient(x, &mut gradient), gradient)
}

fn distance(a: &[f64], b: &[f64]) -> f64 {
    norm(&a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<_>>())
}

fn descent(query: &str) -> Descent {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, [], "{query}");
    Descent::new(&experiment).unwrap()
}

#[test]
fn the_table_holds_together() {
    let mut ids = BTreeSet::new();
    for definition in SEARCHES {
        let id = definition.id;
        assert!(ids.insert(id), "{id} stands twice");
        assert!(!definition.formula.is_empty() && !definition.source.is_empty(), "{id}");
        let search = Search::from_id(id).unwrap();
        assert_eq!(serde_json::to_string(&search).unwrap(), format!("\"{id}\""));
    }
    assert_eq!(
        Search::from_id("luck").unwrap_err().to_string(),
        "search = “luck” does not fit: it takes one of line_search, newton."
    );
}

#[test]
fn a_line_search_takes_the_first_step_that_armijo_allows() {
    let (most, stays) = (Cell::new(0), RefCell::new(BTreeSet::new()));
    for definition in FUNCTIONS {
        let id = definition.id;
        let function = &function(id);
        for learning_rate in [1e-3, 0.3, 1.0, 100.0] {
            for_all(file!(), 10, places(definition.domain), |start| {
                let mut x = start;
                for k in 0..60 {
                    let (value, gradient) = value_and_gradient(function, &x);
                    let found = step("line_search", function, &x, learning_rate);
                    let says = format!("{id} {learning_rate} at {x:?}, step {k}: {found:?}");
                    assert_eq!(found, step("line_search", function, &x, learning_rate), "pure");
                    most.set(most.get().max(found.tried.len()));
                    assert_eq!(found.tried[0], learning_rate, "{says}");
                    assert!(found.tried.windows(2).all(|pair| pair[1] == 0.5 * pair[0]));
                    if found.taken == 0.0 {
                        // No way down is left that f's rounding would not hide:
                        // |g|²/|H| is twice what a valley's bottom lies below x.
                        let mut hessian = vec![0.0; x.len() * x.len()];
                        function.hessian(&x, &mut hessian);
                        let depth = gradient.iter().map(|g| g * g).sum::<f64>() / norm(&hessian);
                        // Beside a kink or a cusp, no curvature tells how far down it is.
                        let smooth = !["kink", "cusp"].contains(&id);
                        assert!(!smooth || depth < 3e-14 * value.abs().max(1.0), "{depth} {says}");
                        assert_eq!((found.tried.len(), &found.next), (61, &x));
                        stays.borrow_mut().insert(id);
                    } else {
                        assert_eq!(found.tried.last(), Some(&found.taken), "{says}");
                    }

                    let size = norm(&gradient);
                    for t in &found.tried {
                        let to: Vec<f64> =
                            x.iter().zip(&gradient).map(|(x, g)| x - t * g).collect();
                        let promised = 1e-4 * t * size * size;
                        let excess = value_and_gradient(function, &to).0 - (value - promised);
                        // The last place of f, where the condition's own rounding lies.
                        let doubt = 1e-15 * (value.abs() + promised);
                        if *t == found.taken {
                            assert_eq!(to, found.next, "{says}");
                            assert!(excess <= doubt, "{excess} {says}");
                            let level = promised <= 1e-15 * value.abs();
                            assert!(level || value_and_gradient(function, &to).0 < value, "{says}");
                        } else {
                            assert!(excess.is_nan() || excess > -doubt, "{excess} {says}");
                        }
                    }
                    x = found.next;
                    // Without a lower bound outside of its domain there is no end.
                    if norm(&x) > 1e9 {
                        break;
                    }
                }
                Ok(())
            });
        }
    }
    let (most, stays) = (most.get(), stays.into_inner());
    eprintln!("at most {most} sizes tried; {stays:?} end where rounding hides the way down");
}

/// On ½ λ x² with g = λ x the condition is (1 − t λ)² ≤ 1 − 2·10⁻⁴ t λ, which is
/// t λ ≤ 2 (1 − 10⁻⁴).
#[test]
fn on_a_parabola_the_longest_step_is_known() {
    let square = function("square");
    for (learning_rate, tried) in [
        (0.25, &[0.25][..]),
        (0.9998, &[0.9998]),
        (1.0, &[1.0, 0.5]),
        (8.0, &[8.0, 4.0, 2.0, 1.0, 0.5]),
    ] {
        let found = step("line_search", &square, &[3.0], learning_rate);
        assert_eq!(found.tried, tried);
        assert_eq!(found.direction, [-6.0]);
        assert_eq!(found.next, [3.0 - 6.0 * tried.last().unwrap()]);
    }
}

#[test]
fn a_line_search_with_no_way_down_stays() {
    // At a level point the first step, of length 0, is good enough.
    let found = step("line_search", &function("square"), &[0.0], 0.3);
    assert_eq!((found.tried, found.next), (vec![0.3], vec![0.0]));
    // Too steep for 60 halvings, and not a number at all.
    for (x, what) in [([1e80], "steep"), ([f64::NAN], "undefined")] {
        let found = step("line_search", &function("double_well"), &x, 1.0);
        assert_eq!((found.tried.len(), found.taken), (61, 0.0), "{what}");
        assert_eq!(found.next[0].to_bits(), x[0].to_bits(), "{what}");
    }
}

#[test]
fn newton_needs_one_step_on_a_quadratic_function() {
    let mut worst = 0.0f64;
    for (id, lowest) in
        [("square", &[0.0][..]), ("bowl", &[0.0; 2]), ("matyas", &[0.0; 2]), ("booth", &[1.0, 3.0])]
    {
        for start in [[4.0, 2.0], [-3.7, 9.1], [1e-3, -8.0], [1e6, -3e5]] {
            let start = &start[..lowest.len()];
            let found = step("newton", &function(id), start, 0.3);
            assert_eq!((found.tried, found.taken), (vec![1.0], 1.0));
            let error = distance(&found.next, lowest) / norm(start);
            worst = worst.max(error);
            assert!(error < 1e-14, "{id} from {start:?}: {:?}", found.next);
        }
    }
    eprintln!("Newton on quadratic functions: within {worst:.1e} of the distance");
}

/// Near a simple zero of f′ the error e becomes e² f‴/(2 f″).
#[test]
fn near_a_level_point_newtons_error_is_squared() {
    for (start, level, what) in [
        (-1.25, -1.300_839_565_941_577_2, "the lower minimum"),
        (1.2, 1.130_901_122_629_985_9, "the other minimum"),
        (0.17, 0.169_938_443_311_591_28, "the maximum"),
        (0.0, 0.169_938_443_311_591_28, "the maximum"),
    ] {
        let mut descent = descent(&format!("function=double_well&start={start}&search=newton"));
        let constant = f64::abs(24.0 * level / (2.0 * (12.0 * level * level - 6.0)));
        let mut errors = vec![f64::abs(start - level)];
        while errors.len() < 8 {
            assert!(descent.step());
            errors.push((descent.snapshot().x[0] - level).abs());
        }
        for pair in errors.windows(2).filter(|pair| pair[0] < 0.1 && pair[1] > 1e-13) {
            let ratio = pair[1] / (pair[0] * pair[0]);
            assert!((ratio / constant - 1.0).abs() < 4.0 * pair[0] + 0.01, "{what}: {errors:?}");
        }
        assert!(errors[7] < 1e-15, "{what}: {errors:?}");
    }
}

#[test]
fn newton_goes_to_every_level_point_minimum_or_not() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/functions.json");
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return eprintln!("SKIPPED: no reference functions here ({error})"),
    };
    let all: Value = serde_json::from_str(&text).unwrap();
    let (mut points, mut worst) = (0, 0.0f64);
    for reference in all["functions"].as_array().unwrap() {
        let function = &function(reference["id"].as_str().unwrap());
        for point in reference["stationary_points"].as_array().unwrap() {
            let numbers = point["x"].as_array().unwrap().iter();
            let level: Vec<f64> = numbers.map(|number| number.as_f64().unwrap()).collect();
            let mut x: Vec<f64> = level.iter().zip([1e-3, -7e-4]).map(|(x, off)| x + off).collect();
            if point.get("hessian_eigenvalues").is_none() {
                // Ackley's tip has no second derivative for the method to use.
                continue;
            }
            for _ in 0..5 {
                x = step("newton", function, &x, 0.3).next;
            }
            let error = distance(&x, &level);
            worst = worst.max(error);
            assert!(error < 1e-13, "{} {}: {x:?} {level:?}", function.id(), point["kind"]);
            points += 1;
        }
    }
    eprintln!("Newton: {points} level points, within {worst:.1e}");
    assert!(points > 80);
}

#[test]
fn where_the_hessian_has_no_inverse_there_is_no_step() {
    let cube = function("x^3");
    assert!(step("newton", &cube, &[0.0], 0.3).next[0].is_nan());
    // The zero of 3 x² is twofold: each step leaves half of the way.
    assert!((step("newton", &cube, &[0.4], 0.3).next[0] - 0.2).abs() < 1e-16);

    // On y = x² + 0.005 Rosenbrock's determinant is 0; rounding leaves something
    // else of it in many places. Around x = 0 its terms cancel, and more is left.
    let rosenbrock = function("rosenbrock");
    for x in (10..=200).flat_map(|k| [f64::from(k) * -0.01, f64::from(k) * 0.01]) {
        let found = step("newton", &rosenbrock, &[x, x * x + 0.005], 0.3);
        assert!(found.next.iter().all(|x| x.is_nan()), "{x}: {found:?}");
        // A hair beside it there is a step, if a long one.
        let found = step("newton", &rosenbrock, &[x, x * x + 0.005 - 1e-9], 0.3);
        assert!(found.next.iter().all(|x| x.is_finite()), "{x}: {found:?}");
    }
    let mut descent = descent("function=rosenbrock&start=0,0.005&search=newton");
    assert_eq!(descent.status(), Status::Running);
    assert!(!descent.step() && !descent.step());
    let what = Quantity::Parameter;
    assert_eq!(descent.status(), Status::Diverged { iteration: 1, what });
    assert_eq!(descent.snapshot().x, [0.0, 0.005]);
    assert!(descent.failed().unwrap().x[0].is_nan());
}

#[test]
fn a_search_takes_the_optimizers_place() {
    let path = |query: &str| trajectory::digest(&Experiment::from_query(query).0, 30).unwrap();
    let query = "function=himmelblau&start=-1,2&learning_rate=0.1";
    let plain = path(query);
    for search in ["line_search", "newton"] {
        let alone = path(&format!("{query}&search={search}"));
        assert_ne!(alone, plain);
        for nothing in ["optimizer=adam&beta1=0.5", "gradient_noise=1"] {
            assert_eq!(path(&format!("{query}&search={search}&{nothing}")), alone, "{nothing}");
        }
        // Only the line search has a first step to try.
        for rate in ["schedule=step:3:0.1", "edits=5:learning_rate:0.5"] {
            let same = path(&format!("{query}&search={search}&{rate}")) == alone;
            assert_eq!(same, search == "newton", "{search} {rate}");
        }
    }

    let mut descent = descent(&format!("{query}&search=line_search&schedule=exponential:0.5"));
    assert!(descent.step());
    let coming = descent.coming().unwrap();
    assert_eq!(coming.tried[0], 0.05);
    assert!(descent.step());
    assert_eq!(descent.snapshot().x, coming.next);
    assert_eq!(self::descent(query).coming(), None);
}

#[test]
fn a_search_is_asked_for_by_name() {
    let (experiment, errors) = Experiment::from_query("function=bowl&start=4,2&search=newton");
    assert_eq!(errors, []);
    assert_eq!(experiment.to_query().unwrap(), "function=bowl&start=4%2C2&search=newton");
    let json = serde_json::to_string(&experiment).unwrap();
    assert_eq!(from_json(&json), experiment);
    assert_eq!(Experiment::from_json(r#"{"search": "luck"}"#).1.len(), 1);

    let mut experiment = experiment;
    assert!(experiment.set("search", "luck").is_err());
    experiment.set("search", "").unwrap();
    assert_eq!(experiment.search, None);
    let (_, errors) = Experiment::from_query("function=bowl&start=4,2&edits=3:search:newton");
    assert!(matches!(errors[..], [Error::NeedsNewStart(_)]));

    let (network, errors) = Experiment::from_query("search=newton");
    assert_eq!(errors, []);
    let Err(Error::Inconsistent(said)) = network.check() else { panic!("a network has no search") };
    assert!(said.contains("search=newton") && said.contains("function"), "{said}");
}
