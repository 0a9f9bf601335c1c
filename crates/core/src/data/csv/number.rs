//! Numbers in the cells of a table, in the notations of several languages.

use std::borrow::Cow;

/// Largest absolute value of a number: its square must still be far from infinite.
pub const MOST: f64 = 1e100;

/// Notations of a missing value, in any case.
const MISSING: [&str; 10] = ["", "?", "NA", "N/A", "NaN", "null", "-", "–", "—", "."];

/// Signs of a spreadsheet where a formula has no value, in English, German, French and Spanish.
const SHEET_ERRORS: [&str; 16] = [
    "#N/A",
    "#NV",
    "#N/D",
    "#DIV/0!",
    "#¡DIV/0!",
    "#VALUE!",
    "#WERT!",
    "#VALEUR!",
    "#¡VALOR!",
    "#REF!",
    "#BEZUG!",
    "#NUM!",
    "#ZAHL!",
    "#NOMBRE!",
    "#NAME?",
    "#NULL!",
];

/// Whether a cell has no value.
pub(super) fn is_missing(cell: &str) -> bool {
    MISSING.iter().any(|missing| cell.eq_ignore_ascii_case(missing)) || is_sheet_error(cell)
}

/// Whether a cell is a spreadsheet's sign for a formula without a value.
pub(super) fn is_sheet_error(cell: &str) -> bool {
    SHEET_ERRORS.iter().any(|error| cell.eq_ignore_ascii_case(error))
}

/// Whether `point` can be the decimal mark of a cell's number: `Some(true)` if it must, because
/// it separates no thousands, `Some(false)` if it may, `None` if it cannot.
pub(super) fn mark(cell: &str, point: char, thousands: char) -> Option<bool> {
    let cell = bare(cell);
    let (whole, rest) = cell.split_once(point)?;
    let read = |text: String| text.parse().is_ok_and(f64::is_finite);
    // Several of them are no decimal points.
    let many = rest.contains(point);
    let plain = [&whole.replace(thousands, ""), ".", rest].concat();
    if many || !read(plain) || whole.contains(thousands) && !in_thousands(whole, thousands) {
        return None;
    }
    Some(!in_thousands(&cell, point) || whole.contains(thousands))
}

/// Whether marks stand between thousands: 1,234,567.
fn in_thousands(whole: &str, mark: char) -> bool {
    let mut groups = whole.trim_start_matches(['-', '+']).split(mark);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first =
        groups.next().is_some_and(|it| (1..=3).contains(&it.len()) && digits(it) && it != "0");
    first && groups.all(|group| group.len() == 3 && digits(group))
}

/// Text of a number without a percent sign and thousands marks other than points and commas, and
/// with an ASCII minus sign and digits.
fn bare(cell: &str) -> Cow<'_, str> {
    let cell = cell.strip_suffix(['%', '٪']).unwrap_or(cell).trim_end();
    let mut text = match cell.strip_prefix('\u{2212}') {
        Some(size) => ["-", size].concat().into(),
        None => Cow::from(cell),
    };
    let is_arabic = |it: char| matches!(it, '٠'..='٩' | '۰'..='۹');
    if text.contains(is_arabic) {
        text = text.chars().filter(|it| *it != '٬').map(in_ascii).collect::<String>().into();
    }
    for mark in [' ', '\u{a0}', '\u{202f}', '\''] {
        let whole = text.split(['.', ',']).next().unwrap_or("");
        if whole.contains(mark) && in_thousands(whole, mark) {
            text = text.replace(mark, "").into();
        }
    }
    text
}

/// An Arabic or Persian digit or decimal mark as an ASCII one; what else there is as it is.
fn in_ascii(char: char) -> char {
    let digit = match char {
        '٠'..='٩' => char as u32 - '٠' as u32,
        '۰'..='۹' => char as u32 - '۰' as u32,
        '٫' => return '.',
        other => return other,
    };
    char::from_digit(digit, 10).unwrap_or(char)
}

/// Number in a cell; `None` if it is none, or beyond [`MOST`].
pub(super) fn number(cell: &str, decimal_comma: bool) -> Option<f64> {
    let (point, thousands) = if decimal_comma { (',', '.') } else { ('.', ',') };
    let mut text = bare(cell);
    let whole = text.split(point).next().unwrap_or("");
    if whole.contains(thousands) && in_thousands(whole, thousands) {
        text = text.replace(thousands, "").into();
    }
    // What is left of the other mark is a mistake.
    if decimal_comma && text.contains('.') {
        return None;
    }
    // False for NaN, too.
    text.replace(point, ".").parse().ok().filter(|number: &f64| number.abs() <= MOST)
}

/// Whether a cell is a code: digits of which the first of several is a 0, as in `007`.
pub(super) fn is_code(cell: &str) -> bool {
    cell.len() > 1 && cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit())
}
