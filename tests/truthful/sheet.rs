//! Printing a table: each cell is the sum of the entries that its line and its column pick, rounded.

use serde_json::{Map, Value, json};

use super::ledger::{Entry, Ledger, Pick};
use super::print::{Print, percent};
use super::template::{Style, Template};

/// A column, and what it holds of an entry.
pub struct Column<'a> {
    id: &'static str,
    name: &'static str,
    group: Option<&'static str>,
    side: Option<&'static str>,
    of: Of<'a>,
}

enum Of<'a> {
    /// This year's fen of the entries that fit.
    Sum(Box<dyn Fn(&Entry) -> bool + 'a>),
    /// Last year's fen of all entries of the line.
    Last,
    /// This year's less last year's.
    Change,
    /// The same in percent of last year's.
    Rate,
}

/// A column of this year's amounts.
pub fn column<'a>(id: &'static str, name: &'static str, of: impl Fn(&Entry) -> bool + 'a) -> Column<'a> {
    Column { id, name, group: None, side: None, of: Of::Sum(Box::new(of)) }
}

impl Column<'_> {
    /// Last year's budget, the change on it, and its rate.
    pub fn of_last_year() -> [Self; 3] {
        let column = |id, name, of| Column { id, name, group: None, side: None, of };
        [
            column("last-year-budget", "上年预算数", Of::Last),
            column("change", "增减额", Of::Change),
            column("rate", "增减率（%）", Of::Rate),
        ]
    }

    pub fn under(self, group: &'static str) -> Self {
        Column { group: Some(group), ..self }
    }

    pub fn on(self, side: &'static str) -> Self {
        Column { side: Some(side), ..self }
    }

    fn cell(&self, ledger: &Ledger, line: Pick, print: Print) -> Option<String> {
        match &self.of {
            Of::Sum(of) => print.amount(ledger.sum(|entry| line(entry) && of(entry))),
            Of::Last => print.amount(ledger.last(line)),
            Of::Change => print.amount(ledger.sum(line) - ledger.last(line)),
            Of::Rate => percent(ledger.sum(line) - ledger.last(line), ledger.last(line), 2, print.short),
        }
    }
}

/// A table while it is printed.
pub struct Sheet<'a> {
    ledger: &'a Ledger,
    print: Print,
    columns: Vec<Column<'a>>,
    lines: Vec<Value>,
}

/// What a line is called, and what it is.
#[derive(Default, Clone, Copy)]
pub struct Head<'a> {
    pub name: &'a str,
    pub code: Option<&'a str>,
    pub key: Option<&'a str>,
    pub level: Option<u8>,
    pub role: Option<&'a str>,
    pub side: Option<&'a str>,
}

impl<'a> Sheet<'a> {
    pub fn new(ledger: &'a Ledger, print: Print, columns: impl IntoIterator<Item = Column<'a>>) -> Self {
        Sheet { ledger, print, columns: columns.into_iter().collect(), lines: Vec::new() }
    }

    /// Prints a line: the sums of the entries that fit.
    pub fn line(&mut self, head: Head, fits: impl Fn(&Entry) -> bool) {
        let of_side = |column: &&Column| column.side.is_none() || column.side == head.side;
        let mut amounts = Map::new();
        for column in self.columns.iter().filter(of_side) {
            if let Some(cell) = column.cell(self.ledger, &fits, self.print) {
                amounts.insert(column.id.into(), cell.into());
            }
        }
        let mut line = Map::from_iter([("name".to_string(), json!(head.name)), ("amounts".into(), amounts.into())]);
        let words = [("code", head.code), ("key", head.key), ("role", head.role), ("side", head.side)];
        line.extend(words.into_iter().filter_map(|(field, word)| Some((field.to_string(), word?.into()))));
        line.extend(head.level.map(|level| ("level".to_string(), level.into())));
        self.lines.push(line.into());
    }

    /// Prints the lines of everything in scope between or under its totals: all together, or a block a unit.
    pub fn in_blocks(
        &mut self,
        name: &str,
        template: &Template,
        style: Style,
        scope: Pick,
        lines: &dyn Fn(&mut Self, Pick),
    ) {
        let total = Head { name, role: Some("total"), ..Head::default() };
        if style.totals_first {
            self.line(total, scope);
        }
        let ledger = self.ledger;
        let units = if template.by_unit && ledger.units > 1 { 0..ledger.units } else { 0..0 };
        if units.is_empty() {
            lines(self, scope);
        }
        for unit in units {
            let of_unit = |entry: &Entry| entry.unit == unit && scope(entry);
            if !ledger.entries.iter().any(of_unit) {
                continue;
            }
            let name = super::unit_name(unit);
            let subtotal = Head { name: &name, role: Some("subtotal"), ..Head::default() };
            if style.totals_first {
                self.line(subtotal, of_unit);
            }
            lines(self, &of_unit);
            if !style.totals_first {
                self.line(subtotal, of_unit);
            }
        }
        if !style.totals_first {
            self.line(total, scope);
        }
    }

    /// The printed table; a table that prints nothing carries the note.
    pub fn table(self, kind: &str, title: &str) -> Value {
        let is_bare = |line: &Value| line["amounts"].as_object().is_none_or(Map::is_empty);
        let empty = self.lines.iter().all(is_bare);
        let columns: Vec<_> = self.columns.iter().map(Column::printed).collect();
        json!({
            "title": title, "kind": kind, "unit": self.print.unit.zh(), "empty": empty,
            "columns": columns, "lines": self.lines,
        })
    }
}

impl Column<'_> {
    fn printed(&self) -> Value {
        let mut column = json!({"id": self.id, "name": self.name});
        for (field, word) in [("group", self.group), ("side", self.side)] {
            if let Some(word) = word {
                column[field] = word.into();
            }
        }
        column
    }
}
