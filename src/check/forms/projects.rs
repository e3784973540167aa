//! Which project of the table a form belongs to.

use crate::budget::{Kind, Role, plain};
use crate::check::finding::{Verdict, Why};
use crate::check::place::{Place, Term};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// The place of a form's level that is its total.
pub const TOTAL: usize = 5;

/// As many lines of one name as are told apart from one: the others are as unclear.
const MOST_ALIKE: usize = 100;

/// Holds each project against its line of the table, and each form's funds against the line's amount.
pub fn check(ties: &mut Ties) {
    let (budget, sheet) = (ties.budget, ties.sheet(Kind::Projects).or_else(|| ties.sheet(Kind::CarriedProjects)));
    if budget.projects.is_empty() {
        return;
    }
    let Some(sheet) = sheet else {
        let place = [Place::Project(0)];
        return ties.unchecked(Rule::FormFunds, &place, &[], Why::NoTable(Kind::Projects));
    };
    let items = sheet.table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Item);
    let mut lines: Vec<(String, usize, Place)> =
        items.filter_map(|(i, line)| Some((plain(&line.name), i, sheet.main(i)?))).collect();
    lines.sort();
    let (table, mut seen) = (sheet.index, vec![false; sheet.table.lines.len()]);
    let mut names: Vec<_> = budget.projects.iter().enumerate().map(|(i, p)| (plain(&p.name), i)).collect();
    names.sort();
    for (i, project) in budget.projects.iter().enumerate() {
        let name = plain(&project.name);
        let own = lines.partition_point(|(other, ..)| *other < name);
        let own: Vec<_> = lines[own..].iter().take_while(|(other, ..)| *other == name).take(MOST_ALIKE).collect();
        if let [(_, line, cell)] = own[..] {
            seen[*line] = true;
            ties.found(Rule::FormProject, Verdict::Holds, &[Place::Project(i), Place::Line(table, *line)], None);
            if project.form.is_some() {
                funds(ties, i, *cell);
            } else {
                ties.unchecked(Rule::FormFunds, &[Place::Project(i), *cell], &[], Why::NoForm);
            }
        } else if own.is_empty() {
            let places = [Place::Project(i), Place::Table(table)];
            ties.found(Rule::FormProject, Verdict::Mismatch, &places, Some(Why::NoLine));
        } else {
            // Which of several of one name is meant nothing says.
            for (_, line, _) in own {
                seen[*line] = true;
            }
            ties.unchecked(Rule::FormFunds, &[Place::Project(i)], &[], Why::Twice);
        }
        if let Some(form) = &project.form {
            called(ties, i, &plain(&form.name), &name, &names);
        }
    }
    for (_, line, _) in lines.iter().filter(|(_, line, _)| !seen[*line]) {
        ties.unchecked(Rule::FormFunds, &[Place::Line(table, *line)], &[], Why::NoForm);
    }
}

/// A form's funds of this year are the project's amount, in yuan where that is in 万元.
fn funds(ties: &mut Ties, project: usize, cell: Place) {
    let fund = |term| Place::Fund(project, term, TOTAL);
    let stated = [Term::Annual, Term::Period].map(fund).into_iter().find(|place| ties.is_printed(*place));
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
