//! Tracks which printed numbers the cross-checks cover, and which are in a mismatch.

use super::{CellStatus, Checker};
use crate::budget::{Field, FormTerm, LEVELS, Place, Stated};

impl Checker<'_> {
    /// Records that a cross-check covers a place.
    pub(super) fn cover(&mut self, place: Place) {
        if let Some(told) = self.status_mut(place) {
            told.is_covered = true;
        } else if let Some(i) = self.outside_index(place) {
            self.covered_outside.resize(self.covered_outside.len().max(i + 1), false);
            self.covered_outside[i] = true;
        }
    }

    /// Records that a place is in a mismatch, if it is a cell.
    pub(super) fn doubt(&mut self, place: Place) {
        if let Some(told) = self.status_mut(place) {
            told.is_doubted = true;
        }
    }

    /// Whether the number in a cell is in no mismatch so far; other places count as sound.
    pub fn is_sound(&self, place: Place) -> bool {
        let Place::Cell(table, line, column) = place else { return true };
        !self.cells[table][line * self.indexed_tables[table].columns.len() + column].is_doubted
    }

    /// What the cross-checks tell about a cell; `None` for any other place.
    fn status_mut(&mut self, place: Place) -> Option<&mut CellStatus> {
        let Place::Cell(table, line, column) = place else { return None };
        self.cells[table].get_mut(line * self.indexed_tables[table].columns.len() + column)
    }

    /// The printed numbers that no cross-check covers.
    pub fn uncovered(&self) -> Vec<Place> {
        let mut uncovered = Vec::new();
        for (indexed, cells) in self.indexed_tables.iter().zip(&self.cells) {
            let columns = indexed.table.columns.len();
            let bare = cells.iter().enumerate().filter(|(_, told)| !told.is_covered);
            let places = bare.map(|(i, _)| Place::Cell(indexed.index, i / columns, i % columns));
            uncovered.extend(places.filter(|place| self.is_printed(*place)));
        }
        debug_assert!(self.outside().enumerate().all(|(i, place)| self.outside_index(place) == Some(i)));
        let covered = self.covered_outside.iter().copied().chain(std::iter::repeat(false));
        let bare = self.outside().zip(covered).filter(|(place, is_covered)| !is_covered && self.is_printed(*place));
        uncovered.extend(bare.map(|(place, _)| place));
        uncovered
    }

    /// Every place outside the official tables that may print a number.
    fn outside(&self) -> impl Iterator<Item = Place> + '_ {
        let budget = self.budget;
        let lists = [(Stated::Narrative, budget.statements.len()), (Stated::Procurement, budget.procurement.len())];
        let statements = lists.into_iter().flat_map(|(list, count)| {
            (0..count).flat_map(move |i| Field::ALL.map(|field| Place::Statement(list, i, field)))
        });
        let counts = [(Stated::Staff, budget.staff.len()), (Stated::Assets, budget.assets.len())];
        let counts = counts.into_iter().flat_map(|(list, count)| (0..count).map(move |i| Place::Count(list, i)));
        let whole = budget.performance.as_ref();
        let whole = whole.map_or(0, |form| form.sources.len() + form.uses.len());
        let funds = (0..budget.projects.len()).flat_map(|project| {
            let levels = (0..LEVELS.len()).map(move |level| (project, level));
            levels.flat_map(|(p, level)| FormTerm::ALL.map(|term| Place::Fund(p, term, level)))
        });
        statements.chain(counts).chain((0..whole).map(Place::DepartmentFund)).chain(funds)
    }

    /// The index of a place among those outside the official tables.
    fn outside_index(&self, place: Place) -> Option<usize> {
        let budget = self.budget;
        let statements = budget.statements.len();
        let staff = (statements + budget.procurement.len()) * Field::ALL.len();
        let assets = staff + budget.staff.len();
        let whole = assets + budget.assets.len();
        let funds = whole + budget.performance.as_ref().map_or(0, |form| form.sources.len() + form.uses.len());
        Some(match place {
            Place::Statement(list, i, field) => {
                let before = if list == Stated::Procurement { statements } else { 0 };
                (before + i) * Field::ALL.len() + field as usize
            }
            Place::Count(list, i) => i + if list == Stated::Assets { assets } else { staff },
            Place::DepartmentFund(i) => whole + i,
            Place::Fund(project, term, level) => {
                funds + (project * LEVELS.len() + level) * FormTerm::ALL.len() + term as usize
            }
            _ => return None,
        })
    }
}
