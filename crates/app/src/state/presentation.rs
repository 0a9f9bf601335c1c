//! How the figure is presented to a class: the mode, and the story that is told.

use crate::story::Story;
use downhill_core::{Error, Experiment};
use std::rc::Rc;

/// The mode, and the story that is told.
#[derive(Default)]
pub(crate) struct Presentation {
    /// Whether it is shown to a class: larger, and nothing but what matters.
    pub presenting: bool,
    /// Address of the story, as it is asked for; empty for none, or for one from a file.
    pub address: String,
    /// The story; `None` until it is there.
    pub story: Option<Rc<Story>>,
    /// The beat at hand, counted from 1; 0 before the first.
    pub beat: usize,
    /// Whether the address has settings of its own beside the story: then these are shown first.
    pub strays: bool,
    /// The experiment's query as the beat leaves it; a hand may have changed it since.
    pub told: String,
}

impl Presentation {
    /// The keys of an address that ask for it.
    pub const KEYS: [&str; 3] = ["story", "beat", "mode"];

    /// Sets one of the keys.
    pub fn set(&mut self, key: &str, text: &str) -> Result<(), Error> {
        let expected = |what: &str| Err(Error::bad_value(key, text, what));
        match key {
            "story" => self.address = text.trim().to_string(),
            "beat" => match text.trim().parse() {
                Ok(beat) => self.beat = beat,
                Err(_) => return expected("the number of a beat of the story, such as 3"),
            },
            _ => match text {
                "present" => self.presenting = true,
                _ => return expected("present"),
            },
        }
        Ok(())
    }

    /// Part of it in an address.
    pub fn query(&self) -> Result<String, Error> {
        let story = !self.address.is_empty();
        let pairs = [
            story.then(|| ("story", self.address.clone())),
            (story && self.beat > 0).then(|| ("beat", self.beat.to_string())),
            self.presenting.then(|| ("mode", "present".to_string())),
        ];
        Experiment::default().to_query_with(pairs.into_iter().flatten())
    }
}
