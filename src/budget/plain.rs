//! Names without punctuation, so that they can be compared.

use std::borrow::Cow;

/// A name without punctuation and spaces, which forms and tables print in different widths.
pub fn plain(name: &str) -> Cow<'_, str> {
    // Most names have no punctuation.
    if name.contains(is_punctuation) { Cow::Owned(name.split(is_punctuation).collect()) } else { Cow::Borrowed(name) }
}

/// Whether a character is punctuation, a space or a symbol. Rust's own `is_alphanumeric` knows the letters of every
/// script, and brings two kilobytes of tables for them; names here are Chinese, with a Latin letter or a digit now and
/// then.
pub fn is_punctuation(c: char) -> bool {
    // Nearly all characters of a name are in this range, which has no punctuation.
    !matches!(c, '一'..='\u{9fff}')
        && matches!(c, '\0'..='/' | ':'..='@' | '['..='`' | '{'..='¿' | '×' | '÷'
        | '\u{2000}'..='\u{206f}' // quotes and dashes
        | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2bff}' // arrows and signs, but no ①
        | '\u{3000}'..='〄' | '〈'..='〠' | '〰'..='〷' // all but 々〆〇
        | '\u{fe30}'..='\u{fe6f}' | '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･' | '￠'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_of_either_width_is_no_part_of_a_name() {
        assert_eq!(plain("合同工（工资及保险，“机关”）"), plain("合同工(工资及保险,\"机关\")"));
        assert_eq!(plain("二〇二六年 3#楼·①—②《A》"), "二〇二六年3楼①②A");
    }

    #[test]
    fn in_the_shipped_budget_it_is_what_unicode_says() {
        let all = include_str!("../../budget.json").chars();
        let other: String = all.filter(|c| c.is_alphanumeric() == is_punctuation(*c)).collect();
        assert_eq!(other, "");
    }
}
