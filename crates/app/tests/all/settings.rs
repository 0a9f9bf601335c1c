//! Settings: changed in the run and in the address, refused in a sentence, begun anew.

use crate::support::{Page, assert_says};
use downhill_app::Application;
use downhill_app::told::answers;
use downhill_core::data::builtin::DATA_SETS;
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::initialization::INITIALIZATIONS;
use downhill_core::optimizer::OPTIMIZERS;
use downhill_view::options::show::View;

#[test]
fn the_learning_rate_changes_by_slider_and_by_typing_and_an_edit_is_removed() {
    let mut page = Page::open("scene=network");
    page.set("learning_rate", "0.05");
    assert_eq!(page.experiment().learning_rate, 0.05);
    assert_says(&page.query(), &["learning_rate=0.05"]);
    let place = page.told().sliders["learning_rate"].place;
    page.change(|app| app.set_place("learning_rate", place + 1)).unwrap();
    assert_eq!(page.experiment().learning_rate, 0.07);
    assert_eq!(page.control("learning_rate"), "0.07");
    page.step(1);
    page.set("learning_rate", "0.5");
    assert_eq!((page.experiment().learning_rate, page.settings().learning_rate), (0.07, 0.5));
    let edits: Vec<_> = page.experiment().edits.iter().map(|it| (it.iteration, &*it.key)).collect();
    assert_eq!(edits, [(1, "learning_rate")]);
    page.change(|app| app.remove_edit(0)).unwrap();
    assert_eq!(page.experiment().edits, []);
}

#[test]
fn a_bad_value_is_explained_and_the_run_goes_on_as_it_was() {
    let mut page = Page::open("scene=network");
    page.step(1);
    let before = page.experiment().clone();
    for (key, value) in [
        ("learning_rate", "-1"),
        ("learning_rate", "fast"),
        ("batch_size", "0"),
        ("seed", "x"),
        ("iterations_per_frame", "1e9"),
        ("nonsense", "1"),
        ("weight", "-1"),
        ("beta1", "2"),
    ] {
        let wrong = page.change(|app| app.set(key, value)).unwrap_err().to_string();
        assert_says(&wrong, &[key]);
        assert!(wrong.ends_with('.') && wrong.len() > 15, "{wrong}");
    }
    assert!(page.change(|app| app.set_place("learning_rate", 99)).is_err());
    assert!(answers::loss(&page.app, &[0.0; 3]).is_err());
    page.change(|app| app.remove_edit(7)).unwrap();
    page.change(|app| app.pick((-5.0, f64::NAN))).unwrap();
    page.act(|app| app.turn(Some((f64::NAN, f64::INFINITY))));
    assert_eq!(*page.experiment(), before);
    page.step(1);
    assert_eq!(page.iteration(), 1, "to remove an edit that is none begins anew");
}

#[test]
fn an_address_is_understood_as_far_as_it_goes_and_the_rest_is_told() {
    let query =
        "seed=3&learning_rate=NaN&colour=red&weight=999999999999&edits=1:nonsense:2&layers=4";
    let page = Page::open(query);
    let told = page.told().problems.join(" ");
    for key in ["learning_rate", "colour", "weight", "nonsense"] {
        assert!(told.contains(key), "{key}: {told}");
    }
    let experiment = page.experiment();
    assert_eq!((experiment.seed, experiment.learning_rate), (3, 0.3));
    assert_eq!(experiment.layers, [4]);
}

#[test]
fn a_new_start_has_another_seed_and_keeps_the_settings() {
    let mut page = Page::open("batch_size=20");
    page.step(1);
    page.set("learning_rate", "0.2");
    page.change(Application::new_start).unwrap();
    let experiment = page.experiment();
    assert_eq!((experiment.seed, experiment.learning_rate), (2, 0.2));
    assert_eq!((experiment.batch_size, experiment.edits.len()), (Some(20), 0));
    assert_eq!(page.control("seed"), "2");
    assert_says(&page.query(), &["seed=2"]);
}

#[test]
fn data_network_and_optimizer_are_chosen_and_begin_anew() {
    let mut page = Page::open("scene=network");
    page.step(1);
    for (key, value) in [
        ("data", "spirals"),
        ("activation", "gelu"),
        ("cost", "hinge"),
        ("initialization", "he_normal"),
        ("optimizer", "adam"),
    ] {
        page.set(key, value);
        assert_eq!(page.control(key), value);
    }
    assert_eq!(page.iteration(), 0);
    assert_eq!(page.experiment().learning_rate, 0.001, "PyTorch's");
    let beta2 = page.told().hyperparameters.into_iter().find(|it| it.key == "beta2").unwrap();
    assert_eq!(beta2.value, 0.999);
    assert_says(&page.note("formulas"), &["Kingma", "Cortes"]);
    page.set("beta1", "0.8");
    let wrong = page.change(|app| app.set("beta1", "2")).unwrap_err().to_string();
    assert_says(&wrong, &["beta1"]);
    assert_eq!(page.told().hyperparameters[0].value, 0.8);
    page.set("layers", "8-8");
    page.set("l2", "0.01");
    page.play(20);
    assert_eq!(page.iteration(), 20);
    assert_says(&page.query(), &["optimizer=adam"]);
}

#[test]
fn the_lists_name_what_there_is_now() {
    let mut page = Page::open_empty("data=moons");
    assert_says(page.told().weights.last().unwrap(), &["bias of lower"]);
    page.set("data", "circles");
    let last = page.told().weights.pop().unwrap();
    assert!(!last.contains("lower"), "as many weights, but of other names: {last}");
    page.set("data", "penguins");
    assert_says(&page.note("source"), &["Gorman", "CC0", "2 of 344 rows"]);
    assert_says(&page.note("source"), &["standardized on the training rows"]);
}

#[test]
fn every_data_set_optimizer_activation_and_cost_runs() {
    let mut page = Page::open("scene=network");
    let lists: [(&str, Vec<&str>); 5] = [
        ("optimizer", OPTIMIZERS.iter().map(|of| of.id).collect()),
        ("activation", ACTIVATIONS.iter().map(|of| of.id).collect()),
        ("cost", COSTS.iter().map(|of| of.id).collect()),
        ("initialization", INITIALIZATIONS.iter().map(|of| of.id).collect()),
        // Other data last: where values are to be found, some costs are not offered.
        ("data", DATA_SETS.iter().map(|of| of.id).collect()),
    ];
    for (key, ids) in lists {
        assert_eq!(page.told().options.choices[key], ids, "{key}");
        for id in ids {
            page.set(key, id);
            page.step(2);
            assert_eq!(page.iteration(), 2, "{key}={id}");
        }
    }
}

#[test]
fn the_second_of_two_directions_is_another() {
    let mut page = Page::open("scene=network");
    page.set("weight", "0");
    let at = page.signed(View::Diagram, "ball").pop().unwrap().points[0];
    page.set("weight", "20");
    page.change(|app| app.pick(at)).unwrap();
    assert_eq!(page.control("weight"), "0");
    page.change(|app| app.move_weight(1)).unwrap();
    assert_eq!(page.control("weight"), "1");
    assert_says(&page.query(), &["weight=1"]);
    page.set("second_weight", "1");
    assert_ne!(page.control("weight"), "1");
}

#[test]
fn a_table_of_ones_own_is_learned_from_and_its_faults_are_told() {
    let mut page = Page::open("scene=network");
    let before = page.experiment().clone();
    for (text, told) in [
        ("", "."),
        ("a,b,c\n1,2,3.5\n3,4,5.5\n", "classes"),
        ("a,b,c\n1,x,cat\n2,3,dog\n", "line 2"),
        ("x,y,k\n1,2,a\n3,4,b\n1,3,c\n1,3,d\n2,2,d\n", "classes"),
    ] {
        let wrong = page.change(|app| app.open_text(text)).unwrap_err().to_string();
        assert_says(&wrong, &[told]);
        assert_eq!(*page.experiment(), before);
    }
    let kind = |row: usize| if row % 2 == 1 { "cat" } else { "dog" };
    let rows = (0..40).map(|row| format!("{};{};{}", row % 7, row % 5, kind(row)));
    let rows: Vec<String> = rows.collect();
    let table = format!("ears;tail;kind\n{}\nNA;1;cat", rows.join("\n"));
    page.change(|app| app.open_text(&table)).unwrap();
    assert_eq!(page.control("data"), "own");
    assert_says(&page.note("task"), &["dog, cat"]);
    page.play(30);
    assert_eq!(page.iteration(), 30);
    assert_says(&page.note("source"), &["your own;"]);
}

#[test]
fn the_formulas_have_the_balls_numbers_in_them_when_asked() {
    let query = "scene=descent&function=x^2-3x&start=1.2&learning_rate=0.1";
    let mut page = Page::open_empty(query);
    let written = |page: &Page| format!("{:?}", answers::equations(&page.app));
    assert!(!written(&page).contains("1.2"), "{}", written(&page));
    page.set("numbers", "true");
    assert_says(&written(&page), &["1.200", "0.6000"]);
    page.step(1);
    assert_says(&written(&page), &["1.260", "0.4800"]);
    assert_says(&page.query(), &["numbers=true"]);
    page.set("numbers", "false");
    assert!(!written(&page).contains("1.26"));
}
