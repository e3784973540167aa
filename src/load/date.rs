//! Days as the format has them: `2026-02-13`.

/// Whether a text is a day of the calendar, so that search engines can be told it.
pub fn is_date(text: &str) -> bool {
    let digit = |(i, byte): (usize, u8)| if matches!(i, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    if text.len() != 10 || !text.bytes().enumerate().all(digit) {
        return false;
    }
    let number = |digits: &str| digits.parse::<u16>().unwrap_or_default();
    let (year, month, day) = (number(&text[..4]), number(&text[5..7]), number(&text[8..]));
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert!(["2026-02-13", "2024-02-29", "2000-02-29", "2026-12-31"].iter().all(|day| is_date(day)));
        for none in [
            "2026-99-99",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-00-10",
            "2026-01-00",
            "2026-1-1",
            "13.2.2026",
            "2026年2月1",
            "<x>",
            "",
        ] {
            assert!(!is_date(none), "{none}");
        }
    }
}
