//! Which pieces of a program's functions are done, and what follows from it: a function is in
//! the part of the program that does it first, and those of its pieces that this part does not
//! do are functions of their own in a later part.
//!
//! A piece is what is done from its first instruction to its last: it ends where control may go
//! elsewhere. What stands in the lists of `crates/web/parts/` decides only where code lies; what
//! the program does is the same with any list.

use crate::split::plain;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use walrus::ir::{self, Instr, InstrSeqId, InstrSeqType, Value};
use walrus::{
    ConstExpr, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, LocalId, Module,
    ModuleConfig, ModuleTypes, TypeId, ValType,
};

/// Fewer instructions stay where they are: what calls them would be nearly as long. The tests
/// move them all.
const FEWEST: usize = if cfg!(test) { 1 } else { 40 };

/// Instructions that stand side by side in a sequence and are done one after the other.
#[derive(Clone, Debug)]
struct Piece {
    seq: InstrSeqId,
    range: Range<usize>,
    /// The number after the last piece inside of this one: those of the blocks that it ends with.
    end: usize,
}

/// A function's pieces, in the order in which they stand: first those before a block, then
/// those in it. There is at least one.
fn pieces(function: &LocalFunction) -> Vec<Piece> {
    fn walk(function: &LocalFunction, seq: InstrSeqId, pieces: &mut Vec<Piece>) {
        let instrs = &function.block(seq).instrs;
        let mut start = 0;
        for (at, (instr, _)) in instrs.iter().enumerate() {
            if !matches!(instr, Instr::BrIf(_)) && inner(instr).is_empty() {
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

/// The sequences inside of an instruction.
fn inner(instr: &Instr) -> Vec<InstrSeqId> {
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

fn at_no_place(instr: impl Into<Instr>) -> (Instr, ir::InstrLocId) {
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
    lines.collect::<BTreeSet<_>>().into_iter().collect()
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
            Surgery::on(&mut module, *id, pieces.clone(), parts);
        }
    }
    Ok(module.emit_wasm())
}

/// Where control goes from what was taken out, other than on behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    Label(InstrSeqId),
    Return,
}

type Locals = BTreeSet<LocalId>;

/// Which locals are still read, so that what is taken out can be given them, and give them back.
#[derive(Default)]
struct Live {
    /// Where a branch to a sequence goes on.
    labels: HashMap<InstrSeqId, Locals>,
    /// After the instructions of a sequence up to a place.
    after: HashMap<(InstrSeqId, usize), Locals>,
}

impl Live {
    /// What is read from the beginning of these instructions, if `live` is behind them. `seq`:
    /// the sequence they are.
    fn before(
        &mut self,
        function: &LocalFunction,
        instrs: &[(Instr, ir::InstrLocId)],
        seq: Option<InstrSeqId>,
        mut live: Locals,
    ) -> Locals {
        for (at, (instr, _)) in instrs.iter().enumerate().rev() {
            if let Some(seq) = seq
                && (at + 1 == instrs.len()
                    || matches!(instr, Instr::BrIf(_))
                    || !inner(instr).is_empty())
            {
                self.after.insert((seq, at + 1), live.clone());
            }
            let label = |to: &InstrSeqId| self.labels.get(to).cloned().unwrap_or_default();
            match instr {
                Instr::LocalGet(ir::LocalGet { local }) => _ = live.insert(*local),
                Instr::LocalSet(ir::LocalSet { local })
                | Instr::LocalTee(ir::LocalTee { local }) => _ = live.remove(local),
                Instr::Br(ir::Br { block }) => live = label(block),
                Instr::BrIf(ir::BrIf { block }) => live.extend(label(block)),
                Instr::BrTable(ir::BrTable { blocks, default }) => {
                    live = blocks.iter().chain([default]).flat_map(label).collect();
                }
                Instr::Return(_) | Instr::Unreachable(_) => live.clear(),
                Instr::Loop(ir::Loop { seq }) => {
                    let body = &function.block(*seq).instrs;
                    let mut head = Locals::new();
                    // What its first round reads is live behind the one before, and so on.
                    loop {
                        self.labels.insert(*seq, head.clone());
                        let again = self.before(function, body, Some(*seq), live.clone());
                        if again == head {
                            break;
                        }
                        head = again;
                    }
                    live = head;
                }
                other => {
                    let bodies = inner(other);
                    if bodies.is_empty() {
                        continue;
                    }
                    let behind = std::mem::take(&mut live);
                    for seq in bodies {
                        self.labels.insert(seq, behind.clone());
                        let body = &function.block(seq).instrs;
                        live.extend(self.before(function, body, Some(seq), behind.clone()));
                    }
                }
            }
        }
        live
    }
}

/// A function that pieces are taken out of.
struct Surgery<'a> {
    module: &'a mut Module,
    function: LocalFunction,
    pieces: Vec<Piece>,
    parts: Vec<usize>,
    live: Live,
    results: Vec<ValType>,
}

impl Surgery<'_> {
    fn on(module: &mut Module, id: FunctionId, pieces: Vec<Piece>, parts: Vec<usize>) {
        let ty = module.funcs.get(id).ty();
        let empty = FunctionKind::Uninitialized(ty);
        let FunctionKind::Local(function) =
            std::mem::replace(&mut module.funcs.get_mut(id).kind, empty)
        else {
            return;
        };
        let mut live = Live::default();
        let entry = function.entry_block();
        live.before(&function, &function.block(entry).instrs, Some(entry), Locals::new());
        let results = module.types.results(ty).to_vec();
        let own = parts[0];
        let mut surgery = Surgery { module, function, pieces, parts, live, results };
        surgery.of_sequence(entry, 0, own);
        let Surgery { module, function, .. } = surgery;
        module.funcs.get_mut(id).kind = FunctionKind::Local(function);
    }

    /// Takes out of a sequence, whose first piece has that number, what the part `own` does not do.
    fn of_sequence(&mut self, seq: InstrSeqId, first: usize, own: usize) {
        let mut here = Vec::new();
        let mut number = first;
        while self.pieces.get(number).is_some_and(|piece| piece.seq == seq) {
            here.push(number);
            number = self.pieces[number].end;
        }
        let depths = self.depths(seq);
        let mut new = Vec::new();
        let mut at = 0;
        while at < here.len() {
            let not = here[at..].iter().take_while(|number| self.part(**number) > own).count();
            let taken = depths.as_ref().and_then(|depths| {
                let mut ends = (at + 1..at + not + 1).rev();
                ends.find_map(|end| Some((end, self.way_out(&here[at..end], depths)?)))
            });
            match taken {
                Some((end, way_out)) => {
                    new.extend(self.take(&here[at..end], way_out));
                    at = end;
                }
                None => {
                    self.inside(here[at], own);
                    let range = self.pieces[here[at]].range.clone();
                    new.extend_from_slice(&self.function.block(seq).instrs[range]);
                    at += 1;
                }
            }
        }
        self.function.block_mut(seq).instrs = new;
    }

    /// The first part that does a piece or what is inside of it.
    fn part(&self, number: usize) -> usize {
        self.parts[number..self.pieces[number].end].iter().copied().min().unwrap_or(0)
    }

    /// Goes on with the sequences that a piece ends with.
    fn inside(&mut self, number: usize, own: usize) {
        let Piece { seq, ref range, .. } = self.pieces[number];
        let Some((instr, _)) = self.function.block(seq).instrs[range.clone()].last() else {
            return;
        };
        let mut first = number + 1;
        for seq in inner(instr) {
            if self.pieces.get(first).is_some_and(|piece| piece.seq == seq) {
                self.of_sequence(seq, first, own);
                while self.pieces.get(first).is_some_and(|piece| piece.seq == seq) {
                    first = self.pieces[first].end;
                }
            }
        }
    }

    /// How many values stand on the stack before each instruction of a sequence, and behind the
    /// last; as long as that can be told.
    fn depths(&self, seq: InstrSeqId) -> Option<Vec<usize>> {
        let block = self.function.block(seq);
        let (params, _) = arity(&self.module.types, block.ty);
        let mut depth = params;
        let mut depths = vec![depth];
        for (instr, _) in &block.instrs {
            if ends(instr) {
                break;
            }
            let (takes, gives) = effect(self.module, &self.function, instr)?;
            depth = depth.checked_sub(takes)? + gives;
            depths.push(depth);
        }
        (params == 0).then_some(depths)
    }

    /// Where control goes from these pieces, which stand side by side; none if they cannot be
    /// taken out, or are not worth it.
    fn way_out(&self, numbers: &[usize], depths: &[usize]) -> Option<WayOut> {
        let [first, .., last] = [numbers.first()?, numbers.last()?].map(|it| &self.pieces[*it]);
        let seq = first.seq;
        let block = self.function.block(seq);
        let instrs = &block.instrs[first.range.start..last.range.end];
        let size: usize =
            self.pieces[numbers[0]..last.end].iter().map(|piece| piece.range.len()).sum();
        let start = *depths.get(first.range.start)?;
        let goes_on = instrs.last().is_none_or(|(instr, _)| !ends(instr));
        let is_tail = last.range.end == block.instrs.len();
        let mut values = Vec::new();
        if goes_on && is_tail {
            // The sequence's values are handed over, and nothing else may lie below them.
            values = results(&self.module.types, block.ty);
            if start != 0 {
                return None;
            }
        } else if goes_on && *depths.get(last.range.end)? != start {
            return None;
        }
        let until = last.range.end.min(depths.len());
        // What each instruction takes lies above `start`.
        let mut depth = start;
        for (instr, _) in &block.instrs[first.range.start..until] {
            if ends(instr) {
                break;
            }
            let (takes, gives) = effect(self.module, &self.function, instr)?;
            if depth < start + takes {
                return None;
            }
            depth = depth - takes + gives;
        }
        let mut exits = BTreeSet::new();
        let mut own = BTreeSet::new();
        let known = self.exits(instrs, &mut own, &mut exits);
        (known && size >= FEWEST).then_some(WayOut { goes_on, values, exits })
    }

    /// Collects where instructions lead to but to sequences of their `own`; false if values
    /// would be taken along.
    fn exits(
        &self,
        instrs: &[(Instr, ir::InstrLocId)],
        own: &mut BTreeSet<InstrSeqId>,
        exits: &mut BTreeSet<Exit>,
    ) -> bool {
        instrs.iter().all(|(instr, _)| {
            let targets: Vec<InstrSeqId> = match instr {
                Instr::Br(ir::Br { block }) | Instr::BrIf(ir::BrIf { block }) => vec![*block],
                Instr::BrTable(ir::BrTable { blocks, default }) => {
                    blocks.iter().chain([default]).copied().collect()
                }
                _ => vec![],
            };
            if matches!(instr, Instr::Return(_)) {
                exits.insert(Exit::Return);
            }
            for target in targets.into_iter().filter(|target| !own.contains(target)) {
                let is_entry = target == self.function.entry_block();
                let takes_along = match is_entry {
                    true => self.results.len(),
                    false => self.label_arity(target),
                };
                if takes_along != 0 {
                    return false;
                }
                exits.insert(if is_entry { Exit::Return } else { Exit::Label(target) });
            }
            inner(instr).into_iter().all(|seq| {
                own.insert(seq);
                self.exits(&self.function.block(seq).instrs, own, exits)
            })
        })
    }

    /// How many values a branch to a sequence takes along, at the most.
    fn label_arity(&self, seq: InstrSeqId) -> usize {
        let (params, results) = arity(&self.module.types, self.function.block(seq).ty);
        params.max(results)
    }

    /// Makes a function of these pieces; returns what stands in their place.
    fn take(&mut self, numbers: &[usize], way_out: WayOut) -> Vec<(Instr, ir::InstrLocId)> {
        let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
        let last_end = self.pieces[last].end;
        let part = self.parts[first..last_end].iter().copied().min().unwrap_or(0);
        numbers.iter().for_each(|number| self.inside(*number, part));
        let seq = self.pieces[first].seq;
        let range = self.pieces[first].range.start..self.pieces[last].range.end;
        let instrs = self.function.block(seq).instrs[range.clone()].to_vec();
        let WayOut { goes_on, values, exits } = way_out;
        let exits: Vec<Exit> = exits.into_iter().collect();

        // What it gives back: what it sets, where that is read later.
        let mut later = Locals::new();
        if goes_on {
            later.extend(&self.live.after[&(seq, range.end)]);
        }
        for exit in &exits {
            if let Exit::Label(to) = exit {
                later.extend(&self.live.labels[to]);
            }
        }
        let mut set = Locals::new();
        locals_set(&self.function, &instrs, &mut set);
        let back: Vec<LocalId> = set.intersection(&later).copied().collect();
        // What it is given: what it reads before it sets it, and what it may not set.
        let mut live = Live::default();
        for exit in &exits {
            if let Exit::Label(to) = exit {
                live.labels.insert(*to, back.iter().copied().collect());
            }
        }
        let behind = if goes_on { back.iter().copied().collect() } else { Locals::new() };
        let given: Vec<LocalId> =
            live.before(&self.function, &instrs, None, behind).into_iter().collect();

        let returned =
            if exits.contains(&Exit::Return) { self.results.clone() } else { Vec::new() };
        let ways = exits.len() + usize::from(goes_on);
        let ty = |local: &LocalId| self.module.locals.get(*local).ty();
        let params: Vec<ValType> = given.iter().map(ty).collect();
        let mut results: Vec<ValType> = if ways > 1 { vec![ValType::I32] } else { vec![] };
        results.extend(values.iter().chain(&returned).copied().chain(back.iter().map(ty)));

        let mut taken = Taken {
            from: &self.function,
            builder: FunctionBuilder::new(&mut self.module.types, &params, &results),
            locals: HashMap::new(),
            seqs: HashMap::new(),
            module_locals: &mut self.module.locals,
            returned: Vec::new(),
        };
        taken.builder.name(part.to_string());
        let args: Vec<LocalId> = given.iter().map(|local| taken.local(*local)).collect();
        let way = taken.module_locals.add(ValType::I32);
        let value_locals: Vec<LocalId> =
            values.iter().map(|ty| taken.module_locals.add(*ty)).collect();
        taken.returned = returned.iter().map(|ty| taken.module_locals.add(*ty)).collect();

        // A block around all, and one for each exit: a branch to it comes to where its number
        // is noted.
        let done = taken.builder.dangling_instr_seq(None).id();
        let blocks: Vec<InstrSeqId> =
            exits.iter().map(|_| taken.builder.dangling_instr_seq(None).id()).collect();
        for (exit, block) in exits.iter().zip(&blocks) {
            let target = match exit {
                Exit::Label(to) => *to,
                Exit::Return => self.function.entry_block(),
            };
            taken.seqs.insert(target, *block);
        }
        let innermost = blocks.last().copied().unwrap_or(done);
        taken.copy(&instrs, innermost);
        if goes_on {
            let mut body = taken.builder.instr_seq(innermost);
            value_locals.iter().rev().for_each(|local| _ = body.local_set(*local));
            if !exits.is_empty() {
                body.br(done);
            }
        }
        for (index, block) in blocks.iter().enumerate().rev() {
            let outer = if index == 0 { done } else { blocks[index - 1] };
            let mut body = taken.builder.instr_seq(outer);
            body.instr(ir::Block { seq: *block });
            if ways > 1 {
                body.i32_const(index as i32 + 1).local_set(way);
            }
            if index > 0 {
                body.br(done);
            }
        }
        let back_there: Vec<LocalId> = back.iter().map(|local| taken.local(*local)).collect();
        let returned_there = taken.returned.clone();
        let mut body = taken.builder.func_body();
        body.instr(ir::Block { seq: done });
        let code = (ways > 1).then_some(way);
        for local in code.iter().chain(&value_locals).chain(&returned_there).chain(&back_there) {
            body.local_get(*local);
        }
        let builder = taken.builder;
        let called = builder.finish(args, &mut self.module.funcs);

        // What stands in its place.
        let mut site = Vec::new();
        let mut put = |instr: Instr| site.push(at_no_place(instr));
        given.iter().for_each(|local| put(ir::LocalGet { local: *local }.into()));
        put(ir::Call { func: called }.into());
        let mut fresh = |ty: &ValType| self.module.locals.add(*ty);
        let value_locals: Vec<LocalId> = values.iter().map(&mut fresh).collect();
        let returned_locals: Vec<LocalId> = returned.iter().map(&mut fresh).collect();
        let results = value_locals.iter().chain(&returned_locals).chain(&back);
        results.rev().for_each(|local| put(ir::LocalSet { local: *local }.into()));
        let way = fresh(&ValType::I32);
        if ways > 2 {
            put(ir::LocalSet { local: way }.into());
        }
        let builder = self.function.builder_mut();
        let to_return: Vec<Instr> = returned_locals
            .iter()
            .map(|local| ir::LocalGet { local: *local }.into())
            .chain([ir::Return {}.into()])
            .collect();
        for (index, exit) in exits.iter().enumerate() {
            let is_last = index + 1 == exits.len() && !goes_on;
            if is_last {
                match exit {
                    Exit::Label(to) => put(ir::Br { block: *to }.into()),
                    Exit::Return => to_return.iter().cloned().for_each(&mut put),
                }
                continue;
            }
            if ways > 2 {
                put(ir::LocalGet { local: way }.into());
            }
            let is_only_other = ways == 2 && goes_on;
            if !is_only_other {
                put(ir::Const { value: Value::I32(index as i32 + 1) }.into());
                put(ir::Binop { op: ir::BinaryOp::I32Eq }.into());
            }
            match exit {
                Exit::Label(to) => put(ir::BrIf { block: *to }.into()),
                Exit::Return => {
                    let mut then = builder.dangling_instr_seq(None);
                    to_return.iter().for_each(|instr| _ = then.instr(instr.clone()));
                    let consequent = then.id();
                    let alternative = builder.dangling_instr_seq(None).id();
                    put(ir::IfElse { consequent, alternative }.into());
                }
            }
        }
        if ways == 0 {
            put(ir::Unreachable {}.into());
        }
        if goes_on {
            value_locals.iter().for_each(|local| put(ir::LocalGet { local: *local }.into()));
        }
        site
    }
}

/// Where control goes from what is taken out.
struct WayOut {
    /// On behind it, with these values on the stack.
    goes_on: bool,
    values: Vec<ValType>,
    /// Elsewhere.
    exits: BTreeSet<Exit>,
}

/// What is taken out, on its way into a function of its own.
struct Taken<'a> {
    from: &'a LocalFunction,
    builder: FunctionBuilder,
    /// The locals here for those there.
    locals: HashMap<LocalId, LocalId>,
    /// The sequences here for those there; for those outside, the block that a branch goes to.
    seqs: HashMap<InstrSeqId, InstrSeqId>,
    module_locals: &'a mut walrus::ModuleLocals,
    /// What a `return` returned.
    returned: Vec<LocalId>,
}

impl Taken<'_> {
    fn local(&mut self, there: LocalId) -> LocalId {
        let ty = self.module_locals.get(there).ty();
        *self.locals.entry(there).or_insert_with(|| self.module_locals.add(ty))
    }

    fn copy(&mut self, instrs: &[(Instr, ir::InstrLocId)], to: InstrSeqId) {
        for (instr, _) in instrs {
            for there in inner(instr) {
                let here = self.builder.dangling_instr_seq(self.from.block(there).ty).id();
                self.seqs.insert(there, here);
                let body = self.from.block(there).instrs.clone();
                self.copy(&body, here);
            }
            let mut instr = instr.clone();
            match &mut instr {
                Instr::LocalGet(ir::LocalGet { local })
                | Instr::LocalSet(ir::LocalSet { local })
                | Instr::LocalTee(ir::LocalTee { local }) => *local = self.local(*local),
                Instr::Br(ir::Br { block: seq })
                | Instr::BrIf(ir::BrIf { block: seq })
                | Instr::Block(ir::Block { seq })
                | Instr::Loop(ir::Loop { seq }) => *seq = self.seqs[seq],
                Instr::IfElse(ir::IfElse { consequent, alternative }) => {
                    *consequent = self.seqs[consequent];
                    *alternative = self.seqs[alternative];
                }
                Instr::BrTable(ir::BrTable { blocks, default }) => {
                    blocks.iter_mut().chain([default]).for_each(|seq| *seq = self.seqs[seq]);
                }
                Instr::Return(_) => {
                    let mut body = self.builder.instr_seq(to);
                    self.returned.iter().rev().for_each(|local| _ = body.local_set(*local));
                    instr = ir::Br { block: self.seqs[&self.from.entry_block()] }.into();
                }
                _ => {}
            }
            self.builder.instr_seq(to).instr(instr);
        }
    }
}

/// The locals that instructions set.
fn locals_set(function: &LocalFunction, instrs: &[(Instr, ir::InstrLocId)], set: &mut Locals) {
    for (instr, _) in instrs {
        if let Instr::LocalSet(ir::LocalSet { local }) | Instr::LocalTee(ir::LocalTee { local }) =
            instr
        {
            set.insert(*local);
        }
        for seq in inner(instr) {
            locals_set(function, &function.block(seq).instrs, set);
        }
    }
}

/// Whether control never goes on behind an instruction.
fn ends(instr: &Instr) -> bool {
    matches!(instr, Instr::Br(_) | Instr::BrTable(_) | Instr::Return(_) | Instr::Unreachable(_))
}

fn results(types: &ModuleTypes, ty: InstrSeqType) -> Vec<ValType> {
    match ty {
        InstrSeqType::Simple(result) => result.into_iter().collect(),
        InstrSeqType::MultiValue(ty) => types.results(ty).to_vec(),
    }
}

/// How many values a sequence takes from the stack, and gives.
fn arity(types: &ModuleTypes, ty: InstrSeqType) -> (usize, usize) {
    match ty {
        InstrSeqType::Simple(result) => (0, result.iter().count()),
        InstrSeqType::MultiValue(ty) => (types.params(ty).len(), types.results(ty).len()),
    }
}

/// How many values an instruction takes from the stack, and gives; none for one that programs
/// like ours do not have.
fn effect(module: &Module, function: &LocalFunction, instr: &Instr) -> Option<(usize, usize)> {
    use ir::LoadSimdKind as Kind;
    let of = |ty: TypeId| (module.types.params(ty).len(), module.types.results(ty).len());
    let block = |seq: InstrSeqId| arity(&module.types, function.block(seq).ty);
    Some(match instr {
        Instr::Block(ir::Block { seq }) | Instr::Loop(ir::Loop { seq }) => block(*seq),
        Instr::IfElse(ir::IfElse { consequent, .. }) => {
            let (takes, gives) = block(*consequent);
            (takes + 1, gives)
        }
        Instr::Call(ir::Call { func }) => of(module.funcs.get(*func).ty()),
        Instr::CallIndirect(ir::CallIndirect { ty, .. }) => {
            let (takes, gives) = of(*ty);
            (takes + 1, gives)
        }
        Instr::LocalGet(_)
        | Instr::GlobalGet(_)
        | Instr::Const(_)
        | Instr::MemorySize(_)
        | Instr::RefNull(_)
        | Instr::RefFunc(_)
        | Instr::TableSize(_) => (0, 1),
        Instr::LocalSet(_) | Instr::GlobalSet(_) | Instr::Drop(_) | Instr::BrIf(_) => (1, 0),
        Instr::LoadSimd(ir::LoadSimd { kind, .. }) => match kind {
            Kind::V128Store8Lane(_)
            | Kind::V128Store16Lane(_)
            | Kind::V128Store32Lane(_)
            | Kind::V128Store64Lane(_) => (2, 0),
            Kind::V128Load8Lane(_)
            | Kind::V128Load16Lane(_)
            | Kind::V128Load32Lane(_)
            | Kind::V128Load64Lane(_) => (2, 1),
            _ => (1, 1),
        },
        Instr::LocalTee(_)
        | Instr::Unop(_)
        | Instr::MemoryGrow(_)
        | Instr::Load(_)
        | Instr::TableGet(_)
        | Instr::RefIsNull(_) => (1, 1),
        Instr::Binop(_) | Instr::I8x16Swizzle(_) | Instr::I8x16Shuffle(_) => (2, 1),
        Instr::Select(_) | Instr::TernOp(_) | Instr::V128Bitselect(_) => (3, 1),
        Instr::Store(_) | Instr::TableSet(_) => (2, 0),
        Instr::MemoryCopy(_) | Instr::MemoryFill(_) => (3, 0),
        _ => return None,
    })
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
