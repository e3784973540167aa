//! A mark beside each number that does not add up: it leads to what was found.
//!
//! Like the glossary's terms, such numbers are found in the finished trees, so no figure knows of them: a number that
//! leads to its line says which it is, and a line of the tables has its address.

use super::node::{Element, Node, el};
use crate::figure::{Mark, href};

/// The figure whose findings the marks lead to: there they would lead nowhere.
const CHECKS: &str = "checks";
/// Elements that are read as sentences.
const SENTENCES: [&str; 2] = ["figcaption", "p"];

/// The same trees with a mark beside each number that has one: before it, so that digits stay below each other;
/// behind it in a sentence, as a note's sign does. The marks stand in the order of their lines.
pub fn marked(nodes: Vec<Node>, marks: &[Mark]) -> Vec<Node> {
    all(nodes, marks, false)
}

fn all(nodes: Vec<Node>, marks: &[Mark], told: bool) -> Vec<Node> {
    nodes.into_iter().map(|node| within(node, marks, told)).collect()
}

fn within(node: Node, marks: &[Mark], told: bool) -> Node {
    let Node::Element(mut element) = node else { return node };
    let own = of_line(marks, element.tag, &element);
    match element.tag {
        "a" => {
            let number = own.iter().find(|mark| is_number(mark, &element));
            let both = el("span").class("flagged");
            return match number {
                Some(mark) if told => both.child(element).child(flag(mark)).into(),
                Some(mark) => both.child(flag(mark)).child(element).into(),
                None => element.into(),
            };
        }
        "tr" => {
            for mark in own {
                if let Some(Node::Element(cell)) = element.children.get_mut(mark.cell) {
                    cell.children.insert(0, flag(mark).into());
                }
            }
        }
        _ if value(&element, "id") == Some(CHECKS) => return element.into(),
        _ => {}
    }
    element.children = all(element.children, marks, told || SENTENCES.contains(&element.tag));
    element.into()
}

/// The marks of the line that a link leads to, or that a row of the tables is.
fn of_line<'m>(marks: &'m [Mark], tag: &str, element: &Element) -> &'m [Mark] {
    let line = match tag {
        "a" => value(element, "href").map(String::from),
        "tr" => value(element, "id").map(href),
        _ => None,
    };
    let Some(line) = line else { return &[] };
    let start = marks.partition_point(|mark| mark.line < line);
    let end = marks[start..].partition_point(|mark| mark.line == line);
    &marks[start..start + end]
}

/// Whether a link to a line is about the number that is marked: its title ends with the column.
fn is_number(mark: &Mark, link: &Element) -> bool {
    let before = value(link, "title").and_then(|title| title.strip_suffix(mark.column.as_str()));
    !mark.column.is_empty() && before.is_some_and(|before| before.ends_with(" · "))
}

fn flag(mark: &Mark) -> Element {
    el("a")
        .class("flag")
        .attr("href", &mark.finding)
        .attr("data-verdict", mark.verdict)
        .attr("title", &mark.label)
        .attr("aria-label", &mark.label)
}

fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(line: &str, column: &str, cell: usize) -> Mark {
        Mark {
            line: href(line),
            column: column.into(),
            cell,
            verdict: "rounding",
            finding: "#checks-3".into(),
            label: "尾差".into(),
        }
    }

    fn flags(element: Element) -> (String, usize) {
        let marks = [mark("表三-201", "合计", 1), mark("表三-208", "项目支出", 3), mark("表三-208", "", 0)];
        let mut html = String::new();
        for node in marked(vec![element.into()], &marks) {
            node.write_html(&mut html);
        }
        let count = html.matches("class=\"flag\"").count();
        (html, count)
    }

    fn link(line: &str, title: &str) -> Element {
        el("a").attr("href", href(line)).attr("title", title).text("4,560.06")
    }

    #[test]
    fn a_number_with_a_finding_is_marked_and_no_other_of_its_line() {
        let (html, count) = flags(el("p").child(link("表三-201", "表三 · 201 · 合计")));
        assert_eq!(count, 1, "{html}");
        assert!(html.contains(r##"4,560.06</a><a class="flag" href="#checks-3""##), "behind it: {html}");
        let (html, _) = flags(el("li").child(link("表三-201", "表三 · 201 · 合计")));
        assert!(html.contains(r##"<span class="flagged"><a class="flag" href="#checks-3""##), "{html}");
        assert_eq!(flags(el("p").child(link("表三-201", "表三 · 201 · 基本支出"))).1, 0);
        assert_eq!(flags(el("p").child(link("表三-208", "表三 · 208 · 其他项目支出"))).1, 0, "another column's end");
        assert_eq!(flags(el("p").child(link("表三-202", "表三 · 202 · 合计"))).1, 0);
    }

    #[test]
    fn a_line_of_the_tables_has_its_marks_in_its_cells() {
        let cells = |row: Element| row.children((0..4).map(|i| el("td").text(i.to_string())));
        let (html, count) = flags(cells(el("tr").attr("id", "表三-208")));
        assert_eq!(count, 2);
        assert!(html.contains("</a>0</td><td>1</td><td>2</td><td><a class"), "{html}");
        assert_eq!(flags(cells(el("tr"))).1, 0);
        assert_eq!(flags(el("tr").attr("id", "表三-208").child(el("td"))).1, 1, "a line may be shorter");
    }

    #[test]
    fn nothing_is_marked_among_the_findings() {
        assert_eq!(flags(el("figure").attr("id", "checks").child(link("表三-201", "表三 · 201 · 合计"))).1, 0);
    }
}
