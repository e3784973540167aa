//! Collects what the rules find, and keeps account of which printed numbers they have covered.

use std::collections::{BTreeMap, BTreeSet};

use super::cause::grouped;
use super::finding::{Compared, Finding, Verdict, Why};
use super::number::{Judged, Number, is_cut_off, judge, judge_ratio, usual, usual_of_text};
use super::report::Report;
use super::rule::Rule;
use super::sheet::{INCOME, Sheet};
use crate::budget::{
    Budget, Expense, Field, FormTerm, Kind, LEVELS, Measure, Place, Quantity, Side, Stated, Statement, column,
};
use crate::money::{Amount, sort_by};

/// A printed number, and those that add up to it by some reading; of either perhaps several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// Where the sum is printed.
    pub stated: Vec<Place>,
    /// Where its terms are.
    pub terms: Vec<Place>,
}

/// What the rules find, and all that they ask of the document.
pub struct Ties<'b> {
    /// The document.
    pub budget: &'b Budget,
    /// Its tables.
    pub sheets: Vec<Sheet<'b>>,
    /// The first table of each kind that there is.
    kinds: Vec<(Kind, usize)>,
    /// Every line that has a code or key, by that: table, line.
    lines: Vec<(&'b str, usize, usize)>,
    /// The statements by section and subject: list, number.
    statements: Vec<(&'b str, &'b str, Stated, usize)>,
    findings: Vec<Finding>,
    /// For each table, which of its cells a tie covers, line by line.
    cells: Vec<Vec<bool>>,
    /// The places outside tables that a tie covers, as often as one does.
    stated: Vec<Place>,
    /// The places of all mismatches so far.
    doubted: BTreeSet<Place>,
    /// How many places the section of each statement prints as a rule; of the narrative, and of procurement.
    usual_stated: [Vec<u32>; 2],
    /// How many places forms print as a rule.
    usual_forms: u32,
    /// Whether the document's amounts are cut off and not rounded.
    is_cut_off_throughout: bool,
}

impl<'b> Ties<'b> {
    /// Nothing found yet.
    pub fn new(budget: &'b Budget) -> Self {
        let sheets: Vec<_> =
            budget.tables.iter().enumerate().map(|(i, table)| Sheet::new(i, table, &budget.document)).collect();
        let forms = budget.projects.iter().filter_map(|project| project.form.as_ref());
        let funds = forms.flat_map(|form| form.period.iter().chain(form.annual.iter()));
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        for sheet in &sheets {
            if let Some(kind) = sheet.table.kind.filter(|kind| !kinds.iter().any(|(other, _)| other == kind)) {
                kinds.push((kind, sheet.index));
            }
        }
        let lines = sheets.iter().flat_map(|sheet| sheet.subjects().map(move |(name, line)| (name, sheet.index, line)));
        let mut lines: Vec<_> = lines.collect();
        lines.sort_unstable();
        let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
        let about = lists.into_iter().flat_map(|(list, all)| all.iter().enumerate().map(move |(i, s)| (list, i, s)));
        let mut by_section: Vec<_> =
            about.map(|(list, i, s)| (s.section.as_str(), s.subject.as_str(), list, i)).collect();
        sort_by(&mut by_section, Ord::cmp);
        Ties {
            budget,
            kinds,
            lines,
            statements: by_section,
            findings: Vec::new(),
            cells: sheets.iter().map(|s| vec![false; s.table.lines.len() * s.table.columns.len()]).collect(),
            stated: Vec::new(),
            doubted: BTreeSet::new(),
            usual_stated: [&budget.statements, &budget.procurement].map(|statements| usual_by_section(statements)),
            usual_forms: usual(funds.filter_map(|(_, amount)| *amount)),
            sheets,
            is_cut_off_throughout: false,
        }
    }

    /// Nothing found yet, in a document whose amounts are cut off and not rounded.
    pub fn cut_off(budget: &'b Budget) -> Self {
        Ties { is_cut_off_throughout: true, ..Ties::new(budget) }
    }

    /// The first table of this kind.
    pub fn sheet(&self, kind: Kind) -> Option<&Sheet<'b>> {
        let (_, index) = self.kinds.iter().find(|(other, _)| *other == kind)?;
        self.sheets.get(*index)
    }

    /// The lines of any table that have this code or key: table, line.
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

    /// A number of the statement of this subject in this section and list, if it states one.
    pub fn beside(&self, list: Stated, section: &str, subject: &str, field: Field) -> Option<Place> {
        let from = self.statements.partition_point(|(s, other, of, _)| (*s, *other, *of) < (section, subject, list));
        let rest = self.statements[from..].iter();
        let own = rest.take_while(|(s, other, of, _)| (*s, *other, *of) == (section, subject, list));
        own.map(|(.., i)| Place::Statement(list, *i, field)).find(|place| self.is_printed(*place))
    }

    /// The total line's cell in a column of a kind of table.
    pub fn total(&self, kind: Kind, side: Option<Side>, column: &str) -> Option<Place> {
        let sheet = self.sheet(kind)?;
        cell(sheet, sheet.total(side)?, column)
    }

    /// The cells of the lines with this code or key.
    pub fn cells(&self, kind: Kind, subject: &str, column: &str) -> Vec<Place> {
        let Some(sheet) = self.sheet(kind) else { return Vec::new() };
        sheet.lines_of(subject).filter_map(|line| cell(sheet, line, column)).collect()
    }

    /// Where the tables print an expense of this year: in the column of all funds, or in those of each fund.
    pub fn expense(&self, expense: Expense) -> Vec<Place> {
        let sheets = self.sheets.iter().filter(|sheet| sheet.is(Kind::ThreePublic));
        for sheet in sheets {
            let columns = sheet.now();
            let of_line = sheet.lines.iter().position(|line| line.expense == Some(expense) && !line.of_which);
            let places: Vec<Place> = if let Some(line) = of_line {
                let whole = columns.iter().find(|c| sheet.columns[**c].fund.is_none());
                let chosen: Vec<usize> = whole.map_or_else(|| columns.clone(), |whole| vec![*whole]);
                chosen.into_iter().map(|column| Place::Cell(sheet.index, line, column)).collect()
            } else {
                let column = columns.iter().find(|c| sheet.columns[**c].expense == Some(expense));
                let line = sheet.total(None).or((sheet.lines.len() == 1).then_some(0));
                column.zip(line).map(|(column, line)| Place::Cell(sheet.index, line, *column)).into_iter().collect()
            };
            if !places.is_empty() {
                return places;
            }
        }
        Vec::new()
    }

    /// What is printed there, as [`Place::printed`] says; what columns measure is known already.
    pub fn printed(&self, place: Place) -> Option<(Amount, Measure)> {
        let Place::Cell(t, l, c) = place else { return place.printed(self.budget) };
        let sheet = self.sheets.get(t)?;
        let amount = sheet.amount(l, c)?;
        Some((amount, sheet.columns[c].quantity.measure(sheet.table.unit)))
    }

    /// Whether anything is printed there.
    pub fn is_printed(&self, place: Place) -> bool {
        self.printed(place).is_some()
    }

    /// Whether anything but nothing is printed there.
    pub fn is_something(&self, place: Place) -> bool {
        self.printed(place).is_some_and(|(amount, _)| !amount.decimal().is_zero())
    }

    /// The number that is printed there, `None` for a blank.
    pub fn number(&self, place: Place) -> Option<Number> {
        let (amount, measure) = self.printed(place)?;
        let number = Number::of(amount, measure, self.usual(place));
        Some(if self.is_cut_off_throughout && measure != Measure::Percent { number.cut_off() } else { number })
    }

    /// How many places the list of a place prints as a rule. Shares and rates are rounded as the writer likes.
    fn usual(&self, place: Place) -> u32 {
        match place {
            Place::Cell(table, _, column) => match self.sheets[table].columns[column].quantity {
                Quantity::Amount | Quantity::Change => self.sheets[table].usual,
                _ => 0,
            },
            Place::Statement(list, i, Field::Amount | Field::Change | Field::LastYear) => {
                self.usual_stated[usize::from(list == Stated::Procurement)].get(i).copied().unwrap_or(0)
            }
            Place::Fund(..) => self.usual_forms,
            _ => 0,
        }
    }

    /// The sum of `stated`, `None` for blanks, and the sum of `terms`; `None` where nothing is printed at either, or the
    /// numbers are too large.
    fn sides(&self, stated: &[Place], terms: &[Place]) -> Option<(Option<Number>, Number)> {
        // Of many that are added up, a table's zero is nothing and not almost nothing: a template's thirty empty classes
        // would hide any slip below them.
        let is_nothing =
            |place: Place, number: Number| number.value == 0 && place.table().is_some() && !self.is_cut_off_throughout;
        // How many of the places print a number, and the sum of those.
        let sum = |places: &[Place]| {
            let mut count = 0;
            let numbers = places.iter().filter_map(|place| {
                let number = self.number(*place)?;
                count += 1;
                let is_exact = places.len() > 2 && is_nothing(*place, number);
                Some(Number { step: if is_exact { 0 } else { number.step }, ..number })
            });
            let sum = Number::sum(numbers);
            (count, sum)
        };
        match (sum(stated), sum(terms)) {
            ((0, _), (0, _)) => None,
            ((0, _), (_, computed)) => Some((None, computed?)),
            ((_, own), (_, computed)) => Some((Some(own?), computed?)),
        }
    }

    /// Holds the sum of `stated` against the sum of `terms`, without noting it.
    pub fn judged(&self, stated: &[Place], terms: &[Place]) -> Option<Judged> {
        let (own, computed) = self.sides(stated, terms)?;
        Some(judge(own, computed))
    }

    /// Holds the sum of `stated` against the sum of `terms`. A blank counts as nothing; where all are blank there
    /// is nothing to hold.
    pub fn sum(&mut self, rule: Rule, stated: &[Place], terms: &[Place]) -> Option<Verdict> {
        self.hold(rule, Sum { stated: stated.to_vec(), terms: terms.to_vec() })
    }

    /// The same for a sum that is there already.
    pub fn hold(&mut self, rule: Rule, Sum { stated, terms }: Sum) -> Option<Verdict> {
        let judged = self.judged(&stated, &terms)?;
        let compared = Some(self.compared(judged, &stated, &terms));
        let is_mismatch = judged.verdict == Verdict::Mismatch;
        let is_cut_off = judged.is_cut_off || (is_mismatch && self.is_cut_off(&stated, &terms));
        let why = is_cut_off.then_some(Why::CutOff);
        self.note(Finding { rule, verdict: judged.verdict, compared, stated, terms, why });
        Some(judged.verdict)
    }

    /// Whether what is stated is what is computed, cut off instead of rounded.
    pub fn is_cut_off(&self, stated: &[Place], terms: &[Place]) -> bool {
        let all = |places: &[Place]| Number::sum(places.iter().filter_map(|place| self.number(*place)));
        all(stated).zip(all(terms)).is_some_and(|(stated, computed)| is_cut_off(stated, computed))
    }

    /// Holds `stated` against whichever of several computations fits best; the first is the one that is told where
    /// none fits. With a `doubt` none need fit, and it says why.
    pub fn any(
        &mut self,
        rule: Rule,
        stated: &[Place],
        candidates: &[Vec<Place>],
        doubt: Option<Why>,
    ) -> Option<Verdict> {
        let mut best: Option<(Verdict, &[Place])> = None;
        for terms in candidates {
            let Some(Judged { verdict, .. }) = self.judged(stated, terms) else { continue };
            // Verdicts are in order, the worst first.
            if best.is_none_or(|(known, _)| verdict > known) {
                best = Some((verdict, terms));
            }
            if verdict == Verdict::Holds {
                break;
            }
        }
        let (verdict, terms) = best?;
        if let Some(why) = doubt.filter(|_| verdict == Verdict::Mismatch) {
            self.unchecked(rule, stated, terms, why);
            return Some(Verdict::Unchecked);
        }
        self.sum(rule, stated, terms)
    }

    /// Holds a stated percentage against `part` of `whole`, whose numbers stand at `terms`.
    pub fn ratio(
        &mut self,
        rule: Rule,
        stated: Place,
        part: Number,
        whole: Number,
        terms: &[Place],
    ) -> Option<Verdict> {
        let judged = self.judged_ratio(rule, stated, part, whole)?;
        let (amount, measure) = self.printed(stated)?;
        let compared = Some(judged.compared(measure, amount.places()));
        let (verdict, why) = (judged.verdict, judged.is_cut_off.then_some(Why::CutOff));
        self.note(Finding { rule, verdict, compared, stated: vec![stated], terms: terms.to_vec(), why });
        Some(verdict)
    }

    /// The same without noting it.
    pub fn judged_ratio(&self, rule: Rule, stated: Place, part: Number, whole: Number) -> Option<Judged> {
        // A clerk who makes shares add up to 100 moves one by a unit of its last place.
        let spare = if rule == Rule::StatedShare && part.value != 0 { 2 } else { 0 };
        judge_ratio(self.number(stated)?, part, whole, spare)
    }

    /// Says more of the finding that was noted last.
    pub fn because(&mut self, why: Why) {
        if let Some(finding) = self.findings.last_mut() {
            finding.why = Some(why);
        }
    }

    /// Whether a tie would hold, or differ by rounding only.
    pub fn fits(&self, stated: &[Place], terms: &[Place]) -> bool {
        self.judged(stated, terms).is_none_or(|judged| judged.verdict != Verdict::Mismatch)
    }

    /// Whether a tie would hold if the stated number were `factor` times too large, or, where that is negative, too small.
    pub fn fits_by(&self, stated: &[Place], terms: &[Place], factor: i128) -> bool {
        let Some(Judged { verdict, stated: Some(stated), computed, reach, .. }) = self.judged(stated, terms) else {
            return self.fits(stated, terms);
        };
        let (large, small) = if factor > 0 { (stated, computed) } else { (computed, stated) };
        let off = small.checked_mul(factor.abs()).and_then(|scaled| scaled.checked_sub(large));
        match factor {
            1 => verdict != Verdict::Mismatch,
            _ => off.is_some_and(|off| off.abs() <= reach.saturating_mul(factor.abs())),
        }
    }

    /// How much more is stated than computed, in millionths.
    pub fn difference(&self, stated: &[Place], terms: &[Place]) -> Option<i128> {
        self.judged(stated, terms).and_then(Judged::difference)
    }

    /// The measure and number of places that a tie's numbers are told with: those of the first that is printed.
    fn compared(&self, judged: Judged, stated: &[Place], terms: &[Place]) -> Compared {
        let printed = |place: &Place| Some((*place, self.printed(*place)?));
        let first = stated.iter().chain(terms).find_map(printed);
        let (measure, places) = first.map_or((Measure::Pieces, 0), |(place, (amount, measure))| {
            (measure, amount.places().max(self.usual(place)))
        });
        judged.compared(measure, places)
    }

    /// Notes that something cannot be checked.
    pub fn unchecked(&mut self, rule: Rule, stated: &[Place], terms: &[Place], why: Why) {
        let (verdict, stated, terms) = (Verdict::Unchecked, stated.to_vec(), terms.to_vec());
        self.note(Finding { rule, verdict, compared: None, stated, terms, why: Some(why) });
    }

    /// Notes something that is no arithmetic.
    pub fn found(&mut self, rule: Rule, verdict: Verdict, places: &[Place], why: Option<Why>) {
        self.note(Finding { rule, verdict, compared: None, stated: places.to_vec(), terms: Vec::new(), why });
    }

    /// Notes a finding, and what it covers.
    pub fn note(&mut self, finding: Finding) {
        if finding.compared.is_some() && finding.verdict != Verdict::Unchecked {
            finding.places().for_each(|place| self.cover(place));
        }
        if finding.verdict == Verdict::Mismatch {
            self.doubted.extend(finding.places());
        }
        self.findings.push(finding);
    }

    /// Whether no tie so far speaks against the number that is printed there.
    pub fn is_sound(&self, place: Place) -> bool {
        !self.doubted.contains(&place)
    }

    fn cover(&mut self, place: Place) {
        if let Place::Cell(table, line, column) = place {
            let width = self.sheets[table].table.columns.len();
            self.cells[table][line * width + column] = true;
        } else {
            self.stated.push(place);
        }
    }

    /// What was found so far.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The report: the findings in order, with their causes, and what no tie covers.
    pub fn report(mut self) -> Report {
        let found = std::mem::take(&mut self.findings);
        let (findings, causes) = grouped(&self, found);
        Report { findings, causes, uncovered: self.uncovered() }
    }

    /// The printed numbers that no tie covers.
    fn uncovered(&mut self) -> Vec<Place> {
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
        const FIELDS: [Field; 6] =
            [Field::Amount, Field::Share, Field::Change, Field::Rate, Field::Count, Field::LastYear];
        let budget = self.budget;
        let lists = [(Stated::Narrative, budget.statements.len()), (Stated::Procurement, budget.procurement.len())];
        let statements = lists.into_iter().flat_map(|(list, count)| {
            (0..count).flat_map(move |i| FIELDS.map(|field| Place::Statement(list, i, field)))
        });
        let counts = [(Stated::Staff, budget.staff.len()), (Stated::Assets, budget.assets.len())];
        let counts = counts.into_iter().flat_map(|(list, count)| (0..count).map(move |i| Place::Count(list, i)));
        let whole = budget.performance.as_ref();
        let whole = whole.map_or(0, |form| form.sources.len() + form.uses.len());
        let funds = (0..budget.projects.len()).flat_map(|project| {
            let levels = (0..LEVELS.len()).map(move |level| (project, level));
            levels.flat_map(|(p, level)| [FormTerm::Period, FormTerm::Annual].map(|term| Place::Fund(p, term, level)))
        });
        statements.chain(counts).chain((0..whole).map(Place::Whole)).chain(funds)
    }
}

/// The cell of a line in a column of this id; where a table calls the column of all money otherwise, in that.
fn cell(sheet: &Sheet, line: usize, id: &str) -> Option<Place> {
    let of_all = || if id == column::TOTAL || id == INCOME { sheet.main(line) } else { None };
    sheet.cell(line, id).or_else(of_all)
}

/// How many places the section of each statement prints as a rule: one writer speaks of whole 万元 in one section and of hundredths in
/// the next.
fn usual_by_section(statements: &[Statement]) -> Vec<u32> {
    let mut sections: BTreeMap<&str, Vec<Amount>> = BTreeMap::new();
    for statement in statements {
        let amounts = [statement.amount, statement.change, statement.last_year];
        sections.entry(&statement.section).or_default().extend(amounts.into_iter().flatten());
    }
    let usual = |amounts: Vec<Amount>| usual_of_text(amounts.into_iter());
    let usual: BTreeMap<_, _> = sections.into_iter().map(|(section, amounts)| (section, usual(amounts))).collect();
    statements.iter().map(|statement| usual.get(statement.section.as_str()).copied().unwrap_or(0)).collect()
}
