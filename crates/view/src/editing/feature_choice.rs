//! Choice of features: those offered for a network's inputs, and those in use.

use downhill_core::Run;
use downhill_core::data::features::{self, label};
use downhill_core::formula::Formula;

/// Features for data of two inputs, and for data of one.
const OF_TWO: [&str; 7] = ["x", "y", "x^2", "y^2", "x*y", "sin(x)", "sin(y)"];
const OF_ONE: [&str; 5] = ["x", "x^2", "x^3", "sin(x)", "cos(x)"];

/// A feature that is offered.
#[derive(Debug, PartialEq)]
pub struct Offered {
    /// Formula, as it is typed.
    pub formula: &'static str,
    /// Label.
    pub label: String,
    /// Whether the feature is in use.
    pub on: bool,
}

/// Features offered for a run's data: none for data of more than two inputs.
pub fn offered(run: &Run) -> Vec<Offered> {
    let given: Vec<String> = given(run).iter().map(plain).collect();
    let offer = |formula| {
        // They are formulas of our own: they can be read.
        let read = Formula::parse(formula).ok()?;
        let on = given.contains(&plain(&read));
        Some(Offered { formula, label: label(&read, &run.split().table), on })
    };
    list(run).iter().copied().filter_map(offer).collect()
}

/// Value of the key `features` with one offered feature switched on or off. `None` if no input
/// would be left.
pub fn toggled(run: &Run, formula: &str) -> Option<String> {
    let on = |it: &Offered| it.on != (it.formula == formula);
    let offered = offered(run);
    let mut chosen: Vec<&str> = offered.iter().filter(|it| on(it)).map(|it| it.formula).collect();
    // Those that somebody typed come after them.
    let known: Vec<String> = (offered.iter())
        .filter_map(|it| Formula::parse(it.formula).as_ref().map(plain).ok())
        .collect();
    let given = given(run);
    chosen.extend(given.iter().filter(|it| !known.contains(&plain(it))).map(Formula::typed));
    match chosen {
        _ if chosen.is_empty() => None,
        // The inputs as they are need no features.
        _ if chosen == inputs(run) => Some(String::new()),
        _ => Some(chosen.join(features::BETWEEN)),
    }
}

/// A formula in canonical notation, whatever its variables were named when typed: x₁² is x².
fn plain(formula: &Formula) -> String {
    formula.label(["x", "y"])
}

fn list(run: &Run) -> &'static [&'static str] {
    match run.split().table.inputs.len() {
        1 => &OF_ONE,
        2 => &OF_TWO,
        _ => &[],
    }
}

/// Features of the list that are the data's inputs themselves.
fn inputs(run: &Run) -> &'static [&'static str] {
    let list = list(run);
    &list[..run.split().table.inputs.len().min(list.len())]
}

/// Formulas of the network's inputs in a run.
fn given(run: &Run) -> Vec<Formula> {
    let split = run.split();
    match split.features.formulas() {
        [] => inputs(run).iter().filter_map(|it| Formula::parse(it).ok()).collect(),
        formulas => formulas.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use downhill_core::Experiment;

    fn run(query: &str) -> Run {
        let (experiment, errors) = Experiment::from_query(query);
        assert_eq!(errors, [], "{query}");
        Run::new(&experiment).unwrap()
    }

    fn on(query: &str) -> String {
        let offered = offered(&run(query)).into_iter().filter(|it| it.on);
        offered.map(|it| it.label).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_on_is_what_the_network_is_given() {
        assert_eq!(on("data=circles"), "x₁ x₂");
        assert_eq!(on("data=circles&features=y^2;x y"), "x₂² x₁x₂");
        assert_eq!(on("data=penguins&features=x2;x1;cos(x)"), "x y");
        assert_eq!(on("data=petals&cost=squared_error"), "x");
        assert_eq!(on("data=iris"), "");
        assert_eq!(offered(&run("data=iris")), []);
    }

    #[test]
    fn one_more_or_less_keeps_the_order_and_what_was_typed() {
        let toggled = |query: &str, formula| toggled(&run(query), formula);
        let text = |text: &str| Some(text.to_string());
        assert_eq!(toggled("data=circles", "x^2"), text("x;y;x^2"));
        assert_eq!(toggled("data=circles", "x"), text("y"));
        assert_eq!(toggled("data=circles&features=x;y;x^2", "x^2"), text(""));
        assert_eq!(toggled("data=circles&features=cos(3x);y;x", "x*y"), text("x;y;x*y;cos(3x)"));
        assert_eq!(toggled("data=circles&features=x*y", "x*y"), None);
        assert_eq!(toggled("data=circles&features=x;cos(x)", "x"), text("cos(x)"));
        assert_eq!(toggled("data=petals&cost=squared_error", "x"), None);
        assert_eq!(toggled("data=iris", "x"), None);
        assert_eq!(toggled("data=petals&cost=squared_error&features=x^2", "x"), text("x;x^2"));
    }
}
