//! The findings as lines for a person: what does not agree first, cause by cause.

use std::fmt::Write;

use super::colour;
use super::options::Options;
use super::unchecked::Unchecked;
use super::wrap::wrapped;
use super::{Checked, Tally, file, last_year};
use crate::check::{Cause, CauseKind, Finding, Place, Verdict, followers, habit, headed, mend};
use crate::cli::terminal::painted;
use crate::locale::{Lang, Locale};
use crate::money;

/// As many of the numbers that no check covers are named where not all are asked for.
const NAMED: usize = 3;
/// How far what is told of a place stands in.
pub const INDENT: usize = 4;

/// One document: its findings, and how many there are.
pub fn render(checked: &Checked, options: &Options) -> String {
    let Checked { report, locale, .. } = checked;
    let mut text = title(checked);
    text += &file::odd(checked, options);
    text += &not_agreeing(checked, options);
    text += &last_year::told(checked, options);
    text += &roundings(checked, options);
    text += &unchecked(checked, options);
    if options.all && report.count(Verdict::Holds) > 0 {
        text += &heading(
            Verdict::Holds,
            &of_causes(report.count(Verdict::Holds), report.count(Verdict::Holds), *locale),
            *locale,
        );
        for finding in report.findings.iter().filter(|finding| finding.verdict == Verdict::Holds) {
            text += &entry(finding, checked, options);
        }
    }
    let against = last_year::share(checked).map(|share| locale.tr("", " ").to_owned() + share.trim_end());
    let end = locale.tr("。", ".");
    let _ = writeln!(text, "\n{}{end}{}", counts(&checked.tally(), *locale), against.unwrap_or_default());
    if !report.uncovered.is_empty() {
        text += &wrapped(&uncovered(checked, options.all), 0, options.width);
    }
    text
}

/// What does not agree in one document, below its name; nothing where all agrees.
pub fn mismatches(checked: &Checked) -> String {
    let options = Options { width: super::wrap::width(), ..Options::default() };
    let told = not_agreeing(checked, &options);
    if told.is_empty() { told } else { title(checked) + &told }
}

fn title(checked: &Checked) -> String {
    let document = &checked.budget.document;
    // An official file may name no year.
    let year = Some(document.year).filter(|year| *year > 0).map(|year| format!(" {year}")).unwrap_or_default();
    format!("{} · {}{year}\n", checked.file, document.department)
}

/// A heading for the findings of a verdict.
pub fn heading(verdict: Verdict, what: &str, locale: Locale) -> String {
    let (zh, en) = verdict.name();
    let name = locale.capitalize_first(locale.tr(zh, en).into());
    locale.format("\n{0}：{1}\n", "\n{0}: {1}\n", &[&painted(colour::of(verdict), &name), what])
}

/// The mismatches, cause by cause.
fn not_agreeing(checked: &Checked, options: &Options) -> String {
    let Checked { report, locale, names, .. } = checked;
    let causes: Vec<_> = report.causes_of(Verdict::Mismatch).collect();
    if causes.is_empty() {
        return String::new();
    }
    let mut text =
        heading(Verdict::Mismatch, &of_causes(report.count(Verdict::Mismatch), causes.len(), *locale), *locale);
    for cause in causes {
        text += &entry(&report.findings[cause.lead], checked, options);
        if let Some(mend) = mend(cause, report, names, *locale, true) {
            let told = locale.format("可能的改法：{0}", "To mend it: {0}", &[&locale.lowercase_first(&mend)]);
            text += &wrapped(&told, INDENT, options.width);
        }
        text += &below(cause, checked, options.all, options);
    }
    text
}

/// `10 处，8 个原因`.
pub fn of_causes(count: usize, causes: usize, locale: Locale) -> String {
    let (zh, en) = if count == causes {
        ("{0} 处", "{0}")
    } else if causes == 1 {
        ("{0} 处，出于同一个原因", "{0}, of one cause")
    } else {
        ("{0} 处，{1} 个原因", "{0}, of {1} causes")
    };
    locale.format(zh, en, &[&count.to_string(), &causes.to_string()])
}

/// What else comes from a cause, each where all is asked for.
fn below(cause: &Cause, checked: &Checked, all: bool, options: &Options) -> String {
    let locale = checked.locale;
    let Some(told) = followers(cause, locale) else { return String::new() };
    let (zh, en) = match checked.source {
        _ if all => ("↳ {0}：", "↳ {0}:"),
        Some(_) => ("↳ {0}（--all 列出）", "↳ {0} (--all lists them)"),
        // Whoever publishes has no such option.
        None => ("↳ {0}", "↳ {0}"),
    };
    let mut text = wrapped(&locale.format(zh, en, &[&told]), INDENT, options.width);
    if all && cause.common == CauseKind::Same {
        text += &wrapped(&places_of(cause, checked), INDENT + 2, options.width);
    } else if all {
        for finding in &checked.report.findings[cause.lead + 1..cause.lead + cause.count] {
            let (place, sentence) = headed(finding, &checked.names, locale);
            text += &wrapped(&[&place, locale.tr("：", ": "), &sentence].concat(), INDENT + 2, options.width);
        }
    }
    text
}

/// Where the same two numbers stand otherwise; to tell them again would say nothing.
pub fn places_of(cause: &Cause, checked: &Checked) -> String {
    let locale = checked.locale;
    let followers = checked.report.findings[cause.lead + 1..cause.lead + cause.count].iter();
    let places: Vec<_> = followers.map(|finding| headed(finding, &checked.names, locale).0).collect();
    places.join(locale.tr("、", ", ")) + locale.tr("。", ".")
}

/// Roundings as one count, or one by one.
fn roundings(checked: &Checked, options: &Options) -> String {
    let Checked { report, locale, .. } = checked;
    let causes: Vec<_> = report.causes_of(Verdict::Rounding).collect();
    if causes.is_empty() {
        return String::new();
    }
    let counts = [report.count(Verdict::Rounding), causes.len()];
    let (zh, en) = match counts {
        [count, groups] if groups > 1 && groups < count => ("{0} 处，{1} 组", "{0}, in {1} groups"),
        _ => ("{0} 处", "{0}"),
    };
    let count = locale.format(zh, en, &counts.each_ref().map(ToString::to_string).each_ref().map(String::as_str));
    let (zh, en) = if options.rounding {
        ("{0}，四舍五入所致，不必改", "{0}; nothing need be changed")
    } else {
        ("{0}，四舍五入所致，不必改（--rounding 列出）", "{0}; nothing need be changed (--rounding lists them)")
    };
    let mut text = heading(Verdict::Rounding, &locale.format(zh, en, &[&count]), *locale);
    for cause in causes {
        if options.rounding {
            text += &entry(&report.findings[cause.lead], checked, options);
        }
        if let Some(note) = habit(cause, *locale) {
            let (place, _) = headed(&report.findings[cause.lead], &checked.names, *locale);
            let place = if options.rounding { String::new() } else { place + locale.tr(" 等：", " and others: ") };
            text += &wrapped(&(place + &note), INDENT, options.width);
        }
        if options.rounding {
            text += &below(cause, checked, true, options);
        }
    }
    text
}

/// What cannot be checked: each reason once, and the tables that are missing in one line.
fn unchecked(checked: &Checked, options: &Options) -> String {
    let Checked { report, locale, .. } = checked;
    let all: Vec<_> = report.findings.iter().filter(|finding| finding.verdict == Verdict::Unchecked).collect();
    if all.is_empty() {
        return String::new();
    }
    let mut text = heading(Verdict::Unchecked, &of_causes(all.len(), all.len(), *locale), *locale);
    if options.all {
        return all.into_iter().fold(text, |text, finding| text + &entry(finding, checked, options));
    }
    let unchecked = Unchecked::of(checked);
    for group in &unchecked.groups {
        text += &entry(group[0], checked, options);
        if group.len() > 1 {
            let (zh, en) = ("↳ 另外 {0} 处一样（--all 列出）", "↳ {0} more alike (--all lists them)");
            text += &wrapped(&locale.format(zh, en, &[&(group.len() - 1).to_string()]), INDENT, options.width);
        }
    }
    let without = unchecked.without_tables(*locale).map(|told| wrapped(&told, 2, options.width));
    text + &without.unwrap_or_default()
}

/// One finding: where in the file and the place as a heading, what was found below it.
fn entry(finding: &Finding, checked: &Checked, options: &Options) -> String {
    let (place, sentence) = headed(finding, &checked.names, checked.locale);
    let at = finding.stated.first().and_then(|place| checked.at(*place)).unwrap_or_default();
    let heading = if place.is_empty() { String::new() } else { file::placed(&at, &place, options) };
    heading + &wrapped(&sentence, if place.is_empty() { 2 } else { INDENT }, options.width)
}

/// `表三 · 合计 · 项目支出`.
pub fn place_of(checked: &Checked, place: Place) -> String {
    let path = checked.names.path(place, checked.locale);
    let parts = [path.table, path.line, path.column];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A place with the number that it prints.
pub fn place_and_number(checked: &Checked, place: Place) -> String {
    let number = place.printed(checked.budget).map(|(amount, _)| money::text(amount.decimal()));
    [place_of(checked, place), number.unwrap_or_default()].join(" ")
}
/// `核对了 619 处：相符 575，尾差 21，不符 10，无法核对 13；另有 10 个数字没有核对到`.
pub fn counts(tally: &Tally, locale: Locale) -> String {
    let [mismatch, rounding, unchecked, holds] = tally.verdicts.map(|count| count.to_string());
    let all = tally.verdicts.iter().sum::<usize>().to_string();
    let told = locale.format(
        "核对了 {0} 处：相符 {1}，尾差 {2}，不符 {3}，无法核对 {4}",
        "{0} checks: {1} hold, {2} differ by rounding, {3} do not hold, {4} cannot be made",
        &[&all, &holds, &rounding, &mismatch, &unchecked],
    );
    let more =
        locale.format("；另有 {0} 个数字没有核对到", "; {0} numbers are not covered", &[&tally.uncovered.to_string()]);
    told + if tally.uncovered > 0 { &more } else { "" }
}

/// The numbers that no check covers; only the first, where not all are asked for.
fn uncovered(checked: &Checked, all: bool) -> String {
    let (locale, places) = (checked.locale, &checked.report.uncovered);
    if all {
        let lines: Vec<_> = places.iter().map(|place| format!("\n    {}", place_and_number(checked, *place))).collect();
        return locale.format("没有核对到的：{0}", "Not covered:{0}", &[&lines.concat()]);
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
    locale.format(zh, en, &[&first.join(locale.tr("、", ", ")), &places.len().to_string()])
}

/// All files together.
pub fn total(tally: &Tally, lang: Lang) -> String {
    let locale = Locale { lang, unit: crate::money::Unit::Wan };
    let files = locale.format("共 {0} 个文件", "{0} files", &[&tally.files.to_string()]);
    let unusable = locale.format("，其中 {0} 个不能用", ", {0} of them unusable", &[&tally.unusable.to_string()]);
    let unusable = if tally.unusable > 0 { &unusable } else { "" };
    [&files, unusable, locale.tr("；", "; "), &counts(tally, locale), locale.tr("。\n", ".\n")].concat()
}
