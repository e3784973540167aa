//! serde's view of the syntax tree: types on one side, values with places on the other.

use std::fmt;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, Unexpected, Visitor};

use super::recovery::Recovery;
use super::Problem;
use crate::money::DECIMAL;
use crate::words::Lang;

/// Why a value could not be read, and at which byte the value starts.
#[derive(Debug)]
pub struct Error {
    /// `None` where the recovery has noted it already and only the way up remains.
    pub problem: Option<Problem>,
    pub at: Option<usize>,
}

impl Error {
    /// Noted already.
    const NOTED: Error = Error { problem: None, at: None };

    const fn new(problem: Problem) -> Self {
        Error { problem: Some(problem), at: None }
    }

    const fn at(problem: Problem, at: usize) -> Self {
        Error { problem: Some(problem), at: Some(at) }
    }

    const fn unexpected(found: String, expected: String) -> Self {
        Error::new(Problem::Unexpected { found, expected })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.as_ref().map_or(Ok(()), |problem| f.write_str(&problem.sentence(Lang::En)))
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Error::new(Problem::Syntax(message.to_string()))
    }
    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        Error::unexpected(shown(&found), expected.to_string())
    }
    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        Error::unexpected(shown(&found), expected.to_string())
    }
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        if expected == ["budget-lens/1"] {
            return Error::new(Problem::Version(quoted(variant)));
        }
        let choices: Vec<_> = expected.iter().map(|name| quoted(name)).collect();
        Error::unexpected(quoted(variant), format!("one of {}", choices.join(", ")))
    }
    fn missing_field(field: &'static str) -> Self {
        Error::new(Problem::Missing(field))
    }
    fn duplicate_field(field: &'static str) -> Self {
        Error::new(Problem::Twice(field.into()))
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", clipped(text))
}

/// A stranger's text may be a megabyte; a sentence shows its beginning.
fn clipped(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.into(),
    }
}

fn shown(found: &Unexpected) -> String {
    match found {
        Unexpected::Str(text) => quoted(text),
        Unexpected::Bool(value) => value.to_string(),
        Unexpected::Other(what) => clipped(what),
        Unexpected::Unit => "null".into(),
        Unexpected::Seq => "[…]".into(),
        Unexpected::Map => "{…}".into(),
        _ => "?".into(),
    }
}

/// A value of the tree, as serde reads it.
#[derive(Clone, Copy)]
pub struct Node<'r, 't> {
    value: &'t Value<'t>,
    recovery: &'r Recovery<'t>,
}

impl<'r, 't> Node<'r, 't> {
    pub const fn new(value: &'t Value<'t>, recovery: &'r Recovery<'t>) -> Self {
        Node { value, recovery }
    }

    fn found(self) -> Unexpected<'t> {
        match self.value {
            Value::StringLit(text) => Unexpected::Str(&text.value),
            Value::NumberLit(number) => Unexpected::Other(number.value),
            Value::BooleanLit(value) => Unexpected::Bool(value.value),
            Value::Object(_) => Unexpected::Map,
            Value::Array(_) => Unexpected::Seq,
            Value::NullKeyword(_) => Unexpected::Unit,
        }
    }

    fn refuse(self, expected: &dyn Expected) -> Error {
        Error { at: Some(self.value.start()), ..de::Error::invalid_type(self.found(), expected) }
    }

    /// Gives an error its place, unless it has one of something inside.
    fn placed<T>(self, result: Result<T, Error>) -> Result<T, Error> {
        result.map_err(|error| Error { at: error.at.or_else(|| Some(self.value.start())), ..error })
    }

    fn map<V: Visitor<'t>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        let Value::Object(object) = self.value else { return Err(self.refuse(&visitor)) };
        if let Some(error) = self.twice(object) {
            return Err(error);
        }
        let entries = Entries { properties: object.properties.iter(), value: None, fields, recovery: self.recovery };
        self.placed(visitor.visit_map(entries))
    }

    /// An error for the first name that stands twice in `object`.
    fn twice(self, object: &Object) -> Option<Error> {
        let properties = &object.properties;
        let again = properties.iter().enumerate().find_map(|(i, property)| {
            let name = property.name.as_str();
            let earlier = properties[..i].iter().any(|p| p.name.as_str() == name);
            (earlier && !self.recovery.passes_over(&property.value)).then_some(property)
        })?;
        Some(Error::at(Problem::Twice(again.name.as_str().into()), again.value.start()))
    }

    fn integer<N: std::str::FromStr>(self, expected: &dyn Expected) -> Result<N, Error> {
        match self.value {
            Value::NumberLit(number) => number.value.parse().map_err(|_| self.refuse(expected)),
            _ => Err(self.refuse(expected)),
        }
    }
}

/// The types that the format does not use are read as what they are and refused by their visitor.
impl<'t> Deserializer<'t> for Node<'_, 't> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        Err(self.refuse(&visitor))
    }
    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::StringLit(text) => self.placed(visitor.visit_str(&text.value)),
            _ => Err(self.refuse(&visitor)),
        }
    }
    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }
    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }
    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::BooleanLit(literal) => visitor.visit_bool(literal.value),
            _ => Err(self.refuse(&visitor)),
        }
    }
    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let number = self.integer(&visitor)?;
        visitor.visit_u8(number)
    }
    fn deserialize_u16<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let number = self.integer(&visitor)?;
        visitor.visit_u16(number)
    }
    fn deserialize_u32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let number = self.integer(&visitor)?;
        visitor.visit_u32(number)
    }
    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::NullKeyword(_) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }
    fn deserialize_newtype_struct<V: Visitor<'t>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            // A number's digits as they are written: no float in between.
            Value::NumberLit(number) if name == DECIMAL => self.placed(visitor.visit_str(number.value)),
            _ => self.deserialize_str(visitor),
        }
    }
    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Array(array) => {
                let elements = Elements { values: array.elements.iter(), recovery: self.recovery };
                self.placed(visitor.visit_seq(elements))
            }
            _ => Err(self.refuse(&visitor)),
        }
    }
    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.map(&[], visitor)
    }
    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.map(fields, visitor)
    }
    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.value {
            Value::StringLit(text) => {
                let variant: StrDeserializer<Error> = text.value.as_ref().into_deserializer();
                self.placed(visitor.visit_enum(variant))
            }
            _ if variants == ["budget-lens/1"] => {
                Err(Error::at(Problem::Version(shown(&self.found())), self.value.start()))
            }
            _ => Err(self.refuse(&"a string")),
        }
    }
    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 i128 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

/// The elements of a list. After an element that cannot be read, which the recovery notes, the
/// list can be read on: `budget::every` does.
struct Elements<'r, 't> {
    values: std::slice::Iter<'t, Value<'t>>,
    recovery: &'r Recovery<'t>,
}

impl<'t> de::SeqAccess<'t> for Elements<'_, 't> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        match self.values.find(|value| !self.recovery.passes_over(value)) {
            Some(value) => read(seed, value, self.recovery).map(Some),
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.values.len())
    }
}

/// The fields of an object. After a field that cannot be read the object can be read on.
struct Entries<'r, 't> {
    properties: std::slice::Iter<'t, ObjectProp<'t>>,
    value: Option<&'t Value<'t>>,
    /// The names that the type has; none where any name will do.
    fields: &'static [&'static str],
    recovery: &'r Recovery<'t>,
}

impl<'t> de::MapAccess<'t> for Entries<'_, 't> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let recovery = self.recovery;
        let Some(property) = self.properties.find(|p| !recovery.passes_over(&p.value)) else { return Ok(None) };
        let name = property.name.as_str();
        if !self.fields.is_empty() && !self.fields.contains(&name) && name != "$schema" {
            let like = self.fields.iter().copied().find(|field| alike(field, name));
            self.recovery.note(property.value.start(), Problem::Unknown { name: clipped(name), like });
        }
        self.value = Some(&property.value);
        let key: StrDeserializer<Error> = name.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.value.take() {
            Some(value) => read(seed, value, self.recovery),
            None => Err(Error::NOTED),
        }
    }
}

fn read<'t, S: DeserializeSeed<'t>>(seed: S, value: &'t Value<'t>, recovery: &Recovery<'t>) -> Result<S::Value, Error> {
    seed.deserialize(Node::new(value, recovery)).map_err(|error| {
        recovery.note_fault(value, error);
        Error::NOTED
    })
}

/// Whether a name was probably meant to be `field`: one letter off, or another case or dash.
fn alike(field: &str, name: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('-', "_");
    let (field, name) = (plain(field), plain(name));
    let (short, long) = if field.len() < name.len() { (&field, &name) } else { (&name, &field) };
    let head = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let tail = short.bytes().rev().zip(long.bytes().rev()).take_while(|(a, b)| a == b).count();
    long.len() - short.len() <= 1 && head + tail + 1 >= short.len().max(2)
}
