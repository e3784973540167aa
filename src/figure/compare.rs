//! The figure on several departments beside each other: all expenditure, the three public expenses, or these for each
//! member of staff.
//!
//! Source: the documents of the same year that are open together with the budget. Every number leads into the document
//! that prints it. What makes a comparison unfair is said beside it.

mod beside;

use self::beside::{notes, source};
use super::control::Control;
use super::economic::notes::STAFF;
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::ratio::{count, share};
use super::years::points::{Measure, at, measured};
use super::{EntryId, Figure, Param, Plot, Query, Question, Stack, Text, even, items, param};
use crate::budget::{Budget, Others, Place, Stated};
use crate::locale::Locale;
use crate::money::{Money, Unit, largest_first};

pub const QUESTION: Question = Question {
    id: "compare",
    question: ("和别的部门比怎么样？", "How does it compare with other departments?"),
    answer: if cfg!(target_arch = "wasm32") { super::by_third_module } else { compare },
    params: &[param::MEASURE, param::YEAR],
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
    three: Entry,
    staff: Option<(Place, u32)>,
    /// The three public expenses for each member of staff.
    each: Option<Money>,
}

/// The figure of the documents that are open together with the budget.
pub fn compare(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let others = budget.others.get()?;
    let chosen = query.get(param::MEASURE).unwrap_or("");
    let (mut departments, lacking) = departments(budget, others, locale);
    if departments.len() < 2 {
        return None;
    }
    let key = |department: &Department| measure(department, chosen).map_or(i128::MIN, Money::millionths);
    let order: Vec<_> = largest_first(departments.iter().map(key)).collect();
    let mut slots: Vec<_> = departments.drain(..).map(Some).collect();
    let departments: Vec<_> = order.into_iter().filter_map(|i| slots[i].take()).collect();
    let mut entries: Vec<_> =
        departments.iter().enumerate().map(|(i, own)| listed(own, i, chosen, budget, others, locale)).collect();
    even(&mut entries);
    let legend: Vec<EntryId> = (0..entries.len()).collect();
    let plot = plot(&departments, chosen, &mut entries);
    Some(Figure {
        answer: answer(&entries, &legend, chosen, locale),
        controls: vec![control(chosen, departments.iter().any(|own| own.each.is_some()), locale)],
        legend,
        plot,
        grid: grid(&departments, locale),
        notes: notes(budget, &departments, &lacking, chosen, locale),
        source: source(budget, &departments, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The departments that have a document of the same year and stage, and the names of those that have none.
fn departments<'b>(budget: &Budget, others: &'b Others, locale: Locale) -> (Vec<Department<'b>>, Vec<String>) {
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
        let counted = count((Stated::Staff, &document.staff), STAFF);
        let each = || three.money?.divided_by(counted?.1.value, Unit::Yuan).map(|(each, _)| each);
        let (each, staff) = (
            each(),
            counted.and_then(|(place, count)| {
                let number = count.value.to_string().parse().ok()?;
                Some((at(budget, others, index, Some(place))?, number))
            }),
        );
        found.push(Department {
            index,
            document,
            called: others.department(document),
            whole,
            parts,
            three,
            staff,
            each,
        });
    }
    (found, lacking)
}

/// The amount by which departments are compared.
fn measure(department: &Department, chosen: &str) -> Option<Money> {
    match chosen {
        param::THREE_PUBLIC => department.three.money,
        param::EACH => department.each,
        _ => department.whole.money,
    }
}

/// A department in the list. A tap opens its document.
fn listed(own: &Department, i: usize, chosen: &str, budget: &Budget, others: &Others, locale: Locale) -> Entry {
    let document = &own.document.document;
    let name = locale.lang.name(&own.called, document.department_en.as_deref());
    let mut of = match chosen {
        param::THREE_PUBLIC => own.three.clone(),
        param::EACH => {
            // A quotient of ours, with its formula.
            let note = own.staff.zip(own.three.money).map(|((_, staff), three)| {
                locale.format(
                    "{0} ÷ {1} 人（本页计算）",
                    "{0} ÷ {1} (worked out by this page)",
                    &[&locale.money(three), &staff.to_string()],
                )
            });
            Entry { note, ..Entry::ours(name, own.each, locale) }
        }
        _ => own.whole.clone(),
    };
    let project = own.parts.iter().find(|part| part.series == super::series::colour(crate::budget::column::PROJECT, 0));
    let part = project.and_then(|part| share(part.money?, own.whole.money?)).filter(|_| chosen.is_empty());
    let part = part.map(|part| locale.format("项目支出占 {0}", "{0} are projects", &[&part.display()]));
    let lacks = of.money.is_none().then(|| locale.tr("这份文件没有列出", "not in that document").into());
    if of.money.is_none() {
        of.amount = locale.tr("未列明", "not stated").into();
    }
    let is_shown = others.index_of(budget) == Some(own.index);
    Entry {
        name: name.into(),
        short: name.into(),
        note: part.or(of.note).or(lacks),
        unstated: of.money.is_none(),
        param: (!is_shown).then(|| Param::new(param::YEAR, others.name(own.index))),
        legend: i,
        ..of
    }
}

/// A bar a department, the largest first, in the parts that its document prints.
fn plot(departments: &[Department], chosen: &str, entries: &mut Vec<Entry>) -> Plot {
    let mut stacks = Vec::new();
    for (i, own) in departments.iter().enumerate().take(MAX_BARS) {
        if !items::is_positive(&entries[i]) {
            continue;
        }
        let first = entries.len();
        let label = entries[i].short.clone();
        let parts = own.parts.iter().filter(|part| chosen.is_empty() && items::is_positive(part));
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
    if stacks.is_empty() { Plot::None } else { Plot::Series(stacks) }
}

fn answer(entries: &[Entry], legend: &[EntryId], chosen: &str, locale: Locale) -> Text {
    let stated: Vec<_> = legend.iter().map(|&id| &entries[id]).filter(|entry| entry.money.is_some()).collect();
    let (Some(first), Some(last)) = (stated.first(), stated.last().filter(|_| stated.len() > 1)) else {
        let (zh, en) = if stated.is_empty() {
            ("这几个部门的文件都没有列出这个数。", "None of the documents prints this number.")
        } else {
            ("这几个部门里只有一个列出了这个数。", "Only one of the departments prints this number.")
        };
        return locale.tr(zh, en).into();
    };
    let name = named(chosen, locale);
    let (zh, en) = (
        "{0} 个部门里，{1}的{5}最多，{2}；{3}最少，{4}。",
        "Of {0} departments, {1} has the most {5}, {2}; {3} the least, {4}.",
    );
    let [most, fewest] = [first, last].map(|entry| entry.with_unit(locale));
    locale.tell(
        zh,
        en,
        &[&stated.len().to_string(), &first.name, &most, &last.name, &fewest, &locale.lowercase_first(name)],
    )
}

fn named(chosen: &str, locale: Locale) -> &'static str {
    match chosen {
        param::THREE_PUBLIC => locale.tr("“三公”经费", "“three public expenses”"),
        param::EACH => locale.tr("人均“三公”经费", "“three public expenses” for each member of staff"),
        _ => locale.tr("支出", "expenditure"),
    }
}

/// What can be compared; amounts for each of staff only where some department states its staff.
fn control(chosen: &str, has_staff: bool, locale: Locale) -> Control {
    let each = (param::EACH, locale.tr("人均“三公”经费", "These for each of staff").into());
    let always = [
        ("", locale.tr("全部支出", "All expenditure").into()),
        (param::THREE_PUBLIC, locale.tr("“三公”经费", "Three public expenses").into()),
    ];
    Control::Options {
        name: param::MEASURE,
        label: locale.tr("比什么", "What to compare").into(),
        options: always.into_iter().chain((has_staff || chosen == param::EACH).then_some(each)).collect(),
        chosen: chosen.into(),
    }
}

/// A row a department, in the list's order.
fn grid(departments: &[Department], locale: Locale) -> Grid {
    let names = [
        ("部门", "Department"),
        ("支出合计", "Expenditure"),
        ("基本支出", "Basic"),
        ("项目支出", "Project"),
        ("“三公”经费", "Three public"),
        ("在编人数", "Staff"),
        ("人均“三公”经费", "Each"),
    ];
    let row = |own: &Department| {
        let document = &own.document.document;
        let part = |id: &str| {
            let own = own.parts.iter().find(|part| part.series == super::series::colour(id, 0));
            own.map_or_else(|| Cell::money(None, locale), Cell::amount)
        };
        let staff = own.staff.map_or_else(
            || Cell::text("—"),
            |(place, staff)| Cell { at: Some(place), ..Cell::text(staff.to_string()) },
        );
        Row::of([
            Cell::text(locale.lang.name(&own.called, document.department_en.as_deref())),
            Cell::amount(&own.whole),
            part(crate::budget::column::BASIC),
            part(crate::budget::column::PROJECT),
            Cell::amount(&own.three),
            staff,
            Cell::money(own.each, locale),
        ])
    };
    Grid::new(names.map(|(zh, en)| locale.tr(zh, en)), departments.iter().map(row).collect())
}
