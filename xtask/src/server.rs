//! A web server for a folder of files: for trying the page, and for its tests.
//!
//! One answer for each connection, and a thread for each: a server with a fixed
//! number of threads and lasting connections (`tiny_http` 0.12) let every second
//! first page wait for ever, as browsers open more connections than it has
//! threads.

use anyhow::Result;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A server at work. It stops with the process.
pub struct Running {
    /// The port of 127.0.0.1 that it listens on.
    pub port: u16,
    listening: JoinHandle<()>,
}

impl Running {
    /// Waits as long as the server works.
    pub fn wait(self) {
        self.listening.join().ok();
    }
}

/// Serves a folder below each of the prefixes, which start and end with a slash.
/// Port 0 asks for any free port.
pub fn start(port: u16, folder: &Path, prefixes: &[&str]) -> Result<Running> {
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    let port = listener.local_addr()?.port();
    let folder = folder.to_path_buf();
    let mut prefixes: Vec<String> = prefixes.iter().map(|prefix| prefix.to_string()).collect();
    prefixes.sort_by_key(|prefix| usize::MAX - prefix.len());
    let listening = thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let (folder, prefixes) = (folder.clone(), prefixes.clone());
            // A browser that went away before its answer came is no failure.
            thread::spawn(move || answer(connection, &folder, &prefixes).ok());
        }
    });
    Ok(Running { port, listening })
}

/// Reads one request and answers it. Headers say nothing that matters here.
fn answer(connection: TcpStream, folder: &Path, prefixes: &[String]) -> std::io::Result<()> {
    /// No browser asks for more.
    const LONGEST_REQUEST: u64 = 64 * 1024;
    connection.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut request = BufReader::new(connection.try_clone()?.take(LONGEST_REQUEST));
    let mut first = String::new();
    request.read_line(&mut first)?;
    let mut line = String::new();
    while request.read_line(&mut line)? > 0 && !line.trim_end().is_empty() {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let (Some(method), Some(url)) = (words.next(), words.next()) else { return Ok(()) };
    if method != "GET" && method != "HEAD" {
        return write(connection, "405 Method Not Allowed", &[], b"only GET and HEAD\n", true);
    }
    let body = method == "GET";
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = find(path, folder, prefixes);
    match file.as_deref().map(|file| (file, fs::read(file))) {
        Some((file, Ok(bytes))) => {
            let headers = [("Content-Type", content_type(file)), ("Cache-Control", "no-cache")];
            write(connection, "200 OK", &headers, &bytes, body)
        }
        // A folder's address ends with a slash, or its relative links would miss.
        Some((file, Err(_))) if file.is_dir() => {
            let there = format!("{path}/");
            write(connection, "301 Moved Permanently", &[("Location", &there)], b"", body)
        }
        _ => write(connection, "404 Not Found", &[], b"not found\n", body),
    }
}

fn write(
    mut connection: TcpStream,
    status: &str,
    headers: &[(&str, &str)],
    bytes: &[u8],
    body: bool,
) -> std::io::Result<()> {
    let length = bytes.len();
    let mut head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    connection.write_all(head.as_bytes())?;
    if body {
        connection.write_all(bytes)?;
    }
    connection.flush()
}

/// The file that a path of the address stands for, if it is one of the folder's.
///
/// Names are taken as they are written: an escaped `..` is an unknown name, and a plain
/// one, or anything that is hidden or a path by itself, is refused.
fn find(path: &str, folder: &Path, prefixes: &[String]) -> Option<PathBuf> {
    if prefixes.iter().any(|prefix| prefix.strip_suffix('/') == Some(path)) {
        return Some(folder.into());
    }
    let inner = prefixes.iter().find_map(|prefix| path.strip_prefix(prefix.as_str()))?;
    let mut file = folder.to_path_buf();
    for name in inner.split_terminator('/') {
        if name.is_empty() || name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(name);
    }
    Some(if inner.is_empty() || inner.ends_with('/') { file.join("index.html") } else { file })
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(port: u16, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_are_served_below_each_prefix_and_nothing_else_is() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let server = start(0, &folder, &["/", "/a/sub-path/"]).unwrap();
        for (path, status) in [
            ("/main.rs", "200 OK"),
            ("/a/sub-path/main.rs?query", "200 OK"),
            ("/a/sub-path", "301 Moved"),
            ("/", "404 Not Found"),
            ("/missing.rs", "404 Not Found"),
            ("/../Cargo.toml", "404 Not Found"),
            ("/%2e%2e/Cargo.toml", "404 Not Found"),
            ("/a/sub-path/../../Cargo.toml", "404 Not Found"),
            ("//etc/passwd", "404 Not Found"),
        ] {
            let answer = get(server.port, path);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
        }
        let answer = get(server.port, "/main.rs");
        assert!(answer.contains("Cache-Control: no-cache"), "{answer}");
        assert!(answer.ends_with(include_str!("main.rs")), "{answer}");
    }

    #[test]
    fn connections_that_say_nothing_keep_nobody_waiting() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let server = start(0, &folder, &["/"]).unwrap();
        let idle: Vec<TcpStream> =
            (0..50).map(|_| TcpStream::connect(("127.0.0.1", server.port)).unwrap()).collect();
        assert!(get(server.port, "/main.rs").starts_with("HTTP/1.1 200"));
        drop(idle);
    }

    #[test]
    fn the_types_that_browsers_insist_on() {
        assert_eq!(content_type(Path::new("wasm/downhill_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("app.mjs")), "text/javascript; charset=utf-8");
        assert_eq!(content_type(Path::new("index.html")), "text/html; charset=utf-8");
    }
}
