//! The parts of an application's state. None of them knows the application: what is done with
//! them stands in its folders of edits, playback and frames.

pub(crate) mod changes;
pub(crate) mod held;
pub(crate) mod imported;
pub(crate) mod motion;
pub(crate) mod painting;
pub(crate) mod presentation;
pub(crate) mod recomputation;
pub(crate) mod surface;
pub(crate) mod walkthrough;
