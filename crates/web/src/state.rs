//! One figure's state: what it shows, how, and where it is drawn.
//!
//! Each file below is one thing that is done with it, and has the fields that only that
//! needs as a type of its own.

mod address;
mod ball;
mod by_hand;
mod canvases;
mod draw;
mod frame;
mod going;
mod imported;
mod kept;
mod laps;
mod painting;
mod parts;
mod pointed;
mod set;
mod surface;
mod turns;
mod undo;

use crate::pace::{Due, Pace};
use crate::subject::Subject;
use ball::Held;
use canvases::Canvases;
use downhill_core::{Error, Run};
use downhill_view::canvas::theme::Theme;
use downhill_view::options::preset::Presets;
use downhill_view::options::show::Show;
use downhill_view::text::messages::Words;
use laps::Laps;
use parts::Parts;
use std::rc::Rc;
use std::sync::OnceLock;
use surface::Surface;
use turns::Turns;
use undo::Changes;

pub use canvases::Drawing;
pub use imported::{Imported, ROLES};
pub use painting::Painting;

/// Everything that one figure holds; two figures share nothing.
pub struct State {
    /// What it shows.
    pub subject: Subject,
    /// How it is shown.
    pub show: Show,
    /// Whether each frame brings a step.
    pub playing: bool,
    /// What the reader's system prefers.
    pub system_theme: &'static Theme,
    /// The language.
    pub words: Words,
    /// The wrong parts of the address that it was made from.
    pub problems: Vec<Error>,
    /// The examples, read when a network's scene asks which one it is.
    presets: OnceLock<Presets>,
    /// The iterations that are due, at so many a frame.
    due: Due,
    /// The time of its frames, while they bring as many iterations as they can.
    pub pace: Option<Pace>,
    /// Which of the large pictures the coming frame draws.
    turns: Turns,
    /// Whether more than the turned surface is to be drawn with the coming frame.
    behind: bool,
    /// What can be taken back.
    changes: Changes,
    /// The runs that are kept to be compared with the present one.
    pub kept: Vec<Rc<Run>>,
    /// The table that the data come from, if they come from one.
    pub imported: Option<Rc<Imported>>,
    /// That one paints data by hand, if one does, and how many strokes there were.
    pub painting: Option<Painting>,
    strokes: u32,
    /// How far a step has come that is taken in parts.
    pub parts: Parts,
    /// What a hand drags.
    held: Held,
    /// The surface as it was drawn last.
    pub surface: Surface,
    canvases: Canvases,
    laps: Laps,
}

impl State {
    /// The theme in force.
    pub fn theme(&self) -> &'static Theme {
        self.show.theme.unwrap_or(self.system_theme)
    }
}
