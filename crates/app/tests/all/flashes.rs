//! How often the large areas of a picture change while it plays, in frames at injected times.

use crate::support::Page;
use downhill_app::Application;
use downhill_view::options::show::View;

/// Steps that throw the answers from one side to the other.
const OSCILLATING: &str = "scene=network&data=circles&learning_rate=30&batch_size=10";

/// Whether two colours are told apart at a glance.
fn unlike(a: &[u8], b: &[u8]) -> bool {
    a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > 10)
}

/// Whether one colour after the other is a flash: another luminance by a tenth, one of them not
/// bright (WCAG 2.2).
fn flash(a: &[u8], b: &[u8]) -> bool {
    let linear = |channel: u8| (f64::from(channel) / 255.0).powf(2.2);
    let luminance = |colour: &[u8]| {
        0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
    };
    let (a, b) = (luminance(a), luminance(b));
    (a - b).abs() >= 0.1 && a.min(b) < 0.8
}

/// Plays for so many frames: the numbers of those that drew the view, and of those in which more
/// than a quarter of its image changed.
fn watched(
    query: &str,
    view: View,
    frames: usize,
    changed: fn(&[u8], &[u8]) -> bool,
) -> (Vec<usize>, Vec<usize>) {
    let mut page = Page::open_with(query, &[view]);
    page.act(Application::play);
    let mut before = page.image(view).rgba;
    let (mut drawn, mut large) = (Vec::new(), Vec::new());
    for frame in 0..frames {
        if !page.frame().contains(&view) {
            continue;
        }
        drawn.push(frame);
        let now = page.image(view).rgba;
        let cells = now.chunks(4).zip(before.chunks(4));
        if 4 * cells.filter(|(a, b)| changed(a, b)).count() > now.len() / 4 {
            large.push(frame);
        }
        before = now;
    }
    (drawn, large)
}

/// That there are large changes, and no more than three in any second of 60 frames.
fn assert_calm(large: &[usize]) {
    assert!(large.len() >= 10, "it oscillates: {large:?}");
    for changes in large.windows(4) {
        assert!(changes[3] - changes[0] >= 60, "in less than a second: {changes:?}");
    }
}

#[test]
fn answers_that_oscillate_change_no_more_than_three_times_a_second() {
    let (_, large) = watched(OSCILLATING, View::Boundary, 600, unlike);
    assert_calm(&large);
}

#[test]
fn a_map_that_oscillates_flashes_no_more_than_three_times_a_second() {
    let (_, large) = watched(OSCILLATING, View::Map, 600, flash);
    assert_calm(&large);
}

#[test]
fn a_run_that_learns_well_is_drawn_every_fourth_frame() {
    for view in [View::Boundary, View::Map, View::Diagram] {
        let (drawn, _) = watched("scene=network&data=circles", view, 400, unlike);
        // Where a map or a unit does change at once, as at the start, one drawing or two wait.
        assert!((95..=100).contains(&drawn.len()), "{view:?}: {drawn:?}");
    }
}
