//! Comparisons, and functions in pieces: `x < 0 ? a : b`, `{x < 0: a, b}`, `if(x < 0, a, b)` and
//! `a if x < 0 else b`.

use super::grammar::{Parsed, Parser};
use super::names::{Name, Special};
use crate::error::FormulaError;
use crate::formula::expression::{Expression, compare, one, zero};
use crate::formula::relation::{AND, COMPARISONS, EQUAL, OR, Relation};

use Expression::{Choose, Compare, Undefined};

/// Piecewise function of a condition.
fn choice(condition: Expression, yes: Expression, no: Expression) -> Expression {
    Choose(Box::new(condition), Box::new(yes), Box::new(no))
}

impl Parser {
    /// A value that may depend on conditions.
    pub(super) fn value(&mut self) -> Parsed {
        self.peek();
        let from = self.at;
        let first = self.either()?;
        if self.peek() == Some('?') {
            self.check_condition(&first, from)?;
            self.at += 1;
            let yes = self.inside(Parser::value)?;
            if !self.take(&[':']) {
                let message = "After “?” come two values, as in x < 0 ? x^2 : x + 2.";
                return Err(self.error(from..self.at, message));
            }
            let no = self.inside(Parser::value)?;
            return Ok(choice(first, yes, no));
        }
        if self.take_word(Special::If) {
            let condition = self.condition()?;
            if !self.take_word(Special::Else) {
                return Ok(choice(condition, first, Undefined));
            }
            let no = self.inside(Parser::value)?;
            return Ok(choice(condition, first, no));
        }
        Ok(first)
    }

    /// A condition, in which = is no equation.
    pub(super) fn condition(&mut self) -> Parsed {
        self.peek();
        let from = self.at;
        let before = std::mem::replace(&mut self.in_condition, true);
        let condition = self.inside(Parser::either);
        self.in_condition = before;
        let condition = condition?;
        self.check_condition(&condition, from)?;
        Ok(condition)
    }

    fn check_condition(&self, condition: &Expression, from: usize) -> Result<(), FormulaError> {
        match condition {
            Compare(..) => Ok(()),
            _ => Err(self.error(from..self.at, "A condition is a comparison, such as x < 0.")),
        }
    }

    fn either(&mut self) -> Parsed {
        self.joined(Special::Or, &OR, |parser| {
            parser.joined(Special::And, &AND, Parser::comparison)
        })
    }

    /// Conditions joined by a word or its sign; what is not joined may be a value.
    fn joined(
        &mut self,
        word: Special,
        relation: &'static Relation,
        part: fn(&mut Parser) -> Parsed,
    ) -> Parsed {
        self.peek();
        let from = self.at;
        let mut all = part(self)?;
        while self.take_word(word) || self.take_sign(relation.also) {
            self.check_condition(&all, from)?;
            let next = part(self)?;
            self.check_condition(&next, from)?;
            all = compare(relation, all, next);
        }
        Ok(all)
    }

    /// A sum, or a chain of comparisons of sums, as in −1 < x < 1.
    fn comparison(&mut self) -> Parsed {
        if self.take_word(Special::Not) {
            let denied = self.inside(Parser::comparison)?;
            return Ok(compare(&EQUAL, denied, zero()));
        }
        let mut left = self.sum()?;
        let mut chain = None;
        while let Some(relation) = self.relation()? {
            let before = std::mem::replace(&mut self.is_compared, true);
            let right = self.sum();
            self.is_compared = before;
            let right = right?;
            let link = compare(relation, left, right.clone());
            chain = Some(match chain {
                None => link,
                Some(before) => compare(&AND, before, link),
            });
            left = right;
        }
        Ok(chain.unwrap_or(left))
    }

    /// The sign of a comparison, if one is next.
    fn relation(&mut self) -> Result<Option<&'static Relation>, FormulaError> {
        let from = self.at;
        let known = |parser: &mut Parser, it: &&'static Relation| {
            parser.take_sign(&[it.sign]) || parser.take_sign(it.also)
        };
        let found = COMPARISONS.iter().copied().find(|it| known(self, it));
        let equation = found == Some(&EQUAL)
            && self.chars[from..self.at].iter().filter(|it| **it == '=').count() == 1;
        if equation && !self.in_condition && !self.chars[self.at..].contains(&'?') {
            self.at = from;
            return Ok(None);
        }
        Ok(found)
    }

    /// Contents of braces: pieces with their conditions, as in `x < 0: x^2`, `x^2 if x < 0` or
    /// `x^2, x < 0`, or a value, or a condition alone, which is 1 where it holds and has no value
    /// elsewhere.
    pub(super) fn braces(&mut self) -> Parsed {
        let from = self.at;
        self.at += 1;
        if self.take(&['}']) {
            return Err(self.error(from..self.at, "There is nothing between these brackets."));
        }
        let bars = std::mem::take(&mut self.bars);
        let outside = std::mem::replace(&mut self.in_condition, true);
        let (mut pieces, mut rest) = (Vec::new(), Undefined);
        loop {
            if self.take_word(Special::Else) {
                self.take(&[':']);
                rest = self.value()?;
                break;
            }
            self.peek();
            let begin = self.at;
            let first = self.value()?;
            match first {
                condition if self.take(&[':']) => {
                    self.check_condition(&condition, begin)?;
                    pieces.push((condition, self.value()?));
                }
                Choose(condition, value, no) if *no == Undefined => {
                    pieces.push((*condition, *value));
                }
                value if !matches!(value, Compare(..)) && self.take_before_condition() => {
                    pieces.push((self.condition()?, value));
                }
                value => {
                    self.take_word(Special::Else);
                    rest = value;
                    break;
                }
            }
            if !self.take(&[',', ';']) || self.peek() == Some('}') {
                break;
            }
        }
        self.bars = bars;
        self.in_condition = outside;
        self.close('}', from)?;
        if pieces.is_empty() {
            return Ok(match rest {
                condition @ Compare(..) => choice(condition, one(), Undefined),
                value => value,
            });
        }
        let choose = |rest, (condition, value)| choice(condition, value, rest);
        Ok(pieces.into_iter().rev().fold(rest, choose))
    }

    /// Whether a comma was next, with a comparison somewhere after it.
    fn take_before_condition(&mut self) -> bool {
        self.chars[self.at..].iter().any(|it| "<>≤≥=≠".contains(*it)) && self.take(&[',', ';'])
    }

    /// `if(condition, value, value)`, after the word.
    pub(super) fn if_call(&mut self, from: usize) -> Parsed {
        let before = std::mem::replace(&mut self.in_condition, true);
        let arguments = self.in_brackets(from, "if", "if(x < 0, x^2, x + 2)");
        self.in_condition = before;
        let mut arguments = arguments?.into_iter();
        match (arguments.next(), arguments.next(), arguments.next(), arguments.next()) {
            (Some(condition), Some(yes), no, None) => {
                self.check_condition(&condition, from)?;
                Ok(choice(condition, yes, no.unwrap_or(Undefined)))
            }
            _ => Err(self.error(from..self.at, "Write if(x < 0, x^2, x + 2).")),
        }
    }

    /// Whether || joins the comparison that is read to another one.
    pub(super) fn at_or(&self) -> bool {
        self.is_compared && self.chars.get(self.at..self.at + 2) == Some(&['|', '|'])
    }

    /// Whether a word is next, which is no factor.
    pub(super) fn at_word(&self) -> bool {
        use Special::{And, Else, If, Or, Remainder};
        let rest = self.chars.get(self.at..).unwrap_or_default();
        match self.letters.longest(rest) {
            // Before a bracket it is a function's name.
            Some((length, Name::Special(If | Remainder))) => rest.get(length) != Some(&'('),
            Some((_, Name::Special(And | Or | Else))) => true,
            _ => false,
        }
    }

    pub(super) fn take_word(&mut self, word: Special) -> bool {
        self.peek();
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let found = self
            .letters
            .longest(rest)
            .filter(|(_, name)| matches!(name, Name::Special(it) if *it == word));
        self.at += found.map_or(0, |(length, _)| length);
        found.is_some()
    }

    fn take_sign(&mut self, signs: &[&str]) -> bool {
        self.peek();
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let begins = |sign: &&&str| {
            let mut rest = rest.iter();
            sign.chars().all(|it| rest.next() == Some(&it))
        };
        let found = signs.iter().find(begins);
        self.at += found.map_or(0, |sign| sign.chars().count());
        found.is_some()
    }
}
