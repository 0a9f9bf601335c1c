//! The state in groups: those that have changed are told, and come to the whole state.

use crate::support::Page;
use downhill_app::Application;
use serde_json::{Map, Value};

const QUERIES: [&str; 6] = [
    "scene=derivative",
    "scene=gradient",
    "scene=descent&function=himmelblau&start=-1,2&basins=true",
    "scene=descent&function=bowl&start=4,2&race=sgd,momentum,adam",
    "scene=neuron",
    "scene=network&batch_size=10",
];

type Action = fn(&mut Page);

const ACTIONS: [(&str, Action); 12] = [
    ("play", |page| page.act(Application::play)),
    ("pause", |page| page.act(Application::pause)),
    ("step back", |page| page.act(Application::step_back)),
    ("part", |page| page.act(Application::next_part)),
    ("learning rate", |page| page.set("learning_rate", "0.02")),
    ("optimizer", |page| page.set("optimizer", "adam")),
    ("theme", |page| page.set("theme", "dark")),
    ("keep", |page| page.change(Application::keep).unwrap()),
    ("scene", |page| page.set("scene", "gradient")),
    ("undo", |page| page.change(Application::undo).unwrap()),
    ("new start", |page| page.change(Application::new_start).unwrap()),
    ("reset", |page| page.change(Application::reset).unwrap()),
];

#[test]
fn what_was_told_comes_to_the_whole_state() {
    for query in QUERIES {
        let mut page = Page::open(query);
        page.listen();
        let mut whole = Map::new();
        for (name, action) in ACTIONS {
            action(&mut page);
            page.frames(7);
            for changes in page.heard() {
                let Value::Object(groups) = changes else { panic!("groups") };
                whole.extend(groups);
            }
            let state = serde_json::to_value(page.told()).unwrap();
            assert_eq!(Value::Object(whole.clone()), state, "{query}: {name}");
        }
    }
}

#[test]
fn a_frame_of_a_run_tells_only_what_moves() {
    const MOVING: [&str; 7] =
        ["epoch", "notes", "numbers", "sentence", "sliders", "steps", "timeline"];
    let groups =
        |changes: &Value| -> Vec<String> { changes.as_object().unwrap().keys().cloned().collect() };
    for query in
        ["scene=network", "scene=descent&function=himmelblau&iterations=0&learning_rate=0.0001"]
    {
        let mut page = Page::open(query);
        page.act(Application::play);
        // Until places are marked and step sizes are tried.
        page.frames(150);
        page.listen();
        assert_eq!(page.frames(10), 10);
        let heard = page.heard();
        let all = serde_json::to_value(page.told()).unwrap();
        assert_eq!(groups(&heard[0]), groups(&all), "who begins to listen is told everything");
        assert_eq!(heard.len(), 10);
        for changes in &heard[1..] {
            let groups = groups(changes);
            for group in &groups {
                assert!(MOVING.contains(&&**group), "{query}: {group}");
            }
            for group in ["numbers", "timeline"] {
                assert!(groups.iter().any(|it| it == group), "{query}: {group}");
            }
        }
        page.act(Application::pause);
        page.heard();
        page.act(|_| ());
        assert_eq!(page.heard(), [Value::Object(Map::new())], "nothing has changed");
    }
}
