//! A serde deserializer over the syntax tree, which finds all errors of a file and not only the first.
//!
//! serde stops at the first error; this reader never gives it one. Where a value is wrong or missing the [`Reader`]
//! records that, and a stand-in is handed over (an empty text, zero, an empty object), so that one pass finds all
//! errors. What was read counts only if there were none.
//!
//! These methods are compiled once for each type they read, so they hold nothing that the
//! reader, which is compiled once, can do. An object is read as the sequence of its type's
//! fields: the reader finds each by its name, and no type needs code that knows its names.

use std::fmt;
use std::slice;

use serde::de::value::U32Deserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};

use super::expected::Expected;
use super::reader::Reader;
use super::tree::{Kind, Property, Value};

/// The error type that serde asks for. It is empty: what is wrong and where is recorded in the [`Reader`].
#[derive(Debug)]
pub struct AlreadyReported;

impl fmt::Display for AlreadyReported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("noted")
    }
}

impl std::error::Error for AlreadyReported {}

impl de::Error for AlreadyReported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        AlreadyReported
    }
}

/// A value of the syntax tree as serde reads it; `None` where the value is missing.
pub struct Node<'r, 't> {
    value: Option<&'t Value<'t>>,
    reader: &'r mut Reader,
}

impl<'r, 't> Node<'r, 't> {
    pub const fn new(value: &'t Value<'t>, reader: &'r mut Reader) -> Self {
        Node { value: Some(value), reader }
    }
}

impl<'t> Deserializer<'t> for Node<'_, 't> {
    type Error = AlreadyReported;

    /// Only an amount accepts more than one type: a text, or a number's digits as they are written.
    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        let digits = self.reader.decimal(self.value);
        // The reader has validated the digits, so the visitor refuses nothing; if it did, that would be reported.
        visitor.visit_str(digits).inspect_err(|_: &AlreadyReported| self.reader.wrong(self.value, Expected::Decimal))
    }
    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_str(self.reader.text(self.value))
    }
    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_str(self.reader.text(self.value))
    }
    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_bool(self.reader.flag(self.value))
    }
    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_u8(self.reader.whole(self.value, u8::MAX.into()).try_into().unwrap_or_default())
    }
    fn deserialize_u16<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_u16(self.reader.whole(self.value, u16::MAX.into()).try_into().unwrap_or_default())
    }
    fn deserialize_u32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_u32(self.reader.whole(self.value, u32::MAX))
    }
    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        match self.value {
            None | Some(Value { kind: Kind::Null, .. }) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }
    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_seq(Elements { values: self.reader.list(self.value).iter(), reader: self.reader })
    }
    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, AlreadyReported> {
        visitor.visit_map(Entries { properties: self.reader.entries(self.value), read: 0, reader: self.reader })
    }
    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, AlreadyReported> {
        let object = self.reader.object(self.value, fields);
        visitor.visit_seq(Fields { object, names: fields.iter(), reader: self.reader })
    }
    fn deserialize_enum<V: Visitor<'t>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, AlreadyReported> {
        let variant: U32Deserializer<AlreadyReported> =
            self.reader.choice(self.value, name, variants).into_deserializer();
        visitor.visit_enum(variant)
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 i128 u64 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct identifier ignored_any
    }
}

/// The fields of a type in its order, each found by its name in the object.
struct Fields<'r, 't> {
    object: Option<(usize, &'t [Property<'t>])>,
    names: slice::Iter<'static, &'static str>,
    reader: &'r mut Reader,
}

impl<'t> de::SeqAccess<'t> for Fields<'_, 't> {
    type Error = AlreadyReported;

    /// Always returns an element: inlined, that lets the compiler leave out what the derived code does about a sequence
    /// that ends too early.
    #[inline]
    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, AlreadyReported> {
        self.read(seed).map(Some)
    }
}

impl<'t> Fields<'_, 't> {
    #[inline(never)]
    fn read<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<T::Value, AlreadyReported> {
        let value = self.value();
        seed.deserialize(Node { value, reader: self.reader })
    }

    #[inline(never)]
    fn value(&mut self) -> Option<&'t Value<'t>> {
        self.reader.field(self.object, self.names.next())
    }
}

/// The elements of a list.
struct Elements<'r, 't> {
    values: slice::Iter<'t, Value<'t>>,
    reader: &'r mut Reader,
}

impl<'t> de::SeqAccess<'t> for Elements<'_, 't> {
    type Error = AlreadyReported;

    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, AlreadyReported> {
        match self.values.next() {
            Some(value) => seed.deserialize(Node::new(value, self.reader)).map(Some),
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.values.len())
    }
}

/// The entries of an object that may have any names.
struct Entries<'r, 't> {
    properties: &'t [Property<'t>],
    read: usize,
    reader: &'r mut Reader,
}

impl<'t> de::MapAccess<'t> for Entries<'_, 't> {
    type Error = AlreadyReported;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, AlreadyReported> {
        let Some(property) = self.properties.get(self.read) else { return Ok(None) };
        self.reader.entry(self.properties, self.read);
        let name: de::value::StrDeserializer<AlreadyReported> = property.name.as_ref().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, AlreadyReported> {
        let value = self.properties.get(self.read).map(|property| &property.value);
        self.read += 1;
        seed.deserialize(Node { value, reader: self.reader })
    }
}
