//! The numbers that are told and drawn are those that the network computes.

use crate::support::{Page, assert_near, assert_says};
use downhill_app::Application;
use downhill_app::told::answers;
use downhill_view::options::show::View;

const QUERIES: [&str; 2] = ["scene=network", "batch_size=10"];

/// A number as people read it: with the sign for minus, and powers of ten above the line.
fn read(text: &str) -> f64 {
    let text = text.replace('−', "-").replace('+', "");
    let digit = |at: char| match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|it| it == at) {
        Some(digit) => digit.to_string(),
        None => "-".to_string(),
    };
    let text = match text.split_once(" × 10") {
        Some((number, power)) => {
            format!("{number}e{}", power.chars().map(digit).collect::<String>())
        }
        None => text,
    };
    text.parse().unwrap()
}

#[test]
fn slope_is_gradient_is_difference_is_tangent_for_every_weight() {
    for query in QUERIES {
        let mut page = Page::open_with(query, &[View::Curve]);
        for iteration in [0, 1, 50, 1000] {
            page.set("iterations_per_frame", "50");
            page.step(u32::from(iteration == 1));
            page.play((iteration - page.iteration()) / 50);
            page.step(iteration - page.iteration());
            let now = page.app.subject().run().unwrap().snapshot().clone();
            assert_eq!(now.iteration, iteration);
            assert_eq!(now.parameters.len(), 33);
            let largest = now.gradient.iter().fold(0.0, |most: f64, it| most.max(it.abs()));
            for (weight, slope) in now.gradient.iter().enumerate() {
                let place = format!("{query}: iteration {iteration}, weight {weight}");
                page.set("weight", &weight.to_string());
                let told = page.told().numbers;
                let told = told.iter().find(|reading| reading.key == "gradient").unwrap();
                assert_eq!(told.value, *slope, "{place}");
                // The number in words has five digits.
                assert!((read(&told.text) - slope).abs() <= 5.01e-5 * slope.abs(), "{place}");
                let loss = |offset: f64| {
                    let mut parameters = now.parameters.clone();
                    parameters[weight] += offset;
                    answers::loss(&page.app, &parameters).unwrap()
                };
                let difference = (loss(1e-5) - loss(-1e-5)) / 2e-5;
                let most = 1e-4 * slope.abs().max(1e-3 * largest);
                assert!((slope - difference).abs() <= most, "{place}: {slope} {difference}");
                let drawing = page.marks(View::Curve);
                let plot = page.drawing(View::Curve).plot.unwrap();
                let strokes = drawing.marks.iter().filter(|mark| {
                    mark.kind == "line" && mark.sign == "slope" && mark.points.len() == 2
                });
                let [tangent] = strokes.collect::<Vec<_>>()[..] else { panic!("{place}") };
                let (across, up) = plot.per_unit();
                let ball = plot.at(now.parameters[weight], loss(0.0));
                for (x, y) in &tangent.points {
                    let expected = ball.1 - slope * up / across * (x - ball.0);
                    assert!((expected - y).abs() <= 1.0, "{place}: the tangent");
                }
                let [from, to] = tangent.points[..] else { panic!("{place}") };
                assert!((to.0 - from.0).hypot(to.1 - from.1) > 30.0, "{place}: its length");
            }
        }
    }
}

#[test]
fn the_surface_at_the_ball_is_the_loss_that_is_told_after_every_step() {
    for query in QUERIES {
        let mut page = Page::open_with(query, &[View::Surface]);
        for _ in 0..150 {
            page.step(1);
            let surface = page.app.loss_at_ball().unwrap();
            assert_near(surface, page.reading("batch_loss"), 1e-6, query);
        }
    }
}

#[test]
fn with_all_samples_in_a_step_its_loss_is_the_training_loss() {
    let mut page = Page::open_empty("scene=network");
    for _ in 0..50 {
        page.step(1);
        assert_eq!(page.reading("batch_loss"), page.reading("train_loss"));
    }
}

#[test]
fn played_again_and_opened_anew_a_run_is_repeated_with_its_edits() {
    fn way(page: &mut Page) -> Vec<Vec<f64>> {
        let step = |_| {
            page.step(1);
            page.place()
        };
        (0..200).map(step).collect()
    }
    let mut page = Page::open_empty("batch_size=10&seed=4");
    page.step(60);
    page.set("learning_rate", "0.05");
    page.step(60);
    page.set("batch_size", "32");
    page.act(|app| app.seek(0));
    let first = way(&mut page);
    page.act(|app| app.seek(0));
    assert_eq!(way(&mut page), first);
    assert_says(&page.query(), &["edits=60%3Alearning_rate%3A0.05%2C120%3Abatch_size%3A32"]);
    assert_eq!(way(&mut Page::open_empty(&page.query())), first);
}

#[test]
fn a_run_that_diverges_stops_with_a_sentence_and_can_be_reset() {
    let mut page = Page::open_empty("learning_rate=1e6&activation=relu");
    page.play(100);
    assert_says(&page.sentence(), &["Stopped at iteration "]);
    assert!(page.told().playback.diverged);
    page.change(Application::reset).unwrap();
    assert!(!page.told().playback.diverged);
    page.set("learning_rate", "0.1");
    page.play(100);
    assert_eq!(page.iteration(), 100);
}
