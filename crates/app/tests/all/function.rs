//! A ball on a function: stepped, put elsewhere, explained, looked at more closely.

use crate::support::{Page, assert_near, assert_says, values_at};
use downhill_app::Application;
use downhill_app::told::answers::DrawnMark;
use downhill_core::Descent;
use downhill_core::function::FUNCTIONS;
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::run::snapshot::Status;
use downhill_view::options::show::View;

/// The ball's descent.
fn descent(page: &mut Page) -> &Descent {
    match page.app.subject() {
        downhill_app::Subject::Ball(ball) => ball.descent(),
        downhill_app::Subject::Network(_) => panic!("a network"),
    }
}

/// A line's run and rise in the values of the axes.
fn slope(page: &Page, view: View, mark: &DrawnMark) -> (f64, f64) {
    let plot = page.marks(view).plot.unwrap();
    let [from, to] = [0, 1].map(|end| values_at(&plot, mark.points[end]));
    (to.0 - from.0, to.1 - from.1)
}

#[test]
fn a_function_takes_the_networks_place_and_undo_leads_back_to_it() {
    let mut page = Page::open("seed=3");
    page.set("scene", "descent");
    assert_says(&page.query(), &["function=double_well&"]);
    assert_eq!(page.control("function"), "x^4 - 3x^2 + x");
    assert_eq!(page.told().function.id, "double_well");
    page.step(1);
    page.change(Application::undo).unwrap();
    assert_eq!(page.query(), "seed=3");
    page.play(5);
    assert_eq!(page.iteration(), 5);
}

#[test]
fn the_sentence_the_numbers_the_pictures_and_the_run_agree() {
    let mut page = Page::open("function=double_well&start=1.2&learning_rate=0.1");
    let told = "At x = 1.20 the slope is +0.712, so downhill is to the left. With a step size of \
                0.1 the ball moves 0.07 left, to 1.13.";
    assert_says(&page.sentence(), &[told]);
    for _ in 0..3 {
        let at = descent(&mut page).snapshot().clone();
        let (next, x) = (descent(&mut page).next()[0], at.x[0]);
        let told = ["x", "height", "slope", "next_step"].map(|key| page.reading(key));
        assert_eq!(told, [x, at.value, at.gradient[0], next - x]);
        assert_near(page.reading("second_derivative"), 12.0 * x * x - 6.0, 1e-12, "bend");
        let tangent = page.signed(View::Curve, "slope");
        let tangent = tangent.iter().find(|mark| mark.kind == "line").unwrap();
        let (run, rise) = slope(&page, View::Curve, tangent);
        assert_near(rise / run, at.gradient[0], 0.02, "the tangent drawn");
        page.step(1);
        assert_eq!(page.place(), [next]);
    }
}

#[test]
fn the_ball_is_put_on_the_curve_and_moved_by_round_numbers() {
    let mut page = Page::open("function=double_well");
    let at = page.drawing(View::Curve).plot.unwrap().at(1.2, 0.0);
    page.change(|app| app.place_ball(View::Curve, at)).unwrap();
    page.act(Application::let_go);
    assert_says(&page.query(), &["start=1.2&"]);
    assert_says(&page.sentence(), &["At x = 1.20"]);
    page.change(|app| app.move_ball([-10.0, 0.0])).unwrap();
    page.change(|app| app.move_ball([1.0, 0.0])).unwrap();
    assert_eq!(page.place(), [1.11]);
}

#[test]
fn on_the_map_uphill_and_step_are_two_arrows_in_equal_scales() {
    let mut page = Page::open("function=himmelblau&start=4,4&learning_rate=0.01");
    let at = page.drawing(View::Map).plot.unwrap().at(-2.0, 3.0);
    page.change(|app| app.place_ball(View::Map, at)).unwrap();
    let (now, next) = (descent(&mut page).snapshot().clone(), descent(&mut page).next());
    assert!((now.x[0] + 2.0).abs() < 0.03 && (now.x[1] - 3.0).abs() < 0.03, "{:?}", now.x);
    assert_says(&page.query(), &[&format!("start={}%2C{}", now.x[0], now.x[1])]);
    let direction = |sign: &str| {
        let marks = page.signed(View::Map, sign);
        let arrow = marks.iter().find(|mark| mark.kind == "line" && mark.size > 2.0).unwrap();
        let (x, y) = slope(&page, View::Map, arrow);
        [x / x.hypot(y), y / x.hypot(y)]
    };
    let (up, down) = (direction("slope"), direction("step"));
    for axis in 0..2 {
        assert_near(up[axis], now.gradient[axis] / now.gradient_norm, 0.02, "uphill");
        assert_near(up[axis], -down[axis], 0.02, "the step");
        assert_near(next[axis], now.x[axis] - 0.01 * now.gradient[axis], 1e-12, "next");
    }
    let (across, upwards) = page.drawing(View::Map).plot.unwrap().per_unit();
    assert_near(across / upwards, 1.0, 0.01, "equal scales");
}

#[test]
fn from_each_corner_of_himmelblaus_function_the_ball_rolls_to_another_bottom() {
    let mut page = Page::open("function=himmelblau&learning_rate=0.01&iterations_per_frame=100");
    let mut ends = Vec::new();
    for start in ["4,4", "-4,4", "-4,-4", "4,-4"] {
        page.set("start", start);
        page.play(8);
        assert_says(&page.sentence(), &["come to rest", "minim"]);
        ends.push(page.place().iter().map(|x| format!("{x:.2}")).collect::<Vec<_>>().join(","));
    }
    assert_eq!(ends, ["3.00,2.00", "-2.81,3.13", "-3.78,-3.28", "3.58,-1.85"]);
}

#[test]
fn a_start_that_does_not_fit_is_told_and_the_usual_one_taken() {
    let page = Page::open("function=himmelblau&start=4");
    assert_says(&page.told().problems.join(" "), &["2 variables"]);
    assert_eq!(page.place().len(), 2);
}

#[test]
fn the_step_size_changes_on_the_way_and_leaving_and_flying_off_are_told() {
    let mut page = Page::open("function=square&start=3&learning_rate=0.1");
    page.step(1);
    page.set("learning_rate", "1.2");
    assert_says(&page.query(), &["edits=1%3Alearning_rate%3A1.2"]);
    page.step(1);
    assert_says(&page.sentence(), &["Overshot"]);
    let window = page.drawing(View::Curve).plot;
    page.step(8);
    assert_says(&page.sentence(), &["left the picture"]);
    assert_eq!(page.drawing(View::Curve).plot, window, "the picture stays");
    page.set("iterations_per_frame", "100");
    page.set("iterations", "0");
    page.play(30);
    assert_says(&page.sentence(), &["Stopped before step ", ": ", "too large"]);
    assert!(page.told().playback.diverged);
    page.change(Application::reset).unwrap();
    assert!(!page.told().playback.diverged);
}

#[test]
fn every_function_rolls_down_with_any_optimizer() {
    let mut page = Page::open("function=square&iterations=0");
    assert_eq!(page.told().options.functions.len(), FUNCTIONS.len());
    page.set("iterations_per_frame", "50");
    for function in FUNCTIONS {
        page.set("function", function.id);
        let before = descent(&mut page).snapshot().value;
        page.play(2);
        // A run that has come to rest has stopped by itself.
        let rests = page.app.is_at_rest();
        assert!(page.iteration() == 100 || rests, "{}", function.id);
        assert!(descent(&mut page).snapshot().value < before, "{}", function.id);
    }
    for optimizer in OPTIMIZERS {
        page.set("optimizer", optimizer.id);
        page.step(2);
        assert_eq!(page.iteration(), 2, "{}", optimizer.id);
    }
}

#[test]
fn looked_at_more_closely_the_run_is_where_it_was() {
    let ends = |page: &Page| -> Vec<f64> {
        page.told().function.domain.iter().map(|end| end.parse().unwrap()).collect()
    };
    for (query, view) in [
        ("function=himmelblau&start=-1,2&learning_rate=0.01", View::Map),
        ("function=double_well&start=1", View::Curve),
        ("function=himmelblau&start=-1,2", View::Surface),
    ] {
        let mut page = Page::open(query);
        page.step(5);
        let (before, domain) = (page.snapshot(), ends(&page));
        let middle = (210.0, 160.0);
        page.change(|app| app.zoom(view, middle, true)).unwrap();
        let closer = ends(&page);
        for (new, old) in closer.chunks(2).zip(domain.chunks(2)) {
            let ratio = (new[1] - new[0]) / (old[1] - old[0]);
            assert!((0.7..0.95).contains(&ratio), "{query} {ratio}");
        }
        assert_eq!(page.snapshot(), before);
        for _ in 0..2 {
            page.change(|app| app.zoom(view, middle, false)).unwrap();
        }
        let wider = ends(&page);
        assert!(wider[1] - wider[0] > closer[1] - closer[0]);
        assert_eq!(page.snapshot(), before);
    }
}

#[test]
fn it_stops_after_its_steps_on_level_ground_and_when_numbers_end() {
    for (query, iteration, told) in [
        ("scene=descent&iterations=50", Some(50), "all 50 steps"),
        (
            "function=square&start=3&learning_rate=0.4&iterations=500",
            None,
            "gradient is as good as 0",
        ),
        ("function=quartic&start=3&learning_rate=1&iterations=500", None, "cannot be computed"),
    ] {
        let mut page = Page::open(query);
        page.act(Application::play);
        page.frames(600);
        let state = page.told();
        assert!(!state.playback.playing, "{query}");
        assert_says(&crate::support::words(&state.steps[3].words), &[told]);
        assert!(iteration.is_none_or(|iteration| page.iteration() == iteration), "{query}");
    }
}

#[test]
fn what_is_in_sight_and_the_bowls_condition_number_are_chosen() {
    let mut page = Page::open("function=double_well&start=2");
    assert!(!page.told().function.conditioned);
    page.set("domain", "0,2.5");
    assert_says(&page.query(), &["domain=0%2C2.5"]);
    assert_eq!(page.drawing(View::Curve).plot.unwrap().x, (0.0, 2.5));
    assert_eq!(page.place(), [2.0]);
    page.set("domain", "0,1");
    let x = page.place()[0];
    assert!(x > 0.0 && x < 1.0, "a start out of sight is another");
    let wrong = page.change(|app| app.set("domain", "0,-1")).unwrap_err().to_string();
    assert_says(&wrong, &["lowest and the highest x"]);
    page.set("function", "bowl");
    assert!(!page.query().contains("domain"));
    assert!(page.told().function.conditioned);
    assert_eq!(page.told().function.domain.len(), 4);
    page.set("condition_number", "50");
    assert_eq!(page.control("function"), "x^2 + 50y^2");
    assert_eq!(page.told().function.id, "bowl");
    page.set("function", "saddle");
    assert!(!page.query().contains("condition_number"));
}

#[test]
fn stationary_points_are_searched_for_in_slices_then_listed() {
    let mut page = Page::open("function=himmelblau");
    assert_says(&page.note("spots_note"), &["Searching"]);
    assert!(page.frames(400) < 400, "and then no frame is asked for");
    assert_says(&page.note("spots_note"), &["grid of 201 × 201 points"]);
    let spots = page.told().function.spots;
    let lowest: Vec<_> = spots.iter().filter(|spot| spot.sign == "★").collect();
    let mut places: Vec<_> = lowest.iter().map(|spot| spot.place.as_str()).collect();
    places.sort_unstable();
    let expected = ["(3.000, 2.000)", "(3.584, −1.848)", "(−2.805, 3.131)", "(−3.779, −3.283)"];
    assert_eq!(places, expected);
    assert_eq!(spots.len(), 9);
    page.set("function", "x^4 - 3x^2 + x");
    page.frames(400);
    let spots = page.told().function.spots;
    assert_eq!((&*spots[0].place, &*spots[0].value), ("−1.301", "−3.514"));
}

#[test]
fn a_ball_that_comes_to_a_place_without_a_value_tells_so() {
    for (text, start, rate, told) in [
        ("sqrt(x)", "0.5", "0.5", ["Stopped at step ", ": the step went to x = −", " no value"]),
        ("ln(x)", "0.3", "0.5", ["Stopped at step 1: ", "went to x = −1.367, ", " no value"]),
        ("x^x", "2", "1", ["Stopped at step 1", ": ", " no value"]),
        ("1/x", "-0.5", "0.125", ["Stopped at step 1: ", "the step went to x = 0, ", " no value"]),
        ("ln(x y)", "1,0.1", "0.1", ["Stopped at step 1", ": ", " no value"]),
        ("sqrt(1-x^2-y^2)", "0.9,0", "0.1", ["Stopped at step 1", ": ", " no value"]),
        ("1/(x^2+y^2)", "0,0", "0.1", ["No value here", ": at (x, y) = ", "(0, 0)"]),
        ("1/(x-y)", "1,1", "0.1", ["No ", "value ", "here"]),
        ("ln(x)", "-1", "0.1", ["No value here", ": at x = ", "−1.000"]),
        ("tan(x)", "-1", "2", ["The ball is", " far outside ", "the picture"]),
        ("exp(x^2)", "30", "0.1", ["Too ", "high ", "here"]),
        ("sqrt(-1-x^2)", "1", "0.1", ["No value", " in this ", "picture"]),
        ("ln(-1-x^2-y^2)", "1,1", "0.1", ["No value", " in this ", "picture"]),
    ] {
        let mut page = Page::open("function=square");
        page.set("function", text);
        page.set("learning_rate", rate);
        page.set("start", start);
        if page.app.subject().status() == Status::Running {
            page.play(30);
        }
        assert_says(&page.sentence(), &told);
    }
    for text in ["ln(x)", "sqrt(1-x^2-y^2)", "ln(x y)", "ln(x - 4.9)", "x^x"] {
        let mut page = Page::open("function=square");
        page.set("function", text);
        assert!(!page.sentence().contains("No value"), "{text}: a start that has a value");
    }
}

#[test]
fn a_formula_of_an_address_that_is_none_is_told_and_the_rest_is_there() {
    let page = Page::open("function=x%5E%5E2&seed=3");
    let told = "Function: At character 2: After ^ comes the exponent";
    assert!(page.told().problems[0].starts_with(told), "{:?}", page.told().problems);
    assert_eq!(page.app.subject().run().map(|run| run.experiment().seed), Some(3));
    let other = Page::open("function=x%5E2&domain=0,1,0,1");
    assert_says(&other.told().problems.join(" "), &["one variable"]);
    assert_eq!(other.place().len(), 1);
}

#[test]
fn one_of_the_list_is_edited_and_chosen_again() {
    let mut page = Page::open("function=square");
    page.set("function", "rosenbrock");
    assert_eq!(page.control("function"), "(1 - x)^2 + 100(y - x^2)^2");
    page.set("function", "(1 - x)^2 + 100(y - x^2)^2 + 1");
    assert_eq!(page.told().function.id, "");
    assert_says(&page.query(), &["function=%281"]);
    page.set("function", "rosenbrock");
    assert_eq!(page.control("function"), "(1 - x)^2 + 100(y - x^2)^2");
    assert_says(&page.query(), &["function=rosenbrock&"]);
}
