//! Parser: from typed text to an expression tree, or to an error that says what to change.
//!
//! Precedence climbing: a sum is made of products, a product of powers. Juxtaposition
//! multiplies, with the precedence of `*` and from left to right. `-x^2` is −(x²), and `2^3^2`
//! is 2⁹.

use super::call::{self, CALLS};
use super::expression::{Callable, Expression, number};
use super::number::Number;
use super::program::Program;
use crate::error::FormulaError;
use std::ops::Range;

use Expression::{Call, Euler, Maximum, Minimum, Pi, Power, Product, Sum, Variable};

/// Largest number of characters of a formula.
pub const LONGEST: usize = 500;
/// Largest nesting depth of brackets, powers, signs and functions.
const DEEPEST: usize = 50;

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Meaning of a name.
#[derive(Clone, Copy)]
enum Name {
    Variable(usize, Style),
    Constant(bool),
    Call(&'static Callable),
    Larger,
    Smaller,
    Power,
}

/// Naming of the variables.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    /// x and y.
    Letters,
    /// x₁ and x₂.
    Indices,
}

/// A parsed formula, not simplified, so that it is undefined wherever a part of it is.
pub struct Typed {
    /// Expression tree.
    pub expression: Expression,
    /// Names of the variables.
    pub names: [&'static str; 2],
}

/// Parses a formula. Fails with the position of the first syntax error.
pub fn parse(text: &str) -> Result<Typed, FormulaError> {
    let chars: Vec<char> = text.chars().take(LONGEST + 1).collect();
    if chars.len() > LONGEST {
        let message = format!(
            "A formula has up to {LONGEST} characters; this one has {}.",
            text.chars().count()
        );
        return Err(FormulaError { message, at: LONGEST..LONGEST + 1 });
    }
    let mut parser = Parser { chars, at: 0, depth: 0, bars: 0, style: None };
    if parser.peek().is_none() {
        return Err(parser.error(0..0, "Type a formula, such as x^2 + sin(3x)."));
    }
    let expression = parser.sum()?;
    match parser.peek() {
        None => {
            let names = match parser.style {
                Some(Style::Indices) => ["x₁", "x₂"],
                _ => ["x", "y"],
            };
            Ok(Typed { expression, names })
        }
        Some(_) => Err(parser.unexpected()),
    }
}

struct Parser {
    chars: Vec<char>,
    /// Index of the next character.
    at: usize,
    depth: usize,
    /// Number of |…| open inside the innermost bracket.
    bars: usize,
    style: Option<Style>,
}

type Parsed = Result<Expression, FormulaError>;

impl Parser {
    /// Skips white space and returns the next character, without consuming it.
    fn peek(&mut self) -> Option<char> {
        while self.chars.get(self.at).is_some_and(|it| it.is_whitespace()) {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, any: &[char]) -> bool {
        let found = self.peek().is_some_and(|next| any.contains(&next));
        self.at += usize::from(found);
        found
    }

    fn error(&self, mut at: Range<usize>, message: impl Into<String>) -> FormulaError {
        // What was looked at for what might come next is not part of it.
        while at.len() > 1 && self.chars.get(at.end - 1).is_some_and(|it| it.is_whitespace()) {
            at.end -= 1;
        }
        FormulaError { message: message.into(), at }
    }

    /// Parses one nesting level deeper. Fails beyond [`DEEPEST`].
    fn inside(&mut self, parse: impl FnOnce(&mut Parser) -> Parsed) -> Parsed {
        if self.depth == DEEPEST {
            let message = format!("This is nested too deeply: up to {DEEPEST} levels are read.");
            return Err(self.error(self.at..self.at + 1, message));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn sum(&mut self) -> Parsed {
        let mut terms = vec![self.product()?];
        loop {
            let term = match self.peek() {
                Some('+') => {
                    self.at += 1;
                    self.product()?
                }
                Some('-' | '−' | '–') => {
                    self.at += 1;
                    negative(self.product()?)
                }
                _ => break,
            };
            terms.push(term);
        }
        Ok(if terms.len() == 1 { terms.remove(0) } else { Sum(terms) })
    }

    fn product(&mut self) -> Parsed {
        self.peek();
        let start = self.at;
        let mut product = self.signed()?;
        loop {
            let factor = match self.peek() {
                Some('*' | '×' | '·' | '⋅' | '∙') => {
                    self.at += 1;
                    self.signed()?
                }
                Some('/' | '÷' | '∕' | '⁄') => {
                    self.at += 1;
                    self.peek();
                    let from = self.at;
                    let divisor = self.signed()?;
                    if constant(&divisor) == Some(0.0) {
                        let message = "This divides by zero, which gives no number.";
                        return Err(self.error(from..self.at, message));
                    }
                    Power(Box::new(divisor), Box::new(number(-1)))
                }
                Some(next) if next.is_ascii_digit() || next == '.' => {
                    let message = if matches!(product, Expression::Number(_)) {
                        "Two numbers side by side: put a sign such as + or * between them."
                    } else {
                        "A number comes first, as in 2x; here a sign such as + or * is missing."
                    };
                    return Err(self.error(self.at..self.at + 1, message));
                }
                Some(next) if self.begins_factor(next) => self.power()?,
                _ => break,
            };
            product = times(product, factor);
        }
        self.check_value(product, start)
    }

    /// Whether a factor begins here, multiplied by juxtaposition.
    fn begins_factor(&self, next: char) -> bool {
        match next {
            '|' => self.bars == 0,
            '(' | '[' | '{' | '√' => true,
            // A letter of another script gets its own words when it is read.
            _ => next.is_alphabetic(),
        }
    }

    /// A power with any number of leading signs.
    fn signed(&mut self) -> Parsed {
        match self.peek() {
            Some('-' | '−' | '–') => {
                self.at += 1;
                self.inside(Parser::signed).map(negative)
            }
            Some('+') => {
                self.at += 1;
                self.inside(Parser::signed)
            }
            _ => self.power(),
        }
    }

    fn power(&mut self) -> Parsed {
        self.peek();
        let start = self.at;
        let base = self.atom()?;
        match self.exponent()? {
            None => Ok(base),
            Some(exponent) => self.check_value(raised(base, exponent), start),
        }
    }

    /// Exponent after `^` or `**`, or in superscript digits; `None` if there is none.
    fn exponent(&mut self) -> Result<Option<Expression>, FormulaError> {
        let Some(next) = self.peek() else { return Ok(None) };
        if next == '⁻' || SUPERSCRIPTS.contains(next) {
            return self.superscript().map(Some);
        }
        let doubled = next == '*' && self.chars.get(self.at + 1) == Some(&'*');
        if next != '^' && next != 'ˆ' && !doubled {
            return Ok(None);
        }
        let from = self.at;
        self.at += if doubled { 2 } else { 1 };
        if self.peek().is_none_or(|next| ")]}*/^,".contains(next)) {
            let message = "After ^ comes the exponent, as in x^2.";
            return Err(self.error(from..self.at, message));
        }
        self.inside(Parser::signed).map(Some)
    }

    fn superscript(&mut self) -> Parsed {
        let from = self.at;
        let negated = self.take(&['⁻']);
        let mut digits = String::new();
        while let Some(next) = self.chars.get(self.at)
            && let Some(digit) = SUPERSCRIPTS.chars().position(|it| it == *next)
        {
            digits += &digit.to_string();
            self.at += 1;
        }
        match digits.parse::<i64>() {
            Ok(value) if value < 1 << 50 => Ok(number(if negated { -value } else { value })),
            _ => Err(self.error(from..self.at, "A raised number of a few digits was expected.")),
        }
    }

    fn atom(&mut self) -> Parsed {
        let Some(next) = self.peek() else {
            let end = self.chars.len();
            let message = "Something is missing at the end: a number, x or a bracket.";
            return Err(self.error(end..end, message));
        };
        match next {
            '0'..='9' | '.' => self.number(),
            '(' | '[' | '{' => self.inside(Parser::bracket),
            '|' => self.inside(Parser::bars),
            '√' => {
                let from = self.at;
                self.at += 1;
                let inner = self.inside(Parser::power)?;
                self.check_value(Call(&call::SQRT, Box::new(inner)), from)
            }
            next if next.is_alphabetic() => self.named(),
            _ => Err(self.unexpected()),
        }
    }

    fn number(&mut self) -> Parsed {
        let from = self.at;
        let digits = |parser: &mut Parser| {
            while parser.chars.get(parser.at).is_some_and(char::is_ascii_digit) {
                parser.at += 1;
            }
        };
        digits(self);
        if self.chars.get(self.at) == Some(&'.') {
            self.at += 1;
            digits(self);
        }
        // 2e3 is two thousand, 2e and 2ex are 2 times e.
        if let Some('e' | 'E') = self.chars.get(self.at) {
            let signed = matches!(self.chars.get(self.at + 1), Some('+' | '-' | '−'));
            let first = self.at + if signed { 2 } else { 1 };
            if self.chars.get(first).is_some_and(char::is_ascii_digit) {
                self.at = first;
                digits(self);
            }
        }
        let text: String = self.chars[from..self.at].iter().collect();
        let value = Number::literal(&text.replace('−', "-"));
        if self.chars.get(self.at) == Some(&'.') {
            let message = "A number has one decimal point.";
            return Err(self.error(from..self.at + 1, message));
        }
        value.map(Expression::Number).ok_or_else(|| {
            let message = match text.as_str() {
                "." => "A point alone is no number: write 0.5, for example.".into(),
                _ => format!("{text} is too large for a number here."),
            };
            self.error(from..self.at, message)
        })
    }

    /// A bracketed expression.
    fn bracket(&mut self) -> Parsed {
        let from = self.at;
        let mut inside = self.arguments()?;
        let inner = inside.remove(0);
        if inside.is_empty() {
            return Ok(inner);
        }
        let message =
            "A comma separates the arguments of max, min and pow. In a number write a point: 0.5.";
        Err(self.error(from..self.at, message))
    }

    /// Bracketed expressions, separated by commas or semicolons.
    fn arguments(&mut self) -> Result<Vec<Expression>, FormulaError> {
        let from = self.at;
        let closing = match self.chars[from] {
            '[' => ']',
            '{' => '}',
            _ => ')',
        };
        self.at += 1;
        if self.take(&[closing]) {
            return Err(self.error(from..self.at, "There is nothing between these brackets."));
        }
        let bars = std::mem::take(&mut self.bars);
        let mut arguments = vec![self.sum()?];
        while self.take(&[',', ';']) {
            arguments.push(self.sum()?);
        }
        self.bars = bars;
        if self.take(&[closing]) {
            return Ok(arguments);
        }
        Err(match self.peek() {
            None => {
                let message = format!("This bracket is not closed: a “{closing}” is missing.");
                self.error(from..from + 1, message)
            }
            Some(_) => self.unexpected(),
        })
    }

    fn bars(&mut self) -> Parsed {
        let from = self.at;
        self.at += 1;
        self.bars += 1;
        let inner = self.sum()?;
        self.bars -= 1;
        if self.take(&['|']) {
            return Ok(Call(&call::ABS, Box::new(inner)));
        }
        Err(match self.peek() {
            None => self.error(from..from + 1, "This | is not closed: a second | is missing."),
            Some(_) => self.unexpected(),
        })
    }

    /// The longest name here, with its arguments.
    fn named(&mut self) -> Parsed {
        let from = self.at;
        let mut end = from;
        while self.chars.get(end).is_some_and(|it| it.is_alphabetic()) {
            end += 1;
        }
        let Some((length, name)) = longest_name(&self.chars[from..]) else {
            return Err(self.unknown_name(from..end));
        };
        // xq: the words are about all of it, not about the q alone.
        if split(&self.chars[from..end]).is_none() {
            return Err(self.unknown_name(from..end));
        }
        self.at += length;
        match name {
            Name::Variable(index, style) => {
                let style_before = *self.style.get_or_insert(style);
                self.no_digit(from)?;
                if style_before != style {
                    let message = "Use x and y, or x₁ and x₂, but not both.";
                    return Err(self.error(from..self.at, message));
                }
                Ok(Variable(index))
            }
            Name::Constant(pi) => {
                self.no_digit(from)?;
                Ok(if pi { Pi } else { Euler })
            }
            Name::Call(definition) => self.call(definition, from),
            Name::Larger => self.of_several(from, "max", |a, b| Maximum(Box::new(a), Box::new(b))),
            Name::Smaller => self.of_several(from, "min", |a, b| Minimum(Box::new(a), Box::new(b))),
            Name::Power => {
                let mut arguments = self.in_brackets(from, "pow")?;
                match (arguments.pop(), arguments.pop()) {
                    (Some(exponent), Some(base)) if arguments.is_empty() => {
                        self.check_value(raised(base, exponent), from)
                    }
                    _ => {
                        Err(self.error(from..self.at, "pow takes two arguments: pow(x, 3) is x^3."))
                    }
                }
            }
        }
    }

    /// Fails if a digit follows a variable or constant.
    fn no_digit(&self, from: usize) -> Result<(), FormulaError> {
        let Some(digit) = self.chars.get(self.at).filter(|it| it.is_ascii_digit()) else {
            return Ok(());
        };
        let name: String = self.chars[from..self.at].iter().collect();
        let message = format!(
            "Is this a power, {name}^{digit}, or a product, {digit}{name}? The numbered variables are x1 and x2."
        );
        Err(self.error(from..self.at + 1, message))
    }

    fn call(&mut self, definition: &'static Callable, from: usize) -> Parsed {
        let name = definition.id;
        // As in sin^2 x.
        let exponent = self.exponent()?;
        if exponent.as_ref().and_then(constant).is_some_and(|value| value < 0.0) {
            let message = match CALLS.iter().find(|it| it.id == format!("a{name}")) {
                Some(inverse) => format!(
                    "For the inverse of {name} write {}; for its reciprocal 1/{name}(x).",
                    inverse.id
                ),
                None => format!("Write 1/{name}(x) for a reciprocal."),
            };
            return Err(self.error(from..self.at, message));
        }
        let argument = match self.peek() {
            Some('(' | '[' | '{') => self.inside(|parser| {
                let mut arguments = parser.arguments()?;
                let argument = arguments.remove(0);
                match arguments.len() {
                    0 => Ok(argument),
                    _ => Err(parser.error(
                        from..parser.at,
                        format!("{name} takes one argument. In a number write a point: 0.5."),
                    )),
                }
            })?,
            Some(next)
                if next.is_ascii_digit() || "-−–.".contains(next) || self.begins_factor(next) =>
            {
                self.inside(Parser::bare_argument)?
            }
            _ => {
                let message = format!("{name} needs something to work on: {name}(x).");
                return Err(self.error(from..self.at, message));
            }
        };
        let called = Call(definition, Box::new(argument));
        let called = match exponent {
            Some(exponent) => raised(called, exponent),
            None => called,
        };
        self.check_value(called, from)
    }

    /// An argument without brackets, as in sin 3x: juxtaposed factors, up to the next function
    /// or sign.
    fn bare_argument(&mut self) -> Parsed {
        let mut argument = self.signed()?;
        while let Some(next) = self.peek()
            && self.begins_factor(next)
            && !matches!(
                longest_name(&self.chars[self.at..]),
                Some((_, Name::Call(_) | Name::Larger | Name::Smaller | Name::Power))
            )
        {
            argument = times(argument, self.power()?);
        }
        Ok(argument)
    }

    fn in_brackets(&mut self, from: usize, name: &str) -> Result<Vec<Expression>, FormulaError> {
        if !matches!(self.peek(), Some('(' | '[' | '{')) {
            let message = format!("{name} needs brackets: {name}(x, 1).");
            return Err(self.error(from..self.at, message));
        }
        let mut arguments = Vec::new();
        self.inside(|parser| {
            arguments = parser.arguments()?;
            Ok(number(0))
        })?;
        Ok(arguments)
    }

    fn of_several(
        &mut self,
        from: usize,
        name: &str,
        join: fn(Expression, Expression) -> Expression,
    ) -> Parsed {
        let arguments = self.in_brackets(from, name)?;
        if arguments.len() < 2 || arguments.len() > DEEPEST {
            let message = format!("{name} compares two or more: {name}(x, 1).");
            return Err(self.error(from..self.at, message));
        }
        Ok(arguments.into_iter().reduce(join).unwrap_or(number(0)))
    }

    /// Fails if the expression is constant and its value not finite.
    fn check_value(&self, expression: Expression, from: usize) -> Parsed {
        match constant(&expression) {
            Some(value) if !value.is_finite() => {
                let written: String = self.chars[from..self.at].iter().collect();
                let message = match value.is_nan() {
                    true => format!("{} has no value.", written.trim()),
                    false => format!("{} is too large for a number here.", written.trim()),
                };
                Err(self.error(from..self.at, message))
            }
            _ => Ok(expression),
        }
    }

    /// Error about the next character, which is not valid here.
    fn unexpected(&self) -> FormulaError {
        let Some(&next) = self.chars.get(self.at) else {
            return self.error(self.at..self.at, "Something is missing at the end.");
        };
        let message = match next {
            ')' | ']' | '}' if self.depth == 0 => {
                format!("This “{next}” closes a bracket that was never opened.")
            }
            ')' | ']' | '}' => format!(
                "Before this “{next}” something is missing, or a bracket of another kind is open."
            ),
            '=' => "Type only what the function is, such as x^2, without “y =”.".into(),
            ',' => "In a number write a point: 0.5.".into(),
            '!' => "There are no factorials here: write 6 instead of 3!.".into(),
            '%' => "Write 0.05 instead of 5 %.".into(),
            ':' => "Write / to divide.".into(),
            '<' | '>' | '≤' | '≥' => {
                "Comparisons are not read here; max, min and step(x) are.".into()
            }
            '∞' => "Infinity is no number: try a large one.".into(),
            '|' => "Between these bars something is missing.".into(),
            '+' | '*' | '/' | '^' | '×' | '·' | '÷' => {
                format!("Before this “{next}” a number, x or a bracket was expected.")
            }
            '!'..='~' => format!("“{next}” means nothing here."),
            '！'..='～' => {
                // Full-width forms stand in the order of ASCII.
                let plain = char::from_u32(next as u32 - 0xfee0).unwrap_or(' ');
                format!("“{next}” is a full-width character: type “{plain}”.")
            }
            next if next.is_numeric() => {
                format!("“{next}” is not read as a digit: type 0 to 9.")
            }
            next => format!("“{next}” means nothing here."),
        };
        self.error(self.at..self.at + 1, message)
    }

    fn unknown_name(&self, at: Range<usize>) -> FormulaError {
        let name = &self.chars[at.clone()];
        if let Some(foreign) = name.iter().position(|it| !it.is_ascii_alphabetic() && *it != 'π') {
            let place = at.start + foreign;
            let letter = name[foreign];
            let message = match letter {
                '！'..='～' => {
                    let plain = char::from_u32(letter as u32 - 0xfee0).unwrap_or(' ');
                    format!("“{letter}” is a full-width letter: type “{plain}”.")
                }
                _ => {
                    format!("“{letter}” is a letter of another script: the variables are x and y.")
                }
            };
            return self.error(place..place + 1, message);
        }
        let written: String = name.iter().take(20).collect();
        let message = match nearest_name(&written) {
            Some(near) => format!("“{written}” is not known here. Is it {near}?"),
            None => format!(
                "“{written}” is not known here. The variables are x and y; there are pi, e and functions such as sin, exp, ln, sqrt."
            ),
        };
        self.error(at, message)
    }
}

fn negative(expression: Expression) -> Expression {
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

fn times(product: Expression, factor: Expression) -> Expression {
    match product {
        Product(mut factors) => {
            factors.push(factor);
            Product(factors)
        }
        first => Product(vec![first, factor]),
    }
}

fn raised(base: Expression, exponent: Expression) -> Expression {
    Power(Box::new(base), Box::new(exponent))
}

/// Value of an expression without variables; `None` with any.
fn constant(expression: &Expression) -> Option<f64> {
    let varies = expression.depends_on(0) || expression.depends_on(1);
    (!varies).then(|| Program::new(expression).value(&[0.0, 0.0]))
}

/// All names, with their meanings.
fn names() -> impl Iterator<Item = (&'static str, Name)> {
    use Style::{Indices, Letters};
    let variables = [
        ("x", 0, Letters),
        ("y", 1, Letters),
        ("x1", 0, Indices),
        ("x2", 1, Indices),
        ("x₁", 0, Indices),
        ("x₂", 1, Indices),
    ];
    let others = [
        ("pi", Name::Constant(true)),
        ("π", Name::Constant(true)),
        ("e", Name::Constant(false)),
        ("max", Name::Larger),
        ("min", Name::Smaller),
        ("pow", Name::Power),
    ];
    let calls = CALLS.iter().flat_map(|call| {
        std::iter::once(&call.id).chain(call.also).map(|name| (*name, Name::Call(call)))
    });
    variables
        .into_iter()
        .map(|(name, index, style)| (name, Name::Variable(index, style)))
        .chain(others)
        .chain(calls)
}

/// The longest name that the text begins with, and its number of characters.
fn longest_name(text: &[char]) -> Option<(usize, Name)> {
    names()
        .filter(|(name, _)| {
            let mut text = text.iter();
            name.chars().all(|it| text.next().is_some_and(|have| have.to_ascii_lowercase() == it))
        })
        .map(|(name, meaning)| (name.chars().count(), meaning))
        .max_by_key(|(length, _)| *length)
}

/// `Some` if the letters split into names, each the longest possible.
fn split(mut letters: &[char]) -> Option<()> {
    while !letters.is_empty() {
        let (length, _) = longest_name(letters)?;
        letters = &letters[length.min(letters.len())..];
    }
    Some(())
}

/// A known name that differs by one letter, or by a swap of two.
fn nearest_name(written: &str) -> Option<&'static str> {
    let written: Vec<char> = written.to_ascii_lowercase().chars().collect();
    names().map(|(name, _)| name).filter(|name| name.chars().count() > 2).find(|name| {
        let name: Vec<char> = name.chars().collect();
        let (short, long) =
            if name.len() < written.len() { (&name, &written) } else { (&written, &name) };
        let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
        match long.len() - short.len() {
            0 => {
                let rest = (&name[same..], &written[same..]);
                rest.0.len() > 1 && rest.0[1..] == rest.1[1..]
                    || rest.0.len() == 1
                    || rest.0.len() > 1
                        && rest.0[0] == rest.1[1]
                        && rest.0[1] == rest.1[0]
                        && rest.0[2..] == rest.1[2..]
            }
            1 => short[same..] == long[same + 1..],
            _ => false,
        }
    })
}
