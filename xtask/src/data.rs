//! What stands in a module's memory from the start, object by object, and which functions
//! look at it: so that each part of the module brings along what it needs.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::ops::Range;
use walrus::ir::{self, Value, Visitor};
use walrus::{ConstExpr, DataKind, LocalFunction, MemoryId, Module};

/// Memory as it is at the start, and the objects in it.
#[derive(Debug, Default)]
pub struct Data {
    /// Where `bytes` begin.
    start: u32,
    bytes: Vec<u8>,
    /// In the order of their addresses.
    objects: Vec<Object>,
}

/// A constant or a variable.
#[derive(Debug)]
struct Object {
    place: Range<u32>,
    /// It never changes, so that a part that comes later may bring it along.
    constant: bool,
}

impl Data {
    /// Reads a module, and the linker's map of it.
    pub fn of(module: &Module, map: &str) -> Result<Data> {
        let places: Vec<(Range<u32>, &str)> = map.lines().filter_map(object).collect();
        let start = places.iter().map(|(place, _)| place.start).min();
        let end = places.iter().map(|(place, _)| place.end).max();
        let (start, end) = start.zip(end).context("the linker's map names no data")?;
        let mut bytes = vec![0; (end - start) as usize];
        for data in module.data.iter() {
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind
            else {
                bail!("data do not stand at fixed places");
            };
            let at = (at as u32).checked_sub(start).context("the map does not name all data")?;
            // Behind the last object there may be zeros.
            let room = bytes.iter_mut().skip(at as usize);
            room.zip(&data.value).for_each(|(to, byte)| *to = *byte);
        }
        let mut data = Data { start, bytes, objects: Vec::new() };
        for (place, section) in places {
            let constant = section.starts_with(".rodata");
            // The linker merges texts that end with a zero, and names them together.
            let pieces = match section {
                ".rodata" => data.texts(&place),
                _ => vec![place],
            };
            data.objects.extend(pieces.into_iter().map(|place| Object { place, constant }));
        }
        data.objects.sort_by_key(|object| object.place.start);
        Ok(data)
    }

    fn bytes(&self, place: &Range<u32>) -> &[u8] {
        &self.bytes[(place.start - self.start) as usize..(place.end - self.start) as usize]
    }

    /// The texts in a place, each with the zero at its end.
    fn texts(&self, place: &Range<u32>) -> Vec<Range<u32>> {
        let mut start = place.start;
        let texts = self.bytes(place).split_inclusive(|byte| *byte == 0).map(|text| {
            let end = start + text.len() as u32;
            std::mem::replace(&mut start, end)..end
        });
        texts.collect()
    }

    /// The object at an address.
    fn at(&self, address: u32) -> Option<usize> {
        let after = self.objects.partition_point(|object| object.place.start <= address);
        let index = after.checked_sub(1)?;
        (address < self.objects[index].place.end).then_some(index)
    }

    /// The objects that functions look at, directly or through others.
    pub fn of_functions<'a>(
        &self,
        functions: impl IntoIterator<Item = &'a LocalFunction>,
    ) -> BTreeSet<usize> {
        let mut addresses = Addresses::default();
        for function in functions {
            ir::dfs_in_order(&mut addresses, function, function.entry_block());
        }
        let at = addresses.0.iter().filter_map(|address| self.at(*address));
        let ending = addresses.0.iter().filter_map(|address| self.ending(*address));
        self.reached(at.chain(ending))
    }

    /// The object that a word among the data points to.
    fn pointed_at(&self, word: u32) -> Option<usize> {
        let index = self.at(word)?;
        (word == self.objects[index].place.start || !self.is_long_text(index)).then_some(index)
    }

    /// The table that ends at an address: a loop may count up to its end, and name that alone.
    fn ending(&self, address: u32) -> Option<usize> {
        let index = self.at(address.checked_sub(1)?)?;
        let Range { start, end } = self.objects[index].place;
        let is_table = [start, end].iter().all(|it| it % 4 == 0) && !self.is_long_text(index);
        (end == address && is_table).then_some(index)
    }

    /// Whether it is a text of some pages. A number may look like an address by chance, and
    /// does the more easily the larger an object is: such a text is read from where it begins.
    fn is_long_text(&self, index: usize) -> bool {
        const LONG: u32 = 4096;
        let place = &self.objects[index].place;
        let text = || str::from_utf8(self.bytes(place)).is_ok_and(|text| !text.contains('\0'));
        place.end - place.start >= LONG && text()
    }

    /// Everything that changes, and what it points to.
    pub fn variables(&self) -> BTreeSet<usize> {
        let objects = self.objects.iter().enumerate();
        self.reached(objects.filter(|(_, object)| !object.constant).map(|(index, _)| index))
    }

    /// These objects, and all that they point to.
    fn reached(&self, from: impl Iterator<Item = usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<usize> = from.collect();
        while let Some(index) = open.pop() {
            if reached.insert(index) {
                let place = &self.objects[index].place;
                let aligned = place.start.next_multiple_of(4).min(place.end)..place.end;
                let (words, _) = self.bytes(&aligned).as_chunks();
                let words = words.iter().map(|word| u32::from_le_bytes(*word));
                open.extend(words.filter_map(|word| self.pointed_at(word)));
            }
        }
        reached
    }

    /// Puts the memory's data into a module anew: these objects alone.
    pub fn put(&self, module: &mut Module, memory: MemoryId, objects: &BTreeSet<usize>) {
        /// A piece of data more takes about as many bytes.
        const GAP: u32 = 8;
        let old: Vec<_> = module.data.iter().map(|data| data.id()).collect();
        old.into_iter().for_each(|id| module.data.delete(id));
        module.memories.get_mut(memory).data_segments.clear();
        let mut pieces: Vec<Range<u32>> = Vec::new();
        for index in objects {
            let place = self.objects[*index].place.clone();
            if self.bytes(&place).iter().all(|byte| *byte == 0) {
                continue;
            }
            match pieces.last_mut() {
                Some(piece) if place.start <= piece.end + GAP => piece.end = place.end,
                _ => pieces.push(place),
            }
        }
        for place in pieces {
            let offset = ConstExpr::Value(Value::I32(place.start as i32));
            let kind = DataKind::Active { memory, offset };
            let id = module.data.add(kind, self.bytes(&place).to_vec());
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
}

/// The place and the section of an object, from a line of the linker's map: address, offset,
/// size, `FILE:(SECTION)`. Other lines have no address or no section.
fn object(line: &str) -> Option<(Range<u32>, &str)> {
    let mut words = line.split_whitespace();
    let mut hex = || u32::from_str_radix(words.next()?, 16).ok();
    let (address, _offset, size) = (hex()?, hex()?, hex()?);
    let (_, section) = line.rsplit_once(":(")?;
    Some((address..address + size, section.strip_suffix(')')?))
}

/// All numbers in a function that may be addresses.
#[derive(Default)]
struct Addresses(BTreeSet<u32>);

impl<'a> Visitor<'a> for Addresses {
    fn visit_const(&mut self, constant: &ir::Const) {
        // Two addresses side by side may stand as one number.
        let bits = match constant.value {
            Value::I32(value) => value as u32 as u128,
            Value::I64(value) => value as u64 as u128,
            Value::F32(value) => value.to_bits().into(),
            Value::F64(value) => value.to_bits().into(),
            Value::V128(value) => value,
        };
        self.0.extend([0, 32, 64, 96].map(|at| (bits >> at) as u32));
    }

    fn visit_load(&mut self, load: &ir::Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &ir::Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }

    fn visit_load_simd(&mut self, load: &ir::LoadSimd) {
        self.0.extend(u32::try_from(load.arg.offset));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    /// A module with a word that points to a text, a text behind it, and a variable; each
    /// line of the map names one.
    const MAP: &str = "
    Addr      Off     Size Out     In      Symbol
       -      100       20         code.o:(run)
  100000      200       10 .rodata
  100000      200        4         code.o:(.rodata..Lanon.1)
  100000      200        4                 .Lanon.1
  100004      204        a         <internal>:(.rodata)
  100010      210        4         code.o:(.data.COUNT)
";

    fn module() -> Module {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 17, None, None);
        let bytes = b"\x04\x00\x10\x00here\0past\0\0\0\x01\0\0\0".to_vec();
        let offset = ConstExpr::Value(Value::I32(0x10_0000));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
        let mut run = FunctionBuilder::new(&mut module.types, &[], &[ValType::I64]);
        run.func_body().i64_const(0x10_0000 << 32 | 7);
        let run = run.finish(vec![], &mut module.funcs);
        module.exports.add("run", run);
        module.exports.add("memory", memory);
        module
    }

    #[test]
    fn a_function_needs_what_it_names_and_what_that_points_to() -> Result<()> {
        let mut module = module();
        let data = Data::of(&module, MAP)?;
        let places: Vec<_> = data.objects.iter().map(|it| it.place.clone()).collect();
        assert_eq!(
            places,
            [0..4, 4..9, 9..14, 16..20].map(|it| it.start + 0x10_0000..it.end + 0x10_0000)
        );
        let functions: Vec<_> = module.funcs.iter_local().map(|(_, function)| function).collect();
        let needed = data.of_functions(functions);
        assert_eq!(needed, BTreeSet::from([0, 1]));
        assert_eq!(data.variables(), BTreeSet::from([3]));

        let memory = module.memories.iter().next().context("a memory")?.id();
        data.put(&mut module, memory, &needed);
        let left: Vec<_> = module.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(left, [b"\x04\x00\x10\x00here\0".to_vec()]);
        Ok(())
    }

    #[test]
    fn a_long_text_is_needed_by_who_names_where_it_begins() -> Result<()> {
        const MAP: &str = "
  100000      200        4         code.o:(.data.COUNT)
  100010      210     2000         code.o:(.rodata..Lanon.1)
";
        // A word and the long object; a function that names the word's value.
        let needed = |word: u32, byte: u8| -> Result<[usize; 2]> {
            let mut module = Module::default();
            let memory = module.memories.add_local(false, false, 17, None, None);
            let offset = ConstExpr::Value(Value::I32(0x10_0000));
            let bytes = [&word.to_le_bytes()[..], &[0; 12], &[byte; 0x2000]].concat();
            module.data.add(DataKind::Active { memory, offset }, bytes);
            let mut run = FunctionBuilder::new(&mut module.types, &[], &[]);
            run.func_body().i32_const(word as i32).drop();
            let run = run.finish(vec![], &mut module.funcs);
            module.exports.add("run", run);
            let data = Data::of(&module, MAP)?;
            let functions = module.funcs.iter_local().map(|(_, function)| function);
            Ok([data.variables().len() - 1, data.of_functions(functions).len()])
        };
        let (begin, middle, end) = (0x10_0010, 0x10_0044, 0x10_2010);
        assert_eq!(needed(begin, b'a')?, [1, 1]);
        assert_eq!(needed(middle, b'a')?, [0, 1]);
        assert_eq!(needed(end, b'a')?, [0, 0]);
        // A table may be read from anywhere.
        assert_eq!(needed(middle, 0)?, [1, 1]);
        assert_eq!(needed(end, 0)?, [0, 1]);
        Ok(())
    }
}
