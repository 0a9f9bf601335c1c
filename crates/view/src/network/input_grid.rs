//! Grid points of the data's plane at which a network is evaluated: the inputs do not change
//! during training, and are computed once.

use crate::canvas::geometry::Bounds;
use crate::network::inference::Answers;
use crate::plots::axis_range::{extent, wider};
use downhill_core::Network;
use downhill_core::data::split::Split;
use std::sync::Arc;

/// Inputs of the network at some points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    of: Option<Arc<Split>>,
    /// Inputs, `[input][place]`, standardized.
    inputs: Vec<f64>,
    /// Points at which an input is undefined.
    holes: Vec<usize>,
}

impl Places {
    /// Points with these values of the first and of the second input, in the data's own units;
    /// `y` is empty for data of one input.
    pub(crate) fn new(split: &Arc<Split>, x: &[f64], y: &[f64]) -> Places {
        let mut inputs = split.inputs_at(x, y);
        let n = x.len();
        let bad = |place: &usize| inputs[*place..].iter().step_by(n).any(|it| !it.is_finite());
        let holes: Vec<usize> = (0..n).filter(bad).collect();
        // The network is asked there all the same: numbers that are none would slow it down.
        inputs.iter_mut().filter(|input| !input.is_finite()).for_each(|input| *input = 0.0);
        Places { of: Some(split.clone()), inputs, holes }
    }

    /// Points of a grid, `[y][x]`.
    pub(crate) fn grid(split: &Arc<Split>, xs: &[f64], ys: &[f64]) -> Places {
        let x = xs.repeat(ys.len());
        let y: Vec<f64> = ys.iter().flat_map(|y| std::iter::repeat_n(*y, xs.len())).collect();
        Places::new(split, &x, &y)
    }

    /// Whether the points are of these data.
    pub(crate) fn are_of(&self, split: &Arc<Split>) -> bool {
        self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, split))
    }

    /// Inputs of the network, `[input][place]`.
    pub(crate) fn inputs(&self) -> &[f64] {
        &self.inputs
    }

    /// Indices of the points at which an input is undefined, ascending. Their outputs are
    /// meaningless.
    pub(crate) fn holes(&self) -> &[usize] {
        &self.holes
    }

    /// Outputs of a network with parameters θ at each point, `[output][place]`.
    pub(crate) fn ask(
        &self,
        network: &Network,
        theta: &[f64],
        room: &mut Answers,
        answers: &mut Vec<f64>,
    ) {
        room.ask(network, theta, &self.inputs, answers);
    }
}

/// A grid over the first two inputs, or a row along the only one. All other inputs are at their
/// mean.
#[derive(Clone, Debug, Default)]
pub(crate) struct Raster {
    /// Visible ranges, in the data set's own units: of the first input, and of the second if
    /// there is one.
    pub window: Bounds,
    held: Option<Bounds>,
    /// Columns, as values of the first input.
    pub xs: Vec<f64>,
    /// Rows, as values of the second input, ascending; one without a second input.
    pub ys: Vec<f64>,
    /// Grid points, `[y][x]`.
    pub places: Places,
}

impl Raster {
    /// Lays the grid over the training data, with these numbers of columns and rows; with
    /// `held`, over that part of the plane.
    pub fn update(
        &mut self,
        split: &Arc<Split>,
        held: Option<Bounds>,
        columns: usize,
        rows: usize,
    ) {
        if self.places.are_of(split) && self.held == held {
            return;
        }
        self.held = held;
        let along = |(low, high): (f64, f64), count: usize| {
            (0..count).map(move |index| low + (high - low) * index as f64 / (count - 1) as f64)
        };
        self.window = held.unwrap_or_else(|| window(split));
        self.xs = along(self.window[0], columns).collect();
        if split.table.inputs.len() == 1 {
            self.ys = vec![0.0];
            self.places = Places::new(split, &self.xs, &[]);
        } else {
            self.ys = along(self.window[1], rows).collect();
            self.places = Places::grid(split, &self.xs, &self.ys);
        }
    }
}

/// Visible ranges of the first two inputs, in the data set's own units: all samples, with a
/// margin.
pub(crate) fn window(split: &Split) -> Bounds {
    let inputs = split.table.inputs.len();
    let values = |input: usize| split.table.rows.iter().map(move |row| row[input]);
    std::array::from_fn(|input| match input < inputs {
        true => wider(extent(values(input)), 0.06),
        false => (0.0, 0.0),
    })
}
