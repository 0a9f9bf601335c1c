//! Runs that are kept beside the present one: their curves, their ways and the differences.

use crate::support::{Page, assert_says, values_at};
use downhill_app::Application;
use downhill_app::told::answers::DrawnMark;
use downhill_view::options::show::View;

fn keep(page: &mut Page) {
    page.change(Application::keep).unwrap();
}

fn is_line(mark: &&DrawnMark) -> bool {
    mark.kind == "line"
}

#[test]
fn a_run_is_kept_and_seen_beside_another_one() {
    let views = [View::Chart, View::Map];
    let mut page = Page::open_with("scene=network", &views);
    page.step(40);
    let first = page.snapshot();
    keep(&mut page);
    page.change(Application::reset).unwrap();
    page.set("learning_rate", "0.1");
    page.step(20);

    let [now, kept] = &page.told().kept.runs[..] else { panic!("two rows") };
    assert_eq!((&*now.name, &*now.numbers[0], &*now.told), ("now", "20", ""));
    assert_eq!((&*kept.name, &*kept.sign), ("1", "racer-1"));
    assert_says(&kept.told, &["learning rate 0.3 (now 0.1)"]);
    assert_eq!(kept.values[0], 40.0);
    assert_eq!([&first["train_loss"], &first["test_loss"]], [kept.values[1], kept.values[2]]);
    for view in views {
        assert!(page.signed(view, "racer-1").len() > 1, "{view:?}");
    }
    // Its curve ends where it was kept.
    let plot = page.marks(View::Chart).plot.unwrap();
    let marks = page.signed(View::Chart, "racer-1");
    let end = marks.iter().find(is_line).unwrap().points.last().copied().unwrap();
    assert!((values_at(&plot, end).0 - 40.0).abs() < 0.5);

    // The address leads to the same.
    let mut again = Page::open_with(&page.query(), &views);
    assert_eq!(again.told().problems, [""; 0]);
    again.step(20);
    for view in views {
        assert_eq!(again.signed(view, "racer-1"), page.signed(view, "racer-1"), "{view:?}");
    }
    assert_eq!(again.told().kept, page.told().kept);

    // Opened, it is where it was kept; undo leads back.
    page.change(|app| app.open_kept(0)).unwrap();
    assert_eq!(page.snapshot(), first);
    assert_says(&page.told().kept.runs[1].told, &["nothing differs"]);
    page.change(Application::undo).unwrap();
    assert_eq!(page.iteration(), 20);
    page.act(|app| app.drop_kept(0));
    assert_eq!(page.told().kept.runs, []);
    assert!(!page.query().contains("kept"), "{}", page.query());
}

/// The lines, points and words of the small pictures: the present run's, and the kept one's.
fn small(page: &Page) -> [Vec<DrawnMark>; 2] {
    let marks = page.marks(View::Kept).marks.into_iter();
    let lines: Vec<_> = marks.filter(|mark| mark.kind != "polygon").collect();
    let first = lines.iter().find(|mark| mark.sign == "racer-1").unwrap();
    let right = first.points[0].0 - 1.0;
    let (kept, present) = lines.into_iter().partition(|mark| mark.points[0].0 >= right);
    [present, kept]
}

#[test]
fn only_the_present_runs_answers_change() {
    for query in ["data=moons", "data=sunspots&cost=squared_error&standardize_targets=true"] {
        let mut page = Page::open(&format!("scene=network&{query}"));
        page.step(20);
        let first = page.snapshot();
        keep(&mut page);
        let [present, kept] = small(&page);
        assert_eq!(kept.iter().find(|it| it.kind == "text").unwrap().text, "● 1");
        if query == "data=moons" {
            // So far both are the same run: their pictures have the same lines, and a frame.
            let shape = |marks: &[DrawnMark]| {
                let lines = marks.iter().filter(|it| is_line(it) && it.sign != "racer-1");
                let mut counts: Vec<_> = lines.map(|it| it.points.len()).collect();
                counts.sort_unstable();
                counts
            };
            let mut framed = [shape(&kept), vec![5]].concat();
            framed.sort_unstable();
            assert_eq!(shape(&present), framed);
        }
        page.play(12);
        let [later, still] = small(&page);
        assert_eq!(still, kept, "the kept one stays");
        assert_ne!(later, present, "the present one goes on");

        // A click on the present one does nothing; on the kept one it goes there.
        let (width, height) = crate::support::SIZE;
        let (width, middle) = (f64::from(width), f64::from(height) / 2.0);
        let now = page.snapshot();
        page.change(|app| app.pick_kept((width / 4.0, middle))).unwrap();
        assert_eq!(page.snapshot(), now);
        page.change(|app| app.pick_kept((0.75 * width, middle))).unwrap();
        assert_eq!(page.snapshot(), first);
    }
}

#[test]
fn the_same_run_is_kept_once_and_four_at_the_most() {
    let mut page = Page::open_empty("scene=network");
    for run in 0..4 {
        keep(&mut page);
        keep(&mut page);
        assert_eq!(page.told().kept.runs.len(), run + 2);
        page.step(1);
    }
    let full = page.change(Application::keep).unwrap_err().to_string();
    assert_says(&full, &["Four runs are kept"]);
    assert_eq!(page.told().kept.runs.len(), 5);
}

#[test]
fn another_seed_is_a_change_to_and_from_a_kept_run() {
    let mut page = Page::open_empty("scene=network");
    keep(&mut page);
    page.set("seed", "5");
    page.change(|app| app.open_kept(0)).unwrap();
    assert_eq!(page.experiment().seed, 1);
    page.change(Application::undo).unwrap();
    assert_eq!(page.experiment().seed, 5);
}

#[test]
fn networks_of_other_shapes_and_other_data_are_compared() {
    let mut page = Page::open("scene=network&layers=8-8&data=moons&cost=logistic");
    page.step(10);
    keep(&mut page);
    page.set("layers", "3");
    page.step(5);
    assert_says(&page.told().kept.runs[1].told, &["layers 8-8 (now 3)"]);
    assert!(page.signed(View::Chart, "racer-1").len() > 1);
    assert_eq!(page.signed(View::Map, "racer-1"), [], "it has no place among these weights");
    let titles = |page: &Page| -> Vec<String> {
        let texts = page.marks(View::Kept).marks.into_iter().map(|mark| mark.text);
        texts.filter(|text| !text.is_empty()).collect()
    };
    assert_eq!(titles(&page), ["now", "● 1"]);
    page.set("data", "xor");
    assert_eq!(titles(&page), ["now", "● 1", "other data"]);
}

#[test]
fn a_kept_run_that_cannot_be_is_told_and_the_run_is_there_all_the_same() {
    for wrong in ["x", "iterations%3D99999999", "iterations%3D5%26learning_rate%3D-1"] {
        let mut page = Page::open_empty(&format!("scene=network&kept={wrong}"));
        let [problem] = &page.told().problems[..] else { panic!("{wrong}: one problem") };
        assert_says(problem, &["kept", "iterations=120"]);
        page.step(1);
        assert_eq!(page.iteration(), 1);
    }
}
