//! Finds which project of the tables a performance form belongs to, and cross-checks their funds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound;

use crate::budget::{FormTerm, Place};
use crate::budget::{Kind, plain};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::rule::Rule;
use crate::money::sort_by;

/// The index of the total among the levels of a form's funds.
pub const TOTAL: usize = 5;

/// The most lines or forms of one name that are told apart by their funds: more are left unclear.
const MAX_ALIKE: usize = 100;

/// The projects and lines that have the same name.
#[derive(Default)]
struct Alike {
    /// The projects of the document's list.
    projects: Vec<usize>,
    /// The lines of the tables of projects, each with the cell of its amount.
    lines: Vec<(Place, Place)>,
}

/// Cross-checks each project with its line in the tables of projects, and each form's funds with the line's amount.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let budget = checker.budget;
    if budget.projects.is_empty() {
        return;
    }
    let mut names: Vec<_> = budget.projects.iter().enumerate().map(|(i, p)| (plain(&p.name), i)).collect();
    sort_by(&mut names, Ord::cmp);
    for (i, project) in budget.projects.iter().enumerate() {
        if let Some(form) = &project.form {
            called(checker, i, &plain(&form.name), &plain(&project.name), &names);
        }
    }
    let Some(first) = checker.indexed_table(Kind::Projects).map(|indexed| indexed.index) else {
        return checker.unchecked(Rule::FormFunds, &[Place::Project(0)], &[], Reason::NoTable(Kind::Projects));
    };
    let mut by_name: BTreeMap<Cow<str>, Alike> = BTreeMap::new();
    for (name, project) in names {
        by_name.entry(name).or_default().projects.push(project);
    }
    for (name, line, cell) in listed(checker) {
        by_name.entry(name).or_default().lines.push((line, cell));
    }
    let parts: Vec<_> = by_name.iter().map(|(name, alike)| parts(checker, &by_name, name, alike)).collect();
    // In the order of the document's list; lines without a project follow.
    let mut all: Vec<_> = by_name.into_values().zip(parts).collect();
    let place = |(alike, _): &(Alike, _)| alike.projects.first().copied().unwrap_or(usize::MAX);
    sort_by(&mut all, |one, other| place(one).cmp(&place(other)));
    for (alike, parts) in all {
        pair(checker, alike, parts, first);
    }
}

/// The projects that the tables list, of this year's money and of money carried over: name, line, cell.
fn listed<'b>(checker: &Checker<'b>) -> Vec<(Cow<'b, str>, Place, Place)> {
    let tables =
        checker.indexed_tables.iter().filter(|indexed| indexed.is(Kind::Projects) || indexed.is(Kind::CarriedProjects));
    let items = tables.flat_map(|indexed| indexed.projects().map(move |line| (indexed, line)));
    items
        .filter_map(|(indexed, i)| {
            Some((plain(&indexed.table.lines[i].name), Place::Line(indexed.index, i), indexed.main(i)?))
        })
        .collect()
}

/// The cells that together come to a form's funds, where its own line alone does not: the table prints what each level
/// of government pays in a line of its own, `考试（省级）` beside `考试`, and the form is that of all of them.
fn parts(checker: &Checker, by_name: &BTreeMap<Cow<str>, Alike>, name: &str, alike: &Alike) -> Vec<Place> {
    let ([project], [(_, cell)]) = (&alike.projects[..], &alike.lines[..]) else { return Vec::new() };
    let Some(funds) = form_funds(checker, *project).filter(|funds| !checker.fits(&[*cell], &[*funds])) else {
        return Vec::new();
    };
    let has_no_form = |alike: &&Alike| alike.projects.iter().all(|own| checker.budget.projects[*own].form.is_none());
    let longer = by_name.range::<str, _>((Bound::Excluded(name), Bound::Unbounded)).take(MAX_ALIKE);
    let others = longer.take_while(|(other, _)| other.starts_with(name)).map(|(_, alike)| alike).filter(has_no_form);
    let cells = others.flat_map(|alike| &alike.lines).map(|(_, cell)| *cell);
    let cells: Vec<_> = std::iter::once(*cell).chain(cells).collect();
    if checker.fits(&cells, &[funds]) { cells } else { Vec::new() }
}

/// Matches the projects and lines of one name: a single one of each, or else those with the same funds.
fn pair(checker: &mut Checker, Alike { mut projects, mut lines }: Alike, parts: Vec<Place>, table: usize) {
    if let ([project], [(line, cell)]) = (&projects[..], &lines[..]) {
        let cells = if parts.is_empty() { vec![*cell] } else { parts };
        return together(checker, *project, *line, &cells);
    }
    let is_only = projects.len() == 1;
    if projects.len().max(lines.len()) <= MAX_ALIKE {
        projects.retain(|project| {
            let fits = |(_, cell): &(Place, Place)| {
                form_funds(checker, *project).is_some_and(|f| checker.fits(&[*cell], &[f]))
            };
            let Some(found) = lines.iter().position(fits) else { return true };
            let (line, cell) = lines.remove(found);
            together(checker, *project, line, &[cell]);
            false
        });
    }
    let has_form = |project: &&usize| checker.budget.projects[**project].form.is_some();
    let cells: Vec<_> = lines.iter().map(|(_, cell)| *cell).collect();
    let forms: Vec<_> = projects.iter().filter(has_form).filter_map(|project| form_funds(checker, *project)).collect();
    let are_all = !forms.is_empty() && !cells.is_empty() && checker.fits(&cells, &forms);
    if are_all {
        checker.sum(Rule::FormFunds, &cells, &forms);
    }
    for project in &projects {
        let place = [Place::Project(*project)];
        match (are_all, cells.is_empty()) {
            (true, _) => checker.found(Rule::FormProject, Verdict::Holds, &place, None),
            // The line of this name belongs to another form.
            (_, true) if !is_only => checker.unchecked(Rule::FormProject, &place, &[], Reason::SameName),
            (_, true) => {
                checker.unchecked(Rule::FormProject, &[place[0], Place::Table(table)], &[], Reason::EarlierYears);
            }
            _ => checker.unchecked(Rule::FormFunds, &place, &[], Reason::SameName),
        }
    }
    if projects.is_empty() {
        for (line, _) in lines {
            checker.unchecked(Rule::FormFunds, &[line], &[], Reason::NoForm);
        }
    }
}

/// Records that a project belongs to a line, and checks its form's funds against the line's amount, or that of several
/// lines.
fn together(checker: &mut Checker, project: usize, line: Place, cells: &[Place]) {
    checker.found(Rule::FormProject, Verdict::Holds, &[Place::Project(project), line], None);
    if checker.budget.projects[project].form.is_none() {
        return checker.unchecked(Rule::FormFunds, &[&[Place::Project(project)], cells].concat(), &[], Reason::NoForm);
    }
    // The form may be in yuan where the table is in 万元.
    match form_funds(checker, project) {
        Some(stated) => {
            checker.sum(Rule::FormFunds, cells, &[stated]);
        }
        None => {
            checker.unchecked(Rule::FormFunds, &[&[Place::Project(project)], cells].concat(), &[], Reason::NoAmount);
        }
    }
}

/// The place of a form's funds: those of this year, or else of the whole term.
fn form_funds(checker: &Checker, project: usize) -> Option<Place> {
    let fund = |term| Place::Fund(project, term, TOTAL);
    [FormTerm::Annual, FormTerm::Period].map(fund).into_iter().find(|place| checker.is_printed(*place))
}

/// Checks that a form has the name of its project; one with another project's name is that project's form. Names that
/// differ only somewhat are for a person to judge.
fn called(checker: &mut Checker, project: usize, own: &str, name: &str, names: &[(Cow<str>, usize)]) {
    let places = [Place::Project(project)];
    if own == name {
        return checker.found(Rule::FormProject, Verdict::Holds, &places, None);
    }
    let other = names.partition_point(|(other, _)| other.as_ref() < own);
    match names.get(other).filter(|(other, _)| other == own) {
        Some((_, other)) => {
            checker.found(Rule::FormProject, Verdict::Mismatch, &places, Some(Reason::CopiedFrom(*other)));
        }
        None => checker.unchecked(Rule::FormProject, &places, &[], Reason::OtherName),
    }
}
