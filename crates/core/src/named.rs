//! What the tables have in common: an entry is asked for by its name.

use crate::Error;

/// The entry of this name, or an error that lists the names there are.
pub(crate) fn find<T>(
    key: &str,
    id: &str,
    table: &[&'static T],
    id_of: fn(&T) -> &'static str,
) -> Result<&'static T, Error> {
    table.iter().copied().find(|entry| id_of(entry) == id).ok_or_else(|| {
        let names: Vec<&str> = table.iter().map(|entry| id_of(entry)).collect();
        let names = names.join(", ");
        let expected = if table.len() == 1 { names } else { format!("one of {names}") };
        Error::bad_value(key, id, expected)
    })
}

/// Makes a wrapper of `&'static Definition` a value that is written as its name.
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
        impl TryFrom<String> for $name {
            type Error = Error;
            fn try_from(id: String) -> Result<$name, Error> {
                $name::from_id(&id)
            }
        }
    };
}
pub(crate) use named;
