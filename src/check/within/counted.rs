//! Checks the sums of columns that count things. They add up like money where they do at all: a 单价 does not, nor do
//! counts in pieces and in sets.

use super::families::Family;
use crate::budget::{Place, Quantity};
use crate::check::checker::{Checker, Sum};
use crate::check::indexed_table::Half;
use crate::check::rule::Rule;

/// How many sums of a column have to hold for each that does not, before that one is an error.
const ENOUGH: usize = 2;

/// The sums of the columns in one half of a table that count things and add up.
pub fn sums(checker: &Checker, table: usize, half: &Half, families: &[Family]) -> Vec<(Rule, Sum)> {
    let is_count = |column: &usize| {
        let about = checker.indexed_tables[table].columns[*column];
        about.quantity == Quantity::Count && !about.unknown
    };
    let own = |column: usize| -> Vec<(Rule, Sum)> {
        let cell = |line: &usize| Place::Cell(table, *line, column);
        let sum = |family: &Family| {
            let sum = Sum { stated: vec![cell(&family.whole)], terms: family.parts.iter().map(cell).collect() };
            (family.rule, sum)
        };
        let is_told = |(_, sum): &(Rule, Sum)| {
            checker.is_printed(sum.stated[0]) && sum.terms.iter().any(|term| checker.is_printed(*term))
        };
        families.iter().map(sum).filter(is_told).collect()
    };
    let adds_up = |sums: &Vec<(Rule, Sum)>| {
        let fits = |(_, sum): &&(Rule, Sum)| checker.fits(&sum.stated, &sum.terms);
        let is_of_several =
            |(_, sum): &(Rule, Sum)| sum.terms.iter().filter(|term| checker.is_nonzero(**term)).count() > 1;
        let held = sums.iter().filter(fits).count();
        sums.iter().filter(fits).any(is_of_several) && held >= ENOUGH * (sums.len() - held)
    };
    half.columns.iter().copied().filter(is_count).map(own).filter(adds_up).flatten().collect()
}
