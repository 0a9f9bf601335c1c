//! Numbers: decimal, raised, and characters such as ½.

use super::grammar::{Parsed, Parser};
use crate::formula::expression::{Expression, number};
use crate::formula::number::Number;
use crate::message::said;

/// The raised digits, in their order.
pub const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

impl Parser {
    pub(super) fn superscript(&mut self) -> Parsed {
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

    pub(super) fn number(&mut self) -> Parsed {
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
                _ => said!("{text} is too large for a number here.", text),
            };
            self.error(from..self.at, message)
        })
    }
}

/// Numerator and denominator of a character such as ½.
pub fn vulgar(char: char) -> Option<(i64, i64)> {
    const ALL: [(char, i64, i64); 11] = [
        ('½', 1, 2),
        ('⅓', 1, 3),
        ('⅔', 2, 3),
        ('¼', 1, 4),
        ('¾', 3, 4),
        ('⅕', 1, 5),
        ('⅖', 2, 5),
        ('⅗', 3, 5),
        ('⅘', 4, 5),
        ('⅙', 1, 6),
        ('⅛', 1, 8),
    ];
    ALL.into_iter().find(|it| it.0 == char).map(|(_, above, below)| (above, below))
}
