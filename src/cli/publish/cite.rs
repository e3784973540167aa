//! How a budget's page is cited: whose, which year, where it stays, and the digest by which the data are known again.

use super::digest::sha256;
use super::workbook;
use crate::budget::Budget;
use crate::load::is_date;
use crate::markup::{Element, el};

/// What a citation names.
pub struct Cited<'a> {
    /// The document's department, year and title.
    pub title: String,
    /// The day of its publication, if the document has one.
    pub published: Option<&'a str>,
    /// The SHA-256 of the published `budget.json`.
    pub digest: String,
}

impl<'a> Cited<'a> {
    /// The citation of a budget with this text.
    pub fn of(budget: &'a Budget, json: &[u8]) -> Self {
        let document = &budget.document;
        Cited {
            title: format!("{} · {} · {}", document.department, document.year, document.title),
            published: document.published.as_deref().filter(|date| is_date(date)),
            digest: sha256(json),
        }
    }

    /// The part of the complete page that says how it is cited, as GB/T 7714 writes it, and what can be downloaded.
    pub fn section(&self, budget: &Budget, address: Option<&str>) -> Element {
        let document = &budget.document;
        let date = self.published.map(|date| format!("({date})")).unwrap_or_default();
        let text = format!(
            "{}. {}[DS/OL]. {date}[引用日期]. {}.",
            document.department,
            document.title,
            address.unwrap_or("（本页的网址）"),
        );
        let download =
            |file: &'static str, text: &str| el("a").class("button").attr("href", file).attr("download", "").text(text);
        section(&text)
            .child(el("p").text("数据（budget.json）的摘要 SHA-256：").child(el("code").text(&self.digest)))
            .child(
                el("p")
                    .child(download(workbook::NAME, "下载全部表格（XLSX）"))
                    .text(" ")
                    .child(download("budget.json", "下载数据（JSON）"))
                    .text(" ")
                    .child(download("datapackage.json", "数据说明")),
            )
    }
}

/// The part of a page that says how it is cited.
pub fn section(text: &str) -> Element {
    el("section")
        .class("card cite")
        .child(el("h2").class("question").text("怎样引用 ").child(el("span").attr("lang", "en").text("How to cite")))
        .child(el("p").text(text))
}
