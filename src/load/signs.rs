//! Signs that a Chinese keyboard gives where JSON has others: each by name, and all at once.
//!
//! The parser stops at the first of them. Whoever typed one has mostly typed several, so the whole text is looked through
//! line by line, since no text in quotes goes on over the end of a line.

use super::parser::{Parser, SyntaxError};
use super::{Diagnostic, DiagnosticKind, Expected, MOST_DIAGNOSTICS, SourceLocation};

/// In Chinese and in English.
type Locale = (&'static str, &'static str);

/// The signs: what they are, and what JSON has in their place.
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
/// What is called by a name of its own.
const COMMA: Locale = ("中文逗号", "a Chinese comma");
const QUOTES: &str = "“”‘’＂";
/// What stands behind a text in quotes.
const BEHIND: &str = ":,]}：，］】｝";
/// The signs of numbers from U+FF0B to U+FF19 are ASCII's, this much further on.
const FURTHER: u32 = 0xFEE0;

/// All that is wrong with a text that is no JSON, where the parser stopped as it says.
pub fn diagnostics(text: &str, (at, kind): SyntaxError) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let before = found.len();
        if !look(line, start, false, &mut found) {
            // A quote is missing: one of the others is meant.
            found.truncate(before);
            look(line, start, true, &mut found);
        }
        start += line.len();
        if found.len() >= MOST_DIAGNOSTICS {
            break;
        }
    }
    // What stopped the parser is one of them, if none but a gap or what it is a part of is before it.
    let rest = text.get(at..).unwrap_or_default();
    let stop = at + rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let end = stop + Parser { text, at: stop }.run().len();
    let is_here = |(sign, _): &SyntaxError| *sign == stop;
    let other = found.iter().position(|sign| is_here(sign) && is_between(text, stop) && !takes(&kind, &sign.1));
    if let Some(other) = other {
        // A comma where a colon belongs would be no better as JSON's.
        found[other] = (at, kind);
    } else if !found.iter().any(|sign| sign.0 < end || is_here(sign)) {
        found.insert(0, (at, kind));
    }
    found.truncate(MOST_DIAGNOSTICS);
    found.into_iter().map(|(at, kind)| Diagnostic { location: Some(SourceLocation::of(text, at)), kind }).collect()
}

/// Whether at this byte a sign stands that belongs between others: a comma or a colon.
fn is_between(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(['，', '、', '；', '：']))
}

/// Whether what stopped the parser goes away when a sign is changed as it says.
fn takes(stop: &DiagnosticKind, told: &DiagnosticKind) -> bool {
    let (DiagnosticKind::Syntax { expected: Expected::OneOf(signs), .. }, DiagnosticKind::Message([zh, _])) =
        (stop, told)
    else {
        return true;
    };
    signs.iter().any(|sign| zh.ends_with(sign))
}

/// Looks through a line, which starts at a byte of the text. `false` where a text in quotes does not end. With `any` each
/// kind of quote ends one, where what stands behind it belongs behind one.
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

/// What is to be said of a sign, where it is one of those.
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
