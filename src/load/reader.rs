//! Validates each value of the syntax tree as it is read, and records what is wrong.

use super::excerpt::{clipped, quoted};
use super::expected::Expected;
use super::tree::{self, Kind, Property, Value};
use super::{DiagnosticKind, MAX_COLUMNS, MAX_DIAGNOSTICS};
use crate::budget::title;
use crate::money::Malformed;

/// Problems, each with the byte offset at which the value concerned starts, in the file's order.
pub type Found = Vec<(usize, DiagnosticKind)>;

/// The properties of an object, and the byte offset at which it starts.
pub type Fields<'t> = (usize, &'t [Property<'t>]);

/// Reads the values of a syntax tree and records what is wrong with them.
#[derive(Default)]
pub struct Reader {
    /// The errors.
    pub errors: Found,
    /// The error of a file in another format.
    pub other_format: Option<(usize, DiagnosticKind)>,
    /// Notes on what is unusual but not wrong.
    pub warnings: Found,
    /// The field that is being read although its object, which starts at this byte offset, does not have it.
    absent: Option<(usize, &'static str)>,
}

impl Reader {
    /// Records an error.
    pub fn error(&mut self, at: usize, kind: DiagnosticKind) {
        note(&mut self.errors, at, kind);
    }

    /// Records that `value` is not what was expected, or that it is missing; fields of an object that is missing itself
    /// are not reported.
    pub fn wrong(&mut self, value: Option<&Value>, expected: Expected) {
        if let Some(value) = value {
            self.error(value.at, DiagnosticKind::Unexpected { found: shown(value), expected });
        } else if let Some((at, name)) = self.absent.take() {
            self.error(at, DiagnosticKind::Missing(name));
        }
    }

    pub fn text<'t>(&mut self, value: Option<&'t Value<'t>>) -> &'t str {
        if let Some(Value { kind: Kind::Text(text), .. }) = value {
            return text;
        }
        self.wrong(value, Expected::Text);
        ""
    }

    /// The text of an amount that can be parsed.
    pub fn decimal<'t>(&mut self, value: Option<&'t Value<'t>>) -> &'t str {
        let text = match value.map(|value| &value.kind) {
            Some(Kind::Text(text)) => text.as_ref(),
            Some(Kind::Number(digits)) => digits,
            _ => "",
        };
        match Malformed::of(text) {
            None => return text,
            Some(Malformed::NotDecimal) => self.wrong(value, Expected::Decimal),
            Some(Malformed::TooLong) => self.wrong(value, Expected::ShortDecimal),
        }
        "0"
    }

    /// A flag; one that is absent is not set.
    pub fn flag(&mut self, value: Option<&Value>) -> bool {
        match value.map(|value| &value.kind) {
            None => false,
            Some(Kind::Flag(flag)) => *flag,
            Some(_) => {
                self.wrong(value, Expected::Flag);
                false
            }
        }
    }

    /// A whole number from 0 to `most`.
    pub fn whole(&mut self, value: Option<&Value>, most: u32) -> u32 {
        let number = match value.map(|value| &value.kind) {
            Some(Kind::Number(digits)) => digits.parse().ok().filter(|&number| number <= most),
            _ => None,
        };
        if number.is_none() {
            self.wrong(value, Expected::Whole(most));
        }
        number.unwrap_or(0)
    }

    /// The index of the value among `choices`. If the last choice is `other`, they are the kinds of tables, and any
    /// other word counts as that one.
    pub fn choice(&mut self, value: Option<&Value>, name: &str, choices: &'static [&'static str]) -> u32 {
        if let Some(Value { kind: Kind::Text(text), .. }) = value {
            let index = |i: usize| u32::try_from(i).unwrap_or(0);
            if let Some(i) = choices.iter().position(|choice| **choice == **text) {
                return index(i);
            }
            if let [.., "other"] = choices {
                // A table's kind may be said by its official title; any other word may stand there, too.
                return index(title::kind(text).map_or(choices.len() - 1, |kind| kind as usize));
            }
        }
        match value {
            Some(value) if name == "Format" => {
                self.other_format = Some((value.at, DiagnosticKind::Version(shown(value))));
            }
            _ => self.wrong(value, Expected::OneOf(choices)),
        }
        0
    }

    /// Records a note on something that is unusual but not wrong.
    pub fn warn(&mut self, at: usize, kind: DiagnosticKind) {
        note(&mut self.warnings, at, kind);
    }

    pub fn list<'t>(&mut self, value: Option<&'t Value<'t>>) -> &'t [Value<'t>] {
        if let Some(Value { kind: Kind::List(values), .. }) = value {
            return values;
        }
        self.wrong(value, Expected::List);
        &[]
    }

    /// The properties of an object with any names; none where it is absent.
    pub fn entries<'t>(&mut self, value: Option<&'t Value<'t>>) -> &'t [Property<'t>] {
        match value.map(|value| &value.kind) {
            None => &[],
            Some(Kind::Object(properties)) if properties.len() > MAX_COLUMNS => {
                self.error(value.map_or(0, |value| value.at), DiagnosticKind::TooWide);
                &[]
            }
            Some(Kind::Object(properties)) => properties,
            Some(_) => {
                self.wrong(value, Expected::Object);
                &[]
            }
        }
    }

    /// Records an error if the entry with index `read` has the name of an earlier one.
    pub fn entry(&mut self, properties: &[Property], read: usize) {
        let (earlier, rest) = properties.split_at(read);
        if let [property, ..] = rest
            && earlier.iter().any(|other| other.name == property.name)
        {
            self.twice(property);
        }
    }

    /// An object with the given fields; other fields are noted and ignored.
    pub fn object<'t>(&mut self, value: Option<&'t Value<'t>>, fields: &[&'static str]) -> Option<Fields<'t>> {
        let Some(&Value { at, kind: Kind::Object(ref properties) }) = value else {
            self.wrong(value, Expected::Object);
            return None;
        };
        let mut seen = 0_u64;
        for property in properties {
            let name = property.name.as_ref();
            if let Some(i) = fields.iter().position(|field| *field == name) {
                let bit = 1_u64.wrapping_shl(u32::try_from(i).unwrap_or(0));
                if seen & bit != 0 {
                    self.twice(property);
                }
                seen |= bit;
            } else if name != "$schema" {
                let like = fields.iter().copied().find(|field| alike(field, name));
                note(&mut self.warnings, property.value.at, DiagnosticKind::Unknown { name: clipped(name), like });
            }
        }
        Some((at, properties))
    }

    /// The value of the field `name`. If the object lacks the field, that is remembered until its reading has shown
    /// whether it is required.
    pub fn field<'t>(&mut self, object: Option<Fields<'t>>, name: Option<&&'static str>) -> Option<&'t Value<'t>> {
        self.absent = None;
        let ((at, properties), name) = (object?, name?);
        let value = tree::field(properties, name);
        if value.is_none() {
            self.absent = Some((at, name));
        }
        value
    }

    fn twice(&mut self, property: &Property) {
        self.error(property.value.at, DiagnosticKind::Twice(clipped(&property.name)));
    }
}

/// Adds a problem in the file's order, and keeps the first [`MAX_DIAGNOSTICS`].
fn note(found: &mut Found, at: usize, kind: DiagnosticKind) {
    let place = found.iter().position(|(other, _)| *other > at).unwrap_or(found.len());
    found.insert(place, (at, kind));
    found.truncate(MAX_DIAGNOSTICS);
}

/// A value as it stands in the file, or its beginning if it is long.
fn shown(value: &Value) -> String {
    match &value.kind {
        Kind::Text(text) => quoted(text),
        Kind::Number(digits) => clipped(digits),
        Kind::Flag(flag) => if *flag { "true" } else { "false" }.into(),
        Kind::Null => "null".into(),
        Kind::List(_) => "[…]".into(),
        Kind::Object(_) => "{…}".into(),
    }
}

/// Whether a name was probably meant to be `field`: one letter off, or different only in case or in a dash.
fn alike(field: &str, name: &str) -> bool {
    let same = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b) || (*a, *b) == (b'_', b'-');
    let head = field.bytes().zip(name.bytes()).take_while(same).count();
    let tail = field.bytes().rev().zip(name.bytes().rev()).take_while(same).count();
    let (short, long) = (field.len().min(name.len()), field.len().max(name.len()));
    long - short <= 1 && head + tail + 1 >= short.max(2)
}
