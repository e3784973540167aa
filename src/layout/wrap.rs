//! Breaks a text, Chinese or English, into lines of limited width.

use super::text::{fit_from, word_ends};
use super::width;

/// Opening brackets and quotation marks, which must not end a line.
const OPENING: [char; 6] = ['（', '《', '“', '【', '(', '['];

/// `text` in at most `lines` lines that are no wider than `most`, and whether that is all of it.
///
/// Chinese breaks between any two characters, but rather not within a word, and not before closing nor after opening
/// brackets; a Latin word or a number breaks only if it is too wide for a line. Lines are about equally long, so that
/// no single character stands alone in the last; where text does not fit, whole words are left out.
pub fn wrap(text: &str, size: f64, most: f64, lines: usize) -> (Vec<String>, bool) {
    let text = text.trim();
    let words = word_ends(text);
    // Lines may break between any two characters if only so the whole text has room, or needs a line less.
    let anywhere: Vec<_> = text.char_indices().map(|(i, _)| i).collect();
    let mut ends = &words;
    let mut found = filled(text, ends, size, most, lines);
    let full = filled(text, &anywhere, size, most, lines);
    if full.whole && (!found.whole || full.lines.len() < found.lines.len()) {
        (found, ends) = (full, &anywhere);
    }
    let count = found.lines.len();
    if found.whole && count > 1 {
        #[allow(clippy::cast_precision_loss)] // a handful of lines
        let even = width(text, size) / count as f64;
        // Lines cannot be quite even: each of these lengths allows half a character more. First whole pairs of
        // characters are tried, since most words have two.
        let pairs = (even / size / 2.0 - 0.01).ceil() * 2.0 * size + 0.01;
        let halves = (1_u8..5).map(|halves| even + size * f64::from(halves) / 2.0);
        let lengths = [pairs].into_iter().chain(halves).filter(|length| *length < most);
        let alone = |line: Option<&String>| line.is_none_or(|line| width(line, size) < size * 1.9);
        let better = |new: &Filled| new.whole && new.worst <= found.worst && !alone(new.lines.last());
        if let Some(evened) = lengths.map(|length| filled(text, ends, size, length, count)).find(better) {
            found = evened;
        }
    }
    (found.lines, found.whole)
}

/// Broken lines, whether they are the whole text, and how bad the worst break is (see [`badness`]).
struct Filled {
    lines: Vec<String>,
    whole: bool,
    worst: usize,
}

/// Breaks the text greedily, each line as long as it can be; `ends` are the bytes at which words end.
fn filled(text: &str, ends: &[usize], size: f64, most: f64, lines: usize) -> Filled {
    let mut found = Filled { lines: Vec::new(), whole: false, worst: 0 };
    let mut rest = text;
    while found.lines.len() < lines && !rest.is_empty() {
        if width(rest, size) <= most {
            found.lines.push(rest.into());
            rest = "";
            break;
        }
        let last = found.lines.len() + 1 == lines;
        let start = text.len() - rest.len();
        let Some((end, bad)) = end_of_line(text, start, ends, size, most).filter(|_| !last) else {
            found.lines.extend(fit_from(text, start, size, most));
            break;
        };
        let (line, after) = rest.split_at(end);
        found.lines.push(line.trim_end().into());
        found.worst = found.worst.max(bad);
        rest = after.trim_start();
    }
    found.whole = rest.is_empty();
    found
}

/// The end of the line of `text` that begins at `start`, counted from there, and how bad the break is; `None` where not
/// one character has room.
fn end_of_line(text: &str, start: usize, words: &[usize], size: f64, most: f64) -> Option<(usize, usize)> {
    // The last place of each badness.
    let mut ends = [0; 4];
    let mut used = 0.0;
    let mut before = ' ';
    for (i, c) in text.get(start..)?.char_indices() {
        if i > 0 {
            let within = usize::from(words.binary_search(&(start + i)).is_err());
            ends[badness(before, c).max(within)] = i;
        }
        used += width(c.encode_utf8(&mut [0; 4]), size);
        if used > most {
            break;
        }
        before = c;
    }
    ends.into_iter().enumerate().find(|(_, end)| *end > 0).map(|(bad, end)| (end, bad))
}

/// How bad a line break between two characters is: 0 not at all, 1 inside a date or a Chinese word, 2 inside a
/// Latin word or a number, 3 before closing or after opening punctuation.
fn badness(before: char, after: char) -> usize {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '%' | '’' | '\'');
    match after {
        '）' | '》' | '”' | '】' | ')' | ']' | '，' | '。' | '、' | '；' | '：' | '·' | '…' | '\u{a0}' => {
            3
        }
        _ if OPENING.contains(&before) => 3,
        _ if word(before) && word(after) => 2,
        '年' | '月' | '日' if before.is_ascii_digit() => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, ems: f64, most: usize) -> Vec<String> {
        wrap(text, 10.0, ems * 10.0, most).0
    }

    #[test]
    fn no_character_stands_alone_in_the_last_line() {
        assert_eq!(lines("社会保障和就业", 6.0, 3), ["社会保障", "和就业"]);
        assert_eq!(lines("津贴补贴", 3.0, 3), ["津贴", "补贴"]);
        assert_eq!(lines("一般公共服务", 5.0, 3), ["一般公共", "服务"]);
        assert_eq!(lines("社会保障和就业", 7.0, 3), ["社会保障和就业"]);
    }

    #[test]
    fn what_closes_stays_behind_and_what_opens_before() {
        assert_eq!(lines("退休（局）", 4.0, 3), ["退休", "（局）"]);
        assert_eq!(lines("费用（2026年）", 4.0, 3)[1..], ["（2026", "年）"]);
        assert_eq!(lines("工资（在职）", 4.0, 1), ["工资…"]);
    }

    #[test]
    fn words_and_numbers_stay_whole_where_they_can() {
        assert_eq!(lines("general public budget", 5.0, 4), ["general", "public", "budget"]);
        assert_eq!(lines("费用2025-2026年", 5.5, 4)[0], "费用");
        assert_eq!(lines("费用2026年", 5.0, 4), ["费用", "2026年"]);
        assert_eq!(lines("a administration", 7.5, 4), ["a", "administration"]);
        assert_eq!(lines("incomprehensibilities", 5.0, 9).concat(), "incomprehensibilities");
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(wrap("政府办公厅及相关机构事务", 10.0, 40.0, 2), (vec!["政府".into(), "办公厅…".into()], false));
        assert_eq!(wrap("政府", 10.0, 5.0, 2), (vec![], false));
        assert_eq!(wrap("", 10.0, 5.0, 2), (vec![], true));
        assert_eq!(wrap("政府", 10.0, 50.0, 0), (vec![], false));
    }
}
