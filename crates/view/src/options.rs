//! Display options: the page's settings, the lesson's scenes, the examples.

pub mod goal;
pub mod keys;
pub mod lock;
pub mod preset;
pub mod scene;
pub mod show;
