//! Expressions that the grammar makes of the parts it has read.

use crate::formula::call;
use crate::formula::expression::{Expression, number};
use crate::formula::number::Number;
use crate::formula::program::Program;

use Expression::{Call, Choose, Power, Product, Undefined};

/// −u, with the sign in front of a product in its number.
pub fn negative(expression: Expression) -> Expression {
    match expression {
        Expression::Number(value) => Expression::Number(value.times(Number::MINUS_ONE)),
        Product(mut factors) if matches!(factors[0], Expression::Number(value) if value != Number::MINUS_ONE) =>
        {
            factors[0] = negative(factors[0].clone());
            Product(factors)
        }
        Product(mut factors) => {
            factors.insert(0, number(-1));
            Product(factors)
        }
        other => Product(vec![number(-1), other]),
    }
}

/// A product and one more factor.
pub fn times(product: Expression, factor: Expression) -> Expression {
    // A condition alone in braces is 1 where it holds: x^2 {x > 0} is {x > 0: x^2}.
    if let Choose(condition, yes, no) = &factor
        && (**yes == number(1) && **no == Undefined)
    {
        return Choose(condition.clone(), Box::new(product), Box::new(Undefined));
    }
    match product {
        Product(mut factors) => {
            factors.push(factor);
            Product(factors)
        }
        first => Product(vec![first, factor]),
    }
}

/// A power. An exponent written as a fraction with an odd denominator takes a real root.
pub fn raised(base: Expression, exponent: Expression) -> Expression {
    let exponent = match quotient(&exponent) {
        Some(root @ Number::OddRoot(..)) => Expression::Number(root),
        _ => exponent,
    };
    Power(Box::new(base), Box::new(exponent))
}

/// The exponent that an expression is, if it is written as a quotient of two integers.
fn quotient(exponent: &Expression) -> Option<Number> {
    let whole = |of: &Expression| match of {
        Expression::Number(number) => number.as_whole(),
        _ => None,
    };
    let below = |of: &Expression| match of {
        Power(base, exponent) if whole(exponent) == Some(-1) => whole(base),
        _ => None,
    };
    match exponent {
        Product(factors) => match &factors[..] {
            [above, denominator] => Number::exponent(whole(above)?, below(denominator)?),
            [sign, above, denominator] if whole(sign) == Some(-1) => {
                Number::exponent(-whole(above)?, below(denominator)?)
            }
            _ => None,
        },
        _ => None,
    }
}

/// The root of this index.
pub fn root(of: Expression, index: Expression) -> Expression {
    match constant(&index) {
        Some(2.0) => Call(&call::SQRT, Box::new(of)),
        Some(3.0) => Call(&call::CBRT, Box::new(of)),
        _ => raised(of, over(number(1), index)),
    }
}

/// A quotient.
pub fn over(above: Expression, below: Expression) -> Expression {
    Product(vec![above, Power(Box::new(below), Box::new(number(-1)))])
}

/// Value of an expression without variables; `None` with any.
pub fn constant(expression: &Expression) -> Option<f64> {
    let varies = expression.depends_on(0) || expression.depends_on(1);
    (!varies).then(|| Program::new(expression).value(&[0.0, 0.0]))
}
