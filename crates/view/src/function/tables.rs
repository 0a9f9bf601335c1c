//! The pictures of a function in numbers.

use crate::data_table::{Cell, DataTable, GRID, along, even, few, grid};
use crate::options::show::View;
use crate::text::messages::Words;
use downhill_core::Descent;
use downhill_core::run::race::Race;

/// A view in numbers: values of the function and its slopes, wherever the ball is. `None` for a
/// view that a function has not.
pub fn table(
    view: View,
    descent: &Descent,
    race: Option<&Race>,
    words: Words,
) -> Option<DataTable> {
    let function = descent.function();
    let get = |key: &str| words.get(key).to_string();
    match (view, descent.domain()) {
        (View::Curve | View::Derivative, [window]) => {
            let row = |x: f64| {
                let mut slope = [f64::NAN];
                let value = function.value_and_gradient(&[x], &mut slope);
                match view {
                    View::Curve => [x, value, slope[0]].map(Cell::Number).into(),
                    _ => [x, slope[0]].map(Cell::Number).into(),
                }
            };
            let keys: &[&str] = if view == View::Curve {
                &["x", "height", "slope_word"]
            } else {
                &["x", "slope_word"]
            };
            let here = descent.snapshot().x[0];
            Some(DataTable {
                columns: keys.iter().map(|key| get(key)).collect(),
                rows: along(*window, here).into_iter().map(row).collect(),
            })
        }
        (View::Map | View::Surface, [x, y]) => {
            let (xs, ys) = (even(*x, GRID), even(*y, GRID));
            let height = |x: usize, y: usize| Cell::Number(function.value(&[xs[x], ys[y]]));
            let corner =
                words.fill("table_corner", &[("y", words.get("y")), ("x", words.get("x"))]);
            Some(grid(corner, &xs, &ys, height, words))
        }
        (View::Heights, _) => {
            let runs = race?.runs();
            let longest =
                runs.iter().map(|run| run.history().points()).max_by_key(|it| it.len())?;
            let row = |place: usize| {
                let iteration = longest[place].iteration;
                let height = |run: &Descent| {
                    let mut points = run.history().points().iter();
                    let at = points.find(|point| point.iteration == iteration);
                    Cell::Number(at.map_or(f64::NAN, |at| at.train))
                };
                [Cell::Count(iteration)].into_iter().chain(runs.iter().map(height)).collect()
            };
            let name =
                |lane: usize| words.fill("table_lane", &[("number", &(lane + 1).to_string())]);
            Some(DataTable {
                columns: [get("step_word")].into_iter().chain((0..runs.len()).map(name)).collect(),
                rows: few(longest.len()).into_iter().map(row).collect(),
            })
        }
        _ => None,
    }
}
