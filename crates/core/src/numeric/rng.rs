//! Reproducible pseudorandom numbers: SplitMix64 (Steele, Lea, Flood: *Fast splittable
//! pseudorandom number generators*, OOPSLA 2014).

use crate::numeric::math;

/// Purpose of random numbers. Each has a stream of its own, so that drawing more for one never
/// changes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Choice of the test rows.
    Split,
    /// Initial weights.
    Weights,
    /// Samples of a generated data set.
    Data,
    /// Order of the samples in the epoch of this number.
    Epoch(u32),
    /// Dropout masks of the update after this many updates.
    Dropout(u32),
    /// Noise on the gradient of the update after this many updates.
    Noise(u32),
    /// Start vector of the Lanczos method for the loss's largest curvature.
    Curvature,
    /// Starting points of a race.
    Starts,
    /// Random directions of a plane.
    Plane,
}

impl Stream {
    fn tag(self) -> u64 {
        match self {
            Stream::Split => 1 << 32,
            Stream::Weights => 2 << 32,
            Stream::Data => 4 << 32,
            Stream::Epoch(epoch) => 3 << 32 | u64::from(epoch),
            Stream::Dropout(iteration) => 5 << 32 | u64::from(iteration),
            Stream::Noise(iteration) => 6 << 32 | u64::from(iteration),
            Stream::Curvature => 7 << 32,
            Stream::Starts => 8 << 32,
            Stream::Plane => 9 << 32,
        }
    }
}

/// Increment of the state.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Bits that look random, from a number whose own do not.
pub fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Pseudorandom number generator of one stream.
#[derive(Clone, Debug)]
pub struct Rng {
    state: u64,
}

impl Rng {
    /// Generator of one stream of an experiment with this seed.
    pub fn new(seed: u32, stream: Stream) -> Rng {
        let mut rng = Rng { state: u64::from(seed) };
        rng.state = rng.bits() ^ stream.tag();
        rng.state = rng.bits();
        rng
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mixed(self.state)
    }

    /// Uniform in [0, 1), in steps of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Uniform in [−limit, limit).
    pub fn symmetric(&mut self, limit: f64) -> f64 {
        (2.0 * self.unit() - 1.0) * limit
    }

    /// Standard normal (Box and Muller, 1958).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * math::ln(1.0 - self.unit())).sqrt();
        radius * math::cos(std::f64::consts::TAU * self.unit())
    }

    /// Uniform in 0 … n − 1 (n ≥ 1), by the high half of a product (Lemire 2019).
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    /// Shuffles the items uniformly (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
