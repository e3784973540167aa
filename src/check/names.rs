//! What places are called: in addresses, for machines, for people.

mod path;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::budget::{Budget, Count, LEVELS, Line, Project, Stated, Statement};
use crate::budget::{Field, FormTerm, Place};

/// What the places of one document are called. Which lines of a table are called alike is found out once.
pub struct Names<'b> {
    budget: &'b Budget,
    /// For each table, how many lines before a line are called as it is.
    alike: Vec<OnceCell<Vec<usize>>>,
    /// The English name of each code and key, where the document has one.
    english: OnceCell<BTreeMap<&'b str, &'b str>>,
    /// For each project, how many forms are published before its own.
    forms: OnceCell<Vec<usize>>,
}

/// A place as a path: table or list, line, column. A part that there is none of is empty.
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
    /// The names of a document's places.
    pub fn new(budget: &'b Budget) -> Self {
        let alike = budget.tables.iter().map(|_| OnceCell::new()).collect();
        Names { budget, alike, english: OnceCell::new(), forms: OnceCell::new() }
    }

    /// The document.
    pub const fn budget(&self) -> &'b Budget {
        self.budget
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

    /// Where the place is found on the page: the address of its line, of its table where it has none.
    pub fn address(&self, place: Place) -> String {
        match place {
            Place::Table(t) => self.budget.tables.get(t).map(|table| table.number.clone()).unwrap_or_default(),
            Place::Line(t, l) | Place::Cell(t, l, _) => {
                let (Some(table), Some(line)) = (self.budget.tables.get(t), self.line(place)) else {
                    return String::new();
                };
                table.numbered(line, self.alike(t).get(l).copied().unwrap_or(0))
            }
            Place::Statement(list, i, _) | Place::Count(list, i) => list.address(i),
            Place::Whole(i) => Stated::Form.address(i),
            Place::Project(p) | Place::Fund(p, ..) | Place::Target(p, ..) | Place::Goal(p, _) => {
                match self.budget.projects.get(p) {
                    Some(project) if project.form.is_some() => Stated::Forms.address(self.forms()[p]),
                    // Without a form there is only the project.
                    _ => "projects".into(),
                }
            }
        }
    }

    fn forms(&self) -> &[usize] {
        let count = |before: &mut usize, project: &Project| {
            let own = *before;
            *before += usize::from(project.form.is_some());
            Some(own)
        };
        self.forms.get_or_init(|| self.budget.projects.iter().scan(0, count).collect())
    }

    fn alike(&self, table: usize) -> &[usize] {
        let count = || {
            let mut seen = BTreeMap::new();
            let count = |line: &'b Line| {
                let count = seen.entry(line.label()).or_insert(0_usize);
                *count += 1;
                *count - 1
            };
            self.budget.tables[table].lines.iter().map(count).collect()
        };
        self.alike.get(table).map_or(&[], |alike| alike.get_or_init(count))
    }

    /// The place for machines: table number or list, the line's code, key or name, the column's id.
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
                list(of, self.statement(place).map_or("", |statement| &statement.subject), field.id())
            }
            Place::Count(of, _) => list(of, self.count(place).map_or("", |count| &count.key), "value"),
            Place::Whole(i) => list(Stated::Form, self.fund(i).0, self.fund(i).1),
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

impl Field {
    const fn id(self) -> &'static str {
        match self {
            Field::Amount => "amount",
            Field::Share => "share",
            Field::Change => "change",
            Field::Rate => "rate",
            Field::Count => "count",
        }
    }

    const fn name(self) -> (&'static str, &'static str) {
        match self {
            Field::Amount => ("金额", "amount"),
            Field::Share => ("占比", "share"),
            Field::Change => ("比上年增减", "change"),
            Field::Rate => ("增减百分比", "rate of change"),
            Field::Count => ("个数", "number"),
        }
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
