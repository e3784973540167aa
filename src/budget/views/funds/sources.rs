//! Chooses which of the printed sources of income are shown, so that each fund is there once.

use crate::budget::views::sum;
use crate::budget::{Coordinates, Fund, Origin};
use crate::money::{Amount, sort_by};

/// A source of income: one fund, or the sum of several.
pub struct Source {
    /// The id of its column or the key of its line.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The coordinates of its money.
    pub about: Coordinates,
    /// Its amount in total.
    pub amount: Option<Amount>,
    /// The index of the source that it is a part of.
    pub parent: Option<usize>,
    /// Whether it is left out: only part of a fund (其中), or of unknown meaning.
    pub is_aside: bool,
}

/// The indices of the sources that are shown: a sum replaces its parts where they do not add up to it, or are all
/// blank. Of the possible readings the first counts that adds up to the whole; columns of unknown meaning are included
/// only if the whole needs them.
pub fn leaves(sources: &[Source], whole: Option<Amount>) -> Vec<usize> {
    let is_whole = |shown: &[usize]| {
        let ours = sum(shown.iter().map(|&i| sources[i].amount));
        ours.zip(whole).is_some_and(|(ours, whole)| ours.decimal() == whole.decimal())
    };
    let known = |beside| {
        let mut shown = Vec::new();
        open(None, sources, beside, &mut shown);
        shown
    };
    let is_unknown = |i: &usize| {
        let source = &sources[*i];
        source.about.unknown && !source.about.of_which && source.is_aside && source.amount.is_some()
    };
    let mut with_unknown = known(false);
    with_unknown.extend((0..sources.len()).filter(is_unknown));
    sort_by(&mut with_unknown, Ord::cmp);
    let readings = [known(false), known(true), with_unknown];
    readings.into_iter().find(|shown| is_whole(shown)).unwrap_or_else(|| known(false))
}

/// Collects what is shown of the parts of a source, or of the outermost sources. `beside` tells whether parts that do
/// not add up to their source are shown beside it: 单位资金 is the sum of its kinds in one template, and one more
/// source in another.
fn open(at: Option<usize>, sources: &[Source], beside: bool, shown: &mut Vec<usize>) {
    for i in (0..sources.len()).filter(|&i| sources[i].parent == at && !sources[i].is_aside) {
        let amounts = sources.iter().filter(|source| source.parent == Some(i) && !source.is_aside);
        let printed = sum(amounts.map(|source| source.amount));
        let is_nonzero = printed.is_some_and(|sum| !sum.decimal().is_zero());
        let own = sources[i].amount;
        let is_sum = own.is_none_or(|own| printed.is_some_and(|sum| sum.decimal() == own.decimal()));
        let is_parent = is_nonzero && is_sum;
        let is_beside = if is_nonzero { beside } else { sources[i].about.fund == Some(Fund::OwnFunds) };
        if !is_parent {
            shown.push(i);
        }
        if is_parent || is_beside {
            open(Some(i), sources, beside, shown);
        }
    }
}

/// Finds which source each one is a part of, by the coordinates of their money.
pub fn arrange(sources: &mut [Source]) {
    // Where money carried over is printed, the other funds are this year's.
    if sources.iter().any(|source| source.about.origin == Some(Origin::Carried)) {
        for source in sources.iter_mut() {
            source.about.origin = source.about.origin.or(Some(Origin::Current));
        }
    }
    for i in 0..sources.len() {
        let above = (0..sources.len())
            .filter(|&j| j != i && !sources[j].is_aside && holds(&sources[j].about, &sources[i].about));
        // The narrowest of the sources that contain it.
        sources[i].parent =
            above.reduce(|one, other| if holds(&sources[one].about, &sources[other].about) { other } else { one });
    }
}

/// Whether all money of `inner` is also money of `outer`.
fn holds(outer: &Coordinates, inner: &Coordinates) -> bool {
    let within = |fund: Fund| std::iter::successors(Some(fund), |fund| fund.parent());
    let fund = outer.fund.is_none_or(|outer| inner.fund.is_some_and(|inner| within(inner).any(|fund| fund == outer)));
    let origin = outer.origin.is_none_or(|outer| inner.origin == Some(outer));
    // A source that names neither fund nor origin is one more source, not the sum of all.
    let is_named = outer.fund.is_some() || outer.origin.is_some();
    is_named && !outer.unknown && fund && origin && (outer.fund, outer.origin) != (inner.fund, inner.origin)
}
