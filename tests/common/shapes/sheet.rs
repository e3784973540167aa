//! Printing a table: each cell is the sum of the entries that its line and its column pick, rounded.

use serde_json::{Map, Value, json};

use super::ledger::{Entry, Pick, Year};
use super::press::Press;
use super::print::percent;

/// A column: its head as the format writes it, and what it holds of an entry.
pub struct Column<'a> {
    head: Value,
    of: Box<dyn Fn(&Entry) -> bool + 'a>,
    shows: Shows,
}

#[derive(Clone, Copy)]
enum Shows {
    Sum(Year),
    /// The first year's less the second's.
    Change(Year, Year),
    /// The same in percent of the second's.
    Rate(Year, Year),
    /// How many entries there are.
    Count,
    /// Words of the line: of which of its fields.
    Words(fn(&Value) -> Option<String>),
}

/// A column of this year's amounts.
pub fn column<'a>(id: &str, name: &str, of: impl Fn(&Entry) -> bool + 'a) -> Column<'a> {
    Column { head: json!({"id": id, "name": name}), of: Box::new(of), shows: Shows::Sum(Year::Budget) }
}

/// A column of everything.
pub fn all<'a>(id: &str, name: &str) -> Column<'a> {
    column(id, name, |_| true)
}

/// A column of words.
pub fn words<'a>(id: &str, name: &str, of: fn(&Value) -> Option<String>) -> Column<'a> {
    Column { shows: Shows::Words(of), ..all(id, name) }.with("text", true)
}

impl Column<'_> {
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.head[field] = value.into();
        self
    }

    pub fn under(self, group: &str) -> Self {
        self.with("group", group)
    }

    /// One more heading above those that it has.
    pub fn under_too(self, outer: &str) -> Self {
        let group = self.head["group"].as_str().map_or(outer.into(), |inner| format!("{outer}·{inner}"));
        self.under(&group)
    }

    pub fn on(self, side: &str) -> Self {
        self.with("side", side)
    }

    pub fn of(self, year: Year) -> Self {
        Column { shows: Shows::Sum(year), ..self }
    }

    pub fn change(self, year: Year, from: Year) -> Self {
        Column { shows: Shows::Change(year, from), ..self }
    }

    pub fn rate(self, year: Year, from: Year) -> Self {
        Column { shows: Shows::Rate(year, from), ..self }
    }

    pub fn count(self) -> Self {
        Column { shows: Shows::Count, ..self }
    }

    fn cell(&self, press: &Press, line: Pick, own: Option<Year>) -> Option<String> {
        let (print, places) = (press.habits.print, press.habits.percents.max(1));
        let fits = |entry: &Entry| line(entry) && (self.of)(entry);
        let sum = |year| press.ledger.sum(year, fits);
        match self.shows {
            Shows::Sum(year) => print.amount(sum(own.unwrap_or(year))),
            Shows::Change(year, from) => print.amount(sum(year) - sum(from)),
            Shows::Rate(year, from) => percent(sum(year) - sum(from), sum(from), places, print.short),
            Shows::Count => Some(press.ledger.entries.iter().filter(|entry| fits(entry)).count())
                .filter(|n| *n > 0)
                .map(|n| n.to_string()),
            Shows::Words(_) => None,
        }
    }
}

/// A table while it is printed.
pub struct Sheet<'a> {
    pub press: &'a Press<'a>,
    columns: Vec<Column<'a>>,
    lines: Vec<Value>,
}

impl<'a> Sheet<'a> {
    pub fn new(press: &'a Press<'a>, columns: impl IntoIterator<Item = Column<'a>>) -> Self {
        let mut columns: Vec<_> = columns.into_iter().collect();
        let is_divided = |column: &Column| column.head.get("side").or(column.head.get("block")).is_some();
        if !columns.iter().any(is_divided) {
            if press.habits.asides {
                let is_bought = |entry: &Entry| entry.bought.is_some();
                let asides = [
                    ("procurement", "其中：政府采购"),
                    ("of-which-services", "其中：政府购买服务"),
                    ("x-rated", "纳入绩效评价金额"),
                ];
                let (id, name) = asides[press.below(asides.len())];
                if columns.iter().all(|column| column.head["id"] != id) {
                    // What is singled out is of the year that the table is of.
                    let years = columns.iter().filter_map(|column| match column.shows {
                        Shows::Sum(year) => Some(year),
                        _ => None,
                    });
                    let of = years.reduce(|one, other| if one == Year::Budget { one } else { other });
                    columns.push(column(id, name, is_bought).of(of.unwrap_or(Year::Budget)));
                }
            }
            if press.habits.remarks {
                columns
                    .push(words("remark", "备注", |line| line["code"].as_str().map(|code| format!("见{code}说明"))));
            }
            if press.habits.shuffled {
                shuffle(&mut columns, press);
            }
        }
        Sheet { press, columns, lines: Vec::new() }
    }

    /// Prints a line: its head as the format writes it, and the sums of the entries that fit.
    pub fn line(&mut self, head: Value, fits: impl Fn(&Entry) -> bool) {
        self.put(head, &fits, None);
    }

    /// A line that is a year's.
    pub fn line_of(&mut self, year: Year, head: Value, fits: impl Fn(&Entry) -> bool) {
        self.put(head, &fits, Some(year));
    }

    fn put(&mut self, mut head: Value, fits: Pick, year: Option<Year>) {
        let (mut amounts, mut texts) = (Map::new(), Map::new());
        for column in &self.columns {
            let is_own = |field| column.head.get(field).is_none_or(|place| Some(place) == head.get(field));
            if !(is_own("side") && is_own("block")) {
                continue;
            }
            let (cells, cell) = match column.shows {
                Shows::Words(of) => (&mut texts, of(&head)),
                _ => (&mut amounts, column.cell(self.press, fits, year)),
            };
            cells.extend(cell.map(|cell| (column.head["id"].as_str().unwrap().to_string(), cell.into())));
        }
        head["amounts"] = amounts.into();
        if !texts.is_empty() {
            head["texts"] = texts.into();
        }
        self.lines.push(head);
    }

    /// The lines, with a total above or below them.
    pub fn total(&mut self, mut head: Value, scope: impl Fn(&Entry) -> bool, lines: impl FnOnce(&mut Self)) {
        if head.get("role").is_none() {
            head["role"] = "total".into();
        }
        if self.press.habits.totals_first {
            self.line(head, scope);
            lines(self);
        } else {
            lines(self);
            self.line(head, scope);
        }
    }

    /// The printed table; a table that prints nothing carries the note.
    pub fn table(self, kind: &str, title: &str) -> Value {
        let is_nothing = |cell: &Value| cell.as_str().unwrap().chars().all(|c| "0.".contains(c));
        let empty = self.lines.iter().all(|line| line["amounts"].as_object().unwrap().values().all(is_nothing));
        let columns: Vec<_> = self.columns.into_iter().map(|column| column.head).collect();
        json!({
            "title": title, "kind": kind, "unit": self.press.habits.print.unit.zh(), "empty": empty,
            "columns": columns, "lines": self.lines,
        })
    }
}

/// Another order, in which what has one heading above it stays together.
fn shuffle(columns: &mut Vec<Column>, press: &Press) {
    let mut groups: Vec<(Value, Vec<Column>)> = Vec::new();
    for column in std::mem::take(columns) {
        let group = column.head.get("group").cloned().unwrap_or_default();
        match groups.last_mut() {
            Some((last, own)) if !group.is_null() && *last == group => own.push(column),
            _ => groups.push((group, vec![column])),
        }
    }
    while !groups.is_empty() {
        columns.append(&mut groups.remove(press.below(groups.len())).1);
    }
}
