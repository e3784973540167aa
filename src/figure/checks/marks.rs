//! Where a number is printed that does not add up, and to which finding a mark beside it leads.

use std::collections::BTreeMap;

use super::listed::{address, number};
use super::tally::called;
use crate::budget::{Budget, Kind, Place};
use crate::check::{Finding, Names, Report, Verdict, sentence, sentence_of_project};
use crate::figure::{Figure, href};
use crate::locale::Locale;

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
    /// The same where the project that it is about has been named.
    pub told: String,
}

/// What is marked on the page, and with what.
pub type Marks = BTreeMap<Place, Mark>;

/// The marks of a report. Of several findings on one number the worst is told.
pub fn marks(budget: &Budget, report: &Report, locale: Locale) -> Marks {
    let names = Names::new(budget);
    let mut marks = Marks::new();
    let lines = lines(budget);
    let is_told = |finding: &Finding| matches!(finding.verdict, Verdict::Mismatch | Verdict::Rounding);
    for (i, finding) in report.findings.iter().enumerate().filter(|(_, finding)| is_told(finding)) {
        let mut mark = None;
        let wrong = concerned(finding).filter(|_| finding.verdict == Verdict::Mismatch);
        let of_projects = wrong.filter_map(Place::project);
        let of_projects = of_projects.flat_map(|p| lines.get(&p).copied().into_iter().chain([Place::Project(p)]));
        for place in concerned(finding).filter_map(marked).chain(of_projects).take(MOST - marks.len()) {
            let mark = mark.get_or_insert_with(|| {
                let verdict = called(finding.verdict, locale) + locale.tr("：", ": ");
                Mark {
                    verdict: finding.verdict.id(),
                    finding: href(&address(i)),
                    label: verdict.clone() + &sentence(finding, &names, locale),
                    told: verdict + &sentence_of_project(finding, &names, locale),
                }
            });
            marks.entry(place).or_insert_with(|| mark.clone());
        }
    }
    marks
}

/// The line of each project in the table of projects: what is wrong with a project is seen where it is listed.
fn lines(budget: &Budget) -> BTreeMap<usize, Place> {
    let table = budget.table(Kind::Projects).and_then(|table| budget.tables.get(table.index));
    let named = budget.projects.iter().enumerate().rev().map(|(i, project)| (project.name.as_str(), i));
    let named: BTreeMap<_, _> = named.collect();
    let lines = table.iter().flat_map(|table| table.lines.iter().enumerate().map(|(l, line)| (table.index, l, line)));
    lines.filter_map(|(t, l, line)| Some((*named.get(line.name.as_str())?, Place::Line(t, l)))).collect()
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
