//! The ball's motion between snapshots, and the pace of a run, by the times of injected frames.

use crate::support::{Page, words};
use downhill_app::told::answers::DrawnMark;
use downhill_app::{Application, Subject};
use downhill_core::function;
use downhill_view::options::show::View;
use serde_json::Value;

/// A page whose pictures may move, all that is searched done.
fn moving(query: &str, views: &[View]) -> Page {
    let mut page = Page::open_with(query, views);
    page.app.set_reduced_motion(false);
    page.frames(3000);
    page
}

/// A ball whose first step is a fiftieth of its picture's width.
fn on(function: &str, views: &[View]) -> Page {
    let mut page = moving(&format!("function={function}"), views);
    let Subject::Ball(ball) = page.app.subject() else { panic!("{function}: a ball") };
    let descent = ball.descent();
    let steps = descent.next().into_iter().zip(&descent.snapshot().x).zip(descent.domain());
    let shares = steps.map(|((next, x), (low, high))| ((next - x) / (high - low)).abs());
    let rate = 0.02 * page.settings().learning_rate / shares.fold(0.0, f64::max);
    page.set("learning_rate", &rate.to_string());
    page.frames(3000);
    page
}

/// Where the ball touches the ground: on a curve at the end of its upright line, on a map in its
/// middle.
fn ball(page: &Page, view: View) -> (f64, f64) {
    if view == View::Map {
        return disc(page, view);
    }
    let lines = page.signed(view, "ball").into_iter();
    let mut upright = lines.filter(|mark| {
        let [(ax, _), (bx, _)] = mark.points[..] else { return false };
        mark.kind == "line" && mark.size < 1.5 && ax == bx
    });
    upright.next_back().expect("a ball").points[1]
}

/// The ball as it is drawn: the last disc in its colour.
fn disc(page: &Page, view: View) -> (f64, f64) {
    let discs = page.signed(view, "ball");
    let disc = discs.into_iter().rfind(|mark| mark.kind == "circle").expect("a ball");
    disc.points[0]
}

/// How far a point is from the lines of a colour, in pixels.
fn distance(lines: &[DrawnMark], (x, y): (f64, f64)) -> f64 {
    let pairs = lines.iter().flat_map(|line| line.points.windows(2));
    let far = pairs.map(|pair| {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        let (dx, dy) = (bx - ax, by - ay);
        let share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy).max(1e-12);
        let share = share.clamp(0.0, 1.0);
        (x - ax - share * dx).hypot(y - ay - share * dy)
    });
    far.fold(f64::INFINITY, f64::min)
}

/// The places at which the ball is drawn after a step by hand, from the snapshot before to the
/// one after it; each change that the page is told meanwhile.
fn slide(page: &mut Page, view: View) -> (Vec<(f64, f64)>, Vec<Value>) {
    page.listen();
    let mut places = vec![ball(page, view)];
    page.act(Application::step_once);
    while page.frames(1) > 0 {
        places.push(ball(page, view));
        assert!(places.len() < 60, "it arrives");
    }
    places.dedup();
    (places, page.heard())
}

fn names(dimension: usize) -> Vec<&'static str> {
    let all = function::FUNCTIONS.iter();
    let of = all.filter(|it| it.domain.len() == dimension);
    of.map(|it| it.id).collect()
}

#[test]
fn on_every_curve_the_ball_is_seen_on_its_way_and_touches_the_ground() {
    for id in names(1) {
        let mut page = on(id, &[View::Curve, View::Derivative]);
        let slope = page.app.subject().place()[0];
        let (places, heard) = slide(&mut page, View::Curve);
        assert_ne!(page.place()[0], slope, "{id}");
        assert!(places.len() >= 8, "{id}: {}", places.len());
        let ground = page.signed(View::Curve, "ink");
        let ground: Vec<_> = ground.into_iter().filter(|mark| mark.kind == "line").collect();
        for place in &places {
            assert!(distance(&ground, *place) <= 1.0, "{id}: {place:?}");
        }
        // All that is told is told once, when it has arrived.
        assert_eq!(heard.len(), 1, "{id}");
    }
}

#[test]
fn the_ball_stands_on_the_curve_with_its_rim() {
    for id in names(1) {
        let mut page = on(id, &[View::Curve]);
        page.act(Application::step_once);
        for _ in 0..24 {
            let ((x, y), (touch_x, touch_y)) = (disc(&page, View::Curve), ball(&page, View::Curve));
            let radius = (x - touch_x).hypot(y - touch_y);
            assert!((radius - 0.85 * crate::support::EM).abs() < 0.5, "{id}: {radius}");
            assert!(y < touch_y, "{id}: above the ground");
            page.frames(1);
        }
    }
}

#[test]
fn on_every_map_the_ball_is_seen_on_the_straight_way() {
    for id in names(2) {
        let mut page = on(id, &[View::Map, View::Surface]);
        let (places, heard) = slide(&mut page, View::Map);
        assert!(places.len() >= 8, "{id}: {}", places.len());
        let [(ax, ay), (bx, by)] = [places[0], places[places.len() - 1]];
        let length = (bx - ax).hypot(by - ay);
        for (x, y) in &places {
            let off = ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
            assert!(off.abs() <= 1.0, "{id}: {off}");
        }
        assert_eq!(heard.len(), 1, "{id}");
    }
}

#[test]
fn a_networks_step_is_seen_to_go_forward_and_back_before_its_ball_moves() {
    let mut page = moving("scene=network", &[View::Curve, View::Diagram]);
    /// The signs of the thick arrows around the network.
    fn lit(page: &Page) -> Vec<&'static str> {
        let marks = page.marks(View::Diagram).marks.into_iter();
        let level = marks.filter(|mark| {
            let [a, b] = mark.points[..] else { return false };
            mark.kind == "line" && (3.0..5.0).contains(&mark.size) && a.1 == b.1
        });
        level.map(|mark| mark.sign).filter(|sign| ["ball", "slope"].contains(sign)).collect()
    }
    let start = ball(&page, View::Curve);
    let told = page.sentence();
    page.listen();
    page.act(Application::step_once);
    let mut seen = Vec::new();
    while page.frames(1) > 0 && page.app.busy() {
        seen.push((lit(&page).concat(), ball(&page, View::Curve)));
        assert!(seen.len() < 60, "it arrives");
    }
    let mut order: Vec<&str> = seen.iter().map(|(lit, _)| lit.as_str()).collect();
    order.dedup();
    assert_eq!(order, ["ball", "", "slope", ""], "forward, the cost, back, the move");
    let still = seen.iter().filter(|(lit, _)| !lit.is_empty());
    assert!(still.into_iter().all(|(_, at)| *at == start), "the ball waits");
    let mut places: Vec<_> = seen.iter().map(|(_, at)| *at).collect();
    places.dedup();
    assert!(places.len() >= 6, "{places:?}");
    assert_eq!(page.heard().len(), 1, "all is told once, when it has arrived");
    assert_ne!(page.sentence(), told);
}

#[test]
fn while_it_moves_the_picture_says_what_is_true_where_it_came_from() {
    let mut page = moving("function=square&start=2&learning_rate=0.1", &[View::Curve]);
    let texts = |page: &Page| -> Vec<String> {
        let marks = page.marks(View::Curve).marks.into_iter();
        marks
            .filter(|mark| mark.sign == "slope" && !mark.text.is_empty())
            .map(|it| it.text)
            .collect()
    };
    let before = texts(&page);
    page.act(Application::step_once);
    let mut seen = 0;
    while page.frames(1) > 0 && page.app.busy() {
        assert_eq!(texts(&page), before);
        seen += 1;
    }
    assert!((15..=21).contains(&seen), "{seen} frames are 250 to 350 ms");
    assert_ne!(texts(&page), before);
}

#[test]
fn a_step_across_the_valley_is_an_arc() {
    let mut page = moving("function=square&start=2&learning_rate=0.9", &[View::Curve]);
    let (places, _) = slide(&mut page, View::Curve);
    let (first, last) = (places[0], places[places.len() - 1]);
    for (x, y) in &places[1..places.len() - 1] {
        let share = (x - first.0) / (last.0 - first.0);
        assert!(*y <= first.1 + share * (last.1 - first.1) + 1.0, "above the straight line");
    }
    // A smaller step stays on the ground.
    let mut page = moving("function=square&start=2&learning_rate=0.1", &[View::Curve]);
    let (places, _) = slide(&mut page, View::Curve);
    let (first, last) = (places[0], places[places.len() - 1]);
    let middle = places[places.len() / 2];
    let share = (middle.0 - first.0) / (last.0 - first.0);
    assert!(middle.1 > first.1 + share * (last.1 - first.1), "below it, on the curve");
}

#[test]
fn all_that_a_hand_does_ends_a_motion_at_once() {
    type Deed = fn(&mut Application);
    let deeds: [(&str, Deed, u32); 6] = [
        ("a pause", Application::pause, 1),
        ("back", Application::step_back, 0),
        ("seek", |app| app.seek(1), 1),
        ("reset", |app| app.reset().unwrap(), 0),
        ("drag", |app| app.move_ball([1.0, 0.0]).unwrap(), 0),
        ("scene", |app| app.set("scene", "gradient").unwrap(), 0),
    ];
    for (name, deed, iteration) in deeds {
        let mut page =
            moving("function=square&start=2&learning_rate=0.1", &[View::Curve, View::Map]);
        page.act(Application::step_once);
        page.frames(5);
        page.listen();
        page.act(deed);
        assert_eq!(page.heard().len(), 1, "{name}: the page is told at once");
        assert_eq!(page.iteration(), iteration, "{name}");
        if name == "scene" {
            continue;
        }
        let plot = page.marks(View::Curve).plot.unwrap();
        let drawn = crate::support::values_at(&plot, ball(&page, View::Curve)).0;
        assert!((drawn - page.place()[0]).abs() < 0.02, "{name}: {drawn}");
    }
}

#[test]
fn a_second_step_goes_on_from_where_the_ball_is_seen_and_arrives_soon() {
    // Along the ground, and in an arc.
    for rate in ["0.1", "0.9"] {
        for frames in [2, 5, 9, 14] {
            let query = format!("function=square&start=2&learning_rate={rate}");
            let mut page = moving(&query, &[View::Curve, View::Map]);
            page.act(Application::step_once);
            page.frames(frames);
            let before = ball(&page, View::Curve);
            page.listen();
            page.act(Application::step_once);
            let told = page.heard();
            assert_eq!(told.len(), 1, "the page is told at once");
            assert_eq!(told[0]["timeline"]["at"], 2, "and of the state that it has come to");
            let mut places = vec![before, ball(&page, View::Curve)];
            while page.app.busy() {
                page.frames(1);
                places.push(ball(&page, View::Curve));
                assert!(places.len() < 10, "within 80 ms, and a frame at either end");
            }
            let plot = page.marks(View::Curve).plot.unwrap();
            let drawn = crate::support::values_at(&plot, places[places.len() - 1]).0;
            assert!((drawn - page.place()[0]).abs() < 0.02, "it arrives: {drawn}");
            let far = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
            assert!(far(places[0], places[1]) < 1.0, "{rate}, {frames}: it does not jump");
            let ways: Vec<f64> = places.windows(2).map(|pair| far(pair[0], pair[1])).collect();
            let whole: f64 = ways.iter().sum();
            assert!(ways.iter().all(|way| *way <= 0.6 * whole), "{rate}, {frames}: {ways:?}");
        }
    }
    // Played, what is left of a slide is hurried, too.
    let mut page = moving("function=square&start=2&learning_rate=0.1", &[View::Curve]);
    page.act(Application::step_once);
    page.frames(4);
    let before = ball(&page, View::Curve);
    page.act(Application::play);
    let after = ball(&page, View::Curve);
    assert!((after.0 - before.0).hypot(after.1 - before.1) < 1.0, "{before:?} {after:?}");
    page.frames(7);
    let plot = page.marks(View::Curve).plot.unwrap();
    let drawn = crate::support::values_at(&plot, ball(&page, View::Curve)).0;
    assert!(drawn < 1.61, "it has come to where the first step leads: {drawn}");
}

#[test]
fn under_reduced_motion_a_step_is_drawn_at_once_and_a_run_goes_step_by_step() {
    let query = "function=square&start=2&learning_rate=0.01";
    let mut page = moving(query, &[View::Curve]);
    page.app.set_reduced_motion(true);
    let before = ball(&page, View::Curve);
    page.listen();
    page.act(Application::step_once);
    let after = ball(&page, View::Curve);
    assert_ne!(before, after);
    assert_eq!(page.heard().len(), 1);
    page.frames(30);
    assert_eq!(ball(&page, View::Curve), after);
    page.play(30);
    assert_eq!(page.iteration(), 31);
}

/// Iterations after each second of a run.
fn pace(query: &str, seconds: u32) -> Vec<u32> {
    let mut page = moving(query, &[View::Curve, View::Map]);
    page.act(Application::play);
    let mut counts = Vec::new();
    for _ in 0..seconds {
        page.frames(60);
        counts.push(page.iteration());
    }
    counts
}

#[test]
fn an_early_scene_begins_slowly_and_has_its_pace_after_three_seconds() {
    let slow = "learning_rate=0.0001&iterations=0";
    for scene in ["derivative", "gradient", "descent", "neuron"] {
        let counts = pace(&format!("scene={scene}&{slow}"), 5);
        assert!((4..=6).contains(&counts[0]), "{scene}: {counts:?}");
        assert!((14..=20).contains(&counts[1]), "{scene}: {counts:?}");
        assert!((45..=60).contains(&counts[2]), "{scene}: {counts:?}");
        assert_eq!(counts[4] - counts[3], 60, "{scene}: {counts:?}");
    }
    // A pace that is set is the one in the end.
    let counts = pace(&format!("scene=descent&{slow}&iterations_per_frame=10"), 5);
    assert!((4..=12).contains(&counts[0]), "{counts:?}");
    assert_eq!(counts[4] - counts[3], 600, "{counts:?}");
    let counts = pace(&format!("scene=descent&{slow}&iterations_per_frame=0.02"), 5);
    assert!((6..=7).contains(&counts[4]), "{counts:?}");
}

#[test]
fn a_network_has_its_pace_from_the_start() {
    assert_eq!(pace("scene=network", 2), [60, 120]);
    assert_eq!(pace("scene=network&iterations_per_frame=3", 1), [180]);
}

#[test]
fn a_run_tells_each_snapshot_as_long_as_it_can_be_followed() {
    let mut page = moving("scene=descent&learning_rate=0.001&iterations=0", &[View::Curve]);
    page.listen();
    page.act(Application::play);
    page.heard();
    page.frames(75);
    let heard = page.heard();
    let steps: Vec<u64> = heard.iter().filter_map(|it| it["timeline"]["at"].as_u64()).collect();
    let all: Vec<u64> = (1..=steps.len() as u64).collect();
    assert_eq!(steps, all);
    assert!((4..=8).contains(&steps.len()), "{steps:?}");
    assert!(!words(&page.told().sentence).is_empty());
}
