//! Division of money by a count, such as the cost of one vehicle: the only place where money is divided or rounded.

use rust_decimal::Decimal;

use super::amount::{decimal, digits};
use super::{Amount, Money, Unit};

impl Money {
    /// The money divided by `count`, rounded to hundredths of `unit` with halves away from zero, and whether that is
    /// exact.
    ///
    /// `None` for a count of zero or less, and where the numbers are too large.
    pub fn divided_by(self, count: Amount, unit: Unit) -> Option<(Money, bool)> {
        let (whole, count) = (self.in_unit(unit)?, count.decimal());
        let scale = whole.scale().max(count.scale());
        let (whole, count) = (digits(whole, scale)?, digits(count, scale)?);
        if count <= 0 {
            return None;
        }
        let (size, two) = (whole.checked_abs()?.checked_mul(100)?, count.checked_mul(2)?);
        let hundredths = size.checked_mul(2)?.checked_add(count)? / two;
        let amount = decimal(if whole < 0 { -hundredths } else { hundredths }, 2)?;
        Some((Money { amount, unit }, hundredths.checked_mul(count)? == size))
    }

    /// The money times each of `factors` over each of `divisors`, rounded once, as [`Money::divided_by`] does.
    ///
    /// `None` for a divisor of zero or less, and where a number on the way does not fit in 128 bits: no number is better
    /// than a wrong one.
    pub fn scaled(self, factors: &[Amount], divisors: &[Amount], unit: Unit) -> Option<(Money, bool)> {
        self.scaled_to(2, factors, divisors, unit)
    }

    /// The same, rounded to this many decimal places of `unit`: hundredths of a yuan are too coarse for what a small
    /// amount is for each of a million inhabitants.
    pub fn scaled_to(self, places: u32, factors: &[Amount], divisors: &[Amount], unit: Unit) -> Option<(Money, bool)> {
        let wanted = places;
        let product = |first: Decimal, others: &[Amount]| {
            others.iter().try_fold((first.mantissa(), first.scale()), |(digits, scale), other| {
                let other = other.decimal();
                Some((digits.checked_mul(other.mantissa())?, scale + other.scale()))
            })
        };
        let (above, places) = product(self.in_unit(unit)?, factors)?;
        let (below, fewer) = product(Decimal::ONE, divisors)?;
        if divisors.iter().any(|divisor| divisor.decimal() <= Decimal::ZERO) {
            return None;
        }
        let raised = |digits: i128, by: u32| digits.checked_mul(10_i128.checked_pow(by)?);
        // The decimal points of both sides, and the places that are wanted.
        let above = raised(above, (fewer + wanted).saturating_sub(places))?;
        let below = raised(below, places.saturating_sub(fewer + wanted))?;
        let size = above.checked_abs()?;
        let parts = size.checked_mul(2)?.checked_add(below)? / below.checked_mul(2)?;
        let amount = decimal(if above < 0 { -parts } else { parts }, wanted)?;
        Some((Money { amount, unit }, parts.checked_mul(below)? == size))
    }

    /// The money rounded to hundredths of `unit`, halves away from zero: for display, never for further computation.
    pub fn rounded(self, unit: Unit) -> Option<Decimal> {
        let (all, _) = self.divided_by(Amount::from_decimal(Decimal::ONE), unit)?;
        Some(all.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn per(text: &str, count: &str, unit: Unit) -> Option<(String, bool)> {
        let money = Money::new(Amount::parse(text).unwrap(), Unit::Wan);
        let (each, exact) = money.divided_by(Amount::parse(count).unwrap(), unit)?;
        Some((each.amount.to_string(), exact))
    }

    #[test]
    fn a_vehicle_costs_what_all_cost_by_their_number() {
        assert_eq!(per("365.40", "89", Unit::Wan), Some(("4.11".into(), false)));
        assert_eq!(per("365.40", "89", Unit::Yuan), Some(("41056.18".into(), false)));
        assert_eq!(per("601.22", "46", Unit::Wan), Some(("13.07".into(), true)));
    }

    #[test]
    fn half_a_hundredth_is_rounded_up_on_either_side_of_nothing() {
        assert_eq!(per("0.01", "2", Unit::Wan), Some(("0.01".into(), false)));
        assert_eq!(per("-0.01", "2", Unit::Wan), Some(("-0.01".into(), false)));
        assert_eq!(per("0.01", "3", Unit::Wan), Some(("0.00".into(), false)));
        assert_eq!(per("10", "2.5", Unit::Wan), Some(("4.00".into(), true)));
    }

    #[test]
    fn prices_and_counts_are_reckoned_together_and_rounded_once() {
        let amount = |text: &str| Amount::parse(text).unwrap();
        let all = |text: &str| text.split(' ').filter(|one| !one.is_empty()).map(amount).collect::<Vec<_>>();
        let scaled = |text: &str, factors: &str, divisors: &str, unit| {
            let money = Money::new(amount(text), Unit::Wan);
            let (all, exact) = money.scaled(&all(factors), &all(divisors), unit)?;
            Some((all.amount.to_string(), exact))
        };
        let some = |text: &str, exact| Some((String::from(text), exact));
        assert_eq!(scaled("4754.23", "", "89", Unit::Wan), some("53.42", false));
        assert_eq!(scaled("4754.23", "", "20.36 10000", Unit::Yuan), some("233.51", false));
        assert_eq!(scaled("4754.23", "102.4", "102.4", Unit::Wan), some("4754.23", true));
        assert_eq!(scaled("100.00", "105", "100", Unit::Wan), some("105.00", true));
        assert_eq!(scaled("-0.01", "", "2", Unit::Wan), some("-0.01", false));
        assert_eq!(scaled("100", "103.5", "101.2 89", Unit::Wan), some("1.15", false));
        for wrong in ["0", "-1", "0.0"] {
            assert_eq!(scaled("1", "", wrong, Unit::Wan), None);
        }
        let small = Money::new(amount("17.87"), Unit::Wan).scaled_to(5, &[], &all("1897.8 10000"), Unit::Yuan).unwrap();
        assert_eq!((small.0.amount.to_string().as_str(), small.1), ("0.00942", false));
        let most = "999999999999999.999999";
        assert_eq!(scaled(most, most, "1", Unit::Yuan), None, "no number rather than a wrong one");
        assert_eq!(scaled(most, "", most, Unit::Wan), some("1.00", true));
    }

    #[test]
    fn nothing_falls_to_none() {
        assert_eq!(per("1", "0", Unit::Wan), None);
        assert_eq!(per("1", "-3", Unit::Wan), None);
    }
}
