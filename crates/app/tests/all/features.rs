//! Features: the network's inputs, as formulas of the data.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_view::options::show::View;

fn toggle(page: &mut Page, formula: &str) {
    page.change(|app| app.toggle_feature(formula)).unwrap();
}

/// The labels of those that are offered, and of those that are on.
fn labels(page: &Page) -> (Vec<String>, Vec<String>) {
    let features = page.told().features;
    let on = features.iter().filter(|it| it.on).map(|it| it.label.replace('\u{a0}', " "));
    (features.iter().map(|it| it.label.replace('\u{a0}', " ")).collect(), on.collect())
}

fn on(page: &Page) -> Vec<String> {
    labels(page).1
}

fn is_asked(page: &Page) -> bool {
    page.query().contains("features=")
}

fn texts(page: &Page, view: View) -> Vec<String> {
    page.marks(view).marks.into_iter().map(|mark| mark.text).collect()
}

#[test]
fn the_seven_of_two_inputs_and_back_to_the_inputs_as_they_are() {
    let mut page = Page::open("scene=network&data=circles");
    assert_eq!(labels(&page).0, ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"]);
    assert_eq!(on(&page), ["x₁", "x₂"]);
    page.step(1);
    toggle(&mut page, "x^2");
    toggle(&mut page, "y^2");
    assert_eq!(on(&page), ["x₁", "x₂", "x₁²", "x₂²"]);
    assert_eq!(page.control("features"), "x;y;x^2;y^2");
    assert!(is_asked(&page));
    assert_eq!(page.iteration(), 0, "it starts anew");
    assert_eq!(page.place().len(), 5 * (4 + 1) + 2 * (5 + 1));
    let drawn = texts(&page, View::Diagram);
    for label in ["x₁", "x₂", "x₁²", "x₂²"] {
        assert!(drawn.iter().any(|text| text == label), "{label}");
    }
    toggle(&mut page, "x^2");
    toggle(&mut page, "y^2");
    assert!(!is_asked(&page), "the inputs as they are");
    page.change(Application::undo).unwrap();
    assert_eq!(page.control("features"), "x;y;y^2");
    // The last one stays.
    toggle(&mut page, "x");
    toggle(&mut page, "y");
    let before = page.snapshot();
    let wrong = page.change(|app| app.toggle_feature("y^2")).unwrap_err().to_string();
    assert_says(&wrong, &["at least one input"]);
    assert_eq!(page.snapshot(), before);
    assert_eq!(on(&page), ["x₂²"]);
}

#[test]
fn typed_features_are_kept_and_their_mistakes_change_nothing() {
    let mut page = Page::open("scene=network&data=penguins");
    toggle(&mut page, "x*y");
    assert_eq!(on(&page), ["x", "y", "xy"]);
    page.set("features", "ln(x); y; x*y");
    assert_eq!(page.control("features"), "ln(x);y;x*y");
    assert_eq!(on(&page), ["y", "xy"]);
    page.step(1);
    let before = page.snapshot();
    let many = ["x"; 13].join(";");
    for (text, told) in [
        ("sqrt(40 - x)", &["sqrt(40 - x)” has no value at row ", " (x = "][..]),
        ("sin(", &["Feature “sin(”: At character"]),
        (&many, &["up to 12 formulas"]),
    ] {
        let wrong = page.change(|app| app.set("features", text)).unwrap_err().to_string();
        assert_says(&wrong, told);
        assert_eq!(page.snapshot(), before);
    }
    // A typed one stays when another is toggled.
    page.set("features", "ln(x);y");
    toggle(&mut page, "x^2");
    assert_eq!(page.control("features"), "y;x^2;ln(x)");
    // The axes tell what x and y are.
    let drawn = texts(&page, View::Boundary);
    assert!(drawn.iter().any(|text| text == "x: bill length (mm)"), "{drawn:?}");
    page.set("features", "");
    assert!(!is_asked(&page));
}

#[test]
fn other_data_keep_the_features_that_suit_them() {
    let mut page = Page::open("scene=network&data=petals&cost=squared_error");
    assert_eq!(labels(&page).0, ["x", "x²", "x³", "sin x", "cos x"]);
    toggle(&mut page, "x^2");
    let drawn = texts(&page, View::Boundary);
    assert!(drawn.iter().any(|text| text == "x: petal length (cm)"), "it is still the fit");
    page.set("data", "circles");
    assert_eq!(page.control("features"), "x;x^2");
    page.set("data", "iris");
    assert!(!is_asked(&page) && labels(&page).0.is_empty());
    let wrong = page.change(|app| app.set("features", "x^2")).unwrap_err().to_string();
    assert_says(&wrong, &["one or two inputs, and these have 4"]);
    let mut wrong = Page::open("scene=network&data=iris&features=x");
    assert_says(&wrong.told().problems.join(" "), &["one or two inputs"]);
    wrong.step(1);
    assert_eq!(wrong.iteration(), 1, "the rest of it is there");
}

#[test]
fn where_a_feature_has_no_value_the_plane_is_empty_and_drawing_is_steady() {
    // All bills are longer than 32 mm; left of it, in the margin, sqrt has no value.
    let query = "scene=network&data=penguins&features=sqrt(x-32);y&chart=hidden_space";
    let mut page = Page::open(query);
    page.play(30);
    assert_eq!(page.iteration(), 30);
    let marks = page.marks(View::Boundary).marks;
    let points = marks.iter().flat_map(|mark| &mark.points);
    assert!(points.clone().count() > 100);
    assert!(points.into_iter().all(|(x, y)| x.is_finite() && y.is_finite()));
}
