//! Parses the JSON values that hold no others: texts, numbers, `true`, `false` and `null`.

use std::borrow::Cow;

use super::DiagnosticKind;
use super::expected::Expected;
use super::parser::{Parser, SyntaxError};
use super::tree::Kind;

impl<'t> Parser<'t> {
    /// Parses a text in quotes.
    pub fn string(&mut self) -> Result<Cow<'t, str>, SyntaxError> {
        self.at += 1;
        let mut start = self.at;
        let mut whole = String::new();
        loop {
            match self.byte() {
                Some(b'"') => {
                    let rest = self.since(start);
                    self.at += 1;
                    return Ok(if whole.is_empty() { rest.into() } else { (whole + rest).into() });
                }
                Some(b'\\') => {
                    whole.push_str(self.since(start));
                    whole.push(self.escape()?);
                    start = self.at;
                }
                None | Some(..b' ') => return Err(self.wrong(self.at, Expected::OneOf(&["\""]))),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let at = self.at;
        self.at += 2;
        let char = match self.text.as_bytes().get(at + 1) {
            Some(&same @ (b'"' | b'\\' | b'/')) => Some(char::from(same)),
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(b'n') => Some('\n'),
            Some(b'r') => Some('\r'),
            Some(b't') => Some('\t'),
            Some(b'u') => self.unicode(),
            _ => None,
        };
        char.ok_or_else(|| {
            // At the end of the file the rest of the escape is missing, elsewhere it is wrong.
            if self.at < self.text.len() {
                self.at = at;
            }
            self.wrong(at, Expected::Escape)
        })
    }

    /// Parses what follows `\u`: one UTF-16 unit, or the two of a surrogate pair.
    fn unicode(&mut self) -> Option<char> {
        let high = self.unit()?;
        if (0xD800..0xDC00).contains(&high) && self.text.get(self.at..)?.starts_with("\\u") {
            self.at += 2;
            let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
            return char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + low);
        }
        char::from_u32(high)
    }

    fn unit(&mut self) -> Option<u32> {
        let start = self.at;
        self.at += 4;
        let digits = self.since(start).bytes();
        let unit =
            digits.map(|digit| char::from(digit).to_digit(16)).try_fold(1, |unit, digit| Some(unit << 4 | digit?))?;
        // The leading 1 shows that there were four digits.
        unit.checked_sub(0x1_0000)
    }

    /// Parses a value without quotes.
    pub fn word(&mut self) -> Result<Kind<'t>, SyntaxError> {
        let at = self.at;
        let word = self.run();
        self.at += word.len();
        match word {
            "true" => return Ok(Kind::Flag(true)),
            "false" => return Ok(Kind::Flag(false)),
            "null" => return Ok(Kind::Null),
            "NaN" | "Infinity" | "-Infinity" => return Err((at, DiagnosticKind::NotFinite)),
            _ if is_number(word) => return Ok(Kind::Number(word)),
            _ => {}
        }
        let begun =
            ["true", "false", "null"].iter().any(|whole| whole.starts_with(word)) || is_number(&[word, "0"].concat());
        if !begun || self.token().is_some() {
            self.at = at;
        }
        Err(self.wrong(at, Expected::Value))
    }
}

fn is_number(word: &str) -> bool {
    let word = word.as_bytes();
    number(word.strip_prefix(b"-").unwrap_or(word)).is_some_and(<[u8]>::is_empty)
}

/// What follows the number without sign that a text begins with; `None` where it begins with none.
fn number(text: &[u8]) -> Option<&[u8]> {
    let mut rest = if let [b'0', rest @ ..] = text { rest } else { digits(text)? };
    if let [b'.', places @ ..] = rest {
        rest = digits(places)?;
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        rest = digits(if let [b'+' | b'-', exponent @ ..] = exponent { exponent } else { exponent })?;
    }
    Some(rest)
}

/// What follows the digits that a text begins with; `None` where it begins with none.
fn digits(text: &[u8]) -> Option<&[u8]> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.get(count..).filter(|_| count > 0)
}
