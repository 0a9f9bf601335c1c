//! Gradient descent, one iteration at a time: the numeric core of Downhill.
//!
//! An [`Experiment`] is plain data. A [`Run`] is a pure function of it: the same experiment
//! gives the same bits in every browser and natively. After *k* updates the run holds one
//! [`Snapshot`]: the parameters θₖ, the batch of the next update, and that batch's loss and
//! gradient *at θₖ*. Every figure of one moment is drawn from that one snapshot.
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
//! In reading order: [`experiment`] (settings), [`data`] (training data), [`function`]s typed as
//! a [`formula`] (minimized in place of a network's loss), [`network`] (forward and back
//! propagation), [`optimizer`] (update rules), [`run`] (the iteration), [`analysis`] (loss along
//! weights, curvature, gradients term by term), [`export`], and [`numeric`] (bit-reproducible
//! arithmetic).

pub mod analysis;
pub mod data;
pub mod error;
pub mod experiment;
pub mod export;
pub mod formula;
pub mod function;
pub mod message;
mod named;
pub mod network;
pub mod numeric;
pub mod optimizer;
pub mod run;

pub use error::Error;
pub use experiment::Experiment;
pub use network::Network;
pub use run::Run;
pub use run::descent::Descent;
pub use run::snapshot::Snapshot;
