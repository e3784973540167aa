//! Checks the numbers of tables for gaps.

use std::collections::BTreeMap;

use crate::budget::Place;
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::rule::Rule;

/// Looks for gaps in the numbers of tables that are numbered alike: 公开01表 to 公开05表, 附表一 to 附表三. A number
/// may be repeated: a table that is printed in several parts keeps it. Performance forms may have numbers among those
/// of the tables, and the format keeps none of theirs: where there are forms a gap is pointed out, and is no mismatch.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let mut before: BTreeMap<&str, u32> = BTreeMap::new();
    let has_forms =
        checker.budget.performance.is_some() || checker.budget.projects.iter().any(|project| project.form.is_some());
    let verdict = if has_forms { Verdict::Unchecked } else { Verdict::Mismatch };
    for t in 0..checker.indexed_tables.len() {
        let Some((series, number)) = number(&checker.indexed_tables[t].table.number) else { continue };
        if let Some(before) = before.insert(series, number)
            && number > before + 1
        {
            checker.found(Rule::MissingTable, verdict, &[Place::Table(t)], Some(Reason::Gap));
        }
    }
}

/// The words in front of a table's number, which its whole series has, and the number: of `表十三`, `附表5`,
/// `预算01表`, `表1（部门经济分类）` or `表3-1`, which is a part of 3; `None` for any other name.
fn number(name: &str) -> Option<(&str, u32)> {
    let name = name.split(['（', '(']).next().unwrap_or(name).trim();
    let (series, number) = match name.strip_suffix('表') {
        Some(rest) => rest.split_at(rest.rfind(|c| !is_figure(c)).map_or(0, |i| i + width(rest, i))),
        None => name.split_at(name.rfind('表')? + '表'.len_utf8()),
    };
    let number = number.split(['-', '－', '—']).next().unwrap_or(number).trim();
    let number = if number.bytes().all(|byte| byte.is_ascii_digit()) { number.parse().ok() } else { in_words(number) };
    // 预算表12 and 预算13表 are of one series.
    Some((series.trim_end_matches('表'), number?))
}

/// Whether a character is a digit, Arabic or Chinese.
fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// How many bytes the character at `i` takes.
fn width(text: &str, i: usize) -> usize {
    text[i..].chars().next().map_or(0, char::len_utf8)
}

/// The value of a Chinese number below a hundred.
fn in_words(number: &str) -> Option<u32> {
    let digit =
        |c: char| "一二三四五六七八九".chars().position(|digit| digit == c).and_then(|i| u32::try_from(i + 1).ok());
    let (tens, ones) = number.split_once('十').unwrap_or(("", number));
    let part = |text: &str, none: u32| {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Some(none),
            (Some(c), None) => digit(c),
            _ => None,
        }
    };
    if !number.contains('十') {
        return part(ones, 0).filter(|number| *number > 0);
    }
    Some(part(tens, 1)? * 10 + part(ones, 0)?)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn tables_are_numbered_in_chinese_or_in_digits() {
        let read = |names: &[&str]| names.iter().map(|name| number(name).map(|(_, n)| n)).collect::<Vec<_>>();
        assert_eq!(
            read(&["表一", "表十", "表十三", "表二十", "附表5"]),
            [Some(1), Some(10), Some(13), Some(20), Some(5)]
        );
        assert_eq!(read(&["一", "表", "表甲", "总表（一）", "", "附件1-2", "表-2", "（表）"]), [None; 8]);
    }

    #[test]
    fn what_stands_around_the_number_is_the_series() {
        assert_eq!(number("预算01表"), Some(("预算", 1)));
        assert_eq!(number("部门公开表12"), Some(("部门公开", 12)));
        assert_eq!(number("表1（部门经济分类）"), Some(("", 1)));
        assert_eq!(number("公开十一表"), Some(("公开", 11)));
        assert_eq!(number("表3-1"), Some(("", 3)));
    }
}
