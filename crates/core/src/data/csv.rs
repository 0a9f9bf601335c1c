//! CSV parser: a user's own table, one row in each line.

mod date;
mod decode;
mod lines;
mod number;
mod roles;
mod units;

use super::table::{Table, Targets, quoted};
use crate::Error;
use date::Order;
pub use decode::decode;
use lines::{Line, Lines, filled};
pub use number::MOST;
use number::{is_code, is_missing, mark, number};
pub use roles::{Choice, Reason, Role};

/// Largest number of rows of a file, without the header.
pub const MOST_ROWS: usize = 100_000;
/// Largest number of columns of a file.
pub const MOST_COLUMNS: usize = 100;
/// Largest number of classes in the target column.
pub const MOST_CLASSES: usize = 50;

/// Parses a table. `target` names the target column; all else is as in [`Sheet::usual`]. Fails
/// if the text is no table, or has no such column.
pub fn read(text: &str, target: Option<&str>) -> Result<Table, Error> {
    let sheet = Sheet::read(text)?;
    let target = target.map(|name| sheet.column(name)).transpose()?;
    Ok(sheet.table(&sheet.usual(target))?.0)
}

/// Content type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers, at least half of them: other cells are errors.
    Numbers,
    /// Dates, all of them. As numbers they are years, with decimals.
    Dates(Order),
    /// Words, more than half of them, or codes such as 007.
    Words,
    /// No cell with a value.
    Empty,
}

/// Parsed file, before roles are assigned to its columns.
///
/// - The separator is the one of tabs, semicolons, bars, commas and blanks that makes most lines
///   equally long. A line `sep=;` before all others sets it, too.
/// - Quotes are as in RFC 4180; blanks around a cell and empty lines are ignored, and so are empty
///   cells beyond the last column. Lines that begin with # and lines before the table, which have
///   fewer cells, are skipped and counted.
/// - The first line is a header if in some column it has a word where all others have numbers.
///   Otherwise the columns are named column 1, column 2, … A header as of scikit-learn holds the
///   numbers of rows and inputs and the names of the classes: `150,4,setosa,…`.
/// - A number is as in `-1.5e3`, also with a true minus sign, with a percent sign after it, or with
///   marks between its thousands. The comma is the decimal mark (`1,5` is 1.5) if no number of the
///   file must be read with a point and either the separator is not a comma or some comma separates
///   no thousands.
/// - Where all cells of a column have the same unit, as in `5 kg` or `€3`, it moves into the
///   column's name. Beside $ and £ the comma is no decimal mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Names of the columns.
    pub names: Vec<String>,
    /// Content types of the columns.
    pub kinds: Vec<Kind>,
    /// Numbers of the lines that were skipped, from 1.
    pub skipped: Vec<usize>,
    /// Lines below the header.
    rows: Vec<Line>,
    /// Whether there is a header.
    header: bool,
    /// Names of the classes 0, 1, … of the last column, if the header has them.
    class_names: Vec<String>,
    /// Whether the comma is the decimal mark.
    decimal_comma: bool,
}

impl Sheet {
    /// Parses a file's text. Fails with the reason if it is no table of at least two
    /// columns, or exceeds a limit.
    pub fn read(text: &str) -> Result<Sheet, Error> {
        let (Lines { mut rows, skipped }, separator) = lines::read(text)?;
        let units = units::take_off(&mut rows);
        let cells = || rows.iter().flat_map(|(_, cells)| cells);
        let pointed = cells().any(|cell| mark(cell, '.', ',') == Some(true))
            || units.iter().flatten().any(|unit| units::has_point(unit));
        let decimal_comma = !pointed
            && cells()
                .any(|cell| mark(cell, ',', '.').is_some_and(|sure| sure || separator != b','));

        let class_names = class_names(&mut rows);
        make_equally_wide(&mut rows)?;
        let is_number = |cell: &String| {
            number(cell, decimal_comma).is_some() || date::order([cell].into_iter()).is_some()
        };
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
        let names = column_names(first, header, &units);
        if header {
            rows.remove(0);
        }
        if rows.len() > MOST_ROWS {
            let text = format!("This file has more than {MOST_ROWS} rows: leave some of them out.");
            return Err(problem(text));
        }
        let kinds = (0..names.len()).map(|column| kind(&rows, column, decimal_comma)).collect();
        Ok(Sheet { names, kinds, skipped, rows, header, class_names, decimal_comma })
    }

    /// Index of the first column of this name, with or without its unit. Fails with a list of the
    /// names.
    pub fn column(&self, name: &str) -> Result<usize, Error> {
        let names = || self.names.iter();
        let name = name.trim();
        let without_unit = |known: &String| {
            known.strip_suffix(')').and_then(|known| known.rsplit_once(" (")).map(|it| it.0)
                == Some(name)
        };
        let found =
            names().position(|known| known == name).or_else(|| names().position(without_unit));
        found.ok_or_else(|| {
            let known: Vec<String> = self.names.iter().take(10).map(|name| quoted(name)).collect();
            let more = if self.names.len() > 10 { ", …" } else { "" };
            Error::bad_value("target", name, format!("a column: {}{more}", known.join(", ")))
        })
    }

    /// Cells of a column that have a value.
    fn present(&self, column: usize) -> impl Iterator<Item = &String> + Clone {
        present(&self.rows, column)
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
                false => classes.iter().position(|known| self.same(target, known, cell)),
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

    /// Whether two cells of a column are the same class: equal words, or equal numbers.
    fn same(&self, column: usize, one: &str, other: &str) -> bool {
        let number = |cell| number(cell, self.decimal_comma);
        one == other
            || self.kinds[column] == Kind::Numbers
                && number(one).is_some_and(|value| number(other) == Some(value))
    }

    /// Number in a cell. Fails with the line and the column if it is none.
    fn number(&self, line: usize, cells: &[String], column: usize) -> Result<f64, Error> {
        let cell = &cells[column];
        let read = match self.kinds[column] {
            Kind::Dates(order) => date::years(cell, order),
            _ => number(cell, self.decimal_comma),
        };
        read.ok_or_else(|| {
            let place = format!("line {line}, {}", quoted(&self.names[column]));
            let expected = if cell.parse::<f64>().is_ok() {
                "a number from −1e100 to 1e100"
            } else if units::has_unit(cell) {
                "a number such as 1.5, with the same unit in the whole column, or with none"
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

fn present(rows: &[Line], column: usize) -> impl Iterator<Item = &String> + Clone {
    rows.iter().map(move |(_, cells)| &cells[column]).filter(|cell| !is_missing(cell))
}

/// Content type of a column.
fn kind(rows: &[Line], column: usize, decimal_comma: bool) -> Kind {
    let cells = || present(rows, column);
    let count = cells().count();
    let numbers = cells().filter(|cell| number(cell, decimal_comma).is_some()).count();
    let digits = |cell: &String| cell.bytes().all(|byte| byte.is_ascii_digit());
    if count == 0 {
        return Kind::Empty;
    }
    // A number is written without zeros before it: digits that have them are a code.
    if cells().any(|cell| is_code(cell)) && cells().all(digits) {
        return Kind::Words;
    }
    // Dates such as 31.12 are numbers before anything else.
    match date::order(cells()) {
        _ if numbers == count => Kind::Numbers,
        Some(order) => Kind::Dates(order),
        None if 2 * numbers >= count => Kind::Numbers,
        None => Kind::Words,
    }
}

/// Cuts off empty cells beyond the last column, as the first line has it. Fails with the reason if
/// the lines are not equally long, too long, or none.
fn make_equally_wide(rows: &mut [Line]) -> Result<(), Error> {
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
    for (line, cells) in rows {
        cells.truncate(filled(cells).max(width));
        if cells.len() != width {
            return Err(problem(format!(
                "Line {line} has {} cell(s), line {first_line} has {width}: give every line \
                 as many, and put a cell that contains a separator in quotes.",
                cells.len()
            )));
        }
    }
    Ok(())
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

/// Names of the columns, with their units: a missing one is numbered from 1, and a duplicate is
/// marked with its column.
fn column_names(first: &[String], header: bool, units: &[Option<String>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, cell) in first.iter().enumerate() {
        let number = (index + 1).to_string();
        let name = match cell {
            _ if !header || cell.is_empty() => ["column ", &number].concat(),
            cell => cell.clone(),
        };
        let name = match units.get(index) {
            Some(Some(unit)) if !name.contains(unit.as_str()) => [&name, " (", unit, ")"].concat(),
            _ => name,
        };
        let is_known = names.contains(&name);
        names.push(if is_known { [&name, " (column ", &number, ")"].concat() } else { name });
    }
    names
}
