//! What a reader should know of the projects beside their amounts.

use super::list::Listed;
use crate::budget::{Budget, Kind, Place};
use crate::figure::entry::Entry;
use crate::figure::{EntryId, Text};
use crate::money::Money;
use crate::words::Words;

/// As many rows of the table as a reader scrolls through; the list has all.
pub const MOST_ROWS: usize = 60;
/// As many projects without a form as are named.
const MOST_NAMES: usize = 12;

/// That the table is shorter than the list.
pub fn rows_left_out(rows: usize, words: Words) -> Option<Text> {
    let (zh, en) =
        ("数据表列出前 {0} 个项目，列表里有全部 {1} 个。", "The table has the first {0} projects, the list all {1}.");
    (rows > MOST_ROWS).then(|| words.say(zh, en, &[&MOST_ROWS.to_string(), &rows.to_string()]).into())
}

/// Which projects have no form, where others have one; largest first.
pub fn without_form(
    listed: &[Listed],
    entries: &[Entry],
    by_size: &[EntryId],
    forms: bool,
    words: Words,
) -> Option<Text> {
    let without: Vec<_> = by_size.iter().copied().filter(|&id| !listed[id].has_form()).collect();
    if !forms || without.is_empty() || without.len() == listed.len() {
        return None;
    }
    let moneys: Vec<_> = without.iter().filter_map(|&id| entries[id].money).collect();
    let sum = moneys.first().and_then(|first| Money::sum(moneys.iter().copied(), first.unit()));
    let sum =
        sum.map(|sum| words.say("，共 {0}（本页相加）", ", {0} together (added by this page)", &[&words.money(sum)]));
    let one = |&id: &EntryId| Text::from([&entries[id].name, " "].concat()) + entries[id].told();
    let names: Vec<_> = without.iter().take(MOST_NAMES).map(one).collect();
    let more = if without.len() > MOST_NAMES { words.pick("；等等", "; and others") } else { "" };
    let names = Text::join(&names, words.pick("；", "; ")) + more;
    let (zh, en) =
        ("没有公布绩效目标表的有 {0} 个{1}：{2}。", "Without a published performance form: {0} projects{1}: {2}.");
    Some(words.tell(zh, en, &[&without.len().to_string(), &sum.unwrap_or_default(), &names]))
}

/// Where the document tells of projects that last year's money pays.
pub fn carried(budget: &Budget, words: Words) -> Option<Text> {
    let table = budget.table(Kind::CarriedProjects)?;
    let (zh, en) = if table.empty {
        (
            "用上年结转资金的项目另列在{0}，该表注明本表无数据。",
            "Projects paid from last year's carry-over have a table of their own, {0}, which is marked as empty.",
        )
    } else {
        (
            "用上年结转资金的项目不在其中，另列在{0}。",
            "Projects paid from last year's carry-over are not among them; they stand in {0}.",
        )
    };
    Some(words.tell(zh, en, &[&Text::at(&table.number, Some(Place::Table(table.index)))]))
}
