//! One printed line of a table.

use super::coordinates::Coordinates;
use super::heading::{of_id, of_words};
use super::reading::or_default;
use super::{Cells, Kind, Place, Side, Table};

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
    /// What is printed in front of its name and is not part of it: an enumerator such as `一、`, or `其中：`.
    #[serde(default)]
    pub mark: Option<String>,
    /// Its printed name, without the mark.
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
    /// What kind of thing it is, where no code says so: `unit`, `project`, `group` (of projects), `fund`, `year`.
    #[serde(default)]
    pub is: Option<String>,
    /// Its code by function, where [`Line::code`] is by something else.
    #[serde(default)]
    pub function: Option<String>,
    /// Its code by the department's economic classification (部门预算支出经济分类), where its code is by something else.
    #[serde(default)]
    pub economic: Option<String>,
    /// Its code by the government's economic classification (政府预算支出经济分类).
    #[serde(default)]
    pub government: Option<String>,
    /// Whether it is only some of the line that it stands under (其中).
    #[serde(default, deserialize_with = "or_default")]
    pub of_which: bool,
    /// Which block of a table of several side by side it stands in: the word that the block's columns have.
    #[serde(default)]
    pub block: Option<String>,
    /// Of a line that is a year's: the year.
    #[serde(default)]
    pub year: Option<u16>,
    /// Of a line that is a year's: the state of its budget, `budget`, `adjusted`, `actual` or `final`.
    #[serde(default)]
    pub phase: Option<String>,
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
    /// Of a line of a view: where its amounts are printed, those that are.
    #[serde(skip)]
    pub places: Cells<Place>,
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

    /// Its name with all that is printed in front of it: `一、一般公共服务支出`.
    pub fn printed(&self) -> String {
        [self.mark.as_deref().unwrap_or_default(), &self.name].concat()
    }

    /// What it is called in its table: its code, its key, or its name.
    pub fn label(&self) -> &str {
        self.subject().unwrap_or(&self.name)
    }

    /// Whether it is only some of the line above it: as the file says, or as its name or the mark before that does.
    pub fn is_of_which(&self) -> bool {
        let says = |mark: &String| mark.contains("其中");
        // `2.其中：` is numbered as the lines around it are.
        let is_enumerator = |c: char| {
            matches!(c, '0'..='9' | '①'..='⑳' | '.' | '．' | '、' | '（' | '）' | '(' | ')' | ' ' | '　'
                | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
        };
        let begins = || self.name.trim_start_matches(is_enumerator).starts_with("其中");
        self.of_which || begins() || self.mark.as_ref().is_some_and(says)
    }

    /// Whether it is no line at all: an empty row, or a note between the lines.
    pub fn is_blank(&self) -> bool {
        let is_note = |name: &str| name == "无" || NOTES.iter().any(|note| name.starts_with(note));
        let says_nothing = |name: &str| name.is_empty() || is_note(name);
        self.code.as_deref().unwrap_or_default().is_empty()
            && self.key.is_none()
            && self.amounts.iter().all(|(_, amount)| amount.is_none())
            && says_nothing(self.name.trim())
    }

    /// What its numbers are about, as far as the line says it: by its key, or else by its name. What stands under a
    /// code is told by the code alone.
    pub fn coordinates(&self, table: &Table, year: u16) -> Coordinates {
        let expenses = table.is_of_expenses();
        let by_key = self.key.as_deref().and_then(of_id);
        let is_income = self.side == Some(Side::Income) || (table.kind == Some(Kind::Income) && self.side.is_none());
        let is_named = self.code.is_none() && (expenses || is_income || self.year.is_some());
        let by_name = || if is_named { of_words(&self.name, year, expenses) } else { Coordinates::default() };
        let mut found = by_key.unwrap_or_else(by_name);
        found.of_which = self.is_of_which();
        found.unknown = false;
        if let Some(own) = self.year {
            found.time.before = u8::try_from(year.saturating_sub(own)).unwrap_or(u8::MAX);
        }
        if let Some(phase) = self.phase.as_deref().and_then(of_id) {
            found.time.phase = phase.time.phase;
        }
        found
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

/// What notes that are printed as rows begin with.
const NOTES: [&str; 9] = ["注:", "注：", "注1", "备注", "附注", "说明:", "说明：", "本表", "此表"];

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_mark_stands_before_the_name_and_may_say_that_it_is_only_some() {
        let line =
            |mark: Option<&str>| Line { mark: mark.map(Into::into), name: "政府采购".into(), ..Line::default() };
        assert_eq!((&*line(Some("一、")).printed(), &*line(None).printed()), ("一、政府采购", "政府采购"));
        assert!(line(Some("其中：")).is_of_which() && line(Some("1.其中：")).is_of_which());
        assert!(!line(Some("一、")).is_of_which() && !line(None).is_of_which());
    }
}
