//! The examples show what they tell one to watch; and functions are learned, measured ones and typed
//! ones.

use crate::support::{Page, assert_says, values_at};
use downhill_app::Application;
use downhill_app::told::answers::DrawnMark;
use downhill_core::{Experiment, Run};
use downhill_view::options::show::View;

/// The ends of some numbers beside the pictures after an example's steps.
type Seen = (&'static str, &'static [(&'static str, f64, f64)]);

const SEEN: [Seen; 16] = [
    ("learns_well", &[("test_accuracy", 0.95, 1.0), ("train_loss", 0.0, 0.2)]),
    ("too_high_a_rate", &[("train_loss", 1.0, f64::INFINITY)]),
    ("equal_weights", &[("train_accuracy", 0.5, 0.5)]),
    ("no_hidden_layer", &[("train_accuracy", 0.0, 0.75)]),
    ("squares_as_inputs", &[("train_accuracy", 1.0, 1.0), ("test_accuracy", 1.0, 1.0)]),
    ("vanishing_gradients", &[("train_accuracy", 0.0, 0.6)]),
    ("dead_units", &[("train_accuracy", 0.0, 0.55), ("train_loss", 1.0, 5.0)]),
    ("over-fitting", &[("train_loss", 0.0, 0.05), ("test_loss", 1.5, 10.0)]),
    ("over-fitting_cured", &[("train_loss", 0.4, 0.6), ("test_loss", 0.4, 0.7)]),
    ("bad_minimum", &[("train_accuracy", 0.5, 0.75)]),
    ("good_minimum", &[("train_accuracy", 0.9, 1.0)]),
    ("spiral", &[("test_accuracy", 0.95, 1.0)]),
    ("sunspots", &[("test_r_squared", 0.5, 1.0)]),
    ("sunspots_forecast", &[("train_r_squared", 0.8, 1.0), ("test_r_squared", -100.0, 0.0)]),
    ("a_formula", &[("test_r_squared", 0.95, 1.0)]),
    ("labels_by_a_formula", &[("test_accuracy", 0.93, 1.0)]),
];

/// Plays until it stops by itself, quickly.
fn play_to_the_end(page: &mut Page) {
    page.set("iterations_per_frame", "100");
    page.act(Application::play);
    assert!(page.frames(400) < 400, "it stops by itself");
    assert_eq!(page.iteration().to_string(), page.control("iterations"));
}

#[test]
fn each_example_tells_what_to_watch_and_shows_it() {
    let mut page = Page::open_empty("scene=network");
    assert_eq!(page.told().options.choices["example"], SEEN.map(|(id, _)| id));
    assert_eq!(page.note("watch"), "", "before, there is nothing to watch");
    for (id, numbers) in SEEN {
        page.set("example", id);
        let (watch, query) = (page.note("watch"), page.query());
        assert!(watch.starts_with("Watch ") && watch.ends_with('.'), "{id}: {watch}");
        assert!(query.len() < 300, "{id}: {query}");
        play_to_the_end(&mut page);
        assert_eq!(page.note("watch"), watch, "{id}: it stays");
        for (key, low, high) in numbers {
            let value = page.reading(key);
            assert!((*low..=*high).contains(&value), "{id}: {key} {value}");
        }
        // Its address leads to the same.
        let there = Page::open_empty(&query);
        assert_eq!(there.note("watch"), watch, "{query}");
        assert_eq!((there.control("example").as_str(), there.told().problems.len()), (id, 0));
    }
    // The iterations per frame, then the example.
    page.change(Application::undo).unwrap();
    page.change(Application::undo).unwrap();
    assert_eq!(page.control("example"), SEEN[14].0, "undo goes back to the one before");
    page.set("learning_rate", "0.2");
    page.set("data", "moons");
    assert_eq!(page.control("example"), "", "another experiment is no example");
    assert_eq!(page.note("watch"), "");
}

/// Mean and standard deviation.
fn scale(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / count;
    (mean, (values.map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt())
}

/// The output of a network of one input and two hidden layers, from its parameters alone.
fn output(parameters: &[f64], x: f64) -> f64 {
    let (mut at, mut from) = (0, vec![x]);
    type Layer = (usize, fn(f64) -> f64);
    let layers: [Layer; 3] = [(6, f64::tanh), (5, f64::tanh), (1, |sum| sum)];
    for (width, activation) in layers {
        let biases = at + width * from.len();
        let unit = |unit: usize| {
            let weights = &parameters[at + unit * from.len()..][..from.len()];
            let sum = weights.iter().zip(&from).map(|(weight, input)| weight * input);
            activation(sum.sum::<f64>() + parameters[biases + unit])
        };
        from = (0..width).map(unit).collect();
        at = biases + width;
    }
    from[0]
}

#[test]
fn the_curve_that_is_drawn_is_the_networks_answer_in_the_datas_own_units() {
    let query = "target=x^2/5 - x&samples=60&layers=6-5&cost=squared_error\
                 &standardize_targets=true&test_fraction=0&learning_rate=0.1";
    let mut page = Page::open(query);
    for steps in [0, 200] {
        if steps > 0 {
            page.set("iterations_per_frame", "100");
            page.play(steps / 100);
        }
        // From the parameters and the points alone: the network anew, to and from standard units.
        let parameters = page.place();
        let mut native = Run::new(&Experiment::from_query(query).0).unwrap();
        assert!(native.advance(steps));
        assert_eq!(parameters, native.snapshot().parameters);
        let drawn = page.marks(View::Boundary);
        let plot = drawn.plot.unwrap();
        let points = |is: &dyn Fn(&&DrawnMark) -> bool| -> Vec<(f64, f64)> {
            let marks = drawn.marks.iter().filter(is);
            marks.flat_map(|mark| &mark.points).map(|at| values_at(&plot, *at)).collect()
        };
        let curve = points(&|it| it.kind == "line" && it.sign == "ball");
        assert!(curve.len() > 200, "{} points", curve.len());
        let samples = points(&|it| it.kind == "circle" && it.sign == "class-1");
        assert_eq!(samples.len(), 60);
        let x_scale = scale(samples.iter().map(|(x, _)| *x));
        let y_scale = scale(samples.iter().map(|(_, y)| *y));
        let tall = (plot.to.1 - plot.from.1) / (plot.y.1 - plot.y.0);
        let mut checked = 0;
        for (x, y) in curve.iter().step_by(7) {
            let answer = output(&parameters, (x - x_scale.0) / x_scale.1);
            let expected = y_scale.0 + y_scale.1 * answer;
            // At the frame's edge it is cut off.
            if (plot.y.0..=plot.y.1).contains(&expected) {
                assert!((y - expected).abs() * tall < 1.0, "at {x}: {y}, not {expected}");
                checked += 1;
            }
        }
        assert!(checked > 20, "{checked}");
        let long = |it: &&DrawnMark| it.kind == "line" && it.sign == "ink" && it.points.len() > 100;
        let formula = points(&long);
        assert!(!formula.is_empty(), "the formula is drawn, too");
        for (x, y) in formula.iter().step_by(11) {
            assert!((y - (x * x / 5.0 - x)).abs() * tall < 1.5, "the formula at {x}");
        }
    }
}

#[test]
fn a_formula_is_learned_and_its_mistakes_are_told() {
    let mut page = Page::open("scene=network");
    page.set("target", "sin(2x)");
    assert_says(&page.note("task"), &["learns a function: f(x) for each x"]);
    assert_eq!(page.control("cost"), "squared_error", "a cost of values comes with it");
    assert_eq!(page.control("data"), "formula");
    assert_says(&page.query(), &["target=sin%282x%29"]);
    page.set("domain", "0,3");
    page.set("samples", "40");
    let plot = page.marks(View::Boundary).plot.unwrap();
    assert!(plot.x.0 > -0.5 && plot.x.1 < 3.5);
    page.set("test_rows", "last");
    page.set("test_fraction", "0.5");
    assert_says(&page.note("boundary_note"), &["Filled: 20 ", " hollow: 20"]);
    let before = page.query();
    for (key, text, told) in [
        ("target", "sin(2x", "bracket"),
        ("target", "ln(-1-x^2)", "no value"),
        ("samples", "3", "10 to 5000"),
    ] {
        let wrong = page.change(|app| app.set(key, text)).unwrap_err().to_string();
        assert_says(&wrong, &[told]);
        assert_eq!(page.query(), before, "the run on screen is kept");
    }
    page.set("domain", "");
    page.set("target", "x - y");
    assert_says(&page.note("task"), &["tell apart: f ≤ 0, f > 0"]);
    assert_eq!(page.control("cost"), "softmax_cross_entropy");
    page.set("data", "sunspots");
    assert_eq!(page.control("target"), "", "data take the formula's place");
    assert_eq!(page.control("standardize_targets"), "true", "large values are scaled");
    page.set("standardize_targets", "false");
    assert_eq!(page.control("standardize_targets"), "false");
}
