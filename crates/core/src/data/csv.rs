//! A table of one's own, from text with one row in each line.

use super::{Table, Targets, quoted};
use crate::{Error, decimal};

/// A line's number, counted from 1, and its cells.
type Line = (usize, Vec<String>);

/// How many rows a file may have, its header aside.
pub const MOST_ROWS: usize = 100_000;
/// How many columns a file may have.
pub const MOST_COLUMNS: usize = 100;
/// How many classes the target column may name.
pub const MOST_CLASSES: usize = 50;
/// How large a number may be, either way: its square must still be far from infinite.
pub const MOST: f64 = 1e100;

/// What stands for a missing value, in capital or small letters.
const MISSING: [&str; 4] = ["", "?", "NA", "NaN"];

/// Reads a table. `target` names the column that is expected of the network;
/// without it that is the last one. All other columns are inputs.
///
/// - Cells are separated by tabs if the first line has one outside quotes, else
///   by semicolons if it has one, else by commas. Quotes are as in RFC 4180;
///   blanks around a cell and empty lines do not count.
/// - The first line is a header if none of its cells is a number and a later
///   line has one. Otherwise the columns are called column 1, column 2, …
/// - A row in which a cell is empty, `?`, `NA` or `NaN` is left out and counted
///   in [`Table::dropped`].
/// - Inputs are numbers. The target's first present cell decides: if it is a
///   number, all must be, and [`Targets::Values`] are expected; if it is a text,
///   so must all be, and they are [`Targets::Classes`] in the order of their first
///   appearance. Numbers are never classes: write `class 1` instead of `1`.
/// - Unless commas separate, `1,5` is understood as 1.5, provided that no number
///   of the file has a point.
pub fn read(text: &str, target: Option<&str>) -> Result<Table, Error> {
    let Sheet { mut names, rows, first_line, decimal_comma } = Sheet::read(text)?;
    let target = target_column(&names, target)?;
    let number = |cell: &str| number(cell, decimal_comma);
    let mut target_cells = rows.iter().filter_map(|(_, cells)| cells.get(target));
    let values_expected =
        target_cells.find(|cell| !is_missing(cell)).is_some_and(|cell| number(cell).is_some());

    let (mut inputs, mut values, mut dropped) = (Vec::new(), Vec::new(), 0);
    let (mut classes, mut labels) = (Vec::<String>::new(), Vec::new());
    for (line, cells) in &rows {
        if cells.len() != names.len() {
            return Err(problem(format!(
                "Line {line} has {} cell(s), line {first_line} has {}: give every line as many, \
                 and put a cell that contains a separator in quotes.",
                cells.len(),
                names.len()
            )));
        }
        let mut row = Vec::with_capacity(cells.len() - 1);
        let (mut value, mut class, mut complete) = (None, None, true);
        for (column, cell) in cells.iter().enumerate() {
            match number(cell) {
                _ if is_missing(cell) => complete = false,
                Some(number) if column != target => row.push(number),
                Some(number) if values_expected => value = Some(number),
                None if column == target && !values_expected => class = Some(cell),
                found => {
                    let place = format!("line {line}, {}", quoted(&names[column]));
                    let expected = if found.is_some() {
                        "a word, like the cells above it; write “class 1” instead of 1"
                    } else if decimal::parse(cell).is_some() {
                        "a number from −1e100 to 1e100"
                    } else if *line == first_line {
                        "a number: this line is no header, which has none while later lines do"
                    } else if column == target {
                        "a number such as 1.5, like the cells above it"
                    } else {
                        "a number such as 1.5, or nothing if it is missing; only the target may \
                         be a word"
                    };
                    return Err(Error::bad_value(&place, cell, expected));
                }
            }
        }
        if !complete {
            dropped += 1;
            continue;
        }
        inputs.push(row);
        values.extend(value.map(|value| vec![value]));
        if let Some(class) = class {
            let known = classes.iter().position(|known| known == class);
            labels.push(known.unwrap_or(classes.len()));
            if known.is_none() {
                classes.push(class.to_string());
            }
        }
        if classes.len() > MOST_CLASSES {
            return Err(problem(format!(
                "Column {} has more than {MOST_CLASSES} classes: choose another target.",
                quoted(&names[target])
            )));
        }
    }
    if inputs.is_empty() {
        return Err(problem(
            "Every row lacks something, and rows that do are left out: fill in what is missing, \
             or remove the columns that lack it.",
        ));
    }
    if classes.len() == 1 {
        return Err(problem(format!(
            "All rows have {} in column {}: at least two classes are needed to tell apart.",
            quoted(&classes[0]),
            quoted(&names[target])
        )));
    }
    let target = names.remove(target);
    let targets = if values_expected {
        Targets::Values { names: vec![target], values }
    } else {
        Targets::Classes { names: classes, labels }
    };
    Ok(Table { inputs: names, rows: inputs, targets, dropped })
}

/// A file taken apart, before it is known what its cells should be.
struct Sheet {
    /// The columns' names.
    names: Vec<String>,
    /// The lines below the header.
    rows: Vec<Line>,
    /// The number of the first line that is not empty.
    first_line: usize,
    /// Whether `1,5` means 1.5.
    decimal_comma: bool,
}

impl Sheet {
    fn read(text: &str) -> Result<Sheet, Error> {
        let text = text.trim_start_matches('\u{feff}');
        let separator = separator(text);
        let mut lines = lines(text, separator);
        let any = |line: &Line, test: &dyn Fn(&str) -> bool| line.1.iter().any(|cell| test(cell));
        let with_point = |cell: &str| cell.contains('.') && number(cell, false).is_some();
        let decimal_comma = separator != b',' && !lines.iter().any(|line| any(line, &with_point));

        let Some((first_line, first)) = lines.first() else {
            return Err(problem("This file is empty: it needs a row of numbers in each line."));
        };
        let first_line = *first_line;
        let mut numbers =
            lines.iter().map(|line| any(line, &|cell| number(cell, decimal_comma).is_some()));
        let header = numbers.next() == Some(false) && numbers.any(|has_some| has_some);
        let names = column_names(first, header)?;
        let rows = lines.split_off(usize::from(header));
        if rows.len() > MOST_ROWS {
            let text = format!("This file has more than {MOST_ROWS} rows: leave some of them out.");
            return Err(problem(text));
        }
        Ok(Sheet { names, rows, first_line, decimal_comma })
    }
}

fn problem(text: impl Into<String>) -> Error {
    Error::Inconsistent(text.into())
}

/// What separates the cells, judged by the first line that is not empty.
fn separator(text: &str) -> u8 {
    let mut quotes = false;
    let mut semicolon = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quotes = !quotes,
            _ if quotes => {}
            b'\r' | b'\n' => break,
            b'\t' => return b'\t',
            b';' => semicolon = true,
            _ => {}
        }
    }
    if semicolon { b';' } else { b',' }
}

/// The lines that are not empty: at most one more than a header and [`MOST_ROWS`].
fn lines(text: &str, separator: u8) -> Vec<Line> {
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    // Whether nothing of the cell was read yet, and whether a quote is open.
    let (mut fresh, mut quotes) = (true, false);
    let (mut line, mut start, mut taken, mut last) = (1, 1, 0, None);
    let mut rest = text.chars().map(Some).chain([None]).peekable();
    while let Some(char) = rest.next() {
        let line_ends = match char {
            Some('\r' | '\n') => !quotes,
            _ => char.is_none(),
        };
        if fresh && cells.is_empty() {
            start = line;
        }
        match char {
            _ if line_ends && fresh && cells.is_empty() => {}
            _ if line_ends || !quotes && char == Some(separator.into()) => {
                cells.push(cell.trim().to_string());
                cell.clear();
                (fresh, quotes) = (true, false);
            }
            Some('"') if quotes && rest.next_if_eq(&Some('"')).is_none() => quotes = false,
            Some('"') if fresh => (fresh, quotes) = (false, true),
            Some(char) => {
                cell.push(char);
                fresh = false;
            }
            None => {}
        }
        if line_ends && !cells.is_empty() {
            taken += 1;
            if cells.len() > 1 || !cells[0].is_empty() {
                lines.push((start, std::mem::take(&mut cells)));
            }
            cells.clear();
            if taken == MOST_ROWS + 2 {
                break;
            }
        }
        line += usize::from(char == Some('\r') || char == Some('\n') && last != Some('\r'));
        last = char;
    }
    lines
}

fn is_missing(cell: &str) -> bool {
    MISSING.iter().any(|missing| cell.eq_ignore_ascii_case(missing))
}

fn number(cell: &str, decimal_comma: bool) -> Option<f64> {
    let number =
        if decimal_comma { decimal::parse(&cell.replace(',', ".")) } else { decimal::parse(cell) };
    // False for NaN, too.
    number.filter(|number| number.abs() <= MOST)
}

/// The columns' names; what the header lacks is counted from 1.
fn column_names(first: &[String], header: bool) -> Result<Vec<String>, Error> {
    if first.len() < 2 {
        return Err(problem(
            "This file has one column: it needs an input and a target, separated by a comma, a \
             semicolon or a tab.",
        ));
    }
    if first.len() > MOST_COLUMNS {
        return Err(problem(format!(
            "This file has {} columns: leave out all but {MOST_COLUMNS}.",
            first.len()
        )));
    }
    let name = |(index, cell): (usize, &String)| match cell {
        cell if header && !cell.is_empty() => cell.to_string(),
        _ => format!("column {}", index + 1),
    };
    Ok(first.iter().enumerate().map(name).collect())
}

/// The first column of this name, or the last of all.
fn target_column(names: &[String], target: Option<&str>) -> Result<usize, Error> {
    let Some(target) = target else { return Ok(names.len() - 1) };
    names.iter().position(|name| name == target.trim()).ok_or_else(|| {
        let known: Vec<String> = names.iter().take(10).map(|name| quoted(name)).collect();
        let more = if names.len() > 10 { ", …" } else { "" };
        Error::bad_value("target", target, format!("a column: {}{more}", known.join(", ")))
    })
}
