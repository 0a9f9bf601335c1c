//! JSON serialization of lists, numbers and texts.

use crate::data::custom::{OwnData, OwnTargets};
use crate::network::parameters::LayerParameters;

/// Writes a list, valid in JSON and Python.
pub fn push_list<T>(text: &mut String, items: &[T], push: impl Fn(&mut String, &T)) {
    text.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        push(text, item);
    }
    text.push(']');
}

/// Writes numbers, each with the fewest digits that round-trip.
pub fn push_row(text: &mut String, numbers: &[f64]) {
    push_list(text, numbers, |text, number| text.push_str(&number.to_string()));
}

pub fn push_rows(text: &mut String, rows: &[Vec<f64>]) {
    push_list(text, rows, |text, row| {
        text.push('\n');
        push_row(text, row);
    });
}

pub fn push_counts(text: &mut String, counts: &[usize]) {
    push_list(text, counts, |text, count| text.push_str(&count.to_string()));
}

pub fn push_words(text: &mut String, words: &[String]) {
    push_list(text, words, |text, word| push_quoted(text, word));
}

/// Writes a JSON string.
pub fn push_quoted(text: &mut String, word: &str) {
    text.push('"');
    for char in word.chars() {
        match char {
            '"' | '\\' => text.extend(['\\', char]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\0'..='\x1f' => {
                let code = char as u8;
                text.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                text.extend(char::from_digit(u32::from(code % 16), 16));
            }
            char => text.push(char),
        }
    }
    text.push('"');
}

pub fn push_layers(text: &mut String, layers: &[LayerParameters]) {
    text.push('[');
    for (index, layer) in layers.iter().enumerate() {
        text.push_str(if index > 0 { ",\n{\"W\": " } else { "{\"W\": " });
        push_rows(text, &layer.weights);
        text.push_str(", \"b\": ");
        push_row(text, &layer.biases);
        text.push('}');
    }
    text.push(']');
}

pub fn push_own(text: &mut String, own: &OwnData) {
    text.push_str("{\"inputs\": ");
    push_rows(text, &own.inputs);
    text.push_str(",\n\"targets\": ");
    match &own.targets {
        OwnTargets::Classes(labels) => push_counts(text, labels),
        OwnTargets::Names(names) => push_words(text, names),
        OwnTargets::Values(rows) => push_rows(text, rows),
    }
    if !own.names.is_empty() {
        text.push_str(",\n\"names\": ");
        push_words(text, &own.names);
    }
    text.push('}');
}
