//! Where tables print what a statement is about.

use crate::budget::Place;
use crate::budget::{Kind, Project, ProjectGroup, Role, Side, column};
use crate::check::sheet::{FUNDS, INCOME, is_code};
use crate::check::ties::Ties;

/// As many lines of one name as are looked at: a document of some thousand units would be one sum of them all.
const MOST: usize = 1_000;

/// The ways to reckon the amount of a subject from the tables, each as the cells that add up to it, the likeliest
/// first. None where no table of the document prints it.
pub fn amounts(ties: &Ties, subject: &str) -> Vec<Vec<Place>> {
    let total = |kind, side, id: &str| ties.total(kind, side, id).into_iter().collect::<Vec<_>>();
    let (received, spent) = (Some(Side::Income), Some(Side::Expenditure));
    let key = |kind, column: &str| ties.cells(kind, subject, column);
    let mut ways = match subject {
        "income" => vec![
            total(Kind::Balance, received, INCOME),
            total(Kind::Income, None, column::TOTAL),
            ties.cells(Kind::Balance, "current-income", INCOME),
        ],
        "current-income" => vec![key(Kind::Balance, INCOME), total(Kind::Income, None, column::TOTAL)],
        "expenditure" => vec![
            total(Kind::Balance, spent, column::TOTAL),
            total(Kind::Expenditure, None, column::TOTAL),
            ties.cells(Kind::Balance, "current-expenditure", column::TOTAL),
        ],
        "current-expenditure" => vec![key(Kind::Balance, column::TOTAL), total(Kind::Balance, spent, "current-year")],
        "carried-over" => vec![total(Kind::Balance, spent, "carried-over")],
        column::CARRY_OVER => vec![key(Kind::Balance, INCOME), total(Kind::Income, None, column::CARRY_OVER)],
        "appropriation" => {
            vec![total(Kind::Appropriation, received, INCOME), total(Kind::Appropriation, spent, column::TOTAL)]
        }
        column::BASIC | column::PROJECT => vec![
            total(Kind::Expenditure, None, subject),
            total(Kind::GeneralPublic, None, subject),
            if subject == column::BASIC { total(Kind::BasicEconomic, None, column::TOTAL) } else { Vec::new() },
        ],
        column::PERSONNEL | column::OPERATING => vec![total(Kind::BasicEconomic, None, subject)],
        "projects" => vec![total(Kind::Projects, None, column::TOTAL), total(Kind::Expenditure, None, column::PROJECT)],
        "projects-running" => vec![of_projects(ties, Some(ProjectGroup::Running), false)],
        "projects-goal" => vec![of_projects(ties, Some(ProjectGroup::Goal), false)],
        "project-forms" => published(total(Kind::Projects, None, column::TOTAL), of_projects(ties, None, true)),
        "project-forms-running" | "project-forms-goal" => {
            let group = if subject.ends_with("goal") { ProjectGroup::Goal } else { ProjectGroup::Running };
            let [all, some] = [false, true].map(|published| of_projects(ties, Some(group), published));
            published(all, some)
        }
        "department-forms" => vec![total(Kind::Expenditure, None, column::TOTAL)],
        "agency-operating" => vec![total(Kind::AgencyOperating, None, column::TOTAL)],
        "procurement" => vec![total(Kind::Procurement, None, column::TOTAL)],
        "three-public" => vec![total(Kind::ThreePublic, None, column::TOTAL)],
        // The economic items that are called alike are only what basic expenditure holds of them.
        "overseas" | "reception" | "vehicles" | "vehicle-purchase" | "vehicle-running" => {
            vec![key(Kind::ThreePublic, column::TOTAL)]
        }
        "government-fund" => vec![total(Kind::FundExpenditure, None, column::TOTAL)],
        fund if FUNDS.contains(&fund) => vec![total(Kind::GeneralPublic, None, column::TOTAL)],
        _ => Vec::new(),
    };
    if FUNDS.contains(&subject) {
        if subject != FUNDS[0] {
            ways.clear();
        }
        ways.extend([key(Kind::Balance, INCOME), key(Kind::Appropriation, INCOME), total(Kind::Income, None, subject)]);
        ways.push(total(Kind::Appropriation, spent, subject));
    }
    // What a line of a table is called by: a code, or a key that only some tables have.
    if ways.is_empty() || is_code(subject) {
        ways.extend(named(ties, subject));
    }
    ways.retain(|way| !way.is_empty());
    // Where one table leaves a cell blank, another that prints it says more.
    ways.sort_by_key(|way| !way.iter().any(|place| ties.is_printed(*place)));
    ways
}

/// The lines that are called like the subject, table by table: those by function first, as text speaks of them.
fn named(ties: &Ties, subject: &str) -> Vec<Vec<Place>> {
    let rank = |kind: Option<Kind>| match kind {
        Some(Kind::GeneralPublic) => 0,
        Some(Kind::Expenditure) => 1,
        Some(Kind::Appropriation) => 2,
        Some(Kind::ThreePublic | Kind::Procurement) => 3,
        _ => 4,
    };
    let mut ways: Vec<(usize, Vec<Place>)> = Vec::new();
    // A part of them would be no sum of anything.
    let lines: Vec<_> = ties.lines_of(subject).take(MOST + 1).collect();
    let is_too_many = lines.len() > MOST;
    for (table, line) in lines.into_iter().filter(|_| !is_too_many) {
        let Some(cell) = ties.sheets[table].main(line) else { continue };
        match ways.last_mut().filter(|(last, _)| *last == table) {
            Some((_, cells)) => cells.push(cell),
            None => ways.push((table, vec![cell])),
        }
    }
    ways.sort_by_key(|(table, _)| rank(ties.sheets[*table].table.kind));
    ways.into_iter().map(|(_, cells)| cells).collect()
}

/// What forms are published for: all projects where the text says so, otherwise those that have one, if it is clear
/// which they are.
fn published(all: Vec<Place>, some: Vec<Place>) -> Vec<Vec<Place>> {
    if some.is_empty() { Vec::new() } else { vec![all, some] }
}

/// The projects of a group, or of any, in the projects' table; all of them, or those that have a form.
fn of_projects(ties: &Ties, group: Option<ProjectGroup>, published: bool) -> Vec<Place> {
    let Some(sheet) = ties.sheet(Kind::Projects) else { return Vec::new() };
    let is_it =
        |project: &&Project| (group.is_none() || project.group == group) && (!published || project.form.is_some());
    let mut names: Vec<_> = ties.budget.projects.iter().filter(is_it).map(|project| project.name.as_str()).collect();
    names.sort_unstable();
    let lines = sheet.table.lines.iter().enumerate();
    let own = lines.filter(|(_, l)| l.role == Role::Item && names.binary_search(&l.name.as_str()).is_ok());
    let cells: Vec<_> = own.filter_map(|(line, _)| sheet.main(line)).collect();
    match cells.len() {
        // No form is no money.
        0 if published && names.is_empty() => vec![Place::Table(sheet.index)],
        // Which of several projects of one name is meant nothing says.
        count if count != names.len() => Vec::new(),
        _ => cells,
    }
}
