//! Printing of formulas as text and as MathML.

use super::expression::{Expression, number};
use super::number::Number;

use Expression::{
    Call, Choose, Compare, Euler, Maximum, Minimum, Pi, Power, Prime, Product, Sum, Undefined,
    Variable,
};

/// Precedence of a formula: one that binds less tightly than its place requires needs brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Hold {
    Relation,
    Sum,
    Product,
    Power,
    Atom,
}

/// A product as printed: sign, numerator, denominator.
struct Fraction {
    negative: bool,
    above: Vec<Expression>,
    below: Vec<Expression>,
}

impl Fraction {
    fn of(expression: &Expression) -> Fraction {
        let single = [expression.clone()];
        let factors = match expression {
            Product(factors) => &factors[..],
            _ => &single,
        };
        let mut fraction = Fraction { negative: false, above: Vec::new(), below: Vec::new() };
        let divided = factors.len() > 1 && factors.iter().any(is_below);
        for (place, factor) in factors.iter().enumerate() {
            fraction.add(factor, place == 0, divided);
        }
        fraction
    }

    /// `divided`: whether there is a fraction bar, above and below which a number's parts are
    /// written.
    fn add(&mut self, factor: &Expression, first: bool, divided: bool) {
        match factor {
            Expression::Number(value) => {
                let negative = first && value.is_negative();
                let size = if negative { value.negative() } else { *value };
                self.negative |= negative;
                match size {
                    Number::Exact(above, below) | Number::OddRoot(above, below)
                        if size.as_decimal().is_none() || divided && (2..10).contains(&below) =>
                    {
                        self.above.extend((above != 1).then(|| number(above)));
                        self.below.push(number(below));
                    }
                    size if negative && size == Number::ONE => {}
                    size => self.above.push(Expression::Number(size)),
                }
            }
            Power(base, exponent) => match **exponent {
                Expression::Number(power) if power.is_negative() => {
                    let power = power.negative();
                    self.below.push(match power {
                        Number::ONE => (**base).clone(),
                        power => Power(base.clone(), Box::new(Expression::Number(power))),
                    });
                }
                _ => self.above.push(factor.clone()),
            },
            factor => self.above.push(factor.clone()),
        }
    }

    fn hold(&self) -> Hold {
        match (&self.above[..], &self.below[..]) {
            _ if self.negative => Hold::Sum,
            ([Expression::Number(_) | Variable(_) | Pi | Euler], []) => Hold::Atom,
            ([Call(..) | Maximum(..) | Minimum(..) | Choose(..) | Prime(_)], []) => Hold::Atom,
            ([Power(..)], []) => Hold::Power,
            ([Sum(_)], []) => Hold::Sum,
            ([Compare(..)], []) => Hold::Relation,
            _ => Hold::Product,
        }
    }
}

/// A notation for formulas.
trait Notation {
    fn number(&self, digits: &str) -> String;
    fn name(&self, name: &str) -> String;
    fn sign(&self, sign: &str, spaced: bool) -> String;
    fn bracket(&self, inner: String) -> String;
    /// `brackets`: whether numerator and denominator need them if written on one line.
    fn fraction(&self, above: String, below: String, brackets: [bool; 2]) -> String;
    fn power(&self, base: String, exponent: String, bracketed: bool) -> String;
    fn call(&self, name: &str, arguments: &[String]) -> String;
    fn prime(&self, inner: String) -> String;
    /// Relation of two sides.
    fn relation(&self, left: String, sign: &str, right: String) -> String;
    /// Pieces, each with its condition; the last may have none.
    fn pieces(&self, pieces: Vec<(String, Option<String>)>) -> String;
    /// Multiplication sign between two factors, or a space, or nothing.
    fn times(&self, left: &Expression, right: &Expression) -> String;
}

/// Prints an expression, in brackets if it binds less tightly than `least`.
fn write(to: &dyn Notation, names: [&str; 2], expression: &Expression, least: Hold) -> String {
    let inside = |part: &Expression, least| write(to, names, part, least);
    let loose = |part: &Expression| inside(part, Hold::Relation);
    let (written, hold) = match expression {
        Sum(terms) => {
            let mut written = String::new();
            for (place, term) in terms.iter().enumerate() {
                let mut fraction = Fraction::of(term);
                if place > 0 {
                    written += &to.sign(if fraction.negative { "−" } else { "+" }, true);
                    fraction.negative = false;
                }
                let bracketed =
                    matches!((&fraction.above[..], &fraction.below[..]), ([Sum(_)], []));
                let term = write_fraction(to, names, &fraction);
                written += &if bracketed { to.bracket(term) } else { term };
            }
            (written, Hold::Sum)
        }
        Power(base, exponent) if !is_negative_number(exponent) => {
            let simple = Fraction::of(exponent).hold() == Hold::Atom;
            let base = inside(base, Hold::Atom);
            (to.power(base, loose(exponent), !simple), Hold::Power)
        }
        Call(definition, u) => (to.call(definition.id, &[loose(u)]), Hold::Atom),
        Maximum(a, b) => (to.call("max", &[loose(a), loose(b)]), Hold::Atom),
        Minimum(a, b) => (to.call("min", &[loose(a), loose(b)]), Hold::Atom),
        Prime(u) => (to.prime(loose(u)), Hold::Atom),
        Compare(relation, a, b) => {
            let side = |part| inside(part, Hold::Sum);
            (to.relation(side(a), relation.sign, side(b)), Hold::Relation)
        }
        Choose(..) => (to.pieces(pieces(expression, &loose)), Hold::Atom),
        // It stands in a piece, which is not written.
        Undefined => (String::new(), Hold::Atom),
        Pi => (to.name("π"), Hold::Atom),
        Euler => (to.name("e"), Hold::Atom),
        Variable(index) => (to.name(names[*index]), Hold::Atom),
        Expression::Number(_) | Product(_) | Power(..) => {
            let fraction = Fraction::of(expression);
            (write_fraction(to, names, &fraction), fraction.hold())
        }
    };
    if hold < least { to.bracket(written) } else { written }
}

/// Pieces of a piecewise function, each with its condition; the rest has none.
fn pieces(
    of: &Expression,
    written: &dyn Fn(&Expression) -> String,
) -> Vec<(String, Option<String>)> {
    let (mut pieces, mut rest) = (Vec::new(), of);
    while let Choose(condition, yes, no) = rest {
        pieces.push((written(yes), Some(written(condition))));
        rest = no;
    }
    pieces.extend((*rest != Undefined).then(|| (written(rest), None)));
    pieces
}

/// Whether a factor stands in the denominator.
fn is_below(factor: &Expression) -> bool {
    matches!(factor, Power(_, exponent) if is_negative_number(exponent))
}

fn is_negative_number(exponent: &Expression) -> bool {
    matches!(exponent, Expression::Number(number) if number.is_negative())
}

fn write_fraction(to: &dyn Notation, names: [&str; 2], fraction: &Fraction) -> String {
    let row = |factors: &[Expression]| -> String {
        let mut written = String::new();
        for (place, factor) in factors.iter().enumerate() {
            if place > 0 {
                written += &to.times(&factors[place - 1], factor);
            }
            let least = if factors.len() > 1 { Hold::Power } else { Hold::Sum };
            written += &match factor {
                // Its sign and its parts have been dealt with.
                Expression::Number(number) => {
                    let digits = number.as_decimal().unwrap_or_else(|| number.value().to_string());
                    to.number(&digits.replace('-', "−"))
                }
                factor => write(to, names, factor, least),
            };
        }
        written
    };
    let above = match &fraction.above[..] {
        [] => to.number("1"),
        [Sum(_)] if fraction.negative => to.bracket(row(&fraction.above)),
        above => row(above),
    };
    let written = match &fraction.below[..] {
        [] => above,
        below => {
            let sum_above = matches!(fraction.above[..], [Sum(_)]) && !fraction.negative;
            let single = matches!(below, [one] if Fraction::of(one).hold() >= Hold::Power);
            to.fraction(above, row(below), [sum_above, !single])
        }
    };
    if fraction.negative { to.sign("−", false) + &written } else { written }
}

struct Text;

impl Notation for Text {
    fn number(&self, digits: &str) -> String {
        digits.into()
    }
    fn name(&self, name: &str) -> String {
        name.into()
    }
    fn sign(&self, sign: &str, spaced: bool) -> String {
        if spaced { format!(" {sign} ") } else { sign.into() }
    }
    fn bracket(&self, inner: String) -> String {
        format!("({inner})")
    }
    fn fraction(&self, above: String, below: String, brackets: [bool; 2]) -> String {
        let part = |part, bracketed| if bracketed { self.bracket(part) } else { part };
        format!("{}/{}", part(above, brackets[0]), part(below, brackets[1]))
    }
    fn power(&self, base: String, exponent: String, bracketed: bool) -> String {
        if bracketed { format!("{base}^({exponent})") } else { format!("{base}^{exponent}") }
    }
    fn call(&self, name: &str, arguments: &[String]) -> String {
        match name {
            // Inside of others, bars do not say which they belong to.
            // Bars that stand inside, or beside a comparison, could not be told apart.
            "abs" if !arguments[0].contains(['|', '<', '>', '=', '≤', '≥', '≠']) => {
                format!("|{}|", arguments[0])
            }
            _ => format!("{name}({})", arguments.join(", ")),
        }
    }
    fn prime(&self, inner: String) -> String {
        format!("({inner})′")
    }
    fn relation(&self, left: String, sign: &str, right: String) -> String {
        format!("{left} {sign} {right}")
    }
    fn pieces(&self, pieces: Vec<(String, Option<String>)>) -> String {
        let piece = |(value, condition): (String, Option<String>)| match condition {
            Some(condition) => format!("{condition}: {value}"),
            None => value,
        };
        format!("{{{}}}", pieces.into_iter().map(piece).collect::<Vec<_>>().join(", "))
    }
    fn times(&self, left: &Expression, right: &Expression) -> String {
        match (left, right) {
            (_, Expression::Number(_)) => "·".into(),
            (_, Power(base, _)) if matches!(**base, Expression::Number(_)) => "·".into(),
            (Expression::Number(_), _) => String::new(),
            // Next to |u| it would be open where which ends.
            (Call(left, _), _) if left.id == "abs" => "·".into(),
            (_, Call(right, _)) if right.id == "abs" => "·".into(),
            _ => " ".into(),
        }
    }
}

/// Label notation: integer exponents as superscripts, variables juxtaposed.
struct Label;

impl Notation for Label {
    fn number(&self, digits: &str) -> String {
        digits.into()
    }
    fn name(&self, name: &str) -> String {
        name.into()
    }
    fn sign(&self, sign: &str, spaced: bool) -> String {
        Text.sign(sign, spaced)
    }
    fn bracket(&self, inner: String) -> String {
        Text.bracket(inner)
    }
    fn fraction(&self, above: String, below: String, brackets: [bool; 2]) -> String {
        Text.fraction(above, below, brackets)
    }
    fn power(&self, base: String, exponent: String, bracketed: bool) -> String {
        const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        let digit = |char: char| char.to_digit(10).map(|digit| RAISED[digit as usize]);
        match exponent.chars().map(digit).collect::<Option<String>>() {
            Some(raised) => base + &raised,
            None => Text.power(base, exponent, bracketed),
        }
    }
    fn call(&self, name: &str, arguments: &[String]) -> String {
        Text.call(name, arguments)
    }
    fn prime(&self, inner: String) -> String {
        Text.prime(inner)
    }
    fn relation(&self, left: String, sign: &str, right: String) -> String {
        Text.relation(left, sign, right)
    }
    fn pieces(&self, pieces: Vec<(String, Option<String>)>) -> String {
        Text.pieces(pieces)
    }
    fn times(&self, left: &Expression, right: &Expression) -> String {
        let variable = |factor: &Expression| match factor {
            Power(base, _) => matches!(**base, Variable(_)),
            factor => matches!(factor, Variable(_)),
        };
        match variable(left) && variable(right) {
            true => String::new(),
            false => Text.times(left, right),
        }
    }
}

/// MathML; with `numbers` the names are numbers substituted for variables, in brackets.
struct MathMl {
    numbers: bool,
}

impl Notation for MathMl {
    fn number(&self, digits: &str) -> String {
        format!("<mn>{digits}</mn>")
    }
    fn name(&self, name: &str) -> String {
        if self.numbers {
            return fence("(", self.number(name), ")");
        }
        match name.strip_suffix(['₁', '₂']) {
            Some(stem) => {
                let place = if name.ends_with('₁') { 1 } else { 2 };
                format!("<msub><mi>{stem}</mi><mn>{place}</mn></msub>")
            }
            None => format!("<mi>{name}</mi>"),
        }
    }
    fn sign(&self, sign: &str, spaced: bool) -> String {
        let form = if spaced { "infix" } else { "prefix" };
        format!("<mo form=\"{form}\">{sign}</mo>")
    }
    fn bracket(&self, inner: String) -> String {
        fence("(", inner, ")")
    }
    fn fraction(&self, above: String, below: String, _: [bool; 2]) -> String {
        format!("<mfrac><mrow>{above}</mrow><mrow>{below}</mrow></mfrac>")
    }
    fn power(&self, base: String, exponent: String, _: bool) -> String {
        // On the bracket that closes, not above all that stands between the two.
        let last = base.rfind("<mo stretchy=\"false\">").filter(|_| base.ends_with("</mo></mrow>"));
        match last.map(|last| base.split_at(last)) {
            Some((inner, close)) => {
                let close = close.trim_end_matches("</mrow>");
                format!("{inner}<msup>{close}<mrow>{exponent}</mrow></msup></mrow>")
            }
            None => format!("<msup><mrow>{base}</mrow><mrow>{exponent}</mrow></msup>"),
        }
    }
    fn call(&self, name: &str, arguments: &[String]) -> String {
        let arguments = arguments.join("<mo>,</mo>");
        match name {
            "abs" => fence("|", arguments, "|"),
            "floor" => fence("⌊", arguments, "⌋"),
            "ceil" => fence("⌈", arguments, "⌉"),
            "sqrt" => format!("<msqrt>{arguments}</msqrt>"),
            "cbrt" => format!("<mroot><mrow>{arguments}</mrow><mn>3</mn></mroot>"),
            _ => format!("<mi>{name}</mi><mo>&#x2061;</mo>{}", fence("(", arguments, ")")),
        }
    }
    fn prime(&self, inner: String) -> String {
        // Not raised: the sign itself is.
        format!("{}<mo lspace=\"0\" rspace=\"0\">′</mo>", self.bracket(inner))
    }
    fn relation(&self, left: String, sign: &str, right: String) -> String {
        let sign = match sign {
            "<" => "<mo>&lt;</mo>",
            ">" => "<mo>&gt;</mo>",
            "==" => "<mo>=</mo>",
            "and" => "<mo>∧</mo>",
            "or" => "<mo>∨</mo>",
            sign => return format!("{left}<mo>{sign}</mo>{right}"),
        };
        [&left, sign, &right].concat()
    }
    fn pieces(&self, pieces: Vec<(String, Option<String>)>) -> String {
        let cell = |inner: String| format!("<mtd><mrow>{inner}</mrow></mtd>");
        let row = |(value, condition): (String, Option<String>)| {
            let condition = condition.unwrap_or_else(|| "<mtext>otherwise</mtext>".into());
            ["<mtr>", &cell(value), &cell(condition), "</mtr>"].concat()
        };
        let rows: String = pieces.into_iter().map(row).collect();
        format!(
            "<mrow><mo stretchy=\"true\">{{</mo><mtable columnalign=\"left\">{rows}</mtable></mrow>"
        )
    }
    fn times(&self, left: &Expression, right: &Expression) -> String {
        match (left, right) {
            (_, Expression::Number(_)) => "<mo>·</mo>".into(),
            (_, Power(base, _)) if matches!(**base, Expression::Number(_)) => "<mo>·</mo>".into(),
            _ => "<mo>&#x2062;</mo>".into(),
        }
    }
}

/// Brackets around a formula. They stretch only around a fraction: around a power, browsers
/// without a math font make them huge.
fn fence(open: &str, inner: String, close: &str) -> String {
    let grows = inner.contains("<mfrac");
    let bracket = |sign: &str| format!("<mo stretchy=\"{grows}\">{sign}</mo>");
    format!("<mrow>{}{inner}{}</mrow>", bracket(open), bracket(close))
}

impl Expression {
    /// Text that parses again, with these names of the variables.
    pub fn text(&self, names: [&str; 2]) -> String {
        write(&Text, names, self, Hold::Relation)
    }

    /// Label; a function of a variable alone has no brackets.
    pub fn label(&self, names: [&str; 2]) -> String {
        let label = match self {
            Call(of, u) if of.id != "abs" && matches!(**u, Variable(_)) => {
                [of.id, " ", &write(&Label, names, u, Hold::Sum)].concat()
            }
            _ => write(&Label, names, self, Hold::Relation),
        };
        label.replace(' ', "\u{a0}")
    }

    /// MathML, for the inside of a `math` element.
    pub fn mathml(&self, names: [&str; 2]) -> String {
        format!("<mrow>{}</mrow>", write(&MathMl { numbers: false }, names, self, Hold::Relation))
    }

    /// MathML with numbers substituted for the variables.
    pub fn mathml_at(&self, numbers: [&str; 2]) -> String {
        write(&MathMl { numbers: true }, numbers, self, Hold::Relation)
    }
}
