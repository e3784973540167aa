//! The answer of a comparison of departments, in one sentence.

use super::compared::Compared;
use super::{Department, measure};
use crate::figure::Text;
use crate::figure::entry::Entry;
use crate::figure::years::points::Measure;
use crate::figure::years::projects;
use crate::locale::Locale;

/// Which department has the most, and which the least.
pub fn answer(
    departments: &[Department],
    entries: &[Entry],
    (chosen, words): (Compared, &str),
    locale: Locale,
) -> Text {
    let money = |own: &Department| measure(own, chosen);
    let stated: Vec<_> = departments.iter().zip(entries).filter(|(own, _)| money(own).is_some()).collect();
    let (Some(first), Some(last)) = (stated.first(), stated.last().filter(|_| stated.len() > 1)) else {
        let (zh, en) = match (chosen.per, stated.is_empty()) {
            (None, true) => ("这几个部门的文件都没有列出这个数。", "None of the documents prints this number."),
            (None, false) => ("这几个部门里只有一个列出了这个数。", "Only one of the departments prints this number."),
            (Some(_), true) => {
                ("这几个部门的这个数都算不出来。", "This number cannot be worked out for any of the departments.")
            }
            (Some(_), false) => {
                ("这几个部门里只有一个算得出这个数。", "This number can be worked out for only one of the departments.")
            }
        };
        return locale.tr(zh, en).into();
    };
    let name = match chosen.measure {
        Measure::Projects(_) => projects::name(words, locale),
        _ => chosen.name(locale).into(),
    };
    let name =
        if chosen.per.is_none() { name } else { name + locale.tr("（本页计算）", " (worked out by this page)") };
    let count = stated.len().to_string();
    let (is_same, first, last) = (money(first.0) == money(last.0), first.1, last.1);
    if is_same {
        let (zh, en) = ("{0} 个部门的{1}一样多：{2}。", "The {0} departments have the same {1}: {2}.");
        return locale.tell(zh, en, &[&count, &locale.lowercase_first(&name), &first.with_unit(locale)]);
    }
    let (zh, en) = (
        "{0} 个部门里，{1}的{5}最多，{2}；{3}最少，{4}。",
        "Of {0} departments, {1} has the most {5}, {2}; {3} the least, {4}.",
    );
    let [most, fewest] = [first, last].map(|entry| entry.with_unit(locale));
    locale.tell(zh, en, &[&count, &first.name, &most, &last.name, &fewest, &locale.lowercase_first(&name)])
}
