//! The secant's second point is pulled closer until the secant is the tangent.

use crate::support::{Page, assert_near, assert_says};
use downhill_app::Application;
use downhill_view::options::show::View;

#[test]
fn the_second_point_comes_closer_until_the_secant_is_the_tangent() {
    let f = |x: f64| x.powi(4) - 3.0 * x * x + x;
    let mut page = Page::open("scene=derivative&start=0.5&secant=1");
    let start = page.snapshot();
    let slope = page.reading("slope");
    let at = |page: &Page, x: f64| page.drawing(View::Curve).plot.unwrap().at(x, f(x));
    let secant = |page: &Page| page.control("secant").parse::<f64>().unwrap();
    let hold = at(&page, 1.5);
    assert!(page.app.grab(View::Curve, hold));
    let drag = |page: &mut Page, x: f64| {
        let to = at(page, x);
        page.change(|app| app.place_ball(View::Curve, to)).unwrap();
    };
    let mut last = f64::INFINITY;
    for h in [0.8, 0.6, 0.4, 0.2, 0.1, 0.05] {
        drag(&mut page, 0.5 + h);
        let run = secant(&page);
        assert!((run - h).abs() <= 0.011, "{run}, {h}");
        let between = (f(0.5 + run) - f(0.5)) / run;
        assert_eq!(page.reading("secant_run"), run);
        assert_near(page.reading("secant_rise"), run * between, 1e-12, "rise");
        assert_near(page.reading("secant_slope"), between, 1e-9, "slope");
        let sentence = page.sentence();
        let said = sentence.rsplit_once("= ").unwrap().1.trim_end_matches('.');
        let said: f64 = said.replace('−', "-").parse().unwrap();
        assert!((said - between).abs() <= 0.006 * between.abs() + 0.001, "{said}, {between}");
        last = (between - slope).abs();
    }
    assert!(last < 0.2, "{last}");
    drag(&mut page, 0.505);
    assert_eq!(page.control("secant"), "0");
    assert!(!page.sentence().contains("between the two points"));
    assert!(page.told().numbers.iter().all(|reading| reading.key != "secant_run"));
    // Not yet let go, it can be pulled out again.
    drag(&mut page, 1.1);
    assert!((secant(&page) - 0.6).abs() <= 0.011);
    page.act(Application::let_go);
    assert_says(&page.query(), &["secant=0."]);
    assert_eq!(page.snapshot(), start, "the ball has not moved");
    // Another hold takes the ball, and the second point goes with it.
    let hold = at(&page, 0.5);
    assert!(page.app.grab(View::Curve, hold));
    drag(&mut page, 0.2);
    page.act(Application::let_go);
    assert!((page.place()[0] - 0.2).abs() <= 0.011);
    page.change(Application::undo).unwrap();
    assert_eq!(page.snapshot(), start);
    // On a surface there is none.
    assert_says(&page.sentence(), &["between the two points"]);
    page.set("scene", "gradient");
    assert!(!page.sentence().contains("between the two points"));
}

#[test]
fn the_secants_slider_comes_nearer_and_nearer_to_the_slope() {
    let mut page = Page::open("scene=derivative&start=1.2");
    let places = page.told().sliders["secant"].places;
    let f = |x: f64| x.powi(4) - 3.0 * x * x + x;
    let mut last = f64::INFINITY;
    for place in (1..places).rev() {
        page.change(|app| app.set_place("secant", place)).unwrap();
        let h: f64 = page.control("secant").parse().unwrap();
        let between = (f(1.2 + h) - f(1.2)) / h;
        assert_near(page.reading("secant_slope"), between, 1e-9, "slope");
        let apart = (between - 0.712).abs();
        assert!(apart < last, "{h}: {apart}");
        last = apart;
    }
    assert!(last < 0.01, "{last}");
}

#[test]
fn a_second_point_waits_on_the_curve_and_can_be_dragged_at_once() {
    let f = |x: f64| x.powi(4) - 3.0 * x * x + x;
    let mut page = Page::open("scene=derivative");
    assert_eq!(page.control("secant"), "0");
    let at = |page: &Page, x: f64| page.drawing(View::Curve).plot.unwrap().at(x, f(x));
    let rings = |page: &Page| {
        let marks = page.signed(View::Curve, "muted").into_iter();
        marks.filter(|mark| mark.kind == "circle").map(|mark| mark.points[0]).collect::<Vec<_>>()
    };
    // A run of 1 from the ball at −0.5.
    let waiting = at(&page, 0.5);
    let near = |(x, y): (f64, f64)| (x - waiting.0).hypot(y - waiting.1) < 0.5;
    assert!(rings(&page).into_iter().any(near), "{:?}", rings(&page));
    assert!(page.app.grab(View::Curve, waiting));
    let to = at(&page, 0.1);
    page.change(|app| app.place_ball(View::Curve, to)).unwrap();
    assert_says(&page.query(), &["secant=0.6"]);
    assert_eq!(page.place(), [-0.5], "the ball stays");
    // Brought to the ball it is gone, and while it is held no other one waits.
    let to = at(&page, -0.5);
    page.change(|app| app.place_ball(View::Curve, to)).unwrap();
    assert_eq!(rings(&page), []);
    page.act(Application::let_go);
    page.step(1);
    assert_eq!(rings(&page), [], "on its way there is only the ball");
}
