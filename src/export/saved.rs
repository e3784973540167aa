//! A budget's page as one file that opens without a network.

use super::page::html;
use crate::locale::{Lang, Locale};
use crate::markup::{Element, el};

/// A style sheet, and for which screens it is (`media`).
pub type Sheet = (Option<String>, String);

/// The page as one HTML file: nothing is fetched and no script runs, which its own policy enforces, too. `body` is the
/// page, with the portal's header and footer around it; `look` are the root's attributes that say how it is shown.
pub fn saved(
    title: &str,
    body: Vec<Element>,
    styles: &[Sheet],
    look: Vec<(&'static str, String)>,
    locale: Locale,
) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    let lang = if locale.lang == Lang::Zh { "zh-CN" } else { "en" };
    let head = el("head")
        .child(el("meta").attr("charset", "utf-8"))
        .child(el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"))
        .child(el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", policy))
        .child(el("title").text(title))
        .children(styles.iter().map(|(media, css)| match media {
            Some(media) => el("style").attr("media", media).text(css),
            None => el("style").text(css),
        }));
    let mut root = el("html").attr("lang", lang).child(head).child(el("body").children(body));
    root.attributes.extend(look);
    let written = html(&root);
    ["<!doctype html>\n", &written].concat()
}

/// A line that says what a saved file is, when it was saved and where it came from.
pub fn origin(from: &str, date: &str, locale: Locale) -> Element {
    let (zh, en) = (
        "这是 {0} 从 {1} 保存的网页。文字、图和数字都在这个文件里，不用联网也能看；图不能点选。",
        "This page was saved on {0} from {1}. Words, drawings and numbers are all in this file and need no network; \
         the drawings do not answer to a touch.",
    );
    el("p").class("file").text(locale.format(zh, en, &[date, from]))
}

/// The elements that a portal's header and footer may consist of in a saved file.
const OF_PORTALS: [&str; 7] = ["div", "footer", "nav", "p", "span", "b", "a"];

/// An element of the portal's header or footer as a saved file has it, so that the file, too, says whose numbers it
/// shows; `None` for elements that it has no use for. The element is made anew: text and links are kept; a picture,
/// which would have to be fetched, becomes its `alt` text. `said` returns a property of the element, `href` in full.
pub fn of_portal(tag: &str, said: &dyn Fn(&str) -> Option<String>) -> Option<Element> {
    if tag.eq_ignore_ascii_case("img") {
        return said("alt").filter(|alt| !alt.is_empty()).map(|alt| el("span").text(alt));
    }
    let tag = OF_PORTALS.iter().find(|known| tag.eq_ignore_ascii_case(known))?;
    let leads =
        |address: &String| ["http:", "https:", "mailto:", "tel:"].iter().any(|begin| address.starts_with(begin));
    let own = match said("href").filter(leads) {
        Some(address) => el(tag).attr("href", address),
        // A link to a file on a disk would work for nobody else.
        None if *tag == "a" => el("span"),
        None => el(tag),
    };
    Some(own.class(&said("className").unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::Node;
    use crate::money::Unit;

    #[test]
    fn names_stay_text_and_styles_stay_styles() {
        let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
        let evil = "</title><script>alert(1)</script>";
        let styles = [(None, "p > a { color: red }".into()), (Some("print".into()), "</style>".into())];
        let file = saved(evil, vec![el("p").text(evil)], &styles, vec![("data-text", "large".into())], locale);
        assert!(!file.contains("<script"), "{file}");
        assert!(file.contains("<style>p > a { color: red }</style><style media=\"print\">"), "{file}");
        assert!(
            file.starts_with(
                "<!doctype html>\n<html lang=\"zh-CN\" data-text=\"large\"><head><meta charset=\"utf-8\">"
            ),
            "{file}"
        );
    }
    #[test]
    fn of_a_portals_lines_words_and_links_are_kept_and_nothing_that_runs_or_is_fetched() {
        let html = |tag, said: &[(&str, &str)]| {
            let said = |name: &str| said.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).into());
            let mut html = String::new();
            if let Some(own) = of_portal(tag, &said) {
                Node::from(own.text("甲")).write_html(&mut html);
            }
            html
        };
        for (tag, said, expected) in [
            (
                "A",
                &[("href", "https://a.example/?b=\"&c"), ("className", "to-home")][..],
                "<a href=\"https://a.example/?b=&quot;&amp;c\" class=\"to-home\">甲</a>",
            ),
            ("A", &[("href", "mailto:a@b.example")], "<a href=\"mailto:a@b.example\" class=\"\">甲</a>"),
            ("A", &[("href", "javascript:alert(1)")], "<span class=\"\">甲</span>"),
            ("A", &[("href", "file:///home/a.html")], "<span class=\"\">甲</span>"),
            ("P", &[("className", "portal-who")], "<p class=\"portal-who\">甲</p>"),
            ("IMG", &[("alt", "网站首页"), ("src", "https://a.example/a.png")], "<span>网站首页甲</span>"),
            ("IMG", &[("alt", "")], ""),
            ("SCRIPT", &[("src", "https://a.example/a.js")], ""),
            ("IFRAME", &[], ""),
            ("STYLE", &[], ""),
        ] {
            assert_eq!(html(tag, said), expected, "{tag}");
        }
    }
}
