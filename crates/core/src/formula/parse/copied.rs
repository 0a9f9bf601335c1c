//! Copied text: LaTeX, as Desmos and textbooks have it, and characters of typeset formulas,
//! rewritten as a formula is typed. Each character keeps its place in the source text.

use crate::error::FormulaError;
use crate::message::{Message, said};

/// Rewritten characters, each with its index in the source text.
#[derive(Default)]
pub struct Plain {
    pub chars: Vec<char>,
    pub origins: Vec<usize>,
}

impl Plain {
    /// Index in the source text of a character, or of the end after the last one.
    pub fn origin(&self, at: usize) -> usize {
        match self.origins.get(at) {
            Some(origin) => *origin,
            None => self.origins.last().map_or(0, |last| last + 1),
        }
    }

    pub fn push(&mut self, char: char, origin: usize) {
        self.chars.push(char);
        self.origins.push(origin);
    }

    fn push_all(&mut self, text: &str, origin: usize) {
        text.chars().for_each(|char| self.push(char, origin));
    }

    fn append(&mut self, other: Plain) {
        self.chars.extend(other.chars);
        self.origins.extend(other.origins);
    }
}

/// Rewrites a text. Fails at a LaTeX command that is not known.
pub fn plain(text: &[char]) -> Result<Plain, FormulaError> {
    let mut visible = text.iter().filter(|it| !it.is_whitespace());
    let is_framed = visible.next() == Some(&'$') && visible.next_back() == Some(&'$');
    let latex = is_framed || text.contains(&'\\');
    let mut reader = Reader { text, at: 0, latex, depth: 0, plain: Plain::default() };
    reader.read(text.len())?;
    Ok(reader.plain)
}

/// Raised characters other than digits, and what they are on the line.
const RAISED: [(char, char); 10] = [
    ('ˣ', 'x'),
    ('ʸ', 'y'),
    ('ᵗ', 't'),
    ('ᵉ', 'e'),
    ('⁺', '+'),
    ('⁻', '-'),
    ('⁽', '('),
    ('⁾', ')'),
    ('ᐟ', '/'),
    ('ⁿ', 'n'),
];

/// A raised character on the line.
pub fn lowered(char: char) -> Option<char> {
    let digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9');
    digit.chain(RAISED).find(|(raised, _)| *raised == char).map(|(_, on_line)| on_line)
}

/// A character of a mathematical alphabet, such as an italic 𝑥, as it is typed.
fn upright(char: char) -> char {
    let from = |first: char, count: u32, at: u32| {
        char::from_u32(u32::from(first) + at % count).unwrap_or(char)
    };
    match u32::from(char) {
        code @ 0x1d400..=0x1d6a3 => match (code - 0x1d400) % 52 {
            at @ 0..26 => from('A', 26, at),
            at => from('a', 26, at - 26),
        },
        code @ 0x1d7ce..=0x1d7ff => from('0', 10, code - 0x1d7ce),
        0x210e => 'h',
        0x212f | 0x2147 => 'e',
        0x03d1 => 'θ',
        0x03d5 => 'φ',
        0x03f5 => 'ε',
        _ => char,
    }
}

/// Commands that stand for a character or a word; the other commands are read one by one.
const COMMANDS: &[(&str, &str)] = &[
    ("cdot", "·"),
    ("times", "×"),
    ("ast", "*"),
    ("div", "÷"),
    ("pi", "π"),
    ("le", "≤"),
    ("leq", "≤"),
    ("leqslant", "≤"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("geqslant", "≥"),
    ("lt", "<"),
    ("gt", ">"),
    ("ne", "≠"),
    ("neq", "≠"),
    ("land", " and "),
    ("wedge", " and "),
    ("lor", " or "),
    ("vee", " or "),
    ("bmod", " mod "),
    ("mod", " mod "),
    ("infty", "∞"),
    ("lfloor", "⌊"),
    ("rfloor", "⌋"),
    ("lceil", "⌈"),
    ("rceil", "⌉"),
    ("lvert", "abs("),
    ("rvert", ")"),
    ("vert", "|"),
    ("mid", "|"),
    ("|", "|"),
    ("lbrace", "{"),
    ("rbrace", "}"),
    ("{", "{"),
    ("}", "}"),
    ("lbrack", "["),
    ("rbrack", "]"),
    ("to", "→"),
    ("mapsto", "↦"),
    ("rightarrow", "→"),
    ("varphi", "φ"),
    ("vartheta", "θ"),
    ("varepsilon", "ε"),
    ("quad", " "),
    ("qquad", " "),
    (",", " "),
    (";", " "),
    (":", " "),
    (">", " "),
    ("!", ""),
    (" ", " "),
    ("(", " "),
    (")", " "),
    ("[", " "),
    ("]", " "),
    ("displaystyle", " "),
    ("textstyle", " "),
    ("limits", ""),
    ("nolimits", ""),
    ("big", ""),
    ("Big", ""),
    ("bigl", ""),
    ("bigr", ""),
    ("Bigl", ""),
    ("Bigr", ""),
];

/// Largest nesting depth of commands with arguments.
const DEEPEST: usize = 50;

struct Reader<'a> {
    text: &'a [char],
    at: usize,
    /// Whether the text has LaTeX commands, or stands between dollar signs.
    latex: bool,
    depth: usize,
    plain: Plain,
}

type Read<T = ()> = Result<T, FormulaError>;

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn error(&self, from: usize, message: impl Into<Message>) -> FormulaError {
        FormulaError {
            message: message.into(),
            at: from..self.at.max(from + 1).min(self.text.len()),
        }
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Rewrites up to a place.
    fn read(&mut self, until: usize) -> Read {
        while self.at < until {
            self.one()?;
        }
        Ok(())
    }

    fn one(&mut self) -> Read {
        let from = self.at;
        let Some(next) = self.peek() else { return Ok(()) };
        self.at += 1;
        match next {
            '\\' => self.command(from)?,
            '$' | '&' if self.latex => self.plain.push(' ', from),
            // A word processor's dashes.
            '‒' | '—' | '―' => self.plain.push('-', from),
            '~' if self.latex => self.plain.push(' ', from),
            // An empty group separates what stands beside it.
            '{' if self.latex && self.peek() == Some('}') => {
                self.at += 1;
                self.plain.push(' ', from);
            }
            // Signs of MathML that are not seen: function application, invisible times, and
            // marks without width.
            '\u{2061}'..='\u{2064}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
            next if lowered(next).is_some() => self.raised(from),
            next => self.plain.push(upright(next), from),
        }
        Ok(())
    }

    /// Raised characters: digits stay, anything else becomes an exponent in brackets.
    fn raised(&mut self, from: usize) {
        let run = self.text[from..].iter().take_while(|it| lowered(**it).is_some()).count();
        self.at = from + run;
        let all = &self.text[from..self.at];
        let digits = all.strip_prefix(&['⁻']).unwrap_or(all);
        if digits.iter().all(|it| lowered(*it).is_some_and(|it| it.is_ascii_digit())) {
            all.iter().enumerate().for_each(|(index, it)| self.plain.push(*it, from + index));
            return;
        }
        self.plain.push_all("^(", from);
        let on_line = all.iter().map(|it| lowered(*it).unwrap_or(*it));
        on_line.enumerate().for_each(|(index, it)| self.plain.push(it, from + index));
        self.plain.push(')', self.at - 1);
    }

    fn command(&mut self, from: usize) -> Read {
        let letters = self.text[self.at..].iter().take_while(|it| it.is_ascii_alphabetic()).count();
        self.at += letters.max(usize::from(self.peek().is_some()));
        let name: String = self.text[from + 1..self.at].iter().collect();
        if let Some((_, text)) = COMMANDS.iter().find(|(known, _)| *known == name) {
            self.plain.push_all(text, from);
            return Ok(());
        }
        match name.as_str() {
            "left" | "right" => self.delimiter(name == "left", from),
            "frac" | "dfrac" | "tfrac" | "cfrac" => {
                self.plain.push_all("((", from);
                self.argument(from)?;
                self.plain.push_all(")/(", from);
                self.argument(from)?;
                self.plain.push_all("))", self.at - 1);
            }
            "sqrt" => self.root(from)?,
            "operatorname" | "mathrm" | "mathit" | "mathbf" | "text" | "textrm" | "mbox" | "rm" => {
                if self.peek() == Some('*') {
                    self.at += 1;
                }
                self.plain.push(' ', from);
                self.argument(from)?;
                self.plain.push(' ', self.at - 1);
            }
            "begin" => self.environment(from)?,
            name if super::names::is_name(name) => {
                self.plain.push(' ', from);
                let places = from + 1..self.at;
                places.for_each(|at| self.plain.push(self.text[at], at));
                self.plain.push(' ', self.at - 1);
            }
            name => {
                let message = said!("The LaTeX command \\{name} is not known here.", name);
                return Err(self.error(from, message));
            }
        }
        Ok(())
    }

    /// The bracket after `\left` or `\right`. Bars that say which side they are on are written
    /// as abs( ).
    fn delimiter(&mut self, left: bool, from: usize) {
        self.skip_space();
        let bar = match self.text.get(self.at..) {
            Some(['|', ..]) => 1,
            Some(['\\', '|', ..]) => 2,
            Some(['\\', 'v', 'e', 'r', 't', ..]) => 5,
            // An invisible one.
            Some(['.', ..]) => {
                self.at += 1;
                return;
            }
            _ => return,
        };
        self.at += bar;
        self.plain.push_all(if left { "abs(" } else { ")" }, from);
    }

    /// One argument of a command: a group in braces, a command, or a single character.
    fn argument(&mut self, from: usize) -> Read {
        if self.depth == DEEPEST {
            let message = said!(
                "This is nested too deeply: up to {levels} levels are read.",
                levels = DEEPEST
            );
            return Err(self.error(from, message));
        }
        self.skip_space();
        self.depth += 1;
        match self.peek() {
            Some('{') => {
                let end = self.closing(self.at, '{', '}')?;
                self.at += 1;
                self.read(end)?;
                self.at = end + 1;
            }
            Some(_) => self.one()?,
            None => return Err(self.error(from, "After this command something is missing.")),
        }
        self.depth -= 1;
        Ok(())
    }

    fn root(&mut self, from: usize) -> Read {
        self.skip_space();
        if self.peek() != Some('[') {
            self.plain.push_all("√(", from);
            self.argument(from)?;
            self.plain.push(')', self.at - 1);
            return Ok(());
        }
        let index = (self.at + 1, self.closing(self.at, '[', ']')?);
        self.at = index.1 + 1;
        self.plain.push_all("root(", from);
        self.argument(from)?;
        let after = self.at;
        self.plain.push(',', from);
        self.at = index.0;
        self.read(index.1)?;
        self.at = after;
        self.plain.push(')', after - 1);
        Ok(())
    }

    /// Index of the bracket that closes one.
    fn closing(&self, from: usize, open: char, close: char) -> Read<usize> {
        let mut depth = 0;
        let mut at = from;
        while let Some(next) = self.text.get(at) {
            match *next {
                // An escaped bracket belongs to the formula.
                '\\' => at += 1,
                next if next == open => depth += 1,
                next if next == close => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(at);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        let message =
            said!("This bracket is not closed: a “{closing}” is missing.", closing = close);
        Err(FormulaError { message, at: from..from + 1 })
    }

    /// `\begin{cases} value & condition \\ … \end{cases}`, as `{condition: value, …}`.
    fn environment(&mut self, from: usize) -> Read {
        let word = |text: &[char]| text.iter().collect::<String>();
        let end = self.closing(self.at, '{', '}')?;
        let name = word(&self.text[self.at + 1..end]);
        if !["cases", "dcases", "array"].contains(&name.as_str()) {
            self.at = end + 1;
            return Err(self.error(from, said!("\\begin{{name}} is not read here.", name)));
        }
        let mut rest = end + 1;
        if name == "array" && self.text.get(rest) == Some(&'{') {
            rest = self.closing(rest, '{', '}')? + 1;
        }
        let finish: Vec<char> = format!("\\end{{{name}}}").chars().collect();
        let Some(length) = self.text[rest..].windows(finish.len()).position(|it| it == finish)
        else {
            return Err(self.error(from, said!("A \\end{{name}} is missing.", name)));
        };
        self.plain.push('{', from);
        let (mut row, until) = (rest, rest + length);
        let mut first = true;
        while row < until {
            let next = self.split(row, until, &['\\', '\\']).unwrap_or(until);
            if self.text[row..next].iter().any(|it| !it.is_whitespace()) {
                if !std::mem::take(&mut first) {
                    self.plain.push(',', row);
                }
                self.row(row, next)?;
            }
            row = next + 2;
        }
        self.at = until + finish.len();
        self.plain.push('}', self.at - 1);
        Ok(())
    }

    /// Place of a sign outside of groups.
    fn split(&self, from: usize, until: usize, sign: &[char]) -> Option<usize> {
        let mut depth = 0;
        (from..until).find(|at| {
            match self.text[*at] {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0 && self.text[*at..until].starts_with(sign)
        })
    }

    /// A row of cases: a value and its condition.
    fn row(&mut self, from: usize, until: usize) -> Read {
        let text: Vec<char> = "\\text".chars().collect();
        let cut = self
            .split(from, until, &['&'])
            .or_else(|| self.split(from, until, &text))
            .or_else(|| self.split(from, until, &[',']))
            .unwrap_or(until);
        let mut part = |from: usize, until: usize| -> Read<Plain> {
            let before = std::mem::take(&mut self.plain);
            self.at = from;
            let read = self.read(until);
            let part = std::mem::replace(&mut self.plain, before);
            read.map(|()| part)
        };
        let (mut value, condition) = (part(from, cut)?, part(cut, until)?);
        while value.chars.last().is_some_and(|it| it.is_whitespace() || *it == ',') {
            value.chars.pop();
            value.origins.pop();
        }
        let condition = without_words(condition);
        if !condition.chars.is_empty() {
            self.plain.append(condition);
            self.plain.push(':', cut);
        }
        self.plain.append(value);
        Ok(())
    }
}

/// A condition without the words before it; empty for "otherwise".
fn without_words(condition: Plain) -> Plain {
    const WORDS: [&str; 9] =
        ["if", "for", "when", "where", "otherwise", "else", "elsewhere", "wenn", "sonst"];
    let is_sign = |it: &char| it.is_whitespace() || [',', ';', ':', '.'].contains(it);
    let mut from = 0;
    loop {
        from += condition.chars[from..].iter().take_while(|it| is_sign(it)).count();
        let word: String =
            condition.chars[from..].iter().take_while(|it| it.is_alphabetic()).collect();
        if !WORDS.contains(&word.to_lowercase().as_str()) {
            break;
        }
        from += word.chars().count();
    }
    let rest = condition.chars[from..].iter().rposition(|it| !is_sign(it)).map_or(0, |at| at + 1);
    Plain {
        chars: condition.chars[from..from + rest].to_vec(),
        origins: condition.origins[from..from + rest].to_vec(),
    }
}
