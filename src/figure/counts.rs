//! Counts of people and things (staff, vehicles, floor space): their wording, and which are parts of which.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::{EntryId, Text};
use crate::budget::{Count, Place, Stated};
use crate::locale::{Lang, Locale};
use crate::money::{Amount, Money, Unit, insert_each, largest_first, text};

/// The neutral colour: of last year's amounts, and of counts that cannot be compared with others.
pub const UNDRAWN: usize = 9;

/// Which counts of a list are parts of which, by their keys.
pub struct Parts<'c> {
    counts: &'c [Count],
    /// The first count of each key.
    first: BTreeMap<&'c str, usize>,
    /// The parts of each key, in printed order.
    of: BTreeMap<&'c str, Vec<usize>>,
}

impl<'c> Parts<'c> {
    /// The parts of all counts of a list. None is a part of itself.
    pub fn of(counts: &'c [Count]) -> Self {
        let (mut first, mut of) = (BTreeMap::new(), BTreeMap::<_, Vec<usize>>::new());
        for (i, count) in counts.iter().enumerate() {
            first.entry(count.key.as_str()).or_insert(i);
            if let Some(whole) = whole_of(count) {
                of.entry(whole).or_default().push(i);
            }
        }
        Parts { counts, first, of }
    }

    /// The parts of a count.
    pub fn under(&self, whole: &Count) -> &[usize] {
        self.of.get(whole.key.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The count that another one is a part of, where it is there; of several with that key the first.
    pub fn above(&self, part: &Count) -> Option<&'c Count> {
        self.first.get(whole_of(part)?).map(|&i| &self.counts[i])
    }
}

/// The key of the count that this one is a part of.
fn whole_of(count: &Count) -> Option<&str> {
    count.part_of.as_deref().filter(|whole| *whole != count.key)
}

/// One entry for each count of a list, in printed order.
pub fn entries(counts: &[Count], list: Stated, locale: Locale) -> Vec<Entry> {
    // A part stands apart from its whole in a list, and says of what it is a part.
    let all = Parts::of(counts);
    let note = |count: &Count| {
        let whole = all.above(count)?;
        Some(locale.format("属于{0}", "of {0}", &[&locale.lowercase_first(name(whole, locale))]))
    };
    let entry = |(i, count): (usize, &Count)| Entry {
        note: note(count),
        number: Some(count.value),
        amount: number(count, locale),
        series: UNDRAWN,
        legend: i,
        at: Some(Place::Count(list, i)),
        ..Entry::ours(name(count, locale), None, locale)
    };
    counts.iter().enumerate().map(entry).collect()
}

/// Gives bars in the list to the `compared` counts. Where all of them are parts, their notes that say so are removed.
pub fn compare(entries: &mut [Entry], compared: &[EntryId]) {
    let all_parts = compared.iter().all(|&id| entries[id].note.is_some());
    for &id in compared.iter().filter(|_| compared.len() > 1) {
        entries[id].series = 0;
        entries[id].note.take_if(|_| all_parts);
    }
}

/// Sorts counts from the largest to the smallest.
pub fn by_number(counts: &[Count], ids: &[EntryId]) -> Vec<EntryId> {
    let sizes: Vec<_> = ids.iter().map(|&id| size(counts[id].value)).collect();
    largest_first(sizes).map(|i| ids[i]).collect()
}

/// The size of a count, with the exact arithmetic of money.
fn size(number: Amount) -> i128 {
    Money::new(number, Unit::Yuan).millionths()
}

fn name(count: &Count, locale: Locale) -> &str {
    locale.lang.name(&count.name, count.name_en.as_deref())
}

/// A count with its unit, `89 辆`; in English without it, `89`, since the name says what is counted.
fn number(count: &Count, locale: Locale) -> String {
    let unit = unit(count, locale);
    text(count.value.decimal()) + if unit.is_empty() { "" } else { " " } + unit
}

fn unit(count: &Count, locale: Locale) -> &str {
    match (locale.lang, count.unit.as_str()) {
        (Lang::En, "平方米") => "m²",
        (Lang::En, "人" | "辆" | "户" | "个" | "台" | "套" | "台（套）") => "",
        (_, unit) => unit,
    }
}

/// The parts of a count, where only those of a few are asked for.
pub fn parts<'c>(counts: &'c [Count], whole: &Count) -> impl Iterator<Item = (usize, &'c Count)> {
    counts.iter().enumerate().filter(move |(_, count)| whole_of(count) == Some(&whole.key))
}

/// A count as a part of a sentence: `公务用车 89 辆`.
pub fn brief(list: Stated, counts: &[Count], i: usize, locale: Locale) -> Text {
    let count = &counts[i];
    let number = Text::at(&number(count, locale), Some(Place::Count(list, i)));
    // In English what has a unit is "floor space of 500 m²", what has none "89 vehicles".
    let en = match (unit(count, locale).is_empty(), &count.name_en) {
        (true, _) => "{1} {0}",
        (false, Some(_)) => "{0} of {1}",
        (false, None) => "{0} {1}",
    };
    locale.tell("{0} {1}", en, &[&locale.lowercase_first(name(count, locale)), &number])
}

/// A count as a part of a sentence, with those of its parts that are not zero: `公务用车 89 辆，全部是应急保障用车`.
pub fn describe(list: Stated, counts: &[Count], whole: usize, locale: Locale) -> Text {
    let one = |i: usize| brief(list, counts, i, locale);
    let some: Vec<_> = parts(counts, &counts[whole]).filter(|(_, part)| size(part.value) != 0).collect();
    one(whole)
        + match some[..] {
            [] => Text::default(),
            [(_, only)] if size(only.value) == size(counts[whole].value) => {
                locale.format("，全部是{0}", ", all of them {0}", &[&locale.lowercase_first(name(only, locale))]).into()
            }
            _ => {
                let parts: Vec<_> = some.iter().map(|(i, _)| one(*i)).collect();
                locale.tell("（{0}）", " ({0})", &[&Text::join(&parts, locale.tr("、", ", "))])
            }
        }
}

/// Joins several things into a list in a sentence.
pub fn listed(things: &[Text], separator: &str, locale: Locale) -> Text {
    match things {
        [before @ .., last] if !before.is_empty() => {
            locale.tell("{0}{1}{2}", "{0}{1}and {2}", &[&Text::join(before, separator), &separator, last])
        }
        _ => Text::join(things, ""),
    }
}

/// Notes on counts whose parts add up to something else.
pub fn differences(list: Stated, counts: &[Count], locale: Locale) -> Vec<Text> {
    let money = |count: &Count| Money::new(count.value, Unit::Yuan);
    let sum = |(whole, parts): (_, Vec<usize>)| {
        Some((whole, Money::sum(parts.iter().map(|&part| money(&counts[part])), Unit::Yuan)?))
    };
    let sums: BTreeMap<&str, Money> = insert_each(Parts::of(counts).of.into_iter().filter_map(sum));
    let difference = |(i, whole): (usize, &Count)| {
        let ours = sums.get(whole.key.as_str()).copied().filter(|&ours| ours != money(whole))?;
        let ours = ours.in_unit(Unit::Yuan).map(text).unwrap_or_default();
        let (zh, en) = (
            "{0}：各部分由本页相加为 {1}，文件所列为 {2}。",
            "{0}: the parts, added by this page, are {1}; the document states {2}.",
        );
        let stated = Text::at(&text(whole.value.decimal()), Some(Place::Count(list, i)));
        Some(locale.tell(zh, en, &[&name(whole, locale), &ours, &stated]))
    };
    counts.iter().enumerate().filter_map(difference).collect()
}

/// All counts as a table; where they are stated and when they were counted, where the document says so.
pub fn grid(counts: &[Count], entries: &[Entry], locale: Locale) -> Grid {
    let columns = [
        (true, locale.tr("名称", "What")),
        (true, locale.tr("数量", "Number")),
        (counts.iter().any(|count| count.section.is_some()), locale.tr("出处", "Stated in")),
        (counts.iter().any(|count| count.as_of.is_some()), locale.tr("截至", "As of")),
    ];
    let parts = Parts::of(counts);
    let row = |(count, entry): (&Count, &Entry)| {
        let said = |text: &Option<String>| Cell::words(text.as_deref().unwrap_or("—"));
        let cells = [Cell::text(&entry.name), Cell::amount(entry), said(&count.section), said(&count.as_of)];
        let cells = columns.iter().zip(cells).filter(|(column, _)| column.0).map(|(_, cell)| cell).collect();
        Row { cells, level: if parts.above(count).is_some() { 2 } else { 1 }, ..Row::default() }
    };
    let head = columns.iter().filter(|column| column.0).map(|column| column.1.into()).collect();
    Grid { groups: Vec::new(), head, rows: counts.iter().zip(entries).map(row).collect() }
}

/// The day on which everything was counted, if it is the same for all counts.
pub fn day(counts: &[Count]) -> Option<&str> {
    let day = counts.first()?.as_of.as_deref()?;
    counts.iter().all(|count| count.as_of.as_deref() == Some(day)).then_some(day)
}

/// The day in the reader's language: `2025 年 7 月 31 日`.
pub fn told_day(day: &str, locale: Locale) -> String {
    let numbers: Option<Vec<u16>> = day.split('-').map(|number| number.parse().ok()).collect();
    match numbers.as_deref() {
        Some([year, month, day]) if locale.lang == Lang::Zh => {
            let parts = [year, month, day].map(u16::to_string);
            locale.format("{0} 年 {1} 月 {2} 日", "", &[&parts[0], &parts[1], &parts[2]])
        }
        _ => day.into(),
    }
}

/// The sections that state the counts.
pub fn stated_in(counts: &[Count]) -> Vec<&str> {
    counts.iter().filter_map(|count| count.section.as_deref()).collect()
}
