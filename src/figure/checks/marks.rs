//! Marks for numbers that do not add up: where each number is printed, and to which finding its mark leads.

use std::collections::BTreeMap;

use super::finding_address::{address, number};
use super::tally::called;
use crate::budget::{Budget, Kind, Place};
use crate::check::{Finding, Names, Report, Verdict, sentence, sentence_of_project};
use crate::figure::{Figure, href};
use crate::locale::Locale;
use crate::money::insert_each;

/// The most numbers that are marked. A document with more has other troubles.
const MAX: usize = 2_000;

/// A mark beside a number that does not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The verdict's id.
    pub verdict: &'static str,
    /// The link to the finding.
    pub finding: String,
    /// What the mark means.
    pub label: String,
    /// The same meaning, for a place where the project is named already.
    pub told: String,
}

/// The marks of a page, by the place of the marked number.
pub type Marks = BTreeMap<Place, Mark>;

/// The marks for the findings of a report. Of several findings on one number the worst counts.
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
        for place in concerned(finding).filter_map(marked).chain(of_projects).take(MAX - marks.len()) {
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

/// The line of each project in the table of projects, where a mismatch of the project is marked, too.
fn lines(budget: &Budget) -> BTreeMap<usize, Place> {
    let table = budget.table(Kind::Projects).and_then(|table| budget.tables.get(table.index));
    let named = budget.projects.iter().enumerate().rev().map(|(i, project)| (project.name.as_str(), i));
    let named: BTreeMap<_, _> = insert_each(named);
    let lines = table.iter().flat_map(|table| table.lines.iter().enumerate().map(|(l, line)| (table.index, l, line)));
    insert_each(lines.filter_map(|(t, l, line)| Some((*named.get(line.name.as_str())?, Place::Line(t, l)))))
}

/// The marks for a static page, which shows no more findings than `figure` lists: marks of other findings lead to the
/// first finding of their cause or, if that is not listed either, to the figure.
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

/// The numbers of a finding that may be wrong: the printed total of a sum, or both of two numbers.
fn concerned(finding: &Finding) -> impl Iterator<Item = Place> {
    let terms = if finding.terms.len() == 1 { &finding.terms[..] } else { &[] };
    finding.stated.iter().chain(terms).copied()
}

/// The place whose mark stands for a place: targets and goals are marked at their project; whole tables have no mark.
const fn marked(place: Place) -> Option<Place> {
    match place {
        Place::Table(_) => None,
        Place::Target(project, ..) | Place::Goal(project, _) => Some(Place::Project(project)),
        own => Some(own),
    }
}
