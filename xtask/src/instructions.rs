//! How many instructions the inner loops take, beside what is on record: a count is
//! the same however busy the machine is.

use crate::tools::{command, debian_package, on_path, output, root, run, target};
use anyhow::{Context, Result, bail};
use std::fs;

/// A part may take this much more than its record.
const TOLERANCE: f64 = 0.03;

/// Counts each work on record in tests/instructions.txt; tells how many are within and
/// beyond the tolerance, or why none was counted.
pub fn compare() -> Result<Result<(usize, usize), String>> {
    let record = fs::read_to_string(root().join("tests/instructions.txt"))?;
    let mut lines = record.lines().filter(|line| !line.starts_with('#'));
    let compiler = lines.next().context("tests/instructions.txt names a compiler")?;
    let version = output(&mut command("rustc", &["--version", "--verbose"]))?;
    let word = |key: &str| version.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("");
    let here = format!("rustc {} {}", word("release: "), word("host: "));
    if here != compiler {
        return Ok(Err(format!("the record is of {compiler}, this is {here}")));
    }
    if on_path("valgrind").is_none() && debian_package("valgrind").is_err() {
        return Ok(Err("valgrind is not installed".into()));
    }
    let build = ["build", "--release", "--locked", "--package", "downhill-core"];
    run(command("cargo", &build).args(["--example", "work"]))?;
    let (mut within, mut beyond) = (0, 0);
    for line in lines {
        let [name, times, expected] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            bail!("tests/instructions.txt: {line}");
        };
        let (times, expected): (u64, f64) = (times.parse()?, expected.parse()?);
        // The difference of two runs leaves out what is done once.
        let found = (count(name, 2 * times)? - count(name, times)?) as f64 / times as f64;
        let more = found / expected - 1.0;
        println!("{name}: {found:.0} instructions, {:+.1} % of the record", 100.0 * more);
        if more > TOLERANCE { beyond += 1 } else { within += 1 }
    }
    Ok(Ok((within, beyond)))
}

/// All instructions of doing a work so many times.
fn count(name: &str, times: u64) -> Result<u64> {
    let program = target().join("release/examples/work");
    let args = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    let mut call = command("valgrind", &args);
    let found = call.arg(program).arg(name).arg(times.to_string()).output()?;
    let text = String::from_utf8_lossy(&found.stderr);
    let counted = text.lines().find_map(|line| line.split_once("Collected : "));
    let (_, number) = counted.with_context(|| format!("{call:?} counted nothing: {text}"))?;
    Ok(number.trim().parse()?)
}
