//! CSV parser: a user's own table, one row in each line.

use super::table::{Table, Targets, quoted};
use crate::Error;
use std::borrow::Cow;

/// Number of a line, from 1, and its cells.
type Line = (usize, Vec<String>);

/// Largest number of rows of a file, without the header.
pub const MOST_ROWS: usize = 100_000;
/// Largest number of columns of a file.
pub const MOST_COLUMNS: usize = 100;
/// Largest number of classes in the target column.
pub const MOST_CLASSES: usize = 50;
/// Largest absolute value of a number: its square must still be far from infinite.
pub const MOST: f64 = 1e100;

/// Notations of a missing value, in any case.
const MISSING: [&str; 11] = ["", "?", "NA", "N/A", "#N/A", "NaN", "null", "-", "–", "—", "."];
/// Largest integer taken for a class label; labels run from 0 or 1 on without gaps.
const MOST_NUMBERED: usize = 10;

/// Parses a table. `target` names the target column; all else is as in [`Sheet::usual`]. Fails
/// if the text is no table, or has no such column.
pub fn read(text: &str, target: Option<&str>) -> Result<Table, Error> {
    let sheet = Sheet::read(text)?;
    let target = target.map(|name| sheet.column(name)).transpose()?;
    Ok(sheet.table(&sheet.usual(target))?.0)
}

/// Decodes a file: UTF-16 with a byte-order mark, else UTF-8.
pub fn decode(bytes: &[u8]) -> String {
    let wide = |of: fn([u8; 2]) -> u16| -> String {
        let units = bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
        char::decode_utf16(units).map(|char| char.unwrap_or('\u{fffd}')).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Role of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Input of the network.
    Input,
    /// Target of the network.
    Target,
    /// Ignored.
    Unused,
}

/// Content type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers, at least half of them: other cells are errors.
    Numbers,
    /// Words, more than half of them.
    Words,
    /// No cell with a value.
    Empty,
}

/// Roles of the columns of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Roles, `[column]`.
    pub roles: Vec<Role>,
    /// Whether the target's cells are classes; otherwise they are values.
    pub classes: bool,
}

/// Parsed file, before roles are assigned to its columns.
///
/// - The separator is what the first line has outside quotes: tabs, else semicolons, else bars,
///   else commas; blanks if neither of the first two lines has any of these. A line `sep=;` before
///   all others sets it, too.
/// - Quotes are as in RFC 4180; blanks around a cell, empty lines and lines that begin with # are
///   ignored, and so are empty cells beyond the last column.
/// - The first line is a header if in some column it has a word where all others have numbers.
///   Otherwise the columns are named column 1, column 2, … A header as of scikit-learn holds the
///   numbers of rows and inputs and the names of the classes: `150,4,setosa,…`.
/// - A number is as in `-1.5e3`, also with a true minus sign, with a percent sign after it, or with
///   marks between its thousands. The comma is the decimal mark (`1,5` is 1.5) if no number of the
///   file must be read with a point and either the separator is not a comma or some comma separates
///   no thousands.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Names of the columns.
    pub names: Vec<String>,
    /// Content types of the columns.
    pub kinds: Vec<Kind>,
    /// Lines below the header.
    rows: Vec<Line>,
    /// Names of the classes 0, 1, … of the last column, if the header has them.
    class_names: Vec<String>,
    /// Whether the comma is the decimal mark.
    decimal_comma: bool,
}

impl Sheet {
    /// Parses a file's text. Fails with the reason if it is no table of at least two
    /// columns, or exceeds a limit.
    pub fn read(text: &str) -> Result<Sheet, Error> {
        let text = text.trim_start_matches('\u{feff}');
        let said = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
        let said = said.filter(|byte| byte.is_ascii() && !b"\"\r\n".contains(byte));
        let text = if said.is_some() { text.split_once('\n').map_or("", |it| it.1) } else { text };
        let separator = said.unwrap_or_else(|| separator(text));
        let mut rows = lines(text, separator, 1 + usize::from(said.is_some()))?;
        let cells = || rows.iter().flat_map(|(_, cells)| cells);
        let pointed = cells().any(|cell| mark(cell, '.', ',') == Some(true));
        let decimal_comma = !pointed
            && cells()
                .any(|cell| mark(cell, ',', '.').is_some_and(|sure| sure || separator != b','));

        let class_names = class_names(&mut rows);
        let width = rows.iter().map(|(_, cells)| filled(cells)).max().unwrap_or(0);
        let Some((first_line, first)) = rows.first_mut() else {
            return Err(problem("This file is empty: it needs a row of numbers in each line."));
        };
        if width < 2 {
            return Err(problem(
                "This file has one column: it needs an input and a target, separated by a comma, \
                 a semicolon or a tab.",
            ));
        }
        if first.len() > MOST_COLUMNS {
            let count = first.len().to_string();
            return Err(problem(format!(
                "This file has {count} columns: leave out all but {MOST_COLUMNS}."
            )));
        }
        let (first_line, width) = (*first_line, first.len());
        for (line, cells) in &mut rows {
            cells.truncate(filled(cells).max(width));
            if cells.len() != width {
                return Err(problem(format!(
                    "Line {line} has {} cell(s), line {first_line} has {width}: give every line \
                     as many, and put a cell that contains a separator in quotes.",
                    cells.len()
                )));
            }
        }
        let is_number = |cell: &String| number(cell, decimal_comma).is_some();
        let below = |column: usize| {
            rows[1..].iter().map(move |(_, cells)| &cells[column]).filter(|cell| !is_missing(cell))
        };
        let names_it = |(column, name): (usize, &String)| {
            let word = !is_number(name) && !is_missing(name);
            word && below(column).next().is_some() && below(column).all(is_number)
        };
        let mostly = |(column, name): (usize, &String)| {
            let word = !is_number(name) && !is_missing(name);
            let numbers = below(column).filter(|cell| is_number(cell)).count();
            word && numbers > 0 && 2 * numbers >= below(column).count()
        };
        let first = &rows[0].1;
        let header = class_names.is_empty()
            && (first.iter().enumerate().any(names_it)
                || first.iter().enumerate().any(mostly) && !first.iter().any(is_number));
        let names = column_names(first, header);
        if header {
            rows.remove(0);
        }
        if rows.len() > MOST_ROWS {
            let text = format!("This file has more than {MOST_ROWS} rows: leave some of them out.");
            return Err(problem(text));
        }
        let kind = |column: usize| {
            let present = rows.iter().map(|(_, cells)| &cells[column]);
            let present = present.filter(|cell| !is_missing(cell));
            let (all, numbers) = present.fold((0, 0), |(all, numbers), cell| {
                (all + 1, numbers + usize::from(is_number(cell)))
            });
            match (all, numbers) {
                (0, _) => Kind::Empty,
                (all, numbers) if 2 * numbers >= all => Kind::Numbers,
                _ => Kind::Words,
            }
        };
        let kinds = (0..width).map(kind).collect();
        Ok(Sheet { names, kinds, rows, class_names, decimal_comma })
    }

    /// Index of the first column of this name. Fails with a list of the names.
    pub fn column(&self, name: &str) -> Result<usize, Error> {
        self.names.iter().position(|known| known == name.trim()).ok_or_else(|| {
            let known: Vec<String> = self.names.iter().take(10).map(|name| quoted(name)).collect();
            let more = if self.names.len() > 10 { ", …" } else { "" };
            Error::bad_value("target", name, format!("a column: {}{more}", known.join(", ")))
        })
    }

    /// Default roles of the columns. The target is the last column of words with two to
    /// [`MOST_CLASSES`] classes, else the last one of numbers, else the last one; all other
    /// columns of numbers are inputs.
    pub fn usual(&self, target: Option<usize>) -> Choice {
        let target = target.unwrap_or_else(|| {
            let columns = || (0..self.names.len()).rev();
            columns()
                .find(|column| self.kinds[*column] == Kind::Words && self.names_classes(*column))
                .or_else(|| columns().find(|column| self.kinds[*column] == Kind::Numbers))
                .unwrap_or(self.names.len() - 1)
        });
        let role = |(column, kind): (usize, &Kind)| match kind {
            _ if column == target => Role::Target,
            Kind::Numbers => Role::Input,
            _ => Role::Unused,
        };
        let roles = self.kinds.iter().enumerate().map(role).collect();
        Choice { roles, classes: self.could_be_classes(target) }
    }

    /// Whether a column's cells are most likely class labels: words, or a few integers without a
    /// gap from 0 or 1 on, each at least three times.
    pub fn could_be_classes(&self, column: usize) -> bool {
        let named = !self.class_names.is_empty() && column + 1 == self.names.len();
        if named || self.kinds[column] == Kind::Words {
            return true;
        }
        let mut seen = [0; MOST_NUMBERED + 1];
        for cell in self.present(column) {
            match cell.parse::<u8>() {
                Ok(class) if usize::from(class) <= MOST_NUMBERED => seen[usize::from(class)] += 1,
                _ => return false,
            }
        }
        let first = usize::from(seen[0] == 0);
        let count = seen[first..].iter().take_while(|seen| **seen >= 3).count();
        count >= 2 && seen[first + count..].iter().all(|seen| *seen == 0)
    }

    fn present(&self, column: usize) -> impl Iterator<Item = &String> {
        let cells = self.rows.iter().map(move |(_, cells)| &cells[column]);
        cells.filter(|cell| !is_missing(cell))
    }

    /// Whether a column has two to [`MOST_CLASSES`] different values.
    fn names_classes(&self, column: usize) -> bool {
        let mut classes: Vec<&String> = Vec::new();
        for cell in self.present(column) {
            if !classes.contains(&cell) {
                classes.push(cell);
            }
            if classes.len() > MOST_CLASSES {
                return false;
            }
        }
        classes.len() > 1
    }

    /// Table of the chosen columns. A row with a missing value in one of them is left out and
    /// counted in [`Table::dropped`]; its (line, column) is returned beside the table. Fails
    /// without exactly one target and at least one input, at a cell that is no number, and if no
    /// row is left or the classes are one or too many.
    pub fn table(&self, choice: &Choice) -> Result<(Table, Vec<(usize, usize)>), Error> {
        let of = |role: Role| {
            let roles = choice.roles.iter().enumerate();
            roles.filter(move |(_, it)| **it == role).map(|(column, _)| column)
        };
        let inputs: Vec<usize> = of(Role::Input).filter(|it| *it < self.names.len()).collect();
        let (Some(target), None) = (of(Role::Target).next(), of(Role::Target).nth(1)) else {
            return Err(problem("Choose one column as the target: what is to be learned."));
        };
        if inputs.is_empty() {
            return Err(problem(
                "No column of numbers is left as an input: the network needs at least one beside \
                 the target.",
            ));
        }
        let (mut rows, mut values, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        let (mut classes, mut labels) = (self.class_names.clone(), Vec::new());
        let known_names = !classes.is_empty() && target + 1 == self.names.len();
        if !known_names {
            classes.clear();
        }
        for (line, cells) in &self.rows {
            let lacks = inputs.iter().chain([&target]).find(|column| is_missing(&cells[**column]));
            if let Some(column) = lacks {
                missing.push((*line, *column));
                continue;
            }
            let numbers = inputs.iter().map(|column| self.number(*line, cells, *column));
            rows.push(numbers.collect::<Result<Vec<f64>, Error>>()?);
            let cell = &cells[target];
            if !choice.classes {
                values.push(vec![self.number(*line, cells, target)?]);
                continue;
            }
            let known = match known_names {
                true => cell.parse().ok().filter(|class| *class < classes.len()),
                false => classes.iter().position(|known| known == cell),
            };
            if known.is_none() {
                classes.push(cell.clone());
            }
            labels.push(known.unwrap_or(classes.len() - 1));
            if classes.len() > MOST_CLASSES {
                return Err(problem(format!(
                    "Column {} has more than {MOST_CLASSES} classes by line {line}: choose \
                     another target.",
                    quoted(&self.names[target])
                )));
            }
        }
        if rows.is_empty() {
            return Err(problem(
                "Every row lacks something, and rows that do are left out: fill in what is \
                 missing, or leave out the columns that lack it.",
            ));
        }
        if choice.classes && classes.len() == 1 {
            return Err(problem(format!(
                "All rows have {} in column {}: at least two classes are needed to tell apart.",
                quoted(&classes[0]),
                quoted(&self.names[target])
            )));
        }
        let targets = match choice.classes {
            true => Targets::Classes { names: classes, labels },
            false => Targets::Values { names: vec![self.names[target].clone()], values },
        };
        let inputs = inputs.iter().map(|column| self.names[*column].clone()).collect();
        Ok((Table { inputs, rows, targets, dropped: missing.len() }, missing))
    }

    /// Number in a cell. Fails with the line and the column if it is none.
    fn number(&self, line: usize, cells: &[String], column: usize) -> Result<f64, Error> {
        let cell = &cells[column];
        number(cell, self.decimal_comma).ok_or_else(|| {
            let place = format!("line {line}, {}", quoted(&self.names[column]));
            let expected = if cell.parse::<f64>().is_ok() {
                "a number from −1e100 to 1e100"
            } else {
                "a number such as 1.5, or nothing if it is missing; only the target may be a word"
            };
            Error::bad_value(&place, cell, expected)
        })
    }
}

fn problem(text: impl Into<String>) -> Error {
    Error::Inconsistent(text.into())
}

/// Number of cells up to the last one that is not empty.
fn filled(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// Names of the classes from a header such as `150,4,setosa,versicolor,…`, which holds the
/// numbers of rows and inputs and is removed; empty if there is none.
fn class_names(rows: &mut Vec<Line>) -> Vec<String> {
    let counts = |cell: &String, count: usize| cell.parse() == Ok(count);
    match rows.as_slice() {
        [(_, first), (_, second), ..]
            if first.len() > 3
                && counts(&first[0], rows.len() - 1)
                && counts(&first[1], second.len() - 1)
                && first[2..].iter().all(|name| number(name, false).is_none()) =>
        {
            rows.remove(0).1.split_off(2)
        }
        _ => Vec::new(),
    }
}

/// Separator of the cells, from the first two lines that are not empty.
fn separator(text: &str) -> u8 {
    let mut found = b' ';
    let mut quotes = false;
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    for line in lines.take(2) {
        for byte in line.bytes() {
            match byte {
                b'"' => quotes = !quotes,
                _ if quotes => {}
                b'\t' => return b'\t',
                b';' => found = b';',
                b'|' if found != b';' => found = b'|',
                b',' if found == b' ' => found = b',',
                _ => {}
            }
        }
        if found != b' ' && !quotes {
            break;
        }
    }
    found
}

/// Rows with a cell that is not empty, each with the line it begins on, counted from `line` on:
/// at most two more than [`MOST_ROWS`].
///
/// Quotes and the ends of cells and rows are those of [`csv_core`], cell by cell. The reader of
/// the crate `csv`, which is built on it, reports neither a quote that is never closed nor the
/// line of a row after empty ones, and reads a quote after a blank as a letter.
fn lines(text: &str, separator: u8, mut line: usize) -> Result<Vec<Line>, Error> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let (mut rest, mut buffer) = (text.as_str(), vec![0; text.len() + 1]);
    let (mut lines, mut cells, mut start) = (Vec::new(), Vec::new(), line);
    while lines.len() < MOST_ROWS + 2 {
        // No part of a cell; where blanks separate cells, several are one.
        rest = rest.trim_start_matches(' ');
        if cells.is_empty() {
            start = line;
            let comment = rest.starts_with('#');
            match rest.split_once('\n') {
                None => break,
                Some((skipped, _)) if comment && skipped.contains('\0') => {
                    return Err(no_text(line, 1));
                }
                Some((skipped, below)) if comment || skipped.is_empty() => {
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
                lines.push((start, row));
            }
        }
    }
    Ok(lines)
}

fn no_text(line: usize, cell: usize) -> Error {
    problem(format!(
        "Line {line}, cell {cell}: there is a character that no text has. Save the table as CSV, in \
         UTF-8."
    ))
}

fn is_missing(cell: &str) -> bool {
    MISSING.iter().any(|missing| cell.eq_ignore_ascii_case(missing))
}

/// Whether `point` can be the decimal mark of a cell's number: `Some(true)` if it must, because
/// it separates no thousands, `Some(false)` if it may, `None` if it cannot.
fn mark(cell: &str, point: char, thousands: char) -> Option<bool> {
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
/// with an ASCII minus sign.
fn bare(cell: &str) -> Cow<'_, str> {
    let cell = cell.strip_suffix('%').unwrap_or(cell).trim_end();
    let mut text = match cell.strip_prefix('\u{2212}') {
        Some(size) => ["-", size].concat().into(),
        None => Cow::from(cell),
    };
    for mark in [' ', '\u{a0}', '\u{202f}', '\''] {
        let whole = text.split(['.', ',']).next().unwrap_or("");
        if whole.contains(mark) && in_thousands(whole, mark) {
            text = text.replace(mark, "").into();
        }
    }
    text
}

fn number(cell: &str, decimal_comma: bool) -> Option<f64> {
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

/// Names of the columns: a missing one is numbered from 1, and a duplicate is marked with its
/// column.
fn column_names(first: &[String], header: bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, cell) in first.iter().enumerate() {
        let number = (index + 1).to_string();
        names.push(match cell {
            _ if !header || cell.is_empty() => ["column ", &number].concat(),
            cell if names.contains(cell) => [cell, " (column ", &number, ")"].concat(),
            cell => cell.clone(),
        });
    }
    names
}
