//! The JSON Schema of the format, written from the types that read it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};
use serde_json::json;

use crate::budget::title::TITLES;
use crate::budget::{Budget, Cells, Statistics};
use crate::money::{Amount, DIGITS, PLACES};

/// The JSON Schema of the format, as it is committed in `budget.schema.json`.
///
/// # Errors
/// The schema cannot be serialized as JSON.
pub fn json() -> serde_json::Result<String> {
    let mut schema = schema_for!(Budget);
    if let Some(kinds) = schema.pointer_mut("/$defs/Kind/oneOf").and_then(|kinds| kinds.as_array_mut()) {
        kinds.push(json!({
            "description": "One of these kinds, said by its official title.",
            "type": "string",
            "enum": TITLES.map(|(title, _)| title)
        }));
    }
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// The JSON Schema of official statistics, as it is committed in `statistics.schema.json`.
///
/// # Errors
/// The schema cannot be serialized as JSON.
pub fn statistics() -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(&schema_for!(Statistics))? + "\n")
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A decimal as printed, without thousands separators: \"61.00\". A JSON number is read exactly, too.",
            "anyOf": [
                { "type": "string", "pattern": format!("^-?[0-9]{{1,{DIGITS}}}(\\.[0-9]{{1,{PLACES}}})?$") },
                { "type": "number" }
            ]
        })
    }
}

impl JsonSchema for Cells {
    fn schema_name() -> Cow<'static, str> {
        "Cells".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let amount = generator.subschema_for::<Amount>();
        json_schema!({
            "description": "Amounts by column id. A column that is absent or null is a blank cell, which is not zero.",
            "type": "object",
            "additionalProperties": { "anyOf": [amount, { "type": "null" }] }
        })
    }
}
