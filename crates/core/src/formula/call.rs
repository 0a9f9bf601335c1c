//! Functions that a formula may call: values, derivatives, names.
//!
//! To add one: write its [`Callable`] here and put it in [`CALLS`].

use super::expression::{
    Callable, Expression, call, minus, number, one, over, power, product, square, sum, zero,
};
use crate::numeric::math;
use std::f64::consts::{FRAC_PI_2, LN_2, LN_10};

/// All functions of one argument.
pub static CALLS: &[&Callable] = &[
    &SIN, &COS, &TAN, &COT, &SEC, &CSC, &ASIN, &ACOS, &ATAN, &ACOT, &ASEC, &ACSC, &SINH, &COSH,
    &TANH, &COTH, &SECH, &CSCH, &ASINH, &ACOSH, &ATANH, &ACOTH, &ASECH, &ACSCH, &EXP, &LN, &LOG,
    &LOG2, &SQRT, &CBRT, &ABS, &SIGN, &STEP, &FLOOR, &CEIL, &ROUND, &TRUNC, &SIGMOID, &RELU,
];

/// Sine.
pub const SIN: Callable = Callable {
    id: "sin",
    also: &["sen"],
    jet: |u| {
        let (sin, cos) = math::sin_cos(u);
        [sin, cos, -sin]
    },
    derivative: |u| call(&COS, u),
};

const COS: Callable = Callable {
    id: "cos",
    also: &[],
    jet: |u| {
        let (sin, cos) = math::sin_cos(u);
        [cos, -sin, -cos]
    },
    derivative: |u| minus(call(&SIN, u)),
};

const TAN: Callable = Callable {
    id: "tan",
    also: &["tg"],
    jet: |u| {
        let tan = math::tan(u);
        let slope = 1.0 + tan * tan;
        [tan, slope, 2.0 * tan * slope]
    },
    derivative: |u| over(one(), square(call(&COS, u))),
};

const COT: Callable = Callable {
    id: "cot",
    also: &["ctg", "cotg", "cotan"],
    jet: |u| {
        let (sin, cos) = math::sin_cos(u);
        let cot = cos / sin;
        let slope = -(1.0 + cot * cot);
        [cot, slope, -2.0 * cot * slope]
    },
    derivative: |u| minus(over(one(), square(call(&SIN, u)))),
};

const SEC: Callable = Callable {
    id: "sec",
    also: &[],
    jet: |u| {
        let (sec, tan) = (1.0 / math::cos(u), math::tan(u));
        [sec, sec * tan, sec * (1.0 + 2.0 * tan * tan)]
    },
    derivative: |u| over(call(&SIN, u), square(call(&COS, u))),
};

const CSC: Callable = Callable {
    id: "csc",
    also: &["cosec"],
    jet: |u| {
        let (sin, cos) = math::sin_cos(u);
        let (csc, cot) = (1.0 / sin, cos / sin);
        [csc, -csc * cot, csc * (1.0 + 2.0 * cot * cot)]
    },
    derivative: |u| minus(over(call(&COS, u), square(call(&SIN, u)))),
};

const ASIN: Callable = Callable {
    id: "asin",
    also: &["arcsin", "arcsen"],
    jet: |u| {
        let slope = 1.0 / ((1.0 - u) * (1.0 + u)).sqrt();
        [math::asin(u), slope, u * slope * slope * slope]
    },
    derivative: |u| over(one(), sqrt(sum(vec![one(), minus(square(u.clone()))]))),
};

const ACOS: Callable = Callable {
    id: "acos",
    also: &["arccos"],
    jet: |u| {
        let slope = -1.0 / ((1.0 - u) * (1.0 + u)).sqrt();
        [math::acos(u), slope, u * slope * slope * slope]
    },
    derivative: |u| minus((ASIN.derivative)(u)),
};

const ATAN: Callable = Callable {
    id: "atan",
    also: &["arctan", "arctg"],
    jet: |u| {
        let slope = 1.0 / (1.0 + u * u);
        [math::atan(u), slope, -2.0 * u * slope * slope]
    },
    derivative: |u| over(one(), sum(vec![one(), square(u.clone())])),
};

/// Inverse cotangent, from 0 to π: continuous, as most textbooks have it.
const ACOT: Callable = Callable {
    id: "acot",
    also: &["arccot", "arcctg", "arccotg"],
    jet: |u| {
        // For a large u the difference would lose its digits.
        let angle = if u > 0.0 { math::atan(1.0 / u) } else { FRAC_PI_2 - math::atan(u) };
        let slope = -1.0 / (1.0 + u * u);
        [angle, slope, 2.0 * u * slope * slope]
    },
    derivative: |u| minus((ATAN.derivative)(u)),
};

/// Inverse secant, from 0 to π.
const ASEC: Callable = Callable {
    id: "asec",
    also: &["arcsec"],
    jet: |u| {
        let [_, slope, bend] = of_inverse_cosecant(u);
        [math::acos(1.0 / u), -slope, -bend]
    },
    derivative: |u| minus((ACSC.derivative)(u)),
};

const ACSC: Callable = Callable {
    id: "acsc",
    also: &["arccsc", "arccosec", "acosec"],
    jet: of_inverse_cosecant,
    derivative: |u| {
        let root = sqrt(sum(vec![square(u.clone()), number(-1)]));
        minus(over(one(), product(vec![call(&ABS, u), root])))
    },
};

fn of_inverse_cosecant(u: f64) -> [f64; 3] {
    let below = (u.abs() - 1.0) * (u.abs() + 1.0);
    let slope = -1.0 / (u.abs() * below.sqrt());
    [math::asin(1.0 / u), slope, -slope * (2.0 * u * u - 1.0) / (u * below)]
}

const SINH: Callable = Callable {
    id: "sinh",
    also: &["sh", "senh"],
    jet: |u| {
        let (sinh, cosh) = (math::sinh(u), math::cosh(u));
        [sinh, cosh, sinh]
    },
    derivative: |u| call(&COSH, u),
};

const COSH: Callable = Callable {
    id: "cosh",
    also: &["ch"],
    jet: |u| {
        let (sinh, cosh) = (math::sinh(u), math::cosh(u));
        [cosh, sinh, cosh]
    },
    derivative: |u| call(&SINH, u),
};

const TANH: Callable = Callable {
    id: "tanh",
    also: &["th", "tgh"],
    jet: |u| {
        // Not 1 − tanh², which loses its digits where tanh is next to 1.
        let (tanh, sech) = (math::tanh(u), 1.0 / math::cosh(u));
        [tanh, sech * sech, -2.0 * tanh * sech * sech]
    },
    derivative: |u| over(one(), square(call(&COSH, u))),
};

const COTH: Callable = Callable {
    id: "coth",
    also: &["cth", "ctgh", "cotgh"],
    jet: |u| {
        let (coth, csch) = (1.0 / math::tanh(u), 1.0 / math::sinh(u));
        [coth, -csch * csch, 2.0 * coth * csch * csch]
    },
    derivative: |u| minus(over(one(), square(call(&SINH, u)))),
};

const SECH: Callable = Callable {
    id: "sech",
    also: &[],
    jet: |u| {
        let (sech, tanh) = (1.0 / math::cosh(u), math::tanh(u));
        [sech, -sech * tanh, sech * (tanh * tanh - sech * sech)]
    },
    derivative: |u| minus(over(call(&SINH, u), square(call(&COSH, u)))),
};

const CSCH: Callable = Callable {
    id: "csch",
    also: &["cosech"],
    jet: |u| {
        let (csch, coth) = (1.0 / math::sinh(u), 1.0 / math::tanh(u));
        [csch, -csch * coth, csch * (coth * coth + csch * csch)]
    },
    derivative: |u| minus(over(call(&COSH, u), square(call(&SINH, u)))),
};

const ASINH: Callable = Callable {
    id: "asinh",
    also: &["arsinh", "arcsinh", "argsinh", "arsh"],
    jet: |u| {
        let slope = 1.0 / (u * u + 1.0).sqrt();
        [math::asinh(u), slope, -u * slope * slope * slope]
    },
    derivative: |u| over(one(), sqrt(sum(vec![square(u.clone()), one()]))),
};

const ACOSH: Callable = Callable {
    id: "acosh",
    also: &["arcosh", "arccosh", "argcosh", "arch"],
    jet: |u| {
        let slope = if u >= 1.0 { 1.0 / ((u - 1.0) * (u + 1.0)).sqrt() } else { f64::NAN };
        [math::acosh(u), slope, -u * slope * slope * slope]
    },
    derivative: |u| over(one(), sqrt(sum(vec![square(u.clone()), number(-1)]))),
};

const ATANH: Callable = Callable {
    id: "atanh",
    also: &["artanh", "arctanh", "argtanh", "arth"],
    jet: |u| {
        let slope = if u.abs() <= 1.0 { 1.0 / ((1.0 - u) * (1.0 + u)) } else { f64::NAN };
        [math::atanh(u), slope, 2.0 * u * slope * slope]
    },
    derivative: |u| over(one(), sum(vec![one(), minus(square(u.clone()))])),
};

const ACOTH: Callable = Callable {
    id: "acoth",
    also: &["arccoth", "arcoth", "argcoth"],
    jet: |u| {
        let slope = if u.abs() >= 1.0 { 1.0 / ((1.0 - u) * (1.0 + u)) } else { f64::NAN };
        [math::atanh(1.0 / u), slope, 2.0 * u * slope * slope]
    },
    derivative: |u| (ATANH.derivative)(u),
};

const ASECH: Callable = Callable {
    id: "asech",
    also: &["arcsech", "arsech", "argsech"],
    jet: |u| {
        let rest = (1.0 - u) * (1.0 + u);
        let slope = if u >= 0.0 { -1.0 / (u * rest.sqrt()) } else { f64::NAN };
        [math::acosh(1.0 / u), slope, slope * (2.0 * u * u - 1.0) / (u * rest)]
    },
    derivative: |u| {
        let root = sqrt(sum(vec![one(), minus(square(u.clone()))]));
        minus(over(one(), product(vec![u.clone(), root])))
    },
};

const ACSCH: Callable = Callable {
    id: "acsch",
    also: &["arccsch", "arcsch", "argcsch"],
    jet: |u| {
        let sum = 1.0 + u * u;
        let slope = -1.0 / (u.abs() * sum.sqrt());
        [math::asinh(1.0 / u), slope, -slope * (2.0 * u * u + 1.0) / (u * sum)]
    },
    derivative: |u| {
        let root = sqrt(sum(vec![one(), square(u.clone())]));
        minus(over(one(), product(vec![call(&ABS, u), root])))
    },
};

/// Exponential function eᵘ.
pub const EXP: Callable =
    Callable { id: "exp", also: &[], jet: |u| [math::exp(u); 3], derivative: |u| call(&EXP, u) };

/// Natural logarithm.
pub const LN: Callable = Callable {
    id: "ln",
    also: &[],
    jet: |u| logarithm(u, math::ln(u), 1.0),
    derivative: |u| over(one(), u.clone()),
};

/// Logarithm to base 10.
pub const LOG: Callable = Callable {
    id: "log",
    also: &["log10", "lg"],
    jet: |u| logarithm(u, math::log10(u), LN_10),
    derivative: |u| over(one(), product(vec![u.clone(), call(&LN, &number(10))])),
};

/// Logarithm to base 2.
pub const LOG2: Callable = Callable {
    id: "log2",
    also: &["lb", "ld"],
    jet: |u| logarithm(u, math::log2(u), LN_2),
    derivative: |u| over(one(), product(vec![u.clone(), call(&LN, &number(2))])),
};

fn logarithm(u: f64, value: f64, scale: f64) -> [f64; 3] {
    let slope = if u >= 0.0 { 1.0 / (u * scale) } else { f64::NAN };
    [value, slope, -slope / u]
}

/// Square root.
pub const SQRT: Callable = Callable {
    id: "sqrt",
    also: &["√"],
    jet: |u| {
        let root = u.sqrt();
        [root, 0.5 / root, -0.25 / (root * u)]
    },
    derivative: |u| over(one(), product(vec![number(2), sqrt(u.clone())])),
};

/// Cube root, also of negative numbers.
pub const CBRT: Callable = Callable {
    id: "cbrt",
    also: &["∛"],
    jet: |u| {
        let root = math::cbrt(u);
        let slope = 1.0 / (3.0 * root * root);
        [root, slope, -2.0 * slope / (3.0 * u)]
    },
    derivative: |u| over(one(), product(vec![number(3), square(call(&CBRT, u))])),
};

/// Absolute value.
pub const ABS: Callable = Callable {
    id: "abs",
    also: &["fabs", "absolute"],
    jet: |u| [u.abs(), sign(u), level(u)],
    derivative: |u| call(&SIGN, u),
};

const SIGN: Callable = Callable {
    id: "sign",
    also: &["sgn", "signum"],
    jet: |u| [sign(u), level(u), level(u)],
    derivative: |_| zero(),
};

/// Heaviside step: 0 left of 0, 1 right of it and ½ at 0.
pub const STEP: Callable = Callable {
    id: "step",
    also: &["heaviside"],
    jet: |u| [half_way(u), level(u), level(u)],
    derivative: |_| zero(),
};

/// Largest integer that is not above u.
pub const FLOOR: Callable = Callable {
    id: "floor",
    also: &[],
    jet: |u| [u.floor(), level(u), level(u)],
    derivative: |_| zero(),
};

/// Smallest integer that is not below u.
pub const CEIL: Callable = Callable {
    id: "ceil",
    also: &["ceiling"],
    jet: |u| [u.ceil(), level(u), level(u)],
    derivative: |_| zero(),
};

const ROUND: Callable = Callable {
    id: "round",
    also: &[],
    jet: |u| [u.round(), level(u), level(u)],
    derivative: |_| zero(),
};

const TRUNC: Callable = Callable {
    id: "trunc",
    also: &[],
    jet: |u| [u.trunc(), level(u), level(u)],
    derivative: |_| zero(),
};

const SIGMOID: Callable = Callable {
    id: "sigmoid",
    also: &["logistic"],
    jet: |u| {
        let (share, rest) = (math::sigmoid(u), math::sigmoid(-u));
        [share, share * rest, share * rest * (rest - share)]
    },
    derivative: |u| {
        let share = call(&SIGMOID, u);
        product(vec![share.clone(), sum(vec![one(), minus(share)])])
    },
};

const RELU: Callable = Callable {
    id: "relu",
    also: &[],
    jet: |u| [if u <= 0.0 { 0.0 } else { u }, half_way(u), level(u)],
    derivative: |u| call(&STEP, u),
};

/// √u.
pub fn sqrt(u: Expression) -> Expression {
    call(&SQRT, &u)
}

/// Sign: −1, 0 or 1; NaN stays NaN.
fn sign(u: f64) -> f64 {
    if u == 0.0 { 0.0 } else { u.signum() }
}

/// Heaviside step: 0, ½ or 1; NaN stays NaN.
fn half_way(u: f64) -> f64 {
    0.5 + 0.5 * sign(u)
}

/// Derivative of a piecewise constant function: 0, or NaN for NaN.
fn level(u: f64) -> f64 {
    if u.is_nan() { u } else { 0.0 }
}

/// Derivative of max(a, b), with a′ and b′ those of a and b: that of the larger one, and their
/// mean if a = b.
pub fn of_larger(a: &Expression, b: &Expression, da: Expression, db: Expression) -> Expression {
    let lead = call(&STEP, &sum(vec![b.clone(), minus(a.clone())]));
    sum(vec![da.clone(), product(vec![lead, sum(vec![db, minus(da)])])])
}

/// Derivative of uᵛ: v uᵛ⁻¹ u′ + uᵛ ln u v′.
pub fn of_power(u: &Expression, v: &Expression, du: Expression, dv: Expression) -> Expression {
    let lowered = power(u.clone(), sum(vec![v.clone(), number(-1)]));
    let by_base = product(vec![v.clone(), lowered, du]);
    let by_exponent = product(vec![power(u.clone(), v.clone()), call(&LN, u), dv]);
    sum(vec![by_base, by_exponent])
}
