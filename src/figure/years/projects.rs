//! Projects of a kind: those with the same words in their names, over several years or in several departments.
//!
//! No document says which of its projects are of a kind that others have, too: readers choose by words, and are offered
//! those that most of the documents have.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::points::at;
use crate::budget::{Budget, Kind, Line, Others, Table, column};
use crate::figure::classes::by_total;
use crate::figure::control::Control;
use crate::figure::entry::Entry;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::items::leaves;
use crate::figure::projects::list::has_words;
use crate::figure::total::{sum, total};
use crate::figure::{Section, param};
use crate::locale::Locale;
use crate::money::Money;

/// The most projects of a document that its list of a kind has.
const MAX_LISTED: usize = 20;
/// The most kinds that are offered.
const MAX_KINDS: usize = 6;
/// The most projects of a document whose names are looked through for kinds, the largest first.
const MAX_NAMES: usize = 100;
/// The most characters of a name that are looked through.
const MAX_CHARACTERS: usize = 60;
/// How many different characters beside a word say that it ends there.
const VARIED: usize = 3;
/// How many characters the name of a kind has.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
/// What many projects are called whatever they are for.
const EVERYWHERE: [&str; 31] = [
    "项目", "经费", "专项", "资金", "费用", "工作", "业务", "支出", "预算", "补助", "其他", "一般", "年度", "相关",
    "管理", "服务", "保障", "运转", "日常", "机关", "部门", "单位", "中心", "本级", "全市", "市级", "上级", "综合",
    "发展", "人员", "年",
];

/// The projects of a document that have these words in their names, with their table.
pub fn matching<'b>(document: &'b Budget, words: &str) -> Option<(&'b Table, Vec<&'b Line>)> {
    let table = document.table(Kind::Projects).filter(|table| table.has_column(column::TOTAL))?;
    Some((table, leaves(table).filter(|line| has_words(&line.name, words)).collect()))
}

/// Whether at least two of these documents list projects.
pub fn are_listed<'b>(documents: impl Iterator<Item = &'b Budget>) -> bool {
    let lists = |document: &&Budget| matching(document, "").is_some_and(|(_, lines)| !lines.is_empty());
    documents.filter(lists).take(2).count() == 2
}

/// What the projects come to that have these words in their names.
pub fn of_projects(document: &Budget, words: &str, locale: Locale) -> Option<Entry> {
    let (table, lines) = matching(document, words)?;
    Some(match lines[..] {
        _ if words.is_empty() => total(table, column::TOTAL, &lines, locale),
        [line] => Entry::of_cell(table, line, column::TOTAL, locale),
        // No such project is no money, which a document says that lists its projects, or that it has none.
        [] if !table.empty && leaves(table).next().is_none() => return None,
        [] => Entry::ours("", Some(Money::zero(table.unit)), locale),
        _ => Entry::ours("", sum(table, column::TOTAL, &lines), locale),
    })
}

/// How many projects a document has with these words in their names.
pub fn count(document: &Budget, words: &str, locale: Locale) -> Option<String> {
    let count = matching(document, words)?.1.len();
    let (zh, en) = if count == 1 { ("{0} 个项目", "{0} project") } else { ("{0} 个项目", "{0} projects") };
    Some(locale.format(zh, en, &[&count.to_string()]))
}

/// What the money of projects with these words in their names is called inside a sentence.
pub fn name(words: &str, locale: Locale) -> String {
    if words.is_empty() {
        return locale.tr("全部项目的金额", "the money for all projects").into();
    }
    locale.format("名称含“{0}”的项目的金额", "the money for projects with “{0}” in their names", &[words])
}

/// The heading of a list of such projects.
fn title(words: &str, locale: Locale) -> String {
    if words.is_empty() {
        return locale.tr("全部项目", "All projects").into();
    }
    locale.format("名称含“{0}”的项目", "Projects with “{0}” in their names", &[words])
}

/// What the words do not find.
pub const fn caveat(locale: Locale) -> &'static str {
    locale.tr(
        "按项目名称里的字找：同类的项目名称不同就找不到，名称相近的也未必同类。",
        "Found by the words in their names: the same kind under another name is not found, and a like name may be of another kind.",
    )
}

/// The choice of words: those of kinds that several of the documents have, and a field for others.
pub fn controls<'b>(documents: impl Iterator<Item = &'b Budget>, words: &str, locale: Locale) -> Vec<Control> {
    let mut kinds = kinds(documents);
    if !words.is_empty() && !kinds.iter().any(|kind| kind == words) {
        kinds.insert(0, words.into());
    }
    let all = (String::new(), locale.tr("全部项目", "All projects").into());
    let options = [all].into_iter().chain(kinds.into_iter().map(|kind| (kind.clone(), kind)));
    let kinds = Control::Options {
        name: param::FIND,
        label: locale.tr("哪一类", "Which kind").into(),
        options: options.collect(),
        chosen: words.into(),
    };
    let label = locale.tr("项目名称里的字", "Words in projects’ names").into();
    vec![kinds, Control::Find { name: param::FIND, label, text: words.into() }]
}

/// In how many documents names of projects have a word, and whether it stands whole in them.
#[derive(Default)]
struct Known {
    /// The last document that has it, counted from one.
    last: usize,
    count: usize,
    before: Beside,
    after: Beside,
}

/// What stands beside a word, before or behind it, wherever it occurs.
#[derive(Default)]
struct Beside {
    /// Whether nothing does somewhere.
    nothing: bool,
    /// The first different characters.
    seen: [Option<char>; VARIED],
}

impl Beside {
    fn see(&mut self, beside: Option<char>) {
        self.nothing |= beside.is_none();
        if !self.seen.contains(&beside)
            && let Some(free) = self.seen.iter_mut().find(|seen| seen.is_none())
        {
            *free = beside;
        }
    }

    /// Whether a word begins or ends here: nothing stands beside it, or now this and now that.
    fn is_edge(&self) -> bool {
        self.nothing || self.seen.iter().all(Option::is_some)
    }
}

/// The words that the names of projects have in more than one of these documents, those of most documents first.
///
/// Chinese has no spaces, so that any run of characters might be a word. One that always stands behind the same character,
/// or in front of the same, is a piece of a longer word.
fn kinds<'b>(documents: impl Iterator<Item = &'b Budget>) -> Vec<String> {
    let mut known: BTreeMap<&str, Known> = BTreeMap::new();
    // What a department or its place is called is no kind.
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for (i, document) in documents.enumerate() {
        let own = &document.document;
        let called = || [own.department.as_str()].into_iter().chain(own.region.as_deref());
        names.extend(called().flat_map(parts_of).map(|part| part.text));
        let Some((table, lines)) = matching(document, "") else { continue };
        for line in by_total(table, &lines).take(MAX_NAMES) {
            let name = called().fold(line.name.as_str(), |name, own| name.strip_prefix(own).unwrap_or(name));
            for part in name.split(|c: char| !c.is_alphabetic()).flat_map(words_of) {
                let word = known.entry(part.text).or_default();
                word.before.see(part.before);
                word.after.see(part.after);
                if word.last != i + 1 {
                    (word.last, word.count) = (i + 1, word.count + 1);
                }
            }
        }
    }
    let is_kind = |word: &str, count: usize| count > 1 && !names.contains(word);
    let all = known.into_iter().filter(|(_, known)| known.before.is_edge() && known.after.is_edge());
    let all = all.map(|(word, known)| (word, known.count));
    let mut all: Vec<(&str, usize)> = all.filter(|(word, count)| is_kind(word, *count)).collect();
    // Of a word and a part of it that as many documents have, the word says more. What has two characters of a chosen
    // word is likely a piece of the same words.
    all.sort_by_key(|(word, count)| (Reverse(*count), Reverse(word.len())));
    let mut kinds: Vec<&str> = Vec::new();
    for (word, _) in all {
        if kinds.len() < MAX_KINDS && !kinds.iter().any(|kind| share_a_piece(kind, word)) {
            kinds.push(word);
        }
    }
    kinds.into_iter().map(String::from).collect()
}

/// Whether two texts have two characters next to each other in common.
fn share_a_piece(one: &str, other: &str) -> bool {
    let pairs = other.char_indices().zip(other.char_indices().skip(1));
    pairs.map(|((first, _), (last, c))| &other[first..last + c.len_utf8()]).any(|pair| one.contains(pair))
}

/// All parts of a name that could be the name of a kind: of what is left of it without what anything is called.
fn words_of(name: &str) -> Vec<Part<'_>> {
    let mut rests = vec![name];
    for word in EVERYWHERE {
        rests = rests.into_iter().flat_map(|part| part.split(word)).collect();
    }
    rests.into_iter().flat_map(parts_of).collect()
}

/// A part of a text, and the characters before and behind it.
struct Part<'t> {
    text: &'t str,
    before: Option<char>,
    after: Option<char>,
}

/// All parts of a text with as many characters as the name of a kind has.
fn parts_of(text: &str) -> Vec<Part<'_>> {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let ends: Vec<usize> = ends.take(MAX_CHARACTERS).collect();
    let part = |first: usize, length: usize| {
        let end = *ends.get(first + length)?;
        let (before, after) = (text[..ends[first]].chars().next_back(), text[end..].chars().next());
        Some(Part { text: &text[ends[first]..end], before, after })
    };
    (0..ends.len()).flat_map(|first| LENGTHS.filter_map(move |length| part(first, length))).collect()
}

/// The projects with these words in the names, document by document: each with its amount and its place.
pub fn section<'b>(
    documents: impl Iterator<Item = (String, &'b Budget)>,
    (budget, others): (&Budget, &Others),
    words: &str,
    heading: &str,
    locale: Locale,
) -> Option<Section> {
    let (mut rows, mut left_out) = (Vec::new(), 0);
    for (label, document) in documents {
        let Some((table, lines)) = matching(document, words) else { continue };
        let index = others.index_of(document).unwrap_or_default();
        left_out += lines.len().saturating_sub(MAX_LISTED);
        for line in by_total(table, &lines).take(MAX_LISTED) {
            let entry = Entry::of_cell(table, line, column::TOTAL, locale);
            let amount = Cell { at: at(budget, others, index, entry.at), ..Cell::amount(&entry) };
            rows.push(Row::of([Cell::text(&label), Cell::words(&entry.name), amount]));
        }
    }
    let more = (left_out > 0).then(|| {
        locale.format("另有 {0} 个较小的没有列出。", "{0} smaller ones are not listed.", &[&left_out.to_string()])
    });
    let head = [heading, locale.tr("项目", "Project"), locale.tr("金额", "Amount")];
    (!rows.is_empty()).then(|| Section {
        title: title(words, locale),
        folded: true,
        paragraphs: more.into_iter().collect(),
        grid: Some(Grid::new(head, rows)),
        ..Section::default()
    })
}
