//! Random numbers that are the same everywhere: SplitMix64 (Steele, Lea, Flood:
//! *Fast splittable pseudorandom number generators*, OOPSLA 2014).

use crate::numeric::math;

/// What the numbers are for. Each purpose has a stream of its own, so that
/// drawing more for one never changes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Which rows are held back for testing.
    Split,
    /// The weights at the start.
    Weights,
    /// The samples of a data set that is made.
    Data,
    /// The order of the samples in the epoch of this number.
    Epoch(u32),
    /// Which activations are dropped in the update after this many.
    Dropout(u32),
    /// The noise on the gradient of the update after this many.
    Noise(u32),
    /// Where the search for the loss's largest curvature starts.
    Curvature,
    /// Where the balls of a race from several starts begin.
    Starts,
    /// The random directions of a plane.
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

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Rng {
    state: u64,
}

impl Rng {
    /// The stream for one purpose of an experiment with this seed.
    pub fn new(seed: u32, stream: Stream) -> Rng {
        let mut rng = Rng { state: u64::from(seed) };
        rng.state = rng.bits() ^ stream.tag();
        rng.state = rng.bits();
        rng
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
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

    /// Puts the items in a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
