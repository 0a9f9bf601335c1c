//! What is drawn and said of a ball on a function is what its descent says.

use downhill_core::function::FUNCTIONS;
use downhill_core::function::stationary::{Kind, Point, Search};
use downhill_core::{Descent, Experiment};
use downhill_view::canvas::record::{Kind as Drawn, Mark};
use downhill_view::canvas::theme::{LIGHT, Rgb};
use downhill_view::function::pictures::{Pictures, usual_rate, usual_start};
use downhill_view::function::summary;
use downhill_view::options::scene::DESCENT;
use downhill_view::options::show::{LEARNING_RATES, Show, View};
use downhill_view::svg::{self, Drawing, UNIT};
use downhill_view::text::native::{ENGLISH, FILES};
use downhill_view::text::rounding::to_resolution;

fn ball(query: &str, steps: u32) -> Descent {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    let mut descent = Descent::new(&experiment).unwrap();
    (0..steps).for_each(|_| {
        descent.step();
    });
    descent
}

fn draw(descent: &Descent, spots: &[Point], view: View) -> Drawing {
    svg::draw_function(descent, spots, view, (640, 420), 13.0, ENGLISH)
}

fn said(descent: &Descent) -> String {
    let mut pictures = Pictures::default();
    pictures.update(descent, &[], &Show::default(), ENGLISH);
    summary::sentence(descent, &pictures, &DESCENT, ENGLISH)
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

/// The marks of one kind and colour, by their points in CSS pixels.
fn marks(drawing: &Drawing, kind: Drawn, colour: Rgb) -> Vec<Vec<(f64, f64)>> {
    let points = |mark: &Mark| -> Vec<(f64, f64)> {
        mark.points.iter().map(|(x, y)| (f64::from(*x) / UNIT, f64::from(*y) / UNIT)).collect()
    };
    drawing
        .marks
        .iter()
        .filter(|mark| mark.kind == kind && mark.colour == colour)
        .map(points)
        .collect()
}

fn near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).hypot(a.1 - b.1) < 0.5
}

#[test]
fn the_tangent_has_the_slope_and_the_derivative_carries_it() {
    for (function, start) in [("square", 3.0), ("double_well", -1.7), ("wavy", 1.1)] {
        let query = format!("function={function}&start={start}&learning_rate=0.01");
        for steps in [0, 1, 5] {
            let descent = ball(&query, steps);
            let at = descent.snapshot();
            let curve = draw(&descent, &[], View::Curve);
            let plot = curve.plot.unwrap();
            let tangent = &marks(&curve, Drawn::Line, LIGHT.slope)[0];
            for end in tangent {
                let x = plot.values_at(*end).0;
                let expected = plot.at(x, at.value + at.gradient[0] * (x - at.x[0]));
                assert!((end.1 - expected.1).abs() < 1.0, "{query} {steps}");
            }
            let below = draw(&descent, &[], View::Derivative);
            let plot = below.plot.unwrap();
            let ball = marks(&below, Drawn::Circle, LIGHT.ball).pop().unwrap()[0];
            assert!(near(ball, plot.at(at.x[0], at.gradient[0])), "{query} {steps}");
            let stem = marks(&below, Drawn::Line, LIGHT.slope).pop().unwrap();
            assert!(near(stem[0], plot.at(at.x[0], 0.0)), "{query} {steps}");
        }
    }
}

#[test]
fn on_the_map_uphill_is_blue_and_the_step_goes_the_other_way() {
    let descent = ball("function=himmelblau&start=-3,1&learning_rate=0.01", 2);
    let drawing = draw(&descent, &[], View::Map);
    let plot = drawing.plot.unwrap();
    let (x, y) = plot.per_unit();
    assert!((x / y - 1.0).abs() < 0.01, "equal scales");
    let at = descent.snapshot();
    let ball = plot.at(at.x[0], at.x[1]);
    let arrow = |colour| {
        let lines = marks(&drawing, Drawn::Line, colour);
        let line = lines.iter().find(|line| near(line[0], ball)).unwrap();
        (line[1].0 - line[0].0, line[0].1 - line[1].1)
    };
    let (up, down) = (arrow(LIGHT.slope), arrow(LIGHT.step));
    let cosine =
        |a: (f64, f64), b: (f64, f64)| (a.0 * b.0 + a.1 * b.1) / (a.0.hypot(a.1) * b.0.hypot(b.1));
    assert!(cosine(up, (at.gradient[0], at.gradient[1])) > 0.999);
    assert!(cosine(up, down) < -0.999);
    assert!(near(marks(&drawing, Drawn::Circle, LIGHT.ball).pop().unwrap()[0], ball));
}

#[test]
fn marked_places_have_their_own_marks_and_stand_in_the_legend() {
    let descent = ball("function=himmelblau&start=-3,1&learning_rate=0.01", 0);
    let of_ink = |spots: &[Point], view| {
        let drawing = draw(&descent, spots, view);
        let lines = marks(&drawing, Drawn::Line, LIGHT.ink);
        (lines, marks(&drawing, Drawn::Polygon, LIGHT.ink), drawing.plot)
    };
    let (bare, bare_filled, _) = of_ink(&[], View::Map);
    let mut shapes = Vec::new();
    for kind in Kind::ALL {
        let (x, value) = (vec![3.0, 2.0], 0.0);
        let spots =
            [Point { x, value, kind, kink: false, jump: false, along: false, lowest: false }];
        let (lines, filled, plot) = of_ink(&spots, View::Map);
        assert!(lines.len() > bare.len(), "{kind:?}");
        assert_eq!(filled.len() > bare_filled.len(), kind == Kind::GlobalMinimum, "only the star");
        let shape: Vec<_> = lines.into_iter().filter(|line| !bare.contains(line)).collect();
        let middle = plot.unwrap().at(3.0, 2.0);
        assert!(shape.iter().flatten().all(|at| (at.0 - middle.0).hypot(at.1 - middle.1) < 12.0));
        assert!(!shapes.contains(&shape), "{kind:?} looks like another");
        shapes.push(shape);
        assert!(of_ink(&spots, View::Surface).0.len() > of_ink(&[], View::Surface).0.len());
    }
}

#[test]
fn the_legend_names_the_lowest_first_and_says_how_many_are_left_out() {
    let rows = |query: &str| {
        let descent = ball(query, 0);
        let mut search = Search::new(descent.function(), descent.domain());
        while !search.advance(1000) {}
        summary::legend(search.points(), &Pictures::default(), ENGLISH)
    };
    let (wells, more) = rows("function=double_well&start=1");
    let names: Vec<(&str, &str)> = wells.iter().map(|row| (row.sign, row.name.as_str())).collect();
    let first = [("★", "lowest found in the picture"), ("○", "local (partial) minimum")];
    assert_eq!((&names[..2], more), (&first[..], 0));
    assert_eq!((wells[0].place.as_str(), wells[0].value.as_str()), ("−1.301", "−3.514"));
    assert_eq!(rows("function=|x|&start=1").0[0].name, "lowest found in the picture, at a kink");
    let (rastrigin, more) = rows("function=rastrigin&start=1,1");
    assert_eq!(rastrigin[0].place, "(0, 0)");
    assert!(rastrigin.len() == 40 && more > 100);
}

#[test]
fn the_sentence_says_what_happens() {
    let start = said(&ball("function=double_well&start=1.2&learning_rate=0.1", 0));
    assert!(
        start.starts_with("At x = 1.20 the slope is +0.712, so downhill is to the left."),
        "{start}"
    );
    assert!(start.contains("step size of 0.1 the ball moves 0.07 left, to 1.13"), "{start}");
    for (query, steps, what) in [
        ("function=square&start=3&learning_rate=0.1", 3, "moves"),
        ("function=square&start=3&learning_rate=0.1", 200, "rests at a bottom"),
        ("function=square&start=3&learning_rate=0.7", 1, "across the bottom"),
        ("function=square&start=3&learning_rate=1.1", 1, "Overshot"),
        ("function=square&start=3&learning_rate=1.1", 20, "left the picture"),
        ("function=square&start=3&learning_rate=1.1", 9000, "too large to compute"),
        ("function=double_well&start=2&learning_rate=0.3", 100, "too large to compute"),
        ("function=double_well&start=0.16993844331159128", 0, "on a top"),
        ("function=square&start=3&learning_rate=0.1&optimizer=momentum", 12, "uphill"),
        ("function=himmelblau&start=-3,1&learning_rate=0.01", 1, "uphill is south"),
        ("function=himmelblau&start=4,4&learning_rate=0.01", 900, "at a bottom"),
        ("function=himmelblau&start=4,4&learning_rate=0.3", 90, "too large to compute"),
        ("function=saddle&start=0,0", 0, "on a saddle"),
        ("function=|x|&start=0", 0, "−1.00 on the left and +1.00 on the right"),
        ("function=|x|&start=0", 0, "it takes the mean, 0, so that no step leads away"),
        ("function=|x-2|%2Bx&start=2&learning_rate=0.1", 0, "0 on the left and +2.00 on the right"),
        (
            "function=|x-2|%2Bx&start=2&learning_rate=0.1",
            0,
            "the mean, +1.00, and with a step size of 0.1 the ball moves 0.10 left",
        ),
        ("function=relu(x)&start=0", 0, "0 on the left and +1.00 on the right"),
        ("function=max(x,1-x)&start=0.5", 0, "has a kink"),
        (
            "function=x*floor(x)&start=2",
            0,
            "the curve jumps, from 2.000 on the left to 4.000 on the right",
        ),
        (
            "function=x*floor(x)&start=2",
            0,
            "it takes +2.00, what the rules of differentiation give",
        ),
        ("function=sign(x)&start=0", 0, "from −1.000 on the left to 1.000 on the right"),
        ("function=sqrt(|x|)&start=0", 0, "steeper without end"),
        ("function=cbrt(x^2)&start=0", 0, "has no slope"),
        ("function=|x|%2B|y|&start=0,0", 0, "the surface has a kink"),
        ("function=sqrt(x^2%2By^2)&start=0,0", 0, "there is no gradient"),
    ] {
        let descent = ball(query, steps);
        let said = said(&descent);
        assert!(said.contains(what), "{query} {steps}: {said}");
        assert!(!said.contains(['{', '_']), "{said}");
    }
}

#[test]
fn at_a_kink_two_slopes_are_told_and_drawn_and_at_a_jump_none() {
    let slope_of = |query: &str| {
        let numbers = summary::numbers(&ball(query, 0), None, ENGLISH);
        numbers.into_iter().find(|it| it.key == "slope").unwrap().text
    };
    let drawn =
        |query: &str| marks(&draw(&ball(query, 0), &[], View::Curve), Drawn::Line, LIGHT.slope);
    let slopes = |lines: &[Vec<(f64, f64)>]| -> Vec<f64> {
        lines.iter().map(|line| -(line[1].1 - line[0].1) / (line[1].0 - line[0].0)).collect()
    };
    for (formula, at, text) in [
        ("|x|", "0", "−1.00 left, +1.00 right"),
        ("|x-2|%2Bx", "2", "0 left, +2.00 right"),
        ("relu(x)", "0", "0 left, +1.00 right"),
        ("max(x,-2x)", "0", "−2.00 left, +1.00 right"),
        ("e^|x|", "0", "−1.00 left, +1.00 right"),
    ] {
        let query = format!("function={formula}&start={at}");
        assert_eq!(slope_of(&query), text, "{formula}");
        let lines = drawn(&query);
        let [left, right] = slopes(&lines)[..] else { panic!("{formula}: {lines:?}") };
        assert!(left < right && near(lines[0][1], lines[1][0]), "{formula}: {lines:?}");
    }
    for (formula, at) in [
        ("x*floor(x)", "2"),
        ("sign(x)", "0"),
        ("floor(x)", "1"),
        ("sqrt(|x|)", "0"),
        ("cbrt(x^2)", "0"),
    ] {
        let query = format!("function={formula}&start={at}");
        assert_eq!(slope_of(&query), "none", "{formula}");
        assert!(drawn(&query).is_empty(), "{formula}");
    }
    assert_eq!(drawn("function=square&start=1").len(), 1);
}

#[test]
fn curvature_is_the_hessians_eigenvalues_with_their_directions() {
    let descent = ball("function=bowl&start=1,1&learning_rate=0.01", 0);
    let bends = descent.function().bends(&[1.0, 1.0]);
    assert_eq!((bends[0].0, bends[1].0), (20.0, 2.0));
    assert!(bends[0].1[1].abs() > 0.999 && bends[1].1[0].abs() > 0.999, "{bends:?}");
    let numbers = summary::numbers(&descent, None, ENGLISH);
    assert!(numbers.iter().any(|number| number.key == "bend_most" && number.value == 20.0));
    for number in numbers {
        let line = format!("\n{} = ", number.key);
        assert!(FILES.iter().all(|(_, text)| text.contains(&line)), "{}", number.key);
    }
}

#[test]
fn a_ball_outside_leaves_the_picture_where_it_is() {
    let here = draw(&ball("function=bowl&start=-3,1&learning_rate=0.01", 0), &[], View::Map);
    let away = draw(&ball("function=bowl&start=-3,1&learning_rate=0.11", 40), &[], View::Map);
    assert_eq!(here.plot, away.plot);
    let (inside, plot) = (|at: &(f64, f64)| away.plot.unwrap().contains(*at), away.plot);
    let balls = marks(&away, Drawn::Circle, LIGHT.rim);
    assert!(plot.is_some() && balls.iter().flatten().all(inside), "{balls:?}");
}

#[test]
fn every_function_begins_where_it_can_roll() {
    for definition in FUNCTIONS {
        let mut experiment = Experiment::default();
        experiment.set("function", definition.id).unwrap();
        experiment.start = usual_start(&experiment);
        let rate = usual_rate(&experiment, &LEARNING_RATES).unwrap();
        experiment.set("learning_rate", rate).unwrap();
        let mut descent = Descent::new(&experiment).unwrap();
        let (start, dim) = (descent.snapshot().clone(), definition.dim());
        (0..100).for_each(|_| assert!(descent.step(), "{}", definition.id));
        let end = descent.snapshot();
        assert!(end.value < start.value, "{} with {rate}", definition.id);
        for (x, (low, high)) in end.x.iter().zip(definition.domain) {
            assert!((low..=high).contains(&x), "{} with {rate}", definition.id);
        }
        let view = if dim == 1 { View::Curve } else { View::Map };
        assert!(draw(&descent, &[], view).plot.is_some());
    }
    assert_eq!(to_resolution(1.203_999, (-2.5, 2.5)).to_string(), "1.2");
    assert_eq!(to_resolution(137.4, (0.0, 1e6)), 137.0);
}

/// Waves between the grid's points would be drawn as others, slower ones.
#[test]
fn what_changes_too_fast_for_a_map_is_said_to_on_map_and_surface() {
    let note = ENGLISH.get("too_fast_to_draw");
    let fast = [
        "sin(30x)*sin(30y)",
        "sin(100x)+y^2/100",
        "cos(60x+60y)",
        "sin(40x y)",
        "sin(1000x)cos(y/9)",
    ];
    let slow = [
        "sin(3x)*sin(3y)",
        "x^2+y^2",
        "floor(x)+floor(y)",
        "sin(8x)+sin(8y)",
        "1/(x y)",
        "sign(x)y",
        "rastrigin",
        "sqrt(x y)",
    ];
    let cases = fast.map(|it| (it, true)).into_iter().chain(slow.map(|it| (it, false)));
    for (formula, expected) in cases {
        let formula = formula.replace('+', "%2B");
        let descent = ball(&format!("function={formula}&start=1.1,1.2&domain=-5,5,-5,5"), 0);
        for view in [View::Map, View::Surface] {
            let drawing = draw(&descent, &[], view);
            assert_eq!(
                drawing.marks.iter().any(|mark| mark.text == note),
                expected,
                "{formula} {view:?}"
            );
        }
    }
}

#[test]
fn a_view_that_a_function_does_not_have_stays_empty() {
    for (query, there) in [
        ("function=square&start=1", vec![View::Curve, View::Derivative]),
        ("function=bowl&start=1,1", vec![View::Map, View::Surface]),
    ] {
        for (name, view) in View::ALL {
            let drawing = draw(&ball(query, 0), &[], view);
            assert_eq!(drawing.marks.is_empty(), !there.contains(&view), "{query} {name}");
        }
    }
}
