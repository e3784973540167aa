//! The names of places in a document: ids for machines, names for people.

mod path;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::budget::{Budget, Count, FormTerm, LEVELS, Line, Place, Stated, Statement};

/// Looks up the names of the places of one document.
pub struct Names<'b> {
    budget: &'b Budget,
    /// The English name of each code and key, where the document has one.
    english: OnceCell<BTreeMap<&'b str, &'b str>>,
    /// The ids of all findings of the report that these names are used for.
    of_findings: OnceCell<Vec<String>>,
}

/// A place as a path of names: table or list, line, column. A part that does not exist is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The table's official number, or the name of the list.
    pub table: String,
    /// The line.
    pub line: String,
    /// The column.
    pub column: String,
}

impl<'b> Names<'b> {
    /// The names of the places of a document, for one report.
    pub const fn new(budget: &'b Budget) -> Self {
        Names { budget, english: OnceCell::new(), of_findings: OnceCell::new() }
    }

    /// The document.
    pub const fn budget(&self) -> &'b Budget {
        self.budget
    }

    /// The ids of the report's findings, which are made once.
    pub(super) fn of_findings(&self, make: impl FnOnce() -> Vec<String>) -> &[String] {
        self.of_findings.get_or_init(make)
    }

    fn line(&self, place: Place) -> Option<&'b Line> {
        let (Place::Line(t, l) | Place::Cell(t, l, _)) = place else { return None };
        self.budget.tables.get(t)?.lines.get(l)
    }

    fn statement(&self, place: Place) -> Option<&'b Statement> {
        let Place::Statement(list, i, _) = place else { return None };
        if list == Stated::Procurement { &self.budget.procurement } else { &self.budget.statements }.get(i)
    }

    fn count(&self, place: Place) -> Option<&'b Count> {
        let Place::Count(list, i) = place else { return None };
        if list == Stated::Assets { &self.budget.assets } else { &self.budget.staff }.get(i)
    }

    /// The project that a place belongs to.
    fn project(&self, place: Place) -> Option<(usize, &'b str)> {
        let project = place.project()?;
        Some((project, &self.budget.projects.get(project)?.name))
    }

    /// The path of a place for machines: table number or list, the line's code, key or name, the column's id.
    pub fn ids(&self, place: Place) -> Path {
        let list = |list: Stated, line: &str, column: &str| Path {
            table: list.names().0.into(),
            line: line.into(),
            column: column.into(),
        };
        match place {
            Place::Table(_) | Place::Line(..) | Place::Cell(..) => {
                let table = place.table().and_then(|t| self.budget.tables.get(t));
                Path {
                    table: table.map(|table| table.number.clone()).unwrap_or_default(),
                    line: self.line(place).map(|line| line.label().to_string()).unwrap_or_default(),
                    column: self.column(place).unwrap_or_default().into(),
                }
            }
            Place::Statement(of, _, field) => {
                list(of, self.statement(place).map_or("", |statement| &statement.subject), field.names().0)
            }
            Place::Count(of, _) => list(of, self.count(place).map_or("", |count| &count.key), "value"),
            Place::DepartmentFund(i) => list(Stated::Form, self.fund(i).0, self.fund(i).1),
            _ => {
                let name = self.project(place).map_or("", |(_, name)| name);
                let column = match place {
                    Place::Fund(_, term, level) => [term.id(), "-", LEVELS.get(level).map_or("", |l| l.0)].concat(),
                    Place::Target(_, i, term) => ["indicator-", &(i + 1).to_string(), "-", term.id()].concat(),
                    Place::Goal(_, term) => ["goal-", term.id()].concat(),
                    _ => String::new(),
                };
                list(Stated::Forms, name, &column)
            }
        }
    }

    /// A fund of the department's form: its id, and whether it is a source or a use.
    fn fund(&self, i: usize) -> (&'b str, &'static str) {
        match self.budget.performance.as_ref().and_then(|form| form.fund(i)) {
            Some((id, _, is_use)) => (id, if is_use { "uses" } else { "sources" }),
            None => ("", ""),
        }
    }

    /// Whether a fund of the department's form is a use, not a source.
    pub fn is_use(&self, i: usize) -> bool {
        self.fund(i).1 == "uses"
    }

    /// The unit in which a place counts people or things: `人`.
    pub fn counted(&self, place: Place) -> &'b str {
        self.count(place).map_or("", |count| &count.unit)
    }

    /// The id of the column that a cell is in.
    pub fn column(&self, place: Place) -> Option<&'b str> {
        let Place::Cell(t, _, c) = place else { return None };
        Some(&self.budget.tables.get(t)?.columns.get(c)?.id)
    }

    /// The section of the narrative that a place stands in.
    pub fn section(&self, place: Place) -> Option<&'b str> {
        let stated = self.statement(place).map(|statement| statement.section.as_str());
        stated.or_else(|| self.count(place)?.section.as_deref())
    }
}

impl FormTerm {
    const fn id(self) -> &'static str {
        match self {
            FormTerm::Period => "period",
            FormTerm::Annual => "annual",
        }
    }

    const fn name(self) -> (&'static str, &'static str) {
        match self {
            FormTerm::Period => ("项目期", "whole-term"),
            FormTerm::Annual => ("本年", "annual"),
        }
    }
}
