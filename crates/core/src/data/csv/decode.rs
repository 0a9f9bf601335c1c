//! Text of a file's bytes: UTF-8, UTF-16 or Windows-1252.
//!
//! The crate `encoding_rs` reads these, too, but brings the tables of every encoding into the
//! page; here one of 32 characters is enough.

use crate::Error;

/// Characters of Windows-1252 from 0x80 on, NUL for the five bytes that stand for none; every other
/// byte is its own code point.
const FROM_80: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Text of a file, without a byte-order mark: UTF-16 if it has that mark or a zero in each of its
/// first pairs, UTF-8 if it is, else Windows-1252. Fails with the place at bytes that no encoding
/// explains: nothing is replaced.
pub fn decode(bytes: &[u8]) -> Result<String, Error> {
    /// How a workbook's file begins: as a ZIP archive (XLSX, ODS) or a compound file (XLS).
    const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];
    if WORKBOOKS.iter().any(|begin| bytes.starts_with(begin)) {
        return Err(Error::Inconsistent(
            "This file is a workbook or an archive, not text. Open it in a spreadsheet, save the \
             sheet as CSV in UTF-8, and bring that file."
                .to_string(),
        ));
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [a, 0, b, 0, ..] if *a > 0 && *b > 0 => utf16(bytes, u16::from_le_bytes),
        [0, a, 0, b, ..] if *a > 0 && *b > 0 => utf16(bytes, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_string()),
            Err(error) => {
                let (before, rest) = bytes.split_at(error.valid_up_to());
                // What begins as UTF-8 with letters beyond ASCII goes on so: it is damaged.
                if !before.is_ascii() {
                    return Err(damaged(before, "UTF-8"));
                }
                let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
                text.extend(before.iter().copied().map(char::from));
                for (index, byte) in rest.iter().enumerate() {
                    text.push(match byte {
                        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
                        byte => char::from(*byte),
                    });
                    if text.ends_with('\0') && *byte != 0 {
                        return Err(damaged(&bytes[..before.len() + index], "Windows-1252"));
                    }
                }
                Ok(text)
            }
        },
    }
}

fn utf16(bytes: &[u8], of: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let units = bytes.chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for char in char::decode_utf16(units) {
        match char {
            Ok(char) => text.push(char),
            Err(_) => return Err(damaged(text.as_bytes(), "UTF-16")),
        }
    }
    match bytes.len() % 2 {
        0 => Ok(text),
        _ => Err(damaged(text.as_bytes(), "UTF-16")),
    }
}

/// The error of a text of which only what is `before` could be read.
fn damaged(before: &[u8], encoding: &str) -> Error {
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    Error::Inconsistent(format!(
        "Line {line}: the file begins as {encoding}, and here are bytes that are none. Save it \
         once more, in UTF-8."
    ))
}
