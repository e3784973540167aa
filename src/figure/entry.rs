//! An item of a figure that has a number: a bar, a row of the list and a tooltip are about the same item.

use super::{Param, Text};
use crate::budget::{Line, Place, Table};
use crate::locale::{Lang, Locale, padded};
use crate::money::{Amount, Money, Share, largest_first};

/// The index of an entry in its figure.
pub type EntryId = usize;

/// An item of a figure that has a number: a shape of the chart, a legend entry and a tooltip are about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its full name.
    pub name: String,
    /// Its name where there is little room.
    pub short: String,
    /// What it is, in plain words.
    pub note: Option<String>,
    /// The amount; `None` where the cell is blank.
    pub money: Option<Money>,
    /// Whether the document must have an amount for it and leaves the cell blank.
    pub unstated: bool,
    /// The number of people or things, where that is what it is about and not money.
    pub number: Option<Amount>,
    /// The amount as the reader sees it; a blank says that nothing was budgeted.
    pub amount: String,
    /// The amount with every digit, where one reads fewer.
    pub exact: Option<String>,
    /// Its share of the figure's whole, or of `share_of`.
    pub share: Option<Share>,
    /// What its share is of, where that is not the figure's whole.
    pub share_of: Option<String>,
    /// Its change on last year.
    pub change: Option<Money>,
    /// Its colour among the figure's series.
    pub series: usize,
    /// The legend entry that it belongs to: itself, or the series that it is a part of.
    pub legend: EntryId,
    /// The parameter that choosing it sets: to drill into it, to open it.
    pub param: Option<Param>,
    /// Where the number is printed; `None` for a sum of this program's.
    pub at: Option<Place>,
}

impl Entry {
    /// The entry of one cell; its share, change and place in the legend are the figure's to add.
    pub fn of_cell(table: &Table, line: &Line, column: &str, locale: Locale) -> Self {
        let name = locale.lang.name(&line.name, line.name_en.as_deref());
        Entry {
            short: short(name).into(),
            note: match locale.lang {
                Lang::Zh => line.note.clone(),
                Lang::En => line.note_en.clone(),
            },
            at: table.prints(line, column).then(|| table.cell(line, column)),
            ..Entry::ours(name, table.money(line, column), locale)
        }
    }

    /// Last year's amount, where it is known: this year's less the change.
    pub fn last_year(&self) -> Option<Money> {
        super::last_year::last_year(self)
    }

    /// Whether its bar may stand beside those of other entries: never a number of vehicles beside square metres.
    pub const fn is_compared(&self) -> bool {
        self.series != super::counts::UNDRAWN
    }

    /// Its share as sentences and lists show it; `None` for zero.
    pub fn display_share(&self) -> Option<String> {
        self.share.filter(|share| !share.is_zero()).map(Share::display)
    }

    /// Its amount with no fewer decimal places than others beside it.
    pub fn padded(&self, among: usize) -> String {
        if self.money.is_some() { padded(&self.amount, among) } else { self.amount.clone() }
    }

    /// Its amount inside a sentence, which knows where it is printed.
    pub fn display(&self) -> Text {
        Text::at(&self.amount, self.at)
    }

    /// Its amount inside a sentence, with every digit.
    pub fn exactly(&self) -> Text {
        Text::at(self.exact.as_ref().unwrap_or(&self.amount), self.at)
    }

    /// Its amount with the reader's unit; for a blank cell, words that say so.
    pub fn with_unit(&self, locale: Locale) -> Text {
        self.money.map_or_else(|| self.display(), |money| printed(money, self.at, locale))
    }

    /// Its amount with every digit and the reader's unit.
    pub fn exactly_with_unit(&self, locale: Locale) -> Text {
        self.money.map_or_else(|| self.display(), |money| printed_exactly(money, self.at, locale))
    }

    /// The entry of an amount that this program computed and no table prints.
    pub fn ours(name: &str, money: Option<Money>, locale: Locale) -> Self {
        Entry {
            name: name.into(),
            short: name.into(),
            note: None,
            money,
            unstated: false,
            number: None,
            amount: shown(money, locale),
            exact: money.filter(|money| locale.shortened(*money).is_some()).map(|money| locale.exact_number(money)),
            share: None,
            share_of: None,
            change: None,
            series: 0,
            legend: 0,
            param: None,
            at: None,
        }
    }
}

/// An amount with the reader's unit, as a sentence has it: it knows where it is printed, if it is.
pub fn printed(money: Money, at: Option<Place>, locale: Locale) -> Text {
    Text::at(&locale.number(money), at) + " " + locale.unit_name()
}

/// An amount with every digit and the reader's unit, as a sentence has it.
pub fn printed_exactly(money: Money, at: Option<Place>, locale: Locale) -> Text {
    Text::at(&locale.exact_number(money), at) + " " + locale.unit_name()
}

/// The entries from the largest to the smallest; zeros, then blanks, keep the printed order behind them.
pub fn by_size(entries: Vec<Entry>) -> Vec<Entry> {
    let sizes: Vec<_> = entries.iter().map(|entry| entry.money.map_or(i128::MIN, Money::millionths)).collect();
    let mut entries: Vec<_> = entries.into_iter().map(Some).collect();
    largest_first(sizes).filter_map(|i| entries[i].take()).collect()
}

/// An amount as the reader sees it. A blank cell is not a zero: nothing was budgeted for it.
pub fn shown(money: Option<Money>, locale: Locale) -> String {
    money.map_or_else(|| locale.tr("未安排", "not budgeted").into(), |money| locale.number(money))
}

/// A budget line's name without the word 支出 that most of them end with, where it reads as a name without it:
/// 部门预算支出 is not 部门预算, which is of income, too.
pub fn short(name: &str) -> &str {
    let reads = |rest: &&str| !rest.is_empty() && !rest.ends_with(['等', '的', '性', '算']);
    name.strip_suffix("支出").filter(reads).unwrap_or(name)
}
