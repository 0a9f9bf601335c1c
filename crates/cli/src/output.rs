//! Standard output and standard error, written without panics.

use anyhow::{Context, Result};
use std::fmt::Display;
use std::io::{BufWriter, ErrorKind, StdoutLock, Write};

const UNWRITABLE: &str = "standard output cannot be written";

/// Buffered standard output: all results, help and version go through it.
pub struct Output(BufWriter<StdoutLock<'static>>);

impl Output {
    /// Locks standard output until the value is dropped.
    pub fn stdout() -> Output {
        Output(BufWriter::new(std::io::stdout().lock()))
    }

    /// Writes a text as it is; line ends are the caller's.
    pub fn print(&mut self, text: impl Display) -> Result<()> {
        write!(self.0, "{text}").context(UNWRITABLE)
    }

    /// Writes the buffered rest.
    pub fn flush(&mut self) -> Result<()> {
        self.0.flush().context(UNWRITABLE)
    }
}

/// Error of a reader that has closed its end of the pipe, as `head` does once it has enough.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe)
}

/// Writes a line to standard error, after the program's name. What is quoted from a file may have
/// line ends and control characters: they become blanks.
pub fn note(text: impl Display) {
    let line = text.to_string().replace(char::is_control, " ");
    eprint(format_args!("downhill: {line}\n"));
}

/// Writes a text to standard error. A failure is ignored: there is nowhere left to report it.
pub fn eprint(text: impl Display) {
    let _ = write!(std::io::stderr().lock(), "{text}");
}
