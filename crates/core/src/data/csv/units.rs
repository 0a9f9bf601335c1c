//! Units in the cells of a table: `5 kg`, `€3`, `$1,200`.

use super::lines::Line;
use super::number::{is_missing, number};

/// Codes of currencies, which stand before a number or after it; their signs do, too.
const CURRENCIES: [&str; 12] =
    ["USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "SEK", "NOK", "DKK"];

/// Units of the columns, `[column]`, without which the cells are numbers. They are taken off the
/// cells where all below the first line have the same.
pub(super) fn take_off(rows: &mut [Line]) -> Vec<Option<String>> {
    let width = rows.iter().map(|(_, cells)| cells.len()).min().unwrap_or(0);
    let of_column = |column: usize| {
        let below = rows.get(1..).unwrap_or_default().iter().map(|(_, cells)| &cells[column]);
        let mut units = below.filter(|cell| !is_missing(cell)).map(|cell| Some(split(cell)?.0));
        let first = units.next()??;
        units.all(|unit| unit == Some(first)).then(|| first.to_string())
    };
    let units: Vec<Option<String>> = (0..width).map(of_column).collect();
    for (_, cells) in rows {
        for (cell, unit) in cells.iter_mut().zip(&units) {
            if let Some((unit, number)) = unit.as_deref().zip(split(cell))
                && number.0 == unit
            {
                *cell = number.1;
            }
        }
    }
    units
}

/// Whether beside a unit a comma is no decimal mark, as in $1,200.
pub(super) fn has_point(unit: &str) -> bool {
    unit.ends_with(['$', '£']) || ["USD", "GBP", "AUD"].contains(&unit)
}

/// Whether a cell is a number with a unit.
pub(super) fn has_unit(cell: &str) -> bool {
    split(cell).is_some()
}

/// Unit and number of a cell; `None` if it is anything else.
fn split(cell: &str) -> Option<(&str, String)> {
    let is_of_number = |char: char| char.is_ascii_digit() || char == '.' || char == ',';
    let (first, last) = (cell.find(is_of_number)?, cell.rfind(is_of_number)?);
    let (before, digits, after) = (&cell[..first], &cell[first..=last], &cell[last + 1..]);
    let is_sign = |char: char| matches!(char, '-' | '+' | '\u{2212}');
    let sign = before.chars().find(|char| is_sign(*char));
    let (before, after) = (before.trim_matches(is_sign).trim(), after.trim());
    let unit = match (before, after) {
        ("", after) if is_unit(after) => after,
        (before, "") if is_currency(before) => before,
        _ => return None,
    };
    let number_text = sign.map_or(digits.to_string(), |sign| format!("{sign}{digits}"));
    let reads = |decimal_comma: bool| number(&number_text, decimal_comma).is_some();
    (reads(false) || reads(true)).then_some((unit, number_text))
}

fn is_currency(unit: &str) -> bool {
    let mut chars = unit.chars();
    let is_sign = matches!(
        (chars.next_back(), chars.as_str()),
        (Some('$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₿'), "" | "US" | "A" | "C")
    );
    is_sign || CURRENCIES.contains(&unit)
}

/// Whether it can be a unit: a few letters and signs such as those of km/h, cm² and °C, without
/// digits in front.
fn is_unit(unit: &str) -> bool {
    let part = |char: char| char.is_alphabetic() || "°µΩ/·*^²³⁻¹'\"′″".contains(char);
    let begins = unit.starts_with(|it: char| it.is_alphabetic() || "°'\"′″".contains(it));
    is_currency(unit) || begins && unit.chars().count() <= 10 && unit.chars().all(part)
}
