//! Names read with what belongs to them: indices, bases, exponents and arguments.

use super::grammar::{DEEPEST, Parsed, Parser};
use super::names::{Name, Special, Style, unknown};
use super::parts::{constant, over, raised, root, times};
use crate::error::FormulaError;
use crate::formula::call::{self, CALLS};
use crate::formula::expression::{Callable, Expression, compare, number, zero};
use crate::formula::relation::EQUAL;
use crate::message::said;

use Expression::{Call, Euler, Maximum, Minimum, Pi, Variable};

impl Parser {
    /// The longest name here, with its arguments.
    pub(super) fn named(&mut self) -> Parsed {
        let from = self.at;
        let mut end = from;
        while self.chars.get(end).is_some_and(|it| it.is_alphabetic()) {
            end += 1;
        }
        let Some((length, name)) = self.letters.longest(&self.chars[from..]) else {
            return Err(unknown(&self.chars, from..end, &self.letters));
        };
        // xq: the words are about all of it, not about the q alone.
        if self.letters.split(&self.chars[from..end]).is_none() {
            return Err(unknown(&self.chars, from..end, &self.letters));
        }
        self.at += length;
        match name {
            Name::Variable(index, style) => self.variable(index, style, from),
            Name::Constant(pi) => {
                self.no_digit(from)?;
                Ok(if pi { Pi } else { Euler })
            }
            Name::Call(definition) => self.call(definition, from),
            Name::Special(special) => self.special(special, from),
        }
    }

    /// A variable, with its index.
    fn variable(&mut self, mut index: usize, mut style: Style, from: usize) -> Parsed {
        if style == Style::Letters && self.chars.get(self.at) == Some(&'_') {
            self.at += 1;
            let braces = self.take(&['{']);
            index = match self.chars.get(self.at) {
                Some('1') => 0,
                Some('2') => 1,
                _ => {
                    let message = "The numbered variables are x_1 and x_2.";
                    return Err(self.error(from..self.at, message));
                }
            };
            style = Style::Indices;
            self.at += 1;
            if braces && !self.take(&['}']) {
                return Err(self.error(from..self.at, "The numbered variables are x_1 and x_2."));
            }
        }
        let style_before = *self.style.get_or_insert(style);
        self.no_digit(from)?;
        if style_before != style {
            let message = "Use x and y, or x₁ and x₂, but not both.";
            return Err(self.error(from..self.at, message));
        }
        Ok(Variable(index))
    }

    fn special(&mut self, special: Special, from: usize) -> Parsed {
        match special {
            Special::Larger => self.of_several(from, "max", |a, b| Maximum(a.into(), b.into())),
            Special::Smaller => self.of_several(from, "min", |a, b| Minimum(a.into(), b.into())),
            Special::Power => {
                let (base, exponent) = self.two(from, "pow", "pow(x, 3) is x^3")?;
                self.check_value(raised(base, exponent), from)
            }
            Special::Root => {
                let (of, index) = self.two(from, "root", "root(x, 3) is the cube root of x")?;
                if constant(&of).is_some() && constant(&index).is_none() {
                    let message = "First comes the number whose root it is: root(x, 3).";
                    return Err(self.error(from..self.at, message));
                }
                self.check_value(root(of, index), from)
            }
            Special::Remainder => {
                let (of, divisor) = self.two(from, "mod", "mod(x, 2) is the remainder of x/2")?;
                self.remainder(of, divisor, from)
            }
            Special::If => self.if_call(from),
            Special::Not => {
                let denied = self.inside(Parser::value)?;
                Ok(compare(&EQUAL, denied, zero()))
            }
            Special::And | Special::Or | Special::Else => {
                let word: String = self.chars[from..self.at].iter().collect();
                let message =
                    said!("Before this “{word}” a condition was expected, as in x < 0.", word);
                Err(self.error(from..self.at, message))
            }
        }
    }

    /// The two arguments of a function. `example` is a sentence without its point.
    fn two(
        &mut self,
        from: usize,
        name: &str,
        example: &str,
    ) -> Result<(Expression, Expression), FormulaError> {
        let mut arguments = self.in_brackets(from, name, &format!("{name}(x, 2)"))?;
        match (arguments.pop(), arguments.pop()) {
            (Some(second), Some(first)) if arguments.is_empty() => Ok((first, second)),
            _ => {
                let message = said!("{name} takes two arguments: {example}.", name, example);
                Err(self.error(from..self.at, message))
            }
        }
    }

    /// Fails if a digit follows a variable or constant.
    fn no_digit(&self, from: usize) -> Result<(), FormulaError> {
        let Some(digit) = self.chars.get(self.at).filter(|it| it.is_ascii_digit()) else {
            return Ok(());
        };
        let name: String = self.chars[from..self.at].iter().collect();
        let message = said!(
            "Is this a power, {name}^{digit}, or a product, {digit}{name}? A numbered variable is written x_1.",
            name,
            digit
        );
        Err(self.error(from..self.at + 1, message))
    }

    /// A call, with an exponent as in sin^2 x, and the base of a logarithm.
    fn call(&mut self, definition: &'static Callable, from: usize) -> Parsed {
        let name = definition.id;
        if let Some(known) = self.number_in_name(definition, from)? {
            return self.check_value(known, from);
        }
        if name == "sqrt" && self.index_follows() {
            return self.root_with_index(from);
        }
        let base = if name == "log" { self.base_of_logarithm(from)? } else { None };
        let exponent = self.exponent()?;
        if exponent.as_ref().and_then(constant).is_some_and(|value| value < 0.0) {
            return Err(self.inverse(name, from));
        }
        let called = self.applied(definition, base, from)?;
        let called = self.check_value(called, from)?;
        match exponent {
            Some(exponent) => self.check_value(raised(called, exponent), from),
            None => Ok(called),
        }
    }

    /// Whether an index stands between a root and its argument, as in `sqrt[3](x)`.
    pub(super) fn index_follows(&self) -> bool {
        let rest = &self.chars[self.at..];
        let end = rest.iter().position(|it| *it == ']').filter(|_| rest.first() == Some(&'['));
        end.is_some_and(|end| matches!(rest.get(end + 1), Some('(' | '{')))
    }

    pub(super) fn root_with_index(&mut self, from: usize) -> Parsed {
        let index = self.inside(Parser::bracket)?;
        let of = self.inside(Parser::bracketed)?;
        self.check_value(root(of, index), from)
    }

    /// A function with its argument, or a logarithm with its base as the second one.
    fn applied(
        &mut self,
        definition: &'static Callable,
        mut base: Option<Expression>,
        from: usize,
    ) -> Parsed {
        let name = definition.id;
        let argument = match self.peek() {
            Some('(' | '[' | '{') => self.inside(|parser| {
                let mut arguments = parser.arguments()?;
                let argument = arguments.remove(0);
                match (arguments.pop(), arguments.is_empty()) {
                    (None, _) => Ok(argument),
                    (second @ Some(_), true) if name == "log" && base.is_none() => {
                        base = second;
                        Ok(argument)
                    }
                    _ => {
                        let message = match name {
                            "ln" | "log2" => said!(
                                "{name} takes one argument. For another base write log(x, 3).",
                                name
                            ),
                            "atan" => "atan takes one argument: write atan(y/x).".into(),
                            "cbrt" | "sqrt" => said!(
                                "{name} takes one argument. For another root write root(x, 5).",
                                name
                            ),
                            _ => said!(
                                "{name} takes one argument. In a number write a point: 0.5.",
                                name
                            ),
                        };
                        Err(parser.error(from..parser.at, message))
                    }
                }
            })?,
            Some(next)
                if next.is_ascii_digit() || "-−–.".contains(next) || self.begins_factor(next) =>
            {
                self.inside(Parser::bare_argument)?
            }
            _ => {
                let message = said!("{name} needs something to work on: {name}(x).", name);
                return Err(self.error(from..self.at, message));
            }
        };
        match base {
            None => Ok(Call(definition, Box::new(argument))),
            Some(base) => self.logarithm(argument, base, from),
        }
    }

    /// The logarithm to a base.
    fn logarithm(&self, of: Expression, base: Expression, from: usize) -> Parsed {
        let natural = |of: Expression| Call(&call::LN, Box::new(of));
        match constant(&base) {
            _ if base == Euler => Ok(natural(of)),
            Some(2.0) => Ok(Call(&call::LOG2, Box::new(of))),
            Some(10.0) => Ok(Call(&call::LOG, Box::new(of))),
            Some(value) if value <= 0.0 || value == 1.0 || value.is_nan() => {
                let message = "The base of a logarithm is above 0, and not 1: log(x, 3).";
                Err(self.error(from..self.at, message))
            }
            _ => Ok(over(self.check_value(natural(of), from)?, natural(base))),
        }
    }

    /// The base after `log`: `log_2`, `log_{2}`, `log₂`, or in the name, as in `log3(x)`.
    fn base_of_logarithm(&mut self, from: usize) -> Result<Option<Expression>, FormulaError> {
        let lowered = |it: &char| "₀₁₂₃₄₅₆₇₈₉".chars().position(|digit| digit == *it);
        if let Some(digit) = self.chars.get(self.at).and_then(lowered) {
            let mut base = digit as i64;
            self.at += 1;
            while let Some(digit) = self.chars.get(self.at).and_then(lowered) {
                base = base.saturating_mul(10).saturating_add(digit as i64);
                self.at += 1;
            }
            return Ok(Some(number(base)));
        }
        let digits = self.digits_here();
        if digits == 0 {
            return self.base_after_line(from);
        }
        let written: String = self.chars[from..self.at + digits].iter().collect();
        let base = written.trim_start_matches(|it: char| !it.is_ascii_digit());
        let after = self.chars.get(self.at + digits);
        if after.is_none_or(|it| !it.is_whitespace() && *it != '(') {
            let message = said!(
                "Is this the logarithm to the base {base}, log_{base}(x), or log({base}x)?",
                base
            );
            return Err(self.error(from..self.at + digits, message));
        }
        self.number().map(Some)
    }

    fn base_after_line(&mut self, from: usize) -> Result<Option<Expression>, FormulaError> {
        if self.peek() != Some('_') {
            return Ok(None);
        }
        self.at += 1;
        match self.peek() {
            Some(next) if next.is_ascii_digit() => self.number().map(Some),
            Some('(' | '[' | '{') => self.inside(Parser::bracketed).map(Some),
            Some(next) if next.is_alphabetic() => self.letter_alone().map(Some),
            _ => Err(self.error(from..self.at, "The base is written as in log_2(x).")),
        }
    }

    /// One variable or constant as a base.
    fn letter_alone(&mut self) -> Parsed {
        let from = self.at;
        match self.letters.longest(&self.chars[from..]) {
            Some((length, Name::Variable(index, Style::Letters))) => {
                self.at += length;
                Ok(Variable(index))
            }
            Some((length, Name::Constant(pi))) => {
                self.at += length;
                Ok(if pi { Pi } else { Euler })
            }
            _ => Err(self.error(from..from + 1, "The base is written as in log_2(x).")),
        }
    }

    fn bracketed(&mut self) -> Parsed {
        match self.chars[self.at] {
            '{' => self.braces(),
            _ => self.bracket(),
        }
    }

    /// Number of digits that follow at once.
    fn digits_here(&self) -> usize {
        self.chars[self.at..].iter().take_while(|it| it.is_ascii_digit()).count()
    }

    /// A name with a number in it before a bracket, which is no factor of the argument: exp2(x)
    /// is 2^x, and sin2(x) or tan-1(x) may be meant in several ways. `None` for a plain name.
    fn number_in_name(
        &mut self,
        definition: &'static Callable,
        from: usize,
    ) -> Result<Option<Expression>, FormulaError> {
        let name = definition.id;
        let bracket = |parser: &Parser, at: usize| {
            let mut rest = parser.chars[at.min(parser.chars.len())..].iter();
            rest.find(|it| !it.is_whitespace()) == Some(&'(')
        };
        if let Some(['-' | '−' | '–', '1']) = self.chars.get(self.at..self.at + 2)
            && bracket(self, self.at + 2)
        {
            self.at += 2;
            return Err(self.inverse(name, from));
        }
        let digits = self.digits_here();
        let has_bracket = bracket(self, self.at + digits);
        // exp2x is no exp(2x) where exp2(x) is 2^x.
        if digits == 0 || name == "log" || !has_bracket && name != "exp" {
            return Ok(None);
        }
        let number: String = self.chars[self.at..self.at + digits].iter().collect();
        match (name, number.as_str()) {
            ("exp", "2" | "10") if has_bracket => {
                let base = self.number()?;
                let exponent = self.applied(definition, None, from)?;
                let Call(_, exponent) = exponent else { return Ok(None) };
                Ok(Some(raised(base, *exponent)))
            }
            _ => {
                let message = match name {
                    "exp" => said!(
                        "Write {number}^x for a power of {number}, and exp({number}x) for one of e.",
                        number
                    ),
                    "sqrt" | "cbrt" => said!(
                        "Is this a root with the index {number}, root(x, {number}), or {name}({number}x)?",
                        number,
                        name
                    ),
                    "ln" | "log2" => said!(
                        "Is this the logarithm to the base {number}, log_{number}(x), or {name}({number}x)?",
                        number,
                        name
                    ),
                    "atan" => "Write atan(y/x) for an angle, and atan(2x) for a factor.".into(),
                    _ => said!(
                        "Is this {name}({number}x), or {name}(x)^{number}? Write it so.",
                        name,
                        number
                    ),
                };
                Err(self.error(from..self.at + digits, message))
            }
        }
    }

    /// Error about a name with the exponent −1.
    fn inverse(&self, name: &str, from: usize) -> FormulaError {
        let message = match CALLS.iter().find(|it| it.id == format!("a{name}")) {
            Some(inverse) => said!(
                "For the inverse of {name} write {inverse}; for its reciprocal 1/{name}(x).",
                name,
                inverse = inverse.id
            ),
            None => said!("Write 1/{name}(x) for a reciprocal.", name),
        };
        self.error(from..self.at, message)
    }

    /// An argument without brackets, as in sin 3x: juxtaposed factors, up to the next function
    /// or sign.
    fn bare_argument(&mut self) -> Parsed {
        let mut argument = self.signed()?;
        while let Some(next) = self.peek()
            && self.begins_factor(next)
            && !matches!(
                self.letters.longest(&self.chars[self.at..]),
                Some((_, Name::Call(_) | Name::Special(_)))
            )
        {
            argument = times(argument, self.power()?);
        }
        Ok(argument)
    }

    pub(super) fn in_brackets(
        &mut self,
        from: usize,
        name: &str,
        example: &str,
    ) -> Result<Vec<Expression>, FormulaError> {
        if !matches!(self.peek(), Some('(' | '[' | '{')) {
            let message = said!("{name} needs brackets: {example}.", name, example);
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
        let arguments = self.in_brackets(from, name, &format!("{name}(x, 1)"))?;
        if arguments.len() < 2 || arguments.len() > DEEPEST {
            let message = said!("{name} compares two or more: {name}(x, 1).", name);
            return Err(self.error(from..self.at, message));
        }
        Ok(arguments.into_iter().reduce(join).unwrap_or(number(0)))
    }
}
