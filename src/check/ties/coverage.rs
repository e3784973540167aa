//! Which printed numbers the ties cover.

use super::Ties;
use crate::budget::{Field, FormTerm, LEVELS, Place, Stated};

impl Ties<'_> {
    /// Notes that a tie covers a place.
    pub(super) fn cover(&mut self, place: Place) {
        if let Place::Cell(table, line, column) = place {
            let width = self.sheets[table].table.columns.len();
            self.cells[table][line * width + column] = true;
        } else {
            self.stated.push(place);
        }
    }

    /// The printed numbers that no tie covers.
    pub(super) fn uncovered(&mut self) -> Vec<Place> {
        self.stated.sort_unstable();
        let mut uncovered = Vec::new();
        for sheet in &self.sheets {
            let columns = sheet.table.columns.len();
            let cells = (0..sheet.table.lines.len()).flat_map(|line| (0..columns).map(move |column| (line, column)));
            let bare = cells.filter(|(line, column)| !self.cells[sheet.index][line * columns + column]);
            let places = bare.map(|(line, column)| Place::Cell(sheet.index, line, column));
            uncovered.extend(places.filter(|place| self.is_printed(*place)));
        }
        let bare = |place: &Place| self.stated.binary_search(place).is_err() && self.is_printed(*place);
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
