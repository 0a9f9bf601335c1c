//! The build: from the crate `downhill-web` and the files of `www/` to a folder that any
//! web server can hand out.

use crate::tools::{chromium, command, npm_packages, output, root, run, rust_target, target};
use crate::{names, pieces, server, silent, split};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// How wasm-opt is called: for speed, told of what the compiler makes use of, and that nothing
/// stands in the lowest kilobyte: it is the stack's last. Functions with
/// one caller stay on their own unless they are small: into a function of a hundred thousand
/// bytes, a browser puts a quarter of a second when it optimizes it in the middle of a run.
const OPTIMIZE: [&str; 11] = [
    "-O3",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=100",
    "--strip-producers",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Prints how much a browser has to fetch.
const MEASURE: &str = "
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
const total = { bytes: 0, gzip: 0, brotli: 0 };
const kB = (size) => (size / 1000).toFixed(1) + ' kB';
const line = (name, { bytes, gzip, brotli }) =>
  console.log(`${name}: ${kB(bytes)}, gzip ${kB(gzip)}, brotli ${kB(brotli)}`);
for (const file of process.argv.slice(1)) {
  const text = readFileSync(file);
  const sizes = { bytes: text.length, gzip: gzipSync(text).length, brotli: brotliCompressSync(text).length };
  for (const key in total) total[key] += sizes[key];
  if (sizes.brotli > 5000) line(file.split(/[\\\\/]/).pop(), sizes);
}
line('in all', total);
";

/// Shortens scripts and styles, and puts into each script those that it imports and that are not
/// fetched on their own: a folder for them, the imports that stay, separated by commas, then each
/// one's name there and its place.
const SHORTEN: &str = "
import { buildSync } from 'esbuild';
const [outdir, staying, ...files] = process.argv.slice(1);
const entryPoints = [];
for (let at = 0; at < files.length; at += 2) entryPoints.push({ out: files[at], in: files[at + 1] });
const external = staying.split(',').map((name) => `*/${name}`);
buildSync({ entryPoints, outdir, minify: true, bundle: true, format: 'esm', external, logLevel: 'warning' });
";

/// The scripts that are fetched on their own: an author's page, or another script of the page,
/// names them.
const SCRIPTS: [&str; 4] = ["downhill.js", "page.js", "parts.js", "wasm/downhill.js"];

/// Where the page goes when nobody says: where Trunk's hook asks for it, or `dist/`.
pub fn default_folder() -> Result<PathBuf> {
    match env::var_os("TRUNK_STAGING_DIR") {
        Some(folder) => Ok(std::path::absolute(folder)?),
        None => Ok(root().join("dist")),
    }
}

/// Builds the page into a folder, and says how large it is. What did not change is not
/// made again.
pub fn build(folder: &Path) -> Result<()> {
    let wasm = parts()?;
    let mut sources = BTreeMap::new();
    for (from, to) in [(root().join("www"), ""), (wasm, "wasm")] {
        for name in files(&from)? {
            sources.insert(Path::new(to).join(&name), from.join(&name));
        }
    }
    shorten(&mut sources)?;
    let mut page = BTreeSet::new();
    for (name, source) in sources {
        let place = folder.join(name);
        replace(&source, &place)?;
        page.insert(place);
    }
    let measure = ["--input-type=module", "--eval", MEASURE, "--"];
    run(command("node", &measure).args(&page))?;
    // Files of an earlier build go, but only from the folder that is ours alone.
    if folder == root().join("dist") {
        for name in files(folder)? {
            let place = folder.join(name);
            if !page.contains(&place) {
                fs::remove_file(place)?;
            }
        }
    }
    Ok(())
}

/// The parts of the program that are fetched when they are wanted, as `www/parts.js` names
/// them, and the lists of what they do; what no list does is in the last one.
const PARTS: [(&str, &str); 3] = [
    ("lesson", include_str!("../../crates/web/parts/lesson.txt")),
    ("network", include_str!("../../crates/web/parts/network.txt")),
    ("rest", ""),
];

/// What is done for the first picture, and by who touches it.
const FIRST: &str = include_str!("../../crates/web/parts/first.txt");

/// Makes the page's module in its parts, and names the folder they are in.
fn parts() -> Result<PathBuf> {
    let lists = [FIRST, PARTS[0].1, PARTS[1].1];
    let made_by = [
        include_str!("names.rs"),
        include_str!("pieces.rs"),
        include_str!("surgery.rs"),
        include_str!("split.rs"),
        include_str!("data.rs"),
    ];
    fresh("downhill-parts", &compile("")?, &[&lists[..], &made_by].concat(), |out, compiled| {
        let map = fs::read_to_string(compiled.with_extension("map"))?;
        let whole = bind(compiled, out, &["--debuginfo"])?;
        let bindings = out.join("downhill.js");
        let placed = pieces::placed(&fs::read(&whole)?, &lists)?;
        let (placed, names) = names::shortened(&placed, &fs::read_to_string(&bindings)?)?;
        fs::write(&bindings, split::with_loader(&names)?)?;
        let mut parts = split::split(&placed, &map)?.into_iter();
        fs::write(&whole, parts.next().context("there is a first part")?)?;
        for ((name, _), part) in PARTS.iter().zip(parts) {
            fs::write(out.join(name).with_extension("wasm"), part)?;
        }
        Ok(())
    })
}

/// Opens the page in Chromium, does with it what `xtask/parts.mjs` does, and writes down in
/// `crates/web/parts/` which functions were called, and which of their pieces were not done.
pub fn record_parts() -> Result<()> {
    let folder = target().join("downhill-watched");
    let mut watched_pieces = Vec::new();
    let module = fresh("downhill-named", &compile("")?, &[], |out, compiled| {
        bind(compiled, out, &["--debuginfo"]).map(drop)
    })?;
    for (from, to) in [(root().join("www"), ""), (module, "wasm")] {
        for name in files(&from)? {
            let (source, place) = (from.join(&name), folder.join(to).join(&name));
            replace(&source, &place)?;
            if name.ends_with("downhill_bg.wasm") {
                let (watched, seen) = pieces::watched(&fs::read(&source)?)?;
                fs::write(place, watched)?;
                watched_pieces = seen;
            }
        }
    }
    // This module is in one piece; but the first scene is to do without the other texts.
    fs::write(
        folder.join("parts.js"),
        "export const fetchFor = async () => {};
         export const fetchAll = () => new Promise(() => {});
         export class PartMissing extends Error {}",
    )?;
    let server = server::start(0, &folder, &["/"])?;
    let called = output(
        command("node", &["xtask/parts.mjs"])
            .env("CHROMIUM", chromium()?)
            .env("DOWNHILL_URL", format!("http://127.0.0.1:{}/", server.port)),
    )?;
    let folder = root().join("crates/web/parts");
    for line in called.lines() {
        let (list, numbers) = line.split_once(' ').context("a list's name and its numbers")?;
        let numbers = numbers.split(',').map(str::parse::<usize>);
        let done = numbers.map(|it| Ok(&watched_pieces[it?])).collect::<Result<Vec<_>>>()?;
        fs::write(folder.join(list).with_extension("txt"), pieces::list(done.into_iter()))?;
    }
    // Another compiler makes other functions: then the lists are a little off.
    let compiler = output(&mut command("rustc", &["--version"]))?;
    fs::write(folder.join("compiler.txt"), compiler + "\n")?;
    Ok(())
}

/// Makes the module in one piece, with a feature of the crate, and names the folder it is in.
pub fn module(feature: &str) -> Result<PathBuf> {
    fresh(&["downhill-wasm-", feature].concat(), &compile(feature)?, &[], |out, compiled| {
        bind(compiled, out, &[]).map(drop)
    })
}

/// How much room the stack has, in bytes: the program's data begin behind it. With a whole mebibyte,
/// as usual, 0x110000 would lie among them. That is how Rust says that there is no character, and a
/// part that says so would be given the text at that address (`data.rs`).
const STACK: &str = "-Clink-arg=-zstack-size=786432";

/// Compiles the crate and names the WebAssembly file that cargo made; the linker's map of it
/// lies beside it.
fn compile(feature: &str) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    rust_target(TARGET)?;
    let wasm = target().join(TARGET).join("release/downhill_web.wasm");
    // Seen from the root, so that the same arguments make the same names in every folder.
    let map = wasm.with_extension("map");
    let map = map.strip_prefix(root()).unwrap_or(&map);
    let args = ["rustc", "--release", "--locked", "--target", TARGET, "--package", "downhill-web"];
    let link = format!("-Clink-arg=-Map={}", map.display());
    run(command("cargo", &args).args(["--lib", "--features", feature, "--", &link, STACK]))?;
    Ok(wasm)
}

/// A folder below `target/` that `make` fills from what was compiled, unless it was made from
/// the same already.
///
/// The stamp beside it tells from what. It is written last, so a build that was cut short is
/// done again.
fn fresh(
    name: &str,
    compiled: &Path,
    made_from: &[&str],
    make: impl FnOnce(&Path, &Path) -> Result<()>,
) -> Result<PathBuf> {
    let out = target().join(name);
    let stamp = target().join([name, ".stamp"].concat());
    let made_from = fingerprint(compiled, made_from)?;
    if fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == made_from) && out.is_dir() {
        return Ok(out);
    }
    for stale in [fs::remove_file(&stamp), fs::remove_dir_all(&out)] {
        stale.or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?;
    }
    make(&out, compiled)?;
    fs::write(&stamp, made_from)?;
    Ok(out)
}

/// Writes the bindings and the optimized WebAssembly, and names the latter.
fn bind(compiled: &Path, out: &Path, options: &[&str]) -> Result<PathBuf> {
    npm_packages()?;
    Bindgen::new()
        .input_path(compiled)
        .out_name("downhill")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .generate(out)
        .context("wasm-bindgen could not make the bindings")?;
    let wasm = out.join("downhill_bg.wasm");
    fs::write(&wasm, silent::silenced(&fs::read(&wasm)?)?)?;
    let optimizer = ["node_modules/binaryen/bin/wasm-opt"];
    let mut call = command("node", &optimizer);
    run(call.args(OPTIMIZE).args(options).arg(&wasm).arg("-o").arg(&wasm))?;
    Ok(wasm)
}

/// Puts scripts and styles without comments, spaces and long names in the place of those
/// that people read; fewer scripts, because a browser waits for each.
fn shorten(sources: &mut BTreeMap<PathBuf, PathBuf>) -> Result<()> {
    let out = target().join("downhill-short");
    let mut call = command("node", &["--input-type=module", "--eval", SHORTEN, "--"]);
    call.arg(&out).arg(SCRIPTS.join(","));
    let is_script = |name: &Path| name.extension().is_some_and(|it| it == "js");
    sources.retain(|name, _| !is_script(name) || SCRIPTS.iter().any(|it| name == Path::new(it)));
    for (name, source) in sources {
        if is_script(name) || name.extension().is_some_and(|it| it == "css") {
            call.args([&name.with_extension(""), &*source]);
            *source = out.join(name);
        }
    }
    run(&mut call)
}

/// A number that changes with the compiled crate, the tools' versions and their settings.
fn fingerprint(compiled: &Path, made_from: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in [compiled, &root().join("Cargo.lock"), &root().join("package-lock.json")] {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        bytes.hash(&mut hasher);
    }
    (OPTIMIZE, include_str!("silent.rs"), made_from).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file below a folder, named from there.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = PathBuf::from(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|inner| name.join(inner)));
        } else {
            found.push(name);
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
