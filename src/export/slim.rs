//! Moves what is folded away in a page to a second file, so that a slow network brings the answers first.
//!
//! Readers whose browser runs the page's program never need the second file, since the program makes all of it from the
//! budget. Those without scripts follow a link to it.

use std::collections::BTreeSet;

use super::page::{ids, relink};
use crate::locale::Locale;
use crate::markup::{Element, Node, el};

/// A fold of fewer bytes stays as it is: a link would save little.
const MIN: usize = 1_500;
/// The fold around whole cards: they stay, and only what is folded away in them goes.
const AROUND: &str = "further";

/// The page with links to the `whole` page in place of its long folds; links to places that are only there lead there.
pub fn slim(mut page: Element, whole: &str, locale: Locale) -> Element {
    let mut moved = BTreeSet::new();
    unfold(&mut page, "", &mut moved, whole, locale);
    relink(&mut page, &|id| moved.contains(id).then(|| [whole, "#", id].concat()));
    page
}

/// Puts a link to the `whole` page into each long closed fold of an element: to the fold itself, or, if it has no id, to the
/// element around it, whose id is `within`. What was folded away goes, and its ids are `moved`.
fn unfold(element: &mut Element, within: &str, moved: &mut BTreeSet<String>, whole: &str, locale: Locale) {
    let Element { tag, attributes, children, .. } = element;
    let attribute = |name: &str| attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str());
    let id = attribute("id").unwrap_or(within);
    let is_closed =
        *tag == "details" && attribute("open").is_none() && attribute("class").is_none_or(|class| class != AROUND);
    if is_closed && is_long(children.iter().skip(1)) {
        for node in children.drain(1..) {
            if let Node::Element(gone) = node {
                let mut found = BTreeSet::new();
                ids(&gone, &mut found);
                for id in found {
                    moved.insert(id.into());
                }
            }
        }
        let text = locale.tr("在完整的网页里看 ›", "See it on the complete page ›");
        let link = el("a").attr("href", [whole, "#", id].concat()).text(text);
        children.push(el("p").child(link).into());
        return;
    }
    for child in children {
        if let Node::Element(child) = child {
            unfold(child, id, moved, whole, locale);
        }
    }
}

/// Whether nodes are more than a short fold has, as HTML.
fn is_long<'n>(mut nodes: impl Iterator<Item = &'n Node>) -> bool {
    let mut html = String::new();
    nodes.any(|node| {
        node.write_html(&mut html);
        html.len() > MIN
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::page::html;
    use crate::locale::Lang;
    use crate::money::Unit;

    const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

    fn fold(id: &str, length: usize) -> Element {
        let row = el("p").attr("id", String::from(id) + "-201").text("数".repeat(length));
        el("details").attr("id", id).child(el("summary").text(id)).child(row)
    }

    #[test]
    fn a_long_fold_becomes_a_link_and_so_do_the_ways_into_it() {
        let ways = ["#表一-201", "#表二-201", "#gone"].map(|href| el("a").attr("href", href));
        let page = el("main").children(ways).child(fold("表一", 1_000)).child(fold("表二", 3));
        let slim = html(&slim(page, "whole.html", WORDS));
        assert!(slim.contains("<a href=\"whole.html#表一-201\"></a><a href=\"#表二-201\"></a><a href=\"#gone\"></a>"));
        assert!(slim.contains("<summary>表一</summary><p><a href=\"whole.html#表一\">"), "{slim}");
        assert!(slim.contains("<p id=\"表二-201\">数数数</p>"), "{slim}");
    }

    #[test]
    fn what_is_open_stays_and_a_fold_without_a_name_leads_to_what_it_stands_in() {
        let open = fold("表一", 1_000).attr("open", "");
        let unnamed = el("details").class("data").child(el("summary")).child(el("p").text("数".repeat(1_000)));
        let further = el("details").class(AROUND).child(el("summary")).child(el("div").child(open));
        let slim = html(&slim(further.child(el("figure").attr("id", "income").child(unnamed)), "w.html", WORDS));
        assert!(slim.contains("id=\"表一-201\"") && slim.contains("href=\"w.html#income\""), "{slim}");
    }
}
