//! The build: from the crate `downhill-web` and the files of `www/` to a folder that any
//! web server can hand out.

use crate::licences;
use crate::tools::{NPM, command, npm_packages, output, root, run, rust_target, target};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// How wasm-opt is called: for speed, and told of what the compiler makes use of. Functions with
/// one caller stay on their own unless they are small: into a function of a hundred thousand
/// bytes, a browser puts a quarter of a second when it optimizes it in the middle of a run.
const OPTIMIZE: [&str; 9] = [
    "-O3",
    "--one-caller-inline-max-function-size=100",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Where the page goes when nobody says: where Trunk's hook asks for it, or `dist/`.
pub fn default_folder() -> Result<PathBuf> {
    match env::var_os("TRUNK_STAGING_DIR") {
        Some(folder) => Ok(std::path::absolute(folder)?),
        None => Ok(root().join("dist")),
    }
}

/// Builds the page into a folder, and says how large its files are. What did not change is not
/// made again.
pub fn build(folder: &Path) -> Result<()> {
    let wasm = module("")?;
    let out = target().join("downhill-page");
    let licences = target().join("downhill-licences.txt");
    npm_packages()?;
    fs::write(&licences, licences::text("downhill-web", TARGET)?)?;
    run(command("node", &["xtask/page.mjs"]).args([&out, &wasm, &licences]))?;
    let page = files(&out)?;
    for name in &page {
        replace(&out.join(name), &folder.join(name))?;
    }
    // Files of an earlier build go, but only from the folder that is ours alone.
    if folder == root().join("dist") {
        for name in files(folder)?.difference(&page) {
            fs::remove_file(folder.join(name))?;
        }
    }
    Ok(())
}

/// The folder of the npm package, as [`package`] makes it.
pub fn package_folder() -> PathBuf {
    target().join("downhill-npm")
}

/// Makes the npm package's folder; the page has been built before.
pub fn package() -> Result<PathBuf> {
    let (wasm, out) = (module("")?, package_folder());
    let licences = target().join("downhill-licences.txt");
    let mut make = command("node", &["xtask/package.mjs"]);
    run(make.args([&out, &wasm, &licences]).arg(env!("CARGO_PKG_VERSION")))?;
    Ok(out)
}

/// Builds all that can be handed on into `dist/`: the page, with the page of a frame and the single
/// file, the npm package, packed, and for the folder's address `base`, oEmbed's files.
pub fn dist(base: Option<&str>) -> Result<()> {
    let dist = root().join("dist");
    build(&dist)?;
    let packed = output(command(NPM, &["pack", "--silent"]).current_dir(package()?))?;
    let from = package_folder().join(packed.lines().last().context("npm names the package")?);
    let to = dist.join("downhill-figure.tgz");
    fs::rename(&from, &to).with_context(|| format!("cannot write {}", to.display()))?;
    println!("downhill-figure.tgz: {:.1} kB", fs::metadata(&to)?.len() as f64 / 1000.0);
    match base {
        Some(base) => oembed(base, &dist)?,
        None => {
            println!("oEmbed's files are left out: --base URL says for which address to make them.")
        }
    }
    println!("All of it is in {}: put it on any web server.", dist.display());
    Ok(())
}

/// Writes what a site that embeds links asks for, and prints the links that lead to it.
fn oembed(base: &str, folder: &Path) -> Result<()> {
    println!("oEmbed: one of these lines in the head of a page tells what it embeds:");
    let args = ["run", "--quiet", "--release", "--locked", "--package", "downhill", "--", "oembed"];
    run(command("cargo", &args).args(["--base", base, "--into"]).arg(folder))
}

/// The WebAssembly module and its bindings, made with a feature of the crate; returns their
/// folder. The stamp beside it names what they were made from. It is written last, so a build
/// that was cut short is done again.
pub fn module(feature: &str) -> Result<PathBuf> {
    let compiled = compile(feature)?;
    let out = target().join(match feature {
        "" => "downhill-wasm".to_string(),
        _ => format!("downhill-wasm-{feature}"),
    });
    let stamp = out.with_extension("stamp");
    let made_from = fingerprint(&compiled)?;
    if fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == made_from) && out.is_dir() {
        return Ok(out);
    }
    for stale in [fs::remove_file(&stamp), fs::remove_dir_all(&out)] {
        stale.or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?;
    }
    bind(&compiled, &out)?;
    fs::write(&stamp, made_from)?;
    Ok(out)
}

/// Compiles the crate and names the WebAssembly file that cargo made.
fn compile(feature: &str) -> Result<PathBuf> {
    rust_target(TARGET)?;
    let args = ["build", "--release", "--locked", "--target", TARGET, "--package", "downhill-web"];
    run(command("cargo", &args).args(["--features", feature]))?;
    Ok(target().join(TARGET).join("release/downhill_web.wasm"))
}

/// Writes the bindings and the optimized WebAssembly.
fn bind(compiled: &Path, out: &Path) -> Result<()> {
    npm_packages()?;
    Bindgen::new()
        .input_path(compiled)
        .out_name("downhill")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .generate(out)
        .context("wasm-bindgen could not make the bindings")?;
    let wasm = out.join("downhill_bg.wasm");
    let mut optimizer = command("node", &["node_modules/binaryen/bin/wasm-opt"]);
    run(optimizer.args(OPTIMIZE).arg(&wasm).arg("-o").arg(&wasm))
}

/// A number that changes with the compiled crate, the tools' versions and their settings.
fn fingerprint(compiled: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in [compiled, &root().join("Cargo.lock"), &root().join("package-lock.json")] {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        bytes.hash(&mut hasher);
    }
    OPTIMIZE.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file below a folder, named from there.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = PathBuf::from(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|inner| name.join(inner)));
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}

/// Puts a copy of `from` at `to`, in one step, unless it is there already.
pub fn replace(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from)?;
    if fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
    let partial = to.with_extension("partial");
    fs::write(&partial, bytes)?;
    fs::rename(&partial, to).with_context(|| format!("cannot write {}", to.display()))
}
