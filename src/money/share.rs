//! Shares of a whole as percentages that add up, by the largest-remainder method.

use std::fmt;

use rust_decimal::Decimal;

use super::amount::digits;
use super::{Money, largest_first};

/// A part of a whole, in hundredths of a percent: `9592` is 95.92 %.
///
/// Shares of one whole are computed together, so that they add up:
///
/// ```
/// use budget_lens::money::{Amount, Money, Unit, shares};
///
/// let money = |text| Money::new(Amount::parse(text).unwrap(), Unit::Wan);
/// let thirds = shares(&[money("1"), money("1"), money("1")], money("3")).unwrap();
/// assert_eq!(thirds.iter().map(|share| share.hundredths()).sum::<i128>(), 10_000);
/// // In tables; and as one reads it.
/// assert_eq!((thirds[0].to_string(), thirds[0].display()), ("33.34%".into(), "33.3%".into()));
/// assert!(shares(&[money("1")], money("0")).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    hundredths: i128,
    /// The share in tenths of a percent, rounded from the exact value: rounding the hundredths once more could go too
    /// far.
    tenths: i128,
    /// Whether the hundredths are rounded, so that the part is really more or less.
    rounded: bool,
}

impl Share {
    /// The share in hundredths of a percent.
    pub const fn hundredths(self) -> i128 {
        self.hundredths
    }

    /// Adds shares of one whole; `None` where there are none.
    pub fn sum(shares: impl IntoIterator<Item = Share>) -> Option<Share> {
        shares.into_iter().reduce(|a, b| {
            let hundredths = a.hundredths + b.hundredths;
            let rounded = hundredths == 0 && (a.rounded || b.rounded);
            Share { hundredths, tenths: rounded_half_up(hundredths, 10), rounded }
        })
    }

    /// Whether the part is exactly zero.
    pub const fn is_zero(self) -> bool {
        self.hundredths == 0 && !self.rounded
    }

    /// `95.9%`: the share as it is displayed, with one decimal place. A share that is not zero never reads as zero, and
    /// one that is not all never as 100%.
    pub fn display(self) -> String {
        let whole = self.hundredths == 10_000 && !self.rounded;
        match self.tenths {
            0 if !self.is_zero() => "<0.1%".into(),
            1_000 => if whole { "100%" } else { ">99.9%" }.into(),
            tenths => printed(tenths, 10),
        }
    }
}

impl fmt::Display for Share {
    /// `95.92%`; a share of less than 0.01 % that is not zero reads `<0.01%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.hundredths == 0 && self.rounded {
            return f.write_str("<0.01%");
        }
        f.write_str(&printed(self.hundredths, 100))
    }
}

/// Formats a share that is counted in fractions of a percent, `parts` of them to one percent: `95.92%`.
fn printed(share: i128, parts: u64) -> String {
    // Shares of several million percent exist where a whole is nearly nothing; beyond 64 bits none is readable.
    let size = u64::try_from(share.unsigned_abs()).unwrap_or(u64::MAX);
    let sign = if share < 0 { "−" } else { "" };
    let rest = size % parts;
    let zero = if parts > 10 && rest < 10 { "0" } else { "" };
    [sign, &(size / parts).to_string(), ".", zero, &rest.to_string(), "%"].concat()
}

/// The quotient rounded to a whole number, halves away from zero.
fn rounded_half_up(number: i128, by: i128) -> i128 {
    (number.abs().saturating_mul(2).saturating_add(by) / by.saturating_mul(2)) * number.signum()
}

/// The share of each part in `whole`, in order; `None` where the whole is zero or negative, or where the numbers do not
/// fit in 96 bits.
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
    let share = |(hundredths, number): (i128, i128)| Share {
        hundredths,
        tenths: rounded_half_up(number * 1_000, whole),
        rounded: number * 10_000 != hundredths.saturating_mul(whole),
    };
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
    fn one_reads_a_share_with_one_place_and_never_as_nothing_or_all_that_it_is_not() {
        let told = |parts: &[&str], whole: &str| {
            shares(&wan(parts), wan(&[whole])[0]).unwrap().into_iter().map(Share::display).collect::<Vec<_>>()
        };
        assert_eq!(told(&["4560.06", "120.28", "24.78", "49.11"], "4754.23"), ["95.9%", "2.5%", "0.5%", "1.0%"]);
        // Its hundredths are 95.95: rounded once more, they would be 96.0.
        assert_eq!(told(&["95946", "4054"], "100000"), ["95.9%", "4.1%"]);
        assert_eq!(told(&["0.4", "999.6"], "1000"), ["<0.1%", ">99.9%"]);
        assert_eq!(told(&["0", "1000"], "1000"), ["0.0%", "100%"]);
        assert_eq!(told(&["-15.40"], "755.80"), ["−2.0%"]);
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
