//! Links from a single figure, embedded in a portal's page, to the whole page.

use super::node::{Element, Node, el};
use crate::figure::Headline;
use crate::locale::Locale;

/// A line that says whose numbers these are, of which year, with a link to the whole page at `address`.
pub fn whole_page(head: &Headline, address: &str, locale: Locale) -> Element {
    let whole = el("a").attr("href", address).text(locale.tr("打开完整页面", "Open the whole page"));
    // No line begins with a dot.
    let who = [&head.department, " · ", &head.occasion].concat().replace(" · ", "\u{a0}· ");
    el("p").child(el("span").text(who)).text(" ").child(beside(whole))
}

/// The trees with every link to a place of the page turned into one to the whole page at `address`.
pub fn externalize_links(nodes: Vec<Node>, address: &str) -> Vec<Node> {
    nodes.into_iter().map(|node| leads(node, address)).collect()
}

fn leads(node: Node, address: &str) -> Node {
    let Node::Element(mut element) = node else { return node };
    element.children = externalize_links(element.children, address);
    let link = element.attributes.iter_mut().find(|(name, value)| *name == "href" && value.starts_with('#'));
    match link {
        Some((_, place)) => {
            place.insert_str(0, address);
            beside(element).into()
        }
        None => element.into(),
    }
}

/// Makes a link open in a new tab, since it stands in the portal's page, without access to that page.
fn beside(link: Element) -> Element {
    link.attr("target", "_blank").attr("rel", "noopener")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_a_portal_leads_to_its_line_on_the_whole_page_and_never_moves_the_portal() {
        let links = [("a", "#表三-201"), ("a", "https://example.gov.cn/")].map(|(tag, to)| el(tag).attr("href", to));
        let mut html = String::new();
        for node in externalize_links(vec![el("td").children(links).into()], "/budget/?unit=yi") {
            node.write_html(&mut html);
        }
        let expected = "<td><a href=\"/budget/?unit=yi#表三-201\" target=\"_blank\" rel=\"noopener\"></a>\
            <a href=\"https://example.gov.cn/\"></a></td>";
        assert_eq!(html, expected);
    }
}
