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
    fn nothing_falls_to_none() {
        assert_eq!(per("1", "0", Unit::Wan), None);
        assert_eq!(per("1", "-3", Unit::Wan), None);
    }
}
