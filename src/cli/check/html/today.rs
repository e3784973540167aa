//! The date that a check report shows, by China's time.

use std::time::{SystemTime, UNIX_EPOCH};

/// Of an hour and a day, in seconds.
const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;
/// How far the time in China is ahead of that in Greenwich: the budgets are Chinese, wherever the computer stands.
const AHEAD: u64 = 8 * HOUR;

/// Today in China: `2026-03-02`.
pub fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date((seconds + AHEAD) / DAY)
}

/// The date this many days after the first of January 1970. Years are counted from March here, so that the leap day is
/// the last of one; 146,097 days are 400 years.
fn date(days: u64) -> String {
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    format!("{}-{month:02}-{day:02}", era * 400 + year + u64::from(month <= 2))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_are_dates() {
        let dates = [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_514, "2026-03-02")];
        assert!(dates.iter().all(|(days, date)| self::date(*days) == *date));
    }
}
