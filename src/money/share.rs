//! Shares of a whole in hundredths of a percent, by the largest remainder.

use std::fmt;

use rust_decimal::Decimal;

use super::amount::digits;
use super::{Money, largest_first};

/// A part of a whole, in hundredths of a percent: `9592` is 95.92 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    hundredths: i128,
    /// Whether the part is not nothing although its hundredths are.
    trace: bool,
}

impl Share {
    /// The share in hundredths of a percent.
    pub const fn hundredths(self) -> i128 {
        self.hundredths
    }

    /// Several shares of one whole together; `None` for none.
    pub fn sum(shares: impl IntoIterator<Item = Share>) -> Option<Share> {
        shares.into_iter().reduce(|a, b| {
            let hundredths = a.hundredths + b.hundredths;
            Share { hundredths, trace: hundredths == 0 && (a.trace || b.trace) }
        })
    }
}

impl fmt::Display for Share {
    /// `95.92%`; what is not nothing but less than 0.01 % says so.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.trace {
            return f.write_str("<0.01%");
        }
        // Shares of several million percent exist where a whole is nearly nothing; beyond 64 bits none is readable.
        let size = u64::try_from(self.hundredths.unsigned_abs()).unwrap_or(u64::MAX);
        let sign = if self.hundredths < 0 { "−" } else { "" };
        write!(f, "{sign}{}.{:02}%", size / 100, size % 100)
    }
}

/// The share of each part in `whole`, one a part, in order; `None` where there is no whole to
/// have a share of (nothing, or less than nothing) or where 96 bits do not hold the numbers.
///
/// Each share is rounded down, and the hundredths still missing go to the largest remainders,
/// so that the shares add up to exactly the share of all parts together, rounded half up:
/// 100.00 % where the parts are the whole.
pub fn shares(parts: &[Money], whole: Money) -> Option<Vec<Share>> {
    // All in one unit and one scale, so that plain whole numbers remain.
    let unit = parts.iter().map(|p| p.unit()).chain([whole.unit()]).min_by_key(|unit| unit.exponent())?;
    let decimals: Vec<_> = parts.iter().chain([&whole]).map(|m| m.in_unit(unit)).collect::<Option<_>>()?;
    let scale = decimals.iter().map(Decimal::scale).max()?;
    let mut numbers: Vec<_> = decimals.into_iter().map(|d| digits(d, scale)).collect::<Option<_>>()?;
    let whole = numbers.pop()?;
    if whole <= 0 {
        return None;
    }
    let scaled = |n: i128| n.checked_mul(10_000);
    let all = numbers.iter().try_fold(0_i128, |sum, &n| sum.checked_add(n))?;
    let target = scaled(all)?.checked_mul(2)?.checked_add(whole)?.div_euclid(whole.checked_mul(2)?);

    let mut floors = Vec::with_capacity(numbers.len());
    let mut remainders = Vec::with_capacity(numbers.len());
    for &number in &numbers {
        let number = scaled(number)?;
        floors.push(number.div_euclid(whole));
        remainders.push(number.rem_euclid(whole));
    }
    let missing = usize::try_from(target - floors.iter().sum::<i128>()).ok()?;
    for i in largest_first(remainders).take(missing) {
        floors[i] += 1;
    }
    let share = |(hundredths, number): (i128, i128)| Share { hundredths, trace: hundredths == 0 && number != 0 };
    Some(floors.into_iter().zip(numbers).map(share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Unit};

    fn wan(texts: &[&str]) -> Vec<Money> {
        texts.iter().map(|text| Money::new(Amount::parse(text).unwrap(), Unit::Wan)).collect()
    }

    fn shown(parts: &[&str], whole: &str) -> Vec<String> {
        shares(&wan(parts), wan(&[whole])[0]).unwrap().iter().map(Share::to_string).collect()
    }

    #[test]
    fn the_shares_of_the_shipped_budget_are_those_it_states() {
        assert_eq!(shown(&["4560.06", "120.28", "24.78", "49.11"], "4754.23"), ["95.92%", "2.53%", "0.52%", "1.03%"]);
        assert_eq!(shown(&["2074.75", "2679.48"], "4754.23"), ["43.64%", "56.36%"]);
    }

    #[test]
    fn three_thirds_are_a_whole() {
        assert_eq!(shown(&["1", "1", "1"], "3"), ["33.34%", "33.33%", "33.33%"]);
    }

    #[test]
    fn less_than_a_hundredth_of_a_percent_is_not_nothing() {
        assert_eq!(shown(&["0.01", "0", "9999.99"], "10000"), ["<0.01%", "0.00%", "100.00%"]);
    }

    #[test]
    fn a_negative_part_has_a_negative_share_and_the_rest_more_than_all() {
        assert_eq!(shown(&["120", "-20"], "100"), ["120.00%", "−20.00%"]);
    }

    #[test]
    fn nothing_has_no_shares() {
        assert!(shares(&wan(&["1", "-1"]), wan(&["0"])[0]).is_none());
        assert!(shares(&wan(&["1"]), wan(&["-5"])[0]).is_none());
    }
}
