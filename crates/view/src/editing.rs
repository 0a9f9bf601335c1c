//! Editing in a picture: painted points, chosen layers and features.

pub mod feature_choice;
pub mod layer_editor;
pub mod painter;
