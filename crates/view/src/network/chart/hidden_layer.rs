//! Hidden space: a hidden layer's activations projected onto a plane. Layer by layer the network
//! deforms the input plane, until in the last one a straight line separates the classes.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::canvas::stamp::Mark;
use crate::data_table::{Cell, DataTable, few};
use crate::network::input_grid::{self, Places};
use crate::network::samples;
use crate::network::tooltip::{Picture, Tooltip};
use crate::plots::axis_range::extent;
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::data::split::Split;
use downhill_core::data::table::Targets;
use downhill_core::network::{Dropout, Workspace};
use downhill_core::numeric::{eigen, vector};
use std::sync::Arc;

/// Number of grid lines of the input plane in each direction, and number of points on each.
const LINES: usize = 11;
const PLACES: usize = 33;

/// Points on the horizontal lines of the data's plane, then on the vertical ones.
fn lines(split: &Arc<Split>) -> Places {
    let share = |index: usize, count: usize| index as f64 / (count - 1) as f64;
    let (mut x, mut y) = (Vec::new(), Vec::new());
    let [(left, right), (low, high)] = input_grid::window(split);
    for line in 0..2 * LINES {
        for point in 0..PLACES {
            let (fixed, along) = (share(line % LINES, LINES), share(point, PLACES));
            let (over, up) = if line < LINES { (fixed, along) } else { (along, fixed) };
            x.push(left + over * (right - left));
            y.push(low + up * (high - low));
        }
    }
    Places::new(split, &x, &y)
}

/// Projection of samples and inputs.
///
/// With a the activations of the last hidden layer, W and b the last layer's weights and biases,
/// the first axis is the distance n·a + c of a from the border between the first two classes,
/// n = (w₁ − w₀)/‖w₁ − w₀‖ and c = (b₁ − b₀)/‖w₁ − w₀‖; of a single output w₀ = 0 and b₀ = 0.
/// The second axis is orthogonal to n: with three classes or more it takes in the third one's
/// border, otherwise it is the direction of the largest variance of the training samples.
///
/// For an earlier layer the axes are the first two principal directions of its activations of
/// the training samples, and there are no borders yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Space {
    /// Points on the grid lines of the input plane.
    places: Places,
    /// Projected samples, in the order of [`samples::samples`].
    samples: Vec<Point>,
    /// Projected grid lines of the input plane, [`PLACES`] points each.
    lines: Vec<Point>,
    /// Last weighted sum of each class, α x + β y + γ, as far as it depends on the plane.
    scores: Vec<[f64; 3]>,
    work: Workspace,
}

/// Whether a run is a classification: for regression, no line separates classes.
fn tells_classes(run: &Run) -> bool {
    matches!(run.split().table.targets, Targets::Classes { .. })
        || run.settings().cost.tells_two_classes
}

/// Whether a run has a hidden layer.
fn has_space(run: &Run) -> bool {
    run.network().layers().len() > 1
}

/// Requested earlier hidden layer, from 0; `None` for the last.
fn earlier(run: &Run, asked: Option<usize>) -> Option<usize> {
    let hidden = run.network().layers().len() - 1;
    asked.filter(|layer| (1..hidden).contains(layer)).map(|layer| layer - 1)
}

impl Space {
    /// Where some of the samples are, in numbers.
    pub fn table(&self, run: &Run, words: Words) -> DataTable {
        let samples: Vec<_> = samples::samples(run.split()).zip(&self.samples).collect();
        let row = |place: usize| {
            let (sample, (x, y)) = &samples[place];
            let row = Cell::Count(sample.row(run.split()) as u32 + 1);
            vec![row, Cell::Number(*x), Cell::Number(*y)]
        };
        DataTable {
            columns: ["table_row", "table_first_axis", "table_second_axis"]
                .map(|key| words.get(key).to_string())
                .into(),
            rows: few(samples.len()).into_iter().map(row).collect(),
        }
    }

    /// Projects a run's samples in the hidden layer of this number, from 1, or without one in
    /// the last hidden layer.
    pub fn update(&mut self, run: &Run, asked: Option<usize>) {
        self.samples.clear();
        self.lines.clear();
        self.scores.clear();
        if !has_space(run) {
            return;
        }
        let (network, split) = (run.network(), run.split());
        let theta = &run.snapshot().parameters;
        let (before, end) = (earlier(run, asked), network.layers().len() - 1);
        let hidden = before.unwrap_or(end - 1);
        let last = &network.layers()[end];
        let width = last.inputs;
        // What tells one class from the first, in weights and bias; a single output is
        // compared with 0.
        let row = |unit: usize| {
            let from = last.weights.start + unit * width;
            (&theta[from..from + width], theta[last.biases.start + unit])
        };
        let against_first = |unit: usize| -> (Vec<f64>, f64) {
            let ((w, b), (w0, b0)) = (row(unit), row(0));
            match last.outputs {
                1 => (w.to_vec(), b),
                _ => (w.iter().zip(w0).map(|(w, w0)| w - w0).collect(), b - b0),
            }
        };
        let unit = |v: &mut [f64]| {
            let length = vector::norm(v);
            if length > 0.0 {
                v.iter_mut().for_each(|value| *value /= length);
            }
        };
        let mut through = |inputs: &[f64], samples: usize| -> Vec<f64> {
            self.work.fit(network, samples);
            network.forward(theta, inputs, samples, Dropout::NONE, &mut self.work);
            self.work.a(hidden).to_vec()
        };
        let train = through(&split.train.inputs, split.train.n);
        let (mut n, c) = match before {
            Some(layer) => {
                let none = vec![0.0; network.layers()[layer].outputs];
                (most_scattered(&train, split.train.n, &none), 0.0)
            }
            None => against_first(last.outputs.min(2) - 1),
        };
        let length = vector::norm(&n);
        unit(&mut n);
        let c = if length > 0.0 { c / length } else { 0.0 };
        let mut up = match last.outputs {
            3.. if before.is_none() => against_first(2).0,
            _ => most_scattered(&train, split.train.n, &n),
        };
        let along = vector::dot(&up, &n);
        up.iter_mut().zip(&n).for_each(|(up, n)| *up -= along * n);
        unit(&mut up);

        let place = |a: &[f64], samples: usize, sample: usize| -> Point {
            let on = |direction: &[f64]| -> f64 {
                direction.iter().enumerate().map(|(unit, d)| d * a[unit * samples + sample]).sum()
            };
            (on(&n) + c, on(&up))
        };
        self.samples.extend((0..split.train.n).map(|sample| place(&train, split.train.n, sample)));
        for batch in [&split.validation, &split.test].into_iter().filter(|batch| batch.n > 0) {
            let held_back = through(&batch.inputs, batch.n);
            self.samples.extend((0..batch.n).map(|sample| place(&held_back, batch.n, sample)));
        }
        // Borders are straight where nothing but a weighted sum is to come.
        let classes = if before.is_none() { last.outputs } else { 0 };
        for class in 0..classes {
            let (w, b) = row(class);
            let (x, y) = (vector::dot(w, &n), vector::dot(w, &up));
            self.scores.push([x, y, b - x * c]);
        }
        if split.table.inputs.len() < 2 {
            return;
        }
        if !self.places.are_of(split) {
            self.places = lines(split);
        }
        let all = 2 * LINES * PLACES;
        let a = through(self.places.inputs(), all);
        self.lines.extend((0..all).map(|sample| place(&a, all, sample)));
        self.places.holes().iter().for_each(|place| self.lines[*place] = (f64::NAN, f64::NAN));
    }

    /// Draws the projection.
    pub fn draw<DB: Canvas>(&self, pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
        let range = |of: fn(&Point) -> f64| {
            let (low, high) = extent(self.samples.iter().map(of).filter(|it| it.is_finite()));
            // All in one place, or nowhere: there is no hidden layer, or it has overflowed.
            let margin = if low < high { 0.08 * (high - low) } else { 1.0 };
            match low <= high && margin.is_finite() {
                true => (low - margin, high + margin),
                false => (-1.0, 1.0),
            }
        };
        let plot = pen.axes(&Axes {
            x: range(|point| point.0),
            y: range(|point| point.1),
            x_name: words.get(match (self.scores.is_empty(), tells_classes(run)) {
                (true, _) if has_space(run) => "hidden_space_scattered",
                (_, true) => "hidden_space_x",
                (_, false) => "hidden_space_rise",
            }),
            y_name: words.get("hidden_space_y"),
            equal: false,
            quiet: false,
            words,
        })?;
        let theme = pen.theme;
        let pieces = |line| <[Point]>::split(line, |(x, _)| x.is_nan());
        for line in self.lines.chunks_exact(PLACES).flat_map(pieces) {
            let line: Vec<Point> = line.iter().map(|(x, y)| plot.at(*x, *y)).collect();
            for part in plot.clip_line(&line) {
                pen.line(&part, Ink(theme.muted, 0.45), 1.0)?;
            }
        }
        let targets = &run.split().table.targets;
        if tells_classes(run) {
            self.draw_borders(pen, &plot)?;
        }
        let split = run.split();
        let radius = 0.24 * pen.em * theme.width.sqrt();
        let placed = samples::samples(split).zip(&self.samples);
        let marks = placed.map(|(sample, (x, y))| {
            let class = targets.label(sample.row(split)).unwrap_or(0);
            (Mark { class, part: sample.part, radius }, plot.at(*x, *y))
        });
        let marks: Vec<_> = marks.filter(|(_, at)| plot.contains(*at)).collect();
        pen.class_marks(&marks)?;
        Ok(plot)
    }

    /// Tooltip of the sample nearest to a point.
    pub fn probe(&self, run: &Run, picture: &Picture, at: Point, words: Words) -> Option<Tooltip> {
        let plot = picture.plot?;
        let places = self.samples.iter().map(|(x, y)| plot.at(*x, *y));
        samples::nearest(run, samples::samples(run.split()).zip(places), at, f64::INFINITY, words)
    }

    /// Draws the straight lines on which two classes are equally likely, and more so than the
    /// others.
    fn draw_borders<DB: Canvas>(&self, pen: &Pen<DB>, plot: &Plot) -> Drawn<DB> {
        // A single output is compared with 0.
        let alone = [[0.0; 3], self.scores.first().copied().unwrap_or_default()];
        let scores = if self.scores.len() == 1 { &alone[..] } else { &self.scores[..] };
        for first in 0..scores.len() {
            for second in first + 1..scores.len() {
                let lead = |a: usize, b: usize| -> [f64; 3] {
                    std::array::from_fn(|part| scores[a][part] - scores[b][part])
                };
                let [x, y, rest] = lead(first, second);
                let square = x * x + y * y;
                if square == 0.0 || !square.is_finite() {
                    continue;
                }
                // A piece of the line that is longer than the picture, from its foot on.
                let foot = (-rest * x / square, -rest * y / square);
                let size = (plot.x.1 - plot.x.0) + (plot.y.1 - plot.y.0);
                let far = (size + foot.0.abs() + foot.1.abs() + plot.x.1.abs() + plot.y.1.abs())
                    / square.sqrt();
                let (mut from, mut to) = (-far, far);
                for other in (0..scores.len()).filter(|other| ![first, second].contains(other)) {
                    // Along the line the lead over another class changes evenly.
                    let [ox, oy, orest] = lead(first, other);
                    let at_foot = ox * foot.0 + oy * foot.1 + orest;
                    let growth = oy * x - ox * y;
                    match growth {
                        _ if growth > 0.0 => from = from.max(-at_foot / growth),
                        _ if growth < 0.0 => to = to.min(-at_foot / growth),
                        _ if at_foot < 0.0 => to = from,
                        _ => {}
                    }
                }
                if from >= to {
                    continue;
                }
                let at = |along: f64| plot.at(foot.0 - along * y, foot.1 + along * x);
                if let Some((a, b)) = plot.clip(at(from), at(to)) {
                    pen.line(&[a, b], pen.theme.ink, 2.0)?;
                }
            }
        }
        Ok(())
    }
}

/// Direction orthogonal to n with the largest variance of activations `[unit][sample]`; its sign
/// is such that its largest component is positive.
fn most_scattered(a: &[f64], samples: usize, n: &[f64]) -> Vec<f64> {
    let width = n.len();
    // What is left of each sample once its mean and its part along n are taken off.
    let mut left: Vec<Vec<f64>> = a.chunks_exact(samples).map(<[f64]>::to_vec).collect();
    for row in &mut left {
        let mean = vector::sum(row) / samples as f64;
        row.iter_mut().for_each(|value| *value -= mean);
    }
    for sample in 0..samples {
        let along: f64 = left.iter().zip(n).map(|(row, n)| row[sample] * n).sum();
        left.iter_mut().zip(n).for_each(|(row, n)| row[sample] -= along * n);
    }
    let mut scatter: Vec<f64> =
        left.iter().flat_map(|one| left.iter().map(|other| vector::dot(one, other))).collect();
    let vectors = eigen::vectors(&mut scatter, width);
    let mut most = 0;
    for unit in 1..width {
        if scatter[unit * width + unit] > scatter[most * width + most] {
            most = unit;
        }
    }
    let mut v: Vec<f64> = (0..width).map(|unit| vectors[unit * width + most]).collect();
    let larger = |most: f64, part: &f64| if part.abs() > most.abs() { *part } else { most };
    if v.iter().fold(0.0, larger) < 0.0 {
        v.iter_mut().for_each(|part| *part = -*part);
    }
    v
}

/// Sentence on the chart.
pub(super) fn note(run: &Run, asked: Option<usize>, words: Words) -> Vec<Piece> {
    if let Some(layer) = earlier(run, asked) {
        let numbers = [layer + 1, run.network().layers().len() - 1].map(|it| it.to_string());
        let [layer, count] = &numbers;
        return words.pieces("chart_hidden_space_layer", &[("layer", layer), ("count", count)]);
    }
    let key = match (has_space(run), tells_classes(run)) {
        (false, _) => "chart_hidden_space_none",
        (true, true) if run.snapshot().train.accuracy == 1.0 => "chart_hidden_space_note_apart",
        (true, true) => "chart_hidden_space_note",
        (true, false) => "chart_hidden_space_values",
    };
    let right = words.percent(run.snapshot().train.accuracy);
    words.pieces(key, &[("right", &right)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use downhill_core::Experiment;
    use downhill_core::network::metrics::largest;
    use downhill_core::numeric::math;

    fn run(query: &str) -> Run {
        let (experiment, problems) = Experiment::from_query(query);
        assert!(problems.is_empty(), "{problems:?}");
        let mut run = Run::new(&experiment).unwrap();
        assert!(run.train(60));
        run
    }

    fn answers(run: &Run) -> Vec<f64> {
        let (split, mut outputs) = (run.split(), Vec::new());
        let (theta, mut work) = (&run.snapshot().parameters, Workspace::default());
        let train = &split.train;
        run.network().answers(theta, &train.inputs, train.n, &mut outputs, &mut work);
        outputs
    }

    /// The side of the straight lines on which a sample lies is the network's prediction.
    #[test]
    fn straight_lines_separate_what_the_network_tells_apart() {
        for query in [
            "data=penguins&layers=5",
            "data=penguins&layers=7-3&activation=relu",
            "data=circles&layers=8-8",
            "data=moons&layers=1",
        ] {
            let (run, mut space) = (run(query), Space::default());
            space.update(&run, None);
            let (outputs, n) = (answers(&run), run.split().train.n);
            let answered = largest(&outputs, n);
            for (answer, (x, y)) in answered.iter().zip(&space.samples) {
                let score = |class: usize| {
                    let [along, up, rest] = space.scores[class];
                    along * x + up * y + rest
                };
                for class in 0..space.scores.len() {
                    assert!(score(*answer) >= score(class) - 1e-9, "{query}: {answer} {class}");
                }
            }
        }
    }

    #[test]
    fn a_single_output_is_told_by_its_side_of_the_line() {
        let run = run("target=sin(2x)&layers=6-4&cost=squared_error");
        let mut space = Space::default();
        space.update(&run, None);
        let outputs = answers(&run);
        assert_eq!(outputs.len(), run.split().train.n);
        for (output, (x, _)) in outputs.iter().zip(&space.samples) {
            assert_eq!(*output > 0.0, *x > 0.0);
        }
    }

    /// Projections of an earlier layer are its activations, rotated: distances are kept in two
    /// units, and no direction has a larger variance than the first axis.
    #[test]
    fn an_earlier_layer_is_seen_as_it_is() {
        let (run, mut space) = (run("data=moons&layers=2-6"), Space::default());
        space.update(&run, Some(1));
        assert!(space.scores.is_empty());
        let (split, network) = (run.split(), run.network());
        let n = split.train.n;
        let mut work = Workspace::default();
        work.fit(network, n);
        let theta = &run.snapshot().parameters;
        network.forward(theta, &split.train.inputs, n, Dropout::NONE, &mut work);
        let a = work.a(0);
        for sample in 1..n {
            let own = (a[sample] - a[0]).hypot(a[n + sample] - a[n]);
            let (from, to) = (space.samples[0], space.samples[sample]);
            assert!((own - (to.0 - from.0).hypot(to.1 - from.1)).abs() < 1e-12);
        }
        let scatter = |of: fn(&Point) -> f64| -> f64 {
            let values: Vec<f64> = space.samples[..n].iter().map(of).collect();
            let mean = values.iter().sum::<f64>() / n as f64;
            values.iter().map(|value| (value - mean) * (value - mean)).sum()
        };
        assert!(scatter(|at| at.0) >= scatter(|at| at.1));
        // Beyond the last hidden layer, and without a number, it is the last.
        for asked in [None, Some(0), Some(2), Some(9)] {
            space.update(&run, asked);
            assert_eq!(space.scores.len(), 2, "{asked:?}");
        }
    }

    #[test]
    fn the_second_axis_is_where_samples_are_scattered_most() {
        let (n, a) =
            ([0.0, 0.0, 1.0], [3.0, -3.0, 6.0, -6.0, 1.0, 1.0, 9.0, -8.0, 7.0, 5.0, -5.0, 2.0]);
        let up = most_scattered(&a, 4, &n);
        assert!((vector::norm(&up) - 1.0).abs() < 1e-12 && up[2].abs() < 1e-12);
        // Of all directions at right angles to n, none has more.
        let scatter = |direction: [f64; 2]| -> f64 {
            let along: Vec<f64> = (0..4)
                .map(|sample| direction[0] * a[sample] + direction[1] * a[4 + sample])
                .collect();
            let mean = along.iter().sum::<f64>() / 4.0;
            along.iter().map(|value| (value - mean) * (value - mean)).sum()
        };
        let found = scatter([up[0], up[1]]);
        for degree in 0..180 {
            let angle = f64::from(degree) * std::f64::consts::PI / 180.0;
            assert!(scatter([math::cos(angle), math::sin(angle)]) <= found * (1.0 + 1e-9));
        }
    }
}
