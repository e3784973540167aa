//! What a reader should know before comparing years: years without a document, and classes that one of two years does
//! not have, calls otherwise or gives another code. Whether that is the same money no document says, so it is told and
//! never guessed.

use std::collections::BTreeMap;

use super::own;
use super::points::{Measure, class_of, is_general_public_only, label};
use super::positions::positions;
use crate::budget::{Budget, Kind, Line, Others, Side, plain};
use crate::figure::Text;
use crate::figure::classes::lines;
use crate::figure::entry::short;
use crate::figure::several::{self, several};
use crate::locale::Locale;

const LACKING: (&str, &str) = ("{0} 年有、{1} 年没有的科目：{2}。", "Classes of {0} that {1} does not have: {2}.");
const RENAMED: (&str, &str) = (
    "从 {0} 年到 {1} 年改了名称的科目：{2}。内容是否相同，文件没有说。",
    "Classes with another name from {0} to {1}: {2}. Whether they cover the same, the documents do not say.",
);
const MOVED: (&str, &str) = (
    "从 {0} 年到 {1} 年换了编码的科目：{2}。内容是否相同，文件没有说。",
    "Classes with another code from {0} to {1}: {2}. Whether they cover the same, the documents do not say.",
);

pub fn notes(budget: &Budget, others: &Others, measure: Measure, locale: Locale) -> Vec<Text> {
    let documents: Vec<_> = own(budget, others).map(|(_, document)| document).collect();
    let mut notes: Vec<String> = gaps(&documents, locale).into_iter().collect();
    let budgets = documents.iter().filter(|document| !document.is_final()).copied();
    let budgets: Vec<_> = budgets.collect();
    let pairs = || budgets.windows(2).map(|pair| [pair[0], pair[1]]);
    match measure {
        Measure::Whole => {
            notes.extend(of_one_fund(&documents, locale));
            notes.extend(pairs().flat_map(|pair| changed(pair, first_level, locale)));
        }
        Measure::Class(code, kind) => {
            notes.extend(of_other_tables(&documents, (code, kind), locale));
            notes.extend(renamed(&documents, (code, kind), locale));
            notes.extend(pairs().flat_map(|pair| changed(pair, |document| below(document, code, kind), locale)));
        }
        Measure::ThreePublic | Measure::Vehicles | Measure::Projects(_) => {}
    }
    notes.into_iter().map(Text::from).collect()
}

/// The years between the first and the last of which there is no document.
fn gaps(documents: &[&Budget], locale: Locale) -> Option<String> {
    let years: Vec<_> = documents.iter().map(|document| document.document.year).collect();
    let all = *years.first()?..=*years.last()?;
    let missing: Vec<_> = all.filter(|year| !years.contains(year)).map(|year| year.to_string()).collect();
    let (zh, en) = ("没有 {0} 年的文件，所以没有画。", "There is no document of {0}, so nothing is drawn for it.");
    (!missing.is_empty()).then(|| locale.format(zh, en, &[&several::years(&missing, locale)]))
}

/// The documents that print the general public budget alone, where others print all expenditure.
fn of_one_fund(documents: &[&Budget], locale: Locale) -> Option<String> {
    let (less, all): (Vec<&Budget>, Vec<_>) =
        documents.iter().copied().partition(|document| is_general_public_only(document));
    let less: Vec<_> = less.into_iter().map(|document| label(document, locale)).collect();
    let (zh, en) = (
        "{0}的文件只列出一般公共预算，不是全部支出，所以没有画。",
        "The documents of {0} print the general public budget only, which is not all expenditure, so nothing is drawn for them.",
    );
    (!less.is_empty() && !all.is_empty()).then(|| locale.format(zh, en, &[&several(&less, locale)]))
}

/// The documents that print a class in a table of another kind only.
fn of_other_tables(documents: &[&Budget], (code, kind): (&str, Kind), locale: Locale) -> Option<String> {
    let is_other = |document: &&&Budget| {
        class_of(document, code, kind).is_none() && super::points::class(document, code).is_some()
    };
    let other: Vec<_> = documents.iter().filter(is_other).map(|document| label(document, locale)).collect();
    let (zh, en) = (
        "{0}的文件把这一类列在另一种表里，可能不是同样的资金，所以没有画。",
        "The documents of {0} print this class in a table of another kind, perhaps of other funds, so nothing is drawn for them.",
    );
    (!other.is_empty()).then(|| locale.format(zh, en, &[&several(&other, locale)]))
}

/// The kind of a document's table by class, and the lines of the highest level.
fn first_level(document: &Budget) -> Option<(Option<Kind>, Vec<&Line>)> {
    lines(document).map(|(table, lines)| (table.kind, lines))
}

/// The lines below a class in the table of this kind.
fn below<'b>(document: &'b Budget, code: &str, kind: Kind) -> Option<(Option<Kind>, Vec<&'b Line>)> {
    let is_below = |own: &str| own.len() > code.len() && own.starts_with(code);
    let is_it = |line: &&Line| line.side != Some(Side::Income) && line.code.as_deref().is_some_and(is_below);
    let lines = document.table(kind)?.lines.iter().filter(is_it);
    Some((Some(kind), lines.collect()))
}

/// The classes of two years that only one has, that have another name, and that have another code.
fn changed<'b>(
    [before, after]: [&'b Budget; 2],
    of: impl Fn(&'b Budget) -> Option<(Option<Kind>, Vec<&'b Line>)>,
    locale: Locale,
) -> Vec<String> {
    let (Some((kind, mut old)), Some((other, mut new))) = (of(before), of(after)) else { return Vec::new() };
    // Tables of two kinds have different lines anyway.
    if kind != other {
        return Vec::new();
    }
    for lines in [&mut old, &mut new] {
        lines.retain(|line| line.code.is_some());
    }
    let years = [before, after].map(|budget| budget.document.year.to_string());
    let name = |line: &Line| String::from(locale.lang.name(&line.name, line.name_en.as_deref()));
    let [old_codes, new_codes] = [&old, &new].map(|lines| by(lines, code));
    let without = |own: &[&'b Line], other: &BTreeMap<String, usize>| {
        own.iter().copied().filter(|line| !other.contains_key(&code(line))).collect::<Vec<_>>()
    };
    let (gone, come) = (without(&old, &new_codes), without(&new, &old_codes));
    let [names_gone, names_come] = [&gone, &come].map(|lines| by(lines, called));
    // The same name, once in each year.
    let moved =
        names_gone.iter().filter_map(|(name, from)| Some([*gone.get(*from)?, *come.get(*names_come.get(name)?)?]));
    let moved: Vec<[&Line; 2]> = moved.collect();
    let stays = |line: &&&Line| !moved.iter().flatten().any(|other| std::ptr::eq(*other, **line));
    let [gone, come] = [&gone, &come].map(|own| own.iter().filter(stays).map(|line| name(line)).collect::<Vec<_>>());
    let moved: Vec<_> = moved
        .iter()
        .map(|[from, to]| {
            let codes = [from, to].map(|line| line.code.as_deref().unwrap_or_default());
            locale.format("“{0}”由 {1} 换到 {2}", "“{0}” from {1} to {2}", &[&name(to), codes[0], codes[1]])
        })
        .collect();
    let renamed = old.iter().filter_map(|line| {
        let other = new.get(*new_codes.get(&code(line))?).filter(|other| called(line) != called(other))?;
        let (zh, en) = ("{0} 由“{1}”改为“{2}”", "{0} from “{1}” to “{2}”");
        Some(locale.format(zh, en, &[&code(line), &name(line), &name(other)]))
    });
    let renamed: Vec<_> = renamed.collect();
    let say = |(zh, en), [one, other]: [&str; 2], told: &[String]| {
        (!told.is_empty()).then(|| locale.format(zh, en, &[one, other, &several(told, locale)]))
    };
    let [one, other] = [&*years[0], &*years[1]];
    [
        say(RENAMED, [one, other], &renamed),
        say(MOVED, [one, other], &moved),
        say(LACKING, [one, other], &gone),
        say(LACKING, [other, one], &come),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where the lines stand by what names them.
fn by(lines: &[&Line], name: fn(&Line) -> String) -> BTreeMap<String, usize> {
    positions(&mut lines.iter().map(|line| name(line)).enumerate())
}

fn code(line: &Line) -> String {
    line.code.clone().unwrap_or_default()
}

/// A name as two years may print it differently and mean the same.
fn called(line: &Line) -> String {
    plain(short(line.name.trim())).into_owned()
}

/// What each year calls the class, where the names differ.
fn renamed(documents: &[&Budget], (code, kind): (&str, Kind), locale: Locale) -> Option<String> {
    let lines = documents.iter().filter_map(|document| {
        let line = *class_of(document, code, kind)?.1.first()?;
        Some((document.document.year, line))
    });
    let mut names: Vec<(u16, &Line)> = lines.collect();
    names.dedup_by(|one, other| called(one.1) == called(other.1));
    let told = names
        .iter()
        .map(|(year, line)| locale.format("{0} 年起叫“{1}”", "“{1}” from {0} on", &[&year.to_string(), &line.name]));
    let told = told.collect::<Vec<_>>().join(locale.tr("，", ", "));
    let (zh, en) = (
        "编码 {0} 的名称变过：{1}。内容是否相同，文件没有说。",
        "The name of code {0} has changed: {1}. Whether it covers the same, the documents do not say.",
    );
    (names.len() > 1).then(|| locale.format(zh, en, &[code, &told]))
}
