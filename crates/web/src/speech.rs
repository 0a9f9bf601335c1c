//! A language on the page: its scripts format the messages.

use downhill_view::text::messages::{self, Formatter, Words};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const SPEECH: &str = "
/** A language as the page's scripts know it. */
export interface Speech {
  /** The text of a message; values are names and texts in turn. None if there is no such message. */
  format(key: string, values: string[]): string | undefined;
}";

#[wasm_bindgen]
extern "C" {
    /// A language as the page's scripts know it.
    #[wasm_bindgen(typescript_type = "Speech")]
    pub type Speech;

    #[wasm_bindgen(method)]
    fn format(this: &Speech, key: &str, values: Vec<String>) -> Option<String>;
}

impl Formatter for Speech {
    fn format(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        let flat = values.iter().flat_map(|(name, text)| [name.to_string(), text.to_string()]);
        Speech::format(self, key, flat.collect())
    }
}

/// A language for figures. It is kept as long as the module: one for all figures that speak it.
#[wasm_bindgen]
pub struct Language {
    pub(crate) words: Words,
}

#[wasm_bindgen]
impl Language {
    /// The language that the page's scripts format.
    #[wasm_bindgen(constructor)]
    pub fn new(speech: Speech) -> Language {
        let speech: &'static Speech = Box::leak(Box::new(speech));
        let language = messages::Language::new(speech);
        Language { words: Words::of(Box::leak(Box::new(language))) }
    }
}
