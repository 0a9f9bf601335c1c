//! Formulas as people type them: read, evaluated, differentiated, shown.
//!
//! In reading order: `parse` (from text to a tree), `expression` (the tree and
//! its algebra, with `number` and `call`), `derivative` (rule by rule), `print`
//! (text and MathML), `program` (values and slopes, fast).

mod call;
mod derivative;
mod expression;
mod number;
mod parse;
mod print;
mod program;

pub use derivative::Rule;
pub use parse::LONGEST;

use crate::error::FormulaError;
use crate::numeric::eigen;
use expression::Expression;
use program::Program;

/// The names of the functions of one number that a formula may call. Besides there
/// are `max`, `min` and `pow`.
pub fn calls() -> impl Iterator<Item = &'static str> {
    call::CALLS.iter().map(|call| call.id)
}

/// A formula in one or two variables.
#[derive(Clone, Debug)]
pub struct Formula {
    /// As it was typed.
    typed: String,
    expression: Expression,
    dim: usize,
    names: [&'static str; 2],
    program: Program,
}

/// A formula written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// As text that can be typed again.
    pub text: String,
    /// As MathML, to stand inside of a `math` element.
    pub mathml: String,
}

/// One step on the way to a derivative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The rule that is used.
    pub rule: Rule,
    /// What is differentiated.
    pub before: Written,
    /// What the rule makes of it; a ′ marks what is still to be differentiated.
    pub after: Written,
}

impl Formula {
    /// Reads a formula such as `x^2 + sin(3x)`: up to [`LONGEST`] characters.
    ///
    /// What stands side by side is multiplied; `^` binds before a sign, so that
    /// `-x^2` is −(x²), and from the right, so that `2^3^2` is 2⁹. The variables
    /// are x and y, or x₁ and x₂.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        let typed = parse::parse(text)?;
        Ok(Formula {
            typed: text.trim().to_string(),
            program: Program::new(&typed.expression),
            dim: if typed.expression.depends_on(1) { 2 } else { 1 },
            expression: typed.expression,
            names: typed.names,
        })
    }

    /// As it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Of how many variables it is a function: 2 if the second occurs in it.
    pub fn dim(&self) -> usize {
        self.dim
    }

    /// The variables' names.
    pub fn names(&self) -> [&'static str; 2] {
        self.names
    }

    /// Written out.
    pub fn written(&self) -> Written {
        self.write(&self.expression)
    }

    /// As short as a label beside a picture has to be, with these names for the variables:
    /// x², xy, sin x. It cannot be typed again; its blanks are such that no line breaks there.
    pub fn label(&self, names: [&str; 2]) -> String {
        self.expression.label(names)
    }

    /// Its derivative in a variable, shortened; none where it would be too long to
    /// be read, or where the function divides by zero everywhere.
    pub fn derivative(&self, variable: usize) -> Option<Written> {
        derivative::derivative(&self.expression, variable).map(|it| self.write(&it))
    }

    /// The function, or its derivative in a variable, as MathML with these numbers in the
    /// places of the variables.
    pub fn written_at(&self, variable: Option<usize>, numbers: [&str; 2]) -> Option<String> {
        match variable {
            None => Some(self.expression.mathml_at(numbers)),
            Some(variable) => derivative::derivative(&self.expression, variable)
                .map(|derivative| derivative.mathml_at(numbers)),
        }
    }

    /// The rules that lead to the derivative in a variable, one after the other.
    pub fn steps(&self, variable: usize) -> Vec<Step> {
        derivative::steps(&self.expression, variable)
            .into_iter()
            .map(|step| Step {
                rule: step.rule,
                before: self.write(&step.before),
                after: self.write(&step.after),
            })
            .collect()
    }

    fn write(&self, expression: &Expression) -> Written {
        Written { text: expression.text(self.names), mathml: expression.mathml(self.names) }
    }

    /// f at x; NaN where it has no value.
    pub fn value(&self, x: &[f64]) -> f64 {
        self.program.value(x)
    }

    /// Writes ∇f to `gradient`, which is `dim` long like x, and returns f. At a
    /// kink the slope is the mean of both sides'.
    pub fn value_and_gradient(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let jet = self.program.slopes(x);
        gradient.iter_mut().zip(&jet[1..]).for_each(|(to, slope)| *to = *slope);
        jet[0]
    }

    /// Writes f to the first of `to`, ∂f/∂x to the second and ∂f/∂y to the third, for
    /// many points: the first of `x` are all their x, the second all their y. All
    /// five are equally long. The same bits as point by point, only faster.
    pub fn values_and_gradients(&self, x: [&[f64]; 2], to: [&mut [f64]; 3]) {
        self.program.many(x, to);
    }

    /// How f bends at x: the Hessian's eigenvalues, the largest first, each with its
    /// direction. In one variable, the second derivative.
    pub fn bends(&self, x: &[f64]) -> Vec<(f64, Vec<f64>)> {
        let [_, _, _, xx, xy, yy] = self.program.bends(x);
        match x.len() {
            1 => vec![(xx, vec![1.0])],
            _ => eigen::symmetric_2(xx, xy, yy).map(|(value, way)| (value, way.to_vec())).into(),
        }
    }

    /// f, ∂f/∂x, ∂f/∂y, ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y² at x.
    pub(crate) fn jet(&self, x: &[f64]) -> [f64; 6] {
        self.program.bends(x)
    }

    /// f, ∂f/∂x, ∂f/∂y at x.
    pub(crate) fn slopes(&self, x: &[f64]) -> [f64; 3] {
        self.program.slopes(x)
    }

    /// Writes the second derivatives ∂²f/∂xᵢ∂xⱼ to `hessian`, row after row:
    /// `dim` × `dim` numbers.
    pub fn hessian(&self, x: &[f64], hessian: &mut [f64]) {
        let [_, _, _, xx, xy, yy] = self.program.bends(x);
        match hessian {
            [bend] => *bend = xx,
            [h_xx, h_xy, h_yx, h_yy] => [*h_xx, *h_xy, *h_yx, *h_yy] = [xx, xy, xy, yy],
            _ => {}
        }
    }
}
