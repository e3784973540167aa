//! Findings as equations between printed numbers, with an index of the equations that each number is in.

use std::collections::BTreeMap;

use crate::budget::{Field, Measure, Place};
use crate::check::checker::Checker;
use crate::check::finding::{Compared, Finding, Reason, Verdict};
use crate::check::rounded::{Rounded, judge_ratio};
use crate::check::rule::Rule;
use crate::money::Money;

/// A cross-check whose stated numbers should add up to what its terms do, in millionths.
#[derive(Debug, Clone, Copy)]
pub struct Equation {
    /// The index of the finding.
    pub finding: usize,
    /// The sum of the stated numbers minus that of the terms.
    pub difference: i128,
    /// The tolerance: how far rounding may bring the two sides apart.
    pub max_rounding_error: i128,
    /// Whether the equation does not hold, and nothing explains that yet.
    pub is_open: bool,
    /// Whether the difference is the printed one, and not what is left after another number was corrected.
    pub is_whole: bool,
    /// Whether the stated number only must not exceed the others, as a part must not exceed its whole.
    pub is_limit: bool,
}

impl Equation {
    /// The equation that a finding stands for, if it compares sums.
    pub fn of(i: usize, finding: &Finding, checker: &Checker) -> Option<Equation> {
        let Compared { measure, difference: Some(difference), bound: Some(bound), .. } = finding.compared? else {
            return None;
        };
        if finding.verdict == Verdict::Unchecked || !is_sum(finding, measure, checker) {
            return None;
        }
        let millionths = |amount| Money::new(amount, measure.unit()).millionths();
        Some(Equation {
            finding: i,
            difference: millionths(difference),
            max_rounding_error: millionths(bound),
            is_open: false,
            is_whole: true,
            is_limit: finding.reason.is_some_and(Reason::is_limit),
        })
    }

    /// Whether the equation would hold if this were added to its difference.
    pub fn fits(&self, change: i128) -> bool {
        let left = self.difference.saturating_add(change);
        if self.is_limit { left <= self.max_rounding_error } else { left.abs() <= self.max_rounding_error }
    }
}

/// Whether a finding compares sums. Money is only ever added up; percentages are quotients, and numbers of things are
/// counts, unless all numbers have the same measure.
fn is_sum(finding: &Finding, measure: Measure, checker: &Checker) -> bool {
    matches!(measure, Measure::Money(_))
        || finding.terms.iter().find_map(|place| checker.printed(*place)).is_some_and(|(_, own)| own == measure)
}

/// Whether a finding is about a share or a rate.
pub fn is_ratio(finding: &Finding, checker: &Checker) -> bool {
    let measure = finding.compared.map(|compared| compared.measure);
    measure == Some(Measure::Percent) && !is_sum(finding, Measure::Percent, checker)
}

/// The part of a number in an equation: the index of the equation, and whether the number is on the stated side.
pub type Part = (usize, bool);

/// The equations that any number of a mismatch is in, indexed by number.
pub struct Equations {
    pub all: Vec<Equation>,
    /// The places of the numbers that are in mismatches.
    pub places: Vec<Place>,
    /// For each of these numbers, where its parts begin.
    from: Vec<usize>,
    parts: Vec<Part>,
    ids: Ids,
}

impl Equations {
    /// Finds the equations that matter for the mismatches that are open.
    pub fn of(checker: &Checker, findings: &[Finding], open: &[bool]) -> Equations {
        let mut ids = Ids::of(checker);
        let mut places = Vec::new();
        for (finding, _) in findings.iter().zip(open).filter(|(finding, open)| **open && finding.compared.is_some()) {
            finding.places().for_each(|place| ids.add(place, &mut places));
        }
        let mut all = Vec::new();
        let mut met: Vec<(usize, Part)> = Vec::new();
        for (i, finding) in findings.iter().enumerate() {
            let is_met = finding.compared.is_some() && finding.places().any(|place| ids.get(place).is_some());
            let Some(equation) = is_met.then(|| Equation::of(i, finding, checker)).flatten() else { continue };
            // A finding that is not open and yet out of tolerance, such as a year that needs less than the whole term,
            // is no equation.
            let is_open = finding.verdict == Verdict::Mismatch && open[i];
            if !is_open && !equation.fits(0) {
                continue;
            }
            let sides = [(&finding.stated, true), (&finding.terms, false)];
            let parts = sides.into_iter().flat_map(|(side, is_stated)| side.iter().map(move |p| (*p, is_stated)));
            met.extend(parts.filter_map(|(place, is_stated)| Some((ids.get(place)?, (all.len(), is_stated)))));
            all.push(Equation { is_open, ..equation });
        }
        // A counting sort by place, in linear time.
        let mut from = vec![0; places.len() + 1];
        for (place, _) in &met {
            from[place + 1] += 1;
        }
        for i in 0..places.len() {
            from[i + 1] += from[i];
        }
        let mut next = from.clone();
        let mut parts = vec![(0, false); met.len()];
        for (place, part) in met {
            parts[next[place]] = part;
            next[place] += 1;
        }
        Equations { all, places, from, parts, ids }
    }

    /// The index of the number that is printed at a place, if it is in a mismatch.
    pub fn id(&self, place: Place) -> Option<usize> {
        self.ids.get(place)
    }

    /// The equations that the number with this index is in.
    pub fn parts(&self, id: usize) -> &[Part] {
        &self.parts[self.from[id]..self.from[id + 1]]
    }

    /// Whether a number is confirmed by an equation that is not open.
    pub fn is_confirmed(&self, place: Place) -> bool {
        self.id(place).is_some_and(|id| self.parts(id).iter().any(|(equation, _)| !self.all[*equation].is_open))
    }
}

/// Indices for places, which are looked up in constant time where the place is a cell.
struct Ids {
    /// For each table, where its cells begin and how many columns it has.
    tables: Vec<(usize, usize)>,
    /// One more than the index of each cell; 0 for none.
    cells: Vec<usize>,
    others: BTreeMap<Place, usize>,
}

impl Ids {
    fn of(checker: &Checker) -> Ids {
        let mut all = 0;
        let table = |indexed: &crate::check::indexed_table::IndexedTable| {
            let (from, width) = (all, indexed.table.columns.len());
            all += width * indexed.table.lines.len();
            (from, width)
        };
        let tables = checker.indexed_tables.iter().map(table).collect();
        Ids { tables, cells: vec![0; all], others: BTreeMap::new() }
    }

    fn cell(&self, place: Place) -> Option<usize> {
        let Place::Cell(table, line, column) = place else { return None };
        let (from, width) = self.tables[table];
        Some(from + line * width + column)
    }

    fn get(&self, place: Place) -> Option<usize> {
        match self.cell(place) {
            Some(cell) => self.cells[cell].checked_sub(1),
            None => self.others.get(&place).copied(),
        }
    }

    fn add(&mut self, place: Place, places: &mut Vec<Place>) {
        let next = places.len();
        let is_new = match self.cell(place) {
            Some(cell) if self.cells[cell] > 0 => false,
            Some(cell) => {
                self.cells[cell] = next + 1;
                true
            }
            None => *self.others.entry(place).or_insert(next) == next,
        };
        if is_new {
            places.push(place);
        }
    }
}

/// How a percentage is computed from two numbers.
#[derive(Debug, Clone, Copy)]
enum Ratio {
    /// The first number as a share of the second.
    Share,
    /// The first number, a change, in percent of the second (this year's amount) minus that change.
    OfChange,
    /// This year's amount minus an earlier one, in percent of the earlier one.
    OfYears,
    /// The earlier amount minus this year's, in percent of the earlier one.
    OfLess,
}

/// Whether a share or rate agrees once other numbers are printed, which `changed` gives; `None` where it is not clear
/// how the percentage is computed.
pub fn ratio_fits(finding: &Finding, checker: &Checker, changed: impl Fn(Place, Rounded) -> Rounded) -> Option<bool> {
    let (compared, &[stated], &[one, other]) = (finding.compared?, &finding.stated[..], &finding.terms[..]) else {
        return None;
    };
    let places = [stated, one, other];
    let old = [checker.number(stated)?, checker.number(one)?, checker.number(other)?];
    let less = |one: Rounded, other: Rounded| one.minus(other);
    let judged = |[stated, one, other]: [Rounded; 3], of: Ratio| {
        let (part, whole) = match of {
            Ratio::Share => (one, other),
            Ratio::OfChange => (one, less(other, one)?),
            Ratio::OfYears => (less(one, other)?, other),
            Ratio::OfLess => (less(other, one)?, other),
        };
        judge_ratio(stated, part, whole, 2)
    };
    let computed = compared.computed.map(|amount| Money::new(amount, compared.measure.unit()).millionths());
    let is_so = |of: &Ratio| judged(old, *of).map(|judged| judged.computed) == computed;
    // Small percentages come out the same in several ways: the rule says which are possible.
    let ways: &[Ratio] = match (finding.rule, other) {
        (Rule::StatedShare, _) | (_, Place::Statement(.., Field::LastYear)) => &[Ratio::Share],
        (Rule::YearRate, _) => &[Ratio::OfYears, Ratio::OfLess],
        _ => &[Ratio::OfChange, Ratio::Share],
    };
    let of = ways.iter().copied().find(is_so)?;
    let new = [0, 1, 2].map(|i| changed(places[i], old[i]));
    Some(judged(new, of).is_some_and(|judged| judged.verdict != Verdict::Mismatch))
}
