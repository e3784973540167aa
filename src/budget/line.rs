//! One printed line of a table.

use super::reading::or_default;
use super::{Cells, Side};

/// One printed line of a table.
#[derive(Debug, Clone, Default, serde::Deserialize)]
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
    #[serde(default, deserialize_with = "or_default")]
    pub role: Role,
    /// Which half of a two-sided table it stands in.
    #[serde(default)]
    pub side: Option<Side>,
    /// Its amounts by column id, as printed. A column that is absent or `null` is a blank cell.
    #[serde(default)]
    pub amounts: Cells,
    /// Its words by column id, for columns that hold words.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub texts: Cells<String>,
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

    /// What it is called in its table: its code, its key, or its name.
    pub fn label(&self) -> &str {
        self.subject().unwrap_or(&self.name)
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
