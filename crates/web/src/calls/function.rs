//! A function as it is typed and written out, and the map of its starts.

use crate::plain::to_js;
use crate::state::State;
use crate::subject::Subject;
use downhill_core::analysis::basin::{Cell, End};
use downhill_core::formula::Formula;
use downhill_core::function::Function;
use downhill_view::function::equations::{self, Equation, Step};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
struct Wrong {
    message: String,
    from: usize,
    to: usize,
}

/// What is wrong with a text as a function; null if nothing is.
pub fn check(text: &str) -> Result<JsValue, JsError> {
    // Spaces around it count in the error's place only.
    match (Function::from_id(text.trim()), Formula::parse(text)) {
        (Err(_), Err(error)) => {
            let (from, to) = (error.at.start, error.at.end);
            to_js(&Wrong { message: error.to_string(), from, to })
        }
        _ => Ok(JsValue::NULL),
    }
}

/// The function and its derivatives written out, if asked for with the ball's numbers.
pub fn equations(state: &State) -> Vec<Equation> {
    match &state.subject {
        Subject::Ball(ball) if state.show.numbers && ball.race.is_none() => {
            equations::equations_at(ball.descent().function(), ball.descent().snapshot())
        }
        Subject::Ball(ball) => equations::equations(ball.descent().function()),
        Subject::Network(_) => Vec::new(),
    }
}

#[derive(Serialize)]
struct Written {
    equations: Vec<Equation>,
    steps: Vec<Vec<Step>>,
}

/// The same without numbers, and the steps to each of the derivatives.
pub fn written(state: &State) -> Result<JsValue, JsError> {
    let Subject::Ball(ball) = &state.subject else { return Ok(JsValue::NULL) };
    let function = ball.descent().function();
    let steps = |variable| equations::steps(function, variable, state.words);
    to_js(&Written {
        equations: equations::equations(function),
        steps: (0..function.dim()).map(steps).collect(),
    })
}

/// The map of starts: its cells, `[y][x]`, the lowest y first.
#[derive(Serialize)]
struct Map<'a> {
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
pub fn basins(state: &State) -> Result<JsValue, JsError> {
    let map = match &state.subject {
        Subject::Ball(ball) => ball.filling.basins(),
        Subject::Network(_) => None,
    };
    let Some(map) = map else { return Ok(JsValue::NULL) };
    let number = |cell: &Cell| match cell.end {
        End::Minimum(minimum) => i32::from(minimum),
        End::Unknown => -1,
        End::Unsettled => -2,
        End::Left => -3,
        End::Stopped => -4,
    };
    to_js(&Map {
        columns: map.columns(),
        rows: map.rows(),
        done: map.done(),
        ends: map.cells().iter().map(number).collect(),
        minima: map.minima(),
    })
}
