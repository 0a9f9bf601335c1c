//! Changes of a control, to be taken back.

use super::import::Imported;
use crate::application::Application;
use crate::playback::walkthrough::Walkthrough;
use downhill_core::run::abandoned::Ghost;
use downhill_core::{Error, Experiment};
use downhill_view::options::show::Show;
use std::rc::Rc;

/// The state before a change of a control.
pub(crate) struct Earlier {
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

/// How much of what a hand does a change is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it: something was chosen, typed or pressed.
    Whole,
    /// A part of it: something is dragged, slid or being typed.
    Part,
}

/// The states before the last changes, the latest at the end.
#[derive(Default)]
pub(crate) struct Changes {
    before: Vec<Earlier>,
    /// Whether the last change may be a part of what a hand still does.
    goes_on: bool,
}

impl Changes {
    /// Keeps the state before a change. Parts of what a hand does to the same control, without
    /// a step in between, are one change.
    fn keep(&mut self, before: Earlier, extent: Extent) {
        let same = self.before.last().is_some_and(|last| {
            last.key == before.key && (last.iteration == before.iteration || before.iteration == 0)
        });
        if !(same && self.goes_on && extent == Extent::Part) {
            self.before.push(before);
            let many = self.before.len().saturating_sub(MOST);
            self.before.drain(..many);
        }
        self.goes_on = extent == Extent::Part;
    }

    /// Ends what a hand does: the next change is another.
    pub fn end(&mut self) {
        self.goes_on = false;
    }
}

impl Application {
    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.changes.before.is_empty()
    }

    /// Takes back the last change of a control and goes to where it was made.
    pub fn undo(&mut self) -> Result<(), Error> {
        self.changes.end();
        let Some(before) = self.changes.before.pop() else { return Ok(()) };
        let Earlier { experiment, show, iteration, ghost, imported, .. } = before;
        self.show = show;
        self.start(experiment)?;
        self.imported = imported;
        if let Some(ghost) = ghost {
            self.subject.recall(&ghost)?;
        }
        // It has been there: each of these steps can be made.
        self.go_to(iteration, None);
        Ok(())
    }

    /// Makes a change of a control that can be taken back.
    pub(crate) fn changing(
        &mut self,
        key: &str,
        extent: Extent,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let before = self.here(key);
        change(self)?;
        self.remember(before, extent);
        Ok(())
    }

    /// The state before a change of a control.
    pub(crate) fn here(&self, key: &str) -> Earlier {
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
    pub(crate) fn remember(&mut self, before: Earlier, extent: Extent) {
        let goes_on_here = *self.subject.experiment() == before.experiment;
        if !goes_on_here {
            self.walkthrough = Walkthrough::default();
        }
        if !goes_on_here || self.show != before.show {
            self.changes.keep(before, extent);
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
        changes.before.iter().map(|it| (it.key.as_str(), it.iteration)).collect()
    }

    #[test]
    fn a_drag_is_one_change() {
        let mut changes = Changes::default();
        for (key, iteration) in [("start", 7), ("start", 0), ("start", 0), ("l2", 0), ("l2", 5)] {
            changes.keep(before(key, iteration), Extent::Part);
        }
        assert_eq!(kept(&changes), [("start", 7), ("l2", 0), ("l2", 5)]);
    }

    #[test]
    fn two_drags_are_two_changes_and_so_are_two_choices() {
        let mut changes = Changes::default();
        for _ in 0..2 {
            changes.keep(before("start", 0), Extent::Part);
            changes.keep(before("start", 0), Extent::Part);
            changes.end();
        }
        changes.keep(before("scene", 0), Extent::Whole);
        changes.keep(before("scene", 0), Extent::Whole);
        // A drag does not go on with what was chosen before.
        changes.keep(before("scene", 0), Extent::Part);
        assert_eq!(
            kept(&changes),
            [("start", 0); 2].into_iter().chain([("scene", 0); 3]).collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_oldest_changes_are_forgotten() {
        let mut changes = Changes::default();
        (1..=MOST as u32 + 3)
            .for_each(|iteration| changes.keep(before("l2", iteration), Extent::Part));
        assert_eq!((kept(&changes).len(), kept(&changes)[0]), (MOST, ("l2", 4)));
    }
}
