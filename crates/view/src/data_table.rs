//! Data tables: a picture in numbers, for whoever does not see it.

use crate::text::messages::Words;

/// A picture in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// Names of the columns; the first one names the rows.
    pub columns: Vec<String>,
    /// A cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number; a dash stands for one that is not finite.
    Number(f64),
    /// A whole number.
    Count(u32),
    /// A number in a form of its own, such as a percentage.
    Formatted(String, f64),
    /// Words.
    Text(String),
}

/// Sign in the place of a number that is not finite.
const NONE: &str = "–";

impl Cell {
    /// The cell as it is shown, in a language.
    pub fn shown(&self, words: Words) -> String {
        match self {
            Cell::Number(value) if value.is_finite() => words.trimmed(*value, 4),
            Cell::Number(_) => NONE.to_string(),
            Cell::Count(value) => words.count(*value),
            Cell::Formatted(text, _) | Cell::Text(text) => text.clone(),
        }
    }
}

/// Largest number of rows of samples, steps or places.
const ROWS: usize = 21;
/// Number of columns and rows of a grid of heights or answers.
pub(crate) const GRID: usize = 9;

/// At most 21 of so many indices, the first and the last among them, evenly apart.
pub fn few(count: usize) -> Vec<usize> {
    spread(count, ROWS)
}

/// At most `most` of so many indices, the first and the last among them, evenly apart.
pub(crate) fn spread(count: usize, most: usize) -> Vec<usize> {
    if count <= most {
        return (0..count).collect();
    }
    (0..most).map(|index| index * (count - 1) / (most - 1)).collect()
}

/// Values from one end of a range to the other, as many as there are rows, with another one in
/// its place among them.
pub(crate) fn along((low, high): (f64, f64), other: f64) -> Vec<f64> {
    let mut values = even((low, high), ROWS);
    if (low..=high).contains(&other) && !values.contains(&other) {
        values.push(other);
        values.sort_by(f64::total_cmp);
    }
    values
}

/// So many values from one end of a range to the other.
pub(crate) fn even((low, high): (f64, f64), count: usize) -> Vec<f64> {
    (0..count).map(|index| low + (high - low) * index as f64 / (count - 1) as f64).collect()
}

/// A grid in numbers: a column for each x, a row for each y, the highest y first, as one sees it.
pub(crate) fn grid(
    corner: String,
    xs: &[f64],
    ys: &[f64],
    cell: impl Fn(usize, usize) -> Cell,
    words: Words,
) -> DataTable {
    let columns = xs.iter().map(|x| words.significant(*x, 3));
    let row = |y: usize| {
        let cells = (0..xs.len()).map(|x| cell(x, y));
        [Cell::Number(ys[y])].into_iter().chain(cells).collect()
    };
    DataTable {
        columns: [corner].into_iter().chain(columns).collect(),
        rows: (0..ys.len()).rev().map(row).collect(),
    }
}

impl DataTable {
    /// The table as CSV, numbers with all their digits.
    pub fn csv(&self) -> String {
        let quoted = |text: &str| match text.contains([',', '"', '\n']) {
            true => format!("\"{}\"", text.replace('"', "\"\"")),
            false => text.to_string(),
        };
        let cell = |cell: &Cell| match cell {
            Cell::Number(value) | Cell::Formatted(_, value) if value.is_finite() => {
                value.to_string()
            }
            Cell::Number(_) | Cell::Formatted(..) => NONE.to_string(),
            Cell::Count(value) => value.to_string(),
            Cell::Text(text) => quoted(text),
        };
        let head = self.columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",");
        let rows = self.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(","));
        [head].into_iter().chain(rows).flat_map(|line| [line, "\n".into()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_of_many_have_the_first_and_the_last() {
        assert_eq!(few(3), [0, 1, 2]);
        for count in [22, 100, 512, 513] {
            let some = few(count);
            assert_eq!((some.len(), some[0], some[ROWS - 1]), (ROWS, 0, count - 1));
            assert!(some.is_sorted_by(|a, b| a < b), "{count}");
        }
    }

    #[test]
    fn csv_has_all_digits_and_quotes_what_needs_it() {
        let table = DataTable {
            columns: vec!["a, b".into(), "c".into()],
            rows: vec![
                vec![Cell::Text("say \"x\"".into()), Cell::Number(1.0 / 3.0)],
                vec![Cell::Count(12_000), Cell::Number(f64::NAN)],
            ],
        };
        assert_eq!(table.csv(), "\"a, b\",c\n\"say \"\"x\"\"\",0.3333333333333333\n12000,–\n");
        assert_eq!(table.rows[0][1].shown(crate::text::native::ENGLISH), "0.3333");
    }
}
