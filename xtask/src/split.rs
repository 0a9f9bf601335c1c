//! One WebAssembly module becomes several: a first one, with which the page shows its first
//! picture, and others that are fetched when they are wanted.
//!
//! All share the first one's memory and table, and each brings along the constants that its
//! functions look at. In place of a function that is in another module than the first, who calls
//! it has a stub: it lets the page fetch the module in question, unless that is there already, and
//! calls the function through the table. What they need of the first one, the others import: a
//! function under the number of its place in the table.

use crate::data::Data;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{self, Value, Visitor};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalId, GlobalKind, ImportedFunction, LocalFunction, Module, ModuleConfig, TableId, ValType,
};

/// Where stubs look for the function that has the page fetch a module: its module's name in
/// the bindings, and its own. It is given the number of the module, counted from 1.
const LOADER: (&str, &str) = ("./downhill_bg.js", "loadNow");

/// The name under which the other modules import from the first one.
const FIRST: &str = "first";

/// A function's name without what another compiler run may change in it: hashes of crates
/// and instances, and the numbers of copies.
pub fn plain(name: &str) -> String {
    let is_hash =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((hash, behind)) if is_hash(hash) => rest = behind,
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    match plain.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 && is_hash(hash) => path.into(),
        _ => plain,
    }
}

/// Has the bindings of the first module bring in that function, from the page's `parts.js`.
pub fn with_loader(bindings: &str) -> Result<String> {
    const IMPORTS: &str = "const import0 = {";
    if bindings.matches(IMPORTS).count() != 1 {
        bail!("wasm-bindgen writes its bindings in another way: {IMPORTS:?} is not in them once");
    }
    let loader = format!("{IMPORTS} loadNow: (part) => loadNow(wasm, part),");
    Ok(format!(
        "import {{ loadNow }} from \"../parts.js\";\n{}",
        bindings.replace(IMPORTS, &loader)
    ))
}

/// Splits a module of which the linker has drawn a map, and in which the name of each function
/// is the number of its part. Returns the parts in their order, without names.
pub fn split(wasm: &[u8], map: &str) -> Result<Vec<Vec<u8>>> {
    let whole = parse(wasm)?;
    let plan = Plan::of(&whole, map)?;
    let mut modules = vec![plan.first(parse(wasm)?)?];
    for part in 1..plan.objects.len() {
        modules.push(plan.other(parse(wasm)?, part)?);
    }
    Ok(modules)
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(wasm)
}

/// Which function goes where. Functions are known by their index: it is the same whenever the
/// same module is parsed.
#[derive(Debug, Default)]
struct Plan {
    /// Each function's module.
    parts: BTreeMap<usize, usize>,
    /// The place in the table of each function that is called from outside of its module.
    slots: BTreeMap<usize, u32>,
    /// How many functions come to stand in the table anew.
    added: u64,
    data: Data,
    /// For each module, what it has of the data.
    objects: Vec<BTreeSet<usize>>,
}

impl Plan {
    fn of(module: &Module, map: &str) -> Result<Plan> {
        let mut plan = Plan::default();
        for function in module.funcs.iter() {
            let part = match (&function.kind, &function.name) {
                (FunctionKind::Import(_), _) => 0,
                (_, Some(name)) => {
                    name.parse().context("a function's name is its part's number")?
                }
                (_, None) => bail!("a function without a part cannot be placed"),
            };
            plan.parts.insert(function.id().index(), part);
        }

        let mut from_outside = BTreeSet::new();
        for (caller, function) in module.funcs.iter_local() {
            let part = plan.parts[&caller.index()];
            from_outside
                .extend(called(function).into_iter().filter(|callee| plan.parts[callee] != part));
        }
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id.index()),
            _ => None,
        });
        let (table, in_table) = table(module)?;
        let by_others = exported.chain(in_table.keys().copied());
        from_outside.extend(by_others.filter(|function| plan.parts[function] != 0));
        let mut from_outside: Vec<usize> = from_outside.into_iter().collect();
        // What one module puts there lies side by side.
        from_outside.sort_by_key(|function| plan.parts[function]);

        let before = module.tables.get(table).initial;
        let mut free = before;
        for function in from_outside {
            let slot = match in_table.get(&function) {
                Some(slot) => *slot,
                None => {
                    free += 1;
                    u32::try_from(free - 1)?
                }
            };
            plan.slots.insert(function, slot);
        }
        plan.added = free - before;
        plan.place_data(Data::of(module, map)?, module);
        Ok(plan)
    }

    /// What changes is the first module's. A constant is in each module whose functions look
    /// at it, if it is not in the first one; what nothing looks at is left out.
    fn place_data(&mut self, data: Data, module: &Module) {
        let parts = self.parts.values().copied().max().unwrap_or(0);
        let of_part = |part| {
            let functions = module.funcs.iter_local();
            let here = functions.filter(|(id, _)| self.parts[&id.index()] == part);
            data.of_functions(here.map(|(_, function)| function))
        };
        let first: BTreeSet<usize> = &of_part(0) | &data.variables();
        let others = (1..=parts).map(|part| &of_part(part) - &first);
        self.objects = [first.clone()].into_iter().chain(others).collect();
        self.data = data;
    }

    /// The first module: what moved is a stub, and what the others call is in the table.
    fn first(&self, mut module: Module) -> Result<Vec<u8>> {
        let (table, in_table) = table(&module)?;
        let limits = module.tables.get_mut(table);
        limits.initial += self.added;
        limits.maximum = limits.maximum.map(|maximum| maximum + self.added);

        self.put_data(&mut module, 0)?;
        for (item, name) in shared(&module) {
            module.exports.add(&name, item);
        }
        let ty = module.types.add(&[ValType::I32], &[]);
        let (load, _) = module.add_import_func(LOADER.0, LOADER.1, ty);
        module.exports.add(LOADER.1, load);
        let mut loaded = Vec::new();
        for part in 1..self.objects.len() {
            let zero = ConstExpr::Value(Value::I32(0));
            let global = module.globals.add_local(ValType::I32, true, false, zero);
            module.exports.add(&loaded_name(part), global);
            loaded.push(global);
        }
        let stubs = Stubs { table, load, loaded };
        let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
        let mut placed = BTreeMap::new();
        for id in ids {
            let index = id.index();
            match (self.slots.get(&index), self.parts.get(&index)) {
                (Some(&slot), Some(0)) => _ = placed.insert(slot, id),
                (Some(&slot), Some(&part)) => stubs.put(&mut module, id, part, slot),
                _ => {}
            }
        }
        placed.retain(|_, id| !in_table.contains_key(&id.index()));
        put_in_table(&mut module, table, placed);
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// One of the other modules: its functions, put into the first one's table, stubs for what they
    /// call of others, and what they call of the first one.
    fn other(&self, mut module: Module, part: usize) -> Result<Vec<u8>> {
        let (table, _) = table(&module)?;
        let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
        exports.into_iter().for_each(|id| module.exports.delete(id));
        let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
        elements.into_iter().for_each(|id| module.elements.delete(id));
        self.put_data(&mut module, part)?;
        module.start = None;

        for (item, name) in shared(&module) {
            match item {
                ExportItem::Table(id) => {
                    let import = module.imports.add(FIRST, &name, id);
                    let table = module.tables.get_mut(id);
                    (table.import, table.init, table.maximum) = (Some(import), None, None);
                    table.elem_segments.clear();
                }
                ExportItem::Memory(id) => {
                    let import = module.imports.add(FIRST, &name, id);
                    module.memories.get_mut(id).import = Some(import);
                }
                ExportItem::Global(id) => {
                    let import = module.imports.add(FIRST, &name, id);
                    module.globals.get_mut(id).kind = GlobalKind::Import(import);
                }
                ExportItem::Function(_) | ExportItem::Tag(_) => {}
            }
        }
        let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
        let ty = module.types.add(&[ValType::I32], &[]);
        let (load, _) = module.add_import_func(FIRST, LOADER.1, ty);
        let others = 1..self.objects.len();
        let loaded = others.map(|part| {
            module.add_import_global(FIRST, &loaded_name(part), ValType::I32, true, false).0
        });
        let stubs = Stubs { table, load, loaded: loaded.collect() };
        let mut placed = BTreeMap::new();
        for id in ids {
            let index = id.index();
            let (there, slot) = (self.parts[&index], self.slots.get(&index).copied());
            if there == part {
                placed.extend(slot.map(|slot| (slot, id)));
                continue;
            }
            let Some(slot) = slot else { continue };
            if there != 0 {
                stubs.put(&mut module, id, there, slot);
                continue;
            }
            let ty = module.funcs.get(id).ty();
            let name = slot.to_string();
            match module.imports.get_imported_func(id).map(|import| import.id()) {
                Some(import) => {
                    let import = module.imports.get_mut(import);
                    (import.module, import.name) = (FIRST.into(), name);
                }
                None => {
                    let import = module.imports.add(FIRST, &name, id);
                    module.funcs.get_mut(id).kind =
                        FunctionKind::Import(ImportedFunction { import, ty });
                }
            }
        }
        put_in_table(&mut module, table, placed);
        walrus::passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    fn put_data(&self, module: &mut Module, part: usize) -> Result<()> {
        let memory = module.memories.iter().next().context("there is a memory")?.id();
        self.data.put(module, memory, &self.objects[part]);
        Ok(())
    }
}

/// What stubs in a module are made with.
struct Stubs {
    table: TableId,
    /// Has the page fetch another module: it is given its number.
    load: FunctionId,
    /// For each other module, whether it is there.
    loaded: Vec<GlobalId>,
}

impl Stubs {
    /// Puts a stub in the place of a function that is in the module `part`, and at `slot` in the
    /// table.
    fn put(&self, module: &mut Module, id: FunctionId, part: usize, slot: u32) {
        let ty = module.funcs.get(id).ty();
        let (params, results) = module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let mut stub = FunctionBuilder::new(&mut module.types, &params, &results);
        let args: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
        let mut body = stub.func_body();
        body.global_get(self.loaded[part - 1]).unop(ir::UnaryOp::I32Eqz).if_else(
            None,
            |then| _ = then.i32_const(part as i32).call(self.load),
            |_| {},
        );
        args.iter().for_each(|arg| _ = body.local_get(*arg));
        body.i32_const(slot as i32).call_indirect(ty, self.table);
        module.funcs.get_mut(id).kind = FunctionKind::Local(stub.local_func(args));
    }
}

/// The name of the variable that tells whether a module is there.
fn loaded_name(part: usize) -> String {
    format!("loaded{part}")
}

/// The table of functions, and the place in it of each function that has one.
fn table(module: &Module) -> Result<(TableId, BTreeMap<usize, u32>)> {
    let table = module.tables.main_function_table()?.context("there is a table of functions")?;
    let mut places = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: of, offset: ConstExpr::Value(Value::I32(start)) } =
            element.kind
        else {
            bail!("the table's entries stand at fixed places");
        };
        match &element.items {
            ElementItems::Functions(functions) if of == table => {
                let places_from = u32::try_from(start)?..;
                places.extend(functions.iter().map(|id| id.index()).zip(places_from));
            }
            ElementItems::Functions(_) | ElementItems::Expressions(..) => {}
        }
    }
    Ok((table, places))
}

/// Puts functions into places of the table that are free, or another module's stubs.
fn put_in_table(module: &mut Module, table: TableId, placed: BTreeMap<u32, FunctionId>) {
    let mut rows: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, id) in placed {
        match rows.last_mut() {
            Some((start, row)) if *start + row.len() as u32 == slot => row.push(id),
            _ => rows.push((slot, vec![id])),
        }
    }
    for (start, row) in rows {
        let offset = ConstExpr::Value(Value::I32(start as i32));
        let kind = ElementKind::Active { table, offset };
        let element = module.elements.add(kind, ElementItems::Functions(row));
        module.tables.get_mut(table).elem_segments.insert(element);
    }
}

/// What all modules share, and its name in the first one's exports: the table is `s0`, where
/// `parts.js` looks for functions.
fn shared(module: &Module) -> Vec<(ExportItem, String)> {
    let tables = module.tables.iter().map(|it| ExportItem::Table(it.id()));
    let memories = module.memories.iter().map(|it| ExportItem::Memory(it.id()));
    let globals = module.globals.iter().map(|it| ExportItem::Global(it.id()));
    let all = tables.chain(memories).chain(globals);
    all.enumerate().map(|(index, item)| (item, format!("s{index}"))).collect()
}

/// The functions that a function calls.
fn called(function: &LocalFunction) -> BTreeSet<usize> {
    struct Calls(BTreeSet<usize>);
    impl<'a> Visitor<'a> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.insert(id.index());
        }
    }
    let mut calls = Calls(BTreeSet::new());
    ir::dfs_in_order(&mut calls, function, function.entry_block());
    calls.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_for_every_compiler_run() {
        for (name, expected) in [
            ("downhill_core[c5930c85a12de822]::run::step", "downhill_core::run::step"),
            (
                "<core[0a]::iter::Map<[f64; 2]> as Clone>::clone[1]",
                "<core::iter::Map<[f64; 2]> as Clone>::clone",
            ),
            ("dlmalloc::malloc::h222ba0d5183bb0e2", "dlmalloc::malloc"),
            ("figure::hold", "figure::hold"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }

    #[test]
    fn what_moved_is_called_through_the_table_once_it_was_fetched() -> Result<()> {
        // A function of the first part calls one of the second, and that one another of the first.
        let mut module = Module::default();
        let table = module.tables.add_local(false, 0, None, walrus::RefType::FUNCREF);
        module.exports.add("table", table);
        let mut named = |name: &str, calls: Option<FunctionId>| {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name(name.into());
            calls.into_iter().for_each(|id| _ = function.func_body().call(id));
            function.finish(vec![], &mut module.funcs)
        };
        let shared = named("0", None);
        let moved = named("1", Some(shared));
        let first = named("0", Some(moved));
        module.exports.add("run", first);
        module.memories.add_local(false, false, 17, None, None);
        let map = "100000 0 4 code.o:(.data.COUNT)";

        let parts = split(&module.emit_wasm(), map)?;
        let [first, rest] = [&parts[0], &parts[1]].map(|part| Module::from_buffer(part));
        let (first, rest) = (first?, rest?);
        assert_eq!(first.funcs.iter_local().count(), 3, "two functions and a stub");
        assert_eq!(rest.funcs.iter_local().count(), 1);
        let (_, places) = super::table(&first)?;
        let imported = rest.imports.iter().map(|import| &*import.name);
        let (functions, shared): (Vec<_>, Vec<_>) =
            imported.partition(|name| name.parse::<u32>().is_ok());
        assert_eq!(functions, ["0"]);
        assert!(places.values().any(|place| *place == 0), "{places:?}");
        for name in shared {
            assert!(first.exports.iter().any(|export| export.name == name), "{name}");
        }
        let loader: Vec<&str> = first.imports.iter().map(|import| &*import.name).collect();
        assert_eq!(loader, [LOADER.1]);
        assert_eq!(rest.elements.iter().count(), 1);
        Ok(())
    }
}
