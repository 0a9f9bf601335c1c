//! Playing to the end and again, parts of a step, and going back to the start.

use crate::support::Page;
use downhill_app::Application;
use downhill_core::run::snapshot::Status;

#[test]
fn a_reset_keeps_the_step_size_that_was_chosen_since() {
    let mut page = Page::open("function=square&start=2&learning_rate=7");
    page.play(600);
    assert_ne!(page.app.subject().status(), Status::Running);
    page.set("learning_rate", "0.01");
    page.change(Application::reset).unwrap();
    assert_eq!((page.iteration(), page.settings().learning_rate), (0, 0.01));
    assert_eq!(page.experiment().edits, []);
    page.play(100);
    assert_eq!((page.iteration(), page.app.subject().status()), (100, Status::Running));
    // It is a change like any other.
    page.change(Application::undo).unwrap();
    assert_eq!(page.settings().learning_rate, 0.01);
    page.change(Application::undo).unwrap();
    assert_eq!(page.settings().learning_rate, 7.0);
}

#[test]
fn a_reset_leaves_every_setting_as_it_is() {
    let mut page = Page::open("scene=network&batch_size=10");
    page.step(5);
    for (key, value) in [("learning_rate", "0.05"), ("batch_size", "32"), ("l2", "0.01")] {
        page.set(key, value);
        page.step(3);
    }
    page.set("freeze", "true");
    page.step(1);
    let before = page.settings().clone();
    page.change(Application::reset).unwrap();
    assert_eq!(page.iteration(), 0);
    let after = page.settings();
    assert_eq!(
        (after.learning_rate, after.batch_size, after.l2, &after.frozen, after.seed),
        (0.05, Some(32), 0.01, &before.frozen, before.seed)
    );
    assert_eq!(page.experiment().edits, []);
}

#[test]
fn a_reset_makes_weights_set_by_hand_and_edits_still_to_come_again() {
    let mut page = Page::open("scene=network&edits=10:weight_6:0.5,30:learning_rate:0.1");
    page.step(20);
    let there = page.place();
    page.change(Application::reset).unwrap();
    let edits: Vec<_> =
        page.experiment().edits.iter().map(|it| (it.iteration, it.key.as_str())).collect();
    assert_eq!(edits, [(10, "weight_6"), (30, "learning_rate")]);
    page.step(20);
    assert_eq!(page.place(), there);
    // Once it is behind, it is in force.
    page.step(11);
    page.change(Application::reset).unwrap();
    assert_eq!(page.settings().learning_rate, 0.1);
    assert_eq!(page.experiment().edits.len(), 1);
}

#[test]
fn played_at_its_end_a_run_begins_again() {
    for query in
        ["scene=descent&iterations=50", "scene=neuron&iterations=50", "scene=network&epochs=3"]
    {
        let mut page = Page::open(query);
        page.act(Application::play);
        page.frames(200);
        let (end, there) = (page.iteration(), page.place());
        assert!((1..200).contains(&end), "{query}");
        assert_eq!(page.frames(3), 0, "{query}: it has stopped");
        assert_eq!(page.told().scene.play, "play_again", "{query}");
        page.act(Application::play);
        assert_eq!(page.iteration(), 0, "{query}");
        page.frames(200);
        assert_eq!((page.iteration(), page.place()), (end, there), "{query}");
        // Also from beyond it, where a step by hand has led.
        page.step(1);
        assert_eq!(page.iteration(), end + 1);
        page.play(1);
        assert_eq!(page.iteration(), 1, "{query}");
    }
}

#[test]
fn the_next_part_of_a_step_does_not_go_beyond_the_limit() {
    for query in
        ["scene=descent&iterations=2", "scene=neuron&iterations=2", "scene=network&iterations=2"]
    {
        let mut page = Page::open(query);
        (0..60).for_each(|_| page.act(Application::next_part));
        assert_eq!(page.iteration(), 2, "{query}");
    }
}

#[test]
fn parts_of_a_step_are_told_also_where_the_ground_is_level() {
    let mut page = Page::open("scene=descent&function=square&start=0&iterations=50");
    (0..8).for_each(|_| page.act(Application::next_part));
    assert_eq!(page.iteration(), 2);
}
