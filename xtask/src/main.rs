//! Builds, serves and tests Downhill. `cargo xtask` alone lists the commands.

mod bench;
mod bundle;
mod instructions;
mod licences;
mod server;
mod suite;
mod tools;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Builds, serves and tests Downhill.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page.
    Build {
        /// The folder to fill; by default, dist/.
        #[arg(long, value_name = "DIR")]
        into: Option<PathBuf>,
    },
    /// Build all that can be handed on: the page, the single file, the npm package.
    Dist {
        /// Where the folder will be found: with it, oEmbed's files are made, too.
        #[arg(long, value_name = "URL")]
        base: Option<String>,
    },
    /// Build the page and serve it.
    Serve {
        /// The first port to try.
        #[arg(long, value_name = "N", default_value_t = 8080)]
        port: u16,
    },
    /// Run the checks; the last line is their count.
    Test {
        /// Run one part.
        #[arg(long, value_name = "PART")]
        only: Option<suite::Part>,
        /// Run also what measures the machine or sweeps widely.
        #[arg(long)]
        long: bool,
    },
    /// Time the trainer beside other libraries, in Node, or the page's frames.
    Bench {
        /// Time the trainers in Chromium.
        #[arg(long, conflicts_with_all = ["frames", "laptop"])]
        browser: bool,
        /// Time the page's frames in Chromium.
        #[arg(long, conflicts_with = "laptop")]
        frames: bool,
        /// Time drags and runs in Chromium, with the processor slowed four times.
        #[arg(long)]
        laptop: bool,
    },
}

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run() -> Result<ExitCode> {
    match Arguments::parse().command {
        Task::Build { into: Some(folder) } => bundle::build(&std::path::absolute(folder)?)?,
        Task::Build { into: None } => bundle::build(&bundle::default_folder()?)?,
        Task::Dist { base } => bundle::dist(base.as_deref())?,
        Task::Serve { port } => serve(port)?,
        Task::Test { only, long } => return suite::run(only, long),
        Task::Bench { frames: true, .. } => bench::in_page("frames.mjs")?,
        Task::Bench { laptop: true, .. } => bench::in_page("laptop.mjs")?,
        Task::Bench { browser, .. } => bench::trainers(browser)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds the page and serves it until stopped, on `port` or the next free one.
fn serve(port: u16) -> Result<()> {
    let folder = tools::root().join("dist");
    bundle::build(&folder)?;
    let server = next_free(port, &folder)?;
    println!("Downhill is at http://127.0.0.1:{}/", server.port);
    server.wait()
}

fn next_free(port: u16, folder: &Path) -> Result<server::Running> {
    for port in port..port.saturating_add(100) {
        if let Ok(running) = server::start(port, folder, &[]) {
            return Ok(running);
        }
    }
    bail!("no port from {port} on is free: choose another with --port")
}
