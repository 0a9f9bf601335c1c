//! A network's pictures in numbers.

use crate::data_table::{Cell, DataTable, GRID, along, even, grid, spread};
use crate::network::hit_test::answers;
use crate::network::input_grid;
use crate::network::kept_runs;
use crate::network::pictures::Pictures;
use crate::network::samples::shares;
use crate::options::show::{Show, View};
use crate::text::messages::Words;
use downhill_core::Run;
use downhill_core::data::table::Targets;
use downhill_core::network::Workspace;
use std::rc::Rc;

impl Pictures {
    /// A view in numbers; `None` for one that a network has not, or that is not computed yet.
    pub fn table(&self, view: View, run: &Run, show: &Show, words: Words) -> Option<DataTable> {
        match view {
            View::Curve => Some(of_curve(self, run, show, words)),
            View::Map | View::Surface => of_landscape(self, run, words),
            View::Boundary => Some(of_answers(run, words)),
            View::Diagram => Some(of_weights(run, words)),
            View::Chart => Some(self.charts.table(run, show.chart, words)),
            View::Kept if self.kept.is_empty() => None,
            View::Kept => Some(of_kept(self, run, words)),
            View::Derivative | View::Heights => None,
        }
    }
}

fn names<const N: usize>(keys: [&str; N], words: Words) -> Vec<String> {
    keys.map(|key| words.get(key).to_string()).into()
}

/// Loss and slope at some values of the selected weight.
fn of_curve(pictures: &Pictures, run: &Run, show: &Show, words: Words) -> DataTable {
    let (objective, mut work) = (run.objective(), Workspace::default());
    let mut theta = run.snapshot().parameters.clone();
    let mut gradient = vec![0.0; theta.len()];
    let here = theta[show.weight];
    let mut row = |value: f64| {
        theta[show.weight] = value;
        let loss = objective.gradient(&theta, &mut gradient, &mut work);
        [value, loss, gradient[show.weight]].map(Cell::Number).into()
    };
    let loss = if run.sees_all() { "loss" } else { "batch_loss" };
    let mut columns = vec![words.parameter(run, show.weight)];
    columns.extend(names([loss, "slope_word"], words));
    let values = along(pictures.curve.window, here);
    DataTable { columns, rows: values.into_iter().map(&mut row).collect() }
}

/// Losses over the plane of map and surface.
fn of_landscape(pictures: &Pictures, run: &Run, words: Words) -> Option<DataTable> {
    let land = &pictures.plane.land;
    if land.values.is_empty() || land.values.len() != land.xs.len() * land.ys.len() {
        return None;
    }
    let (across, up) = (spread(land.xs.len(), GRID), spread(land.ys.len(), GRID));
    let values = |all: &[f64], some: &[usize]| some.iter().map(|at| all[*at]).collect::<Vec<_>>();
    let of = pictures.plane.names(run, words);
    let corner = words.fill("table_corner", &[("y", &of.y), ("x", &of.x)]);
    let height = |x: usize, y: usize| Cell::Number(land.values[up[y] * land.xs.len() + across[x]]);
    Some(grid(corner, &values(&land.xs, &across), &values(&land.ys, &up), height, words))
}

/// Answers of the network over the plane of the first two inputs, or along the only one: the
/// class with the largest share, or the value.
fn of_answers(run: &Run, words: Words) -> DataTable {
    let split = run.split();
    let targets = &split.table.targets;
    let classes =
        matches!(targets, Targets::Classes { .. }) || run.settings().cost.tells_two_classes;
    let names = words.targets(run);
    let [x, y] = input_grid::window(split);
    let answer = |x: f64, y: &[f64]| {
        let inputs = split.inputs_at(&[x], y);
        if inputs.iter().any(|input| !input.is_finite()) {
            return Cell::Number(f64::NAN);
        }
        let outputs = answers(run, &inputs);
        if !classes {
            return Cell::Number(split.value(0, outputs[0]));
        }
        let told = shares(run, &outputs);
        let most = told.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        let (class, share) = most.map_or((0, f64::NAN), |(class, share)| (class, *share));
        let share = words.percent(share);
        let name = names.get(class).copied().unwrap_or_default();
        Cell::Text(words.fill("table_class", &[("class", name), ("share", &share)]))
    };
    if split.table.inputs.len() == 1 {
        let row = |x: f64| vec![Cell::Number(x), answer(x, &[])];
        let columns = vec![words.input(run, 0), words.get("table_answer").to_string()];
        return DataTable { columns, rows: along(x, x.0).into_iter().map(row).collect() };
    }
    let (xs, ys) = (even(x, GRID), even(y, GRID));
    let of = [0, 1].map(|input| words.input(run, input));
    let corner = words.fill("table_corner", &[("y", &of[1]), ("x", &of[0])]);
    grid(corner, &xs, &ys, |x, y| answer(xs[x], &[ys[y]]), words)
}

/// Weights and biases with their gradients and coming moves.
fn of_weights(run: &Run, words: Words) -> DataTable {
    let snapshot = run.snapshot();
    let row = |index: usize| {
        let at = snapshot.parameters[index];
        let numbers = [at, snapshot.gradient[index], snapshot.next[index] - at];
        let name = Cell::Text(words.parameter(run, index));
        [name].into_iter().chain(numbers.map(Cell::Number)).collect()
    };
    DataTable {
        columns: names(["weight", "table_value", "gradient", "table_move"], words),
        rows: (0..snapshot.parameters.len()).map(row).collect(),
    }
}

/// Results of the present run and of those that are kept.
fn of_kept(pictures: &Pictures, run: &Run, words: Words) -> DataTable {
    let rows = kept_runs::table(run, pictures.kept.iter().map(Rc::as_ref), words);
    let row = |row: kept_runs::Row| {
        let numbers = row.numbers.into_iter().zip(row.values);
        let numbers = numbers.map(|(text, value)| Cell::Formatted(text, value));
        let (name, told) = (Cell::Text(row.name), Cell::Text(row.told));
        [name].into_iter().chain(numbers).chain([told]).collect()
    };
    DataTable {
        columns: names(
            ["kept_run", "iteration", "train_loss", "test_loss", "kept_right", "table_differs"],
            words,
        ),
        rows: rows.into_iter().map(row).collect(),
    }
}
