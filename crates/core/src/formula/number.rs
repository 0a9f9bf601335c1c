//! Exact rational numbers: 0.1 stays one tenth, so that the numbers of a derivative stay
//! readable.

/// A number of a formula, exact if possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Numerator and denominator of a fraction in lowest terms; the denominator is above 0.
    Exact(i64, i64),
    /// An exponent written as a fraction, in lowest terms, with an odd denominator above 1: it
    /// takes a real root of a negative number, too, which the exponent 0.2 does not.
    OddRoot(i64, i64),
    /// Floating-point value, for a fraction whose parts would be too long.
    Float(f64),
}

/// Integers up to here are exact as floats, so a quotient is rounded once.
const LONGEST: i64 = 1 << 53;

impl Number {
    /// 0.
    pub const ZERO: Number = Number::Exact(0, 1);
    /// 1.
    pub const ONE: Number = Number::Exact(1, 1);
    /// −1.
    pub const MINUS_ONE: Number = Number::Exact(-1, 1);

    /// An integer.
    pub fn whole(value: i64) -> Number {
        Number::Exact(value, 1)
    }

    /// The quotient of two integers as an exponent: an [`Number::OddRoot`] if it is one.
    pub fn exponent(numerator: i64, denominator: i64) -> Option<Number> {
        Some(match fraction(numerator.into(), denominator.into())? {
            Number::Exact(above, below) if below > 1 && below % 2 == 1 => {
                Number::OddRoot(above, below)
            }
            other => other,
        })
    }

    /// Numerator and denominator; `None` for a [`Number::Float`].
    pub fn parts(self) -> Option<(i64, i64)> {
        match self {
            Number::Exact(above, below) | Number::OddRoot(above, below) => Some((above, below)),
            Number::Float(_) => None,
        }
    }

    /// Value of a decimal literal such as `2.5` or `1e-3`. `None` if it is no number or
    /// infinite.
    pub fn literal(text: &str) -> Option<Number> {
        let float = text.parse::<f64>().ok().filter(|value| value.is_finite())?;
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let exact = || {
            let digits = format!("{whole}{decimals}").parse::<i64>().ok()?;
            let shift = exponent.parse::<i32>().ok()? - i32::try_from(decimals.len()).ok()?;
            let power = 10i64.checked_pow(shift.unsigned_abs())?;
            let (numerator, denominator) =
                if shift < 0 { (digits, power) } else { (digits.checked_mul(power)?, 1) };
            fraction(numerator.into(), denominator.into())
        };
        Some(exact().unwrap_or(Number::Float(float)))
    }

    /// Nearest float.
    pub fn value(self) -> f64 {
        match self {
            Number::Exact(numerator, denominator) | Number::OddRoot(numerator, denominator) => {
                numerator as f64 / denominator as f64
            }
            Number::Float(value) => value,
        }
    }

    /// The integer, if the number is one.
    pub fn as_whole(self) -> Option<i64> {
        match self {
            Number::Exact(value, 1) => Some(value),
            _ => None,
        }
    }

    /// Whether the number is below 0.
    pub fn is_negative(self) -> bool {
        self.value() < 0.0
    }

    /// The number with the other sign.
    pub fn negative(self) -> Number {
        match self {
            Number::Exact(above, below) => Number::Exact(-above, below),
            Number::OddRoot(above, below) => Number::OddRoot(-above, below),
            Number::Float(value) => Number::Float(-value),
        }
    }

    /// Sum of two numbers. Added to an integer or to its like, an [`Number::OddRoot`] stays one.
    pub fn plus(self, other: Number) -> Number {
        let sum = match (self.parts(), other.parts()) {
            (Some((a, b)), Some((c, d))) => {
                let wide = i128::from;
                fraction(wide(a) * wide(d) + wide(c) * wide(b), wide(b) * wide(d))
            }
            _ => None,
        };
        let root = |of: Number| matches!(of, Number::OddRoot(..));
        let fits = |of: Number| root(of) || of.as_whole().is_some();
        match sum {
            Some(Number::Exact(above, below))
                if below > 1 && (root(self) || root(other)) && fits(self) && fits(other) =>
            {
                Number::OddRoot(above, below)
            }
            Some(sum) => sum,
            None => Number::Float(self.value() + other.value()),
        }
    }

    /// Product of two numbers.
    pub fn times(self, other: Number) -> Number {
        match (self.parts(), other.parts()) {
            (Some((a, b)), Some((c, d))) => {
                fraction(i128::from(a) * i128::from(c), i128::from(b) * i128::from(d))
            }
            _ => None,
        }
        .unwrap_or(Number::Float(self.value() * other.value()))
    }

    /// Integer power; `None` for 0 to a negative power, and for exponents beyond ±64.
    pub fn power(self, exponent: i64) -> Option<Number> {
        if exponent < 0 {
            let inverse = match self {
                Number::Exact(a, b) | Number::OddRoot(a, b) => {
                    fraction(i128::from(b), i128::from(a))?
                }
                Number::Float(value) => Number::Float(1.0 / value),
            };
            return inverse.power(exponent.checked_neg()?);
        }
        if exponent > 64 {
            return None;
        }
        Some((0..exponent).fold(Number::ONE, |product, _| product.times(self)))
    }

    /// Decimal notation; `None` for a fraction with more than four decimal places.
    pub fn as_decimal(self) -> Option<String> {
        match self {
            Number::Exact(_, denominator) if 10_000 % denominator == 0 => {
                Some(self.value().to_string())
            }
            Number::Exact(..) | Number::OddRoot(..) => None,
            Number::Float(value) => Some(value.to_string()),
        }
    }
}

/// Fraction in lowest terms; `None` if the denominator is 0 or the parts are too long.
fn fraction(numerator: i128, denominator: i128) -> Option<Number> {
    if denominator == 0 {
        return None;
    }
    let (mut a, mut b) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = i128::try_from(a).ok()? * denominator.signum();
    let short = |part: i128| i64::try_from(part / divisor).ok().filter(|it| it.abs() < LONGEST);
    Some(Number::Exact(short(numerator)?, short(denominator)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_exact_and_rounded_once() {
        assert_eq!(Number::literal("0.30"), Some(Number::Exact(3, 10)));
        assert_eq!(Number::literal("2e3"), Some(Number::whole(2000)));
        assert_eq!(Number::literal("1e400"), None);
        for text in ["0.1", "3.14159265358979", "2.71828182845904523536", "1e-300", "123456789.25"]
        {
            assert_eq!(Number::literal(text).unwrap().value(), text.parse::<f64>().unwrap());
        }
    }

    #[test]
    fn arithmetic_is_exact_while_it_can_be() {
        let tenth = Number::literal("0.1").unwrap();
        assert_eq!(tenth.plus(tenth).plus(tenth), Number::Exact(3, 10));
        assert_eq!(tenth.times(Number::whole(30)), Number::whole(3));
        assert_eq!(Number::whole(2).power(-3), Some(Number::Exact(1, 8)));
        assert_eq!(Number::ZERO.power(-1), None);
        let third = Number::exponent(2, 6).unwrap();
        assert_eq!(third, Number::OddRoot(1, 3));
        assert_eq!(third.plus(Number::MINUS_ONE), Number::OddRoot(-2, 3));
        assert_eq!(third.plus(third).plus(third), Number::ONE);
        assert_eq!(third.plus(tenth), Number::Exact(13, 30));
        assert_eq!(Number::exponent(1, 2), Some(Number::Exact(1, 2)));
        let large = Number::whole(LONGEST - 1);
        assert!(matches!(large.times(large), Number::Float(_)));
        assert_eq!(Number::Exact(-3, 8).as_decimal().as_deref(), Some("-0.375"));
        assert_eq!(Number::Exact(1, 3).as_decimal(), None);
    }
}
