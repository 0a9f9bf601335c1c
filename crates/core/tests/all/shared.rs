//! Files that lie beside the repository and not in it.

use std::io::Write;

/// A file of the shared folder. A test that lacks it says so past the test
/// runner, which would swallow what a passing test prints.
pub fn shared(name: &str) -> Option<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/");
    std::fs::read_to_string(format!("{folder}{name}"))
        .inspect_err(|error| {
            let _ = writeln!(std::io::stderr(), "SKIPPED: shared/{name}: {error}");
        })
        .ok()
}
