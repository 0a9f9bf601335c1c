//! The loss over two weights: a slice, and the ball on it.

use crate::heights::Heights;
use crate::landscape::{Landscape, Names, Pair, Relief};
use crate::window;
use crate::words::Words;
use downhill_core::slice::Slicer;
use downhill_core::{Experiment, Run};

/// How many columns and rows the slice has, before the ball's own are added.
const COLUMNS: usize = 28;
const ROWS: usize = 19;

/// The same of a neuron's whole room, which is computed once, and of the surface in it.
const FINE: (usize, usize) = (97, 61);
const COARSE: (usize, usize) = (45, 29);

/// A neuron's weight and bias while they are in it.
const ROOM: (Pair, Pair) = ((-2.7, 3.7), (-2.0, 2.0));

/// The slice of one snapshot.
#[derive(Clone, Debug, Default)]
pub struct Plane {
    /// The two weights' places in θ: to the right, and up or back.
    pub weights: (usize, usize),
    /// What is drawn; its heights are the loss of the coming update's samples.
    pub land: Landscape,
    /// What scale and map of a neuron's whole room were computed for.
    whole: Option<(Experiment, (Pair, Pair))>,
}

/// What is in sight of two weights: where they have been, and of a neuron its whole room,
/// which stands still while the ball is dragged about in it.
pub fn window_of(run: &Run, (x, y): (usize, usize)) -> (Pair, Pair) {
    let at = &run.snapshot().parameters;
    let trail =
        || run.history().parameter(x).zip(run.history().parameter(y)).chain([(at[x], at[y])]);
    let inside =
        |(x, y): Pair| (ROOM.0.0..=ROOM.0.1).contains(&x) && (ROOM.1.0..=ROOM.1.1).contains(&y);
    match at.len() == 2 && trail().all(inside) {
        true => ROOM,
        false => window::plane(trail().map(|at| at.0), trail().map(|at| at.1)),
    }
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
        land.window = window_of(run, (x, y));
        let neuron = snapshot.parameters.len() == 2;
        let whole = neuron && run.sees_all();
        let shown = |(settings, window): &(Experiment, _)| {
            settings == run.settings() && *window == land.window
        };
        if !whole || !self.whole.as_ref().is_some_and(shown) {
            self.whole = None;
        }
        // What stands still, if it is not known, and then what passes through the ball.
        for fine in [true, false] {
            if fine && (!whole || self.whole.is_some()) {
                continue;
            }
            let (columns, rows) = match (fine, whole) {
                (true, _) => FINE,
                (_, true) => COARSE,
                _ => (COLUMNS, ROWS),
            };
            window::grid(land.window.0, columns, land.at.0, &mut land.xs);
            window::grid(land.window.1, rows, land.at.1, &mut land.ys);
            slicer.plane(
                &run.objective(),
                &snapshot.parameters,
                (x, y),
                (&land.xs, &land.ys),
                &mut land.values,
            );
            // The ball's own height is the loss that trains, to the last digit.
            let place = |values: &[f64], at| values.iter().position(|value| *value == at);
            let (column, row) = (place(&land.xs, land.at.0), place(&land.ys, land.at.1));
            if let (Some(column), Some(row)) = (column, row) {
                land.values[row * land.xs.len() + column] = land.value;
            }
            if fine || !whole {
                land.heights = match neuron {
                    true => Heights::of_whole(&land.values),
                    false => Heights::of_losses(&land.values, land.value),
                };
                land.relief = Relief::new(land.grid(), &land.heights, land.window);
            }
        }
        if whole && self.whole.is_none() {
            self.whole = Some((run.settings().clone(), land.window));
        }
    }

    /// What its axes are called.
    pub fn names(&self, run: &Run, words: Words) -> Names {
        if run.network().parameters() == 2 {
            let [x, y, height] =
                ["neuron_weight", "neuron_bias", "cost"].map(|key| words.get(key).to_string());
            return Names { x, y, height };
        }
        Names {
            x: words.axis(run, self.weights.0),
            y: words.axis(run, self.weights.1),
            height: words.get("loss").to_string(),
        }
    }
}
