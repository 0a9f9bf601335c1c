//! Which pieces of a program's functions are done, and what follows from it: a function is in
//! the part of the program that does it first, and those of its pieces that this part does not
//! do are functions of their own in a later part.
//!
//! A piece is what is done from its first instruction to its last: it ends where control may go
//! elsewhere. What stands in the lists of `crates/web/parts/` decides only where code lies; what
//! the program does is the same with any list.

use crate::split::plain;
use crate::surgery::take_out;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use walrus::ir::{self, Instr, InstrSeqId, Value};
use walrus::{ConstExpr, FunctionId, LocalFunction, Module, ModuleConfig, ValType};

/// Instructions that stand side by side in a sequence and are done one after the other.
#[derive(Clone, Debug)]
pub struct Piece {
    pub seq: InstrSeqId,
    pub range: Range<usize>,
    /// The number after the last piece inside of this one: those of the blocks that it ends with.
    pub end: usize,
}

/// A function's pieces, in the order in which they stand: first those before a block, then
/// those in it. There is at least one.
fn pieces(function: &LocalFunction) -> Vec<Piece> {
    fn walk(function: &LocalFunction, seq: InstrSeqId, pieces: &mut Vec<Piece>) {
        let instrs = &function.block(seq).instrs;
        let mut start = 0;
        for (at, (instr, _)) in instrs.iter().enumerate() {
            if !ends_piece(instr) {
                continue;
            }
            let number = pieces.len();
            pieces.push(Piece { seq, range: start..at + 1, end: number });
            inner(instr).into_iter().for_each(|seq| walk(function, seq, pieces));
            pieces[number].end = pieces.len();
            start = at + 1;
        }
        if start < instrs.len() || pieces.is_empty() {
            pieces.push(Piece { seq, range: start..instrs.len(), end: pieces.len() + 1 });
        }
    }
    let mut pieces = Vec::new();
    walk(function, function.entry_block(), &mut pieces);
    pieces
}

/// Whether control may go elsewhere at an instruction, or come from elsewhere behind it.
pub fn ends_piece(instr: &Instr) -> bool {
    matches!(instr, Instr::BrIf(_)) || !inner(instr).is_empty()
}

/// The sequences inside of an instruction.
pub fn inner(instr: &Instr) -> Vec<InstrSeqId> {
    match instr {
        Instr::Block(ir::Block { seq }) | Instr::Loop(ir::Loop { seq }) => vec![*seq],
        Instr::IfElse(ir::IfElse { consequent, alternative }) => vec![*consequent, *alternative],
        _ => vec![],
    }
}

/// By what lists know functions again.
#[derive(Default)]
struct Shapes(HashMap<(String, String), usize>);

impl Shapes {
    /// How many pieces and instructions a function has, and which one it is of all functions
    /// with its name that have as many.
    fn of(&mut self, name: &str, pieces: &[Piece]) -> String {
        let instrs: usize = pieces.iter().map(|piece| piece.range.len()).sum();
        let shape = format!("{}/{instrs}", pieces.len());
        let count = self.0.entry((name.into(), shape.clone())).or_default();
        *count += 1;
        format!("{shape}/{count}")
    }
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    config.parse(wasm)
}

fn name(module: &Module, id: FunctionId) -> String {
    plain(module.funcs.get(id).name.as_deref().unwrap_or_default())
}

/// Which piece it is, and of which function.
pub struct Known {
    name: String,
    shape: String,
    piece: usize,
}

/// A module that exports, for each piece of its functions, a global `seen N` that becomes 1 when
/// the piece is done; and the pieces by their numbers.
pub fn watched(wasm: &[u8]) -> Result<(Vec<u8>, Vec<Known>)> {
    let mut module = parse(wasm)?;
    let ids: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let (mut known, mut shapes) = (Vec::new(), Shapes::default());
    for id in ids {
        let name = name(&module, id);
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let pieces = pieces(function);
        let shape = shapes.of(&name, &pieces);
        let first = known.len();
        let of = |piece| Known { name: name.clone(), shape: shape.clone(), piece };
        known.extend((0..pieces.len()).map(of));
        // From the last on, so that the places of those before stay what they are.
        for (number, piece) in pieces.iter().enumerate().rev() {
            let zero = ConstExpr::Value(Value::I32(0));
            let seen = module.globals.add_local(ValType::I32, true, false, zero);
            module.exports.add(&format!("seen {}", first + number), seen);
            let mut marks = vec![at_no_place(ir::Const { value: Value::I32(1) })];
            marks.push(at_no_place(ir::GlobalSet { global: seen }));
            let at = piece.range.start;
            function.block_mut(piece.seq).instrs.splice(at..at, marks);
        }
    }
    Ok((module.emit_wasm(), known))
}

/// An instruction, and where it stood in the file that was read.
pub type Placed = (Instr, ir::InstrLocId);

/// An instruction that stood nowhere yet.
pub fn at_no_place(instr: impl Into<Instr>) -> Placed {
    (instr.into(), ir::InstrLocId::default())
}

/// Whose pieces are not told apart: what they do depends on all that was done before.
const WHOLE: [&str; 2] = ["<dlmalloc::", "dlmalloc::"];

/// A list, from which pieces were done: a line for each function of which one was, with its name,
/// its shape, and the pieces that were not.
pub fn list<'a>(done: impl Iterator<Item = &'a Known>) -> String {
    let mut functions: BTreeMap<(&str, &str), BTreeSet<usize>> = BTreeMap::new();
    for Known { name, shape, piece } in done {
        functions.entry((name, shape)).or_default().insert(*piece);
    }
    let lines = functions.into_iter().map(|((name, shape), done)| {
        let count = shape.split('/').next().and_then(|count| count.parse().ok()).unwrap_or(0);
        let is_whole = WHOLE.iter().any(|start| name.starts_with(start));
        let not = (0..count).filter(|piece| !is_whole && !done.contains(piece));
        let not: Vec<usize> = not.collect();
        let runs = not.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
            [only] => only.to_string(),
            [first, .., last] => format!("{first}-{last}"),
            [] => String::new(),
        });
        format!("{name}\t{shape}\t{}\n", runs.collect::<Vec<_>>().join(","))
    });
    lines.collect()
}

/// A list as [`list`] writes it.
#[derive(Default)]
struct List<'a> {
    /// By name and shape, the pieces that are not done.
    not_done: HashMap<(&'a str, &'a str), Vec<Range<usize>>>,
    /// Names of functions that are not what they were when the list was written: all of them
    /// may be done.
    changed: BTreeSet<&'a str>,
}

impl<'a> List<'a> {
    /// `functions`: the name and the shape of each that there is.
    fn read(text: &'a str, functions: &BTreeSet<(&str, &str)>) -> Result<List<'a>> {
        let mut list = List::default();
        for line in text.lines() {
            let words: Vec<&str> = line.split('\t').collect();
            let [name, shape, not] = words[..] else {
                bail!("a list's line has a name, a shape, and pieces: {line:?}");
            };
            if !functions.contains(&(name, shape)) {
                list.changed.insert(name);
            }
            let mut ranges = Vec::new();
            for run in not.split(',').filter(|run| !run.is_empty()) {
                let (first, last) = run.split_once('-').unwrap_or((run, run));
                ranges.push(first.parse()?..last.parse::<usize>()? + 1);
            }
            list.not_done.insert((name, shape), ranges);
        }
        Ok(list)
    }

    /// Whether it does a piece of a function.
    fn does(&self, name: &str, shape: &str, piece: usize) -> bool {
        match self.not_done.get(&(name, shape)) {
            Some(not) => !not.iter().any(|range| range.contains(&piece)),
            None => self.changed.contains(name),
        }
    }
}

/// The module with the number of its part as each function's name: the first list's is 0, and
/// what no list does is in the last one. What a function's part does not do of it is a function
/// of its own.
pub fn placed(wasm: &[u8], lists: &[&str]) -> Result<Vec<u8>> {
    let mut module = parse(wasm)?;
    let mut shapes = Shapes::default();
    let functions = module.funcs.iter_local().map(|(id, function)| {
        let (name, pieces) = (name(&module, id), pieces(function));
        let shape = shapes.of(&name, &pieces);
        (id, name, shape, pieces)
    });
    let functions: Vec<_> = functions.collect();
    let known = functions.iter().map(|(_, name, shape, _)| (&**name, &**shape)).collect();
    let lists: Vec<List> =
        lists.iter().map(|text| List::read(text, &known)).collect::<Result<_>>()?;
    for (id, name, shape, pieces) in &functions {
        let part = |piece| {
            let first = lists.iter().position(|list| list.does(name, shape, piece));
            first.unwrap_or(lists.len())
        };
        let parts: Vec<usize> = (0..pieces.len()).map(part).collect();
        let own = parts[0];
        module.funcs.get_mut(*id).name = Some(own.to_string());
        if parts.iter().any(|part| *part > own) {
            take_out(&mut module, *id, pieces.clone(), parts);
        }
    }
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::{command, npm_packages, output, target};
    use anyhow::Context;

    /// A function f(a, b) of two whole numbers that branches in every way: out of blocks and back
    /// in loops, by tables, with values, and by returning from within. However it goes on, it ends.
    const MODULE: &str = "
(module
  (func $f (export \"f\") (param $a i32) (param $b i32) (result i32)
    (local $c i32) (local $d f64) (local $e i32)
    (block $out
      (loop $again
        (br_if $out (i32.eq (local.tee $a (i32.sub (local.get $a) (i32.const 1))) (i32.const -9)))
        (local.set $c (i32.add (i32.add (local.get $c) (local.get $e))
          (if (result i32) (i32.gt_s (local.get $a) (i32.const 12))
            (then (i32.mul (local.get $a) (i32.const 3)))
            (else (i32.add (local.get $b) (i32.const 1))))))
        (if (i32.eq (local.get $b) (i32.const 7))
          (then (if (i32.gt_s (local.get $c) (i32.const 100))
            (then (return (i32.sub (local.get $c) (local.get $a))))
            (else (local.set $d (f64.add (local.get $d) (f64.const 2.25)))))))
        ;; Read behind the loop alone.
        (if (i32.eq (local.get $b) (i32.const 9))
          (then (local.set $c (i32.sub (local.get $c) (local.get $a))) (br $out)))
        ;; Set anew, but not before it may be left; and what only the next round reads.
        (if (i32.eq (local.get $b) (i32.const 10))
          (then
            (br_if $out (i32.eq (local.get $a) (i32.const 5)))
            (local.set $c (i32.mul (local.get $a) (i32.const 2))))
          (else (local.set $e (i32.and (local.get $a) (i32.const 4)))))
        (if (i32.eq (local.get $b) (i32.const 8))
          (then (if (i32.and (local.get $a) (i32.const 2))
            (then (local.set $c (i32.mul (local.get $a) (i32.const 7)))))))
        (block $x
          (block $y
            (br_table $x $y $again $out (i32.and (local.get $c) (i32.const 3))))
          (local.set $c (i32.add (local.get $c) (i32.const 1000)))
          (local.set $d (f64.add (local.get $d) (f64.const 0.5))))
        (br_if $again (i32.gt_s (local.get $a) (i32.const 0))))
      (local.set $c (i32.add (local.get $c) (i32.const 5))))
    (if (f64.gt (local.get $d) (f64.const 3))
      (then (local.set $c (i32.add (local.get $c) (i32.trunc_sat_f64_s (local.get $d))))))
    (i32.sub (local.get $c) (local.get $a))))
";

    /// Computes f in each of a folder's modules, and in the one named `whole`, and compares.
    const COMPARE: &str = "
import { readFileSync, readdirSync } from 'node:fs';
const [folder] = process.argv.slice(1);
const f = (file) => new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${folder}/${file}`))).exports.f;
const whole = f('whole.wasm');
const results = new Set();
for (const file of readdirSync(folder)) {
  const other = f(file);
  for (let a = -2; a < 40; a++) {
    for (let b = -3; b < 12; b++) {
      const [is, should] = [other(a, b), whole(a, b)];
      if (is !== should) throw Error(`${file}: f(${a}, ${b}) = ${is}, not ${should}`);
      results.add(should);
    }
  }
}
console.log(results.size);
";

    #[test]
    fn whatever_the_lists_say_the_program_does_the_same() -> Result<()> {
        let folder = target().join("pieces-test");
        std::fs::create_dir_all(&folder)?;
        let [text, whole] = ["f.wat", "whole.wasm"].map(|name| folder.join(name));
        std::fs::write(&text, MODULE)?;
        npm_packages()?;
        let mut assemble = command("node", &["node_modules/binaryen/bin/wasm-as", "--debuginfo"]);
        output(assemble.args(["--all-features", "-o"]).args([&whole, &text]))?;
        std::fs::remove_file(text)?;
        let whole = std::fs::read(whole)?;
        let module = parse(&whole)?;
        let (_, function) = module.funcs.iter_local().next().context("a function")?;
        let pieces = pieces(function);
        let shape = Shapes::default().of("f", &pieces);
        let mut random = 1_u32;
        let mut most = 0;
        for number in 0..300 {
            let mut list = || {
                let mut done = vec![Known { name: "f".into(), shape: shape.clone(), piece: 0 }];
                for piece in 1..pieces.len() {
                    random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    if random >> 30 != 0 {
                        done.push(Known { name: "f".into(), shape: shape.clone(), piece });
                    }
                }
                super::list(done.iter())
            };
            let (first, second) = (list(), list());
            let placed = placed(&whole, &[&first, &second])?;
            most = most.max(Module::from_buffer(&placed)?.funcs.iter_local().count());
            std::fs::write(folder.join(format!("{number}.wasm")), placed)?;
        }
        let args = ["--input-type=module", "--eval", COMPARE, "--"];
        let results = output(command("node", &args).arg(&folder))?;
        std::fs::remove_dir_all(&folder)?;
        assert!(results.trim().parse::<usize>()? > 50, "{results} different results");
        assert!(most > 4, "at most {most} functions were made of one");
        Ok(())
    }
}
