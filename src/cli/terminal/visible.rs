//! What a terminal would obey, or no reader could see, is written so that it is seen: whoever made a file has no say in
//! what a terminal does, and in which order a line is read.

use std::borrow::Cow;
use std::fmt::Write;

use super::painted::{self, unpainted};

/// What a text is written as, which says how a character is written that must not stand there as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Lines for a person: `\u{1b}`.
    #[default]
    Text,
    /// JSON, whose readers get the very character: `\u001b`.
    Json,
    /// HTML, whose readers get the very character: `&#x202e;`.
    Html,
}

/// The text as it may be printed. Colours of our own are still in it.
pub fn visible(text: &str, form: Form) -> Cow<'_, str> {
    if !text.contains(is_hidden) && !text.contains(painted::BEGINS) {
        return text.into();
    }
    let mut seen = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((colour, behind)) = unpainted(rest) {
            seen += colour;
            rest = behind;
            continue;
        }
        if is_hidden(c) {
            escape(c, form, &mut seen);
        } else {
            seen.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    seen.into()
}

fn escape(c: char, form: Form, seen: &mut String) {
    let _ = match form {
        Form::Text => write!(seen, "{}", c.escape_unicode()),
        Form::Json => c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(seen, "\\u{unit:04x}")),
        // The writer of elements has left out what HTML cannot have.
        Form::Html => write!(seen, "&#x{:x};", u32::from(c)),
    };
}

/// Whether a character commands a terminal, turns a line round or cannot be seen. Joiners and variation selectors belong to
/// the characters that they stand behind.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // Marks and embeddings of the other direction, what ends lines and paragraphs, a byte order mark, no characters at
        // all, and the tags that spell unseen words.
        '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::painted;
    use super::*;
    use anstyle::Style;

    #[test]
    fn what_a_terminal_obeys_is_seen_in_each_form() {
        let evil = "局\u{1b}]0;pwn\u{7}\r\u{9b}2J\u{202e}\u{e0041}甲\n\t乙";
        assert_eq!(visible(evil, Form::Text), "局\\u{1b}]0;pwn\\u{7}\\u{d}\\u{9b}2J\\u{202e}\\u{e0041}甲\n\t乙");
        let json = visible(&format!("\"{}\"", evil.replace('\n', "\\n").replace('\t', "\\t")), Form::Json).into_owned();
        assert!(json.is_char_boundary(0) && !json.contains(is_hidden), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), evil, "programs get what is in the file");
        assert_eq!(visible("甲\u{202e}乙", Form::Html), "甲&#x202e;乙");
        let plain = "没有 \u{4e00}\u{e0100}👨\u{200d}👩 é";
        assert!(matches!(visible(plain, Form::Text), Cow::Borrowed(same) if same == plain));
    }

    #[test]
    fn colours_are_ours_alone() {
        let bold = painted(Style::new().bold(), "甲\u{1b}[31m");
        assert_eq!(visible(&bold, Form::Text), "\u{1b}[1m甲\\u{1b}[31m\u{1b}[0m");
        let forged = "\u{fdd0}0123456789abcdef\u{1b}[8m\u{fdd1}";
        assert!(!visible(forged, Form::Text).contains('\u{1b}'));
    }
}
