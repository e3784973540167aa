//! Recognizes the typing error that turns one number into another.

use super::TypingError;
use crate::check::rounded::Rounded;

/// The largest power of ten by which units are mistaken for each other.
const MAX_PLACES: u32 = 4;

/// The kind of typing error that has printed `printed` for `likely`, if it is a known one.
pub fn kind(printed: Rounded, likely: i128) -> Option<TypingError> {
    let Rounded { value, ulp, .. } = printed;
    match () {
        () if value == 0 || likely == 0 || ulp == 0 => None,
        () if value == -likely => Some(TypingError::Sign),
        () => (1..=MAX_PLACES)
            .find_map(|places| {
                let moved = i8::try_from(places).ok()?;
                match () {
                    () if is_times(value, likely, places, ulp) => Some(TypingError::Point(moved)),
                    () if is_times(likely, value, places, ulp) => Some(TypingError::Point(-moved)),
                    () => None,
                }
            })
            // 0.10 for 0.01 could be both, and is too small a number to have lost a decimal place.
            .or_else(|| is_swapped(value / ulp, likely / ulp).then_some(TypingError::Digits)),
    }
}

/// Whether one number is the other times 10 to `places`, except for the digits that the smaller one has lost.
fn is_times(large: i128, small: i128, places: u32, ulp: i128) -> bool {
    let factor = 10_i128.pow(places);
    let off = small.checked_mul(factor).and_then(|scaled| scaled.checked_sub(large));
    off.is_some_and(|off| off.abs().saturating_mul(2) <= ulp.saturating_mul(factor)) && small.abs() >= 10 * ulp
}

/// Whether two numbers are the same except for two neighbouring digits that are swapped.
fn is_swapped(one: i128, other: i128) -> bool {
    let (one, other) = digits(one, other);
    let mut differing = (0..one.len()).filter(|i| one[*i] != other[*i]);
    match (differing.next(), differing.next(), differing.next()) {
        (Some(i), Some(j), None) => j == i + 1 && one[i] == other[j] && one[j] == other[i],
        _ => false,
    }
}

/// The digits of two numbers, padded to the same length.
fn digits(one: i128, other: i128) -> (Vec<u8>, Vec<u8>) {
    let [one, other] = [one, other].map(|number| number.to_string());
    let width = one.len().max(other.len());
    let padded = |digits: String| format!("{digits:0>width$}").into_bytes();
    (padded(one), padded(other))
}

/// How unlikely a typing error it is that `printed` stands where `likely` should: 0 for a known kind, 1 for one wrong
/// digit, 2 for all else.
pub fn unlikeness(printed: Rounded, likely: i128) -> u8 {
    let Rounded { value, ulp, .. } = printed;
    let is_one_digit = || {
        let (one, other) = digits(value / ulp, likely / ulp);
        one.iter().zip(&other).filter(|(one, other)| one != other).count() == 1
    };
    match () {
        () if kind(printed, likely).is_some() => 0,
        () if ulp > 0 && is_one_digit() => 1,
        () => 2,
    }
}

/// The smaller numbers that a known typing error turns into a printed one that is too large.
pub fn origins(printed: Rounded) -> Vec<i128> {
    let Rounded { value, ulp, .. } = printed;
    let mut found: Vec<i128> = (1..=MAX_PLACES).map(|places| value / 10_i128.pow(places)).collect();
    if ulp > 0 {
        let own = (value / ulp).to_string().into_bytes();
        found.extend((1..own.len()).filter_map(|i| {
            let mut swapped = own.clone();
            swapped.swap(i - 1, i);
            std::str::from_utf8(&swapped).ok()?.parse::<i128>().ok().map(|digits| digits * ulp)
        }));
        found.retain(|other| other % ulp == 0);
    }
    found.retain(|other| *other < value && *other != 0);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_a_hand_are_known_by_what_they_leave() {
        let kind = |printed, likely| kind(Rounded { value: printed, ulp: 1, bias: 0 }, likely);
        assert_eq!(kind(10_150, 11_050), Some(TypingError::Digits));
        assert_eq!(kind(11_050, 1_105), Some(TypingError::Point(1)));
        assert_eq!(kind(1_105, 11_050), Some(TypingError::Point(-1)));
        assert_eq!(kind(11_050_000, 1_105), Some(TypingError::Point(4)));
        assert_eq!(kind(1_845, 184_457), Some(TypingError::Point(-2)), "the last digits were lost");
        assert_eq!(kind(-500, 500), Some(TypingError::Sign));
        assert_eq!(kind(10, 1), Some(TypingError::Digits), "0.10 for 0.01");
        for (printed, likely) in [(11_050, 10_050), (0, 5), (5, 0), (12, 12), (123, 321)] {
            assert_eq!(kind(printed, likely), None, "{printed} for {likely}");
        }
    }

    #[test]
    fn of_numbers_that_roundings_leave_open_the_likeliest_is_what_a_hand_slips_from() {
        let unlike = |printed, likely| unlikeness(Rounded { value: printed, ulp: 1, bias: 0 }, likely);
        assert_eq!([unlike(32_683, 23_683), unlike(33_683, 23_683), unlike(33_683, 23_682)], [0, 1, 2]);
    }

    #[test]
    fn a_number_that_is_too_large_may_have_been_many() {
        let origins = |value, ulp| origins(Rounded { value, ulp, bias: 0 });
        assert_eq!(origins(3_120, 10), [1_320]);
    }
}
