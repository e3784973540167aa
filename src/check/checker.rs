//! Does the cross-checks that the rules ask for, collects their findings, and tracks which printed numbers are covered.

mod coverage;
mod judging;
mod numbers;

use std::borrow::Cow;

use super::finding::{Finding, Reason, Verdict};
use super::indexed_table::{INCOME, IndexedTable};
use super::rounded::{Judged, typical_decimals};
use super::rule::Rule;
use crate::budget::{Budget, Expense, Field, Kind, Place, Side, Stated, Statement, Table, column};
use crate::money::{Money, sort_by};

/// The most statements of one subject in one section that are looked at: a text of more does not tell which is meant.
const MAX_ALIKE: usize = 100;

/// A sum to be checked: the stated number, and those that add up to it in some reading; either may be several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The places of the stated number.
    pub stated: Vec<Place>,
    /// The places of the terms.
    pub terms: Vec<Place>,
}

/// The findings of the rules, and the document indexed for their lookups.
pub struct Checker<'b> {
    /// The document.
    pub budget: &'b Budget,
    /// The document's tables.
    pub indexed_tables: Vec<IndexedTable<'b>>,
    /// The first table of each kind, by its index.
    kinds: Vec<(Kind, usize)>,
    /// Every line that has a code or key, sorted by it: table, line.
    lines: Vec<(&'b str, usize, usize)>,
    /// The statements, sorted by section and subject: list, index.
    statements: Vec<(&'b str, &'b str, Stated, usize)>,
    findings: Vec<Finding>,
    /// For each table, what the cross-checks tell about each of its cells, line by line.
    cells: Vec<Vec<CellStatus>>,
    /// For each place outside tables that may print a number, whether a cross-check covers it; as far as the last one
    /// covered.
    covered_outside: Vec<bool>,
    /// How many decimal places the section of each statement usually prints; for the narrative, and for procurement.
    stated_decimals: [Vec<u32>; 2],
    /// How many decimal places forms usually print.
    form_decimals: u32,
    /// The smallest unit that amounts of the narrative in 元 or 千元 are printed in.
    coarse: i128,
    /// Whether the document's amounts are cut off and not rounded.
    is_cut_off_throughout: bool,
}

/// What the cross-checks so far tell about a cell.
#[derive(Debug, Clone, Copy, Default)]
struct CellStatus {
    /// Whether a cross-check covers it.
    is_covered: bool,
    /// Whether it is in a cross-check that does not hold.
    is_doubted: bool,
}

impl<'b> Checker<'b> {
    /// Indexes a document with these tables, before anything is checked.
    pub fn new(budget: &'b Budget, tables: &'b [Cow<'b, Table>]) -> Self {
        let mut indexed_tables: Vec<_> =
            tables.iter().enumerate().map(|(i, table)| IndexedTable::new(i, table, &budget.document)).collect();
        numbers::give_least(&mut indexed_tables);
        let forms = budget.projects.iter().filter_map(|project| project.form.as_ref());
        let funds = forms.flat_map(|form| form.period.iter().chain(form.annual.iter()));
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        for indexed in &indexed_tables {
            if let Some(kind) = indexed.table.kind.filter(|kind| !kinds.iter().any(|(other, _)| other == kind)) {
                kinds.push((kind, indexed.index));
            }
        }
        let lines = indexed_tables
            .iter()
            .flat_map(|indexed| indexed.subjects().map(move |(name, line)| (name, indexed.index, line)));
        let mut lines: Vec<_> = lines.collect();
        // The lines of each table are sorted already.
        sort_by(&mut lines, Ord::cmp);
        let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
        let about = lists.into_iter().flat_map(|(list, all)| all.iter().enumerate().map(move |(i, s)| (list, i, s)));
        let mut by_section: Vec<_> =
            about.map(|(list, i, s)| (s.section.as_str(), s.subject.as_str(), list, i)).collect();
        sort_by(&mut by_section, Ord::cmp);
        Checker {
            budget,
            kinds,
            lines,
            statements: by_section,
            // About as many findings as lines are expected.
            findings: Vec::with_capacity(indexed_tables.iter().map(|indexed| indexed.table.lines.len()).sum()),
            cells: indexed_tables
                .iter()
                .map(|s| vec![CellStatus::default(); s.table.lines.len() * s.table.columns.len()])
                .collect(),
            covered_outside: Vec::new(),
            stated_decimals: [&budget.statements, &budget.procurement]
                .map(|statements| numbers::typical_decimals_by_section(statements)),
            coarse: numbers::coarse_of_text(budget),
            form_decimals: typical_decimals(funds.filter_map(|(_, amount)| *amount)),
            indexed_tables,
            is_cut_off_throughout: false,
        }
    }

    /// Indexes a document whose amounts are cut off and not rounded, before anything is checked.
    pub fn cut_off(budget: &'b Budget, tables: &'b [Cow<'b, Table>]) -> Self {
        Checker { is_cut_off_throughout: true, ..Checker::new(budget, tables) }
    }

    /// The first table of this kind.
    pub fn indexed_table(&self, kind: Kind) -> Option<&IndexedTable<'b>> {
        let (_, index) = self.kinds.iter().find(|(other, _)| *other == kind)?;
        self.indexed_tables.get(*index)
    }

    /// The lines of all tables with this code or key: table, line.
    pub fn lines_of(&self, subject: &str) -> impl Iterator<Item = (usize, usize)> + use<'_, 'b> {
        let from = self.lines.partition_point(|(other, ..)| *other < subject);
        let first = self.lines.get(from).map(|(subject, ..)| *subject).filter(|first| *first == subject);
        let rest = self.lines[from..].iter().take_while(move |(other, ..)| Some(*other) == first);
        rest.map(|(_, table, line)| (*table, *line))
    }

    /// A statement.
    pub fn statement(&self, list: Stated, i: usize) -> Option<&'b Statement> {
        let all = if list == Stated::Procurement { &self.budget.procurement } else { &self.budget.statements };
        all.get(i)
    }

    /// The place of a number that the statement of this subject in this section and list states, if there is one.
    pub fn sibling_statement(&self, list: Stated, section: &str, subject: &str, field: Field) -> Option<Place> {
        let from = self.statements.partition_point(|(s, other, of, _)| (*s, *other, *of) < (section, subject, list));
        let rest = self.statements[from..].iter();
        let own = rest.take_while(|(s, other, of, _)| (*s, *other, *of) == (section, subject, list));
        let mut own = own.take(MAX_ALIKE).map(|(.., i)| Place::Statement(list, *i, field));
        own.find(|place| self.is_printed(*place))
    }

    /// The cell of the total line in a column, in the first table of this kind.
    pub fn total(&self, kind: Kind, side: Option<Side>, column: &str) -> Option<Place> {
        let indexed = self.indexed_table(kind)?;
        cell(indexed, indexed.total(side)?, column)
    }

    /// The cells of the lines with this code or key in a column, in the first table of this kind.
    pub fn cells(&self, kind: Kind, subject: &str, column: &str) -> Vec<Place> {
        let Some(indexed) = self.indexed_table(kind) else { return Vec::new() };
        indexed.lines_of(subject).filter_map(|line| cell(indexed, line, column)).collect()
    }

    /// The cells of an expense of this year: in the column of all funds, or in those of each fund.
    pub fn expense(&self, expense: Expense) -> Vec<Place> {
        let indexed_tables = self.indexed_tables.iter().filter(|indexed| indexed.is(Kind::ThreePublic));
        for indexed in indexed_tables {
            let columns = indexed.now();
            let of_line = indexed.lines.iter().position(|line| line.expense == Some(expense) && !line.of_which);
            let places: Vec<Place> = if let Some(line) = of_line {
                let whole = columns.iter().find(|c| indexed.columns[**c].fund.is_none());
                let chosen: Vec<usize> = whole.map_or_else(|| columns.clone(), |whole| vec![*whole]);
                chosen.into_iter().map(|column| Place::Cell(indexed.index, line, column)).collect()
            } else {
                let column = columns.iter().find(|c| indexed.columns[**c].expense == Some(expense));
                let line = indexed.total(None).or((indexed.lines.len() == 1).then_some(0));
                column.zip(line).map(|(column, line)| Place::Cell(indexed.index, line, *column)).into_iter().collect()
            };
            if !places.is_empty() {
                return places;
            }
        }
        Vec::new()
    }

    /// Records a finding that something cannot be checked.
    pub fn unchecked(&mut self, rule: Rule, stated: &[Place], terms: &[Place], reason: Reason) {
        let (verdict, stated, terms) = (Verdict::Unchecked, stated.to_vec(), terms.to_vec());
        self.push(Finding { rule, verdict, compared: None, stated, terms, reason: Some(reason) });
    }

    /// Records a finding without arithmetic.
    pub fn found(&mut self, rule: Rule, verdict: Verdict, places: &[Place], reason: Option<Reason>) {
        self.push(Finding { rule, verdict, compared: None, stated: places.to_vec(), terms: Vec::new(), reason });
    }

    /// Records a finding, and the places that it covers.
    pub fn push(&mut self, finding: Finding) {
        if finding.compared.is_some() && finding.verdict != Verdict::Unchecked {
            finding.places().for_each(|place| self.cover(place));
        }
        if finding.verdict == Verdict::Mismatch {
            finding.places().for_each(|place| self.doubt(place));
        }
        self.findings.push(finding);
    }

    /// Whether a mismatch so far includes the number at a place and is off by as much as two other numbers differ,
    /// except for rounding.
    pub fn has_same_difference(&self, place: Place, judged: Judged) -> bool {
        let Some(difference) = judged.difference().filter(|_| !self.is_sound(place)) else { return false };
        let is_as_much = |finding: &Finding| {
            let Some(compared) = finding.compared.filter(|_| finding.verdict == Verdict::Mismatch) else {
                return false;
            };
            let [off, bound] = [compared.difference, compared.bound].map(|amount| {
                amount.map_or(0, |amount| Money::new(amount, compared.measure.unit()).millionths().abs())
            });
            (off - difference.abs()).abs() <= bound + judged.max_rounding_error / 2
        };
        self.findings.iter().any(|finding| is_as_much(finding) && finding.places().any(|other| other == place))
    }

    /// The findings so far.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Takes the findings out.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}

/// The cell of a line in the column with this id; where the column of all money has another id, in that one.
fn cell(indexed: &IndexedTable, line: usize, id: &str) -> Option<Place> {
    let of_all = || if id == column::TOTAL || id == INCOME { indexed.main(line) } else { None };
    indexed.cell(line, id).or_else(of_all)
}
