//! Lines of a table's text and their cells; the separator; the lines before the table.

use super::number::{is_missing, is_sheet_error, number};
use super::{MOST_ROWS, problem};
use crate::Error;

/// Number of a line, from 1, and its cells.
pub(super) type Line = (usize, Vec<String>);

/// Separators, the likelier first where several make the same lines.
const SEPARATORS: [u8; 5] = [b'\t', b';', b'|', b',', b' '];
/// Number of lines by which the separator is chosen.
const SAMPLE: usize = 500;

/// Lines with cells, and the numbers of those that were skipped.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub rows: Vec<Line>,
    pub skipped: Vec<usize>,
}

/// Splits a text into lines and cells; comments and what stands before the table are skipped.
/// Returns the separator, too. Fails at a quote that is not closed, and at what is no text.
pub(super) fn read(text: &str) -> Result<(Lines, u8), Error> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let (said, text, first) = match asked(&text) {
        Some((said, rest)) => (Some(said), rest, 2),
        None => (None, text.as_str(), 1),
    };
    let separator = said.unwrap_or_else(|| likeliest(text));
    let mut lines = Lines::default();
    split(text, separator, first, MOST_ROWS + 2, &mut lines)?;
    skip_to_table(&mut lines);
    Ok((lines, separator))
}

/// Separator of a first line such as `sep=;`, with or without quotes, and the text below it.
fn asked(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_end_matches([',', ';', ' ']).trim_matches('"');
    let said = match line.get(..4)?.eq_ignore_ascii_case("sep=") {
        true => text[text.find('=')? + 1..].bytes().next()?,
        false => return None,
    };
    (said.is_ascii() && !b"\"\n".contains(&said)).then_some((said, rest))
}

/// The separator that makes most lines equally long; of several, the one that leaves most numbers.
fn likeliest(text: &str) -> u8 {
    let end = text.match_indices('\n').nth(SAMPLE).map_or(text.len(), |(at, _)| at + 1);
    let score = |separator: u8| {
        let mut lines = Lines::default();
        // What cannot be read further down is said later.
        let _ = split(&text[..end], separator, 1, SAMPLE, &mut lines);
        let (width, count) = most_frequent(lines.rows.iter().map(|(_, cells)| cells.len()));
        let equal = lines.rows.iter().filter(|(_, cells)| cells.len() == width);
        let (mut all, mut numbers) = (0, 0);
        for cell in equal.flat_map(|(_, cells)| cells).filter(|cell| !is_missing(cell)) {
            all += 1;
            let read = number(cell, false).or_else(|| number(cell, true));
            numbers += usize::from(read.is_some());
        }
        (count, 1000 * numbers / all.max(1))
    };
    let scores = SEPARATORS.map(|separator| (score(separator), separator));
    let best = scores.iter().map(|(score, _)| *score).max().unwrap_or_default();
    match scores.into_iter().find(|(score, _)| *score == best) {
        Some(((1.., _), separator)) => separator,
        _ => b' ',
    }
}

/// The most frequent width from 2 on, and its count. Of several the widest, but of widths that
/// stand once the first.
fn most_frequent(widths: impl Iterator<Item = usize> + Clone) -> (usize, usize) {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for width in widths.filter(|width| *width > 1) {
        match counts.iter_mut().find(|(known, _)| *known == width) {
            Some((_, count)) => *count += 1,
            None => counts.push((width, 1)),
        }
    }
    let key = |(width, count): &(usize, usize)| (*count, if *count > 1 { *width } else { 0 });
    let best = counts.iter().map(key).max().unwrap_or_default();
    counts.into_iter().find(|it| key(it) == best).unwrap_or_default()
}

/// Skips titles and remarks before the table: lines with fewer cells than most, if words that may
/// name the columns follow them, or if they are a single word or sentence each.
fn skip_to_table(lines: &mut Lines) {
    let filled_in = |(_, cells): &Line| filled(cells);
    let (width, count) = most_frequent(lines.rows.iter().map(filled_in));
    let Some(first) = lines.rows.iter().position(|row| filled_in(row) >= width) else { return };
    if count < 2 {
        return;
    }
    let is_number = |cell: &String| number(cell, false).or_else(|| number(cell, true)).is_some();
    let has_numbers = |(_, cells): &Line| cells.iter().any(is_number);
    let header_follows = !has_numbers(&lines.rows[first]);
    let is_title = |row: &Line| row.1.len() == 1 && !has_numbers(row);
    let before = &lines.rows[..first];
    if header_follows || before.iter().all(is_title) {
        lines.skipped.extend(lines.rows.drain(..first).map(|(line, _)| line));
        lines.skipped.sort_unstable();
    }
}

/// Number of cells up to the last one that is not empty.
pub(super) fn filled(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// Adds the rows with a cell that is not empty, each with the line it begins on, counted from
/// `line` on, up to `most` of them; lines that begin with # are skipped.
///
/// Quotes and the ends of cells and rows are those of [`csv_core`], cell by cell. The reader of
/// the crate `csv`, which is built on it, reports neither a quote that is never closed nor the
/// line of a row after empty ones, and reads a quote after a blank as a letter.
fn split(
    text: &str,
    separator: u8,
    mut line: usize,
    most: usize,
    lines: &mut Lines,
) -> Result<(), Error> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let (mut rest, mut buffer) = (text, vec![0; text.len() + 1]);
    let (mut cells, mut start) = (Vec::new(), line);
    while lines.rows.len() < most {
        // No part of a cell; where blanks separate cells, several are one.
        rest = rest.trim_start_matches(' ');
        if cells.is_empty() {
            start = line;
            let first = rest.split(['\n', char::from(separator)]).next().unwrap_or("");
            let comment = rest.starts_with('#') && !is_sheet_error(first.trim());
            match rest.split_once('\n') {
                None => break,
                Some((skipped, _)) if comment && skipped.contains('\0') => {
                    return Err(no_text(line, 1));
                }
                Some((skipped, below)) if comment || skipped.is_empty() => {
                    if comment {
                        lines.skipped.push(line);
                    }
                    (rest, line) = (below, line + 1);
                    continue;
                }
                Some(_) => {}
            }
        }
        let nothing = separator == b' ' && rest.starts_with('\n');
        let (end, read, written) = reader.read_field(rest.as_bytes(), &mut buffer);
        let cell = String::from_utf8_lossy(&buffer[..written]);
        if let Some((before, _)) = cell.split_once('\0') {
            return Err(no_text(line + before.matches('\n').count(), cells.len() + 1));
        }
        let csv_core::ReadFieldResult::Field { record_end } = end else {
            return Err(problem(format!(
                "Line {line}: a quote is opened here and never closed. Close it, or write it \
                 twice if it is part of the cell."
            )));
        };
        if !nothing {
            cells.push(cell.trim().to_string());
        }
        line += rest[..read].matches('\n').count();
        rest = &rest[read..];
        if record_end {
            let row = std::mem::take(&mut cells);
            if filled(&row) > 0 {
                lines.rows.push((start, row));
            }
        }
    }
    Ok(())
}

fn no_text(line: usize, cell: usize) -> Error {
    problem(format!(
        "Line {line}, cell {cell}: there is a character that no text has. Save the table as CSV, in \
         UTF-8."
    ))
}
