//! Predict, then reveal: the guess is kept, nothing tells the truth before, and it is drawn beside
//! the guess after.

use crate::support::{Page, assert_near, assert_says};
use downhill_app::Application;
use downhill_view::options::show::View;

fn has(page: &Page, view: View, sign: &str) -> bool {
    !page.signed(view, sign).is_empty()
}

/// The numbers from a sign of equality on: those of a pair in brackets, or one.
fn numbers(text: &str) -> Vec<f64> {
    let text = text.split_once("= ").unwrap().1.trim_start_matches('(');
    let number = |part: &str| part.trim().replace('−', "-").parse().unwrap();
    let end = text.find(|at: char| !(at.is_ascii_digit() || "−., ".contains(at))).unwrap();
    let text = text[..end].trim_end_matches([' ', '.', ',']);
    text.split(", ").map(number).collect()
}

/// A guess is brought to a place, and what it was is told after a step.
fn guesses(query: &str, view: View, at: &[f64], bring: impl Fn(&mut Page)) {
    let mut page = Page::open(query);
    let (start, next) = (page.snapshot(), page.snapshot()["next"].clone());
    assert!(!has(&page, view, "ghost"), "off by default");
    page.set("predict", "true");
    assert_says(&page.sentence(), &["Where will the ball be?"]);
    assert!(page.told().playback.predicting, "no number tells");
    assert!(has(&page, view, "ghost") && !has(&page, view, "step"), "no arrow tells");
    bring(&mut page);
    assert_says(&page.sentence(), &["you guess"]);
    assert_eq!(page.snapshot(), start, "the ball stays where it is");
    page.step(1);
    assert_eq!(page.snapshot()["x"], next, "the run is what it was");
    let told = page.sentence();
    assert_says(&told, &["You guessed", "After one step", " apart"]);
    let guess = numbers(&told);
    assert_eq!(guess.len(), at.len(), "{told}");
    let distance = |from: &[f64], to: &[f64]| {
        from.iter().zip(to).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    };
    let apart = told.rsplit_once(": ").unwrap().1.split_once(" apart").unwrap().0;
    let apart: f64 = apart.parse().unwrap();
    assert!((apart - distance(&guess, &page.place())).abs() < 0.02, "{told}");
    assert!(distance(&guess, at) < 0.06, "{told}");
    assert!(has(&page, view, "ghost") && has(&page, view, "step"));
    assert!(!page.told().playback.predicting);
    // Scrubbed back, it is a question again; switched off, it is gone.
    page.act(Application::step_back);
    assert_says(&page.sentence(), &["you guess"]);
    page.set("predict", "false");
    assert!(!has(&page, view, "ghost"));
    assert!(!page.sentence().contains("guess"), "{}", page.sentence());
}

const CURVE: &str = "scene=descent";
const MAP: &str = "function=himmelblau&start=-1,2&learning_rate=0.01";

/// Drags the ring to a place of a view's axes, or clicks there.
fn to(page: &mut Page, view: View, (x, y): (f64, f64)) {
    let at = page.drawing(view).plot.unwrap().at(x, y);
    assert!(page.app.grab(view, at));
    page.change(|app| app.place_ball(view, at)).unwrap();
    page.act(Application::let_go);
}

/// Moves it by round numbers, as keys do: a tenth of a unit each.
fn by(page: &mut Page, places: [f64; 2]) {
    for (axis, count) in places.into_iter().enumerate() {
        for _ in 0..(count.abs() * 10.0).round() as u32 {
            let mut places = [0.0; 2];
            places[axis] = 10.0 * count.signum();
            page.change(|app| app.move_ball(places)).unwrap();
        }
    }
}

#[test]
fn a_guess_on_the_curve_is_kept_and_the_truth_is_drawn_beside_it() {
    guesses(CURVE, View::Curve, &[1.5], |page| to(page, View::Curve, (1.5, 0.0)));
    let start = Page::open(CURVE).place()[0];
    guesses(CURVE, View::Curve, &[1.5], |page| by(page, [1.5 - start, 0.0]));
}

#[test]
fn a_guess_on_the_map_is_kept_and_the_truth_is_drawn_beside_it() {
    guesses(MAP, View::Map, &[-1.6, 2.5], |page| to(page, View::Map, (-1.6, 2.5)));
    guesses(MAP, View::Map, &[-1.6, 2.5], |page| by(page, [-0.6, 0.5]));
}

#[test]
fn to_the_last_digit_the_run_is_what_it_is_without_a_guess() {
    let mut asked = Page::open(&format!("{MAP}&predict=true"));
    let mut alone = Page::open(MAP);
    for _ in 0..5 {
        to(&mut asked, View::Map, (0.0, 0.0));
        asked.step(1);
        alone.step(1);
    }
    assert_eq!(asked.snapshot(), alone.snapshot());
    assert_near(asked.place()[0], alone.place()[0], 0.0, "x");
}
