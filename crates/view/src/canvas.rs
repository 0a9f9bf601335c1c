//! Canvas: drawing in CSS pixels on any backend, with themes.

pub mod axes;
pub mod geometry;
pub mod image;
pub mod labels;
pub mod pen;
pub mod plot;
pub mod record;
pub mod stamp;
pub mod theme;
pub mod tones;
