//! The sections after the list of findings: numbers that no check covers, and the rules.

use super::finding::places;
use super::tally::Tally;
use crate::check::{Names, Report, Rule};
use crate::figure::{Grid, Section};
use crate::locale::Locale;

/// The most numbers without a check that are listed.
const MAX: usize = 200;

/// The section of the printed numbers that no check covers.
pub fn uncovered(report: &Report, names: &Names, locale: Locale) -> Option<Section> {
    let all = &report.uncovered;
    let count = all.len().to_string();
    let listed = &all[..all.len().min(MAX)];
    let rows: Vec<_> = listed.chunks(1).flat_map(|place| places(place, names, locale)).collect();
    let (zh, en) = if all.len() > MAX {
        (
            "文件里没有别的数字可以和它们对照，对错都看不出。先列出 {0} 个。",
            "Nothing else in the document speaks for or against them. These are the first {0}.",
        )
    } else {
        ("文件里没有别的数字可以和它们对照，对错都看不出。", "Nothing else in the document speaks for or against them.")
    };
    let title = if all.len() == 1 { "One number without a check" } else { "{0} numbers without a check" };
    (!all.is_empty()).then(|| Section {
        address: Some("checks-uncovered".into()),
        title: locale.format("没有核对到的数字：{0} 个", title, &[&count]),
        folded: true,
        paragraphs: vec![locale.format(zh, en, &[&MAX.to_string()])],
        grid: Some(Grid::new([locale.tr("印在哪里", "Where"), locale.tr("印的数", "What is printed")], rows)),
        ..Section::default()
    })
}

/// The section of all rules, with their reasons and verdicts; rules that found nothing to check come last.
pub fn rules(report: &Report, locale: Locale) -> Section {
    let mut counts = [Tally::default(); Rule::ALL.len()];
    for finding in &report.findings {
        counts[finding.rule as usize].add(finding.verdict);
    }
    let told = |(rule, counts): (Rule, &Tally)| {
        let about = rule.about();
        let [name, reason] = [about.name, about.reason].map(|(zh, en)| locale.tr(zh, en));
        let each = counts.describe(locale);
        let each = if each.is_empty() { locale.tr("没有用到", "not needed").into() } else { each };
        locale.format("{0}：{1}（{2}）", "{0}: {1} ({2})", &[name, reason, &each])
    };
    let (used, unused): (Vec<_>, Vec<_>) = Rule::ALL.into_iter().zip(&counts).partition(|(_, counts)| counts.all() > 0);
    Section {
        address: Some("checks-rules".into()),
        title: locale.format("核对用的 {0} 条规则", "The {0} rules", &[&Rule::ALL.len().to_string()]),
        folded: true,
        list: used.into_iter().chain(unused).map(told).collect(),
        ..Section::default()
    }
}
