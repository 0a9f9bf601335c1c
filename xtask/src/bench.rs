//! How fast it is: beside other libraries, and frame by frame.

use crate::tools::{chromium, command, npm_install, npm_packages, root, run};
use crate::{bundle, server};
use anyhow::Result;

/// The trainers by turns, in Node or in Chromium.
pub fn trainers(in_browser: bool) -> Result<()> {
    // The page's module with a class more, which drives it without a page.
    let module = bundle::module("trainer")?;
    for name in ["downhill.js", "downhill_bg.wasm"] {
        bundle::replace(&module.join(name), &root().join("bench/module").join(name))?;
    }
    npm_packages()?;
    npm_install("bench")?;
    if !in_browser {
        return run(&mut command("node", &["bench/main.mjs"]));
    }
    let server = server::start(0, &root(), &[])?;
    run(command("node", &["bench/main.mjs", "--browser"])
        .env("CHROMIUM", chromium()?)
        .env("DOWNHILL_URL", format!("http://127.0.0.1:{}/", server.port)))
}

/// Times of the page in Chromium, by a script of `bench/`.
pub fn in_page(script: &str) -> Result<()> {
    let dist = root().join("dist");
    bundle::build(&dist)?;
    npm_packages()?;
    let server = server::start(0, &dist, &[])?;
    run(command("node", &[&format!("bench/{script}")])
        .env("CHROMIUM", chromium()?)
        .env("DOWNHILL_URL", format!("http://127.0.0.1:{}/", server.port)))
}
