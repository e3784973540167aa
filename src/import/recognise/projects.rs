//! The projects of a document: the lines of its tables of projects, and their performance forms.

use std::collections::{HashMap, HashSet};

use super::levels::adds_up;
use crate::budget::{Budget, Form, Kind, Line, Project, ProjectGroup, Role, Statement, Table, column, plain};
use crate::import::block::Place;
use crate::money::{Amount, Money};
use rust_decimal::Decimal;

/// How far apart the funds of a form in yuan and of a line in 万元 are at most for their rounding, in yuan.
const ROUNDING: u32 = 50;
/// The most pairs of a form and a line whose names are compared.
const MAX_PAIRS: usize = 100_000;
/// How many percent of the pairs of characters two names share at least, where one is the other with a slip.
const ALIKE: usize = 60;

/// A line that is a project.
struct Listed<'t> {
    name: &'t str,
    group: Option<ProjectGroup>,
    amount: Option<Money>,
    /// The amount as it is printed, in the unit of the document.
    printed: Option<Decimal>,
}

/// The projects, each with its form. A form belongs to a line by its name and, of several, by its funds; a form with
/// another name by its funds and most of its name. The forms that are left are of projects that no table lists.
pub fn list(budget: &Budget, forms: Vec<(Form, Place)>) -> Vec<(Project, Option<Place>)> {
    let tables =
        budget.tables.iter().filter(|table| matches!(table.kind, Some(Kind::Projects | Kind::CarriedProjects)));
    let mut lines: Vec<Listed> = tables.flat_map(|table| listed(table, &budget.document.department)).collect();
    group_as_stated(&mut lines, &budget.statements);
    let mut names: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        names.entry(plain(line.name)).or_default().push(at);
    }
    let mut own: Vec<Option<(Form, Place)>> = lines.iter().map(|_| None).collect();
    let mut rest = forms;
    for is_by_funds in [true, false] {
        rest = rest
            .into_iter()
            .filter_map(|(form, place)| {
                let called = names.get(&plain(&form.name)).map_or(&[][..], Vec::as_slice);
                let fits = |at: &&usize| own[**at].is_none() && (!is_by_funds || has_funds(&form, &lines[**at]));
                match called.iter().find(fits) {
                    Some(at) => own[*at].replace((form, place)),
                    None => Some((form, place)),
                }
            })
            .collect();
    }
    let free = own.iter().filter(|form| form.is_none()).count();
    if free * rest.len() <= MAX_PAIRS {
        rest = rest
            .into_iter()
            .filter_map(|(form, place)| {
                let free = (0..lines.len()).filter(|at| own[*at].is_none() && has_funds(&form, &lines[*at]));
                let alike = free.map(|at| (alike(&form.name, lines[at].name), at)).max();
                match alike.filter(|(share, _)| *share >= ALIKE) {
                    Some((_, at)) => own[at].replace((form, place)),
                    None => Some((form, place)),
                }
            })
            .collect();
    }
    let project = |name: &str, group, form: Option<(Form, Place)>| {
        let (form, place) = form.unzip();
        (Project { name: name.into(), group, form }, place)
    };
    let listed = lines.iter().zip(own).map(|(line, form)| project(line.name, line.group, form));
    listed.chain(rest.into_iter().map(|(form, place)| project(&form.name.clone(), None, Some((form, place))))).collect()
}

/// The lines of a table that are projects, and no groups or units.
fn listed<'t>(table: &'t Table, department: &str) -> Vec<Listed<'t>> {
    let tree = table.tree();
    let sums: HashSet<&str> =
        table.lines.iter().filter(|line| line.role != Role::Item).map(|line| line.name.as_str()).collect();
    let is_project = |(at, line): &(usize, &Line)| {
        line.role == Role::Item
            && matches!(line.is.as_deref(), None | Some("project"))
            && tree.is_leaf(*at)
            && !line.name.is_empty()
            && line.name != department
            && line.amounts.iter().any(|(_, amount)| amount.is_some())
    };
    let mut group = None;
    let mut listed = Vec::new();
    for (at, line) in table.lines.iter().enumerate() {
        let said = line.texts.iter().map(|(_, text)| text.as_str()).find_map(group_in);
        if is_project(&(at, line)) {
            if !sums.contains(line.name.as_str()) {
                let total = line.amounts.get(column::TOTAL);
                let amount = total.map(|amount| Money::new(amount, table.unit));
                let printed = total.map(Amount::decimal);
                listed.push(Listed { name: &line.name, group: said.or(group), amount, printed });
            }
        } else {
            group = group_in(&line.name).or(group);
        }
    }
    listed
}

/// Groups the projects of a table without groups by the narrative, where it states the number and the sum of each
/// group, and the first lines and the others have these sums.
fn group_as_stated(lines: &mut [Listed], statements: &[Statement]) {
    let said = |subject: &str| {
        let statement = statements.iter().find(|statement| statement.subject == subject)?;
        Some((statement.count? as usize, statement.amount?.decimal()))
    };
    let (Some(running), Some(goal)) = (said("projects-running"), said("projects-goal")) else { return };
    let comes_to = |lines: &[Listed], amount| {
        let printed: Vec<Decimal> = lines.iter().filter_map(|line| line.printed).collect();
        adds_up(amount, &printed)
    };
    let orders = [
        (goal, running, [ProjectGroup::Goal, ProjectGroup::Running]),
        (running, goal, [ProjectGroup::Running, ProjectGroup::Goal]),
    ];
    for ((count, amount), (others, rest), groups) in orders {
        let is_all = lines.len() == count.saturating_add(others) && lines.iter().all(|line| line.group.is_none());
        if is_all && comes_to(&lines[..count], amount) && comes_to(&lines[count..], rest) {
            for (at, line) in lines.iter_mut().enumerate() {
                line.group = Some(groups[usize::from(at >= count)]);
            }
        }
    }
}

/// The group of projects that a text names.
fn group_in(text: &str) -> Option<ProjectGroup> {
    let groups = [("其他运转", ProjectGroup::Running), ("特定目标", ProjectGroup::Goal)];
    groups.into_iter().find(|(word, _)| text.contains(word)).map(|(_, group)| group)
}

/// Whether a form's funds are those of a line.
fn has_funds(form: &Form, line: &Listed) -> bool {
    [&form.annual, &form.period].into_iter().filter_map(|funds| funds.get(column::TOTAL)).any(|funds| {
        let difference = line.amount.and_then(|amount| Money::new(funds, form.unit).minus(amount));
        difference.is_some_and(|difference| difference.abs().yuan() <= ROUNDING.into())
    })
}

/// How many percent of their pairs of characters two names share.
fn alike(one: &str, other: &str) -> usize {
    let pairs = |name: &str| {
        let chars: Vec<char> = plain(name).chars().take(200).collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (one, other) = (pairs(one), pairs(other));
    let same = one.iter().filter(|pair| other.contains(pair)).count();
    200 * same / (one.len() + other.len()).max(1)
}
