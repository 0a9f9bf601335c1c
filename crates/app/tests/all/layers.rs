//! The hidden layers, edited one by one above the diagram, and the space of each.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_view::editing::layer_editor::Edit;
use downhill_view::options::show::View;

fn edit(page: &mut Page, edit: Edit) -> Result<(), String> {
    page.change(|app| app.edit_layers(edit)).map_err(|error| error.to_string())
}

fn asked(page: &Page) -> (Vec<usize>, String) {
    (page.settings().layers.clone(), page.control("activation"))
}

#[test]
fn units_activations_and_layers_are_edited_and_taken_back() {
    let mut page = Page::open("scene=network");
    page.set("weight", "30");
    page.step(1);
    edit(&mut page, Edit::MoreUnits(0, 1)).unwrap();
    assert_eq!(asked(&page), (vec![6], "tanh".to_string()));
    assert_eq!(page.iteration(), 0, "it starts anew");
    assert_eq!(page.control("layers"), "6");
    assert_says(&page.query(), &["layers=6"]);
    edit(&mut page, Edit::Layer(true)).unwrap();
    edit(&mut page, Edit::Layer(true)).unwrap();
    edit(&mut page, Edit::MoreUnits(1, -1)).unwrap();
    assert_eq!(asked(&page).0, [6, 5, 6]);
    edit(&mut page, Edit::Layer(false)).unwrap();
    assert_eq!(asked(&page).0, [6, 5]);
    assert_eq!(page.told().layers.unwrap().each.len(), 2);
    edit(&mut page, Edit::Activation(1, "relu")).unwrap();
    assert_eq!(asked(&page), (vec![6, 5], "tanh-relu".to_string()));
    edit(&mut page, Edit::Units(0, "3")).unwrap();
    assert_eq!(asked(&page).0, [3, 5]);
    assert_eq!(page.control("weight"), "30", "the selected weight is one of these");
    edit(&mut page, Edit::Layer(false)).unwrap();
    edit(&mut page, Edit::MoreUnits(0, -1)).unwrap();
    edit(&mut page, Edit::MoreUnits(0, -1)).unwrap();
    let weight: usize = page.control("weight").parse().unwrap();
    assert!(weight < 10, "and stays in range");
    // What cannot be is told, and changes nothing.
    assert!(!page.told().layers.unwrap().each[0].fewer);
    let wrong = edit(&mut page, Edit::MoreUnits(0, -1)).unwrap_err();
    assert_says(&wrong, &["at least one unit"]);
    let wrong = edit(&mut page, Edit::Units(0, "lots")).unwrap_err();
    assert_says(&wrong, &["lots", "from 1 to 64"]);
    assert_eq!(asked(&page).0, [1]);
    for _ in 0..3 {
        page.change(Application::undo).unwrap();
    }
    assert_eq!(asked(&page).0, [3, 5], "it can be undone");
}

#[test]
fn each_layers_controls_stand_above_its_column() {
    for layers in ["", "4", "5-5-5", "5-5-5-5-5-5", "64-1-1-1-1-1"] {
        let page = Page::open(&format!("scene=network&layers={layers}"));
        let told = page.told().layers.unwrap();
        let count = layers.split('-').filter(|units| !units.is_empty()).count();
        assert_eq!((told.each.len(), told.more, told.fewer), (count, count < 6, count > 0));
        // A unit is a picture, or a disc where there is no room for one.
        let middle = |mark: &downhill_app::told::answers::DrawnMark| match mark.kind {
            "image" => Some((mark.points[0].0 + mark.points[1].0) / 2.0),
            "circle" if mark.sign == "muted" => Some(mark.points[0].0),
            _ => None,
        };
        let mut columns: Vec<f64> =
            page.marks(View::Diagram).marks.iter().filter_map(middle).collect();
        columns.sort_by(f64::total_cmp);
        columns.dedup_by(|a, b| (*a - *b).abs() < 1.0);
        assert_eq!(columns.len(), count + 2, "{layers}: {columns:?}");
        for (layer, column) in told.each.iter().zip(&columns[1..]) {
            assert!((layer.x - column).abs() < 1.5, "{layers}: {} {column}", layer.x);
        }
    }
    let wide = Page::open("scene=network&layers=64-1-1-1-1-1").told().layers.unwrap();
    assert!(!wide.each[0].more && wide.each[1].more);
}

#[test]
fn each_hidden_layers_space_can_be_seen() {
    let mut page = Page::open("scene=network&layers=6-4&chart=hidden_space");
    assert_eq!(page.told().options.choices["hidden_layer"], ["1", "last"]);
    let texts = |page: &Page| -> Vec<String> {
        page.marks(View::Chart).marks.into_iter().map(|mark| mark.text).collect()
    };
    assert!(texts(&page).iter().any(|text| text == "distance from the straight border"));
    page.set("hidden_layer", "1");
    assert!(texts(&page).iter().any(|text| text == "where samples are scattered most"));
    assert!(page.note("chart_note").starts_with("Hidden layer 1 of 2:"));
    assert_says(&page.query(), &["hidden_layer=1"]);
    page.set("layers", "6");
    assert_eq!(page.told().options.choices["hidden_layer"], ["last"]);
    let wrong = page.change(|app| app.set("hidden_layer", "x")).unwrap_err().to_string();
    assert_says(&wrong, &["counted from 1, or last"]);
}

#[test]
fn a_network_so_large_that_frames_take_longer_tells_so_and_learns_all_the_same() {
    let mut page = Page::open("scene=network");
    assert_eq!(page.note("budget"), "");
    page.set("layers", "64-64");
    assert_says(&page.note("budget"), &["frames take longer"]);
    page.play(2);
    assert_eq!(page.iteration(), 2);
}
