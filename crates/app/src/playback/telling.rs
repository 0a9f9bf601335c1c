//! Telling a story: from beat to beat, and back to exactly what was shown.
//!
//! The view of a beat does not depend on what a hand has done before, nor on how long its steps
//! were watched: it is the address that it begins from and all changes since.

use crate::application::Application;
use crate::state::changes::Changes;
use crate::state::presentation::Presentation;
use crate::story::{Beat, Call, Change, Story, at_line};
use downhill_core::Error;
use downhill_view::options::show::Show;
use downhill_view::text::messages::Words;
use std::mem::take;
use std::rc::Rc;

/// The work that all beats of a story may take, in multiply-adds: some seconds in a browser.
const A_STORY: u64 = 8_000_000_000;

impl Application {
    /// Opens a story, which is not told yet, and keeps its address; an empty one for a file. The
    /// one that is open, read from its address in another language, stays at its beat. On an
    /// error, which names the line, all stays as it is.
    pub fn open_story(&mut self, text: &str, address: &str) -> Result<(), Error> {
        let story = Story::read(text)?;
        rehearse(&story, self.words)?;
        let presentation = &mut self.presentation;
        let from_file = presentation.story.is_some() && address.is_empty();
        match presentation.address == address && !from_file {
            true => presentation.beat = presentation.beat.min(story.beats.len()),
            false => {
                presentation.beat = 0;
                presentation.told.clear();
            }
        }
        presentation.address = address.to_string();
        presentation.story = Some(Rc::new(story));
        Ok(())
    }

    /// Tells no story any more. What is shown stays.
    pub fn close_story(&mut self) {
        let presenting = self.presentation.presenting;
        self.presentation = Presentation { presenting, ..Presentation::default() };
    }

    /// The beat at hand.
    pub(crate) fn beat(&self) -> Option<&Beat> {
        let story = self.presentation.story.as_ref()?;
        story.beats.get(self.presentation.beat.checked_sub(1)?)
    }

    /// Shows the beat so many places on, if there is one. Whether there is.
    pub fn go_on_in_story(&mut self, by: i32) -> Result<bool, Error> {
        let beats = self.presentation.story.as_ref().map_or(0, |story| story.beats.len());
        let to = i64::try_from(self.presentation.beat).unwrap_or(0) + i64::from(by);
        match usize::try_from(to) {
            Ok(beat) if (1..=beats).contains(&beat) => self.show_beat(beat).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Shows a beat, counted from 1. From the one before, its steps are seen being made; from
    /// elsewhere it shows at once what comes of them. Without a story, nothing happens.
    pub fn show_beat(&mut self, beat: usize) -> Result<(), Error> {
        let Some(story) = self.presentation.story.clone() else { return Ok(()) };
        let index = beat.clamp(1, story.beats.len()) - 1;
        if index == self.presentation.beat {
            let begins = story.begins(index) == index;
            match index.checked_sub(1).filter(|_| !begins) {
                Some(before) => self.settle_on(&story, before)?,
                None => self.take_over(Application::new(story.beats[index].query(), self.words)?),
            }
            for Change { call, .. } in &story.beats[index].changes {
                match call {
                    // What has been there before is seen to move.
                    Call::Step(count) if !begins => (0..*count).for_each(|_| self.step_once()),
                    Call::Play(count) => self.play_for(*count),
                    _ => self.carry_out_call(call)?,
                }
            }
        } else {
            self.settle_on(&story, index)?;
        }
        self.presentation.beat = index + 1;
        self.presentation.told = self.unguised_query().unwrap_or_default();
        Ok(())
    }

    /// Shows what comes of a beat, unless it is shown already.
    fn settle_on(&mut self, story: &Story, beat: usize) -> Result<(), Error> {
        let mut told = told(story, beat, self.words)?;
        told.show.theme = self.show.theme;
        told.show.language = self.show.language;
        let state = |app: &Application| (app.query_at().ok(), app.walkthrough.progress);
        self.pause();
        if state(self) != state(&told) {
            self.take_over(told);
        }
        Ok(())
    }

    /// Shows another figure in the place of this one, as large and in the same colours.
    fn take_over(&mut self, other: Application) {
        self.end_motion();
        let theme = other.show.theme.or(self.show.theme);
        let language = other.show.language.or(self.show.language);
        *self = Application {
            show: Show { theme, language, ..other.show },
            printing: self.printing,
            system_theme: self.system_theme,
            more_contrast: self.more_contrast,
            own_theme: self.own_theme,
            words: self.words,
            viewports: take(&mut self.viewports),
            presentation: take(&mut self.presentation),
            motion: take(&mut self.motion),
            changes: Changes::default(),
            ..other
        };
    }

    /// Carries out a call at once, to its end.
    fn carry_out_call(&mut self, call: &Call) -> Result<(), Error> {
        match call {
            Call::Set(key, value) => self.set(key, value)?,
            Call::Step(count) => self.step(*count),
            Call::Play(count) => {
                self.play_for(*count);
                while self.playing {
                    self.step(1);
                }
                self.restore();
            }
            Call::Part(count) => (0..*count).for_each(|_| self.next_part()),
            Call::Seek(iteration) => self.arrive_at(*iteration)?,
            Call::Reset => self.reset()?,
        }
        Ok(())
    }

    /// Plays for so many steps, also where it is at rest before: what comes next in the story begins
    /// with the same one for everybody.
    fn play_for(&mut self, count: u32) {
        let to = self.subject.iteration().saturating_add(count);
        self.show.rules.iterations = to;
        self.play();
        self.stretch = to;
    }
}

/// State after a beat.
fn told(story: &Story, beat: usize, words: Words) -> Result<Application, Error> {
    let begins = story.begins(beat);
    let mut app = Application::new(story.beats[begins].query(), words)?;
    for Change { call, .. } in story.beats[begins..=beat].iter().flat_map(|beat| &beat.changes) {
        app.carry_out_call(call)?;
    }
    Ok(app)
}

/// Tells all beats of a story, unseen. Whatever cannot be done is the error.
fn rehearse(story: &Story, words: Words) -> Result<(), Error> {
    let mut left = A_STORY;
    let mut app: Option<Application> = None;
    for beat in &story.beats {
        if beat.show.is_some() || app.is_none() {
            let line = beat.show.as_ref().map_or(beat.line, |place| place.line);
            let begun = Application::new(beat.query(), words);
            let begun = begun.map_err(|error| at_line(line, &error.to_string()))?;
            if let Some(problem) = begun.problems().first() {
                return Err(at_line(line, &begun.explained(problem)));
            }
            app = Some(begun);
        }
        let Some(app) = &mut app else { continue };
        for Change { line, call } in &beat.changes {
            let steps = call.steps(app.subject().iteration());
            // So many steps are worth all the work that is left.
            if steps > app.subject().updates_within(left) {
                return Err(at_line(
                    *line,
                    "these steps would take too long: make fewer of them, \
                                           or take fewer samples or units.",
                ));
            }
            if steps > 0 {
                let each = left / u64::from(app.subject().updates_within(left));
                left = left.saturating_sub(each.saturating_mul(u64::from(steps))).max(1);
            }
            let done = app.carry_out_call(call);
            done.map_err(|error| at_line(*line, &app.explained(&error)))?;
        }
    }
    Ok(())
}
