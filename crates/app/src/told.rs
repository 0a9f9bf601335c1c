//! Answers to the page: a file for each kind.

mod ball;
mod controls;
mod function;
mod network;
mod numbers;
mod own;
mod page;
mod picture;
mod steps;
mod subject;

use crate::application::Application;
use downhill_core::Error;
use downhill_core::export::{self, EXPORTS};
use std::collections::BTreeMap;

pub(crate) use controls::{BALL, at_place};
pub use function::{Map, Written, Wrong, basins, check, equations, written};
pub use numbers::{
    BallSnapshot, NetworkSnapshot, ShownPlane, Snapshot, loss, shown_plane, snapshot,
};
pub use page::{Changes, PageState};
pub use picture::{Drawing, DrawnMark, DrawnPlot, Probed, ProbedRow, drawing, probe};
pub use steps::{Closely, microscope};

/// Values by key.
pub type ByKey<V> = BTreeMap<&'static str, V>;

/// The files that a network's run can be saved as: their ids and names.
pub fn exports() -> Vec<(&'static str, &'static str)> {
    EXPORTS.iter().map(|of| (of.id, of.file)).collect()
}

/// The text of a file that can be saved.
pub fn export(app: &Application, id: &str) -> Result<String, Error> {
    let none = || Error::Inconsistent("There is no network to save.".into());
    Ok((export::from_id(id)?.write)(app.subject.run().ok_or_else(none)?))
}
