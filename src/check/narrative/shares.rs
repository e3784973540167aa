//! Cross-checks of stated shares: a share is that of the base that the text names.

use super::same_section::same_section;
use super::scope::{StatementContext, anchors, doubt};
use super::{Text, statements};
use crate::budget::{Field, Place};
use crate::budget::{Stated, Statement};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::rounded::Rounded;
use crate::check::rule::Rule;

/// Other bases that a share may really be of, where it is wrong for the one that the text names.
const BASES: [&str; 7] =
    ["expenditure", "income", "general-public", "appropriation", "project", "basic", "procurement"];

/// Checks each stated share against its part and its base.
#[inline(never)]
pub fn check<'b>(checker: &mut Checker<'b>, text: &Text<'b>) {
    for (list, i, statement) in statements(checker) {
        if statement.share.is_none() {
            continue;
        }
        let share = Place::Statement(list, i, Field::Share);
        let part = part(checker, text, list, i, statement);
        let Some(base) = statement.share_of.as_deref() else {
            checker.unchecked(Rule::StatedShare, &[share], &[], Reason::Incomplete);
            continue;
        };
        let mut bases = bases(checker, text, list, statement, base);
        if bases.is_empty() {
            bases.extend(of_parts(checker, (list, i), statement, base));
        }
        let Some((part, bases)) = part.zip(Some(bases).filter(|bases| !bases.is_empty())) else {
            checker.unchecked(Rule::StatedShare, &[share], &[], Reason::Incomplete);
            continue;
        };
        let about = StatementContext { list, statement, subject: base };
        hold(checker, text, share, &part, &bases, (i, about));
    }
}

/// The part that the share is of: the amount stated with it, or else the table's.
fn part<'b>(
    checker: &Checker<'b>,
    text: &Text<'b>,
    list: Stated,
    i: usize,
    statement: &'b Statement,
) -> Option<Vec<Place>> {
    if statement.amount.is_some() {
        return Some(vec![Place::Statement(list, i, Field::Amount)]);
    }
    text.ways(checker, &statement.subject, None).first().cloned()
}

/// Whether all other shares of the same base in the section agree with this amount as the base: then it is meant here,
/// too.
fn is_settled(checker: &Checker, list: Stated, i: usize, base: &[Place]) -> bool {
    let of = |i: usize| checker.statement(list, i).and_then(|statement| statement.share_of.as_deref());
    let others = same_section(checker, list, i).into_iter().filter_map(|(_, place)| match place {
        Place::Statement(_, other, _) if of(other) == of(i) => {
            Some((place, Place::Statement(list, other, Field::Share)))
        }
        _ => None,
    });
    let whole = Rounded::sum(base.iter().filter_map(|place| checker.number(*place)));
    let verdicts: Vec<Verdict> = others
        .filter(|(_, share)| checker.is_nonzero(*share))
        .filter_map(|(part, share)| {
            Some(checker.judged_ratio(Rule::StatedShare, share, checker.number(part)?, whole?)?.verdict)
        })
        .collect();
    verdicts.len() >= 2 && verdicts.iter().all(|verdict| *verdict != Verdict::Mismatch)
}

/// The amounts that a base may be: those of the tables, and the one that the section states.
fn bases<'b>(
    checker: &Checker<'b>,
    text: &Text<'b>,
    list: Stated,
    statement: &'b Statement,
    base: &'b str,
) -> Vec<Vec<Place>> {
    let stated = checker.sibling_statement(list, &statement.section, base, Field::Amount).map(|place| vec![place]);
    text.ways(checker, base, None).iter().cloned().chain(stated).collect()
}

/// The parts of this year's expenditure as the base of a share, where only they are stated and the share is right then:
/// they need not be all of it.
fn of_parts(checker: &Checker, (list, i): (Stated, usize), statement: &Statement, base: &str) -> Option<Vec<Place>> {
    let parts =
        ["basic", "project"].map(|part| checker.sibling_statement(list, &statement.section, part, Field::Amount));
    let parts: Vec<_> = parts.into_iter().collect::<Option<_>>().filter(|_| base == "current-expenditure")?;
    let [share, own] = [Field::Share, Field::Amount].map(|field| Place::Statement(list, i, field));
    let whole = Rounded::sum(parts.iter().filter_map(|place| checker.number(*place)))?;
    let judged = checker.judged_ratio(Rule::StatedShare, share, checker.number(own)?, whole)?;
    (judged.verdict != Verdict::Mismatch).then_some(parts)
}

fn hold<'b>(
    checker: &mut Checker<'b>,
    text: &Text<'b>,
    share: Place,
    part: &[Place],
    bases: &[Vec<Place>],
    (i, about): (usize, StatementContext<'b>),
) {
    let number =
        |checker: &Checker, places: &[Place]| Rounded::sum(places.iter().filter_map(|place| checker.number(*place)));
    let Some(own) = number(checker, part) else { return };
    let verdict = |checker: &Checker, base: &[Place]| {
        let whole = number(checker, base)?;
        Some(checker.judged_ratio(Rule::StatedShare, share, own, whole)?.verdict)
    };
    // Of several tables that print the base, the one that fits; where none does, the likeliest.
    let fits = |base: &&Vec<Place>| matches!(verdict(checker, base), Some(Verdict::Holds | Verdict::Rounding));
    let settled = || bases.iter().find(|base| is_settled(checker, about.list, i, base));
    let (base, is_sure) = match bases.iter().find(fits) {
        Some(base) => (base, true),
        None => settled().map_or((&bases[0], false), |base| (base, true)),
    };
    let whole = number(checker, base).unwrap_or_default();
    let terms = [part, base].concat();
    if !is_sure
        && verdict(checker, base) == Some(Verdict::Mismatch)
        && let Some(reason) = doubt(checker, text, about, bases, &anchors(checker, text, about))
    {
        return checker.unchecked(Rule::StatedShare, &[share], &terms, reason);
    }
    match checker.ratio(Rule::StatedShare, share, own, whole, &terms) {
        None => checker.unchecked(Rule::StatedShare, &[share], &terms, Reason::Incomplete),
        Some(Verdict::Mismatch) => {
            let StatementContext { list, statement, .. } = about;
            let others = BASES.iter().filter(|id| statement.share_of.as_deref() != Some(id));
            let right = others
                .flat_map(|id| self::bases(checker, text, list, statement, id))
                .find(|other| matches!(other[..], [_]) && verdict(checker, other) == Some(Verdict::Holds));
            if let Some(&[place]) = right.as_deref() {
                checker.annotate_last(Reason::RightOf(place));
            }
        }
        Some(_) => {}
    }
}
