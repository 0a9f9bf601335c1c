//! Edits made in a picture: points painted, layers and features chosen.

pub mod feature_choice;
pub mod layer_editor;
pub mod painter;
