//! Cross-checks columns of two tables that print the same numbers: their totals, and class by class.

use super::money::Money;
use super::series::{Series, lines_from, readings, series};
use super::units::{is_off, together};
use crate::budget::{Kind, Place};
use crate::check::checker::{Checker, Sum};
use crate::check::codes::Codes;
use crate::check::finding::Verdict;
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;
use crate::check::within::{Certainty, choose};

/// The order in which tables are placed: the most certain ones first.
const ORDER: [Kind; 11] = [
    Kind::Balance,
    Kind::Appropriation,
    Kind::Income,
    Kind::Expenditure,
    Kind::GeneralPublic,
    Kind::BasicEconomic,
    Kind::FundIncome,
    Kind::FundExpenditure,
    Kind::StateCapital,
    Kind::Projects,
    Kind::CarriedProjects,
];

/// How many numbers have to agree before a table of unknown kind is taken to print the same as another.
const ENOUGH: usize = 3;

/// Cross-checks all tables with each other, as far as they print the same money.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    let mut placed: Vec<Series> = Vec::new();
    let known = ORDER
        .iter()
        .flat_map(|kind| checker.indexed_tables.iter().filter(|indexed| indexed.is(*kind)).map(|s| (s.index, true)));
    let is_other = |indexed: &&IndexedTable| !ORDER.iter().any(|kind| indexed.is(*kind));
    let other = checker.indexed_tables.iter().filter(is_other).map(|indexed| (indexed.index, false));
    let order: Vec<_> = known.chain(other).collect();
    let mut seen: Vec<Kind> = Vec::new();
    for (index, is_known) in order {
        let kind = checker.indexed_tables[index].table.kind.unwrap_or(Kind::Other);
        // A second table of one kind may be of one of the department's units.
        let is_first = is_known && !seen.contains(&kind);
        seen.push(kind);
        let own = place(checker, money, &placed, index, is_first);
        let is_settled = own.as_ref().is_some_and(|(_, sums)| !is_off(checker, sums));
        if is_first && !is_settled && together(checker, money, &placed, index) {
            continue;
        }
        match own {
            Some((own, sums)) => {
                for (rule, sum) in sums {
                    checker.hold(rule, sum);
                }
                placed.extend(own);
            }
            None if is_first => unplaced(checker, money, index, kind),
            None => {}
        }
    }
    super::government::check(checker, &placed);
}

/// The series of a table, and the sums to be checked for them.
pub type Interpretation = (Vec<Series>, Vec<(Rule, Sum)>);

/// The possible readings of a table: each with its series, and the sums to be checked against the tables placed before.
pub fn ways(checker: &Checker, money: Money, placed: &[Series], index: usize) -> Vec<Interpretation> {
    let indexed = &checker.indexed_tables[index];
    let mut ways: Vec<Vec<Series>> = Vec::new();
    for reading in readings(indexed) {
        let own = series(checker, indexed, money, reading);
        let points = |all: &[Series]| all.iter().map(|series| series.point).collect::<Vec<_>>();
        if !own.is_empty() && !ways.iter().any(|way| points(way) == points(&own)) {
            ways.push(own);
        }
    }
    let wanted = |way: Vec<Series>| {
        let sums = way.iter().flat_map(|own| wanted(checker, placed, own)).collect();
        (way, sums)
    };
    ways.into_iter().map(wanted).collect()
}

/// The series of a table in the reading that agrees with the tables placed before; `None` where no reading does.
#[inline(never)]
fn place(checker: &Checker, money: Money, placed: &[Series], index: usize, is_first: bool) -> Option<Interpretation> {
    let mut ways = ways(checker, money, placed, index);
    if ways.len() > 1 || !is_first {
        ways.retain(|(way, _)| way.iter().all(|own| totals_agree(checker, placed, own)));
    }
    let sums: Vec<Vec<&Sum>> = ways.iter().map(|(_, sums)| sums.iter().map(|(_, sum)| sum).collect()).collect();
    let is_compared = sums.iter().any(|sums| !sums.is_empty());
    let chosen = match (is_first, is_compared) {
        (true, false) => 0,
        (true, true) => choose(checker, &sums, if ways.len() == 1 { Certainty::Certain } else { Certainty::Usual })?,
        (false, _) => {
            let chosen = choose(checker, &sums, Certainty::Usual)?;
            let fits = sums[chosen].iter().filter(|sum| checker.fits(&sum.stated, &sum.terms)).count();
            (fits >= ENOUGH).then_some(chosen)?
        }
    };
    ways.into_iter().nth(chosen)
}

/// Whether a series could be of the same money as those placed before: two totals that differ by an amount that no
/// other cross-check of theirs is off by are of different money.
fn totals_agree(checker: &Checker, placed: &[Series], own: &Series) -> bool {
    let is_off = |other: &Series| {
        let Some((one, two)) = own.total.zip(other.total) else { return false };
        let judged = checker.judged(&[one], &[two]).filter(|judged| judged.verdict == Verdict::Mismatch);
        judged.is_some_and(|judged| ![one, two].iter().any(|total| checker.has_same_difference(*total, judged)))
    };
    !placed.iter().any(|other| other.point == own.point && other.indexed != own.indexed && is_off(other))
}

/// Records that nothing tells which money a table is of.
fn unplaced(checker: &mut Checker, money: Money, index: usize, kind: Kind) {
    let rule = match kind {
        Kind::GeneralPublic => Rule::GeneralPublic,
        Kind::Appropriation => Rule::Appropriation,
        Kind::BasicEconomic => Rule::BasicItems,
        Kind::Projects | Kind::CarriedProjects => Rule::ProjectTotal,
        Kind::FundIncome | Kind::FundExpenditure | Kind::StateCapital => Rule::OtherFunds,
        _ => return,
    };
    let indexed = &checker.indexed_tables[index];
    let is_nonzero = |line: &crate::budget::Line| line.amounts.iter().any(|(_, amount)| amount.is_some());
    if let Err(reason) = money.only_general_public()
        && indexed.table.lines.iter().any(is_nonzero)
    {
        checker.unchecked(rule, &[Place::Table(index)], &[], reason);
    }
}

/// The sums to be checked for a series against those placed before, each with the rule that asks for it.
fn wanted(checker: &Checker, placed: &[Series], own: &Series) -> Vec<(Rule, Sum)> {
    let is_same = |other: &&Series| other.point == own.point && other.indexed != own.indexed;
    let twins: Vec<&Series> = placed.iter().filter(is_same).collect();
    let named: Vec<_> = twins.iter().filter_map(|other| Some((rule(checker, own, other)?, *other))).collect();
    let pairs = if named.is_empty() {
        // Of several that print the same, the first that is as detailed.
        let finest = twins.iter().find(|other| other.is_coded == own.is_coded).or(twins.first());
        finest.map(|other| ((Rule::SameNumber, false), *other)).into_iter().collect()
    } else {
        named
    };
    pairs
        .into_iter()
        .flat_map(|((rule, is_stated), other)| {
            let (stated, terms) = if is_stated { (own, other) } else { (other, own) };
            let groups = super::government::groups(checker, stated, terms).into_iter();
            let groups = groups.map(|sum| (Rule::ItemGovernment, sum));
            compare(checker, stated, terms).into_iter().map(move |sum| (rule, sum)).chain(groups).collect::<Vec<_>>()
        })
        .collect()
}

/// The rule by which two tables have to agree, and whether the number of the later one is the stated one.
fn rule(checker: &Checker, own: &Series, other: &Series) -> Option<(Rule, bool)> {
    let kind = |series: &Series| checker.indexed_tables[series.indexed].table.kind;
    let (own_kind, other_kind) = (kind(own)?, kind(other)?);
    Some(match (own_kind, other_kind) {
        (Kind::Expenditure, Kind::Balance) => (Rule::BalanceExpenditure, false),
        (Kind::Expenditure, Kind::Income) => (Rule::IncomeExpenditure, false),
        (Kind::Appropriation, Kind::Balance) => (Rule::Appropriation, true),
        (Kind::GeneralPublic, Kind::Appropriation) => (Rule::Appropriation, false),
        (Kind::GeneralPublic, Kind::Expenditure) => (Rule::GeneralPublic, true),
        (Kind::BasicEconomic, Kind::GeneralPublic) => (Rule::BasicItems, true),
        (Kind::FundIncome | Kind::FundExpenditure | Kind::StateCapital, Kind::Balance | Kind::Appropriation) => {
            (Rule::OtherFunds, true)
        }
        (Kind::Projects | Kind::CarriedProjects, Kind::Expenditure | Kind::GeneralPublic) => (Rule::ProjectTotal, true),
        _ => return None,
    })
}

/// The numbers of two series that have to be the same: their totals, and each class that both tell apart.
fn compare(checker: &Checker, stated: &Series, terms: &Series) -> Vec<Sum> {
    let mut found = Vec::new();
    let (one, other) = (&checker.indexed_tables[stated.indexed], &checker.indexed_tables[terms.indexed]);
    for (kind, codes) in one.classes.iter().filter(|_| stated.is_coded && terms.is_coded) {
        if let Some((_, others)) = other.classes.iter().find(|(own, _)| own == kind) {
            found.extend(by_code((one, codes, stated), (other, others, terms)));
        }
    }
    if let (Some(stated), Some(terms)) = (stated.total, terms.total) {
        found.push(Sum { stated: vec![stated], terms: vec![terms] });
    }
    found
}

/// A column of a table, with the codes of one classification that its lines have.
type Coded<'a, 'b> = (&'a IndexedTable<'b>, &'a Codes<'b>, &'a Series);

/// The sums that compare two columns class by class. A class that one of them does not print counts there as zero, if
/// that table tells classes apart in such detail at all.
fn by_code(one: Coded, other: Coded) -> Vec<Sum> {
    let finest = |codes: &Codes| codes.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
    let finest = finest(one.1).min(finest(other.1));
    let all = union(one.1, other.1, finest);
    let bare = [bare(one.1, &all), bare(other.1, &all)];
    let cells = |(indexed, _, series): Coded, codes: &[(&str, usize)], bare: &[&str], code: &str| {
        let is_of_block = |line: &usize| indexed.block(*line) == series.block.as_deref();
        let lines = lines_from(indexed, codes, code).filter(is_of_block);
        let cells: Vec<_> = lines.map(|line| Place::Cell(indexed.index, line, series.column)).collect();
        if cells.is_empty() {
            // A single class without its parts lacks a line; if several lack them, the table prints no more detail. None
            // of them is the beginning of another, so that only the last one before the code may be above it.
            let above = bare.partition_point(|own| *own <= code).checked_sub(1).map(|last| bare[last]);
            let is_left_out = bare.len() > 1 && above.is_some_and(|above| code.starts_with(above));
            return (!is_left_out).then(|| vec![Place::Table(indexed.index)]);
        }
        Some(cells)
    };
    // All codes are sorted: what is below a class follows what is below the class before it.
    let mut rest = [&one.1[..], &other.1[..]];
    let sum = |code: &&str| {
        rest = rest.map(|codes| &codes[codes.iter().take_while(|(own, _)| own < code).count()..]);
        Some(Sum { stated: cells(one, rest[0], &bare[0], code)?, terms: cells(other, rest[1], &bare[1], code)? })
    };
    all.iter().filter_map(sum).collect()
}

/// The codes that either table has, no longer than `finest`, each once and sorted like both.
fn union<'b>(one: &Codes<'b>, other: &Codes<'b>, finest: usize) -> Vec<&'b str> {
    let [mut one, mut other] = [one, other].map(|codes| codes.iter().map(|(code, _)| *code).peekable());
    let mut all = Vec::new();
    while let Some(next) = one.peek().into_iter().chain(other.peek()).min().copied() {
        while one.next_if_eq(&next).is_some() {}
        while other.next_if_eq(&next).is_some() {}
        if next.len() <= finest {
            all.push(next);
        }
    }
    all
}

/// The classes whose parts a table does not print, though the other one does.
fn bare<'b>(codes: &Codes<'b>, all: &[&str]) -> Vec<&'b str> {
    let is_above =
        |above: &str, next: Option<&str>| next.is_some_and(|next| next.len() > above.len() && next.starts_with(above));
    let mut found = Vec::new();
    // Both lists are sorted.
    let mut after = all.iter().copied().peekable();
    let mut own = codes.chunk_by(|(one, _), (next, _)| one == next).map(|alike| alike[0].0).peekable();
    while let Some(code) = own.next() {
        while after.next_if(|other| *other <= code).is_some() {}
        if !is_above(code, own.peek().copied()) && is_above(code, after.peek().copied()) {
            found.push(code);
        }
    }
    found
}
