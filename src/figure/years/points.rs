//! What each year's document prints of one measure: the whole, and the parts that it is printed in.

use super::derived::Derived;
use super::{own, projects};
use crate::budget::{Budget, Kind, Line, Others, Place, Side, Table, column};
use crate::check::{Verdict, agree};
use crate::figure::classes::{KINDS, by_part, lines};
use crate::figure::entry::Entry;
use crate::figure::items::leaves;
use crate::figure::series::colour;
use crate::figure::total::{sum, total};
use crate::figure::{headline, three_public};
use crate::locale::Locale;
use crate::money::Money;

/// What is compared over the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure<'q> {
    /// All expenditure.
    Whole,
    /// The three public expenses.
    ThreePublic,
    /// The running costs of official vehicles, which are one of these.
    Vehicles,
    /// The functional class with this code, in tables of this kind.
    Class(&'q str, Kind),
    /// The projects that have these words in their names; all of them, without any.
    Projects(&'q str),
}

/// What one document prints of a measure.
pub struct Point<'b> {
    /// The index of the document among the others.
    pub index: usize,
    /// The document.
    pub document: &'b Budget,
    /// `2025 年`, or `2025 年决算`.
    pub label: String,
    /// The whole; without money where the document does not print it.
    pub whole: Entry,
    /// The amount of the whole, in whatever it is told.
    pub value: Option<Money>,
    /// The parts that the document prints, which add up to the whole.
    pub parts: Vec<Entry>,
    /// What the whole was made of, where it is not what the document prints.
    pub derived: Derived,
}

impl Point<'_> {
    /// Whether the document is a final account.
    pub fn is_final(&self) -> bool {
        self.document.is_final()
    }
}

impl Measure<'_> {
    /// What is compared, by the newest document's name of it.
    pub fn name(self, points: &[Point], locale: Locale) -> String {
        match self {
            Measure::Whole => locale.tr("支出", "Expenditure").into(),
            Measure::ThreePublic => locale.tr("“三公”经费", "Three public expenses").into(),
            Measure::Vehicles => locale.tr("公务用车运行维护费", "Cost of running official vehicles").into(),
            Measure::Projects(words) => locale.capitalize_first(projects::name(words, locale)),
            Measure::Class(code, kind) => {
                let mut documents = points.iter().rev().map(|point| point.document);
                let line = documents.find_map(|document| class_of(document, code, kind)?.1.first().copied());
                line.map_or_else(|| code.into(), |line| locale.lang.name(&line.name, line.name_en.as_deref()).into())
            }
        }
    }
}

/// `2025 年`, or `2025 年决算` for a final account.
pub fn label(document: &Budget, locale: Locale) -> String {
    let year = document.document.year.to_string();
    if document.is_final() {
        locale.format("{0} 年决算", "{0}, final account", &[&year])
    } else {
        locale.format("{0} 年", "{0}", &[&year])
    }
}

/// The kind of table in which most documents of the department print a class with this code; `None` where none does. Amounts
/// of tables of two kinds may be of different funds and are not compared.
pub fn kind_of(others: &Others, budget: &Budget, code: &str) -> Option<Kind> {
    let count = |kind| own(budget, others).filter(|(_, other)| class_of(other, code, kind).is_some()).count();
    // Of equal counts the last is the greatest.
    KINDS
        .into_iter()
        .rev()
        .map(|kind| (kind, count(kind)))
        .filter(|(_, count)| *count > 0)
        .max_by_key(|(_, count)| *count)
        .map(|(kind, _)| kind)
}

/// Whether all expenditure of a document, as figures tell it, is that of the general public budget alone, since it prints
/// no other.
pub fn is_general_public_only(document: &Budget) -> bool {
    document.own_total().is_none() && lines(document).is_some_and(|(table, _)| table.kind == Some(Kind::GeneralPublic))
}

/// A point for each document of the department, in the order of time.
pub fn points<'b>(budget: &Budget, others: &'b Others, measure: Measure, locale: Locale) -> Vec<Point<'b>> {
    // What is of one fund in one document is not all that another one spends.
    let all = || own(budget, others).map(|(_, document)| document);
    let is_mixed = measure == Measure::Whole && !all().all(is_general_public_only);
    let point = |(index, document): (usize, &'b Budget)| {
        let is_less = is_mixed && is_general_public_only(document);
        let (whole, parts) = if is_less { (None, Vec::new()) } else { measured(document, measure, locale) };
        let there = |entry: Entry| Entry { at: at(budget, others, index, entry.at), note: None, ..entry };
        let whole = whole.unwrap_or_else(|| Entry::ours("", None, locale));
        Point {
            index,
            document,
            label: label(document, locale),
            value: whole.money,
            whole: there(whole),
            parts: parts.into_iter().map(there).collect(),
            derived: Derived::default(),
        }
    };
    own(budget, others).map(point).collect()
}

/// A place in a document as the budget that is shown links to it.
pub fn at(budget: &Budget, others: &Others, index: usize, place: Option<Place>) -> Option<Place> {
    let is_shown = others.index_of(budget) == Some(index);
    place.map(|place| if is_shown { place } else { others.place(index, place) })
}

/// The whole of a measure, and its parts.
pub type Measured = (Option<Entry>, Vec<Entry>);

/// What a document prints of a measure.
pub fn measured(document: &Budget, measure: Measure, locale: Locale) -> Measured {
    let (whole, parts) = match measure {
        Measure::Whole => all(document, locale),
        Measure::ThreePublic => of_three(document, locale),
        Measure::Vehicles => (running(document, locale), Vec::new()),
        Measure::Class(code, kind) => of_class(document, code, kind, locale),
        Measure::Projects(words) => (projects::of_projects(document, words, locale), Vec::new()),
    };
    let parts = completed(whole.as_ref(), parts, locale);
    (whole, parts)
}

/// The parts with what the whole has beside them, so that a bar is as long as its whole; none where they are more.
pub fn completed(whole: Option<&Entry>, mut parts: Vec<Entry>, locale: Locale) -> Vec<Entry> {
    let moneys: Vec<Money> = parts.iter().filter_map(|part| part.money).collect();
    let Some(whole) = whole.and_then(|whole| whole.money).filter(|_| !moneys.is_empty()) else { return parts };
    if agree(&moneys, whole) != Verdict::Mismatch {
        return parts;
    }
    let rest = Money::sum(moneys, locale.unit).and_then(|sum| whole.minus(sum)).filter(|rest| !rest.is_negative());
    let Some(rest) = rest else { return Vec::new() };
    let name = locale.tr("其余（本页相减）", "The rest (worked out by this page)");
    let short = locale.tr("其余", "The rest").into();
    parts.push(Entry { short, series: colour("", parts.len()), ..Entry::ours(name, Some(rest), locale) });
    parts
}

/// All expenditure, as basic, project and what else its table has.
fn all(document: &Budget, locale: Locale) -> Measured {
    let whole = headline::whole(document, locale);
    let parts = by_part(document).map(|(table, lines)| {
        let is_whole =
            whole.as_ref().and_then(|whole| whole.money) == total(table, column::TOTAL, &lines, locale).money;
        let columns: &[(&str, &str)] = if is_whole { &PARTS } else { &[] };
        let part = |(i, &(id, zh)): (usize, &(&str, &str))| {
            let name = crate::figure::subject::called(id, zh, locale);
            let name: String = locale.capitalize_first(name);
            let entry = Entry { short: name.clone(), name, series: colour(id, i), ..total(table, id, &lines, locale) };
            entry.money.is_some().then_some(entry)
        };
        columns.iter().enumerate().filter_map(part).collect()
    });
    (whole, parts.unwrap_or_default())
}

/// The parts of expenditure that a bar is divided into, with their usual names.
const PARTS: [(&str, &str); 2] = [(column::BASIC, "基本支出"), (column::PROJECT, "项目支出")];

/// The three public expenses, item by item.
fn of_three(document: &Budget, locale: Locale) -> Measured {
    let Some(table) = three_public::table(document) else { return (None, Vec::new()) };
    let item = |(i, line): (usize, &Line)| {
        let entry = Entry::of_cell(table, line, column::TOTAL, locale);
        Entry { series: [0, 1, 3, 2][i % 4], ..entry }
    };
    let whole = three_public::whole(document, locale).map(|whole| Entry { change: None, ..whole });
    (whole, leaves(table).enumerate().map(item).filter(|entry| entry.money.is_some()).collect())
}

/// The running costs of official vehicles.
fn running(document: &Budget, locale: Locale) -> Option<Entry> {
    let table = three_public::table(document)?;
    let line = table.lines.iter().find(|line| line.key.as_deref() == Some(three_public::notes::RUNNING))?;
    Some(Entry::of_cell(table, line, column::TOTAL, locale)).filter(|entry| entry.money.is_some())
}

/// A functional class, as basic and project where its line prints them.
fn of_class(document: &Budget, code: &str, kind: Kind, locale: Locale) -> Measured {
    let Some((table, lines)) = class_of(document, code, kind) else { return (None, Vec::new()) };
    let cell = |id: &str| match lines[..] {
        [line] => Entry::of_cell(table, line, id, locale),
        _ => Entry::ours(&lines[0].name, sum(table, id, &lines), locale),
    };
    let part = |(i, &(id, zh)): (usize, &(&str, &str))| {
        let name: String = locale.capitalize_first(crate::figure::subject::called(id, zh, locale));
        Entry { short: name.clone(), name, series: colour(id, i), ..cell(id) }
    };
    let parts = PARTS.iter().enumerate().map(part).filter(|part| part.money.is_some());
    (Some(cell(column::TOTAL)), parts.collect())
}

/// The lines with this code in the first table by functional class that has some.
pub fn class<'b>(document: &'b Budget, code: &str) -> Option<(&'b Table, Vec<&'b Line>)> {
    KINDS.into_iter().find_map(|kind| class_of(document, code, kind))
}

/// The lines with this code in the table of this kind.
pub fn class_of<'b>(document: &'b Budget, code: &str, kind: Kind) -> Option<(&'b Table, Vec<&'b Line>)> {
    let table = document.table(kind).filter(|table| table.has_column(column::TOTAL))?;
    let is_it = |line: &&Line| line.side != Some(Side::Income) && line.code.as_deref() == Some(code);
    let lines: Vec<_> = table.lines.iter().filter(is_it).collect();
    (!lines.is_empty()).then_some((table, lines))
}
