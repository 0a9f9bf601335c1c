//! Early stopping: what is watched, what comes back, and what is said of it.

use crate::support::{Page, assert_says, words};
use downhill_app::Application;
use downhill_core::run::stop_rules::Stop;
use downhill_view::options::show::View;

/// A network that learns 40 noisy samples by heart: its validation loss soon rises.
const BY_HEART: &str = "scene=network&data=moons&samples=100&noise=1&test_fraction=0.3\
                        &validation_fraction=0.3&layers=16-16&optimizer=adam&learning_rate=0.002";

fn open(more: &str) -> Page {
    Page::open_empty(&format!("{BY_HEART}&patience=40{more}"))
}

/// Plays until it stops; the iteration at which it did.
fn play(page: &mut Page) -> u32 {
    page.act(Application::play);
    assert!(page.frames(3000) < 3000, "it stops");
    page.app.subject().furthest()
}

/// The last of the four steps.
fn fourth(page: &Page) -> String {
    words(&page.told().steps.last().unwrap().words)
}

/// The validation loss at each iteration up to this one, each gone to.
fn losses(page: &mut Page, end: u32) -> Vec<f64> {
    let at = |iteration| {
        page.act(|app| app.seek(iteration));
        page.snapshot()["validation_loss"].as_f64().unwrap()
    };
    (0..=end).map(at).collect()
}

fn lowest(losses: &[f64]) -> usize {
    (1..losses.len()).fold(0, |best, at| if losses[at] < losses[best] { at } else { best })
}

#[test]
fn the_best_weights_are_back_where_it_stops_at_any_speed() {
    let mut ends = Vec::new();
    for speed in ["1", "0.3", "7", "100", "max"] {
        let mut page = open(&format!("&iterations_per_frame={speed}"));
        page.look = 1.0;
        let end = play(&mut page);
        assert_eq!(page.app.stop(), Some(Stop::Stalled), "{speed}");
        ends.push((end, page.iteration(), page.place()));
    }
    let (end, best, _) = ends[0].clone();
    assert!(best < end);
    assert!(ends.iter().all(|it| *it == ends[0]), "at each speed the same");
    let mut page = open("");
    play(&mut page);
    assert_eq!(lowest(&losses(&mut page, end)), best as usize);
}

#[test]
fn words_tell_what_is_watched_while_it_runs() {
    let mut page = open("");
    assert_says(&fourth(&page), &["validation loss has not fallen for 0 of 40 iterations"]);
    page.act(Application::play);
    page.frames(5);
    assert_says(&fourth(&page), &["Repeat", "the validation loss has not fallen for", "of 40"]);
    // Without patience nothing is watched, and nothing said.
    page.set("patience", "0");
    assert!(!fourth(&page).contains("not fallen"));
    // Without validation samples it is the training loss, and said why.
    page.set("patience", "25");
    page.set("validation_fraction", "0");
    let told =
        ["the training loss has not fallen for 0 of 25", "no samples are kept for validation"];
    assert_says(&fourth(&page), &told);
    assert!(page.snapshot()["validation_loss"].is_null());
}

#[test]
fn how_long_it_has_waited_is_counted() {
    let mut page = open("");
    let end = play(&mut page);
    let losses = losses(&mut page, end);
    let (mut mark, mut since) = (losses[0], 0);
    for (at, loss) in losses.iter().enumerate() {
        if *loss < mark * (1.0 - 1e-4) {
            (mark, since) = (*loss, at);
        }
        page.act(|app| app.seek(at as u32));
        if page.app.stop().is_none() {
            let told = format!("not fallen for {} of 40 iterations", at - since);
            assert_says(&fourth(&page), &[&told]);
        }
    }
    assert_eq!(since + 40, end as usize);
}

#[test]
fn words_tell_that_the_best_weights_are_back() {
    let mut page = open("");
    let end = play(&mut page);
    let best = page.iteration();
    let told = [
        &*format!("Stop after {end}"),
        "the validation loss in 40 iterations",
        &*format!("The weights of iteration {best}, where it was lowest ("),
        "are back",
    ];
    assert_says(&fourth(&page), &told);
    assert_says(&page.sentence(), &told);
    assert_says(&page.sentence(), &["To go on, change “patience” under More"]);
    assert_eq!(page.told().scene.play, "play_again");
    // The end itself is still there, and says where the lowest was.
    page.act(|app| app.seek(end));
    let told = format!("after {best}.");
    assert_says(&page.sentence(), &[&format!("Stop after {end}"), "It was lowest, ", &told]);
    assert!(!page.sentence().contains("back"));
    // Between the two it is not stopped.
    page.act(|app| app.seek(best + 1));
    assert_eq!(page.app.stop(), None);
    page.act(|app| app.seek(best));
    assert_says(&page.sentence(), &["are back"]);
}

#[test]
fn without_validation_samples_the_weights_stay_and_words_tell_why() {
    let query = "scene=network&learning_rate=1e-9&patience=15";
    let mut page = Page::open_empty(query);
    let end = play(&mut page);
    assert_eq!((end, page.iteration()), (15, 15));
    let told = ["no progress of the training loss in 15", "no samples are kept for validation"];
    assert_says(&page.sentence(), &told);
    assert!(!page.sentence().contains("back"));
}

#[test]
fn by_hand_one_goes_beyond_the_stop() {
    let mut page = open("");
    let end = play(&mut page);
    let best = page.iteration();
    page.act(|app| app.seek(end - 1));
    page.step(1);
    assert_eq!((page.iteration(), page.app.stop()), (end, Some(Stop::Stalled)));
    page.step(2);
    assert_eq!(page.iteration(), end + 2);
    assert!(page.app.subject().furthest() > best);
}

#[test]
fn played_again_it_stops_at_the_same_place() {
    let mut page = open("");
    let (end, best, there) = (play(&mut page), page.iteration(), page.place());
    page.act(Application::play);
    assert_eq!(page.iteration(), 0, "it begins again");
    page.frames(best + 2);
    assert!(page.iteration() > best, "it passes the state that came back");
    assert!(page.frames(3000) < 3000);
    assert_eq!((page.app.subject().furthest(), page.iteration()), (end, best));
    assert_eq!(page.place(), there);
    // The same after a reset.
    page.change(Application::reset).unwrap();
    assert_eq!((page.iteration(), page.app.stop()), (0, None));
    assert_eq!((play(&mut page), page.place()), (end, there));
}

#[test]
fn more_patience_goes_on_from_the_best_weights() {
    let mut page = open("");
    let (end, best) = (play(&mut page), page.iteration());
    page.set("patience", "60");
    assert_eq!(page.app.stop(), None);
    assert_says(&fourth(&page), &["of 60 iterations"]);
    assert_eq!(play(&mut page), end + 20);
    assert_eq!(page.iteration(), best, "no lower loss came");
}

#[test]
fn a_change_at_the_best_weights_is_taken_back_to_them() {
    let mut page = open("");
    let (end, best, there) = (play(&mut page), page.iteration(), page.place());
    page.set("learning_rate", "0.001");
    assert_eq!(page.app.subject().furthest(), best, "another run begins there");
    assert_eq!(page.app.stop(), None);
    page.act(Application::play);
    page.frames(10);
    page.act(Application::pause);
    page.change(Application::undo).unwrap();
    page.frames(1000);
    assert_eq!((page.iteration(), page.place()), (best, there.clone()));
    // What was left of the first run is as far as it was.
    assert_eq!(play(&mut page), end);
    assert_eq!((page.iteration(), page.place()), (best, there));
}

#[test]
fn where_another_rule_stops_it_nothing_comes_back() {
    let mut page = open("&iterations=60");
    play(&mut page);
    assert_eq!((page.iteration(), page.app.stop()), (60, Some(Stop::Enough)));
    assert!(!page.sentence().contains("back"));
}

#[test]
fn the_address_holds_the_share_and_leads_back() {
    for share in ["0.3", "0.05", "0.9"] {
        let query =
            format!("scene=network&test_fraction=0.05&validation_fraction={share}&patience=9");
        let page = Page::open_empty(&query);
        assert_eq!(page.control("validation_fraction"), share);
        let again = Page::open_empty(&page.query());
        assert_eq!(again.experiment(), page.experiment());
        assert_says(&again.query(), &[&format!("validation_fraction={share}"), "patience=9"]);
    }
    assert!(!Page::open_empty("scene=network&patience=9").query().contains("validation"));
}

#[test]
fn a_share_that_does_not_fit_is_refused_and_changes_nothing() {
    let mut page = Page::open_empty("scene=network&test_fraction=0.5&layers=3");
    let before = page.query();
    for wrong in ["1", "1.5", "-0.1", "NaN", "half"] {
        let error = page.change(|app| app.set("validation_fraction", wrong)).unwrap_err();
        assert_says(&error.to_string(), &["validation_fraction", "0 to 0.9"]);
    }
    let error = page.change(|app| app.set("validation_fraction", "0.5")).unwrap_err().to_string();
    assert_says(&error, &["a test fraction of 0.5 and a validation fraction of 0.5", "lower one"]);
    assert_eq!(page.query(), before);
    // From an address, too: the rest of it holds, and it is said.
    let page = Page::open_empty("scene=network&layers=4&validation_fraction=1");
    assert_eq!((page.experiment().validation_fraction, page.control("layers")), (0.0, "4".into()));
}

#[test]
fn the_parts_are_counted_beside_the_data_and_in_the_numbers() {
    let page = Page::open("scene=network&validation_fraction=0.2");
    let split = page.app.subject().run().unwrap().split();
    let counts = [split.train.n, split.test.n, split.validation.n];
    assert_eq!(counts, [171, 102, 69]);
    let [train, test, validation] = counts.map(|count| count.to_string());
    let legend = page.note("boundary_note");
    assert_says(&legend, &[&train, "learn from", &test, "kept for testing"]);
    assert_says(&legend, &["With a point inside", &validation, "kept for validation"]);
    assert_eq!(page.reading("validation_loss"), page.snapshot()["validation_loss"]);
    assert!((0.0..=1.0).contains(&page.reading("validation_accuracy")));
    // Too few rows for a share are none, and that is said.
    let few = Page::open("scene=network&data=xor&samples=10&validation_fraction=0.05&patience=5");
    let legend = few.note("boundary_note");
    assert_says(&legend, &["With a point inside: 0 kept for validation"]);
    assert_says(&fourth(&few), &["the training loss", "no samples are kept for validation"]);
    // Without the key, nothing of it is said.
    let plain = Page::open("scene=network");
    assert!(!plain.note("boundary_note").contains("validation"));
    assert!(plain.told().numbers.iter().all(|reading| !reading.key.contains("validation")));
}

#[test]
fn each_painted_point_is_learned_from() {
    let mut page = Page::open("scene=network&data=moons&validation_fraction=0.3&patience=40");
    page.act(|app| app.set_painting(true));
    let at = page.drawing(View::Boundary).plot.unwrap().middle();
    page.change(|app| app.begin_stroke(at)).unwrap();
    page.act(Application::end_stroke);
    assert_eq!(page.experiment().validation_fraction, 0.0);
    let split = page.app.subject().run().unwrap().split();
    assert_eq!(split.train.n, split.table.rows.len());
    assert_says(&fourth(&page), &["the training loss"]);
    page.change(Application::undo).unwrap();
    assert_eq!(page.experiment().validation_fraction, 0.3);
}

#[test]
fn the_loss_chart_has_a_line_of_its_own_for_validation() {
    let lines = |query: &str| {
        let mut page = Page::open_with(query, &[View::Chart]);
        page.step(30);
        let svg = page.drawing(View::Chart).svg;
        (svg.contains("validation"), page.note("chart_note"))
    };
    let (drawn, note) = lines("scene=network&validation_fraction=0.2&l2=0.01");
    assert!(drawn);
    assert_says(&note, &["without penalty. On validation samples: "]);
    let (drawn, note) = lines("scene=network&l2=0.01");
    assert!(!drawn && !note.contains("validation"));
}
