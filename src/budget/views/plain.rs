//! Tells which documents print everything as figures ask for it, and so need no views.

use crate::budget::{Budget, Kind, Line, Role, Side, Table, column};
use crate::money::sort_by;

/// The columns of amounts that a plain table of expenditure may have.
const SPENT: [&str; 9] = [
    column::TOTAL,
    column::BASIC,
    column::PROJECT,
    column::PERSONNEL,
    column::OPERATING,
    column::LAST_YEAR,
    "reserve",
    "business",
    "to-superior",
];
/// The columns of amounts that a plain table of income may have: each a fund of its own.
const RECEIVED: [&str; 9] = [
    column::TOTAL,
    "general-public",
    "government-fund",
    "state-capital",
    "fiscal-account",
    "own-funds",
    column::CARRY_OVER,
    "current-year",
    "current-income",
];
/// Lines of a plain table of the three public expenses.
const EXPENSES: [&str; 6] =
    ["three-public", "overseas", "reception", "vehicles", "vehicle-purchase", "vehicle-running"];

impl Budget {
    /// Whether every table that figures ask for is printed in the shape that they ask for: then no view is needed.
    pub fn is_plain(&self) -> bool {
        self.is_plain_where(&|mut codes| {
            sort_by(&mut codes, Ord::cmp);
            is_ascending(&codes)
        })
    }

    /// Whether the document is plain and its codes stand in order. The browser asks this before the second part of the
    /// program is there; to ask it of codes in any order takes a sort, which would be three kilobytes of the first
    /// part.
    pub fn is_plain_in_order(&self) -> bool {
        self.is_plain_where(&|codes| is_ascending(&codes))
    }

    /// Whether the document is plain, where `is_distinct` tells whether no code repeats.
    fn is_plain_where(&self, is_distinct: &dyn Fn(Vec<&str>) -> bool) -> bool {
        let kinds = [
            Kind::Expenditure,
            Kind::Income,
            Kind::GeneralPublic,
            Kind::BasicEconomic,
            Kind::ThreePublic,
            Kind::Projects,
        ];
        let of_kind = |kind| self.tables.iter().find(|table| table.kind == Some(kind));
        kinds.into_iter().all(|kind| of_kind(kind).is_some_and(|table| table.is_plain(kind, is_distinct)))
            && of_kind(Kind::Procurement).is_none_or(|table| table.empty)
    }
}

impl Table {
    fn is_plain(&self, kind: Kind, is_distinct: &dyn Fn(Vec<&str>) -> bool) -> bool {
        let known: &[&str] = match kind {
            Kind::Expenditure | Kind::GeneralPublic => &SPENT,
            Kind::Income => &RECEIVED,
            _ => &[],
        };
        let mut columns = self.columns.iter().filter(|column| !column.text);
        let is_known = columns.all(|column| known.is_empty() || known.contains(&column.id.as_str()));
        let needed = if matches!(kind, Kind::Expenditure) { &SPENT[..3] } else { &SPENT[..1] };
        is_known && needed.iter().all(|id| self.has_column(id)) && self.has_plain_lines(kind, is_distinct)
    }

    fn has_plain_lines(&self, kind: Kind, is_distinct: &dyn Fn(Vec<&str>) -> bool) -> bool {
        let items = || self.lines.iter().filter(|line| line.role == Role::Item);
        let is_plain = |line: &Line| {
            line.is.is_none()
                && !line.name.is_empty()
                && line.side != Some(Side::Income)
                && match kind {
                    Kind::ThreePublic => line.key.as_deref().is_some_and(|key| EXPENSES.contains(&key)),
                    Kind::Projects => line.code.is_none(),
                    Kind::BasicEconomic => line.code.as_ref().is_none_or(|code| code.len() < 6),
                    Kind::Expenditure | Kind::GeneralPublic => {
                        line.code.as_ref().is_some_and(|code| code.as_bytes().first() == Some(&b'2'))
                            && line.amounts.get(column::TOTAL).is_some()
                    }
                    _ => !line.of_which,
                }
        };
        let codes = items().filter_map(|line| line.code.as_deref()).collect();
        let by_code = matches!(kind, Kind::Expenditure | Kind::GeneralPublic | Kind::BasicEconomic);
        let has_class =
            !by_code || items().any(|line| line.level() == 1 && line.code.as_ref().is_none_or(|code| code.len() == 3));
        items().all(is_plain) && has_class && is_distinct(codes)
    }
}

/// Whether each code is less than the next: then none repeats.
fn is_ascending(codes: &[&str]) -> bool {
    codes.windows(2).all(|pair| pair[0] < pair[1])
}
