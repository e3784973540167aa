//! The figure about the department: what kind of body is this?
//!
//! Source: the document's account of the department, its duties, offices and posts (部门概况).

use rust_decimal::Decimal;

use super::counts::{brief, by_number, compare, describe, differences, entries, grid, listed, parts, stated_in};
use super::entry::Entry;
use super::source::narrative;
use super::{EntryId, Figure, Plot, Query, Question, Section, Stack, Text};
use crate::budget::{Budget, Count, Document, Profile, Stated};
use crate::locale::{Lang, Locale};
use crate::money::sort_by;

pub const QUESTION: Question = Question {
    id: "profile",
    question: ("这是个什么单位？", "What kind of body is this?"),
    answer: profile,
    params: &[],
    lacking: ("没有单位职责和人员情况", "no account of duties and staff"),
};

/// The format's keys of counts: posts, all serving staff, those of them on the establishment, inner offices.
const POSTS: &str = "establishment";
const SERVING: &str = "serving";
const ON_POSTS: &str = "serving-staff";
const OFFICES: &str = "offices";

fn profile(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let counts = &budget.staff[..];
    let known = budget.profile.as_ref();
    let (answer, others) = answer(counts, known, locale)?;
    let mut entries = entries(counts, Stated::Staff, locale);
    let drawn = by_number(counts, &comparable(counts));
    compare(&mut entries, &drawn);
    Some(Figure {
        answer,
        plot: people(counts, &entries),
        ranked: true,
        legend: legend(counts, &drawn),
        grid: grid(counts, &entries, locale),
        sections: sections(known, &budget.document, locale),
        notes: others.into_iter().collect(),
        footnotes: differences(Stated::Staff, counts, locale),
        source: source(counts, locale).into(),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The first count with this key: a document may state one number in two places.
fn first<'c>(counts: &'c [Count], key: &str) -> Option<(usize, &'c Count)> {
    counts.iter().enumerate().find(|(_, count)| count.key == key)
}

/// The counts that can be compared: posts, all serving staff, and the parts of these.
fn comparable(counts: &[Count]) -> Vec<usize> {
    let serving = first(counts, SERVING).or_else(|| first(counts, ON_POSTS));
    let parts = serving.iter().flat_map(|(_, whole)| parts(counts, whole)).map(|(i, _)| i);
    let mut drawn: Vec<_> = first(counts, POSTS).iter().chain(&serving).map(|(i, _)| *i).chain(parts).collect();
    let unit = drawn.first().map(|&i| &counts[i].unit);
    drawn.retain(|&i| Some(&counts[i].unit) == unit);
    drawn
}

/// All serving staff, and the counts that they consist of; nothing where the parts do not add up to all.
fn made_up(counts: &[Count]) -> Option<((usize, &Count), Vec<EntryId>)> {
    let (i, whole) = first(counts, SERVING).or_else(|| first(counts, ON_POSTS))?;
    let parts: Vec<_> = parts(counts, whole).collect();
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (_, part)| sum.checked_add(part.value.decimal()))?;
    let is_nonzero = |(_, part): &(usize, &Count)| part.value.decimal() > Decimal::ZERO && part.unit == whole.unit;
    let adds_up = parts.len() > 1 && sum == whole.value.decimal() && parts.iter().all(is_nonzero);
    adds_up.then(|| ((i, whole), parts.into_iter().map(|(i, _)| i).collect()))
}

/// A bar of all serving staff, with those on the establishment and the others as its parts.
fn people(counts: &[Count], entries: &[Entry]) -> Plot {
    let Some(((i, _), parts)) = made_up(counts) else { return Plot::None };
    let whole = &entries[i];
    Plot::Stacks(vec![Stack { label: whole.name.clone(), amount: whole.amount.clone(), parts }])
}

/// The list: what has bars, then all other counts, each once, since a document states some numbers twice.
fn legend(counts: &[Count], drawn: &[usize]) -> Vec<EntryId> {
    let mut legend: Vec<_> = drawn.iter().copied().chain(0..counts.len()).collect();
    // The same count again and again, the first in front.
    let key = |at: usize| (counts[legend[at]].key.as_str(), counts[legend[at]].value.decimal());
    let mut sorted: Vec<_> = (0..legend.len()).collect();
    sort_by(&mut sorted, |one, other| key(*one).cmp(&key(*other)));
    let mut is_listed = vec![false; legend.len()];
    for alike in sorted.chunk_by(|one, next| key(*one) == key(*next)) {
        is_listed[alike[0]] = true;
    }
    let mut at = 0..;
    legend.retain(|_| at.next().is_some_and(|at| at < drawn.len() || is_listed[at]));
    legend
}

/// The answer: what kind of body it is, with its staff; and a note with posts, offices and duties.
fn answer(counts: &[Count], known: Option<&Profile>, locale: Locale) -> Option<(Text, Option<Text>)> {
    let serving = first(counts, SERVING).or_else(|| first(counts, ON_POSTS));
    let nature = known.and_then(|known| match locale.lang {
        Lang::Zh => known.nature.as_deref(),
        Lang::En => known.nature_en.as_deref().or(known.nature.as_deref()),
    });
    let nature = nature.map_or("", |nature| nature.trim_end_matches(['。', '.']));
    // The number of staff is given once, here or in the note.
    let people = serving.map(|(i, _)| of_people(counts, i, locale)).filter(|_| !nature.is_empty());
    let beside = serving.filter(|_| people.is_none());
    let numbers = [first(counts, POSTS), beside, first(counts, OFFICES)];
    let one = |i: usize| describe(Stated::Staff, counts, i, locale);
    let mut told: Vec<_> = numbers.into_iter().flatten().map(|(i, _)| one(i)).collect();
    let duties = known.map(|known| known.duties.len()).filter(|&duties| duties > 0);
    if told.is_empty() && people.is_none() && duties.is_none() {
        told.extend(counts.first().map(|_| one(0)));
    }
    let told = listed(&told, locale.tr("，", ", "), locale);
    let has = (!told.is_empty()).then(|| locale.tell("这个单位有{0}。", "This body has {0}.", &[&told]));
    let duties = duties.map(|duties| {
        let (zh, en) = ("这里列出这个单位的 {0} 项职责。", "Duties of this body that are listed here: {0}.");
        Text::from(locale.format(zh, en, &[&duties.to_string()]))
    });
    let has = match (has, duties) {
        (Some(has), Some(duties)) => Some(has + locale.tr("", " ") + duties),
        (has, duties) => has.or(duties),
    };
    let is = match &people {
        Some(people) => locale.tell("这是{0}，有{1}。", "This is {0} with {1}.", &[&nature, people]),
        None => locale.format("这是{0}。", "This is {0}.", &[nature]).into(),
    };
    if nature.is_empty() { has.map(|has| (has, None)) } else { Some((is, has)) }
}

/// All serving staff, with its parts where they are known: `实有人数 60 人：在编 40 人、其他 20 人`.
fn of_people(counts: &[Count], serving: usize, locale: Locale) -> Text {
    let one = |i: usize| brief(Stated::Staff, counts, i, locale);
    match made_up(counts) {
        Some(((i, _), parts)) if i == serving => {
            let parts: Vec<_> = parts.into_iter().map(one).collect();
            let between = if parts.len() == 2 { " " } else { ", " };
            let parts = listed(&parts, locale.tr("、", between), locale);
            locale.tell("{0}：{1}", "{0}: {1}", &[&one(serving), &parts])
        }
        _ => one(serving),
    }
}

/// The sections on duties, offices, and the document that all this is from.
fn sections(known: Option<&Profile>, document: &Document, locale: Locale) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut list = |zh, en, list: Vec<String>| {
        if !list.is_empty() {
            sections.push(Section { title: locale.tr(zh, en).into(), list, ..Section::default() });
        }
    };
    if let Some(known) = known {
        let told = |zh: &Vec<String>, en: &Vec<String>| match locale.lang {
            Lang::En if !en.is_empty() => en.clone(),
            _ => zh.clone(),
        };
        list("主要职责", "Duties", told(&known.duties, &known.duties_en));
        list("内设机构", "Inner offices", told(&known.offices, &known.offices_en));
    }
    let facts = [
        (locale.tr("单位全称", "Department"), Some(&document.department)),
        (locale.tr("标题", "Title"), Some(&document.title)),
        (locale.tr("发布单位", "Published by"), document.publisher.as_ref()),
        (locale.tr("发布日期", "Published on"), document.published.as_ref()),
        (locale.tr("原文网址", "Address"), document.url.as_ref()),
        (locale.tr("文件对数字的说明", "On its numbers"), document.note.as_ref()),
    ];
    let fact = |(name, text): (&str, Option<&String>)| Some(locale.format("{0}：{1}", "{0}: {1}", &[name, text?]));
    list("官方文件", "The official document", facts.into_iter().filter_map(fact).collect());
    sections
}

fn source(counts: &[Count], locale: Locale) -> String {
    let sections = stated_in(counts);
    if sections.is_empty() {
        return locale.tr("来源：文件的单位概况", "Source: the document's account of the department").into();
    }
    locale.format("来源：{0}", "Source: {0}", &[&narrative(&sections, locale)])
}
