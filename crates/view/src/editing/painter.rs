//! Data made by hand: points painted into the plane of two inputs, or a curve drawn over
//! one. They become data of one's own, short enough for an address.

use crate::canvas::geometry::Bounds;
use crate::canvas::pen::{Plot, Point};
use crate::canvas::theme::LIGHT;
use crate::network::input_grid;
use crate::network::regression::{self, Fit};
use crate::network::samples::place;
use crate::text::rounding::{round_step, to_resolution};
use downhill_core::Run;
use downhill_core::data::custom::{OwnData, OwnTargets};
use downhill_core::data::table::Targets;
use downhill_core::data::url_codec::{self, LONGEST};

/// What is in sight where one begins with nothing.
pub const EMPTY: Bounds = [(-1.0, 1.0); 2];

/// How far apart the points of a stroke are, in em.
pub const APART: f64 = 0.6;

/// How far from the hand what is erased may be, in em.
pub const REACH: f64 = 0.8;

/// How many samples a curve has from one end of the picture to the other.
pub const COLUMNS: usize = 60;

/// How many classes there may be: as many as have a mark.
pub const CLASSES: usize = LIGHT.classes.len();

/// What classes are called that have no name.
const LETTERS: [&str; CLASSES] = ["A", "B", "C"];

/// Characters of an address that are to be left for what is painted.
const SPARE: usize = 200;

/// What a stroke does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Puts points of a class, counted from 0; over one input, draws a curve.
    Put(usize),
    /// Takes away what is under it.
    Erase,
}

/// Why a stroke did not do all that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The address has no room for another point.
    Full,
    /// Each class, and a curve, keeps a point.
    Last,
}

/// What the first stroke makes of the samples that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// They stay as they are.
    Kept,
    /// They are rounded, or the address would have no room for them.
    Rounded,
    /// They go: there are too many, or they are not of two inputs, or of one and its value.
    Empty,
}

/// What was painted, in the data's own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Painted {
    room: Bounds,
    inputs: Vec<String>,
    /// The classes' names; none for a curve.
    classes: Vec<String>,
    /// Each point and its class; of a curve, 0. Class by class, a curve from left to right:
    /// then classes that are numbered as they appear keep their numbers.
    points: Vec<(Point, usize)>,
    /// Why the last stroke did not do all, if it did not.
    pub refused: Option<Refused>,
}

/// What is in sight where painting begins: all that the picture shows, up to round numbers.
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

/// The place with round numbers that is nearest.
pub fn rounded(room: &Bounds, (x, y): Point) -> Point {
    // An address knows no minus zero.
    (to_resolution(x, room[0]) + 0.0, to_resolution(y, room[1]) + 0.0)
}

/// Whether all of a run's samples are in sight.
pub fn holds(room: &Bounds, run: &Run) -> bool {
    let inside = |at: Point| {
        (room[0].0..=room[0].1).contains(&at.0) && (room[1].0..=room[1].1).contains(&at.1)
    };
    let split = run.split();
    (0..split.table.rows.len()).all(|row| inside(place(split, row)))
}

impl Painted {
    /// What painting begins with where a run is: its samples as they are, if the address has
    /// room for them; otherwise rounded to what a hand can hit; otherwise almost nothing.
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

    /// Almost nothing: one point of each of two classes, or of a curve.
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

    /// Leaves one point of each class, from the lower left to the upper right; of a curve,
    /// one in the middle.
    pub fn clear(&mut self) {
        let count = self.sizes().1;
        let point = |class: usize| {
            let share = (class as f64 + 0.5) / count as f64;
            let [x, y] = self.room.map(|(low, high)| low + share * (high - low));
            (self.round((x, y)), class)
        };
        self.points = (0..count).map(point).collect();
    }

    /// A class with the first letter that none has.
    fn add_class(&mut self) {
        let is_free = |letter: &&str| self.classes.iter().all(|name| name != *letter);
        let name = LETTERS.into_iter().find(is_free).map(String::from);
        self.classes.extend(name);
    }

    /// How many inputs and outputs a network needs for it.
    pub fn sizes(&self) -> (usize, usize) {
        (self.inputs.len(), self.classes.len().max(1))
    }

    /// Whether it is a curve.
    pub fn is_curve(&self) -> bool {
        self.classes.is_empty()
    }

    /// How many points there are.
    pub fn count(&self) -> usize {
        self.points.len()
    }

    /// As an experiment has them.
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

    /// The nearest place with round numbers.
    fn round(&self, at: Point) -> Point {
        rounded(&self.room, at)
    }

    /// Adds a point in its place: a curve's from left to right, others after their class's.
    fn insert(&mut self, at: Point, class: usize) {
        let curve = self.is_curve();
        let place = self.points.partition_point(|(of, other)| match curve {
            true => of.0 <= at.0,
            false => *other <= class,
        });
        self.points.insert(place, (at, class));
    }

    /// One stretch of a stroke, in CSS pixels, from where the last one ended to where the
    /// hand is; `from` is none where the stroke begins. Back comes where the next begins.
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

    /// Puts a point of a class, or a value of a curve, in place of those in its column.
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

    /// Draws the curve from one place to another: a value in each column between them.
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

    /// Takes away the nearest point.
    pub fn erase_nearest(&mut self, plot: &Plot, (x, y): Point) {
        let apart = |at: Point| (at.0 - x).hypot(at.1 - y);
        let places = self.points.iter().map(|(at, _)| plot.at(at.0, at.1));
        let nearest = places.min_by(|a, b| apart(*a).total_cmp(&apart(*b)));
        if let Some(nearest) = nearest {
            self.erase(|at| plot.at(at.0, at.1) == nearest);
        }
    }

    /// Takes away what is hit, but for the last point of each class; of a third class also
    /// that, and the class with it.
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

/// Which column a place is in.
fn column_of((low, high): (f64, f64), x: f64) -> i32 {
    ((x - low) / (high - low) * COLUMNS as f64).round() as i32
}

/// How far a place is from the nearest of a stretch.
fn distance(place: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = ((place.0 - from.0) * dx + (place.1 - from.1) * dy) / length;
    let share = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    (place.0 - from.0 - share * dx).hypot(place.1 - from.1 - share * dy)
}
