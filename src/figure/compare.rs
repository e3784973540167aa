//! The figure on several departments beside each other: all expenditure, the three public expenses, or amounts for each
//! member of staff, each vehicle or each inhabitant.
//!
//! Source: the documents of the same year that are open together with the budget. Every number leads into the document
//! that prints it. What makes a comparison unfair is said beside it.

mod beside;
mod compared;
mod divided;

use self::beside::{footnotes, notes, source};
use self::compared::{Compared, EACH};
use self::divided::{divide, offered};
use super::control::Control;
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::per_head::{self, Counted, Derivation, Head};
use super::ratio::share;
use super::years::points::{Measure, at, measured};
use super::{EntryId, Figure, Param, Plot, Query, Question, Stack, Text, even, items, param};
use crate::budget::{Budget, Others};
use crate::locale::Locale;
use crate::money::{Money, largest_first};

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
    /// The amount that is divided, as its document prints it.
    divided: Entry,
    /// By what it is divided.
    derivation: Derivation,
    /// The amount for each, where it is known.
    each: Option<Money>,
}

/// The figure of the documents that are open together with the budget.
pub fn compare(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let others = budget.others.get()?;
    let statistics = others.statistics();
    let chosen = Compared::chosen(query.get(param::MEASURE).unwrap_or(""));
    let (mut departments, lacking) = departments(budget, others, locale);
    if departments.len() < 2 {
        return None;
    }
    let offered = offered(&departments, chosen, statistics.as_deref(), locale);
    let divided = if chosen.per.is_some() { chosen } else { EACH };
    let told = divide(&mut departments, divided, (budget, others), locale);
    let key = |department: &Department| measure(department, chosen).map_or(i128::MIN, Money::millionths);
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
    let series = departments.iter().filter(|_| chosen.per == Some(Head::Inhabitant));
    let mut series: Vec<_> = series.filter_map(|own| statistics.as_ref()?.inhabitants(own.document)).collect();
    series.dedup_by(|one, other| std::ptr::eq(*one, *other));
    Some(Figure {
        answer: answer(&entries, &legend, chosen, locale),
        controls: controls(chosen, &offered, locale),
        legend,
        plot,
        grid: grid(&departments, (divided, told), locale),
        notes: notes(budget, &departments, &lacking, chosen, locale),
        source: source(budget, &departments, &series, locale),
        footnotes: footnotes(&departments, chosen, told, &series, locale),
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
        found.push(Department {
            index,
            document,
            called: others.department(document),
            whole,
            parts,
            three,
            divided: Entry::ours("", None, locale),
            derivation: Derivation::default(),
            each: None,
        });
    }
    (found, lacking)
}

/// The amount by which departments are compared.
const fn measure(department: &Department, chosen: Compared) -> Option<Money> {
    match chosen {
        Compared { per: Some(_), .. } => department.each,
        Compared { measure: Measure::ThreePublic, .. } => department.three.money,
        _ => department.whole.money,
    }
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
        _ => own.whole.clone(),
    };
    let is_stated = measure(own, chosen).is_some();
    let project = own.parts.iter().find(|part| part.series == super::series::colour(crate::budget::column::PROJECT, 0));
    let part = project.and_then(|part| share(part.money?, own.whole.money?)).filter(|_| chosen.is_all());
    let part = part.map(|part| locale.format("项目支出占 {0}", "{0} are projects", &[&part.display()]));
    let lacks = (!is_stated).then(|| locale.tr("这份文件没有列出", "not in that document").into());
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

/// A bar a department, the largest first, in the parts that its document prints.
fn plot(departments: &[Department], chosen: Compared, entries: &mut Vec<Entry>) -> Plot {
    let mut stacks = Vec::new();
    for (i, own) in departments.iter().enumerate().take(MAX_BARS) {
        if measure(own, chosen).is_none_or(|money| money.is_zero() || money.is_negative()) {
            continue;
        }
        let first = entries.len();
        let label = entries[i].short.clone();
        let parts = own.parts.iter().filter(|part| chosen.is_all() && items::is_positive(part));
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

fn answer(entries: &[Entry], legend: &[EntryId], chosen: Compared, locale: Locale) -> Text {
    let stated: Vec<_> = legend.iter().map(|&id| &entries[id]).filter(|entry| !entry.unstated).collect();
    let (Some(first), Some(last)) = (stated.first(), stated.last().filter(|_| stated.len() > 1)) else {
        let (zh, en) = if stated.is_empty() {
            ("这几个部门的文件都没有列出这个数。", "None of the documents prints this number.")
        } else {
            ("这几个部门里只有一个列出了这个数。", "Only one of the departments prints this number.")
        };
        return locale.tr(zh, en).into();
    };
    let name = String::from(chosen.name(locale));
    let name =
        if chosen.per.is_none() { name } else { name + locale.tr("（本页计算）", " (worked out by this page)") };
    let (zh, en) = (
        "{0} 个部门里，{1}的{5}最多，{2}；{3}最少，{4}。",
        "Of {0} departments, {1} has the most {5}, {2}; {3} the least, {4}.",
    );
    let [most, fewest] = [first, last].map(|entry| entry.with_unit(locale));
    locale.tell(
        zh,
        en,
        &[&stated.len().to_string(), &first.name, &most, &last.name, &fewest, &locale.lowercase_first(&name)],
    )
}

/// The choice of the amount, and of what it is divided by, if it can be.
fn controls(chosen: Compared, offered: &[Compared], locale: Locale) -> Vec<Control> {
    let amounts = [
        ("", locale.tr("全部支出", "All expenditure")),
        (param::THREE_PUBLIC, locale.tr("“三公”经费", "Three public expenses")),
    ];
    let of_same = offered.iter().filter(|own| own.is_of_three() == chosen.is_of_three());
    let options: Vec<_> = of_same.map(|own| (own.id.into(), own.choice(locale).into())).collect();
    let amount = Control::Options {
        name: param::MEASURE,
        label: locale.tr("比什么", "What to compare").into(),
        options: amounts.map(|(value, text)| (value.into(), text.into())).into(),
        chosen: amounts[usize::from(chosen.is_of_three())].0.into(),
    };
    let mut controls = vec![amount];
    if options.len() > 1 {
        let label = locale.tr("按什么平均", "Divided by").into();
        controls.push(Control::Options { name: param::MEASURE, label, options, chosen: chosen.id.into() });
    }
    controls
}

/// A row a department, in the list's order: what documents print, then what is divided, by what, and what follows.
fn grid(departments: &[Department], (divided, told): (Compared, Locale), locale: Locale) -> Grid {
    let names = [
        ("部门", "Department"),
        ("支出合计", "Expenditure"),
        ("基本支出", "Basic"),
        ("项目支出", "Project"),
        ("“三公”经费", "Three public"),
    ];
    // All others are divided of an amount that stands there already.
    let running =
        (divided.measure == Measure::Vehicles).then(|| locale.tr("公务用车运行维护费", "Running of vehicles"));
    let counted = departments.iter().find_map(|own| own.derivation.counted.as_ref());
    let counted = counted.map_or_else(|| locale.tr("数量", "Number").into(), |counted| counted.heading(locale));
    let each = locale.capitalize_first(divided.name(locale).into());
    let each = locale.format("{0}（{1}，本页计算）", "{0} ({1}, worked out)", &[&each, told.unit_name()]);
    let mut head: Vec<_> = names.iter().map(|(zh, en)| String::from(locale.tr(zh, en))).collect();
    head.extend(running.map(String::from));
    head.extend([counted, each]);
    let row = |own: &Department| {
        let document = &own.document.document;
        let part = |id: &str| {
            let own = own.parts.iter().find(|part| part.series == super::series::colour(id, 0));
            own.map_or_else(|| Cell::money(None, locale), Cell::amount)
        };
        let mut cells = vec![
            Cell::text(locale.lang.name(&own.called, document.department_en.as_deref())),
            Cell::amount(&own.whole),
            part(crate::budget::column::BASIC),
            part(crate::budget::column::PROJECT),
            Cell::amount(&own.three),
        ];
        cells.extend(running.map(|_| Cell::amount(&own.divided)));
        cells.push(Counted::cell(own.derivation.counted.as_ref()));
        cells.push(Cell::money(own.each, told));
        Row::of(cells)
    };
    Grid { head, rows: departments.iter().map(row).collect(), ..Grid::default() }
}
