//! Formulas: parsing, evaluation, differentiation, printing.
//!
//! In reading order: `parse` (text to expression tree), `expression` (the tree and its algebra,
//! with `number`, `call` and `relation`), `derivative` (rules of differentiation), `print` (text and
//! MathML), `program` (compiled evaluation of values and derivatives).

mod call;
mod derivative;
mod expression;
mod number;
mod parse;
mod print;
mod program;
mod relation;

pub use derivative::Rule;
pub use parse::LONGEST;

use crate::error::FormulaError;
use crate::numeric::eigen;
use expression::Expression;
use program::Program;

/// Names of the one-argument functions that a formula may call; `max`, `min` and `pow` come in
/// addition.
pub fn calls() -> impl Iterator<Item = &'static str> {
    call::CALLS.iter().map(|call| call.id)
}

/// A formula in one or two variables, parsed and compiled.
#[derive(Clone, Debug)]
pub struct Formula {
    /// The source text.
    typed: String,
    expression: Expression,
    dim: usize,
    names: [String; 2],
    program: Program,
}

/// A formula in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Text that parses again.
    pub text: String,
    /// MathML, for the inside of a `math` element.
    pub mathml: String,
}

/// One step of a symbolic differentiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The rule of differentiation applied.
    pub rule: Rule,
    /// The term before the rule.
    pub before: Written,
    /// The term after the rule; ′ marks the parts still to be differentiated.
    pub after: Written,
}

impl Formula {
    /// Parses a formula such as `x^2 + sin(3x)`, of up to [`LONGEST`] characters.
    ///
    /// Juxtaposition multiplies. `^` binds tighter than a sign, so that `-x^2` is −(x²), and is
    /// right-associative, so that `2^3^2` is 2⁹. The variables are x and y, or x₁ and x₂. Fails
    /// with the position of the first syntax error.
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

    /// Source text, as it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Number of variables: 2 if the second one occurs, else 1.
    pub fn dim(&self) -> usize {
        self.dim
    }

    /// Names of the variables.
    pub fn names(&self) -> [&str; 2] {
        self.names.each_ref().map(String::as_str)
    }

    /// The variables as they stand before a place: x, or (x, y).
    pub fn variables(&self) -> String {
        let [x, y] = self.names();
        if self.dim == 1 { x.to_string() } else { format!("({x}, {y})") }
    }

    /// The formula as text and MathML.
    pub fn written(&self) -> Written {
        self.write(&self.expression)
    }

    /// Short label with these variable names: x², xy, sin x. It does not parse again; its spaces
    /// are non-breaking.
    pub fn label(&self, names: [&str; 2]) -> String {
        self.expression.label(names)
    }

    /// ∂f/∂(variable), simplified. `None` if it would be too long to read, or if a part of it
    /// divides by zero everywhere.
    pub fn derivative(&self, variable: usize) -> Option<Written> {
        derivative::derivative(&self.expression, variable).map(|it| self.write(&it))
    }

    /// f, or its derivative in `variable`, as MathML with numbers substituted for the variables.
    /// `None` where [`Formula::derivative`] is.
    pub fn written_at(&self, variable: Option<usize>, numbers: [&str; 2]) -> Option<String> {
        match variable {
            None => Some(self.expression.mathml_at(numbers)),
            Some(variable) => derivative::derivative(&self.expression, variable)
                .map(|derivative| derivative.mathml_at(numbers)),
        }
    }

    /// Steps of the symbolic differentiation in a variable, one rule each.
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
        Written { text: expression.text(self.names()), mathml: expression.mathml(self.names()) }
    }

    /// f(x); NaN where undefined.
    pub fn value(&self, x: &[f64]) -> f64 {
        self.program.value(x)
    }

    /// Writes ∇f(x) to `gradient`, as long as x, and returns f(x). At a kink the derivative is
    /// the mean of the one-sided ones.
    pub fn value_and_gradient(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let jet = self.program.slopes(x);
        gradient.iter_mut().zip(&jet[1..]).for_each(|(to, slope)| *to = *slope);
        jet[0]
    }

    /// f and ∇f at many points: writes f, ∂f/∂x and ∂f/∂y to the three slices of `to`, for the x
    /// and y coordinates in the two of `x`. All five are equally long. Bit-identical to
    /// evaluation point by point, but faster.
    pub fn values_and_gradients(&self, x: [&[f64]; 2], to: [&mut [f64]; 3]) {
        self.program.many(x, to);
    }

    /// Principal curvatures at x: the eigenvalues of the Hessian, the largest first, each with
    /// its eigenvector. In one variable, f″ with the vector (1).
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

    /// Bounds on the rounding errors of f, ∂f/∂x and ∂f/∂y at x.
    pub(crate) fn rounding(&self, x: &[f64]) -> [f64; 3] {
        self.program.rounding(x).0
    }

    /// Whether rounding may hide that f has no value at x, or that it has one.
    pub(crate) fn is_at_an_end(&self, x: &[f64]) -> bool {
        self.program.rounding(x).1
    }

    /// Writes the Hessian ∂²f/∂xᵢ∂xⱼ to `hessian`, row-major, dim × dim numbers.
    pub fn hessian(&self, x: &[f64], hessian: &mut [f64]) {
        let [_, _, _, xx, xy, yy] = self.program.bends(x);
        match hessian {
            [bend] => *bend = xx,
            [h_xx, h_xy, h_yx, h_yy] => [*h_xx, *h_xy, *h_yx, *h_yy] = [xx, xy, xy, yy],
            _ => {}
        }
    }
}
