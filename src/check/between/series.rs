//! A column of a table as numbers of one kind of money, so that columns of different tables can be paired.
//!
//! Two columns of two tables print the same numbers where they are of the same sources, the same part of expenditure
//! and the same time, whatever the tables are called. Pairing them takes nothing else.

use super::money::{Money, SourceSet};
use crate::budget::{Fund, Kind, Origin, Part, Phase, Place, Role, Side};
use crate::check::checker::Checker;
use crate::check::codes::Codes;
use crate::check::indexed_table::{Half, IndexedTable};

/// What the numbers of a column are about, apart from the class of each line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The sources of the money, as far as the document has money of them.
    pub sources: SourceSet,
    /// The part of expenditure.
    pub part: Option<Part>,
    /// How many years before the document's, and which phase of the budget.
    pub time: (u8, Option<Phase>),
    /// Whether something is deducted.
    pub without: bool,
    /// Income, or expenditure; `None` where all income is spent.
    pub flow: Option<Side>,
}

/// A column of a table, with what its numbers are about.
#[derive(Debug, Clone)]
pub struct Series {
    /// The index of its table.
    pub indexed: usize,
    /// The index of the column.
    pub column: usize,
    /// The block of the table that its lines stand in, where there are several.
    pub block: Option<String>,
    /// What its numbers are about.
    pub point: Point,
    /// The place of its total.
    pub total: Option<Place>,
    /// Whether its lines are identified by codes.
    pub is_coded: bool,
}

/// A fund and an origin that a table may be of, where its headings leave that open.
pub type Reading = (Option<Fund>, Option<Origin>);

/// The possible readings of a table, the likeliest first.
pub fn readings(indexed: &IndexedTable) -> Vec<Reading> {
    use {Fund::Appropriation, Fund::GeneralPublic, Origin::Current};
    let about = indexed.about;
    let funds: Vec<Option<Fund>> = match indexed.table.kind {
        Some(Kind::BasicEconomic) => vec![about.fund.or(Some(GeneralPublic)), Some(Appropriation), None],
        Some(Kind::Projects | Kind::CarriedProjects | Kind::Other) | None => {
            vec![about.fund, None, Some(Appropriation), Some(GeneralPublic)]
        }
        _ => vec![about.fund],
    };
    // A fund that the table itself names is certain.
    let funds = if about.fund.is_some() { vec![about.fund] } else { funds };
    let origins: Vec<Option<Origin>> = match (about.origin, indexed.table.kind) {
        (Some(origin), _) => vec![Some(origin)],
        // These tables print money carried over as well, or no table would.
        (None, Some(Kind::Balance | Kind::Appropriation | Kind::Income)) => vec![None],
        (None, _) => vec![None, Some(Current)],
    };
    let mut found: Vec<Reading> = Vec::new();
    for fund in funds {
        for origin in &origins {
            if !found.contains(&(fund, *origin)) {
                found.push((fund, *origin));
            }
        }
    }
    found
}

/// The columns of a table as series, by one reading of it.
#[inline(never)]
pub fn series(checker: &Checker, indexed: &IndexedTable, money: Money, reading: Reading) -> Vec<Series> {
    let Some(flow) = flow(indexed) else { return Vec::new() };
    let mut found = Vec::new();
    for half in indexed.halves.iter().filter(|half| half.side.is_none_or(|side| side == flow)) {
        let total = total(checker, indexed, half, money);
        for &column in &half.columns {
            let Some(point) = point(checker, indexed, half, column, (flow, money, reading)) else { continue };
            let total = total.map(|line| Place::Cell(indexed.index, line, column));
            let is_coded = is_coded(checker, indexed, half, column);
            let block = half.lines.first().and_then(|line| indexed.block(*line));
            found.push(Series { indexed: indexed.index, column, block: block.map(Into::into), point, total, is_coded });
        }
    }
    found
}

/// Whether the lines of a half are identified by codes in this column. Classes that print nothing, below lines of units
/// or projects that print the money, do not count.
fn is_coded(checker: &Checker, indexed: &IndexedTable, half: &Half, column: usize) -> bool {
    let is_nonzero = |line: &usize| checker.is_nonzero(Place::Cell(indexed.index, *line, column));
    let mut own = indexed.classes.iter().flat_map(|(_, codes)| codes).map(|(_, line)| line);
    let has_codes = own.clone().any(|line| half.lines.binary_search(line).is_ok());
    let is_told = own.any(|line| half.lines.binary_search(line).is_ok() && is_nonzero(line));
    has_codes && (is_told || !half.lines.iter().any(is_nonzero))
}

/// What the numbers of a column are about; `None` where they are no plain amounts, or not of the table's money.
fn point(
    checker: &Checker,
    indexed: &IndexedTable,
    half: &Half,
    column: usize,
    (flow, money, reading): (Side, Money, Reading),
) -> Option<Point> {
    let own = indexed.columns[column];
    let is_amount = own.is_money() && own.expense.is_none() && !own.of_which;
    let cell = |line: &usize, column: usize| Place::Cell(indexed.index, *line, column);
    // A column that prints nothing at all tells nothing.
    let is_blank = !half.lines.iter().any(|line| checker.is_printed(cell(line, column)));
    // A column of another fund than its table's is there only because the form has it.
    let is_in = |fund: Fund| own.fund.is_none_or(|own| own == fund || own.parent() == Some(fund));
    let is_foreign = !indexed.about.fund.is_none_or(is_in) || own.flow().is_some_and(|own| own != flow);
    let is_left = |c: usize| indexed.columns[c].origin == Some(Origin::Left);
    // A total that includes money left for next year is not what is spent.
    let has_left =
        || half.columns.iter().any(|c| is_left(*c) && half.lines.iter().any(|line| checker.is_nonzero(cell(line, *c))));
    let is_whole = own.part.is_none() && own.fund.is_none() && own.origin.is_none();
    if !is_amount || is_blank || is_foreign || is_left(column) || (is_whole && has_left()) {
        return None;
    }
    let mut about = own.or(indexed.about);
    about.fund = about.fund.or(reading.0);
    about.origin = about.origin.or(reading.1);
    let sources = money.sources(&about);
    (sources != 0).then(|| Point {
        sources,
        part: about.part,
        time: (about.time.before, about.time.phase.filter(|phase| about.time.before > 0 || *phase != indexed.phase)),
        without: about.without,
        flow: money.is_left().then_some(flow),
    })
}

/// Whether a table is of income or of expenditure; of a two-sided one, the side that is by function. `None` where
/// nothing says so.
fn flow(indexed: &IndexedTable) -> Option<Side> {
    match indexed.table.kind {
        Some(Kind::Income | Kind::FundIncome) => Some(Side::Income),
        Some(Kind::ThreePublic | Kind::Procurement | Kind::AgencyOperating) => None,
        Some(Kind::Other) | None => {
            let said = match indexed.table.flow.as_deref() {
                Some("income") => Some(Side::Income),
                Some(_) => Some(Side::Expenditure),
                None => None,
            };
            let is_split = indexed.table.lines.iter().any(|line| line.side.is_some());
            said.or((!indexed.classes.is_empty() && !is_split).then_some(Side::Expenditure))
        }
        Some(_) => Some(Side::Expenditure),
    }
}

/// The line that prints a half's total; of expenditure, without what is left for next year.
fn total(checker: &Checker, indexed: &IndexedTable, half: &Half, money: Money) -> Option<usize> {
    let is_spent = |key: Option<&str>| matches!(key, Some("current-expenditure" | "current-appropriation-expenditure"));
    let line = |line: &usize| &indexed.table.lines[*line];
    let spent = half.lines.iter().copied().find(|own| is_spent(line(own).key.as_deref()));
    let total = half.lines.iter().copied().rfind(|own| line(own).role == Role::Total);
    let is_left = |own: &usize| {
        let is_named = indexed.lines[*own].origin == Some(Origin::Left) || line(own).name.contains("结转下年");
        is_named && half.columns.iter().any(|c| checker.is_nonzero(Place::Cell(indexed.index, *own, *c)))
    };
    spent.or_else(|| total.filter(|_| !money.is_left() || !half.lines.iter().any(is_left)))
}

/// The lines that together are a class: those of its code or, where none has it, the outermost ones below it.
pub fn lines_of<'s>(
    indexed: &'s IndexedTable,
    codes: &'s Codes,
    code: &'s str,
) -> impl Iterator<Item = usize> + use<'s> {
    let from = codes.partition_point(|(other, _)| *other < code);
    lines_from(indexed, &codes[from..], code)
}

/// The lines of a class as [`lines_of`] finds them, where `codes` begin with that class.
pub fn lines_from<'s>(
    indexed: &'s IndexedTable,
    codes: &'s [(&'s str, usize)],
    code: &'s str,
) -> impl Iterator<Item = usize> + use<'s> {
    let below = codes.iter().take_while(move |(other, _)| other.starts_with(code));
    let mut kept: Option<&str> = None;
    let mut is_largest = move |own: &'s str| {
        let is_below = kept.is_some_and(|kept| own.len() > kept.len() && own.starts_with(kept));
        kept = if is_below { kept } else { Some(own) };
        !is_below
    };
    // A line above with the same code includes this one already.
    let is_under_own = move |own: &str, line: usize| {
        let subject = indexed.table.lines[line].subject();
        let mut above = std::iter::successors(indexed.tree.parent(line), |above| indexed.tree.parent(*above));
        above.any(|above| indexed.table.lines[above].subject() == subject && codes.binary_search(&(own, above)).is_ok())
    };
    let largest = below.filter(move |(own, _)| is_largest(own));
    largest.filter(move |(own, line)| !is_under_own(own, *line)).map(|(_, line)| *line)
}
