//! A form's funds by level, and over its term.

use super::projects::TOTAL;
use crate::budget::{FormTerm, LEVELS, Place};
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// The levels of government, which a form may print together as 财政拨款.
const GOVERNMENTS: [&str; 4] = ["central", "province", "city", "county"];

/// Holds the funds of a project's form against each other.
pub fn check(ties: &mut Ties, project: usize) {
    if ties.budget.projects[project].form.is_none() {
        return;
    }
    let fund = |term, level| Place::Fund(project, term, level);
    for term in [FormTerm::Period, FormTerm::Annual] {
        levels(ties, project, term);
    }
    let (annual, period) = ([fund(FormTerm::Annual, TOTAL)], [fund(FormTerm::Period, TOTAL)]);
    let is_more = ties.difference(&annual, &period).is_some_and(|more| more > 0);
    if is_more && ties.is_printed(period[0]) && !ties.fits(&annual, &period) {
        ties.sum(Rule::FormLevels, &annual, &period);
        ties.because(Why::MoreThanTerm);
    }
}

/// The levels add up to the total. Where appropriations are printed undivided, they stand for the levels of government,
/// and are their sum where both are printed; what is carried over may be one more source, or a part of the others.
fn levels(ties: &mut Ties, project: usize, term: FormTerm) {
    let place = |id: &str| LEVELS.iter().position(|(level, ..)| *level == id).map(|i| Place::Fund(project, term, i));
    let printed = |ids: &[&str]| -> Vec<Place> {
        ids.iter().filter_map(|id| place(id)).filter(|place| ties.is_printed(*place)).collect()
    };
    let (governments, undivided) = (printed(&GOVERNMENTS), printed(&["appropriation"]));
    let (others, carried) = (printed(&["own", "other"]), printed(&["carry-over"]));
    let fiscal = if undivided.is_empty() { &governments } else { &undivided };
    let current = [fiscal.as_slice(), &others].concat();
    let all = [current.as_slice(), &carried].concat();
    if !undivided.is_empty() && !governments.is_empty() {
        ties.sum(Rule::FormLevels, &undivided, &governments);
    }
    if !all.is_empty() {
        ties.any(Rule::FormLevels, &[Place::Fund(project, term, TOTAL)], &[all, current], None);
    }
}
