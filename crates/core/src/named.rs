//! What the tables have in common: an entry is asked for by its name.

use crate::Error;

/// The entry of this name, or an error that lists the names there are.
pub(crate) fn find<T>(
    key: &str,
    id: &str,
    table: &[&'static T],
    id_of: fn(&T) -> &'static str,
) -> Result<&'static T, Error> {
    place(key, id, table.len(), &|index| id_of(table[index])).map(|index| table[index])
}

/// The same for any table: what is not generic is compiled but once.
pub(crate) fn place(
    key: &str,
    id: &str,
    count: usize,
    id_at: &dyn Fn(usize) -> &'static str,
) -> Result<usize, Error> {
    (0..count).find(|index| id_at(*index) == id).ok_or_else(|| {
        let names: Vec<&str> = (0..count).map(id_at).collect();
        let names = names.join(", ");
        let expected = if count == 1 { names } else { format!("one of {names}") };
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
