//! Links that are passed on: each opens the very run, at the very iteration; what is wrong in one
//! is said, and nothing in it runs as code.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_app::told::answers;

/// Random choices: SplitMix64.
struct Choices(u64);

impl Choices {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// Some of these settings, each with one of its values.
    fn some(&mut self, settings: &[(&str, &[&str])]) -> String {
        let mut text = String::new();
        for (key, values) in settings {
            if self.below(3) == 0 {
                text += &format!("&{key}={}", self.of(values));
            }
        }
        text
    }

    fn experiment(&mut self) -> String {
        let rates = ["0.001", "0.01", "0.03", "0.1", "0.37"];
        let optimizers = ["sgd", "momentum", "nesterov", "adam", "rmsprop", "lion", "adadelta"];
        let any: [(&str, &[&str]); 4] = [
            ("learning_rate", &rates),
            ("optimizer", &optimizers),
            ("theme", &["dark", "projector"]),
            ("schedule", &["exponential:0.97", "step:3:0.5", "warmup:5"]),
        ];
        let scene = self.of(&["derivative", "descent", "gradient", "neuron", "network"]);
        let own = match scene {
            "derivative" | "descent" => self.some(&[
                ("function", &["x^2", "x%5E2%2Bsin(3x)", "double_well", "abs(x)", "exp(-x^2)*x"]),
                ("start", &["0.3", "-1.25", "1.9"]),
                ("domain", &["-3,3", "-2,2.5"]),
                ("secant", &["0.5", "1e-3"]),
                ("numbers", &["true"]),
            ]),
            "gradient" => self.some(&[
                ("function", &["himmelblau", "bowl", "x^2%2B3y^2%2Bsin(x*y)"]),
                ("start", &["0.5,1", "-1.2,2", "3,0.1"]),
            ]),
            "neuron" => {
                self.some(&[("data", &["nebulae", "petals"]), ("batch_size", &["4", "full"])])
            }
            _ => self.some(&[
                ("data", &["moons", "iris", "xor", "circles", "penguins"]),
                ("samples", &["20", "60"]),
                ("layers", &["", "2", "4-3"]),
                ("activation", &["relu", "sin", "gelu"]),
                ("batch_size", &["1", "7", "full"]),
                ("seed", &["2", "4294967295"]),
                ("l2", &["0.001", "0.1"]),
                ("dropout", &["0.2"]),
                ("noise", &["0.3"]),
                ("weight", &["1", "5"]),
                ("chart", &["weights", "log_loss"]),
                ("errors", &["true"]),
            ]),
        };
        format!("scene={scene}{own}{}", self.some(&any))
    }
}

/// Opens random experiments, takes some steps, changes something on the way, and follows the link
/// from there.
fn follow(experiments: usize) {
    let mut choices = Choices(26);
    for _ in 0..experiments {
        let query = choices.experiment();
        let mut page = Page::open_empty(&query);
        for _ in 0..choices.below(3) {
            page.step(choices.below(12) as u32);
            match choices.below(4) {
                0 => page.set("learning_rate", "0.02"),
                1 => page.act(Application::step_back),
                2 => page.set("gradient_noise", "0.01"),
                _ => {}
            }
        }
        let link = page.app.query_at().unwrap();
        assert!(link.len() < 2000, "{link}");
        let mut other = Page::open_empty(&link);
        other.frames(10_000);
        let bits = |page: &Page| page.place().iter().map(|it| it.to_bits()).collect::<Vec<_>>();
        assert_eq!(other.iteration(), page.iteration(), "{query}: {link}");
        assert_eq!(bits(&other), bits(&page), "{query}: {link}");
        assert_eq!(other.app.query_at().unwrap(), link, "{query}");
        let (mut told, mut again) = (page.told(), other.told());
        // Which changes were there at its start, each run tells by itself.
        told.controls.remove("edits");
        again.controls.remove("edits");
        assert_eq!(again.controls, told.controls, "{query}: {link}");
        assert_eq!(again.problems, [""; 0], "{query}: {link}");
    }
}

#[test]
fn a_link_leads_back_to_the_very_state() {
    follow(1_000);
}

#[test]
#[ignore = "ten thousand experiments"]
fn ten_thousand_links_do() {
    follow(10_000);
}

#[test]
fn an_address_opens_at_an_iteration_which_is_computed_in_slices() {
    let query = "scene=network&layers=32-32&data=spirals&samples=500";
    let mut page = Page::open_empty(&format!("{query}&at=40"));
    assert!(page.app.is_recomputing());
    assert!(page.told().recomputation.is_some_and(|it| it.share < 1.0));
    page.frames(10_000);
    assert_eq!((page.iteration(), page.told().recomputation), (40, None));
    let mut other = Page::open_empty(query);
    other.step(40);
    assert_eq!(page.place(), other.place());
    assert!(page.query() == other.query() && !page.query().contains("at="), "{}", page.query());
}

#[test]
fn a_wrong_iteration_is_said_and_left() {
    for (query, says) in [
        ("scene=descent&at=x", "at"),
        ("scene=descent&at=-3", "at"),
        ("scene=network&at=4000000000", "would take minutes"),
        ("scene=descent&at=1e9", "at"),
        ("at=<img src=x onerror=alert(1)>", "at"),
    ] {
        let page = Page::open_empty(query);
        assert_eq!(page.iteration(), 0, "{query}");
        let problems = page.told().problems;
        assert_eq!(problems.len(), 1, "{query}: {problems:?}");
        assert_says(&problems[0], &[says]);
    }
}

#[test]
fn a_megabyte_in_a_link_is_said_and_left() {
    let long = "7".repeat(1_000_000);
    for key in [
        "function",
        "start",
        "at",
        "points",
        "ghost",
        "kept",
        "edits",
        "layers",
        "race",
        "__proto__",
    ] {
        let page = Page::open_empty(&format!("{key}={long}"));
        let problems = page.told().problems;
        let said: usize = problems.iter().map(String::len).sum();
        assert!(!problems.is_empty() && said < 2_000, "{key}: {said} characters are said");
    }
}

#[test]
fn a_run_as_a_table_has_what_was_seen() {
    let mut page = Page::open_empty("scene=gradient");
    let mut seen = vec![page.place()];
    for _ in 0..5 {
        page.step(1);
        seen.push(page.place());
    }
    let table = answers::run_table(&page.app);
    assert_eq!(table.columns, ["iteration", "x", "y", "value", "learning_rate"]);
    assert_eq!(table.rows.len(), 6);
    for (iteration, (row, place)) in table.rows.iter().zip(&seen).enumerate() {
        assert_eq!(row[0], Some(iteration as f64));
        assert_eq!([row[1], row[2]].map(Option::unwrap), place[..]);
    }
    let csv = answers::run_csv(&page.app);
    assert_eq!(csv.lines().count(), 7);
    let mut network = Page::open_empty("scene=network&validation_fraction=0.2");
    network.step(3);
    let table = answers::run_table(&network.app);
    assert_eq!(table.rows.len(), 4);
    assert!(table.rows.iter().flatten().all(Option::is_some));
}

#[test]
fn why_a_run_has_ended_is_told() {
    let ended = |page: &Page| page.told().playback.ended;
    let mut page = Page::open("scene=descent&learning_rate=0.02&iterations=0");
    assert_eq!(ended(&page), None);
    page.act(Application::play);
    page.frames(2_000);
    assert_eq!(ended(&page), Some("converged"));
    let mut page = Page::open("scene=descent&function=x^4&start=1.9&learning_rate=2");
    page.act(Application::play);
    page.frames(2_000);
    assert_eq!(ended(&page), Some("diverged"));
    let mut page = Page::open_empty("scene=network&iterations=3");
    page.act(Application::play);
    page.frames(200);
    assert_eq!((ended(&page), page.iteration()), (Some("enough"), 3));
}
