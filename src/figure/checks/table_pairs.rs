//! The matrix of the checks: which tables were checked against which, and with what verdicts.

use std::collections::BTreeMap;

use super::tally::Tally;
use crate::budget::{Budget, Kind, Place, Stated, Table};
use crate::check::{Finding, Report};
use crate::locale::Locale;

/// Two tables of the matrix, by their place among the names, the later first; the same twice for checks within a table.
pub type TablePair = (usize, usize);

/// The name of a table or list that numbers are printed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name in addresses.
    pub id: String,
    /// The name on the page.
    pub shown: String,
}

/// The matrix of the tables that were checked against each other.
#[derive(Debug, Default)]
pub struct TablePairs {
    /// The tables in their order, then the lists outside them that were checked against anything.
    pub names: Vec<Name>,
    /// The verdicts for each pair of names, row by row.
    pub cells: BTreeMap<TablePair, Tally>,
    /// For each source of numbers, its place among the names.
    places: Vec<Option<usize>>,
}

/// The lists outside the tables; the narrative's two are one to readers.
const LISTS: [(Stated, &str, &str); 5] = [
    (Stated::Narrative, "说明", "Text"),
    (Stated::Staff, "人员", "Staff"),
    (Stated::Assets, "资产", "Assets"),
    (Stated::Form, "整体绩效", "Department form"),
    (Stated::Forms, "项目绩效", "Project forms"),
];

impl TablePairs {
    /// The map of a report.
    pub fn of(report: &Report, budget: &Budget, locale: Locale) -> TablePairs {
        let tables = budget.tables.len();
        let mut met: BTreeMap<TablePair, Tally> = BTreeMap::new();
        for finding in &report.findings {
            for pair in pairs(finding, tables) {
                met.entry(pair).or_default().add(finding.verdict);
            }
        }
        let mut map = TablePairs::default();
        for source in 0..tables + LISTS.len() {
            let is_met = source < tables || met.keys().any(|(row, column)| *row == source || *column == source);
            map.places.push(is_met.then_some(map.names.len()));
            if is_met {
                map.names.push(match (budget.tables.get(source), LISTS.get(source.saturating_sub(tables))) {
                    (Some(table), _) => {
                        Name { id: budget.address(Place::Table(source)), shown: short(table, locale).into() }
                    }
                    (None, Some((_, zh, en))) => Name { id: (*zh).into(), shown: locale.tr(zh, en).into() },
                    (None, None) => continue,
                });
            }
        }
        for (pair, tally) in met {
            if let Some(pair) = map.placed(pair) {
                map.cells.insert(pair, tally);
            }
        }
        map
    }

    fn placed(&self, (row, column): TablePair) -> Option<TablePair> {
        let place = |source: usize| self.places.get(source).copied().flatten();
        Some((place(row)?, place(column)?))
    }

    /// Whether a finding is about this pair.
    pub fn holds(&self, pair: TablePair, finding: &Finding, budget: &Budget) -> bool {
        pairs(finding, budget.tables.len()).into_iter().any(|own| self.placed(own) == Some(pair))
    }

    /// The name of a pair in addresses.
    pub fn id(&self, (row, column): TablePair) -> String {
        [self.names[column].id.as_str(), "·", &self.names[row].id].concat()
    }

    /// The pair with this name in addresses.
    pub fn pair(&self, id: &str) -> Option<TablePair> {
        self.cells.keys().copied().find(|pair| self.id(*pair) == id)
    }

    /// The name of a pair on the page.
    pub fn name(&self, (row, column): TablePair, locale: Locale) -> String {
        let [one, other] = [column, row].map(|place| locale.lowercase_first(&self.names[place].shown));
        let (zh, en) = if row == column { ("{0}之内", "within {0}") } else { ("{0}与{1}", "{0} and {1}") };
        locale.capitalize_first(locale.format(zh, en, &[&one, &other]))
    }
}

/// A table's printed number. Where it has none it is called by its kind, which is shorter than its title.
fn short(table: &Table, locale: Locale) -> &str {
    match table.kind.filter(|kind| *kind != Kind::Other) {
        _ if !table.number.is_empty() => &table.number,
        Some(kind) => {
            let (zh, en) = kind.name();
            locale.tr(zh, en)
        }
        None => &table.title,
    }
}

/// The source that a number is printed in: a table, by its index, or, counted after all tables, one of [`LISTS`].
fn source(place: Place, tables: usize) -> Option<usize> {
    place.table().or_else(|| {
        let list = place.list()?;
        let list = if list == Stated::Procurement { Stated::Narrative } else { list };
        Some(tables + LISTS.iter().position(|(own, ..)| *own == list)?)
    })
}

/// The pairs of sources that a finding compares.
fn pairs(finding: &Finding, tables: usize) -> Vec<TablePair> {
    let sources = |places: &[Place]| distinct(places.iter().filter_map(|place| source(*place, tables)));
    let (stated, terms) = (sources(&finding.stated), sources(&finding.terms));
    let cross = stated.iter().flat_map(|own| terms.iter().map(move |other| (*own, *other)));
    // A finding that compares with another table and its own is about the other one.
    let cross: Vec<_> = cross.filter(|(own, other)| own != other).collect();
    let pairs = match stated[..] {
        _ if !cross.is_empty() => cross,
        [] | [_] => stated.iter().chain(&terms).take(1).map(|own| (*own, *own)).collect(),
        _ => {
            stated.iter().enumerate().flat_map(|(i, own)| stated[..i].iter().map(move |other| (*own, *other))).collect()
        }
    };
    distinct(pairs.into_iter().map(|(one, other)| (one.max(other), one.min(other))))
}

/// The values without repetitions, of which there are few.
fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}
