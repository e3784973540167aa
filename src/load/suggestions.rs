//! Finds words in a file that the format does not know, and suggests the one that seems to be meant. Such a word is
//! kept, but no figure and no check finds it. A suggestion is a question, made only where nothing else in the table has
//! the suggested word.

mod kind;
mod messages;

use std::borrow::Cow;

use super::date::is_date;
use super::reader::Reader;
use super::tree::Value;
use crate::budget::vocabulary::{COLUMNS, EXCLUSIVE, FUND_ENDS, FUNDS, KEYS, Named, OTHER_KEYS, SUBJECTS, is_known};
use crate::budget::{Budget, Column, Kind, Line, Statement, Table};
use crate::money::sort_by;
use messages::{asked, no_date, no_subject};

/// Adds a note for each unknown word that seems to be meant for one of the format's.
pub fn look(budget: &Budget, tree: &Value, reader: &mut Reader) {
    let mut note = |path: &[(&str, usize)], field, kind| {
        let at = path.iter().try_fold(tree, |value, (list, i)| value.field(list)?.element(*i));
        // A note on a field that is absent stands at its object.
        let place = at.map_or(0, |object| object.field(field).unwrap_or(object).at);
        reader.warn(place, kind);
    };
    if let Some(day) = budget.document.published.as_deref().filter(|day| !day.is_empty() && !is_date(day)) {
        note(&[], "document", no_date(day));
    }
    for (t, table) in budget.tables.iter().enumerate().filter(|(_, table)| !table.summed) {
        let word = tree.field("tables").and_then(|tables| tables.element(t)?.field("kind"));
        if let Some(told) = kind::look(budget, table, word) {
            note(&[("tables", t)], "kind", told);
        }
        for (c, column) in table.columns.iter().enumerate() {
            if let Some(meant) = id(budget, table, column) {
                note(&[("tables", t), ("columns", c)], "id", asked("id", &column.name, meant, Some(&column.id)));
            }
        }
        for (l, line) in table.lines.iter().enumerate() {
            if let Some(meant) = key(table, line) {
                note(&[("tables", t), ("lines", l)], "key", asked("key", &line.name, meant, line.key.as_deref()));
            }
        }
    }
    let printed = printed(budget);
    for (list, statements) in [("statements", &budget.statements), ("procurement", &budget.procurement)] {
        for (s, statement) in statements.iter().enumerate() {
            let subject = &statement.subject;
            let kind = match subject_of(budget, &printed, statement) {
                Subject::Known => continue,
                Subject::Meant(meant) => asked("subject", &statement.name, meant, Some(subject)),
                Subject::Unknown => no_subject(subject),
            };
            note(&[(list, s)], "subject", kind);
        }
    }
}

/// A printed name without whitespace and with Chinese brackets.
fn plain(name: &str) -> Cow<'_, str> {
    if !name.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')')) {
        return name.into();
    }
    let sign = |c| match c {
        '(' => '（',
        ')' => '）',
        c => c,
    };
    name.chars().filter(|c| !c.is_whitespace()).map(sign).collect::<String>().into()
}

/// The word of which `name` is exactly a printed name; names of funds may have one of the usual endings.
fn named(words: &[Named], name: &str) -> Option<&'static str> {
    let is_fund = |word: &str| FUNDS.contains(&word);
    let says = |word: &str, own: &str| {
        let Some(mut rest) = name.strip_prefix(own) else { return false };
        while let Some(shorter) = FUND_ENDS.iter().find_map(|end| rest.strip_suffix(end)).filter(|_| is_fund(word)) {
            rest = shorter;
        }
        rest.is_empty()
    };
    words.iter().find(|(word, names)| names.iter().any(|own| says(word, own))).map(|(word, _)| *word)
}

/// The id that a column's heading stands for, if the column has another one.
fn id(budget: &Budget, table: &Table, column: &Column) -> Option<&'static str> {
    let name = plain(&column.name);
    let meant = named(COLUMNS, &name).filter(|meant| *meant != column.id && !column.text)?;
    if EXCLUSIVE.iter().any(|ids| ids.contains(&meant) && ids.contains(&&*column.id)) {
        return Some(meant);
    }
    let has_fields = [&column.measure, &column.fund, &column.part, &column.origin].iter().any(|field| field.is_some());
    // An id that contains the word says more than the word itself: `carry-over-general-public`.
    let says_more = column.id.split('-').any(|part| meant.split('-').any(|own| own == part));
    let alike = table.columns.iter().filter(|other| plain(&other.name) == name).count();
    let group = column.group.as_deref().unwrap_or_default();
    let is_taken = is_known(&column.id)
        || has_fields
        || says_more
        || alike > 1
        || table.has_column(meant)
        || narrows(budget, group);
    // A total below a heading may be of that heading alone.
    let is_part = meant == "total" && !(group.is_empty() || group.contains("预算"));
    (!is_taken && !is_part).then_some(meant)
}

/// Whether a heading limits the columns below it to another year, or to part of the money.
fn narrows(budget: &Budget, group: &str) -> bool {
    let year = budget.document.year.to_string();
    ["上年", "结转", "结余", "执行", "决算", "增减", "变动"].iter().any(|word| group.contains(word))
        || group.contains("20") && !group.contains(&year)
}

/// The key that a line's name stands for, or that the line's own key nearly is.
fn key(table: &Table, line: &Line) -> Option<&'static str> {
    let own = line.key.as_deref();
    let is_told =
        [&line.code, &line.is, &line.function, &line.economic, &line.government].iter().any(|it| it.is_some());
    // In other tables a line without a key is recognized by its code, its role or its name.
    let is_needed = table.kind == Some(Kind::ThreePublic);
    if is_told || (own.is_none() && !is_needed) || own.is_some_and(|own| is_code(own) || keys().any(|key| key == own)) {
        return None;
    }
    let names = KEYS.iter().find(|(kind, _)| table.kind == Some(*kind)).map_or(&[] as &[Named], |(_, names)| names);
    let nearly = || own.and_then(|own| keys().find(|key| near(key, own)));
    let meant = named(names, &plain(&line.name)).or_else(nearly)?;
    (!table.lines.iter().any(|other| other.key.as_deref() == Some(meant))).then_some(meant)
}

fn keys() -> impl Iterator<Item = &'static str> {
    let of_kinds = KEYS.iter().flat_map(|(_, names)| *names).chain(COLUMNS).map(|(word, _)| *word);
    of_kinds.chain(OTHER_KEYS.iter().copied())
}

/// What is known of a statement's subject.
enum Subject {
    Known,
    Meant(&'static str),
    Unknown,
}

/// Whether a statement's subject is a code or a word of the format.
fn is_format_word(subject: &str) -> bool {
    is_code(subject) || words().any(|word| word == subject)
}

fn words() -> impl Iterator<Item = &'static str> {
    SUBJECTS.iter().map(|(word, _)| *word).chain(keys())
}

/// The subjects of statements that are no words of the format but printed in the document: as the id of a column, as
/// the code or key of a line, or as the key of a count; sorted.
fn printed(budget: &Budget) -> Vec<&str> {
    let statements = budget.statements.iter().chain(&budget.procurement);
    let mut others: Vec<_> =
        statements.map(|statement| &*statement.subject).filter(|subject| !is_format_word(subject)).collect();
    if others.is_empty() {
        return others;
    }
    sort_by(&mut others, Ord::cmp);
    let columns = budget.tables.iter().flat_map(|table| table.columns.iter().map(|column| column.id.as_str()));
    let lines = budget.tables.iter().flat_map(|table| table.lines.iter().map(Line::label));
    let counts = budget.staff.iter().chain(&budget.assets).map(|count| count.key.as_str());
    let is_other = |word: &&str| others.binary_search(word).is_ok();
    let mut printed: Vec<_> = columns.chain(lines).chain(counts).filter(is_other).collect();
    sort_by(&mut printed, Ord::cmp);
    printed
}

fn subject_of(budget: &Budget, printed: &[&str], statement: &Statement) -> Subject {
    let subject = &*statement.subject;
    if is_format_word(subject) || printed.binary_search(&subject).is_ok() {
        return Subject::Known;
    }
    let lists = || KEYS.iter().rev().map(|(_, names)| *names).chain([SUBJECTS, COLUMNS]);
    let says = |name: &str| lists().find_map(|list| named(list, name));
    let all = || budget.statements.iter().chain(&budget.procurement);
    let is_free = |word: &&str| !all().any(|other| other.subject == *word);
    let by_name = says(&plain(subject)).or_else(|| says(&plain(&statement.name)).filter(is_free));
    match by_name.or_else(|| words().find(|word| near(word, subject)).filter(is_free)) {
        Some(meant) => Subject::Meant(meant),
        // A word of the file's author may stand for something that no table prints; a Chinese name does not.
        None if subject.is_ascii() => Subject::Known,
        None => Subject::Unknown,
    }
}

fn is_code(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `found` is `word` except for one letter, or two in a longer word.
fn near(word: &str, found: &str) -> bool {
    let most = if word.len() > 7 { 2 } else { 1 };
    // Replacing one letter changes the sets of letters by two at most.
    let letters = |word: &str| word.bytes().fold(0_u32, |letters, byte| letters | 1 << (byte % 32));
    let is_alike = || (letters(word) ^ letters(found)).count_ones() as usize <= 2 * most;
    word.len() > 3
        && word.len().abs_diff(found.len()) <= most
        && is_alike()
        && distance(word.as_bytes(), found.as_bytes()) <= most
}

/// The edit distance of two words: how many letters have to be inserted, removed or replaced.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let here = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = std::mem::replace(&mut row[j + 1], here);
        }
    }
    row[b.len()]
}
