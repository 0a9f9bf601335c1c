//! Equations of a function and its derivatives, and the steps of differentiation, as MathML.

use crate::text::messages::Words;
use crate::text::number::{signed, significant};
use downhill_core::formula::Formula;
use downhill_core::run::descent::Snapshot;

/// Left and right side of an equation, each for the inside of a `math` element. The right side
/// is `None` if it would be too long to read.
pub type Equation = (String, Option<String>);

/// One step of a differentiation: the rule in words, the term before and after it.
pub type Step = (&'static str, String, String);

/// Variables as MathML.
fn variables(formula: &Formula) -> Vec<String> {
    let names = formula.names().into_iter().take(formula.dim());
    // A variable alone is a formula.
    names.flat_map(Formula::parse).map(|variable| variable.written().mathml).collect()
}

/// Equations of the function, then of its derivative in each variable.
pub fn equations(formula: &Formula) -> Vec<Equation> {
    let function = Some(formula.written().mathml);
    let right = |index| formula.derivative(index).map(|written| written.mathml);
    let rights = std::iter::once(function).chain((0..formula.dim()).map(right));
    lefts(formula, &variables(formula)).into_iter().zip(rights).collect()
}

/// Equations with the numbers of the ball's current position substituted.
pub fn equations_at(formula: &Formula, at: &Snapshot) -> Vec<Equation> {
    let numbers: Vec<String> = at.x.iter().map(|x| significant(*x, 4)).collect();
    let pair = [numbers[0].as_str(), numbers[numbers.len() - 1].as_str()];
    let right = |variable: Option<usize>| {
        let value = match variable {
            None => significant(at.value, 4),
            Some(variable) => signed(at.gradient[variable], 4),
        };
        let written = formula.written_at(variable, pair)?;
        Some(format!("<mrow>{written}</mrow><mo>=</mo><mn>{value}</mn>"))
    };
    let rights = std::iter::once(None).chain((0..formula.dim()).map(Some)).map(right);
    let numbers: Vec<String> = numbers.iter().map(|x| format!("<mn>{x}</mn>")).collect();
    lefts(formula, &numbers).into_iter().zip(rights).collect()
}

/// Left sides of the equations, with these arguments of the function.
fn lefts(formula: &Formula, of: &[String]) -> Vec<String> {
    let variables = variables(formula);
    let of = format!(
        "<mo stretchy=\"false\">(</mo>{}<mo stretchy=\"false\">)</mo>",
        of.join("<mo>,</mo>")
    );
    let name = |variable: &String| match variables.len() {
        1 => format!("<mi>f</mi><mo lspace=\"0\" rspace=\"0\">′</mo>{of}"),
        _ => format!(
            "<mfrac><mrow><mo>∂</mo><mi>f</mi></mrow><mrow><mo>∂</mo>{variable}</mrow></mfrac>"
        ),
    };
    std::iter::once(format!("<mi>f</mi>{of}")).chain(variables.iter().map(name)).collect()
}

/// Steps of the differentiation in a variable.
pub fn steps(formula: &Formula, variable: usize, words: Words) -> Vec<Step> {
    // Where 1/x is 1 times x⁻¹, a rule may leave all as it looks.
    let steps = formula.steps(variable).into_iter().filter(|it| it.before != it.after);
    steps.map(|it| (words.get(it.rule.id()), it.before.mathml, it.after.mathml)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::native::ENGLISH;

    #[test]
    fn a_curve_has_a_derivative_and_a_surface_two_partial_ones() {
        let lefts = |text: &str| -> Vec<String> {
            let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{error}"));
            equations(&formula).into_iter().map(|(left, _)| left).collect()
        };
        let curve = lefts("x^2");
        assert_eq!(curve.len(), 2);
        assert!(curve[1].contains("′</mo>"), "{curve:?}");
        let surface = lefts("x1 x2");
        assert_eq!(surface.len(), 3);
        assert!(surface[2].contains("<mo>∂</mo><mrow><msub><mi>x</mi><mn>2</mn></msub></mrow>"));
    }

    #[test]
    fn with_numbers_in_them_they_come_to_what_the_ball_knows() {
        let (experiment, errors) =
            downhill_core::Experiment::from_query("function=x^2-3x&start=1.2");
        assert_eq!(errors, []);
        let descent = downhill_core::Descent::new(&experiment).unwrap();
        let found = equations_at(descent.function(), descent.snapshot());
        let plain = |text: &str| -> String {
            let mut inside = false;
            let seen = |sign: &char| {
                inside = *sign == '<' || inside && *sign != '>';
                !inside && *sign != '>'
            };
            text.chars().filter(seen).collect::<String>().replace("&#x2062;", "")
        };
        let (left, right) = &found[1];
        let right = right.as_ref().unwrap();
        assert_eq!((plain(left), plain(right)), ("f′(1.200)".into(), "2(1.200)−3=−0.6000".into()));
    }

    #[test]
    fn every_rule_has_its_words() {
        let text = "max(x, 2) + x^x + 3x^2 sin(x)/(x + 1) + x";
        let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{error}"));
        for (rule, ..) in steps(&formula, 0, ENGLISH) {
            assert!(rule.contains(':'), "{rule}");
        }
    }
}
