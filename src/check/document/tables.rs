//! The tables that such a document has are there, and an empty one says so.

use crate::budget::Kind;
use crate::budget::Place;
use crate::check::finding::{Verdict, Why};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// The tables that the ministry's rules of disclosure (预算公开操作规程) ask every department for.
const ASKED: [Kind; 8] = [
    Kind::Balance,
    Kind::Income,
    Kind::Expenditure,
    Kind::Appropriation,
    Kind::GeneralPublic,
    Kind::BasicEconomic,
    Kind::ThreePublic,
    Kind::FundExpenditure,
];

/// Looks for the tables, for gaps in their numbering, and for what empty ones say.
pub fn check(ties: &mut Ties) {
    for kind in ASKED {
        match ties.sheet(kind).map(|sheet| Place::Table(sheet.index)) {
            Some(place) => ties.found(Rule::MissingTable, Verdict::Holds, &[place], None),
            None => ties.unchecked(Rule::MissingTable, &[], &[], Why::NoTable(kind)),
        }
    }
    let mut before = 0;
    for t in 0..ties.sheets.len() {
        let table = ties.sheets[t].table;
        if let Some(number) = number(&table.number) {
            if before > 0 && number > before + 1 {
                ties.found(Rule::MissingTable, Verdict::Mismatch, &[Place::Table(t)], Some(Why::Gap));
            }
            before = number;
        }
        let has_amounts = table.lines.iter().any(|line| line.amounts.iter().any(|(_, amount)| amount.is_some()));
        let (verdict, why) = match (table.empty, has_amounts) {
            (true, true) => (Verdict::Mismatch, Some(Why::NotEmpty)),
            (false, false) => (Verdict::Mismatch, Some(Why::NoNote)),
            _ => (Verdict::Holds, None),
        };
        ties.found(Rule::EmptyTable, verdict, &[Place::Table(t)], why);
    }
}

/// The number of a table such as `表十三`, `表5` or `附表二`; `None` for any other name.
fn number(name: &str) -> Option<u32> {
    let number = name.rsplit('表').next().filter(|number| name.len() > number.len())?.trim();
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.parse().ok();
    }
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
        let read = |names: &[&str]| names.iter().map(|name| number(name)).collect::<Vec<_>>();
        assert_eq!(
            read(&["表一", "表十", "表十三", "表二十", "附表5"]),
            [Some(1), Some(10), Some(13), Some(20), Some(5)]
        );
        assert_eq!(read(&["一", "表", "表甲", "总表（一）", ""]), [None; 5]);
    }
}
