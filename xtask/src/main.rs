//! Builds, serves and tests Downhill. `cargo xtask` alone lists the commands.

mod bench;
mod bundle;
mod instructions;
mod server;
mod suite;
mod tools;

use anyhow::{Context, Result, bail};
use std::env;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask build [--into DIR]    build the page (into dist/)
cargo xtask serve [--port N]      build the page and serve it (from port 8080 on)
cargo xtask test [--only PART]    run every check, or one part of them
cargo xtask bench [--browser]     time it beside other libraries, in Node or Chromium
cargo xtask bench --frames        time the page's frames in Chromium";

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run() -> Result<ExitCode> {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["build"] => bundle::build(&bundle::default_folder()?)?,
        ["build", "--into", folder] => bundle::build(&std::path::absolute(folder)?)?,
        ["serve"] => serve(8080)?,
        ["serve", "--port", port] => serve(port.parse().context("--port wants a number")?)?,
        ["bench"] => bench::trainers(false)?,
        ["bench", "--browser"] => bench::trainers(true)?,
        ["bench", "--frames"] => bench::frames()?,
        ["test"] => return suite::run(None),
        ["test", "--only", part] => return suite::run(Some(part)),
        _ => bail!("this is what can be asked for:\n{USAGE}\nPART is one of: {}", suite::names()),
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds the page and serves it until stopped, on `port` or the next free one.
fn serve(port: u16) -> Result<()> {
    let folder = tools::root().join("dist");
    bundle::build(&folder)?;
    let server = next_free(port, &folder)?;
    println!("Downhill is at http://127.0.0.1:{}/", server.port);
    server.wait();
    Ok(())
}

fn next_free(port: u16, folder: &Path) -> Result<server::Running> {
    for port in port..port.saturating_add(100) {
        if let Ok(running) = server::start(port, folder, &["/"]) {
            return Ok(running);
        }
    }
    bail!("no port from {port} on is free: choose another with --port")
}
