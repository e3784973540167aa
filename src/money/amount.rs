//! Decimals as printed, and money.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::Unit;

/// The most digits that an amount may have before its decimal point. With [`PLACES`] it leaves
/// room in 96 bits to add a million of the largest amounts of one unit; sums beyond are `None`.
pub const DIGITS: usize = 15;
/// The most digits that an amount may have after its decimal point.
pub const PLACES: usize = 6;

/// A decimal as printed: `61.00` stays `61.00`. Its unit is its table's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Amount(Decimal);

/// A number of percent as printed: `95.92` is 95.92 %.
pub type Percent = Amount;

impl Amount {
    /// The amount that `text` prints, or what is wrong with it.
    ///
    /// # Errors
    /// The text is not a plain decimal (`-?digits[.digits]`), or has more digits than
    /// [`DIGITS`] before or [`PLACES`] after the point.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        if let Some(why) = Malformed::of(text) {
            return Err(why);
        }
        let (mut number, mut scale, mut point) = (0_i128, 0, 0);
        for byte in text.bytes() {
            if byte == b'.' {
                point = 1;
            } else if byte != b'-' {
                number = number * 10 + i128::from(byte - b'0');
                scale += point;
            }
        }
        if text.starts_with('-') {
            number = -number;
        }
        decimal(number, scale).map(Amount).ok_or(Malformed::TooLong)
    }

    /// `self + other`; `None` where 96 bits do not hold it.
    pub fn plus(self, other: Amount) -> Option<Amount> {
        let scale = self.0.scale().max(other.0.scale());
        decimal(digits(self.0, scale)?.checked_add(digits(other.0, scale)?)?, scale).map(Amount)
    }

    /// The decimal.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The amount that a decimal is.
    pub(super) const fn from_decimal(decimal: Decimal) -> Amount {
        Amount(decimal)
    }
}

impl fmt::Display for Amount {
    /// As printed, without thousands separators.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// It is not a plain decimal.
    NotDecimal,
    /// It has more digits than an amount may have.
    TooLong,
}

impl Malformed {
    /// What keeps `text` from being an amount, if anything does.
    pub fn of(text: &str) -> Option<Malformed> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, places) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(places) {
            Some(Malformed::NotDecimal)
        } else if whole.len() > DIGITS || places.len() > PLACES {
            Some(Malformed::TooLong)
        } else {
            None
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    /// From its text. A reader that knows how a number was written may give that, too; a number
    /// that has become a float is refused.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Text)
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal amount such as \"61.00\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        Amount::parse(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// An amount with its unit.
#[derive(Debug, Clone, Copy)]
pub struct Money {
    pub(super) amount: Decimal,
    pub(super) unit: Unit,
}

impl Money {
    /// `amount` of `unit`.
    pub const fn new(amount: Amount, unit: Unit) -> Self {
        Money { amount: amount.0, unit }
    }

    /// Nothing, in `unit`.
    pub const fn zero(unit: Unit) -> Self {
        Money { amount: Decimal::ZERO, unit }
    }

    /// The unit it was printed in.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The same money counted in `unit`: only the decimal point moves, every digit stays.
    ///
    /// `None` where 96 bits do not hold it, which no sum of fewer than 10,000 amounts of one unit reaches.
    pub fn in_unit(self, unit: Unit) -> Option<Decimal> {
        let (from, to) = (self.unit.exponent(), unit.exponent());
        let scale = self.amount.scale() + to;
        // Digits after the point are used up first: 4560.06 万元 is 45600600 元, no "45600600.00".
        decimal(digits(self.amount, scale.max(from) - to)?, scale.saturating_sub(from))
    }

    /// How many places it has when counted in `unit`, zeros at its end included.
    pub const fn places_in(self, unit: Unit) -> usize {
        (self.amount.scale() + unit.exponent()).saturating_sub(self.unit.exponent()) as usize
    }

    /// `self + other` in the smaller of their units.
    pub fn plus(self, other: Money) -> Option<Money> {
        let unit = if self.unit.exponent() <= other.unit.exponent() { self.unit } else { other.unit };
        let (one, other) = (Amount(self.in_unit(unit)?), Amount(other.in_unit(unit)?));
        Some(Money { amount: one.plus(other)?.0, unit })
    }

    /// `self − other` in the smaller of their units.
    pub fn minus(self, other: Money) -> Option<Money> {
        self.plus(Money { amount: -other.amount, ..other })
    }

    /// The exact sum, zero in `unit` for no money at all.
    pub fn sum(all: impl IntoIterator<Item = Money>, unit: Unit) -> Option<Money> {
        all.into_iter().try_fold(Money::zero(unit), Money::plus)
    }

    /// Whether it is exactly nothing.
    pub const fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.amount.is_sign_negative() && !self.amount.is_zero()
    }

    /// Its size without its sign.
    #[must_use]
    pub fn abs(self) -> Money {
        Money { amount: self.amount.abs(), ..self }
    }

    /// In yuan, for comparing money of different units.
    pub fn yuan(self) -> Decimal {
        self.in_unit(Unit::Yuan).unwrap_or(self.amount)
    }

    /// In millionths of a yuan, a whole number for every amount that may be printed.
    pub fn millionths(self) -> i128 {
        #[allow(clippy::cast_possible_truncation)] // six
        let places = PLACES as u32 + self.unit.exponent();
        let Some(missing) = places.checked_sub(self.amount.scale()) else { return self.yuan().mantissa() };
        let (mantissa, factor) = (self.amount.mantissa(), i128::from(ten_to(missing)));
        // Of two numbers of 64 bits the product is there at once.
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

/// The power of ten with this exponent, 18 at most: looked up, as each number that is read or compared needs one.
pub const fn ten_to(exponent: u32) -> i64 {
    const POWERS: [i64; 19] = {
        let mut powers = [1; 19];
        let mut i = 1;
        while i < powers.len() {
            powers[i] = powers[i - 1] * 10;
            i += 1;
        }
        powers
    };
    POWERS[exponent as usize]
}

/// The digits of `decimal` with `scale` places, which are no fewer than it has, as a whole number.
///
/// Sums and comparisons work on these: one plain number each, where a library of decimals brings
/// rounding that money must not have and ten times the code.
pub(super) fn digits(decimal: Decimal, scale: u32) -> Option<i128> {
    (decimal.scale()..scale).try_fold(decimal.mantissa(), |digits, _| digits.checked_mul(10))
}

/// The decimal with these digits, if 96 bits hold it.
pub(super) fn decimal(digits: i128, scale: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(digits, scale).ok()
}

/// `decimal` for a reader: thousands separated, a true minus sign, every digit kept.
pub fn text(decimal: Decimal) -> String {
    let plain = decimal.abs().to_string();
    let point = plain.find('.').unwrap_or(plain.len());
    let mut grouped = String::with_capacity(plain.len() + plain.len() / 3 + 3);
    if decimal.is_sign_negative() && !decimal.is_zero() {
        grouped.push('−');
    }
    for (i, digit) in plain.chars().enumerate() {
        if i > 0 && i < point && (point - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_is_no_plain_decimal_is_refused() {
        for bad in ["", "-", ".", "1.", ".5", "1,000.00", "6l.00", "1e5", "+1", "NaN", "--1", "1.2.3", "１２", " 1"] {
            assert_eq!(Amount::parse(bad), Err(Malformed::NotDecimal), "{bad:?}");
        }
        let forty_digits = "1".repeat(40);
        assert_eq!(Amount::parse(&forty_digits), Err(Malformed::TooLong));
        assert_eq!(Amount::parse("0.1234567"), Err(Malformed::TooLong));
        assert_eq!(Amount::parse("-0").unwrap().to_string().trim_start_matches('-'), "0");
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
