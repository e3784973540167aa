//! How a finding's sentence names its places: what they share is written once, in front.

use std::borrow::Cow;

use super::{Finding, Names, Place, Scaled, SentenceContext};
use crate::budget::Stated;
use crate::budget::{Field, FormTerm};

/// The longest name in bytes that is written in full: some projects are named after all that they pay for.
const LONGEST: usize = 84;

/// Which parts of their names all places of a finding share, or which parts are meant.
#[derive(Clone, Copy, Default)]
pub struct NameParts {
    table: bool,
    line: bool,
    column: bool,
}

/// Where a place is: its table, list or section; its line; its column.
type Whereabouts<'b> = ((Option<Stated>, usize, Option<&'b str>), usize, usize);

fn whereabouts<'b>(place: Place, names: &Names<'b>) -> Whereabouts<'b> {
    let term = |term| usize::from(term == FormTerm::Annual);
    let (table, line, column) = match place {
        Place::Table(t) => (t, 0, 0),
        Place::Line(t, l) => (t, l, 0),
        Place::Cell(t, l, c) => (t, l, c),
        Place::Statement(_, i, field) => (0, i, field as usize),
        Place::Count(_, i) => (0, i, 0),
        Place::DepartmentFund(i) => (usize::from(names.is_use(i)), i, 0),
        Place::Project(p) => (1, p, 0),
        // Findings are about one document.
        Place::Other(i) => (2, i, 0),
        Place::Goal(p, t) => (0, p, term(t)),
        Place::Fund(p, t, level) => (0, p, 2 + level * 2 + term(t)),
        Place::Target(p, i, t) => (0, p, 100 + i * 2 + term(t)),
    };
    ((place.list(), table, names.section(place)), line, column)
}

impl NameParts {
    const ALL: NameParts = NameParts { table: true, line: true, column: true };

    /// Whether all places are of one line.
    pub const fn of_one_line(self) -> bool {
        self.line
    }

    pub fn of(finding: &Finding, names: &Names) -> NameParts {
        let mut places = finding.places().map(|place| whereabouts(place, names));
        let (Some(first), false) = (places.next(), finding.places().count() < 2) else { return NameParts::default() };
        let shared = places.fold(NameParts::ALL, |shared, place| NameParts {
            table: shared.table && place.0 == first.0,
            line: shared.line && place.1 == first.1,
            column: shared.column && place.2 == first.2,
        });
        // Lines and columns of different tables are never the same.
        NameParts { table: shared.table, line: shared.table && shared.line, column: shared.table && shared.column }
    }
}

impl SentenceContext<'_, '_> {
    /// The parts of the name that all places share, in front of the sentence: `表三“合计”：`.
    pub fn prefix(&self) -> String {
        let is_said = |_: &Place| self.shared.table && self.above.is_none() && !self.is_named;
        let Some(place) = self.finding.places().next().filter(is_said) else { return String::new() };
        let NameParts { line, column, .. } = self.shared;
        let column = column && !is_main(place, self.names);
        self.join(place, NameParts { table: true, line, column }) + self.locale.tr("：", ": ")
    }

    /// The name of a place after the prefix: `基本支出`.
    pub fn short(&self, place: Place) -> String {
        self.after(place, self.shared)
    }

    /// The name of a place after the prefix and another place, without what these have said already.
    pub fn next(&self, place: Place, before: Place) -> String {
        let (one, other) = (whereabouts(place, self.names), whereabouts(before, self.names));
        let (table, line) = (one.0 == other.0, one.0 == other.0 && one.1 == other.1);
        let NameParts { column, .. } = self.shared;
        self.after(place, NameParts { table: self.shared.table || table, line: self.shared.line || line, column })
    }

    /// The name of a place without the parts that have been said.
    fn after(&self, place: Place, said: NameParts) -> String {
        if self.above == Some(place) {
            return self.locale.tr("这里", "this").into();
        }
        let column = !said.column && (said.line || !is_main(place, self.names));
        let wanted = NameParts { table: !said.table, line: !said.line, column };
        self.join(place, if said.table && said.line && said.column { NameParts::ALL } else { wanted })
    }

    /// The full name of a place: `表三“合计”的基本支出`.
    pub fn full(&self, place: Place) -> String {
        if self.is_named {
            return self.after(place, NameParts { table: true, line: true, column: false });
        }
        self.after(place, NameParts::default())
    }

    /// The names of the places that a finding without numbers is about: the first, and how many more there are.
    pub fn subjects(&self) -> String {
        let places: Vec<_> = self.finding.places().collect();
        let line = |place: &Place| self.names.entry(*place, self.locale);
        let places = match &places[..] {
            // A project and its line in the table have the same name.
            [one @ Place::Project(_), other] if line(one) == line(other) => &places[1..],
            all => all,
        };
        let count = places.len();
        let [first, second] = [0, 1].map(|i| places.get(i).map(|place| self.full(*place)).unwrap_or_default());
        let (zh, en) = match count {
            0 | 1 => ("{0}", "{0}"),
            2 => ("{0}与{1}", "{0} and {1}"),
            _ => ("{0}等 {2} 处", "{0} and {3} more"),
        };
        self.locale.format(zh, en, &[&first, &second, &count.to_string(), &count.saturating_sub(1).to_string()])
    }

    /// The name of numbers that are all in another unit: `表三的基本支出一栏`.
    pub fn scaled(&self, of: Scaled) -> String {
        match (of, self.finding.stated.first()) {
            (Scaled::Column, Some(place)) => {
                let (table, column) = (self.names.list(*place, self.locale), self.names.heading(*place, self.locale));
                self.locale.format("{0}的“{1}”一栏", "the column “{1}” in {0}", &[&table, &column])
            }
            _ => self.subjects(),
        }
    }

    /// The wanted parts of a place's name, joined.
    fn join(&self, place: Place, wanted: NameParts) -> String {
        let locale = self.locale;
        let table = if wanted.table { self.names.list(place, locale) } else { String::new() };
        let line = if wanted.line { clipped(self.names.entry(place, locale)) } else { "".into() };
        let column =
            if wanted.column { locale.lowercase_first(&self.names.heading(place, locale)) } else { String::new() };
        let (zh, en) = match (table.is_empty(), line.is_empty(), column.is_empty()) {
            (false, true, true) => return table,
            (false, false, true) => ("{0}“{1}”", "“{1}” in {0}"),
            (false, false, false) => ("{0}“{1}”的{2}", "the {2} of “{1}” in {0}"),
            (false, true, false) => ("{0}的{2}", "the {2} in {0}"),
            (true, false, true) => return locale.lowercase_first(&line),
            (true, false, false) => ("“{1}”的{2}", "the {2} of “{1}”"),
            (true, true, _) => return column,
        };
        locale.format(zh, en, &[&table, &inner(&line), &column])
    }
}

/// Whether a place is in the main column of its line, which needs no name.
fn is_main(place: Place, names: &Names) -> bool {
    match place {
        Place::Cell(..) => matches!(names.column(place), Some("total" | "income")),
        Place::Statement(.., field) => field == Field::Amount,
        _ => false,
    }
}

/// A name with single quotation marks for its own, to be put inside double ones.
fn inner(name: &str) -> Cow<'_, str> {
    if name.contains('“') { name.replace('“', "‘").replace('”', "’").into() } else { name.into() }
}

fn clipped(name: &str) -> Cow<'_, str> {
    if name.len() > LONGEST {
        (name[..name.floor_char_boundary(LONGEST)].to_string() + "…").into()
    } else {
        name.into()
    }
}
