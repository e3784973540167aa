//! Lines that fit a terminal, in which a Chinese character takes two columns.

use console::Term;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cli::terminal::is_watched;

/// What is not wider can be read without moving the head, and what is narrower holds no sentence.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;
/// Of a terminal that does not say, and of what is no terminal.
pub const USUAL: usize = 80;

/// How many columns the terminal has.
pub fn width() -> usize {
    let said = is_watched().then(|| columns().or_else(of_terminal)).flatten();
    said.unwrap_or(USUAL).clamp(*WIDTHS.start(), *WIDTHS.end())
}

fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}

fn of_terminal() -> Option<usize> {
    Term::stdout().size_checked().map(|(_, columns)| columns.into())
}

/// How many columns a text takes. Of quotation marks and others that are narrow on some terminals and wide on Chinese ones
/// the wide form counts: a line may then be a little short, and never too long.
pub fn columns_of(text: &str) -> usize {
    text.width_cjk()
}

fn is_wide(c: char) -> bool {
    c.width_cjk() == Some(2)
}

/// The text in lines of at most `width` columns, each behind `indent` spaces. Chinese may break anywhere but before
/// what closes and behind what opens; words and numbers are never broken.
pub fn wrapped(text: &str, indent: usize, width: usize) -> String {
    let room = width.saturating_sub(indent).max(20);
    let mut lines = String::new();
    let (mut line, mut taken) = (String::new(), 0);
    for piece in pieces(text) {
        let wide = columns_of(piece.trim_end());
        if taken > 0 && taken + wide > room {
            push(&mut lines, &line, indent);
            (line, taken) = (String::new(), 0);
        }
        line += piece;
        taken += columns_of(piece);
    }
    push(&mut lines, &line, indent);
    lines
}

fn push(lines: &mut String, line: &str, indent: usize) {
    lines.extend(std::iter::repeat_n(' ', indent));
    lines.push_str(line.trim_end());
    lines.push('\n');
}

/// The parts of a text that stay together.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None);
    for (i, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..i]);
            start = i;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let (opens, closes) = ("（“‘《([", "，。；：、？！）”’》…·,.;:?!)]%");
    if after == ' ' || closes.contains(after) || opens.contains(before) {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_takes_no_more_columns_than_there_are() {
        let text = "表三“合计”印的是 1,205.00 万元，按基本支出 800.00 + 项目支出 305.00 应是 1,105.00，差 100.00。";
        let lines = wrapped(text, 4, 40);
        assert!(lines.lines().all(|line| columns_of(line) <= 41 && line.starts_with("    ")), "{lines}");
        assert!(lines.lines().skip(1).all(|line| !line.trim_start().starts_with(['，', '。', '”'])), "{lines}");
        assert!(lines.contains("1,205.00") && lines.contains("1,105.00"), "no number is broken: {lines}");
        let joined: String = lines.lines().map(str::trim).collect();
        assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        assert_eq!(wrapped("a short one", 2, 80), "  a short one\n");
    }
}
