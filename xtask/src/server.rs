//! A web server for a folder of files that answers as a static host does: with the compressed
//! file beside the one asked for where the browser takes it, its type, and an ETag.

use anyhow::Result;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Redirect;
use axum::routing::get;
use std::net::TcpListener;
use std::path::Path;
use std::thread::{self, JoinHandle};
use tokio::runtime;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// A server at work. It stops with the process.
pub struct Running {
    /// The port of 127.0.0.1 that it listens on.
    pub port: u16,
    listening: JoinHandle<std::io::Result<()>>,
}

impl Running {
    /// Waits as long as the server works.
    pub fn wait(self) -> Result<()> {
        Ok(self.listening.join().expect("the server does not panic")?)
    }
}

/// Serves a folder at `/` and below each of the paths, which start and end with a slash.
/// Port 0 asks for any free port.
pub fn start(port: u16, folder: &Path, paths: &[&str]) -> Result<Running> {
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let app = app(folder, paths);
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let listening = thread::spawn(move || {
        runtime.block_on(async {
            axum::serve(tokio::net::TcpListener::from_std(listener)?, app).await
        })
    });
    Ok(Running { port, listening })
}

fn app(folder: &Path, paths: &[&str]) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let mut app = Router::new().fallback_service(files.clone());
    for path in paths {
        // A folder's address ends with a slash, or its relative links would miss.
        app = app
            .route(path.trim_end_matches('/'), get(Redirect::permanent(path)))
            .nest_service(path, files.clone());
    }
    // Names stay when files change, so a browser asks each time; the ETag spares it the bytes.
    let revalidate = HeaderValue::from_static("no-cache");
    app.layer(SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, revalidate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::PathBuf;

    /// A folder with some files; a name for each test, which run side by side.
    fn folder(name: &str) -> Result<PathBuf> {
        let folder = crate::tools::target().join("server-test").join(name);
        fs::create_dir_all(folder.join("wasm"))?;
        for (name, text) in [
            ("index.html", "plain page"),
            ("index.html.br", "brotli page"),
            ("index.html.gz", "gzip page"),
            ("script.js", "1"),
            ("style.css", "p {}"),
            ("wasm/module.wasm", "module"),
        ] {
            fs::write(folder.join(name), text)?;
        }
        Ok(folder)
    }

    fn ask(port: u16, path: &str, headers: &[&str]) -> Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
        let lines = answer.split("\r\n").take_while(|line| !line.is_empty());
        lines.filter_map(|line| line.split_once(": ")).find(|(it, _)| *it == name).map(|it| it.1)
    }

    #[test]
    fn files_are_served_below_each_path_and_nothing_else_is() -> Result<()> {
        let server = start(0, &folder("paths")?, &["/a/sub-path/"])?;
        for (path, status) in [
            ("/", "200 OK"),
            ("/script.js", "200 OK"),
            ("/a/sub-path/", "200 OK"),
            ("/a/sub-path/script.js?query", "200 OK"),
            ("/a/sub-path/wasm/module.wasm", "200 OK"),
            ("/a/sub-path", "308 Permanent Redirect"),
            ("/missing.js", "404 Not Found"),
            ("/../Cargo.toml", "404 Not Found"),
            ("/%2e%2e/%2e%2e/Cargo.toml", "404 Not Found"),
            ("/a/sub-path/../../Cargo.toml", "404 Not Found"),
            ("//etc/passwd", "404 Not Found"),
        ] {
            let answer = ask(server.port, path, &[])?;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
        }
        let answer = ask(server.port, "/a/sub-path", &[])?;
        assert_eq!(header(&answer, "location"), Some("/a/sub-path/"));
        Ok(())
    }

    #[test]
    fn the_compressed_file_is_sent_to_who_takes_it() -> Result<()> {
        let server = start(0, &folder("compressed")?, &[])?;
        for (accepted, encoding, body) in [
            ("gzip, deflate, br, zstd", Some("br"), "brotli page"),
            ("gzip", Some("gzip"), "gzip page"),
            ("identity", None, "plain page"),
        ] {
            let answer = ask(server.port, "/", &[&format!("Accept-Encoding: {accepted}")])?;
            assert_eq!(header(&answer, "content-encoding"), encoding, "{answer}");
            assert_eq!(header(&answer, "vary"), Some("accept-encoding"), "{answer}");
            assert_eq!(header(&answer, "content-type"), Some("text/html"), "{answer}");
            assert!(answer.ends_with(body), "{answer}");
        }
        Ok(())
    }

    #[test]
    fn what_a_browser_has_is_not_sent_again() -> Result<()> {
        let server = start(0, &folder("cached")?, &[])?;
        let answer = ask(server.port, "/script.js", &[])?;
        assert_eq!(header(&answer, "cache-control"), Some("no-cache"));
        let etag = header(&answer, "etag").expect("an ETag");
        let again = ask(server.port, "/script.js", &[&format!("If-None-Match: {etag}")])?;
        assert!(again.starts_with("HTTP/1.1 304"), "{again}");
        let other = ask(server.port, "/script.js", &["If-None-Match: \"other\""])?;
        assert!(other.starts_with("HTTP/1.1 200"), "{other}");
        Ok(())
    }

    #[test]
    fn connections_that_say_nothing_keep_nobody_waiting() -> Result<()> {
        let server = start(0, &folder("idle")?, &[])?;
        let connect = |_| TcpStream::connect(("127.0.0.1", server.port));
        let idle = (0..50).map(connect).collect::<std::io::Result<Vec<_>>>()?;
        assert!(ask(server.port, "/script.js", &[])?.starts_with("HTTP/1.1 200"));
        drop(idle);
        Ok(())
    }

    #[test]
    fn the_types_that_browsers_insist_on() -> Result<()> {
        let server = start(0, &folder("types")?, &[])?;
        for (path, kind) in [
            ("/wasm/module.wasm", "application/wasm"),
            ("/script.js", "text/javascript"),
            ("/style.css", "text/css"),
        ] {
            assert_eq!(header(&ask(server.port, path, &[])?, "content-type"), Some(kind));
        }
        Ok(())
    }
}
