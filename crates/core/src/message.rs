//! Sentences for a reader: in English, and so that they can be said in other languages.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// A message of a template and the values that it names: variables, or as in `levels = DEEPEST`.
macro_rules! said {
    ($template:literal $(, $name:ident $(= $value:expr)?)+ $(,)?) => {
        $crate::message::Message::new(
            $template,
            vec![$((
                stringify!($name),
                $crate::message::Value::Given(
                    $crate::message::said!(@value $name $($value)?).to_string(),
                ),
            )),+],
        )
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}
pub(crate) use said;

/// A sentence or a part of one, in English. Its template and its values tell another language what
/// is said. It is used as its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    text: String,
    template: Cow<'static, str>,
    values: Vec<(&'static str, Value)>,
}

/// Value in a place of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name, a number or what a reader has typed: the same in every language.
    Given(String),
    /// A part that is said in a language's own words.
    Said(Message),
}

impl Message {
    /// The template `This “{next}” is not known.` with a value for each name in braces. Other
    /// braces stay as they are.
    pub fn new(template: &'static str, values: Vec<(&'static str, Value)>) -> Message {
        let mut text = String::new();
        let mut rest = template;
        while let Some(start) = rest.find('{') {
            let named = values.iter().find_map(|(name, value)| {
                let after = rest[start + 1..].strip_prefix(name)?.strip_prefix('}')?;
                Some((value, after))
            });
            text.push_str(&rest[..start]);
            match named {
                Some((value, after)) => {
                    text.push_str(value.english());
                    rest = after;
                }
                None => {
                    text.push('{');
                    rest = &rest[start + 1..];
                }
            }
        }
        text.push_str(rest);
        Message { text, template: template.into(), values }
    }

    /// One of these names.
    pub fn one_of(names: &[&str]) -> Message {
        let names = names.join(", ");
        said!("one of {names}", names)
    }

    /// Template: the sentence with a name in braces in the place of each value.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// The values, by their names.
    pub fn values(&self) -> &[(&'static str, Value)] {
        &self.values
    }
}

impl Value {
    fn english(&self) -> &str {
        match self {
            Value::Given(text) => text,
            Value::Said(message) => message,
        }
    }
}

impl From<String> for Message {
    fn from(text: String) -> Message {
        Message { template: text.clone().into(), text, values: Vec::new() }
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Message {
        text.to_string().into()
    }
}

impl Deref for Message {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_stand_where_the_template_names_them_and_other_braces_stay() {
        let (name, near) = ("{near}", "sin");
        let said = said!("“{name}” is not {{name}}. Is it {near}, as in {x < 0: 1}?", name, near);
        assert_eq!(&*said, "“{near}” is not {{near}}. Is it sin, as in {x < 0: 1}?");
    }
}
