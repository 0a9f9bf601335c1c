//! Codec of a user's own data in an address, compact enough for some hundred points.
//!
//! The parts of the text are joined by `*`. The first is `c` for classes with names, `n` for
//! classes with numbers or `v` for values, then a digit for each column of numbers: its number
//! of decimals. Then follow the inputs' names, then the classes'. The last part has, row by row,
//! each column's difference from the row before, as an integer in units of its last decimal, and
//! then the class.

use crate::data::custom::{OwnData, OwnTargets};

/// Largest number of characters of the text.
pub const LONGEST: usize = 2000;

/// Alphabet of six bits each, of characters that an address does not escape.
const ALPHABET: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
/// Separator of the parts; data with a name that contains it are not written.
const SEPARATOR: char = '*';
/// Upper bound of the absolute value of a written integer.
const MOST: u64 = 1 << 60;
/// Largest number of decimals, which one character holds.
const DECIMALS: usize = 15;

/// Encodes data. `None` if the text would be too long, a name contains the separator, or a
/// number is no short decimal.
pub fn write(own: &OwnData) -> Option<String> {
    // At two characters a row it is too long in any case.
    if own.inputs.len() > LONGEST / 2 {
        return None;
    }
    let table = own.table().ok()?;
    let width = table.inputs.len();
    let mut rows = table.rows;
    let (kind, names) = match &own.targets {
        OwnTargets::Values(_) => ("v", &[][..]),
        OwnTargets::Classes(_) => ("n", &[][..]),
        OwnTargets::Names(_) => ("c", table.targets.names()),
    };
    let classes = kind != "v";
    if !classes {
        for (row, inputs) in rows.iter_mut().enumerate() {
            inputs.extend(
                (0..table.targets.outputs()).map(|output| table.targets.target(row, output)),
            );
        }
    }
    let mut text = String::from(kind);
    let cells: Vec<Vec<(i64, usize)>> = rows
        .iter()
        .map(|row| row.iter().map(|number| whole(*number)).collect())
        .collect::<Option<_>>()?;
    let columns = cells.first()?.len();
    let mut decimals = vec![0; columns];
    for row in &cells {
        for (most, (_, count)) in decimals.iter_mut().zip(row) {
            *most = (*count).max(*most);
        }
    }
    for count in &decimals {
        text.push(char::from(*ALPHABET.get(*count).filter(|_| *count <= DECIMALS)?));
    }
    for name in table.inputs[..width].iter().chain(names) {
        if name.contains(SEPARATOR) {
            return None;
        }
        text.push(SEPARATOR);
        text.push_str(name);
    }
    text.push(SEPARATOR);
    let mut before = vec![0; columns];
    for (row, cells) in cells.iter().enumerate() {
        for ((before, (whole, count)), decimals) in before.iter_mut().zip(cells).zip(&decimals) {
            let more = 10i64.checked_pow((decimals - count) as u32)?;
            let whole = whole.checked_mul(more).filter(|whole| whole.unsigned_abs() < MOST)?;
            push(&mut text, zigzag(whole - *before));
            *before = whole;
        }
        if classes {
            push(&mut text, table.targets.label(row)? as u64);
        }
    }
    (text.len() <= LONGEST).then_some(text)
}

/// Decodes what [`write()`] wrote; `None` if the text is invalid.
pub fn read(text: &str) -> Option<OwnData> {
    let mut parts: Vec<&str> = text.split(SEPARATOR).collect();
    let (first, codes) = (parts.remove(0), parts.pop()?);
    let (kind, decimals) = first.split_at_checked(1)?;
    if !["c", "n", "v"].contains(&kind) {
        return None;
    }
    let decimals: Vec<usize> = decimals.bytes().map(digit).collect::<Option<_>>()?;
    let columns = decimals.len();
    let width = if kind == "v" { parts.len() } else { columns };
    // Values need a column beside the inputs.
    if width == 0
        || kind == "v" && width >= columns
        || parts.len() < width
        || decimals.iter().any(|count| *count > DECIMALS)
    {
        return None;
    }
    let (names, class_names) = parts.split_at(width);
    let (mut inputs, mut labels, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let known = |label: &usize| kind == "n" || *label < class_names.len();
    let (mut before, mut codes) = (vec![0i64; columns], codes.bytes());
    while codes.len() > 0 {
        let mut row = Vec::new();
        for (before, decimals) in before.iter_mut().zip(&decimals) {
            *before = before.checked_add(unzigzag(take(&mut codes)?))?;
            row.push(number(*before, *decimals)?);
        }
        if kind == "v" {
            values.push(row.split_off(width));
        } else {
            labels.push(usize::try_from(take(&mut codes)?).ok().filter(known)?);
        }
        inputs.push(row);
    }
    let named = |label: &usize| class_names[*label].to_string();
    let targets = match kind {
        "v" => OwnTargets::Values(values),
        "n" => OwnTargets::Classes(labels),
        _ => OwnTargets::Names(labels.iter().map(named).collect()),
    };
    let own =
        OwnData { inputs, targets, names: names.iter().map(|name| name.to_string()).collect() };
    own.table().is_ok().then_some(own)
}

/// A decimal as an integer in units of its last decimal, and its number of decimals.
fn whole(number: f64) -> Option<(i64, usize)> {
    // Minus zero has no whole number.
    if number == 0.0 && number.is_sign_negative() {
        return None;
    }
    let text = number.to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    [whole, rest].concat().parse().ok().map(|whole| (whole, rest.len()))
}

/// `whole` · 10^(−`decimals`), rounded to the nearest float: the same bits as were written.
fn number(whole: i64, decimals: usize) -> Option<f64> {
    format!("{whole}e-{decimals}").parse().ok()
}

/// Zigzag code: maps a signed integer to an unsigned one, small for a small absolute value.
fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

fn unzigzag(code: u64) -> i64 {
    (code >> 1) as i64 ^ -((code & 1) as i64)
}

/// Writes five bits a character, the lowest first; the sixth marks that more follow.
fn push(text: &mut String, mut code: u64) {
    loop {
        let more = if code >= 32 { 32 } else { 0 };
        text.push(char::from(ALPHABET[(code % 32 + more) as usize]));
        code /= 32;
        if more == 0 {
            return;
        }
    }
}

fn take(codes: &mut std::str::Bytes) -> Option<u64> {
    let mut code = 0u64;
    for place in (0..60).step_by(5) {
        let digit = digit(codes.next()?)? as u64;
        code |= (digit % 32) << place;
        if digit < 32 {
            return Some(code);
        }
    }
    // 13 characters would be more than any number that is written.
    let digit = digit(codes.next()?)? as u64;
    (digit < 16).then_some(code | digit << 60)
}

fn digit(byte: u8) -> Option<usize> {
    ALPHABET.iter().position(|known| *known == byte)
}
