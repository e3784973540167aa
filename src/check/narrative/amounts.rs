//! A stated amount is the table's.

use super::scope::{About, anchors, doubt, is_of};
use super::subjects::likely;
use super::{Text, statements};
use crate::budget::{Field, Place};
use crate::budget::{Kind, Stated, of_id};
use crate::check::finding::{Verdict, Why};
use crate::check::number::Judged;
use crate::check::rule::Rule;
use crate::check::ties::Ties;
use crate::money::sort_by;

/// Holds each stated amount against the table that prints it.
pub fn check<'b>(ties: &mut Ties<'b>, text: &Text<'b>) {
    for (list, i, statement) in statements(ties) {
        if statement.amount.is_none() {
            continue;
        }
        let stated = [Place::Statement(list, i, Field::Amount)];
        let about = About { list, statement, subject: &statement.subject };
        let fund = statement.fund.as_deref().and_then(of_id).and_then(|known| known.fund);
        let totals = anchors(ties, text, about);
        let ways = text.ways(ties, &statement.subject, fund);
        let doubt = doubt(ties, text, about, &ways, &totals);
        // Where none fits, that of the table that the section speaks of is told, or else the nearest.
        let own_fund = of_id(&statement.subject).and_then(|known| known.fund);
        let rank = |way: &[Place]| {
            let judged = ties.judged(&stated, way);
            let off = judged.and_then(Judged::difference).map_or(i128::MAX, i128::abs);
            let is_off = judged.is_some_and(|judged| judged.verdict == Verdict::Mismatch);
            let is_other = text.fund(way) != own_fund;
            (is_off, !is_of(ties, text, way, &totals), is_other, off)
        };
        let mut ranked: Vec<_> = ways.iter().map(|way| (rank(way), way.clone())).collect();
        sort_by(&mut ranked, |(one, _), (other, _)| one.cmp(other));
        let ways: Vec<_> = ranked.into_iter().map(|(_, way)| way).collect();
        let is_known = ways.first().is_some_and(|way| ties.fits(&stated, way));
        if let Some(way) = ways.iter().find(|way| !is_known && ties.is_cut_off(&stated, way)) {
            // All its digits are the table's: there is no doubt which number it is.
            ties.sum(Rule::StatedAmount, &stated, &way.clone());
            continue;
        }
        if !is_known {
            let likely = likely(ties, text, statement);
            if let Some(way) = likely.iter().find(|way| ties.fits(&stated, way)) {
                ties.sum(Rule::StatedAmount, &stated, way);
                continue;
            }
        }
        if ties.any(Rule::StatedAmount, &stated, &ways, doubt).is_some() {
            continue;
        }
        // Nothing to hold it against; but that parts add up to it may still be checked.
        let is_procurement = list == Stated::Procurement && ties.sheet(Kind::Procurement).is_none();
        let why = if is_procurement { Why::NoTable(Kind::Procurement) } else { Why::NoNumber };
        ties.unchecked(Rule::StatedAmount, &stated, &[], why);
    }
}
