//! Stories: read from a file, refused with the line that is wrong, told beat by beat, and back to
//! exactly what was shown.

use crate::support::{Page, assert_says, words};
use downhill_app::Application;
use downhill_view::options::show::View;
use downhill_view::text::native::ENGLISH;
use serde_json::Value;

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
    while go(&mut page, 1) {
        page.frames(3000);
        assert!(!page.told().playback.playing, "it has come to its end");
        on_the_way.push(seen(&page));
    }
    assert!((25..=40).contains(&on_the_way.len()), "{}", on_the_way.len());
    for beat in (1..on_the_way.len()).rev() {
        assert!(go(&mut page, -1));
        assert_eq!(page.told().presentation.beat, beat);
        page.frames(3000);
        assert_eq!(seen(&page), on_the_way[beat - 1], "beat {beat}");
    }
    assert!(!go(&mut page, -1), "there is none before the first");
}

#[test]
fn in_each_language_the_lesson_does_the_same() {
    let technical = |text: &str| -> Vec<String> {
        let keys = ["show:", "do:", "light:", "pictures:", "## "];
        let line = |line: &str| {
            let key = keys.into_iter().find(|key| line.starts_with(key))?;
            Some(if key == "## " { key } else { line }.to_string())
        };
        text.lines().filter_map(line).collect()
    };
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/stories");
    let mut languages = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(technical(&text), technical(LESSON), "{}", path.display());
        // To open it is to rehearse it: each of its calls can be done.
        telling(&text);
        languages += 1;
    }
    assert!(languages >= 5, "{languages} lessons");
}

#[test]
fn in_another_language_the_lesson_stays_at_its_beat_and_what_a_hand_has_changed() {
    let german = include_str!("../../../../www/stories/lesson.de.md");
    let mut page = telling(LESSON);
    (0..4).for_each(|_| assert!(go(&mut page, 1)));
    page.frames(3000);
    page.set("start", "1");
    let before = (page.snapshot(), page.told().address);
    page.change(|app| app.open_story(german, "lesson")).unwrap();
    let told = page.told().presentation;
    assert_eq!((told.beat, &*told.story.unwrap().heading), (4, "Bergauf oder bergab?"));
    assert_eq!((page.snapshot(), page.told().address), before);
    // Another story begins before its first beat.
    page.change(|app| app.open_story(german, "stories/mine.md")).unwrap();
    assert_eq!(page.told().presentation.beat, 0);
}

#[test]
fn the_example_of_the_documents_is_a_story() {
    let document = include_str!("../../../../docs/classroom.md");
    let (_, after) = document.split_once("```markdown\n").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    let mut page = telling(example);
    assert!(go(&mut page, 1));
    let told = page.told().presentation.story.unwrap();
    assert_eq!((&*told.title, &*told.heading, told.beats), ("Two valleys", "Left or right?", 3));
    assert_eq!(words(&told.headline), "Where will the ball roll?");
    assert_eq!(told.headline[1].sign, "ball");
    assert_eq!(words(&told.ask), "Left or right? Hands up.");
    assert_eq!(told.say.len(), 2);
    assert_eq!((&*told.next, page.iteration()), ("It rolls", 0));
    assert!(go(&mut page, 1));
    page.frames(3000);
    assert_eq!(page.iteration(), 60);
    let told = page.told().presentation.story.unwrap();
    assert_eq!(told.light, "slope");
    // A sign is a mark of headlines: what is said is as it is written.
    assert_says(&told.say[0], &["[slope]"]);
    assert!(go(&mut page, 1));
    assert_eq!((page.iteration(), page.control("learning_rate")), (3, "0.3".into()));
    assert!(!go(&mut page, 1), "there is none after the last");
}

/// Why a story cannot be told.
fn refused(text: &str) -> String {
    let mut page = telling("# Before\n## One\nshow: scene=gradient\n");
    assert!(go(&mut page, 1));
    page.step(2);
    let before = (seen(&page), page.told().presentation);
    let error = page.change(|app| app.open_story(text, "other")).unwrap_err();
    assert_eq!((seen(&page), page.told().presentation), before, "what is shown stays: {text}");
    error.to_string()
}

#[test]
fn a_bad_line_is_named_with_what_to_write_instead() {
    for (text, parts) in [
        ("", &["no beats", "## The slope"][..]),
        ("# Title\n\nOnly words.", &["no beats"]),
        ("##\n", &["line 1", "heading"]),
        (
            "# T\n## A\nNo empty line before this.",
            &["line 3", "“No empty line before this.”", "empty line", "headline"],
        ),
        ("## A\nshow scene=descent", &["line 2", "show"]),
        ("## A\ncolour: red", &["line 2", "“colour: red”", "light"]),
        ("## A\nlight: sun", &["line 2", "“sun”", "slope"]),
        ("## A\nlight:", &["line 2", "nothing after it"]),
        ("## A\nheadline: a\nheadline: b", &["line 3", "twice"]),
        ("## A\nheadline: The [hill:hill]", &["line 2", "“hill”", "[slope:the slope]"]),
        ("## A\npictures: photo", &["line 2", "“photo”", "curve"]),
        ("## A\npictures: curve, map, surface", &["line 2", "one or two"]),
        ("## A\n\nsaid\n\n## B\ndo: fly", &["line 6", "“fly”", "step"]),
        ("## A\ndo: play", &["line 2", "play 20"]),
        ("## A\ndo: play 0", &["line 2", "from 1 to"]),
        ("## A\ndo: step -3", &["line 2", "from 1 to"]),
        ("## A\ndo: step 99999999999999999999", &["line 2", "from 1 to"]),
        ("## A\ndo: set learning_rate", &["line 2", "set learning_rate 0.3"]),
        ("## A\ndo: reset 3", &["line 2", "alone"]),
        ("## A\ndo: set learning_rate x", &["line 2", "above 0"]),
        ("## A\ndo: set gravity 3", &["line 2", "gravity"]),
        ("## A\nshow: scene=moon", &["line 2", "moon", "derivative"]),
        ("## A\nshow: function=x^", &["line 2"]),
        ("## A\nshow: scene=descent&speed=3", &["line 2", "speed"]),
        (
            "## A\nshow: function=x^2&start=2&learning_rate=1000\ndo: seek 900",
            &["line 3", "run ends"],
        ),
    ] {
        assert_says(&refused(text), parts);
    }
}

#[test]
fn huge_and_hostile_stories_are_refused_or_are_text() {
    assert_says(&refused(&"a".repeat(200_001)), &["too long"]);
    assert_says(&refused(&"## A\n".repeat(301)), &["line 301", "300 beats"]);
    assert_says(&refused(&format!("## A\n{}", "do: step\n".repeat(21))), &["line 22", "20 things"]);
    assert_says(
        &refused("## A\nshow: scene=network&layers=16-16&data=moons&samples=2000\ndo: play 10000"),
        &["line 3", "too long"],
    );
    let many =
        "## A\nshow: scene=network&layers=32-32&samples=2000&data=moons\ndo: play 300\n".repeat(40);
    assert_says(&refused(&many), &["too long"]);
    // Wherever it is cut off, it is a story, or refused.
    let mut app = Application::new("", ENGLISH).unwrap();
    let ends = (0..1200).step_by(7).filter_map(|end| LESSON.get(..end));
    let told = ends.filter(|text| app.open_story(text, "").is_ok()).count();
    assert!((50..165).contains(&told), "{told}");
    let script = "\u{feff}# <script>alert(1)</script>\r\n## <img src=x onerror=alert(1)>\r\nask: <b>?</b>\r\n\r\n<iframe>{x}</iframe>\r\n";
    let mut page = telling(script);
    assert!(go(&mut page, 1));
    let told = page.told().presentation.story.unwrap();
    assert_eq!(
        (&*told.title, &*told.heading),
        ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    );
    assert_eq!((words(&told.ask), &*told.say[0]), ("<b>?</b>".into(), "<iframe>{x}</iframe>"));
}

#[test]
fn an_address_leads_to_the_beat_and_keeps_what_a_hand_has_changed() {
    let address = |page: &Page| page.told().address.unwrap();
    let mut page = telling(LESSON);
    assert_says(&address(&page), &["scene=derivative&story=lesson"]);
    (0..5).for_each(|_| assert!(go(&mut page, 1)));
    page.frames(3000);
    assert_eq!(address(&page), "story=lesson&beat=5");
    page.act(|app| app.set_presenting(true));
    assert_eq!(address(&page), "story=lesson&beat=5&mode=present");
    page.set("theme", "dark");
    assert_eq!(address(&page), "theme=dark&story=lesson&beat=5&mode=present");
    let opened = Page::open_empty(&address(&page)).told();
    assert_eq!(opened.problems, Vec::<String>::new());
    assert_eq!((opened.presentation.beat, opened.presentation.strays), (5, false));
    assert_eq!(&*opened.presentation.address, "lesson");
    assert!(opened.presentation.presenting);
    page.set("language", "de");
    assert_eq!(address(&page), "theme=dark&language=de&story=lesson&beat=5&mode=present");
    let opened = Page::open_empty(&address(&page)).told();
    assert_eq!((opened.presentation.beat, opened.presentation.strays), (5, false));
    page.set("language", "auto");
    // A hand changes something: now the address has that, too.
    page.set("start", "1");
    assert_says(&address(&page), &["start=1", "story=lesson&beat=5"]);
    let mut again = Page::open_empty(&address(&page));
    assert!(again.told().presentation.strays);
    again.change(|app| app.open_story(LESSON, "lesson")).unwrap();
    assert_eq!((again.place(), again.told().presentation.beat), (vec![1.0], 5));
    // The next beat is the same for everybody.
    let [told, other] = [&mut page, &mut again].map(|page| {
        assert!(go(page, 1));
        page.snapshot()
    });
    assert_eq!(told, other);
    for (query, problem) in [("beat=x", "the number of a beat"), ("mode=fly", "present")] {
        assert_says(&Page::open_empty(query).told().problems.join(" "), &[problem]);
    }
}

#[test]
fn steps_of_the_next_beat_are_seen_and_those_of_another_are_there_at_once() {
    let text = "## A\nshow: scene=descent\n## B\ndo: step\n## C\ndo: play 20\n";
    let mut page = telling(text);
    page.app.set_reduced_motion(false);
    assert!(go(&mut page, 1));
    assert!(go(&mut page, 1));
    assert!(page.frames(2) == 2, "the ball is on its way");
    page.frames(3000);
    assert!(go(&mut page, 1));
    assert!(page.told().playback.playing);
    page.frames(3);
    // In the middle of the run, back and forth.
    assert!(go(&mut page, -1));
    assert_eq!((page.iteration(), page.told().playback.playing), (1, false));
    page.change(|app| app.show_beat(3)).unwrap();
    page.frames(3000);
    let seen_played = seen(&page);
    page.change(|app| app.show_beat(1)).unwrap();
    page.change(|app| app.show_beat(3)).unwrap();
    page.frames(3000);
    assert_eq!((page.iteration(), page.told().playback.playing), (21, false));
    assert_eq!(seen(&page), seen_played);
}

#[test]
fn a_class_sees_larger_lines_few_digits_and_what_is_lit() {
    let mut page = telling("## A\nshow: scene=derivative\nlight: slope\n## B\n");
    assert!(page.told().readings.is_empty());
    assert_eq!(page.told().theme.id, "light");
    page.act(|app| app.set_presenting(true));
    assert_eq!(page.told().theme.id, "projector");
    let keys: Vec<_> = page.told().readings.iter().map(|it| (it.key, it.text.clone())).collect();
    let expected = [
        ("steps", "0"),
        ("x", "−0.500"),
        ("height", "−1.19"),
        ("slope", "+3.50"),
        ("step_size", &page.control("learning_rate")),
    ];
    assert_eq!(keys, expected.map(|(key, text)| (key, text.to_string())));
    page.set("theme", "dark");
    assert_eq!(page.told().theme.id, "projector_dark");
    let width = |page: &Page| {
        let lines = page.signed(View::Curve, "slope").into_iter().filter(|it| it.kind == "line");
        lines.map(|it| it.size).fold(0.0, f64::max)
    };
    let before = width(&page);
    assert!(go(&mut page, 1));
    assert!((width(&page) / before - 1.8).abs() < 0.05, "{} {before}", width(&page));
    assert!(go(&mut page, 1));
    assert!((width(&page) / before - 1.0).abs() < 0.05);
    page.act(|app| app.set_presenting(false));
    assert_eq!(page.told().theme.id, "dark");
}

#[test]
fn a_slider_is_moved_by_places_as_far_as_it_goes() {
    let mut page = Page::open_empty("scene=descent&learning_rate=0.01");
    page.change(|app| app.move_slider("learning_rate", 1)).unwrap();
    assert_eq!(page.control("learning_rate"), "0.015");
    page.change(|app| app.move_slider("learning_rate", -2)).unwrap();
    assert_eq!(page.control("learning_rate"), "0.007");
    for _ in 0..40 {
        page.change(|app| app.move_slider("learning_rate", -1)).unwrap();
    }
    assert_eq!(page.control("learning_rate"), "0.00001");
}
