//! Gives figures, tables and buttons the name of what they belong to, and each line of a list one tab stop.

use crate::locale::Locale;
use crate::markup::node::{Element, Node};

/// The names that the parts of a card get, and whether keys reach what no tab stop does.
#[derive(Clone, Copy)]
struct Naming {
    locale: Locale,
    /// Whether the program runs, which moves the focus within a line with the arrow keys.
    is_live: bool,
}

/// Names the parts of the cards among the trees after the questions that they answer.
///
/// On a live page each line of a list and of a table has one tab stop; arrow keys lead to the others. Without the
/// program every link keeps its own.
pub fn name_parts(mut nodes: Vec<Node>, locale: Locale, is_live: bool) -> Vec<Node> {
    let naming = Naming { locale, is_live };
    for node in &mut nodes {
        if let Node::Element(card) = node
            && let Some(question) = find(card, &|own| own.has_class("question")).map(words)
        {
            naming.within(card, &question, false);
        }
    }
    nodes
}

impl Naming {
    /// Names what is in an element, which belongs to `name`: to a question, or to an entry of its list that is open.
    fn within(self, element: &mut Element, name: &str, is_entry: bool) {
        let title = self.titled(element, name, is_entry);
        let name = title.as_deref().unwrap_or(name);
        match element.tag {
            "figure" | "table" => element.set("aria-label", name),
            // The answer stands above, where it is read already.
            "canvas" => {
                let (zh, en) = (
                    "{0}图，用方向键逐项查看，回车固定。",
                    "{0} Chart. Arrow keys walk through the entries, Enter pins one.",
                );
                element.set("aria-label", &self.locale.format(zh, en, &[name]));
            }
            // A box that scrolls is reached by key, or its right half could not be read without a mouse. The links in
            // it do that, too, as long as the program has not to take them away.
            "div" if element.has_class("scroll") => {
                let label = self.locale.format("{0}（表，可以滚动）", "{0} (table, scrolls)", &[name]);
                let is_stop = !self.is_live || find(element, &|own| own.tag == "a").is_none();
                element.set("aria-label", &label);
                // What keys lead to is a landmark, among which one box is no more than others.
                element.set("role", if is_stop { "region" } else { "group" });
                if is_stop {
                    element.set("tabindex", "0");
                }
            }
            "summary" | "button" if self.is_alike(element) => {
                element.set("aria-label", &self.of(&words(element), name));
            }
            // A heading without words is none.
            "th" if element.value("scope") == Some("colgroup") && words(element).trim().is_empty() => {
                element.tag = "td";
                element.unset(&["scope"]);
            }
            "li" if element.has_class("entry") && self.is_live => one_stop(element),
            "tr" if self.is_live => one_stop(element),
            _ => {}
        }
        // What an entry opens stands below it, and is called as it is.
        let mut entry = None;
        for child in &mut element.children {
            let Node::Element(child) = child else { continue };
            let opened = entry.take().filter(|_| child.has_class("opened"));
            if child.has_class("entry") {
                entry = find(child, &|own| own.has_class("name")).map(|name| match name.children.first() {
                    Some(Node::Element(first)) => words(first),
                    _ => words(name),
                });
            }
            let is_entry = is_entry || opened.is_some();
            self.within(child, opened.as_deref().unwrap_or(name), is_entry);
        }
    }

    /// `查看数据表：钱用在哪里？`: what an element says, and what it belongs to.
    fn of(self, said: &str, name: &str) -> String {
        self.locale.format("{0}：{1}", "{0}: {1}", &[said, name])
    }

    /// The name of a section that has one of its own. Where links lead to it, it is called so when it gets the focus.
    fn titled(self, element: &mut Element, name: &str, is_entry: bool) -> Option<String> {
        if !element.has_class("section") {
            return None;
        }
        let title = find(element, &|own| own.tag == "h3").map(words);
        let has_id = element.value("id").is_some();
        // A title that stands in several cards or entries is called with what it belongs to.
        let title = match title {
            Some(title) if is_entry || !has_id => Some(self.of(name, &title)),
            title => title,
        };
        if has_id {
            if element.tag == "section" {
                element.set("role", "group");
            }
            element.set("aria-label", title.as_deref().unwrap_or(name));
        }
        title
    }

    /// Whether every card has an element of the same words: a fold's, or a button that works while the program runs.
    fn is_alike(self, element: &Element) -> bool {
        let is_plain = element.children.iter().all(|child| matches!(child, Node::Text(_)));
        let is_button = self.is_live && element.value("data-action").is_some();
        is_plain && (element.tag == "summary" || is_button)
    }
}

/// Makes the question of a card the title of the page.
pub fn entitle(nodes: &mut [Node]) {
    for node in nodes {
        if let Node::Element(card) = node
            && let Some(Node::Element(question)) = card.children.first_mut()
            && question.has_class("question")
        {
            question.tag = "h1";
        }
    }
}

/// Takes all but the first link or button of a line out of the order of the tab key.
fn one_stop(line: &mut Element) {
    fn walk(element: &mut Element, is_first: &mut bool) {
        if matches!(element.tag, "a" | "button") || element.value("tabindex").is_some() {
            if !std::mem::take(is_first) {
                element.set("tabindex", "-1");
            }
            return;
        }
        for child in &mut element.children {
            if let Node::Element(child) = child {
                walk(child, is_first);
            }
        }
    }
    walk(line, &mut true);
}

/// The first element within this one, or itself, of which this is so.
fn find<'e>(element: &'e Element, is_it: &dyn Fn(&Element) -> bool) -> Option<&'e Element> {
    if is_it(element) {
        return Some(element);
    }
    element.children.iter().find_map(|child| match child {
        Node::Element(child) => find(child, is_it),
        _ => None,
    })
}

/// The words of an element, as they are read.
fn words(element: &Element) -> String {
    element
        .children
        .iter()
        .map(|child| match child {
            Node::Element(child) => words(child),
            Node::Text(text) => text.clone(),
            Node::Drawing(_) => String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::markup::el;
    use crate::money::Unit;

    const LOCALE: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

    /// A card with these parts in its figure, named, as HTML.
    fn named(parts: impl IntoIterator<Item = Element>, is_live: bool) -> String {
        let question = el("h2").class("question").text("钱用在哪里？");
        let card = el("article").class("card").child(question).child(el("figure").children(parts));
        let mut html = String::new();
        for node in name_parts(vec![card.into()], LOCALE, is_live) {
            node.write_html(&mut html);
        }
        html
    }

    #[test]
    fn a_table_its_box_and_its_fold_are_called_after_the_question() {
        let fold = el("details").child(el("summary").text("查看数据表"));
        let html = named([fold.child(el("div").class("scroll").child(el("table")))], false);
        assert!(html.contains("<figure aria-label=\"钱用在哪里？\">"), "{html}");
        assert!(html.contains("<summary aria-label=\"查看数据表：钱用在哪里？\">查看数据表"), "{html}");
        assert!(html.contains("aria-label=\"钱用在哪里？（表，可以滚动）\" role=\"region\" tabindex=\"0\""), "{html}");
        assert!(html.contains("<table aria-label=\"钱用在哪里？\">"), "{html}");
    }

    #[test]
    fn a_box_with_links_needs_no_stop_of_its_own_while_the_program_runs() {
        let scrolls = |inside| el("div").class("scroll").child(el("table").child(inside));
        assert!(!named([scrolls(el("a").attr("href", "#表一"))], true).contains("tabindex"));
        assert!(named([scrolls(el("td"))], true).contains("tabindex=\"0\""));
    }

    #[test]
    fn a_table_of_a_section_is_called_after_the_section() {
        let section = |id: &'static str| el("section").class("section").attr("id", id);
        let table = || el("table");
        let html = named([section("表一").child(el("h3").text("表一 收支总表")).child(table())], true);
        assert!(html.contains("role=\"group\" aria-label=\"表一 收支总表\">"), "{html}");
        assert!(html.contains("<table aria-label=\"表一 收支总表\">"), "{html}");
        let name = el("span").class("name").child(el("span").text("水费")).child(el("small").text("说明"));
        let entry = el("li").class("entry").child(el("button").class("pick").child(name));
        for (inside, called) in
            [(section("project"), "水费"), (section("project").child(el("h3").text("目标")), "水费：目标")]
        {
            let opened = el("li").class("opened").child(inside.child(table()));
            let html = named([el("ul").child(entry.clone()).child(opened)], true);
            assert!(html.contains(&format!("role=\"group\" aria-label=\"{called}\">")), "{html}");
            assert!(html.contains(&format!("<table aria-label=\"{called}\">")), "{html}");
        }
    }

    #[test]
    fn a_line_has_one_tab_stop_while_keys_lead_to_the_others() {
        let line = || {
            let flag = el("span").child(el("a").class("flag").attr("href", "#checks-1"));
            el("li").class("entry").child(el("button").class("pick")).child(flag).child(el("a").attr("href", "#表一"))
        };
        let html = named([el("ul").child(line()).child(line())], true);
        assert_eq!(html.matches("tabindex=\"-1\"").count(), 4, "{html}");
        assert!(!html.contains("class=\"pick\" tabindex"), "{html}");
        assert!(!named([el("ul").child(line())], false).contains("tabindex"), "no key does anything there");
    }

    #[test]
    fn a_heading_without_words_is_a_cell() {
        let group = |text: &str| el("th").attr("scope", "colgroup").attr("colspan", "2").text(text);
        let html = named([el("table").child(el("tr").child(group("")).child(group("本年")))], false);
        assert!(html.contains("<td colspan=\"2\"></td><th scope=\"colgroup\""), "{html}");
    }

    #[test]
    fn a_button_of_every_card_is_called_after_its_own_where_it_works() {
        let button = || el("button").attr("data-action", "share").text("分享");
        assert!(named([button()], true).contains("aria-label=\"分享：钱用在哪里？\""));
        assert!(!named([button()], false).contains("分享："));
    }
}
