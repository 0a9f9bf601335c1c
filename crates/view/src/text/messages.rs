//! Messages: all texts of the page and of the pictures, from the Fluent files in `texts/`.

use downhill_core::Run;
use downhill_core::data::features;
use downhill_core::network::Parameter;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Languages, by the names of their files in `texts/`.
pub const LANGUAGES: &[&str] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Formats the messages of one language: on the page a library of its scripts, elsewhere a crate.
pub trait Formatter: Send + Sync {
    /// Text of a message with values substituted; `None` if there is no such message. The value
    /// `n` is a plain whole number, by which a message chooses between singular and plural.
    fn format(&self, key: &str, values: &[(&str, &str)]) -> Option<String>;
}

/// One language: its formatter, and texts as it has given them. A frame asks for some hundred, most
/// of them those of the frame before.
pub struct Language {
    formatter: &'static dyn Formatter,
    /// Texts without values, by their keys.
    plain: Mutex<BTreeMap<String, Option<&'static str>>>,
    /// Texts with values, by keys and values.
    filled: Mutex<BTreeMap<String, String>>,
}

/// Number of texts with values that are kept: those of some frames.
const MOST_FILLED: usize = 500;

impl Language {
    /// Language that a formatter writes.
    pub const fn new(formatter: &'static dyn Formatter) -> Language {
        Language {
            formatter,
            plain: Mutex::new(BTreeMap::new()),
            filled: Mutex::new(BTreeMap::new()),
        }
    }

    /// Text of a message without values. It lasts as long as the program, as a language does.
    fn plain(&self, key: &str) -> Option<&'static str> {
        let mut plain = self.plain.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = plain.get(key) {
            return *known;
        }
        let text = self.formatter.format(key, &[]).map(|text| &*Box::leak(text.into_boxed_str()));
        plain.insert(key.to_string(), text);
        text
    }

    /// Text of a message with values.
    fn filled(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        let mut asked = key.to_string();
        for (name, value) in values {
            // Signs that stand in no name.
            asked.extend(["\n", name, "=", value]);
        }
        let mut filled = self.filled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = filled.get(&asked) {
            return Some(known.clone());
        }
        let text = self.formatter.format(key, values)?;
        if filled.len() >= MOST_FILLED {
            filled.clear();
        }
        filled.insert(asked, text.clone());
        Some(text)
    }
}

/// Handle on the texts of one language.
#[derive(Clone, Copy)]
pub struct Words(&'static Language);

impl PartialEq for Words {
    /// Whether both are texts of the same language.
    fn eq(&self, other: &Words) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "Words({})", self.get("language_name"))
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Words.
    pub text: String,
    /// Sign that the words stand for: a name of [`crate::canvas::theme::Theme::colours`]; empty
    /// for none.
    pub sign: String,
}

impl Piece {
    /// Words without a sign.
    pub fn plain(text: &str) -> Piece {
        Piece { text: text.to_string(), sign: String::new() }
    }
}

impl Words {
    /// Handle on a language.
    pub const fn of(language: &'static Language) -> Words {
        Words(language)
    }

    /// Text of a key. A key without a text is returned as it is, and a test finds it.
    pub fn get<'a>(&self, key: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.0.plain(key).unwrap_or(key)
    }

    /// Text of a key that not every language has.
    pub(crate) fn known(&self, key: &str) -> Option<&'static str> {
        self.0.plain(key)
    }

    /// The same with values substituted.
    pub(crate) fn known_filled(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        self.0.filled(key, values)
    }

    /// Text of a key with values substituted.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        match values {
            [] => self.get(key).to_string(),
            values => self.0.filled(key, values).unwrap_or_else(|| key.to_string()),
        }
    }

    /// Name of a setting in a sentence, where its control does not stand beside it.
    pub fn setting(&self, key: &str) -> String {
        let alone = self.known(&[key, "_alone"].concat());
        alone.or_else(|| self.known(key)).unwrap_or(key).replace('_', " ")
    }

    /// Text of a key with values substituted, cut into pieces at signs. Brackets in values stay.
    pub fn pieces(&self, key: &str, values: &[(&str, &str)]) -> Vec<Piece> {
        if values.is_empty() {
            return cut(self.get(key));
        }
        let hidden: Vec<_> = values.iter().map(|(name, value)| (*name, hide(value))).collect();
        let hidden: Vec<_> = hidden.iter().map(|(name, value)| (*name, &**value)).collect();
        let mut pieces = cut(&self.fill(key, &hidden));
        for piece in &mut pieces {
            piece.text = piece.text.replace(OPENING, "[").replace(CLOSING, "]");
        }
        pieces
    }

    /// Name of a unit: of an input or an output that of the data, of a hidden one its number,
    /// after its layer's if there are several.
    pub fn unit(&self, run: &Run, layer: usize, unit: usize) -> String {
        let split = run.split();
        let last = run.network().sizes().len() - 1;
        if layer == 0 {
            return self.column(run, &split.inputs[unit]).to_string();
        }
        if layer == last {
            return self.targets(run)[unit].to_string();
        }
        let number = (unit + 1).to_string();
        let key = if last > 2 { "hidden_unit_of_layer" } else { "hidden_unit" };
        self.fill(key, &[("layer", &layer.to_string()), ("number", &number)])
    }

    /// Name of a weight or a bias.
    pub fn parameter(&self, run: &Run, index: usize) -> String {
        let Parameter { layer, unit, input } = run.network().parameter(index);
        let to = self.unit(run, layer + 1, unit);
        match input {
            Some(input) => {
                self.fill("weight_name", &[("from", &self.unit(run, layer, input)), ("to", &to)])
            }
            None => self.fill("bias_name", &[("to", &to)]),
        }
    }

    /// Name of a weight or a bias in a choice, which tells whether it is frozen.
    pub fn weight(&self, run: &Run, index: usize) -> String {
        let name = self.parameter(run, index);
        match run.settings().frozen.contains(&index) {
            true => self.fill("weight_frozen", &[("name", &name)]),
            false => name,
        }
    }

    /// Name of an input's axis, with its unit, and with its variable in the features.
    pub fn input(&self, run: &Run, input: usize) -> String {
        let (split, asked) = (run.split(), run.experiment());
        let column = split.table.inputs[input].as_str();
        let name = self.column(run, column);
        let named = match asked.data.named().map_or("", |data| data.unit) {
            unit if unit.is_empty() || asked.target.is_some() => name.to_string(),
            unit => self.fill("axis_with_unit", &[("name", name), ("unit", unit)]),
        };
        match features::variables(&split.table)[input] {
            variable if split.features.is_empty() || variable == column => named,
            variable => self.fill("axis_of", &[("variable", variable), ("name", &named)]),
        }
    }

    /// Name of the axis of a weight or a bias.
    pub fn axis(&self, run: &Run, index: usize) -> String {
        let name = self.parameter(run, index);
        match run.network().parameter(index).input {
            Some(_) => self.fill("weight_axis", &[("name", &name)]),
            None => name,
        }
    }
}

/// Stand for the brackets of a value while a text is cut at its own: of Unicode's private use.
const OPENING: char = '\u{E000}';
const CLOSING: char = '\u{E001}';

/// A value whose brackets are no signs.
fn hide(value: &str) -> Cow<'_, str> {
    match value.contains(['[', ']']) {
        true => value
            .replace('[', OPENING.encode_utf8(&mut [0; 4]))
            .replace(']', CLOSING.encode_utf8(&mut [0; 4]))
            .into(),
        false => value.into(),
    }
}

/// Cuts a text into pieces at signs.
pub fn cut(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut add = |text: &str, sign: &str| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_string(), sign: sign.to_string() });
        }
    };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        add(before, "");
        let (marked, after) = after.split_once(']').unwrap_or((after, ""));
        let (sign, words) = marked.split_once(':').unwrap_or(("", marked));
        add(words, sign);
        rest = after;
    }
    add(rest, "");
    pieces
}
