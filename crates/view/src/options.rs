//! What is shown: the page's options, the lesson's scenes, the examples.

pub mod keys;
pub mod preset;
pub mod scene;
pub mod show;
