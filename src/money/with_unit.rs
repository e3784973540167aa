//! Money: an amount together with its unit, with arithmetic that is exact across units.

use rust_decimal::Decimal;

use super::Unit;
use super::amount::{Amount, PLACES, decimal, digits, ten_to};

/// An amount with its unit.
///
/// Changing the unit only moves the decimal point, so money of different units can be added and compared exactly:
///
/// ```
/// use budget_lens::money::{Amount, Money, Unit};
///
/// let wan = Money::new(Amount::parse("4560.06")?, Unit::Wan);
/// let yuan = Money::new(Amount::parse("45600600")?, Unit::Yuan);
/// assert_eq!(wan.in_unit(Unit::Yuan).unwrap().to_string(), "45600600");
/// assert!(wan.minus(yuan).unwrap().is_zero());
/// # Ok::<(), budget_lens::money::Malformed>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Money {
    pub(super) amount: Decimal,
    pub(super) unit: Unit,
}

impl Money {
    /// `amount` of `unit`.
    pub const fn new(amount: Amount, unit: Unit) -> Self {
        Money { amount: amount.decimal(), unit }
    }

    /// Zero, in `unit`.
    pub const fn zero(unit: Unit) -> Self {
        Money { amount: Decimal::ZERO, unit }
    }

    /// The unit it was printed in.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The same money counted in `unit`: only the decimal point moves, every digit stays.
    ///
    /// `None` where the result does not fit in 96 bits, which no sum of fewer than 10,000 amounts of one unit reaches.
    pub fn in_unit(self, unit: Unit) -> Option<Decimal> {
        let (from, to) = (self.unit.exponent(), unit.exponent());
        let scale = self.amount.scale() + to;
        // Decimal places are used up before zeros are appended: 4560.06 万元 is 45600600 元, not "45600600.00".
        decimal(digits(self.amount, scale.max(from) - to)?, scale.saturating_sub(from))
    }

    /// How many decimal places the money has when counted in `unit`, trailing zeros included.
    pub const fn places_in(self, unit: Unit) -> usize {
        (self.amount.scale() + unit.exponent()).saturating_sub(self.unit.exponent()) as usize
    }

    /// `self + other` in the smaller of their units.
    pub fn plus(self, other: Money) -> Option<Money> {
        let unit = if self.unit.exponent() <= other.unit.exponent() { self.unit } else { other.unit };
        let (one, other) = (Amount::from_decimal(self.in_unit(unit)?), Amount::from_decimal(other.in_unit(unit)?));
        Some(Money { amount: one.plus(other)?.decimal(), unit })
    }

    /// `self − other` in the smaller of their units.
    pub fn minus(self, other: Money) -> Option<Money> {
        self.plus(Money { amount: -other.amount, ..other })
    }

    /// The exact sum; of no money at all, zero in `unit`.
    pub fn sum(all: impl IntoIterator<Item = Money>, unit: Unit) -> Option<Money> {
        all.into_iter().try_fold(Money::zero(unit), Money::plus)
    }

    /// Whether the money is exactly zero.
    pub const fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// Whether the money is less than zero.
    pub const fn is_negative(self) -> bool {
        self.amount.is_sign_negative() && !self.amount.is_zero()
    }

    /// The money without its sign.
    #[must_use]
    pub fn abs(self) -> Money {
        Money { amount: self.amount.abs(), ..self }
    }

    /// The money in yuan, for comparing money of different units.
    pub fn yuan(self) -> Decimal {
        self.in_unit(Unit::Yuan).unwrap_or(self.amount)
    }

    /// The money in millionths of a yuan, a whole number for every amount that may be printed.
    pub fn millionths(self) -> i128 {
        #[allow(clippy::cast_possible_truncation)] // six
        let places = PLACES as u32 + self.unit.exponent();
        let Some(missing) = places.checked_sub(self.amount.scale()) else { return self.yuan().mantissa() };
        let (mantissa, factor) = (self.amount.mantissa(), i128::from(ten_to(missing)));
        // The product of two 64-bit numbers always fits in 128 bits, and is computed fast.
        i64::try_from(mantissa).map_or_else(|_| mantissa.saturating_mul(factor), |short| i128::from(short) * factor)
    }
}

impl PartialEq for Money {
    fn eq(&self, other: &Money) -> bool {
        self.millionths() == other.millionths()
    }
}

impl Eq for Money {}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Money) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Money {
    fn cmp(&self, other: &Money) -> std::cmp::Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::text;

    fn money(text: &str, unit: Unit) -> Money {
        Money::new(Amount::parse(text).unwrap(), unit)
    }

    fn shown(money: Money, unit: Unit) -> String {
        text(money.in_unit(unit).unwrap())
    }

    #[test]
    fn every_digit_stays_when_the_unit_changes() {
        let total = money("4754.23", Unit::Wan);
        assert_eq!(shown(total, Unit::Wan), "4,754.23");
        assert_eq!(shown(total, Unit::Yuan), "47,542,300");
        assert_eq!(shown(total, Unit::Yi), "0.475423");
        assert_eq!(shown(money("434708.52", Unit::Yuan), Unit::Wan), "43.470852");
        assert_eq!(shown(money("61.00", Unit::Wan), Unit::Wan), "61.00");
        assert_eq!(shown(money("0.00", Unit::Wan), Unit::Wan), "0.00");
        assert_eq!(shown(money("61.00", Unit::Wan), Unit::Yi), "0.006100");
        assert_eq!(shown(money("-15.40", Unit::Wan), Unit::Yuan), "−154,000");
        assert_eq!(shown(money("0.5", Unit::Yi), Unit::Yuan), "50,000,000");
    }

    #[test]
    fn the_largest_amounts_can_still_be_added_in_any_unit() {
        let most = money("999999999999999.999999", Unit::Yi);
        let many = Money::sum(std::iter::repeat_n(most, 9_999), Unit::Yi).unwrap();
        assert!(many.in_unit(Unit::Yuan).is_some());
    }

    #[test]
    fn money_of_different_units_compares_by_its_worth() {
        assert_eq!(money("1", Unit::Wan), money("10000.00", Unit::Yuan));
        assert!(money("1", Unit::Yi) > money("9999.99", Unit::Wan));
        assert_eq!(
            money("43.47", Unit::Wan).minus(money("434708.52", Unit::Yuan)).unwrap(),
            money("-8.52", Unit::Yuan)
        );
    }
}
