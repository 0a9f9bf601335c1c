//! Short names between the program and its bindings: those that wasm-bindgen gives carry a hash
//! each, and stand in both.

use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ModuleConfig;

/// How the program's exports are read in the bindings.
const EXPORTS: &str = "wasm.";

/// What a browser's page reads of the exports by its own name.
const KEPT: &str = "memory";

/// The module and its bindings with short names for what they ask of each other; an export that
/// the bindings do not name is none any more. The names of functions are kept.
pub fn shortened(wasm: &[u8], bindings: &str) -> Result<(Vec<u8>, String)> {
    let mut module = ModuleConfig::new().parse(wasm)?;
    let named: BTreeSet<&str> = pieces(bindings).collect();
    let mut names = BTreeMap::new();
    for import in module.imports.iter_mut() {
        if !named.contains(&*import.name) {
            bail!("wasm-bindgen writes its bindings in another way: no {} in them", import.name);
        }
        let name = short(names.len());
        names.insert(std::mem::replace(&mut import.name, name.clone()), name);
    }
    let mut left_out = Vec::new();
    for export in module.exports.iter_mut().filter(|export| export.name != KEPT) {
        let read = [EXPORTS, &export.name].concat();
        if named.contains(&*read) {
            export.name = short(names.len());
            names.insert(read, [EXPORTS, &export.name].concat());
        } else {
            left_out.push(export.id());
        }
    }
    left_out.into_iter().for_each(|id| module.exports.delete(id));
    let bindings =
        pieces(bindings).map(|piece| names.get(piece).map_or(piece, String::as_str)).collect();
    Ok((module.emit_wasm(), bindings))
}

/// A name of letters alone: those with digits are the parts' own (`split.rs`).
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// A script's text in pieces: names, each with the `wasm.` before it, and what is between them.
fn pieces(script: &str) -> impl Iterator<Item = &str> {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let of_name = rest.starts_with(in_name);
        let before = if rest.starts_with(EXPORTS) { EXPORTS.len() } else { 0 };
        let end = rest[before..].find(|letter| in_name(letter) != of_name);
        let (piece, behind) = rest.split_at(end.map_or(rest.len(), |end| before + end));
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module};

    #[test]
    fn both_sides_have_the_same_short_names() -> Result<()> {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        module.add_import_func("./downhill_bg.js", "__wbg_fill_cb36fe21a8d46cd7", ty);
        for name in ["figure_step", "figure_stepBack", "__abort_handler"] {
            let function = FunctionBuilder::new(&mut module.types, &[], &[]);
            let function = function.finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        module.memories.add_local(false, false, 1, None, None);
        let bindings =
            "step() { wasm.figure_step(figure_step); } back() { wasm.figure_stepBack(); }
            const import0 = { __wbg_fill_cb36fe21a8d46cd7: (arg0) => arg0.fill() };";

        let (wasm, bindings) = shortened(&module.emit_wasm(), bindings)?;
        assert_eq!(
            bindings,
            "step() { wasm.b(figure_step); } back() { wasm.c(); }
            const import0 = { a: (arg0) => arg0.fill() };"
        );
        let module = Module::from_buffer(&wasm)?;
        let exports: Vec<&str> = module.exports.iter().map(|export| &*export.name).collect();
        assert_eq!(exports, ["b", "c"]);
        assert_eq!(module.imports.iter().next().map(|import| &*import.name), Some("a"));
        Ok(())
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(short), ["a", "z", "aa", "ba", "zz", "aaa"]);
    }

    #[test]
    fn bindings_that_do_not_name_an_import_are_refused() {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        module.add_import_func("./downhill_bg.js", "__wbg_fill_cb36fe21a8d46cd7", ty);
        assert!(shortened(&module.emit_wasm(), "const import0 = {};").is_err());
    }
}
