//! Estimates how wide a text is, without a browser, and shortens text to a width.
//!
//! Widths are those of the Chinese sans-serif fonts that systems ship, rounded up: a CJK
//! character is one em, a figure about 0.56.

/// The width of `text` at `size`, in the same unit as `size`.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(ems).sum::<f64>() * size
}

/// `text`, or as many of its words as `most` holds with an ellipsis; `None` where not even one fits.
pub fn fit(text: &str, size: f64, most: f64) -> Option<String> {
    fit_from(text, 0, size, most)
}

/// Like [`fit`], for the rest of `text` from this byte on.
pub(super) fn fit_from(text: &str, start: usize, size: f64, most: f64) -> Option<String> {
    // `get` and no index: an index's panic message would be five thousand bytes of the first module.
    let rest = text.get(start..)?;
    if width(rest, size) <= most {
        return Some(rest.into());
    }
    let ends = word_ends(text);
    let (mut used, mut longest) = (0.0, "");
    for (i, c) in rest.char_indices() {
        used += ems(c);
        if used * size > most - size {
            break;
        }
        let end = start + i + c.len_utf8();
        if ends.binary_search(&end).is_ok() {
            longest = text.get(start..end)?;
        }
    }
    // Conjunctions, opening brackets and separators are dropped before an ellipsis.
    let kept =
        longest.trim_end_matches(|c: char| !matches!(c, '）' | '%') && !c.is_ascii_alphanumeric() && !is_chinese(c));
    (!kept.is_empty()).then(|| kept.to_string() + "…")
}

/// Conjunctions and particles of one character in the names of budget lines.
const ALONE: [char; 7] = ['和', '的', '及', '与', '或', '对', '等'];

/// The bytes at which words end, estimated without a dictionary: most Chinese words have two characters, and in a run
/// of odd length the last word has three (住房公积金, 行政单位离退休). A Latin word or a number is one word.
pub(super) fn word_ends(text: &str) -> Vec<usize> {
    let kind = |c: char| match c {
        _ if is_latin(c) => Some(true),
        _ if is_chinese(c) => Some(false),
        _ => None,
    };
    let mut ends = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((i, first)) = chars.next() {
        let mut run = vec![i + first.len_utf8()];
        while let Some((i, c)) = chars.next_if(|(_, c)| kind(first).is_some() && kind(*c) == kind(first)) {
            run.push(i + c.len_utf8());
        }
        if kind(first) == Some(false) {
            let last = run.len();
            ends.extend((2..last - 1).step_by(2).filter_map(|count| run.get(count - 1)));
        }
        ends.extend(run.last());
    }
    ends
}

/// Whether a character belongs to a Latin word or a number.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '%' | '’' | '\'')
}

/// Whether a character belongs to a Chinese word.
fn is_chinese(c: char) -> bool {
    matches!(c, '〇' | '々' | '㐀'..='鿿' | '①'..='⑳') && !ALONE.contains(&c)
}

fn ems(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' | 'I' | '!' => 0.3,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '"' | '-' => 0.4,
        '0'..='9' | '−' | '+' => 0.57,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        // Capitals; Latin with accents, Greek, Cyrillic. All beyond is as wide as a Chinese character.
        'A'..='Z' | '\u{a0}'..='\u{4ff}' => 0.7,
        '\u{21}'..='\u{7e}' => 0.6,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_kept_whole_and_what_does_not_ends_in_an_ellipsis() {
        assert_eq!(fit("一般公共服务", 14.0, 84.0).as_deref(), Some("一般公共服务"));
        assert_eq!(fit("一般公共服务", 14.0, 83.0).as_deref(), Some("一般公共…"));
        assert_eq!(fit("职工基本医疗保险缴费", 10.0, 69.0).as_deref(), Some("职工基本…"));
        assert_eq!(fit("住房公积金", 10.0, 49.0).as_deref(), Some("住房…"));
        assert_eq!(fit("对个人和家庭的补助", 10.0, 55.0).as_deref(), Some("对个人…"));
        assert_eq!(fit("公开01表（支出用途）", 10.0, 70.0).as_deref(), Some("公开01表…"));
        assert_eq!(fit("general public services", 10.0, 79.0).as_deref(), Some("general…"));
        assert_eq!(fit("一般", 14.0, 20.0), None);
        assert!(width("4,560.06", 10.0) < width("公共服务务", 10.0));
    }
}
