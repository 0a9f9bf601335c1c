//! Gradient descent, one iteration at a time: the numbers behind Downhill.
//!
//! An [`Experiment`] is plain data. A [`Run`] is a pure function of it: the same
//! experiment gives the same bits in every browser and natively. After *k*
//! updates the run holds one [`Snapshot`]: the parameters θₖ, the batch of the
//! coming update, and that batch's loss and gradient *at θₖ*. Everything drawn
//! at one moment comes from that one snapshot.
//!
//! ```
//! use downhill_core::{Experiment, Run};
//!
//! let mut run = Run::new(&Experiment::default()).unwrap();
//! let before = run.snapshot().train.loss;
//! for _ in 0..100 {
//!     run.step();
//! }
//! assert_eq!(run.snapshot().iteration, 100);
//! assert!(run.snapshot().train.loss < before);
//! ```
//!
//! In reading order: [`experiment`] (what is asked), [`data`] (what is learned
//! from), [`network`] with [`activation`] and [`cost`] (forward and back
//! propagation), [`optimizer`] (from a gradient to a move), [`run`] (one
//! iteration after the other), [`metrics`] (how well it does), [`mod@slice`] (the
//! true loss along chosen weights),
//! [`curvature`] (how sharply the loss bends), [`parts`] (a step in its parts),
//! [`measured`] (a slope found without back propagation).
//! [`math`] and [`rng`] are why the bits are the same everywhere.

pub mod activation;
pub mod ahead;
pub mod basin;
pub mod cost;
pub mod curvature;
pub mod data;
pub mod decimal;
pub mod descent;
pub mod digest;
pub mod directions;
pub mod error;
pub mod experiment;
pub mod export;
pub mod features;
pub mod float;
pub mod formula;
pub mod function;
pub mod history;
pub mod initialization;
pub mod kernel;
pub mod late;
pub mod math;
pub mod math32;
pub mod measured;
pub mod metrics;
mod named;
pub mod network;
pub mod objective;
pub mod optimizer;
pub mod own;
pub mod parts;
pub mod points;
pub mod race;
pub mod rng;
pub mod run;
pub mod schedule;
pub mod search;
pub mod slice;
pub mod stationary;
pub mod timeline;

pub use descent::Descent;
pub use error::Error;
pub use experiment::Experiment;
pub use network::Network;
pub use run::{Run, Snapshot};
