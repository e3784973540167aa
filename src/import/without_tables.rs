//! Decides whether a document without budget tables gives a budget by its text alone, and tells why if not.
//!
//! Departments publish the narrative and the tables as two files. A narrative that states what the department spends is
//! read by itself; a notice, a policy or a page that only leads to the files is none.

use super::block::Part;
use super::report::Report;
use super::sniff;
use crate::budget::{Budget, Kind};

/// Whether no table is one of a budget's. Performance forms alone are no budget.
pub fn has_no_tables(report: &Report) -> bool {
    report.tables.iter().all(|table| matches!(table.kind, None | Some(Kind::Performance)))
}

/// Whether the narrative states enough to be shown by itself: whose budget it is, and all income or expenditure or the
/// three public expenses. A document that may only speak of a budget has to state both: a web page, and a text whose
/// title is none of a department's or a unit's budget.
pub fn is_told(budget: &Budget, report: &Report) -> bool {
    let document = &budget.document;
    let states = |subjects: &[&str]| {
        let mut stated = budget.statements.iter();
        stated.any(|statement| statement.amount.is_some() && subjects.contains(&statement.subject.as_str()))
    };
    let is_budget = matches!(document.level.as_deref(), Some("department" | "unit")) && !is_web_page(report);
    let is_known = document.year > 0 && report.assumed.iter().all(|assumed| assumed.what != "department");
    let (whole, expenses) = (states(&["income", "expenditure"]), states(&["three-public"]));
    is_known
        && document.stage.is_none()
        && (whole && expenses && !is_of_pictures(report) || is_budget && (whole || expenses))
}

/// Why a document without tables gives no budget, and what to do: in Chinese and in English.
/// `of_page` is what is said of one of its pages: that it is a picture, or holds too much, may be why there is no table.
pub fn refusal(budget: &Budget, report: Report, of_page: Option<[String; 2]>) -> [String; 2] {
    let (zh, en) = if is_web_page(&report) {
        (
            "这是网页，里面没有预算表。表格多在网页的附件里，请下载附件（PDF、Word 或 Excel 文件）后打开。",
            "This is a web page without budget tables. These are mostly attached to it: please download and open the \
             attached PDF, Word or Excel files.",
        )
    } else if budget.document.level.is_some() {
        (
            "里面没有预算表，只有文字；表格可能在另一个文件里，请一起打开。",
            "It has no budget tables, only text; the tables may be in another file: please open both together.",
        )
    } else {
        (
            "没有找到预算表。请打开部门预算的 PDF、Word 或 Excel 文件。",
            "No budget table was found in it. Please open a department's budget as PDF, Word or Excel file.",
        )
    };
    // What is said of a file as a whole may be the reason, too.
    let whole = report.unread.into_iter().find(|unread| unread.place.part == Part::Whole);
    let [mut zh, mut en] = whole.map_or_else(|| [zh.into(), en.into()], |unread| unread.message);
    if let Some([page_zh, page_en]) = of_page {
        zh += &page_zh;
        en += &[" ", &page_en].concat();
    }
    [zh, en]
}

fn is_web_page(report: &Report) -> bool {
    report.files.iter().any(|file| file.kind == sniff::Kind::Html.id())
}

/// Whether a document is a web page whose tables are pictures.
fn is_of_pictures(report: &Report) -> bool {
    is_web_page(report) && report.unread.iter().any(|unread| unread.place.part == Part::Whole)
}
