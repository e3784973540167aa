//! Groups mismatches by kind, in words for readers who do not check budgets, each kind with its number of mismatches.

use super::finding::finding;
use super::tally::Tally;
use crate::check::{Finding, Names, Report, Rule, Verdict};
use crate::figure::{Param, Section, param};
use crate::locale::Locale;
use crate::money::{Amount, sort};

/// The most causes that are shown; the others are in the list of all findings.
const MAX: usize = 12;

/// The first finding of each cause of mismatches, worst first, as many as are shown before the list of all findings.
pub fn leads(report: &Report) -> Vec<usize> {
    report.causes_of(Verdict::Mismatch).take(MAX).map(|cause| cause.lead).collect()
}

/// The sections of all kinds: a heading for each kind, and its causes below. A finding has its id here only where the
/// list of all findings does not have it, too.
pub fn kinds(report: &Report, leads: &[usize], are_listed: bool, names: &Names, locale: Locale) -> Vec<Section> {
    let mut kinds: Vec<((&str, &str), Vec<usize>)> = Vec::new();
    for &lead in leads {
        let kind = kind(&report.findings[lead]);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, all)) => all.push(lead),
            None => kinds.push((kind, vec![lead])),
        }
    }
    let mut sections = Vec::new();
    for (kind, leads) in kinds {
        sections.push(Section { title: heading(report, kind, &leads, locale), ..Section::default() });
        sections.extend(leads.iter().map(|&lead| {
            let own = finding(report, lead, true, names, locale);
            Section { address: own.address.filter(|_| !are_listed), ..own }
        }));
    }
    let rest = report.causes_of(Verdict::Mismatch).count() - leads.len();
    let (zh, en) = ("还有 {0} 条 ›", if rest == 1 { "One more ›" } else { "{0} more ›" });
    let all = locale.format(zh, en, &[&rest.to_string()]);
    let all = (all, Param::new(param::VERDICT, Verdict::Mismatch.id()));
    sections.extend((rest > 0).then(|| Section { choices: vec![all], ..Section::default() }));
    sections
}

/// The heading of a kind, with its number of mismatches, all that follow from the same causes included: over all kinds
/// they add up to the number in the answer. Where they are in fewer projects, the heading says so, too.
fn heading(report: &Report, kind: (&str, &str), leads: &[usize], locale: Locale) -> String {
    let findings = leads.iter().flat_map(|&lead| {
        let count = report.cause(lead).map_or(1, |cause| cause.count);
        &report.findings[lead..lead + count]
    });
    let findings: Vec<_> = findings.collect();
    let mut projects: Vec<_> = findings.iter().filter_map(|finding| finding.stated.first()?.project()).collect();
    let are_of_projects = projects.len() == findings.len();
    sort(&mut projects);
    projects.dedup();
    let (zh, en) = match (are_of_projects && projects.len() < findings.len(), findings.len()) {
        (true, _) if projects.len() == 1 => ("{0} 处，在一个项目里：{1}", "{0} times, in one project: {1}"),
        (true, _) => ("{0} 处，在 {2} 个项目里：{1}", "{0} times, in {2} projects: {1}"),
        (_, 1) => ("1 处：{1}", "Once: {1}"),
        _ if leads.len() == 1 => ("{0} 处，出于同一个原因：{1}", "{0} times, of one cause: {1}"),
        _ => ("{0} 处：{1}", "{0} times: {1}"),
    };
    let [count, projects] = [findings.len(), projects.len()].map(|count| count.to_string());
    locale.format(zh, en, &[&count, locale.tr(kind.0, kind.1), &projects])
}

/// The kind of a mismatch: what is wrong, in plain words.
fn kind(finding: &Finding) -> (&'static str, &'static str) {
    let is_more = || {
        let difference = finding.compared.and_then(|compared| compared.difference).map(Amount::decimal);
        difference.is_some_and(|difference| difference.is_sign_positive())
    };
    match finding.rule {
        Rule::InOut => ("收入和支出不一样多", "income is not expenditure"),
        Rule::YearChange | Rule::YearRate | Rule::StatedChange | Rule::StatedRate | Rule::LastYear => {
            ("增减的数和两年的数对不上", "a change is not the difference of the two years")
        }
        rule if rule <= Rule::SameNumber => {
            ("同一笔钱，两张表印得不一样", "two tables print the same money differently")
        }
        rule if rule <= Rule::ThreePublicParts => ("表里的合计不等于各项相加", "a total is not the sum of its parts"),
        Rule::StatedAmount => ("文字写的金额和表格不一样", "the text states another amount than the table"),
        Rule::StatedShare => ("文字写的占比和算出来的不一样", "a share in the text is not the one that comes out"),
        Rule::StatedParts => ("文字里的分项加起来不等于合计", "parts in the text do not add up"),
        Rule::StatedCount | Rule::Counts => ("写的个数和实际的不一样", "a number is not how many there are"),
        Rule::FormCost if is_more() => {
            ("绩效表写的成本比安排的钱多", "the form states a cost above the money that is budgeted")
        }
        Rule::FormCost => {
            ("绩效表写的成本和安排的钱不一样", "the form states another cost than the money that is budgeted")
        }
        Rule::FormGoal => ("绩效目标写的是别的项目", "the goal is another project’s"),
        Rule::FormProject => ("绩效表和项目的名称对不上", "form and project are not called alike"),
        rule if rule <= Rule::FormProject => {
            ("绩效表写的资金和预算对不上", "a form’s funds are not those of the budget")
        }
        Rule::Negative => ("金额小于零", "an amount is less than nothing"),
        Rule::UnitScale => ("单位像是用错了", "a unit seems to be wrong"),
        _ => ("表格有缺漏、重复或编号不对", "a table lacks something, or has it twice"),
    }
}

/// Explains what a mismatch means, which is less than many readers fear.
fn meaning(locale: Locale) -> &'static str {
    locale.tr(
        "不符只说明文件里的数互相对不上，不等于钱用错了；原因要由公布的单位说明。",
        "This says that numbers of the document contradict each other, not that money was misspent; why is for the department to say.",
    )
}

/// A section that explains what mismatches mean, and counts the rounding differences and what cannot be checked.
pub fn others(counts: &Tally, locale: Locale) -> Option<Section> {
    let of = |verdict| Some(counts.of(verdict)).filter(|count| *count > 0).map(|count| count.to_string());
    let rounding = of(Verdict::Rounding).map(|count| {
        locale.format("{0} 处只差四舍五入的尾数，不必改", "{0} differ by rounding only and need no change", &[&count])
    });
    let unchecked = of(Verdict::Unchecked).map(|count| {
        locale.format(
            "{0} 处文件里没有对照的依据，无法核对",
            "{0} cannot be checked: the document does not say enough",
            &[&count],
        )
    });
    let all: Vec<_> = rounding.into_iter().chain(unchecked).collect();
    let all = locale.format("另有 {0}。", "Besides, {0}.", &[&all.join(locale.tr("；", "; "))]);
    let all = (counts.of(Verdict::Rounding) + counts.of(Verdict::Unchecked) > 0).then_some(all);
    let meant = (counts.of(Verdict::Mismatch) > 0).then(|| meaning(locale).to_string());
    let paragraphs: Vec<_> = meant.into_iter().chain(all).collect();
    (!paragraphs.is_empty()).then(|| Section { paragraphs, ..Section::default() })
}
