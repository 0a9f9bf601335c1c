//! Display options: the page's settings, the lesson's scenes, the examples.

pub mod keys;
pub mod preset;
pub mod scene;
pub mod show;
