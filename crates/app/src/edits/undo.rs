//! Changes of a control, to be taken back.

use crate::application::Application;
use crate::state::changes::{Earlier, Extent};
use crate::state::walkthrough::Walkthrough;
use downhill_core::{Error, Experiment};
use downhill_view::options::lock::Lock;

/// Lock, and the settings in force before a change.
struct Locked {
    lock: Lock,
    settings: Experiment,
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
        self.return_to(before)
    }

    /// Goes back to a state.
    pub(crate) fn return_to(&mut self, before: Earlier) -> Result<(), Error> {
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

    /// Makes a change of a control that can be taken back. One that would change a locked setting,
    /// also as a consequence, is not made.
    pub(crate) fn changing(
        &mut self,
        key: &str,
        extent: Extent,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let (before, locked) = self.may_change(key)?;
        change(self)?;
        self.keep_lock(before, locked, extent)
    }

    /// The state before a change of a control, and what is locked in it. Fails if the control is.
    fn may_change(&self, key: &str) -> Result<(Box<Earlier>, Option<Box<Locked>>), Error> {
        self.check_lock(key)?;
        let lock = &self.show.lock;
        let locked = (!lock.is_empty()).then(|| {
            Box::new(Locked { lock: lock.clone(), settings: self.subject.settings().clone() })
        });
        Ok((Box::new(self.here(key)), locked))
    }

    /// Keeps what was there before a change, or goes back to it if the change has altered what is
    /// locked.
    fn keep_lock(
        &mut self,
        before: Box<Earlier>,
        locked: Option<Box<Locked>>,
        extent: Extent,
    ) -> Result<(), Error> {
        let settings = self.subject.settings();
        let broken = locked.as_ref().and_then(|it| it.lock.broken(&it.settings, settings));
        if let Some(key) = broken {
            let refused = self.locked(key);
            self.return_to(*before)?;
            return Err(refused);
        }
        self.remember(*before, extent);
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
