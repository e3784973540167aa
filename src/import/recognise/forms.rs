//! Reads performance forms (绩效目标表): what they say of projects and of the whole department.
//!
//! A form has cells with labels, each with its value beside it, and below them indicators under a heading of their own;
//! or it is a list with one project in a row. Templates differ in the order and in the words, not in that.

mod boxes;
mod header;
mod items;
mod labels;
mod targets;

use super::join_pages::Found;
use super::projects::list;
use super::sheet::{Row, Sheet};
use super::words::{Number, number};
use crate::budget::{Budget, Cells, Count, Form, Indicator, Performance, Project, Stated};
use crate::import::block::{Part, Place};
use crate::import::report::Report;
use crate::money::{Amount, Unit};
use header::HeaderColumns;
use labels::{Label, Side};

/// The most labels of left-out texts that the report names.
const MAX_LABELS: usize = 12;

/// What the forms of a document say.
#[derive(Debug, Default)]
pub struct Forms {
    /// The forms of projects, in printed order, each with where it begins.
    pub projects: Vec<(Form, Place)>,
    /// The department's form, with where it begins.
    pub whole: Option<(Performance, Place)>,
    /// People and offices that the department's form counts.
    pub staff: Vec<(Count, Place)>,
    /// Labels of words that the format has no place for.
    pub left_out: Vec<String>,
    current: FormOwner,
}

/// Whose form is read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum FormOwner {
    #[default]
    None,
    Project,
    Whole,
}

/// What is known of a grid while its rows are read.
#[derive(Default)]
struct Grid {
    unit: Unit,
    heads: Option<HeaderColumns>,
    /// The columns from which on funds are those of the term, or of the year.
    funds: Vec<(usize, Side)>,
    /// The columns from which on goals are those of the term, or of the year, by the headings above them.
    goals: Vec<(usize, Side)>,
    /// Where the row above is printed.
    above: Option<Place>,
    /// The goal at the end of the row above, which may continue on the next page.
    open: Option<Side>,
    /// The first and the second level of the indicators above.
    levels: [String; 2],
    /// How many numbers were read into the forms.
    numbers: usize,
    /// Labels of words that the format has no place for.
    left_out: Vec<String>,
}

impl Grid {
    /// Whether a row is the first after a page break, and so may continue the row above.
    fn begins_page(&self, row: &Row) -> bool {
        let is_page = matches!(row.place.part, Part::Page(_));
        is_page && self.above.as_ref().is_some_and(|above| *above != row.place)
    }
}

impl Forms {
    /// Reads a grid, and returns whether all its numbers were read into the forms. `unit` is the unit of its amounts
    /// where no label names another.
    pub fn read(&mut self, found: &Found, unit: Unit) -> bool {
        let title = found.title.name.as_deref().unwrap_or_default();
        let has =
            |label: Label| found.sheet.rows.iter().flat_map(Row::texts).any(|text| Label::of(text) == Some(label));
        if !has(Label::Name) {
            match labels::name_in(title) {
                _ if has(Label::Department) || title.contains("整体") => self.begin_whole(found, unit),
                Some(name) => self.begin(name, unit, &found.place),
                // A form that continues on the next page has neither.
                None if has(Label::Goal) => self.current = FormOwner::None,
                None => {}
            }
        }
        let before = self.counted();
        let mut grid = Grid { unit, ..Grid::default() };
        for row in &found.sheet.rows {
            if let Some(heads) = HeaderColumns::of(row) {
                grid.heads = Some(heads);
            } else if let Some(heads) = grid.heads.take_if(|heads| !heads.end_at(row)) {
                self.targets(row, &heads, &mut grid);
                grid.heads = Some(heads);
            } else {
                grid.heads = None;
                self.labels(row, &mut grid);
            }
            grid.above = Some(row.place.clone());
        }
        // Without a total nobody knows whether the parts are all.
        let is_total = |whole: &Performance| whole.sources.get("total").or(whole.uses.get("total")).is_some();
        if let Some(whole) = self.performance().filter(|whole| !is_total(whole)) {
            (whole.sources, whole.uses, grid.numbers) = (Cells::default(), Cells::default(), 0);
        }
        let is_whole = self.counted() > before && grid.numbers == numbers(&found.sheet);
        for label in grid.left_out {
            if is_whole && self.left_out.len() < MAX_LABELS && !self.left_out.contains(&label) {
                self.left_out.push(label);
            }
        }
        is_whole
    }

    /// Gives what was read to the budget: projects with their forms, the department's form, the people that it counts.
    pub fn give(self, budget: &mut Budget, report: &mut Report) {
        let said = |(form, _): &(Form, Place)| is_said(form);
        let forms: Vec<(Form, Place)> = self.projects.into_iter().filter(said).collect();
        if let Some((mut whole, place)) = self.whole.filter(|(whole, _)| is_whole_said(whole)) {
            whole.goals = whole.goals.iter().flat_map(|goals| items::items(goals)).collect();
            budget.performance = Some(whole);
            report.items.insert((Stated::Form, 0), place);
        }
        for (count, place) in self.staff {
            report.items.insert((Stated::Staff, budget.staff.len()), place);
            budget.staff.push(count);
        }
        // A document that publishes no forms is not asked for them project by project.
        if !forms.is_empty() {
            let projects = list(budget, forms).into_iter().enumerate();
            let mut placed = |(i, (project, place)): (usize, (Project, Option<Place>))| {
                report.items.extend(place.map(|place| ((Stated::Forms, i), place)));
                project
            };
            budget.projects = projects.map(&mut placed).collect();
        }
    }

    /// How many forms and indicators were read.
    fn counted(&self) -> usize {
        let indicators = |all: &Vec<Indicator>| all.len() + 1;
        let projects: usize = self.projects.iter().map(|(form, _)| indicators(&form.indicators)).sum();
        projects + self.whole.as_ref().map_or(0, |(whole, _)| indicators(&whole.indicators))
    }

    fn begin(&mut self, name: &str, unit: Unit, place: &Place) {
        self.current = FormOwner::Project;
        let form = Form { name: labels::without_code(name).into(), unit, ..Form::default() };
        self.projects.push((form, place.clone()));
    }

    /// Begins the department's form, or continues it; of several departments' forms the first is read.
    fn begin_whole(&mut self, found: &Found, unit: Unit) {
        self.current = FormOwner::Whole;
        self.whole.get_or_insert_with(|| (Performance { unit, ..Performance::default() }, found.place.clone()));
    }

    fn form(&mut self) -> Option<&mut Form> {
        let is_project = self.current == FormOwner::Project;
        self.projects.last_mut().filter(|_| is_project).map(|(form, _)| form)
    }

    fn performance(&mut self) -> Option<&mut Performance> {
        let is_whole = self.current == FormOwner::Whole;
        self.whole.as_mut().filter(|_| is_whole).map(|(whole, _)| whole)
    }

    fn indicators(&mut self) -> Option<&mut Vec<Indicator>> {
        match self.current {
            FormOwner::None => None,
            FormOwner::Project => self.form().map(|form| &mut form.indicators),
            FormOwner::Whole => self.performance().map(|whole| &mut whole.indicators),
        }
    }
}

/// Whether a form says anything but its name.
fn is_said(form: &Form) -> bool {
    let has_funds = !form.period.is_empty() || !form.annual.is_empty();
    !form.name.is_empty() && (has_funds || !form.indicators.is_empty() || form.goal_annual.is_some())
}

fn is_whole_said(whole: &Performance) -> bool {
    !whole.sources.is_empty() || !whole.uses.is_empty() || !whole.indicators.is_empty()
}

fn amount(text: &str) -> Option<Amount> {
    match number(text) {
        Number::Amount(amount, _) => Some(amount),
        _ => None,
    }
}

/// How many numbers are printed in a grid.
fn numbers(sheet: &Sheet) -> usize {
    sheet.rows.iter().flat_map(Row::texts).filter(|text| amount(text).is_some()).count()
}
