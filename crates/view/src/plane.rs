//! The loss over two weights: a slice, and the ball on it.

use crate::heights::Heights;
use crate::landscape::{Landscape, Names, Relief};
use crate::window;
use crate::words::Words;
use downhill_core::Run;
use downhill_core::slice::Slicer;

/// How many columns and rows the slice has, before the ball's own are added.
const COLUMNS: usize = 28;
const ROWS: usize = 19;

/// The slice of one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Plane {
    /// The two weights' places in θ: to the right, and up or back.
    pub weights: (usize, usize),
    /// What is drawn; its heights are the loss of the coming update's samples.
    pub land: Landscape,
}

impl Plane {
    /// Computes the slice of a run's snapshot along two weights.
    pub fn update(&mut self, run: &Run, (x, y): (usize, usize), slicer: &mut Slicer) {
        let snapshot = run.snapshot();
        self.weights = (x, y);
        let land = &mut self.land;
        land.at = (snapshot.parameters[x], snapshot.parameters[y]);
        land.value = snapshot.batch_loss;
        land.step = (snapshot.next[x] - land.at.0, snapshot.next[y] - land.at.1);
        land.trail.clear();
        land.trail.extend(run.history().parameter(x).zip(run.history().parameter(y)));
        if land.trail.last() != Some(&land.at) {
            land.trail.push(land.at);
        }
        let (xs, ys) = (land.trail.iter().map(|at| at.0), land.trail.iter().map(|at| at.1));
        land.window = window::plane(xs, ys);
        // A neuron's whole room stands still while its ball is dragged about in it.
        let inside = |(x, y): &(f64, f64)| (-2.7..=3.7).contains(x) && (-2.0..=2.0).contains(y);
        if snapshot.parameters.len() == 2 && land.trail.iter().all(inside) {
            land.window = ((-2.7, 3.7), (-2.0, 2.0));
        }
        window::grid(land.window.0, COLUMNS, land.at.0, &mut land.xs);
        window::grid(land.window.1, ROWS, land.at.1, &mut land.ys);
        slicer.plane(
            &run.objective(),
            &snapshot.parameters,
            (x, y),
            (&land.xs, &land.ys),
            &mut land.values,
        );
        // The ball's own height is the loss that trains, to the last digit.
        let place = |values: &[f64], at| values.iter().position(|value| *value == at);
        if let (Some(column), Some(row)) = (place(&land.xs, land.at.0), place(&land.ys, land.at.1))
        {
            land.values[row * land.xs.len() + column] = land.value;
        }
        land.heights = Heights::of_losses(&land.values, land.value);
        land.relief = Relief::new(land.grid(), &land.heights, land.window);
    }

    /// What its axes are called.
    pub fn names(&self, run: &Run, words: Words) -> Names {
        Names {
            x: words.axis(run, self.weights.0),
            y: words.axis(run, self.weights.1),
            height: words.get("loss").to_string(),
        }
    }
}
