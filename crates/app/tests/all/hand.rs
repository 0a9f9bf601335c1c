//! A weight in one's own hand: typed, slid, dragged along its curve, held fast.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_app::told::answers;
use downhill_core::experiment::edit::Edit;
use downhill_core::experiment::value::Value;
use downhill_core::{Experiment, Run};
use downhill_view::canvas::geometry::Point;
use downhill_view::options::show::View;

/// The experiment of the page's address after so many steps, alone.
fn alone(page: &Page, steps: u32) -> Vec<f64> {
    let experiment = Experiment::from_query_with(&page.query(), &mut |_, _| Ok(())).0;
    let mut run = Run::new(&experiment).unwrap();
    assert!(run.advance(steps));
    run.snapshot().parameters.clone()
}

fn edits(page: &Page) -> &[Edit] {
    &page.experiment().edits
}

/// The edit that sets the seventh weight.
fn set(iteration: u32, value: f64) -> Edit {
    Edit { iteration, key: "weight_6".to_string(), value: Value::Number(value) }
}

#[test]
fn a_typed_weight_is_set_from_here_on_and_undo_takes_it_back() {
    let mut page = Page::open_empty("scene=network&batch_size=20&optimizer=momentum");
    page.step(20);
    let before = page.snapshot();
    page.set("weight_value", "0.5");
    assert_eq!(page.place()[6], 0.5);
    assert_eq!(edits(&page), [set(20, 0.5)]);
    assert_says(&page.query(), &["edits=20%3Aweight_6%3A0.5"]);
    assert_eq!(page.told().sliders["weight_value"].text, "0.5");
    assert_says(&page.told().edits[0], &["from iteration 20: bill length → unit 4 0.5"]);
    page.step(20);
    let end = page.snapshot();
    // Alone, after a reset, and from its address, it comes to the same.
    assert_eq!(page.place(), alone(&page, 40));
    page.change(Application::reset).unwrap();
    page.step(40);
    assert_eq!(page.snapshot(), end);
    let mut again = Page::open_empty(&page.query());
    again.step(40);
    assert_eq!(again.snapshot(), end);
    page.change(Application::undo).unwrap();
    page.change(Application::undo).unwrap();
    assert_eq!(page.snapshot(), before);
    assert_eq!(edits(&page), []);
    // In the middle of a run another begins, and the first stays as a ghost.
    page.step(10);
    page.act(|app| app.seek(15));
    page.set("weight_value", "-1");
    assert_says(&page.query(), &["ghost=30"]);
}

#[test]
fn a_weight_that_cannot_be_set_is_explained_and_the_run_is_kept() {
    let mut page = Page::open("scene=network");
    page.step(3);
    let before = page.snapshot();
    for value in ["large", "1e9", "NaN"] {
        let wrong = page.change(|app| app.set("weight_value", value)).unwrap_err().to_string();
        assert_says(&wrong, &["weight_6 = ", "a number from -1000000 to 1000000"]);
        assert_eq!(page.snapshot(), before);
    }
    for (edits, told) in [
        ("2:weight_99:1", "no weight 99, only 0 to 32"),
        ("2:weight_6:x", "weight_6"),
        ("2:frozen:40", "no weight 40"),
    ] {
        let page = Page::open_empty(&format!("scene=network&edits={edits}"));
        assert_says(&page.told().problems.join(" "), &[told]);
    }
}

#[test]
fn one_slide_is_one_change_and_playing_pauses() {
    let mut page = Page::open("scene=network");
    page.act(Application::play);
    page.frames(12);
    let slider = page.told().sliders["weight_value"].clone();
    assert_eq!(slider.places, 241);
    let slide = |page: &mut Page, place: usize| {
        page.change(|app| app.set_place("weight_value", place)).unwrap();
    };
    for share in [55, 60, 70, 75] {
        slide(&mut page, 240 * share / 100);
    }
    page.act(Application::let_go);
    assert_eq!(page.place()[6], 3.0);
    assert_eq!(edits(&page), [set(12, 3.0)]);
    assert!(!page.told().playback.playing, "it pauses");
    page.change(Application::undo).unwrap();
    assert_eq!((edits(&page).len(), page.iteration()), (0, 12));

    // A twentieth at a time; at the start, the start itself is another.
    page.change(Application::reset).unwrap();
    page.set("weight_value", "1");
    let place = |page: &Page| page.told().sliders["weight_value"].place;
    let right = place(&page) + 1;
    slide(&mut page, right);
    assert_eq!(page.place()[6], 1.05);
    slide(&mut page, right - 3);
    assert_eq!(page.place()[6], 0.9);
    slide(&mut page, 240);
    assert_eq!(page.place()[6], 6.0);
    assert_eq!(edits(&page), [set(0, 6.0)]);
    // Another optimizer begins anew with the same weights, another seed with its own.
    page.set("optimizer", "adam");
    assert_eq!(page.place()[6], 6.0);
    page.set("seed", "2");
    assert_ne!(page.place()[6], 6.0);
}

/// Where the ball is on the weight's curve, and how many pixels 1 is long.
fn ball(page: &Page) -> (Point, f64) {
    let marks = page.signed(View::Curve, "ball");
    let foot = marks.iter().find(|mark| mark.kind == "line").unwrap();
    (foot.points[1], page.drawing(View::Curve).plot.unwrap().per_unit().0)
}

#[test]
fn the_ball_is_dragged_along_its_curve_and_nothing_else_is() {
    let mut page = Page::open("scene=network");
    page.step(30);
    let ((x, y), unit) = ball(&page);
    let before = page.place()[6];
    // Far from the ball there is nothing to hold, and a click on the ball changes nothing.
    assert!(!page.app.grab(View::Curve, (x + 60.0, y - 60.0)));
    assert!(page.app.grab(View::Curve, (x, y)));
    page.act(Application::let_go);
    assert_eq!(edits(&page), []);

    assert!(page.app.grab(View::Curve, (x + 3.0, y)));
    for far in [0.3, 0.7, 1.0] {
        let to = (x + 3.0 + far * unit, y);
        page.change(|app| app.place_ball(View::Curve, to)).unwrap();
    }
    let ((now, _), still) = ball(&page);
    assert!((now - x - unit).abs() < 3.0, "{now} is under the hand");
    assert_eq!(still, unit, "what is in sight stays");
    page.act(Application::let_go);
    let value = page.place()[6];
    assert!((value - before - 1.0).abs() < 0.05, "{before} to {value}");
    assert_eq!(edits(&page), [set(30, value)]);
    // The loss is that of the new place.
    let loss = answers::loss(&page.app, &page.place()).unwrap();
    assert_eq!(loss, page.reading("batch_loss"));
    page.change(Application::undo).unwrap();
    assert_eq!(page.place()[6], before);
}

#[test]
fn a_frozen_weight_is_seen_and_told_and_does_not_move() {
    let mut page = Page::open("scene=network&optimizer=adam&learning_rate=0.01");
    page.step(10);
    let bars = |page: &Page| {
        // The units' frames are not of ink, and the texts are no lines.
        let marks = page.signed(View::Diagram, "ink").into_iter();
        marks.filter(|mark| mark.kind == "line" && mark.points.len() == 2).count()
    };
    assert_eq!(bars(&page), 0);
    page.set("freeze", "true");
    let held = page.place()[6];
    assert_eq!((bars(&page), page.control("freeze").as_str()), (1, "true"));
    assert_says(&page.sentence(), &["this weight is frozen: no step moves it"]);
    assert_says(&page.query(), &["edits=10%3Afrozen%3A6"]);
    page.step(15);
    assert_eq!(page.place()[6], held);
    let gradient = page.app.subject().run().unwrap().snapshot().gradient.clone();
    assert_ne!(gradient[6], 0.0);
    assert_eq!(page.place(), alone(&page, 25));
    // A second one, and the first is let go.
    page.set("weight", "7");
    assert_eq!(page.control("freeze"), "false");
    page.set("freeze", "true");
    assert_says(&page.query(), &["25%3Afrozen%3A6-7"]);
    assert_eq!(bars(&page), 2);
    page.set("weight", "6");
    page.set("freeze", "false");
    page.step(1);
    assert_ne!(page.place()[6], held);
    // Another network has other weights: none of them is held.
    page.set("layers", "3");
    assert!(page.experiment().frozen.is_empty());
}

#[test]
fn with_other_inputs_no_weight_is_held_and_none_is_set_by_hand() {
    let mut page = Page::open_empty("scene=network&data=circles");
    page.set("weight_value", "2");
    page.set("freeze", "true");
    assert_eq!(page.experiment().frozen, [6]);
    page.change(|app| app.toggle_feature("x^2")).unwrap();
    let experiment = page.experiment();
    assert_eq!((experiment.frozen.len(), experiment.edits.len()), (0, 0));
    assert_eq!(page.control("features"), "x;y;x^2");
}

#[test]
fn the_ball_on_two_weights_map_is_dragged_and_both_weights_follow() {
    let mut page = Page::open("scene=network");
    page.step(3);
    let before = page.place();
    let plot = page.drawing(View::Map).plot.unwrap();
    let (first, second) = (before[6], before[7]);
    let hold = plot.at(first, second);
    assert!(!page.app.grab(View::Map, (hold.0 + 60.0, hold.1)), "beside it there is nothing");
    assert!(page.app.grab(View::Map, hold));
    for part in [0.5, 1.0] {
        let to = plot.at(first + 0.6 * part, second - 0.4 * part);
        page.change(|app| app.place_ball(View::Map, to)).unwrap();
        assert_eq!(page.drawing(View::Map).plot, Some(plot), "what is in sight stays");
    }
    page.act(Application::let_go);
    let after = page.place();
    assert!((after[6] - first - 0.6).abs() < 0.05, "{} {first}", after[6]);
    assert!((after[7] - second + 0.4).abs() < 0.05, "{} {second}", after[7]);
    let same = |index: &usize| [6, 7].contains(index) || before[*index] == after[*index];
    assert!((0..before.len()).all(|index| same(&index)), "all others are as they were");
    assert_eq!(page.iteration(), 3);
    page.change(Application::undo).unwrap();
    assert_eq!(page.place(), before, "a drag is one change");
    // In a plane of all weights no place is one of two weights.
    page.set("plane", "random");
    assert!(!page.app.grab(View::Map, page.drawing(View::Map).plot.unwrap().at(0.0, 0.0)));
}
