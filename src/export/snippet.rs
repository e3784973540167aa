//! What a portal's editor pastes to show a figure: plain text, made from addresses and escaped names.

use crate::markup::Form;

/// The figure that is embedded, and the addresses that this needs.
#[derive(Debug, Clone)]
pub struct Embed<'a> {
    /// The page's absolute address, without query.
    pub page: &'a str,
    /// The absolute address of the script that lies beside the page.
    pub script: &'a str,
    /// The absolute address of the budget.
    pub data: &'a str,
    /// The figure's id.
    pub figure: &'a str,
    /// The other parameters of the page's address, by name: `lang`, `unit`, `code` …, not escaped.
    pub query: &'a [(String, String)],
    /// The title of the frame, for screen readers.
    pub title: &'a str,
    /// How high the frame is, in CSS pixels.
    pub height: u32,
}

/// The parameters that the custom element supports; a frame is the whole page and supports all of them.
const ATTRIBUTES: [&str; 7] = ["detail", "rows", "lang", "theme", "unit", "text", "code"];

impl Embed<'_> {
    /// The HTML text to paste.
    pub fn snippet(&self, form: Form) -> String {
        let script = ["<script type=\"module\" src=\"", &escaped(self.script), "\"></script>\n"].concat();
        match form {
            Form::Frame => self.frame(),
            Form::Sizing => script + &self.frame(),
            Form::Element => {
                let mut text = script + "<budget-lens";
                let own = [("data", self.data), ("figure", self.figure)];
                let query = self.query.iter().filter(|(name, _)| ATTRIBUTES.contains(&name.as_str()));
                for (name, value) in own.into_iter().chain(query.map(|(name, value)| (name.as_str(), value.as_str()))) {
                    text += &[" ", name, "=\"", &escaped(value), "\""].concat();
                }
                // Seen where the script does not come, and by search engines: what stands in an element that runs is not shown.
                text + "><a href=\"" + &escaped(&self.address()) + "\">" + &escaped(self.title) + "</a></budget-lens>"
            }
        }
    }

    /// The address of the figure alone.
    pub fn address(&self) -> String {
        let mut address = [self.page, "?figure=", &encoded(self.figure)].concat();
        for (name, value) in self.query {
            address += &["&", &encoded(name), "=", &encoded(value)].concat();
        }
        address
    }

    fn frame(&self) -> String {
        let (address, title, height) = (escaped(&self.address()), escaped(self.title), self.height.to_string());
        // A `style` attribute would be refused where a portal's policy is strict.
        ["<iframe src=\"", &address, "\" title=\"", &title, "\" width=\"100%\" height=\"", &height].concat()
            + "\" loading=\"lazy\" frameborder=\"0\"></iframe>"
    }
}

/// Text as the value of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Percent-encodes text for the query of an address.
fn encoded(text: &str) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut written = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            written.push(char::from(byte));
        } else {
            written.extend(['%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed<'a>(title: &'a str, query: &'a [(String, String)]) -> Embed<'a> {
        Embed {
            page: "https://a.gov.cn/b/",
            script: "https://a.gov.cn/b/embed.js",
            data: "https://a.gov.cn/b/budget.json",
            figure: "structure",
            query,
            title,
            height: 813,
        }
    }

    #[test]
    fn a_frame_names_the_figure_its_title_and_its_height_and_needs_no_script() {
        let query = [("code".into(), "201".into()), ("lang".into(), "en".into())];
        assert_eq!(
            embed("钱用在哪里？", &query).snippet(Form::Frame),
            "<iframe src=\"https://a.gov.cn/b/?figure=structure&amp;code=201&amp;lang=en\" title=\"钱用在哪里？\" \
             width=\"100%\" height=\"813\" loading=\"lazy\" frameborder=\"0\"></iframe>"
        );
    }

    #[test]
    fn a_frame_that_sizes_itself_and_an_element_have_the_script_from_beside_the_page() {
        let query = [("q".into(), "水".into()), ("unit".into(), "yi".into())];
        let script = "<script type=\"module\" src=\"https://a.gov.cn/b/embed.js\"></script>\n";
        let sizing = embed("x", &query).snippet(Form::Sizing);
        assert_eq!(sizing, script.to_string() + &embed("x", &query).snippet(Form::Frame));
        assert_eq!(
            embed("x", &query).snippet(Form::Element),
            script.to_string()
                + "<budget-lens data=\"https://a.gov.cn/b/budget.json\" figure=\"structure\" unit=\"yi\">\
                   <a href=\"https://a.gov.cn/b/?figure=structure&amp;q=%E6%B0%B4&amp;unit=yi\">x</a></budget-lens>"
        );
    }

    #[test]
    fn what_comes_from_a_document_or_an_address_stays_inside_its_attribute() {
        let evil = "\"><script>alert(1)</script>&";
        let query = [("code".into(), evil.into()), ("project".into(), "水费 & 电费".into())];
        let embed = Embed { figure: evil, ..embed(evil, &query) };
        for form in [Form::Frame, Form::Sizing, Form::Element] {
            let text = embed.snippet(form);
            assert!(!text.contains("<script>alert") && !text.contains("\"\">"), "{text}");
        }
        assert!(embed.address().ends_with("&project=%E6%B0%B4%E8%B4%B9%20%26%20%E7%94%B5%E8%B4%B9"));
    }
}
