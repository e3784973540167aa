//! The lists of the card on official files: how much was read, each table, each chapter, what is uncertain.

use super::{Official, OfficialTable, list, select};
use crate::budget::Kind;
use crate::locale::Locale;
use crate::markup::alert::folded;
use crate::markup::node::{Element, el};
use crate::money::Unit;

/// How much was read, in one sentence.
pub fn counted(read: &Official, locale: Locale) -> String {
    let [files, tables, unknown, unread] =
        [read.files.len(), read.tables.len(), unknown(read), read.unread.len()].map(|count| count.to_string());
    let (zh, en) = match (unknown.as_str(), unread.as_str()) {
        _ if read.tables.is_empty() => (
            "{0} 个文件，没有预算表，金额都取自文字；没有读懂的有 {3} 处。",
            "Files: {0}. No budget tables: all amounts are from the text. Not understood: {3}.",
        ),
        ("0", "0") => ("{0} 个文件，{1} 张表，都读懂了。", "Files: {0}. Tables: {1}. All was understood."),
        ("0", _) => ("{0} 个文件，{1} 张表，有 {3} 处没有读懂。", "Files: {0}. Tables: {1}. Not understood: {3}."),
        (_, "0") => {
            ("{0} 个文件，{1} 张表，其中 {2} 张不在常见的表里。", "Files: {0}. Tables: {1}, of no common kind: {2}.")
        }
        _ => (
            "{0} 个文件，{1} 张表，其中 {2} 张不在常见的表里；有 {3} 处没有读懂。",
            "Files: {0}. Tables: {1}, of no common kind: {2}. Not understood: {3}.",
        ),
    };
    locale.format(zh, en, &[&files, &tables, &unknown, &unread])
}

/// How many tables are of no kind that is known.
fn unknown(read: &Official) -> usize {
    read.tables.iter().filter(|table| table.kind.is_empty()).count()
}

/// The name of a table: its title or, where it prints none, its kind.
fn called(table: &OfficialTable, locale: Locale) -> &str {
    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == table.kind).map(Kind::name);
    let (zh, en) = kind.unwrap_or(("没有标题的表", "Table without a title"));
    if table.title.is_empty() { locale.tr(zh, en) } else { &table.title }
}

/// The name of a table where nothing else tells it from others: without a title, its kind with its place.
pub fn named(table: &OfficialTable, locale: Locale) -> String {
    let called = called(table, locale);
    if table.title.is_empty() {
        locale.format("{0}（{1}）", "{0} ({1})", &[called, &table.place])
    } else {
        called.into()
    }
}

/// Each table, with a control for its kind and its unit.
pub fn tables(read: &Official, locale: Locale) -> Element {
    let (zh, en) = ("{0} 张表各是什么", "What each table is ({0})");
    let summary = locale.format(zh, en, &[&read.tables.len().to_string()]);
    let table = |(i, table): (usize, &OfficialTable)| {
        let kind =
            select(&["kind-", &i.to_string()].concat(), locale.tr("什么表", "Kind"), &kinds(locale), &table.kind);
        let unit = select(&["unit-", &i.to_string()].concat(), locale.tr("单位", "Unit"), &units(locale), &table.unit);
        let title = el("p").child(el("b").text(called(table, locale))).text(" ").child(el("small").text(&table.place));
        el("li").child(title).child(el("div").class("fields").child(kind).child(unit))
    };
    folded(&summary, el("ol").class("official").children(read.tables.iter().enumerate().map(table)))
}

/// Each chapter of the text, and how much of it was read.
pub fn chapters(read: &Official, locale: Locale) -> Option<Element> {
    let item = |[title, told, place]: &[String; 3]| {
        el("li")
            .child(el("b").text(title))
            .text(locale.tr("：", ": "))
            .text(told)
            .text(" ")
            .child(el("small").text(place))
    };
    let (zh, en) = ("说明文字的 {0} 个部分各读出多少", "How much was read of the text's {0} chapters");
    let summary = locale.format(zh, en, &[&read.chapters.len().to_string()]);
    (!read.chapters.is_empty()).then(|| folded(&summary, list(read.chapters.iter().map(item))))
}

/// The list of what was not understood.
pub fn unread(read: &Official, locale: Locale) -> Option<Element> {
    let item = |(place, message): &(String, String)| el("li").text(message).text(" ").child(el("small").text(place));
    let summary = locale.format("没有读懂的 {0} 处", "Not understood: {0}", &[&read.unread.len().to_string()]);
    (!read.unread.is_empty()).then(|| folded(&summary, list(read.unread.iter().map(item))).class("notice"))
}

/// The list of assumptions about what is printed nowhere.
pub fn assumed(read: &Official, locale: Locale) -> Option<Element> {
    let summary = locale.format(
        "文件里没有写、按推测读取的 {0} 处",
        "Not printed and assumed: {0}",
        &[&read.assumed.len().to_string()],
    );
    let items = read.assumed.iter().map(|sentence| el("li").text(sentence));
    (!read.assumed.is_empty()).then(|| folded(&summary, list(items)).class("notice"))
}

/// The kinds that a table can have.
fn kinds(locale: Locale) -> Vec<(String, String)> {
    let none = ("", locale.tr("不是下面这些，照标题理解", "None of these: as its title says"));
    let kind = |kind: Kind| {
        let (zh, en) = kind.name();
        (kind.id(), locale.tr(zh, en))
    };
    owned([none].into_iter().chain(Kind::ALL.into_iter().filter(|kind| *kind != Kind::Other).map(kind)))
}

/// The units in which tables are printed.
fn units(locale: Locale) -> Vec<(String, String)> {
    let unit = |unit: Unit| (unit.zh(), locale.tr(unit.zh(), unit.en()));
    owned([Unit::Yuan, Unit::Thousand, Unit::Wan, Unit::Million, Unit::Yi].into_iter().map(unit))
}

fn owned<'a>(choices: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    choices.map(|(value, text)| (value.into(), text.into())).collect()
}
