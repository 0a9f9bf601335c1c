//! Sharpness: the largest curvature of the loss along the run, with the stability limit of the
//! learning rate.

use super::training_curves::{self, Line, Scale};
use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Pen};
use crate::canvas::plot::Plot;
use crate::data_table::{Cell, DataTable, few};
use crate::network::tooltip::{Tooltip, digits};
use crate::text::messages::{Piece, Words};
use downhill_core::analysis::curvature::Curvature;
use downhill_core::analysis::step_size_outcome::Momentum;
use downhill_core::optimizer::schedule::Schedule;
use downhill_core::{Experiment, Run};

/// Largest number of iterations at which it is computed.
const MOMENTS: usize = 64;

/// Tolerance of the eigenvalue: sufficient for a line in a picture.
const TOLERANCE: f64 = 1e-3;

/// Number of frames between two computations during the animation: each takes many gradients.
const PAUSE: u32 = 6;

/// The largest eigenvalue λ of the Hessian of the loss on all training samples, at some
/// iterations of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Sharpness {
    /// Experiment that it was computed for, with its edits.
    of: Option<Experiment>,
    /// (iteration, λ), in order.
    known: Vec<(u32, f64)>,
    curvature: Curvature,
    frames: u32,
}

/// (index, iteration) of the history's points at which λ is computed: they are kept when the
/// history grows, and half of them when it is thinned out.
fn places(run: &Run) -> impl Iterator<Item = (usize, u32)> {
    let points = run.history().points();
    let mut every = 1;
    while points.len() / every > MOMENTS {
        every *= 2;
    }
    points.iter().map(|point| point.iteration).enumerate().step_by(every)
}

impl Sharpness {
    fn missing(&self, run: &Run) -> Option<(usize, u32)> {
        let unknown =
            |(_, k): &(usize, u32)| self.known.binary_search_by_key(k, |known| known.0).is_err();
        // The latest first: it is what one looks at.
        places(run).filter(unknown).last()
    }

    /// λ at the iterations at which it is known, in numbers.
    pub fn table(&self, words: Words) -> DataTable {
        let row = |place: usize| {
            let (iteration, curvature) = self.known[place];
            vec![Cell::Count(iteration), Cell::Number(curvature)]
        };
        DataTable {
            columns: ["iteration", "table_sharpness"].map(|key| words.get(key).to_string()).into(),
            rows: few(self.known.len()).into_iter().map(row).collect(),
        }
    }

    /// Whether λ is known at all of them.
    pub fn complete(&self, run: &Run) -> bool {
        self.of.as_ref() == Some(run.experiment()) && self.missing(run).is_none()
    }

    /// Computes λ at one more iteration.
    pub fn update(&mut self, run: &Run) {
        if self.of.as_ref() != Some(run.experiment()) {
            self.of = Some(run.experiment().clone());
            self.known.clear();
        }
        self.frames += 1;
        if !self.known.is_empty() && !self.frames.is_multiple_of(PAUSE) {
            return;
        }
        let Some((place, iteration)) = self.missing(run) else { return };
        let Some(theta) = run.history().states().nth(place) else { return };
        let seed = run.experiment().seed;
        let objective = run.train_objective();
        let found = self.curvature.largest_eigenvalue_within(&objective, theta, seed, TOLERANCE);
        let at = self.known.partition_point(|known| known.0 < iteration);
        self.known.insert(at, (iteration, found.value));
    }

    /// Tooltip with λ at the nearest iteration at which it is known.
    pub fn probe(&self, run: &Run, plot: &Plot, at: Point, words: Words) -> Option<Tooltip> {
        let now = run.snapshot().iteration;
        let known = self.known.iter().filter(|(k, _)| *k <= now);
        let (iteration, value) = known.min_by(|a, b| {
            let apart = |k: u32| (plot.at(f64::from(k), 0.0).0 - at.0).abs();
            apart(a.0).total_cmp(&apart(b.0))
        })?;
        let rows = vec![digits(words, "sharpness", *value)];
        Some(training_curves::told(*iteration, rows, plot, at, words))
    }

    /// Draws λ, and its stability limit at each iteration's learning rate.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
        let now = run.snapshot().iteration;
        let known = || self.known.iter().filter(|(k, _)| *k <= now);
        let rates = run.history().points();
        let momentum = Momentum::of(run.settings().optimizer, &run.snapshot().optimizer);
        // Far above λ it would press λ's line to the ground: the sentence tells it then.
        let highest = known().fold(0.0f64, |highest, (_, value)| highest.max(*value));
        let limit = |k: u32| {
            let after = rates.partition_point(|point| point.iteration <= k);
            let rate = rates.get(after.max(1) - 1).map_or(f64::NAN, |point| point.learning_rate);
            let limit = momentum.map_or(f64::NAN, |momentum| momentum.settles() / rate);
            if limit > 4.0 * highest { f64::NAN } else { limit }
        };
        let mut lines = vec![Line {
            name: words.get("sharpness").to_string(),
            values: known().map(|(_, value)| *value).collect(),
            ink: pen.theme.ink.into(),
            dashed: false,
        }];
        let limits: Vec<f64> = known().map(|(k, _)| limit(*k)).collect();
        if limits.iter().any(|limit| limit.is_finite()) {
            lines.push(Line {
                name: words.get("sharpness_limit").to_string(),
                values: limits,
                ink: pen.theme.step.into(),
                dashed: true,
            });
        }
        let iterations: Vec<u32> = known().map(|(k, _)| *k).collect();
        let name = words.get("sharpness_axis");
        training_curves::draw(pen, &iterations, &lines, (None, &[]), (name, Scale::Even), words)
    }

    /// Sentence on λ and the rule of thumb, if it holds.
    pub fn note(&self, run: &Run, words: Words) -> Vec<Piece> {
        let now = run.snapshot();
        let Some((_, value)) = self.known.iter().rfind(|(k, _)| *k <= now.iteration) else {
            return Vec::new();
        };
        let rate = now.optimizer.learning_rate;
        let changing = run.settings().schedule != Schedule::default();
        let momentum = Momentum::of(run.settings().optimizer, &now.optimizer);
        let limit = momentum.map_or(f64::NAN, |momentum| momentum.settles() / value);
        let key = match momentum {
            None if Momentum::suits(run.settings().optimizer) => "chart_sharpness_note_decay",
            None => "chart_sharpness_note_none",
            Some(_) if limit > 0.0 && rate > limit => "chart_sharpness_note_above",
            Some(_) if changing => "chart_sharpness_note_schedule",
            Some(_) => "chart_sharpness_note",
        };
        let values = [
            ("curvature", words.significant(*value, 3)),
            ("limit", words.significant(limit, 3)),
            ("rate", words.significant(rate, 3)),
        ];
        words.pieces(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_largest_eigenvalue_at_moments_of_the_run() {
        let (experiment, _) = Experiment::from_query("data=moons&layers=4&learning_rate=0.5");
        let mut run = Run::new(&experiment).unwrap();
        assert!((0..150).all(|_| run.step()));
        let mut sharpness = Sharpness::default();
        let mut frames = 0;
        while !sharpness.complete(&run) {
            sharpness.update(&run);
            frames += 1;
            assert!(frames < 2000);
        }
        assert!((30..=MOMENTS).contains(&sharpness.known.len()));
        let mut again = Run::new(&experiment).unwrap();
        for (iteration, value) in sharpness.known {
            while again.snapshot().iteration < iteration {
                again.step();
            }
            let theta = &again.snapshot().parameters;
            let exact =
                Curvature::default().largest_eigenvalue(&again.train_objective(), theta, 5).value;
            assert!(
                (value - exact).abs() <= 1e-3 * exact.abs().max(1.0),
                "{iteration}: {value} {exact}"
            );
        }
    }
}
