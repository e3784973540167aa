//! One printed line of a table.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::Side;
use crate::money::Amount;

/// One printed line of a table.
#[derive(Debug, Clone, serde::Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Line {
    /// Its classification code as printed (科目编码): 3, 5 or 7 digits by function, 3 or 5 by economic item.
    #[serde(default)]
    pub code: Option<String>,
    /// What it is, where no printed code says so: a word of the list in `docs/format.md`.
    #[serde(default)]
    pub key: Option<String>,
    /// Its printed name.
    pub name: String,
    /// The name in English.
    #[serde(default)]
    pub name_en: Option<String>,
    /// What the money is for, in plain words.
    #[serde(default)]
    pub note: Option<String>,
    /// The same in English.
    #[serde(default)]
    pub note_en: Option<String>,
    /// Its depth, 1 for the outermost; where absent, the code's length says it.
    #[serde(default)]
    pub level: Option<u8>,
    /// Whether it is an item or a printed sum of other lines.
    #[serde(default)]
    pub role: Role,
    /// Which half of a two-sided table it stands in.
    #[serde(default)]
    pub side: Option<Side>,
    /// Its amounts by column id, as printed. A column that is absent or `null` is a blank cell.
    #[serde(default)]
    pub amounts: Cells,
    /// Its words by column id, for columns that hold words.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
}

impl Line {
    /// Its depth, 1 for the outermost: as given, or by the code's length
    /// (类 3 digits, 款 5, 项 7), or 1.
    pub fn level(&self) -> u8 {
        self.level.unwrap_or(match self.code.as_deref().map(str::len) {
            Some(4 | 5) => 2,
            Some(6..) => 3,
            _ => 1,
        })
    }

    /// What statements and other tables call it: its code, or its key.
    pub fn subject(&self) -> Option<&str> {
        self.code.as_deref().or(self.key.as_deref())
    }
}

/// Whether a line is an item or a printed sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// An item, at whatever level.
    #[default]
    Item,
    /// A printed sum of part of the table (本年支出合计).
    Subtotal,
    /// The printed grand total (合计, 总计).
    Total,
}

/// Amounts by column id, in the order they were written.
///
/// A list of pairs, not a map: a line has a handful of cells, and a file may have 100,000 lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cells(Vec<(String, Option<Amount>)>);

impl Cells {
    /// The amount in this column, or `None` where the cell is blank.
    pub fn get(&self, column: &str) -> Option<Amount> {
        self.0.iter().find(|(id, _)| id == column).and_then(|(_, amount)| *amount)
    }

    /// All cells that were written, blank ones too.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<Amount>)> {
        self.0.iter().map(|(id, amount)| (id.as_str(), *amount))
    }
}

impl<'de> Deserialize<'de> for Cells {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Cells;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Cells, A::Error> {
                let mut cells = Vec::with_capacity(4);
                while let Some(column) = entries.next_key::<String>()? {
                    // A cell that cannot be read is noted by the loader; the line's other cells are read.
                    if let Ok(amount) = entries.next_value() {
                        cells.push((column, amount));
                    }
                }
                Ok(Cells(cells))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}
