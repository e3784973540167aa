//! The figure on the department's performance goals: what is to be achieved this year?
//!
//! Source: the performance form of the whole department (部门整体支出绩效目标表).

use super::classes::give_shares;
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::indicators::indicators;
use super::series::colour;
use super::source::titled;
use super::{Figure, Plot, Query, Question, Section, Stack, Text};
use crate::budget::{Budget, Cells, Performance, Place, column};
use crate::locale::{Lang, Locale};
use crate::money::{Amount, Money};

pub const QUESTION: Question = Question {
    id: "performance",
    question: ("今年要做到什么？", "What is to be achieved this year?"),
    answer: performance,
    params: &[],
    lacking: ("没有部门整体绩效目标", "no performance form of the whole department"),
};

/// Funds by one side of the form: where they come from, or what they are for.
struct Side {
    /// The name of the side.
    name: &'static str,
    /// The total, as printed or else the sum of the parts.
    total: Entry,
    /// Whether the total is a sum of this program's.
    ours: bool,
    /// Its parts that are not blank.
    parts: Vec<Entry>,
    /// A note, if the parts add up to something else than the total.
    difference: Option<Text>,
}

fn performance(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let form = budget.performance.as_ref()?;
    let sides = [
        // The form lists the sources first.
        side(budget, &form.uses, form.sources.iter().count(), locale.tr("资金用途", "What the money is for"), locale),
        side(budget, &form.sources, 0, locale.tr("资金来源", "Where the money comes from"), locale),
    ];
    let answer = answer(form, &sides[0], &sides[1], locale)?;
    let [uses, sources] = sides;
    let mut figure = Figure { answer, sections: sections(form, locale), ..QUESTION.figure(locale) };
    let mut stacks = Vec::new();
    let mut rows = Vec::new();
    // The first bar is the one whose parts are named in it: what the money is for, in the colours of basic and project.
    for side in [uses, sources] {
        let first = figure.entries.len();
        rows.extend(side.parts.iter().map(row));
        if side.total.money.is_some() {
            rows.push(row(&Entry { name: [side.name, " · ", &side.total.name].concat(), ..side.total.clone() }).sum());
        }
        for (i, part) in side.parts.into_iter().enumerate() {
            figure.entries.push(Entry { legend: first + i, ..part });
        }
        let parts: Vec<_> = (first..figure.entries.len()).collect();
        if !parts.is_empty() {
            stacks.push(Stack { label: side.name.into(), amount: side.total.amount, parts });
        }
        figure.footnotes.extend(side.difference);
    }
    figure.legend = (0..figure.entries.len()).collect();
    figure.plot = if stacks.is_empty() { Plot::None } else { Plot::Stacks(stacks) };
    let head = [locale.tr("资金", "Funds"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")];
    figure.grid = Grid::new(head, rows);
    // The form is printed as the tables are: with a title, and in a unit.
    figure.source = titled(&"部门整体支出".into(), "绩效目标申报表", form.unit, locale);
    Some(figure)
}

/// One side of the form, whose first amount is number `first` of all its amounts.
fn side(budget: &Budget, cells: &Cells, first: usize, name: &'static str, locale: Locale) -> Side {
    let unit = budget.performance.as_ref().map_or(budget.document.unit, |form| form.unit);
    let parts = cells.iter().enumerate().filter(|(_, (id, _))| *id != column::TOTAL);
    let part = |(i, (id, amount)): (usize, (&str, &Option<Amount>))| {
        let money = Money::new((*amount)?, unit);
        let name_of_part = fund(budget, id, locale);
        Some(Entry {
            share_of: Some(name.into()),
            series: colour(id, i),
            at: Some(Place::DepartmentFund(first + i)),
            ..Entry::ours(name_of_part, Some(money), locale)
        })
    };
    let mut parts: Vec<_> = parts.filter_map(part).collect();
    let ours = Money::sum(parts.iter().filter_map(|part| part.money), unit).filter(|_| !parts.is_empty());
    let printed = cells.get(column::TOTAL).map(|total| Money::new(total, unit));
    let total = match printed {
        Some(_) => {
            let at = cells.iter().position(|(id, _)| id == column::TOTAL).map(|i| Place::DepartmentFund(first + i));
            Entry { at, ..Entry::ours(locale.tr("合计", "total"), printed, locale) }
        }
        None => Entry::ours(locale.tr("合计（本页相加）", "total (added by this page)"), ours, locale),
    };
    give_shares(&mut parts, total.money);
    let difference = printed.zip(ours).filter(|(printed, ours)| printed != ours).map(|(_, ours)| {
        locale.tell(
            "{0}：各项由本页相加为 {1}，表中所列合计为 {2}。",
            "{0}: the parts, added by this page, are {1}; the printed total is {2}.",
            &[&name, &locale.exact_money(ours), &total.exactly_with_unit(locale)],
        )
    });
    Side { name, ours: printed.is_none(), total, parts, difference }
}

/// The name of a fund or use by its id; an unknown id has the printed name of a table's column with the same id.
pub fn fund<'b>(budget: &'b Budget, id: &'b str, locale: Locale) -> &'b str {
    let (zh, en) = match id {
        column::BASIC => ("基本支出", "Basic expenditure"),
        column::PROJECT => ("项目支出", "Project expenditure"),
        "general-public" => ("一般公共预算", "General public budget"),
        "government-fund" => ("政府性基金预算", "Government-managed funds"),
        "state-capital" => ("国有资本经营预算", "State capital operations"),
        "fiscal-account" => ("财政专户管理资金", "Special fiscal account"),
        "own-funds" => ("单位资金", "The body's own funds"),
        "carry-over" => ("上年结转", "Carried over from last year"),
        _ => {
            let mut columns = budget.tables.iter().flat_map(|table| &table.columns);
            return columns.find(|column| column.id == id).map_or(id, |column| &column.name);
        }
    };
    locale.tr(zh, en)
}

fn answer(form: &Performance, uses: &Side, sources: &Side, locale: Locale) -> Option<Text> {
    let count = |count: usize, zh, en: [&'static str; 2]| {
        (count > 0).then(|| locale.format(zh, en[usize::from(count > 1)], &[&count.to_string()]))
    };
    let aims = [
        count(form.goals.len(), "目标（这里列出 {0} 项）", ["goals ({0} listed here)"; 2]),
        count(form.indicators.len(), " {0} 个指标", ["{0} indicator", "{0} indicators"]),
    ];
    let aims: Vec<_> = aims.into_iter().flatten().collect();
    let aims = aims.join(locale.tr("和", " and "));
    let side = if uses.total.money.is_some() { uses } else { sources };
    let ours = if side.ours { locale.tr("（本页相加）", " (added by this page)") } else { "" };
    let funds = side.total.money.map(|_| side.total.with_unit(locale) + ours);
    let (zh, en) = match (aims.is_empty(), &funds) {
        (true, None) => return None,
        (true, Some(_)) => (
            "部门整体绩效目标表在文件里只有资金 {1}，没有目标和指标。",
            "Of the department's performance form the document has funds of {1}, and no goals or indicators.",
        ),
        (false, None) => (
            "部门整体绩效目标表写了{0}；文件没有列出资金。",
            "The department's performance form sets {0}; the document lists no funds.",
        ),
        (false, Some(_)) => {
            ("部门整体绩效目标表写了{0}，对应资金 {1}。", "The department's performance form sets {0} for {1}.")
        }
    };
    Some(locale.tell(zh, en, &[&aims, &funds.unwrap_or_default()]))
}

fn row(entry: &Entry) -> Row {
    Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)])
}

fn sections(form: &Performance, locale: Locale) -> Vec<Section> {
    let list = if locale.lang == Lang::En && !form.goals_en.is_empty() { &form.goals_en } else { &form.goals };
    let goals = Section {
        title: locale.tr("今年的目标", "Goals of this year").into(),
        list: list.clone(),
        ..Section::default()
    };
    let aims = indicators(&form.indicators, locale);
    let aims = aims.map(|grid| Section {
        title: locale.tr("绩效指标", "Indicators").into(),
        grid: Some(grid),
        ..Section::default()
    });
    Some(goals).filter(|goals| !goals.list.is_empty()).into_iter().chain(aims).collect()
}
