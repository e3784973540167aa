//! Reads what is printed above a table: its number, its title, its unit.

use super::kind::kind;
use super::words::{unit, year};
use crate::money::Unit;

/// The longest text that is still a title, in characters.
const LONGEST: usize = 45;

/// What the lines above a table say of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Title {
    /// Its number as printed: `表三`, `公开01表`.
    pub number: Option<String>,
    /// Its title.
    pub name: Option<String>,
    /// The unit of its amounts.
    pub unit: Option<Unit>,
    /// The year that the title names, or a line of its own.
    pub year: Option<u16>,
}

impl Title {
    /// Reads the lines above a table, in printed order: the nearest that is like a title is the title.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let lines = unbroken(lines);
        let mut found = Title::default();
        for line in lines.iter().map(String::as_str).rev().take(8) {
            found.unit = found.unit.or_else(|| unit(line));
            let (number, rest) = number(line).map_or((None, line), |(number, rest)| (Some(number), rest));
            if found.name.is_none() && is_title(rest) {
                found.year = found.year.or(year(rest));
                found.name = Some(rest.to_string());
            } else if is_year(line) {
                found.year = found.year.or(year(line));
            }
            found.number = found.number.or_else(|| number.map(String::from));
        }
        found
    }

    /// This title, and what only the other one says.
    #[must_use]
    pub fn or(self, other: Title) -> Title {
        Title {
            number: self.number.or(other.number),
            name: self.name.or(other.name),
            unit: self.unit.or(other.unit),
            year: self.year.or(other.year),
        }
    }
}

/// Joins lines that break inside brackets.
fn unbroken<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for line in lines {
        let is_open = |text: &String| text.rfind(['（', '(']) > text.rfind(['）', ')']);
        match whole.last_mut() {
            Some(last) if is_open(last) && line.contains(['）', ')']) && line.chars().count() < LONGEST => {
                last.push_str(line);
            }
            _ => whole.push(line.to_string()),
        }
    }
    whole
}

/// Whether a line says a year and nothing else: `（2026年度）`. A day is that of printing.
fn is_year(line: &str) -> bool {
    let bare = line.trim_matches(['（', '(', '）', ')']);
    bare.chars().count() <= 6 && (bare.ends_with('年') || bare.ends_with("年度"))
}

/// Whether a line reads like the title of a table.
fn is_title(line: &str) -> bool {
    let bare = line.split_once(['（', '(']).map_or(line, |(bare, _)| if bare.is_empty() { line } else { bare });
    let ends =
        |text: &str| ["表", "情况", "公开", "计划", "明细", "预算", "目标"].iter().any(|end| text.ends_with(end));
    // 收支总表：支出用途 is a part of that table, printed by itself.
    let is_part = |(table, part): &(&str, &str)| {
        table.ends_with('表') && kind(table).is_some() && !part.is_empty() && !part.contains(['：', ':'])
    };
    let part = line.split_once(['：', ':']).filter(is_part);
    let is_sentence = part.is_none() && line.contains(['：', ':'])
        || line.contains(['。', '；', ';', '，'])
        || line.contains("……")
        || line.contains("....");
    let length = |text: &str| text.chars().count();
    length(bare) <= LONGEST
        && length(line) <= 2 * LONGEST
        && line.chars().count() >= 3
        && (ends(line) || ends(bare) || part.is_some())
        && !is_sentence
}

/// A table's number at the beginning of a line, and what follows it: `表三 支出总表`, `预算01表`, `附表1-2`, `公开表3`.
pub fn number(line: &str) -> Option<(&str, &str)> {
    const DIGITS: [&str; 2] = ["0123456789-－—", "一二三四五六七八九十-－—"];
    let start = ["部门预算", "部门公开", "预算公开", "预算", "部门", "公开", "附件", "附"]
        .iter()
        .filter_map(|word| line.strip_prefix(word))
        .find(|rest| rest.starts_with(|c: char| c == '表' || c.is_ascii_digit()))
        .unwrap_or(line);
    let has_word = start.len() < line.len();
    let rest = start.strip_prefix('表');
    let digits = rest.unwrap_or(start);
    // 表一2026年 is 表一.
    let of = DIGITS.into_iter().find(|all| digits.starts_with(|c: char| all.contains(c)))?;
    let mut after = digits.trim_start_matches(|c: char| of.contains(c));
    // 表12026年 is 表1.
    if after.starts_with('年') && digits.len() - after.len() > 4 {
        after = &digits[digits.len() - after.len() - 4..];
    }
    // 表五一般公共预算支出表 is 表五.
    if let Some(word) = digits[..digits.len() - after.len()].strip_suffix('一').filter(|_| after.starts_with('般')) {
        after = &digits[word.len()..];
    }
    if after.len() == digits.len() {
        return None;
    }
    let after = match rest {
        Some(_) => after,
        // 01表 only after a word: 12表 may be anything.
        None => after.strip_prefix('表').filter(|_| has_word)?,
    };
    let number = &line[..line.len() - after.len()];
    Some((number.trim_end_matches(['-', '－', '—']), after.trim_start_matches(['：', ':', '、', '.', ' ', '　', '-'])))
}

#[cfg(test)]
mod tests {
    use super::{Title, number};
    use crate::money::Unit;

    #[test]
    fn the_lines_above_a_table_give_its_number_title_and_unit() {
        let title = Title::of(["第二部分预算表", "表三", "2026年支出总表", "编制单位：某局单位：万元"]);
        assert_eq!(title.number.as_deref(), Some("表三"));
        assert_eq!(title.name.as_deref(), Some("2026年支出总表"));
        assert_eq!((title.unit, title.year), (Some(Unit::Wan), Some(2026)));
        let glued = Title::of(["预算01表收支总表", "单位:元"]);
        assert_eq!((glued.number.as_deref(), glued.name.as_deref()), (Some("预算01表"), Some("收支总表")));
        assert_eq!(glued.unit, Some(Unit::Yuan));
        let part = Title::of(["收支总表：支出用途", "单位：万元"]);
        assert_eq!(part.name.as_deref(), Some("收支总表：支出用途"));
        assert_eq!(Title::of(["支出总表", "（2026年度）"]).year, Some(2026));
        assert_eq!(Title::of(["2025年12月", "支出总表"]).year, None);
        assert_eq!(Title::of(["制表：某某"]), Title::default());
        assert_eq!(Title::of(["本年收入增加，主要是人员经费增加。"]), Title::default());
    }

    #[test]
    fn a_number_is_a_word_and_digits() {
        for (line, expected) in [
            ("表三", Some(("表三", ""))),
            ("附表1-2支出表", Some(("附表1-2", "支出表"))),
            ("公开01表", Some(("公开01表", ""))),
            ("表3：项目表", Some(("表3", "项目表"))),
            ("表一2026年收支总表", Some(("表一", "2026年收支总表"))),
            ("表12026年收支总表", Some(("表1", "2026年收支总表"))),
            ("表五一般公共预算支出表", Some(("表五", "一般公共预算支出表"))),
            ("表十一一般公共预算支出表", Some(("表十一", "一般公共预算支出表"))),
            ("表格说明", None),
            ("12表", None),
        ] {
            assert_eq!(number(line), expected, "{line}");
        }
    }
}
