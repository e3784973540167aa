//! Finds punctuation of a Chinese keyboard where JSON has its own, and reports all of it at once, by name.
//!
//! The parser stops at the first such sign. Whoever typed one has mostly typed several, so the whole text is searched
//! line by line, since no text in quotes goes on over the end of a line.

use super::parser::{Parser, SyntaxError};
use super::{Diagnostic, DiagnosticKind, Expected, MAX_DIAGNOSTICS, SourceLocation};

/// A name in Chinese and in English.
type Locale = (&'static str, &'static str);

/// The signs, each group with its name and with what JSON has in its place.
const SIGNS: [(&str, Locale, Locale); 8] = [
    ("，、；", ("中文标点", "Chinese punctuation"), ("英文逗号 ,", ",")),
    ("：", ("中文冒号", "a Chinese colon"), ("英文冒号 :", ":")),
    (QUOTES, ("中文引号", "a Chinese quote"), ("英文引号 \"", "\"")),
    ("［【", ("中文方括号", "a Chinese bracket"), ("英文方括号 [", "[")),
    ("］】", ("中文方括号", "a Chinese bracket"), ("英文方括号 ]", "]")),
    ("｛", ("中文花括号", "a Chinese brace"), ("英文花括号 {", "{")),
    ("｝", ("中文花括号", "a Chinese brace"), ("英文花括号 }", "}")),
    ("（）", ("中文圆括号", "a Chinese bracket"), ("英文的 [ ] 或 { }", "[ ] or { }")),
];
/// The name of `，`, which has one of its own.
const COMMA: Locale = ("中文逗号", "a Chinese comma");
const QUOTES: &str = "“”‘’＂";
/// What may follow a text in quotes.
const BEHIND: &str = ":,]}：，］】｝";
/// How much further on than in ASCII the signs of numbers stand from U+FF0B to U+FF19.
const FURTHER: u32 = 0xFEE0;

/// All errors of a text that is not JSON, of which the parser has found the one where it stopped.
pub fn diagnostics(text: &str, (at, kind): SyntaxError) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let before = found.len();
        if !look(line, start, false, &mut found) {
            // A quote is missing: one of the other kinds is meant to close the text.
            found.truncate(before);
            look(line, start, true, &mut found);
        }
        start += line.len();
        if found.len() >= MAX_DIAGNOSTICS {
            break;
        }
    }
    // The parser's own error is added only if no sign that was found explains it, being part of what stopped the parser
    // or before it.
    let rest = text.get(at..).unwrap_or_default();
    let stop = at + rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let end = stop + Parser { text, at: stop }.run().len();
    let is_here = |(sign, _): &SyntaxError| *sign == stop;
    let other = found.iter().position(|sign| is_here(sign) && is_between(text, stop) && !takes(&kind, &sign.1));
    if let Some(other) = other {
        // A comma where a colon belongs would be wrong even as JSON's comma.
        found[other] = (at, kind);
    } else if !found.iter().any(|sign| sign.0 < end || is_here(sign)) {
        found.insert(0, (at, kind));
    }
    found.truncate(MAX_DIAGNOSTICS);
    found.into_iter().map(|(at, kind)| Diagnostic { location: Some(SourceLocation::of(text, at)), kind }).collect()
}

/// Whether the sign at this byte is a separator: a comma or a colon.
fn is_between(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(['，', '、', '；', '：']))
}

/// Whether the parser's error goes away when a sign is replaced as its problem says.
fn takes(stop: &DiagnosticKind, told: &DiagnosticKind) -> bool {
    let (DiagnosticKind::Syntax { expected: Expected::OneOf(signs), .. }, DiagnosticKind::Message([zh, _])) =
        (stop, told)
    else {
        return true;
    };
    signs.iter().any(|sign| zh.ends_with(sign))
}

/// Searches a line, which starts at this byte of the text; `false` where a text in quotes does not end. With `any`, a
/// quote of any kind ends a text if what follows may follow one.
fn look(line: &str, start: usize, any: bool, found: &mut Vec<SyntaxError>) -> bool {
    let mut quoted = None;
    // How many Chinese quotes are open inside a text.
    let mut open = 0_usize;
    let mut characters = line.char_indices().peekable();
    while let Some((i, c)) = characters.next() {
        let ends = || line[i + c.len_utf8()..].trim_start().chars().next().is_none_or(|next| BEHIND.contains(next));
        match quoted {
            Some(_) if c == '\\' => drop(characters.next()),
            Some(_) if c == '"' => quoted = None,
            Some(_) if "“‘".contains(c) && !ends() => open += 1,
            Some(_) if "”’".contains(c) && open > 0 => open -= 1,
            Some(own) if QUOTES.contains(c) && (any || own != '"') && ends() => {
                found.extend(named(c).map(|kind| (start + i, kind)));
                quoted = None;
            }
            Some(_) => {}
            None if is_of_number(c) => {
                let mut number = String::from(c);
                while let Some((_, c)) =
                    characters.next_if(|(_, c)| is_of_number(*c) || ".-+eE".contains(*c) || c.is_ascii_digit())
                {
                    number.push(c);
                }
                found.push((start + i, of_number(&number)));
            }
            None => {
                found.extend(named(c).map(|kind| (start + i, kind)));
                open = 0;
                quoted = Some(c).filter(|c| *c == '"' || QUOTES.contains(*c));
            }
        }
    }
    quoted != Some('"')
}

/// The problem that a sign is reported as, if it is one of these signs.
fn named(sign: char) -> Option<DiagnosticKind> {
    if sign == '\u{3000}' {
        return Some(said(("全角空格", "a full-width space"), ("半角空格", "a plain space")));
    }
    let (_, name, instead) = SIGNS.iter().find(|(signs, ..)| signs.contains(sign))?;
    Some(said(if sign == '，' { COMMA } else { *name }, *instead))
}

fn said(name: Locale, instead: Locale) -> DiagnosticKind {
    let zh = ["这是", name.0, "，请换成", instead.0].concat();
    DiagnosticKind::Message([zh, ["this is ", name.1, "; put ", instead.1, " in its place"].concat()])
}

fn is_of_number(c: char) -> bool {
    matches!(c, '\u{ff0b}' | '\u{ff0d}' | '\u{ff0e}' | '\u{ff10}'..='\u{ff19}' | '−')
}

fn of_number(number: &str) -> DiagnosticKind {
    let narrow = |c: char| match c {
        '−' => '-',
        c if is_of_number(c) => u32::from(c).checked_sub(FURTHER).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    let narrow: String = number.chars().map(narrow).collect();
    let zh = ["这是全角数字 ", number, "，请换成半角数字 ", &narrow].concat();
    DiagnosticKind::Message([zh, ["this is a full-width number; put ", &narrow, " in its place"].concat()])
}
