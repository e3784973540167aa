//! The sentences about all projects: how many, how much, which is the largest, and whether their forms are published.

use super::list::Listed;
use crate::budget::{Place, Table};
use crate::figure::entry::{Entry, printed};
use crate::figure::items::is_positive;
use crate::figure::{EntryId, Text};
use crate::locale::Locale;
use crate::money::{Money, Share, shares};

/// The answer over all projects; `first` is the largest.
pub fn answer(listed: &[Listed], entries: &[Entry], total: &Entry, first: EntryId, locale: Locale) -> Text {
    let first = &entries[first];
    let count = listed.len().to_string();
    if total.money.is_none() {
        let (zh, en) = ("列出 {0} 个项目，都没有安排金额。", "{0} projects are listed, none with an amount.");
        return locale.format(zh, en, &[&count]).into();
    }
    if listed.len() == 1 {
        let (zh, en) = ("只有 1 个项目“{0}”，{1}。", "There is one project, “{0}”, with {1}.");
        return locale.tell(zh, en, &[&first.name, &first.with_unit(locale)]);
    }
    let ours = if total.at.is_none() { locale.tr("（本页相加）", " (added by this page)") } else { "" };
    let sum = total.with_unit(locale) + ours;
    let (zh, en) = if is_positive(first) {
        ("{0} 个项目共 {1}，最大的是“{2}”，{3}{4}。", "{0} projects take {1}; the largest is “{2}” with {3}{4}.")
    } else {
        ("{0} 个项目共 {1}。", "{0} projects take {1}.")
    };
    let share =
        first.display_share().map(|share| locale.format("，占 {0}", ", {0} of it", &[&share])).unwrap_or_default();
    locale.tell(zh, en, &[&count, &sum, &first.name, &first.with_unit(locale), &share])
}

/// Whether all of the projects have a published form, or none; where some have, the list can be limited to the others.
pub fn with_forms(listed: &[Listed], locale: Locale) -> Option<Text> {
    let with = listed.iter().filter(|one| one.has_form()).count();
    let (zh, en) = match (with, listed.len() - with) {
        (0, 1) => ("没有公布绩效目标表。", "It has no published performance form."),
        (1, 0) => ("公布了绩效目标表。", "Its performance form is published."),
        (0, 2..) => ("都没有公布绩效目标表。", "None has a published performance form."),
        (2.., 0) => ("全部公布了绩效目标表。", "All have a published performance form."),
        _ => return None,
    };
    Some(locale.tr(zh, en).into())
}

/// The answer about the projects whose names have the words that a reader looks for.
pub fn found(entries: &[Entry], found: &[EntryId], total: &Entry, sought: &str, locale: Locale) -> Text {
    let moneys: Vec<_> = found.iter().filter_map(|&id| entries[id].money).collect();
    let sum = moneys.first().and_then(|first| Money::sum(moneys.iter().copied(), first.unit()));
    // Of several, the share of their sum: their own shares are rounded each, and may add up to a hundredth less.
    let share = match found {
        [only] => entries[*only].share,
        _ => sum.zip(total.money).and_then(|(sum, total)| shares(&[sum], total)).and_then(Share::sum),
    };
    let sum = sum.map(|sum| {
        let at = if let [only] = found { entries[*only].at } else { None };
        let ours = if moneys.len() > 1 { locale.tr("（本页相加）", " (added by this page)") } else { "" };
        let of = share.map(|share| locale.format("，占全部的 {0}", ", {0} of all", &[&share.to_string()]));
        locale.tell("，共 {0}{1}{2}", ", {0}{1}{2}", &[&printed(sum, at, locale), &ours, &of.unwrap_or_default()])
    });
    let (zh, en) = match found.len() {
        0 => ("{0} 个项目的名称里都没有“{1}”。", "None of the {0} projects has “{1}” in its name."),
        1 => ("{0} 个项目里，名称含“{1}”的有 1 个{3}。", "One of the {0} projects has “{1}” in its name{3}."),
        _ => ("{0} 个项目里，名称含“{1}”的有 {2} 个{3}。", "{2} of the {0} projects have “{1}” in their names{3}."),
    };
    let (all, count) = (entries.len().to_string(), found.len().to_string());
    locale.tell(zh, en, &[&all, &sought, &count, &sum.unwrap_or_default()])
}

/// The answer where the table lists no project.
pub fn nothing(table: &Table, locale: Locale) -> Text {
    let (zh, en) = if table.empty {
        ("没有安排项目：{0}注明本表无数据。", "No projects are budgeted: {0} is marked as empty.")
    } else {
        ("{0}没有列出项目。", "{0} lists no projects.")
    };
    locale.tell(zh, en, &[&Text::at(&table.number, Some(Place::Table(table.index)))])
}
