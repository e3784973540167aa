//! Does this budget add up?
//!
//! Source: the report of [`crate::check`] on every printed number.

use std::borrow::Cow;

use super::family::Family;
use super::listed::list;
use super::map::Map;
use super::rest::{rules, uncovered};
use super::tally::{self, Tally};
use super::wanted::Wanted;
use crate::budget::Budget;
use crate::check::{Names, Report, Verdict};
use crate::figure::{Asked, Cell, Choice, Control, Entry, Figure, Grid, Plot, Question, Row, TieCell, Ties, name};
use crate::money::Amount;
use crate::words::Words;

/// The question, which checks the budget to answer it. In the browser that is done once a budget.
pub const QUESTION: Question = Question {
    answer: |budget, asked, words| told(&crate::check::check(budget), budget, asked, words),
    heeds: &[name::VERDICT, name::RULES, name::PAIR, name::FINDINGS],
    ..super::QUESTION
};

/// What the report says of the budget.
pub fn told(report: &Report, budget: &Budget, asked: &Asked, words: Words) -> Option<Figure> {
    if report.findings.is_empty() && report.uncovered.is_empty() {
        return None;
    }
    let map = Map::of(report, budget, words);
    let wanted = Wanted::of(asked, &map);
    let counts: Tally = report.findings.iter().map(|finding| finding.verdict).collect();
    let mut entries: Vec<_> =
        Verdict::ALL.iter().map(|verdict| of_verdict(*verdict, &counts, &wanted, words)).collect();
    let legend = if report.findings.is_empty() { Vec::new() } else { (0..entries.len()).collect() };
    let ties = ties(&map, &mut entries, words);
    let names = Names::new(budget);
    let mut sections = list(report, &names, &wanted, asked, &map, words);
    sections.extend(uncovered(report, &names, words));
    sections.push(rules(report, words));
    Some(Figure {
        answer: answer(&counts, report.causes_of(Verdict::Mismatch).count(), words).into(),
        controls: controls(report, &wanted, words),
        legend,
        plot: if ties.cells.is_empty() { Plot::None } else { Plot::Ties(ties) },
        grid: grid(&map, &counts, words),
        sections,
        source: words
            .pick(
                "来源：文件里印的全部数字，金额和单位照原样。每个印出来的数和真实的数最多差末位的一半；几个数相加，最多差这几个一半的和，在这以内的是尾差。",
                "Source: every number that the document prints, as it is printed. A printed number may be off by half a unit of its last place, a sum by the halves of all its parts: as far as that goes, it is rounding.",
            )
            .into(),
        entries,
        ..QUESTION.figure(words)
    })
}

/// What matters first: what does not agree, and of how many causes.
fn answer(counts: &Tally, causes: usize, words: Words) -> String {
    let numbers = [Verdict::Mismatch, Verdict::Rounding, Verdict::Unchecked, Verdict::Holds].map(|v| counts.of(v));
    let all = counts.all();
    let told = |verdict| {
        let why = if verdict == Verdict::Rounding { words.pick("（四舍五入所致）", " only") } else { "" };
        (counts.of(verdict) > 0).then(|| tally::told(verdict, counts.of(verdict), words) + why)
    };
    let list: Vec<_> = [Verdict::Rounding, Verdict::Unchecked].into_iter().filter_map(told).collect();
    let list = list.join(words.pick("，", ", "));
    let (zh, en) = match numbers {
        _ if all == 0 => {
            ("文件里没有可以互相核对的数字。", "No two numbers of this document can be held against each other.")
        }
        [0, 0, 0, _] => ("应当对上的 {0} 处全部相符。", "All {0} that should agree do."),
        [0, _, _, 0] => ("应当对上的 {0} 处没有一处不符：{2}。", "Of {0} that should agree, none is wrong: {2}."),
        [0, _, _, _] => (
            "应当对上的 {0} 处没有一处不符：{2}，其余 {3} 处相符。",
            "Of {0} that should agree, none is wrong: {2}, and the other {3} agree.",
        ),
        [_, 0, 0, 0] => ("应当对上的 {0} 处全都不符{5}。", "None of the {0} that should agree do{5}."),
        [_, 0, 0, _] => (
            "应当对上的 {0} 处里，有 {1} 处不符{5}，其余 {3} 处相符。",
            "Of {0} that should agree, {1} {4} not{5}; the other {3} do.",
        ),
        [.., 0] => ("应当对上的 {0} 处里，有 {1} 处不符{5}，{2}。", "Of {0} that should agree, {1} {4} not{5}, {2}."),
        _ => (
            "应当对上的 {0} 处里，有 {1} 处不符{5}，{2}，其余 {3} 处相符。",
            "Of {0} that should agree, {1} {4} not{5}, {2}, and the other {3} agree.",
        ),
    };
    let places = words.say("{0}", if all == 1 { "{0} place" } else { "{0} places" }, &[&all.to_string()]);
    let do_not = if numbers[0] == 1 { "does" } else { "do" };
    words.say(
        zh,
        en,
        &[
            &places,
            &numbers[0].to_string(),
            &list,
            &numbers[3].to_string(),
            do_not,
            &tally::of_causes(numbers[0], causes, words),
        ],
    )
}

/// The legend's entry of a verdict: how many, and only those when chosen.
fn of_verdict(verdict: Verdict, counts: &Tally, wanted: &Wanted, words: Words) -> Entry {
    let (zh, en) = match verdict {
        Verdict::Mismatch => ("差得比四舍五入能造成的多", "further apart than rounding can bring them"),
        Verdict::Rounding => ("差得很少，四舍五入就能造成", "so little apart that rounding is enough"),
        Verdict::Unchecked => ("文件里没有对照的依据", "the document does not say enough"),
        Verdict::Holds => ("印的和算的一样", "printed and computed are the same"),
    };
    let is_chosen = wanted.verdict == Some(verdict);
    let series = verdict as usize;
    Entry {
        note: Some(words.pick(zh, en).into()),
        series,
        legend: series,
        choice: Some(Choice::new(name::VERDICT, if is_chosen { "" } else { verdict.id() })),
        ..counted(&tally::called(verdict, words), counts.of(verdict), words)
    }
}

/// An entry that counts checks.
fn counted(name: &str, count: usize, words: Words) -> Entry {
    let number = Amount::parse(&count.to_string()).ok();
    Entry { number, amount: count.to_string(), ..Entry::ours(name, None, words) }
}

/// The chart; each of its cells is an entry.
fn ties(map: &Map, entries: &mut Vec<Entry>, words: Words) -> Ties {
    let mut ties = Ties { names: map.names.iter().map(|name| name.shown.clone()).collect(), cells: Vec::new() };
    for (&pair, counts) in &map.cells {
        let Some(worst) = counts.worst() else { continue };
        let entry = entries.len();
        let name = map.name(pair, words) + words.pick("：", ": ") + &counts.told(words);
        let count = counts.all();
        entries.push(Entry {
            amount: words.say("共 {0} 处", "{0} in all", &[&count.to_string()]),
            legend: worst as usize,
            series: worst as usize,
            choice: Some(Choice::new(name::PAIR, map.id(pair))),
            ..counted(&name, count, words)
        });
        let (row, column) = pair;
        ties.cells.push(TieCell { row, column, verdict: worst, count: count.to_string(), entry });
    }
    ties
}

/// The map as a table.
fn grid(map: &Map, all: &Tally, words: Words) -> Grid {
    let row = |name: String, counts: &Tally| {
        let count = |verdict: &Verdict| Cell::text(counts.of(*verdict).to_string());
        Row::of([Cell::text(name)].into_iter().chain(Verdict::ALL.iter().map(count)).collect::<Vec<_>>())
    };
    let total = row(words.pick("全部（涉及几张表的只算一次）", "All, each once").into(), all).sum();
    let verdicts = Verdict::ALL.map(|verdict| tally::called(verdict, words));
    Grid {
        groups: Vec::new(),
        head: [words.pick("表格", "Tables").into()].into_iter().chain(verdicts).collect(),
        rows: map.cells.iter().map(|(pair, counts)| row(map.name(*pair, words), counts)).chain([total]).collect(),
    }
}

/// By the family of rules, where there are several.
fn controls(report: &Report, wanted: &Wanted, words: Words) -> Vec<Control> {
    let is_met = |family: &Family| report.findings.iter().any(|finding| Family::of(finding.rule) == *family);
    let met: Vec<_> = Family::ALL.into_iter().filter(is_met).collect();
    if met.len() < 2 {
        return Vec::new();
    }
    let all = ("", words.pick("全部", "All").into());
    let options = met.into_iter().map(|family| (family.id(), words.pick(family.name().0, family.name().1).into()));
    vec![Control::Options {
        name: name::RULES,
        label: words.pick("核对的种类", "Kind of check").into(),
        options: [all].into_iter().chain(options).collect(),
        chosen: wanted.family.map_or(Cow::Borrowed(""), |family| family.id().into()).into_owned(),
    }]
}
