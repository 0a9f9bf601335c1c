//! Names in a formula: variables, constants, functions and words.

use crate::error::FormulaError;
use crate::formula::call::CALLS;
use crate::formula::expression::Callable;
use crate::message::said;
use std::ops::Range;

/// Meaning of a name.
#[derive(Clone, Copy)]
pub enum Name {
    /// Variable, by index, with the naming that it belongs to.
    Variable(usize, Style),
    /// π, or else e.
    Constant(bool),
    /// A function of one argument.
    Call(&'static Callable),
    /// A function of several arguments, or a word that is none.
    Special(Special),
}

/// Functions of several arguments, and words.
#[derive(Clone, Copy, PartialEq)]
pub enum Special {
    Larger,
    Smaller,
    Power,
    Root,
    Remainder,
    If,
    Not,
    And,
    Or,
    Else,
}

/// Naming of the variables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Style {
    /// x and y.
    Letters,
    /// x₁ and x₂.
    Indices,
}

/// Letters of the variables.
#[derive(Clone, Debug, PartialEq)]
pub enum Letters {
    /// x and y, or x with an index.
    Usual,
    /// Other letters: one, alone or with an index, or two.
    Other(Vec<char>),
}

/// Letters that have a word; longer words first where one begins with another.
const WORDS: &[(&str, char)] = &[
    ("alpha", 'α'),
    ("beta", 'β'),
    ("gamma", 'γ'),
    ("delta", 'δ'),
    ("epsilon", 'ε'),
    ("theta", 'θ'),
    ("lambda", 'λ'),
    ("mu", 'μ'),
    ("rho", 'ρ'),
    ("sigma", 'σ'),
    ("tau", 'τ'),
    ("phi", 'φ'),
    ("omega", 'ω'),
];

/// All names but the variables', with their meanings.
fn names() -> impl Iterator<Item = (&'static str, Name)> {
    let others = [
        ("pi", Name::Constant(true)),
        ("π", Name::Constant(true)),
        ("e", Name::Constant(false)),
        ("max", Name::Special(Special::Larger)),
        ("min", Name::Special(Special::Smaller)),
        ("maximum", Name::Special(Special::Larger)),
        ("minimum", Name::Special(Special::Smaller)),
        ("pow", Name::Special(Special::Power)),
        ("power", Name::Special(Special::Power)),
        ("root", Name::Special(Special::Root)),
        ("nroot", Name::Special(Special::Root)),
        ("nthroot", Name::Special(Special::Root)),
        ("mod", Name::Special(Special::Remainder)),
        ("if", Name::Special(Special::If)),
        ("for", Name::Special(Special::If)),
        ("when", Name::Special(Special::If)),
        ("where", Name::Special(Special::If)),
        ("not", Name::Special(Special::Not)),
        ("and", Name::Special(Special::And)),
        ("or", Name::Special(Special::Or)),
        ("else", Name::Special(Special::Else)),
        ("otherwise", Name::Special(Special::Else)),
    ];
    let calls = CALLS.iter().flat_map(|call| {
        std::iter::once(&call.id).chain(call.also).map(|name| (*name, Name::Call(call)))
    });
    others.into_iter().chain(calls)
}

/// Whether a word is a name, or a letter's word.
pub fn is_name(word: &str) -> bool {
    names().any(|(name, _)| name == word) || WORDS.iter().any(|(name, _)| *name == word)
}

/// Number of characters of a name at the beginning of a text, upper case or lower.
fn matched(text: &[char], name: &str) -> Option<usize> {
    let mut text = text.iter();
    let same = |it: char| text.next().is_some_and(|have| have.to_ascii_lowercase() == it);
    name.chars().all(same).then(|| name.chars().count())
}

/// A letter, or its word, at the beginning of a text, and its number of characters.
pub fn letter(text: &[char]) -> Option<(usize, char)> {
    let word = WORDS.iter().find_map(|(word, letter)| Some((matched(text, word)?, *letter)));
    word.or_else(|| text.first().filter(|it| it.is_alphabetic()).map(|it| (1, lower(*it))))
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Whether a letter may be a variable. Letters of other scripts look like Latin ones.
fn is_variable(letter: char) -> bool {
    (letter.is_ascii_lowercase() && !['e', 'i'].contains(&letter))
        || (('α'..='ω').contains(&letter) && letter != 'π')
}

impl Letters {
    /// Letters of the variables of a formula: those that its heading declares, or the usual ones,
    /// or, if there are none of these, the only other one.
    pub fn of(chars: &[char], declared: &[char]) -> Letters {
        match declared {
            [] => {}
            ['x'] | ['x', 'y'] => return Letters::Usual,
            letters => return Letters::Other(letters.to_vec()),
        }
        let mut other = None;
        let mut at = 0;
        while at < chars.len() {
            if !chars[at].is_alphabetic() {
                at += 1;
                continue;
            }
            // The longest wins: "beta" before "b", "exp" before "e".
            let (length, found) = match (Letters::Usual.longest(&chars[at..]), letter(&chars[at..]))
            {
                (Some((length, name)), word) if word.is_none_or(|word| word.0 <= length) => {
                    if matches!(name, Name::Variable(..)) {
                        return Letters::Usual;
                    }
                    (length, None)
                }
                (_, Some((length, letter))) => (length, Some(letter)),
                (_, None) => (1, None),
            };
            at += length;
            if let Some(found) = found {
                if other.is_some_and(|other| other != found) || !is_variable(found) {
                    return Letters::Usual;
                }
                other = Some(found);
            }
        }
        other.map_or(Letters::Usual, |letter| Letters::Other(vec![letter]))
    }

    /// Names of the variables.
    pub fn names(&self, style: Option<Style>) -> [String; 2] {
        let letters = match self {
            Letters::Usual => &['x', 'y'][..],
            Letters::Other(letters) => letters,
        };
        let first = letters[0];
        match style {
            Some(Style::Indices) => [format!("{first}₁"), format!("{first}₂")],
            _ => [first.to_string(), letters.get(1).unwrap_or(&'y').to_string()],
        }
    }

    /// The longest name that a text begins with, and its number of characters. An index after
    /// `_` is not a part of it.
    pub fn longest(&self, text: &[char]) -> Option<(usize, Name)> {
        let variable = match self {
            Letters::Usual => {
                let known = [
                    ("x", 0, Style::Letters),
                    ("y", 1, Style::Letters),
                    ("x1", 0, Style::Indices),
                    ("x2", 1, Style::Indices),
                    ("x₁", 0, Style::Indices),
                    ("x₂", 1, Style::Indices),
                ];
                let found = known.into_iter().filter_map(|(name, index, style)| {
                    Some((matched(text, name)?, Name::Variable(index, style)))
                });
                found.max_by_key(|(length, _)| *length)
            }
            Letters::Other(letters) => letter(text).and_then(|(length, found)| {
                let index = letters.iter().position(|it| *it == found)?;
                match text.get(length) {
                    Some('₁') => Some((length + 1, Name::Variable(0, Style::Indices))),
                    Some('₂') => Some((length + 1, Name::Variable(1, Style::Indices))),
                    _ => Some((length, Name::Variable(index, Style::Letters))),
                }
            }),
        };
        let names = names().filter_map(|(name, meaning)| Some((matched(text, name)?, meaning)));
        names.chain(variable).max_by_key(|(length, _)| *length)
    }

    /// `Some` if letters split into names, each the longest possible.
    pub fn split(&self, mut letters: &[char]) -> Option<()> {
        while !letters.is_empty() {
            let (length, _) = self.longest(letters)?;
            letters = &letters[length.min(letters.len())..];
        }
        Some(())
    }
}

/// Error about a name that is not known, at these characters.
pub fn unknown(chars: &[char], at: Range<usize>, letters: &Letters) -> FormulaError {
    let name = &chars[at.clone()];
    let known = |it: &char| it.is_ascii_alphabetic() || ('α'..='ω').contains(it);
    if let Some(foreign) = name.iter().position(|it| !known(it)) {
        let place = at.start + foreign;
        let letter = name[foreign];
        let message = match letter {
            '！'..='～' => {
                let plain = char::from_u32(letter as u32 - 0xfee0).unwrap_or(' ');
                said!("“{letter}” is a full-width letter: type “{plain}”.", letter, plain)
            }
            _ => {
                said!(
                    "“{letter}” is a letter of another script: the variables are x and y.",
                    letter
                )
            }
        };
        return FormulaError { message, at: place..place + 1 };
    }
    let written: String = name.iter().take(20).collect();
    let message = match (nearest_name(&written), written.as_str()) {
        (_, "x" | "y") => {
            let [first, second] = letters.names(None);
            match letters {
                Letters::Other(letters) if letters.len() > 1 => {
                    said!(
                        "“{written}” is not known here: the variables are {first} and {second}.",
                        written,
                        first,
                        second
                    )
                }
                _ => {
                    said!("“{written}” is not known here: the variable is {first}.", written, first)
                }
            }
        }
        (_, "σ" | "sigma") => "The logistic function is written sigmoid(x).".into(),
        (Some(near), _) => said!("“{written}” is not known here. Is it {near}?", written, near),
        (None, "piecewise" | "cases") => {
            "A function in pieces is written as in {x < 0: x^2, x + 2}.".into()
        }
        (None, "i") => "There are no imaginary numbers here: i is not known.".into(),
        (None, _) => said!(
            "“{written}” is not known here. The variables are x and y, or another letter alone; there are pi, e and functions such as sin, exp, ln, sqrt.",
            written
        ),
    };
    FormulaError { message, at }
}

/// A known name that differs by one letter, or by a swap of two.
fn nearest_name(written: &str) -> Option<&'static str> {
    let written: Vec<char> = written.to_ascii_lowercase().chars().collect();
    let long = |name: &&str| name.chars().count() > 2 && written.len() > 2;
    names().map(|(name, _)| name).filter(long).find(|name| {
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
