//! Points painted and curves drawn by hand become data that are learned from.

use crate::support::{EM, Page, assert_says};
use downhill_app::Application;
use downhill_core::data::table::Targets;
use downhill_core::{Experiment, Run};
use downhill_view::canvas::geometry::Point;
use downhill_view::options::show::View;

/// The rows: what goes in, and the class's number or the value that is to come out.
fn data(page: &Page) -> Vec<(Vec<f64>, f64)> {
    let table = &page.app.subject().run().unwrap().split().table;
    let target = |row: usize| match &table.targets {
        Targets::Classes { labels, .. } => labels[row] as f64,
        Targets::Values { values, .. } => values[row][0],
    };
    table.rows.iter().cloned().enumerate().map(|(row, inputs)| (inputs, target(row))).collect()
}

fn at(page: &Page, x: f64, y: f64) -> Point {
    page.drawing(View::Boundary).plot.unwrap().at(x, y)
}

fn stroke(page: &mut Page, way: &[Point]) {
    page.change(|app| app.begin_stroke(way[0])).unwrap();
    for to in &way[1..] {
        page.change(|app| app.stroke_to(*to)).unwrap();
    }
    page.act(Application::end_stroke);
}

fn tool(page: &mut Page, name: &str) {
    page.act(|app| app.paint_with(name));
}

fn undo(page: &mut Page, count: usize) {
    (0..count).for_each(|_| page.change(Application::undo).unwrap());
}

/// The middles of the marks of a class.
fn marks(page: &Page, sign: &str) -> Vec<Point> {
    let marks = page.signed(View::Boundary, sign).into_iter();
    let marks = marks.filter(|mark| ["circle", "polygon"].contains(&mark.kind));
    let mean = |points: &[Point], axis: fn(&Point) -> f64| {
        points.iter().map(axis).sum::<f64>() / points.len() as f64
    };
    marks.map(|it| (mean(&it.points, |at| at.0), mean(&it.points, |at| at.1))).collect()
}

#[test]
fn points_land_where_the_hand_was_and_strokes_are_taken_back_whole() {
    let mut page = Page::open("scene=network&data=moons&seed=3");
    let before = page.snapshot();
    page.act(|app| app.set_painting(true));
    assert_eq!(page.snapshot(), before, "nothing has changed yet");
    assert_says(&page.note("boundary_note"), &["makes these points your own, rounded"]);
    assert_eq!(page.told().painting.unwrap().tools.len(), 4);

    // A stroke of the second class: one point every 0.6 em, each where the hand was.
    let plot = page.drawing(View::Boundary).plot.unwrap();
    let along = |share: f64| plot.from.0 + share * (plot.to.0 - plot.from.0);
    let way = [0.1, 0.3, 0.5].map(|share| (along(share).round(), plot.from.1.round() + 15.0));
    tool(&mut page, "2");
    stroke(&mut page, &way);
    let on_way = |(x, y): &Point| (y - way[0].1).abs() < 3.0 && *x < way[2].0 + 3.0;
    let mut strip: Vec<_> = marks(&page, "class-2").into_iter().filter(on_way).collect();
    strip.sort_by(|a, b| a.0.total_cmp(&b.0));
    let expected = ((way[2].0 - way[0].0) / (0.6 * EM)).floor() as usize + 1;
    assert!(strip.len().abs_diff(expected) <= 1, "{} of {expected}", strip.len());
    for (index, (x, _)) in strip.iter().enumerate() {
        assert!((x - way[0].0 - index as f64 * 0.6 * EM).abs() <= 2.5, "{index}: {x}");
    }
    assert_eq!(data(&page).len(), 200 + strip.len());
    assert_eq!((page.experiment().test_fraction, page.iteration()), (0.0, 0));
    assert_eq!(page.control("data"), "own");

    // A click of the first class, and a third class.
    let click = (way[0].0 + 40.0, way[0].1 + 40.0);
    tool(&mut page, "1");
    stroke(&mut page, &[click]);
    let is_there = |(x, y): &Point| (x - click.0).hypot(y - click.1) < 2.5;
    assert!(marks(&page, "class-1").iter().any(is_there));
    tool(&mut page, "3");
    stroke(&mut page, &[(click.0 + 40.0, click.1)]);
    assert_eq!(page.told().painting.unwrap().tools.len(), 4);
    assert_eq!(data(&page).len(), 200 + strip.len() + 2);
    assert_eq!(page.place().len(), 33, "three outputs");
    let all = page.experiment().data.clone();

    // The address brings the same numbers.
    let mut other = Page::open(&page.query());
    assert_eq!(other.experiment().data, all);
    other.step(2);
    page.step(2);
    assert_eq!(other.snapshot(), page.snapshot());
    let query = page.query().replace("&scene=network", "").replace("scene=network&", "");
    let mut alone = Run::new(&Experiment::from_query(&query).0).unwrap();
    assert!(alone.advance(2));
    assert_eq!(page.place(), alone.snapshot().parameters);

    // Erased, and all of it taken back: each stroke is one change.
    tool(&mut page, "erase");
    stroke(&mut page, &way);
    assert!(!marks(&page, "class-2").iter().any(on_way));
    undo(&mut page, 1);
    assert_eq!(page.experiment().data, all);
    page.change(Application::clear_painted).unwrap();
    assert_eq!(data(&page).len(), 3);
    let ((left, top), (right, bottom)) = (plot.from, plot.to);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    let lines = [corners[2], corners[1], corners[3]];
    stroke(&mut page, &[&corners[..], &lines[..]].concat());
    assert_says(&page.note("boundary_note"), &["Not erased"]);
    undo(&mut page, 2);
    assert_eq!(page.experiment().data, all);
    undo(&mut page, 3);
    assert_eq!(page.snapshot(), before);
    assert_eq!(page.control("data"), "moons");
    assert!(!page.told().playback.can_undo);
}

#[test]
fn the_cross_hair_paints_erases_and_chooses() {
    let mut page = Page::open("scene=network");
    page.act(|app| app.set_painting(true));
    for (right, up) in [(0.0, 1.0), (0.0, 1.0), (-1.0, 0.0)] {
        page.act(|app| app.move_cross(right, up));
    }
    let note = page.note("boundary_note");
    assert_says(&note, &["At ", ". Enter paints"]);
    let place = note.split_once("At ").unwrap().1.split_once(". ").unwrap().0;
    let place: Vec<f64> = place.split(", ").map(|number| number.parse().unwrap()).collect();
    tool(&mut page, "3");
    page.change(Application::dab).unwrap();
    assert_eq!(data(&page).last(), Some(&(place, 2.0)));
    assert_eq!(data(&page).len(), 343);
    tool(&mut page, "1");
    page.act(|app| app.move_cross(10.0, 0.0));
    page.change(Application::dab).unwrap();
    assert_eq!(data(&page).len(), 344);
    page.change(Application::erase_nearest).unwrap();
    page.act(|app| app.move_cross(-10.0, 0.0));
    page.change(Application::erase_nearest).unwrap();
    assert_eq!(data(&page).len(), 342);
    undo(&mut page, 4);
    assert_eq!(page.control("data"), "penguins");
}

#[test]
fn a_stroke_while_it_plays_begins_anew_and_it_plays_on() {
    let mut page = Page::open("scene=network&data=xor");
    page.act(|app| app.set_painting(true));
    page.act(Application::play);
    page.frames(10);
    assert_eq!(page.iteration(), 10);
    let (from, to) = (at(&page, 0.0, 0.0), at(&page, 0.3, 0.3));
    page.change(|app| app.begin_stroke(from)).unwrap();
    page.change(|app| app.stroke_to(to)).unwrap();
    page.frames(5);
    assert_eq!(page.iteration(), 0);
    page.act(Application::end_stroke);
    page.frames(7);
    assert_eq!(page.iteration(), 7);
    page.act(Application::pause);
    let there = page.place();
    page.change(Application::reset).unwrap();
    page.step(7);
    assert_eq!(page.place(), there, "from the same seed");
}

#[test]
fn a_curve_is_drawn_learned_erased_and_drawn_over() {
    let mut page = Page::open("scene=network");
    page.act(|app| app.set_painting(true));
    page.change(Application::paint_other).unwrap();
    assert_eq!(data(&page).len(), 1);
    let wave = |x: f64| 0.6 * (4.0 * x).sin();
    let way: Vec<_> =
        (-20..=20).map(|x| f64::from(x) / 20.0).map(|x| at(&page, x, wave(x))).collect();
    stroke(&mut page, &way);
    let drawn = data(&page);
    assert!(drawn.len() >= 59, "{}", drawn.len());
    for (x, y) in &drawn {
        assert!((y - wave(x[0])).abs() < 0.12, "{x:?}: {y}");
    }
    assert_eq!(page.control("cost"), "squared_error");
    let before = page.reading("train_r_squared");
    page.set("iterations_per_frame", "100");
    page.play(20);
    let fit = page.reading("train_r_squared");
    assert!(fit > before.max(0.9), "{before} → {fit}");
    assert_eq!(Page::open(&page.query()).experiment().data, page.experiment().data);
    // Drawn over, then erased.
    let line = [at(&page, -0.5, 0.8), at(&page, 0.5, 0.8)];
    stroke(&mut page, &line);
    let over = data(&page);
    assert!(over.len().abs_diff(drawn.len()) <= 1);
    for (x, y) in over.iter().filter(|(x, _)| x[0].abs() < 0.45) {
        assert!((y - 0.8).abs() < 0.02, "{x:?}: {y}");
    }
    tool(&mut page, "erase");
    stroke(&mut page, &line);
    assert!(data(&page).iter().all(|(x, _)| x[0].abs() > 0.45));
    undo(&mut page, 1);
    assert_eq!(data(&page), over);
    // Back to points of classes, and from there to where it began.
    page.change(Application::paint_other).unwrap();
    assert_eq!(data(&page), [(vec![-0.5, -0.5], 0.0), (vec![0.5, 0.5], 1.0)]);
    while page.app.can_undo() {
        undo(&mut page, 1);
    }
    assert_eq!(page.control("data"), "penguins");
}

#[test]
fn a_curve_is_drawn_point_by_point_with_the_cross_hair() {
    let mut page = Page::open("scene=network");
    page.act(|app| app.set_painting(true));
    page.change(Application::paint_other).unwrap();
    for _ in 0..3 {
        page.act(|app| app.move_cross(1.0, 1.0));
        page.change(Application::dab).unwrap();
    }
    let point = |tenths: i32| (vec![f64::from(tenths) / 10.0], f64::from(tenths) / 10.0);
    assert_eq!(data(&page), [0, 1, 2, 3].map(point));
    page.change(Application::erase_nearest).unwrap();
    assert_eq!(data(&page), [0, 1, 2].map(point));
}

#[test]
fn a_full_address_tells_so_and_the_points_are_kept() {
    let mut page = Page::open("scene=network&data=gaussians");
    page.act(|app| app.set_painting(true));
    let plot = page.drawing(View::Boundary).plot.unwrap();
    let mut way = Vec::new();
    let mut y = plot.from.1 + 2.0;
    while y < plot.to.1 {
        way.extend([(plot.from.0 + 2.0, y), (plot.to.0 - 2.0, y + 3.0)]);
        y += 6.0;
    }
    stroke(&mut page, &way);
    let told = ["The address is full: these ", " points are all that fit"];
    assert_says(&page.note("boundary_note"), &told);
    assert!(data(&page).len() > 250, "{}", data(&page).len());
    assert_eq!(Page::open_empty(&page.query()).experiment().data, page.experiment().data);
}
