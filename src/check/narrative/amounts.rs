//! A stated amount is the table's.

use super::scope::{About, anchors, doubt, is_of};
use super::subjects::{amounts, likely};
use super::{Text, statements};
use crate::budget::{Field, Place};
use crate::budget::{Kind, Stated, of_id};
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// Holds each stated amount against the table that prints it.
pub fn check(ties: &mut Ties, text: &Text) {
    for (list, i, statement) in statements(ties) {
        if statement.amount.is_none() {
            continue;
        }
        let stated = [Place::Statement(list, i, Field::Amount)];
        let about = About { list, statement, subject: &statement.subject };
        let fund = statement.fund.as_deref().and_then(of_id).and_then(|known| known.fund);
        let mut ways = amounts(ties, text, &statement.subject, fund);
        let doubt = doubt(ties, text, about, &ways);
        // Where none fits, that of the table that the section speaks of is told, or else the nearest.
        let totals = anchors(ties, text, about);
        ways.sort_by_cached_key(|way| {
            let off = ties.difference(&stated, way).map_or(i128::MAX, i128::abs);
            let is_other = text.fund(way) != of_id(&statement.subject).and_then(|known| known.fund);
            (!ties.fits(&stated, way), !is_of(ties, text, way, &totals), is_other, off)
        });
        let is_known = ways.iter().any(|way| ties.fits(&stated, way));
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
