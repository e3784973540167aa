//! The figure on what the money is for, with drill-down level by level: 类 → 款 → 项, and at the end what the code means.
//!
//! It has the same question as `structure`, and the same figure as long as nothing is drilled into. The codes tell
//! which line is part of which: `20103` is part of `201`.

use super::stated;
use crate::budget::{Budget, Kind, Line, Role, Table, column};
use crate::figure::basic_project::THIRD;
use crate::figure::classes::{by_total, classes, lines, shared};
use crate::figure::entry::Entry;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::items::{is_positive, leaves};
use crate::figure::subject::called;
use crate::figure::{Figure, Level, Param, Plot, Query, Section, Text, param};
use crate::locale::Locale;
use crate::money::Share;

pub const QUESTION: crate::figure::Question =
    crate::figure::Question { answer: drill, params: &[param::CODE], ..super::QUESTION };

/// The most parts of one line that are drawn and listed.
const MAX_PARTS: usize = 200;

fn drill(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let mut figure = (super::QUESTION.answer)(budget, query, locale)?;
    let (table, top) = lines(budget)?;
    let query = query.get(param::CODE).map(|code| path(table, code)).unwrap_or_default();
    // A line with a single part is shown by that part.
    let end = query.last().and_then(|line| through(table, line).code.as_deref());
    let path = end.map(|code| path(table, code)).unwrap_or_default();
    let Some(&line) = path.last().filter(|_| path.first().is_some_and(|first| top.iter().any(|top| same(top, first))))
    else {
        for (entry, line) in figure.entries.iter_mut().zip(by_total(table, &top)) {
            entry.param = opens(table, line);
        }
        return Some(figure);
    };
    let mut drilled =
        DrillDown { table, locale, figure: Figure { notes: Vec::new(), footnotes: Vec::new(), ..figure } };
    drilled.figure.plot = drilled.plot(&top, &path, budget);
    let own = &mut drilled.figure;
    let whole = Entry::of_cell(table, line, column::TOTAL, locale);
    own.answer = answer(&path, table, own, locale);
    own.breadcrumbs = breadcrumbs(table, &path, locale);
    own.grid = grid(own, &whole, locale);
    own.notes.extend(meaning(line, locale).map(Text::from));
    own.sections = projects(budget, table, line, locale).into_iter().collect();
    own.source = crate::figure::source::source(table, locale);
    Some(drilled.figure)
}

/// A figure of one line and its parts, while it is built.
struct DrillDown<'b> {
    table: &'b Table,
    locale: Locale,
    figure: Figure,
}

impl DrillDown<'_> {
    /// The chart of the levels of the path, and of the parts of its last line.
    fn plot(&mut self, top: &[&Line], path: &[&Line], budget: &Budget) -> Plot {
        let classes = classes(budget, self.locale).map(|classes| classes.entries).unwrap_or_default();
        let mut level: Vec<_> = (0..classes.len()).filter(|&i| is_positive(&classes[i])).collect();
        // After the entries of single lines there may be one for all the rest.
        let name = self.locale.lang.name(&path[0].name, path[0].name_en.as_deref());
        let is_line = |i: &usize| classes.get(*i).is_some_and(|entry| entry.name == name);
        let mut chosen = by_total(self.table, top).position(|class| same(class, path[0])).filter(is_line);
        self.figure.entries = classes;
        let mut levels = Vec::new();
        for (depth, line) in path.iter().enumerate() {
            // A level of a single part is not shown.
            let is_choice = level.len() > 1;
            levels.extend(chosen.filter(|_| is_choice).map(|chosen| Level { parts: level.clone(), chosen }));
            let start = self.figure.entries.len();
            let (below, caveat) = self.parts(line);
            self.figure.notes = caveat.into_iter().collect();
            level = (start..start + below.len()).filter(|&i| is_positive(&below[i - start])).collect();
            self.figure.legend = (start..start + below.len()).collect();
            let parts = children(self.table, line);
            chosen = path.get(depth + 1).and_then(|next| {
                let place = by_total(self.table, &parts).take(below.len()).position(|part| same(part, next))?;
                Some(start + place)
            });
            self.figure.entries.extend(below);
        }
        for (id, entry) in self.figure.entries.iter_mut().enumerate() {
            entry.legend = id;
        }
        Plot::Drill(levels, level)
    }

    /// The parts of a line, largest first; of one that has none, its basic and its project expenditure.
    fn parts(&self, line: &Line) -> (Vec<Entry>, Option<Text>) {
        let (table, locale) = (self.table, self.locale);
        let whole = table.money(line, column::TOTAL);
        let below = children(table, line);
        let mut parts: Vec<_> = by_total(table, &below)
            .take(MAX_PARTS)
            .map(|part| Entry { param: opens(table, part), ..Entry::of_cell(table, part, column::TOTAL, locale) })
            .collect();
        if parts.is_empty() {
            let series = [
                (column::BASIC, "基本支出", "Basic expenditure"),
                (column::PROJECT, "项目支出", "Project expenditure"),
            ];
            let part = |(id, zh, en): (&str, &str, &str)| {
                let name: &str = locale.tr(zh, en);
                Entry { name: name.into(), short: name.into(), note: None, ..Entry::of_cell(table, line, id, locale) }
            };
            parts = series.into_iter().filter(|(id, ..)| table.has_column(id)).map(part).collect();
            // Other parts of expenditure, which some templates print beside basic and project.
            parts.extend(table.columns.iter().filter(|column| THIRD.contains(&column.id.as_str())).filter_map(
                |column| {
                    let name = called(&column.id, &column.name, locale);
                    let cell = Entry::of_cell(table, line, &column.id, locale);
                    let some = cell.money.is_some_and(|money| !money.is_zero());
                    some.then(|| Entry { short: name.clone(), name, note: None, ..cell })
                },
            ));
        }
        let (_, caveat) = shared(&mut parts, whole, locale);
        let of = Entry::of_cell(table, line, column::TOTAL, locale).short;
        for (i, part) in parts.iter_mut().enumerate() {
            (part.series, part.share_of) = (i, Some(of.clone()));
        }
        (parts, caveat)
    }
}

fn same(a: &Line, b: &Line) -> bool {
    std::ptr::eq(a, b)
}

/// The parameter that drills into a line, skipping levels that have one part; only lines with a code have one.
fn opens(table: &Table, line: &Line) -> Option<Param> {
    through(table, line).code.as_ref().map(|code| Param::new(param::CODE, code))
}

/// The line itself, or the only one below it that has all its money, level by level.
fn through<'b>(table: &'b Table, mut line: &'b Line) -> &'b Line {
    let money = table.money(line, column::TOTAL);
    while let [only] = children(table, line)[..] {
        if money.is_none() || table.money(only, column::TOTAL) != money {
            break;
        }
        line = only;
    }
    line
}

/// The lines from the outermost to the one with this code, each part of the one before; empty if no line has it.
fn path<'b>(table: &'b Table, code: &str) -> Vec<&'b Line> {
    let is_item = |line: &&Line| line.role == Role::Item;
    let above = |line: &&Line| line.code.as_deref().is_some_and(|own| !own.is_empty() && code.starts_with(own));
    let mut path: Vec<_> = table.lines.iter().filter(is_item).filter(above).collect();
    // Printed order is from the outermost inwards; a code that stands twice counts once.
    path.dedup_by_key(|line| line.code.as_deref());
    let ends = path.last().is_some_and(|line| line.code.as_deref() == Some(code));
    if ends { path } else { Vec::new() }
}

/// The lines directly below a line, by their codes.
pub fn children<'b>(table: &'b Table, line: &Line) -> Vec<&'b Line> {
    let Some(code) = line.code.as_deref() else { return Vec::new() };
    let below = |other: &&Line| {
        other.role == Role::Item
            && other.code.as_deref().is_some_and(|own| own.len() > code.len() && own.starts_with(code))
    };
    let below: Vec<_> = table.lines.iter().filter(below).collect();
    let shortest = below.iter().filter_map(|line| Some(line.code.as_ref()?.len())).min();
    below.into_iter().filter(|line| line.code.as_ref().map(String::len) == shortest).collect()
}

fn answer(path: &[&Line], table: &Table, figure: &Figure, locale: Locale) -> Text {
    let Some((line, above)) = path.split_last() else { return Text::default() };
    let entry = Entry::of_cell(table, line, column::TOTAL, locale);
    let parts: Vec<_> = figure.legend.iter().map(|&id| &figure.entries[id]).collect();
    let has = |entry: &&&Entry| is_positive(entry);
    let largest = parts.iter().find(has).map(|first| {
        let others = parts.iter().filter(has).count();
        let (zh, en) = match others {
            1 if first.money == entry.money => ("，全部用于{0}", ", all of it to {0}"),
            _ => ("，最多的是{0} {1}", ", mostly to {0}: {1}"),
        };
        locale.tell(zh, en, &[&locale.lowercase_first(&first.short), &stated(first, locale)])
    });
    let of = above.last().and_then(|above| {
        let share = crate::money::shares(&[table.money(line, column::TOTAL)?], table.money(above, column::TOTAL)?)?;
        let above = Entry::of_cell(table, above, column::TOTAL, locale).short;
        let share = share.first().filter(|share| share.hundredths() != 10_000)?;
        Some(locale.format("（占{0}的 {1}）", " ({1} of {0})", &[&locale.lowercase_first(&above), &share.display()]))
    });
    locale.tell(
        "{0} {1}{2}{3}。",
        "{0}: {1}{2}{3}.",
        &[&entry.name, &entry.with_unit(locale), &of.unwrap_or_default(), &largest.unwrap_or_default()],
    )
}

/// The breadcrumbs: all expenditure, then each upper line that has several parts.
fn breadcrumbs(table: &Table, path: &[&Line], locale: Locale) -> Vec<(String, Param)> {
    let all = (locale.tr("全部", "All").into(), Param::new(param::CODE, ""));
    let above =
        path.iter().take(path.len().saturating_sub(1)).filter(|line| same(through(table, line), line)).filter_map(
            |line| Some((locale.lang.name(&line.name, line.name_en.as_deref()).to_string(), opens(table, line)?)),
        );
    [all].into_iter().chain(above).collect()
}

/// A note on the meaning of a line's code, in plain words.
fn meaning(line: &Line, locale: Locale) -> Option<String> {
    let note = locale.lang.tr(line.note.as_deref().unwrap_or(""), line.note_en.as_deref().unwrap_or(""));
    let code = line.code.as_deref()?;
    (!note.is_empty())
        .then(|| locale.format("科目 {0}：{1}。", "Code {0}: {1}.", &[code, note.trim_end_matches(['。', '.'])]))
}

/// A link from a line of the innermost level to the list of projects: the document does not say which line a project
/// belongs to, but project expenditure consists of projects.
fn projects(budget: &Budget, table: &Table, line: &Line, locale: Locale) -> Option<Section> {
    let is_end = children(table, line).is_empty();
    let money = table.money(line, column::PROJECT).filter(|money| is_end && !money.is_zero())?;
    let listed = budget.table(Kind::Projects).filter(|table| !table.empty).map(|table| leaves(table).count())?;
    let text = locale.format(
        "其中项目支出 {0}：看全部 {1} 个项目 ›",
        "{0} of it is for projects: see all {1} ›",
        &[&locale.money(money), &listed.to_string()],
    );
    Some(Section { choices: vec![(text, Param::new(param::FIND, ""))], ..Section::default() })
}

fn grid(figure: &Figure, whole: &Entry, locale: Locale) -> Grid {
    let row = |&id: &usize| {
        let entry = &figure.entries[id];
        Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)])
    };
    let shares = Share::sum(figure.legend.iter().filter_map(|&id| figure.entries[id].share));
    let shares = Cell::text(shares.map_or_else(|| "—".into(), |shares| shares.to_string()));
    let total = Row::of([Cell::text(&whole.name), Cell::amount(whole), shares]).sum();
    let head = [locale.tr("功能分类", "Class"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")];
    Grid::new(head, figure.legend.iter().map(row).chain([total]).collect())
}
