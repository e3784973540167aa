//! Suggests the kind of a table, where the file states none that the format knows.

use super::messages::said;
use super::{near, plain};
use crate::budget::vocabulary::TITLES;
use crate::budget::{Budget, Kind, Table};
use crate::load::DiagnosticKind;
use crate::load::excerpt::clipped;
use crate::load::tree::{self, Value};

/// The note on a table's kind, if there is one; `word` is the kind as the file has it.
pub fn look(budget: &Budget, table: &Table, word: Option<&Value>) -> Option<DiagnosticKind> {
    let by_title = of_title(&table.title).filter(|kind| !budget.tables.iter().any(|other| other.kind == Some(*kind)));
    let unknown = match word.map(|word| &word.kind) {
        Some(tree::Kind::Text(word)) if table.kind == Some(Kind::Other) && *word != Kind::Other.id() => Some(&**word),
        _ => None,
    };
    let Some(word) = unknown else {
        let kind = by_title?;
        let (zh, en) = (
            "{0}题为“{1}”，kind 应是 \"{2}\"；不这样写，用到它的图和核对可能会缺。",
            "the kind of “{1}” should be \"{2}\"; without that, figures and checks that need it may go without.",
        );
        return Some(said(zh, en, &[&table.number, &table.title, kind.id()]));
    };
    let word = clipped(word);
    Some(match like(&word).or(by_title) {
        Some(kind) => said(
            "格式里没有“{0}”这种表，是不是 {1}（{2}）？现在这张表按标题来读，核对可能会缺。",
            "the format has no kind \"{0}\". Did you mean \"{1}\" ({2})? As it is, the table is read by its title, and checks \
             may go without it.",
            &[&word, kind.id(), kind.name().0],
        ),
        None => said(
            "格式里没有“{0}”这种表，这张表按标题来读，核对可能会缺。kind 可以写官方的表名，如“收支总表”。",
            "the format has no kind \"{0}\"; the table is read by its title, and checks may go without it. A kind may be an \
             official title, such as 收支总表.",
            &[&word],
        ),
    })
}

/// The kind that a word seems to mean: one with a typing error, or part of an official title.
fn like(word: &str) -> Option<Kind> {
    let slip = || Kind::ALL.into_iter().filter(|kind| *kind != Kind::Other).find(|kind| near(kind.id(), word));
    of_title(word).or_else(slip).or_else(|| {
        let short = |text: &str| text.chars().filter(|c| !"表“”".contains(*c)).collect::<String>();
        let (word, titles) = (
            short(&title(word)),
            TITLES.iter().flat_map(|(kind, _, titles)| titles.iter().map(move |title| (*kind, *title))),
        );
        let is_part = |(_, title): &(Kind, &str)| {
            let mut rest = title.chars();
            word.chars().count() > 1 && !word.is_ascii() && word.chars().all(|c| rest.any(|own| own == c))
        };
        titles.filter(is_part).min_by_key(|(_, title)| title.len()).map(|(kind, _)| kind)
    })
}

/// The kind whose official title this is.
fn of_title(text: &str) -> Option<Kind> {
    let title = title(text);
    TITLES.iter().find(|(_, _, titles)| titles.contains(&&*title)).map(|(kind, ..)| *kind)
}

/// A title without what differs from document to document: its year, and whether carry-over is included. Other text in
/// brackets stays: 支出总表（按经济分类） is another table.
fn title(title: &str) -> String {
    let title = plain(title);
    let whole = title.split_once('（').filter(|(_, rest)| rest.ends_with("结转）")).map_or(&*title, |(whole, _)| whole);
    // 年度 is removed as a whole: 度 alone is a part of other words.
    let mut title = whole.to_string();
    for word in ["年度", "年", "部门", "单位", "预算", "情况"] {
        if title.contains(word) {
            title = title.replace(word, "");
        }
    }
    title.retain(|c| !c.is_ascii_digit());
    title
}
