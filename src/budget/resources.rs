//! The numbers of people and things that a document states.

use serde::Deserialize;

use crate::money::Amount;

/// A stated number of people or things.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Count {
    /// What is counted: a word of the list in `docs/format.md`, or any other.
    pub key: String,
    /// Its printed name.
    pub name: String,
    /// The name in English, in the plural.
    #[serde(default)]
    pub name_en: Option<String>,
    /// How many, as printed.
    pub value: Amount,
    /// The unit as printed: 人, 辆, 平方米 …
    pub unit: String,
    /// The key of the count that this one is a part of.
    #[serde(default)]
    pub part_of: Option<String>,
    /// Where the document states it.
    #[serde(default)]
    pub section: Option<String>,
    /// The day it was counted, `YYYY-MM-DD`.
    #[serde(default)]
    pub as_of: Option<String>,
}
