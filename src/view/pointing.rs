//! What a reader points at in a figure: a mark, a legend entry, or by keyboard.

use std::sync::Arc;

use leptos::prelude::*;

use crate::figure::{EntryId, Figure};

/// A figure and what is pointed at in it, shared by its chart and its legend.
#[derive(Clone, Copy)]
pub struct Pointing {
    /// The figure.
    pub figure: Memo<Option<Arc<Figure>>>,
    /// What is pointed at.
    pub at: RwSignal<At>,
}

/// What is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct At {
    /// Under the pointer or the keyboard's focus.
    pub over: Option<EntryId>,
    /// Pinned by a tap or a key, until the next one.
    pub pinned: Option<EntryId>,
    /// Whether the legend shows all its entries.
    pub all: bool,
}

impl At {
    /// The entry that is pointed at, or else the pinned one.
    pub fn entry(self) -> Option<EntryId> {
        self.over.or(self.pinned)
    }
}

impl Pointing {
    /// Nothing is pointed at yet.
    pub fn new(figure: Memo<Option<Arc<Figure>>>) -> Self {
        Pointing { figure, at: RwSignal::new(At::default()) }
    }

    /// Changes what is pointed at, and says so only if it is something else now.
    pub fn change(self, change: impl FnOnce(&mut At)) {
        let before = self.at.get_untracked();
        let mut at = before;
        change(&mut at);
        if at != before {
            self.at.set(at);
        }
    }

    /// Pins an entry, or takes the pin out of it.
    pub fn toggle(self, entry: Option<EntryId>) {
        self.change(|at| at.pinned = if at.pinned == entry { None } else { entry });
    }

    /// Whether `entry` stands out in the chart: it is pointed at, or a part of the legend entry that is.
    pub fn lights(self, entry: EntryId) -> bool {
        self.at.get().entry().is_some_and(|pointed| entry == pointed || self.legend_of(entry) == Some(pointed))
    }

    /// Whether the legend's `entry` stands out: it is pointed at, or what is pointed at is a part of it.
    pub fn lights_legend(self, entry: EntryId) -> bool {
        self.at.get().entry().is_some_and(|pointed| entry == pointed || self.legend_of(pointed) == Some(entry))
    }

    fn legend_of(self, entry: EntryId) -> Option<EntryId> {
        self.figure.with(|figure| figure.as_ref()?.entries.get(entry).map(|entry| entry.legend))
    }
}
