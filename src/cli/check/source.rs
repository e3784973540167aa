//! Where in its file a number stands: on which line of a budget's JSON, or where in an official file.

use crate::budget::{Budget, FormTerm, LEVELS, Stated};
use crate::check::{Field, Place};
use crate::cli::read::Opened;
use crate::import::block::Part;
use crate::import::report::Report;
use crate::load::{Lines, Step};
use crate::locale::Lang;

/// The file of a budget.
pub struct Source<'a> {
    budget: &'a Budget,
    /// The lines of the file, where it is JSON that somebody wrote.
    lines: Option<Lines<'a>>,
    /// What was read as what, where the file is an official one.
    pub imported: Option<&'a Report>,
}

impl<'a> Source<'a> {
    /// The file that a budget was read from.
    pub fn new(opened: &'a Opened) -> Self {
        let imported = opened.imported.as_ref();
        let lines = if imported.is_none() { Lines::of(&opened.json) } else { None };
        Source { budget: &opened.loaded.budget, lines, imported }
    }

    /// The line of a place, from 1.
    pub fn line(&self, place: Place) -> Option<usize> {
        Some(self.lines.as_ref()?.line(&self.steps(place)))
    }

    /// Where in an official file a place is, as a reader would look for it: its line, or where its table begins; of what is
    /// stated outside the tables the passage.
    pub fn part(&self, place: Place, lang: Lang) -> Option<String> {
        if let Some(item) = place.item() {
            return Some(self.imported?.items.get(&item)?.describe(lang));
        }
        let table = self.imported?.tables.get(place.table()?)?;
        let (Place::Line(_, line) | Place::Cell(_, line, _)) = place else { return Some(table.place.describe(lang)) };
        if let Some(row) = table.rows.get(line) {
            return Some(row.describe(lang));
        }
        // It is somewhere below.
        let is_in_rows = matches!(table.place.part, Part::Sheet { .. } | Part::Line(_));
        Some(table.place.describe(lang) + if is_in_rows { lang.tr("起", " and below") } else { "" })
    }

    /// The path of a place in a budget's JSON.
    fn steps(&self, place: Place) -> Vec<Step<'a>> {
        use Step::{Field as Name, Item};
        let term = |term| Name(if term == FormTerm::Annual { "annual" } else { "period" });
        let form = |project, rest: &[Step<'a>]| [&[Name("projects"), Item(project), Name("form")], rest].concat();
        let list = |list| match list {
            Stated::Procurement => "procurement",
            Stated::Staff => "staff",
            Stated::Assets => "assets",
            _ => "statements",
        };
        match place {
            Place::Table(t) => vec![Name("tables"), Item(t)],
            Place::Line(t, l) => vec![Name("tables"), Item(t), Name("lines"), Item(l)],
            Place::Cell(t, l, c) => {
                let column = self.budget.tables.get(t).and_then(|table| table.columns.get(c));
                let column = column.map_or("", |column| column.id.as_str());
                vec![Name("tables"), Item(t), Name("lines"), Item(l), Name("amounts"), Name(column)]
            }
            Place::Statement(of, i, field) => {
                let field = match field {
                    Field::Amount => "amount",
                    Field::Share => "share",
                    Field::Change => "change",
                    Field::Rate => "rate",
                    Field::Count => "count",
                    Field::LastYear => "last_year",
                };
                vec![Name(list(of)), Item(i), Name(field)]
            }
            Place::Count(of, i) => vec![Name(list(of)), Item(i), Name("value")],
            Place::DepartmentFund(i) => {
                let fund = self.budget.performance.as_ref().and_then(|form| form.fund(i));
                let (id, _, is_use) = fund.unwrap_or(("", None, false));
                vec![Name("performance"), Name(if is_use { "uses" } else { "sources" }), Name(id)]
            }
            Place::Project(p) => vec![Name("projects"), Item(p)],
            // Findings are about one document.
            Place::Other(_) => Vec::new(),
            Place::Fund(p, of, level) => form(p, &[term(of), Name(LEVELS.get(level).map_or("", |level| level.0))]),
            Place::Target(p, i, of) => form(p, &[Name("indicators"), Item(i), term(of)]),
            Place::Goal(p, of) => form(p, &[Name(if of == FormTerm::Annual { "goal_annual" } else { "goal_period" })]),
        }
    }
}
