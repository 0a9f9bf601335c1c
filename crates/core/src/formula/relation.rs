//! Comparisons, and "and" and "or" of them.

/// A relation of two numbers: its value is 1 where it holds, else 0, and NaN where one of them
/// has no value.
#[derive(Debug)]
pub struct Relation {
    /// Sign, printed and typed.
    pub sign: &'static str,
    /// Alternative signs.
    pub also: &'static [&'static str],
    /// Whether it holds.
    pub holds: fn(f64, f64) -> bool,
}

impl PartialEq for Relation {
    fn eq(&self, other: &Relation) -> bool {
        self.sign == other.sign
    }
}

/// Comparisons; a sign that begins with another one stands before it.
pub static COMPARISONS: &[&Relation] = &[&AT_MOST, &AT_LEAST, &UNEQUAL, &LESS, &GREATER, &EQUAL];

static AT_MOST: Relation =
    Relation { sign: "≤", also: &["<=", "=<", "⩽"], holds: |a, b| a <= b };
static AT_LEAST: Relation = Relation { sign: "≥", also: &[">=", "⩾"], holds: |a, b| a >= b };
static UNEQUAL: Relation = Relation { sign: "≠", also: &["!=", "<>"], holds: |a, b| a != b };
static LESS: Relation = Relation { sign: "<", also: &[], holds: |a, b| a < b };
static GREATER: Relation = Relation { sign: ">", also: &[], holds: |a, b| a > b };
/// Equality. The sign = alone is read within a condition only, where it is no equation.
pub static EQUAL: Relation = Relation { sign: "==", also: &["="], holds: |a, b| a == b };

/// Both hold.
pub static AND: Relation =
    Relation { sign: "and", also: &["&&", "∧"], holds: |a, b| a != 0.0 && b != 0.0 };
/// At least one holds.
pub static OR: Relation =
    Relation { sign: "or", also: &["∨", "||"], holds: |a, b| a != 0.0 || b != 0.0 };
