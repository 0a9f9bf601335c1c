//! Which minimum each start comes to, and the outcome of each step size, as the runs have them.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_app::told::answers;
use downhill_core::{Descent, Experiment};
use downhill_view::options::show::View;

/// A page that has found all that it searches for.
fn open(query: &str) -> Page {
    let mut page = Page::open_with(query, &[View::Curve, View::Map]);
    finish(&mut page);
    page
}

fn finish(page: &mut Page) {
    assert!(page.frames(4_000) < 4_000);
}

/// The map of starts: its rows, each cell's outcome, and the minima.
fn map(page: &Page) -> (usize, Vec<i32>, Vec<Vec<f64>>) {
    let map = answers::basins(&page.app).unwrap();
    assert!(map.done);
    assert_eq!(map.columns, 256);
    assert_eq!(map.ends.len(), 256 * map.rows);
    (map.rows, map.ends, map.minima.to_vec())
}

/// The run of an experiment after 200 updates; none if it stopped on its way.
fn run(experiment: &Experiment) -> (bool, Descent) {
    let mut descent = Descent::new(experiment).unwrap();
    let whole = (0..200).all(|_| descent.step());
    (whole, descent)
}

fn is_inside(descent: &Descent) -> bool {
    let x = descent.snapshot().x.iter();
    x.zip(descent.domain()).all(|(at, (low, high))| low <= at && at <= high)
}

/// Number that the map should tell of a run: a minimum's number, or less than 0.
fn end_of((whole, descent): &(bool, Descent), minima: &[Vec<f64>]) -> i32 {
    if !is_inside(descent) {
        return -3;
    }
    if !whole {
        return -4;
    }
    let (x, domain) = (&descent.snapshot().x, descent.domain());
    let apart = |minimum: &Vec<f64>| {
        let each = minimum.iter().zip(x).zip(domain);
        each.map(|((a, b), (low, high))| ((a - b) / (high - low)).powi(2)).sum::<f64>().sqrt()
    };
    let near = minima.iter().position(|minimum| apart(minimum) <= 0.01);
    near.map_or(-2, |near| near as i32)
}

#[test]
fn the_map_tells_where_the_runs_end() {
    for query in [
        "function=himmelblau&learning_rate=0.01",
        "function=six_hump_camel&learning_rate=0.03&optimizer=momentum&momentum=0.7",
        "function=double_well&learning_rate=0.05",
        "function=x^2 y - y + y^2 %2B x^4&learning_rate=0.05",
    ] {
        let page = open(&format!("{query}&basins=true"));
        let (rows, ends, minima) = map(&page);
        let (mut experiment, mut found) = (page.experiment().clone(), Vec::new());
        let domain = Descent::new(&experiment).unwrap().domain().to_vec();
        // Spread evenly.
        for index in 0..14 {
            let cell = [(index * 97 + 31) % 256, (index * 41 + 17) % rows];
            let place = cell.into_iter().zip([256, rows]).zip(&domain);
            let middle = |((cell, count), (low, high)): ((usize, usize), &(f64, f64))| {
                low + (high - low) * (cell as f64 + 0.5) / count as f64
            };
            experiment.start = place.map(middle).collect();
            let expected = end_of(&run(&experiment), &minima);
            assert_eq!(ends[cell[1] * 256 + cell[0]], expected, "{query}: {cell:?}");
            found.push(expected);
        }
        assert!(found.iter().any(|end| *end >= 0), "{query}: {found:?}");
    }
}

#[test]
fn the_map_follows_the_step_size_and_stands_in_the_address() {
    let mut page = open("function=himmelblau");
    assert_eq!(answers::basins(&page.app), None);
    page.set("basins", "true");
    assert_says(&page.query(), &["basins=true"]);
    finish(&mut page);
    let signs = page.told().notes["starts"].clone();
    assert_eq!(signs.iter().filter(|piece| piece.sign.starts_with("basin-")).count(), 4);
    let before = map(&page).1;
    page.set("learning_rate", "0.02");
    finish(&mut page);
    let ends = map(&page).1;
    assert!(ends.iter().zip(&before).filter(|(end, before)| end != before).count() > 1000);
    assert_says(&page.note("starts"), &["not settled after 200 steps: ", " %"]);
    assert_eq!(page.frames(3), 0, "then no frame is asked for");
    page.set("basins", "false");
    assert!(!page.query().contains("basins"));
    assert_eq!(answers::basins(&page.app), None);
}

#[test]
fn the_scale_of_step_sizes_tells_what_the_run_does() {
    for query in ["function=double_well&start=2", "function=himmelblau&start=-1,2"] {
        let mut page = open(query);
        let places = page.told().step_size_scale.places;
        assert_eq!(places.len(), 31);
        for place in [6, 12, 15, 18, 20, 22, 26, 30] {
            page.change(Application::reset).unwrap();
            page.change(|app| app.set_place("learning_rate", place)).unwrap();
            finish(&mut page);
            let (end, title) = (places[place].end, &places[place].title);
            let (_, how) = title.split_once(": ").unwrap();
            assert_eq!(page.note("dial_here"), format!("From the start: {how}."));
            let ran = run(page.experiment());
            let left = !ran.0 || !is_inside(&ran.1);
            assert_eq!(end == "leaves", left, "{query}: {title}");
            if end == "settles" {
                assert!(ran.1.snapshot().gradient_norm < 0.5, "{query}: {title}");
            }
        }
    }
}

#[test]
fn on_the_bowl_a_little_above_the_limit_leaves_and_a_little_below_settles() {
    for (condition, limit) in [("1", 1.0), ("10", 0.1), ("100", 0.01)] {
        let query = format!("function=bowl&condition_number={condition}&start=0.01,1");
        let mut page = open(&query);
        assert_says(&page.note("dial_rule"), &[&format!("settles below {limit}")]);
        for (factor, told) in [(1.1, "leaves the picture"), (0.9, "settles after")] {
            page.set("learning_rate", &format!("{:.4}", factor * limit));
            finish(&mut page);
            assert_says(&page.note("dial_here"), &[told]);
        }
        let scale = page.told().step_size_scale;
        let (overshoots, settles) = (scale.overshoots.unwrap(), scale.settles.unwrap());
        assert!(0.0 < overshoots && overshoots < settles && settles < 1.0);
    }
}

#[test]
fn with_momentum_the_rule_is_another_and_some_optimizers_have_none() {
    let mut page = open("function=square&start=2&optimizer=momentum&momentum=0.5");
    assert_says(&page.note("dial_rule"), &["settles below 1.50"]);
    page.set("optimizer", "adam");
    finish(&mut page);
    assert_says(&page.note("dial_rule"), &["No rule of thumb"]);
    let scale = page.told().step_size_scale;
    assert_eq!((scale.overshoots, scale.settles), (None, None));
}
