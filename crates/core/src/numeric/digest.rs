//! One number that stands for a whole trajectory, bit for bit.

use crate::{Descent, Error, Experiment, Run};

/// FNV-1a, 64 bits (Fowler, Noll, Vo), over the bytes of 64-bit floats, least
/// significant byte first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Digest {
        Digest(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    /// Takes in these numbers, in this order.
    pub fn add(&mut self, numbers: &[f64]) {
        for number in numbers {
            for byte in number.to_bits().to_le_bytes() {
                self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
}

/// FNV-1a, 32 bits, of a text: where to look for it first.
pub fn of_text(text: &str) -> u32 {
    let mixed = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, mixed)
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The digest of all parameters θ₀ … θₙ of an experiment, up to the last
/// finite state. Equal digests mean equal trajectories, bit for bit.
pub fn trajectory(experiment: &Experiment, iterations: u32) -> Result<Digest, Error> {
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
