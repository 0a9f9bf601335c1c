//! Words that are true: of the weights at the start, of slopes of 0, of whose loss is shown, of
//! places far away, and of values that do not fit.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_core::Error;
use downhill_core::experiment::keys::KEYS;
use downhill_view::text::native::ENGLISH;

#[test]
fn weights_are_called_random_only_where_they_are() {
    for (query, begins) in [
        ("scene=network", "With random weights, "),
        ("scene=network&seed=7", "With random weights, "),
        ("scene=network&initialization=he_normal", "With random weights, "),
        ("scene=network&initialization=uniform&layers=8-8", "With random weights, "),
        ("scene=network&initialization=zeros", "With all weights 0, "),
        ("scene=network&initialization=zeros&layers=8-8&data=moons", "With all weights 0, "),
        ("scene=network&initialization=zeros&data=iris&layers=", "With all weights 0, "),
        ("scene=network&initialization=zeros&data=spirals", "With all weights 0, "),
        ("scene=network&initialization=zeros&data=iris&layers=8", "With all weights 0, "),
        ("scene=network&data=sunspots&layers=2&start=1,1,0,0,1,1,0", "With all weights equal, "),
        (
            "scene=network&data=sunspots&layers=2&start=1,-1,0,0,1,1,0",
            "With the weights as they were set, ",
        ),
        ("scene=network&edits=0:weight_3:2", "With the weights as they were set, "),
    ] {
        let page = Page::open_empty(query);
        let told = page.sentence();
        assert!(told.starts_with(begins), "{query}: {told}");
        let slope = page.reading("gradient");
        assert_eq!(told.contains("is level"), slope.abs() < 5e-5, "{query}: {told}");
    }
}

#[test]
fn a_network_tells_its_first_steps_and_then_its_epochs() {
    let mut page = Page::open("scene=network");
    page.step(1);
    let step =
        ["Back propagation gave each weight its gradient, this one −0.236.", "moved against"];
    assert_says(&page.sentence(), &step);
    assert_says(&page.sentence(), &["this one by +0.0708", "cost fell from 1.05 to 0.883"]);
    page.step(11);
    let epochs = ["Epoch 12: all 240 samples seen 12 times", "cost fell from 1.05", "from 55 %"];
    assert_says(&page.sentence(), &epochs);
    let mut page = Page::open("scene=network&batch_size=30");
    page.step(6);
    assert_says(&page.sentence(), &["Epoch 1: 180 of 240 samples seen so far."]);
    page.step(2);
    assert_says(&page.sentence(), &["Epoch 1: all 240 samples seen once."]);
    // Values are neither right nor wrong.
    let mut page = Page::open("scene=network&data=sunspots");
    page.step(12);
    assert!(!page.sentence().contains("right"), "{}", page.sentence());
    // The four steps count the epochs, too.
    let steps = page.told().steps;
    let words: Vec<String> = steps.iter().map(|step| crate::support::words(&step.words)).collect();
    assert_says(
        &words.concat(),
        &["Calculate", "Look", "Move", "Repeat. Epochs (all samples once): 12."],
    );
}

#[test]
fn each_picture_says_whose_loss_it_shows() {
    for query in [
        "batch_size=10",
        "batch_size=1",
        "batch_size=32&data=moons",
        "batch_size=7&seed=3",
        "dropout=0.2",
        "batch_size=20&dropout=0.5",
        "batch_size=50&plane=random",
        "batch_size=16&data=sunspots",
        "batch_size=64&data=iris",
        "dropout=0.1&data=moons&layers=8-8",
    ] {
        let mut page = Page::open(&format!("scene=network&{query}"));
        page.step(2);
        for note in ["curve_note", "map_note"] {
            assert!(!page.note(note).contains("true loss"), "{query}: {}", page.note(note));
            assert_says(&page.note(note), &["step’s ", " sample"]);
        }
        assert_says(&page.note("surface_note"), &["Height: loss on ", " sample"]);
    }
    for query in ["seed=2", "data=moons", "data=iris", "l2=0.1", "layers=8-8", "batch_size=full"] {
        let page = Page::open(&format!("scene=network&{query}"));
        assert_says(&page.note("curve_note"), &["loss on all ", " training samples"]);
        assert_says(&page.note("map_note"), &["true loss"]);
        assert_says(&page.note("surface_note"), &["loss on all ", " training samples"]);
    }
}

#[test]
fn the_notes_say_what_colours_mean_and_whose_cost_a_neurons_map_shows() {
    for size in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] {
        let page = Page::open(&format!("scene=neuron&batch_size={size}"));
        let count = if size == "1" { "one sample.".into() } else { format!("{size} samples.") };
        assert_says(&page.note("map_note"), &["darker is lower", &format!("batch of {count}")]);
    }
    for query in ["scene=neuron", "scene=neuron&batch_size=full", "scene=neuron&seed=3"] {
        let page = Page::open(query);
        assert!(!page.note("map_note").contains("batch"), "{query}: {}", page.note("map_note"));
    }
    for query in ["", "&data=moons", "&data=iris", "&plane=random", "&batch_size=10"] {
        let page = Page::open(&format!("scene=network{query}"));
        assert_says(&page.note("map_note"), &["darker is lower"]);
        assert_says(&page.note("boundary_note"), &["the colour of the answer"]);
    }
}

#[test]
fn shares_say_of_which_samples_and_costs_have_their_names() {
    for (query, cost) in [
        ("scene=network", "cross-entropy): "),
        ("scene=network&data=moons", "cross-entropy): "),
        ("scene=network&cost=binary_cross_entropy", "binary cross-entropy): "),
        ("scene=network&cost=squared_error", "mean squared error): "),
        ("scene=network&cost=half_squared_error", "half mean squared error): "),
        ("scene=network&cost=absolute_error", "mean absolute error): "),
        ("scene=network&cost=huber", "mean Huber error): "),
        ("scene=network&data=sunspots", "mean squared error): "),
        ("scene=network&data=petals&cost=absolute_error", "mean absolute error): "),
        ("scene=network&target=sin(x)", "mean squared error): "),
    ] {
        let page = Page::open_empty(query);
        assert_says(&page.note("right_share"), &["training ", ", test "]);
        let note = page.note("chart_note");
        assert_says(&note, &["Loss (", cost, " on training samples, ", " on test samples"]);
        assert!(!page.sentence().contains("wrong by"), "{query}: {}", page.sentence());
    }
    let alone = Page::open_empty("scene=network&test_fraction=0");
    assert!(!alone.note("right_share").contains("test"));
}

#[test]
fn the_test_loss_is_without_the_penalty() {
    for penalty in [
        "l1=0.01",
        "l1=0.1",
        "l1=1",
        "l2=0.001",
        "l2=0.01",
        "l2=0.1",
        "l2=1",
        "l1=0.01&l2=0.1",
        "l2=0.1&penalize_biases=true",
        "l1=0.5&penalize_biases=true",
    ] {
        // At the start the weights are the same: so is the test loss.
        let page = Page::open_empty(&format!("scene=network&{penalty}"));
        let plain = Page::open_empty("scene=network");
        assert_eq!(page.reading("test_loss"), plain.reading("test_loss"), "{penalty}");
        assert!(page.reading("train_loss") > plain.reading("train_loss"), "{penalty}");
    }
}

#[test]
fn far_outside_the_picture_no_number_has_many_digits() {
    for query in [
        "function=x^2&start=2&learning_rate=30",
        "function=x^2&start=1&learning_rate=5",
        "function=x^4&start=2&learning_rate=1",
        "function=double_well&start=2&learning_rate=1",
        "function=x^3&start=-2&learning_rate=1",
        "function=-x^2&start=1&learning_rate=10",
        "function=exp(x)&start=5&learning_rate=1000",
        "function=bowl&start=4,2&learning_rate=10",
        "function=himmelblau&start=4,4&learning_rate=1",
        "function=x^2-y^2&start=1,1&learning_rate=9",
        "scene=neuron&learning_rate=1000",
        "scene=neuron&learning_rate=100000",
    ] {
        let mut page = Page::open_empty(query);
        let mut is_far = false;
        for _ in 0..30 {
            page.step(1);
            let told = page.sentence();
            let digits = told.split(|it: char| !it.is_ascii_digit()).map(str::len).max();
            assert!(digits.unwrap_or(0) <= 8, "{query}: {told}");
            is_far |= told.contains("far outside the picture");
        }
        assert!(is_far, "{query}: {}", page.sentence());
    }
}

#[test]
fn what_does_not_fit_is_named_as_its_control_with_the_limit() {
    for (query, key, value, parts) in [
        ("", "learning_rate", "1e9", ["step size = “1e9”", "up to 1000000"]),
        ("scene=gradient", "learning_rate", "-1", ["step size = “-1”", "above 0"]),
        ("scene=descent", "learning_rate", "0", ["step size = “0”", "above 0"]),
        ("scene=neuron", "learning_rate", "x", ["step size = “x”", "above 0"]),
        ("scene=network", "learning_rate", "1e9", ["learning rate = “1e9”", "up to 1000000"]),
        ("scene=network", "batch_size", "0", ["batch size = “0”", "from 1 on"]),
        ("scene=network", "l2", "1e9", ["penalty on w² (l2) = “1e9”", "to 1000000"]),
        ("scene=network", "l1", "-1", ["penalty on |w| (l1) = “-1”", "from 0"]),
        ("scene=network", "test_fraction", "2", ["kept for testing = “2”", "to 0.9"]),
        ("scene=network", "gradient_noise", "-1", ["gradient noise = “-1”", "from 0"]),
        ("scene=network", "samples", "3", ["samples = “3”", "from 10 to 5000"]),
        ("scene=network", "layers", "99", ["hidden layers = “99”", "1 to 64"]),
    ] {
        let mut app = Application::new(query, ENGLISH).unwrap();
        let error = app.set(key, value).unwrap_err();
        assert_says(&app.explained(&error), &parts);
    }
}

#[test]
fn an_error_names_the_control_on_the_page_and_the_key_in_an_address() {
    /// Keys that an address or a file has, and the page no control for.
    const WITHOUT_CONTROL: [&str; 5] =
        ["version", "search", "points", "standardize", "penalize_biases"];
    let mut refused = 0;
    for key in KEYS.iter().map(|key| key.id) {
        for scene in ["scene=gradient", "scene=neuron", "scene=network"] {
            let app = Application::new(scene, ENGLISH).unwrap();
            let told = app.explained(&Error::bad_value(key, "¿", "a number"));
            let name = told.split(" = “¿”").next().unwrap();
            match WITHOUT_CONTROL.contains(&key) {
                true => assert_eq!(name, key, "{told}"),
                false => assert!(!name.is_empty() && !name.contains('_'), "{key}: {told}"),
            }
        }
        // What an address says is about its own words.
        let problems = Page::open(&format!("scene=network&{key}=¿")).told().problems;
        for problem in problems.iter().filter(|problem| problem.contains("does not fit")) {
            assert!(problem.starts_with(&format!("{key} = “¿”")), "{key}: {problem}");
            refused += 1;
        }
    }
    assert!(refused >= 20, "{refused}");
}
