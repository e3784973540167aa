//! A budget's page as one file that opens without a network.

use super::page::html;
use crate::markup::{Element, el};
use crate::words::{Lang, Words};

/// A style sheet, and for which screens it is (`media`).
pub type Sheet = (Option<String>, String);

/// The file: everything stands in it, nothing is fetched and no script runs, which its own policy says, too.
pub fn saved(title: &str, page: Element, styles: &[Sheet], words: Words) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    let lang = if words.lang == Lang::Zh { "zh-CN" } else { "en" };
    let head = el("head")
        .child(el("meta").attr("charset", "utf-8"))
        .child(el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"))
        .child(el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", policy))
        .child(el("title").text(title.replace(STYLES, "")));
    // In the text of a style sheet nothing is escaped: it goes in where the tree has a mark.
    let marked = html(el("html").attr("lang", lang).child(head.text(STYLES)).child(el("body").child(page)));
    let mut written = String::from("<!doctype html>\n");
    let (before, after) = marked.split_once(STYLES).unwrap_or((&marked, ""));
    written.push_str(before);
    for (media, css) in styles {
        let media = media.as_ref().map(|media| [" media=\"", &media.replace(['"', '<', '&'], ""), "\""].concat());
        // No sheet of ours ends early.
        let css = css.replace("</", "<\\/");
        written += &["<style", &media.unwrap_or_default(), ">", &css, "</style>"].concat();
    }
    written + after
}

/// Where the style sheets go: a sign that no text needs.
const STYLES: &str = "\u{0}";

/// The line that says what the file is, when it was saved and where it came from.
pub fn origin(from: &str, date: &str, words: Words) -> Element {
    let (zh, en) = (
        "这是 {0} 从 {1} 保存的网页。文字、图和数字都在这个文件里，不用联网也能看；图不能点选。",
        "This page was saved on {0} from {1}. Words, drawings and numbers are all in this file and need no network; \
         the drawings do not answer to a touch.",
    );
    el("p").class("file").text(words.say(zh, en, &[date, from]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Unit;

    #[test]
    fn names_stay_text_and_styles_stay_styles() {
        let words = Words { lang: Lang::Zh, unit: Unit::Wan };
        let evil = "</title><script>alert(1)</script>";
        let styles = [(None, "p > a { color: red }".into()), (Some("print".into()), "</style>".into())];
        let file = saved(evil, el("p").text(evil), &styles, words);
        assert!(!file.contains("<script"), "{file}");
        assert!(file.contains("<style>p > a { color: red }</style><style media=\"print\">"), "{file}");
        assert!(file.starts_with("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"), "{file}");
    }
}
