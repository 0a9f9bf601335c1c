//! Formulas as people type and copy them: names, roots, pieces, LaTeX, headings and letters.

use super::formula;
use downhill_core::formula::Formula;
use std::f64::consts::{E, FRAC_PI_2, PI};

/// A formula with its values at some places of its first variable; the second one is 0.5.
type Case = (&'static str, &'static [(f64, f64)]);

/// A test place with the value of something that has none there.
const NONE: f64 = f64::NAN;

#[rustfmt::skip]
const TYPED: &[Case] = &[
    // Real roots.
    ("x^(1/3)", &[(8.0, 2.0), (-8.0, -2.0), (0.0, 0.0)]),
    ("x^(2/3)", &[(8.0, 4.0), (-8.0, 4.0), (1.0, 1.0)]),
    ("(-8)^(2/3)", &[(0.0, 4.0)]),
    ("(-32)^(-3/5)", &[(0.0, -0.125)]),
    ("x^(3/5)", &[(-32.0, -8.0), (32.0, 8.0)]),
    ("x^(-1/3)", &[(-8.0, -0.5), (8.0, 0.5)]),
    ("x^(-2/3)", &[(-8.0, 0.25)]),
    ("x^{1/3}", &[(-27.0, -3.0)]),
    ("x^(2/6)", &[(-8.0, -2.0)]),
    ("x^(1/2)", &[(4.0, 2.0), (-4.0, NONE)]),
    ("x^0.2", &[(32.0, 2.0), (-32.0, NONE)]),
    ("x^⅓", &[(-8.0, -2.0)]),
    ("∛x", &[(-8.0, -2.0), (27.0, 3.0)]),
    ("∛(x+1) - 1", &[(-9.0, -3.0)]),
    ("∜x", &[(16.0, 2.0), (-16.0, NONE)]),
    ("root(x, 5)", &[(-32.0, -2.0)]),
    ("nthroot(x, 3) + nroot(x, 2)", &[(64.0, 12.0)]),
    ("x^1/3", &[(6.0, 2.0)]),
    ("sqrt[3](x) + sqrt[4](16)", &[(-8.0, 0.0)]),
    ("³√x + √[5](32)", &[(-8.0, 0.0)]),
    // Pieces and comparisons.
    ("x<0 ? x^2 : x+2", &[(-3.0, 9.0), (0.0, 2.0), (3.0, 5.0)]),
    ("x < -1 ? -1 : x > 1 ? 1 : x", &[(-3.0, -1.0), (0.5, 0.5), (3.0, 1.0)]),
    ("{x<0: x^2, x+2}", &[(-3.0, 9.0), (0.0, 2.0)]),
    ("{x<0: x^2, x>=1: x+2}", &[(-3.0, 9.0), (0.5, NONE), (1.0, 3.0)]),
    ("x = 0 ? 1 : 2", &[(0.0, 1.0), (1.0, 2.0)]),
    ("{x<0: -1, x=0: 0, x>0: 1}", &[(-3.0, -1.0), (0.0, 0.0), (2.0, 1.0)]),
    ("{x ≤ 1: x, 1 < x ≤ 2: 1, 3 - x}", &[(1.0, 1.0), (2.0, 1.0), (3.0, 0.0)]),
    ("x^2 {x>0}", &[(3.0, 9.0), (-3.0, NONE)]),
    ("x^2 {-1<x<1}", &[(0.5, 0.25), (1.0, NONE)]),
    ("(x<0) x^2 + (x>=0)(x+2)", &[(-3.0, 9.0), (3.0, 5.0)]),
    ("if(x<0, -x, x/2)", &[(-3.0, 3.0), (3.0, 1.5)]),
    ("x^2 if x<0 else x+2", &[(-3.0, 9.0), (3.0, 5.0)]),
    ("x == 0 ? 1 : sin(x)/x", &[(0.0, 1.0), (FRAC_PI_2, 1.0 / FRAC_PI_2)]),
    ("x != 0 and x < 2 ? 1 : 0", &[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]),
    ("x < -1 or x > 1 ? 1 : 0", &[(0.0, 0.0), (2.0, 1.0), (-2.0, 1.0)]),
    ("not(x<0) ? x : 0", &[(-1.0, 0.0), (2.0, 2.0)]),
    ("x > 1", &[(0.0, 0.0), (2.0, 1.0)]),
    // Logarithms and powers by name.
    ("log3(x)", &[(81.0, 4.0)]),
    ("log5(x) + 1", &[(25.0, 3.0)]),
    ("log16(x)", &[(4.0, 0.5)]),
    ("log_2(x)", &[(8.0, 3.0)]),
    ("log_2 x", &[(8.0, 3.0)]),
    ("log_{3}(x)", &[(9.0, 2.0)]),
    ("log₂(x)", &[(8.0, 3.0)]),
    ("log₁₀ x", &[(1000.0, 3.0)]),
    ("log_e(x)", &[(E, 1.0)]),
    ("log(x, 3)", &[(9.0, 2.0)]),
    ("log(x; 2)", &[(8.0, 3.0)]),
    ("log_3^2(x)", &[(9.0, 4.0)]),
    ("log_x(8)", &[(2.0, 3.0)]),
    ("log 3x", &[(1000.0 / 3.0, 3.0)]),
    ("log2x", &[(8.0, 3.0)]),
    ("exp2(x)", &[(3.0, 8.0)]),
    ("exp10(x)", &[(2.0, 100.0)]),
    ("lb(x) + ld(x)", &[(8.0, 6.0)]),
    // Names of other books and countries.
    ("arcsinh(sinh(x))", &[(1.5, 1.5), (-2.0, -2.0)]),
    ("arccosh(x)", &[(1.0, 0.0), (0.5, NONE)]),
    ("arctanh(x)", &[(0.0, 0.0), (2.0, NONE)]),
    ("arsinh(x) - argsinh(x)", &[(1.5, 0.0)]),
    ("sech(x)", &[(0.0, 1.0)]),
    ("csch(x) sinh(x)", &[(2.0, 1.0)]),
    ("coth(x) tanh(x)", &[(-2.0, 1.0)]),
    ("cosech(x) sinh(x)", &[(2.0, 1.0)]),
    ("arccot(x)", &[(1.0, PI / 4.0), (-1.0, 3.0 * PI / 4.0), (0.0, FRAC_PI_2)]),
    ("arcsec(x)", &[(2.0, PI / 3.0), (-2.0, 2.0 * PI / 3.0), (0.5, NONE)]),
    ("arccsc(x)", &[(2.0, PI / 6.0), (-2.0, -PI / 6.0)]),
    ("arccosec x", &[(2.0, PI / 6.0)]),
    ("sech(arsech(x))", &[(0.3, 0.3)]),
    ("coth(arcoth(x))", &[(3.0, 3.0), (0.5, NONE)]),
    ("csch(arcsch(x))", &[(-3.0, -3.0)]),
    ("cosec(x)", &[(FRAC_PI_2, 1.0)]),
    ("tg x + ctg x", &[(PI / 4.0, 2.0)]),
    ("arctg x", &[(1.0, PI / 4.0)]),
    ("sh(x) + ch(x)", &[(0.0, 1.0)]),
    ("th x", &[(0.0, 0.0)]),
    ("sen(x)", &[(FRAC_PI_2, 1.0)]),
    // Remainders and rounding.
    ("mod(x, 3)", &[(7.0, 1.0), (-1.0, 2.0)]),
    ("x mod 3", &[(7.0, 1.0), (-1.0, 2.0)]),
    ("2x mod 3 + 1", &[(4.0, 3.0)]),
    ("⌊x⌋ + ⌈x⌉", &[(1.5, 3.0), (-0.5, -1.0)]),
    ("2⌊x/2⌋x", &[(5.0, 20.0)]),
    ("trunc(x)", &[(-1.5, -1.0), (1.5, 1.0)]),
    // Headings, other letters, indices.
    ("f(x) = x^2", &[(3.0, 9.0)]),
    ("y = 2x + 1", &[(3.0, 7.0)]),
    ("z = x^2 + y^2", &[(3.0, 9.25)]),
    ("f(x, y) = x y", &[(3.0, 1.5)]),
    ("f(x):=x^2", &[(3.0, 9.0)]),
    ("= x + 1", &[(3.0, 4.0)]),
    ("f: x -> x^2", &[(3.0, 9.0)]),
    ("t ↦ t^2", &[(3.0, 9.0)]),
    ("g(t) = t^2 - t", &[(3.0, 6.0)]),
    ("f(y) = y^2", &[(3.0, 9.0)]),
    ("f(a, b) = a - b", &[(3.0, 2.5)]),
    ("J(θ) = θ^2", &[(3.0, 9.0)]),
    ("L(w_1, w_2) = w_1 - w_2", &[(3.0, 2.5)]),
    ("s^2-s", &[(3.0, 6.0)]),
    ("θ", &[(3.0, 3.0)]),
    ("2t sin(t)", &[(FRAC_PI_2, PI)]),
    ("theta^2 + cos theta", &[(0.0, 1.0)]),
    ("T^2", &[(3.0, 9.0)]),
    ("w₁ + 2w₂", &[(3.0, 4.0)]),
    ("x_1 + x_2", &[(3.0, 3.5)]),
    ("x_{1}x_{2}", &[(3.0, 1.5)]),
    // LaTeX.
    (r"\frac{1}{x}", &[(4.0, 0.25)]),
    (r"\frac12x^{2}", &[(4.0, 8.0)]),
    (r"\dfrac{x+1}{x-1}", &[(3.0, 2.0)]),
    (r"\sqrt{x}", &[(9.0, 3.0)]),
    (r"\sqrt[3]{x}", &[(-8.0, -2.0)]),
    (r"\sqrt[5]{x+1}", &[(-33.0, -2.0)]),
    (r"\left|x\right|", &[(-3.0, 3.0)]),
    (r"\left|x\left|x\right|\right|", &[(-3.0, 9.0)]),
    (r"\sin x", &[(FRAC_PI_2, 1.0)]),
    (r"\sin\left(x\right)+\cos^{2}\left(x\right)", &[(0.0, 1.0)]),
    (r"e^{-\frac{x^{2}}{2}}", &[(0.0, 1.0), (2.0, 0.135_335_283_236_612_7)]),
    (r"x^{\frac{1}{3}}", &[(-8.0, -2.0)]),
    (r"2\cdot x\times 3\div 2", &[(2.0, 6.0)]),
    (r"\log_{2}\left(x\right)", &[(8.0, 3.0)]),
    (r"\ln x", &[(E, 1.0)]),
    (r"\operatorname{sech}\left(x\right)", &[(0.0, 1.0)]),
    (r"\operatorname{mod}(x,3)", &[(7.0, 1.0)]),
    (r"\left\lfloor x\right\rfloor", &[(1.5, 1.0)]),
    (r"\left\{x<0:x^{2},x+2\right\}", &[(-3.0, 9.0), (3.0, 5.0)]),
    (r"x^{2}\left\{x>0\right\}", &[(3.0, 9.0), (-3.0, NONE)]),
    (r"\begin{cases}x^2 & x<0 \\ x+2 & x\ge 0\end{cases}", &[(-3.0, 9.0), (3.0, 5.0)]),
    (r"f(x) = \begin{cases} x^2, & \text{if } x < 0 \\ x + 2, & \text{otherwise} \end{cases}", &[(-3.0, 9.0), (3.0, 5.0)]),
    (r"$\frac{\sin{x}}{x}$", &[(FRAC_PI_2, 1.0 / FRAC_PI_2)]),
    (r"x_{1}^{2}+x_{2}^{2}", &[(3.0, 9.25)]),
    ("$$x^2$$", &[(3.0, 9.0)]),
    ("$x^{2}$", &[(3.0, 9.0)]),
    (r"\[x^2\]", &[(3.0, 9.0)]),
    (r"\theta^{2}-\theta", &[(3.0, 6.0)]),
    (r"2\pi x", &[(1.0, 2.0 * PI)]),
    (r"\max\left(x,\,1\right)", &[(3.0, 3.0), (0.0, 1.0)]),
    // Program text.
    ("np.sin(x)", &[(FRAC_PI_2, 1.0)]),
    ("math.sin(x)", &[(FRAC_PI_2, 1.0)]),
    ("Math.sin(x)", &[(FRAC_PI_2, 1.0)]),
    ("numpy.exp(-x**2)", &[(0.0, 1.0)]),
    ("2*np.cos(np.pi*x)", &[(1.0, -2.0)]),
    ("2np.sqrt(x) + 1.5", &[(4.0, 5.5)]),
    ("math.e**x", &[(1.0, E)]),
    ("Math.pow(x, 2) + Math.PI", &[(3.0, 9.0 + PI)]),
    ("np.log(x)", &[(E, 1.0)]),
    ("Math.log(x)/Math.log(10)", &[(1000.0, 3.0)]),
    ("math.log(x, 3)", &[(9.0, 2.0)]),
    ("np.log10(x) + math.log2(8)", &[(100.0, 5.0)]),
    ("log(x)", &[(100.0, 2.0)]),
    ("np.abs(x) - math.fabs(x)", &[(-3.0, 0.0)]),
    ("np.maximum(0, x)", &[(-3.0, 0.0), (2.0, 2.0)]),
    ("np.power(x, 3)", &[(-2.0, -8.0)]),
    ("np.where(x < 0, -x, x**2)", &[(-3.0, 3.0), (3.0, 9.0)]),
    ("tf.nn.relu(x) + tf.math.tanh(0*x)", &[(-3.0, 0.0), (3.0, 3.0)]),
    ("std::sin(x) * std::sqrt(x)", &[(0.0, 0.0)]),
    ("torch.sigmoid(x)", &[(0.0, 0.5)]),
    ("np.arctan(x)", &[(1.0, PI / 4.0)]),
    ("lambda x: x**2 - 1", &[(3.0, 8.0)]),
    ("f = lambda t: t**2", &[(3.0, 9.0)]),
    ("x => Math.abs(x)", &[(-3.0, 3.0)]),
    ("(x, y) => x*y", &[(3.0, 1.5)]),
    // Pieces in other orders, and signs of programs.
    ("x<0 || x>2 ? 1 : 0", &[(-1.0, 1.0), (1.0, 0.0), (3.0, 1.0)]),
    ("x<0 || x>2", &[(-1.0, 1.0), (1.0, 0.0), (3.0, 1.0)]),
    ("x>0 && x<1 || x==5 ? x : 0", &[(0.5, 0.5), (2.0, 0.0), (5.0, 5.0)]),
    ("|x|<1 || |x|>2 ? 1 : 0", &[(0.5, 1.0), (-1.5, 0.0), (-3.0, 1.0)]),
    ("2||x| - 1|", &[(-3.0, 4.0), (0.5, 1.0)]),
    ("{-x if x<0, x^2 otherwise}", &[(-3.0, 3.0), (3.0, 9.0)]),
    ("{-x if x<0; x^2 if x>=0}", &[(-3.0, 3.0), (3.0, 9.0)]),
    ("{x^2, x<0; x+2, x>=0}", &[(-3.0, 9.0), (3.0, 5.0)]),
    ("{x^2, x<0, x+2}", &[(-3.0, 9.0), (3.0, 5.0)]),
    ("{x^2 for x<0, 1 for 0<=x<=1, x otherwise}", &[(-3.0, 9.0), (0.5, 1.0), (3.0, 3.0)]),
    ("{x<0: x^2, otherwise: x+2}", &[(-3.0, 9.0), (3.0, 5.0)]),
    ("{x<0: x^2, else x+2}", &[(-3.0, 9.0), (3.0, 5.0)]),
    ("{x^2 when x<0, x+2 else}", &[(-3.0, 9.0), (3.0, 5.0)]),
    // Characters of typeset formulas.
    ("𝑥² − 2𝑥", &[(3.0, 3.0)]),
    ("eˣ", &[(0.0, 1.0), (1.0, E)]),
    ("x²⁺¹", &[(2.0, 8.0)]),
    ("½x²", &[(4.0, 8.0)]),
    ("x² — 2x", &[(3.0, 3.0)]),
    ("—x", &[(3.0, -3.0)]),
    ("sin\u{2061}(x)", &[(FRAC_PI_2, 1.0)]),
    ("3\u{2062}x", &[(2.0, 6.0)]),
];

#[test]
fn what_people_type_has_the_value_that_they_mean() {
    let mut wrong = Vec::new();
    for (text, places) in TYPED {
        for (x, expected) in *places {
            let found = match Formula::parse(text) {
                Ok(formula) => formula.value(&[*x, 0.5]),
                Err(error) => {
                    wrong.push(format!("{text}: {error}"));
                    break;
                }
            };
            let close = (found - expected).abs() <= 1e-13 * expected.abs().max(1.0);
            if !(close || found.is_nan() && expected.is_nan()) {
                wrong.push(format!("{text} at {x}: {found}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Slopes and curvatures against differences, and the derivative written out against both.
#[test]
fn what_people_type_has_its_derivative() {
    let (mut compared, mut wrong) = (0, Vec::new());
    for (text, _) in TYPED {
        let Ok(formula) = Formula::parse(text) else { continue };
        // Off the places where a piece ends, or a root is vertical.
        for x in [-7.3, -2.45, -1.37, -0.83, -0.34, 0.27, 0.61, 0.89, 1.43, 2.57, 6.61] {
            let at = |x: f64| [x, 0.5];
            let mut gradient = [0.0; 2];
            let value = formula.value_and_gradient(&at(x), &mut gradient);
            let mut hessian = [0.0; 4];
            formula.hessian(&at(x), &mut hessian);
            if !value.is_finite() {
                continue;
            }
            let h = 1e-6;
            let difference = (formula.value(&at(x + h)) - formula.value(&at(x - h))) / (2.0 * h);
            let slope_at = |x: f64| {
                let mut gradient = [0.0; 2];
                formula.value_and_gradient(&at(x), &mut gradient);
                gradient[0]
            };
            let bend = (slope_at(x + h) - slope_at(x - h)) / (2.0 * h);
            let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
            if !difference.is_finite() || !bend.is_finite() {
                continue;
            }
            if !close(gradient[0], difference) || !close(hessian[0], bend) {
                let (slope, second) = (gradient[0], hessian[0]);
                wrong.push(format!("{text} at {x}: {slope} {difference}, {second} {bend}"));
            }
            compared += 1;
            // The letters of these headings are not known without them.
            if ["f(a, b)", "f(y)"].iter().any(|it| text.starts_with(it)) {
                continue;
            }
            let written = formula.derivative(0).unwrap().text;
            let written =
                Formula::parse(&written).unwrap_or_else(|error| panic!("{written} {error}"));
            let found = written.value(&at(x));
            if !close(found, gradient[0]) {
                wrong.push(format!("{text} at {x}: {} is {found}", written.typed()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    eprintln!("{} formulas, {compared} slopes", TYPED.len());
    assert!(TYPED.len() >= 120 && compared > 1000, "{} {compared}", TYPED.len());
}

#[test]
fn a_derivative_of_pieces_is_written_piece_by_piece() {
    let mut wrong = Vec::new();
    #[rustfmt::skip]
    let cases = [
        ("{x<0: x^2, x+2}", "{x < 0: 2x, 1}"),
        ("x < 0 ? x^3 : x < 1 ? 2x : 5", "{x < 0: 3x^2, x < 1: 2, 0}"),
        ("x^2 {x>0}", "{x > 0: 2x}"),
        ("x^(2/3)", "2/(3x^(1/3))"),
        ("x^(1/5)", "1/(5x^(4/5))"),
        ("log(x, 3)", "1/(x ln(3))"),
        ("sech(x)", "−sinh(x)/cosh(x)^2"),
        ("arccot(x)", "−1/(x^2 + 1)"),
        ("(x > 1) x", "x > 1"),
        ("t^2 - t", "2t − 1"),
    ];
    for (text, expected) in cases {
        let found = formula(text).derivative(0).unwrap().text;
        if found != expected {
            wrong.push(format!("{text}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let steps = formula("{x<0: x^2, x+2}").steps(0);
    assert_eq!(steps[0].after.text, "{x < 0: (x^2)′, (x + 2)′}");
}

#[test]
fn the_letters_of_the_variables_are_kept() {
    #[rustfmt::skip]
    let cases: &[(&str, &str, usize)] = &[
        ("s^2 - s", "s", 1), ("θ^2", "θ", 1), ("f(t) = t", "t", 1), ("x^2", "x", 1), ("7", "x", 1),
        ("f(a, b) = a b", "a", 2), ("w_1 + w_2", "w₁", 2), ("x_1 x_2", "x₁", 2), ("y^2", "x", 2),
        (r"\phi^2", "φ", 1), ("z = x + y", "x", 2),
    ];
    for (text, name, dim) in cases {
        let formula = formula(text);
        assert_eq!((formula.names()[0], formula.dim()), (*name, *dim), "{text}");
    }
}

#[test]
fn what_may_be_meant_otherwise_is_refused_with_how_to_write_it() {
    #[rustfmt::skip]
    let cases: &[(&str, &str)] = &[
        ("exp2x", "2^x for a power of 2"), ("exp10 x", "10^x for a power"), ("exp2", "2^x"), ("exp3x^2", "exp(3x)"),
        ("log3x", "log_3(x), or log(3x)"), ("exp3(x)", "3^x"), ("sin2(x)", "sin(x)^2"), ("cos3 (x)", "cos(3x)"),
        ("sqrt3(x)", "root(x, 3)"), ("ln2(x)", "log_2(x)"), ("abs2(x)", "abs(x)^2"), ("tan-1(x)", "write atan"),
        ("sin−1(x)", "write asin"), ("cosh^-1(x)", "write acosh"), (r"\sin^{-1}(x)", "write asin"), ("atan2(y, x)", "atan(y/x)"),
        ("log(x, 1)", "not 1"), ("log_0(x)", "above 0"), ("log(x, 2, 3)", "one argument"), ("ln(x, 2)", "log(x, 3)"),
        ("root(3, x)", "First comes"), ("a x^2", "“a” is not known"), ("a + b", "“a” is not known"), ("i^2", "imaginary"),
        ("x^2 + t", "another letter alone"), ("y = y^2", "both sides"), ("x = 3", "x is the variable"), ("x^2 + y^2 = 1", "an equation"),
        ("f(x, y, z) = x", "one or two variables"), ("{x: 2}", "comparison"), ("x ? 1 : 2", "comparison"), ("x<0 ? 1", "two values"),
        ("mod(x)", "two arguments"), ("x mod 0", "divides by zero"), ("1½", "Two numbers"), ("sin(30°)", "radians"),
        (r"\foo{x}", "LaTeX command"), (r"\frac{1}", "something is missing"), (r"\begin{matrix}x\end{matrix}", "not read"), ("⌊x", "“⌋” is missing"),
        ("x_3", "x_1 and x_2"), ("x^2, x<0; x+2, x>=0", "in pieces"), ("piecewise(x<0, 1)", "in pieces"),
        ("f(t) = x^2", "the variable is t"), ("σ(x)", "sigmoid(x)"), ("h(x) = ax + b", "“ax” is not known"), ("x and 2", "comparison"), ("and x", "Before this"), ("w1^2 + w2^2", "a power"), ("x % 2", "mod(x, 2)"),
        ("foo.sin(x)", "not known"), ("{0,5}x", "write a point"), ("{x^2, x+2, x<0}", "comparison"), ("-x if x<0, x^2 otherwise", "in pieces"),
    ];
    let mut wrong = Vec::new();
    for (text, words) in cases {
        match Formula::parse(text) {
            Ok(formula) => wrong.push(format!("{text} is {}", formula.written().text)),
            Err(error) => {
                let length = text.chars().count();
                if !error.message.contains(words) || error.at.end > length {
                    wrong.push(format!("{text}: {error:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // A mistake in copied text is where it is in that text.
    let error = Formula::parse(r"\frac{1}{x} + 3!").unwrap_err();
    assert_eq!(error.at, 15..16);
}
