//! The list of findings, worst first, a page at a time: the first finding of each cause, with a link to the others.

use super::filter::FindingFilter;
use super::finding::finding;
use super::finding_address::{CAUSE, followers_of};
use super::table_pairs::TablePairs;
use super::tally::{Tally, of_causes};
use crate::check::{Names, Report, Verdict};
use crate::figure::{Param, Query, Section, param};
use crate::locale::Locale;

/// The most findings that are shown at once, and the most where all are asked for: nobody reads or prints more.
const PAGE: usize = 12;
const MAX: usize = 200;
/// The most that a file prints, which is read without the program.
const MAX_PRINTED: usize = 2_000;

/// The finding whose cause the reader asks for.
pub fn of_cause(report: &Report, query: &Query) -> Option<usize> {
    let number = query.get(param::FINDINGS)?.strip_prefix(CAUSE)?;
    number.parse::<usize>().ok()?.checked_sub(1).filter(|i| *i < report.findings.len())
}

/// The list of findings, with its heading and links to its other pages; without the findings shown before the list.
pub fn list(
    report: &Report,
    names: &Names,
    wanted: &FindingFilter,
    query: &Query,
    in_front: Option<&Vec<usize>>,
    map: &TablePairs,
    locale: Locale,
) -> Vec<Section> {
    let of_cause = of_cause(report, query);
    let query = query.get(param::FINDINGS).unwrap_or_default();
    let page = match query {
        param::ALL_FINDINGS => MAX,
        param::EVERY_FINDING => MAX_PRINTED,
        _ => PAGE,
    };
    let (found, at) = if let Some(i) = of_cause {
        let of_it = report.cause(i).map_or(i..i + 1, |cause| cause.lead..cause.lead + cause.count);
        (of_it.clone().collect(), i - of_it.start)
    } else {
        let mut found = wanted.among(report, names.budget(), map);
        found.retain(|i| in_front.is_none_or(|front| !front.contains(i)));
        (found, query.parse().unwrap_or(1).max(1) - 1)
    };
    let start = at.min(found.len().max(1) - 1) / page * page;
    let end = (start + page).min(found.len());
    let is_lead = of_cause.is_none() && wanted.is_by_cause();
    let shown = found[start..end].iter().map(|&i| finding(report, i, is_lead, names, locale));
    let heading = match of_cause {
        Some(_) => heading_of_cause(report, &found, locale),
        None => heading(report, &found, wanted, in_front.is_some_and(|front| !front.is_empty()), map, locale),
    };
    // Within a cause a page is addressed by the number of one of its findings.
    let of_page = |place: usize| match of_cause {
        Some(_) => followers_of(found[place]),
        None => Param::new(param::FINDINGS, if place == 0 { String::new() } else { (place + 1).to_string() }),
    };
    let mut pages = pages(start, end, found.len(), of_page, locale);
    if let Some(pages) = pages.as_mut().filter(|_| of_cause.is_none() && page == PAGE) {
        let all = locale.tr("全部列在一页", "All on one page");
        pages.choices.push((all.into(), Param::new(param::FINDINGS, param::ALL_FINDINGS)));
    }
    [heading].into_iter().chain(shown).chain(pages).collect()
}

/// The heading of the list: what is listed, and links that remove each filter.
fn heading(
    report: &Report,
    found: &[usize],
    wanted: &FindingFilter,
    is_rest: bool,
    map: &TablePairs,
    locale: Locale,
) -> Section {
    let told = wanted.describe(map, locale);
    // Where only the first finding of a cause is listed, all findings of the cause are counted.
    let of = |&i: &usize| match report.cause(i).filter(|_| wanted.is_by_cause()) {
        Some(cause) => cause.lead..cause.lead + cause.count,
        None => i..i + 1,
    };
    let each: Tally = found.iter().flat_map(of).map(|i| report.findings[i].verdict).collect();
    let what: Vec<_> = told.iter().map(|(what, ..)| what.as_str()).collect();
    let what = what.join(" · ");
    let count = each.all().to_string();
    let (zh, en) = match (told.is_empty(), found.is_empty()) {
        (true, true) if is_rest => ("此外应当对上的都相符", "All else that should agree does"),
        (true, false) if is_rest => ("其余的逐处列出", "The others, one by one"),
        (true, true) => ("没有要看的：应当对上的都相符", "Nothing to look at: all that should agree does"),
        (true, _) => ("逐处列出，要紧的在前", "One by one, worst first"),
        (_, true) => ("{0}：没有这样的", "{0}: there are none"),
        _ => ("{0}：{1}", "{0}: {1}"),
    };
    let count =
        if wanted.verdict.is_some() { locale.format("{0} 处", "{0}", &[&count]) } else { each.describe(locale) };
    let causes = wanted.verdict.filter(|verdict| wanted.is_by_cause() && *verdict == Verdict::Mismatch);
    let causes = causes.map(|_| of_causes(each.all(), found.len(), locale)).unwrap_or_default();
    Section {
        address: Some(param::FINDINGS.into()),
        title: locale.format(zh, en, &[&what, &(count + &causes)]),
        choices: told.into_iter().map(|(_, back, param)| (back.into(), param)).collect(),
        ..Section::default()
    }
}

/// The heading of the list of one cause's findings, with a link back to all.
fn heading_of_cause(report: &Report, found: &[usize], locale: Locale) -> Section {
    let each: Tally = found.iter().map(|&i| report.findings[i].verdict).collect();
    let (zh, en) = if found.len() > 1 { ("出于同一个原因：{0}", "Of one cause: {0}") } else { ("{0}", "{0}") };
    Section {
        address: Some(param::FINDINGS.into()),
        title: locale.capitalize_first(locale.format(zh, en, &[&each.describe(locale)])),
        choices: vec![(locale.tr("列出全部", "List all").into(), Param::new(param::FINDINGS, ""))],
        ..Section::default()
    }
}

/// The line below a part of a long list: which part is shown, and links to the other parts.
fn pages(start: usize, end: usize, all: usize, of: impl Fn(usize) -> Param, locale: Locale) -> Option<Section> {
    let is_part = start > 0 || end < all;
    let before = (start > 0).then(|| (locale.tr("‹ 前面的", "‹ Earlier").into(), of(start.saturating_sub(PAGE))));
    let after = (end < all).then(|| (locale.tr("后面的 ›", "Later ›").into(), of(end)));
    let parts = [(start + 1).to_string(), end.to_string(), all.to_string()];
    is_part.then(|| Section {
        title: locale.format("第 {0}–{1} 处，共 {2} 处", "{0}–{1} of {2}", &[&parts[0], &parts[1], &parts[2]]),
        choices: before.into_iter().chain(after).collect(),
        ..Section::default()
    })
}
