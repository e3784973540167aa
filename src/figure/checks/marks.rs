//! Where a number is printed that does not add up, and to which finding a mark beside it leads.

use std::collections::BTreeMap;

use super::listed::{address, number};
use super::tally::called;
use crate::budget::{Budget, Place};
use crate::check::{Finding, Names, Report, Verdict, sentence};
use crate::figure::{Figure, href};
use crate::words::Words;

/// As many numbers as are marked. A document with more has other troubles.
const MOST: usize = 2_000;

/// The mark of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The verdict's name.
    pub verdict: &'static str,
    /// The link to the finding.
    pub finding: String,
    /// What the mark means.
    pub label: String,
}

/// What is marked on the page, and with what.
pub type Marks = BTreeMap<Place, Mark>;

/// The marks of a report. Of several findings on one number the worst is told.
pub fn marks(budget: &Budget, report: &Report, words: Words) -> Marks {
    let names = Names::new(budget);
    let mut marks = Marks::new();
    let is_told = |finding: &Finding| matches!(finding.verdict, Verdict::Mismatch | Verdict::Rounding);
    for (i, finding) in report.findings.iter().enumerate().filter(|(_, finding)| is_told(finding)) {
        let mut mark = None;
        for place in concerned(finding).filter_map(marked).take(MOST - marks.len()) {
            let mark = mark.get_or_insert_with(|| Mark {
                verdict: finding.verdict.id(),
                finding: href(&address(i)),
                label: called(finding.verdict, words) + words.pick("：", ": ") + &sentence(finding, &names, words),
            });
            marks.entry(place).or_insert_with(|| mark.clone());
        }
    }
    marks
}

/// Marks of a page that nobody can ask for more than `figure` lists: what stands with others of its cause is found at its
/// lead, and what is not listed at all in the figure.
pub fn listed(mut marks: Marks, report: &Report, figure: &Figure) -> Marks {
    let is_listed = |own: &String| figure.sections.iter().any(|section| section.address.as_ref() == Some(own));
    for mark in marks.values_mut() {
        let number = mark.finding.strip_prefix('#').and_then(number);
        let lead = number.and_then(|i| Some(address(report.cause(i)?.lead)));
        let own = number.map(address).filter(is_listed).or_else(|| lead.filter(is_listed));
        mark.finding = href(own.as_deref().unwrap_or(figure.id));
    }
    marks
}

/// The numbers that may be wrong: of a sum the printed one, of two both.
fn concerned(finding: &Finding) -> impl Iterator<Item = Place> {
    let terms = if finding.terms.len() == 1 { &finding.terms[..] } else { &[] };
    finding.stated.iter().chain(terms).copied()
}

/// What has its mark for a place: what no list shows a number of is marked at its project; a table as a whole is not.
const fn marked(place: Place) -> Option<Place> {
    match place {
        Place::Table(_) => None,
        Place::Target(project, ..) | Place::Goal(project, _) => Some(Place::Project(project)),
        own => Some(own),
    }
}
