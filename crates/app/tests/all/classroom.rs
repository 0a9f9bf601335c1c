//! A class: locked settings stay as they are by whatever way, goals are judged, and a result's
//! code belongs to its link.

use crate::support::{Page, assert_says};
use downhill_app::told;
use downhill_app::{Application, Checked, Standing};
use downhill_core::Error;
use downhill_view::options::show::{Chart, View};
use downhill_view::text::native::ENGLISH;

fn refused(page: &mut Page, change: impl FnOnce(&mut Application) -> Result<(), Error>) -> String {
    let (query, iteration) = (page.query(), page.iteration());
    let error = page.change(change).unwrap_err();
    assert_eq!((page.query(), page.iteration()), (query, iteration), "{error}");
    error.to_string()
}

#[test]
fn a_locked_setting_stays_by_whatever_way() {
    let mut page = Page::open("scene=network&seed=5&lock=learning_rate,seed,layers,weight_value");
    page.step(3);
    for (key, value) in [
        ("learning_rate", "0.5"),
        ("seed", "6"),
        ("layers", "8"),
        ("weight_3", "1"),
        ("weight_value", "1"),
        ("scene", "descent"),
        ("example", "moons_deep"),
        ("lock", ""),
        ("goal", "loss<9"),
        // It brings a learning rate of its own.
        ("optimizer", "adam"),
    ] {
        let told = refused(&mut page, |app| app.set(key, value));
        assert_says(&told, &["The link keeps", "as it is"]);
    }
    refused(&mut page, |app| app.set_place("learning_rate", 3));
    refused(&mut page, |app| app.set_place("weight_value", 3));
    refused(&mut page, Application::new_start);
    // What is free can be changed, and undone; a reset leaves all as it is.
    page.set("batch_size", "10");
    page.set("theme", "dark");
    page.change(Application::undo).unwrap();
    page.change(Application::undo).unwrap();
    page.change(Application::reset).unwrap();
    assert_eq!((page.settings().seed, page.control("theme")), (5, "auto".to_string()));
    assert_eq!(page.query(), "seed=5&lock=learning_rate+seed+layers+weight_value");
}

#[test]
fn a_locked_start_cannot_be_dragged_away() {
    for (scene, view) in [("derivative", View::Curve), ("gradient", View::Map)] {
        let mut page = Page::open(&format!("scene={scene}&lock=start"));
        let told = refused(&mut page, |app| app.place_ball(view, (100.0, 100.0)));
        assert_says(&told, &["“start”"]);
        refused(&mut page, |app| app.move_ball([1.0, 0.0]));
        refused(&mut page, |app| app.set_place("ball_x", 3));
    }
}

#[test]
fn all_locks_whatever_makes_another_run_and_nothing_else() {
    let mut page = Page::open_empty("scene=network&lock=all");
    for (key, value) in
        [("batch_size", "3"), ("data", "moons"), ("beta1", "0.5"), ("iterations", "7")]
    {
        refused(&mut page, |app| app.set(key, value));
    }
    refused(&mut page, |app| app.open_text("x,y\n1,2\n2,3\n3,4\n4,5\n5,6\n6,7"));
    refused(&mut page, |app| app.toggle_feature("x1^2"));
    for (key, value) in [("theme", "dark"), ("chart", "weights"), ("weight", "2")] {
        page.set(key, value);
    }
    page.step(5);
    let told = page.told();
    let keys = told.locked.unwrap().keys;
    for key in ["scene", "learning_rate", "seed", "data", "example", "optimizer", "freeze"] {
        assert!(keys.contains(&key), "{key}");
    }
    for key in ["theme", "chart", "weight", "iterations_per_frame"] {
        assert!(!keys.contains(&key), "{key}");
    }
}

#[test]
fn half_the_step_size_is_not_offered_where_it_is_locked() {
    let query = "function=x^2&start=1&learning_rate=1e6";
    for (lock, offered) in [("", true), ("&lock=learning_rate", false)] {
        let mut page = Page::open(&format!("{query}{lock}"));
        page.step(300);
        assert_eq!(page.told().playback.can_halve, offered, "{lock}");
        if !offered {
            let before = page.query();
            page.change(Application::halve).unwrap();
            assert_eq!(page.query(), before);
        }
    }
}

#[test]
fn what_is_locked_is_said() {
    let told = Page::open_empty("scene=descent&lock=learning_rate,seed").told().locked.unwrap();
    assert_eq!(told.text, "The link keeps these as they are: step size, seed.");
    assert!(Page::open_empty("scene=descent").told().locked.is_none());
    for (query, parts) in [
        ("scene=descent&lock=velocity", &["lock = “velocity”", "left out"][..]),
        ("scene=descent&goal=soon", &["goal = “soon”", "loss<0.1 in 50", "left out"]),
        ("scene=network&goal=lowest", &["this is a network", "goal=loss<0.1"]),
        ("scene=descent&goal=test_loss<1", &["no test samples"]),
        ("scene=network&test_fraction=0&goal=test_loss<1", &["no test samples"]),
    ] {
        let told = Page::open_empty(query).told();
        assert_eq!(told.problems.len(), 1, "{query}: {:?}", told.problems);
        assert_says(&told.problems[0], parts);
        assert!(told.goal.is_none() && told.locked.is_none(), "{query}");
    }
}

#[test]
fn a_goal_is_judged_at_each_step() {
    let mut page = Page::open_empty("scene=network&goal=loss<0.3 in 500");
    let goal = |page: &Page| page.told().goal.unwrap();
    assert_says(&goal(&page).text, &["Goal: loss under 0.3 within 500 steps. Now ", " at step 0."]);
    let mut reached = None;
    while page.iteration() < 500 && reached.is_none() {
        page.step(1);
        let low = page.reading("train_loss") < 0.3;
        assert_eq!(goal(&page).reached.is_some(), low, "step {}", page.iteration());
        reached = low.then(|| page.iteration());
    }
    let reached = reached.expect("it is reached");
    page.step(5);
    assert_eq!(page.app.standing(), Some(Standing::Reached(reached)));
    assert_says(&goal(&page).text, &[&format!("Reached at step {reached}.")]);
    // Before, it is open again.
    page.act(|app| app.seek(reached - 1));
    assert_eq!((goal(&page).standing, goal(&page).reached), ("open", None));
    // A link to a step knows it, too.
    let mut other = Page::open_empty(&format!("scene=network&goal=loss<0.3&at={}", reached + 5));
    other.frames(10_000);
    assert_eq!(other.app.standing(), Some(Standing::Reached(reached)));
}

#[test]
fn a_run_that_plays_stops_at_its_goal_and_at_its_last_step() {
    let reached = |query: &str, frames: u32| {
        let mut page = Page::open_empty(query);
        page.frames(2000);
        page.act(Application::play);
        page.frames(frames);
        assert!(!page.told().playback.playing, "{query}");
        (page.app.standing(), page.iteration(), page.told().goal.unwrap().text)
    };
    let (standing, at, text) = reached("scene=network&goal=loss<0.2&iterations_per_frame=10", 2000);
    assert_eq!(standing, Some(Standing::Reached(at)));
    assert_says(&text, &["loss under 0.2. Reached at step"]);
    let (standing, at, text) = reached("scene=network&goal=loss<0.001 in 30", 100);
    assert_eq!((standing, at), (Some(Standing::Missed), 30));
    assert_says(&text, &["Not reached", "try again"]);
}

#[test]
fn the_lowest_place_is_found_and_a_dip_is_not_it() {
    let found = |query: &str| {
        let mut page = Page::open_empty(query);
        page.frames(3000);
        page.act(Application::play);
        page.frames(3000);
        (page.app.standing(), page.told().goal.unwrap().text)
    };
    let of = "function=x^4-2x^2%2B0.3x&domain=-2,2&learning_rate=0.05&goal=lowest";
    let (standing, text) = found(&format!("{of}&start=-1.8"));
    assert!(matches!(standing, Some(Standing::Reached(_))), "{text}");
    let (standing, text) = found(&format!("{of}&start=1.8"));
    assert_eq!(standing, Some(Standing::Open), "{text}");
    assert_says(&text, &["find the lowest place. Not there yet at step"]);
    let (standing, text) = found("function=x^3&domain=-2,2&start=1.8&goal=lowest");
    assert_eq!(standing, None, "{text}");
    assert_says(&text, &["no lowest place is found"]);
    // A race has many balls, and no goal.
    let race = Page::open_empty("scene=descent&race=0.01,0.1&goal=lowest");
    assert_eq!((race.app.standing(), race.app.result_code()), (None, None));
}

#[test]
fn a_link_for_a_class_has_the_lock_the_goal_and_the_seed() {
    let mut page = Page::open("scene=network&data=moons");
    page.step(4);
    page.set("learning_rate", "0.2");
    let query = page.app.class_query("learning_rate data", "loss<0.25 in 80", "9").unwrap();
    let class = Page::open(&query);
    assert_eq!(class.told().problems, [""; 0]);
    assert_eq!((class.iteration(), class.settings().seed), (0, 9));
    assert_eq!(class.settings().learning_rate, 0.2);
    assert_says(&class.told().goal.unwrap().text, &["loss under 0.25 within 80 steps"]);
    assert_eq!(class.told().edits, [""; 0]);
    for (lock, goal, seed, says) in [
        ("x", "", "1", "lock"),
        ("", "fast", "1", "goal"),
        ("", "", "-1", "seed"),
        ("", "lowest", "1", "network"),
    ] {
        let error = page.app.class_query(lock, goal, seed).unwrap_err();
        assert_says(&page.app.explained(&error), &[says]);
    }
}

#[test]
fn a_code_says_what_was_reached_and_belongs_to_its_link() {
    let query = "scene=network&lock=all&goal=loss<0.3 in 500";
    let mut page = Page::open_empty(query);
    page.step(7);
    let code = page.app.result_code().unwrap();
    let open = Checked { reached: false, step: 7 };
    assert_eq!(Application::check_code(query, &code, ENGLISH), Ok(open));
    assert_says(&told::checked(&page.app, query, &code).unwrap(), &["not reached, up to step 7"]);
    while !matches!(page.app.standing(), Some(Standing::Reached(_))) {
        page.step(1);
    }
    let reached = page.app.result_code().unwrap();
    let at = page.iteration();
    let checked = Checked { reached: true, step: at };
    assert_eq!(Application::check_code(query, &reached, ENGLISH), Ok(checked));
    // Whatever is free may be another.
    page.set("theme", "dark");
    assert_eq!(page.app.result_code().as_deref(), Some(reached.as_str()));
    for other in [
        "scene=network&lock=all&goal=loss<0.2 in 500",
        "scene=network&lock=all&goal=loss<0.3 in 500&seed=2",
        "scene=network&lock=seed&goal=loss<0.3 in 500",
        "scene=network&lock=all&goal=loss<0.3 in 500&learning_rate=0.5",
    ] {
        let error = Application::check_code(other, &reached, ENGLISH).unwrap_err().to_string();
        assert_says(&error, &["does not belong to this link"]);
    }
    // One sign that is another is found, all but a few in half a million times.
    let mut passed = 0;
    for (place, sign) in reached.char_indices() {
        for digit in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|it| *it != sign) {
            let mut tampered = reached.clone();
            tampered.replace_range(place..=place, &digit.to_string());
            if sign != '-' {
                passed += u32::from(Application::check_code(query, &tampered, ENGLISH).is_ok());
            }
        }
    }
    assert_eq!(passed, 0);
    for (code, says) in [("", "eight letters"), ("3K7M-Q2Z", "eight"), ("3K7M-Q2ZU", "eight")] {
        assert_says(
            &Application::check_code(query, code, ENGLISH).unwrap_err().to_string(),
            &[says],
        );
    }
}

#[test]
fn a_text_becomes_a_qr_code_with_a_margin() {
    let code = told::qr("https://example.org/downhill/?scene=descent").unwrap();
    // 29 or 33 modules, and 4 on each side.
    assert!(["-4 -4 37 37", "-4 -4 41 41"].contains(&code.view_box.as_str()), "{}", code.view_box);
    // The first of the three corners: seven dark modules in a row.
    assert!(code.path.starts_with("M0 0h7v1h-7z"), "{}", &code.path[..20]);
    assert!(told::qr(&"x".repeat(2900)).is_some());
    assert_eq!(told::qr(&"x".repeat(3000)), None);
}

#[test]
fn every_picture_of_every_scene_has_a_table_with_its_numbers() {
    for scene in ["derivative", "gradient", "descent", "neuron", "network"] {
        for chart in if scene == "network" { &Chart::ALL[..] } else { &Chart::ALL[..1] } {
            let query = match scene {
                "network" => format!("scene={scene}&chart={}", chart.0),
                _ => format!("scene={scene}"),
            };
            let mut page = Page::open(&query);
            page.step(3);
            page.frames(600);
            for id in page.app.pictures().into_iter().map(View::id).chain(["run"]) {
                let table = told::data_table(&page.app, id);
                let table = table.unwrap_or_else(|| panic!("{query}: no table of {id}"));
                assert!(table.caption.contains("step 3"), "{query} {id}: {}", table.caption);
                assert!(!table.rows.is_empty() && table.rows.len() < 50, "{query} {id}");
                let columns = table.columns.len();
                assert!(columns >= 2 && table.rows.iter().all(|row| row.len() == columns));
                let mut names = table.columns.iter().chain([&table.caption]);
                assert!(
                    names.all(|it| !it.is_empty() && !it.contains(['_', '{', '['])),
                    "{table:?}"
                );
                assert_eq!(table.csv.lines().count(), table.rows.len() + 1, "{query} {id}");
            }
            for none in ["heights", "kept", "nothing"] {
                assert!(told::data_table(&page.app, none).is_none(), "{query} {none}");
            }
        }
    }
}

#[test]
fn a_table_has_the_balls_own_numbers() {
    let mut page = Page::open("scene=derivative");
    page.step(2);
    let table = told::data_table(&page.app, "curve").unwrap();
    let (x, value) = (page.place()[0], page.snapshot()["value"].as_f64().unwrap());
    let slope = page.snapshot()["gradient"][0].as_f64().unwrap();
    assert!(table.csv.lines().any(|line| line == format!("{x},{value},{slope}")), "{}", table.csv);
    let mut page = Page::open("scene=network&weight=3");
    page.step(2);
    let told = page.snapshot();
    let number = |key: &str, at: usize| told[key][at].as_f64().unwrap();
    let table = told::data_table(&page.app, "diagram").unwrap();
    assert_eq!(table.rows.len(), page.place().len());
    let (at, next) = (number("parameters", 3), number("next", 3));
    let line = format!(",{at},{},{}", number("gradient", 3), next - at);
    assert!(table.csv.lines().nth(4).unwrap().ends_with(&line), "{line}: {}", table.csv);
    let curve = told::data_table(&page.app, "curve").unwrap();
    let (loss, slope) = (told["batch_loss"].as_f64().unwrap(), number("gradient", 3));
    let here = curve.csv.lines().find(|line| line.starts_with(&format!("{at},"))).unwrap();
    let found: Vec<f64> = here.split(',').map(|it| it.parse().unwrap()).collect();
    assert!((found[1] - loss).abs() < 1e-12 && (found[2] - slope).abs() < 1e-12, "{here}");
    // A table of what the run is not shown in, and of kept runs and races, where there are some.
    page.change(Application::keep).unwrap();
    page.step(1);
    assert_eq!(told::data_table(&page.app, "kept").unwrap().rows.len(), 2);
    let mut race = Page::open("scene=descent&race=0.01,0.1");
    race.step(30);
    let heights = told::data_table(&race.app, "heights").unwrap();
    assert_eq!((heights.columns.len(), heights.rows.len()), (3, 21));
}

#[test]
fn the_tone_follows_the_loss_and_the_balls_side() {
    for scene in ["derivative", "gradient", "descent", "neuron", "network"] {
        let mut page = Page::open(&format!("scene={scene}"));
        page.frames(600);
        let start = told::tone(&page.app);
        page.step(40);
        let later = told::tone(&page.app);
        assert!(later.pitch < start.pitch, "{scene}: {start:?}, {later:?}");
        assert!([start, later].iter().all(|it| (0.0..=1.0).contains(&it.pan)), "{scene}");
    }
    let side = |start: &str| {
        let page = Page::open(&format!("function=x^2&domain=-2,2&start={start}"));
        told::tone(&page.app).pan
    };
    assert_eq!(["-2", "-1", "0", "2", "3"].map(side), [0.0, 0.25, 0.5, 1.0, 1.0]);
}

#[test]
fn a_handout_shows_four_to_six_steps_from_the_start_to_the_end() {
    let mut page = Page::open_empty("scene=descent");
    for (steps, expected) in [
        (0, &[][..]),
        (2, &[]),
        (3, &[0, 1, 2, 3]),
        (4, &[0, 1, 2, 3, 4]),
        (40, &[0, 8, 16, 24, 32, 40]),
    ] {
        page.step(steps - page.iteration());
        assert_eq!(told::handout(&page.app), expected, "{steps}");
    }
}

#[test]
fn whatever_a_page_offers_to_lock_can_be_locked() {
    for scene in ["derivative", "gradient", "descent", "neuron", "network"] {
        let page = Page::open_empty(&format!("scene={scene}"));
        let all = told::lockable(&page.app);
        assert!(all.len() > 5, "{scene}: {all:?}");
        for (key, name) in &all {
            assert!(!name.is_empty() && !name.contains('_'), "{scene} {key}: {name}");
            let query = page.app.class_query(key, "", "1").unwrap();
            let class = Page::open_empty(&query);
            assert_eq!(class.told().problems, [""; 0], "{query}");
            assert!(class.app.class_query(key, "", "1").is_ok_and(|again| again == query));
        }
        for (seen, keys) in [(true, ["seed", "learning_rate"]), (false, ["theme", "chart"])] {
            for key in keys {
                assert_eq!(all.iter().any(|(known, _)| *known == key), seen, "{scene} {key}");
            }
        }
    }
}
