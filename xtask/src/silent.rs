//! A module whose failed checks say nothing: they stop it, as before, but what they would have
//! said, and where in the source they stand, is left out.
//!
//! Checks fail only where the program is wrong, and the tests run with their messages. In a
//! module for readers, those are a thirtieth of the code and a fifth of the data.

use crate::split::plain;
use anyhow::Result;
use walrus::{FunctionBuilder, FunctionKind, ModuleConfig};

/// The functions of the standard library that end a program: how their names begin.
const ENDS: [&str; 14] = [
    "<alloc::vec::Vec<_, _>>::remove::assert_failed",
    "<alloc::vec::Vec<_, _>>::split_off::assert_failed",
    "<alloc::vec::Vec<_, _>>::swap_remove::assert_failed",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
];

/// The module with `unreachable` in the place of what those functions do. Names are kept.
pub fn silenced(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = ModuleConfig::new().parse(wasm)?;
    let ends = module.funcs.iter_local().filter_map(|(id, _)| {
        let name = plain(module.funcs.get(id).name.as_deref()?);
        ENDS.iter().any(|end| name.starts_with(end)).then_some(id)
    });
    for id in ends.collect::<Vec<_>>() {
        let (params, results) = module.types.params_results(module.funcs.get(id).ty());
        let (params, results) = (params.to_vec(), results.to_vec());
        let args = params.iter().map(|ty| module.locals.add(*ty)).collect();
        let mut stop = FunctionBuilder::new(&mut module.types, &params, &results);
        stop.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(stop.local_func(args));
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use walrus::Module;
    use walrus::ir::Instr;

    #[test]
    fn what_ends_the_program_does_nothing_else_and_all_else_stays() -> Result<()> {
        let mut module = Module::default();
        for name in ["core[0a]::panicking::panic_fmt", "downhill_core[0a]::run::step"] {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name(name.into());
            function.func_body().i32_const(1).drop();
            let function = function.finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        let module = Module::from_buffer(&silenced(&module.emit_wasm())?)?;
        let ends = module.funcs.iter_local().map(|(id, function)| {
            let body = &function.block(function.entry_block()).instrs;
            let ends = matches!(body.as_slice(), [(Instr::Unreachable(_), _)]);
            (plain(module.funcs.get(id).name.as_deref().unwrap_or_default()), ends)
        });
        let expected = [("core::panicking::panic_fmt", true), ("downhill_core::run::step", false)];
        assert_eq!(
            ends.collect::<BTreeMap<_, _>>(),
            expected.map(|(name, ends)| (name.into(), ends)).into()
        );
        Ok(())
    }
}
