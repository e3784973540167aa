//! The answer of a comparison of departments, in one sentence.

use super::compared::Compared;
use super::{Department, exactly};
use crate::figure::Text;
use crate::figure::entry::Entry;
use crate::figure::years::points::Measure;
use crate::figure::years::projects;
use crate::locale::Locale;
use crate::money::Money;

/// Which department has the most, and which the least.
pub fn answer(
    departments: &[Department],
    entries: &[Entry],
    (chosen, words): (Compared, &str),
    locale: Locale,
) -> Text {
    let money = |own: &Department| exactly(own, chosen);
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
    // What is divided is rounded already.
    let with_unit = |entry: &Entry| match chosen.per {
        Some(_) => entry.exactly_with_unit(locale),
        None => entry.with_unit(locale),
    };
    let alike = |one: &Department| stated.iter().filter(|(own, _)| money(own) == money(one)).count();
    let ([most, fewest], first, last) = ([first.0, last.0].map(alike), first.1, last.1);
    if most == stated.len() {
        let (zh, en) = ("{0} 个部门的{1}一样多：{2}。", "The {0} departments have the same {1}: {2}.");
        return locale.tell(zh, en, &[&count, &locale.lowercase_first(&name), &with_unit(first)]);
    }
    let [of_first, of_last] = [first, last].map(with_unit);
    if first.amount == last.amount {
        let (zh, en) = ("{0} 个部门的{1}四舍五入后都是 {2}。", "Rounded, the {0} departments have the same {1}: {2}.");
        return locale.tell(zh, en, &[&count, &locale.lowercase_first(&name), &of_first]);
    }
    let is_none = money(stated[stated.len() - 1].0).is_some_and(Money::is_zero);
    let [many, few] = [most, fewest].map(|count| count.to_string());
    // None of several that are alike is named as if it were alone.
    let is_none = is_none && matches!(chosen.measure, Measure::Projects(_));
    let behind = match fewest {
        1 if is_none => locale.tell("{0}没有这样的项目", "{0} has no such project", &[&last.name]),
        _ if is_none => locale.tell("{0} 个部门没有这样的项目", "{0} have no such project", &[&few]),
        1 => locale.tell("{0}最少，{1}", "{0} the least, {1}", &[&last.name, &of_last]),
        _ => locale.tell("{0} 个部门并列最少，都是 {1}", "the least in {0} of them, {1}", &[&few, &of_last]),
    };
    let name = locale.lowercase_first(&name);
    let (zh, en) = if most == 1 {
        ("{0} 个部门里，{1}的{2}最多，{3}；{4}。", "Of {0} departments, {1} has the most {2}, {3}; {4}.")
    } else {
        (
            "{0} 个部门里，{1} 个部门的{2}并列最多，都是 {3}；{4}。",
            "Of {0} departments, {1} have the most {2}, {3}; {4}.",
        )
    };
    let who = if most == 1 { &first.name } else { &many };
    locale.tell(zh, en, &[&count, who, &name, &of_first, &behind])
}
