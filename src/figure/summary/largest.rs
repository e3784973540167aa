//! The largest items of expenditure for the summary, each as concrete as the document allows.
//!
//! That 96 % go to general public services is true of nearly any office and says nothing. Projects and the items of
//! basic expenditure are concrete; together they are all expenditure. Where the document does not have both, the
//! summary lists classes, and in place of a class that is most of the total its parts.

use crate::budget::{Budget, Kind, Table, column};
use crate::figure::classes::{classes, lines};
use crate::figure::entry::{Entry, printed};
use crate::figure::items::{is_positive, leaves};
use crate::figure::structure::drill::children;
use crate::figure::text::Text;
use crate::figure::{economic, listed_names};
use crate::locale::Locale;
use crate::money::{Money, largest_first, shares};

/// The most items that the summary lists.
const MAX: usize = 3;
/// A class with a larger share than this, in hundredths of a percent, is replaced by its parts.
const MAX_OF_IT: i128 = 5_000;
/// The least sum, in tenths of the total, of items whose largest may be called the largest of the whole budget.
const TENTHS: i128 = 9;

/// The largest items of expenditure.
#[derive(Debug, Clone, PartialEq)]
pub struct Largest {
    /// The heading: what they are the largest of.
    pub title: String,
    /// The items, largest first.
    pub things: Vec<Thing>,
}

/// An item of expenditure in the summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Its name.
    pub name: String,
    /// Its amount.
    pub amount: Text,
    /// How long its bar is, in thousandths of the total.
    pub length: i128,
    /// The id of the figure that lists it.
    pub figure: &'static str,
}

/// The largest items of a budget with this total.
pub fn largest(budget: &Budget, total: Option<Money>, locale: Locale) -> Option<Largest> {
    let total = total.filter(|total| !total.is_zero() && !total.is_negative())?;
    let is_nearly_all = |entries: &[(Entry, &str)]| {
        let sum: i128 = entries.iter().filter_map(|(entry, _)| Some(entry.money?.millionths())).sum();
        let whole = total.millionths();
        sum.saturating_mul(10) >= whole.saturating_mul(TENTHS) && sum.saturating_mul(TENTHS) <= whole.saturating_mul(10)
    };
    let things = things(budget, locale);
    if is_nearly_all(&things) {
        let are_mixed = things.iter().any(|(_, figure)| *figure != things[0].1);
        // The title says so, since the list of projects alone does not have all of these.
        let all = if are_mixed {
            locale.tr(
                "最大的三笔（项目和日常开支一起比）",
                "The three largest things, projects and running costs together",
            )
        } else {
            locale.tr("最大的三笔", "The three largest things")
        };
        return describe(all, things, total, locale);
    }
    let classes = telling(budget, locale);
    if is_nearly_all(&classes) {
        return describe(locale.tr("主要用在", "Mostly for"), classes, total, locale);
    }
    describe(locale.tr("列出的项目里最大的", "The largest that are listed"), things, total, locale)
}

/// The projects and the items of basic expenditure, each with the id of its figure.
fn things(budget: &Budget, locale: Locale) -> Vec<(Entry, &'static str)> {
    let projects = budget.table(Kind::Projects).filter(|table| !table.empty && table.has_column(column::TOTAL));
    let of = |table: Option<&'_ Table>, figure: &'static str| -> Vec<_> {
        let lines = table.into_iter().flat_map(|table| leaves(table).map(move |line| (table, line)));
        let entries = lines.map(|(table, line)| Entry::of_cell(table, line, column::TOTAL, locale));
        entries.filter(is_positive).map(|entry| (entry, figure)).collect()
    };
    let mut things = of(projects, "projects");
    listed_names::shorten(things.iter_mut().map(|(entry, _)| entry), budget);
    things.extend(of(economic::table(budget), "economic"));
    things
}

/// The functional classes, with the parts of a class in its place if it is more than half of the total.
fn telling(budget: &Budget, locale: Locale) -> Vec<(Entry, &'static str)> {
    let Some((table, top)) = lines(budget) else { return Vec::new() };
    let whole = classes(budget, locale).and_then(|classes| classes.total.money);
    let mut level = top;
    loop {
        let share = |line| Some(shares(&[table.money(line, column::TOTAL)?], whole?)?[0].hundredths());
        let most = level.iter().position(|line| share(line).is_some_and(|share| share > MAX_OF_IT));
        let Some((most, parts)) = most.map(|most| (most, children(table, level[most]))) else { break };
        if parts.is_empty() {
            break;
        }
        level.splice(most..=most, parts);
    }
    let entries = level.into_iter().map(|line| Entry::of_cell(table, line, column::TOTAL, locale));
    entries.filter(is_positive).map(|entry| (entry, "structure")).collect()
}

fn describe(title: &str, things: Vec<(Entry, &'static str)>, total: Money, locale: Locale) -> Option<Largest> {
    let mut things: Vec<_> = things.into_iter().map(Some).collect();
    let sizes: Vec<_> = things.iter().flatten().map(|(entry, _)| entry.money.map_or(0, Money::millionths)).collect();
    let things: Vec<_> = largest_first(sizes).filter_map(|i| things[i].take()).take(MAX).collect();
    let thing = |(entry, figure): (Entry, &'static str)| {
        let money = entry.money?;
        Some(Thing {
            name: entry.short.clone(),
            amount: printed(money, entry.at, locale),
            length: money.millionths().saturating_mul(1000) / total.millionths().max(1),
            figure,
        })
    };
    let things: Vec<_> = things.into_iter().filter_map(thing).collect();
    (!things.is_empty()).then(|| Largest { title: title.into(), things })
}

impl Largest {
    /// The items as a sentence: `最大的三笔：物业费 700.00 万元、…。`
    pub fn describe(&self, locale: Locale) -> String {
        let one = |thing: &Thing| locale.with_space(&thing.name) + &thing.amount;
        let list = self.things.iter().map(one).collect::<Vec<_>>().join(locale.tr("、", ", "));
        locale.format("{0}：{1}。", "{0}: {1}.", &[&self.title, &list])
    }
}
