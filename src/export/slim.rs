//! Moves what is folded away in a page to a second file, so that a slow network brings the answers first.
//!
//! Readers whose browser runs the page's program never need the second file, since the program makes all of it from the
//! budget. Those without scripts follow a link to it.

use std::collections::BTreeSet;

use super::page::{ids, relink};
use crate::locale::Locale;
use crate::markup::{Element, Node, el};
use crate::money::insert_each;

/// A fold of fewer bytes stays as it is: a link would save little.
const MIN: usize = 1_500;
/// The fold around whole cards: they stay, and only what is folded away in them goes.
const AROUND: &str = "further";

/// The page with links to the `whole` page in place of its long folds; links to places that are only there lead there.
pub fn slim(page: &Element, whole: &str, locale: Locale) -> Element {
    let mut slim = unfolded(page, "", whole, locale);
    let [all, left] = [page, &slim].map(|page| {
        let mut found = BTreeSet::new();
        ids(page, &mut found);
        found
    });
    let moved: BTreeSet<_> = insert_each(all.difference(&left).map(ToString::to_string));
    relink(&mut slim, &|id| moved.contains(id).then(|| [whole, "#", id].concat()));
    slim
}

/// The element with a link to the `whole` page in each long closed fold: to the fold itself, or, if it has no id, to
/// the element around it, whose id is `within`. What is folded away is most of the page, and is not copied.
fn unfolded(element: &Element, within: &str, whole: &str, locale: Locale) -> Element {
    let id = attribute(element, "id").unwrap_or(within);
    let is_closed = element.tag == "details"
        && attribute(element, "open").is_none()
        && attribute(element, "class").is_none_or(|class| class != AROUND);
    let around = Element { attributes: element.attributes.clone(), at: element.at, ..el(element.tag) };
    if is_closed && is_long(element.children.iter().skip(1)) {
        let text = locale.tr("在完整的网页里看 ›", "See it on the complete page ›");
        let link = el("a").attr("href", [whole, "#", id].concat()).text(text);
        let head = element.children.first().cloned();
        return Element { children: head.into_iter().collect(), ..around }.child(el("p").child(link));
    }
    let children = element.children.iter().map(|child| match child {
        Node::Element(child) => unfolded(child, id, whole, locale).into(),
        other => other.clone(),
    });
    Element { children: children.collect(), ..around }
}

fn attribute<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
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
        let slim = html(&slim(&page, "whole.html", WORDS));
        assert!(slim.contains("<a href=\"whole.html#表一-201\"></a><a href=\"#表二-201\"></a><a href=\"#gone\"></a>"));
        assert!(slim.contains("<summary>表一</summary><p><a href=\"whole.html#表一\">"), "{slim}");
        assert!(slim.contains("<p id=\"表二-201\">数数数</p>"), "{slim}");
    }

    #[test]
    fn what_is_open_stays_and_a_fold_without_a_name_leads_to_what_it_stands_in() {
        let open = fold("表一", 1_000).attr("open", "");
        let unnamed = el("details").class("data").child(el("summary")).child(el("p").text("数".repeat(1_000)));
        let further = el("details").class(AROUND).child(el("summary")).child(el("div").child(open));
        let slim = html(&slim(&further.child(el("figure").attr("id", "income").child(unnamed)), "w.html", WORDS));
        assert!(slim.contains("id=\"表一-201\"") && slim.contains("href=\"w.html#income\""), "{slim}");
    }
}
