//! Adds a mark beside each number that does not add up, with a link to its finding.
//!
//! Figures know nothing of marks: each element has the place of the printed number that it shows.

use super::node::{Element, Node, el};
use crate::budget::Place;
use crate::figure::{CHECKS, Mark, Marks};

/// Elements that are read as sentences.
const SENTENCES: [&str; 2] = ["figcaption", "p"];
/// The verdict that is marked everywhere; rounding differences are marked in tables only, where readers add up.
const MISMATCH: &str = "mismatch";

/// Returns the trees with a mark beside each number that has one: before it, so that digits stay aligned;
/// after it in a sentence, like the sign of a footnote.
pub fn flag_findings(nodes: Vec<Node>, marks: &Marks) -> Vec<Node> {
    all(nodes, marks, false, false)
}

fn all(nodes: Vec<Node>, marks: &Marks, told: bool, tabled: bool) -> Vec<Node> {
    nodes.into_iter().map(|node| within(node, marks, told, tabled)).collect()
}

/// The mark of the line whose number an entry of a list shows: a mismatch of a project as a whole is marked at its line
/// and at none of the line's numbers.
fn of_line(at: Place, marks: &Marks) -> Option<&Mark> {
    let Place::Cell(table, line, _) = at else { return None };
    marks.get(&Place::Line(table, line))
}

fn within(node: Node, marks: &Marks, told: bool, tabled: bool) -> Node {
    let Node::Element(mut element) = node else { return node };
    if element.attributes.iter().any(|(name, value)| *name == "id" && value == CHECKS) {
        return element.into();
    }
    let (told, tabled) = (told || SENTENCES.contains(&element.tag), tabled || element.tag == "table");
    element.children = all(element.children, marks, told, tabled);
    let is_listed = element.attributes.iter().any(|(name, value)| *name == "class" && value.starts_with("amount"));
    let mark = |at: Place| marks.get(&at).or_else(|| of_line(at, marks).filter(|_| is_listed));
    let mark = element.at.and_then(mark).filter(|mark| tabled || mark.verdict == MISMATCH);
    let Some(mark) = mark else { return element.into() };
    if element.tag == "p" {
        let told = el("a").attr("href", &mark.finding).text(&mark.told);
        return element.text(" ").child(el("b").class("badge").attr("data-verdict", mark.verdict)).child(told).into();
    }
    if element.tag != "a" {
        element.children.insert(0, flag(mark).into());
        return element.into();
    }
    let both = el("span").class("flagged");
    if told { both.child(element).child(flag(mark)) } else { both.child(flag(mark)).child(element) }.into()
}

fn flag(mark: &Mark) -> Element {
    el("a")
        .class("flag")
        .attr("href", &mark.finding)
        .attr("data-verdict", mark.verdict)
        // A link without words is called by its title; a label with the same words would be read out beside it.
        .attr("title", &mark.label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(element: Element) -> (String, usize) {
        flags_of("mismatch", element)
    }

    fn flags_of(verdict: &'static str, element: Element) -> (String, usize) {
        let mark = || Mark { verdict, finding: "#checks-3".into(), label: "不符".into(), told: String::new() };
        let places = [Place::Cell(2, 0, 0), Place::Line(2, 1), Place::Cell(2, 1, 2)];
        let marks = places.into_iter().map(|place| (place, mark())).collect();
        let mut html = String::new();
        for node in flag_findings(vec![element.into()], &marks) {
            node.write_html(&mut html);
        }
        let count = html.matches("class=\"flag\"").count();
        (html, count)
    }

    fn shows(tag: &'static str, at: Place) -> Element {
        Element { at: Some(at), ..el(tag).text("4,560.06") }
    }

    #[test]
    fn a_number_with_a_finding_is_marked_and_no_other() {
        let (html, count) = flags(el("p").child(shows("a", Place::Cell(2, 0, 0))));
        assert_eq!(count, 1, "{html}");
        assert!(html.contains(r##"4,560.06</a><a class="flag" href="#checks-3""##), "behind it: {html}");
        let (html, _) = flags(el("li").child(shows("a", Place::Cell(2, 0, 0))));
        assert!(html.contains(r##"<span class="flagged"><a class="flag" href="#checks-3""##), "{html}");
        assert_eq!(flags(el("p").child(shows("a", Place::Cell(2, 0, 1)))).1, 0, "another column");
        assert_eq!(flags(el("p").child(shows("a", Place::Cell(3, 0, 0)))).1, 0, "another table");
        assert_eq!(flags(el("p").child(el("a").text("4,560.06"))).1, 0, "printed nowhere");
    }

    #[test]
    fn a_rounding_difference_is_marked_in_tables_alone() {
        let number = || shows("a", Place::Cell(2, 0, 0));
        assert_eq!(flags_of("rounding", el("figcaption").child(number())).1, 0);
        assert_eq!(flags_of("rounding", el("li").child(number())).1, 0);
        assert_eq!(flags_of("rounding", el("table").child(el("td").child(number()))).1, 1);
    }

    #[test]
    fn a_line_of_the_tables_has_its_marks_in_its_cells() {
        let row = el("tr").child(shows("th", Place::Line(2, 1)));
        let (html, count) = flags(row.children([1, 2].map(|column| shows("td", Place::Cell(2, 1, column)))));
        assert_eq!(count, 2);
        assert!(html.contains("<th><a class") && html.contains("</th><td>4,560.06</td><td><a class"), "{html}");
    }

    #[test]
    fn nothing_is_marked_among_the_findings() {
        assert_eq!(flags(el("figure").attr("id", "checks").child(shows("a", Place::Cell(2, 0, 0)))).1, 0);
    }
}
