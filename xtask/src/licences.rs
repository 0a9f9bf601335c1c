//! The licences of what the page is made of: this project's, and those of the crates in the
//! WebAssembly module.

use crate::tools::root;
use anyhow::{Context, Result};
use cargo_metadata::{CargoOpt, DependencyKind, MetadataCommand, Package, PackageId};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// One text: each crate with its version, source and terms, then each distinct licence file
/// once, headed by the crates it comes from. Data sets bring their terms in the page itself.
pub fn text(package: &str, target: &str) -> Result<String> {
    let metadata = MetadataCommand::new()
        .current_dir(root())
        .features(CargoOpt::NoDefaultFeatures)
        .other_options(["--locked", "--filter-platform", target].map(String::from))
        .exec()?;
    let of_package = metadata.packages.iter().find(|it| it.name.as_str() == package);
    let start = &of_package.with_context(|| format!("no package {package}"))?.id;
    let resolve = metadata.resolve.as_ref().context("cargo metadata resolves dependencies")?;
    let nodes: BTreeMap<&PackageId, _> = resolve.nodes.iter().map(|it| (&it.id, it)).collect();
    // What is only run while compiling is not in the module.
    let is_macro =
        |id: &PackageId| metadata[id].targets.iter().any(|target| target.is_proc_macro());
    let (mut linked, mut open) = (BTreeSet::new(), vec![start]);
    while let Some(id) = open.pop() {
        if is_macro(id) || !linked.insert(id) {
            continue;
        }
        let node = nodes.get(id).context("every package is resolved")?;
        let normal = node
            .deps
            .iter()
            .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
        open.extend(normal.map(|dep| &dep.pkg));
    }
    let own = |package: &&Package| package.source.is_none();
    let mut crates: Vec<&Package> = linked.iter().map(|id| &metadata[*id]).collect();
    crates.retain(|package| !own(package));
    crates.sort_by_key(|package| (&package.name, &package.version));

    let mut text = String::from(
        "Downhill is licensed under MIT OR Apache-2.0. Its scripts also hold @fluent/bundle\n\
         (Apache-2.0, https://github.com/projectfluent/fluent.js) and Lit, whose terms stand in\n\
         them. Its WebAssembly module also holds parts of the Rust standard library (MIT OR\n\
         Apache-2.0, https://github.com/rust-lang/rust) and of these crates:\n\n",
    );
    let mut files: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files.entry(fs::read_to_string(root().join(name))?).or_default().insert("downhill");
    }
    for package in crates {
        let (terms, from) = (package.license.as_deref(), package.repository.as_deref());
        text += &format!(
            "- {} {} ({}) {}\n",
            package.name,
            package.version,
            terms.unwrap_or("see its licence"),
            from.unwrap_or_default()
        );
        for licence in licence_files(package)? {
            files.entry(licence).or_default().insert(&package.name);
        }
    }
    for (licence, of) in files {
        let of = of.into_iter().collect::<Vec<_>>().join(", ");
        text += &format!("\n\n{}\n{of}\n\n{}\n", "-".repeat(80), licence.trim());
    }
    Ok(text)
}

/// The texts of a crate's licence files.
fn licence_files(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a manifest lies in a folder")?;
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|it| name.starts_with(it))
            && entry.file_type()?.is_file()
        {
            paths.push(entry.path());
        }
    }
    paths.sort();
    paths.into_iter().map(|path| Ok(fs::read_to_string(path)?)).collect()
}
