//! The findings, worst first, a page at a time.

use super::finding::finding;
use super::map::Map;
use super::tally::Tally;
use super::wanted::Wanted;
use crate::check::{Names, Report};
use crate::figure::{Asked, Choice, Section, name};
use crate::words::Words;

/// As many findings as are shown at once.
const PAGE: usize = 12;
/// The list with its heading, and the way to what follows.
pub fn list(report: &Report, names: &Names, wanted: &Wanted, asked: &Asked, map: &Map, words: Words) -> Vec<Section> {
    let found = wanted.among(report, names.budget(), map);
    let from = asked.get(name::FINDINGS).and_then(|from| from.parse().ok()).unwrap_or(1);
    let start = (from.clamp(1, found.len().max(1)) - 1) / PAGE * PAGE;
    let end = (start + PAGE).min(found.len());
    let shown = found[start..end].iter().map(|&i| finding(&report.findings[i], i, names, words));
    [heading(report, &found, wanted, map, words)]
        .into_iter()
        .chain(shown)
        .chain(pages(start, end, found.len(), words))
        .collect()
}

/// What is listed, and how to list all.
fn heading(report: &Report, found: &[usize], wanted: &Wanted, map: &Map, words: Words) -> Section {
    let told = wanted.told(map, words);
    let each = found.iter().map(|&i| report.findings[i].verdict).collect::<Tally>().told(words);
    let what: Vec<_> = told.iter().map(|(what, ..)| what.as_str()).collect();
    let what = what.join(" · ");
    let count = found.len().to_string();
    let (zh, en) = match (told.is_empty(), found.is_empty()) {
        (true, _) => ("逐处列出，要紧的在前", "One by one, worst first"),
        (_, true) => ("{0}：没有这样的", "{0}: there are none"),
        _ => ("{0}：{1}", "{0}: {1}"),
    };
    let each = if wanted.verdict.is_some() { words.say("{0} 处", "{0}", &[&count]) } else { each };
    Section {
        address: Some(name::FINDINGS.into()),
        title: words.say(zh, en, &[&what, &each]),
        choices: told.into_iter().map(|(_, back, choice)| (back.into(), choice)).collect(),
        ..Section::default()
    }
}

/// Which part of a long list is shown, and its other parts.
fn pages(start: usize, end: usize, all: usize, words: Words) -> Option<Section> {
    let go =
        |place: usize| Choice::new(name::FINDINGS, if place == 0 { String::new() } else { (place + 1).to_string() });
    let before = (start > 0).then(|| (words.pick("‹ 前面的", "‹ Earlier").into(), go(start.saturating_sub(PAGE))));
    let after = (end < all).then(|| (words.pick("后面的 ›", "Later ›").into(), go(end)));
    let parts = [(start + 1).to_string(), end.to_string(), all.to_string()];
    (all > PAGE).then(|| Section {
        title: words.say("第 {0}–{1} 处，共 {2} 处", "{0}–{1} of {2}", &[&parts[0], &parts[1], &parts[2]]),
        choices: before.into_iter().chain(after).collect(),
        ..Section::default()
    })
}

/// The finding with this address, as what to ask for so that it is shown; nothing for any other address.
pub fn locate(address: &str) -> Vec<Choice> {
    let number = address.strip_prefix(ADDRESS).and_then(|number| number.parse::<usize>().ok());
    let Some(i) = number.and_then(|number| number.checked_sub(1)) else { return Vec::new() };
    let any = [name::VERDICT, name::RULES, name::PAIR].map(|name| Choice::new(name, ""));
    let page = Choice::new(name::FINDINGS, (i / PAGE * PAGE + 1).to_string());
    any.into_iter().chain([page]).collect()
}

/// What the addresses of findings begin with.
const ADDRESS: &str = "checks-";

/// Where the finding that is the report's number `i`, counted from 0, can be found, whatever is asked for.
pub fn address(i: usize) -> String {
    [ADDRESS, &(i + 1).to_string()].concat()
}
