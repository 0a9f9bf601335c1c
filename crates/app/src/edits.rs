//! Changes by a control, a pointer or a file, and taking them back.

pub(crate) mod ball_edit;
pub(crate) mod import;
mod kept;
pub(crate) mod painting;
mod set;
pub(crate) mod undo;
mod weight_edit;
