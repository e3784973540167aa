//! A plain tree of HTML elements and text.

use crate::budget::Place;

/// A node of a page's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, which is never read as HTML.
    Text(String),
    /// A chart as SVG, for pages that are written as text; the live page has a canvas instead.
    Drawing(String),
}

/// An element with its attributes and children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes, each once.
    pub attributes: Vec<(&'static str, String)>,
    /// Its child nodes.
    pub children: Vec<Node>,
    /// The place of the number that it shows, or of the line that it names, for marks. It is no part of the HTML.
    pub at: Option<Place>,
}

/// An empty element.
pub const fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new(), at: None }
}

impl Element {
    /// The element with an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The element with a class list.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// The element with text appended.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// The element with a child appended.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The element with a drawing appended.
    #[must_use]
    pub fn drawing(mut self, svg: String) -> Self {
        self.children.push(Node::Drawing(svg));
        self
    }

    /// The element with children appended.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl Node {
    /// Appends the tree as HTML.
    pub fn write_html(&self, html: &mut String) {
        let element = match self {
            Node::Element(element) => element,
            Node::Text(text) => return html.push_str(&escaped(text)),
            Node::Drawing(svg) => return html.push_str(svg),
        };
        html.extend(["<", element.tag]);
        for (name, value) in &element.attributes {
            html.extend([" ", name, "=\"", &escaped(value), "\""]);
        }
        html.push('>');
        if matches!(element.tag, "input" | "br" | "meta" | "link" | "img" | "source") {
            return;
        }
        for child in &element.children {
            match child {
                // Browsers read no escapes in a style sheet; only its own end tag could end it early.
                Node::Text(css) if element.tag == "style" => html.push_str(&css.replace("</", "<\\/")),
                child => child.write_html(html),
            }
        }
        html.extend(["</", element.tag, ">"]);
    }
}

/// Text as HTML text or as an attribute's value, without the control characters that HTML cannot have and a name of a
/// document may hold: drawings leave them out, too.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' | '\t' => html.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_a_file_are_text_wherever_they_stand() {
        let evil = "<script>alert(1)</script>\" onclick=\"x";
        let mut html = String::new();
        Node::from(el("p").attr("title", evil).text(evil)).write_html(&mut html);
        assert!(!html.contains("<script") && !html.contains("\" onclick"), "{html}");
    }

    #[test]
    fn a_style_sheet_is_written_as_it_is_and_ends_where_its_element_ends() {
        let mut html = String::new();
        Node::from(el("style").text("a>b{content:'&</style><script>'}")).write_html(&mut html);
        assert_eq!(html, "<style>a>b{content:'&<\\/style><script>'}</style>");
    }

    #[test]
    fn what_html_cannot_have_is_left_out() {
        let evil = "甲\u{0}\u{1}\u{1b}[2J\r\u{7f}\u{9b}\u{fffe}\u{ffff}\n乙";
        let mut html = String::new();
        Node::from(el("p").attr("title", evil).text(evil)).write_html(&mut html);
        assert_eq!(html, "<p title=\"甲[2J\n乙\">甲[2J\n乙</p>");
    }
}
