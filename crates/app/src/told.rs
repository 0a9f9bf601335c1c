//! The contract: all that the page is told. `www/contract.ts` has the same types for scripts; a
//! test keeps it up to date.
//!
//! [`State`] is what the page shows, in groups, of which [`Telling::changes`] has those that have
//! changed. What the page asks for now and then is in [`answers`].

pub mod answers;
mod ball;
mod classroom;
#[cfg(test)]
mod contract;
mod control_list;
mod controls;
mod mode;
mod network;
mod own;
mod page;
mod piece;
mod presentation;
mod sound;
mod steps;
mod subject;
mod tables;

use std::collections::BTreeMap;

pub use classroom::{Goal, Locked, Qr, checked, handout, lockable, qr};
pub use control_list::{Control, Kind, Section};
pub(crate) use controls::{BALL, at_place, sliders};
pub use controls::{Feature, Hyperparameter, Layer, Layers, Offer, Options, Slider};
pub use mode::Mode;
pub use network::{Kept, KeptRun};
pub use own::{Painting, Table};
pub(crate) use page::left_out;
pub use page::{Changes, Playback, Recomputation, Scene, State, Telling, Theme};
pub use piece::Piece;
pub use presentation::{Presentation, Told};
pub use sound::{Tone, tone};
pub use steps::{ChainRule, Factor, FourStep, Timeline};
pub use subject::{Epoch, FunctionFacts, Outcome, Racer, Reading, Spot, StepSizeScale};
pub use tables::{DataTable, data_table};

/// Values by key.
pub type ByKey<V> = BTreeMap<&'static str, V>;
