//! JSON as it was written: a tree that keeps keys that stand twice, and numbers with their point.

use crate::Error;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use std::fmt;

/// A value of a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Truth(bool),
    /// A whole number without a point or an exponent, as in `2`, and every other number.
    Number {
        value: f64,
        whole: bool,
    },
    Text(String),
    List(Vec<Json>),
    /// Keys and values in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses a text. Fails with line and column if it is no JSON.
    pub fn parse(text: &str) -> Result<Json, Error> {
        serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            let near = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
            let from = near.get(column.saturating_sub(1)..).unwrap_or("");
            let said = error.to_string();
            let what = match error.classify() {
                Category::Eof => {
                    "the text ends before the experiment does: a bracket, a brace or a quote is \
                     still open"
                }
                _ if said.starts_with("recursion") => "lists are nested too deeply",
                _ if said.starts_with("number out of range") => "this number is too large",
                _ if from.starts_with("NaN") || from.starts_with("Inf") => {
                    "NaN and Infinity are no numbers in JSON"
                }
                _ if said.starts_with("trailing characters") => {
                    "the experiment has ended, and something follows it"
                }
                _ if said.starts_with("trailing comma") => {
                    "a comma stands before the end of a list"
                }
                _ if said.starts_with("key must be") => "a key in quotes must stand here",
                _ if said.contains("escape") || said.contains("control character") => {
                    "a text in quotes has a character that JSON does not take as it is"
                }
                _ => "a value, a comma, a colon or a closing bracket is missing or out of place",
            };
            Error::Inconsistent(format!(
                "Line {line}, column {column}: this is no JSON object, as {what}."
            ))
        })
    }

    /// A scalar as the text that an address would have for it.
    pub fn text(&self) -> Option<String> {
        match self {
            Json::Truth(truth) => Some(truth.to_string()),
            Json::Number { value, .. } => Some(value.to_string()),
            Json::Text(text) => Some(text.clone()),
            Json::Null | Json::List(_) | Json::Object(_) => None,
        }
    }

    /// A scalar as a text, or the texts of a list of scalars, joined.
    pub fn joined(&self, by: &str) -> Option<String> {
        let Json::List(items) = self else { return self.text() };
        let texts: Option<Vec<String>> = items.iter().map(Json::text).collect();
        Some(texts?.join(by))
    }

    /// A finite number.
    pub fn number(&self) -> Option<f64> {
        match self {
            Json::Number { value, .. } => Some(*value),
            _ => None,
        }
    }

    /// A whole number from 0 on, without a point.
    pub fn count(&self) -> Option<usize> {
        match self {
            Json::Number { value, whole: true } if (0.0..=1e15).contains(value) => {
                Some(*value as usize)
            }
            _ => None,
        }
    }
}

/// As it would be written in one line.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Truth(truth) => truth.fmt(f),
            Json::Number { value, .. } => value.fmt(f),
            Json::Text(text) => text.fmt(f),
            // The rest would be cut off.
            Json::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().take(10).enumerate() {
                    f.write_str(if index > 0 { ", " } else { "" })?;
                    item.fmt(f)?;
                }
                f.write_str(if items.len() > 10 { ", …]" } else { "]" })
            }
            Json::Object(fields) => match fields.first() {
                Some((key, value)) => write!(f, "{{{key}: {value}, …}}"),
                None => f.write_str("{}"),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

/// Visitor that takes every value as it is.
struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Json, E> {
        Ok(Json::Truth(truth))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number { value: value as f64, whole: true })
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number { value: value as f64, whole: true })
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number { value, whole: false })
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}
