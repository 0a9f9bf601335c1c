//! Elementary functions, random numbers and digests that give the same bits everywhere.

pub mod digest;
pub mod eigen;
pub mod float;
pub mod math;
pub mod math32;
pub mod rng;
pub mod vector;
