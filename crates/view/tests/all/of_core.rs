//! Texts of the core, in English there, have words in every other language.

use downhill_core::data::builtin::DATA_SETS;
use downhill_core::experiment::keys::KEYS;
use downhill_core::formula::Formula;
use downhill_core::function::FUNCTIONS;
use downhill_core::message::{Message, Value};
use downhill_core::optimizer::{OPTIMIZERS, Rule};
use downhill_core::{Error, Experiment};
use downhill_view::options::show::Show;
use downhill_view::text::native::{FILES, words};
use downhill_view::text::of_core::key;
use std::collections::{BTreeMap, BTreeSet};

/// Names that are the same in every language: of persons, of species, letters, and what a key
/// takes that stands for itself.
const SAME: &str = "
    Forrester|Gramacy–Lee|Rosenbrock|Himmelblau|Beale|Rastrigin|Ackley|Styblinski–Tang|
    Goldstein–Price|McCormick|Matyas|Booth|Easom|Griewank|Lévy|
    Adelie|Chinstrap|Gentoo|setosa|versicolor|virginica|A|B|C|x₁|x₂|CO₂ (ppm)|CC0|CC BY 4.0|present";

/// A text for each mistake in a formula.
const MISTAKES: [&str; 74] = [
    "",
    "x +",
    "x + (",
    "x + 1)",
    "((x)",
    "(x]",
    "()",
    "|x",
    "x^",
    "* x",
    "1/0",
    "ln(0) x",
    "sqrt(-1)",
    "sim(x)",
    "foo(x)",
    "t + s",
    "f(t) = x",
    "f(s, t) = x",
    "x + sigma",
    "х^2",
    "ｘ^2",
    "x＋1",
    "x + ٣",
    "x 2",
    "2 3",
    "y3",
    "x₁ + y",
    "1.2.3 x",
    "(x, 2)",
    "1,5 x",
    ". + x",
    "x^2 = y^2",
    "x =",
    "x!",
    "5 % x",
    "x : 2",
    "< x",
    "x $ 2",
    "sin",
    "sin(x, 2)",
    "ln(x, 2, 3)",
    "sqrt(x, 2, 3)",
    "max(x)",
    "pow(x)",
    "max",
    "sin^-1 x",
    "ln^-1 x",
    "i",
    "piecewise",
    "x°",
    "x_3",
    "e_1",
    "∞",
    "||",
    "log_?",
    "log3x",
    "ln3(x)",
    "sqrt3(x)",
    "sin2(x)",
    "atan2(x)",
    "exp2x",
    "x and y",
    "and x",
    "if(x)",
    "x < 0 ? 1",
    "\\foo",
    "\\begin{foo}x",
    "\\begin{cases}x",
    "\\frac",
    "f(x, y, z) = x",
    "y = x + y",
    "root(3, x)",
    "x²²²²²²²²²²²²²²²²²²",
    "log(x, 1)",
];

/// All that the core says, as far as it can be asked for: names, sentences, what keys take.
fn said() -> BTreeMap<String, Message> {
    let mut all: Vec<Message> = Vec::new();
    let mut add = |text: &str| all.push(text.into());
    for function in FUNCTIONS {
        add(function.name);
    }
    for data in DATA_SETS {
        data.inputs.iter().chain(data.classes).for_each(|name| add(name));
        add(data.licence);
        // Of what is measured, it names who has measured it.
        if data.noise.is_some() {
            add(data.source);
        }
    }
    for setting in OPTIMIZERS.iter().flat_map(|of| of.hyperparameters) {
        add(setting.means);
    }
    for text in MISTAKES {
        let error = Formula::parse(text).err().unwrap_or_else(|| panic!("{text} is a formula"));
        all.extend([error.message.clone(), error.said(), Error::Formula(error).said()]);
    }
    let long = ["x".repeat(501), ["(".repeat(200), "x".into(), ")".repeat(200)].concat()];
    all.extend(long.iter().filter_map(|text| Formula::parse(text).err()).map(|it| it.message));
    all.extend(OPTIMIZERS.iter().flat_map(|of| of.hyperparameters).map(|it| it.expected()));
    let refused = KEYS.iter().map(|key| Experiment::default().set(key.id, "?"));
    let refused = refused.chain(Show::KEYS.iter().map(|key| Show::default().set(key, "?")));
    let refused = refused.chain([Rule::SGD.check_one("beta1", 1.0)]);
    for error in refused.filter_map(Result::err) {
        if let Error::BadValue { expected, .. } = &error {
            all.extend([expected.clone(), error.said()]);
        }
    }
    let about = || "learning_rate".to_string();
    for error in
        [Error::UnknownKey(about()), Error::NeedsNewStart(about()), Error::TooLong(about())]
    {
        all.push(error.said());
    }
    let same: BTreeSet<&str> = SAME.split('|').map(str::trim).collect();
    all.retain(|message| !same.contains(&**message));
    all.into_iter().map(|message| (key(message.template()), message)).collect()
}

#[test]
fn what_the_core_says_has_words_in_every_language() {
    let said = said();
    let mut wrong = Vec::new();
    for (id, file) in FILES.iter().filter(|(id, _)| *id != "en") {
        let words = words(id).unwrap();
        let keys = file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let known: BTreeSet<&str> = keys.filter(|key| key.starts_with("core_")).collect();
        for (key, message) in &said {
            if !known.contains(&**key) {
                wrong.push(format!("{id}: no {key} = {}", message.template()));
                continue;
            }
            let told = words.message(message);
            let values = message.values().iter().filter_map(|(_, value)| match value {
                Value::Given(text) => Some(text),
                Value::Said(_) => None,
            });
            if values.clone().any(|value| !told.contains(&**value)) || told.contains("{$") {
                wrong.push(format!("{id}: {key} says “{told}” of “{message}”"));
            }
        }
        let unknown = known.iter().filter(|key| !said.contains_key(**key));
        wrong.extend(unknown.map(|key| format!("{id}: nobody says {key}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(said.len() > 150, "{}", said.len());
}

#[test]
fn an_error_is_said_in_the_language_with_its_values() {
    let german = words("de").unwrap();
    let error = Experiment::default().set("learning_rate", "fast").unwrap_err();
    let told = german.error(&error.named(|_| german.get("step_size").to_string()));
    assert_eq!(
        told,
        "Schrittweite = „fast“ passt nicht. Möglich ist: eine Zahl über 0 und bis 1000000, etwa 0.1."
    );
    let own = Error::Inconsistent("Words of one’s own.".into());
    assert_eq!(german.error(&own), "Words of one’s own.");
}
