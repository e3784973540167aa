//! How bars are read that are divided into the same parts.

use crate::figure::Entry;
use crate::locale::Locale;

/// The parts in the order in which every bar has them: a narrow one has no room for its name. `None` where the bars have one part
/// each, or an order of their own.
pub fn reading<'e>(bars: impl Iterator<Item = &'e [Entry]>, locale: Locale) -> Option<String> {
    let bars: Vec<Vec<&str>> = bars
        .map(|parts| parts.iter().filter(|part| part.money.is_some()).map(|part| part.short.as_str()).collect())
        .collect();
    let all = bars.iter().max_by_key(|parts| parts.len()).filter(|all| all.len() > 1)?;
    let is_in_order = |parts: &Vec<&str>| {
        let mut rest = all.iter();
        parts.iter().all(|part| rest.any(|other| other == part))
    };
    let told = all.join(locale.tr("、", ", "));
    let (zh, en) = ("图的读法：每条从左到右是{0}。", "How to read it: each bar has, from left to right, {0}.");
    bars.iter().all(is_in_order).then(|| locale.format(zh, en, &[&told]))
}
