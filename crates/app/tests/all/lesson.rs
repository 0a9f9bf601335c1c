//! The lesson: its scenes, the four steps, time back and forth.

use crate::support::{Page, assert_near, assert_says, values_at, words};
use downhill_app::Application;
use downhill_app::told::Mode;
use downhill_app::told::answers::DrawnMark;
use downhill_core::{Descent, Experiment, Run};
use downhill_view::options::show::View;

const WELL: &str = "function=double_well&start=2&learning_rate=0.01";

#[test]
fn scrubbed_a_hundred_times_at_random_each_moment_is_the_same() {
    for query in [WELL, "batch_size=10&dropout=0.1"] {
        let mut page = Page::open_empty(query);
        page.play(60);
        page.act(|app| app.seek(0));
        let mut straight = vec![page.snapshot()];
        for _ in 0..60 {
            page.step(1);
            straight.push(page.snapshot());
        }
        for round in 0..100 {
            let to = [17, (round * 37) % 61, 60, (round * 53 + 7) % 61][round % 4];
            page.act(|app| app.seek(to as u32));
            assert_eq!(page.snapshot(), straight[to], "{query}: step {to}");
            assert!(page.told().timeline.text.ends_with(&format!(" {to} of 60")));
        }
        page.act(|app| app.seek(60));
        page.act(Application::step_back);
        assert_eq!(page.snapshot(), straight[59]);
    }
}

#[test]
fn so_large_a_step_climbs_and_the_timeline_tells_when() {
    let mut page = Page::open(WELL);
    page.play(30);
    let ghosts = |page: &Page| page.signed(View::Curve, "ghost").len();
    assert_eq!(ghosts(&page), 0);
    page.act(|app| app.seek(10));
    let there = (page.place(), page.reading("height"));
    page.set("learning_rate", "0.25");
    assert_eq!((page.place(), page.reading("height")), there, "up to here it is the first run");
    assert!(page.told().timeline.text.ends_with("10 of 10"));
    assert!(ghosts(&page) > 0);
    page.play(20);
    let (branch, query) = (page.snapshot(), page.query());
    let rose = page.told().timeline.rose.unwrap();
    page.act(|app| app.seek(rose));
    assert_says(&page.sentence(), &["higher up than before"]);
    let mut again = Page::open(&query);
    again.play(30);
    assert_eq!(again.snapshot(), branch);
    page.change(Application::reset).unwrap();
    assert_eq!(ghosts(&page), 0);
}

#[test]
fn the_last_change_of_any_control_is_taken_back_with_the_moment_it_was_made_in() {
    let mut page = Page::open(WELL);
    assert!(!page.told().playback.can_undo);
    page.step(5);
    let before = (page.snapshot(), page.experiment().clone());
    page.set("theme", "dark");
    let place = page.told().sliders["learning_rate"].place;
    for place in [place + 1, place + 2] {
        page.change(|app| app.set_place("learning_rate", place)).unwrap();
    }
    for _ in 0..2 {
        page.change(|app| app.move_ball([-10.0, 0.0])).unwrap();
    }
    assert_eq!(page.iteration(), 0);
    page.change(Application::undo).unwrap();
    assert_eq!(page.experiment().edits.len(), 1);
    page.change(Application::undo).unwrap();
    assert_eq!((page.snapshot(), page.experiment().clone()), before);
    assert_eq!(page.control("theme"), "dark");
    page.change(Application::undo).unwrap();
    assert_eq!(page.control("theme"), "auto");
    assert!(!page.told().playback.can_undo);
}

#[test]
fn each_address_leads_to_its_scene_and_each_scene_has_an_address() {
    for (query, scene, mode) in [
        ("", "derivative", Mode::Line),
        ("theme=dark", "derivative", Mode::Line),
        ("scene=derivative&start=1.2", "derivative", Mode::Line),
        ("scene=gradient", "gradient", Mode::Plane),
        ("function=wavy", "descent", Mode::Line),
        ("scene=neuron&learning_rate=0.1", "neuron", Mode::Neuron),
        ("scene=network", "network", Mode::Network),
        ("seed=3", "network", Mode::Network),
        ("weight=3", "network", Mode::Network),
        ("scene=network&function=wavy", "descent", Mode::Line),
    ] {
        let page = Page::open_empty(query);
        let told = page.told();
        assert_eq!((told.scene.id, told.scene.mode), (scene, mode), "{query}");
        assert_eq!(told.problems, [""; 0], "{query}");
        let again = Page::open_empty(&page.query());
        assert_eq!(again.told().scene, told.scene, "the address leads back");
        assert_eq!(again.experiment(), page.experiment(), "{query}");
    }
    let mut page = Page::open_empty("");
    for scene in ["gradient", "descent", "neuron", "network", "derivative"] {
        page.set("scene", scene);
        assert_eq!(page.told().scene.id, scene);
    }
    page.set("function", "wavy");
    assert_eq!(page.told().scene.id, "derivative", "a free change keeps the scene");
}

/// The experiment of the page's address, read as the command line reads it.
fn asked(page: &Page) -> Experiment {
    Experiment::from_query_with(&page.query(), &mut |_, _| Ok(())).0
}

#[test]
fn with_the_ball_at_x_1_2_all_numbers_agree() {
    for (scene, view) in
        [("derivative", View::Curve), ("descent", View::Curve), ("gradient", View::Map)]
    {
        let mut page = Page::open(&format!("scene={scene}"));
        let to = page.drawing(view).plot.unwrap().at(1.2, 2.0);
        assert!(page.app.grab(view, to));
        page.change(|app| app.place_ball(view, to)).unwrap();
        page.act(Application::let_go);
        let alone = Descent::new(&asked(&page)).unwrap();
        let at = alone.snapshot();
        assert_eq!((page.place()[0], &page.place()), (1.2, &at.x), "{scene}");
        let slope = if view == View::Map { "slope_x" } else { "slope" };
        let told = ["x", "height", slope].map(|key| page.reading(key));
        assert_eq!(told, [1.2, at.value, at.gradient[0]], "{scene}");
        let expected: &[&str] = match view {
            View::Map => &["(x, y) = (1.20"],
            // With smaller steps there are more digits.
            _ => &["x = 1.20", " the slope is +0.712"],
        };
        assert_says(&page.sentence(), expected);
        let drawing = page.marks(view);
        let plot = drawing.plot.as_ref().unwrap();
        let is_line =
            |mark: &&DrawnMark| mark.kind == "line" && mark.sign == "slope" && mark.size > 2.0;
        let mut lines = drawing.marks.iter().filter(is_line);
        let line = if view == View::Map { lines.next() } else { lines.next_back() }.unwrap();
        let [from, to] = [0, 1].map(|end| values_at(plot, line.points[end]));
        let (right, up) = (to.0 - from.0, to.1 - from.1);
        let (run, rise) = match view {
            View::Map => (at.gradient[0], at.gradient[1]),
            _ => (1.0, at.gradient[0]),
        };
        let most = 0.02 * up.hypot(right) * rise.hypot(run) + 0.005;
        assert!((up * run - rise * right).abs() <= most, "{scene}: the line drawn");
    }
}

#[test]
fn with_the_neurons_weight_at_1_2_all_numbers_agree() {
    for by_slider in [false, true] {
        let mut page = Page::open("scene=neuron");
        if by_slider {
            let (place, ..) = page.app.ball_places()[0];
            let right = ((1.2 - page.place()[0]) * 100.0).round() as usize;
            page.change(|app| app.slide_ball(0, place + right)).unwrap();
        } else {
            let to = page.drawing(View::Map).plot.unwrap().at(1.2, 0.5);
            page.change(|app| app.place_ball(View::Map, to)).unwrap();
        }
        let alone = Run::new(&asked(&page)).unwrap();
        let now = alone.snapshot();
        assert_eq!(page.place(), now.parameters);
        let [weight, bias] = now.parameters[..] else { panic!("a weight and a bias") };
        assert_eq!((weight, bias), (1.2, if by_slider { 1.5 } else { 0.5 }));
        for (key, value) in [
            ("neuron_weight", weight),
            ("neuron_bias", bias),
            ("cost", now.batch_loss),
            ("slope_weight", now.gradient[0]),
            ("slope_bias", now.gradient[1]),
            ("step_weight", now.next[0] - weight),
            ("step_bias", now.next[1] - bias),
        ] {
            assert_eq!(page.reading(key), value, "{key}");
        }
        for ((place, _, text), (value, low)) in
            page.app.ball_places().into_iter().zip([(weight, -2.7), (bias, -2.0)])
        {
            assert_eq!(place, ((value - low) * 100.0_f64).round() as usize);
            assert_eq!(text.replace('−', "-").parse::<f64>().unwrap(), value);
        }
        // Three digits that count.
        let digits = |value: f64| {
            let decimals = (2 - value.abs().log10().floor() as i32).max(0) as usize;
            format!("{:.decimals$}", value.abs())
        };
        let signed =
            |value: f64| format!("{}{}", if value < 0.0 { '−' } else { '+' }, digits(value));
        let (bias, loss) = (digits(bias), digits(now.batch_loss));
        let told = format!(
            "At weight 1.20, bias {bias} the neuron has a cost (mean squared error) of {loss};"
        );
        let slopes = [now.gradient[0], now.gradient[1]].map(signed).join(", ");
        assert_says(&page.sentence(), &[&told, &format!("gradient is ({slopes})")]);
        // The line goes through the neuron's answers.
        let drawing = page.marks(View::Boundary);
        let plot = drawing.plot.as_ref().unwrap();
        let is_line = |mark: &&DrawnMark| mark.kind == "line" && mark.sign == "ball";
        let line = drawing.marks.iter().rfind(is_line).unwrap();
        for end in [line.points.first(), line.points.last()] {
            let (x, y) = values_at(plot, *end.unwrap());
            assert_near(y, weight * x + now.parameters[1], 0.01, "the line drawn");
        }
    }
}

/// The states 0 … 50 of the page's experiment alone: θ or the ball's place, gradient, epoch.
fn alone(page: &Page) -> Vec<(Vec<f64>, Vec<f64>, u32)> {
    let experiment = asked(page);
    if experiment.function.is_some() {
        let mut descent = Descent::new(&experiment).unwrap();
        let state = |descent: &Descent| {
            let now = descent.snapshot();
            (now.x.clone(), now.gradient.clone(), 0)
        };
        let mut states = vec![state(&descent)];
        states.extend((0..50).map(|_| {
            assert!(descent.step());
            state(&descent)
        }));
        return states;
    }
    let mut run = Run::new(&experiment).unwrap();
    let state = |run: &Run| {
        let now = run.snapshot();
        (now.parameters.clone(), now.gradient.clone(), now.epoch)
    };
    let mut states = vec![state(&run)];
    states.extend((0..50).map(|_| {
        assert!(run.step());
        state(&run)
    }));
    states
}

#[test]
fn the_four_steps_light_one_after_the_other_with_the_numbers_of_the_run() {
    for (query, network) in [
        ("scene=descent", false),
        ("scene=neuron", false),
        ("scene=network&batch_size=25&iterations=50", true),
    ] {
        let mut page = Page::open_empty(query);
        let states = alone(&page);
        for step in 0..50 {
            let (here, gradient, _) = &states[step];
            let next = &states[step + 1].0;
            for part in 0..4 {
                if network && part == 0 {
                    // Stages of its own: two layers forward, the cost, and back.
                    (0..5).for_each(|_| page.act(Application::next_part));
                }
                let steps = page.told().steps;
                let made = if part == 3 { step + 1 } else { step };
                let lit: Vec<bool> = steps.iter().map(|it| it.lit).collect();
                assert_eq!(lit, [0, 1, 2, 3].map(|it| it == part), "{query}: {step}, {part}");
                assert_eq!(steps[0].values, *gradient);
                assert_eq!(steps[1].values, gradient.iter().map(|it| -it).collect::<Vec<_>>());
                assert_eq!(steps[2].values, *next);
                assert_eq!(steps[3].values, [made as f64]);
                assert_eq!(page.place(), if part == 3 { next } else { here }[..]);
                if network {
                    // Ten steps for 240 samples: the last has what is left of them.
                    let (epoch, seen) = (states[made].2 + 1, 25 * (made % 10));
                    let line = format!("epoch {epoch}: {seen} of 240 samples seen");
                    assert_eq!(steps[3].line, line);
                    let batch = if step % 10 == 9 { 15 } else { 25 };
                    assert_says(&steps[0].line, &[&format!("mean of {batch};")]);
                }
                page.act(Application::next_part);
            }
        }
        assert_says(&words(&page.told().steps[3].words), &["Stop: all 50 steps are made"]);
    }
}

#[test]
fn the_neuron_tells_rightly_what_one_chooses_and_what_does_not_fit() {
    let mut page = Page::open("scene=neuron&learning_rate=0.1");
    let run = page.app.subject().run().unwrap();
    let now = run.snapshot().clone();
    assert_eq!(now.parameters, [-0.5, 1.5], "the rest is the scene's");
    let expected = now.parameters.iter().zip(&now.gradient).map(|(at, slope)| at - 0.1 * slope);
    assert_eq!(now.next, expected.collect::<Vec<_>>());
    // While they all fit into the picture, the squares' areas are what the cost is the mean of.
    let squares = |page: &Page| -> Vec<f64> {
        let drawing = page.marks(View::Boundary);
        let plot = drawing.plot.unwrap();
        let unit = (plot.to.1 - plot.from.1) / (plot.y.1 - plot.y.0);
        let all = drawing.marks.iter().filter(|it| it.kind == "polygon" && it.sign == "slope");
        let area = |points: &[(f64, f64)]| {
            ((points[2].1 - points[1].1) * (points[1].0 - points[0].0)).abs() / unit.powi(2)
        };
        all.map(|mark| area(&mark.points)).collect()
    };
    page.step(10);
    let areas = squares(&page);
    let loss = |page: &Page| page.app.subject().run().unwrap().snapshot().batch_loss;
    assert_eq!(areas.len(), 24);
    assert!((areas.iter().sum::<f64>() / 24.0 - loss(&page)).abs() < 0.02 * loss(&page));
    for (cost, name, many) in [
        ("absolute_error", "mean absolute error", 0),
        ("huber", "mean Huber error", 0),
        ("half_squared_error", "half mean squared error", 24),
    ] {
        page.set("cost", cost);
        assert_says(&page.sentence(), &[&format!("has a cost ({name}) of ")]);
        assert_says(&page.note("boundary_note"), &[name]);
        assert_eq!(squares(&page).len(), many, "{cost}");
    }
    page.set("data", "petals");
    assert_eq!(page.told().scene.id, "neuron");
    page.play(60);
    assert_eq!(page.iteration(), 50);
    assert!(loss(&page) < 0.2, "the step size suits the data: {}", loss(&page));
    assert_eq!(page.told().options.choices["data"], ["nebulae", "petals", "sunspots", "co2"]);
    let before = page.snapshot();
    let wrong = page.change(|app| app.set("data", "iris")).unwrap_err().to_string();
    assert_says(&wrong, &["one input and one value"]);
    assert_eq!(page.snapshot(), before);
    let other = Page::open_empty("scene=neuron&data=penguins");
    assert_says(&other.told().problems.join(" "), &["one input and one value"]);
    assert_eq!(other.told().scene.id, "neuron");
}

#[test]
fn a_scene_that_one_comes_back_to_is_as_it_was_left() {
    let mut page = Page::open("scene=descent");
    page.set("function", "x^2 + x");
    page.step(3);
    let left = page.query();
    page.set("scene", "network");
    page.set("learning_rate", "0.1");
    page.set("scene", "descent");
    assert_eq!((page.query(), page.iteration()), (left, 3));
    page.set("scene", "network");
    assert_eq!(page.settings().learning_rate, 0.1);
    // Chosen where one is, it begins anew.
    page.set("scene", "network");
    assert_eq!(page.query(), Page::open("scene=network").query());
}
