//! Splits HTML into tags and text, as far as paragraphs and tables need it, and reads broken pages as browsers do.
//!
//! A complete HTML parser would be a tenth of what is downloaded to read any official file; a page's text and tables
//! need few of its eighty states, and no tree.

use super::references::decoded;
use std::borrow::Cow;

/// A token of an HTML page: a tag or a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// The element of this name ends.
    End(String),
    /// Text.
    Text(Cow<'a, str>),
}

/// The tag that begins an element.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The element's name, in lowercase.
    pub name: String,
    /// Whether the tag also ends the element (`<br/>`).
    pub is_closed: bool,
    attributes: Vec<(String, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, the first of those with this name.
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let (_, value) = self.attributes.iter().find(|(own, _)| own == name)?;
        Some(decoded(value, true))
    }
}

/// The tokens of an HTML page, in their order.
pub struct Tokens<'a> {
    rest: &'a str,
    /// The element whose content is text, whatever it looks like, if one is open.
    verbatim: Option<String>,
}

/// Elements whose content is text and no markup; in the first two, character references are decoded.
const VERBATIM: [&str; 9] =
    ["title", "textarea", "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"];

impl<'a> Tokens<'a> {
    /// The tokens of this page.
    pub const fn new(page: &'a str) -> Self {
        Tokens { rest: page, verbatim: None }
    }

    /// Takes the text before `at` off the rest of the page.
    fn take(&mut self, at: usize) -> &'a str {
        let (text, rest) = self.rest.split_at(at);
        self.rest = rest;
        text
    }

    /// The content of an element, up to its end tag, as text.
    fn content(&mut self, name: &str) -> Option<Token<'a>> {
        let is_end = |at: &usize| {
            let after = self.rest.as_bytes().get(at + 2..).unwrap_or_default();
            let own = after.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
            own && after.get(name.len()).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(self.rest.len());
        let text = self.take(end);
        let has_references = VERBATIM[..2].contains(&name);
        let text = if has_references { decoded(text, false) } else { text.into() };
        (!text.is_empty()).then_some(Token::Text(text))
    }

    /// Skips what begins with `<` and is neither tag nor text, most often a comment.
    fn skip(&mut self) {
        // The dashes that end a comment are not the ones that begin it.
        let is_end = |at: &usize| {
            let inside = self.rest.get(4..*at).unwrap_or_default();
            inside.ends_with("--") || inside.ends_with("--!")
        };
        let end = match self.rest.strip_prefix("<!--") {
            // <!--> and <!---> are complete comments.
            Some(rest) if rest.starts_with('>') || rest.starts_with("->") => self.rest.find('>').map(|at| at + 1),
            Some(_) => self.rest.match_indices('>').map(|(at, _)| at).find(is_end).map(|at| at + 1),
            None => self.rest.find('>').map(|at| at + 1),
        };
        self.take(end.unwrap_or(self.rest.len()));
    }

    /// Reads the tag that begins here, whose name is `from` bytes further on; `None` where the page ends inside the
    /// tag, which is then dropped.
    fn tag(&mut self, from: usize) -> Option<Tag<'a>> {
        self.take(from);
        let tag = self.whole_tag();
        if tag.is_none() {
            self.rest = "";
        }
        tag
    }

    fn whole_tag(&mut self) -> Option<Tag<'a>> {
        let name = self.word(&['/', '>']).to_ascii_lowercase();
        let mut tag = Tag { name, ..Tag::default() };
        loop {
            let blank = self.rest.find(|c: char| !c.is_ascii_whitespace() && c != '/').unwrap_or(self.rest.len());
            tag.is_closed = self.take(blank).ends_with('/');
            if self.rest.starts_with('>') {
                self.take(1);
                return Some(tag);
            }
            // An attribute's name may begin with =.
            let first = self.rest.chars().next()?.len_utf8();
            let whole = self.rest;
            self.take(first);
            let length = first + self.word(&['/', '>', '=']).len();
            let name = whole[..length].to_ascii_lowercase();
            let value = self.value()?;
            tag.attributes.push((name, value));
        }
    }

    /// The value after an attribute's name, empty where there is none; `None` where the page ends inside it.
    fn value(&mut self) -> Option<&'a str> {
        let Some(value) = self.rest.trim_ascii_start().strip_prefix('=') else { return Some("") };
        self.rest = value.trim_ascii_start();
        let Some(quote) = self.rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            return Some(self.word(&['>']));
        };
        let (value, rest) = self.rest[1..].split_once(quote)?;
        self.rest = rest;
        Some(value)
    }

    /// Takes the text before the next white space or one of these characters.
    fn word(&mut self, ends: &[char]) -> &'a str {
        let is_end = |c: char| c.is_ascii_whitespace() || ends.contains(&c);
        self.take(self.rest.find(is_end).unwrap_or(self.rest.len()))
    }

    /// The next token; `None` where a comment or the like was skipped.
    fn piece(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.verbatim.take() {
            return self.content(&name);
        }
        let mut after = self.rest.chars().skip(1);
        let (next, second) = (after.next().unwrap_or(' '), after.next().unwrap_or(' '));
        match (self.rest.starts_with('<'), next) {
            (true, c) if c.is_ascii_alphabetic() => {
                let tag = self.tag(1)?;
                self.verbatim = Some(&tag.name).filter(|name| VERBATIM.contains(&name.as_str())).cloned();
                Some(Token::Start(tag))
            }
            (true, '/') if second.is_ascii_alphabetic() => self.tag(2).map(|tag| Token::End(tag.name)),
            (true, '/' | '!' | '?') => {
                self.skip();
                None
            }
            _ => {
                let end =
                    self.rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(self.rest.len(), |(at, _)| at);
                Some(Token::Text(decoded(self.take(end), false)))
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            if let Some(token) = self.piece() {
                return Some(token);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> String {
        let told = |token: Token| match token {
            Token::Start(tag) => {
                let attributes =
                    tag.attributes.iter().map(|(name, _)| [" ", name, "=", &tag.get(name).unwrap()].concat());
                [
                    &["<", &tag.name].concat(),
                    &attributes.collect::<String>(),
                    &String::from(if tag.is_closed { "/>" } else { ">" }),
                ]
                .map(String::as_str)
                .concat()
            }
            Token::End(name) => ["</", &name, ">"].concat(),
            Token::Text(text) => text.into(),
        };
        Tokens::new(page).map(told).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn tags_have_attributes_in_every_way_of_writing() {
        assert_eq!(
            told("<TD colspan=2 ROWSPAN='3' class=\"a b\" nowrap>1</td >"),
            "<td colspan=2 rowspan=3 class=a b nowrap=>|1|</td>"
        );
        assert_eq!(told("<br/><img src=a/b.png /><p a = 'x&amp;y'b>"), "<br/>|<img src=a/b.png/>|<p a=x&y b=>");
        assert_eq!(told("<td title='a>b'>合计"), "<td title=a>b>|合计");
    }

    #[test]
    fn what_is_no_tag_is_text_or_nothing() {
        assert_eq!(told("1 < 2 &lt; 3<!-- <td> --><!DOCTYPE html><?xml?><![if x]>四</>五"), "1 |< 2 < 3|四|五");
        assert_eq!(told("一<!-->二<!--->三<!-- 四 --!>五<!-- 六"), "一|二|三|五");
        assert_eq!(told("一<td class='"), "一");
        assert_eq!(told("一<"), "一|<");
        assert_eq!(told(""), "");
    }

    #[test]
    fn scripts_and_titles_are_text_to_their_end() {
        assert_eq!(told("<script>if (a<b) '</td>'</SCRIPT >二"), "<script>|if (a<b) '</td>'|</script>|二");
        assert_eq!(told("<title>收&nbsp;支<b></title>"), "<title>|收\u{a0}支<b>|</title>");
        assert_eq!(told("<style>p</styles>"), "<style>|p</styles>");
        assert_eq!(told("<textarea></textarea>"), "<textarea>|</textarea>");
    }
}
