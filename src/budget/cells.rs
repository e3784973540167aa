//! The cells of one line, by the ids of their columns.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::money::Amount;

/// Cells by column id, in the order they were written: amounts, or words.
///
/// A list of pairs, not a map: a line has a handful of cells, and a file may have 100,000 lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells<T = Option<Amount>>(Vec<(String, T)>);

impl<T> Cells<T> {
    /// All cells that were written, blank ones too.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(id, cell)| (id.as_str(), cell))
    }

    /// How many cells were written.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no cell was written.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cell that was written as number `i`, counted from 0.
    pub fn at(&self, i: usize) -> Option<(&str, &T)> {
        self.0.get(i).map(|(id, cell)| (id.as_str(), cell))
    }

    /// The cell of this column, if one was written.
    pub fn find(&self, column: &str) -> Option<&T> {
        self.0.iter().find(|(id, _)| id == column).map(|(_, cell)| cell)
    }
}

impl<T> Cells<T> {
    /// Adds a cell to a column that has none yet.
    pub fn push(&mut self, column: &str, cell: T) {
        self.0.push((column.into(), cell));
    }

    /// Removes the cell of a column, if it has one.
    pub fn remove(&mut self, column: &str) {
        self.0.retain(|(id, _)| id != column);
    }
}

impl Cells {
    /// The cell of this column, to be changed; a blank one is added if none was written.
    pub fn entry(&mut self, column: &str) -> &mut Option<Amount> {
        let place = self.0.iter().position(|(id, _)| id == column);
        let place = place.unwrap_or_else(|| {
            self.0.push((column.into(), None));
            self.0.len() - 1
        });
        &mut self.0[place].1
    }

    /// The amount in this column, or `None` where the cell is blank.
    pub fn get(&self, column: &str) -> Option<Amount> {
        *self.find(column)?
    }
}

impl Cells<String> {
    /// The words in this column, or `None` where the cell is blank.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.find(column).map(String::as_str)
    }
}

impl<T> Default for Cells<T> {
    fn default() -> Self {
        Cells(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Cells<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs(PhantomData))
    }
}

struct Pairs<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
    type Value = Cells<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Cells<T>, A::Error> {
        let mut cells = Vec::new();
        while let Some(cell) = entries.next_entry()? {
            cells.push(cell);
        }
        Ok(Cells(cells))
    }
}
