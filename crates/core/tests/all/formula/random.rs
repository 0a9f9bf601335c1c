//! Formulas that nobody chose: two hundred made by chance, against a second way to
//! evaluate them; and texts that are mostly none, to be refused in time.

#![expect(clippy::disallowed_methods, reason = "the platform's functions are the second way")]

use downhill_core::formula::Formula;
use downhill_core::numeric::rng::{Rng, Stream};
use std::time::{Duration, Instant};

/// A formula in a form of this test's own.
enum Tree {
    X,
    Y,
    Number(f64),
    Two(char, Box<Tree>, Box<Tree>),
    Whole(Box<Tree>, i32),
    Call(&'static str, Function, Box<Tree>),
}

type Function = fn(f64) -> f64;

const CALLS: &[(&str, Function)] = &[
    ("sin", f64::sin),
    ("cos", f64::cos),
    ("tanh", f64::tanh),
    ("atan", f64::atan),
    ("exp", f64::exp),
    ("ln", f64::ln),
    ("sqrt", f64::sqrt),
    ("cbrt", f64::cbrt),
    ("asinh", f64::asinh),
    ("sinh", f64::sinh),
    ("cosh", f64::cosh),
    ("acosh", f64::acosh),
    ("atanh", f64::atanh),
    ("asin", f64::asin),
    ("acos", f64::acos),
    ("tan", f64::tan),
    ("log2", f64::log2),
    ("log10", f64::log10),
    ("abs", f64::abs),
    ("sigmoid", |u| 1.0 / (1.0 + (-u).exp())),
];

fn below(rng: &mut Rng, count: usize) -> usize {
    ((rng.unit() * count as f64) as usize).min(count - 1)
}

fn pick<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    from[below(rng, from.len())]
}

impl Tree {
    fn by_chance(rng: &mut Rng, depth: u32) -> Tree {
        let inner = |rng: &mut Rng| Box::new(Tree::by_chance(rng, depth - 1));
        match below(rng, if depth == 0 { 4 } else { 12 }) {
            0 | 1 => Tree::X,
            2 => Tree::Y,
            3 => Tree::Number((rng.unit() * 50.0).round() / 10.0 + 0.1),
            4..8 => Tree::Two(pick(rng, &['+', '-', '*', '/']), inner(rng), inner(rng)),
            8 | 9 => Tree::Whole(inner(rng), pick(rng, &[2, 3, -1, -2])),
            _ => {
                let (name, f) = pick(rng, CALLS);
                Tree::Call(name, f, inner(rng))
            }
        }
    }

    fn text(&self) -> String {
        match self {
            Tree::X => "x".into(),
            Tree::Y => "y".into(),
            Tree::Number(value) => value.to_string(),
            Tree::Two('*', a, b) => format!("({})({})", a.text(), b.text()),
            Tree::Two(sign, a, b) => format!("({}) {sign} ({})", a.text(), b.text()),
            Tree::Whole(a, n) => format!("({})^{n}", a.text()),
            Tree::Call(name, _, a) => format!("{name}({})", a.text()),
        }
    }

    fn value(&self, x: &[f64]) -> f64 {
        match self {
            Tree::X => x[0],
            Tree::Y => x[1],
            Tree::Number(value) => *value,
            Tree::Two('+', a, b) => a.value(x) + b.value(x),
            Tree::Two('-', a, b) => a.value(x) - b.value(x),
            Tree::Two('*', a, b) => a.value(x) * b.value(x),
            Tree::Two(_, a, b) => a.value(x) / b.value(x),
            Tree::Whole(a, n) => a.value(x).powi(*n),
            Tree::Call(_, f, a) => f(a.value(x)),
        }
    }
}

#[test]
fn two_hundred_formulas_have_the_right_values_and_slopes() {
    let mut rng = Rng::new(21, Stream::Weights);
    let (mut formulas, mut values, mut written_out, mut differences) = (0, 0, 0, 0);
    while formulas < 200 {
        let tree = Tree::by_chance(&mut rng, 4);
        let text = tree.text();
        let formula = match Formula::parse(&text) {
            Ok(formula) => formula,
            // A part that is a number, and none that has a value.
            Err(error)
                if ["no value", "zero", "too large"]
                    .iter()
                    .any(|it| error.message.contains(it)) =>
            {
                continue;
            }
            Err(error) => panic!("{text}: {error}"),
        };
        let derivatives: Vec<Option<Formula>> = (0..2)
            .map(|axis| formula.derivative(axis).map(|it| Formula::parse(&it.text).unwrap()))
            .collect();
        formulas += 1;
        for _ in 0..50 {
            let x = [rng.symmetric(3.0), rng.symmetric(3.0)];
            let mut gradient = [0.0; 2];
            let value = formula.value_and_gradient(&x, &mut gradient);
            let expected = tree.value(&x);
            if !expected.is_finite() {
                assert!(!value.is_finite(), "{text} at {x:?}: {value}");
                continue;
            }
            let close = |a: f64, b: f64, share: f64| (a - b).abs() <= share * b.abs().max(1.0);
            // Rounding grows where large parts cancel.
            assert!(close(value, expected, 1e-9), "{text} at {x:?}: {value}, not {expected}");
            values += 1;
            for axis in 0..2 {
                let slope = gradient[axis];
                if !slope.is_finite() || slope.abs() > 1e6 {
                    continue;
                }
                if let Some(derivative) = &derivatives[axis] {
                    let found = derivative.value(&x);
                    assert!(
                        close(found, slope, 1e-8) || found.is_nan(),
                        "{text} at {x:?}: {} is {found}, not {slope}",
                        derivative.typed()
                    );
                    written_out += u32::from(!found.is_nan());
                }
                let quotient = |h: f64| {
                    let beside = |h: f64| {
                        let mut beside = x;
                        beside[axis] += h;
                        tree.value(&beside)
                    };
                    (beside(h) - beside(-h)) / (2.0 * h)
                };
                // Where it is not smooth here, two quotients differ.
                let (wide, near) = (quotient(1e-4), quotient(1e-5));
                if (wide - near).abs() < 1e-5 * near.abs().max(1.0) {
                    let rounding = 1e-10 * expected.abs();
                    let allowed = 1e-4 * near.abs().max(1.0) + rounding;
                    assert!((slope - near).abs() < allowed, "{text} at {x:?}: {slope}, not {near}");
                    differences += 1;
                }
            }
        }
    }
    eprintln!(
        "{formulas} formulas, {values} values, {written_out} slopes written out, {differences} quotients"
    );
    assert!(values > 5000 && written_out > 9000 && differences > 9000);
}

/// A text by chance: signs and names, pieces of formulas, any characters.
fn text(rng: &mut Rng) -> String {
    const PIECES: &[&str] = &[
        "x", "y", "2", "3.5", "1e5", ".", "+", "-", "*", "/", "^", "**", "(", ")", "[", "]", "{",
        "}", "|", ",", " ", "sin", "cos", "ln", "sqrt", "exp", "max(", "min(", "pow(", "pi", "e",
        "²", "⁻", "√", "x1", "x₂", "−", "×", "÷", "=", "!", "%", "x^2", "sin(x)", "1/0", "((((",
        "))))", "^^", "e^e^", "x^x^x", "9^9^9", "abs", "foo", "９", "ж", "∞", "💥", "\u{0}",
        "\u{202e}", "\n", "|x|",
    ];
    let length = below(rng, 60) * [1, 1, 1, 10][below(rng, 4)];
    let mut text = String::new();
    for _ in 0..length {
        if rng.unit() < 0.95 {
            text += pick(rng, PIECES);
        } else {
            text.extend(char::from_u32(below(rng, 0x11_0000) as u32));
        }
    }
    // A formula with one piece too many or too few.
    if rng.unit() < 0.3 {
        let tree = Tree::by_chance(rng, 6).text();
        let cut = below(rng, tree.len() + 1);
        text = format!("{}{}{}", &tree[..cut], pick(rng, PIECES), &tree[cut..]);
    }
    text
}

/// Does all with a text that the page does. Whether it was a formula.
fn read(text: &str) -> bool {
    let formula = match Formula::parse(text) {
        Ok(formula) => formula,
        Err(error) => {
            assert!(error.at.start <= error.at.end, "{text}: {error:?}");
            assert!(error.at.end <= text.chars().count() + 1, "{text}: {error:?}");
            let ends = error.message.ends_with(['.', '?', '!']);
            assert!(error.message.len() < 700 && ends, "{text}: {error:?}");
            return false;
        }
    };
    let x = [0.3, -0.7];
    formula.value_and_gradient(&x, &mut [0.0; 2]);
    formula.hessian(&x, &mut [0.0; 4]);
    let written = formula.written().text;
    // 1/9^999 is 0, but has a part that is too large.
    let refused = Formula::parse(&written).err().map(|error| error.message);
    assert!(
        refused.as_ref().is_none_or(|it| it.contains("too large")) || written.chars().count() > 400,
        "{text} as {written}: {refused:?}"
    );
    for axis in 0..formula.dim() {
        formula.derivative(axis);
        formula.steps(axis);
    }
    true
}

#[test]
fn whatever_is_typed_is_read_or_refused_in_time() {
    // Without optimization everything takes ten times as long.
    let most = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 });
    // Ten minutes by hand: DOWNHILL_FUZZ_SECONDS=600.
    let seconds = std::env::var("DOWNHILL_FUZZ_SECONDS").ok().and_then(|it| it.parse().ok());
    let seed = std::env::var("DOWNHILL_FUZZ_SEED").ok().and_then(|it| it.parse().ok());
    let until = seconds.map(|it| Instant::now() + Duration::from_secs(it));
    let mut rng = Rng::new(seed.unwrap_or(22), Stream::Weights);
    let (mut texts, mut formulas, mut longest) = (0u64, 0u64, (Duration::ZERO, String::new()));
    while until.map_or(texts < 20_000, |until| Instant::now() < until) {
        let text = text(&mut rng);
        let time = || {
            let start = Instant::now();
            (read(&text), start.elapsed())
        };
        let (is_formula, mut took) = time();
        // A machine that does something else meanwhile does not do so every time.
        for _ in 0..20 {
            if took > most / 10 {
                took = took.min(time().1);
            }
        }
        texts += 1;
        formulas += u64::from(is_formula);
        if took > longest.0 {
            longest = (took, text);
        }
    }
    eprintln!(
        "{texts} texts, {formulas} formulas; the longest took {:?}: {}",
        longest.0, longest.1
    );
    assert!(formulas > texts / 20);
    assert!(longest.0 < most, "{longest:?}");
}
