//! The four steps: the numbers shown multiply to the move shown, which is the move made.

use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::run::stop_rules::Rules;
use downhill_core::{Descent, Experiment, Run};
use downhill_view::four_steps::{self, Step};
use downhill_view::function::zero::Zero;
use downhill_view::text::native::ENGLISH;

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, [], "{query}");
    experiment
}

/// A number as people read it.
fn read(text: &str) -> f64 {
    let text = text.trim_matches(|it| it == '(' || it == ')').replace('−', "-").replace('+', "");
    let (mantissa, power) = text.split_once("e").unwrap_or((&text, "0"));
    format!("{mantissa}e{power}").parse().unwrap_or_else(|_| panic!("“{text}”"))
}

/// Powers of ten in the form that `read` takes.
fn plain(text: &str) -> String {
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".chars().zip("0123456789-".chars());
    let with_e = raised.clone().fold(text.to_string(), |text, (high, low)| {
        text.replace(&format!(" × 10{high}"), &format!("e{low}"))
    });
    raised.fold(with_e, |text, (high, low)| text.replace(high, &low.to_string()))
}

/// −a × b × c / d − e.
fn product(text: &str) -> f64 {
    let mut tokens = text.strip_prefix('−').unwrap().split(' ');
    let mut value = -read(tokens.next().unwrap());
    while let (Some(sign), Some(factor)) = (tokens.next(), tokens.next()) {
        match sign {
            "×" => value *= read(factor),
            "/" => value /= read(factor),
            "−" => value -= read(factor),
            _ => panic!("“{sign}” in “{text}”"),
        }
    }
    value
}

fn words(step: &Step) -> String {
    step.words.iter().map(|piece| piece.text.as_str()).collect()
}

/// Asserts that two numbers are the same but for the rounding of factors of four digits.
fn assert_near(found: f64, expected: f64, what: &str) {
    assert!(
        (found - expected).abs() <= 2.5e-3 * expected.abs() + 1e-12,
        "{what}: {found} {expected}"
    );
}

#[test]
fn the_factors_shown_multiply_to_the_move_of_a_network_and_of_a_ball() {
    for definition in OPTIMIZERS {
        for other in ["", "&weight_decay=0.1"] {
            let has = definition.hyperparameter("weight_decay").is_some();
            if !other.is_empty() && !has {
                continue;
            }
            let query = format!(
                "layers=3&batch_size=20&optimizer={}&learning_rate=0.02{other}",
                definition.id
            );
            let mut run = Run::new(&experiment(&query)).unwrap();
            for iteration in 0..8 {
                let now = run.snapshot().clone();
                let rules = Rules::default();
                let ending = (&rules, None, None);
                let four = four_steps::of_run(&run, false, ending, Zero::default(), None, ENGLISH);
                let line = plain(&four[2].line);
                let what = format!("{query}, iteration {iteration}: {line}");
                let (name, rest) = line.split_once(": ").unwrap();
                let (factors, rest) = rest.split_once(" = ").unwrap();
                let (told, sum) = rest.split_once("; ").unwrap();
                let each = now.next.iter().zip(&now.parameters).map(|(next, at)| next - at);
                let index = each.clone().enumerate().fold((0, 0.0f64), |most, (index, by)| {
                    if by.abs() > most.1.abs() { (index, by) } else { most }
                });
                assert_eq!(name, ENGLISH.parameter(&run, index.0), "{what}: farthest by move");
                assert_near(product(factors), read(told), &what);
                assert!((read(told) - index.1).abs() <= 1e-3 * index.1.abs(), "{what}");
                assert!(sum.contains(told), "{what}");
                assert!(words(&four[2]).contains("learning rate × "), "{what}");
                assert!(run.step());
            }

            let query = format!(
                "function=double_well&start=1.9&optimizer={}&learning_rate=0.02{other}",
                definition.id
            );
            let mut descent = Descent::new(&experiment(&query)).unwrap();
            for step in 0..8 {
                let move_by = descent.next()[0] - descent.snapshot().x[0];
                let four =
                    four_steps::of_ball(&descent, false, (50, None), Zero::default(), ENGLISH);
                let line = plain(&four[2].line);
                let what = format!("{query}, step {step}: {line}");
                if let Some((_, factors)) = line.split_once("; move = ") {
                    assert_near(product(factors), move_by, &what);
                    assert!(words(&four[2]).contains("−step size × "), "{what}");
                } else {
                    assert!(definition.id == "sgd" || step == 0, "{what}");
                }
                assert!(descent.step());
            }
        }
    }
}

#[test]
fn a_slope_of_0_has_no_direction() {
    for (function, start) in [
        ("x^2", "0"),
        ("(x-1)^2", "1"),
        ("cos(x)", "0"),
        ("x^3", "0"),
        ("x^6", "0"),
        ("x^4-2x^2", "1"),
        ("-x^2", "0"),
        ("x^2+y^2", "0,0"),
        ("x^2-y^2", "0,0"),
        ("x y", "0,0"),
        ("x^3+y^3", "0,0"),
        ("(x-1)^2+(y+2)^2", "1,-2"),
    ] {
        let query = format!("function={}&start={start}", function.replace('+', "%2B"));
        let descent = Descent::new(&experiment(&query)).unwrap();
        assert!(descent.snapshot().gradient.iter().all(|slope| *slope == 0.0), "{query}");
        let four = four_steps::of_ball(&descent, false, (50, None), Zero::default(), ENGLISH);
        let told = format!("{} {}", words(&four[1]), four[1].line);
        for way in ["left", "right", "east", "north", "other way"] {
            assert!(!told.contains(way), "{query}: {told}");
        }
        assert!(told.contains("no way is downhill"), "{query}: {told}");
    }
}
