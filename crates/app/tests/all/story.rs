//! Stories: read from a file, refused with the line that is wrong, told beat by beat, and back to
//! exactly what was shown.

use crate::support::{Page, assert_says, words};
use downhill_app::{Application, Story};
use serde_json::Value;
use std::fmt::Write;

const LESSON: &str = include_str!("../../../../www/stories/lesson.md");

/// A page that tells a story.
fn telling(text: &str) -> Page {
    let mut page = Page::open("");
    page.change(|app| app.open_story(text, "lesson")).unwrap_or_else(|error| panic!("{error}"));
    page
}

/// The next beat, or the one before. Whether there was one.
fn go(page: &mut Page, by: i32) -> bool {
    let mut there = false;
    page.change(|app| app.go_on_in_story(by).map(|is| there = is)).unwrap();
    there
}

/// All numbers, the sentence, the four steps, and the address.
fn seen(page: &Page) -> (Value, String, Option<String>) {
    let told = page.told();
    (page.snapshot(), words(&told.sentence), told.address)
}

#[test]
fn the_lesson_is_told_from_the_first_beat_to_the_last_and_back() {
    let mut page = telling(LESSON);
    let mut on_the_way = Vec::new();
    let mut lines = String::new();
    while go(&mut page, 1) {
        page.frames(3000);
        assert!(!page.told().playback.playing, "it has come to its end");
        on_the_way.push(seen(&page));
        let told = page.told().presentation;
        let story = told.story.unwrap();
        let _ = writeln!(
            lines,
            "{} {}: {} | {}",
            told.beat,
            story.heading,
            page.iteration(),
            page.sentence()
        );
    }
    eprintln!("{lines}");
    assert!((25..=40).contains(&on_the_way.len()), "{}", on_the_way.len());
    for beat in (1..on_the_way.len()).rev() {
        assert!(go(&mut page, -1));
        assert_eq!(page.told().presentation.beat, beat);
        page.frames(3000);
        assert_eq!(seen(&page), on_the_way[beat - 1], "beat {beat}");
    }
    assert!(!go(&mut page, -1), "there is none before the first");
}
