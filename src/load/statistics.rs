//! Reads a file of official statistics, `budget-lens/statistics/1`, as budgets are read: all that is wrong with it is told
//! at once, each with its place.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::deserializer::Node;
use super::reader::{Found, Reader};
use super::tree::{Kind, Value};
use super::{Diagnostic, DiagnosticKind, SourceLocation, encoding, parser, syntax_diagnostics};
use crate::budget::{Series, SeriesKind, Statistics, plain, whole};

/// What the word for the format begins with, in every version.
const FORMAT: &str = "budget-lens/statistics/";
/// The years that a number may be of.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;
/// The most series of a file: more than the country has places with a budget of departments. Each document looks through all.
const MAX_SERIES: usize = 5_000;
/// The number that an index of prices has in its base year.
const BASE: usize = 100;

/// Whether a file is one of statistics and not a budget, by its field `format`.
pub fn is_statistics(bytes: &[u8]) -> bool {
    let Ok(text) = encoding::text(bytes) else { return false };
    // No other file has to be parsed for it.
    text.contains(FORMAT)
        && parser::parse(text).is_ok_and(|tree| {
            let format = tree.field("format").map(|format| &format.kind);
            matches!(format, Some(Kind::Text(format)) if format.starts_with(FORMAT))
        })
}

/// Reads official statistics, with notes on what is unusual about their file without being wrong.
///
/// # Errors
/// All errors of the file that one pass can find, as [`read`](super::read) has them.
pub fn statistics(bytes: &[u8]) -> Result<(Statistics, Vec<Diagnostic>), Vec<Diagnostic>> {
    let text = encoding::text(bytes).map_err(|diagnostic| vec![diagnostic])?;
    let tree = parser::parse(text).map_err(|stop| syntax_diagnostics(text, stop))?;
    let mut reader = Reader::default();
    let mut statistics = Statistics::default();
    let read = Statistics::deserialize_in_place(Node::new(&tree, &mut reader), &mut statistics);
    if read.is_ok() && reader.errors.is_empty() {
        check(&statistics, &tree, &mut reader);
    }
    let placed = |found: Found| {
        let diagnostic = |(at, kind)| Diagnostic { location: Some(SourceLocation::in_tree(text, &tree, at)), kind };
        found.into_iter().map(diagnostic).collect()
    };
    if read.is_ok() && reader.errors.is_empty() {
        Ok((statistics, placed(reader.warnings)))
    } else {
        Err(placed(reader.errors))
    }
}

/// Records an error for each rule that the statistics break.
fn check(statistics: &Statistics, tree: &Value, reader: &mut Reader) {
    if statistics.series.len() > MAX_SERIES {
        let at = tree.field("series").map_or(0, |all| all.at);
        let (zh, en) = (
            "这里超过 5000 组，本页不读这么多。",
            "there are more than 5,000 series here, which is more than this page reads.",
        );
        return reader.error(at, DiagnosticKind::Message([zh.into(), en.into()]));
    }
    let mut known = BTreeSet::new();
    for (i, series) in statistics.series.iter().enumerate() {
        let own = tree.field("series").and_then(|all| all.element(i));
        let at = own.map_or(0, |own| own.at);
        let mut wrong = |name: &str, zh: &str, en: &str| {
            let field = own.and_then(|own| own.field(name)).map_or(at, |field| field.at);
            reader.error(field, DiagnosticKind::Message([zh.into(), en.into()]));
        };
        if !known.insert((series.kind, series.region.as_deref().map(plain))) {
            let (zh, en) = (
                "前面已经有同一类、同一地区的数，不知以哪一组为准。",
                "there is a series of this kind and region already; nobody can tell which counts.",
            );
            wrong("region", zh, en);
        }
        match (series.kind, series.region.as_deref().map(|region| plain(region).is_empty())) {
            (SeriesKind::Inhabitants, None | Some(true)) => wrong(
                "region",
                "人口要写是哪个地区的（region），与预算里的 region 写法一样。",
                "inhabitants need a `region`, written as that of the budgets.",
            ),
            (SeriesKind::Prices, Some(true)) => wrong(
                "region",
                "地区（region）是空的：全国的价格指数请不要写 region，一个地区的请写地区名称。",
                "`region` is empty: leave it out for prices of the whole country, or name the place.",
            ),
            _ => {}
        }
        if series.kind == SeriesKind::Prices && series.base.is_none() {
            let (zh, en) = (
                "价格指数要写以哪一年为 100（base），如 2020；上年 = 100 的指数请先逐年连乘。",
                "an index of prices needs `base`, the year in which it is 100; chain an index whose year before is 100.",
            );
            wrong("base", zh, en);
        }
        if series.source.name.trim().is_empty() {
            wrong("source", "来源要写名称（name）。", "the source needs a `name`.");
        }
        let is_of_web = |url: &str| url.starts_with("https://") || url.starts_with("http://");
        if series.source.url.as_deref().is_some_and(|url| !is_of_web(url)) {
            wrong("source", "url 应以 https:// 或 http:// 开头。", "`url` must begin with https:// or http://.");
        }
        if series.values.iter().all(|(_, value)| value.is_none()) {
            wrong("values", "这里一年的数也没有。", "there is no number of any year here.");
        }
        values(series, own, reader);
    }
}

/// Records an error for each number of a series that cannot be one, or whose year is none.
fn values(series: &Series, own: Option<&Value>, reader: &mut Reader) {
    let all = own.and_then(|own| own.field("values"));
    for (year, value) in series.values.iter() {
        let at = all.and_then(|all| all.field(year)).map_or(0, |value| value.at);
        let mut wrong = |zh: &str, en: &str| reader.error(at, DiagnosticKind::Message([zh.into(), en.into()]));
        let number = year.parse().ok().filter(|number| YEARS.contains(number) && year.len() == 4);
        if number.is_none() {
            wrong("应以年份为名，如 \"2025\"。", "expected the name to be a year, such as \"2025\".");
        }
        let Some(value) = value else { continue };
        if value.decimal().is_zero() || value.decimal().is_sign_negative() {
            wrong(
                "应为大于 0 的数；没有数的年份请不要写。",
                "expected a number greater than 0; leave out a year without one.",
            );
        }
        let is_base = series.kind == SeriesKind::Prices && number.is_some() && number == series.base;
        if is_base && Some(*value) != whole(BASE) {
            wrong("base 那一年的指数应为 100。", "expected 100, since this is the year of `base`.");
        }
    }
}
