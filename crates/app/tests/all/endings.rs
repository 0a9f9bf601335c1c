//! How runs end: at rest in each kind of place, at the limit of steps, outside the picture, and
//! what a neuron and a network have come to. Each end is told in one short sentence.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_app::told::State;
use downhill_view::options::show::View;

/// The most characters of an end's sentence: two lines of a headline.
const LONGEST: usize = 150;

/// A page at an address, all that is searched done.
fn open(query: &str) -> Page {
    let mut page = Page::open_with(query, &[View::Curve, View::Map]);
    page.frames(6000);
    page
}

/// Plays until it stops by itself; the sentence then.
fn played(page: &mut Page) -> String {
    page.act(Application::play);
    page.frames(6000);
    let State { playback, .. } = page.told();
    assert!(!playback.playing, "it stops by itself: step {}", page.iteration());
    let told = page.sentence();
    assert!(told.chars().count() <= LONGEST, "{told}");
    told
}

#[test]
fn a_run_ends_at_rest_with_the_kind_of_its_place() {
    let mut wrong = Vec::new();
    for (query, parts) in [
        // The lowest place, one of several, all along a valley.
        ("square&start=3&learning_rate=0.1", &["at the lowest place", "(the global minimum)"][..]),
        ("double_well&start=-0.5&learning_rate=0.02", &["lowest place in the picture", "after "]),
        (
            "himmelblau&start=-1,2&learning_rate=0.01",
            &["one of the 4 lowest places", "global minima"],
        ),
        ("(x-y)^2&start=2,1&learning_rate=0.1", &["a valley", "each place", "global minimum"]),
        ("|x|^3&start=1&learning_rate=0.1", &["at the lowest place"]),
        // A local minimum, with and without a lowest place.
        (
            "double_well&domain=-2,2&start=1.9&learning_rate=0.01",
            &[
                "a local (partial) minimum. The lowest place, the global minimum, is 2.4",
                " lower: try another start",
            ],
        ),
        ("x^3-3x&domain=-4,4&start=2&learning_rate=0.01", &["a local (partial) minimum", " lower"]),
        (
            "1/(x-3)%2Bx^2&start=1&domain=-4,4&learning_rate=0.01",
            &["local (partial) minimum", "elsewhere"],
        ),
        // A top, a saddle, level ground that is the lowest, and that is not.
        ("-x^2&start=1e-9&learning_rate=0.0001", &["on a top (a maximum)", "slope is 0", "push"]),
        ("x^2-y^2&start=2,0&learning_rate=0.1", &["on a saddle", "gradient is 0", "push"]),
        ("relu(x)&start=2&learning_rate=0.3", &["as low as it gets"]),
        ("x^3&start=1&domain=-2,2&learning_rate=0.1", &["level ground", "lower elsewhere"]),
        ("-e^(-x^2)&start=4.5&domain=-5,5&learning_rate=0.1", &["level ground", "lower elsewhere"]),
        // Outside of what was searched nothing is claimed.
        (
            "(x-3)^2&start=0&domain=-2,2&learning_rate=0.1",
            &["outside the picture, at x = ", "nobody"],
        ),
    ] {
        for scene in ["descent", "derivative", "gradient"] {
            let mut page = open(&format!("scene={scene}&iterations=0&function={query}"));
            let told = played(&mut page);
            let rest = ["It has come to rest"];
            let mut all = rest.iter().chain(parts);
            let rests = page.app.is_at_rest();
            let State { scene, .. } = page.told();
            if !all.all(|part| told.contains(part)) || !rests || scene.play == "play_again" {
                wrong.push(format!("{query}: {told} {parts:?}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn by_single_steps_the_end_is_told_too_and_not_where_a_ball_begins() {
    let mut page = open("function=square&start=3&learning_rate=0.4&iterations=0");
    assert!(!page.app.is_at_rest());
    while !page.app.is_at_rest() {
        assert!(!page.sentence().contains("come to rest"), "{}", page.sentence());
        page.step(1);
    }
    let by_hand = page.iteration();
    assert_says(&page.sentence(), &["lowest place", &format!("after {by_hand} steps")]);
    page.act(|app| app.seek(0));
    played(&mut page);
    assert_eq!(page.iteration(), by_hand, "playing stops at the same step");
    let start = open("function=x^2-y^2&start=0,0");
    assert_says(&start.sentence(), &["rests on a saddle"]);
    assert!(!start.sentence().contains("come to rest"));
}

#[test]
fn a_ball_whose_speed_carries_it_through_a_minimum_rolls_on() {
    for optimizer in ["momentum", "nesterov", "adam", "nadam", "rmsprop"] {
        let query = format!(
            "function=square&start=3&domain=-5,5&optimizer={optimizer}&learning_rate=0.05&iterations=0"
        );
        let mut page = open(&query);
        let told = played(&mut page);
        assert_says(&told, &["at the lowest place in the picture"]);
        // It has crossed the minimum before, which did not end the run.
        let (end, mut passed, mut last) = (page.iteration(), 0, 3.0);
        for step in 0..=end {
            page.act(|app| app.seek(step));
            let x = page.place()[0];
            passed += u32::from(x * last < 0.0);
            last = x;
        }
        if optimizer == "momentum" {
            assert!(passed > 3, "{optimizer}: {passed}");
        }
        // What comes is not to be seen.
        page.step(40);
        assert!(page.place()[0].abs() < 0.01 && page.app.is_at_rest(), "{optimizer}");
    }
}

#[test]
fn a_momentum_that_is_level_for_a_moment_is_not_at_rest() {
    // Its second step lands in the minimum, by its speed.
    let mut page = open("function=square&optimizer=momentum&start=1&learning_rate=0.5");
    page.step(1);
    assert!(page.place()[0].abs() < 1e-12 && page.reading("next_step").abs() > 0.5);
    assert!(!page.app.is_at_rest());
    assert_says(&page.sentence(), &["does not rest: its speed carries it on"]);
    page.act(Application::play);
    page.frames(3);
    assert!(page.iteration() > 1 && page.told().playback.playing);
}

#[test]
fn played_at_rest_a_run_goes_on_for_a_stretch_and_rolls_where_it_can() {
    let mut page = open("function=square&start=3&learning_rate=0.4&iterations=0");
    played(&mut page);
    let end = page.iteration();
    played(&mut page);
    assert_eq!(page.iteration(), end + 100);
    // A speck off a top it rolls down in the end.
    let mut page = open("function=double_well&start=0.1699384&learning_rate=0.01&iterations=0");
    page.step(1);
    assert_says(&page.sentence(), &["on a top"]);
    let ends: Vec<String> = (0..5).map(|_| played(&mut page)).collect();
    assert!(ends.iter().any(|told| told.contains("minimum")), "{ends:?}");
    // A number of steps is kept: at its end, it begins again.
    let mut page = open("function=square&start=3&learning_rate=0.4&iterations=60");
    played(&mut page);
    assert!(page.iteration() < 60);
    played(&mut page);
    assert_eq!(page.iteration(), 60);
    assert_eq!(page.told().scene.play, "play_again");
}

#[test]
fn a_few_steps_before_it_rests_the_limit_tells_where_it_is() {
    for (query, place) in [
        ("scene=descent", "local (partial) minimum: the global minimum is 2.44 lower"),
        ("scene=descent&start=-0.5", "the lowest place in the picture"),
    ] {
        let mut page = open(query);
        page.set("iterations", "0");
        while !page.app.is_at_rest() {
            page.step(1);
        }
        let rests = page.iteration();
        let mut page = open(&format!("{query}&iterations={}", rests - 3));
        assert_says(&played(&mut page), &["almost come to rest", "3 steps more", place]);
    }
    // As the scene opens.
    let told = played(&mut open("scene=descent"));
    assert_says(&told, &["almost come to rest", "2.44 lower", "All 50 steps are made"]);
}

#[test]
fn at_the_limit_of_steps_it_says_that_it_has_not_come_to_rest() {
    for (query, slope) in [
        ("function=square&start=3&learning_rate=0.001&iterations=50", "slope is still +"),
        (
            "function=himmelblau&start=-1,2&learning_rate=0.0001&iterations=50",
            "gradient is still (",
        ),
    ] {
        let mut page = open(query);
        let told = played(&mut page);
        assert_says(
            &told,
            &["All 50 steps are made", "not come to rest", slope, "number of steps"],
        );
        assert!(!page.app.is_at_rest());
        page.step(1);
        assert!(!page.sentence().contains("All "), "{}", page.sentence());
    }
}

#[test]
fn a_ball_that_leaves_the_picture_says_since_when_and_which_step_size_would_not() {
    for query in [
        "function=square&start=3&learning_rate=1.2&domain=-5,5",
        "function=bowl&start=-3,1&learning_rate=0.2",
    ] {
        let mut page = open(query);
        while !page.sentence().contains("left the picture") {
            page.step(1);
            assert!(page.iteration() < 30, "{}", page.sentence());
        }
        let told = page.sentence();
        assert_says(&told, &["each step was longer than the last", "From the same start"]);
        let rate = told.split("a step size of ").nth(1).and_then(|it| it.split(' ').next());
        let rate = rate.expect("a step size is told");
        assert!(told.chars().count() <= LONGEST, "{told}");
        page.step(30);
        assert_says(&page.sentence(), &["far outside the picture", rate, " comes to rest"]);
        // It does come to rest.
        page.act(|app| app.seek(0));
        page.set("learning_rate", rate);
        assert_says(&played(&mut page), &["It has come to rest"]);
    }
}

#[test]
fn the_search_that_is_not_done_claims_no_lowest_place() {
    let mut page =
        Page::open_with("function=himmelblau&start=3.1,2.1&learning_rate=0.02", &[View::Map]);
    page.step(60);
    assert_says(&page.note("spots_note"), &["Searching"]);
    assert_says(&page.sentence(), &["come to rest in a minimum, after 60 steps."]);
    page.frames(6000);
    assert_says(&page.sentence(), &["one of the 4 lowest places"]);
}

#[test]
fn a_neuron_comes_to_rest_where_no_other_does_better_and_only_there_says_so() {
    for (query, parts) in [
        ("", &["come to rest after ", "mean squared error is ", "no other weight and bias"][..]),
        ("&cost=half_squared_error", &["half mean squared error is ", "no other weight and bias"]),
        ("&cost=huber", &["mean Huber error is ", "no other weight and bias"]),
        ("&l2=0.1", &["come to rest", "no step leads on"]),
        ("&output_activation=tanh", &["come to rest", "no step leads on"]),
        ("&optimizer=momentum&learning_rate=0.05", &["come to rest", "no other weight and bias"]),
    ] {
        let mut page = open(&format!("scene=neuron&iterations=0{query}"));
        let told = played(&mut page);
        assert_says(&told, parts);
        assert!(page.app.is_at_rest(), "{query}");
        let here = page.reading("cost");
        if !told.contains("no other") {
            continue;
        }
        for nearby in [[0.1, 0.0], [-0.1, 0.0], [0.0, 0.1], [0.0, -0.1], [1.0, 1.0]] {
            let place: Vec<String> =
                page.place().iter().zip(nearby).map(|(at, by)| (at + by).to_string()).collect();
            let other = Page::open_empty(&format!("scene=neuron{query}&start={}", place.join(",")));
            assert!(other.reading("cost") > here, "{query}");
        }
    }
}

#[test]
fn a_neuron_that_has_not_come_to_rest_or_climbs_says_so() {
    let mut page = open("scene=neuron&learning_rate=0.01");
    assert_says(&played(&mut page), &["All 50 steps are made", " fell from ", "not come to rest"]);
    let mut page = open("scene=neuron&learning_rate=1.5&iterations=0");
    page.step(3);
    assert_says(&page.sentence(), &["Each step is too long", "the last 3 steps all led higher up"]);
    let told = played(&mut page);
    assert_says(&told, &["Stopped after ", "too large to compute", "smaller step size"]);
}

#[test]
fn a_networks_run_says_what_it_has_come_to_since_its_start() {
    for (query, parts) in [
        ("iterations=300", &["From ", " % to ", " % right in 300 steps", "“number of steps”"][..]),
        ("data=iris&epochs=3", &[" % right in 3 steps", "Stop after 3", "“number of epochs”"]),
        ("patience=20&learning_rate=1e-9", &[" right in 20 steps", "no progress", "“patience”"]),
        ("data=sunspots&iterations=20", &["mean squared error ", " from ", " to ", " in 20 steps"]),
    ] {
        let mut page = Page::open_empty(&format!("scene=network&{query}"));
        let start = page.told().numbers;
        page.act(Application::play);
        page.frames(2000);
        let told = page.sentence();
        assert_says(&told, parts);
        let share = start.iter().find(|it| it.key == "train_accuracy").map(|it| it.value);
        if let Some(share) = share {
            let now = page.reading("train_accuracy");
            let [from, to] = [share, now].map(|it| format!("{:.0} %", 100.0 * it));
            assert_says(&told, &["From ", &from, " to ", &to]);
        }
    }
}
