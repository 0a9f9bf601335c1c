//! From a formula to its derivative, rule by rule.

use super::call::{of_larger, of_power};
use super::expression::{Expression, minus, number, one, power, product, sum, zero};

use Expression::{Call, Maximum, Minimum, Power, Prime, Product, Sum, Variable};

/// A rule of differentiation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// c′ = 0
    Constant,
    /// x′ = 1
    Variable,
    /// (u + v)′ = u′ + v′
    Sum,
    /// (c u)′ = c u′
    Factor,
    /// (u v)′ = u′ v + u v′
    Product,
    /// (u/v)′ = (u′ v − u v′)/v²
    Quotient,
    /// (xⁿ)′ = n xⁿ⁻¹
    Power,
    /// (f(u))′ = f′(u) u′
    Chain,
    /// (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln u v′
    Exponent,
    /// The derivative of the larger or the smaller one.
    Larger,
}

impl Rule {
    /// Its key in the texts.
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
        }
    }
}

/// One step on the way to a derivative.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The rule that is used.
    pub rule: Rule,
    /// What is differentiated, as [`Expression::Prime`].
    pub before: Expression,
    /// What the rule makes of it; what is still to be differentiated is a
    /// [`Expression::Prime`].
    pub after: Expression,
}

/// How large a derivative may become to be written out.
const LONGEST: usize = 600;

/// Whether a part of it divides by zero, as x/(x − x) comes to do.
fn is_nowhere(of: &Expression) -> bool {
    matches!(of, Power(base, exponent) if **base == zero() && exponent.constant().is_some_and(|it| it < 0.0))
        || of.parts().into_iter().any(is_nowhere)
}

/// The derivative in a variable; none where it would be too long to read, or where
/// there is nothing to differentiate.
pub fn derivative(of: &Expression, variable: usize) -> Option<Expression> {
    let mut budget = 20 * LONGEST;
    let written = whole(of, variable, &mut budget)?;
    Some(written).filter(|it| it.size() <= LONGEST && !is_nowhere(it))
}

fn whole(of: &Expression, variable: usize, budget: &mut usize) -> Option<Expression> {
    carry_out(&one_step(of, variable).1, variable, budget)
}

/// Differentiates all that is left to be differentiated.
fn carry_out(of: &Expression, variable: usize, budget: &mut usize) -> Option<Expression> {
    *budget = budget.checked_sub(1)?;
    let mut each = |parts: &[Expression]| -> Option<Vec<Expression>> {
        parts.iter().map(|part| carry_out(part, variable, budget)).collect()
    };
    Some(match of {
        Prime(u) => return whole(u, variable, budget),
        Sum(terms) => sum(each(terms)?),
        Product(factors) => product(each(factors)?),
        other => other.simplified(),
    })
}

/// The steps to a derivative, in the order in which one would write them.
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

/// What is still to be differentiated; the variable itself everyone can do.
fn find_primes(of: &Expression, found: &mut Vec<Expression>) {
    match of {
        Prime(u) if !matches!(**u, Variable(_)) && !found.contains(u) => found.push((**u).clone()),
        Prime(_) => {}
        other => other.parts().into_iter().for_each(|part| find_primes(part, found)),
    }
}

/// One rule applied to the outermost operation. What does not depend on the
/// variable is not differentiated further.
fn one_step(of: &Expression, variable: usize) -> (Rule, Expression) {
    let prime = |u: &Expression| match u {
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
        Prime(_) | Variable(_) | Expression::Number(_) | Expression::Pi | Expression::Euler => {
            (Rule::Variable, one())
        }
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

/// −u without shortening, so that what is to be differentiated stays as it is.
fn minus_raw(u: Expression) -> Expression {
    match u {
        Product(mut factors) => {
            factors.insert(0, number(-1));
            Product(factors)
        }
        u => minus(u),
    }
}
