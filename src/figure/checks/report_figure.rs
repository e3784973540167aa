//! The figure of the checks: does this budget add up?
//!
//! Source: the report of [`crate::check`] on every printed number.

use std::borrow::Cow;

use super::filter::FindingFilter;
use super::finding_list::{list, of_cause};
use super::kinds::{kinds, leads, others};
use super::table_pairs::TablePairs;
use super::tally::{self, Tally};
use super::uncovered_and_rules::{rules, uncovered};
use crate::budget::Budget;
use crate::check::{Family, Names, Report, Verdict, explained};
use crate::figure::{
    CHECKS, Cell, Control, CrossCheckCell, CrossCheckMatrix, Entry, Figure, Grid, Param, Plot, Query, Question, Row,
    Section, param,
};
use crate::locale::Locale;
use crate::money::Amount;

/// The question, which checks the budget for its answer. The page checks each budget once and calls [`report_figure`] instead.
pub const QUESTION: Question = Question {
    id: CHECKS,
    question: ("这份预算对得上吗？", "Does this budget add up?"),
    #[cfg(not(target_arch = "wasm32"))]
    answer: |budget, query, locale| report_figure(&crate::check::check(budget), budget, query, locale),
    // In the browser the checks come later, in a module of their own, which this would move into the second.
    #[cfg(target_arch = "wasm32")]
    answer: |_, _, locale| Some(super::checking(locale)),
    params: &[param::VERDICT, param::RULES, param::PAIR, param::FINDINGS, param::FIRST, param::FIGURE],
    lacking: ("没有可以核对的数字", "no numbers to check"),
};

/// The figure of a report of the checks.
pub fn report_figure(report: &Report, budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    if report.findings.is_empty() && report.uncovered.is_empty() {
        return None;
    }
    let map = TablePairs::of(report, budget, locale);
    let wanted = FindingFilter::of(query, &map);
    let counts: Tally = report.findings.iter().map(|finding| finding.verdict).collect();
    let mut entries: Vec<_> =
        Verdict::ALL.iter().map(|verdict| of_verdict(*verdict, &counts, &wanted, locale)).collect();
    let legend = if report.findings.is_empty() { Vec::new() } else { (0..entries.len()).collect() };
    let matrix = cross_check_matrix(&map, &mut entries, locale);
    let names = Names::new(budget);
    let leads = leads(report);
    // Findings before the list are not listed again, unless the reader asks for particular findings.
    let is_filtered = wanted != FindingFilter { is_every: wanted.is_every, ..FindingFilter::default() };
    let are_listed = is_filtered || of_cause(report, query).is_some();
    let mut sections = kinds(report, &leads, are_listed, &names, locale);
    sections.extend(others(&counts, locale));
    sections.push(for_experts(query, locale));
    sections.extend(list(report, &names, &wanted, query, (!are_listed).then_some(&leads), &map, locale));
    sections.extend(uncovered(report, &names, locale));
    sections.push(rules(report, locale));
    Some(Figure {
        answer: answer(&counts, report.causes_of(Verdict::Mismatch).count(), explained(report, &names), locale).into(),
        controls: controls(report, &wanted, locale),
        legend,
        plot: if matrix.cells.is_empty() { Plot::None } else { Plot::CrossCheckMatrix(matrix) },
        notes: (!map.cells.is_empty()).then(|| locale.tr(
            "图的读法：横、竖两个名字相交的格子，是这两张表之间的核对；里面的数是核对了多少处，标记是其中最差的结果。",
            "How to read the chart: where two names meet are the checks between those two tables; the number says how many, the sign the worst of their results.",
        ).into()).into_iter().collect(),
        grid: grid(&map, &counts, locale),
        sections,
        source: locale
            .tr(
                "来源：文件里印的全部数字，金额和单位照原样。每个印出来的数和真实的数最多差末位的一半；几个数相加，最多差这几个一半的和，在这以内的是尾差。",
                "Source: every number that the document prints, as it is printed. A printed number may be off by half a unit of its last place, a sum by the halves of all its parts: as far as that goes, it is rounding.",
            )
            .into(),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The fold with everything that only auditors need: matrix, controls, the list of all findings, rules. It is open if
/// the address asks for any of them.
fn for_experts(query: &Query, locale: Locale) -> Section {
    let is_asked = [param::VERDICT, param::RULES, param::PAIR, param::FINDINGS, param::FIGURE].iter();
    let is_open =
        is_asked.map(|name| query.get(name)).any(|query| query.is_some_and(|asked| asked != param::EVERY_FINDING))
            || query.get(param::FIRST) == Some(QUESTION.id);
    Section {
        title: locale
            .tr("给专业读者：逐处结果、各表的勾稽和规则", "For those who check: each finding, the tables, the rules")
            .into(),
        holds_rest: true,
        folded: !is_open,
        ..Section::default()
    }
}

/// The answer: how many places were checked, how many do not agree, and from how many causes.
fn answer(counts: &Tally, causes: usize, explained: usize, locale: Locale) -> String {
    let (all, wrong) = (counts.all() - counts.of(Verdict::Unchecked), counts.of(Verdict::Mismatch));
    let (zh, one, many) = match (all, wrong) {
        (0, _) => {
            let none = "No two numbers of this document can be held against each other.";
            ("文件里没有可以互相核对的数字。", none, none)
        }
        (_, 0) if counts.of(Verdict::Holds) == all => {
            ("核对了 {0} 处，全部相符。", "The one place checked agrees.", "All {0} places checked agree.")
        }
        (_, 0) => (
            "核对了 {0} 处，没有不符的。",
            "In the one place checked nothing disagrees.",
            "None of the {0} places checked disagrees.",
        ),
        (_, 1) => (
            "核对了 {0} 处，有 1 处不符{2}。",
            "The one place checked does not agree{2}.",
            "Of {0} places checked, one does not agree{2}.",
        ),
        _ => ("核对了 {0} 处，有 {1} 处不符{2}。", "", "Of {0} places checked, {1} do not agree{2}."),
    };
    let causes = tally::of_causes(wrong, causes, locale) + &of_explained(explained, wrong, locale);
    locale.format(zh, if all == 1 { one } else { many }, &[&all.to_string(), &wrong.to_string(), &causes])
}

/// How many of the mismatches the department explains, to follow their number; nothing where it explains none.
pub fn of_explained(explained: usize, wrong: usize, locale: Locale) -> String {
    let (zh, en) = match (explained, wrong) {
        (0, _) => return String::new(),
        (1, 1) => ("，单位有说明", ", which the department explains"),
        _ if explained == wrong => ("，单位都有说明", ", all explained by the department"),
        _ => ("，其中 {0} 处单位有说明", ", {0} of them explained by the department"),
    };
    locale.format(zh, en, &[&explained.to_string()])
}

/// The legend's entry of a verdict: its number of findings, and a tap lists only those.
fn of_verdict(verdict: Verdict, counts: &Tally, wanted: &FindingFilter, locale: Locale) -> Entry {
    let (zh, en) = match verdict {
        Verdict::Mismatch => ("差得比四舍五入能造成的多", "further apart than rounding can bring them"),
        Verdict::Rounding => ("差得很少，四舍五入就能造成", "so little apart that rounding is enough"),
        Verdict::Unchecked => ("文件里没有对照的依据", "the document does not say enough"),
        Verdict::Holds => ("印的和算的一样", "printed and computed are the same"),
    };
    let is_chosen = wanted.verdict == Some(verdict);
    let series = verdict as usize;
    Entry {
        note: Some(locale.tr(zh, en).into()),
        series,
        legend: series,
        param: Some(Param::new(param::VERDICT, if is_chosen { "" } else { verdict.id() })),
        ..counted(&tally::called(verdict, locale), counts.of(verdict), locale)
    }
}

/// An entry that counts checks.
fn counted(name: &str, count: usize, locale: Locale) -> Entry {
    let number = Amount::parse(&count.to_string()).ok();
    Entry { number, amount: count.to_string(), ..Entry::ours(name, None, locale) }
}

/// The matrix as a chart; each cell is an entry.
fn cross_check_matrix(map: &TablePairs, entries: &mut Vec<Entry>, locale: Locale) -> CrossCheckMatrix {
    let mut matrix =
        CrossCheckMatrix { names: map.names.iter().map(|name| name.shown.clone()).collect(), cells: Vec::new() };
    for (&pair, counts) in &map.cells {
        let Some(worst) = counts.worst() else { continue };
        let entry = entries.len();
        let name = map.name(pair, locale) + locale.tr("：", ": ") + &counts.describe(locale);
        let count = counts.all();
        entries.push(Entry {
            amount: locale.format("共 {0} 处", "{0} in all", &[&count.to_string()]),
            legend: worst as usize,
            series: worst as usize,
            param: Some(Param::new(param::PAIR, map.id(pair))),
            ..counted(&name, count, locale)
        });
        let (row, column) = pair;
        matrix.cells.push(CrossCheckCell { row, column, verdict: worst, count: count.to_string(), entry });
    }
    matrix
}

/// The matrix as a table.
fn grid(map: &TablePairs, all: &Tally, locale: Locale) -> Grid {
    let row = |name: String, counts: &Tally| {
        let count = |verdict: &Verdict| Cell::text(counts.of(*verdict).to_string());
        Row::of([Cell::text(name)].into_iter().chain(Verdict::ALL.iter().map(count)).collect::<Vec<_>>())
    };
    let total = row(locale.tr("全部（涉及几张表的只算一次）", "All, each once").into(), all).sum();
    let verdicts = Verdict::ALL.map(|verdict| tally::called(verdict, locale));
    Grid {
        groups: Vec::new(),
        head: [locale.tr("表格", "Tables").into()].into_iter().chain(verdicts).collect(),
        rows: map.cells.iter().map(|(pair, counts)| row(map.name(*pair, locale), counts)).chain([total]).collect(),
    }
}

/// The control that filters findings by family of rules, where there are several.
fn controls(report: &Report, wanted: &FindingFilter, locale: Locale) -> Vec<Control> {
    let is_met = |family: &Family| report.findings.iter().any(|finding| finding.rule.about().family == *family);
    let met: Vec<_> = Family::ALL.into_iter().filter(is_met).collect();
    if met.len() < 2 {
        return Vec::new();
    }
    let all = (String::new(), locale.tr("全部", "All").into());
    let options =
        met.into_iter().map(|family| (family.id().into(), locale.tr(family.name().0, family.name().1).into()));
    vec![Control::Options {
        name: param::RULES,
        label: locale.tr("核对的种类", "Kind of check").into(),
        options: [all].into_iter().chain(options).collect(),
        chosen: wanted.family.map_or(Cow::Borrowed(""), |family| family.id().into()).into_owned(),
    }]
}
