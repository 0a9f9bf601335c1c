//! Drawing in CSS pixels on any backend, and how everything looks.

pub mod geometry;
pub mod labels;
pub mod pen;
pub mod record;
pub mod theme;
