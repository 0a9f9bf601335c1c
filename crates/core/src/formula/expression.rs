//! Expression tree of a formula, and the algebra that simplifies it.

use super::number::Number;
use super::relation::Relation;
use std::f64::consts::{E, PI};

/// Expression tree. A difference is a sum with −1 times a term, a quotient a product with a
/// factor to the power −1.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number.
    Number(Number),
    /// π.
    Pi,
    /// e, the base of the natural logarithm.
    Euler,
    /// A variable, by index from 0.
    Variable(usize),
    /// Sum of terms.
    Sum(Vec<Expression>),
    /// Product of factors.
    Product(Vec<Expression>),
    /// Power: base, exponent.
    Power(Box<Expression>, Box<Expression>),
    /// Call of a function of one argument.
    Call(&'static Callable, Box<Expression>),
    /// Maximum of two.
    Maximum(Box<Expression>, Box<Expression>),
    /// Minimum of two.
    Minimum(Box<Expression>, Box<Expression>),
    /// Comparison of two, or "and" or "or" of two comparisons: 1 where it holds, else 0.
    Compare(&'static Relation, Box<Expression>, Box<Expression>),
    /// Piecewise: the second where the first is not 0, elsewhere the third.
    Choose(Box<Expression>, Box<Expression>, Box<Expression>),
    /// No value: a piecewise function where none of its conditions holds.
    Undefined,
    /// Derivative of the inner expression, not carried out yet.
    Prime(Box<Expression>),
}

use Expression::{
    Call, Choose, Compare, Euler, Maximum, Minimum, Pi, Power, Prime, Product, Sum, Undefined,
    Variable,
};

/// A function of one argument: value, derivatives, names.
#[derive(Debug)]
pub struct Callable {
    /// Name, typed and printed.
    pub id: &'static str,
    /// Alternative names.
    pub also: &'static [&'static str],
    /// (f, f′, f″) at a point. At a kink f′ is the mean of the one-sided derivatives; outside
    /// the domain all are NaN.
    pub jet: fn(f64) -> [f64; 3],
    /// f′(u), as a formula.
    pub derivative: fn(u: &Expression) -> Expression,
}

impl PartialEq for Callable {
    fn eq(&self, other: &Callable) -> bool {
        self.id == other.id
    }
}

/// An integer.
pub fn number(value: i64) -> Expression {
    Expression::Number(Number::whole(value))
}

/// 0.
pub fn zero() -> Expression {
    number(0)
}

/// 1.
pub fn one() -> Expression {
    number(1)
}

/// −u.
pub fn minus(u: Expression) -> Expression {
    product(vec![number(-1), u])
}

/// u/v.
pub fn over(u: Expression, v: Expression) -> Expression {
    product(vec![u, power(v, number(-1))])
}

/// u².
pub fn square(u: Expression) -> Expression {
    power(u, number(2))
}

/// f(u), with exp and ln simplified.
pub fn call(definition: &'static Callable, u: &Expression) -> Expression {
    match (definition.id, u) {
        ("exp", _) => power(Euler, u.clone()),
        ("ln", Euler) => one(),
        ("ln", Power(base, exponent)) if **base == Euler => (**exponent).clone(),
        _ => Call(definition, Box::new(u.clone())),
    }
}

/// A relation of two expressions.
pub fn compare(relation: &'static Relation, a: Expression, b: Expression) -> Expression {
    Compare(relation, Box::new(a), Box::new(b))
}

/// Piecewise, or one of the pieces if they are the same.
pub fn choose(condition: Expression, yes: Expression, no: Expression) -> Expression {
    match yes == no {
        true => yes,
        false => Choose(Box::new(condition), Box::new(yes), Box::new(no)),
    }
}

/// Sum of terms, with like terms combined.
pub fn sum(terms: Vec<Expression>) -> Expression {
    let mut constant = Number::ZERO;
    // Each term as a number times the rest.
    let mut parts: Vec<(Number, Expression)> = Vec::new();
    let mut add = |term: Expression| {
        let (factor, rest) = coefficient(term);
        match rest {
            None => constant = constant.plus(factor),
            Some(rest) => match parts.iter_mut().find(|part| part.1 == rest) {
                Some(part) => part.0 = part.0.plus(factor),
                None => parts.push((factor, rest)),
            },
        }
    };
    for term in terms {
        match term {
            Sum(terms) => terms.into_iter().for_each(&mut add),
            term => add(term),
        }
    }
    let mut terms: Vec<Expression> = parts
        .into_iter()
        .filter(|part| part.0 != Number::ZERO)
        .map(|(factor, rest)| scaled(factor, rest))
        .collect();
    if constant != Number::ZERO {
        terms.push(Expression::Number(constant));
    }
    match terms.len() {
        0 => zero(),
        1 => terms.remove(0),
        _ => {
            // What is added comes before what is taken away.
            if starts_with_minus(&terms[0])
                && let Some(first) = terms.iter().position(|term| !starts_with_minus(term))
            {
                let term = terms.remove(first);
                terms.insert(0, term);
            }
            Sum(terms)
        }
    }
}

/// Whether a term is printed with a leading minus sign.
pub fn starts_with_minus(term: &Expression) -> bool {
    match term {
        Expression::Number(number) => number.is_negative(),
        Product(factors) => starts_with_minus(&factors[0]),
        _ => false,
    }
}

/// A term as coefficient and rest; no rest for a number alone.
fn coefficient(term: Expression) -> (Number, Option<Expression>) {
    match term {
        Expression::Number(number) => (number, None),
        Product(mut factors) => match factors[0] {
            Expression::Number(number) => {
                factors.remove(0);
                let rest = if factors.len() == 1 { factors.remove(0) } else { Product(factors) };
                (number, Some(rest))
            }
            _ => (Number::ONE, Some(Product(factors))),
        },
        term => (Number::ONE, Some(term)),
    }
}

/// Coefficient times a rest that is not a number.
fn scaled(factor: Number, rest: Expression) -> Expression {
    match rest {
        rest if factor == Number::ONE => rest,
        Product(mut factors) => {
            factors.insert(0, Expression::Number(factor));
            Product(factors)
        }
        rest => Product(vec![Expression::Number(factor), rest]),
    }
}

/// Product of factors: numbers multiplied, powers of the same base combined.
pub fn product(factors: Vec<Expression>) -> Expression {
    let mut constant = Number::ONE;
    let mut parts: Vec<(Expression, Vec<Expression>)> = Vec::new();
    let mut multiply = |factor: Expression| {
        let (base, exponent) = match factor {
            Expression::Number(number) => return constant = constant.times(number),
            Power(base, exponent) => (*base, *exponent),
            factor => (factor, one()),
        };
        match parts.iter_mut().find(|part| part.0 == base) {
            Some(part) => part.1.push(exponent),
            None => parts.push((base, vec![exponent])),
        }
    };
    for factor in factors {
        match factor {
            Product(factors) => factors.into_iter().for_each(&mut multiply),
            factor => multiply(factor),
        }
    }
    if constant == Number::ZERO {
        return zero();
    }
    let mut factors: Vec<Expression> = Vec::new();
    let mut place = |factor: Expression| {
        let at = factors.partition_point(|it| rank(it) <= rank(&factor));
        factors.insert(at, factor);
    };
    for (base, exponents) in parts {
        match power(base, sum(exponents)) {
            Expression::Number(number) => constant = constant.times(number),
            Product(parts) => parts.into_iter().for_each(&mut place),
            factor => place(factor),
        }
    }
    if let ([Sum(terms)], Number::MINUS_ONE) = (&factors[..], constant) {
        return sum(terms.iter().cloned().map(minus).collect());
    }
    match (factors.len(), constant) {
        (0, _) => Expression::Number(constant),
        (1, Number::ONE) => factors.remove(0),
        _ => scaled(constant, Product(factors)),
    }
}

/// Sort key of a factor in a product: numbers first, functions last.
fn rank(factor: &Expression) -> usize {
    match factor {
        Expression::Number(_) | Pi | Euler => 0,
        Variable(index) => 1 + index,
        Power(base, _) if matches!(**base, Variable(_) | Pi | Expression::Number(_)) => rank(base),
        Sum(_) => 4,
        Power(base, _) if **base == Euler => 5,
        Power(base, _) => rank(base),
        _ => 6,
    }
}

/// Power, simplified where the result is exact.
pub fn power(base: Expression, exponent: Expression) -> Expression {
    let whole = match &exponent {
        Expression::Number(number) => number.as_whole(),
        _ => None,
    };
    match (base, whole) {
        (_, Some(0)) => one(),
        (base, Some(1)) => base,
        (Expression::Number(Number::ONE), _) => one(),
        (Expression::Number(number), Some(whole)) => match number.power(whole) {
            Some(number) => Expression::Number(number),
            None => Power(Box::new(Expression::Number(number)), Box::new(exponent)),
        },
        // √u squared is u wherever there is a √u.
        (Call(definition, inner), Some(2)) if definition.id == "sqrt" => *inner,
        (Product(factors), Some(_)) => {
            product(factors.into_iter().map(|it| power(it, exponent.clone())).collect())
        }
        (Power(base, inner), Some(_)) if is_whole(&inner) || *base == Euler => {
            power(*base, product(vec![*inner, exponent]))
        }
        (base, _) => Power(Box::new(base), Box::new(exponent)),
    }
}

fn is_whole(exponent: &Expression) -> bool {
    matches!(exponent, Expression::Number(number) if number.as_whole().is_some())
}

impl Expression {
    /// The expression simplified, from the inside out.
    pub fn simplified(&self) -> Expression {
        let each = |parts: &[Expression]| parts.iter().map(Expression::simplified).collect();
        match self {
            Sum(terms) => sum(each(terms)),
            Product(factors) => product(each(factors)),
            Power(base, exponent) => power(base.simplified(), exponent.simplified()),
            Call(definition, u) => call(definition, &u.simplified()),
            Maximum(a, b) => Maximum(Box::new(a.simplified()), Box::new(b.simplified())),
            Minimum(a, b) => Minimum(Box::new(a.simplified()), Box::new(b.simplified())),
            Compare(relation, a, b) => {
                Compare(relation, Box::new(a.simplified()), Box::new(b.simplified()))
            }
            Choose(condition, yes, no) => {
                choose(condition.simplified(), yes.simplified(), no.simplified())
            }
            Prime(u) => Prime(Box::new(u.simplified())),
            other => other.clone(),
        }
    }

    /// Operands of the outermost operation.
    pub fn parts(&self) -> Vec<&Expression> {
        match self {
            Sum(parts) | Product(parts) => parts.iter().collect(),
            Power(a, b) | Maximum(a, b) | Minimum(a, b) | Compare(_, a, b) => vec![a, b],
            Choose(condition, yes, no) => vec![condition, yes, no],
            Call(_, u) | Prime(u) => vec![u],
            Expression::Number(_) | Pi | Euler | Variable(_) | Undefined => Vec::new(),
        }
    }

    /// Whether a variable occurs in the expression.
    pub fn depends_on(&self, variable: usize) -> bool {
        *self == Variable(variable) || self.parts().iter().any(|part| part.depends_on(variable))
    }

    /// Size: the number of numbers, variables and operations.
    pub fn size(&self) -> usize {
        1 + self.parts().iter().map(|part| part.size()).sum::<usize>()
    }

    /// Value of a number or a constant; `None` for anything else.
    pub fn constant(&self) -> Option<f64> {
        match self {
            Expression::Number(number) => Some(number.value()),
            Pi => Some(PI),
            Euler => Some(E),
            _ => None,
        }
    }
}
