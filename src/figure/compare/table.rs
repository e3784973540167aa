//! The table of a comparison of departments.

use super::Department;
use super::compared::Compared;
use crate::budget::column;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::per_head;
use crate::figure::series::colour;
use crate::figure::years::points::Measure;
use crate::figure::years::projects;
use crate::locale::Locale;

/// A row a department, in the list's order: what documents print, then what is divided, by what, and what follows.
pub fn grid(departments: &[Department], (divided, told): (Compared, Locale), words: &str, locale: Locale) -> Grid {
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
    let are_asked_for = departments.iter().any(|own| own.projects.money.is_some());
    let projects = are_asked_for.then(|| locale.capitalize_first(projects::name(words, locale)));
    let (counted, counts) = per_head::column(departments.iter().map(|own| own.derivation.counted.as_ref()), locale);
    let each = locale.capitalize_first(divided.name(locale).into());
    let each = locale.format("{0}（{1}，本页计算）", "{0} ({1}, worked out)", &[&each, told.unit_name()]);
    let mut head: Vec<_> = names.iter().map(|(zh, en)| String::from(locale.tr(zh, en))).collect();
    head.extend(running.map(String::from).into_iter().chain(projects.clone()).chain([counted, each]));
    let row = |(own, count): (&Department, Cell)| {
        let document = &own.document.document;
        let part = |id: &str| {
            let own = own.parts.iter().find(|part| part.series == colour(id, 0));
            own.map_or_else(|| Cell::money(None, locale), Cell::amount)
        };
        let mut cells = vec![
            Cell::text(locale.lang.name(&own.called, document.department_en.as_deref())),
            Cell::stated(&own.whole, locale),
            part(column::BASIC),
            part(column::PROJECT),
            Cell::stated(&own.three, locale),
        ];
        cells.extend(running.map(|_| Cell::stated(&own.divided, locale)));
        cells.extend(projects.iter().map(|_| Cell::stated(&own.projects, locale)));
        cells.push(count);
        cells.push(Cell::money(own.each, told));
        Row::of(cells)
    };
    Grid { head, rows: departments.iter().zip(counts).map(row).collect(), ..Grid::default() }
}
