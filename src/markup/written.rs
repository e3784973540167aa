//! Turns a page's tree into one that can be read without the program: what only the program can do is text, or is left
//! out, and every link leads somewhere.

use std::collections::BTreeSet;

use super::node::{Element, Node};
use crate::figure::href;

/// How a written page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The program takes the page over if it can. Until then controls are hidden, in their room, and where no script
    /// runs without it (`style/noscript.css`).
    UntilProgram,
    /// No program ever comes: the page is a file.
    Alone,
}

/// Buttons that stand in a line of a list, whose words are read in any case.
const NAMES: &str = "pick";
/// What a file has no use for, by its classes.
const CONTROLS: [&str; 8] = ["open", "controls", "asks", "search", "menu", "trail", "tries", "footer"];

/// The page without anything that a reader could try in vain.
pub fn written(mut page: Element, reading: Reading) -> Element {
    without_controls(&mut page, reading);
    let mut ids = BTreeSet::new();
    collect(&page, &mut ids);
    without_dead_links(&mut page, &ids, reading);
    page
}

fn without_controls(element: &mut Element, reading: Reading) {
    if element.tag == "button" && element.has_class(NAMES) {
        element.tag = "span";
        element.unset(&["type", "aria-pressed", "aria-expanded"]);
        // Once the program runs it hears a touch, also before it has replaced the list.
        if reading == Reading::Alone {
            element.unset(&["data-choose"]);
            element.set("class", NAMES);
        }
    }
    element
        .children
        .retain(|child| !matches!(child, Node::Element(child) if reading == Reading::Alone && is_control(child)));
    for child in &mut element.children {
        if let Node::Element(child) = child {
            without_controls(child, reading);
        }
    }
}

/// Whether nothing of an element works without the program.
fn is_control(element: &Element) -> bool {
    let is_button = matches!(element.tag, "button" | "input" | "select") && !element.has_class(NAMES);
    is_button || CONTROLS.iter().any(|class| element.has_class(class))
}

/// Collects the links that lead to an element of the page.
fn collect(element: &Element, ids: &mut BTreeSet<String>) {
    ids.extend(element.value("id").map(href));
    for child in &element.children {
        if let Node::Element(child) = child {
            collect(child, ids);
        }
    }
}

/// The attribute with the address of a link to what only the program has: the program turns it into one.
pub const AWAITED: &str = "data-href";

/// Takes the address from links to what the page does not have. They stay elements of links, which are text to
/// everybody, so that nothing moves when the program gives them an address.
fn without_dead_links(element: &mut Element, ids: &BTreeSet<String>, reading: Reading) {
    let way = element.value("href").filter(|way| element.tag == "a" && way.starts_with('#') && !ids.contains(*way));
    if let Some(way) = way.map(String::from) {
        element.unset(&["href", "title"]);
        match reading {
            Reading::UntilProgram => element.set(AWAITED, &way),
            Reading::Alone => element.unset(&["data-column", "data-choose"]),
        }
        // A button that leads nowhere is hidden as the others are.
        if element.has_class("button") {
            element.set("data-action", "");
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            without_dead_links(child, ids, reading);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::el;

    fn html(page: Element, reading: Reading) -> String {
        let mut html = String::new();
        written(page, reading).write_html(&mut html);
        html
    }

    fn page() -> Element {
        let pick = el("button").attr("type", "button").class("pick opens").attr("data-choose", "code=201");
        let more = el("button").attr("data-action", "more").text("显示全部");
        let entry = el("li").class("entry").child(pick.attr("aria-expanded", "false").text("水费"));
        el("main").child(el("p").class("asks").child(more.clone())).child(entry).child(more)
    }

    #[test]
    fn a_button_that_is_a_name_is_read_and_no_button() {
        let written = html(page(), Reading::UntilProgram);
        assert!(written.contains("<span class=\"pick opens\" data-choose=\"code=201\">水费</span>"), "{written}");
        assert_eq!(written.matches("<button").count(), 2, "they keep their room: {written}");
    }

    #[test]
    fn a_file_has_no_control_at_all() {
        let written = html(page(), Reading::Alone);
        assert_eq!(written, "<main><li class=\"entry\"><span class=\"pick\">水费</span></li></main>");
    }

    #[test]
    fn a_link_to_what_is_not_there_is_text() {
        let link = |way: &str| el("a").class("amount").attr("href", way).attr("title", "表三").text("4.00");
        let links = ["#表三-201", "#表三-5%25", "#gone", "https://a.gov.cn/#gone"].map(link);
        let ids = ["表三-201", "表三-5%"].map(|id| el("p").attr("id", id));
        let written = html(el("main").children(links).children(ids), Reading::Alone);
        assert_eq!(written.matches(" href=").count(), 3, "{written}");
        assert!(written.contains("<a class=\"amount\">4.00</a>"), "{written}");
    }

    #[test]
    fn a_button_that_leads_nowhere_is_hidden_with_the_others() {
        let bar = el("div").child(el("a").class("button").attr("href", "#contents").text("目录"));
        assert_eq!(
            html(bar, Reading::UntilProgram),
            "<div><a class=\"button\" data-href=\"#contents\" data-action=\"\">目录</a></div>"
        );
    }
}
