//! Back propagation under the microscope: a step in its stages, on one sample or on the batch.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_app::told::answers::{self, Closely, DrawnMark};
use downhill_core::{Experiment, Run};
use downhill_view::options::show::View;
use std::collections::BTreeMap;

fn near(found: f64, expected: f64, size: f64) {
    let most = 1e-12 * size.abs().max(1e-3);
    assert!((found - expected).abs() <= most, "{found}, not {expected}");
}

/// The chain rule by its rows: all digits of what is known, none where it is not.
type Chain = BTreeMap<&'static str, Option<f64>>;

fn chain(page: &Page) -> Chain {
    let rule = page.told().chain_rule.unwrap();
    let row = |key: &'static str| key.trim_start_matches("chain_");
    rule.rows.into_iter().map(|factor| (row(factor.key), factor.value)).collect()
}

/// A factor that is known.
fn known(chain: &Chain, key: &str) -> f64 {
    chain[key].unwrap_or_else(|| panic!("{key} is not known"))
}

fn closely(page: &Page) -> Closely {
    answers::microscope(&page.app).unwrap()
}

type Point = (f64, f64);

fn middle(mark: &DrawnMark) -> Point {
    let along = |axis: fn(&Point) -> f64| {
        let ends = mark.points.iter().map(axis);
        (ends.clone().fold(f64::MAX, f64::min) + ends.fold(f64::MIN, f64::max)) / 2.0
    };
    (along(|at| at.0), along(|at| at.1))
}

fn distance(a: Point, b: Point) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Where each unit stands: as a picture, or as a disc with a ring around it.
fn units(page: &Page) -> Vec<DrawnMark> {
    let marks = page.marks(View::Diagram).marks;
    let pictures: Vec<_> = marks.iter().filter(|mark| mark.kind == "image").cloned().collect();
    if !pictures.is_empty() {
        return pictures;
    }
    let is_ring = |pair: &&[DrawnMark]| {
        pair.iter().all(|mark| mark.kind == "circle") && pair[0].points == pair[1].points
    };
    marks.windows(2).filter(is_ring).map(|pair| pair[1].clone()).collect()
}

/// The diagram's columns that show numbers, and the colour of their rings.
fn columns_with_numbers(page: &Page, sizes: &[usize]) -> Vec<String> {
    let marks = page.marks(View::Diagram).marks;
    let texts: Vec<_> = marks.iter().filter(|mark| mark.kind == "text").map(middle).collect();
    let has_text = |unit: &DrawnMark| {
        unit.kind == "circle" && texts.iter().any(|at| distance(*at, middle(unit)) < 4.0)
    };
    let (mut units, mut found) = (units(page).into_iter(), Vec::new());
    for (column, size) in sizes.iter().enumerate() {
        let column_units: Vec<_> = units.by_ref().take(*size).collect();
        assert_eq!(column_units.len(), *size);
        if column_units.iter().any(has_text) {
            found.push(format!("{column} {}", column_units[0].sign));
        }
    }
    found
}

/// Where a training sample is drawn, counted from 0.
fn sample_at(page: &Page, sample: usize) -> Point {
    let marks = page.marks(View::Boundary).marks;
    let is_sample = |mark: &&DrawnMark| {
        mark.sign.starts_with("class") && ["circle", "polygon"].contains(&mark.kind)
    };
    middle(marks.iter().filter(is_sample).nth(sample).unwrap())
}

#[test]
fn a_weight_a_sample_and_a_step_stage_by_stage() {
    const SIZES: [usize; 3] = [2, 5, 3];
    let query = "l2=0.01&optimizer=momentum&learning_rate=0.1";
    let mut page = Page::open(&format!("scene=network&{query}"));
    let (weight, sample) = (7, 17);
    // On the weight's line, from its input to its unit, where no other crosses it.
    let all = units(&page);
    let (from, to) = (&all[weight % 2], &all[SIZES[0] + weight / 2]);
    let edge = |mark: &DrawnMark| (mark.points[1].0 - mark.points[0].0) / 2.0;
    let ((x0, y0), (x1, y1)) = (middle(from), middle(to));
    let (x0, x1) = (x0 + edge(from), x1 - edge(to));
    let at = (x0 + 0.62 * (x1 - x0), y0 + 0.62 * (y1 - y0));
    page.change(|app| app.pick(at)).unwrap();
    assert_eq!(page.control("weight"), weight.to_string());
    let at = sample_at(&page, sample - 1);
    page.change(|app| app.pick_sample(at)).unwrap();
    assert_eq!(page.control("sample"), sample.to_string());
    assert_says(&page.query(), &["sample=17"]);
    let all = chain(&page);
    assert!(all.values().all(Option::is_some), "nothing is taken in parts: all is known");

    let mut seen = Vec::new();
    for _ in 0..5 {
        page.act(Application::next_part);
        let told = chain(&page);
        for (key, value) in &told {
            assert!(value.is_none() || *value == all[key], "{key}: {value:?}");
        }
        let keys = ["sum", "slope", "input", "product", "gradient", "next"];
        let there: Vec<_> = keys.into_iter().filter(|key| told[key].is_some()).collect();
        let sentence = page.sentence();
        let stage = sentence.split([',', ':']).next().unwrap().to_string();
        seen.push((columns_with_numbers(&page, &SIZES).join(", "), there.join(" "), stage));
    }
    let expected = [
        ("0 ball, 1 ball", "slope input", "Forward"),
        ("0 ball, 1 ball, 2 ball", "slope input", "Forward"),
        ("0 ball, 1 ball, 2 ball", "slope input", "The cost"),
        ("2 slope", "sum slope input", "Back"),
        ("1 slope, 2 slope", "sum slope input product gradient", "Back"),
    ];
    assert_eq!(seen, expected.map(|(a, b, c)| (a.to_string(), b.to_string(), c.to_string())));
    page.act(Application::next_part);
    assert_eq!(chain(&page)["next"], None, "the direction is looked at before the move");
    page.act(Application::next_part);

    // The product is the sample's gradient, the mean and the penalty are the batch's.
    let mut run = Run::new(&Experiment::from_query(query).0).unwrap();
    let gradient = run.snapshot().gradient.clone();
    let told = chain(&page);
    let of = |key: &str| known(&told, key);
    near(of("product"), of("sum") * of("slope") * of("input"), of("product"));
    let long = gradient.iter().map(|slope| slope * slope).sum::<f64>().sqrt();
    near(of("mean") + of("penalty"), of("gradient"), long);
    assert_eq!(of("gradient"), gradient[weight]);
    assert!((of("measured") - of("product")).abs() <= 1e-6 * of("product").abs());
    // They are the core's.
    let core = closely(&page);
    assert_eq!(core.sample, Some(sample - 1));
    assert_eq!(core.gradient[weight], of("gradient"));
    // The first step with momentum is learning rate × gradient.
    assert_eq!(core.step[weight], of("step"));
    near(of("step"), -0.1 * of("gradient"), of("step"));
    near(core.deltas[0][weight / 2] * of("input"), of("product"), of("product"));
    // The update leads to the next parameters.
    page.act(Application::next_part);
    assert!(run.step());
    assert_eq!(of("next"), run.snapshot().parameters[weight]);
    assert_eq!(page.place()[weight], of("next"));
    assert_eq!(chain(&page), told, "the made step is still told");
    let colours = columns_with_numbers(&page, &SIZES);
    assert!(!colours.iter().any(|it| it.ends_with("slope") || it.ends_with("ball")), "{colours:?}");
}

#[test]
fn of_the_batch_it_is_the_mean_of_its_samples_for_every_weight_of_every_layer() {
    for query in [
        "scene=network&batch_size=10&layers=4-3",
        "scene=network&layers=4-3&dropout=0.3&l1=0.01&batch_size=7&cost=squared_error",
    ] {
        let mut page = Page::open_empty(query);
        (0..7).for_each(|_| page.act(Application::next_part));
        let gradient = page.app.subject().run().unwrap().snapshot().gradient.clone();
        let long = gradient.iter().map(|slope| slope * slope).sum::<f64>().sqrt();
        for (weight, slope) in gradient.iter().enumerate() {
            page.set("weight", &weight.to_string());
            let told = chain(&page);
            let penalty = told.get("penalty").copied().flatten().unwrap_or(0.0);
            near(known(&told, "mean") + penalty, *slope, long);
            assert_eq!(known(&told, "gradient"), *slope);
            let Some(measured) = told.get("measured").copied().flatten() else { continue };
            let error = closely(&page).error;
            let size = slope.abs().max(1e-5 * long).max(error);
            let far = (measured - slope).abs();
            assert!(far <= (1e-6 * size).max(error), "{weight}: {measured}, {slope}");
            for sample in ["1", "7"] {
                page.set("sample", sample);
                let one = chain(&page);
                let of = |key: &str| one.get(key).copied().flatten();
                let first = of("sum").or(of("cost_slope")).unwrap();
                let last = of("input").or(of("bias")).unwrap();
                let product = known(&one, "product");
                near(
                    first * known(&one, "slope") * of("mask").unwrap_or(1.0) * last,
                    product,
                    product,
                );
            }
            page.set("sample", "");
        }
    }
}

#[test]
fn a_sample_that_the_step_does_not_have_is_refused_and_the_run_is_kept() {
    let mut page = Page::open("scene=network&batch_size=10&sample=11");
    assert_says(&page.told().problems.join(" "), &["This step has 10 samples"]);
    assert_eq!(page.control("sample"), "");
    page.set("sample", "3");
    let wrong = page.change(|app| app.set("sample", "12")).unwrap_err().to_string();
    assert_says(&wrong, &["choose one from 1 to 10"]);
    assert_eq!(page.control("sample"), "3");
    // A point beyond the rings.
    let batch = page.app.subject().run().unwrap().snapshot().batch.clone();
    assert_eq!(batch.len(), 10);
    let other = (0..240).find(|sample| !batch.contains(sample)).unwrap();
    let at = sample_at(&page, other);
    let wrong = page.change(|app| app.pick_sample(at)).unwrap_err().to_string();
    assert_says(&wrong, &["only the ringed ones"]);
    let empty = page.drawing(View::Boundary).plot.unwrap().at(33.0, 21.4);
    page.change(|app| app.pick_sample(empty)).unwrap();
    assert_eq!(page.control("sample"), "", "beside all points: all samples");
    // It is a sample of this step's, so another in the next.
    page.set("sample", "3");
    let title = |page: &Page| crate::support::words(&page.told().chain_rule.unwrap().title);
    assert_says(&title(&page), &[", 3 of 10 "]);
    page.step(1);
    assert_eq!(page.control("sample"), "3");
    assert_says(&title(&page), &[", 3 of 10 "]);
}
