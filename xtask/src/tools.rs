//! The programs that the build and the tests call, and how a fresh machine gets them.

use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace. Cargo names xtask's own folder whenever it runs it, which is
/// right even after the workspace was moved.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().expect("xtask lies in the workspace").into()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into()))
}

/// A call of `program` from the workspace's folder.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Runs a command to its end; its failure is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} failed ({status})");
    }
    Ok(())
}

/// What a command prints on its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The program called `name` in one of the folders of PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&file)).find(|path| path.is_file())
}

/// Makes sure that Rust can compile for `target`.
pub fn rust_target(target: &str) -> Result<()> {
    let sysroot = output(&mut command("rustc", &["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib").join(target).is_dir() {
        return Ok(());
    }
    run(&mut command("rustup", &["target", "add", target]))
        .with_context(|| format!("Rust's target {target} is needed"))
}

/// Makes sure that `cargo name` works, for a part of Rust that rustup may have left out.
pub fn rust_component(subcommand: &str, component: &str) -> Result<()> {
    if output(&mut command("cargo", &[subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    run(&mut command("rustup", &["component", "add", component]))
}

/// How npm is called.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Makes sure that the packages of package-lock.json are in node_modules.
pub fn npm_packages() -> Result<()> {
    npm_install("")
}

/// The same for a folder with a package-lock.json of its own.
pub fn npm_install(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    let modified = |name: &str| fs::metadata(folder.join(name)).and_then(|data| data.modified());
    let locked = modified("package-lock.json")?;
    if modified("node_modules/.package-lock.json").is_ok_and(|installed| installed >= locked) {
        return Ok(());
    }
    // Scripts that packages bring along are not needed: nothing here is compiled by them.
    let args = ["ci", "--include=dev", "--ignore-scripts"];
    run(command(NPM, &args).current_dir(folder)).context("npm, of Node.js 20 or newer, is needed")
}

/// The browser for the tests; on Debian and its kin it is installed if there is none.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    let find = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path);
    if let Some(path) = find() {
        return Ok(path);
    }
    const NEEDED: &str = "a Chromium or Chrome is needed: install one, or name it in CHROMIUM";
    debian_package("chromium").context(NEEDED)?;
    find().context(NEEDED)
}

/// Sees to the other browsers that the lesson is walked through in, where that can be done: WebKitGTK
/// and Firefox, each with its driver. The tests say which they miss.
pub fn other_browsers() {
    let wanted = [
        (&["WebKitWebDriver"][..], "webkit2gtk-driver"),
        (&["xvfb-run"], "xvfb"),
        (&["firefox", "firefox-esr"], "firefox-esr"),
    ];
    for (programs, package) in wanted {
        if programs.iter().all(|name| on_path(name).is_none()) {
            let _ = debian_package(package);
        }
    }
    if on_path("geckodriver").is_none() {
        let _ = run(&mut command("cargo", &["install", "--locked", "geckodriver@0.37.1"]));
    }
}

/// Installs a package on Debian and its kin.
pub fn debian_package(name: &str) -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("there is no apt-get");
    }
    let packages = ["install", "-y", "--no-install-recommends", name];
    run(as_root(&["update"])?.env("DEBIAN_FRONTEND", "noninteractive"))?;
    run(as_root(&packages)?.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// A call of apt-get with the rights to install.
fn as_root(args: &[&str]) -> Result<Command> {
    let mut call = if output(&mut command("id", &["-u"]))? == "0" {
        command("apt-get", &[])
    } else {
        command("sudo", &["apt-get"])
    };
    call.args(args);
    Ok(call)
}
