//! A branch: the address gives the run and the one that was left for it.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_view::options::show::View;

fn is_seen(page: &Page, view: View) -> bool {
    page.signed(view, "ghost").len() > 1
}

/// The same run and the same ghost in these views as on a page that has been played on its way.
fn leads_to_the_same(page: &Page, views: &[View], steps: u32) {
    let mut again = Page::open_with(&page.query(), views);
    assert_eq!(again.told().problems, [""; 0]);
    again.step(steps);
    assert_eq!(again.experiment(), page.experiment());
    assert_eq!(again.snapshot(), page.snapshot());
    for view in views {
        assert!(is_seen(page, *view), "{view:?}");
        assert_eq!(again.signed(*view, "ghost"), page.signed(*view, "ghost"), "{view:?}");
    }
}

/// After 30 steps one goes back to `at`, and on from there with another learning rate.
fn branches(query: &str, views: &[View], at: u32) {
    let mut page = Page::open_with(query, views);
    page.step(30);
    let first = (page.experiment().clone(), page.snapshot());
    page.act(|app| app.seek(at));
    page.set("learning_rate", "0.02");
    page.step(15);
    let ghost = if at > 0 { "ghost=30" } else { "ghost=30%2C0%3Alearning_rate%3A0.01" };
    assert!(page.query().ends_with(ghost), "{}", page.query());
    leads_to_the_same(&page, views, at + 15);

    // The first run by itself, as it was.
    let mut alone = Page::open_empty(query);
    alone.step(30);
    assert_eq!((alone.experiment().clone(), alone.snapshot()), first);

    // Undo of what came after keeps the ghost; a reset does not.
    page.set("theme", "dark");
    page.set("theme", "light");
    page.change(Application::undo).unwrap();
    assert_says(&page.query(), &["ghost=30"]);
    page.change(Application::reset).unwrap();
    assert!(!page.query().contains("ghost"), "{}", page.query());
}

#[test]
fn a_branch_on_a_curve() {
    branches("function=double_well&start=2&learning_rate=0.01", &[View::Curve], 10);
}

#[test]
fn a_branch_on_a_surface() {
    let query = "function=himmelblau&start=-1,2&learning_rate=0.01&optimizer=momentum";
    branches(query, &[View::Map, View::Surface], 10);
}

#[test]
fn a_branch_from_the_start_on() {
    let query = "function=himmelblau&start=-1,2&learning_rate=0.01";
    branches(query, &[View::Map, View::Surface], 0);
}

#[test]
fn a_branch_of_a_network() {
    let views = [View::Map, View::Surface, View::Chart];
    branches("scene=network&batch_size=10", &views, 20);
}

#[test]
fn another_optimizer_from_where_one_has_gone_back_to_is_a_branch() {
    for query in ["function=himmelblau&start=-1,2&learning_rate=0.01", "scene=network"] {
        let mut page = Page::open_with(query, &[View::Map]);
        page.step(12);
        let first = page.snapshot();
        page.act(|app| app.seek(5));
        page.set("optimizer", "adam");
        page.step(6);
        assert_ne!(page.snapshot(), first);
        assert_says(&page.query(), &["edits=5%3Aoptimizer%3Aadam", "ghost=12"]);
        leads_to_the_same(&page, &[View::Map], 11);
    }
}

#[test]
fn a_ghost_that_cannot_be_is_told_and_the_run_is_there_all_the_same() {
    for wrong in ["x", "99999999", "30,5:seed:3"] {
        let mut page = Page::open_empty(&format!("function=wavy&ghost={wrong}"));
        let [problem] = &page.told().problems[..] else { panic!("{wrong}: one problem") };
        assert_says(problem, &["ghost", "up to 10000 steps"]);
        page.frames(2);
        page.step(1);
        assert_eq!(page.iteration(), 1);
    }
}
