//! Roles of a table's columns: inputs, the target, and those that are left out.

use super::number::number;
use super::units::has_unit;
use super::{Kind, MOST_CLASSES, Sheet, date};

/// Largest integer taken for a class label; labels run from 0 or 1 on without gaps.
const MOST_NUMBERED: usize = 10;

/// Names, in small letters and digits, of columns that may number the rows.
const ROW_NUMBERS: [&str; 24] = [
    "id",
    "index",
    "idx",
    "row",
    "rows",
    "rowid",
    "rowname",
    "rownames",
    "rownum",
    "rownumber",
    "no",
    "nr",
    "num",
    "number",
    "n",
    "i",
    "obs",
    "observation",
    "record",
    "case",
    "sample",
    "entry",
    "line",
    "lfdnr",
];

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

/// Roles of the columns of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Roles, `[column]`.
    pub roles: Vec<Role>,
    /// Whether the target's cells are classes; otherwise they are values.
    pub classes: bool,
}

/// Reason for which a column is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It numbers the rows.
    RowNumbers,
    /// It holds dates, which can be chosen as numbers.
    Dates,
    /// It holds numbers of which not all have the same unit.
    Units,
    /// It holds no numbers, or it was chosen so.
    NoNumbers,
}

impl Sheet {
    /// Default roles of the columns.
    ///
    /// The target is the last column of words with two to [`MOST_CLASSES`] classes of which some
    /// come again, else the last one of numbers; inputs are all other columns of numbers but those
    /// that number the rows. Without any of these, dates are inputs, or else the rows' numbers.
    pub fn usual(&self, target: Option<usize>) -> Choice {
        let target = target.unwrap_or_else(|| self.usual_target());
        let others = |fits: &dyn Fn(usize) -> bool| -> Vec<usize> {
            (0..self.names.len()).filter(|column| *column != target && fits(*column)).collect()
        };
        let numbers = others(&|column| self.is_number(column) && !self.numbers_rows(column));
        let dates = others(&|column| matches!(self.kinds[column], Kind::Dates(_)));
        let inputs = [numbers, dates, others(&|column| self.is_number(column))];
        let inputs = inputs.into_iter().find(|columns| !columns.is_empty()).unwrap_or_default();
        let role = |column: usize| match column {
            _ if column == target => Role::Target,
            _ if inputs.contains(&column) => Role::Input,
            _ => Role::Unused,
        };
        let roles = (0..self.names.len()).map(role).collect();
        Choice { roles, classes: self.could_be_classes(target) }
    }

    fn usual_target(&self) -> usize {
        let columns = || (0..self.names.len()).rev();
        let words = |column: &usize| self.kinds[*column] == Kind::Words;
        let numbers = |column: &usize| self.is_number(*column);
        let more = columns().filter(|column| self.can_be_input(*column)).count() > 1;
        // Among two or three rows, each may well be the only one of its class.
        let few = |column: &usize| self.rows.len() <= 3 && self.classes(*column).is_some();
        columns()
            .find(|column| words(column) && self.names_classes(*column))
            .or_else(|| columns().find(|it| more && numbers(it) && !self.numbers_rows(*it)))
            .or_else(|| columns().find(|column| words(column) && few(column)))
            .or_else(|| columns().find(numbers))
            .unwrap_or(self.names.len() - 1)
    }

    fn is_number(&self, column: usize) -> bool {
        self.kinds[column] == Kind::Numbers
    }

    /// Whether a column can be an input: it holds numbers, or dates.
    pub fn can_be_input(&self, column: usize) -> bool {
        matches!(self.kinds[column], Kind::Numbers | Kind::Dates(_))
    }

    /// Reason for which a column that is neither an input nor the target is left out.
    pub fn reason(&self, column: usize) -> Reason {
        match self.kinds[column] {
            Kind::Numbers if self.numbers_rows(column) => Reason::RowNumbers,
            Kind::Dates(_) => Reason::Dates,
            Kind::Words if self.has_units(column) => Reason::Units,
            _ => Reason::NoNumbers,
        }
    }

    fn has_units(&self, column: usize) -> bool {
        let is_number = |cell: &String| number(cell, self.decimal_comma).is_some();
        let mut cells = self.present(column);
        cells.clone().any(|cell| has_unit(cell)) && cells.all(|it| has_unit(it) || is_number(it))
    }

    /// Whether a column of dates leaves open which number is the month; the first one is taken.
    pub fn is_ambiguous(&self, column: usize) -> bool {
        matches!(self.kinds[column], Kind::Dates(_)) && date::is_ambiguous(self.present(column))
    }

    /// Whether a column most likely numbers the rows: whole numbers that rise by one, without a
    /// name or under one such as `id`; without a header, in the first column and from 0 or 1 on.
    pub fn numbers_rows(&self, column: usize) -> bool {
        let name = &self.names[column];
        let plain: String =
            name.to_lowercase().chars().filter(|char| char.is_alphanumeric()).collect();
        let unnamed = *name == format!("column {}", column + 1);
        let ends = ["Id", "ID", "_id", " id", "-id", "_no", " no", "_nr", " nr"];
        let named = ROW_NUMBERS.contains(&plain.as_str())
            || ["#", "№"].contains(&name.as_str())
            || plain.starts_with("unnamed")
            || ends.iter().any(|end| name.ends_with(end));
        let number = |(_, cells): &(usize, Vec<String>)| number(&cells[column], self.decimal_comma);
        let mut numbers = self.rows.iter().map(number);
        let Some(first) = numbers.next().flatten().filter(|first| first.trunc() == *first) else {
            return false;
        };
        let counts = column == 0 && (first == 0.0 || first == 1.0);
        let fits = named || unnamed && (self.header || counts);
        let rising = (1..).zip(numbers).all(|(k, number)| number == Some(first + f64::from(k)));
        fits && self.rows.len() > 2 && rising
    }

    /// Whether a column's cells are most likely class labels: words; numbers of two values that
    /// both come again; or a few integers without a gap from 0 or 1 on, each at least three times.
    pub fn could_be_classes(&self, column: usize) -> bool {
        let named = !self.class_names.is_empty() && column + 1 == self.names.len();
        if named || self.kinds[column] == Kind::Words {
            return true;
        }
        if !self.is_number(column) {
            return false;
        }
        if let Some([one, other]) = self.classes(column).as_deref() {
            return one.1 > 1 && other.1 > 1;
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

    /// The different cells of a column, each with its count: two to [`MOST_CLASSES`], or none.
    fn classes(&self, column: usize) -> Option<Vec<(&String, usize)>> {
        let mut classes: Vec<(&String, usize)> = Vec::new();
        for cell in self.present(column) {
            match classes.iter_mut().find(|(known, _)| self.same(column, known, cell)) {
                Some((_, count)) => *count += 1,
                None => classes.push((cell, 1)),
            }
            if classes.len() > MOST_CLASSES {
                return None;
            }
        }
        (classes.len() > 1).then_some(classes)
    }

    /// Whether a column of words names classes: some come again, and of many, most do.
    fn names_classes(&self, column: usize) -> bool {
        let rows = self.present(column).count();
        self.classes(column).is_some_and(|classes| {
            let count = classes.len();
            count < rows && (count < 10 || 2 * count <= rows)
        })
    }
}
