//! Changes of a control, to be taken back.

use super::import::Imported;
use crate::application::Application;
use crate::playback::walkthrough::Walkthrough;
use downhill_core::run::abandoned::Ghost;
use downhill_core::{Error, Experiment};
use downhill_view::options::show::Show;
use std::rc::Rc;

/// The state before a change of a control.
struct Earlier {
    /// The control.
    key: String,
    experiment: Experiment,
    show: Show,
    iteration: u32,
    ghost: Option<Ghost>,
    imported: Option<Rc<Imported>>,
}

/// How many changes can be taken back.
const MOST: usize = 30;

/// The states before the last changes, the latest at the end.
#[derive(Default)]
pub(crate) struct Changes(Vec<Earlier>);

impl Changes {
    /// Keeps what was there before a change. Changes of the same control without a step in
    /// between are one: a drag has many.
    fn keep(&mut self, before: Earlier) {
        let goes_on = self.0.last().is_some_and(|last| {
            last.key == before.key && (last.iteration == before.iteration || before.iteration == 0)
        });
        if !goes_on {
            self.0.push(before);
            let many = self.0.len().saturating_sub(MOST);
            self.0.drain(..many);
        }
    }
}

impl Application {
    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.changes.0.is_empty()
    }

    /// Takes back the last change of a control and goes to where it was made.
    pub fn undo(&mut self) -> Result<(), Error> {
        let Some(before) = self.changes.0.pop() else { return Ok(()) };
        let Earlier { experiment, show, iteration, ghost, imported, .. } = before;
        self.show = show;
        self.start(experiment)?;
        self.imported = imported;
        if let Some(ghost) = ghost {
            self.subject.recall(&ghost)?;
        }
        // It has been there: each of these steps can be made.
        while self.subject.iteration() < iteration && self.subject.step() {}
        Ok(())
    }

    /// Makes a change of a control that can be taken back.
    pub(crate) fn changing(
        &mut self,
        key: &str,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let before = self.here(key);
        change(self)?;
        self.remember(before);
        Ok(())
    }

    fn here(&self, key: &str) -> Earlier {
        Earlier {
            key: key.to_string(),
            experiment: self.subject.experiment().clone(),
            show: self.show.clone(),
            iteration: self.subject.iteration(),
            ghost: self.subject.ghost().cloned(),
            imported: self.imported.clone(),
        }
    }

    /// Keeps what was there before a change, if it is one.
    fn remember(&mut self, before: Earlier) {
        let goes_on_here = *self.subject.experiment() == before.experiment;
        if !goes_on_here {
            self.walkthrough = Walkthrough::default();
        }
        if !goes_on_here || self.show != before.show {
            self.changes.keep(before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(key: &str, iteration: u32) -> Earlier {
        Earlier {
            key: key.to_string(),
            experiment: Experiment::default(),
            show: Show::default(),
            iteration,
            ghost: None,
            imported: None,
        }
    }

    fn kept(changes: &Changes) -> Vec<(&str, u32)> {
        changes.0.iter().map(|it| (it.key.as_str(), it.iteration)).collect()
    }

    #[test]
    fn a_drag_is_one_change() {
        let mut changes = Changes::default();
        for (key, iteration) in [("start", 7), ("start", 0), ("start", 0), ("l2", 0), ("l2", 5)] {
            changes.keep(before(key, iteration));
        }
        assert_eq!(kept(&changes), [("start", 7), ("l2", 0), ("l2", 5)]);
    }

    #[test]
    fn the_oldest_changes_are_forgotten() {
        let mut changes = Changes::default();
        (1..=MOST as u32 + 3).for_each(|iteration| changes.keep(before("l2", iteration)));
        assert_eq!((kept(&changes).len(), kept(&changes)[0]), (MOST, ("l2", 4)));
    }
}
