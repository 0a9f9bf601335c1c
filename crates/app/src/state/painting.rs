//! Painting of data by hand: the tool, the stroke, and what is said of it.

use downhill_view::canvas::geometry::{Bounds, Point};
use downhill_view::editing::painter::{self, Beginning, CLASSES, Painted, Refused, Tool};
use downhill_view::text::messages::{Piece, Words};

/// That one paints, with what, and where.
pub(crate) struct Painting {
    /// The tool in hand.
    pub tool: Tool,
    /// Whether values over one input are drawn, not points of classes.
    pub curve: bool,
    /// The ranges in sight: they stay while points come and go.
    pub room: Bounds,
    /// Where the keys would paint, and whether they are what paints.
    pub cross: Point,
    pub keyed: bool,
    /// The fate of the present samples when the next stroke begins.
    pub begins: Beginning,
    /// Why the last stroke did not do all, if it did not, and how many points there were.
    pub refused: Option<(Refused, usize)>,
    pub stroke: Option<Stroke>,
}

/// A stroke that has begun.
pub(crate) struct Stroke {
    pub painted: Painted,
    /// Where its next stretch begins.
    pub at: Option<Point>,
    /// Whether it plays on afterwards.
    pub playing: bool,
    /// All that it changes is taken back as one.
    pub key: String,
}

/// The eraser's name on the page; the others are numbers from 1 on.
pub(crate) const ERASE: &str = "erase";

impl Painting {
    pub fn new(curve: bool, room: Bounds) -> Painting {
        Painting {
            tool: Tool::Put(0),
            curve,
            room,
            cross: room_middle(&room),
            keyed: false,
            begins: Beginning::Kept,
            refused: None,
            stroke: None,
        }
    }

    /// Whether a curve is drawn, not points painted.
    pub fn is_curve(&self) -> bool {
        self.curve
    }

    /// The name of the tool in hand.
    pub fn tool(&self) -> String {
        match self.tool {
            Tool::Erase => ERASE.to_string(),
            Tool::Put(class) => (class + 1).to_string(),
        }
    }

    /// The tools for so many classes of these names: each tool's name, and its words.
    pub fn tools(&self, classes: &[&str], words: Words) -> Vec<(String, Vec<Piece>)> {
        let mut tools = Vec::new();
        if self.curve {
            tools.push(("1".to_string(), words.pieces("paint_pen", &[])));
        } else {
            let more = (classes.len() < CLASSES).then(|| words.get("paint_more"));
            let names = classes.iter().copied().take(CLASSES).chain(more);
            for (class, name) in (1..).zip(names) {
                let key = ["class_mark_", &class.to_string()].concat();
                tools.push((class.to_string(), words.pieces(&key, &[("name", name)])));
            }
        }
        tools.push((ERASE.to_string(), words.pieces("paint_erase", &[])));
        tools
    }

    /// A hint at the next thing to do, or why something was not done.
    pub fn note(&self, own: bool, words: Words) -> Vec<Piece> {
        match self.refused {
            Some((Refused::Full, count)) => {
                return words.pieces("paint_full", &[("count", &count.to_string())]);
            }
            Some((Refused::Last, _)) => return words.pieces("paint_last", &[]),
            None if self.keyed => {
                let (x, y) = (words.tick(self.cross.0), words.tick(self.cross.1));
                return words.pieces("paint_at", &[("x", &x), ("y", &y)]);
            }
            None => {}
        }
        let mut note = words.pieces(if self.curve { "paint_curve" } else { "paint_points" }, &[]);
        let begins = match self.begins {
            Beginning::Kept if own => "paint_anew",
            Beginning::Kept => "paint_kept",
            Beginning::Rounded => "paint_rounded",
            Beginning::Empty => "paint_emptied",
        };
        note.push(Piece::plain(" "));
        note.extend(words.pieces(begins, &[]));
        note
    }
}

fn room_middle(room: &Bounds) -> Point {
    let [x, y] = room.map(|(low, high)| (low + high) / 2.0);
    painter::rounded(room, (x, y))
}
