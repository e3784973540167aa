//! Whether a year's budget was spent: the final account (决算) beside the budget of the same year, all of it, class by class
//! and project by project.

use super::own;
use super::points::{Measure, at, is_general_public_only, measured};
use super::positions::{SEVERAL, positions};
use crate::budget::{Budget, Line, Others, Table, column, plain};
use crate::figure::classes::{KINDS, by_total, lines_of};
use crate::figure::entry::short;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::ratio::share;
use crate::figure::total::total;
use crate::figure::{Entry, Section};
use crate::locale::Locale;
use crate::money::Share;

/// The most projects that are listed.
const MAX_LISTED: usize = 40;

/// The sections of each year of which both documents are open, the newest first.
pub fn sections(budget: &Budget, others: &Others, locale: Locale) -> Vec<Section> {
    let documents: Vec<_> = own(budget, others).collect();
    let settled = documents.iter().rev().filter(|(_, document)| document.is_final());
    let pairs = settled.filter_map(|&settled| {
        let year = settled.1.document.year;
        let &planned = documents.iter().find(|(_, own)| own.document.year == year && !own.is_final())?;
        Some(Pair { open: (budget, others), planned, settled, locale })
    });
    pairs.flat_map(|pair| [pair.all(), pair.by_class(), pair.by_project()]).flatten().collect()
}

/// A year's budget and its final account, each with its index among the open documents.
struct Pair<'b> {
    open: (&'b Budget, &'b Others),
    planned: (usize, &'b Budget),
    settled: (usize, &'b Budget),
    locale: Locale,
}

impl Pair<'_> {
    /// All expenditure and its parts, with the answer in a sentence.
    fn all(&self) -> Option<Section> {
        let locale = self.locale;
        let [planned, settled] = [self.planned.1, self.settled.1];
        // What is of one fund in one of them is not all that the other has.
        if is_general_public_only(planned) != is_general_public_only(settled) {
            return None;
        }
        let [before, after] = [planned, settled].map(|document| measured(document, Measure::Whole, locale));
        let (plan, spent) = (before.0?, after.0?);
        let answer = plan.money.zip(spent.money).and_then(|(plan, spent)| share(spent, plan)).map(|rate| {
            let (zh, en) = (
                "决算是预算的 {0}（本页计算）。预算是年初批准的，年中可能调整过。",
                "The final account is {0} of the budget (worked out by this page), which was approved at the year’s beginning and may have been adjusted.",
            );
            locale.format(zh, en, &[&rate.display()])
        });
        let mut rows = vec![self.row(locale.tr("全部支出", "All expenditure"), Some(&plan), Some(&spent)).sum()];
        // What is left beside the parts is printed nowhere.
        for part in before.1.into_iter().filter(|part| part.at.is_some()) {
            let same = after.1.iter().find(|other| other.at.is_some() && other.name == part.name);
            if let Some(same) = same {
                rows.push(self.row(&part.name, Some(&part), Some(same)));
            }
        }
        let heading = locale.tr("支出", "Expenditure");
        Some(self.section(("{0} 年的钱花完了吗？", "Was the money of {0} spent?"), answer, heading, rows))
    }

    /// The classes of the first kind of table that both documents have: amounts of two kinds may be of different funds.
    fn by_class(&self) -> Option<Section> {
        let locale = self.locale;
        let both = |kind| Some((lines_of(self.planned.1, kind)?, lines_of(self.settled.1, kind)?));
        let ((plan, planned), (account, settled)) = KINDS.into_iter().find_map(both)?;
        let mut rows = self.rows((plan, &planned), (account, &settled));
        let [all, spent] =
            [(plan, &planned), (account, &settled)].map(|(table, lines)| total(table, column::TOTAL, lines, locale));
        rows.push(self.row(locale.tr("合计", "Total"), Some(&all), Some(&spent)).sum());
        let (zh, en) = (
            "两份文件都按功能分类列出的：预算的《{0}》和决算的《{1}》。",
            "What both documents print by class: “{0}” of the budget and “{1}” of the final account.",
        );
        let source = locale.format(zh, en, &[&plan.title, &account.title]);
        let title = ("{0} 年按功能分类各花了多少？", "What was spent of each class of {0}?");
        Some(self.section(title, Some(source), locale.tr("功能分类", "Class"), rows))
    }

    /// The projects that the documents list, if they have some in common.
    fn by_project(&self) -> Option<Section> {
        let locale = self.locale;
        let projects = |document| super::projects::matching(document, "");
        let ((plan, planned), (account, settled)) = (projects(self.planned.1)?, projects(self.settled.1)?);
        if matched(&planned, &settled).iter().all(|(plan, spent)| plan.is_none() || spent.is_none()) {
            return None;
        }
        let planned: Vec<_> = by_total(plan, &planned).collect();
        let mut rows = self.rows((plan, &planned), (account, &settled));
        let left_out = rows.len().saturating_sub(MAX_LISTED);
        rows.truncate(MAX_LISTED);
        let (zh, en) = ("另有 {0} 个没有列出。", "{0} more are not listed.");
        let more = (left_out > 0).then(|| locale.format(zh, en, &[&left_out.to_string()]));
        let title = ("{0} 年各个项目花了多少？", "What was spent of each project of {0}?");
        let section = self.section(title, more, locale.tr("项目", "Project"), rows);
        Some(Section { folded: true, ..section })
    }

    /// A row for each line of the budget's table, and then for those that only the account's has.
    fn rows(&self, (plan, planned): (&Table, &[&Line]), (account, settled): (&Table, &[&Line])) -> Vec<Row> {
        let row = |(before, after): (Option<&Line>, Option<&Line>)| {
            let of = |table, line| Entry::of_cell(table, line, column::TOTAL, self.locale);
            let [before, after] = [before.map(|line| of(plan, line)), after.map(|line| of(account, line))];
            let name = before.as_ref().or(after.as_ref()).map(|entry| entry.name.clone()).unwrap_or_default();
            self.row(&name, before.as_ref(), after.as_ref())
        };
        matched(planned, settled).into_iter().map(row).collect()
    }

    fn row(&self, name: &str, plan: Option<&Entry>, spent: Option<&Entry>) -> Row {
        let (budget, others) = self.open;
        let cell = |index, entry: Option<&Entry>| match entry {
            Some(entry) => Cell { at: at(budget, others, index, entry.at), ..Cell::stated(entry, self.locale) },
            None => Cell::money(None, self.locale),
        };
        let moneys = plan.and_then(|plan| plan.money).zip(spent.and_then(|spent| spent.money));
        let rate = moneys.and_then(|(plan, spent)| share(spent, plan));
        let rate = Cell::text(rate.map_or_else(|| "—".into(), Share::display));
        Row::of([Cell::text(name), cell(self.planned.0, plan), cell(self.settled.0, spent), rate])
    }

    fn section(&self, (zh, en): (&str, &str), paragraph: Option<String>, heading: &str, rows: Vec<Row>) -> Section {
        let locale = self.locale;
        let head = [
            heading,
            locale.tr("预算", "Budget"),
            locale.tr("决算", "Final account"),
            locale.tr("决算占预算", "Share spent"),
        ];
        Section {
            title: locale.format(zh, en, &[&self.settled.1.document.year.to_string()]),
            paragraphs: paragraph.into_iter().collect(),
            grid: Some(Grid::new(head, rows)),
            ..Section::default()
        }
    }
}

/// The lines of two documents that are of the same thing: with the same code, or the same name where one has no code. What
/// stands twice in one of them has no other.
fn matched<'b>(planned: &[&'b Line], settled: &[&'b Line]) -> Vec<(Option<&'b Line>, Option<&'b Line>)> {
    let [own, others] = [planned, settled].map(|lines| {
        let mut all = lines.iter().enumerate().flat_map(|(i, line)| names(line).into_iter().map(move |name| (i, name)));
        positions(&mut all)
    });
    let mut is_taken = vec![false; settled.len()];
    let mut all = Vec::new();
    for (i, line) in planned.iter().enumerate() {
        let other = names(line).into_iter().filter(|name| own.get(name) == Some(&i));
        let other = other.filter_map(|name| others.get(&name).copied()).filter(|&j| j != SEVERAL && !is_taken[j]);
        let is_same = |&j: &usize| settled[j].code.is_none() || line.code.is_none() || settled[j].code == line.code;
        let other = { other }.find(is_same);
        if let Some(j) = other {
            is_taken[j] = true;
        }
        all.push((Some(*line), other.map(|j| settled[j])));
    }
    let alone = settled.iter().zip(is_taken).filter(|(_, is_taken)| !is_taken);
    all.extend(alone.map(|(line, _)| (None, Some(*line))));
    all
}

/// What a line can be found by: its code and its name.
fn names(line: &Line) -> Vec<String> {
    let name = plain(short(line.name.trim())).into_owned();
    line.code.clone().into_iter().chain([name]).collect()
}
