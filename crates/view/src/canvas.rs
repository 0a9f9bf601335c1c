//! Canvas: drawing in CSS pixels on any backend, with themes.

pub mod geometry;
pub mod labels;
pub mod pen;
pub mod record;
pub mod stamp;
pub mod theme;
pub mod tones;
