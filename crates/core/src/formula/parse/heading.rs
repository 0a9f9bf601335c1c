//! Heading of a formula: `f(x) =`, `y =`, `z =`, `x ↦` or `lambda x:` in front of what the function
//! is.

use super::names::letter;
use crate::error::FormulaError;

/// Heading in front of a formula.
#[derive(Debug, Default, PartialEq)]
pub struct Heading {
    /// Letters of the variables, if it names them.
    pub variables: Vec<char>,
    /// Index of the first character after it.
    pub end: usize,
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        self.skip_space();
        let sign: Vec<char> = sign.chars().collect();
        let found = self.chars[self.at..].starts_with(&sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    fn skip_space(&mut self) {
        while self.chars.get(self.at).is_some_and(|it| it.is_whitespace()) {
            self.at += 1;
        }
    }

    fn letter(&mut self) -> Option<char> {
        self.skip_space();
        let (length, letter) = letter(&self.chars[self.at..])?;
        self.at += length;
        Some(letter)
    }

    fn index(&mut self) {
        if self.take("_") && self.chars.get(self.at) == Some(&'{') {
            self.take("{");
        }
        let is_digit = |it: &char| it.is_ascii_digit() || ('₀'..='₉').contains(it);
        while self.chars.get(self.at).is_some_and(is_digit) {
            self.at += 1;
        }
        self.take("}");
    }

    /// Letters separated by commas, and the sign after them.
    fn variables(&mut self, end: &str) -> Option<Vec<char>> {
        let mut variables = Vec::new();
        loop {
            let letter = self.letter()?;
            self.index();
            if !variables.contains(&letter) {
                variables.push(letter);
            }
            if !self.take(",") && !self.take(";") {
                return self.take(end).then_some(variables);
            }
        }
    }

    fn equals(&mut self) -> bool {
        let found = self.take(":=") || self.take("=");
        found && !matches!(self.chars.get(self.at), Some('=' | '>' | '<'))
    }

    fn maps_to(&mut self) -> bool {
        ["↦", "→", "->", "=>"].into_iter().any(|sign| self.take(sign))
    }

    /// Variables of a mapping: "x ↦", "(x, y) =>" or, in a program, "lambda x, y:".
    fn mapping(&mut self) -> Option<Vec<char>> {
        let begin = self.at;
        let variables = if self.take("lambda") && self.chars.get(self.at) == Some(&' ') {
            return self.variables(":");
        } else {
            self.at = begin;
            match self.take("(") {
                true => self.variables(")")?,
                false => vec![self.letter()?],
            }
        };
        self.maps_to().then_some(variables)
    }

    /// Name of the function, with its variables if it has any.
    fn name(&mut self) -> Option<Vec<char>> {
        self.letter()?;
        self.index();
        if self.take("(") { self.variables(")") } else { Some(Vec::new()) }
    }

    fn read(&mut self) -> Option<Heading> {
        let begin = self.at;
        // Before a mapping there may be "f:" or "f =".
        for named in [true, false] {
            self.at = begin;
            if named && !(self.letter().is_some() && (self.take(":") || self.equals())) {
                continue;
            }
            if let Some(variables) = self.mapping() {
                return Some(Heading { variables, end: self.at });
            }
        }
        self.at = begin;
        if self.equals() {
            return Some(Heading { variables: Vec::new(), end: self.at });
        }
        self.at = begin;
        let variables = self.name()?;
        self.equals().then_some(Heading { variables, end: self.at })
    }
}

/// Reads the heading; `None` without one. Fails if it is an equation, or names too many
/// variables.
pub fn read(chars: &[char]) -> Result<Option<Heading>, FormulaError> {
    let Some(heading) = (Reader { chars, at: 0 }).read() else { return Ok(None) };
    let error = |message: &str| Err(FormulaError { message: message.into(), at: 0..heading.end });
    if heading.variables.len() > 2 {
        return error("A function here has one or two variables, such as f(x, y) = x^2 + y^2.");
    }
    let mut reader = Reader { chars, at: 0 };
    let name = reader.letter();
    let named = heading.variables.is_empty() && name.is_some();
    // x = 0 ? 1 : 2 begins with a condition.
    if named && chars[heading.end..].contains(&'?') {
        return Ok(None);
    }
    if named && name == Some('x') {
        return error("Here x is the variable: type only what the function is, such as x^2.");
    }
    if named && name == Some('y') && chars[heading.end..].iter().any(|it| ['y', 'Y'].contains(it)) {
        return error("With y on both sides this is an equation: type only what the function is.");
    }
    Ok(Some(heading))
}
