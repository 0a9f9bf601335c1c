//! The checks of the whole project, in order from quick to slow, and their count.

use crate::tools::{
    chromium, command, npm_packages, on_path, other_browsers, root, rust_component, rust_target,
    target,
};
use crate::{bundle, instructions, server};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::ops::AddAssign;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

/// A part of the checks, in their order from quick to slow.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Format,
    Clippy,
    Doc,
    Native,
    Wasm,
    Scripts,
    Browser,
    Trunk,
    Instructions,
}

impl Part {
    /// Runs it; `long` with what measures the machine or sweeps widely.
    fn run(self, long: bool) -> Result<Count> {
        match self {
            Part::Format => format(),
            Part::Clippy => clippy(),
            Part::Doc => doc(),
            Part::Native => native(long),
            Part::Wasm => wasm(long),
            Part::Scripts => scripts(),
            Part::Browser => browser(long),
            Part::Trunk => trunk(),
            Part::Instructions => instructions(),
        }
    }

    /// Whether it runs when nobody names it. A newcomer wants to know whether it works; lints, the
    /// documents and the same numbers by another compiler are asked for by a change.
    fn is_usual(self, long: bool) -> bool {
        use Part::{Clippy, Doc, Instructions, Wasm};
        long || ![Clippy, Doc, Wasm, Instructions].contains(&self)
    }
}

/// Runs all parts or one; a failure does not keep the others from running.
/// The last line printed is the count.
pub fn run(only: Option<Part>, long: bool) -> Result<ExitCode> {
    let mut total = Count::default();
    let mut summary = Vec::new();
    for part in Part::value_variants() {
        if only.map_or(!part.is_usual(long), |only| only != *part) {
            continue;
        }
        let name = part.to_possible_value().expect("no part is hidden");
        let name = name.get_name();
        println!("\n== {name} ==");
        let start = Instant::now();
        let count = part.run(long).unwrap_or_else(|error| {
            println!("{name} could not be run: {error:#}");
            Count::FAILURE
        });
        summary.push(format!("{name}: {count} ({:.0} s)", start.elapsed().as_secs_f64()));
        total += count;
    }
    println!("\n{}\n{total}", summary.join("\n"));
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn format() -> Result<Count> {
    rust_component("fmt", "rustfmt")?;
    whole(&mut command("cargo", &["fmt", "--all", "--check"]))
}

/// The page's scripts: their types, which those of the module's bindings are part of, their form,
/// and what a linter finds.
fn scripts() -> Result<Count> {
    bundle::module("")?;
    let mut count = whole(&mut command("node", &["node_modules/typescript/bin/tsc"]))?;
    let check = ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings"];
    count += whole(&mut command("node", &check))?;
    Ok(count)
}

fn clippy() -> Result<Count> {
    rust_component("clippy", "clippy")?;
    rust_target("wasm32-unknown-unknown")?;
    let mut count = Count::default();
    for scope in [
        &["--workspace", "--all-targets", "--all-features"][..],
        &["--package", "downhill-web", "--target", "wasm32-unknown-unknown"],
    ] {
        let mut call = command("cargo", &["clippy", "--locked"]);
        count += whole(call.args(scope).args(["--", "-D", "warnings"]))?;
    }
    Ok(count)
}

fn doc() -> Result<Count> {
    let args = ["doc", "--locked", "--no-deps", "--workspace", "--exclude", "xtask"];
    whole(command("cargo", &args).env("RUSTDOCFLAGS", "-D warnings"))
}

/// What is tested natively, xtask apart: together with it, what both depend on would be compiled
/// with the features of both, a second time. The browser's part has its tests there.
const TESTED: [&str; 5] = ["--workspace", "--exclude", "xtask", "--exclude", "downhill-web"];

fn native(long: bool) -> Result<Count> {
    let mut count = tests(&TESTED, long)?;
    count += tests(&["--package", "xtask"], long)?;
    if on_path("cargo-nextest").is_some() {
        count += counted(command("cargo", &["test", "--locked", "--doc"]).args(TESTED))?;
    }
    if !root().join("../shared/reference").is_dir() {
        println!("SKIPPED: ../shared is not here, so nothing was compared with reference data");
        count.skipped += 1;
    }
    Ok(count)
}

/// Whether the inner loops take the instructions on record.
fn instructions() -> Result<Count> {
    Ok(match instructions::compare()? {
        Ok((passed, failed)) => Count { passed, failed, ..Count::default() },
        Err(why) => {
            println!("SKIPPED: {why}, so no instructions were counted");
            Count { skipped: 1, ..Count::default() }
        }
    })
}

/// Core's and view's tests once more, compiled to WebAssembly and run by Node.
fn wasm(long: bool) -> Result<Count> {
    rust_target("wasm32-wasip1")?;
    let runner = root().join("xtask/wasi-runner.mjs");
    let runner =
        format!("target.wasm32-wasip1.runner=['node', '--no-warnings', '{}']", runner.display());
    let target = ["--target", "wasm32-wasip1", "--config", &runner];
    tests(
        &[&target[..], &["--package", "downhill-core", "--package", "downhill-view"]].concat(),
        long,
    )
}

/// Tests in cargo's way, by nextest where it is installed. Tests that are marked `#[ignore]` are
/// for the long run.
fn tests(scope: &[&str], long: bool) -> Result<Count> {
    let mut call = if on_path("cargo-nextest").is_some() {
        let mut call = command("cargo", &["nextest", "run", "--locked", "--no-fail-fast"]);
        call.args(scope).args(if long { &["--run-ignored", "all"][..] } else { &[] });
        call
    } else {
        let mut call = command("cargo", &["test", "--locked", "--no-fail-fast"]);
        call.args(scope).arg("--").args(long.then_some("--include-ignored"));
        call
    };
    Ok(Count { skipped: 0, ..counted(&mut call)? })
}

/// Tests of the page as it is built and served.
fn browser(long: bool) -> Result<Count> {
    let dist = root().join("dist");
    bundle::build(&dist)?;
    bundle::package()?;
    // What the page shows is what the command line traces: as it is compiled for its own tests.
    crate::tools::run(command("cargo", &["test", "--locked", "--no-run"]).args(TESTED))?;
    let mut count = page_tests(&dist, "tests/browser", 2, long)?;
    if long {
        other_browsers();
        // What is measured has the machine to itself.
        count += page_tests(&dist, "tests/browser/long", 1, long)?;
    }
    Ok(count)
}

/// The test files of a folder, or one test file, so many at a time; `long` with their sweeps.
fn page_tests(dist: &Path, tests: &str, at_once: u32, long: bool) -> Result<Count> {
    npm_packages()?;
    let artefacts = root().join("artefacts");
    fs::create_dir_all(&artefacts)?;
    // The page has to work from any address: it is tested below a path.
    let path = "/some/sub-path/";
    let server = server::start(0, dist, &[path])?;
    counted(
        command("node", &["tests/browser/run.mjs", tests, &at_once.to_string()])
            .env("CHROMIUM", chromium()?)
            .env("DOWNHILL_URL", format!("http://127.0.0.1:{}{path}", server.port))
            .env("DOWNHILL_DIST", dist)
            .env("DOWNHILL_PACKAGE", bundle::package_folder())
            .env("DOWNHILL_CLI", target().join("debug/downhill"))
            .env("DOWNHILL_ARTEFACTS", artefacts)
            .env("DOWNHILL_ROOT", root())
            .envs(long.then_some(("DOWNHILL_LONG", "1"))),
    )
}

/// The same build as called by Trunk, for those who use it: whether its page opens and plays.
fn trunk() -> Result<Count> {
    if on_path("trunk").is_none() {
        println!("SKIPPED: trunk is not installed, so the build that it calls was not tried");
        return Ok(Count { skipped: 1, ..Count::default() });
    }
    let dist = target().join("trunk-dist");
    let mut count = whole(command("trunk", &["build", "--release", "--dist"]).arg(&dist))?;
    count += page_tests(&dist, "tests/browser/page.test.mjs", 1, false)?;
    Ok(count)
}

/// How many tests ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Count {
    const FAILURE: Count = Count { passed: 0, failed: 1, skipped: 0 };

    /// Reads one line of a test program's output, if it is one that sums up.
    ///
    /// nextest indents what a test printed, so its summary cannot be mistaken for that of
    /// the test program inside it.
    fn read(line: &str) -> Option<Count> {
        let mut count = Count::default();
        let words: Vec<&str> = line.split_whitespace().collect();
        let mut add = |number: &str, word: &str| {
            let Ok(number) = number.parse::<usize>() else { return };
            match word.trim_end_matches([',', ';']) {
                "passed" | "pass" => count.passed += number,
                "failed" | "fail" | "cancelled" | "timed" | "exec" => count.failed += number,
                "skipped" | "ignored" | "todo" => count.skipped += number,
                _ => {}
            }
        };
        match words[..] {
            ["ℹ", word @ ("pass" | "fail" | "cancelled" | "skipped" | "todo"), number] => {
                add(number, word);
            }
            ["Summary", time, ..] if time.starts_with('[') => {
                words.windows(2).for_each(|pair| add(pair[0], pair[1]))
            }
            _ if line.starts_with("test result:") => {
                words.windows(2).for_each(|pair| add(pair[0], pair[1]));
            }
            _ => return None,
        }
        Some(count)
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

/// Runs a check that is one test as a whole.
fn whole(command: &mut Command) -> Result<Count> {
    let (success, _) = watch(command)?;
    Ok(if success { Count { passed: 1, ..Count::default() } } else { Count::FAILURE })
}

/// Runs a test program and takes its own count. One that ends badly without saying that a
/// test failed, or says nothing, is a failure itself.
fn counted(command: &mut Command) -> Result<Count> {
    let (success, lines) = watch(command)?;
    let counts: Vec<Count> = lines.iter().filter_map(|line| Count::read(line)).collect();
    let mut total = Count::default();
    counts.iter().for_each(|count| total += *count);
    if counts.is_empty() || (!success && total.failed == 0) {
        println!("{command:?} ended {}", if success { "without a count" } else { "badly" });
        total += Count::FAILURE;
    }
    Ok(total)
}

/// Runs a command, shows its output as it comes, and returns whether it succeeded and what
/// it printed.
fn watch(command: &mut Command) -> Result<(bool, Vec<String>)> {
    let mut child = command
        .env("NO_COLOR", "true") // Trunk wants this word
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("FORCE_COLOR")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {command:?}"))?;
    let lines = Mutex::new(Vec::new());
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| echo(stdout, &lines));
        scope.spawn(|| echo(stderr, &lines));
    });
    Ok((child.wait()?.success(), lines.into_inner()?))
}

fn echo(from: Option<impl Read>, lines: &Mutex<Vec<String>>) {
    for line in from.into_iter().flat_map(|from| BufReader::new(from).split(b'\n')) {
        let Ok(line) = line else { return };
        let line = String::from_utf8_lossy(&line).into_owned();
        println!("{line}");
        lines.lock().expect("no thread fails").push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_s_summary_is_read() {
        let count = |passed, failed, skipped| Some(Count { passed, failed, skipped });
        for (line, expected) in [
            ("     Summary [   0.1s] 1 test run: 1 passed, 0 skipped", count(1, 0, 0)),
            (
                "     Summary [   2.0s] 9/9 tests run: 5 passed (1 slow, 1 leaky), 2 failed, 1 timed out, 1 exec failed, 3 skipped",
                count(5, 4, 3),
            ),
            (
                "test result: FAILED. 4 passed; 1 failed; 2 ignored; 0 measured; 3 filtered out; finished in 0.00s",
                count(4, 1, 2),
            ),
            ("    test result: ok. 4 passed; 0 failed; 0 ignored", None),
            ("ℹ tests 7", None),
            ("ℹ pass 7", count(7, 0, 0)),
            ("ℹ cancelled 1", count(0, 1, 0)),
            ("7 passed", None),
        ] {
            assert_eq!(Count::read(line), expected, "{line}");
        }
    }
}
