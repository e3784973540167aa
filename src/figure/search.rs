//! A search over the whole document: lines of tables, projects, terms, what the narrative states.

mod hit;
mod initials;
mod terms;

pub use hit::{Hit, HitLocation};
pub use initials::Initials;
pub use terms::occurs;

use super::{Param, param};
use crate::budget::{Budget, Kind, Line, Place, Role, Stated, Table};
use crate::locale::Locale;
use crate::money::{self, Amount};
use hit::add;
use terms::{SearchTerms, everyday};

/// The most hits that a reader looks through.
pub const MAX_HITS: usize = 60;
/// The most examples for which a line of a phone has room.
const EXAMPLES: usize = 4;

/// Searches the document for the words of `text`, or for amounts that begin with its digits; returns [`MAX_HITS`] at
/// most. Hits in names come first, then names that everyday words mean, then hits in descriptions; amounts of zero
/// come last.
pub fn search(budget: &Budget, text: &str, initials: &Initials, locale: Locale) -> Vec<Hit> {
    let sought = SearchTerms::new(text, initials);
    if sought.is_nothing() {
        return Vec::new();
    }
    let (mut called, mut meant, mut spoken) = (Vec::new(), Vec::new(), Vec::new());
    let mut take = |hit: &dyn Fn() -> Hit, names: &[Option<&str>], more: &[Option<&str>]| {
        if sought.is_name(names) {
            add(&mut called, hit());
        } else if sought.is_meant(names) {
            add(&mut meant, hit());
        } else if sought.is_in(&[names, more].concat()) {
            add(&mut spoken, hit());
        }
        called.len() < MAX_HITS
    };
    terms(budget, locale, &mut take);
    projects(budget, &sought, text, locale, &mut take);
    tables(budget, locale, &mut take);
    lines(budget, &sought, text, locale, &mut take);
    statements(budget, locale, &mut take);
    counts(budget, locale, &mut take);
    profile(budget, locale, &mut take);
    called.append(&mut meant);
    called.append(&mut spoken);
    money::sort_by(&mut called, |one, other| one.is_nothing.cmp(&other.is_nothing));
    called.truncate(MAX_HITS);
    called
}

/// Examples of searches that find something in this document: everyday words, and the amount of its largest project.
pub fn examples(budget: &Budget, locale: Locale) -> Vec<String> {
    let none = Initials::default();
    let is_found = |word: &&str| !search(budget, word, &none, locale).is_empty();
    let mut examples: Vec<String> = everyday(locale.lang).filter(is_found).take(EXAMPLES).map(String::from).collect();
    let items = budget.table(Kind::Projects).into_iter().flat_map(|table| &table.lines);
    let amounts = items.filter(|line| line.role == Role::Item).flat_map(|line| line.amounts.iter());
    let largest = amounts.filter_map(|(_, amount)| *amount).map(Amount::decimal).max();
    if let Some(largest) = largest.map(|largest| largest.trunc().to_string()).filter(|digits| digits.len() > 1) {
        examples.truncate(EXAMPLES - 1);
        examples.push(largest);
    }
    examples
}

/// Takes a hit if its names, or else its other texts, match the search; returns whether there is room for others.
type Take<'a> = &'a mut dyn FnMut(&dyn Fn() -> Hit, &[Option<&str>], &[Option<&str>]) -> bool;

/// A place of a hit, without a column.
fn spot(label: &str, address: String) -> HitLocation {
    HitLocation { label: label.into(), address, ..HitLocation::default() }
}

fn terms(budget: &Budget, locale: Locale, take: Take) {
    for (i, term) in budget.glossary.iter().enumerate() {
        let hit = || Hit {
            kind: locale.tr("名词", "Term"),
            name: locale.lang.name(&term.term, term.term_en.as_deref()).into(),
            detail: locale.lang.name(&term.meaning, term.meaning_en.as_deref()).into(),
            spots: vec![spot("", budget.term_address(i))],
            ..Hit::default()
        };
        take(&hit, &[Some(&term.term), term.term_en.as_deref()], &[Some(&term.meaning), term.meaning_en.as_deref()]);
    }
}

fn projects(budget: &Budget, sought: &SearchTerms, text: &str, locale: Locale, take: Take) {
    let Some(table) = budget.table(Kind::Projects) else { return };
    let opened = |label: &str, project: &str| HitLocation {
        param: Some(Param::new(param::PROJECT, project)),
        ..spot(label, param::PROJECT.into())
    };
    for line in table.lines.iter().filter(|line| line.role == Role::Item) {
        let amount = amount(line, sought);
        let hit = || Hit {
            kind: locale.tr("项目", "Project"),
            spots: vec![opened(&table.number, &line.name)],
            ..line_hit(budget, table, line, amount, locale)
        };
        let [exact, begins] = amount.as_typed(text);
        if !take(&hit, &[Some(&line.name), line.name_en.as_deref(), exact], &[line.note.as_deref(), begins]) {
            return;
        }
    }
    for project in &budget.projects {
        let Some(form) = &project.form else { continue };
        for indicator in &form.indicators {
            let hit = || Hit {
                kind: locale.tr("指标", "Indicator"),
                name: indicator.name.clone(),
                spots: vec![opened(&project.name, &project.name)],
                ..Hit::default()
            };
            if !take(&hit, &[Some(&indicator.name)], &[]) {
                return;
            }
        }
    }
}

fn tables(budget: &Budget, locale: Locale, take: Take) {
    for table in &budget.tables {
        let hit = || Hit {
            kind: locale.tr("表格", "Table"),
            name: [table.number.as_str(), " ", &table.title].concat(),
            spots: vec![spot("", budget.address(Place::Table(table.index)))],
            ..Hit::default()
        };
        take(&hit, &[Some(&table.number), Some(&table.title)], &[]);
    }
}

/// Searches lines by code or name, or by an amount, and then totals, too.
fn lines(budget: &Budget, sought: &SearchTerms, text: &str, locale: Locale, take: Take) {
    // A code stands in several tables: expenditure is what readers ask for.
    let (first, others): (Vec<_>, Vec<_>) =
        budget.tables.iter().partition(|table| table.kind == Some(Kind::Expenditure));
    for table in first.into_iter().chain(others).filter(|table| table.kind != Some(Kind::Projects)) {
        for line in table.lines.iter().filter(|line| line.role == Role::Item || sought.is_for_amounts()) {
            let amount = amount(line, sought);
            // A line without an amount is a heading, which nobody looks for.
            if amount.shown.is_none() {
                continue;
            }
            let hit = || line_hit(budget, table, line, amount, locale);
            let [exact, begins] = amount.as_typed(text);
            let printed = line.texts.iter().next().map(|(_, text)| text.as_str());
            let names = [line.code.as_deref(), Some(&line.name), line.name_en.as_deref(), exact];
            if !take(&hit, &names, &[line.note.as_deref(), line.note_en.as_deref(), printed, begins]) {
                return;
            }
        }
    }
}

/// The amount that is shown with a line that is found.
#[derive(Clone, Copy)]
struct ShownAmount<'a> {
    /// Its column's id, and the amount.
    shown: Option<(&'a str, Amount)>,
    /// Whether it is exactly the amount that is looked for (`true`), or only begins with its digits (`false`).
    is_sought: Option<bool>,
}

impl ShownAmount<'_> {
    /// The typed text, first if the amount is exactly that, which counts as a name of the line; second if the amount
    /// only begins with it, which counts as a description.
    fn as_typed<'t>(&self, text: &'t str) -> [Option<&'t str>; 2] {
        let typed = |is_it| Some(text).filter(|_| self.is_sought == Some(is_it));
        [typed(true), typed(false)]
    }
}

/// The amount of a line to show: the one that is looked for, else the first that is not zero, else the first.
fn amount<'a>(line: &'a Line, sought: &SearchTerms) -> ShownAmount<'a> {
    let amounts = || line.amounts.iter().filter_map(|(column, amount)| Some((column, (*amount)?)));
    let found = |is_it: bool| {
        let mut all = amounts().filter(|_| sought.is_for_amounts());
        all.find(|(_, amount)| sought.is_amount(&amount.decimal().to_string()) == Some(is_it))
    };
    for is_it in [true, false] {
        if let Some(shown) = found(is_it) {
            return ShownAmount { shown: Some(shown), is_sought: Some(is_it) };
        }
    }
    let shown = amounts().find(|(_, amount)| !amount.decimal().is_zero()).or_else(|| amounts().next());
    ShownAmount { shown, is_sought: None }
}

fn line_hit(budget: &Budget, table: &Table, line: &Line, amount: ShownAmount, locale: Locale) -> Hit {
    let unit = locale.lang.tr(table.unit.zh(), table.unit.en());
    let column = amount.shown.and_then(|(id, _)| table.columns.iter().position(|column| column.id == id));
    Hit {
        kind: locale.tr("科目", "Line"),
        name: locale.lang.name(&line.name, line.name_en.as_deref()).into(),
        code: line.code.clone(),
        detail: amount.shown.map(|(_, amount)| money::text(amount.decimal()) + " " + unit).unwrap_or_default(),
        is_nothing: amount.shown.is_some_and(|(_, amount)| amount.decimal().is_zero()),
        spots: vec![HitLocation { column, ..spot(&table.number, budget.address(table.line(line))) }],
    }
}

fn statements(budget: &Budget, locale: Locale, take: Take) {
    for (i, statement) in budget.statements.iter().enumerate() {
        let reason = locale.lang.name(statement.reason.as_deref().unwrap_or(""), statement.reason_en.as_deref());
        let hit = || Hit {
            kind: locale.tr("情况说明", "Narrative"),
            name: statement.name.clone(),
            detail: reason.into(),
            spots: vec![spot(locale.tr("说明", "narrative"), Stated::Narrative.address(i))],
            ..Hit::default()
        };
        if statement.reason.is_some() {
            take(&hit, &[Some(&statement.name)], &[statement.reason.as_deref(), statement.reason_en.as_deref()]);
        }
    }
}

fn counts(budget: &Budget, locale: Locale, take: Take) {
    for (counts, list) in [(&budget.staff, Stated::Staff), (&budget.assets, Stated::Assets)] {
        for (i, count) in counts.iter().enumerate() {
            let value = count.value.decimal();
            let hit = || Hit {
                kind: locale.tr("人员与资产", "Staff and assets"),
                name: locale.lang.name(&count.name, count.name_en.as_deref()).into(),
                detail: money::text(value) + " " + &count.unit,
                is_nothing: value.is_zero(),
                spots: vec![spot("", list.address(i))],
                ..Hit::default()
            };
            take(&hit, &[Some(&count.name), count.name_en.as_deref()], &[]);
        }
    }
}

fn profile(budget: &Budget, locale: Locale, take: Take) {
    let empty: &[String] = &[];
    let goals = budget.performance.as_ref().map_or((empty, empty), |form| (&form.goals, &form.goals_en));
    let profile = budget.profile.as_ref();
    let duties = profile.map_or((empty, empty), |profile| (&profile.duties, &profile.duties_en));
    let offices = profile.map_or((empty, empty), |profile| (&profile.offices, &profile.offices_en));
    for ((texts, english), place) in [(duties, "profile"), (offices, "profile"), (goals, "performance")] {
        for (i, text) in texts.iter().enumerate() {
            let english = english.get(i).map(String::as_str);
            let hit = || Hit {
                kind: locale.tr("单位", "Department"),
                name: locale.lang.name(text, english).into(),
                spots: vec![spot("", place.into())],
                ..Hit::default()
            };
            take(&hit, &[Some(text), english], &[]);
        }
    }
}
