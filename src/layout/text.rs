//! How wide a text is, without a browser to ask.
//!
//! Widths are those of the Chinese sans-serif fonts that systems ship, rounded up: a CJK
//! character is one em, a figure about 0.56.

/// The width of `text` at `size`, in the same unit as `size`.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(ems).sum::<f64>() * size
}

/// `text`, or as much of it as `most` holds with an ellipsis; `None` where not even one character fits.
pub fn fit(text: &str, size: f64, most: f64) -> Option<String> {
    if width(text, size) <= most {
        return Some(text.into());
    }
    let room = most - size;
    let mut used = 0.0;
    let kept: String = text
        .chars()
        .take_while(|&c| {
            used += ems(c) * size;
            used <= room
        })
        .collect();
    (!kept.is_empty()).then(|| kept.trim_end().to_string() + "…")
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
        assert_eq!(fit("一般", 14.0, 20.0), None);
        assert!(width("4,560.06", 10.0) < width("公共服务务", 10.0));
    }
}
