//! What kind of slip makes one number of another.

use super::Slip;
use crate::check::number::Number;

/// The largest factor by which units are mistaken for each other: 10 to this.
const MOST_PLACES: u32 = 4;

/// What kind of slip has printed `printed` for `likely`, if it is a known one.
pub fn kind(printed: Number, likely: i128) -> Option<Slip> {
    let Number { value, step, .. } = printed;
    match () {
        () if value == 0 || likely == 0 || step == 0 => None,
        () if value == -likely => Some(Slip::Sign),
        () if is_swapped(value / step, likely / step) => Some(Slip::Digits),
        () => (1..=MOST_PLACES).find_map(|places| {
            let moved = i8::try_from(places).ok()?;
            match () {
                () if is_times(value, likely, places, step) => Some(Slip::Point(moved)),
                () if is_times(likely, value, places, step) => Some(Slip::Point(-moved)),
                () => None,
            }
        }),
    }
}

/// Whether one number is the other times 10 to `places`, but for the digits that the smaller one has lost.
fn is_times(large: i128, small: i128, places: u32, step: i128) -> bool {
    let factor = 10_i128.pow(places);
    let off = small.checked_mul(factor).and_then(|scaled| scaled.checked_sub(large));
    off.is_some_and(|off| off.abs().saturating_mul(2) <= step.saturating_mul(factor)) && small.abs() >= 10 * step
}

/// Whether two neighbouring digits of one are those of the other, swapped, and all else is the same.
fn is_swapped(one: i128, other: i128) -> bool {
    let (one, other) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut differing = (0..one.len()).filter(|i| one[*i] != other[*i]);
    match (differing.next(), differing.next(), differing.next()) {
        (Some(i), Some(j), None) => j == i + 1 && one[i] == other[j] && one[j] == other[i],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_a_hand_are_known_by_what_they_leave() {
        let kind = |printed, likely| kind(Number { value: printed, step: 1, lean: 0 }, likely);
        assert_eq!(kind(10_150, 11_050), Some(Slip::Digits));
        assert_eq!(kind(11_050, 1_105), Some(Slip::Point(1)));
        assert_eq!(kind(1_105, 11_050), Some(Slip::Point(-1)));
        assert_eq!(kind(11_050_000, 1_105), Some(Slip::Point(4)));
        assert_eq!(kind(1_845, 184_457), Some(Slip::Point(-2)), "the last digits were lost");
        assert_eq!(kind(-500, 500), Some(Slip::Sign));
        for (printed, likely) in [(11_050, 10_050), (0, 5), (5, 0), (12, 12), (1, 10), (123, 321)] {
            assert_eq!(kind(printed, likely), None, "{printed} for {likely}");
        }
    }
}
