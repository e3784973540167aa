//! The treemap of projects, group by group.

use super::list::Listed;
use crate::budget::ProjectGroup;
use crate::figure::entry::Entry;
use crate::figure::items::is_positive;
use crate::figure::{Branch, EntryId, Plot, Text};
use crate::locale::Locale;
use crate::money::{Money, Share};

/// The most areas that can be told apart; the smaller projects of a group become one area, a sum of this program's.
const MAX_AREAS: usize = 60;
/// The groups, in the order of the series: specific goals, other running costs, not stated.
pub const GROUPS: usize = 3;

/// A group's place among the series.
pub const fn series(group: Option<ProjectGroup>) -> usize {
    match group {
        Some(ProjectGroup::Goal) => 0,
        Some(ProjectGroup::Running) => 1,
        None => 2,
    }
}

/// The name of the group with this place.
pub const fn group_name(series: usize, locale: Locale) -> &'static str {
    match series {
        0 => locale.tr("特定目标类", "Specific goals"),
        1 => locale.tr("其他运转类", "Other running costs"),
        _ => locale.tr("未说明类别", "Group not stated"),
    }
}

/// The treemap of the projects `shown`, which are sorted largest first, and notes on those that have no area.
/// Sums of the smaller projects are added to the entries.
pub fn areas(listed: &[Listed], entries: &mut Vec<Entry>, shown: &[EntryId], locale: Locale) -> (Plot, Vec<Text>) {
    let positive: Vec<_> = shown.iter().copied().filter(|&id| is_positive(&entries[id])).collect();
    let mut parts: [Vec<EntryId>; GROUPS] = Default::default();
    let mut rest: [Vec<EntryId>; GROUPS] = Default::default();
    for (i, &id) in positive.iter().enumerate() {
        let group = series(listed[id].group());
        if i < MAX_AREAS { parts[group].push(id) } else { rest[group].push(id) }
    }
    let mut folded = 0;
    for (group, rest) in rest.iter().enumerate() {
        match rest[..] {
            [] => {}
            // A single project needs no sum.
            [only] => parts[group].push(only),
            _ => {
                folded += rest.len();
                parts[group].push(entries.len());
                entries.push(sum(entries, rest, group, locale));
            }
        }
    }
    let mut notes = Vec::new();
    if folded > 0 {
        let (zh, en) = (
            "图中画出最大的 {0} 个项目，其余 {1} 个按类别合为一块。",
            "The {0} largest projects are drawn; the other {1} are one area a group.",
        );
        notes.push(locale.format(zh, en, &[&(positive.len() - folded).to_string(), &folded.to_string()]).into());
    }
    notes.extend(without_area(entries, shown, shown.len() - positive.len(), locale).map(Text::from));
    let stated = |(group, parts)| Branch { label: group_name(group, locale).into(), parts };
    let mut branches: Vec<_> = parts.into_iter().enumerate().filter(|(_, p)| !p.is_empty()).map(stated).collect();
    if let [only] = &mut branches[..] {
        only.label.clear();
    }
    (if branches.is_empty() { Plot::None } else { Plot::Treemap(branches) }, notes)
}

/// The entry of the projects that are too small for areas of their own.
fn sum(entries: &[Entry], rest: &[EntryId], series: usize, locale: Locale) -> Entry {
    let (zh, en) = ("其余 {0} 个项目（本页相加）", "{0} more projects (added by this page)");
    let moneys: Vec<_> = rest.iter().filter_map(|&id| entries[id].money).collect();
    let unit = moneys.first().map_or(locale.unit, |money| money.unit());
    let sum = Entry::ours(&locale.format(zh, en, &[&rest.len().to_string()]), Money::sum(moneys, unit), locale);
    let share = Share::sum(rest.iter().filter_map(|&id| entries[id].share));
    Entry { share, series, legend: entries.len(), ..sum }
}

/// A note on the projects without a positive amount, which have no area.
fn without_area(entries: &[Entry], shown: &[EntryId], count: usize, locale: Locale) -> Option<String> {
    let less: Vec<_> = shown.iter().filter_map(|&id| entries[id].money).filter(|money| money.is_negative()).collect();
    let sum = less.first().and_then(|first| Money::sum(less.iter().copied(), first.unit()));
    let ours = if less.len() > 1 { locale.tr("（本页相加）", " (added by this page)") } else { "" };
    let less = sum.map(|sum| {
        locale.format(
            "；其中负数（冲减）为 {0}{1}",
            "; what is less than nothing is {0}{1}",
            &[&locale.money(sum), ours],
        )
    });
    let (zh, en) = (
        "图中没有画出金额为负数、为零或未安排的 {0} 个项目{1}。",
        "Projects with less than nothing, nothing or no amount are not drawn ({0}){1}.",
    );
    (count > 0).then(|| locale.format(zh, en, &[&count.to_string(), &less.unwrap_or_default()]))
}
