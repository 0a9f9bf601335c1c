//! Lookup by name in the tables of definitions.

use crate::Error;
use crate::message::Message;

/// The entry of this name. Fails with a list of the known names.
pub(crate) fn find<T>(
    key: &str,
    id: &str,
    table: &[&'static T],
    id_of: fn(&T) -> &'static str,
) -> Result<&'static T, Error> {
    place(key, id, table.len(), &|index| id_of(table[index])).map(|index| table[index])
}

/// Index of the entry of this name in a table of any type; not generic, so that it is compiled
/// once.
pub(crate) fn place(
    key: &str,
    id: &str,
    count: usize,
    id_at: &dyn Fn(usize) -> &'static str,
) -> Result<usize, Error> {
    (0..count).find(|index| id_at(*index) == id).ok_or_else(|| {
        let names: Vec<&str> = (0..count).map(id_at).collect();
        match names[..] {
            [only] => Error::bad_value(key, id, only),
            _ => Error::bad_value(key, id, Message::one_of(&names)),
        }
    })
}

/// Implements `Deref`, equality and conversion to its name for a wrapper of `&'static
/// Definition`.
macro_rules! named {
    ($name:ident, $definition:ident) => {
        impl std::ops::Deref for $name {
            type Target = $definition;
            fn deref(&self) -> &$definition {
                self.0
            }
        }
        impl PartialEq for $name {
            fn eq(&self, other: &$name) -> bool {
                self.id == other.id
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.id.to_string()
            }
        }
    };
}
pub(crate) use named;
