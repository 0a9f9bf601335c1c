//! Taking changes back: what a hand does until it lets go is one, what is chosen is one each.

use crate::support::Page;
use downhill_app::Application;
use downhill_view::options::show::View;

fn undo(page: &mut Page) {
    page.change(Application::undo).unwrap();
}

#[test]
fn two_drags_are_two_changes() {
    let mut page = Page::open("scene=descent");
    let start = page.experiment().start.clone();
    let drag = |page: &mut Page, to: [f64; 3]| {
        for x in to {
            page.change(|app| app.place_ball(View::Curve, (x, 100.0))).unwrap();
        }
        page.act(Application::let_go);
        page.experiment().start.clone()
    };
    let first = drag(&mut page, [100.0, 120.0, 140.0]);
    let second = drag(&mut page, [160.0, 220.0, 300.0]);
    assert!(start != first && first != second);
    undo(&mut page);
    assert_eq!(page.experiment().start, first);
    undo(&mut page);
    assert_eq!(page.experiment().start, start);
    assert!(!page.app.can_undo());
}

#[test]
fn two_slides_and_two_typed_values_are_two_changes_each() {
    let mut page = Page::open("scene=descent");
    for places in [[5, 6, 7], [9, 10, 11]] {
        for place in places {
            page.change(|app| app.set_place("learning_rate", place)).unwrap();
        }
        page.act(Application::let_go);
    }
    page.set("learning_rate", "0.5");
    page.set("learning_rate", "0.25");
    let mut rates = vec![page.settings().learning_rate];
    while page.app.can_undo() {
        undo(&mut page);
        rates.push(page.settings().learning_rate);
    }
    assert_eq!(rates, [0.25, 0.5, 0.007, 0.0015, 0.01]);
}

#[test]
fn two_scenes_are_two_changes() {
    let mut page = Page::open("scene=derivative");
    for scene in ["gradient", "descent", "neuron", "network"] {
        page.set("scene", scene);
    }
    for scene in ["neuron", "descent", "gradient"] {
        undo(&mut page);
        assert_eq!(page.told().scene.id, scene);
    }
    undo(&mut page);
    assert_eq!(page.query(), Page::open("scene=derivative").query());
}

#[test]
fn a_formula_is_one_change_while_it_is_typed() {
    let mut page = Page::open("scene=descent");
    let before = page.query();
    for typed in ["x^2", "x^2 + x", "x^2 + x^4"] {
        page.set("function", typed);
    }
    page.act(Application::let_go);
    page.set("function", "x^2 + 1");
    undo(&mut page);
    assert!(page.experiment().function.as_ref().unwrap().typed().contains("x^4"));
    undo(&mut page);
    assert_eq!(page.query(), before);
}

#[test]
fn from_scene_to_scene_the_selected_weights_are_the_usual_ones() {
    let mut page = Page::open("scene=derivative");
    for scene in ["gradient", "descent", "neuron", "network"] {
        page.set("scene", scene);
    }
    assert_eq!(page.query(), Page::open("scene=network").query());
    let curve = page.drawing(View::Curve).plot.unwrap();
    assert_eq!(Some(curve), Page::open("scene=network").drawing(View::Curve).plot);
}
