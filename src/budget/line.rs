//! One printed line of a table.

use super::coordinates::Coordinates;
use super::heading::{of_id, of_words};
use super::reading::or_default;
use super::{Cells, Kind, Place, Side, Table};

/// One printed line of a table.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Line {
    /// Its classification code as printed (科目编码): 3, 5 or 7 digits in the functional classification, 3 or 5 in the
    /// economic.
    #[serde(default)]
    pub code: Option<String>,
    /// What the line is about, where no printed code says so: a word of the list in `docs/format.md`.
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
    /// The note in English.
    #[serde(default)]
    pub note_en: Option<String>,
    /// Its depth, 1 for the outermost; where absent, it follows from the length of the code.
    #[serde(default)]
    pub level: Option<u8>,
    /// What kind of thing the line is, where no code says so: `unit`, `project`, `group` (of projects), `fund`, `year`.
    #[serde(default)]
    pub is: Option<String>,
    /// Its code in the functional classification, where [`Line::code`] is of another.
    #[serde(default)]
    pub function: Option<String>,
    /// Its code in the department's economic classification (部门预算支出经济分类), where [`Line::code`] is of another.
    #[serde(default)]
    pub economic: Option<String>,
    /// Its code in the government's economic classification (政府预算支出经济分类).
    #[serde(default)]
    pub government: Option<String>,
    /// Whether the line is only part of the one that it stands under (其中, of which).
    #[serde(default, deserialize_with = "or_default")]
    pub of_which: bool,
    /// Which block the line stands in, in a table of several blocks side by side: the word that the block's columns
    /// have.
    #[serde(default)]
    pub block: Option<String>,
    /// The year, where the line stands for one.
    #[serde(default)]
    pub year: Option<u16>,
    /// Where the line stands for a year, the phase of its budget: `budget`, `adjusted`, `actual` or `final`.
    #[serde(default)]
    pub phase: Option<String>,
    /// Whether it is an item or a printed sum of other lines.
    #[serde(default, deserialize_with = "or_default")]
    pub role: Role,
    /// The page of the official document that it stands on, where that is not the page that its table starts on.
    #[serde(default)]
    pub page: Option<u16>,
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
    /// For a line of a view: the places where its amounts are printed, as far as they are.
    #[serde(skip)]
    pub places: Cells<Place>,
}

impl Line {
    /// The depth of the line, 1 for the outermost: as given, or by the length of the code (类 3 digits, 款 5, 项 7), or
    /// 1.
    pub fn level(&self) -> u8 {
        self.level.unwrap_or(match self.code.as_deref().map(str::len) {
            Some(4 | 5) => 2,
            Some(6..) => 3,
            _ => 1,
        })
    }

    /// The line's name with all that is printed in front of it: `一、一般公共服务支出`.
    pub fn printed(&self) -> String {
        [self.mark.as_deref().unwrap_or_default(), &self.name].concat()
    }

    /// What identifies the line in its table: its code, its key, or its name.
    pub fn label(&self) -> &str {
        self.subject().unwrap_or(&self.name)
    }

    /// Whether the line is only part of the one above it (其中, of which): as the file says, or as its name or mark
    /// does.
    pub fn is_of_which(&self) -> bool {
        // `2.其中：` is numbered like the lines around it.
        let is_enumerator = |c: char| {
            matches!(c, '0'..='9' | '①'..='⑳' | '.' | '．' | '、' | '（' | '）' | '(' | ')' | ' ' | '　'
                | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
        };
        // 其中：（一） begins a list, which may be all of the line above.
        let says = |mark: &str| mark.split_once("其中").is_some_and(|(_, after)| !after.contains(is_enumerator));
        let begins = || self.name.trim_start_matches(is_enumerator).starts_with("其中");
        self.of_which || begins() || self.mark.as_deref().is_some_and(says)
    }

    /// Whether the line is not a budget line at all: an empty row, or a note between the lines.
    pub fn is_blank(&self) -> bool {
        let is_note = |name: &str| name == "无" || NOTES.iter().any(|note| name.starts_with(note));
        let says_nothing = |name: &str| name.is_empty() || is_note(name);
        self.code.as_deref().unwrap_or_default().is_empty()
            && self.key.is_none()
            && self.amounts.iter().all(|(_, amount)| amount.is_none())
            && says_nothing(self.name.trim())
    }

    /// The coordinates of the line's numbers, as far as its key, or else its name, tells them. A line with a code is
    /// described by the code alone.
    pub fn coordinates(&self, table: &Table, year: u16) -> Coordinates {
        let expenses = table.is_of_expenses();
        let by_key = self.key.as_deref().and_then(of_id);
        let is_income = self.side == Some(Side::Income) || (table.kind == Some(Kind::Income) && self.side.is_none());
        // A unit may be called as an expense is: a training centre is no training.
        let is_unit = self.is.as_deref() == Some("unit");
        let is_named = !is_unit && self.code.is_none() && (expenses || is_income || self.year.is_some());
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

    /// The code or key by which statements and other tables refer to the line.
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

/// How notes begin that are printed as rows.
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
