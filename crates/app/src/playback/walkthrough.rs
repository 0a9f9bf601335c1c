//! A step taken in parts, and the microscope over it.

use crate::application::Application;
use crate::state::walkthrough::Walkthrough;
use crate::subject::Subject;
use downhill_core::run::stop_rules::Stop;
use downhill_core::{Error, Run};
use downhill_view::network::diagram::backprop_steps::{Microscope, Progress, Stage};
use downhill_view::options::scene::NETWORK;
use downhill_view::options::show::Show;

impl Application {
    /// Carries out the next of a step's four parts, or of the first one's stages, and
    /// pauses. Where a rule has stopped the run, there is no next step.
    pub fn next_part(&mut self) {
        self.by_hand(Application::carry_out_part);
    }

    fn carry_out_part(&mut self) {
        self.playing = false;
        let level = |stop: &Stop| matches!(stop, Stop::Level | Stop::Diverged);
        if self.stop().is_some_and(|stop| !level(&stop)) {
            self.walkthrough = Walkthrough::default();
            return;
        }
        let run = self.subject.run().filter(|_| self.show.scene.id == NETWORK.id);
        let stages = run.map_or(0, |run| Stage::count(run.network()));
        let progress = &mut self.walkthrough.progress;
        match progress.part {
            0 if progress.begun < stages => progress.begun += 1,
            0 | 1 => progress.part += 1,
            2 => {
                let before = run.cloned().map(Box::new);
                self.walkthrough = match self.subject.step() {
                    true => Walkthrough { progress: Progress { part: 3, ..*progress }, before },
                    false => Walkthrough::default(),
                }
            }
            _ => self.walkthrough = Walkthrough::default(),
        }
    }

    /// Brings what the microscope shows up to date.
    pub(crate) fn look_closely(&mut self) {
        let Subject::Network(it) = &mut self.subject else { return };
        it.pictures.kept.clone_from(&self.kept);
        let run = self.walkthrough.before.as_deref().unwrap_or(it.time.now());
        let seen = self.show.scene.id == NETWORK.id;
        let closer = || Microscope::new(run, &self.show, self.walkthrough.progress);
        it.pictures.microscope = if seen { closer() } else { None };
    }

    /// The microscope over the coming step; none if it is not looked at so closely.
    pub fn microscope(&self) -> Option<&Microscope> {
        match &self.subject {
            Subject::Network(it) => it.pictures.microscope.as_ref(),
            Subject::Ball(_) => None,
        }
    }

    /// The run that the microscope shows: as it was before a move that is told.
    pub fn under_microscope(&self) -> Option<&Run> {
        self.walkthrough.before.as_deref().or(self.subject.run())
    }

    /// Whether the coming step has the sample that is to be looked at.
    pub(crate) fn check_sample(&self, show: &Show) -> Result<(), Error> {
        let count = self.subject.run().map_or(0, |run| run.coming().n);
        match show.sample {
            Some(sample) if sample > count && count > 0 => {
                let count = count.to_string();
                let values = [("n", &*count), ("count", &count)];
                Err(Error::Inconsistent(self.words.fill("no_sample", &values)))
            }
            _ => Ok(()),
        }
    }
}
