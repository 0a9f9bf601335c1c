//! Features: formulas of the data's inputs, such as x², xy and sin x, fed to the network.

use crate::Error;
use crate::data::table::Table;
use crate::formula::Formula;
use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// Separator between two formulas.
pub const BETWEEN: &str = ";";
/// Largest number of features.
pub const MOST: usize = 12;
/// Largest number of characters of all formulas together.
pub const LONGEST: usize = 1000;
/// Largest absolute value of a feature, as in a user's own table.
const MOST_SIZE: f64 = 1e100;

/// Formulas of x and y, the data's first and second input, in the data's own units. In text they
/// are joined by semicolons, as in `x;y;x^2`. Empty for the inputs themselves.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(into = "String")]
pub struct Features(Arc<[Formula]>);

impl Features {
    /// Parses formulas joined by semicolons; empty parts are skipped. Fails if one is no
    /// formula, or beyond [`MOST`] and [`LONGEST`].
    pub fn parse(text: &str) -> Result<Features, Error> {
        let parts: Vec<&str> =
            text.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > MOST || text.chars().count() > LONGEST {
            let expected = format!(
                "up to {MOST} formulas joined by semicolons, such as x;y;x^2, of {LONGEST} \
                 characters in all"
            );
            return Err(Error::bad_value("features", text, expected));
        }
        let formula = |part: &&str| {
            let formula = Formula::parse(part)
                .map_err(|error| Error::Inconsistent(format!("Feature “{part}”: {error}")))?;
            if !formula.names()[0].starts_with('x') {
                return Err(Error::Inconsistent(format!(
                    "Feature “{part}”: the first input is x, the second one y."
                )));
            }
            Ok(formula)
        };
        parts.iter().map(formula).collect::<Result<_, _>>().map(Features)
    }

    /// Whether there are no features, so that the inputs are fed to the network themselves.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Formulas, in order.
    pub fn formulas(&self) -> &[Formula] {
        &self.0
    }

    /// Names of the network's inputs.
    pub fn names(&self, table: &Table) -> Vec<String> {
        match self.is_empty() {
            true => table.inputs.clone(),
            false => self.0.iter().map(|formula| label(formula, table)).collect(),
        }
    }

    /// Inputs of the network from a table, before standardization: `[input][row]`. Fails if a
    /// formula has no finite value at some row, or more variables than the data, and for data of
    /// more than two inputs.
    pub fn columns(&self, table: &Table) -> Result<Vec<Vec<f64>>, Error> {
        let width = table.inputs.len();
        if self.is_empty() {
            let column = |input| table.rows.iter().map(|row| row[input]).collect();
            return Ok((0..width).map(column).collect());
        }
        if width > 2 {
            return Err(Error::Inconsistent(format!(
                "Features are formulas of x and y: they need data of one or two inputs, and \
                 these have {width}. Choose other data, or leave features empty."
            )));
        }
        self.0.iter().map(|formula| column(formula, table)).collect()
    }

    /// Feature values at points of the data's plane, `[feature][point]`: not finite where a
    /// formula is undefined. `x` and `y` are as for [`crate::data::split::Split::inputs_at`].
    pub(crate) fn at<'a>(
        &'a self,
        x: &'a [f64],
        y: &'a [f64],
    ) -> impl Iterator<Item = impl Iterator<Item = f64>> {
        let place = |index: usize| [x[index], y.get(index).copied().unwrap_or(0.0)];
        self.0
            .iter()
            .map(move |formula| (0..x.len()).map(move |index| formula.value(&place(index))))
    }
}

/// Labels of a table's first two inputs: their names if at most two characters long, else x and
/// y.
pub fn variables(table: &Table) -> [&str; 2] {
    let short = |name: &&String| name.chars().count() <= 2;
    match &table.inputs[..] {
        [x, y] if short(&x) && short(&y) => [x, y],
        [x] if short(&x) => [x, "y"],
        _ => ["x", "y"],
    }
}

/// Label of a feature, cut to ten characters.
pub fn label(formula: &Formula, table: &Table) -> String {
    const ROOM: usize = 10;
    let label = formula.label(variables(table));
    match label.chars().count() > ROOM {
        true => label.chars().take(ROOM - 1).chain(['…']).collect(),
        false => label,
    }
}

fn column(formula: &Formula, table: &Table) -> Result<Vec<f64>, Error> {
    let typed = formula.typed();
    if formula.dim() > table.inputs.len() {
        return Err(Error::Inconsistent(format!(
            "Feature “{typed}” has a y, but the data have one input: use x alone."
        )));
    }
    let mut values = Vec::with_capacity(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        let value = formula.value(row);
        // False for NaN, too.
        if value.abs() <= MOST_SIZE {
            values.push(value);
            continue;
        }
        let what = if value.is_finite() { "is too large" } else { "has no value" };
        let at =
            |(name, at): (&str, &f64)| [name, " = ", &at.to_string().replace('-', "−")].concat();
        let place: Vec<String> = ["x", "y"].into_iter().zip(row).map(at).collect();
        return Err(Error::Inconsistent(format!(
            "Feature “{typed}” {what} at row {} ({}): leave it out, or choose a formula that \
             suits every row.",
            index + 1,
            place.join(", ")
        )));
    }
    Ok(values)
}

impl fmt::Display for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed: Vec<&str> = self.0.iter().map(Formula::typed).collect();
        f.write_str(&typed.join(BETWEEN))
    }
}

impl PartialEq for Features {
    fn eq(&self, other: &Features) -> bool {
        self.0.iter().map(Formula::typed).eq(other.0.iter().map(Formula::typed))
    }
}

impl From<Features> for String {
    fn from(features: Features) -> String {
        features.to_string()
    }
}
