//! Checks the funds of each form: its levels of government against its total, and a year against the whole term.

use super::projects::TOTAL;
use crate::budget::{FormTerm, LEVELS, Place};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::rule::Rule;

/// The levels of government, which a form may print together as 财政拨款.
const GOVERNMENTS: [&str; 4] = ["central", "province", "city", "county"];

/// Checks the funds of each project's form against each other.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let forms = (0..checker.budget.projects.len()).filter(|i| checker.budget.projects[*i].form.is_some());
    let funds = forms.map(|project| (project, FormTerm::ALL.map(|term| sources(checker, project, term))));
    let funds: Vec<_> = funds.collect();
    let apart = is_apart(checker, funds.iter().flat_map(|(_, terms)| terms));
    for (project, terms) in funds {
        for own in terms {
            levels(checker, own, apart);
        }
        term(checker, project);
    }
}

/// Checks that a year needs no more than the whole term.
fn term(checker: &mut Checker, project: usize) {
    let fund = |term, level| Place::Fund(project, term, level);
    let (annual, period) = ([fund(FormTerm::Annual, TOTAL)], [fund(FormTerm::Period, TOTAL)]);
    let is_more = checker.difference(&annual, &period).is_some_and(|more| more > 0);
    if is_more && checker.is_printed(period[0]) && !checker.fits(&annual, &period) {
        checker.sum(Rule::FormLevels, &annual, &period);
        checker.annotate_last(Reason::MoreThanTerm);
    }
}

/// Whether money carried over is one more source in the forms of this document, and not a part of the others: judged by
/// the forms whose sums tell. `None` where they do not tell, or contradict each other.
fn is_apart<'s>(checker: &Checker, funds: impl Iterator<Item = &'s SourceSet>) -> Option<bool> {
    let (mut apart, mut within) = (0_usize, 0_usize);
    for SourceSet { total, current, carried, .. } in funds {
        let total = [*total];
        let is_told = carried.iter().any(|place| checker.is_nonzero(*place)) && checker.is_printed(total[0]);
        if !is_told {
            continue;
        }
        match (checker.fits(&total, &[current.as_slice(), carried].concat()), checker.fits(&total, current)) {
            (true, false) => apart += 1,
            (false, true) => within += 1,
            _ => {}
        }
    }
    match () {
        () if apart > 2 * within => Some(true),
        () if within > 2 * apart => Some(false),
        () => None,
    }
}

/// The places where a form prints its funds, by source.
struct SourceSet {
    total: Place,
    governments: Vec<Place>,
    undivided: Vec<Place>,
    /// All sources but money carried over, none twice.
    current: Vec<Place>,
    carried: Vec<Place>,
}

fn sources(checker: &Checker, project: usize, term: FormTerm) -> SourceSet {
    let place = |id: &str| LEVELS.iter().position(|(level, ..)| *level == id).map(|i| Place::Fund(project, term, i));
    let printed = |ids: &[&str]| -> Vec<Place> {
        ids.iter().filter_map(|id| place(id)).filter(|place| checker.is_printed(*place)).collect()
    };
    let (governments, undivided) = (printed(&GOVERNMENTS), printed(&["appropriation"]));
    let fiscal = if undivided.is_empty() { &governments } else { &undivided };
    let current = [fiscal.as_slice(), &printed(&["own", "other"])].concat();
    let total = Place::Fund(project, term, TOTAL);
    SourceSet { total, current, carried: printed(&["carry-over"]), governments, undivided }
}

/// Checks that the levels add up to the total. Where appropriations are printed undivided, they stand for the levels of
/// government, and are their sum where both are printed; money carried over may be one more source, or a part of the
/// others.
fn levels(checker: &mut Checker, own: SourceSet, apart: Option<bool>) {
    let SourceSet { total, governments, undivided, current, carried } = own;
    let all = [current.as_slice(), &carried].concat();
    if !undivided.is_empty() && !governments.is_empty() {
        checker.sum(Rule::FormLevels, &undivided, &governments);
    }
    if !all.is_empty() {
        let ways = match apart {
            Some(true) => vec![all],
            Some(false) => vec![current],
            // Both are tried, first without carry-over, so that a zero that may be a part of the others does not count
            // as checked.
            None => vec![current, all],
        };
        checker.best_of(Rule::FormLevels, &[total], &ways, None);
    }
}
