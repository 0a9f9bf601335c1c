//! Symbolic differentiation, rule by rule.

use super::call::{of_larger, of_power};
use super::expression::{Expression, choose, minus, number, one, power, product, sum, zero};

use Expression::{
    Call, Choose, Compare, Maximum, Minimum, Power, Prime, Product, Sum, Undefined, Variable,
};

/// A rule of differentiation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Constant: c′ = 0.
    Constant,
    /// The variable: x′ = 1.
    Variable,
    /// Sum rule: (u + v)′ = u′ + v′.
    Sum,
    /// Constant factor: (c u)′ = c u′.
    Factor,
    /// Product rule: (u v)′ = u′ v + u v′.
    Product,
    /// Quotient rule: (u/v)′ = (u′ v − u v′)/v².
    Quotient,
    /// Power rule: (xⁿ)′ = n xⁿ⁻¹.
    Power,
    /// Chain rule: (f(u))′ = f′(u) u′.
    Chain,
    /// Variable exponent: (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln u v′.
    Exponent,
    /// Derivative of max or min.
    Larger,
    /// Piecewise: each piece has its own derivative.
    Pieces,
}

impl Rule {
    /// Key in the message texts.
    pub fn id(self) -> &'static str {
        match self {
            Rule::Constant => "rule_constant",
            Rule::Variable => "rule_variable",
            Rule::Sum => "rule_sum",
            Rule::Factor => "rule_factor",
            Rule::Product => "rule_product",
            Rule::Quotient => "rule_quotient",
            Rule::Power => "rule_power",
            Rule::Chain => "rule_chain",
            Rule::Exponent => "rule_exponent",
            Rule::Larger => "rule_larger",
            Rule::Pieces => "rule_pieces",
        }
    }
}

/// One step of a differentiation.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The rule applied.
    pub rule: Rule,
    /// The term to differentiate, as [`Expression::Prime`].
    pub before: Expression,
    /// The term after the rule; what is still to be differentiated is an [`Expression::Prime`].
    pub after: Expression,
}

/// Largest size of a derivative that is written out (see [`Expression::size`]).
const LONGEST: usize = 600;

/// Whether a part of the expression divides by zero, as x/(x − x) does after simplification.
fn is_nowhere(of: &Expression) -> bool {
    matches!(of, Power(base, exponent) if **base == zero() && exponent.constant().is_some_and(|it| it < 0.0))
        || of.parts().into_iter().any(is_nowhere)
}

/// ∂/∂(variable) of an expression, simplified. `None` if it would be too long to read, or
/// divides by zero.
pub fn derivative(of: &Expression, variable: usize) -> Option<Expression> {
    let mut budget = 20 * LONGEST;
    let written = whole(of, variable, &mut budget)?;
    Some(written).filter(|it| it.size() <= LONGEST && !is_nowhere(it))
}

fn whole(of: &Expression, variable: usize, budget: &mut usize) -> Option<Expression> {
    carry_out(&one_step(of, variable).1, variable, budget)
}

/// Differentiates every [`Expression::Prime`] left in an expression.
fn carry_out(of: &Expression, variable: usize, budget: &mut usize) -> Option<Expression> {
    *budget = budget.checked_sub(1)?;
    let mut each = |parts: &[Expression]| -> Option<Vec<Expression>> {
        parts.iter().map(|part| carry_out(part, variable, budget)).collect()
    };
    Some(match of {
        Prime(u) => return whole(u, variable, budget),
        Sum(terms) => sum(each(terms)?),
        Product(factors) => product(each(factors)?),
        Choose(condition, yes, no) => choose(
            condition.simplified(),
            carry_out(yes, variable, budget)?,
            carry_out(no, variable, budget)?,
        ),
        other => other.simplified(),
    })
}

/// Steps of a differentiation, in the order in which they are written by hand; at most 40.
pub fn steps(of: &Expression, variable: usize) -> Vec<Step> {
    const MOST: usize = 40;
    let mut steps = Vec::new();
    let mut open = vec![of.clone()];
    while let Some(of) = open.pop() {
        if steps.len() == MOST {
            break;
        }
        let (rule, after) = one_step(&of, variable);
        let mut inner = Vec::new();
        find_primes(&after, &mut inner);
        open.extend(inner.into_iter().rev());
        let before = Prime(Box::new(of));
        steps.push(Step { rule, before, after: after.simplified() });
    }
    steps
}

/// Parts still to be differentiated, other than a variable alone.
fn find_primes(of: &Expression, found: &mut Vec<Expression>) {
    match of {
        Prime(u) if !matches!(**u, Variable(_)) && !found.contains(u) => found.push((**u).clone()),
        Prime(_) => {}
        other => other.parts().into_iter().for_each(|part| find_primes(part, found)),
    }
}

/// Applies one rule to the outermost operation. Parts independent of the variable become 0.
fn one_step(of: &Expression, variable: usize) -> (Rule, Expression) {
    let prime = |u: &Expression| match u {
        Undefined => Undefined,
        u if !u.depends_on(variable) => zero(),
        u if *u == Variable(variable) => one(),
        u => Prime(Box::new(u.clone())),
    };
    if !of.depends_on(variable) {
        return (Rule::Constant, zero());
    }
    match of {
        Sum(terms) => (Rule::Sum, Sum(terms.iter().map(prime).collect())),
        Product(factors) => of_product(factors, variable, prime),
        Power(base, exponent) if !exponent.depends_on(variable) => {
            let lowered = power((**base).clone(), sum(vec![exponent.simplified(), number(-1)]));
            let rule = if **base == Variable(variable) { Rule::Power } else { Rule::Chain };
            (rule, Product(vec![(**exponent).clone(), lowered, prime(base)]))
        }
        Power(base, exponent) if **base == Expression::Euler => {
            (Rule::Chain, Product(vec![of.clone(), prime(exponent)]))
        }
        Power(base, exponent) => {
            (Rule::Exponent, of_power(base, exponent, prime(base), prime(exponent)))
        }
        Call(definition, u) => (Rule::Chain, Product(vec![(definition.derivative)(u), prime(u)])),
        Maximum(a, b) => (Rule::Larger, of_larger(a, b, prime(a), prime(b))),
        Minimum(a, b) => (Rule::Larger, of_larger(b, a, prime(a), prime(b))),
        Compare(..) => (Rule::Pieces, zero()),
        Choose(condition, yes, no) => {
            (Rule::Pieces, Choose(condition.clone(), prime(yes).into(), prime(no).into()))
        }
        Prime(_) | Variable(_) | Expression::Number(_) => (Rule::Variable, one()),
        Expression::Pi | Expression::Euler | Undefined => (Rule::Variable, one()),
    }
}

fn of_product(
    factors: &[Expression],
    variable: usize,
    prime: impl Fn(&Expression) -> Expression,
) -> (Rule, Expression) {
    let (varying, constant): (Vec<&Expression>, Vec<&Expression>) =
        factors.iter().partition(|factor| factor.depends_on(variable));
    let joined = |factors: &[&Expression]| match factors {
        [factor] => (*factor).clone(),
        factors => Product(factors.iter().map(|factor| (*factor).clone()).collect()),
    };
    if !constant.is_empty() {
        return (Rule::Factor, Product(vec![joined(&constant), prime(&joined(&varying))]));
    }
    let below = |factor: &&Expression| match factor {
        Power(base, exponent) if **exponent == number(-1) => Some((**base).clone()),
        _ => None,
    };
    if let Some((at, v)) = varying.iter().enumerate().find_map(|(at, it)| Some((at, below(it)?))) {
        // In u/v/v the second v is a part of what is above.
        let above = [&varying[..at], &varying[at + 1..]].concat();
        if !above.is_empty() {
            let u = joined(&above);
            let difference = Sum(vec![
                Product(vec![prime(&u), v.clone()]),
                minus_raw(Product(vec![u, prime(&v)])),
            ]);
            let below = Power(Box::new(v), Box::new(number(-2)));
            return (Rule::Quotient, Product(vec![difference, below]));
        }
    }
    let terms = (0..varying.len()).map(|index| {
        let factor = |at: usize| if at == index { prime(varying[at]) } else { varying[at].clone() };
        Product((0..varying.len()).map(factor).collect())
    });
    (Rule::Product, Sum(terms.collect()))
}

/// −u without simplification, so that the term to be differentiated stays as it is.
fn minus_raw(u: Expression) -> Expression {
    match u {
        Product(mut factors) => {
            factors.insert(0, number(-1));
            Product(factors)
        }
        u => minus(u),
    }
}
