//! The figure on several departments beside each other: all expenditure, the three public expenses, or amounts for each
//! member of staff, each vehicle or each inhabitant.
//!
//! Source: the documents of the same year that are open together with the budget. Every number leads into the document
//! that prints it. What makes a comparison unfair is said beside it.

mod answer;
mod beside;
mod choice;
mod compared;
mod divided;
mod structure;
mod table;

use self::answer::answer;
use self::beside::{footnotes, notes, source};
use self::choice::controls;
use self::compared::{Compared, EACH};
use self::divided::{divide, offered};
use self::table::grid;
use super::entry::Entry;
use super::per_head::{self, Derivation, Divisor};
use super::ratio::share;
use super::years::bars;
use super::years::points::{Measure, at, measured};
use super::years::projects;
use super::{EntryId, Figure, Param, Plot, Query, Question, Stack, Text, even, items, param};
use crate::budget::{Budget, Others, Series, Statistics};
use crate::locale::Locale;
use crate::money::{Money, largest_first};

pub const QUESTION: Question = Question {
    id: "compare",
    question: ("和别的部门比怎么样？", "How does it compare with other departments?"),
    answer: if cfg!(target_arch = "wasm32") { super::by_third_module } else { compare },
    params: &[param::MEASURE, param::FIND, param::YEAR],
    // A document of one department lacks nothing.
    lacking: ("", ""),
};

/// The most departments that are drawn; the table has all.
const MAX_BARS: usize = 20;

/// A department, and what its document prints.
struct Department<'b> {
    index: usize,
    document: &'b Budget,
    /// Its name in Chinese, with its place where another is called the same.
    called: String,
    whole: Entry,
    parts: Vec<Entry>,
    /// The functional classes, where they are asked for.
    classes: Vec<Entry>,
    three: Entry,
    /// The projects that are asked for, with how many they are.
    projects: Entry,
    /// The amount that is divided, as its document prints it.
    divided: Entry,
    /// By what it is divided.
    derivation: Derivation,
    /// The amount for each, where it is known.
    each: Option<Money>,
    /// The same with all places that it can have: what is rounded alike may not be alike.
    finely: Option<Money>,
}

/// The figure of the documents that are open together with the budget.
pub fn compare(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let others = budget.others.get()?;
    let statistics = others.statistics();
    let chosen = Compared::chosen(query.get(param::MEASURE).unwrap_or(""));
    let words = query.get(param::FIND).filter(|_| chosen.group() == param::PROJECTS).unwrap_or("").trim();
    let (mut departments, lacking) = departments(budget, others, (chosen, words), locale);
    if departments.len() < 2 {
        return None;
    }
    if chosen.is_by_class() {
        structure::find(&mut departments, (budget, others), locale);
    }
    let offered = offered(&departments, chosen, statistics.as_deref(), locale);
    let divided = if chosen.per.is_some() { chosen } else { EACH };
    let told = divide(&mut departments, divided, (budget, others), locale);
    let key = |department: &Department| exactly(department, chosen).map_or(i128::MIN, Money::millionths);
    let order: Vec<_> = largest_first(departments.iter().map(key)).collect();
    let mut slots: Vec<_> = departments.drain(..).map(Some).collect();
    let departments: Vec<_> = order.into_iter().filter_map(|i| slots[i].take()).collect();
    let mut entries: Vec<_> = departments
        .iter()
        .enumerate()
        .map(|(i, own)| listed(own, i, (chosen, told), (budget, others), locale))
        .collect();
    even(&mut entries);
    let legend: Vec<EntryId> = (0..entries.len()).collect();
    let plot = plot(&departments, chosen, &mut entries);
    let series = series(&departments, chosen, statistics.as_deref());
    Some(Figure {
        answer: structure::answer(&departments, chosen, locale)
            .unwrap_or_else(|| answer(&departments, &entries, (chosen, words), locale)),
        controls: controls(&departments, (chosen, words), &offered, locale),
        legend,
        plot,
        grid: grid(&departments, (divided, told), words, locale),
        sections: projects_section(&departments, (chosen, words), (budget, others), locale)
            .into_iter()
            .chain(structure::section(&departments, chosen, locale))
            .collect(),
        notes: reading(&departments, chosen, locale)
            .into_iter()
            .chain(notes(budget, &departments, &lacking, chosen, locale))
            .collect(),
        source: source(budget, &departments, &series, locale),
        footnotes: footnotes(&departments, chosen, told, &series, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The statistics that the amounts of departments that are drawn follow from.
fn series<'s>(departments: &[Department], chosen: Compared, statistics: Option<&'s Statistics>) -> Vec<&'s Series> {
    let mut found: Vec<&Series> = Vec::new();
    for own in drawn(departments).filter(|_| chosen.per == Some(Divisor::Inhabitant)) {
        let series = statistics.and_then(|statistics| statistics.inhabitants(own.document));
        found.extend(series.filter(|series| !found.iter().any(|known| std::ptr::eq(*known, *series))));
    }
    found
}

/// The departments that are drawn, of those whose amounts are divided.
fn drawn<'d, 'b>(departments: &'d [Department<'b>]) -> impl Iterator<Item = &'d Department<'b>> {
    departments.iter().filter(|own| own.each.is_some()).take(MAX_BARS)
}

/// The departments that have a document of the same year and stage, and the names of those that have none.
fn departments<'b>(
    budget: &Budget,
    others: &'b Others,
    (chosen, words): (Compared, &str),
    locale: Locale,
) -> (Vec<Department<'b>>, Vec<String>) {
    let (mut found, mut lacking) = (Vec::new(), Vec::new());
    for (index, document) in others.documents().iter().enumerate() {
        if document.edition() != budget.edition() {
            let has = others.documents().iter();
            let mut has = has.filter(|other| other.edition() == budget.edition());
            let name = &document.document.department;
            if !has.any(|other| other.is_same_department(document)) && !lacking.contains(name) {
                lacking.push(name.clone());
            }
            continue;
        }
        let there = |entry: Entry| Entry { at: at(budget, others, index, entry.at), note: None, ..entry };
        let whole_of = |measure| {
            let (whole, parts) = measured(document, measure, locale);
            let parts: Vec<_> = parts.into_iter().map(there).collect();
            (there(whole.unwrap_or_else(|| Entry::ours("", None, locale))), parts)
        };
        let ((whole, parts), (three, _)) = (whole_of(Measure::Whole), whole_of(Measure::ThreePublic));
        let is_of_projects = chosen.group() == param::PROJECTS;
        let of_projects = is_of_projects.then(|| whole_of(Measure::Projects(words)));
        let projects = of_projects.map_or_else(|| Entry::ours("", None, locale), |(projects, _)| projects);
        let note = projects.money.and_then(|_| projects::count(document, words, locale));
        found.push(Department {
            projects: Entry { note, ..projects },
            parts,
            classes: Vec::new(),
            index,
            document,
            called: others.department(document),
            whole,
            three,
            divided: Entry::ours("", None, locale),
            derivation: Derivation::default(),
            each: None,
            finely: None,
        });
    }
    (found, lacking)
}

/// The amount by which departments are compared.
const fn measure(department: &Department, chosen: Compared) -> Option<Money> {
    match chosen {
        Compared { per: Some(_), .. } => department.each,
        Compared { measure: Measure::ThreePublic, .. } => department.three.money,
        Compared { measure: Measure::Projects(_), .. } => department.projects.money,
        _ => department.whole.money,
    }
}

/// The amount by which departments are compared, with all places that it can have.
fn exactly(department: &Department, chosen: Compared) -> Option<Money> {
    let rounded = measure(department, chosen)?;
    Some(department.finely.filter(|_| chosen.per.is_some()).unwrap_or(rounded))
}

/// A department in the list. A tap opens its document.
fn listed(
    own: &Department,
    i: usize,
    (chosen, told): (Compared, Locale),
    (budget, others): (&Budget, &Others),
    locale: Locale,
) -> Entry {
    let document = &own.document.document;
    let name = locale.lang.name(&own.called, document.department_en.as_deref());
    let mut of = match chosen {
        Compared { per: Some(_), .. } => {
            // A quotient of ours, with its formula.
            let formula = own.each.and_then(|_| own.derivation.formula(&own.divided, told.unit, told, locale));
            let note = formula.map(|formula| formula.to_string());
            Entry { note, ..per_head::entry(name, own.each, told, locale) }
        }
        Compared { measure: Measure::ThreePublic, .. } => own.three.clone(),
        Compared { measure: Measure::Projects(_), .. } => own.projects.clone(),
        _ => own.whole.clone(),
    };
    let is_stated = measure(own, chosen).is_some();
    let project = own.parts.iter().find(|part| part.series == super::series::colour(crate::budget::column::PROJECT, 0));
    let part = project.and_then(|part| share(part.money?, own.whole.money?)).filter(|_| chosen.is_all());
    let part = part.map(|part| locale.format("项目支出占 {0}", "{0} are projects", &[&part.display()]));
    let part = if chosen.is_by_class() { structure::largest(own, locale) } else { part };
    let lacks = (!is_stated).then(|| lacking(own, chosen, locale).into());
    if !is_stated {
        of.amount = locale.tr("未列明", "not stated").into();
    }
    let is_shown = others.index_of(budget) == Some(own.index);
    Entry {
        name: name.into(),
        short: name.into(),
        note: part.or(of.note).or(lacks),
        unstated: !is_stated,
        param: (!is_shown).then(|| Param::new(param::YEAR, others.name(own.index))),
        legend: i,
        ..of
    }
}

/// Why a department has no amount.
fn lacking(own: &Department, chosen: Compared, locale: Locale) -> &'static str {
    match chosen.per.filter(|_| own.divided.money.is_some()) {
        Some(divisor) if own.derivation.counted.is_none() => divisor.lacking(locale),
        Some(divisor) if own.derivation.is_by_nothing() => divisor.nothing(locale),
        Some(_) => locale.tr("算出来太小或太大，没有列出", "too small or too large to be told"),
        None => locale.tr("这份文件没有列出", "not in that document"),
    }
}

/// How the bars are read, where those of all departments are divided alike.
fn reading(departments: &[Department], chosen: Compared, locale: Locale) -> Option<Text> {
    let drawn = departments.iter().take(MAX_BARS).filter(|_| chosen.is_all());
    bars::reading(drawn.map(|own| &*own.parts), locale).map(Text::from)
}

/// A bar a department, the largest first, in the parts that its document prints; by class the bars are equally long, so that what
/// the money is for is seen of a small one, too.
fn plot(departments: &[Department], chosen: Compared, entries: &mut Vec<Entry>) -> Plot {
    let mut stacks = Vec::new();
    for (i, own) in departments.iter().enumerate().take(MAX_BARS) {
        if measure(own, chosen).is_none_or(|money| money.is_zero() || money.is_negative()) {
            continue;
        }
        if chosen.is_by_class() && own.classes.is_empty() {
            continue;
        }
        let first = entries.len();
        let label = entries[i].short.clone();
        let parts = if chosen.is_by_class() { &own.classes } else { &own.parts };
        let parts = parts.iter().filter(|part| chosen.is_whole() && items::is_positive(part));
        entries.extend(parts.map(|part| Entry {
            name: [&label, " · ", &part.name].concat(),
            legend: i,
            ..part.clone()
        }));
        if first == entries.len() {
            entries.push(Entry { legend: i, param: None, note: None, ..entries[i].clone() });
        }
        let parts = (first..entries.len()).collect();
        stacks.push(Stack { label, amount: entries[i].amount.clone(), parts });
    }
    match stacks.is_empty() {
        true => Plot::None,
        false if chosen.is_by_class() => Plot::Shares(stacks),
        false => Plot::Series(stacks),
    }
}

/// The projects that are compared, department by department.
fn projects_section(
    departments: &[Department],
    (chosen, words): (Compared, &str),
    (budget, others): (&Budget, &Others),
    locale: Locale,
) -> Option<super::Section> {
    let own = departments.iter().filter(|_| chosen.id == param::PROJECTS);
    let named = own.map(|own| {
        let name = locale.lang.name(&own.called, own.document.document.department_en.as_deref());
        (name.into(), own.document)
    });
    projects::section(named, (budget, others), words, locale.tr("部门", "Department"), locale)
}
