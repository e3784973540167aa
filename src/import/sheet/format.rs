//! What a cell of a spreadsheet prints: the stored number by the cell's number format.
//!
//! A file keeps `182506.58999999997` and prints `182,506.59`; it keeps 0 and prints a dash, or nothing. Budgets are what
//! is printed.

mod built_in;

use super::date;
use super::decimal::Decimal;
use super::section::{Section, Token, sections};
pub use built_in::built_in;
use std::cmp::Ordering;

/// What `value` prints in the format `code`. `from_1904` says from when the file counts days.
pub fn printed(value: &str, code: &str, from_1904: bool) -> String {
    let Some(number) = Decimal::parse(value).map(Decimal::shown) else { return value.trim().into() };
    let sections = sections(code);
    // Nothing at all is no format; an empty section among others prints nothing.
    if sections.len() == 1 && sections[0].tokens.is_empty() {
        return general(&number);
    }
    let (section, is_own_sign) = chosen(&sections, &number);
    let Some(section) = section else { return general(&number) };
    if section.is_date() {
        return date::printed(&number, section, from_1904);
    }
    if section.is_general() {
        return around(section, &general(&Decimal { negative: number.negative && !is_own_sign, ..number }));
    }
    let text = digits(&number, section);
    let has_digits = text.chars().any(|c| c.is_ascii_digit());
    let sign = if number.negative && !is_own_sign && has_digits { "-" } else { "" };
    format!("{sign}{}", text.trim())
}

/// The section for a number, and whether it shows the sign itself: the second is for numbers below zero, the third for
/// zero, unless conditions say otherwise.
fn chosen<'a>(sections: &'a [Section], number: &Decimal) -> (Option<&'a Section>, bool) {
    if sections.iter().any(|section| section.condition.is_some()) {
        let fits = |section: &&Section| {
            section.condition.as_ref().is_none_or(|(signs, limit)| {
                let order = number.compare(limit);
                signs.chars().any(|sign| match sign {
                    '>' => order == Ordering::Greater && signs != "<>" || order != Ordering::Equal && signs == "<>",
                    '<' => order == Ordering::Less,
                    _ => order == Ordering::Equal,
                })
            })
        };
        return (sections.iter().take(3).find(fits), false);
    }
    match sections {
        [_, _, zero, ..] if number.is_zero() => (Some(zero), true),
        [_, below, ..] if number.negative && !number.is_zero() => (Some(below), true),
        [first, ..] => (Some(first), false),
        [] => (None, false),
    }
}

/// A number without a format: the digits that there are.
fn general(number: &Decimal) -> String {
    let (whole, fraction) = number.parts();
    let sign = if number.negative && !number.is_zero() { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { &whole };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// What a section prints around a number that has no format of its own.
fn around(section: &Section, number: &str) -> String {
    if !section.tokens.contains(&Token::General) {
        return number.into();
    }
    let piece = |token: &Token| match token {
        Token::General => number.to_string(),
        Token::Literal(c) => c.to_string(),
        _ => String::new(),
    };
    section.tokens.iter().map(piece).collect::<String>().trim().to_string()
}

/// Prints a number's digits in the places of a section. What stands between places stays there, as in `000-000`.
fn digits(number: &Decimal, section: &Section) -> String {
    let (places_before, places_behind) = section.places();
    let (whole, fraction) = number.clone().shifted(section.shift()).rounded(places_behind).parts();
    let groups = section.has_groups();
    let mut text = String::new();
    let (mut before, mut behind) = (0, 0);
    let mut is_behind = false;
    for token in &section.tokens {
        match token {
            Token::Place(kind) if is_behind => {
                let digit = fraction.as_bytes().get(behind).copied().map(char::from);
                behind += 1;
                text.extend(digit.or_else(|| (*kind == '0').then_some('0')));
            }
            Token::Place(kind) => {
                // Counted from the point; the first place takes all the digits that have none.
                let place = places_before - 1 - before;
                let from = if before == 0 { whole.len().max(place + 1) } else { place + 1 };
                before += 1;
                for at in (place..from).rev() {
                    let digit = whole.len().checked_sub(at + 1).and_then(|at| whole.as_bytes().get(at));
                    let digit = digit.copied().map(char::from).or_else(|| (*kind == '0').then_some('0'));
                    text.extend(digit);
                    if groups && at > 0 && at % 3 == 0 && digit.is_some() {
                        text.push(',');
                    }
                }
            }
            Token::Point => {
                is_behind = true;
                text.push('.');
            }
            Token::Percent => text.push('%'),
            Token::Literal(c) => text.push(*c),
            Token::Comma | Token::General | Token::Text | Token::Date(_) => {}
        }
    }
    // `#.##` prints `12.` for 12; nobody means the point.
    let bare = text.trim_end().strip_suffix('.').map(String::from);
    bare.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(code: &str, cases: &[(&str, &str)]) {
        for (value, expected) in cases {
            assert_eq!(printed(value, code, false), *expected, "{value} in {code}");
        }
    }

    #[test]
    fn a_number_is_printed_by_its_format() {
        all("General", &[("182506.58999999997", "182506.59"), ("2070104", "2070104"), ("-0.5", "-0.5"), ("0", "0")]);
        all("0.00", &[("1110.5", "1110.50"), ("0", "0.00"), ("-0.125", "-0.13"), (".5", "0.50")]);
        all("#,##0.00", &[("182506.58999999997", "182,506.59"), ("1234567", "1,234,567.00"), ("999", "999.00")]);
        all("#,##0.000000_ ", &[("32365.090089", "32,365.090089")]);
        all("#,##0_);(#,##0)", &[("-1234", "(1,234)"), ("1234", "1,234")]);
        all("#", &[("0", ""), ("12.3", "12")]);
        all("#.##", &[("12", "12"), ("12.345", "12.35")]);
        all("0000000", &[("20101", "0020101")]);
        all("0.00%", &[("0.12345", "12.35%")]);
    }

    #[test]
    fn nothing_is_printed_as_its_section_says() {
        all(built_in(43), &[("0", "-"), ("1234.5", "1,234.50"), ("-1234.5", "-1,234.50")]);
        all("0.00;-0.00;;@", &[("0", ""), ("1", "1.00"), ("-1", "-1.00")]);
        all("#,##0.00;[Red]-#,##0.00", &[("-5", "-5.00"), ("0", "0.00")]);
        all(";;;", &[("5", "")]);
    }

    #[test]
    fn what_stands_around_and_between_digits_stays() {
        all("0.00\"万元\"", &[("12.5", "12.50万元")]);
        all("[$¥-804]#,##0.00", &[("1234", "¥1,234.00")]);
        all("\"¥\"#,##0.00_);[Red]\\(\"¥\"#,##0.00\\)", &[("1234", "¥1,234.00"), ("-1", "(¥1.00)")]);
        all("General\"年\"", &[("2026", "2026年")]);
        all("#,##0.00,", &[("1234567", "1,234.57")]);
        all("0!.0000", &[("123456", "12.3456")]);
        all("[>=10000]0.00,\"千\";0.00", &[("12345", "12.35千"), ("-5", "-5.00")]);
    }

    #[test]
    fn days_are_counted_from_1900_or_1904() {
        all("yyyy\"年\"m\"月\";@", &[("46037", "2026年1月"), ("46081.5", "2026年2月")]);
        all("yyyy/mm/dd", &[("1", "1900/01/01"), ("61", "1900/03/01")]);
        all("h:mm:ss", &[("0.5", "12:00:00")]);
        assert_eq!(printed("0", "yyyy-m-d", true), "1904-1-1");
    }

    #[test]
    fn what_is_no_number_or_no_format_stays() {
        all("0.00", &[("TRUE", "TRUE")]);
        all("", &[("12", "12")]);
        all("@", &[("2070104", "2070104")]);
        all("[", &[("12", "12")]);
        all("\"", &[("12", "12")]);
    }
}
