//! Compares what one year's document says of the year before with what that year's own document prints.

use super::Verdict;
use super::rounded::{Rounded, judge, ulp};
use crate::budget::Measure;
use crate::money::Money;

/// Compares an amount that a later document prints, or that follows from several numbers which are added up, with the
/// amount that the earlier document prints. Each number may be off by half a unit of its last decimal place.
pub fn agree(said: &[Money], printed: Money) -> Verdict {
    let Some(said) = Rounded::sum(said.iter().copied().map(rounded)) else { return Verdict::Unchecked };
    judge(Some(said), rounded(printed)).verdict
}

fn rounded(money: Money) -> Rounded {
    let unit = money.unit();
    let places = u32::try_from(money.places_in(unit)).unwrap_or(u32::MAX);
    Rounded { value: money.millionths(), ulp: ulp(Measure::Money(unit), places), bias: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Unit};

    fn wan(text: &str) -> Money {
        Money::new(Amount::parse(text).unwrap(), Unit::Wan)
    }

    #[test]
    fn rounding_may_bring_them_apart_by_half_a_unit_each() {
        assert_eq!(agree(&[wan("10.00")], wan("10.00")), Verdict::Holds);
        assert_eq!(agree(&[wan("10.00")], wan("10.01")), Verdict::Rounding);
        assert_eq!(agree(&[wan("10.00")], wan("10.02")), Verdict::Mismatch);
        // This year less the change: three roundings.
        assert_eq!(agree(&[wan("12.34"), wan("-2.34")], wan("10.01")), Verdict::Rounding);
        assert_eq!(agree(&[wan("12.34"), wan("-2.34")], wan("10.02")), Verdict::Mismatch);
    }

    #[test]
    fn units_may_differ() {
        let yuan = Money::new(Amount::parse("100049").unwrap(), Unit::Yuan);
        assert_ne!(agree(&[wan("10.00")], yuan), Verdict::Mismatch);
        assert_eq!(agree(&[wan("10.00")], Money::new(Amount::parse("100051").unwrap(), Unit::Yuan)), Verdict::Mismatch);
    }
}
