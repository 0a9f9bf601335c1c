//! The changes that can be taken back.

use super::imported::Imported;
use downhill_core::Experiment;
use downhill_core::run::abandoned::Ghost;
use downhill_view::options::show::Show;
use std::rc::Rc;

/// The state before a change of a control.
pub(crate) struct Earlier {
    /// The control.
    pub key: String,
    pub experiment: Experiment,
    pub show: Show,
    pub iteration: u32,
    pub ghost: Option<Ghost>,
    pub imported: Option<Rc<Imported>>,
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
    pub before: Vec<Earlier>,
    /// Whether the last change may be a part of what a hand still does.
    goes_on: bool,
}

impl Changes {
    /// Keeps the state before a change. Parts of what a hand does to the same control, without
    /// a step in between, are one change.
    pub fn keep(&mut self, before: Earlier, extent: Extent) {
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
