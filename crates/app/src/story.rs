//! Stories: a lesson in beats, written by a teacher in a plain text file (Markdown).
//!
//! `docs/classroom.md` describes the format. A story is text and a few calls by name: nothing in
//! it runs as code.

mod call;
mod read;

pub(crate) use call::Call;
pub(crate) use read::at_line;

use downhill_view::options::show::View;
use downhill_view::text::messages::Piece;

/// A lesson: beats in their order, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Title of the lesson.
    pub title: String,
    /// The beats.
    pub beats: Vec<Beat>,
}

/// The next thing to say, and what is seen with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beat {
    /// Line of its heading in the file, counted from 1.
    pub line: usize,
    /// Heading: what it is about, for the teacher.
    pub heading: String,
    /// Address from which it begins; `None` for a beat that goes on from the one before.
    pub show: Option<Place>,
    /// Changes, in this order.
    pub changes: Vec<Change>,
    /// Sign whose marks are lit; empty for none.
    pub light: String,
    /// The pictures to show; empty for the scene's own.
    pub pictures: Vec<View>,
    /// Sentence for the room in the place of the figure's own; empty for that.
    pub headline: Vec<Piece>,
    /// Question for the class; empty for none.
    pub ask: Vec<Piece>,
    /// The teacher's notes, in paragraphs: words to say.
    pub say: Vec<String>,
}

/// An address's query, and the line that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Query.
    pub query: String,
}

/// A call, and the line that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// What is done.
    pub(crate) call: Call,
}

impl Beat {
    /// Query of the address from which it begins, if it does; that of the lesson's beginning for one
    /// that names none.
    pub(crate) fn query(&self) -> &str {
        self.show.as_ref().map_or("", |place| &place.query)
    }
}

impl Story {
    /// The beat from which this one is reached: the last one up to it that names an address, or
    /// the first of all.
    pub(crate) fn begins(&self, beat: usize) -> usize {
        (0..=beat).rev().find(|at| self.beats[*at].show.is_some()).unwrap_or(0)
    }
}
