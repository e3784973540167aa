//! Recognises comparisons with last year in the clause before a number: `比2025年年初预算数`, `与上年相比`.

use super::words::{BASES, LESS, MORE, SAME};

/// How earlier years are named: 2025年 too.
const YEARS: [&str; 5] = ["上年", "上一年", "去年", "同期", "20"];

/// A clause without the word for more or less at its end, and whether it is more.
pub fn direction(clause: &str) -> Option<(&str, bool)> {
    let clause = clause.trim_end_matches(['了', '约', '达', '为']);
    let ends_in = |words: &[&str]| words.iter().find_map(|word| clause.strip_suffix(word));
    ends_in(MORE).map(|rest| (rest, true)).or_else(|| ends_in(LESS).map(|rest| (rest, false)))
}

/// Whether a clause speaks of an earlier year.
pub fn compares(clause: &str) -> bool {
    ["比", "较", "与", "上年", "去年"].iter().any(|word| clause.contains(word))
}

/// Whether a text begins with a comparison: `与上年相比减少`.
pub fn begins(text: &str) -> bool {
    let rest = text.strip_prefix(['比', '较', '与']);
    rest.is_some_and(|rest| YEARS.iter().any(|year| rest.starts_with(year)))
}

/// Whether a clause says that nothing changed. What is nearly the same (基本持平) need not be.
pub fn is_same(clause: &str) -> bool {
    SAME.iter().any(|word| clause.ends_with(word)) && !clause.contains("基本") && compares(clause)
}

/// What a clause says beside the comparison: 收入 of `收入比2025年预算`, 财政拨款支出 of `与上年相比财政拨款支出`.
pub fn without(clause: &str) -> &str {
    for word in ["与", "比", "较", "同"] {
        for (at, _) in clause.match_indices(word) {
            let after = &clause[at + word.len()..];
            if YEARS.iter().any(|year| after.starts_with(year)) {
                let behind = after.split_once("相比").map_or("", |(_, behind)| behind);
                return if at == 0 && !behind.is_empty() { behind } else { &clause[..at] };
            }
        }
    }
    clause.strip_suffix("同比").unwrap_or(clause)
}

/// Whether the number after a clause is last year's amount.
pub fn is_of_last_year(clause: &str) -> bool {
    let is_change = MORE.iter().chain(LESS).any(|word| clause.contains(word));
    let compares =
        clause.starts_with(['比', '较', '与']) && YEARS.iter().any(|year| clause.contains(year)) && !is_change;
    let bare = clause.trim_end_matches('为');
    let bare = ["执行数", "预算数", "决算数", "数"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    compares || matches!(bare, "上年" | "去年")
}

/// The phase of last year's budget with which a clause compares.
pub fn base(clause: &str) -> Option<String> {
    let from = YEARS.iter().filter_map(|word| clause.rfind(word)).max()?;
    let named = clause[from..].split("相比").next().unwrap_or_default();
    BASES.iter().find(|(word, _)| named.contains(word)).map(|(_, base)| (*base).to_string())
}

/// What a clause deducts before it compares: 扣除基建.
pub fn taken_off(clause: &str) -> Option<String> {
    let at = clause.find("扣除")?;
    let end = clause[at..].find(['，', '后', '）', '。'])?;
    Some(clause[at..at + end].to_string())
}
