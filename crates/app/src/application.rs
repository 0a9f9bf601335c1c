//! One figure's state: its subject, how that is shown, and everything done with it.

use crate::frame::flashes::Flashes;
use crate::frame::laps::Laps;
use crate::frame::redraw_schedule::Turns;
use crate::frame::viewports::Viewports;
use crate::playback::pace::{Due, Pace};
use crate::playback::rise::Rise;
use crate::state::changes::{Changes, Earlier};
use crate::state::held::Held;
use crate::state::imported::Imported;
use crate::state::motion::Motion;
use crate::state::painting::Painting;
use crate::state::presentation::Presentation;
use crate::state::recomputation::Recomputation;
use crate::state::surface::Surface;
use crate::state::walkthrough::Walkthrough;
use crate::subject::Subject;
use downhill_core::{Error, Run};
use downhill_view::canvas::pen::ForClass;
use downhill_view::canvas::theme::{LIGHT, PRINT, PROJECTOR, PROJECTOR_DARK, Rgb, Theme};
use downhill_view::options::preset::Presets;
use downhill_view::options::show::Show;
use downhill_view::text::messages::Words;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

/// One figure: a network or a ball, how it is shown, and what can be done with it. Two figures
/// share nothing.
pub struct Application {
    /// The network or the ball.
    pub(crate) subject: Subject,
    /// How it is shown.
    pub(crate) show: Show,
    /// Whether each frame brings a step.
    pub(crate) playing: bool,
    /// Whether it is drawn for paper.
    pub(crate) printing: bool,
    /// The theme that the reader's system prefers.
    pub(crate) system_theme: &'static Theme,
    /// Whether the reader's system prefers more contrast.
    pub(crate) more_contrast: bool,
    /// The theme in force with colours of the page around it, if it has given some.
    pub(crate) own_theme: Option<&'static Theme>,
    /// The language.
    pub(crate) words: Words,
    /// The wrong parts of the address that it was made from.
    pub(crate) problems: Vec<Error>,
    /// The examples, read when a network's scene asks which one it is.
    pub(crate) presets: OnceLock<Presets>,
    /// The iteration up to which a run goes on that was played from rest, at rest or not.
    pub(crate) stretch: u32,
    /// The iterations that are due, at so many a frame.
    pub(crate) due: Due,
    /// The pace of an early scene's run, from its beginning.
    pub(crate) rise: Rise,
    /// The ball on its way in the pictures.
    pub(crate) motion: Motion,
    /// Whether a step by hand has set it out, and the pictures need not be drawn for that.
    pub(crate) sets_out: bool,
    /// Whether a step by hand has met it on its way, from where it goes on.
    pub(crate) hurries: bool,
    /// The time of its frames, while they bring as many iterations as they can.
    pub(crate) pace: Option<Pace>,
    /// Which of the large pictures the coming frame draws.
    pub(crate) turns: Turns,
    /// Pictures that could flash, as the frames have drawn them.
    pub(crate) flashes: Flashes,
    /// Whether more than the turned surface is to be drawn with the coming frame.
    pub(crate) behind: bool,
    /// The changes that can be taken back.
    pub(crate) changes: Changes,
    /// The scenes that were left, by their ids, as they were.
    pub(crate) left: BTreeMap<&'static str, Earlier>,
    /// The runs that are kept to be compared with the present one.
    pub(crate) kept: Vec<Rc<Run>>,
    /// Past states and other runs on their way, computed in slices.
    pub(crate) recomputation: Recomputation,
    /// The table that the data come from, if they come from one.
    pub(crate) imported: Option<Rc<Imported>>,
    /// Painting of data by hand, if that is on, and the number of strokes so far.
    pub(crate) painting: Option<Painting>,
    pub(crate) strokes: u32,
    /// How it is presented to a class, and the story that is told.
    pub(crate) presentation: Presentation,
    /// The part of a step that is at hand, of a step that is taken in parts.
    pub(crate) walkthrough: Walkthrough,
    /// The point that a hand drags.
    pub(crate) held: Held,
    /// The surface as it was drawn last.
    pub(crate) surface: Surface,
    pub(crate) viewports: Viewports,
    /// Whether a hand has done something that the page has not been told.
    pub(crate) moved: bool,
    pub(crate) laps: Laps,
}

impl Application {
    /// The theme in force.
    pub fn theme(&self) -> &'static Theme {
        if self.printing {
            return &PRINT;
        }
        let theme = match self.presentation.presenting {
            true => self.projected(),
            false => self.own_theme.unwrap_or(self.named_theme()),
        };
        if self.more_contrast { theme.contrasting() } else { theme }
    }

    /// The theme for the projector: for a dark room, if a dark one is chosen or preferred.
    fn projected(&self) -> &'static Theme {
        match self.named_theme().id {
            "dark" | "projector_dark" => &PROJECTOR_DARK,
            _ => &PROJECTOR,
        }
    }

    /// The theme that is chosen, or that the reader's system prefers.
    fn named_theme(&self) -> &'static Theme {
        self.show.theme.unwrap_or(self.system_theme)
    }

    /// Takes these colours, by their names, in the place of the theme's; none gives those back.
    pub fn set_colours(&mut self, colours: &[(String, Rgb)]) {
        let own = (!colours.is_empty()).then(|| self.named_theme().with(colours));
        if own.as_ref() != self.own_theme {
            // A theme lasts as long as the program: a page has few.
            self.own_theme = own.map(|theme| &*Box::leak(Box::new(theme)));
        }
    }

    /// Has everything drawn for paper: in the light theme, whichever is chosen.
    pub fn set_printing(&mut self, printing: bool) {
        self.printing = printing;
    }

    /// Presents it to a class, or no longer: larger, in a theme for the projector.
    pub fn set_presenting(&mut self, presenting: bool) {
        self.presentation.presenting = presenting;
    }

    /// Says which theme the reader's system prefers, by its id; `light` for an unknown one.
    pub fn set_system_theme(&mut self, id: &str) {
        self.system_theme = Theme::from_id(id).unwrap_or(&LIGHT);
    }

    /// Says whether the reader's system prefers more contrast: this goes before the colours of the
    /// page around it.
    pub fn set_more_contrast(&mut self, more: bool) {
        self.more_contrast = more;
    }

    /// View of its pictures for a class.
    pub(crate) fn for_class(&self) -> ForClass {
        /// Smallest text of a picture that is presented, in em.
        const SMALLEST: f64 = 0.8;
        let sign = self.beat().map_or("", |beat| &beat.light);
        let colours = self.theme().colours();
        let lit = colours.into_iter().find(|(name, _)| *name == sign).map(|(_, colour)| colour);
        let smallest = if self.presentation.presenting { SMALLEST } else { 0.0 };
        ForClass { lit, smallest }
    }

    /// Says everything in another language from now on: the run goes on as it is.
    pub fn set_words(&mut self, words: Words) {
        self.words = words;
    }

    /// The texts in the language that is spoken.
    pub fn words(&self) -> Words {
        self.words
    }

    /// The language that is chosen; `None` for the page's or the reader's own.
    pub fn language(&self) -> Option<&'static str> {
        self.show.language
    }

    /// Whether a hand has done something since this was asked last.
    pub(crate) fn take_moved(&mut self) -> bool {
        std::mem::take(&mut self.moved)
    }

    /// The wrong parts of the address that it was made from: they are left out.
    pub fn problems(&self) -> &[Error] {
        &self.problems
    }

    /// The network or the ball.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }
}
