//! What is under a point of a picture, and what is drawn in it.

use super::told::{Piece, pieces};
use crate::plain::to_js;
use crate::state::{Drawing, State};
use downhill_view::canvas::pen::{Plot, Point};
use downhill_view::canvas::record::{Kind, Mark};
use downhill_view::network::tooltip;
use downhill_view::options::show::View;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A number of what is pointed at.
#[derive(Serialize)]
struct ProbedRow {
    name: Vec<Piece>,
    text: String,
    value: Option<f64>,
}

/// What is pointed at.
#[derive(Serialize)]
struct Probed {
    title: String,
    rows: Vec<ProbedRow>,
    /// The point, held in the picture's axes, and where what is told of is drawn.
    x: f64,
    y: f64,
    mark_x: f64,
    mark_y: f64,
    /// On which sides of the point there is room for words.
    left: bool,
    above: bool,
    /// From where down to where it is the same; null for one place.
    upright: Option<(f64, f64)>,
}

/// What is under a point of a view; null if nothing is.
pub fn probe(state: &State, view: View, at: Option<Point>) -> Result<JsValue, JsError> {
    let Some((told, (width, height))) = state.probe(view, at) else { return Ok(JsValue::NULL) };
    let tooltip::Told { title, rows, at: (x, y), mark: (mark_x, mark_y), upright } = told;
    let row = |tooltip::Row { name, text, value }: tooltip::Row| {
        let name = pieces(name);
        ProbedRow { name, text, value }
    };
    to_js(&Probed {
        title,
        rows: rows.into_iter().map(row).collect(),
        x,
        y,
        mark_x,
        mark_y,
        left: x > 0.5 * width,
        above: y > 0.5 * height,
        upright,
    })
}

#[derive(Serialize)]
struct DrawnMark {
    kind: &'static str,
    sign: &'static str,
    points: Vec<(f64, f64)>,
    size: f64,
    text: String,
}

#[derive(Serialize)]
struct DrawnPlot {
    from: (f64, f64),
    to: (f64, f64),
    x: (f64, f64),
    y: (f64, f64),
}

#[derive(Serialize)]
struct Drawn {
    marks: Vec<DrawnMark>,
    plot: Option<DrawnPlot>,
}

/// What is drawn of a view, in CSS pixels; null if it has no canvas.
pub fn drawing(state: &State, view: View) -> Result<JsValue, JsError> {
    let Some(Drawing { marks, unit, plot }) = state.drawing(view) else {
        return Ok(JsValue::NULL);
    };
    let mark = |mark: Mark| DrawnMark {
        kind: match mark.kind {
            Kind::Line => "line",
            Kind::Polygon => "polygon",
            Kind::Circle => "circle",
            Kind::Text => "text",
            Kind::Image => "image",
        },
        sign: state.theme().name_of(mark.colour).unwrap_or(""),
        points: mark
            .points
            .iter()
            .map(|(x, y)| (f64::from(*x) / unit, f64::from(*y) / unit))
            .collect(),
        size: mark.size / unit,
        text: mark.text,
    };
    to_js(&Drawn {
        marks: marks.into_iter().map(mark).collect(),
        plot: plot.map(|Plot { from, to, x, y }| DrawnPlot { from, to, x, y }),
    })
}
