//! The contract as TypeScript.

use super::answers::{
    BallSnapshot, Closely, Drawing, NetworkSnapshot, Probed, RunTable, ShownPlane, Snapshot,
    StartsMap, Written, Wrong,
};
use super::{DataTable, Qr, State, Tone};
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// The declarations by the types' names: ts-rs meets the types in another order each time that it
/// is compiled.
#[derive(Default)]
struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Numbers, texts and lists have no declaration of their own.
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if !self.declarations.contains_key(&name) {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("\n{docs}export {}\n", T::decl(&self.config));
            self.declarations.insert(name, declaration);
            T::visit_dependencies(self);
        }
    }
}

/// `www/contract.ts` as it is to be.
fn contract() -> String {
    let mut types = Types::default();
    types.visit::<State>();
    types.visit::<Snapshot<'static>>();
    types.visit::<NetworkSnapshot<'static>>();
    types.visit::<BallSnapshot<'static>>();
    types.visit::<ShownPlane<'static>>();
    types.visit::<StartsMap<'static>>();
    types.visit::<Closely>();
    types.visit::<Probed>();
    types.visit::<Drawing>();
    types.visit::<RunTable>();
    types.visit::<Qr>();
    types.visit::<DataTable>();
    types.visit::<Tone>();
    types.visit::<Written>();
    types.visit::<Wrong>();
    let head = "// What the page is told: the types of crates/app/src/told, written by its test\n\
                // (UPDATE=1 cargo test -p downhill-app contract).\n";
    let text = [head, &types.declarations.into_values().collect::<String>()].concat();
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

#[test]
fn the_contract_in_typescript_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/contract.ts");
    let now = contract();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(there == now, "www/contract.ts is old: UPDATE=1 cargo test -p downhill-app contract");
}
