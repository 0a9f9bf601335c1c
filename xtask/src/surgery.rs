//! Takes pieces out of a function: they become functions of their own, which are given the locals
//! that they read, give back those that are read later, and say where control goes.

use crate::pieces::{Piece, Placed, at_no_place, ends_piece, inner};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use walrus::ir::{self, Instr, InstrSeqId, InstrSeqType, Value};
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, LocalFunction, LocalId, Module, ModuleTypes, TypeId,
    ValType,
};

/// Fewer instructions stay where they are: what calls them would be nearly as long. The tests
/// move them all.
const FEWEST: usize = if cfg!(test) { 1 } else { 24 };

/// Takes out of a function, whose first piece is in the part of that number, those pieces that
/// are in later parts. The new functions' names are their parts' numbers.
pub fn take_out(module: &mut Module, id: FunctionId, pieces: Vec<Piece>, parts: Vec<usize>) {
    let ty = module.funcs.get(id).ty();
    let kind = &mut module.funcs.get_mut(id).kind;
    let FunctionKind::Local(function) = std::mem::replace(kind, FunctionKind::Uninitialized(ty))
    else {
        unreachable!("an imported function has no pieces");
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
        instrs: &[Placed],
        seq: Option<InstrSeqId>,
        mut live: Locals,
    ) -> Locals {
        for (at, (instr, _)) in instrs.iter().enumerate().rev() {
            if let Some(seq) = seq
                && (at + 1 == instrs.len() || ends_piece(instr))
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
        let [first, last] = [numbers.first()?, numbers.last()?].map(|it| &self.pieces[*it]);
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
        instrs: &[Placed],
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
                let ty = self.function.block(target).ty;
                if arity(&self.module.types, ty) != (0, 0) {
                    return false;
                }
                let is_entry = target == self.function.entry_block();
                exits.insert(if is_entry { Exit::Return } else { Exit::Label(target) });
            }
            inner(instr).into_iter().all(|seq| {
                own.insert(seq);
                self.exits(&self.function.block(seq).instrs, own, exits)
            })
        })
    }

    /// Makes a function of these pieces; returns what stands in their place.
    fn take(&mut self, numbers: &[usize], way_out: WayOut) -> Vec<Placed> {
        let cut = self.cut(numbers, way_out);
        let called = self.function_of(&cut);
        self.call(called, &cut)
    }

    /// What is taken out, and what goes in and out of it.
    fn cut(&mut self, numbers: &[usize], way_out: WayOut) -> Cut {
        let [first, last] = [numbers[0], numbers[numbers.len() - 1]];
        let part = numbers.iter().map(|number| self.part(*number)).min().unwrap_or(0);
        numbers.iter().for_each(|number| self.inside(*number, part));
        let Piece { seq, range: Range { start, .. }, .. } = self.pieces[first];
        let end = self.pieces[last].range.end;
        let instrs = self.function.block(seq).instrs[start..end].to_vec();
        let WayOut { goes_on, values, exits } = way_out;
        let labels = exits.iter().filter_map(|exit| match exit {
            Exit::Label(to) => Some(to),
            Exit::Return => None,
        });

        let mut later = Locals::new();
        if goes_on {
            later.extend(&self.live.after[&(seq, end)]);
        }
        labels.clone().for_each(|to| later.extend(&self.live.labels[to]));
        let mut set = Locals::new();
        locals_set(&self.function, &instrs, &mut set);
        let back: Locals = set.intersection(&later).copied().collect();

        // What it may leave as it is has to be given, too.
        let mut live = Live::default();
        labels.for_each(|to| _ = live.labels.insert(*to, back.clone()));
        let behind = if goes_on { back.clone() } else { Locals::new() };
        let given = live.before(&self.function, &instrs, None, behind).into_iter().collect();

        let returns = exits.contains(&Exit::Return);
        let returned = if returns { self.results.clone() } else { Vec::new() };
        let (back, exits) = (back.into_iter().collect(), exits.into_iter().collect());
        Cut { part, instrs, given, back, values, returned, exits, goes_on }
    }

    /// The function that does it: a block around all, and in it one for each exit, so that a
    /// branch to that comes to where the exit's number is noted.
    fn function_of(&mut self, cut: &Cut) -> FunctionId {
        let ty = |local: &LocalId| self.module.locals.get(*local).ty();
        let params: Vec<ValType> = cut.given.iter().map(ty).collect();
        let mut results: Vec<ValType> =
            cut.has_number().then_some(ValType::I32).into_iter().collect();
        results.extend(cut.values.iter().chain(&cut.returned).copied());
        results.extend(cut.back.iter().map(ty));
        let mut copy = Copy {
            from: &self.function,
            builder: FunctionBuilder::new(&mut self.module.types, &params, &results),
            locals: HashMap::new(),
            seqs: HashMap::new(),
            module_locals: &mut self.module.locals,
            returned: Vec::new(),
        };
        copy.builder.name(cut.part.to_string());
        let args: Vec<LocalId> = cut.given.iter().map(|local| copy.local(*local)).collect();
        let number = copy.module_locals.add(ValType::I32);
        let values: Vec<LocalId> =
            cut.values.iter().map(|ty| copy.module_locals.add(*ty)).collect();
        copy.returned = cut.returned.iter().map(|ty| copy.module_locals.add(*ty)).collect();

        let all = copy.builder.dangling_instr_seq(None).id();
        let mut innermost = all;
        let mut blocks = Vec::new();
        for exit in &cut.exits {
            let outer = innermost;
            innermost = copy.builder.dangling_instr_seq(None).id();
            blocks.push((outer, innermost));
            let target = match exit {
                Exit::Label(to) => *to,
                Exit::Return => self.function.entry_block(),
            };
            copy.seqs.insert(target, innermost);
        }
        copy.instrs(&cut.instrs, innermost);
        if cut.goes_on {
            let mut body = copy.builder.instr_seq(innermost);
            values.iter().rev().for_each(|local| _ = body.local_set(*local));
            if innermost != all {
                body.br(all);
            }
        }
        for (index, (outer, block)) in blocks.into_iter().enumerate().rev() {
            let mut body = copy.builder.instr_seq(outer);
            body.instr(ir::Block { seq: block });
            if cut.has_number() {
                body.i32_const(index as i32 + 1).local_set(number);
            }
            if outer != all {
                body.br(all);
            }
        }
        let back: Vec<LocalId> = cut.back.iter().map(|local| copy.local(*local)).collect();
        let mut body = copy.builder.func_body();
        body.instr(ir::Block { seq: all });
        let number = cut.has_number().then_some(number);
        for local in number.iter().chain(&values).chain(&copy.returned).chain(&back) {
            body.local_get(*local);
        }
        copy.builder.finish(args, &mut self.module.funcs)
    }

    /// What stands in its place: a call, and what comes of it.
    fn call(&mut self, called: FunctionId, cut: &Cut) -> Vec<Placed> {
        let mut site = Vec::new();
        let mut put = |instr: Instr| site.push(at_no_place(instr));
        cut.given.iter().for_each(|local| put(ir::LocalGet { local: *local }.into()));
        put(ir::Call { func: called }.into());
        let mut fresh = |ty: &ValType| self.module.locals.add(*ty);
        let values: Vec<LocalId> = cut.values.iter().map(&mut fresh).collect();
        let returned: Vec<LocalId> = cut.returned.iter().map(&mut fresh).collect();
        let results = values.iter().chain(&returned).chain(&cut.back);
        results.rev().for_each(|local| put(ir::LocalSet { local: *local }.into()));

        // The exit's number lies on the stack. With two ways, it is asked for once.
        let number = fresh(&ValType::I32);
        let ways = cut.ways();
        if ways > 2 {
            put(ir::LocalSet { local: number }.into());
        }
        let gets = returned.iter().map(|local| ir::LocalGet { local: *local }.into());
        let to_return: Vec<Instr> = gets.chain([ir::Return {}.into()]).collect();
        for (index, exit) in cut.exits.iter().enumerate() {
            if index + 1 == ways {
                match exit {
                    Exit::Label(to) => put(ir::Br { block: *to }.into()),
                    Exit::Return => to_return.iter().cloned().for_each(&mut put),
                }
                continue;
            }
            if ways > 2 {
                put(ir::LocalGet { local: number }.into());
            }
            if ways > 2 || !cut.goes_on {
                put(ir::Const { value: Value::I32(index as i32 + 1) }.into());
                put(ir::Binop { op: ir::BinaryOp::I32Eq }.into());
            }
            match exit {
                Exit::Label(to) => put(ir::BrIf { block: *to }.into()),
                Exit::Return => {
                    let builder = self.function.builder_mut();
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
        if cut.goes_on {
            values.iter().for_each(|local| put(ir::LocalGet { local: *local }.into()));
        }
        site
    }
}

/// What is taken out of a function.
struct Cut {
    /// The part that gets it.
    part: usize,
    instrs: Vec<Placed>,
    /// The locals that it reads before it sets them, or hands back without having set them.
    given: Vec<LocalId>,
    /// Those that it sets and that are read later.
    back: Vec<LocalId>,
    /// What it leaves on the stack where control goes on behind it.
    values: Vec<ValType>,
    /// What it returns from the function that it is of.
    returned: Vec<ValType>,
    exits: Vec<Exit>,
    goes_on: bool,
}

impl Cut {
    /// How many places control may go to.
    fn ways(&self) -> usize {
        self.exits.len() + usize::from(self.goes_on)
    }

    /// Whether the function has to say where control goes: 0 for on behind it, else an exit's
    /// number, counted from 1. It is the first of its results.
    fn has_number(&self) -> bool {
        self.ways() > 1
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

/// Instructions on their way into a function of their own.
struct Copy<'a> {
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

impl Copy<'_> {
    fn local(&mut self, there: LocalId) -> LocalId {
        let ty = self.module_locals.get(there).ty();
        *self.locals.entry(there).or_insert_with(|| self.module_locals.add(ty))
    }

    fn instrs(&mut self, instrs: &[Placed], to: InstrSeqId) {
        for (instr, _) in instrs {
            for there in inner(instr) {
                let here = self.builder.dangling_instr_seq(self.from.block(there).ty).id();
                self.seqs.insert(there, here);
                let body = self.from.block(there).instrs.clone();
                self.instrs(&body, here);
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
fn locals_set(function: &LocalFunction, instrs: &[Placed], set: &mut Locals) {
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
