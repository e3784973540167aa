//! The syntax tree of a JSON file, in which every value keeps its byte offset.

use std::borrow::Cow;

/// A value and the byte offset at which it starts.
#[derive(Debug)]
pub struct Value<'t> {
    pub at: usize,
    pub kind: Kind<'t>,
}

/// The type and content of a value.
#[derive(Debug)]
pub enum Kind<'t> {
    Null,
    Flag(bool),
    /// A number's digits as they are written.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Object(Vec<Property<'t>>),
}

/// A property of an object.
#[derive(Debug)]
pub struct Property<'t> {
    pub name: Cow<'t, str>,
    pub value: Value<'t>,
}

impl<'t> Value<'t> {
    /// The value of the first property `name`, if this is an object that has one.
    pub fn field(&self, name: &str) -> Option<&Value<'t>> {
        match &self.kind {
            Kind::Object(properties) => field(properties, name),
            _ => None,
        }
    }

    /// The element `i`, if this is a list that has one.
    pub fn element(&self, i: usize) -> Option<&Value<'t>> {
        match &self.kind {
            Kind::List(values) => values.get(i),
            _ => None,
        }
    }
}

/// The value of the first of `properties` called `name`.
pub fn field<'p, 't>(properties: &'p [Property<'t>], name: &str) -> Option<&'p Value<'t>> {
    properties.iter().find(|property| property.name == name).map(|property| &property.value)
}
