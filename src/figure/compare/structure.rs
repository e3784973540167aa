//! What departments spend their money on: the functional classes of each, as bars and as a table.

use super::Department;
use super::compared::Compared;
use crate::budget::{Budget, Others};
use crate::figure::classes::classes;
use crate::figure::entry::Entry;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::years::points::{at, completed};
use crate::figure::years::positions::positions;
use crate::figure::{Section, Text};
use crate::locale::Locale;
use crate::money::{Money, Share, largest_first};

/// The most departments whose largest class the answer names.
const NAMED: usize = 6;

/// Finds the classes of each department; a class has the same colour in all.
pub fn find(departments: &mut [Department], (budget, others): (&Budget, &Others), locale: Locale) {
    let mut names = Vec::new();
    for own in &mut *departments {
        let there = |entry: Entry| Entry { at: at(budget, others, own.index, entry.at), note: None, ..entry };
        own.classes = classes(own.document, locale)
            .map(|classes| classes.entries.into_iter().map(there).collect())
            .unwrap_or_default();
        names.extend(own.classes.iter().map(|part| (part.short.clone(), part.money.map_or(0, Money::millionths))));
    }
    // What the classes come to, and so which colour each has.
    let mut place = positions(&mut names.iter().enumerate().map(|(i, (name, _))| (i, name.clone())));
    for (i, place) in place.values_mut().enumerate() {
        *place = i;
    }
    let mut sums = vec![0_i128; place.len()];
    for (name, money) in &names {
        if let Some(sum) = place.get(name).and_then(|&i| sums.get_mut(i)) {
            *sum = sum.saturating_add(*money);
        }
    }
    let mut colours = vec![0; sums.len()];
    for (colour, i) in largest_first(sums).enumerate() {
        colours[i] = colour;
    }
    for own in departments {
        for part in &mut own.classes {
            part.series = place.get(&part.short).map_or(0, |&i| colours[i]);
        }
        own.classes = completed(Some(&own.whole), std::mem::take(&mut own.classes), locale);
    }
}

/// The class of a department that it spends most on, with its share.
fn first<'d>(own: &'d Department) -> Option<(&'d str, Share)> {
    let part = own.classes.first()?;
    Some((&part.short, part.share?))
}

/// The class that a department spends most on, as a note in the list.
pub fn largest(own: &Department, locale: Locale) -> Option<String> {
    let (name, share) = first(own)?;
    Some(locale.format("{0}占 {1}", "{0}: {1}", &[name, &share.display()]))
}

/// What each department spends most on.
pub fn answer(departments: &[Department], chosen: Compared, locale: Locale) -> Option<Text> {
    let named = departments.iter().filter(|_| chosen.is_by_class()).filter_map(|own| {
        let (class, share) = first(own)?;
        let name = locale.lang.name(&own.called, own.document.document.department_en.as_deref());
        Some(locale.format("{0}是{1}（{2}）", "{0}: {1} ({2})", &[name, class, &share.display()]))
    });
    let named: Vec<_> = named.collect();
    let told = named.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(locale.tr("，", "; "));
    let (zh, en) = if named.len() > NAMED {
        ("花钱最多的一类：{0}；其余见下表。", "What each spends most on: {0}; the others are in the table below.")
    } else {
        ("花钱最多的一类：{0}。", "What each spends most on: {0}.")
    };
    (named.len() > 1).then(|| locale.format(zh, en, &[&told]).into())
}

/// The classes of all departments as a table.
pub fn section(departments: &[Department], chosen: Compared, locale: Locale) -> Option<Section> {
    let row = |own: &Department, part: &Entry| {
        let name = locale.lang.name(&own.called, own.document.document.department_en.as_deref());
        let share = part.share.map_or_else(|| "—".into(), |share| share.to_string());
        Row::of([Cell::text(name), Cell::words(&part.name), Cell::amount(part), Cell::text(share)])
    };
    let own = departments.iter().filter(|_| chosen.is_by_class());
    let rows: Vec<_> = own.flat_map(|own| own.classes.iter().map(move |part| row(own, part))).collect();
    let head = [
        locale.tr("部门", "Department"),
        locale.tr("功能分类", "Class"),
        locale.tr("金额", "Amount"),
        locale.tr("占比", "Share"),
    ];
    (!rows.is_empty()).then(|| Section {
        title: locale.tr("各部门按功能分类的支出", "The classes of each department’s expenditure").into(),
        folded: true,
        grid: Some(Grid::new(head, rows)),
        ..Section::default()
    })
}
