//! Looks up the numbers that are printed at places, and with how many decimal places.

use std::collections::BTreeMap;

use super::Checker;
use crate::budget::{Budget, Field, Measure, Place, Stated, Statement};
use crate::check::indexed_table::IndexedTable;
use crate::check::rounded::{Precision, Rounded, coarse, typical_decimals_of_text};
use crate::money::{Amount, Money, Unit, insert_each};

impl Checker<'_> {
    /// The amount that is printed at a place, as [`Place::printed`] has it, but faster: what columns measure is known
    /// already.
    pub fn printed(&self, place: Place) -> Option<(Amount, Measure)> {
        self.scaled(place).map(|(amount, scale)| (amount, scale.measure))
    }

    /// Whether an amount is printed at a place.
    pub fn is_printed(&self, place: Place) -> bool {
        self.scaled(place).is_some()
    }

    /// Whether an amount other than zero is printed at a place.
    pub fn is_nonzero(&self, place: Place) -> bool {
        self.scaled(place).is_some_and(|(amount, _)| !amount.decimal().is_zero())
    }

    /// The number that is printed at a place; `None` for a blank.
    pub fn number(&self, place: Place) -> Option<Rounded> {
        let (amount, scale) = self.scaled(place)?;
        let number = scale.number(amount);
        Some(if self.is_cut_off_throughout && scale.measure != Measure::Percent { number.cut_off() } else { number })
    }

    /// The amount that is printed at a place, and how its column or list prints numbers.
    pub(super) fn scaled(&self, place: Place) -> Option<(Amount, Precision)> {
        if let Place::Cell(t, l, c) = place {
            let indexed = self.indexed_tables.get(t)?;
            return Some((indexed.amount(l, c)?, indexed.scales[c]));
        }
        let (amount, measure) = place.printed(self.budget)?;
        let (typical_decimals, is_coarse) = match place {
            // Shares and rates are rounded as the writer likes.
            Place::Statement(list, i, Field::Amount | Field::Change | Field::LastYear) => {
                let typical_decimals = self.stated_decimals[usize::from(list == Stated::Procurement)].get(i).copied();
                (typical_decimals.unwrap_or(0), is_smaller(measure))
            }
            Place::Statement(..) => (0, is_smaller(measure)),
            Place::Fund(..) => (self.form_decimals, false),
            _ => (0, false),
        };
        Some((amount, Precision { measure, typical_decimals, min_ulp: if is_coarse { self.coarse } else { 0 } }))
    }
}

/// Whether a number is of money in a smaller unit than documents usually have.
const fn is_smaller(measure: Measure) -> bool {
    matches!(measure, Measure::Money(Unit::Yuan | Unit::Thousand))
}

/// Sets the smallest unit of columns in 元 or 千元, where the tables in these units print nothing but whole hundreds of
/// yuan.
pub fn give_least(indexed_tables: &mut [IndexedTable]) {
    let tables = indexed_tables.iter().filter(|indexed| is_smaller(Measure::Money(indexed.table.unit)));
    let min_ulp =
        coarse(tables.flat_map(|indexed| indexed.money().map(|amount| Money::new(amount, indexed.table.unit))));
    if min_ulp > 0 {
        let scales = indexed_tables.iter_mut().flat_map(|indexed| &mut indexed.scales);
        scales.filter(|scale| is_smaller(scale.measure)).for_each(|scale| scale.min_ulp = min_ulp);
    }
}

/// The smallest unit that amounts of the narrative in 元 or 千元 are printed in.
pub fn coarse_of_text(budget: &Budget) -> i128 {
    let own = |statement: &Statement| {
        let unit = statement.unit.unwrap_or(budget.document.unit);
        let amounts = [statement.amount, statement.change, statement.last_year].into_iter().flatten();
        is_smaller(Measure::Money(unit)).then(|| amounts.map(move |amount| Money::new(amount, unit)))
    };
    coarse(budget.statements.iter().filter_map(own).flatten())
}

/// How many decimal places the section of each statement usually prints: one writer speaks of whole 万元 in one section
/// and of hundredths in the next.
pub fn typical_decimals_by_section(statements: &[Statement]) -> Vec<u32> {
    let mut sections: BTreeMap<&str, Vec<Amount>> = BTreeMap::new();
    for statement in statements {
        let amounts = [statement.amount, statement.change, statement.last_year];
        sections.entry(&statement.section).or_default().extend(amounts.into_iter().flatten());
    }
    let typical_decimals = |amounts: Vec<Amount>| typical_decimals_of_text(amounts.into_iter());
    let typical_decimals: BTreeMap<_, _> =
        insert_each(sections.into_iter().map(|(section, amounts)| (section, typical_decimals(amounts))));
    statements.iter().map(|statement| typical_decimals.get(statement.section.as_str()).copied().unwrap_or(0)).collect()
}
