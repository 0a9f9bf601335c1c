//! Still pictures: what a page shows at that step, however one has come there.

use crate::support::{EM, Page, SIZE};
use downhill_app::Application;
use downhill_view::options::show::View;
use downhill_view::text::native::ENGLISH;

/// Figures of all scenes, with what is searched and what stands beside a run.
const QUERIES: [&str; 9] = [
    "scene=derivative&secant=0.5",
    "scene=gradient",
    "scene=gradient&basins=true",
    "scene=descent",
    "scene=descent&function=bowl&start=4,2&race=sgd,adam&iterations=20",
    "scene=neuron",
    "scene=network",
    "data=moons&layers=4&theme=dark&chart=sharpness&plane=random",
    "scene=network&layers=3&kept=iterations%3D5&edits=4:learning_rate:0.1&ghost=9",
];

fn open(query: &str) -> Application {
    Application::new(query, ENGLISH).unwrap_or_else(|error| panic!("{query}: {error}"))
}

/// The picture after so many steps, by the way of the command line.
fn still(query: &str, step: u32, view: View) -> String {
    let mut app = open(query);
    app.arrive_at(step).unwrap_or_else(|error| panic!("{query}: {error}"));
    app.still(view, SIZE, EM).svg
}

#[test]
fn a_still_is_what_the_page_draws() {
    for query in QUERIES {
        let views = open(query).pictures();
        assert!(views.len() >= 2, "{query}: {views:?}");
        for view in views {
            let mut page = Page::open_with(query, &[view]);
            page.frames(10_000);
            page.step(7);
            assert!(page.frames(10_000) < 10_000, "{query} {view:?}");
            let drawn = page.drawing(view);
            assert!(drawn.marks.len() > 3, "{query} {view:?}");
            assert!(drawn.svg == still(query, 7, view), "{query} {view:?}");
        }
    }
}

#[test]
fn each_view_belongs_to_a_scene() {
    let there: Vec<View> = QUERIES.iter().flat_map(|query| open(query).pictures()).collect();
    assert!(View::ALL.iter().all(|(_, view)| there.contains(view)), "{there:?}");
    assert_eq!(open("scene=derivative").pictures(), [View::Curve, View::Derivative]);
    assert_eq!(open("scene=neuron").pictures().first(), Some(&View::Map));
}

#[test]
fn the_way_to_a_step_does_not_matter() {
    for query in QUERIES {
        let view = open(query).pictures()[0];
        let mut app = open(query);
        for step in [8, 3] {
            app.arrive_at(step).unwrap();
            assert_eq!(app.subject().iteration(), step, "{query}");
            assert!(app.still(view, SIZE, EM).svg == still(query, step, view), "{query} {step}");
        }
    }
}

#[test]
fn a_run_that_ends_before_says_where() {
    let mut app = open("function=square&start=1&learning_rate=10");
    let said = app.arrive_at(500).unwrap_err().to_string();
    let last = app.subject().iteration();
    assert!(last < 500 && said.contains(&format!("ends at iteration {last}:")), "{said}");
    assert!(said.contains("no iteration 500"), "{said}");
    app.arrive_at(last).unwrap();
}
