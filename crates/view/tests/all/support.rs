//! Runs, and the size of a picture.

use downhill_core::{Experiment, Run};

/// Size of a picture and of its text, in CSS pixels.
pub const SIZE: (u32, u32) = (460, 320);
pub const EM: f64 = 13.0;

/// The run of an address after so many iterations.
pub fn run(query: &str, iterations: u32) -> Run {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    let mut run = Run::new(&experiment).unwrap();
    assert!((0..iterations).all(|_| run.step()));
    run
}
