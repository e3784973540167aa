//! The figure of the official tables: all of them as they were printed, one a section.
//!
//! Amounts have the unit and the digits that the document prints, whatever unit the reader has
//! chosen for the figures: every other number can be compared with them.

use super::grid::{Cell, Grid, Row};
use super::narrative;
use super::section::Section;
use super::{Figure, Param, Query, Question, param};
use crate::budget::{Budget, Column, Place, Role, Stated, Table};
use crate::locale::Locale;
use crate::money;

pub const QUESTION: Question = Question {
    id: "tables",
    question: ("官方表格里怎么写的？", "What do the official tables say?"),
    answer: tables,
    params: &[param::TABLE, param::FROM],
    lacking: ("没有表格", "no tables"),
};

/// The most lines that are on the page at once, of all tables together, or of one table alone.
const MAX_LINES: usize = 2_000;
/// The number of lines on one page of a longer table.
const PAGE: usize = 500;

fn tables(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let (all, empty) = (budget.tables.len(), budget.tables.iter().filter(|table| table.empty).count());
    let alone = query.get(param::TABLE).and_then(|query| {
        let is_it = |table: &&Table| budget.address(Place::Table(table.index)) == query || table.number == query;
        budget.tables.iter().find(is_it).map(|table| table.index)
    });
    let from = query.get(param::FROM).and_then(|from| from.parse().ok()).unwrap_or(1);
    let shown = budget.tables.iter().filter(|table| alone.is_none_or(|index| index == table.index));
    let mut sections: Vec<_> = shown
        .map(|table| {
            let first = alone.map_or(Some(1).filter(|_| fits(budget)), |_| Some(from));
            Section { folded: alone.is_none(), ..section(budget, table, first, alone.is_some(), locale) }
        })
        .collect();
    if alone.is_none() {
        sections.extend(narrative::sections(budget, locale));
    }
    if sections.is_empty() {
        return None;
    }
    let shown_alone = alone.and_then(|index| budget.tables.get(index));
    let (number, lines) = shown_alone.map_or(("", 0), |table| (&table.number, table.lines.len()));
    let (zh, en) = match empty {
        _ if all == 0 => (
            "这份文件没有表格，只有文字；文字里的数字列在这里。",
            "This document has no tables, only text; the numbers of its text are listed here.",
        ),
        _ if shown_alone.is_some() => ("{2}照原样列在这里，共 {3} 行。", "{2} as it was printed, with {3} lines."),
        0 => ("{0} 张官方表格照原样列在这里。", "All {0} official tables as they were printed."),
        _ => (
            "{0} 张官方表格照原样列在这里，其中 {1} 张注明本表无数据。",
            "All {0} official tables as they were printed; {1} of them are marked as empty.",
        ),
    };
    let back = (locale.tr("‹ 全部表格", "‹ All tables").into(), Param::new(param::TABLE, ""));
    Some(Figure {
        answer: locale.format(zh, en, &[&all.to_string(), &empty.to_string(), number, &lines.to_string()]).into(),
        breadcrumbs: alone.map(|_| back).into_iter().collect(),
        sections,
        source: locale
            .tr(
                "金额和单位照原表，空格表示原表没有填数，不等于零。",
                "Amounts and units as printed; an empty cell was left blank, which is not zero.",
            )
            .into(),
        ..QUESTION.figure(locale)
    })
}

/// Whether all tables together are short enough to be on the page at once.
fn fits(budget: &Budget) -> bool {
    budget.tables.iter().map(|table| table.lines.len()).sum::<usize>() <= MAX_LINES
}

/// A table's section, with its lines from the `first` on if they are shown.
fn section(budget: &Budget, table: &Table, first: Option<usize>, alone: bool, locale: Locale) -> Section {
    let mut about = locale.format("单位：{0}", "Unit: {1}", &[table.unit.zh(), table.unit.en()]);
    let count = table.lines.len();
    let address = budget.address(Place::Table(table.index));
    let open = Param::new(param::TABLE, &address);
    let mut choices = Vec::new();
    let mut rows = None;
    if let Some(first) = first {
        let size = if count > MAX_LINES { PAGE } else { count.max(1) };
        let start = (first.clamp(1, count.max(1)) - 1) / size * size;
        let end = (start + size).min(count);
        if size < count {
            let (from, to) = ((start + 1).to_string(), end.to_string());
            let (zh, en) = (" · 第 {0}–{1} 行，共 {2} 行", " · lines {0}–{1} of {2}");
            about += &locale.format(zh, en, &[&from, &to, &count.to_string()]);
            let go = |line: usize| Param::new(param::FROM, line.to_string());
            if start > 0 {
                choices.push((locale.tr("‹ 前面的行", "‹ Earlier lines").into(), go(start + 1 - size)));
            }
            if end < count {
                choices.push((locale.tr("后面的行 ›", "Later lines ›").into(), go(end + 1)));
            }
        }
        rows = Some(start..end);
        if !alone && count > 0 {
            choices.push((locale.tr("只看这张表", "This table alone").into(), open));
        }
    } else {
        about += &locale.format(" · {0} 行", " · {0} lines", &[&count.to_string()]);
        choices.push((locale.tr("打开这张表", "Open this table").into(), open));
    }
    let empty = table.empty.then(|| locale.tr("本表无数据：原表如此注明。", "Marked as empty in the document.").into());
    // Most notes say themselves that they are one: 注：…
    let is_called = |note: &str| ["注", "备注", "说明"].iter().any(|word| note.trim_start().starts_with(word));
    let (zh, en) = ("表注：{0}", "Note: {0}");
    let note =
        table.note.as_ref().map(|note| if is_called(note) { note.clone() } else { locale.format(zh, en, &[note]) });
    Section {
        address: Some(address),
        at: Some(Place::Table(table.index)),
        title: [table.number.as_str(), " ", &table.title].concat(),
        paragraphs: [about].into_iter().chain(empty).chain(note).collect(),
        grid: rows.filter(|_| count > 0).map(|rows| grid(table, rows, locale)),
        choices,
        ..Section::default()
    }
}

/// The lines of a table as it prints them.
fn grid(table: &Table, rows: std::ops::Range<usize>, locale: Locale) -> Grid {
    let name = locale.tr("项目", "Line").to_string();
    Grid {
        groups: groups(table),
        head: [name].into_iter().chain(table.columns.iter().map(|column| column.name.clone())).collect(),
        rows: rows.map(|line| row(table, line, locale)).collect(),
    }
}

/// The rows of headings above the columns' own, as printed: each heading over the columns that it spans. The first
/// column, of the lines' names, has none.
fn groups(table: &Table) -> Vec<Vec<(String, usize)>> {
    let paths: Vec<Vec<&str>> =
        table.columns.iter().map(|column| column.group.as_deref().map_or(Vec::new(), levels)).collect();
    let depth = paths.iter().map(Vec::len).max().unwrap_or(0);
    let row = |level: usize| {
        let mut row: Vec<(String, usize)> = vec![(String::new(), 1)];
        for (i, path) in paths.iter().enumerate() {
            // Neighbouring columns share a heading only below the same headings.
            let is_same = i > 0 && paths[i - 1].get(..=level) == path.get(..=level) && path.len() > level;
            let is_bare = i > 0 && path.len() <= level && paths[i - 1].len() <= level;
            match row.last_mut().filter(|_| is_same || is_bare) {
                Some((_, span)) => *span += 1,
                None => row.push((path.get(level).copied().unwrap_or_default().into(), 1)),
            }
        }
        row
    };
    (0..depth).map(row).collect()
}

/// The headings of a group from the outermost inwards.
fn levels(group: &str) -> Vec<&str> {
    group.split('·').map(str::trim).filter(|level| !level.is_empty()).collect()
}

fn row(table: &Table, index: usize, locale: Locale) -> Row {
    let line = &table.lines[index];
    let at = Place::Line(table.index, index);
    let code = line.code.as_ref().map(|code| code.clone() + " ").unwrap_or_default();
    let printed = line.printed();
    let name = Cell { at: Some(at), ..Cell::text(code + locale.lang.name(&printed, line.name_en.as_deref())) };
    let cell = |(i, column): (usize, &Column)| {
        if column.text {
            return Cell::words(line.texts.get(&column.id).unwrap_or_default());
        }
        let amount = line.amounts.get(&column.id).map(|amount| money::text(amount.decimal()));
        Cell { at: Some(Place::Cell(table.index, index, i)), ..Cell::text(amount.unwrap_or_default()) }
    };
    let cells = table.columns.iter().enumerate().map(cell);
    Row {
        cells: [name].into_iter().chain(cells).collect(),
        sum: line.role != Role::Item,
        level: line.level(),
        at: Some(at),
    }
}

/// The parameters that show the line with this address; none for an address of no line.
pub fn locate(budget: &Budget, address: &str) -> Vec<Param> {
    let (t, line) = match budget.place(address) {
        Some(Place::Table(t)) => (t, 0),
        Some(Place::Line(t, line)) => (t, line),
        // Numbers stated outside the tables are shown below all tables.
        _ if Stated::holds(address) => return vec![Param::new(param::TABLE, "")],
        _ => return Vec::new(),
    };
    let from = (budget.tables[t].lines.len() > MAX_LINES).then(|| Param::new(param::FROM, (line + 1).to_string()));
    [Param::new(param::TABLE, budget.address(Place::Table(t)))].into_iter().chain(from).collect()
}
