//! Prints the numbers by which spreadsheets count days as dates and times.

use super::decimal::Decimal;
use super::section::{Section, Token};

/// How many days from the first of January 1970 to the day before the first of January 1900.
const DAY_0: i64 = -25_568;
/// How many days later the count begins in files of old Macs.
const LATER: i64 = 1_462;
/// The last day of the year 9999.
const LAST: i64 = 2_958_465;
const SECONDS: i64 = 86_400;
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// What a number prints in a format of dates and times.
pub fn printed(number: &Decimal, section: &Section, from_1904: bool) -> String {
    let (days, fraction) = number.parts();
    let days: i64 = days.parse().unwrap_or(0);
    if number.negative || days > LAST {
        return String::new();
    }
    // Nine digits of a day are far less than a second.
    let fraction: i64 = format!("{fraction:0<9}").get(..9).and_then(|nine| nine.parse().ok()).unwrap_or(0);
    let second = (fraction * SECONDS + 500_000_000) / 1_000_000_000;
    let (days, second) = (days + second / SECONDS, second % SECONDS);
    // Excel has a 29 February 1900, which never was.
    let day = if from_1904 { days + LATER - 1 } else { days - i64::from(days >= 60) };
    let (year, month, day) = civil(day + DAY_0);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let mut text = String::new();
    let mut last = ' ';
    for (at, token) in section.tokens.iter().enumerate() {
        let Token::Date(letters) = token else {
            match token {
                Token::Literal(c) => text.push(*c),
                Token::Point => text.push('.'),
                Token::Comma => text.push(','),
                _ => {}
            }
            continue;
        };
        let next = section.tokens[at + 1..].iter().find_map(|token| match token {
            Token::Date(letters) => letters.chars().next(),
            _ => None,
        });
        let letter = letters.chars().next().unwrap_or(' ');
        let is_minute = letter == 'm' && (last == 'h' || next == Some('s'));
        let number = match letter {
            'y' | 'e' => year,
            'm' if is_minute => minute,
            'm' => month,
            'd' => day,
            'h' => hour,
            's' => second,
            _ => continue,
        };
        last = letter;
        let part = match (letter, letters.len()) {
            ('y', 1 | 2) => format!("{:02}", year % 100),
            ('m', 3..) if !is_minute => MONTHS[usize::try_from(month - 1).unwrap_or(0) % 12].into(),
            ('y' | 'e', _) | (_, 1) => number.to_string(),
            ('d', 3..) => String::new(),
            _ => format!("{number:02}"),
        };
        text += &part;
    }
    text.trim().to_string()
}

/// Year, month and day of a number of days since 1970 (after Howard Hinnant's `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let (month, day) =
        (if shifted < 10 { shifted + 3 } else { shifted - 9 }, day_of_year - (153 * shifted + 2) / 5 + 1);
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}
