//! The figure on projects: which projects are there, and what does each cost?
//!
//! Source: the project table (项目支出表); the projects' groups and performance forms are matched by name.

mod answer;
pub mod form;
pub mod list;
mod map;
mod notes;

use super::classes::shared;
use super::entry::{Entry, short};
use super::grid::{Cell, Grid, Row};
use super::listed_names;
use super::total::{difference, total};
use super::{Control, EntryId, Figure, Param, Query, Question, Section, param};
use std::ptr;

use crate::budget::{Budget, Kind, Line, Place, Table, column};
use crate::locale::Locale;
use crate::money::{Money, largest_first};
use answer::{answer, found, nothing, with_forms};
use form::form;
use list::{Listed, by_name, has_words, listed};
use map::{areas, group_name, series};
use notes::{MAX_ROWS, carried, rows_left_out, without_form};

pub const QUESTION: Question = Question {
    id: "projects",
    question: ("有哪些项目，各花多少？", "Which projects are there, and what does each cost?"),
    answer: projects,
    params: &[param::PROJECT, param::SORT, param::FORM, param::FIND],
    lacking: ("没有项目支出表", "no table of projects"),
};

/// The values of the parameter that sorts the list: by name, or by amount.
const BY_NAME: &str = "name";
const BY_SIZE: &str = "";

fn projects(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let table = budget.table(Kind::Projects).filter(|table| table.empty || table.has_column(column::TOTAL))?;
    let listed = listed(budget, table);
    let lines: Vec<&Line> = listed.iter().map(|one| one.line).collect();
    let mut total = total(table, column::TOTAL, &lines, locale);
    // In a document that publishes no form at all, missing forms are not mentioned at each project.
    let forms = !budget.projects.is_empty();
    let mut entries: Vec<_> =
        listed.iter().enumerate().map(|(i, one)| Entry { legend: i, ..entry(table, one, forms, locale) }).collect();
    listed_names::shorten(entries.iter_mut(), budget);
    let (shares, caveat) = shared(&mut entries, total.money, locale);
    total.share = shares;

    let by_size: Vec<_> =
        largest_first(entries.iter().map(|entry| entry.money.map_or(i128::MIN, Money::millionths))).collect();
    let sought = query.get(param::FIND).unwrap_or("").trim();
    let without = without_form(&listed, &entries, forms, locale);
    let only_without = without.is_some() && query.get(param::FORM) == Some(param::WITHOUT_FORM);
    let is_sought = |id: &EntryId| {
        let has_words = has_words(&entries[*id].name, sought) || has_words(&listed[*id].line.name, sought);
        has_words && !(only_without && listed[*id].has_form())
    };
    let shown: Vec<_> = by_size.iter().copied().filter(is_sought).collect();
    let sorted = query.get(param::SORT).filter(|sort| *sort == BY_NAME).unwrap_or(BY_SIZE);
    let legend =
        if sorted == BY_NAME { by_name(&entries).into_iter().filter(is_sought).collect() } else { shown.clone() };

    let open = query.get(param::PROJECT).and_then(|key| legend.iter().copied().find(|&id| listed[id].key() == key));
    if let Some(open) = open {
        entries[open].param = Some(Param::new(param::PROJECT, ""));
    }
    let answer = match by_size.first() {
        None => nothing(table, locale),
        Some(_) if !sought.is_empty() => found(&entries, &shown, &total, sought, locale),
        Some(&first) => answer(&listed, &entries, &total, first, locale),
    };
    // The total of all projects stands below the whole list only, not below a part of it.
    let sum = Some(&total).filter(|_| sought.is_empty() && !only_without && !listed.is_empty());
    let grid = grid(&listed, &entries, &legend, sum, forms, locale);
    let (plot, of_drawing) = areas(&listed, &mut entries, &shown, locale);
    let mut notes: Vec<_> = rows_left_out(legend.len(), locale).into_iter().collect();
    notes.extend(with_forms(&listed, locale).filter(|_| forms));
    notes.extend(carried(budget, false, locale));
    Some(Figure {
        answer,
        controls: if listed.len() > 1 {
            controls(
                sorted,
                without.map(|without| (without, only_without)),
                query.get(param::FIND).unwrap_or(""),
                locale,
            )
        } else {
            Vec::new()
        },
        legend,
        plot,
        ranked: true,
        grid,
        sections: open
            .map(|open| opened(budget, &listed[open], &entries[open], open, forms, locale))
            .unwrap_or_default(),
        notes,
        footnotes: difference(locale.tr("合计", "Total"), table, column::TOTAL, &lines, locale)
            .into_iter()
            .chain(caveat)
            .chain(carried(budget, true, locale))
            // A phone has the list alone.
            .chain(of_drawing)
            .collect(),
        source: super::source::source(table, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The entry of one project.
fn entry(table: &Table, one: &Listed, forms: bool, locale: Locale) -> Entry {
    let line = one.line;
    let name = locale.lang.name(&line.name, line.name_en.as_deref());
    let group = one.project.and_then(|project| project.group);
    let form = match (forms, one.has_form()) {
        (false, _) | (_, true) => "",
        (true, false) => locale.tr("没有绩效目标表", "without a performance form"),
    };
    let number = (one.alike + 1).to_string();
    let notes = [
        locale.lang.name(line.note.as_deref().unwrap_or(""), line.note_en.as_deref()).to_string(),
        match one.under {
            Some(under) => locale.lang.name(&under.name, under.name_en.as_deref()).into(),
            None if one.alike > 0 => locale.format("第 {0} 个同名项目", "no. {0} of this name", &[&number]),
            None => String::new(),
        },
        group.map(|group| group_name(series(Some(group)), locale)).unwrap_or_default().to_string(),
        form.to_string(),
    ];
    let notes: Vec<_> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    Entry {
        short: short(name).into(),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
        series: series(one.group()),
        param: Some(Param::new(super::param::PROJECT, one.key())),
        at: Some(table.cell(line, column::TOTAL)),
        ..Entry::ours(name, table.money(line, column::TOTAL), locale)
    }
}

/// The controls above the list; `without` is the label of the filter for projects without a form, and whether it is on.
fn controls(sorted: &str, without: Option<(String, bool)>, sought: &str, locale: Locale) -> Vec<Control> {
    let form = without.map(|(without, is_chosen)| Control::Options {
        name: param::FORM,
        label: locale.tr("绩效目标表", "Performance form").into(),
        options: vec![(String::new(), locale.tr("全部", "All").into()), (param::WITHOUT_FORM.into(), without)],
        chosen: if is_chosen { param::WITHOUT_FORM.into() } else { String::new() },
    });
    let options = [(BY_SIZE, locale.tr("按金额", "By amount")), (BY_NAME, locale.tr("按名称", "By name"))];
    let options = options.map(|(value, text)| (value.into(), text.into())).into();
    let label = locale.tr("排序", "Order").into();
    let find = locale.tr("按名称查找项目", "Find projects by name").into();
    let sort = Control::Options { name: param::SORT, label, options, chosen: sorted.into() };
    [sort]
        .into_iter()
        .chain(form)
        .chain([Control::Find { name: param::FIND, label: find, text: sought.into() }])
        .collect()
}

/// The open project's form, or that it has none.
fn opened(budget: &Budget, one: &Listed, entry: &Entry, id: EntryId, forms: bool, locale: Locale) -> Vec<Section> {
    let known = one.project.and_then(|project| project.form.as_ref());
    let mut sections = known.map(|known| form(budget, known, &one.line.name, id, locale)).unwrap_or_default();
    if sections.is_empty() {
        let (zh, en) = if forms {
            ("文件没有公布这个项目的绩效目标表。", "The document has no performance form for this project.")
        } else {
            ("这份文件没有项目的绩效目标表。", "This document has no performance forms of projects.")
        };
        let title = locale.tr("绩效目标表", "Performance form").into();
        let paragraphs = vec![locale.tr(zh, en).into()];
        sections.push(Section { title, after: Some(id), paragraphs, ..Section::default() });
    }
    if let Some(first) = sections.first_mut() {
        first.address = Some(param::PROJECT.into());
        first.at = one
            .project
            .and_then(|own| budget.projects.iter().position(|other| ptr::eq(own, other)).map(Place::Project));
        first.paragraphs.insert(0, form::story(one.project.and_then(|own| own.form.as_ref()), entry, locale));
    }
    if let Some(last) = sections.last_mut() {
        last.choices.push((locale.tr("收起", "Close").into(), Param::new(param::PROJECT, "")));
    }
    sections
}

fn grid(
    listed: &[Listed],
    entries: &[Entry],
    shown: &[EntryId],
    total: Option<&Entry>,
    forms: bool,
    locale: Locale,
) -> Grid {
    let mut head = vec![locale.tr("项目", "Project"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")];
    if forms {
        head.extend([locale.tr("类别", "Group"), locale.tr("绩效目标表", "Performance form")]);
    }
    let row = |name: &str, entry: &Entry, one: Option<&Listed>| {
        let mut cells = vec![Cell::text(name), Cell::amount(entry), Cell::share(entry)];
        if forms {
            let group =
                one.map_or("", |one| one.group().map_or("—", |group| group_name(series(Some(group)), locale)));
            let form =
                one.map_or("", |one| if one.has_form() { locale.tr("有", "yes") } else { locale.tr("没有", "no") });
            cells.extend([Cell::words(group), Cell::words(form)]);
        }
        Row::of(cells)
    };
    let rows = shown.iter().take(MAX_ROWS).map(|&id| row(&entries[id].name, &entries[id], Some(&listed[id])));
    let rows = rows.chain(total.map(|total| row(&total.name, total, None).sum())).collect();
    Grid { groups: Vec::new(), head: head.into_iter().map(String::from).collect(), rows }
}
