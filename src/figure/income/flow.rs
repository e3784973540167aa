//! Builds the flow chart of the money: from the funds to the functional classes, from those to basic and project.
//!
//! A link is a printed cell, or where classes were folded into one a sum of printed cells. Where no
//! table says which fund pays for which class, all income is one node between them.

use std::ops::Range;

use super::Funds;
use crate::budget::{Budget, Kind, Line, Place, Table, column};
use crate::figure::classes::{give_shares, lines};
use crate::figure::entry::Entry;
use crate::figure::items::{is_positive, largest, rest};
use crate::figure::plot::{Flow, Link};
use crate::figure::series::colour;
use crate::figure::subject::called;
use crate::figure::total::{sum, total};
use crate::figure::{EntryId, Text};
use crate::locale::Locale;
use crate::money::Money;

/// The most classes for which a phone has room.
const MAX_CLASSES: usize = 7;
/// The most funds for which a phone has room.
const MAX_FUNDS: usize = 8;

/// The flow chart of the money, with the entries and notes that belong to it.
#[derive(Default)]
pub struct MoneyFlow {
    /// The figure's entries: the funds, then the classes, then basic and project, then all income if it is drawn.
    pub entries: Vec<Entry>,
    /// Which of them are classes.
    pub classes: Range<usize>,
    /// Which of them are basic and project.
    pub ends: Range<usize>,
    /// All expenditure, where a table prints it by class.
    pub spent: Option<Entry>,
    /// The chart: its columns and links.
    pub flow: Flow,
    /// The notes on the chart.
    pub notes: Vec<String>,
    /// The table of expenditure, to be added to the figure's source.
    pub source: Text,
}

/// The classes that are drawn: each with its lines, the last of which may be all that are small.
type Groups<'b> = Vec<Vec<&'b Line>>;

pub fn route(budget: &Budget, funds: &Funds, locale: Locale) -> MoneyFlow {
    let mut route = MoneyFlow { entries: funds.entries.clone(), ..MoneyFlow::default() };
    let some: Vec<EntryId> = (0..funds.entries.len()).filter(|&i| is_positive(&funds.entries[i])).collect();
    let drawn = &some[..some.len().min(MAX_FUNDS)];
    if drawn.is_empty() {
        return route;
    }
    // A table of the general public budget says nothing of other funds.
    let spending = lines(budget).filter(|(table, _)| table.kind != Some(Kind::GeneralPublic) || drawn.len() == 1);
    let groups = spending.map(|(table, lines)| classes(&mut route, table, &lines, locale)).unwrap_or_default();
    let targets: Vec<EntryId> = route.classes.clone().filter(|&i| is_positive(&route.entries[i])).collect();

    let mut links = between(funds, drawn, &groups, route.classes.start);
    if links.is_empty() && drawn.len() == 1 {
        links.extend(targets.iter().filter_map(|&to| link(drawn[0], to, route.entries[to].money)));
    }
    let mut columns = vec![drawn.to_vec()];
    if links.is_empty() {
        let all = route.entries.len();
        route.entries.push(Entry { share: None, series: 0, legend: all, ..funds.total.clone() });
        links.extend(drawn.iter().filter_map(|&from| link(from, all, route.entries[from].money)));
        links.extend(targets.iter().filter_map(|&to| link(all, to, route.entries[to].money)));
        columns.push(vec![all]);
        if drawn.len() > 1 && !targets.is_empty() {
            route.notes.push(
                locale
                    .tr(
                        "文件没有列出每种来源各用于哪一类，所以图中先汇成收入合计。",
                        "The document does not print which fund pays for which class, so they meet in all income.",
                    )
                    .into(),
            );
        }
    }
    if let Some((table, _)) = lines(budget).filter(|_| !targets.is_empty()) {
        for (i, id) in route.ends.clone().zip(ENDS) {
            let parts = groups.iter().map(|group| sum(table, id, group));
            links.extend(route.classes.clone().zip(parts).filter_map(|(from, part)| link(from, i, part)));
        }
    }
    let ends: Vec<EntryId> = route.ends.clone().filter(|&i| is_positive(&route.entries[i])).collect();
    columns.extend([targets, ends].into_iter().filter(|column| !column.is_empty()));
    let is_drawn = |id| columns.iter().any(|column| column.contains(&id));
    links.retain(|link| is_drawn(link.from) && is_drawn(link.to));
    if some.len() > drawn.len() {
        let (zh, en) =
            ("图中是最大的 {0} 种来源，其余见数据表。", "Drawn are the {0} largest funds; the table has all.");
        route.notes.push(locale.format(zh, en, &[&drawn.len().to_string()]));
    }
    if route.entries.iter().any(|entry| entry.money.is_some_and(Money::is_negative)) {
        let (zh, en) =
            ("小于零的金额没有画出，见数据表。", "Amounts of less than nothing are in the table and not drawn.");
        route.notes.push(locale.tr(zh, en).into());
    }
    route.flow = Flow { columns, links };
    route
}

/// The columns of basic and project expenditure, the last nodes of the chart.
const ENDS: [&str; 2] = [column::BASIC, column::PROJECT];

/// Adds the largest classes, the rest of them as one, and basic and project.
fn classes<'b>(route: &mut MoneyFlow, table: &'b Table, lines: &[&'b Line], locale: Locale) -> Groups<'b> {
    let is_some = |line: &&Line| table.money(line, column::TOTAL).is_some_and(|money| !money.is_zero());
    let some: Vec<_> = lines.iter().copied().filter(is_some).collect();
    let (single, small) = largest(table, &some, MAX_CLASSES);
    let spent = total(table, column::TOTAL, lines, locale);
    let (zh, en) = ("\u{a0}· 支出：{0}《{1}》", "\u{a0}· expenditure: {0} {1}");
    let number = Text::at(&table.number, Some(Place::Table(table.index)));
    route.source = locale.tell(zh, en, &[&number, &table.title]);
    let first = route.entries.len();
    route.entries.extend(single.iter().map(|line| Entry::of_cell(table, line, column::TOTAL, locale)));
    if !small.is_empty() {
        route.entries.push(rest(table, column::TOTAL, &small, locale));
    }
    route.classes = first..route.entries.len();
    if ENDS.iter().all(|id| table.has_column(id)) {
        let names = [locale.tr("基本支出", "Basic expenditure"), locale.tr("项目支出", "Project expenditure")];
        let end = |(id, name): (&str, &str)| {
            let entry = total(table, id, lines, locale);
            Entry { name: called(id, name, locale), short: name.into(), series: colour(id, 0), ..entry }
        };
        route.entries.extend(ENDS.into_iter().zip(names).map(end));
    }
    route.ends = route.classes.end..route.entries.len();
    let of = locale.tr("全部支出", "all expenditure");
    for range in [route.classes.clone(), route.ends.clone()] {
        for id in range.clone() {
            let entry = &mut route.entries[id];
            (entry.legend, entry.share_of) = (id, Some(of.into()));
        }
        give_shares(&mut route.entries[range], spent.money);
    }
    let name = if spent.at.is_some() {
        ("支出合计", "Total expenditure")
    } else {
        ("支出合计（本页相加）", "Total expenditure (added by this page)")
    };
    route.spent = Some(Entry { name: locale.tr(name.0, name.1).into(), ..spent });
    single.into_iter().map(|line| vec![line]).chain(Some(small).filter(|small| !small.is_empty())).collect()
}

/// The links from each of the `drawn` funds to each class, where the income table prints both.
fn between(funds: &Funds, drawn: &[EntryId], groups: &Groups, first: EntryId) -> Vec<Link> {
    let mut links = Vec::new();
    if funds.table.kind != Some(Kind::Income) || groups.is_empty() {
        return links;
    }
    // The class of a line of the income table; a line of none of the large classes is in the last group.
    let class = |line: &Line| {
        let subject = line.subject()?;
        let single = groups.iter().position(|group| group.len() == 1 && group[0].subject() == Some(subject));
        single.or(groups.last().filter(|group| group.len() > 1).map(|_| groups.len() - 1))
    };
    let mut printed: Groups = groups.iter().map(|_| Vec::new()).collect();
    for line in funds.table.first_level() {
        if let Some(class) = class(line) {
            printed[class].push(line);
        }
    }
    for &fund in drawn {
        let cells = printed.iter().map(|lines| sum(funds.table, funds.ids[fund], lines)).enumerate();
        links.extend(cells.filter_map(|(class, money)| link(fund, first + class, money)));
    }
    links
}

fn link(from: EntryId, to: EntryId, money: Option<Money>) -> Option<Link> {
    let money = money.filter(|money| !money.is_zero() && !money.is_negative())?;
    Some(Link { from, to, money })
}
