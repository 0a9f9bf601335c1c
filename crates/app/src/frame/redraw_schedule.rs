//! Which of the large pictures a frame draws while it plays: they take turns.

use downhill_view::options::show::View;

/// The large pictures that take turns while it plays, frame by frame.
const TURNS: [&[View]; 4] =
    [&[View::Map, View::Chart], &[View::Surface], &[View::Boundary], &[View::Diagram]];

/// The same while a hand turns the surface: it comes twice, evenly.
const TURNS_BY_HAND: [&[View]; 6] = [
    &[View::Map, View::Chart],
    &[View::Surface],
    &[View::Boundary],
    &[View::Surface],
    &[View::Diagram],
    &[View::Surface],
];

/// For how many frames a hand that rests is thought to turn on.
pub(crate) const RESTING: u32 = 12;

/// How many frames it takes until each of them was drawn.
pub(crate) const ROUND: usize = TURNS.len();

/// Whose turn it is.
#[derive(Default)]
pub(crate) struct Turns {
    /// Which of [`TURNS`] was the last.
    last: usize,
    /// For how many frames more a hand is thought to turn the surface.
    turning: u32,
    /// Whether the small pictures of kept runs come with the network's answers this time.
    small: bool,
}

/// The views that one frame draws.
pub(crate) struct Turn {
    now: &'static [View],
    /// Whether the small pictures of kept runs are drawn, too.
    pub small: bool,
    /// In how many frames the next map is drawn, this one included.
    pub until_map: usize,
}

impl Turn {
    /// Whether it is this large picture's turn.
    pub fn has(&self, view: View) -> bool {
        self.now.contains(&view)
    }
}

impl Turns {
    /// All have been drawn: they begin anew.
    pub fn begin(&mut self) {
        self.last = 0;
    }

    /// A hand turns the surface.
    pub fn by_hand(&mut self) {
        self.turning = RESTING;
    }

    /// The next frame's turn.
    pub fn next(&mut self) -> Turn {
        let turns = if self.turning > 0 { &TURNS_BY_HAND[..] } else { &TURNS };
        self.turning = self.turning.saturating_sub(1);
        self.last = (self.last + 1) % turns.len();
        let now = turns[self.last];
        // Of the small pictures, one changes: every other turn is enough for it.
        let answers = now.contains(&View::Boundary);
        self.small ^= answers;
        let until_map = (turns.len() - self.last) % turns.len() + 1;
        Turn { now, small: self.small && answers, until_map }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGE: [View; 5] = [View::Map, View::Surface, View::Boundary, View::Diagram, View::Chart];

    /// How often each of [`LARGE`] is drawn in so many frames.
    fn drawn(turns: &mut Turns, frames: usize) -> [usize; 5] {
        let all: Vec<Turn> = (0..frames).map(|_| turns.next()).collect();
        LARGE.map(|view| all.iter().filter(|turn| turn.has(view)).count())
    }

    #[test]
    fn each_picture_comes_every_fourth_frame() {
        assert_eq!(drawn(&mut Turns::default(), 12), [3; 5]);
    }

    #[test]
    fn under_a_hand_the_surface_comes_every_other_frame_until_the_hand_rests() {
        let mut turns = Turns::default();
        turns.by_hand();
        assert_eq!(drawn(&mut turns, 12), [2, 6, 2, 2, 2]);
        assert_eq!(drawn(&mut turns, 12), [3; 5]);
    }

    #[test]
    fn the_map_is_announced() {
        let mut turns = Turns::default();
        let said: Vec<(usize, bool)> =
            (0..6).map(|_| turns.next()).map(|it| (it.until_map, it.has(View::Map))).collect();
        let expected = [(4, false), (3, false), (2, false), (1, true), (4, false), (3, false)];
        assert_eq!(said, expected);
    }

    #[test]
    fn small_pictures_come_with_every_other_of_the_answers() {
        let mut turns = Turns::default();
        let small = (0..12).filter(|_| turns.next().small).count();
        assert_eq!(small, 2);
    }
}
