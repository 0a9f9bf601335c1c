//! The planes of map and surface: the loss in them, how far to trust them, and how old they are.

use crate::support::{Page, assert_near, assert_says, words};
use downhill_app::Application;
use downhill_app::told::answers::{self, ShownPlane};
use downhill_view::options::show::View;

const NETWORK: &str =
    "scene=network&data=circles&layers=8-8&cost=binary_cross_entropy&learning_rate=1";
/// The views that show a plane.
const VIEWS: [View; 2] = [View::Map, View::Surface];
const PLANES: [&str; 4] = ["weights", "random", "path", "gradient"];

fn shown(page: &Page) -> ShownPlane<'_> {
    answers::shown_plane(&page.app).unwrap()
}

fn kind(page: &Page) -> &'static str {
    shown(page).kind
}

/// θ at a place of the plane.
fn theta(plane: &ShownPlane, (x, y): (f64, f64)) -> Vec<f64> {
    let axes = plane.axes[0].iter().zip(plane.axes[1]);
    plane.origin.iter().zip(axes).map(|(value, (a, b))| value + x * a + y * b).collect()
}

fn loss(page: &Page, parameters: &[f64]) -> f64 {
    answers::loss(&page.app, parameters).unwrap()
}

fn batch_loss(page: &Page) -> f64 {
    page.app.subject().run().unwrap().snapshot().batch_loss
}

#[test]
fn the_surface_is_the_true_loss_and_the_note_has_its_numbers() {
    for plane in PLANES {
        let query = format!("{NETWORK}&plane={plane}");
        let mut page = Page::open_with(&query, &VIEWS);
        page.play(40);
        let it = shown(&page);
        assert_eq!((it.kind, it.iteration, it.distance), (plane, 40, 0.0));
        assert_eq!(it.shadow_loss, batch_loss(&page));
        for (index, (found, expected)) in theta(&it, it.ball).iter().zip(page.place()).enumerate() {
            assert_near(*found, expected, 1e-9, &format!("parameter {index}"));
        }
        // The loss over all of it is the network's own, asked for in another way.
        let columns = it.xs.len();
        assert_eq!(it.losses.len(), columns * it.ys.len());
        for (index, found) in it.losses.iter().enumerate().step_by(37) {
            let at = (it.xs[index % columns], it.ys[index / columns]);
            let what = format!("{plane} at {at:?}");
            assert_near(*found, loss(&page, &theta(&it, at)), 3e-6, &what);
        }
        let note = page.note("map_note");
        assert_says(&note, &["in the plane: true loss"]);
        let share = 100.0 * it.share.unwrap();
        assert_says(&note, &[&format!("{share:.1} % of the path’s variance")]);
        assert_says(&note, &["Iteration 40."]);
        // The same address gives the same picture.
        let mut again = Page::open_with(&query, &VIEWS);
        again.play(40);
        assert_eq!(shown(&again), it);
    }
}

#[test]
fn while_it_plays_few_pictures_are_older_than_six_frames_and_each_tells_how_old() {
    /// Frames for which a large change waits, as no picture may flash.
    const WAIT: u32 = 20;
    for plane in PLANES {
        let mut old = 0;
        let mut page = Page::open(&format!("{NETWORK}&plane={plane}"));
        page.act(Application::play);
        for _ in 0..200 {
            page.frames(1);
            let (it, now) = (shown(&page), page.iteration());
            let age = it.age.max(it.surface_age);
            assert!(age <= 6 + WAIT, "{} {}", it.age, it.surface_age);
            old += u32::from(age > 6);
            // A step a frame: so many frames ago is so many iterations ago.
            assert_eq!(now - it.iteration, it.age);
            assert_eq!(now - it.surface_iteration, it.surface_age);
            let drawn = [(it.iteration, it.age), (it.surface_iteration, it.surface_age)];
            let notes = page.told().notes;
            for (note, (iteration, age)) in ["map_note", "surface_note"].into_iter().zip(drawn) {
                let ago = match age {
                    0 => String::new(),
                    1 => ", 1 frame ago".to_string(),
                    _ => format!(", {age} frames ago"),
                };
                let (note, end) = (words(&notes[note]), format!("Iteration {iteration}{ago}."));
                assert!(note.ends_with(&end), "{note}, not {end}");
            }
        }
        assert_eq!(page.iteration(), 200);
        assert!(old <= 2 * WAIT, "{plane}: {old} of 200 frames");
    }
}

/// The numbers in a note, in their order.
fn numbers(text: &str) -> Vec<f64> {
    let words = text.split(|at: char| !(at.is_ascii_digit() || at == '.'));
    words.filter_map(|word| word.trim_end_matches('.').parse().ok()).collect()
}

#[test]
fn the_ball_leaves_a_plane_that_stays_and_its_shadow_and_distance_are_told() {
    for plane in PLANES {
        let mut page = Page::open_with(&format!("{NETWORK}&plane={plane}&plane_at=10"), &VIEWS);
        page.play(10);
        let then = shown(&page);
        assert_eq!(then.distance, 0.0);
        let (origin, axes) = (then.origin.to_vec(), then.axes.map(<[f64]>::to_vec));
        page.play(50);
        let it = shown(&page);
        assert_eq!(it.chosen, 10);
        assert_eq!((it.origin, it.axes), (&origin[..], axes.each_ref().map(|axis| &axis[..])));
        let shadow = theta(&it, it.ball);
        let apart = shadow.iter().zip(page.place()).map(|(a, b)| (a - b).powi(2)).sum::<f64>();
        assert_near(it.distance, apart.sqrt(), 1e-9, "distance");
        assert_eq!(it.loss, batch_loss(&page));
        assert_near(it.shadow_loss, loss(&page, &shadow), 1e-9, "shadow");
        assert!(it.distance > 0.01);
        let note = page.note("map_note");
        assert_says(&note, &[" off: true loss ", ", at its shadow ", "."]);
        let (_, told) = note.split_once(" is ").unwrap();
        for (text, value) in numbers(told).iter().zip([it.distance, it.loss, it.shadow_loss]) {
            assert_near(text / value, 1.0, 5e-3, &note);
        }
        // Back before it was chosen, the plane follows the run.
        page.act(|app| app.seek(5));
        assert_eq!(shown(&page).chosen, 5);
    }
}

#[test]
fn a_plane_is_chosen_held_and_let_go_and_that_is_undone() {
    let mut page = Page::open_with(NETWORK, &VIEWS);
    page.set("plane", "path");
    assert_says(&page.query(), &["plane=path"]);
    assert_eq!(kind(&page), "path");
    page.play(12);
    page.set("hold", "true");
    assert_says(&page.query(), &["plane_at=12"]);
    assert_eq!(page.control("hold"), "true");
    page.play(12);
    assert!(shown(&page).distance > 0.0);
    page.set("hold", "false");
    assert!(!page.query().contains("plane_at"));
    assert_eq!(shown(&page).distance, 0.0);
    page.change(Application::undo).unwrap();
    assert_says(&page.query(), &["plane_at=12"]);
}

#[test]
fn a_plane_that_is_none_is_told_and_the_run_stays() {
    let page = Page::open_with(&format!("{NETWORK}&plane=diagonal&plane_at=soon"), &VIEWS);
    let told = page.told().problems.join(" ");
    assert_says(&told, &["plane", "weights, random, path, gradient"]);
    assert_says(&told, &["plane_at", "an iteration"]);
    assert_eq!(kind(&page), "weights");
}

#[test]
fn a_large_networks_map_is_coarse_first_then_finer() {
    let mut page = Page::open_with("scene=network&layers=48-48&plane=random", &VIEWS);
    let (coarse, loss) = (shown(&page).xs.len(), shown(&page).loss);
    assert!(page.app.busy(), "a frame is asked for");
    assert!(page.frames(400) < 400);
    let fine = shown(&page);
    assert!(coarse < 25 && fine.xs.len() >= 28, "{coarse} {}", fine.xs.len());
    assert_eq!(fine.loss, loss);
    assert_eq!(page.frames(3), 0, "then none");
}
