//! The pace of a run, its end, and half the step size where it cannot go on.

use crate::support::{Page, assert_says, words};
use downhill_app::Application;
use downhill_app::told::answers::DrawnMark;
use downhill_core::run::snapshot::Status;
use downhill_core::{Experiment, Run};
use downhill_view::options::show::View;

/// A page that has time for some twenty iterations a frame, at full speed.
fn at_full_speed(mut page: Page) -> Page {
    page.look = 1.0;
    page.set("iterations_per_frame", "max");
    assert_says(&page.query(), &["iterations_per_frame=max"]);
    page
}

fn seek(page: &mut Page, iteration: u32) {
    page.act(|app| app.seek(iteration));
    assert_eq!(page.iteration(), iteration);
}

/// The line of the chart.
fn line(page: &Page) -> DrawnMark {
    let lines = page.signed(View::Chart, "ink").into_iter();
    lines.into_iter().find(|mark| mark.kind == "line" && mark.points.len() > 20).unwrap()
}

#[test]
fn as_fast_as_it_can_is_more_a_frame_and_the_same_states() {
    let query = "batch_size=10";
    let mut page = at_full_speed(Page::open(&format!("scene=network&{query}")));
    page.act(Application::play);
    let mut frames = 0;
    while page.iteration() < 1500 && frames < 400 {
        frames += page.frames(1);
    }
    page.act(Application::pause);
    let at = page.iteration();
    assert!(at > 2 * frames, "{at} iterations in {frames} frames");
    let end = page.snapshot();
    // The timeline leads to the states on the way, as they are alone.
    for place in [1000, 17, 512] {
        seek(&mut page, place);
        let mut alone = Run::new(&Experiment::from_query(query).0).unwrap();
        assert!(alone.advance(place));
        assert_eq!(page.place(), alone.snapshot().parameters, "{place}");
    }
    // What the history holds does not depend on the pace, either.
    seek(&mut page, at);
    let mut slow = Page::open(&format!("scene=network&{query}"));
    slow.set("iterations_per_frame", "100");
    slow.play(at / 100);
    slow.step(at % 100);
    assert_eq!(slow.snapshot(), end);
    assert_eq!(line(&slow), line(&page));
}

#[test]
fn the_iterations_a_second_are_told_at_full_speed_only() {
    let mut page = at_full_speed(Page::open_empty("scene=network"));
    let time = |page: &Page| page.told().timeline.text;
    page.act(Application::play);
    page.frames(100);
    let told = time(&page);
    assert_says(&told, &[", ", " per second"]);
    assert!(told.ends_with(" per second"), "{told}");
    // At another pace, and paused, none are.
    page.set("iterations_per_frame", "1");
    assert!(!page.query().contains("iterations_per_frame"));
    page.frames(100);
    assert!(!time(&page).contains("second"));
    page.set("iterations_per_frame", "max");
    page.frames(100);
    assert!(time(&page).ends_with(" per second"));
    page.act(Application::pause);
    assert!(!time(&page).contains("second"));
}

#[test]
fn so_many_iterations_come_a_frame_as_are_chosen() {
    let mut page = Page::open_empty("scene=network");
    let choices = page.told().options.choices;
    assert_eq!(choices["iterations_per_frame"], ["0.1", "1", "10", "max"]);
    for (chosen, frames, iterations) in [("10", 3, 30), ("0.1", 20, 2), ("3", 5, 15), ("1", 7, 7)] {
        page.set("iterations_per_frame", chosen);
        page.change(Application::reset).unwrap();
        page.play(frames);
        assert_eq!(page.iteration(), iterations, "{chosen}");
    }
    let wrong = page.change(|app| app.set("iterations_per_frame", "fast")).unwrap_err();
    assert_says(&wrong.to_string(), &["from 0.01 to 100, or max"]);
}

#[test]
fn a_rule_stops_a_run_at_the_same_iteration_at_any_speed_and_it_is_told() {
    for (key, value, query, told) in [
        ("epochs", "3", "", ["3 epochs are complete", "number of epochs"]),
        ("target_loss", "0.3", "", ["training loss is 0.3 or less", "target loss"]),
        (
            "patience",
            "15",
            "&learning_rate=1e-9",
            ["no progress of the training loss in 15 iterations", "patience"],
        ),
    ] {
        let mut ends = Vec::new();
        for speed in ["1", "max"] {
            let query = format!("scene=network&batch_size=20{query}&iterations_per_frame={speed}");
            let mut page = Page::open_empty(&query);
            page.look = 1.0;
            page.set(key, value);
            assert_says(&page.query(), &[&format!("{key}={value}")]);
            page.act(Application::play);
            assert!(page.frames(400) < 400, "{key}: it stops");
            ends.push(page.snapshot());
            assert!(page.iteration() > 0);
            assert_says(&page.sentence(), &told);
            assert_says(&words(&page.told().steps.last().unwrap().words), &["Stop"]);
            // A step by hand goes on.
            let before = page.iteration();
            page.step(1);
            assert_eq!(page.iteration(), before + 1);
            let wrong = page.change(|app| app.set(key, "-x")).unwrap_err().to_string();
            assert_says(&wrong, &[key]);
        }
        assert_eq!(ends[0], ends[1], "{key}");
    }
}

#[test]
fn a_run_that_flies_off_stops_and_tries_again_with_half_the_step_size() {
    for (query, change) in [
        ("scene=network&learning_rate=5&cost=squared_error&activation=relu", None),
        (
            "scene=network&cost=squared_error&activation=relu&learning_rate=0.01\
             &edits=30:learning_rate:8",
            Some(30),
        ),
        ("function=x^4&start=2&learning_rate=1", None),
    ] {
        let mut page = Page::open_empty(query);
        assert!(!page.told().playback.can_halve);
        page.act(Application::play);
        assert!(page.frames(1000) < 1000, "{query}");
        assert_says(&page.sentence(), &["Stopped"]);
        let (state, at) = (page.told(), page.snapshot());
        assert!(state.playback.diverged && state.playback.can_halve);
        let height = at.get("train_loss").or(at.get("value")).unwrap();
        assert!(height.is_f64(), "it shows the last finite state: {height}");
        let rate = page.settings().learning_rate;
        page.change(Application::halve).unwrap();
        assert_eq!(page.settings().learning_rate, rate / 2.0);
        let before_it_rose = state.timeline.rose.unwrap() - 1;
        assert_eq!(page.iteration(), change.unwrap_or(before_it_rose), "{query}");
        let now = page.told().playback;
        assert!(!now.diverged && !now.can_halve);
        page.change(Application::undo).unwrap();
        assert_eq!(page.settings().learning_rate, rate);
        assert_eq!(page.snapshot(), at);
    }
}

#[test]
fn one_press_takes_a_step_size_that_settles() {
    for (query, is_lost) in [
        ("function=x^2&domain=-2,2&start=1.5&learning_rate=5", true),
        ("function=x^2&domain=-2,2&start=1.5&learning_rate=0.00001", false),
        ("scene=descent&learning_rate=0.5", true),
        ("function=x^2+3*y^2&domain=-2,2&start=1.5,1&learning_rate=2&optimizer=momentum", true),
    ] {
        let mut page = Page::open(query);
        page.act(Application::play);
        page.frames(300);
        page.act(Application::pause);
        page.frames(300);
        let state = page.told();
        assert_eq!(state.playback.lost, is_lost, "{query}");
        let settling = state.step_size_scale.settling.expect(query);
        let (rate, at) = (page.settings().learning_rate, page.snapshot());
        page.change(Application::settle).unwrap();
        assert_eq!(page.settings().learning_rate.to_string(), settling, "{query}");
        assert_eq!(page.iteration(), 0);
        page.frames(300);
        let state = page.told();
        assert!(state.step_size_scale.settling.is_none() && !state.playback.lost, "{query}");
        page.set("iterations", "0");
        page.act(Application::play);
        page.frames(600);
        assert_says(&page.sentence(), &["come to rest"]);
        for _ in 0..2 {
            page.change(Application::undo).unwrap();
        }
        assert_eq!((page.settings().learning_rate, page.snapshot()), (rate, at), "{query}");
    }
    let mut page = Page::open_empty("function=x^2&domain=-2,2&start=1.5&learning_rate=0.1");
    page.frames(300);
    assert!(page.told().step_size_scale.settling.is_none());
    page.change(Application::settle).unwrap();
    assert_eq!(page.settings().learning_rate, 0.1);
}

#[test]
fn where_no_step_size_helps_none_is_offered() {
    let mut page = Page::open_empty("function=sqrt(x)&start=-1&domain=-2,2");
    page.step(1);
    assert_ne!(page.app.subject().status(), Status::Running);
    assert!(!page.told().playback.can_halve);
}
