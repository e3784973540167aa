//! Divides the amounts of departments by what is counted of each, as far as their documents and the statistics say it.

use super::Department;
use super::compared::{ALL, Compared};
use crate::budget::{Budget, Others, Place, Statistics};
use crate::figure::Entry;
use crate::figure::classes::lines;
use crate::figure::per_head::{Counted, Derivation, told_in};
use crate::figure::years::points::{Measure, at, measured};
use crate::figure::years::projects::are_listed;
use crate::locale::Locale;

/// What can be chosen: what is printed, what two departments have a count for, and what is chosen.
pub fn offered(
    departments: &[Department],
    chosen: Compared,
    statistics: Option<&Statistics>,
    locale: Locale,
) -> Vec<Compared> {
    let is_known = |own: &Compared| {
        let has = |department: &&Department| {
            let counted = |divisor| Counted::of(divisor, department.document, statistics, locale);
            let is_counted = |divisor| counted(divisor).is_some_and(|count| !count.is_nothing());
            let measured = || measured(department.document, own.measure, locale).0;
            own.per.is_none_or(|divisor| is_counted(divisor) && measured().is_some_and(|whole| whole.money.is_some()))
        };
        if own.is_by_class() && own.id != chosen.id {
            let has = departments.iter().filter(|department| lines(department.document).is_some());
            return has.count() > 1;
        }
        if matches!(own.measure, Measure::Projects(_)) && own.id != chosen.id {
            return are_listed(departments.iter().map(|department| department.document));
        }
        own.per.is_none() || own.id == chosen.id || departments.iter().filter(has).count() > 1
    };
    ALL.iter().copied().filter(is_known).collect()
}

/// Divides the amount of each department; returns the language and unit in which what follows is told.
pub fn divide(
    departments: &mut [Department],
    divided: Compared,
    (budget, others): (&Budget, &Others),
    locale: Locale,
) -> Locale {
    let statistics = others.statistics();
    for own in &mut *departments {
        let there = |place: Option<Place>| at(budget, others, own.index, place);
        let whole = measured(own.document, divided.measure, locale).0;
        let whole = whole.unwrap_or_else(|| Entry::ours("", None, locale));
        let counted = divided.per.and_then(|divisor| Counted::of(divisor, own.document, statistics.as_deref(), locale));
        let counted = counted.map(|counted| Counted { at: there(counted.at), ..counted });
        own.divided = Entry { at: there(whole.at), note: None, ..whole };
        own.derivation = Derivation { counted, indices: None, more_places: 0 };
    }
    let all: Vec<_> = departments.iter().map(|own| (own.divided.money, &own.derivation)).collect();
    let told = told_in(&all, locale);
    for own in departments {
        own.derivation.more_places = told.more_places;
        let money = own.divided.money.filter(|_| own.derivation.counted.is_some());
        own.each = money.and_then(|money| Some(own.derivation.value(money, told.unit)?.0));
        own.finely = money.filter(|_| own.each.is_some()).and_then(|money| own.derivation.finely(money));
    }
    Locale { unit: told.unit, ..locale }
}
