//! Answers to what the page asks now and then: numbers with all their digits, what is under a
//! pointer, what is drawn.

use super::piece::{Piece, pieces};
use crate::application::Application;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_core::analysis::basin::{Cell, End};
use downhill_core::export::{self, EXPORTS};
use downhill_core::formula::Formula;
use downhill_core::function::Function;
use downhill_core::network::Workspace;
use downhill_core::run::history;
use downhill_view::canvas::geometry::Point;
use downhill_view::canvas::plot::Plot;
use downhill_view::canvas::record::{Kind, Mark};
use downhill_view::function::equations::{self, Equation};
use downhill_view::network::tooltip;
use downhill_view::options::show::View;
use serde::Serialize;

/// The text of a file that can be saved.
pub fn export(app: &Application, id: &str) -> Result<String, Error> {
    let none = || Error::Inconsistent("There is no network to save.".into());
    Ok((export::from_id(id)?.write)(app.subject.run().ok_or_else(none)?))
}

/// The ids and names of the files that a network's run can be saved as.
pub fn exports() -> Vec<(&'static str, &'static str)> {
    EXPORTS.iter().map(|of| (of.id, of.file)).collect()
}

/// The function and its derivatives written out: the left and the right side of each equation in
/// MathML, with the ball's numbers if these are asked for. None of a network.
pub fn equations(app: &Application) -> Vec<Equation> {
    match &app.subject {
        Subject::Ball(ball) if app.show.numbers && ball.race.is_none() => {
            equations::equations_at(ball.descent().function(), ball.descent().snapshot())
        }
        Subject::Ball(ball) => equations::equations(ball.descent().function()),
        Subject::Network(_) => Vec::new(),
    }
}

/// A function and its derivatives written out, in MathML.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Written {
    /// The left and the right side of each equation, each to stand inside of a `math` element;
    /// the right one is null if it would be too long to be read.
    pub equations: Vec<(String, Option<String>)>,
    /// The steps that lead to each of the derivatives: the rule in words, before, after.
    pub steps: Vec<Vec<(&'static str, String, String)>>,
}

/// The same without numbers, and the steps to each of the derivatives; none of a network.
pub fn written(app: &Application) -> Option<Written> {
    let Subject::Ball(ball) = &app.subject else { return None };
    let function = ball.descent().function();
    let steps = |variable| equations::steps(function, variable, app.words);
    Some(Written {
        equations: equations::equations(function),
        steps: (0..function.dim()).map(steps).collect(),
    })
}

/// A mistake in a formula: a sentence, and the characters it is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Wrong {
    /// The sentence.
    pub message: String,
    /// The place of the first character.
    pub from: usize,
    /// The place after the last one.
    pub to: usize,
}

/// The mistake in a text as a function; none if it is one.
pub fn check(app: &Application, text: &str) -> Option<Wrong> {
    // Spaces around it count in the error's place only.
    match (Function::from_id(text.trim()), Formula::parse(text)) {
        (Err(_), Err(error)) => {
            let (from, to) = (error.at.start, error.at.end);
            Some(Wrong { message: app.words.message(&error.said()), from, to })
        }
        _ => None,
    }
}

/// A network's state after an update.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NetworkSnapshot<'a> {
    /// The number of updates made.
    pub iteration: u32,
    /// The number of complete epochs.
    pub epoch: u32,
    /// All weights and biases, θ.
    pub parameters: &'a [f64],
    /// The gradient of the coming batch's loss at θ.
    pub gradient: &'a [f64],
    /// The parameters after the coming update.
    pub next: &'a [f64],
    /// The coming batch: places among the training samples.
    pub batch: &'a [usize],
    /// Its loss.
    pub batch_loss: f64,
    /// The loss on all training samples.
    pub train_loss: f64,
    /// The loss on the validation samples, which `patience` watches; none without such samples.
    pub validation_loss: Option<f64>,
    /// The loss on the test samples.
    pub test_loss: f64,
}

/// A ball's state after an update.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BallSnapshot<'a> {
    /// The number of updates made.
    pub iteration: u32,
    /// Where it is.
    pub x: &'a [f64],
    /// The function's value there.
    pub value: f64,
    /// Its gradient there.
    pub gradient: &'a [f64],
    /// Where it is after the coming update.
    pub next: Vec<f64>,
}

/// The state after an update, of a network or of a ball.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Snapshot<'a> {
    /// A network.
    Network(NetworkSnapshot<'a>),
    /// A ball.
    Ball(BallSnapshot<'a>),
}

/// The snapshot's numbers.
pub fn snapshot(app: &Application) -> Snapshot<'_> {
    let run = match &app.subject {
        Subject::Network(network) => network.run(),
        Subject::Ball(ball) => {
            let snapshot = ball.descent().snapshot();
            return Snapshot::Ball(BallSnapshot {
                iteration: snapshot.iteration,
                x: &snapshot.x,
                value: snapshot.value,
                gradient: &snapshot.gradient,
                next: ball.descent().next(),
            });
        }
    };
    let snapshot = run.snapshot();
    Snapshot::Network(NetworkSnapshot {
        iteration: snapshot.iteration,
        epoch: snapshot.epoch,
        parameters: &snapshot.parameters,
        gradient: &snapshot.gradient,
        next: &snapshot.next,
        batch: &snapshot.batch,
        batch_loss: snapshot.batch_loss,
        train_loss: snapshot.train.loss,
        validation_loss: run.is_validated().then_some(snapshot.validation.loss),
        test_loss: snapshot.test.loss,
    })
}

/// The loss of the coming step's samples at these parameters.
pub fn loss(app: &Application, parameters: &[f64]) -> Result<f64, Error> {
    let run =
        app.subject.run().ok_or_else(|| Error::Inconsistent("There is no network here.".into()))?;
    let needed = run.network().parameters();
    if parameters.len() != needed {
        let found = parameters.len();
        return Err(Error::Inconsistent(format!(
            "This network has {needed} parameters, not {found}."
        )));
    }
    Ok(run.objective().loss(parameters, &mut Workspace::default()))
}

/// The plane that map and surface show, and how far to trust it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShownPlane<'a> {
    /// Its kind: the value of the key `plane`.
    pub kind: &'static str,
    /// The number of updates after which it was chosen.
    pub chosen: u32,
    /// The number of updates after which its map is drawn.
    pub iteration: u32,
    /// The number of frames since.
    pub age: u32,
    /// The number of frames since the surface's state was the run's.
    pub surface_age: u32,
    /// The number of updates after which the surface is drawn.
    pub surface_iteration: u32,
    /// Its origin in θ.
    pub origin: &'a [f64],
    /// Its axes in θ.
    pub axes: [&'a [f64]; 2],
    /// The ball in it.
    pub ball: (f64, f64),
    /// The share of the path's scatter that lies in it; null if there is no path.
    pub share: Option<f64>,
    /// The distance of θ from it.
    pub distance: f64,
    /// The loss at θ.
    pub loss: f64,
    /// The loss below θ, in the plane.
    pub shadow_loss: f64,
    /// The grid's places along x.
    pub xs: &'a [f64],
    /// The grid's places along y.
    pub ys: &'a [f64],
    /// The losses there, `[y][x]`.
    pub losses: &'a [f64],
    /// The path in it.
    pub trail: &'a [(f64, f64)],
    /// The path of the run that was left.
    pub ghost: &'a [(f64, f64)],
}

/// The plane of a network's map; null if there is none.
pub fn shown_plane(app: &Application) -> Option<ShownPlane<'_>> {
    let Subject::Network(network) = &app.subject else { return None };
    let shown = &network.pictures.plane;
    let (land, trust) = (&shown.land, shown.trust);
    let plane = shown.directions.as_ref()?;
    Some(ShownPlane {
        kind: plane.kind.id(),
        chosen: plane.iteration,
        iteration: trust.iteration,
        age: shown.age,
        surface_age: app.surface.age,
        surface_iteration: app.surface.iteration,
        origin: &plane.origin,
        axes: [&plane.axes[0], &plane.axes[1]],
        ball: land.at,
        share: trust.share,
        distance: trust.distance,
        loss: trust.loss,
        shadow_loss: trust.shadow,
        xs: &land.xs,
        ys: &land.ys,
        losses: &land.values,
        trail: &land.trail,
        ghost: &land.ghost,
    })
}

/// The map of starts: its cells, `[y][x]`, the lowest y first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StartsMap<'a> {
    /// Cells in a row.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Whether it is as fine as it gets.
    pub done: bool,
    /// Each cell's minimum, counted from 0; below, another outcome: -1 is not computed, -2 not
    /// settled, -3 left, -4 stopped.
    pub ends: Vec<i32>,
    /// The minima.
    pub minima: &'a [Vec<f64>],
}

/// The minimum that each start comes to; none if that is not shown.
pub fn basins(app: &Application) -> Option<StartsMap<'_>> {
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
    Some(StartsMap {
        columns: map.columns(),
        rows: map.rows(),
        done: map.done(),
        ends: map.cells().iter().map(number).collect(),
        minima: map.minima(),
    })
}

/// The coming step, seen closely.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Closely {
    /// The sample's place among those of the step; null for all.
    pub sample: Option<usize>,
    /// Each layer's activations, of the sample or the means.
    pub values: Vec<Vec<f64>>,
    /// Each layer's δ.
    pub deltas: Vec<Vec<f64>>,
    /// The cost.
    pub cost: f64,
    /// The penalty.
    pub penalty: f64,
    /// The gradient.
    pub gradient: Vec<f64>,
    /// The step.
    pub step: Vec<f64>,
    /// The largest error of the measured slope.
    pub error: f64,
    /// Whether a kink is too near to measure it.
    pub kinked: bool,
}

/// The coming step, seen closely; none if it is not.
pub fn microscope(app: &Application) -> Option<Closely> {
    let it = app.microscope()?;
    let layers = |backward| (0..it.parts.layers.len()).map(|at| it.layer(at, backward)).collect();
    Some(Closely {
        sample: it.sample,
        values: layers(false),
        deltas: layers(true),
        cost: it.cost(),
        penalty: it.parts.penalty,
        gradient: it.parts.gradient.clone(),
        step: it.parts.step.clone(),
        error: it.measured.error,
        kinked: it.measured.kinked,
    })
}

/// One of the values under a point.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProbedRow {
    /// Its name.
    pub name: Vec<Piece>,
    /// The number.
    pub text: String,
    /// All its digits; null if it is no number.
    pub value: Option<f64>,
}

/// The values under a point.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Probed {
    /// The name of the place or the thing.
    pub title: String,
    /// Its numbers.
    pub rows: Vec<ProbedRow>,
    /// The point, held in the picture's axes, in CSS pixels.
    pub x: f64,
    /// The same, downwards.
    pub y: f64,
    /// Where what is told of is drawn.
    pub mark_x: f64,
    /// The same, downwards.
    pub mark_y: f64,
    /// Whether there is room for words on the left of the point; if not, on its right.
    pub left: bool,
    /// Whether there is room above it; if not, below.
    pub above: bool,
    /// From where down to where it is the same; null for one place.
    pub upright: Option<(f64, f64)>,
}

/// The values under a point of a view, or without a point, where the keyboard begins to read it.
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

/// A run as a table: a row for each state that its history holds, up to the one that is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RunTable {
    /// The columns' names.
    pub columns: Vec<&'static str>,
    /// A number for each column; null where there is none.
    pub rows: Vec<Vec<Option<f64>>>,
}

/// The run that is shown, as a table.
pub fn run_table(app: &Application) -> RunTable {
    match &app.subject {
        Subject::Network(network) => {
            let rows = network.run().history().points().iter().map(|at| {
                let (iteration, epoch) = (f64::from(at.iteration), f64::from(at.epoch));
                let numbers = [iteration, epoch, at.train].map(Some);
                let others = [at.validation, Some(at.test), Some(at.learning_rate)];
                [numbers, others].concat()
            });
            RunTable {
                columns: vec![
                    "iteration",
                    "epoch",
                    "training_loss",
                    "validation_loss",
                    "test_loss",
                    "learning_rate",
                ],
                rows: rows.collect(),
            }
        }
        Subject::Ball(ball) => {
            let history = ball.descent().history();
            let places = &["x", "y"][..ball.descent().function().dim().min(2)];
            let row = |(at, place): (&history::Point, &[f64])| {
                let own = [f64::from(at.iteration)].into_iter().chain(place.iter().copied());
                own.chain([at.train, at.learning_rate]).map(Some).collect()
            };
            RunTable {
                columns: [&["iteration"], places, &["value", "learning_rate"]].concat(),
                rows: history.points().iter().zip(history.states()).map(row).collect(),
            }
        }
    }
}

/// The same as CSV.
pub fn run_csv(app: &Application) -> String {
    let RunTable { columns, rows } = run_table(app);
    let cell = |number: &Option<f64>| number.map_or_else(String::new, |it| it.to_string());
    let lines = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(","));
    [columns.join(",")].into_iter().chain(lines).flat_map(|line| [line, "\n".into()]).collect()
}

/// One thing that was drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DrawnMark {
    /// Its kind: `line`, `polygon`, `circle`, `text` or `image`.
    pub kind: &'static str,
    /// The name of its colour.
    pub sign: &'static str,
    /// Its points in CSS pixels.
    pub points: Vec<(f64, f64)>,
    /// A line's width, a circle's radius, a text's size.
    pub size: f64,
    /// A text's words.
    pub text: String,
}

/// Where a view's axes are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DrawnPlot {
    /// Their upper left corner in CSS pixels.
    pub from: (f64, f64),
    /// Their lower right corner.
    pub to: (f64, f64),
    /// The values at their left and right side.
    pub x: (f64, f64),
    /// The values at their bottom and top.
    pub y: (f64, f64),
}

/// Everything that was drawn of a view.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Drawing {
    /// All of it, in order.
    pub marks: Vec<DrawnMark>,
    /// Its axes; null if it has none.
    pub plot: Option<DrawnPlot>,
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
