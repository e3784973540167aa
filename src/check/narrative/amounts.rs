//! Cross-checks of stated amounts with the tables.

use super::bounds::{Scope, is_beyond};
use super::scope::{StatementContext, about_of, anchors, doubt, is_of, meant};
use super::subjects::likely;
use super::{Text, restated, statements};
use crate::budget::{Field, Fund, Kind, Place, Side, Stated, Statement, column, of_id};
use crate::check::checker::Checker;
use crate::check::document::is_taken_back;
use crate::check::finding::{Reason, Verdict};
use crate::check::indexed_table::INCOME;
use crate::check::rounded::Judged;
use crate::check::rule::Rule;
use crate::money::sort_by;

/// Cross-checks each stated amount with the table that prints it.
#[inline(never)]
pub fn check<'b>(checker: &mut Checker<'b>, text: &Text<'b>) {
    for (list, i, statement) in statements(checker) {
        if statement.amount.is_some() {
            amount(checker, text, (list, i, statement));
        }
    }
}

#[inline(never)]
fn amount<'b>(checker: &mut Checker<'b>, text: &Text<'b>, (list, i, statement): (Stated, usize, &'b Statement)) {
    let stated = [Place::Statement(list, i, Field::Amount)];
    if is_negative(checker, stated[0], &statement.name) {
        checker.found(Rule::Negative, Verdict::Mismatch, &stated, Some(Reason::Negative));
    }
    let about = StatementContext { list, statement, subject: &statement.subject };
    if is_more_than_granted(checker, text, about, stated[0]) {
        return;
    }
    let fund = statement.fund.as_deref().and_then(of_id).and_then(|known| known.fund);
    let own_fund = of_id(&statement.subject).and_then(|known| known.fund);
    let totals = anchors(checker, text, about);
    let ways = text.ways(checker, &statement.subject, fund);
    // Exactly this amount in the table that the section is about: so it nearly always is, and nothing is left to
    // decide.
    let is_it = |way: &&Vec<Place>| {
        checker.difference(&stated, way) == Some(0)
            && text.fund(way) == own_fund
            && (totals.is_empty() || is_of(checker, text, way, &totals))
    };
    if let Some(way) = ways.iter().find(is_it) {
        checker.sum(Rule::StatedAmount, &stated, way);
        return;
    }
    // Where no amount fits, the one of the table that the section is about is reported, or else the nearest.
    let mut doubt = doubt(checker, text, about, &ways, &totals);
    let rank = |way: &Vec<Place>| {
        let judged = checker.judged(&stated, way);
        let off = judged.and_then(Judged::difference).map_or(i128::MAX, i128::abs);
        let is_off = judged.is_some_and(|judged| judged.verdict == Verdict::Mismatch);
        (is_off, !is_of(checker, text, way, &totals), text.fund(way) != own_fund, off)
    };
    let mut ranked: Vec<_> = ways.iter().map(|way| (rank(way), way.clone())).collect();
    sort_by(&mut ranked, |(one, _), (other, _)| one.cmp(other));
    let mut ways: Vec<_> = ranked.into_iter().map(|(_, way)| way).collect();
    if !ways.first().is_some_and(|way| checker.fits(&stated, way)) {
        // Where all its digits are the table's, there is no doubt which number is meant.
        let cut_off = ways.iter().find(|way| checker.is_cut_off(&stated, way)).cloned();
        let likely = || likely(checker, text, statement).into_iter().find(|way| checker.fits(&stated, way));
        if let Some(way) = cut_off.or_else(likely) {
            checker.sum(Rule::StatedAmount, &stated, &way);
            return;
        }
        if let Some(beyond) = doubt.and_then(|_| beyond(checker, text, about, stated[0], &ways)) {
            doubt = None;
            ways.swap(0, beyond);
        } else if doubt.is_some() && is_more_than_all(checker, &statement.subject, stated[0]) {
            return;
        }
    }
    if checker.best_of(Rule::StatedAmount, &stated, &ways, doubt).is_none()
        && !restated::check(checker, &text.by_subject, list, i, statement)
    {
        // There is nothing to compare it with; but whether parts add up to it may still be checked.
        let is_procurement = list == Stated::Procurement && checker.indexed_table(Kind::Procurement).is_none();
        let reason = if is_procurement { Reason::NoTable(Kind::Procurement) } else { Reason::NoNumber };
        checker.unchecked(Rule::StatedAmount, &stated, &[], reason);
    }
}

/// The index of the way to compute the amount from which the stated one is further off than any other fund or year
/// explains.
fn beyond(
    checker: &Checker,
    text: &Text,
    about: StatementContext,
    stated: Place,
    ways: &[Vec<Place>],
) -> Option<usize> {
    let meant = meant(text, about)?;
    let part = of_id(about.subject).and_then(|known| known.part);
    ways.iter().position(|way| match way.as_slice() {
        &[cell] if checker.is_printed(cell) => {
            let of = about_of(checker, text, cell)
                .filter(|of| of.is_money_of_this_year() && of.part == part && of.is_plain());
            let of = of.map(|of| Scope::of(text, of));
            of.is_some_and(|of| is_beyond(checker, text, stated, meant, (cell, of)))
        }
        _ => false,
    })
}

/// Whether an amount is below zero, as no spending or income is.
fn is_negative(checker: &Checker, stated: Place, name: &str) -> bool {
    checker.number(stated).is_some_and(|number| number.value < 0) && !is_taken_back(name)
}

/// Records that all projects of the year are said to be paid by the treasury, which grants less than they cost.
fn is_more_than_granted(checker: &mut Checker, text: &Text, about: StatementContext, stated: Place) -> bool {
    let fund = about.statement.fund.as_deref().and_then(of_id).and_then(|known| known.fund);
    let is_granted = fund.is_some_and(|fund| fund == Fund::Appropriation || fund.parent() == Some(Fund::Appropriation));
    let is_all = || text.ways(checker, "project", None).iter().any(|way| checker.difference(&[stated], way) == Some(0));
    if !about.subject.contains("-forms") || !is_granted || !is_all() {
        return false;
    }
    let granted = checker.total(Kind::Appropriation, Some(Side::Expenditure), column::TOTAL);
    let is_more = |granted: Place| checker.difference(&[stated], &[granted]).is_some_and(|more| more > 0);
    let Some(granted) = granted.filter(|granted| is_more(*granted) && !checker.fits(&[stated], &[*granted])) else {
        return false;
    };
    checker.sum(Rule::StatedAmount, &[stated], &[granted]);
    checker.annotate_last(Reason::MoreThanWhole);
    true
}

/// Records that an amount is more than all that the document is about, whatever its fund. What forms ask for may be for
/// several years.
fn is_more_than_all(checker: &mut Checker, subject: &str, stated: Place) -> bool {
    let total = |side, id: &str| checker.total(Kind::Balance, Some(side), id);
    let Some((received, spent)) = total(Side::Income, INCOME).zip(total(Side::Expenditure, column::TOTAL)) else {
        return false;
    };
    let is_more = |total: Place| {
        checker.is_nonzero(total)
            && checker.difference(&[stated], &[total]).is_some_and(|more| more > 0)
            && !checker.fits(&[stated], &[total])
    };
    if subject.contains("-forms") || !is_more(received) || !is_more(spent) {
        return false;
    }
    checker.sum(Rule::StatedAmount, &[stated], &[spent]);
    checker.annotate_last(Reason::MoreThanWhole);
    true
}
