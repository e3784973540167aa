//! Decodes HTML's character references, such as `&nbsp;` and `&#160;`.

use std::borrow::Cow;

/// The names of characters that office programs and web editors write. Any other reference is kept as written, so that
/// no text is lost.
const NAMES: [(&str, char); 48] = [
    ("nbsp", '\u{a0}'),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("copy", '©'),
    ("reg", '®'),
    ("yen", '¥'),
    ("times", '×'),
    ("middot", '·'),
    ("plusmn", '±'),
    ("deg", '°'),
    ("sect", '§'),
    ("divide", '÷'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("shy", '\u{ad}'),
    ("para", '¶'),
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("bull", '•'),
    ("permil", '‰'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("sum", '∑'),
    ("rarr", '→'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("darr", '↓'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("trade", '™'),
    ("Omega", 'Ω'),
    ("oline", '‾'),
];
/// How many of these names, from the first, need no semicolon after them in text.
const OLD: usize = 18;
/// What the numbers from 128 to 159 mean to browsers: the characters of Windows-1252, five of which are undefined.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Decodes the references in a text. In the value of an attribute, only a name that ends in a semicolon is one.
pub fn decoded(text: &str, is_value: bool) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut parts = text.split('&');
    let mut meant = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (c, rest) = reference(part, is_value).unwrap_or(('&', part));
        meant.push(c);
        meant.push_str(rest);
    }
    meant.into()
}

/// The character that the text after `&` refers to, and the text that follows the reference.
fn reference(text: &str, is_value: bool) -> Option<(char, &str)> {
    if let Some(number) = text.strip_prefix('#') {
        return numbered(number);
    }
    let (name, rest) = text.split_at(text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len()));
    if let Some(rest) = rest.strip_prefix(';') {
        let (_, c) = NAMES.iter().find(|(known, _)| *known == name)?;
        return Some((*c, rest));
    }
    let mut old = NAMES[..OLD].iter().filter(|_| !is_value);
    old.find_map(|(known, c)| Some((*c, text.strip_prefix(known)?)))
}

fn numbered(text: &str) -> Option<(char, &str)> {
    let (digits, radix) = text.strip_prefix(['x', 'X']).map_or((text, 10), |digits| (digits, 16));
    let (digits, rest) = digits.split_at(digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len()));
    if digits.is_empty() {
        return None;
    }
    // A number too large to be read is no character either.
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let c = match number {
        0 => None,
        128..160 => WINDOWS.chars().nth(number as usize - 128),
        _ => char::from_u32(number),
    };
    Some((c.unwrap_or(char::REPLACEMENT_CHARACTER), rest.strip_prefix(';').unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_told_by_name_and_number() {
        let text = |text| decoded(text, false).into_owned();
        assert_eq!(text("&ldquo;三公&rdquo;&nbsp;&nbsp;经费&#12290;&#x4E00;&#151;"), "“三公”\u{a0}\u{a0}经费。一—");
        assert_eq!(text("合&nbsp计 &nbspa &copy2026"), "合\u{a0}计 \u{a0}a ©2026");
        assert_eq!(text("a&b &; &# &#x; &unknown; &lt"), "a&b &; &# &#x; &unknown; <");
        assert_eq!(text("&#0;&#xD800;&#99999999999;"), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(decoded("?a=1&copy=2&amp;b", true), "?a=1&copy=2&b");
    }
}
