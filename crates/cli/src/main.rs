//! The program `downhill`: experiments as numbers, tables, programs and pictures on the command
//! line.

mod arguments;
mod function;
mod oembed;
mod output;
mod read;
mod render;
mod trace;

use anyhow::{Result, ensure};
use arguments::{Arguments, Command, ExportArguments, FunctionArguments, TraceArguments};
use downhill_core::Run;
use downhill_core::run::trajectory;
use output::Output;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut output = Output::stdout();
    let printed = match Arguments::read(std::env::args_os().collect()) {
        Ok(arguments) => run(arguments.command, &mut output),
        Err(error) if error.use_stderr() => {
            output::eprint(error.render());
            return ExitCode::from(2);
        }
        Err(help) => output.print(help.render()),
    };
    match printed.and_then(|()| output.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has all it wanted.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::note(format_args!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command, output: &mut Output) -> Result<()> {
    match command {
        Command::Trace(TraceArguments { run, format, curvature }) => {
            let experiment = read::experiment(&run)?;
            trace::print(&experiment, run.iterations, (format, curvature), output)
        }
        Command::Digest(run) => {
            let digest = trajectory::digest(&read::experiment(&run)?, run.iterations)?;
            output.print(format_args!("{digest}\n"))
        }
        Command::Export(ExportArguments { export, run: arguments }) => {
            let experiment = read::experiment(&arguments)?;
            ensure!(experiment.function.is_none(), "export is for networks: leave function= out");
            let mut run = Run::new(&experiment)?;
            run.advance(arguments.iterations);
            output.print((export.write)(&run))
        }
        Command::Function(FunctionArguments { formula, at, domain }) => {
            let mut experiment = read::function(&formula)?;
            if let Some(domain) = domain {
                experiment.set("domain", &domain)?;
            }
            let described = function::describe(&experiment, at.as_deref())?;
            output.print(format_args!("{described:#}\n"))
        }
        Command::Render(arguments) => render::draw(&arguments),
        Command::Oembed(arguments) => output.print(oembed::write(&arguments)?),
    }
}
