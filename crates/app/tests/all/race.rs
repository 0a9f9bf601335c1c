//! A race: runs that differ in one thing, side by side; and ten balls from ten starts.

use crate::support::{Page, assert_says};
use downhill_core::{Descent, Experiment};
use downhill_view::options::show::View;

/// Each racer's place and height.
fn places(page: &Page) -> Vec<(Vec<f64>, f64)> {
    page.told().racers.into_iter().map(|racer| (racer.x, racer.value)).collect()
}

fn names(page: &Page) -> Vec<String> {
    page.told().racers.into_iter().map(|racer| racer.name).collect()
}

/// In a race of these values of a key each run is the one it would be alone.
fn races(query: &str, key: &str, values: [&str; 3], view: View) {
    let mut page = Page::open(&format!("{query}&race={}", values.join(",")));
    page.step(20);
    let at20 = places(&page);
    assert_eq!(names(&page), values);
    for (value, found) in values.iter().zip(&at20) {
        let (alone, problems) = Experiment::from_query(&format!("{query}&{key}={value}"));
        assert_eq!(problems, []);
        let mut alone = Descent::new(&alone).unwrap();
        // One that flies off stays at its last finite state.
        let _ = (0..20).all(|_| alone.step());
        let snapshot = alone.snapshot();
        assert_eq!(*found, (snapshot.x.clone(), snapshot.value), "{value}");
    }
    page.step(30);
    // Scrubbed, all of them are where they were.
    page.act(|app| app.seek(5));
    assert_ne!(places(&page), at20);
    page.act(|app| app.seek(20));
    assert_eq!(places(&page), at20);
    // Each in its own colour, on the picture and in the chart.
    for view in [view, View::Heights] {
        for lane in 1..=values.len() {
            let marks = page.signed(view, &format!("racer-{lane}"));
            assert!(!marks.is_empty(), "{view:?} {lane}");
        }
        assert_eq!(page.signed(view, "step"), [], "no step of a ball that is not there");
    }
    // The address gives it all.
    let mut again = Page::open_empty(&page.query());
    again.step(20);
    assert_eq!(places(&again), at20);
}

#[test]
fn in_a_race_of_optimizers_each_run_is_the_one_it_would_be_alone() {
    let query = "function=himmelblau&start=-1,2&learning_rate=0.01";
    races(query, "optimizer", ["sgd", "momentum", "adam"], View::Map);
}

#[test]
fn in_a_race_of_step_sizes_each_run_is_the_one_it_would_be_alone() {
    let query = "function=double_well&start=1.9";
    races(query, "learning_rate", ["0.001", "0.02", "0.3"], View::Curve);
}

#[test]
fn the_table_tells_who_has_settled_who_left_the_picture_and_who_is_still_going() {
    let mut page = Page::open("function=double_well&start=1.9&race=0.0001,0.05,1");
    page.frames(100);
    page.step(60);
    let [slow, settled, left] = &page.told().racers[..] else { panic!("three racers") };
    assert_eq!([&slow.name, &settled.name, &left.name], ["0.0001", "0.05", "1"]);
    assert_says(&slow.told, &["still going"]);
    assert_says(&settled.told, &["settled, "]);
    assert!(settled.told.contains(['★', '○']), "{}", settled.told);
    assert_says(&left.told, &["left the picture"]);
    let stand = "Of 3, settled: 1; left the picture: 1; still going: 1.";
    assert_says(&page.sentence(), &["After 60 steps ▲ 0.05 is the lowest, ", stand]);
}

#[test]
fn ten_balls_drop_from_ten_starts_of_the_seed_and_each_finds_its_minimum() {
    const MINIMA: [[f64; 2]; 4] =
        [[3.0, 2.0], [-2.805118, 3.131312], [-3.77931, -3.283186], [3.584428, -1.848126]];
    let mut page = Page::open("function=himmelblau&learning_rate=0.01&iterations=200");
    page.frames(400);
    page.set("drop_ten", "true");
    assert_eq!(page.control("drop_ten"), "true");
    page.play(300);
    let at = places(&page);
    assert_eq!(at.len(), 10);
    let function = page.told().function;
    assert_eq!(function.spots.iter().filter(|spot| spot.sign == "★").count(), 4);
    let nearest = |x: &[f64]| MINIMA.iter().position(|[a, b]| (a - x[0]).hypot(b - x[1]) < 0.01);
    let found: Vec<_> = at.iter().map(|(x, _)| nearest(x)).collect();
    assert!(found.iter().all(Option::is_some), "{at:?}");
    assert!(at.iter().all(|(_, value)| *value < 1e-5), "{at:?}");
    assert!(found.iter().any(|minimum| *minimum != found[0]), "not all the same");
    assert_says(&page.query(), &["race=starts"]);
    let mut again = Page::open_empty(&page.query());
    again.step(page.iteration());
    assert_eq!(places(&again), at);
    again.set("seed", "2");
    page.act(|app| app.seek(0));
    assert_ne!(places(&again)[0].0, places(&page)[0].0);
    page.set("drop_ten", "false");
    assert_eq!(page.told().racers, []);
}

#[test]
fn another_start_is_another_race_and_what_cannot_race_is_told() {
    let mut page = Page::open("scene=descent");
    let six = page.told().options.races.into_iter().find(|(_, name)| name == "six optimizers");
    page.set("race", &six.unwrap().0);
    assert_eq!(page.told().racers.len(), 6);
    page.step(1);
    assert_eq!(page.told().timeline.text, "step 1 of 1");
    page.change(|app| app.move_ball([-1.0, 0.0])).unwrap();
    assert_eq!(page.iteration(), 0);
    let wrong = page.change(|app| app.set("race", "sgd,nobody")).unwrap_err().to_string();
    assert_says(&wrong, &["race", "up to six optimizers"]);
    assert_eq!(page.told().racers.len(), 6, "the race goes on");
    page.set("race", "");
    assert_eq!(page.told().racers, []);
}
