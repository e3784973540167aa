//! What a figure's chart shows: which entries, in which type of chart. The module `chart` draws it.

use super::EntryId;
use crate::check::Verdict;
use crate::money::Money;

/// The type of a chart, with the entries that it shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Plot {
    /// Nothing to draw: the figure is words or tables.
    #[default]
    None,
    /// One whole in parts, largest first; what is too small to see is magnified.
    Lens(Vec<EntryId>),
    /// The lens chart of a part that was drilled into, below the levels above it, outermost first.
    Drill(Vec<Level>, Vec<EntryId>),
    /// Stacked bars to one scale: a whole and smaller bars that break it down, or two years.
    Stacks(Vec<Stack>),
    /// Bars one below the other, a bar for each point in time, all alike.
    Series(Vec<Stack>),
    /// Bars one below the other, all of one length: the shares of which each consists.
    Shares(Vec<Stack>),
    /// A treemap: areas in groups, for more parts than a bar can show.
    Treemap(Vec<Branch>),
    /// Where money comes from and goes to, column by column from left to right.
    Flow(Flow),
    /// A triangular matrix: which tables were checked against which, and with what verdict.
    CrossCheckMatrix(CrossCheckMatrix),
}

impl Plot {
    /// Whether only a wide card shows it: on a phone it would tell less than the bars of the list.
    pub const fn is_wide(&self) -> bool {
        matches!(self, Plot::Treemap(_) | Plot::Flow(_))
    }
}

/// A level above what is drilled into.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its parts, largest first.
    pub parts: Vec<EntryId>,
    /// The one of them whose own parts the next level shows.
    pub chosen: EntryId,
}

/// One bar of several parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// What the whole bar is.
    pub label: String,
    /// The whole bar's amount as the reader sees it.
    pub amount: String,
    /// Its parts, in the order of the series.
    pub parts: Vec<EntryId>,
}

/// A group of areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// What the group is, where there are several.
    pub label: String,
    /// Its parts, largest first.
    pub parts: Vec<EntryId>,
}

/// A flow of money in columns of entries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flow {
    /// The columns, from left to right; in each its entries, from top to bottom.
    pub columns: Vec<Vec<EntryId>>,
    /// How much goes from an entry of one column to an entry of the next.
    pub links: Vec<Link>,
}

/// Money from one entry to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Where it comes from.
    pub from: EntryId,
    /// Where it goes.
    pub to: EntryId,
    /// How much.
    pub money: Money,
}

/// The matrix of tables that were checked against each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CrossCheckMatrix {
    /// The tables, in the document's order.
    pub names: Vec<String>,
    /// Each pair of tables that was checked against each other, row by row, in the order of keyboard navigation.
    pub cells: Vec<CrossCheckCell>,
}

/// All ties between two tables, or within one.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossCheckCell {
    /// The later of the two tables, by its place in the names.
    pub row: usize,
    /// The earlier one; the same for ties within one table.
    pub column: usize,
    /// The worst verdict of the ties.
    pub verdict: Verdict,
    /// The number of ties as the reader sees it.
    pub count: String,
    /// The entry with the details of the ties.
    pub entry: EntryId,
}
