//! Digest of a whole trajectory.

use crate::numeric::digest::Digest;
use crate::{Descent, Error, Experiment, Run};

/// Digest of all parameters θ₀ … θₙ of an experiment, up to the last finite state. Equal digests
/// mean equal trajectories, bit for bit. Fails if the experiment is invalid.
pub fn digest(experiment: &Experiment, iterations: u32) -> Result<Digest, Error> {
    let mut digest = Digest::default();
    if experiment.function.is_some() {
        let mut descent = Descent::new(experiment)?;
        digest.add(&descent.snapshot().x);
        for _ in 0..iterations {
            if !descent.step() {
                break;
            }
            digest.add(&descent.snapshot().x);
        }
        return Ok(digest);
    }
    let mut run = Run::new(experiment)?;
    digest.add(&run.snapshot().parameters);
    for _ in 0..iterations {
        if !run.step() {
            break;
        }
        digest.add(&run.snapshot().parameters);
    }
    Ok(digest)
}
