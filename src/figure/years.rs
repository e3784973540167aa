//! The figure on several years of one department: all expenditure, the three public expenses, or the class that is
//! drilled into, as each year's own document prints it.
//!
//! Source: the documents that are open together with the budget. Every number leads into the document that prints it.
//! Budgets and final accounts are points of their own, and what a document does not print is no point and not zero.
//! They can be told for each of a count and in the prices of one year, with the formula of each.

pub mod bars;
mod beside;
mod codes;
pub mod comparatives;
mod contradictions;
mod counterpart;
mod derived;
pub mod points;
pub mod positions;
pub mod projects;
mod spent;

pub use self::beside::with_last_year;
use self::contradictions::contradictions;
use self::derived::{Chosen, derive, is_known};
use self::points::{Measure, Point};
use super::control::Control;
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::last_year::with_rate;
use super::per_head::Divisor;
use super::ratio::share;
use super::{EntryId, Figure, Param, Plot, Query, Question, Stack, Text, even, param};
use crate::budget::{Budget, Others};
use crate::locale::Locale;
use crate::money::Money;

/// The question of this figure.
pub const QUESTION: Question = Question {
    id: "years",
    question: ("这些年怎么变的？", "How has it changed over the years?"),
    answer: if cfg!(target_arch = "wasm32") { super::by_third_module } else { years },
    params: &[param::CODE, param::MEASURE, param::FIND, param::YEAR, param::PER, param::PRICES],
    // A document of one year lacks nothing.
    lacking: ("", ""),
};

/// The figure of the documents that are open together with the budget.
pub fn years(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let others = budget.others.get()?;
    let class = query.get(param::CODE).and_then(|code| Some((code, points::kind_of(others, budget, code)?)));
    let mut measure = match (class, query.get(param::MEASURE)) {
        (Some((code, kind)), _) => Measure::Class(code, kind),
        (None, Some(param::THREE_PUBLIC)) => Measure::ThreePublic,
        (None, Some(param::PROJECTS)) => Measure::Projects(query.get(param::FIND).unwrap_or("").trim()),
        _ => Measure::Whole,
    };
    let mut points = points::points(budget, others, measure, locale);
    if points.len() < 2 {
        return None;
    }
    let open = (budget, &**others);
    let mut divisors = vec![Divisor::Person, Divisor::Inhabitant];
    divisors.retain(|divisor| is_known(*divisor, &points, open, locale));
    // For each vehicle there are its running costs, which are one of the three.
    let vehicles = (measure == Measure::ThreePublic).then(|| points::points(budget, others, Measure::Vehicles, locale));
    if let Some(vehicles) = vehicles.filter(|points| is_known(Divisor::Vehicle, points, open, locale)) {
        divisors.insert(1, Divisor::Vehicle);
        if query.get(param::PER) == Some(Divisor::Vehicle.id()) {
            (measure, points) = (Measure::Vehicles, vehicles);
        }
    }
    let mut chosen = derive(&mut points, &divisors, query, open, locale);
    let mut entries = Vec::new();
    for i in 0..points.len() {
        entries.push(Entry { legend: i, ..listed(&points, i, &chosen, open, locale) });
    }
    even(&mut entries);
    let legend: Vec<EntryId> = (0..entries.len()).collect();
    let plot = plot(&points, &mut entries);
    let mut sections: Vec<_> = contradictions(budget, others, locale).into_iter().collect();
    sections.extend(spent::sections(budget, others, locale));
    let documents = || points.iter().map(|point| point.document);
    let mut controls: Vec<_> =
        class.is_none().then(|| control(measure, projects::are_listed(documents()), locale)).into_iter().collect();
    if let Measure::Projects(words) = measure {
        controls.extend(projects::controls(documents(), words, locale));
        let labelled = points.iter().map(|point| (point.label.clone(), point.document));
        sections.splice(0..0, projects::section(labelled, (budget, others), words, locale.tr("年", "Year"), locale));
    }
    controls.extend(chosen.controls());
    let mut notes: Vec<Text> =
        bars::reading(points.iter().map(|point| &*point.parts), locale).map(Text::from).into_iter().collect();
    notes.extend(codes::notes(budget, others, measure, locale));
    notes.extend(matches!(measure, Measure::Projects(_)).then(|| projects::caveat(locale).into()));
    notes.extend(chosen.notes(locale));
    Some(Figure {
        answer: answer(&points, &chosen.name(measure.name(&points, locale), locale), locale),
        breadcrumbs: breadcrumbs(&points, measure, locale),
        controls,
        legend,
        plot,
        grid: grid(&points, &chosen, locale),
        sections,
        notes,
        source: source(&points, locale) + chosen.source(&points, others, locale),
        footnotes: chosen.footnotes(&points, others, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The change from the point before of the same stage, if both have an amount.
fn change(points: &[Point], i: usize) -> Option<Money> {
    points[i].value?.minus(before(points, i)?.value?)
}

/// By how much a point is more than another, with all places that their amounts can have, and its rate.
fn finely(point: &Point, before: &Point) -> Option<(Money, Option<String>)> {
    let all = |point: &Point| point.derived.finely.or(point.value);
    let change = all(point)?.minus(all(before)?)?;
    Some((change, rate(change, all(before))))
}

/// The point before of the same stage.
fn before<'p, 'b>(points: &'p [Point<'b>], i: usize) -> Option<&'p Point<'b>> {
    points[..i].iter().rev().find(|point| point.is_final() == points[i].is_final())
}

/// The rate of a change, with its sign; `None` where nothing has changed, or was nothing before.
fn rate(change: Money, before: Option<Money>) -> Option<String> {
    let rate = share(change, before?).filter(|_| !change.is_zero())?.display();
    // `<0.1%` and `>99.9%` have a sign of their own.
    Some(if change.is_negative() || rate.starts_with(['<', '>']) { rate } else { ["+", &rate].concat() })
}

/// A year in the list: its amount with its formula, or the change from the document before. A tap opens that year's
/// document.
fn listed(points: &[Point], i: usize, chosen: &Chosen, (budget, others): (&Budget, &Others), locale: Locale) -> Entry {
    let point = &points[i];
    let note = change(points, i).map(|change| {
        let rate = before(points, i).and_then(|before| finely(point, before)?.1);
        let told = with_rate(locale.change(change), rate, locale);
        locale.format("比前一份 {0}", "{0} on the one before", &[&told])
    });
    let formula = point.derived.formula.as_ref().map(ToString::to_string);
    let is_shown = others.index_of(budget) == Some(point.index);
    let open = (!is_shown).then(|| Param::new(param::YEAR, others.name(point.index)));
    let lacks = point.value.is_none().then(|| chosen.lacking(point, locale).into());
    let mut whole = point.whole.clone();
    if point.value.is_none() {
        whole.amount = locale.tr("未列明", "not stated").into();
    }
    Entry {
        name: point.label.clone(),
        short: point.label.clone(),
        note: formula.or(note).or(lacks),
        unstated: point.value.is_none(),
        param: open,
        ..whole
    }
}

/// A bar a document, in the order of time, in the parts that its document prints.
fn plot(points: &[Point], entries: &mut Vec<Entry>) -> Plot {
    let mut stacks = Vec::new();
    for (i, point) in points.iter().enumerate().filter(|(_, point)| point.value.is_some()) {
        let first = entries.len();
        let named = |part: &Entry| [&point.label, " · ", &part.name].concat();
        let parts = point.parts.iter().filter(|part| super::items::is_positive(part));
        let parts = parts.map(|part| Entry { name: named(part), legend: i, ..part.clone() });
        entries.extend(parts);
        if first == entries.len() {
            entries.push(Entry { name: point.label.clone(), legend: i, ..point.whole.clone() });
        }
        stacks.push(Stack {
            label: point.label.clone(),
            amount: entries[i].amount.clone(),
            parts: (first..entries.len()).collect(),
        });
    }
    Plot::Series(stacks)
}

/// From the first to the last document of the same stage that has an amount.
fn answer(points: &[Point], name: &str, locale: Locale) -> Text {
    let has = |is_final: bool| {
        let own = points.iter().filter(move |point| point.is_final() == is_final && point.value.is_some());
        own.collect::<Vec<_>>()
    };
    let own = [has(false), has(true)].into_iter().max_by_key(Vec::len).unwrap_or_default();
    let (Some(first), Some(last)) = (own.first(), own.last().filter(|_| own.len() > 1)) else {
        let (zh, en) = (
            "没有两份预算或两份决算都有{0}，所以没有可比的。",
            "No two budgets, and no two final accounts, have {0}, so nothing is compared.",
        );
        return locale.tell(zh, en, &[&locale.lowercase_first(name)]);
    };
    let (change, rate) = finely(last, first).unwrap_or((Money::zero(locale.unit), None));
    let rate = rate.map(|rate| locale.format("（{0}）", " ({0})", &[&rate])).unwrap_or_default();
    let is_rounded_alike = first.value == last.value && !change.is_zero();
    let (zh, en) = match (change.is_zero(), change.is_negative()) {
        _ if is_rounded_alike => (
            "{0}和 {1}，{2}相差不到一个末位：四舍五入后都是 {4}。",
            "In {0} and {1}, {2} differ by less than the last place: both are {4} when rounded.",
        ),
        (true, _) => ("{0}和 {1}，{2}一样多：{4}。", "{0} and {1} have the same {2}: {4}."),
        (_, true) => ("从 {0}到 {1}，{2}由 {3}减到 {4}{5}。", "From {0} to {1}, {2} fell from {3} to {4}{5}."),
        (_, false) => ("从 {0}到 {1}，{2}由 {3}增到 {4}{5}。", "From {0} to {1}, {2} rose from {3} to {4}{5}."),
    };
    let told = |point: &Point| match point.derived.finely {
        Some(_) => point.whole.exactly_with_unit(locale),
        None => point.whole.with_unit(locale),
    };
    let (from, to) = (told(first), told(last));
    locale.tell(zh, en, &[&first.label, &last.label, &locale.lowercase_first(name), &from, &to, &rate])
}

fn breadcrumbs(points: &[Point], measure: Measure, locale: Locale) -> Vec<(String, Param)> {
    let all = || (locale.tr("全部", "All").into(), Param::new(param::CODE, ""));
    match measure {
        Measure::Class(code, _) => vec![all(), (measure.name(points, locale), Param::new(param::CODE, code))],
        _ => Vec::new(),
    }
}

/// The choice between all expenditure, the three public expenses and, where several documents list some, projects.
fn control(measure: Measure, has_projects: bool, locale: Locale) -> Control {
    let chosen = match measure {
        Measure::ThreePublic | Measure::Vehicles => param::THREE_PUBLIC,
        Measure::Projects(_) => param::PROJECTS,
        Measure::Whole | Measure::Class(..) => "",
    };
    let mut options = vec![
        ("", locale.tr("全部支出", "All expenditure")),
        (param::THREE_PUBLIC, locale.tr("“三公”经费", "Three public expenses")),
    ];
    if has_projects || chosen == param::PROJECTS {
        options.push((param::PROJECTS, locale.tr("项目", "Projects")));
    }
    Control::Options {
        name: param::MEASURE,
        label: locale.tr("看什么", "What to see").into(),
        options: options.into_iter().map(|(value, text)| (value.into(), text.into())).collect(),
        chosen: chosen.into(),
    }
}

/// A row a document: the whole, its parts, the change; or what it is divided by or reckoned with, and what follows.
fn grid(points: &[Point], chosen: &Chosen, locale: Locale) -> Grid {
    let mut parts: Vec<String> = Vec::new();
    for part in points.iter().flat_map(|point| &point.parts) {
        if !parts.contains(&part.name) {
            parts.push(part.name.clone());
        }
    }
    let mut head: Vec<_> = [locale.tr("年", "Year"), locale.tr("合计", "Total")].map(String::from).into();
    head.extend(parts.iter().cloned());
    let derived = chosen.columns(points, locale);
    head.extend(derived.iter().map(|(name, _)| name.clone()));
    head.push(chosen.change(locale));
    let row = |(i, point): (usize, &Point)| {
        let part = |name: &String| {
            let own = point.parts.iter().find(|part| part.name == *name);
            own.map_or_else(|| Cell::money(None, locale), Cell::amount)
        };
        let printed = point.derived.printed.as_ref().unwrap_or(&point.whole);
        let mut cells = vec![Cell::text(&point.label), Cell::stated(printed, locale)];
        cells.extend(parts.iter().map(part));
        cells.extend(derived.iter().filter_map(|(_, cells)| cells.get(i).cloned()));
        cells.push(Cell::change(change(points, i), chosen.told));
        Row::of(cells)
    };
    Grid { head, rows: points.iter().enumerate().map(row).collect(), ..Grid::default() }
}

/// Which documents the numbers are from.
fn source(points: &[Point], locale: Locale) -> Text {
    let labels: Vec<_> = points.iter().map(|point| Text::at(&point.label, point.whole.at)).collect();
    let labels = Text::join(&labels, locale.tr("、", ", "));
    let (zh, en) = ("来源：{0}各自的文件 · 单位：{1}", "Source: the documents of {0}\u{a0}· unit: {1}");
    locale.tell(zh, en, &[&labels, &locale.unit_name()])
}

/// All documents of the same department that are open with the budget, with their indices among the others.
fn own<'b>(budget: &Budget, others: &'b Others) -> impl Iterator<Item = (usize, &'b Budget)> + Clone {
    others.documents().iter().enumerate().filter(|(_, other)| other.is_same_department(budget))
}
