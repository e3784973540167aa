//! Which printed numbers the ties cover, and which of them they speak against.

use super::{Ties, Told};
use crate::budget::{Field, FormTerm, LEVELS, Place, Stated};
use crate::money::sort_by;

impl Ties<'_> {
    /// Notes that a tie covers a place.
    pub(super) fn cover(&mut self, place: Place) {
        match self.told(place) {
            Some(told) => told.is_covered = true,
            None => self.stated.push(place),
        }
    }

    /// Notes that a tie speaks against a place, if it is a cell.
    pub(super) fn doubt(&mut self, place: Place) {
        if let Some(told) = self.told(place) {
            told.is_doubted = true;
        }
    }

    /// Whether no tie so far speaks against the number that is printed in a cell.
    pub fn is_sound(&self, place: Place) -> bool {
        let Place::Cell(table, line, column) = place else { return true };
        !self.cells[table][line * self.sheets[table].columns.len() + column].is_doubted
    }

    /// What the ties say of a cell; `None` for any other place.
    fn told(&mut self, place: Place) -> Option<&mut Told> {
        let Place::Cell(table, line, column) = place else { return None };
        self.cells[table].get_mut(line * self.sheets[table].columns.len() + column)
    }

    /// The printed numbers that no tie covers.
    pub(super) fn uncovered(&mut self) -> Vec<Place> {
        sort_by(&mut self.stated, Ord::cmp);
        let mut uncovered = Vec::new();
        for sheet in &self.sheets {
            let columns = sheet.table.columns.len();
            let cells = (0..sheet.table.lines.len()).flat_map(|line| (0..columns).map(move |column| (line, column)));
            let bare = cells.filter(|(line, column)| !self.cells[sheet.index][line * columns + column].is_covered);
            let places = bare.map(|(line, column)| Place::Cell(sheet.index, line, column));
            uncovered.extend(places.filter(|place| self.is_printed(*place)));
        }
        let bare = |place: &Place| self.is_printed(*place) && self.stated.binary_search(place).is_err();
        uncovered.extend(self.outside().filter(bare));
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
        statements.chain(counts).chain((0..whole).map(Place::Whole)).chain(funds)
    }
}
