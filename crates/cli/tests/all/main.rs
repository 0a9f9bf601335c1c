//! The program `downhill`, run as a process.

mod bad_experiments;
mod command_line;
mod export;
mod oembed;
mod render;
mod trace;

use std::io::{ErrorKind, Write};
use std::process::{Command, Output, Stdio};

/// The program's output for these arguments and this text on standard input.
fn downhill(arguments: &[&str], input: &str) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let written = child.stdin.take().unwrap().write_all(input.as_bytes());
    // A process that ends without having read its input closes it.
    if let Err(error) = written {
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    }
    child.wait_with_output().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_downhill"));
    command.args(arguments);
    command
}
