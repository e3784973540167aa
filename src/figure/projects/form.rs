//! A project's performance form (项目支出绩效目标表), as sections below the project.

use std::ptr;

use crate::budget::{Budget, Form, FormTerm, LEVELS, Place, plain};
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::indicators::indicators;
use crate::figure::{Entry, EntryId, Section};
use crate::locale::Locale;
use crate::money::Money;

/// The sections of a form: its statements and funds, and its indicators.
pub fn form(budget: &Budget, form: &Form, project: &str, after: EntryId, locale: Locale) -> Vec<Section> {
    let named = (plain(&form.name) != plain(project)).then(|| {
        let (zh, en) = ("表上写的项目名称是“{0}”。", "The form calls the project “{0}”.");
        locale.format(zh, en, &[&form.name])
    });
    let first = Section {
        title: locale.tr("绩效目标表", "Performance form").into(),
        after: Some(after),
        paragraphs: named.into_iter().collect(),
        list: facts(form, locale),
        grid: funds(budget, form, locale),
        ..Section::default()
    };
    let second = indicators(&form.indicators, locale).map(|grid| Section {
        title: locale.tr("绩效指标", "Indicators").into(),
        after: Some(after),
        grid: Some(grid),
        ..Section::default()
    });
    [first].into_iter().chain(second).collect()
}

/// A sentence on how much the project gets, and what for, in the first clauses of its form's goal.
pub fn story(form: Option<&Form>, entry: &Entry, locale: Locale) -> String {
    let goal = form.and_then(|form| form.goal_annual.as_deref().or(form.goal_period.as_deref())).unwrap_or_default();
    let goal = clause(goal);
    let (zh, en) = if goal.is_empty() {
        ("安排 {0}。", "It gets {0}.")
    } else {
        ("安排 {0}。绩效表写的目标：{1}。", "It gets {0}. The goal that its form states: {1}.")
    };
    locale.format(zh, en, &[&entry.exactly_with_unit(locale), goal])
}

/// The least number of characters of a goal that are quoted, where its clauses are short.
const ENOUGH: usize = 12;

/// The first clauses of a text, at least [`ENOUGH`] characters.
fn clause(text: &str) -> &str {
    let text = text.trim().trim_end_matches(['。', '.', '；', ';']);
    let mut ends = text.char_indices().enumerate().filter(|(_, (_, c))| "，。；;\n".contains(*c));
    let end = ends.find(|(count, _)| *count >= ENOUGH).map_or(text.len(), |(_, (end, _))| end);
    &text[..end]
}

/// The statements of a form in words, one a line.
fn facts(form: &Form, locale: Locale) -> Vec<String> {
    let same = form.goal_period.is_some() && form.goal_period == form.goal_annual;
    let goal = if same {
        locale.tr("目标（项目期和本年相同）", "Goal (of the whole term and of this year)")
    } else {
        locale.tr("项目期目标", "Goal of the whole term")
    };
    let facts = [
        (locale.tr("项目属性", "Nature"), &form.attribute),
        (locale.tr("项目期", "Term"), &form.term),
        (locale.tr("立项依据", "Founded on"), &form.basis),
        (goal, &form.goal_period),
        (locale.tr("本年目标", "Goal of this year"), if same { &None } else { &form.goal_annual }),
        (locale.tr("填表日期", "Filled in on"), &form.filed),
    ];
    let told = |(name, text): (&str, &Option<String>)| {
        let text = text.as_deref()?.trim_end_matches(['。', '.']);
        (!text.is_empty()).then(|| locale.format("{0}：{1}", "{0}: {1}", &[name, text]))
    };
    facts.into_iter().filter_map(told).collect()
}

/// The funds by level, over the whole term and of this year; a level that the form leaves blank is not listed.
fn funds(budget: &Budget, form: &Form, locale: Locale) -> Option<Grid> {
    let project =
        budget.projects.iter().position(|project| project.form.as_ref().is_some_and(|own| ptr::eq(own, form)));
    let row = |(i, &(id, zh, en)): (usize, &(&str, &str, &str))| {
        let level = locale.tr(zh, en);
        let shown = |money, term| Cell {
            at: project.map(|project| Place::Fund(project, term, i)),
            ..Cell::amount(&Entry::ours(level, money, locale))
        };
        let [period, annual] = [&form.period, &form.annual].map(|cells| Some(Money::new(cells.get(id)?, form.unit)));
        let row = Row::of([Cell::text(level), shown(period, FormTerm::Period), shown(annual, FormTerm::Annual)]);
        (period.is_some() || annual.is_some()).then(|| if id == "total" { row.sum() } else { row })
    };
    // The total stands last, whatever else a form prints.
    let (total, parts): (Vec<_>, Vec<_>) = LEVELS.iter().enumerate().partition(|(_, (id, ..))| *id == "total");
    let rows: Vec<_> = parts.into_iter().chain(total).filter_map(row).collect();
    let unit = locale.unit_name();
    let head = [
        locale.tr("资金来自", "Funds from"),
        &locale.format("项目期（{0}）", "Whole term ({0})", &[unit]),
        &locale.format("本年（{0}）", "This year ({0})", &[unit]),
    ];
    (!rows.is_empty()).then(|| Grid::new(head, rows))
}
