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

/// What is looked at and changed in finished trees.
impl Element {
    /// The value of an attribute.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value, whatever it had.
    pub fn set(&mut self, name: &'static str, value: &str) {
        match self.attributes.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) => *own = value.into(),
            None => self.attributes.push((name, value.into())),
        }
    }

    /// Takes attributes away.
    pub fn unset(&mut self, names: &[&str]) {
        self.attributes.retain(|(own, _)| !names.contains(own));
    }

    /// Whether it has a class.
    pub fn has_class(&self, class: &str) -> bool {
        self.value("class").is_some_and(|own| own.split(' ').any(|own| own == class))
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl Element {
    /// Appends the tree as HTML.
    pub fn write_html(&self, html: &mut String) {
        html.extend(["<", self.tag]);
        for (name, value) in &self.attributes {
            html.extend([" ", name, "=\""]);
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        if matches!(self.tag, "input" | "br" | "meta" | "link" | "img" | "source") {
            return;
        }
        for child in &self.children {
            match child {
                // Browsers read no escapes in a style sheet; only its own end tag could end it early.
                Node::Text(css) if self.tag == "style" => html.push_str(&css.replace("</", "<\\/")),
                child => child.write_html(html),
            }
        }
        html.extend(["</", self.tag, ">"]);
    }
}

impl Node {
    /// Appends the tree as HTML.
    pub fn write_html(&self, html: &mut String) {
        match self {
            Node::Element(element) => element.write_html(html),
            Node::Text(text) => escape(text, html),
            Node::Drawing(svg) => html.push_str(svg),
        }
    }
}

/// Appends text as HTML text or as an attribute's value, without the control characters that HTML cannot have and a name
/// of a document may hold: drawings leave them out, too. A page has ten thousand texts, so none is copied for each sign.
fn escape(text: &str, html: &mut String) {
    let unfit = |c: char| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    for part in text.split_inclusive(|c| matches!(c, '&' | '<' | '>' | '"') || unfit(c)) {
        let mut signs = part.chars();
        let name = match signs.next_back() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            Some(c) if unfit(c) => "",
            _ => {
                html.push_str(part);
                continue;
            }
        };
        html.extend([signs.as_str(), name]);
    }
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
        el("style").text("a>b{content:'&</style><script>'}").write_html(&mut html);
        assert_eq!(html, "<style>a>b{content:'&<\\/style><script>'}</style>");
    }

    #[test]
    fn what_html_cannot_have_is_left_out() {
        let evil = "甲\u{0}\u{1}\u{1b}[2J\r\u{7f}\u{9b}\u{fffe}\u{ffff}\n乙";
        let mut html = String::new();
        el("p").attr("title", evil).text(evil).write_html(&mut html);
        assert_eq!(html, "<p title=\"甲[2J\n乙\">甲[2J\n乙</p>");
    }

    #[test]
    fn each_sign_has_its_name_wherever_it_stands() {
        let mut html = String::new();
        el("p").text("<&>\"").text("").text("甲<乙 & 丙>").text("丁").write_html(&mut html);
        assert_eq!(html, "<p>&lt;&amp;&gt;&quot;甲&lt;乙 &amp; 丙&gt;丁</p>");
    }
}
