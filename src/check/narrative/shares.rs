//! A stated share is the share of what it says it is a share of.

use super::beside::beside;
use super::scope::{About, anchors, doubt};
use super::{Text, statements};
use crate::budget::{Field, Place};
use crate::budget::{Stated, Statement};
use crate::check::finding::{Verdict, Why};
use crate::check::number::Number;
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// What a share may be of where it is not of what it says.
const BASES: [&str; 7] =
    ["expenditure", "income", "general-public", "appropriation", "project", "basic", "procurement"];

/// Holds each stated share against its part and its base.
#[inline(never)]
pub fn check<'b>(ties: &mut Ties<'b>, text: &Text<'b>) {
    for (list, i, statement) in statements(ties) {
        if statement.share.is_none() {
            continue;
        }
        let share = Place::Statement(list, i, Field::Share);
        let part = part(ties, text, list, i, statement);
        let Some(base) = statement.share_of.as_deref() else {
            ties.unchecked(Rule::StatedShare, &[share], &[], Why::Incomplete);
            continue;
        };
        let mut bases = bases(ties, text, list, statement, base);
        if bases.is_empty() {
            bases.extend(of_parts(ties, (list, i), statement, base));
        }
        let Some((part, bases)) = part.zip(Some(bases).filter(|bases| !bases.is_empty())) else {
            ties.unchecked(Rule::StatedShare, &[share], &[], Why::Incomplete);
            continue;
        };
        let about = About { list, statement, subject: base };
        hold(ties, text, share, &part, &bases, (i, about));
    }
}

/// What the share's part is: the amount beside it, or the table's.
fn part<'b>(ties: &Ties<'b>, text: &Text<'b>, list: Stated, i: usize, statement: &'b Statement) -> Option<Vec<Place>> {
    if statement.amount.is_some() {
        return Some(vec![Place::Statement(list, i, Field::Amount)]);
    }
    text.ways(ties, &statement.subject, None).first().cloned()
}

/// Whether all other shares of the section that are of the same are of this base: then so is this one.
fn is_settled(ties: &Ties, list: Stated, i: usize, base: &[Place]) -> bool {
    let of = |i: usize| ties.statement(list, i).and_then(|statement| statement.share_of.as_deref());
    let others = beside(ties, list, i).into_iter().filter_map(|(_, place)| match place {
        Place::Statement(_, other, _) if of(other) == of(i) => {
            Some((place, Place::Statement(list, other, Field::Share)))
        }
        _ => None,
    });
    let whole = Number::sum(base.iter().filter_map(|place| ties.number(*place)));
    let verdicts: Vec<Verdict> = others
        .filter(|(_, share)| ties.is_something(*share))
        .filter_map(|(part, share)| {
            Some(ties.judged_ratio(Rule::StatedShare, share, ties.number(part)?, whole?)?.verdict)
        })
        .collect();
    verdicts.len() >= 2 && verdicts.iter().all(|verdict| *verdict != Verdict::Mismatch)
}

/// What a base may be read from: the tables, and the statement beside it.
fn bases<'b>(
    ties: &Ties<'b>,
    text: &Text<'b>,
    list: Stated,
    statement: &'b Statement,
    base: &'b str,
) -> Vec<Vec<Place>> {
    let stated = ties.beside(list, &statement.section, base, Field::Amount).map(|place| vec![place]);
    text.ways(ties, base, None).iter().cloned().chain(stated).collect()
}

/// What a share of this year's expenditure is of where that is stated by its parts alone, if the share is right then: they
/// need not be all.
fn of_parts(ties: &Ties, (list, i): (Stated, usize), statement: &Statement, base: &str) -> Option<Vec<Place>> {
    let parts = ["basic", "project"].map(|part| ties.beside(list, &statement.section, part, Field::Amount));
    let parts: Vec<_> = parts.into_iter().collect::<Option<_>>().filter(|_| base == "current-expenditure")?;
    let [share, own] = [Field::Share, Field::Amount].map(|field| Place::Statement(list, i, field));
    let whole = Number::sum(parts.iter().filter_map(|place| ties.number(*place)))?;
    let judged = ties.judged_ratio(Rule::StatedShare, share, ties.number(own)?, whole)?;
    (judged.verdict != Verdict::Mismatch).then_some(parts)
}

fn hold<'b>(
    ties: &mut Ties<'b>,
    text: &Text<'b>,
    share: Place,
    part: &[Place],
    bases: &[Vec<Place>],
    (i, about): (usize, About<'b>),
) {
    let number = |ties: &Ties, places: &[Place]| Number::sum(places.iter().filter_map(|place| ties.number(*place)));
    let Some(own) = number(ties, part) else { return };
    let verdict = |ties: &Ties, base: &[Place]| {
        let whole = number(ties, base)?;
        Some(ties.judged_ratio(Rule::StatedShare, share, own, whole)?.verdict)
    };
    // Of several tables that print the base, the one that fits; where none does, the likeliest.
    let fits = |base: &&Vec<Place>| matches!(verdict(ties, base), Some(Verdict::Holds | Verdict::Rounding));
    let settled = || bases.iter().find(|base| is_settled(ties, about.list, i, base));
    let (base, is_sure) = match bases.iter().find(fits) {
        Some(base) => (base, true),
        None => settled().map_or((&bases[0], false), |base| (base, true)),
    };
    let whole = number(ties, base).unwrap_or_default();
    let terms = [part, base].concat();
    if !is_sure
        && verdict(ties, base) == Some(Verdict::Mismatch)
        && let Some(why) = doubt(ties, text, about, bases, &anchors(ties, text, about))
    {
        return ties.unchecked(Rule::StatedShare, &[share], &terms, why);
    }
    match ties.ratio(Rule::StatedShare, share, own, whole, &terms) {
        None => ties.unchecked(Rule::StatedShare, &[share], &terms, Why::Incomplete),
        Some(Verdict::Mismatch) => {
            let About { list, statement, .. } = about;
            let others = BASES.iter().filter(|id| statement.share_of.as_deref() != Some(id));
            let right = others
                .flat_map(|id| self::bases(ties, text, list, statement, id))
                .find(|other| matches!(other[..], [_]) && verdict(ties, other) == Some(Verdict::Holds));
            if let Some(&[place]) = right.as_deref() {
                ties.because(Why::RightOf(place));
            }
        }
        Some(_) => {}
    }
}
