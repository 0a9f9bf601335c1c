//! Languages without a page, as on the command line: `fluent-bundle` formats their messages.

use crate::text::messages::{Formatter, Language, Words};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

/// Fluent files, by their languages.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// English texts.
pub const ENGLISH: Words = Words::of(&LANGUAGE_OF_ENGLISH);

static LANGUAGE_OF_ENGLISH: Language = Language::new(&MESSAGES_IN_ENGLISH);

static MESSAGES_IN_ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", &[file("en")]));

type Bundle = FluentBundle<FluentResource>;

/// Texts of a language, which is kept as long as the program runs; `None` if it has no file.
pub fn words(id: &str) -> Option<Words> {
    FILES.iter().any(|(known, _)| *known == id).then(|| {
        let bundle: &Bundle = Box::leak(Box::new(bundle(id, &[file("en"), file(id)])));
        Words::of(Box::leak(Box::new(Language::new(bundle))))
    })
}

/// Text of a language's file.
fn file(id: &str) -> &'static str {
    FILES.iter().find(|(known, _)| *known == id).map_or("", |(_, text)| text)
}

/// Messages of a language, read from files: a message of a later one takes the place of an earlier.
fn bundle(id: &str, files: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(id.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    for text in files {
        // Of a file with a fault, the rest is read; a test finds it.
        let read = FluentResource::try_new(text.to_string());
        bundle.add_resource_overriding(read.unwrap_or_else(|(rest, _)| rest));
    }
    bundle
}

impl Formatter for Bundle {
    fn format(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        let value = |name: &str, text: &str| match text.parse::<u32>() {
            Ok(number) if name == "n" => FluentValue::from(number),
            _ => FluentValue::from(text.to_string()),
        };
        let values: FluentArgs =
            values.iter().map(|(name, text)| (name.to_string(), value(name, text))).collect();
        let pattern = self.get_message(key)?.value()?;
        Some(self.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

impl Formatter for LazyLock<Bundle> {
    fn format(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        (**self).format(key, values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::theme::LIGHT;
    use crate::text::messages::{Piece, cut};

    #[test]
    fn every_sign_has_a_colour() {
        let colours = LIGHT.colours();
        for (id, text) in FILES {
            let messages = text.lines().filter(|line| !line.starts_with('#'));
            for Piece { sign, .. } in messages.flat_map(cut) {
                let known = colours.iter().any(|(name, _)| *name == sign);
                assert!(sign.is_empty() || known, "{id}: {sign}");
            }
        }
    }

    #[test]
    fn sentences_are_cut_where_words_stand_for_marks() {
        let piece = |text: &str, sign: &str| Piece { text: text.into(), sign: sign.into() };
        let values = [("slope", "[2]")];
        assert_eq!(
            ENGLISH.pieces("sentence_given", &values),
            [
                piece("Back propagation", "slope"),
                piece(" gave each weight its gradient, this one ", ""),
                piece("[2]", "slope"),
                piece(".", ""),
            ]
        );
    }

    #[test]
    fn a_message_that_a_language_lacks_is_in_english() {
        let german = bundle("de", &["a = ball\nb = slope", "a = Kugel"]);
        assert_eq!(german.format("a", &[]).as_deref(), Some("Kugel"));
        assert_eq!(german.format("b", &[]).as_deref(), Some("slope"));
    }

    #[test]
    fn a_message_chooses_its_plural_and_what_is_no_key_stays() {
        let steps = |n: &str| ENGLISH.fill("count_of_steps", &[("n", n), ("count", n)]);
        assert_eq!([steps("1"), steps("2")], ["1 step", "2 steps"]);
        assert_eq!(ENGLISH.get("no such key"), "no such key");
    }
}
