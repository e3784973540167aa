//! Which project of the table a form belongs to.

use crate::budget::{FormTerm, Place};
use crate::budget::{Kind, Role, plain};
use crate::check::finding::{Verdict, Why};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// The place of a form's level that is its total.
pub const TOTAL: usize = 5;

/// As many lines of one name as are told apart from one: the others are as unclear.
const MOST_ALIKE: usize = 100;

/// Holds each project against its line of the tables of projects, and each form's funds against the line's amount.
pub fn check(ties: &mut Ties) {
    let budget = ties.budget;
    if budget.projects.is_empty() {
        return;
    }
    let mut names: Vec<_> = budget.projects.iter().enumerate().map(|(i, p)| (plain(&p.name), i)).collect();
    names.sort();
    for (i, project) in budget.projects.iter().enumerate() {
        if let Some(form) = &project.form {
            called(ties, i, &plain(&form.name), &plain(&project.name), &names);
        }
    }
    let Some(first) = ties.sheet(Kind::Projects).map(|sheet| sheet.index) else {
        return ties.unchecked(Rule::FormFunds, &[Place::Project(0)], &[], Why::NoTable(Kind::Projects));
    };
    let mut lines = listed(ties);
    lines.sort();
    let mut seen = vec![false; lines.len()];
    for (i, project) in budget.projects.iter().enumerate() {
        let name = plain(&project.name);
        let from = lines.partition_point(|(other, ..)| *other < name);
        let own = lines[from..].iter().take_while(|(other, ..)| *other == name).take(MOST_ALIKE);
        let own: Vec<_> = own.map(|(_, line, cell)| (*line, *cell)).collect();
        seen[from..from + own.len()].fill(true);
        match own[..] {
            [(line, cell)] => {
                ties.found(Rule::FormProject, Verdict::Holds, &[Place::Project(i), line], None);
                if project.form.is_some() {
                    funds(ties, i, cell);
                } else {
                    ties.unchecked(Rule::FormFunds, &[Place::Project(i), cell], &[], Why::NoForm);
                }
            }
            [] => {
                let places = [Place::Project(i), Place::Table(first)];
                ties.found(Rule::FormProject, Verdict::Mismatch, &places, Some(Why::NoLine));
            }
            // Which of several of one name is meant nothing says.
            _ => ties.unchecked(Rule::FormFunds, &[Place::Project(i)], &[], Why::Twice),
        }
    }
    let unseen: Vec<_> = lines.iter().zip(seen).filter(|(_, seen)| !seen).map(|((_, line, _), _)| *line).collect();
    for line in unseen {
        ties.unchecked(Rule::FormFunds, &[line], &[], Why::NoForm);
    }
}

/// The projects that the tables list, of this year's money and of money carried over: name, line, cell.
fn listed(ties: &Ties) -> Vec<(String, Place, Place)> {
    let tables = ties.sheets.iter().filter(|sheet| sheet.is(Kind::Projects) || sheet.is(Kind::CarriedProjects));
    let items = tables.flat_map(|sheet| sheet.table.lines.iter().enumerate().map(move |(i, line)| (sheet, i, line)));
    let items = items.filter(|(.., line)| line.role == Role::Item);
    items
        .filter_map(|(sheet, i, line)| Some((plain(&line.name), Place::Line(sheet.index, i), sheet.main(i)?)))
        .collect()
}

/// A form's funds of this year are the project's amount, in yuan where that is in 万元.
fn funds(ties: &mut Ties, project: usize, cell: Place) {
    let fund = |term| Place::Fund(project, term, TOTAL);
    let stated = [FormTerm::Annual, FormTerm::Period].map(fund).into_iter().find(|place| ties.is_printed(*place));
    match stated {
        Some(stated) => {
            ties.sum(Rule::FormFunds, &[cell], &[stated]);
        }
        None => ties.unchecked(Rule::FormFunds, &[Place::Project(project), cell], &[], Why::NoAmount),
    }
}

/// A form is called like its project; a name that is another project's is that project's form. Names that only differ
/// somewhat are for a person to judge.
fn called(ties: &mut Ties, project: usize, own: &str, name: &str, names: &[(String, usize)]) {
    let places = [Place::Project(project)];
    if own == name {
        return ties.found(Rule::FormProject, Verdict::Holds, &places, None);
    }
    let other = names.partition_point(|(other, _)| other.as_str() < own);
    match names.get(other).filter(|(other, _)| other == own) {
        Some((_, other)) => ties.found(Rule::FormProject, Verdict::Mismatch, &places, Some(Why::CopiedFrom(*other))),
        None => ties.unchecked(Rule::FormProject, &places, &[], Why::OtherName),
    }
}
