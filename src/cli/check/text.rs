//! The findings as lines for a person.

use std::fmt::Write;

use super::options::Options;
use super::{Checked, Tally};
use crate::check::{Finding, Place, Verdict, sentence};
use crate::money;
use crate::words::{Lang, Words};

/// As many of the numbers that no check covers are named where not all are asked for.
const NAMED: usize = 3;

/// One document: its findings, and how many there are.
pub fn told(checked: &Checked, options: &Options) -> String {
    let Checked { file, budget, report, words, .. } = checked;
    let document = &budget.document;
    let mut text = format!("{file} · {} {}\n", document.department, document.year);
    for finding in report.findings.iter().filter(|finding| options.all || finding.verdict != Verdict::Holds) {
        let _ = writeln!(text, "  {}", line(finding, checked, options));
    }
    let tally = Tally::of(report);
    let _ = writeln!(text, "  {}{}", counts(&tally, *words), words.pick("。", "."));
    if !report.uncovered.is_empty() {
        let _ = writeln!(text, "  {}", uncovered(checked, options.all));
    }
    text
}

/// What does not agree in one document, below its name; nothing where all agrees.
pub fn mismatches(checked: &Checked) -> String {
    let Checked { file, budget, report, .. } = checked;
    let document = &budget.document;
    let mut text = String::new();
    for finding in report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch) {
        if text.is_empty() {
            let _ = writeln!(text, "{file} · {} {}", document.department, document.year);
        }
        let _ = writeln!(text, "  {}", line(finding, checked, &Options::default()));
    }
    text
}

/// One finding: its verdict, where, what.
fn line(finding: &Finding, checked: &Checked, options: &Options) -> String {
    let Checked { names, words, .. } = checked;
    let (zh, en) = finding.verdict.name();
    let name = words.pick(zh, en);
    // As wide as the longest; a Chinese character takes two columns.
    let (width, own) = match words.lang {
        Lang::Zh => (8, name.chars().count() * 2),
        Lang::En => (19, name.len()),
    };
    let colour = match finding.verdict {
        Verdict::Mismatch => "\x1b[1;31m",
        Verdict::Rounding => "\x1b[33m",
        Verdict::Unchecked => "\x1b[36m",
        Verdict::Holds => "\x1b[32m",
    };
    let (on, off) = if options.colour { (colour, "\x1b[0m") } else { ("", "") };
    let place = places_of(finding).next().map(|place| place_of(checked, place)).unwrap_or_default();
    let space = if place.is_empty() { "" } else { "  " };
    format!("{on}{name}{off}{:1$}{place}{space}{2}", "", width - own + 2, sentence(finding, names, *words))
}

/// What a finding is about. A project is found where its line is.
pub fn places_of(finding: &Finding) -> impl Iterator<Item = Place> {
    let is_said = |place: &Place| matches!(place, Place::Project(_)) && finding.stated.len() > 1;
    finding.stated.iter().copied().filter(move |place| !is_said(place))
}

/// `表三 · 合计 · 项目支出`.
pub fn place_of(checked: &Checked, place: Place) -> String {
    let path = checked.names.path(place, checked.words);
    let parts = [path.table, path.line, path.column];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A place with the number that it prints.
pub fn place_and_number(checked: &Checked, place: Place) -> String {
    let number = place.printed(checked.budget).map(|(amount, _)| money::text(amount.decimal()));
    [place_of(checked, place), number.unwrap_or_default()].join(" ")
}

/// `核对了 619 处：相符 575，尾差 21，不符 10，无法核对 13；另有 10 个数字没有核对到`.
pub fn counts(tally: &Tally, words: Words) -> String {
    let [mismatch, rounding, unchecked, holds] = tally.verdicts.map(|count| count.to_string());
    let all = tally.verdicts.iter().sum::<usize>().to_string();
    let told = words.say(
        "核对了 {0} 处：相符 {1}，尾差 {2}，不符 {3}，无法核对 {4}",
        "{0} checks: {1} hold, {2} differ by rounding, {3} do not hold, {4} cannot be made",
        &[&all, &holds, &rounding, &mismatch, &unchecked],
    );
    let more =
        words.say("；另有 {0} 个数字没有核对到", "; {0} numbers are not covered", &[&tally.uncovered.to_string()]);
    told + if tally.uncovered > 0 { &more } else { "" }
}

/// The numbers that no check covers; only the first, where not all are asked for.
fn uncovered(checked: &Checked, all: bool) -> String {
    let (words, places) = (checked.words, &checked.report.uncovered);
    if all {
        let lines: Vec<_> = places.iter().map(|place| format!("\n    {}", place_and_number(checked, *place))).collect();
        return words.say("没有核对到的：{0}", "Not covered:{0}", &[&lines.concat()]);
    }
    let first: Vec<_> = places.iter().take(NAMED).map(|place| place_and_number(checked, *place)).collect();
    let (zh, en) = if places.len() > NAMED {
        (
            "没有核对到的：{0} 等 {1} 个（--all 列出全部）。",
            "Not covered: {0} and others, {1} in all (--all lists them).",
        )
    } else {
        ("没有核对到的：{0}。", "Not covered: {0}.")
    };
    words.say(zh, en, &[&first.join(words.pick("、", ", ")), &places.len().to_string()])
}

/// All files together.
pub fn total(tally: &Tally, lang: Lang) -> String {
    let words = Words { lang, unit: crate::money::Unit::Wan };
    let files = words.say("共 {0} 个文件", "{0} files", &[&tally.files.to_string()]);
    let unusable = words.say("，其中 {0} 个不能用", ", {0} of them unusable", &[&tally.unusable.to_string()]);
    let unusable = if tally.unusable > 0 { &unusable } else { "" };
    [&files, unusable, words.pick("；", "; "), &counts(tally, words), words.pick("。\n", ".\n")].concat()
}
