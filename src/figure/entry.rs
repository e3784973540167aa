//! One thing in a figure that has a number.

use super::Choice;
use crate::budget::{Line, Table};
use crate::money::{Amount, Money, Share, largest_first};
use crate::words::{Lang, Words, padded};

/// The index of an entry in its figure.
pub type EntryId = usize;

/// One thing in a figure that has a number: what a mark, a legend entry and a tooltip are about.
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
    /// What choosing it asks of the figure: to drill into it, to open it.
    pub choice: Option<Choice>,
    /// Where the number is printed; `None` for a sum of ours.
    pub trace: Option<Trace>,
}

/// Where a number is printed: table, line and column of the official document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trace {
    /// The table's official number, such as `表三`.
    pub table: String,
    /// The line's code or name.
    pub line: String,
    /// The column's printed heading.
    pub column: String,
    /// Where the line stands among the page's tables, see [`Table::address`].
    pub address: String,
}

impl Trace {
    /// The cell of `line` in `column`.
    pub fn of(table: &Table, line: &Line, column: &str) -> Self {
        let heading = table.columns.iter().find(|c| c.id == column).map_or(column, |c| &c.name);
        Trace {
            table: table.number.clone(),
            line: line.code.clone().unwrap_or_else(|| line.name.clone()),
            column: heading.into(),
            // No line of a sum over units is printed: it leads to the table.
            address: if table.summed { table.number.clone() } else { table.address(line) },
        }
    }

    /// The link to its line among the page's tables.
    pub fn href(&self) -> String {
        href(&self.address)
    }

    /// `表三 · 201 · 合计`
    pub fn path(&self) -> String {
        [self.table.as_str(), &self.line, &self.column].join(" · ")
    }
}

/// The link to an address of the page. Only the sign that begins an escape has to be one itself.
pub fn href(address: &str) -> String {
    let mut link = String::from("#");
    for sign in address.chars() {
        link.push(sign);
        if sign == '%' {
            link.push_str("25");
        }
    }
    link
}

impl Entry {
    /// The entry of one cell; its share, change and place in the legend are the figure's to add.
    pub fn of_cell(table: &Table, line: &Line, column: &str, words: Words) -> Self {
        let name = words.lang.name(&line.name, line.name_en.as_deref());
        Entry {
            short: short(name).into(),
            note: match words.lang {
                Lang::Zh => line.note.clone(),
                Lang::En => line.note_en.clone(),
            },
            trace: Some(Trace::of(table, line, column)),
            ..Entry::ours(name, table.money(line, column), words)
        }
    }

    /// Its amount with no fewer places than others beside it.
    pub fn padded(&self, among: usize) -> String {
        if self.money.is_some() { padded(&self.amount, among) } else { self.amount.clone() }
    }

    /// An amount of ours: a sum that no table prints.
    pub fn ours(name: &str, money: Option<Money>, words: Words) -> Self {
        Entry {
            name: name.into(),
            short: name.into(),
            note: None,
            money,
            number: None,
            amount: shown(money, words),
            exact: money.filter(|money| words.shortened(*money).is_some()).map(|money| words.exact_number(money)),
            share: None,
            share_of: None,
            change: None,
            series: 0,
            legend: 0,
            choice: None,
            trace: None,
        }
    }
}

/// The entries from the largest to the smallest; zeros, then blanks, keep the printed order behind them.
pub fn by_size(entries: Vec<Entry>) -> Vec<Entry> {
    let sizes: Vec<_> = entries.iter().map(|entry| entry.money.map_or(i128::MIN, Money::millionths)).collect();
    let mut entries: Vec<_> = entries.into_iter().map(Some).collect();
    largest_first(sizes).filter_map(|i| entries[i].take()).collect()
}

/// An amount as the reader sees it. A blank cell is not a zero: nothing was budgeted for it.
pub fn shown(money: Option<Money>, words: Words) -> String {
    money.map_or_else(|| words.pick("未安排", "not budgeted").into(), |money| words.number(money))
}

/// A budget line's name without the word 支出 that most of them end with, where it reads as a name without it.
pub fn short(name: &str) -> &str {
    name.strip_suffix("支出").filter(|rest| !rest.is_empty() && !rest.ends_with(['等', '的', '性'])).unwrap_or(name)
}
