//! Rust's values as JavaScript's plain objects.
//!
//! What `serde-wasm-bindgen` does, without its choices and its cache of keys: they
//! are most of its size. Here short texts are kept, keys or not: nearly all of a frame's
//! come again with the next.

use downhill_core::numeric::digest;
use js_sys::{Array, Reflect};
use serde::ser::{self, Impossible, Serialize, Serializer};
use std::cell::RefCell;
use std::fmt;
use wasm_bindgen::prelude::*;

/// A value as a plain object.
#[inline(never)]
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(Plain).map_err(|error| JsError::new(&error.0))
}

/// Why a value has no plain object.
#[derive(Debug)]
struct Failed(String);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(message: T) -> Failed {
        Failed(message.to_string())
    }
}

type Done<T = JsValue> = Result<T, Failed>;

/// How many texts are kept, as a power of two, and how long they may be.
const PLACES: u32 = 10;
const LONGEST: usize = 48;

thread_local! {
    /// Texts that the browser has already, each in the one place it can be in: to hand one
    /// over costs more than to find it here.
    static KNOWN: RefCell<Vec<(String, JsValue)>> =
        RefCell::new(vec![(String::new(), JsValue::from_str("")); 1 << PLACES]);
}

fn text(value: &str) -> JsValue {
    if value.len() > LONGEST {
        return JsValue::from_str(value);
    }
    let hash = digest::of_text(value);
    KNOWN.with_borrow_mut(|known| {
        let place = &mut known[(hash ^ hash >> (32 - PLACES)) as usize & ((1 << PLACES) - 1)];
        if place.0 != value {
            *place = (value.to_string(), JsValue::from_str(value));
        }
        place.1.clone()
    })
}

struct Plain;

/// A list being filled.
struct List(Array);

/// An object being filled, and the key whose value comes next.
struct Fields {
    object: JsValue,
    key: JsValue,
}

impl Fields {
    fn new() -> Fields {
        Fields { object: js_sys::Object::new().into(), key: JsValue::NULL }
    }

    #[inline(never)]
    fn put(&self, key: &JsValue, value: &JsValue) {
        // A property of a plain object of one's own can always be set.
        let _ = Reflect::set(&self.object, key, value);
    }
}

/// Numbers, all of which are JavaScript's one kind.
macro_rules! number {
    ($($name:ident: $type:ty),*) => {
        $(fn $name(self, value: $type) -> Done {
            Ok(JsValue::from_f64(value as f64))
        })*
    };
}

impl Serializer for Plain {
    type Ok = JsValue;
    type Error = Failed;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = Impossible<JsValue, Failed>;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Impossible<JsValue, Failed>;

    number!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32, serialize_f64: f64
    );

    fn serialize_bool(self, value: bool) -> Done {
        Ok(value.into())
    }

    fn serialize_char(self, value: char) -> Done {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Done {
        Ok(text(value))
    }

    fn serialize_bytes(self, value: &[u8]) -> Done {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Done {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Done {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Done {
        self.collect_map([(name, value)])
    }

    fn serialize_seq(self, _: Option<usize>) -> Done<List> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple(self, _: usize) -> Done<List> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Done<List> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Done<Self::SerializeTupleVariant> {
        Err(ser::Error::custom(name))
    }

    fn serialize_map(self, _: Option<usize>) -> Done<Fields> {
        Ok(Fields::new())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Done<Fields> {
        Ok(Fields::new())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Done<Self::SerializeStructVariant> {
        Err(ser::Error::custom(name))
    }
}

impl ser::SerializeSeq for List {
    type Ok = JsValue;
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done<()> {
        self.0.push(&value.serialize(Plain)?);
        Ok(())
    }

    fn end(self) -> Done {
        Ok(self.0.into())
    }
}

impl ser::SerializeTuple for List {
    type Ok = JsValue;
    type Error = Failed;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done<()> {
        ser::SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Done {
        Ok(self.0.into())
    }
}

impl ser::SerializeTupleStruct for List {
    type Ok = JsValue;
    type Error = Failed;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Done<()> {
        ser::SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Done {
        Ok(self.0.into())
    }
}

impl ser::SerializeMap for Fields {
    type Ok = JsValue;
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done<()> {
        self.key = key.serialize(Plain)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done<()> {
        self.put(&self.key, &value.serialize(Plain)?);
        Ok(())
    }

    fn end(self) -> Done {
        Ok(self.object)
    }
}

impl ser::SerializeStruct for Fields {
    type Ok = JsValue;
    type Error = Failed;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done<()> {
        self.put(&text(key), &value.serialize(Plain)?);
        Ok(())
    }

    fn end(self) -> Done {
        Ok(self.object)
    }
}
