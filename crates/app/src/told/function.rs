//! A function as it is typed and written out, and the map of its starts.

use crate::application::Application;
use crate::subject::Subject;
use downhill_core::analysis::basin::{Cell, End};
use downhill_core::formula::Formula;
use downhill_core::function::Function;
use downhill_view::function::equations::{self, Equation, Step};
use serde::Serialize;

/// A mistake in a formula: a sentence, and the characters it is about.
#[derive(Serialize)]
pub struct Wrong {
    message: String,
    from: usize,
    to: usize,
}

/// The first error in a text read as a function; null if there is none.
pub fn check(text: &str) -> Option<Wrong> {
    // Spaces around it count in the error's place only.
    match (Function::from_id(text.trim()), Formula::parse(text)) {
        (Err(_), Err(error)) => {
            let (from, to) = (error.at.start, error.at.end);
            Some(Wrong { message: error.to_string(), from, to })
        }
        _ => None,
    }
}

/// The function and its derivatives written out, if asked for with the ball's numbers.
pub fn equations(app: &Application) -> Vec<Equation> {
    match &app.subject {
        Subject::Ball(ball) if app.show.numbers && ball.race.is_none() => {
            equations::equations_at(ball.descent().function(), ball.descent().snapshot())
        }
        Subject::Ball(ball) => equations::equations(ball.descent().function()),
        Subject::Network(_) => Vec::new(),
    }
}

/// A function and its derivatives written out, and the steps to each derivative.
#[derive(Serialize)]
pub struct Written {
    equations: Vec<Equation>,
    steps: Vec<Vec<Step>>,
}

/// The same without numbers, and the steps to each of the derivatives.
pub fn written(app: &Application) -> Option<Written> {
    let Subject::Ball(ball) = &app.subject else { return None };
    let function = ball.descent().function();
    let steps = |variable| equations::steps(function, variable, app.words);
    Some(Written {
        equations: equations::equations(function),
        steps: (0..function.dim()).map(steps).collect(),
    })
}

/// The map of starts: its cells, `[y][x]`, the lowest y first.
#[derive(Serialize)]
pub struct Map<'a> {
    columns: usize,
    rows: usize,
    /// Whether it is as fine as it gets.
    done: bool,
    /// Each cell's minimum, counted from 0; below, what it came to instead: -1 is not
    /// computed, -2 not settled, -3 left, -4 stopped.
    ends: Vec<i32>,
    minima: &'a [Vec<f64>],
}

/// Which minimum each start comes to; null if that is not shown.
pub fn basins(app: &Application) -> Option<Map<'_>> {
    let map = match &app.subject {
        Subject::Ball(ball) => ball.filling.basins(),
        Subject::Network(_) => None,
    }?;
    let number = |cell: &Cell| match cell.end {
        End::Minimum(minimum) => i32::from(minimum),
        End::Unknown => -1,
        End::Unsettled => -2,
        End::Left => -3,
        End::Stopped => -4,
    };
    Some(Map {
        columns: map.columns(),
        rows: map.rows(),
        done: map.done(),
        ends: map.cells().iter().map(number).collect(),
        minima: map.minima(),
    })
}
