//! Formulas that nobody chose: two hundred made by chance, against a second way to
//! evaluate them; and texts that are mostly none, to be refused in time.

#![expect(clippy::disallowed_methods, reason = "the platform's functions are the second way")]

use crate::cases::for_all;
use downhill_core::formula::Formula;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::time::{Duration, Instant};

/// A formula in a form of this test's own.
#[derive(Clone)]
enum Tree {
    X,
    Y,
    Number(f64),
    Two(char, Box<Tree>, Box<Tree>),
    Whole(Box<Tree>, i32),
    Call(&'static str, Function, Box<Tree>),
}

impl fmt::Debug for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
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

/// Formulas of at most so many levels.
fn trees(depth: u32) -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        2 => Just(Tree::X),
        1 => Just(Tree::Y),
        1 => (1..=51).prop_map(|tenths| Tree::Number(f64::from(tenths) / 10.0)),
    ];
    leaf.prop_recursive(depth, 1 << depth, 2, |inner| {
        let inner = inner.prop_map(Box::new);
        let two = (select(&['+', '-', '*', '/'][..]), inner.clone(), inner.clone());
        let whole = (inner.clone(), select(&[2, 3, -1, -2][..]));
        prop_oneof![
            2 => two.prop_map(|(sign, a, b)| Tree::Two(sign, a, b)),
            1 => whole.prop_map(|(a, n)| Tree::Whole(a, n)),
            1 => (select(CALLS), inner).prop_map(|((name, f), a)| Tree::Call(name, f, a)),
        ]
    })
}

impl Tree {
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
    let (values, written_out, differences) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let places = vec([-3.0..3.0, -3.0..3.0], 50);
    for_all(file!(), 200, (trees(4), places), |(tree, places)| {
        let text = tree.text();
        let formula = match Formula::parse(&text) {
            Ok(formula) => formula,
            // A part that is a number, and none that has a value.
            Err(error)
                if ["no value", "zero", "too large"]
                    .iter()
                    .any(|it| error.message.contains(it)) =>
            {
                return Err(TestCaseError::reject("no formula"));
            }
            Err(error) => panic!("{text}: {error}"),
        };
        let derivatives: Vec<Option<Formula>> = (0..2)
            .map(|axis| formula.derivative(axis).map(|it| Formula::parse(&it.text).unwrap()))
            .collect();
        for x in places {
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
            values.set(values.get() + 1);
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
                    written_out.set(written_out.get() + u32::from(!found.is_nan()));
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
                    differences.set(differences.get() + 1);
                }
            }
        }
        Ok(())
    });
    let (values, written_out, differences) = (values.get(), written_out.get(), differences.get());
    eprintln!("{values} values, {written_out} slopes written out, {differences} quotients");
    assert!(values > 5000 && written_out > 9000 && differences > 9000);
}

/// Signs and names, pieces of formulas, any characters; or a formula with one piece too many.
fn texts() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "x",
        "y",
        "2",
        "3.5",
        "1e5",
        ".",
        "+",
        "-",
        "*",
        "/",
        "^",
        "**",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "|",
        ",",
        " ",
        "sin",
        "cos",
        "ln",
        "sqrt",
        "exp",
        "max(",
        "min(",
        "pow(",
        "pi",
        "e",
        "²",
        "⁻",
        "√",
        "x1",
        "x₂",
        "−",
        "×",
        "÷",
        "=",
        "!",
        "%",
        "x^2",
        "sin(x)",
        "1/0",
        "((((",
        "))))",
        "^^",
        "e^e^",
        "x^x^x",
        "9^9^9",
        "abs",
        "foo",
        "９",
        "ж",
        "∞",
        "💥",
        "\u{0}",
        "\u{202e}",
        "\n",
        "|x|",
        "?",
        ":",
        "<",
        ">=",
        "==",
        "{x<0:",
        " and ",
        " if ",
        " else ",
        "mod",
        "log_",
        "log",
        "root(",
        "⌊",
        "⌋",
        "½",
        "ˣ",
        "∛",
        "_",
        "t",
        "θ",
        "f(x)=",
        "\\frac",
        "\\sqrt[",
        "\\left",
        "\\right",
        "\\{",
        "\\}",
        "\\begin{cases}",
        "\\end{cases}",
        "&",
        "\\\\",
        "\\text{if}",
    ];
    let piece = select(PIECES).prop_map(String::from);
    let piece = prop_oneof![19 => piece, 1 => any::<char>().prop_map(String::from)];
    let short = vec(piece.clone(), 0..60);
    let long = vec(piece, 0..600);
    let pieces = prop_oneof![3 => short, 1 => long].prop_map(|pieces| pieces.concat());
    let spoiled = (trees(6), select(PIECES), any::<Index>()).prop_map(|(tree, piece, at)| {
        let mut text = tree.text();
        text.insert_str(at.index(text.len() + 1), piece);
        text
    });
    prop_oneof![7 => pieces, 3 => spoiled]
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
    let (texts_read, formulas) = (Cell::new(0u64), Cell::new(0u64));
    let longest = RefCell::new((Duration::ZERO, String::new()));
    for_all(file!(), 20_000, texts(), |text| {
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
        assert!(took < most, "{took:?}");
        texts_read.set(texts_read.get() + 1);
        formulas.set(formulas.get() + u64::from(is_formula));
        if took > longest.borrow().0 {
            longest.replace((took, text));
        }
        Ok(())
    });
    let (texts, formulas, longest) = (texts_read.get(), formulas.get(), longest.into_inner());
    eprintln!(
        "{texts} texts, {formulas} formulas; the longest took {:?}: {}",
        longest.0, longest.1
    );
    assert!(formulas > texts / 20);
}
