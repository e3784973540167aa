//! Finds the causes of findings: one wrong number is in many cross-checks, and whoever corrects it wants to be told
//! once.
//!
//! Each mismatch and each rounding difference belongs to one [`Cause`]. For mismatches that is the number whose change
//! by one amount would resolve the most of them and break the fewest cross-checks that hold ([`suspect`]), a table or a
//! part of one in another unit ([`scale`]), or the same two numbers seen from several tables ([`alike`]). Nothing here
//! changes a verdict: causes only say in which order findings are read, and what would likely correct them.

mod agreement;
mod alike;
mod equations;
mod scale;
mod suspect;
mod typing_error;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::checker::Checker;
use super::finding::{Compared, Finding, Verdict};
use crate::budget::{Measure, Place};
use crate::money::{Amount, Money, sort_by};

/// What one or several findings come from. They stand together in the report, the leading one in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The index in the report of the leading finding, which tells the cause best.
    pub lead: usize,
    /// How many findings the cause has, including the leading one.
    pub count: usize,
    /// What the findings have in common.
    pub common: CauseKind,
    /// The number that is likely wrong, where one is likelier than all others.
    pub suspect: Option<Suspect>,
}

/// What the findings of a cause have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CauseKind {
    /// One number is in all of them.
    Number,
    /// They compare the same two numbers, printed in several places.
    Same,
    /// Numbers are in another unit than the document says.
    Unit,
    /// Numbers were cut off (去尾) where they should have been rounded.
    Cut,
    /// They lack the same things.
    Missing,
    /// They are wrong in the same way in one table: codes without a line above them, lines that stand twice.
    Kind,
    /// Many rounding differences by one rule in one table, and the side on which all of them are off, if it is the
    /// same.
    Habit(Option<Bias>),
}

/// The side on which printed numbers are off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bias {
    /// More is printed than computed.
    Above,
    /// Less is printed than computed.
    Below,
}

/// A number that is likely wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspect {
    /// The place of the number.
    pub place: Place,
    /// What the number should probably be.
    pub likely: Amount,
    /// How many of the cause's findings agree once the likely number is printed; the others have another error, too.
    pub mends: usize,
    /// The kind of typing error that it looks like.
    pub slip: Option<TypingError>,
}

/// The kinds of typing errors that turn one number into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypingError {
    /// Two digits side by side have changed places.
    Digits,
    /// The decimal point is this many places too far right or, if negative, left.
    Point(i8),
    /// The sign is wrong.
    Sign,
    /// The number repeats the one that is printed at this place.
    Repeats(Place),
}

/// Findings of one cause, before the report is put in order.
pub struct Group {
    lead: usize,
    followers: Vec<usize>,
    common: CauseKind,
    suspect: Option<Suspect>,
}

/// Finds the causes of the findings that do not hold.
#[inline(never)]
pub fn groups(checker: &Checker, findings: &mut Vec<Finding>) -> Vec<Group> {
    let mut open: Vec<_> = findings.iter().map(|finding| finding.verdict == Verdict::Mismatch).collect();
    let mut groups = Vec::new();
    if open.contains(&true) {
        groups = scale::find(checker, findings, &mut open);
        groups.extend(alike::cut(checker, findings, &mut open));
        groups.extend(suspect::find(checker, findings, &mut open));
        groups.extend(alike::rest(findings, &open));
    }
    groups.extend(alike::roundings(findings));
    groups
}

/// Puts the findings in the report's order, with the causes of those that do not hold: worst verdict first; of the same
/// verdict the cause with the largest difference of money first, its leading finding in front; the others by size, then
/// by rule.
#[inline(never)]
pub fn in_order(findings: Vec<Finding>, mut groups: Vec<Group>) -> (Vec<Finding>, Vec<Cause>) {
    let sizes: Vec<_> = findings.iter().map(size).collect();
    let key = |i: usize| (Reverse(sizes[i]), findings[i].rule, i);
    for group in &mut groups {
        sort_by(&mut group.followers, |one, other| key(*one).cmp(&key(*other)));
    }
    let rank = |group: &Group| {
        let largest = group.followers.first().map_or(0, |first| sizes[*first]).max(sizes[group.lead]);
        (findings[group.lead].verdict, Reverse(largest), findings[group.lead].rule, group.lead)
    };
    sort_by(&mut groups, |one, other| rank(one).cmp(&rank(other)));
    let is_alone = |finding: &Finding| matches!(finding.verdict, Verdict::Unchecked | Verdict::Holds);
    // Nearly all findings are among these, and few of them differ in rank.
    let mut others: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, finding) in findings.iter().enumerate().filter(|(_, finding)| is_alone(finding)) {
        others.entry((finding.verdict, Reverse(sizes[i]), finding.rule)).or_default().push(i);
    }

    let mut findings: Vec<_> = findings.into_iter().map(Some).collect();
    let mut ordered = Vec::with_capacity(findings.len());
    let mut causes = Vec::with_capacity(groups.len());
    for Group { lead, followers, common, suspect } in groups {
        causes.push(Cause { lead: ordered.len(), count: followers.len() + 1, common, suspect });
        ordered.extend([lead].into_iter().chain(followers).filter_map(|i| findings[i].take()));
    }
    ordered.extend(others.into_values().flatten().filter_map(|i| findings[i].take()));
    (ordered, causes)
}

/// The difference of money that a finding is about, in millionths.
fn size(finding: &Finding) -> i128 {
    match finding.compared {
        Some(Compared { difference: Some(difference), measure: Measure::Money(unit), .. }) => {
            Money::new(difference, unit).millionths().abs()
        }
        _ => 0,
    }
}
