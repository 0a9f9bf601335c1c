//! Cost and scale of the targets that suit the data.

use super::Experiment;
use crate::Error;
use crate::data::custom::Data;
use crate::data::table::Targets;
use crate::network::cost::{Cost, Expected};

impl Experiment {
    /// Whether values are to be learned, not classes.
    pub fn finds_values(&self) -> bool {
        match &self.target {
            Some(target) => target.dim() == 1,
            None => self.data.finds_values(),
        }
    }

    /// Whether values to be learned are best standardized: they are far from 0 for their spread, or
    /// may be.
    pub fn has_far_values(&self) -> bool {
        let far = match &self.data {
            Data::Named(data) => data.far,
            Data::Own(_) => self.data.finds_values(),
        };
        self.target.is_none() && far
    }

    /// Takes the squared error in place of a cost that does not suit the data, and standardizes the
    /// targets if that is best, unless they are to stay as they are. Fails if it had to.
    pub(super) fn suit_cost(&mut self, keep_scale: bool) -> Result<(), Error> {
        if self.function.is_some() || !self.finds_values() {
            return Ok(());
        }
        // Data that are none are said where they are run.
        let Ok(table) = self.table() else { return Ok(()) };
        self.check_cost(&table.targets).inspect_err(|_| {
            self.cost = Cost::SQUARED_ERROR;
            if !keep_scale {
                self.standardize_targets = self.has_far_values();
            }
        })
    }

    /// Fails if the cost is one for classes and the targets are values. Values that may stand for
    /// classes, such as 0 and 1, suit it as long as they are not standardized.
    pub(crate) fn check_cost(&self, targets: &Targets) -> Result<(), Error> {
        let (expected, id) = (self.cost.targets, self.cost.id);
        let fits = |values: &Vec<f64>| !self.standardize_targets && expected.fits(values);
        match targets {
            Targets::Values { values, .. }
                if expected != Expected::Numbers && !values.iter().all(fits) =>
            {
                let expected = "a cost of values, such as squared_error: the data’s targets are \
                                values, not classes";
                Err(Error::bad_value("cost", id, expected))
            }
            _ => Ok(()),
        }
    }
}
