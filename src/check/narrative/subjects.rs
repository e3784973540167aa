//! Finds where tables print what a statement is about.

use super::Text;
use super::printed::{Printed, rows, sums};
use crate::budget::{Coordinates, Fund, Kind, Part, Place, Side, Statement, column, of_id};
use crate::budget::{Project, ProjectGroup};
use crate::check::checker::Checker;
use crate::check::indexed_table::{INCOME, is_code};
use crate::money::sort_by;

/// The most lines of one name that are looked at: in a document of a thousand units they would all be one sum.
const MAX: usize = 1_000;

/// The ways to compute the amount of a subject from the tables, each as the cells that add up to it, the likeliest
/// first. None where no table of the document prints it.
#[inline(never)]
pub fn amounts(checker: &Checker, text: &Text, subject: &str, fund: Option<Fund>) -> Vec<Vec<Place>> {
    let total = |kind, side, id: &str| checker.total(kind, side, id).into_iter().collect::<Vec<_>>();
    let (received, spent) = (Some(Side::Income), Some(Side::Expenditure));
    let key = |kind, column: &str| checker.cells(kind, subject, column);
    let about = of_id(subject);
    let mut ways = match subject {
        "income" => vec![
            total(Kind::Balance, received, INCOME),
            total(Kind::Income, None, column::TOTAL),
            checker.cells(Kind::Balance, "current-income", INCOME),
        ],
        "current-income" => vec![
            key(Kind::Balance, INCOME),
            total(Kind::Income, None, subject),
            total(Kind::Income, None, column::TOTAL),
        ],
        "expenditure" => vec![
            total(Kind::Balance, spent, column::TOTAL),
            total(Kind::Expenditure, None, column::TOTAL),
            checker.cells(Kind::Balance, "current-expenditure", column::TOTAL),
        ],
        "current-expenditure" => vec![key(Kind::Balance, column::TOTAL), total(Kind::Balance, spent, "current-year")],
        "carried-over" => vec![total(Kind::Balance, spent, "carried-over")],
        column::CARRY_OVER => vec![key(Kind::Balance, INCOME), total(Kind::Income, None, column::CARRY_OVER)],
        "projects" => vec![total(Kind::Projects, None, column::TOTAL), total(Kind::Expenditure, None, column::PROJECT)],
        "projects-running" => vec![of_projects(checker, Some(ProjectGroup::Running), false)],
        "projects-goal" => vec![of_projects(checker, Some(ProjectGroup::Goal), false)],
        "project-forms" => published(total(Kind::Projects, None, column::TOTAL), of_projects(checker, None, true)),
        "project-forms-running" | "project-forms-goal" => {
            let group = if subject.ends_with("goal") { ProjectGroup::Goal } else { ProjectGroup::Running };
            let [all, some] = [false, true].map(|published| of_projects(checker, Some(group), published));
            published(all, some)
        }
        "department-forms" => vec![total(Kind::Expenditure, None, column::TOTAL)],
        _ => match about {
            Some(about) if about.expense.is_some() => of_expense(text, about),
            Some(about) if about.part.is_some() => of_part(text, about, fund),
            Some(about) if about.fund.is_some() => of_fund(text, about),
            _ => Vec::new(),
        },
    };
    // The subject may be the code or key of a line, or the id of a column beside the money.
    let is_expense = about.is_some_and(|about| about.expense.is_some());
    if !is_expense && ways.iter().all(Vec::is_empty) {
        ways.extend(named(checker, subject));
        ways.extend(same_section(checker, subject));
    }
    if subject == "procurement" {
        ways.push(total(Kind::Procurement, None, column::TOTAL));
    }
    ways.retain(|way| !way.is_empty());
    // Where one table leaves a cell blank, another one that prints it tells more.
    let (mut ways, blank): (Vec<_>, Vec<_>) =
        ways.into_iter().partition(|way| way.iter().any(|place| checker.is_printed(*place)));
    ways.extend(blank);
    ways
}

/// Other amounts that a statement may mean: that of a line of its name, or what its kind of office mostly has. Where it
/// is neither, nothing is wrong.
pub fn likely<'b>(checker: &Checker<'b>, text: &Text<'b>, statement: &Statement) -> Vec<Vec<Place>> {
    let Statement { subject, name, .. } = statement;
    if subject == "agency-operating" {
        return of_part(text, Coordinates { part: Some(Part::Operating), ..Coordinates::default() }, None);
    }
    if subject.starts_with("project-forms") {
        return of_part(text, Coordinates { part: Some(Part::Project), ..Coordinates::default() }, None);
    }
    let printed = text.named(checker, name).take(MAX).filter(|place| checker.is_printed(*place));
    printed.map(|place| vec![place]).collect()
}

/// The cells of an expense: in the column of all money or, where there is none, in those of the funds together.
fn of_expense(text: &Text, about: Coordinates) -> Vec<Vec<Place>> {
    // Economic items of the same name are only the part of it that is basic expenditure.
    let is_whole = |printed: &Printed| printed.is_plain() && printed.of.part.is_none();
    let own = |expense| move |printed: &&Printed| is_whole(printed) && printed.of.expense == Some(expense);
    let Some(expense) = about.expense else { return Vec::new() };
    let (all, by_fund): (Vec<&Printed>, Vec<&Printed>) = text
        .printed
        .iter()
        .filter(own(expense))
        .partition(|printed| matches!(printed.of.fund, None | Some(Fund::Appropriation)));
    let mut ways: Vec<Vec<Place>> = all.iter().map(|printed| vec![printed.place]).collect();
    ways.extend(sums(by_fund.iter().copied()));
    ways.extend(by_fund.iter().map(|printed| vec![printed.place]));
    if ways.is_empty() {
        let is_part = |printed: &&Printed| {
            let is_under = printed.of.expense.and_then(crate::budget::Expense::parent) == Some(expense);
            is_whole(printed) && is_under && printed.of.fund.is_none()
        };
        ways.extend(sums(text.printed.iter().filter(is_part)));
    }
    ways
}

/// The cells of a part of expenditure: where a table prints it, or prints what it is made of.
fn of_part(text: &Text, about: Coordinates, fund: Option<Fund>) -> Vec<Vec<Place>> {
    let is_of_fund = |printed: &Printed| match fund {
        Some(fund) => text.is_same_fund(printed.of.fund, Some(fund)),
        None => !matches!(printed.kind, Some(Kind::FundIncome | Kind::FundExpenditure | Kind::StateCapital)),
    };
    let is_whole = |printed: &&Printed| {
        let is_spent = printed.side != Some(Side::Income) && printed.kind != Some(Kind::Procurement);
        printed.is_plain() && printed.of.expense.is_none() && is_spent && is_of_fund(printed)
    };
    let all = || text.printed.iter().filter(is_whole);
    // A table by fund prints each part once per fund; its total line has the whole.
    let own: Vec<_> = all().filter(|printed| printed.of.part == about.part).collect();
    let mut ways: Vec<Vec<Place>> = own.iter().map(|printed| vec![printed.place]).collect();
    let is_under = |printed: &&Printed| printed.of.part.and_then(Part::parent) == about.part;
    let has_whole = |printed: &&Printed| own.iter().any(|own| own.at.0 == printed.at.0);
    ways.extend(sums(all().filter(is_under).filter(|printed| !has_whole(printed))));
    ways
}

/// The cells of a fund, with what is carried over of it or without; where only its parts are printed, their sum.
fn of_fund(text: &Text, about: Coordinates) -> Vec<Vec<Place>> {
    let Some(fund) = about.fund else { return Vec::new() };
    let is_whole = |printed: &&Printed| {
        use Kind::{AgencyOperating, CarriedProjects, Procurement, Projects, ThreePublic};
        let is_own =
            !matches!(printed.kind, Some(ThreePublic | AgencyOperating | Procurement | Projects | CarriedProjects));
        is_own && printed.of.part.is_none() && printed.of.expense.is_none()
    };
    let all = || text.printed.iter().filter(is_whole);
    let is_of = |printed: &Printed, fund| text.is_same_fund(printed.of.fund, Some(fund));
    let carried: Vec<_> = all().filter(|p| p.is_carried() && is_of(p, fund)).collect();
    if about.origin == Some(crate::budget::Origin::Carried) {
        return carried.iter().map(|printed| vec![printed.place]).collect();
    }
    let mut own: Vec<_> = all().filter(|p| p.is_plain() && is_of(p, fund)).collect();
    // The text mostly means an amount that is named by the fund, in the fund's own table, and whole.
    let rank = |printed: &Printed| {
        let is_own_table = printed.kind == Some(Kind::GeneralPublic) || fund != Fund::GeneralPublic;
        let is_other_year = fund == Fund::Appropriation && printed.of.origin != about.origin;
        (printed.of.fund != Some(fund), !is_own_table, is_other_year)
    };
    sort_by(&mut own, |one, other| rank(one).cmp(&rank(other)));
    let mut ways: Vec<Vec<Place>> = own.iter().map(|printed| vec![printed.place]).collect();
    for printed in &own {
        let is_beside = |other: &&&Printed| {
            other.at.0 == printed.at.0 && (other.at.1 == printed.at.1 || other.at.2 == printed.at.2)
        };
        ways.extend(carried.iter().filter(is_beside).map(|carried| vec![printed.place, carried.place]));
    }
    let is_under = |p: &&Printed| p.is_plain() && p.of.fund.and_then(Fund::parent) == Some(fund);
    ways.extend(rows(all().filter(is_under)));
    ways
}

/// The lines whose code or key is the subject, table by table: those by function first, as the text mostly means them.
fn named(checker: &Checker, subject: &str) -> Vec<Vec<Place>> {
    let rank = |kind: Option<Kind>| match kind {
        Some(Kind::GeneralPublic) => 0,
        Some(Kind::Expenditure) => 1,
        Some(Kind::Appropriation) => 2,
        Some(Kind::ThreePublic | Kind::Procurement) => 3,
        _ => 4,
    };
    let mut ways: Vec<(usize, Vec<Place>)> = Vec::new();
    // Only some of them would be the sum of nothing.
    let lines: Vec<_> = checker.lines_of(subject).take(MAX + 1).collect();
    let is_too_many = lines.len() > MAX;
    // What is bought for a function is not all that is spent on it.
    let is_part = |table: usize| is_code(subject) && checker.indexed_tables[table].is(Kind::Procurement);
    for (table, line) in lines.into_iter().filter(|(table, _)| !is_too_many && !is_part(*table)) {
        let Some(cell) = checker.indexed_tables[table].main(line) else { continue };
        match ways.last_mut().filter(|(last, _)| *last == table) {
            Some((_, cells)) => cells.push(cell),
            None => ways.push((table, vec![cell])),
        }
    }
    let rank = |table: usize| rank(checker.indexed_tables[table].table.kind);
    sort_by(&mut ways, |(one, _), (other, _)| rank(*one).cmp(&rank(*other)));
    // Tables of one kind with the same columns may each be of one unit.
    let is_alike = |one: usize, other: usize| {
        let [one, other] = [one, other].map(|table| &checker.indexed_tables[table]);
        one.table.kind.is_some() && one.table.kind == other.table.kind && one.columns == other.columns
    };
    let together = ways.first().map(|(first, _)| {
        let own: Vec<_> = ways.iter().filter(|(table, _)| is_alike(*first, *table)).collect();
        if own.len() > 1 { own.into_iter().flat_map(|(_, cells)| cells.clone()).collect() } else { Vec::new() }
    });
    ways.into_iter().map(|(_, cells)| cells).chain(together.filter(|cells| !cells.is_empty())).collect()
}

/// The totals of the columns with this id, such as procurement in a table of expenditure.
fn same_section(checker: &Checker, subject: &str) -> Vec<Vec<Place>> {
    let indexed_tables =
        checker.indexed_tables.iter().filter(|indexed| indexed.is(Kind::Expenditure) || indexed.is(Kind::Procurement));
    let cells = indexed_tables.filter_map(|indexed| indexed.cell(indexed.total(None)?, subject));
    cells.map(|cell| vec![cell]).collect()
}

/// The ways to read what forms are published for: all projects, or those that have a form, if it is clear which they
/// are.
fn published(all: Vec<Place>, some: Vec<Place>) -> Vec<Vec<Place>> {
    if some.is_empty() { Vec::new() } else { vec![all, some] }
}

/// The cells of the projects of a group, or of any, in the projects' table: of all, or of those that have a form.
fn of_projects(checker: &Checker, group: Option<ProjectGroup>, published: bool) -> Vec<Place> {
    // Where the list of projects is unknown, so are their groups and forms.
    let Some(indexed) = checker.indexed_table(Kind::Projects).filter(|_| !checker.budget.projects.is_empty()) else {
        return Vec::new();
    };
    // Where no project's group is known, the projects of a group are not, either.
    if group.is_some() && checker.budget.projects.iter().all(|project| project.group.is_none()) {
        return Vec::new();
    }
    let is_it =
        |project: &&Project| (group.is_none() || project.group == group) && (!published || project.form.is_some());
    let mut names: Vec<_> = checker.budget.projects.iter().filter(is_it).map(|project| project.name.as_str()).collect();
    sort_by(&mut names, Ord::cmp);
    let own = indexed.projects().filter(|l| names.binary_search(&indexed.table.lines[*l].name.as_str()).is_ok());
    let cells: Vec<_> = own.filter_map(|line| indexed.main(line)).collect();
    match cells.len() {
        // Without forms there is no money.
        0 if published && names.is_empty() => vec![Place::Table(indexed.index)],
        // Nothing tells which of several projects of one name is meant.
        count if count != names.len() => Vec::new(),
        _ => cells,
    }
}

/// Whether a subject is one of the format's funds.
pub fn is_fund(subject: &str) -> bool {
    of_id(subject).is_some_and(|about| about.fund.is_some())
}
