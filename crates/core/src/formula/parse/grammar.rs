//! Grammar: sums, products, powers, numbers and brackets.

use super::names::{Letters, Special, Style};
use super::numbers::{SUPERSCRIPTS, vulgar};
use super::parts::{constant, negative, over, raised, root, times};
use crate::error::FormulaError;
use crate::formula::call;
use crate::formula::expression::{Callable, Expression, number};
use crate::message::{Message, said};
use std::ops::Range;

use Expression::{Call, Power, Product, Sum};

/// Largest nesting depth of brackets, powers, signs and functions.
pub const DEEPEST: usize = 50;

/// State of the parser.
pub struct Parser {
    pub(super) chars: Vec<char>,
    /// Index of the next character.
    pub(super) at: usize,
    pub(super) depth: usize,
    /// Number of |…| open inside the innermost bracket.
    pub(super) bars: usize,
    /// Whether a condition is read, in which = is no equation.
    pub(super) in_condition: bool,
    /// Whether the right side of a comparison is read, after which || is a word.
    pub(super) is_compared: bool,
    pub(super) letters: Letters,
    pub(super) style: Option<Style>,
}

pub type Parsed = Result<Expression, FormulaError>;

impl Parser {
    /// A parser of characters from a place on.
    pub fn new(chars: Vec<char>, at: usize, letters: Letters) -> Parser {
        Parser {
            chars,
            at,
            depth: 0,
            bars: 0,
            in_condition: false,
            is_compared: false,
            letters,
            style: None,
        }
    }

    /// Skips white space and returns the next character, without consuming it.
    pub(super) fn peek(&mut self) -> Option<char> {
        while self.chars.get(self.at).is_some_and(|it| it.is_whitespace()) {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }

    pub(super) fn take(&mut self, any: &[char]) -> bool {
        let found = self.peek().is_some_and(|next| any.contains(&next));
        self.at += usize::from(found);
        found
    }

    pub(super) fn error(&self, mut at: Range<usize>, message: impl Into<Message>) -> FormulaError {
        // What was looked at for what might come next is not part of it.
        while at.len() > 1 && self.chars.get(at.end - 1).is_some_and(|it| it.is_whitespace()) {
            at.end -= 1;
        }
        FormulaError { message: message.into(), at }
    }

    /// Parses one nesting level deeper. Fails beyond [`DEEPEST`].
    pub(super) fn inside(&mut self, parse: impl FnOnce(&mut Parser) -> Parsed) -> Parsed {
        if self.depth == DEEPEST {
            let message = said!(
                "This is nested too deeply: up to {levels} levels are read.",
                levels = DEEPEST
            );
            return Err(self.error(self.at..self.at + 1, message));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    pub(super) fn sum(&mut self) -> Parsed {
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
                Some(_) if self.take_infix_mod() => {
                    let divisor = self.signed()?;
                    product = self.remainder(product, divisor, start)?;
                    continue;
                }
                Some(next) if next.is_ascii_digit() || next == '.' || vulgar(next).is_some() => {
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
    pub(super) fn begins_factor(&self, next: char) -> bool {
        match next {
            '|' => self.bars == 0 && !self.at_or(),
            '(' | '[' | '{' | '√' | '∛' | '∜' | '⌊' | '⌈' => true,
            // A letter of another script gets its own words when it is read.
            _ => next.is_alphabetic() && !self.at_word(),
        }
    }

    /// A power with any number of leading signs.
    pub(super) fn signed(&mut self) -> Parsed {
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

    pub(super) fn power(&mut self) -> Parsed {
        self.peek();
        let start = self.at;
        let base = self.atom()?;
        match self.exponent()? {
            None => Ok(base),
            Some(exponent) => self.check_value(raised(base, exponent), start),
        }
    }

    /// Whether the word mod between two factors was next.
    fn take_infix_mod(&mut self) -> bool {
        self.at_word() && self.take_word(Special::Remainder)
    }

    /// The remainder a − b ⌊a/b⌋, with the sign of b.
    pub(super) fn remainder(&self, a: Expression, b: Expression, from: usize) -> Parsed {
        if constant(&b) == Some(0.0) {
            let message = "This divides by zero, which gives no number.";
            return Err(self.error(from..self.at, message));
        }
        let quotient = Product(vec![a.clone(), raised(b.clone(), number(-1))]);
        let whole = Call(&call::FLOOR, Box::new(quotient));
        self.check_value(Sum(vec![a, Product(vec![number(-1), b, whole])]), from)
    }

    /// Exponent after `^` or `**`, or in superscript digits; `None` if there is none.
    pub(super) fn exponent(&mut self) -> Result<Option<Expression>, FormulaError> {
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

    fn atom(&mut self) -> Parsed {
        let Some(next) = self.peek() else {
            let end = self.chars.len();
            let message = "Something is missing at the end: a number, x or a bracket.";
            return Err(self.error(end..end, message));
        };
        match next {
            '0'..='9' | '.' => self.number(),
            '{' => self.inside(Parser::braces),
            '(' | '[' => self.inside(Parser::bracket),
            '|' => self.inside(Parser::bars),
            '⌊' => self.inside(|parser| parser.fence('⌋', &call::FLOOR)),
            '⌈' => self.inside(|parser| parser.fence('⌉', &call::CEIL)),
            // ³√x, as it is copied.
            next if SUPERSCRIPTS.contains(next) => {
                let from = self.at;
                let index = self.superscript()?;
                if !self.take(&['√']) {
                    self.at = from;
                    return Err(self.unexpected());
                }
                let inner = self.inside(Parser::power)?;
                self.check_value(root(inner, index), from)
            }
            '√' | '∛' | '∜' => {
                let from = self.at;
                self.at += 1;
                if self.index_follows() {
                    return self.root_with_index(from);
                }
                let inner = self.inside(Parser::power)?;
                let index = [('√', 2), ('∛', 3), ('∜', 4)].into_iter().find(|it| it.0 == next);
                self.check_value(root(inner, number(index.map_or(2, |it| it.1))), from)
            }
            next if let Some((above, below)) = vulgar(next) => {
                self.at += 1;
                Ok(over(number(above), number(below)))
            }
            next if next.is_alphabetic() => self.named(),
            _ => Err(self.unexpected()),
        }
    }

    /// A bracketed expression.
    pub(super) fn bracket(&mut self) -> Parsed {
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
    pub(super) fn arguments(&mut self) -> Result<Vec<Expression>, FormulaError> {
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
        let mut arguments = vec![self.value()?];
        while self.take(&[',', ';']) {
            arguments.push(self.value()?);
        }
        self.bars = bars;
        self.close(closing, from)?;
        Ok(arguments)
    }

    /// Consumes the bracket that closes the one at `from`.
    pub(super) fn close(&mut self, closing: char, from: usize) -> Result<(), FormulaError> {
        if self.take(&[closing]) {
            return Ok(());
        }
        Err(match self.peek() {
            None => {
                let message =
                    said!("This bracket is not closed: a “{closing}” is missing.", closing);
                self.error(from..from + 1, message)
            }
            Some(_) => self.unexpected(),
        })
    }

    /// A function written by brackets of its own, such as ⌊x⌋.
    fn fence(&mut self, closing: char, of: &'static Callable) -> Parsed {
        let from = self.at;
        self.at += 1;
        let bars = std::mem::take(&mut self.bars);
        let inner = self.value()?;
        self.bars = bars;
        self.close(closing, from)?;
        Ok(Call(of, Box::new(inner)))
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

    /// Fails if the expression is constant and its value not finite.
    pub(super) fn check_value(&self, expression: Expression, from: usize) -> Parsed {
        match constant(&expression) {
            Some(value) if !value.is_finite() => {
                let written: String = self.chars[from..self.at].iter().collect();
                let message = match value.is_nan() {
                    true => said!("{written} has no value.", written = written.trim()),
                    false => {
                        said!("{text} is too large for a number here.", text = written.trim())
                    }
                };
                Err(self.error(from..self.at, message))
            }
            _ => Ok(expression),
        }
    }

    /// Error about the next character, which is not valid here.
    pub(super) fn unexpected(&self) -> FormulaError {
        let Some(&next) = self.chars.get(self.at) else {
            return self.error(self.at..self.at, "Something is missing at the end.");
        };
        let message = match next {
            ')' | ']' | '}' | '⌋' | '⌉' if self.depth == 0 => {
                said!("This “{next}” closes a bracket that was never opened.", next)
            }
            ')' | ']' | '}' | '⌋' | '⌉' => said!(
                "Before this “{next}” something is missing, or a bracket of another kind is open.",
                next
            ),
            '=' => "Type only what the function is, such as x^2: this is an equation.".into(),
            ',' | ';' if self.chars.iter().any(|it| "<>≤≥".contains(*it)) => {
                "A function in pieces is written as in {x < 0: x^2, x + 2}.".into()
            }
            ',' => "In a number write a point: 0.5.".into(),
            '!' => "There are no factorials here: write 6 instead of 3!.".into(),
            '%' => "Write 0.05 instead of 5 %, and mod(x, 2) for a remainder.".into(),
            ':' => "Write / to divide. A function in pieces is {x < 0: x^2, x + 2}.".into(),
            '<' | '>' | '≤' | '≥' => "Before this comparison something is missing.".into(),
            '°' => "Angles are in radians: write pi/180 for one degree.".into(),
            '_' => {
                "An index is read in x_1 and x_2, and the base of a logarithm in log_2(x).".into()
            }
            '∞' => "Infinity is no number: try a large one.".into(),
            '|' => "Between these bars something is missing. Between conditions write or.".into(),
            '+' | '*' | '/' | '^' | '×' | '·' | '÷' => {
                said!("Before this “{next}” a number, x or a bracket was expected.", next)
            }
            '!'..='~' => said!("“{next}” means nothing here.", next),
            '！'..='～' => {
                // Full-width forms stand in the order of ASCII.
                let plain = char::from_u32(next as u32 - 0xfee0).unwrap_or(' ');
                said!("“{next}” is a full-width character: type “{plain}”.", next, plain)
            }
            next if next.is_numeric() => {
                said!("“{next}” is not read as a digit: type 0 to 9.", next)
            }
            next => said!("“{next}” means nothing here.", next),
        };
        self.error(self.at..self.at + 1, message)
    }
}
