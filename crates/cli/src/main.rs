//! `downhill trace`: an experiment as a table of numbers, for handouts and for
//! whoever wants to look inside; `downhill function`: a function taken apart.

mod function;
mod read;
mod trace;

use anyhow::{Result, bail, ensure};
use downhill_core::numeric::digest;
use downhill_core::{Run, export};
use lexopt::prelude::*;
use std::io::{BufWriter, ErrorKind, Write};
use std::process::ExitCode;

const USAGE: &str = "\
downhill trace EXPERIMENT [--iterations N] [--format json|csv] [--curvature]
               [--data FILE.csv [--target COLUMN]]

downhill digest EXPERIMENT [--iterations N]

downhill export WHAT EXPERIMENT [--iterations N] [--data FILE.csv [--target COLUMN]]

downhill function FORMULA [--at X[,Y]] [--domain LOW,HIGH[,LOW,HIGH]]

EXPERIMENT is a file in JSON, - for standard input, or what follows the ? in the
page's address, such as 'batch_size=10&seed=2' or 'function=rosenbrock&start=-1,1'.
Prints the state after 0, 1, … N updates (100 if not said), one JSON object a line,
with 17 digits and null for what is not finite. If something stops being finite,
the line of that state is the last. What could not be understood of the
experiment is said on the error output and left out.
--data learns from the rows of a CSV file: its columns of numbers are the inputs, and its
last column of words, or else its last, is what is learned, or the one named by --target.
--curvature adds the largest eigenvalue of the Hessian of each coming batch's loss.
export prints the network after N updates. WHAT is numpy or pytorch (a program that
prints the same loss), weights (JSON), data (CSV, with split and predictions), history
(CSV) or experiment (JSON, also with data and weights of one's own).
digest prints one hash of all parameters of the states, bit for bit.

FORMULA is as it is typed on the page, such as 'x^2 + sin(3x)', the name of one of
the page's functions, or an EXPERIMENT that has one; what begins with a - stands
after a --. Prints one JSON object: the formula, its derivatives with the rules
that lead there, and the minima, maxima, saddles, level places and kinks in sight;
with --at value, gradient and curvature at a place.";

/// How the lines are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Csv,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("downhill: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let (mut command, mut export, mut experiment) = (None, None, None);
    let (mut iterations, mut format) = (100, Format::Json);
    let (mut data, mut target, mut curvature) = (None, None, false);
    let (mut place, mut domain) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("iterations") => iterations = arguments.value()?.parse()?,
            Long("format") => {
                format = match arguments.value()?.string()?.as_str() {
                    "json" => Format::Json,
                    "csv" => Format::Csv,
                    other => bail!("--format takes json or csv, not “{other}”"),
                }
            }
            Long("data") => data = Some(arguments.value()?),
            Long("at") => place = Some(arguments.value()?.string()?),
            Long("domain") => domain = Some(arguments.value()?.string()?),
            Long("curvature") => curvature = true,
            Long("target") => target = Some(arguments.value()?.string()?),
            Long("help") | Short('h') => {
                println!("{USAGE}");
                return Ok(());
            }
            Value(value) if command.is_none() => command = Some(value.string()?),
            Value(value) if command.as_deref() == Some("export") && export.is_none() => {
                export = Some(export::from_id(&value.string()?)?);
            }
            Value(value) if experiment.is_none() => experiment = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(command @ ("trace" | "digest" | "function" | "export")), Some(asked)) =
        (command.as_deref(), experiment)
    else {
        bail!("this is what can be asked for:\n{USAGE}");
    };
    let (mut experiment, problems) = match command {
        "function" => read::function(&asked)?,
        _ => read::experiment(&asked)?,
    };
    for problem in problems {
        eprintln!("downhill: {problem}");
    }
    if let Some(file) = data {
        experiment.data = read::csv(file.as_ref(), target.as_deref())?;
    }
    if let Some(domain) = domain {
        experiment.set("domain", &domain)?;
    }
    if command == "function" {
        println!("{:#}", function::describe(&experiment, place.as_deref())?);
        return Ok(());
    }
    if let Some(export) = export {
        ensure!(experiment.function.is_none(), "export is for networks: leave function= out");
        let mut run = Run::new(&experiment)?;
        run.advance(iterations);
        let text = (export.write)(&run);
        return unless_broken(std::io::stdout().write_all(text.as_bytes()).map_err(Into::into));
    }
    if command == "digest" {
        println!("{}", digest::trajectory(&experiment, iterations)?);
        return Ok(());
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    let written = trace::write(&experiment, iterations, (format, curvature), &mut out);
    unless_broken(written.and_then(|()| Ok(out.flush()?)))
}

/// Whoever reads may have seen enough, as `head` has: that is no error.
fn unless_broken(written: Result<()>) -> Result<()> {
    written.or_else(|error| if is_broken_pipe(&error) { Ok(()) } else { Err(error) })
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe)
}
