//! Parser: from typed text to an expression tree, or to an error that says what to change.
//!
//! Precedence climbing (`grammar`, with `numbers`, `piecewise` and `function`): a sum is made of products, a
//! product of powers. Juxtaposition multiplies, with the precedence of `*` and from left to right.
//! `-x^2` is −(x²), and `2^3^2` is 2⁹. Before it, `copied` rewrites LaTeX, `modules`
//! program text, `heading` reads `f(x) =`, and `names` finds the letters of the variables.

mod copied;
mod function;
mod grammar;
mod heading;
mod modules;
mod names;
mod numbers;
mod parts;
mod piecewise;

use super::expression::Expression;
use crate::error::FormulaError;
use crate::message::said;
use grammar::Parser;
use names::Letters;

/// Largest number of characters of a formula.
pub const LONGEST: usize = 500;

/// A parsed formula, not simplified, so that it is undefined wherever a part of it is.
pub struct Typed {
    /// Expression tree.
    pub expression: Expression,
    /// Names of the variables.
    pub names: [String; 2],
}

/// Parses a formula. Fails with the position of the first syntax error.
pub fn parse(text: &str) -> Result<Typed, FormulaError> {
    let chars: Vec<char> = text.chars().take(LONGEST + 1).collect();
    if chars.len() > LONGEST {
        let message = said!(
            "A formula has up to {most} characters; this one has {count}.",
            most = LONGEST,
            count = text.chars().count()
        );
        return Err(FormulaError { message, at: LONGEST..LONGEST + 1 });
    }
    let plain = modules::without(copied::plain(&chars)?);
    parse_plain(&plain.chars).map_err(|FormulaError { message, at }| {
        let from = plain.origin(at.start);
        let to = if at.is_empty() { from } else { plain.origin(at.end - 1) + 1 };
        FormulaError { message, at: from..to.max(from) }
    })
}

fn parse_plain(chars: &[char]) -> Result<Typed, FormulaError> {
    let heading = heading::read(chars)?;
    let at = heading.as_ref().map_or(0, |heading| heading.end);
    let declared = heading.as_ref().map_or(&[][..], |heading| &heading.variables);
    let letters = Letters::of(&chars[at..], declared);
    let mut parser = Parser::new(chars.to_vec(), at, letters);
    if parser.peek().is_none() {
        return Err(parser.error(at..at, "Type a formula, such as x^2 + sin(3x)."));
    }
    let expression = parser.value()?;
    match parser.peek() {
        None => Ok(Typed { expression, names: parser.letters.names(parser.style) }),
        Some(_) => Err(parser.unexpected()),
    }
}
