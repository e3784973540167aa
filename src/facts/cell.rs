//! The numbers of the official tables.

use super::fact::{Fact, Row, count, text};
use super::meaning::Meaning;
use super::verdicts::Verdicts;
use crate::budget::{Column, Coordinates, Document, Kind, Line, Place, Role, Side, Table, Tree};
use crate::check::Names;

/// The rows of all tables.
pub fn facts(names: &Names, verdicts: &Verdicts) -> Vec<Fact> {
    let budget = names.budget();
    let mut facts = Vec::new();
    for (t, printed) in budget.tables.iter().enumerate() {
        // With the format's words filled in where the file has others: each line and column stands in its place.
        let sheet = Sheet::new(budget.named_at(t), &budget.document);
        for (l, line) in printed.lines.iter().enumerate() {
            let mut row: Option<Row> = None;
            for (c, column) in printed.columns.iter().enumerate() {
                let place = Place::Cell(t, l, c);
                let Some(fact) = Fact::at(place, names) else { continue };
                let row = row.get_or_insert_with(|| sheet.row(l)).clone();
                facts.push(Fact {
                    source: "table",
                    table: count(t + 1),
                    table_number: text(&printed.number),
                    table_title: text(&printed.title),
                    table_kind: sheet.table.kind.map(Kind::id),
                    row,
                    heading: headings(column),
                    column_id: sheet.table.columns.get(c).and_then(|column| text(&column.id)),
                    meaning: sheet.meaning(l, c),
                    page: line.page.or(printed.page).map(Into::into),
                    told: verdicts.at(place),
                    ..fact
                });
            }
        }
    }
    facts
}

/// A table, with what its numbers are about.
struct Sheet<'b> {
    table: &'b Table,
    document: &'b Document,
    about: Coordinates,
    columns: Vec<Coordinates>,
    lines: Vec<Coordinates>,
    tree: Tree,
}

impl<'b> Sheet<'b> {
    fn new(table: &'b Table, document: &'b Document) -> Self {
        let year = document.year;
        Sheet {
            table,
            document,
            about: table.coordinates(year),
            columns: table.columns.iter().map(|column| column.coordinates(table, year)).collect(),
            lines: table.lines.iter().map(|line| line.coordinates(table, year)).collect(),
            tree: table.tree(),
        }
    }

    /// What a cell is about: what its line says comes before its column, and that before its table.
    fn meaning(&self, l: usize, c: usize) -> Meaning {
        let own = |all: &[Coordinates], i: usize| all.get(i).copied().unwrap_or_default();
        let about = own(&self.lines, l).or(own(&self.columns, c)).or(self.about);
        Meaning::of(about, self.side(l, c), self.document)
    }

    /// Whether a cell is of income or of expenditure, as the half of the table or the table itself says.
    fn side(&self, l: usize, c: usize) -> Option<Side> {
        let line = self.table.lines.get(l).and_then(|line| line.side);
        let column = || self.table.columns.get(c)?.side;
        let table = || match (self.table.flow.as_deref(), self.table.kind?) {
            (Some("income"), _) | (None, Kind::Income | Kind::FundIncome) => Some(Side::Income),
            (Some("expenditure"), _) => Some(Side::Expenditure),
            (_, Kind::Balance | Kind::Appropriation | Kind::StateCapital | Kind::Performance | Kind::Other) => None,
            _ => Some(Side::Expenditure),
        };
        line.or_else(column).or_else(table)
    }

    fn row(&self, l: usize) -> Row {
        let Some(line) = self.table.lines.get(l) else { return Row::default() };
        let mut above: Vec<&str> = std::iter::successors(self.tree.parent(l), |above| self.tree.parent(*above))
            .map(|l| self.name(l))
            .collect();
        above.reverse();
        let own = |code: &Option<String>| code.as_deref().and_then(text);
        Row {
            index: count(l + 1),
            code: own(&line.code),
            key: own(&line.key),
            name: text(&line.name),
            level: Some(line.level().into()),
            path: text(&above.join("·")),
            role: Some(role(line)),
            is: own(&line.is),
            is_leaf: Some(line.role == Role::Item && self.tree.is_leaf(l)),
            codes: [&line.function, &line.economic, &line.government].map(own),
        }
    }

    fn name(&self, l: usize) -> &'b str {
        self.table.lines.get(l).map_or("", |line| line.name.trim())
    }
}

const fn role(line: &Line) -> &'static str {
    match line.role {
        Role::Item => "item",
        Role::Subtotal => "subtotal",
        Role::Total => "total",
    }
}

/// The headings of a column, the outermost first.
fn headings(column: &Column) -> Option<String> {
    let all = [column.group.as_deref().unwrap_or_default(), &column.name];
    text(&all.into_iter().filter(|heading| !heading.is_empty()).collect::<Vec<_>>().join("·"))
}
