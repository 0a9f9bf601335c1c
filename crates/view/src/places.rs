//! Places over a network's inputs, at which it is asked what it makes of them.

use crate::window::extent;
use downhill_core::data::Split;

/// A grid over the first two inputs, or a row along the only one. All other inputs are at
/// their mean.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// What is in sight, in the data set's own units: of the first input, and of the second
    /// if there is one.
    pub window: [(f64, f64); 2],
    /// Where the columns are, in these units.
    pub xs: Vec<f64>,
    /// Where the rows are, the lowest first; one without a second input.
    pub ys: Vec<f64>,
    /// What the network is given there, `[input][place]`, row by row.
    pub inputs: Vec<f64>,
}

/// What is in sight of the first two inputs, in the data set's own units: all samples, and
/// a margin.
pub(crate) fn window(split: &Split) -> [(f64, f64); 2] {
    let inputs = split.table.inputs.len();
    std::array::from_fn(|input| match input < inputs {
        true => {
            let (low, high) = extent(split.table.rows.iter().map(|row| row[input]));
            let margin = 0.06 * (high - low);
            (low - margin, high + margin)
        }
        false => (0.0, 0.0),
    })
}

impl Places {
    /// Goes to so many columns and rows of what is learned from.
    pub fn update(&mut self, split: &Split, columns: usize, rows: usize) {
        let inputs = split.table.inputs.len();
        let rows = if inputs == 1 { 1 } else { rows };
        self.window = window(split);
        for (to, (low, high), count) in
            [(&mut self.xs, self.window[0], columns), (&mut self.ys, self.window[1], rows)]
        {
            let last = (count - 1).max(1) as f64;
            to.clear();
            to.extend((0..count).map(|index| low + (high - low) * index as f64 / last));
        }
        self.inputs.clear();
        for _ in 0..rows {
            self.inputs.extend(self.xs.iter().map(|x| split.standardize(0, *x)));
        }
        if inputs > 1 {
            for y in &self.ys {
                self.inputs.extend(std::iter::repeat_n(split.standardize(1, *y), columns));
            }
        }
        self.inputs.resize(inputs * columns * rows, 0.0);
    }
}
