//! Messages: all texts of the page, from `texts/en.txt`.

use downhill_core::Run;
use downhill_core::data::features;
use downhill_core::network::Parameter;
use downhill_core::numeric::digest;
use std::sync::LazyLock;

/// Keys with their texts, in a hash table: a frame needs some hundred.
#[derive(Debug)]
struct Texts {
    lines: Vec<(&'static str, &'static str)>,
    /// Open-addressing hash table of the keys: one more than a line's index; 0 for a free slot.
    places: Vec<u16>,
}

impl Texts {
    /// Parses lines of `key = text`; those that begin with # are for translators.
    fn read(text: &'static str) -> Texts {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let lines: Vec<_> = lines.filter_map(|line| line.split_once(" = ")).collect();
        let places = vec![0; (2 * lines.len()).next_power_of_two()];
        let mut texts = Texts { lines: Vec::with_capacity(lines.len()), places };
        for line in lines {
            let place = texts.place(line.0);
            texts.lines.push(line);
            texts.places[place] = texts.lines.len() as u16;
        }
        texts
    }

    fn get(&self, key: &str) -> Option<&'static str> {
        self.at(self.place(key)).map(|(_, text)| *text)
    }

    /// Slot of a key, or the free one where it would be.
    fn place(&self, key: &str) -> usize {
        let last = self.places.len() - 1;
        let mut place = digest::of_text(key) as usize & last;
        while self.at(place).is_some_and(|(other, _)| *other != key) {
            place = (place + 1) & last;
        }
        place
    }

    fn at(&self, place: usize) -> Option<&(&'static str, &'static str)> {
        self.lines.get(usize::from(self.places[place]).checked_sub(1)?)
    }
}

/// Texts of one language: lines of `key = text`, with `{name}` for a value and `[sign:words]`
/// for words that stand for a mark in the pictures.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static LazyLock<Texts>);

static TEXTS_IN_ENGLISH: LazyLock<Texts> =
    LazyLock::new(|| Texts::read(include_str!("../../texts/en.txt")));

/// English texts.
pub const ENGLISH: Words = Words(&TEXTS_IN_ENGLISH);

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
    /// All keys and their texts.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines.iter().copied()
    }

    /// Text of a key. A key without a text is returned as it is, and a test finds it.
    pub fn get<'a>(&self, key: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.0.get(key).unwrap_or(key)
    }

    /// Text of a key with values substituted.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        put(self.get(key), values)
    }

    /// Text of a key with values substituted, cut into pieces at signs. Brackets in values stay.
    pub fn pieces(&self, key: &str, values: &[(&str, &str)]) -> Vec<Piece> {
        let mut pieces = cut(self.get(key));
        for piece in &mut pieces {
            piece.text = put(&piece.text, values);
        }
        pieces
    }

    /// Name of a unit: of an input or an output that of the data, of a hidden one its number,
    /// after its layer's if there are several.
    pub fn unit(&self, run: &Run, layer: usize, unit: usize) -> String {
        let split = run.split();
        let last = run.network().sizes().len() - 1;
        if layer == 0 {
            return split.inputs[unit].clone();
        }
        if layer == last {
            return split.table.targets.names()[unit].clone();
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
        let name = split.table.inputs[input].as_str();
        let named = match asked.data.named().map_or("", |data| data.unit) {
            unit if unit.is_empty() || asked.target.is_some() => name.to_string(),
            unit => self.fill("axis_with_unit", &[("name", name), ("unit", unit)]),
        };
        match features::variables(&split.table)[input] {
            variable if split.features.is_empty() || variable == name => named,
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

/// Substitutes values in a text.
fn put(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled += before;
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled += value,
            None => [filled.as_str(), "{", name, "}"].concat().clone_into(&mut filled),
        }
        rest = after;
    }
    filled + rest
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice_and_every_sign_has_a_colour() {
        let keys: Vec<&str> = ENGLISH.texts().map(|(key, _)| key).collect();
        for (index, key) in keys.iter().enumerate() {
            assert!(!keys[..index].contains(key), "{key}");
            for piece in ENGLISH.pieces(key, &[]) {
                let known = crate::canvas::theme::LIGHT
                    .colours()
                    .iter()
                    .any(|(name, _)| *name == piece.sign);
                assert!(piece.sign.is_empty() || known, "{key}: {}", piece.sign);
            }
        }
    }

    #[test]
    fn sentences_are_cut_where_words_stand_for_marks() {
        static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
            Texts::read(
                "# A comment\na = The [slope:slope {x}] is [ball:here].\n\nc = later = then",
            )
        });
        let words = Words(&TEXTS);
        let piece = |text: &str, sign: &str| Piece { text: text.into(), sign: sign.into() };
        assert_eq!(
            words.pieces("a", &[("x", "2")]),
            [
                piece("The ", ""),
                piece("slope 2", "slope"),
                piece(" is ", ""),
                piece("here", "ball"),
                piece(".", "")
            ]
        );
        assert_eq!(words.pieces("a", &[("x", "[2]")])[1], piece("slope [2]", "slope"));
        assert_eq!(["b", "c"].map(|key| words.get(key)), ["b", "later = then"]);
    }
}
