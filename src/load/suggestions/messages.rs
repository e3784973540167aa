//! The sentences that suggest a word of the format for an unknown one.

use crate::load::DiagnosticKind;
use crate::locale::Lang;

/// Asks whether a word of one of the format's lists is meant.
pub fn asked(field: &str, name: &str, meant: &str, found: Option<&str>) -> DiagnosticKind {
    let (zh, en) = match found {
        Some(_) => (
            "“{0}”的 {1} 是不是 \"{2}\"？写成 \"{3}\"，用到它的图和核对可能会缺。",
            "should the {1} of “{0}” be \"{2}\"? It is \"{3}\"; figures and checks that need it may go without.",
        ),
        None => (
            "“{0}”的 {1} 是不是 \"{2}\"？不这样写，用到它的图和核对可能会缺。",
            "should the {1} of “{0}” be \"{2}\"? Without that, figures and checks that need it may go without.",
        ),
    };
    said(zh, en, &[name, field, meant, found.unwrap_or_default()])
}

/// Says that a subject is the name of nothing in the document, and no word of the format.
pub fn no_subject(subject: &str) -> DiagnosticKind {
    let (zh, en) = (
        "表格里没有 \"{0}\"，格式里也没有这个词，这里的数不会被核对。subject 写科目编码、行的 key 或列的 id。",
        "no table and no word of the format is called \"{0}\", so these numbers are not checked. A subject is a code, a \
         line's key or a column's id.",
    );
    said(zh, en, &[subject])
}

/// Says that the day of publication is no day.
pub fn no_date(found: &str) -> DiagnosticKind {
    let (zh, en) = (
        "\"{0}\" 不是日历上的日期，页面照原样显示。请写成年-月-日，如 2026-02-13。",
        "\"{0}\" is no day of the calendar; the page shows it as it is. Write year-month-day, as in 2026-02-13.",
    );
    said(zh, en, &[found])
}

/// A problem with its sentence in both languages.
pub fn said(zh: &str, en: &str, parts: &[&str]) -> DiagnosticKind {
    DiagnosticKind::Message([Lang::Zh.format(zh, en, parts), Lang::En.format(zh, en, parts)])
}
