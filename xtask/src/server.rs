//! A web server for a folder of files: for trying the page, and for its tests.

use anyhow::{Context, Error, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Method, Request, Response, Server};

/// As many requests are answered at once.
const WORKERS: usize = 4;

/// A server at work. It stops with the process.
pub struct Running {
    /// The port of 127.0.0.1 that it listens on.
    pub port: u16,
    workers: Vec<JoinHandle<()>>,
}

impl Running {
    /// Waits as long as the server works.
    pub fn wait(self) {
        for worker in self.workers {
            worker.join().ok();
        }
    }
}

/// Serves a folder below each of the prefixes, which start and end with a slash.
/// Port 0 asks for any free port.
pub fn start(port: u16, folder: &Path, prefixes: &[&str]) -> Result<Running> {
    let server = Server::http(("127.0.0.1", port)).map_err(Error::from_boxed)?;
    let port = server.server_addr().to_ip().context("the server has no port")?.port();
    let server = Arc::new(server);
    let mut prefixes: Vec<String> = prefixes.iter().map(|prefix| prefix.to_string()).collect();
    prefixes.sort_by_key(|prefix| usize::MAX - prefix.len());
    let work = || {
        let (server, folder, prefixes) = (server.clone(), folder.to_path_buf(), prefixes.clone());
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // A browser that went away before its answer came is no failure.
                answer(request, &folder, &prefixes).ok();
            }
        })
    };
    Ok(Running { port, workers: (0..WORKERS).map(|_| work()).collect() })
}

fn answer(request: Request, folder: &Path, prefixes: &[String]) -> std::io::Result<()> {
    let plain = |status: u16, text: &str| Response::from_string(text).with_status_code(status);
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(plain(405, "only GET and HEAD\n"));
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_string();
    let file = find(&path, folder, prefixes);
    match file.as_deref().map(|file| (file, fs::read(file))) {
        Some((file, Ok(bytes))) => request.respond(
            Response::from_data(bytes)
                .with_chunked_threshold(usize::MAX)
                .with_header(header("Content-Type", content_type(file)))
                .with_header(header("Cache-Control", "no-cache")),
        ),
        // A folder's address ends with a slash, or its relative links would miss.
        Some((file, Err(_))) if file.is_dir() => {
            let moved = plain(301, "").with_header(header("Location", &format!("{path}/")));
            request.respond(moved)
        }
        _ => request.respond(plain(404, "not found\n")),
    }
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

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("the headers are plain text")
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
    use std::io::{Read, Write};
    use std::net::TcpStream;

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
    fn the_types_that_browsers_insist_on() {
        assert_eq!(content_type(Path::new("wasm/downhill_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("app.mjs")), "text/javascript; charset=utf-8");
        assert_eq!(content_type(Path::new("index.html")), "text/html; charset=utf-8");
    }
}
