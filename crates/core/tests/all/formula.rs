//! What can be typed, what it means, its derivative, and the words where it cannot.

mod random;
mod typed;

use crate::cases::for_all;
use downhill_core::formula::Formula;
use std::cell::Cell;
use std::ops::Range;

fn formula(text: &str) -> Formula {
    Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn value(text: &str, x: &[f64]) -> f64 {
    formula(text).value(x)
}

fn derivative(text: &str) -> String {
    formula(text).derivative(0).unwrap().text
}

#[test]
fn signs_and_names_mean_what_they_usually_mean() {
    let (x, y) = (1.5, -0.75);
    #[rustfmt::skip]
    let cases: &[(&str, f64)] = &[
        ("x", 1.5), ("2x", 3.0), ("-x^2", -2.25), ("2^3^2", 512.0), ("-2^2", -4.0),
        ("2^-1", 0.5), ("x^-2", 1.0 / 2.25), ("(-2)^2", 4.0), ("1/2x", 0.75), ("6/2(1+2)", 9.0),
        ("x - 1 - 1", -0.5), ("8/4/2", 1.0), ("xy", -1.125), ("x y", -1.125), ("x(y)", -1.125),
        ("2(x+1)(y+1)", 1.25), ("(x+1)x", 3.75), ("|x|", 1.5), ("|y|", 0.75), ("|x||y|", 1.125),
        ("|x|y|y|", 1.5 * -0.75 * 0.75), ("2|y|x", 2.25), ("| |y| - 1 |", 0.25), ("max(0, 1-x)", 0.0),
        ("min(x, y, 3)", -0.75), ("pow(x, 2)", 2.25), ("x**2", 2.25), ("x²", 2.25), ("x⁻¹", 1.0 / 1.5),
        ("2·x×2", 6.0), ("x÷2", 0.75), ("5−2", 3.0), ("[1+x]{2}", 5.0), ("[1+x]{y+1}", 0.625),
        (".5x", 0.75), ("2.", 2.0), ("1e3", 1000.0), ("1e-3x", 0.0015), ("2e", 2.0 * std::f64::consts::E),
        ("sqrt(4)", 2.0), ("√4", 2.0), ("√(x+2.5)", 2.0), ("cbrt(-8)", -2.0), ("floor(-0.5)", -1.0),
        ("ceil(0.5)", 1.0), ("round(2.5)", 3.0), ("sign(-3)", -1.0), ("step(0)", 0.5), ("abs(-2)", 2.0),
        ("log(1000)", 3.0), ("log10(100)", 2.0), ("log2(8)", 3.0), ("lg 100", 2.0), ("ln(e)", 1.0),
        ("relu(-1)", 0.0), ("sigmoid(0)", 0.5), ("X + Y", 0.75), ("x1 + x2", 0.75), ("x₁ − x₂", 2.25),
        ("+x", 1.5), ("--x", 1.5), ("2 - -x", 3.5), ("pi x", 1.5 * std::f64::consts::PI),
        ("πx", 1.5 * std::f64::consts::PI), ("exp(0)", 1.0), ("e^0", 1.0), ("0^0", 1.0),
        ("x + 0", 1.5), ("x*1", 1.5), ("-x - 0", -1.5), ("1^2", 1.0), ("3*1", 3.0), ("x + 2 - 2", 1.5),
    ];
    for (text, expected) in cases {
        let found = value(text, &[x, y]);
        assert!((found - expected).abs() < 1e-14, "{text}: {found} is not {expected}");
    }
    #[rustfmt::skip]
    let same: &[(&str, &str)] = &[
        ("sin 3x", "sin(3x)"), ("cos 2 pi x", "cos(2 pi x)"), ("sin x cos x", "sin(x) cos(x)"),
        ("sin^2 x", "(sin(x))^2"), ("sin²(x)", "(sin x)^2"), ("sin(x)^2", "(sin x)^2"),
        ("sin x^2", "sin(x^2)"), ("sin 2x/3", "sin(2x)/3"), ("sin x + 1", "sin(x) + 1"),
        ("sin -x", "sin(-x)"), ("xsin(x)", "x*sin(x)"), ("pix", "pi*x"), ("expx", "exp(x)"),
        ("2x e^(-x^2)", "2*x*exp(-(x^2))"), ("sinx", "sin(x)"), ("x e^x", "x*exp(x)"),
        ("arctan(x)", "atan(x)"), ("SIN(x)", "sin(x)"), ("ln x y", "ln(x*y)"), ("ln(x)y", "y*ln(x)"),
        ("sin2x", "sin(2x)"), ("3sin(x)(x+1)", "3*sin(x)*(x+1)"), ("e^-x", "exp(-x)"),
        ("x^2y", "(x^2)*y"), ("2^x y", "(2^x)*y"), ("x^sin x", "x^(sin(x))"), ("√x y", "sqrt(x)*y"),
    ];
    let at = [0.8, 1.7];
    for (short, long) in same {
        assert_eq!(value(short, &at).to_bits(), value(long, &at).to_bits(), "{short} is {long}");
    }
}

#[test]
fn the_number_of_variables_is_seen() {
    assert_eq!(formula("x^2").dim(), 1);
    assert_eq!(formula("3").dim(), 1);
    assert_eq!(formula("x + y").dim(), 2);
    assert_eq!(formula("y^2").dim(), 2);
    assert_eq!(formula("x1 x2").names(), ["x₁", "x₂"]);
}

#[test]
fn a_derivative_is_short_enough_to_be_read() {
    #[rustfmt::skip]
    let cases = [
        ("x^2 + sin(3x)", "2x + 3cos(3x)"),
        ("x^4 - 3x^2 + x", "4x^3 − 6x + 1"),
        ("5", "0"),
        ("x", "1"),
        ("e^(-x^2)", "−2x e^(−x^2)"),
        ("1/x", "−1/x^2"),
        ("ln(x)", "1/x"),
        ("|x|", "sign(x)"),
        ("sqrt(x)", "1/(2sqrt(x))"),
        ("sin(x)^2", "2sin(x) cos(x)"),
        ("x ln(x)", "ln(x) + 1"),
        ("x e^x", "e^x + x e^x"),
        ("0.1x^2", "0.2x"),
        ("x^3/3", "x^2"),
        ("pi x", "π"),
        ("2^x", "2^x ln(2)"),
        ("x^0.5", "1/(2x^0.5)"),
        ("(x-1)^2", "2(x − 1)"),
        ("cos(x)", "−sin(x)"),
        ("tan(x)", "1/cos(x)^2"),
        ("x/x/x", "−1/x^2"),
    ];
    for (text, expected) in cases {
        assert_eq!(derivative(text), expected, "{text}");
    }
    let rosenbrock = formula("(1-x)^2 + 100(y-x^2)^2");
    eprintln!("{:?}", rosenbrock.derivative(0).unwrap().text);
    assert_eq!(rosenbrock.derivative(1).unwrap().text, "200(y − x^2)");
    for text in [
        "2x e^(-x^2)",
        "x^x",
        "max(0, 1-x)",
        "x/(1+x^2)",
        "sigmoid(x)",
        "x sin(x) cos(x)",
        "sin(cos(x^2))",
    ] {
        eprintln!("{text}: {} ′ {}", formula(text).written().text, derivative(text));
        for step in formula(text).steps(0) {
            eprintln!("    {:?}: ({})′ = {}", step.rule, step.before.text, step.after.text);
        }
    }
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    #[rustfmt::skip]
    let cases: &[(&str, usize, &str)] = &[
        ("", 0, "Type a formula"), ("   ", 0, "Type a formula"), ("x^", 1, "exponent"),
        ("x+", 2, "missing at the end"), ("(x", 0, "not closed"), ("x)", 1, "never opened"),
        ("(x]", 2, "another kind"), ("()", 0, "nothing between"), ("1/0", 2, "divides by zero"),
        ("x/(2-2)", 2, "divides by zero"), ("sqrt(-1)", 0, "has no value"), ("ln(0)", 0, "too large"),
        ("foo(x)", 0, "“foo” is not known"), ("x + zz", 4, "“zz” is not known"),
        ("sni(x)", 0, "Is it sin?"), ("sqr(x)", 0, "Is it sqrt?"), ("2 3", 2, "Two numbers"),
        ("x 3", 2, "sign such as +"), ("x2y3", 2, "y^3"), ("x3", 0, "x^3, or a product"),
        ("0,5x", 1, "point"), ("x^2 = 1", 4, "an equation"), ("х^2", 0, "another script"),
        ("３x", 0, "full-width character: type “3”"), ("٣x", 0, "type 0 to 9"), ("ｘ^2", 0, "full-width"), ("x！", 1, "full-width"),
        ("3!", 1, "factorials"), ("50%", 2, "5 %"), ("x >", 3, "missing at the end"), ("sin", 0, "sin(x)"),
        ("sin()", 3, "nothing between"), ("max(x)", 0, "two or more"), ("max x", 0, "brackets"),
        ("|x", 0, "second |"), ("||", 2, "missing at the end"), ("x*/2", 2, "Before this “/”"),
        ("*x", 0, "Before this “*”"), ("sin^-1 x", 0, "asin"), ("ln^-1(x)", 0, "1/ln(x)"),
        ("x1 + y", 5, "not both"), ("1.2.3", 0, "one decimal point"), (".", 0, "0.5"),
        ("1e999", 0, "too large"), ("9^9^9^9", 2, "too large"), ("x # 2", 2, "means nothing"),
        ("sin(x, 2)", 0, "one argument"), ("pow(x)", 0, "two arguments"), ("x:2", 1, "/ to divide"),
        ("∞", 0, "Infinity"), ("💥", 0, "means nothing"), ("x\u{0}", 1, "means nothing"),
    ];
    for (text, at, words) in cases {
        let error = Formula::parse(text).expect_err(text);
        assert!(error.message.contains(words), "{text}: {}", error.message);
        assert_eq!(error.at.start, *at, "{text}: {} {:?}", error.message, error.at);
        assert!(error.at.end <= text.chars().count().max(error.at.start), "{text}");
    }
    for text in [
        "x".repeat(10_000),
        "(".repeat(5000),
        format!("{}x{}", "(".repeat(240), ")".repeat(240)),
        "x^".repeat(200),
        "-".repeat(400),
        "|".repeat(400),
        "sin ".repeat(120),
    ] {
        let error = Formula::parse(&text).unwrap_err();
        assert!(error.message.len() < 200, "{error}");
    }
}

/// Places with x and y from −3 to 3.
const SQUARE: [Range<f64>; 2] = [-3.0..3.0, -3.0..3.0];

#[test]
fn a_written_formula_can_be_typed_again() {
    for text in FORMULAS {
        let formula = formula(text);
        let again = Formula::parse(&formula.written().text)
            .unwrap_or_else(|error| panic!("{text}: {}: {error}", formula.written().text));
        for_all(file!(), 20, SQUARE, |x| {
            let (one, two) = (formula.value(&x), again.value(&x));
            assert!(
                one.is_nan() && two.is_nan()
                    || one == two
                    || (one - two).abs() <= 1e-12 * one.abs(),
                "{text} as {}: {one}, {two}",
                formula.written().text
            );
            Ok(())
        });
    }
}

#[test]
fn the_derivative_written_out_is_the_slope() {
    let compared = Cell::new(0);
    for text in FORMULAS {
        let formula = formula(text);
        for variable in 0..formula.dim() {
            let Some(written) = formula.derivative(variable) else { continue };
            let derivative = Formula::parse(&written.text)
                .unwrap_or_else(|error| panic!("{text}: {}: {error}", written.text));
            for_all(file!(), 200, SQUARE, |x| {
                let mut gradient = vec![f64::NAN; formula.dim()];
                let value = formula.value_and_gradient(&x, &mut gradient);
                let (found, expected) = (derivative.value(&x), gradient[variable]);
                if !value.is_finite() || !expected.is_finite() || expected.abs() > 1e8 {
                    return Ok(());
                }
                assert!(
                    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
                    "{text} at {x:?}: {} is {found}, not {expected}",
                    written.text
                );
                compared.set(compared.get() + 1);
                Ok(())
            });
        }
    }
    eprintln!("{} slopes", compared.get());
}

#[rustfmt::skip]
const FORMULAS: &[&str] = &[
    "x^2 + sin(3x)", "(1-x)^2 + 100(y-x^2)^2", "2x e^(-x^2)", "|x|", "max(0, 1-x)", "x^x",
    "x/(1+x^2)", "1/x", "1/x^2", "1/(x y)", "x/y/3", "x/(y/3)", "-(x+y)", "-(x-y)^2", "2-(x-1)",
    "sqrt(1-x^2)", "ln(x)", "log(x) log2(y)", "x^y", "2^x^2", "(2^x)^2", "(x^2)^0.5", "x^(1/3)", "cbrt(x)^2",
    "tan(x)", "cot x", "sec(x)csc(x)", "asin(x/3)", "acos(x/4)", "atan(x y)", "sinh(x)cosh(y)", "tanh(x)^2",
    "asinh(x)", "acosh(1+x^2)", "atanh(x/4)", "sigmoid(3x)", "relu(x-y)", "step(x)x", "sign(x)x^2", "floor(x)+x",
    "min(x, y, 1)x", "max(x^2, 1)", "|x-|y||", "|x||y|", "exp(x)exp(y)", "e^x/(1+e^x)", "x^2*3^x", "-x^-2", "2x*-3",
    "x*x*x", "(x+1)(x-1)", "(x+1)/(x-1)", "((x+1)/2)^3", "1/(1/x)", "sin(x)/x", "x sin(1/x)", "e^(-x^2/2)/sqrt(2pi)",
    "{x<0: x^2, x+2}", "{x<-1: x, x<1: x^3}", "x < 0 ? -x : 2x", "(x > 0) x^2 - (x<1)", "2{x<1}x", "mod(x, 2) x",
    "x^(2/3)", "x^(-1/5) y", "(x-1)^(3/5)/x^(1/7)", "sech(x)csch(x)", "coth(x)", "acot(x) + asec(2x)", "acsc(x)^2", "acoth(3x)",
    "asech(x/4)", "acsch(x)", "log(x, 3)", "root(x, 5)", "log(2, x^2+2)", "x^(1/5) x^0.2", "-{x>0: x}^2",
    "1 - (x<1 and y<1)", "if(not(x<1), x, y)", "trunc(x) x",
    "pi x^2", "x^pi", "0.1x+0.2x", "1e-7x^3", "3x/4", "x/0.3", "-3x/4y", "(-x)^3", "sin^2 x + cos^2 x", "x₁^2+x₂^2",
];
