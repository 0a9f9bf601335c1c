//! The arrows of gradient and step are as long as these are, and gone where they cannot be seen;
//! numbers that are too small for a picture are told as 0.

use crate::support::{Page, assert_near, assert_says, words};
use downhill_core::function::FUNCTIONS;
use downhill_view::options::show::View;

/// A page at an address, all that is searched done.
fn open(query: &str) -> Page {
    let mut page = Page::open_with(query, &[View::Curve, View::Map]);
    page.frames(6000);
    page
}

/// Length of the arrow of a colour in pixels; `None` without one.
fn arrow(page: &Page, view: View, sign: &str) -> Option<f64> {
    let marks = page.signed(view, sign);
    let shaft = marks
        .iter()
        .find(|mark| mark.kind == "line" && mark.size > 2.0 && mark.points.len() == 2)?;
    let [(ax, ay), (bx, by)] = shaft.points[..] else { return None };
    Some((bx - ax).hypot(by - ay))
}

/// The texts in a colour.
fn texts(page: &Page, view: View, sign: &str) -> String {
    let texts: Vec<String> = page.signed(view, sign).into_iter().map(|mark| mark.text).collect();
    texts.concat()
}

#[test]
fn the_gradients_arrow_is_as_long_as_the_slope_is_steep_up_to_a_limit() {
    let at = |place: &str| {
        let window = "scene=gradient&domain=-5,5,-5,5&learning_rate=0.01";
        open(&format!("{window}&function=x^2%2By^2&start={place}"))
    };
    let long = |place: &str| arrow(&at(place), View::Map, "slope");
    let unit = long("1,0").unwrap();
    for (place, times) in [("2,0", 2.0), ("0,-3", 3.0), ("-1.5,2", 2.5), ("0.6,0.8", 1.0)] {
        assert_near(long(place).unwrap() / unit, times, 0.04, place);
    }
    // Too small to be seen, and none.
    for place in ["0.1,0", "0,-0.05", "0,0"] {
        assert_eq!(long(place), None, "{place}");
    }
    // Up to a limit, of which it tells.
    let steep =
        open("scene=gradient&domain=-5,5,-5,5&learning_rate=0.01&function=tanh(20x)-y&start=0,0");
    let plot = steep.marks(View::Map).plot.unwrap();
    let quarter = 0.25 * (plot.to.0 - plot.from.0);
    assert_near(arrow(&steep, View::Map, "slope").unwrap(), quarter, 0.02, "the longest");
    assert_says(&texts(&steep, View::Map, "slope"), &["longer than drawn"]);
    assert!(!texts(&at("1,0"), View::Map, "slope").contains("steeper"));
}

#[test]
fn a_steps_arrow_is_as_long_as_the_step_and_is_never_enlarged() {
    for (rate, seen) in [("0.05", true), ("0.2", true), ("0.0001", false)] {
        let page = open(&format!("function=square&domain=-4,4&start=3&learning_rate={rate}"));
        let plot = page.marks(View::Curve).plot.unwrap();
        let pixels = (plot.to.0 - plot.from.0) / 8.0 * page.reading("next_step").abs();
        let long = arrow(&page, View::Curve, "step");
        assert_eq!(long.is_some(), seen, "{rate}");
        // The shaft ends inside the head.
        let near = long.is_none_or(|long| (pixels - 8.0..=pixels + 0.5).contains(&long));
        assert!(near, "{rate}: {long:?} of {pixels}");
        let told = texts(&page, View::Curve, "step");
        assert_eq!(told, if seen { "next step" } else { "" }, "{rate}");
    }
}

#[test]
fn at_rest_no_arrow_is_left_and_no_power_of_ten_on_any_function() {
    for definition in FUNCTIONS {
        let view = if definition.domain.len() == 1 { View::Curve } else { View::Map };
        let mut page = open(&format!("function={}&iterations=0", definition.id));
        page.set("iterations_per_frame", "100");
        for _ in 0..3 {
            page.play(4);
            let what = format!("{}, step {}", definition.id, page.iteration());
            let told = page.told();
            let lines: Vec<&str> = told.steps.iter().map(|step| step.line.as_str()).collect();
            let all = [
                words(&told.sentence),
                lines.concat(),
                texts(&page, view, "slope"),
                texts(&page, view, "step"),
            ]
            .concat();
            assert!(!all.contains('⁻') && !all.contains("next step, ×"), "{what}: {all}");
            if page.app.is_at_rest() {
                assert_eq!(arrow(&page, view, "step"), None, "{what}");
                let gradient = arrow(&page, View::Map, "slope");
                assert!(view == View::Curve || gradient.is_none(), "{what}");
            }
        }
    }
}

#[test]
fn a_slope_of_almost_0_is_told_and_drawn_as_0_and_stays_in_the_numbers() {
    for (query, place, line) in [
        (
            "function=square&start=1e-9",
            "x = 0.00 the slope is 0: the ball rests at a bottom.",
            "× 0 = 0",
        ),
        (
            "function=x^2-y^2&start=1e-9,-1e-9",
            "(x, y) = (0.00, 0.00) the gradient is 0: the ball rests on a saddle",
            "× (0, 0) = (0, 0)",
        ),
    ] {
        let page = open(query);
        assert_says(&page.sentence(), &[place]);
        let told = page.told();
        assert_says(&words(&told.steps[1].words), &["no way is downhill"]);
        assert_says(&told.steps[2].line, &[line]);
        let slope = if query.contains('y') { "slope_x" } else { "slope" };
        assert_eq!(page.reading(slope), 2e-9, "with all its digits");
        assert_eq!(told.steps[0].values[0], 2e-9);
    }
}

#[test]
fn a_neurons_arrow_is_gone_at_rest() {
    let mut page = open("scene=neuron&iterations=0");
    assert!(arrow(&page, View::Map, "step").is_some());
    page.act(downhill_app::Application::play);
    page.frames(6000);
    assert!(page.app.is_at_rest());
    assert_eq!(arrow(&page, View::Map, "step"), None);
    page.step(200);
    let told = page.told();
    assert_says(&told.steps[1].line, &["(0, 0)"]);
    assert!(told.steps.iter().all(|step| !step.line.contains('⁻')), "{:?}", told.steps);
}
