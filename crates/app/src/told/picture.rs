//! A picture's values under a point, and its drawing as data.

use super::subject::{Piece, pieces};
use crate::application::Application;
use downhill_view::canvas::pen::{Plot, Point};
use downhill_view::canvas::record::{Kind, Mark};
use downhill_view::network::tooltip;
use downhill_view::options::show::View;
use serde::Serialize;

/// One of the values under a point.
#[derive(Serialize)]
pub struct ProbedRow {
    name: Vec<Piece>,
    text: String,
    value: Option<f64>,
}

/// The values under a point.
#[derive(Serialize)]
pub struct Probed {
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

/// The values under a point of a view; null if there are none.
pub fn probe(app: &Application, view: View, at: Option<Point>) -> Option<Probed> {
    let (told, (width, height)) = app.probe(view, at)?;
    let tooltip::Tooltip { title, rows, at: (x, y), mark: (mark_x, mark_y), upright } = told;
    let row = |tooltip::Row { name, text, value }: tooltip::Row| {
        let name = pieces(name);
        ProbedRow { name, text, value }
    };
    Some(Probed {
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

/// One thing that was drawn.
#[derive(Serialize)]
pub struct DrawnMark {
    kind: &'static str,
    /// The name of its colour.
    sign: &'static str,
    points: Vec<(f64, f64)>,
    size: f64,
    text: String,
}

/// Where a view's axes are.
#[derive(Serialize)]
pub struct DrawnPlot {
    from: (f64, f64),
    to: (f64, f64),
    x: (f64, f64),
    y: (f64, f64),
}

/// Everything that was drawn of a view, in CSS pixels.
#[derive(Serialize)]
pub struct Drawing {
    marks: Vec<DrawnMark>,
    plot: Option<DrawnPlot>,
}

/// Everything that was drawn of a view by a recorder that has `unit` steps a CSS pixel.
pub fn drawing(app: &Application, marks: Vec<Mark>, plot: Option<Plot>, unit: f64) -> Drawing {
    let mark = |mark: Mark| DrawnMark {
        kind: match mark.kind {
            Kind::Line => "line",
            Kind::Polygon => "polygon",
            Kind::Circle => "circle",
            Kind::Text => "text",
            Kind::Image => "image",
        },
        sign: app.theme().name_of(mark.colour).unwrap_or(""),
        points: mark
            .points
            .iter()
            .map(|(x, y)| (f64::from(*x) / unit, f64::from(*y) / unit))
            .collect(),
        size: mark.size / unit,
        text: mark.text,
    };
    Drawing {
        marks: marks.into_iter().map(mark).collect(),
        plot: plot.map(|Plot { from, to, x, y }| DrawnPlot { from, to, x, y }),
    }
}
