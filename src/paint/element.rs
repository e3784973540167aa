//! Writes the elements of an SVG drawing as text.
//!
//! A scene has six shapes only, so no library is needed: names, numbers with two decimal places, escaped text.

/// SVG text to which elements are appended.
#[derive(Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// The SVG text that was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// Begins an element; attributes follow, then [`Writer::empty`], [`Writer::words`] or [`Writer::inside`].
    pub fn open(&mut self, name: &str) {
        self.text.extend(["<", name]);
    }

    /// An attribute; the value is a word of this program's or a number, and is not escaped.
    pub fn attr(&mut self, name: &str, value: &str) {
        self.text.extend([" ", name, "=\"", value, "\""]);
    }

    /// An attribute that is a length in CSS pixels.
    pub fn length(&mut self, name: &str, length: f64) {
        self.attr(name, &hundredths(length));
    }

    /// Ends an element without content.
    pub fn empty(&mut self) {
        self.text.push_str("/>");
    }

    /// Ends the start tag: what follows is inside, up to [`Writer::close`].
    pub fn inside(&mut self) {
        self.text.push('>');
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) {
        self.text.extend(["</", name, ">"]);
    }

    /// Ends an element that contains this text, which is escaped.
    pub fn words(&mut self, words: &str, name: &str) {
        self.inside();
        for c in words.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                // XML has no way to write these, and a name of a document may hold any of them.
                '\u{fffe}' | '\u{ffff}' => {}
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
        self.close(name);
    }
}

/// A number with at most two decimal places, without trailing zeros.
pub fn hundredths(number: f64) -> String {
    #[allow(clippy::cast_possible_truncation)] // a scene is at most some thousand pixels large
    let hundredths = (number * 100.0).round() as i64;
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let mut text = String::from(if hundredths < 0 { "-" } else { "" });
    text += &whole.to_string();
    if rest > 0 {
        let digits = (100 + rest).to_string();
        text.extend([".", digits.strip_prefix('1').unwrap_or_default().trim_end_matches('0')]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_more_places_than_they_need() {
        let written = [0.0, 3.0, 2.5, -1.25, 1.0 / 3.0, -0.001, 0.11, 100.05].map(hundredths);
        assert_eq!(written, ["0", "3", "2.5", "-1.25", "0.33", "0", "0.11", "100.05"]);
    }

    #[test]
    fn words_of_a_document_are_no_markup_and_hold_nothing_that_xml_cannot() {
        let mut writer = Writer::default();
        writer.open("text");
        writer.length("x", 1.5);
        writer.words("<b>&\u{0}\u{ffff}甲", "text");
        assert_eq!(writer.finish(), "<text x=\"1.5\">&lt;b&gt;&amp;甲</text>");
    }
}
