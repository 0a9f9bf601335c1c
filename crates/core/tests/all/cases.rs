//! How tests with random cases run.

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use std::ops::Range;

/// So many cases, the same in every run: one that fails can be repeated, and none fails by chance
/// for somebody who changed something else. `PROPTEST_RNG_SEED=7` makes others,
/// `PROPTEST_CASES=100000` more. A case that fails is added to `proptest-regressions`, to be
/// committed and tried first from then on.
pub fn cases(count: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = count;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1);
    }
    if cfg!(target_family = "wasm") {
        // There the sources have no path.
        config.failure_persistence = None;
    }
    config
}

/// The same as `proptest!`, for a test that adds up something over all its cases. `file` is
/// `file!()`.
pub fn for_all<S: Strategy>(
    file: &'static str,
    count: u32,
    strategy: S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = ProptestConfig { source_file: Some(file), ..cases(count) };
    let outcome = TestRunner::new(config).run(&strategy, test);
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// Places within ranges, one number from each.
pub fn places(ranges: &[(f64, f64)]) -> Vec<Range<f64>> {
    ranges.iter().map(|(low, high)| *low..*high).collect()
}
