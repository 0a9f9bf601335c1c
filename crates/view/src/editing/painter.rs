//! Painter: data made by hand, points painted into the plane of two inputs, or a curve drawn
//! over one. They become a user's own data, short enough for an address.

use crate::canvas::geometry::{Bounds, Point};
use crate::canvas::plot::Plot;
use crate::canvas::theme::LIGHT;
use crate::network::input_grid;
use crate::network::regression::{self, Fit};
use crate::network::samples::place;
use crate::text::rounding::{round_step, to_resolution};
use downhill_core::Run;
use downhill_core::data::custom::{OwnData, OwnTargets};
use downhill_core::data::table::Targets;
use downhill_core::data::url_codec::{self, LONGEST};

/// Visible ranges of an empty picture.
pub const EMPTY: Bounds = [(-1.0, 1.0); 2];

/// Spacing of the points of a stroke, in em.
pub const APART: f64 = 0.6;

/// Radius of the eraser, in em.
pub const REACH: f64 = 0.8;

/// Number of samples of a curve across the picture.
pub const COLUMNS: usize = 60;

/// Largest number of classes: those with a mark.
pub const CLASSES: usize = LIGHT.classes.len();

/// Names of unnamed classes.
const LETTERS: [&str; CLASSES] = ["A", "B", "C"];

/// Number of characters of an address to be left for painting.
const SPARE: usize = 200;

/// Tool of a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Puts points of a class, by index from 0; over one input, draws a curve.
    Put(usize),
    /// Removes the points under it.
    Erase,
}

/// Reason why a stroke was not carried out in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The address has no room for another point.
    Full,
    /// A class, or a curve, must keep its last point.
    Last,
}

/// Effect of the first stroke on the existing samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// They are kept as they are.
    Kept,
    /// They are rounded, so that they fit into the address.
    Rounded,
    /// They are removed: there are too many, or they are neither of two inputs nor of one input
    /// and a value.
    Empty,
}

/// Painted data, in the data's own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Painted {
    room: Bounds,
    inputs: Vec<String>,
    /// Names of the classes; empty for a curve.
    classes: Vec<String>,
    /// Points with their class, which is 0 for a curve. Sorted by class, a curve by x: then
    /// classes that are numbered in order of appearance keep their numbers.
    points: Vec<(Point, usize)>,
    /// Reason why the last stroke was not carried out in full, if so.
    pub refused: Option<Refused>,
}

/// Visible ranges for painting: all that the picture shows, extended to round numbers.
pub fn room(run: &Run) -> Bounds {
    let shown =
        if Fit::suits(run) { regression::window(run) } else { input_grid::window(run.split()) };
    shown.map(|(low, high)| match round_step((high - low) / 10.0) {
        // By division: a tenth has no bits of its own, ten has.
        Some(step) if step < 1.0 => {
            let parts = (1.0 / step).round();
            ((low * parts).floor() / parts, (high * parts).ceil() / parts)
        }
        Some(step) => ((low / step).floor() * step, (high / step).ceil() * step),
        None => (low, high),
    })
}

/// Nearest point with round coordinates.
pub fn rounded(room: &Bounds, (x, y): Point) -> Point {
    // An address knows no minus zero.
    (to_resolution(x, room[0]) + 0.0, to_resolution(y, room[1]) + 0.0)
}

/// Whether all samples of a run are within the ranges.
pub fn holds(room: &Bounds, run: &Run) -> bool {
    let inside = |at: Point| {
        (room[0].0..=room[0].1).contains(&at.0) && (room[1].0..=room[1].1).contains(&at.1)
    };
    let split = run.split();
    (0..split.table.rows.len()).all(|row| inside(place(split, row)))
}

impl Painted {
    /// Initial data for painting in a run: its samples as they are, if they fit into the
    /// address; otherwise rounded to the resolution of a hand; otherwise almost nothing.
    pub fn of(run: &Run, room: Bounds) -> (Painted, Beginning) {
        let table = &run.split().table;
        let empty = Painted::empty(Fit::suits(run), room);
        let classes = match &table.targets {
            Targets::Classes { names, .. } => names.clone(),
            Targets::Values { .. } => Vec::new(),
        };
        let marked = (2..=CLASSES).contains(&classes.len());
        if !empty.is_curve() && !marked {
            return (empty, Beginning::Empty);
        }
        // What is in the address already needs no more room.
        let spare = if run.experiment().data.is_own() { 0 } else { SPARE };
        let fits = |text: String| text.len() + spare <= LONGEST;
        let mut whole = Painted { classes, ..empty.clone() };
        let drawn = table.inputs.len() == whole.inputs.len();
        if !drawn || table.rows.len() > LONGEST / 2 {
            whole.clear();
            return (whole, Beginning::Empty);
        }
        whole.inputs.clone_from(&table.inputs);
        for beginning in [Beginning::Kept, Beginning::Rounded] {
            let place = |row| match (beginning, place(run.split(), row)) {
                (Beginning::Kept, at) => at,
                (_, at) => empty.round(at),
            };
            whole.points.clear();
            for row in 0..table.rows.len() {
                whole.insert(place(row), table.targets.label(row).unwrap_or(0));
            }
            if url_codec::write(&whole.data()).is_some_and(fits) {
                return (whole, beginning);
            }
        }
        whole.inputs = empty.inputs;
        whole.clear();
        (whole, Beginning::Empty)
    }

    /// Minimal data: one point of each of two classes, or of a curve.
    pub fn empty(curve: bool, room: Bounds) -> Painted {
        let inputs = if curve { 1 } else { 2 };
        let mut empty = Painted {
            room,
            inputs: (1..=inputs).map(|input| format!("x {input}")).collect(),
            classes: Vec::new(),
            points: Vec::new(),
            refused: None,
        };
        if !curve {
            (0..2).for_each(|_| empty.add_class());
        }
        empty.clear();
        empty
    }

    /// Reduces the data to one point of each class, from the lower left to the upper right; of a
    /// curve, one in the middle.
    pub fn clear(&mut self) {
        let count = self.sizes().1;
        let point = |class: usize| {
            let share = (class as f64 + 0.5) / count as f64;
            let [x, y] = self.room.map(|(low, high)| low + share * (high - low));
            (self.round((x, y)), class)
        };
        self.points = (0..count).map(point).collect();
    }

    /// Adds a class, named by the first free letter.
    fn add_class(&mut self) {
        let is_free = |letter: &&str| self.classes.iter().all(|name| name != *letter);
        let name = LETTERS.into_iter().find(is_free).map(String::from);
        self.classes.extend(name);
    }

    /// Numbers of inputs and outputs of a network for these data.
    pub fn sizes(&self) -> (usize, usize) {
        (self.inputs.len(), self.classes.len().max(1))
    }

    /// Whether the data are a curve.
    pub fn is_curve(&self) -> bool {
        self.classes.is_empty()
    }

    /// Number of points.
    pub fn count(&self) -> usize {
        self.points.len()
    }

    /// The data in an experiment's form.
    pub fn data(&self) -> OwnData {
        let curve = self.is_curve();
        let inputs = |((x, y), _): &(Point, usize)| if curve { vec![*x] } else { vec![*x, *y] };
        let name = |(_, class): &(Point, usize)| self.classes[*class].clone();
        OwnData {
            inputs: self.points.iter().map(inputs).collect(),
            targets: match curve {
                true => OwnTargets::Values(self.points.iter().map(|(at, _)| vec![at.1]).collect()),
                false => OwnTargets::Names(self.points.iter().map(name).collect()),
            },
            names: self.inputs.clone(),
        }
    }

    /// Nearest point with round coordinates.
    fn round(&self, at: Point) -> Point {
        rounded(&self.room, at)
    }

    /// Inserts a point in order: into a curve by x, otherwise after the others of its class.
    fn insert(&mut self, at: Point, class: usize) {
        let curve = self.is_curve();
        let place = self.points.partition_point(|(of, other)| match curve {
            true => of.0 <= at.0,
            false => *other <= class,
        });
        self.points.insert(place, (at, class));
    }

    /// One segment of a stroke, in CSS pixels, to the pointer's position; `from` is `None` at
    /// the beginning of the stroke. Returns the start of the next segment.
    pub fn stroke(
        &mut self,
        tool: Tool,
        plot: &Plot,
        em: f64,
        from: Option<Point>,
        to: Point,
    ) -> Point {
        match tool {
            Tool::Erase => {
                let from = from.unwrap_or(to);
                self.erase(|at| distance(plot.at(at.0, at.1), from, to) <= REACH * em);
                to
            }
            Tool::Put(_) if self.is_curve() => {
                self.draw(plot, from.unwrap_or(to), to);
                to
            }
            Tool::Put(class) => {
                let apart = APART * em;
                let Some(from) = from else {
                    self.put_at(plot, to, class);
                    return to;
                };
                let far = (to.0 - from.0).hypot(to.1 - from.1);
                let mut at = from;
                for index in 1..=(far / apart) as usize {
                    let share = index as f64 * apart / far;
                    at = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
                    self.put_at(plot, at, class);
                }
                at
            }
        }
    }

    fn put_at(&mut self, plot: &Plot, at: Point, class: usize) {
        if plot.contains(at) {
            self.put(plot.values_at(at), class);
        }
    }

    /// Puts a point of a class, or a value of a curve, which replaces those in its column.
    pub fn put(&mut self, at: Point, class: usize) {
        let before = self.clone();
        if self.is_curve() {
            let column = self.column(at.0);
            let room = self.room[0];
            self.points.retain(|(at, _)| column_of(room, at.0) != column);
            self.insert(self.round((self.column_at(column), at.1)), 0);
        } else {
            if class == self.classes.len() && class < CLASSES {
                self.add_class();
            }
            let point = (self.round(at), class.min(self.classes.len() - 1));
            if self.points.contains(&point) {
                return;
            }
            self.insert(point.0, point.1);
        }
        if url_codec::write(&self.data()).is_none() {
            *self = Painted { refused: Some(Refused::Full), ..before };
        }
    }

    /// Draws the curve from one point to another: a value in each column between them.
    fn draw(&mut self, plot: &Plot, from: Point, to: Point) {
        let (here, there) = (plot.values_at(from), plot.values_at(to));
        let (first, last) = (self.column(here.0), self.column(there.0));
        for column in first.min(last)..=first.max(last) {
            let x = self.column_at(column);
            let share = ((x - here.0) / (there.0 - here.0)).clamp(0.0, 1.0);
            // The column under the hand has its height, also if it did not move sideways.
            let share = if column == last { 1.0 } else { share };
            let y = here.1 + share * (there.1 - here.1);
            if plot.contains(plot.at(x, y)) {
                self.put((x, y), 0);
            }
        }
    }

    fn column(&self, x: f64) -> i32 {
        column_of(self.room[0], x)
    }

    fn column_at(&self, column: i32) -> f64 {
        let (low, high) = self.room[0];
        low + (high - low) * f64::from(column) / COLUMNS as f64
    }

    /// Removes the nearest point.
    pub fn erase_nearest(&mut self, plot: &Plot, (x, y): Point) {
        let apart = |at: Point| (at.0 - x).hypot(at.1 - y);
        let places = self.points.iter().map(|(at, _)| plot.at(at.0, at.1));
        let nearest = places.min_by(|a, b| apart(*a).total_cmp(&apart(*b)));
        if let Some(nearest) = nearest {
            self.erase(|at| plot.at(at.0, at.1) == nearest);
        }
    }

    /// Removes the points for which `hit` is true, except for the last one of each class; the
    /// last point of a third class is removed together with the class.
    fn erase(&mut self, hit: impl Fn(Point) -> bool) {
        for index in (0..self.points.len()).rev() {
            let (at, class) = self.points[index];
            if !hit(at) {
                continue;
            }
            let last = self.points.iter().filter(|(_, of)| *of == class).count() == 1;
            let third = class >= 2 && class + 1 == self.classes.len();
            if last && !third {
                self.refused = Some(Refused::Last);
                continue;
            }
            self.points.remove(index);
            if last {
                self.classes.pop();
            }
        }
    }
}

/// Index of the column of x.
fn column_of((low, high): (f64, f64), x: f64) -> i32 {
    ((x - low) / (high - low) * COLUMNS as f64).round() as i32
}

/// Distance of a point from a line segment.
fn distance(place: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = ((place.0 - from.0) * dx + (place.1 - from.1) * dy) / length;
    let share = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    (place.0 - from.0 - share * dx).hypot(place.1 - from.1 - share * dy)
}
