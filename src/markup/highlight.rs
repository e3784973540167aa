//! The highlight in a figure: which entry the reader points at or has pinned, in the chart, the list or by keyboard.

use crate::figure::{EntryId, Figure};

/// The number of legend entries that are shown at first, as many as a phone has room for.
const FIRST: usize = 10;

/// The highlighted entry of a card, and how much of its legend is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Highlight {
    /// Under the pointer or the keyboard's focus.
    pub hovered: Option<EntryId>,
    /// Pinned by a tap or a key, until the next one.
    pub pinned: Option<EntryId>,
    /// How often more of a long legend was asked for.
    pub more: usize,
    /// How many entries of a long legend are shown at first, if a portal or an address sets it.
    pub rows: Option<usize>,
}

impl Highlight {
    /// How many entries of a long legend are shown at first.
    pub fn first(self) -> usize {
        self.rows.unwrap_or(FIRST)
    }

    /// The entry that is pointed at, or else the pinned one.
    pub fn entry(self) -> Option<EntryId> {
        self.hovered.or(self.pinned)
    }

    /// Whether `entry` stands out in the chart: it is pointed at, or a part of the legend entry that is.
    pub fn highlights(self, figure: &Figure, entry: EntryId) -> bool {
        self.entry().is_some_and(|pointed| entry == pointed || legend_of(figure, entry) == Some(pointed))
    }

    /// Whether the legend's `entry` stands out: it is pointed at, or what is pointed at is a part of it.
    pub fn highlights_legend(self, figure: &Figure, entry: EntryId) -> bool {
        self.entry().is_some_and(|pointed| entry == pointed || legend_of(figure, pointed) == Some(entry))
    }
}

fn legend_of(figure: &Figure, entry: EntryId) -> Option<EntryId> {
    figure.entries.get(entry).map(|entry| entry.legend)
}
