//! States and runs that are computed again: in slices, to the same numbers, with a way to stop.

use crate::support::Page;
use downhill_app::Application;
use downhill_core::run::snapshot::Status;
use downhill_core::{Descent, Experiment, Run};
use downhill_view::options::show::View;

/// A network of which a call computes some eight steps again, not more.
const LARGE: &str = "scene=network&layers=64-64-64";

fn run(query: &str, steps: u32) -> Run {
    let mut run = Run::new(&Experiment::from_query(query).0).unwrap();
    assert!(run.advance(steps));
    run
}

fn share(page: &Page) -> Option<f64> {
    page.told().recomputation.map(|it| it.share)
}

/// Frames until nothing is left to compute again; how many there were.
fn finish(page: &mut Page) -> u32 {
    let (mut count, mut before) = (0, 0.0);
    while let Some(share) = share(page) {
        assert!((before..=1.0).contains(&share), "{before}, then {share}");
        before = share;
        assert_eq!(page.frames(1), 1);
        count += 1;
        assert!(count < 10_000);
    }
    count
}

#[test]
fn the_kept_runs_of_an_address_come_in_slices() {
    let query = format!("{LARGE}&kept=iterations%3D60%26seed%3D2&kept=iterations%3D3");
    let mut page = Page::open(&query);
    assert!(share(&page).is_some_and(|share| share < 0.5), "{:?}", share(&page));
    // The address is whole from the beginning.
    assert_eq!(page.query().matches("kept=").count(), 2, "{}", page.query());
    assert!(finish(&mut page) > 1);
    let told = page.told();
    assert_eq!(told.kept.runs.len(), 3);
    let again = run("layers=64-64-64&seed=2", 60);
    page.change(|app| app.open_kept(0)).unwrap();
    finish(&mut page);
    assert_eq!((page.iteration(), page.place()), (60, again.snapshot().parameters.clone()));
}

#[test]
fn one_can_stop_it_and_goes_on_with_what_there_is() {
    let query = format!("{LARGE}&kept=iterations%3D60&ghost=200");
    let mut page = Page::open(&query);
    page.frames(1);
    page.act(Application::stop_recomputing);
    assert_eq!(share(&page), None);
    assert_eq!(page.told().kept.runs.len(), 0);
    page.step(2);
    assert_eq!(page.iteration(), 2);
}

#[test]
fn going_back_is_the_same_state_however_long_it_takes() {
    let mut page = Page::open_empty(LARGE);
    page.step(100);
    page.act(|app| app.seek(95));
    assert!(page.iteration() < 95, "{}", page.iteration());
    finish(&mut page);
    assert_eq!(
        (page.iteration(), page.place()),
        (95, run(LARGE, 95).snapshot().parameters.clone())
    );
    // The furthest state is at hand.
    page.act(|app| app.seek(100));
    assert_eq!((page.iteration(), share(&page)), (100, None));
    // Whoever makes a step meanwhile stays where he is.
    page.act(|app| app.seek(95));
    let here = page.iteration();
    page.act(Application::step_once);
    assert_eq!((page.iteration(), share(&page)), (here + 1, None));
}

#[test]
fn a_change_taken_back_leads_to_where_it_was_made() {
    let mut page = Page::open_empty(LARGE);
    page.step(50);
    page.set("seed", "5");
    assert_eq!(page.iteration(), 0);
    page.change(Application::undo).unwrap();
    assert!(share(&page).is_some());
    finish(&mut page);
    assert_eq!(
        (page.iteration(), page.place()),
        (50, run(LARGE, 50).snapshot().parameters.clone())
    );
}

#[test]
fn the_abandoned_run_is_computed_again_beside_the_present_one() {
    let mut page = Page::open(&format!("{LARGE}&edits=5:learning_rate:0.1&ghost=80"));
    finish(&mut page);
    let steps = page.app.subject().ghost().map(|ghost| ghost.steps);
    assert_eq!(steps, Some(80));
    assert!(page.query().contains("ghost=80"), "{}", page.query());
}

#[test]
fn half_the_step_size_is_set_where_the_rise_began_also_after_a_long_way() {
    let mut page =
        Page::open_empty(&format!("{LARGE}&activation=relu&edits=70:learning_rate:1000"));
    page.step(80);
    assert_ne!(page.app.subject().status(), Status::Running);
    let rose = page.app.subject().rose().unwrap();
    page.change(Application::halve).unwrap();
    finish(&mut page);
    assert!(page.iteration() + 1 >= rose.min(70), "{} {rose}", page.iteration());
    assert_eq!(page.app.subject().status(), Status::Running);
    let changed = page.experiment().edits.last().map(|edit| (edit.iteration, edit.key.clone()));
    assert_eq!(changed, Some((page.iteration(), "learning_rate".to_string())));
    page.change(Application::undo).unwrap();
    finish(&mut page);
    assert_eq!(page.experiment().edits.last().map(|edit| edit.iteration), Some(70));
}

#[test]
fn a_long_descent_that_is_looked_at_more_closely_is_where_it_was() {
    let query = "scene=descent&function=bowl&start=4,2&learning_rate=1e-6";
    let mut page = Page::open_empty(query);
    page.set("iterations", "0");
    page.set("iterations_per_frame", "100");
    page.play(450);
    page.act(|app| app.seek(5_000));
    finish(&mut page);
    let (here, furthest) = (page.place(), page.app.subject().furthest());
    assert!(furthest > 40_000, "{furthest}");
    page.change(|app| app.zoom(View::Map, (0.0, 0.0), true)).unwrap();
    finish(&mut page);
    assert_eq!((page.iteration(), page.place()), (5_000, here));
    assert_eq!(page.app.subject().furthest(), furthest);
    let mut alone = Descent::new(&Experiment::from_query(query).0).unwrap();
    (0..5_000).for_each(|_| assert!(alone.step()));
    assert_eq!(page.place(), alone.snapshot().x);
}

#[test]
fn the_pictures_of_a_large_network_come_in_parts() {
    let mut page = Page::open("scene=network&layers=64-64-64-64&plane=random");
    let heights = |page: &Page| page.drawing(View::Map).svg.len();
    let empty = heights(&page);
    let frames = page.frames(5_000);
    assert!(heights(&page) > empty, "{} {empty} {frames}", heights(&page));
    assert!((10..5_000).contains(&frames), "{frames}");
    page.play(30);
    assert!(page.frames(5_000) < 5_000);
}

#[test]
fn what_would_take_minutes_is_refused() {
    let query = "scene=network&layers=64-64-64-64-64-64&samples=2000&batch_size=20";
    let page = Page::open_empty(&format!("{query}&kept=iterations%3D20000"));
    let problems = page.told().problems;
    assert!(problems.iter().any(|it| it.starts_with("kept: ")), "{problems:?}");
    assert_eq!(share(&page), None);
}
