//! Runs that are kept to be compared with the present one.

use crate::application::Application;
use crate::state::changes::Extent;
use downhill_core::Error;
use downhill_core::run::kept;
use downhill_view::canvas::geometry::Point;
use downhill_view::network::kept_thumbnails;
use downhill_view::options::show::View;
use std::rc::Rc;

impl Application {
    /// Keeps a network's run as it is, to be compared with others.
    pub fn keep(&mut self) -> Result<(), Error> {
        let Some(run) = self.subject.run() else { return Ok(()) };
        let now = (run.experiment(), run.snapshot().iteration);
        if self.kept.iter().any(|it| (it.experiment(), it.snapshot().iteration) == now) {
            return Ok(());
        }
        if self.kept.len() + self.recomputation.kept.len() >= kept::MOST {
            return Err(Error::Inconsistent(self.words.get("kept_full").into()));
        }
        self.kept.push(Rc::new(run.clone()));
        Ok(())
    }

    /// Goes to one of the kept runs, where it was kept.
    pub fn open_kept(&mut self, index: usize) -> Result<(), Error> {
        let Some(run) = self.kept.get(index).cloned() else { return Ok(()) };
        self.changing("kept", Extent::Whole, |state| {
            state.start(run.experiment().clone())?;
            state.go_to(run.snapshot().iteration, None);
            Ok(())
        })
    }

    /// Goes to the kept run whose small picture is under a point.
    pub fn pick_kept(&mut self, at: Point) -> Result<(), Error> {
        let stage = self.viewports.of(View::Kept);
        let found =
            stage.and_then(|it| kept_thumbnails::pick(self.kept.len() + 1, it.size, it.em, at));
        match found.and_then(|index| index.checked_sub(1)) {
            Some(index) => self.open_kept(index),
            None => Ok(()),
        }
    }

    /// Forgets one of the kept runs.
    pub fn drop_kept(&mut self, index: usize) {
        if index < self.kept.len() {
            self.kept.remove(index);
        }
    }
}
