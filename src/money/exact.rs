//! Conversion between amounts and whole millionths, for arithmetic that must be exact.

use rust_decimal::Decimal;

use super::amount::{decimal, ten_to};
use super::{Amount, PLACES, Unit};

/// The number of decimal places of a millionth.
#[allow(clippy::cast_possible_truncation)] // six
const MILLIONTHS: u32 = PLACES as u32;

impl Amount {
    /// How many decimal places the amount is printed with.
    pub const fn places(self) -> u32 {
        self.decimal().scale()
    }

    /// The amount with the opposite sign.
    #[must_use]
    pub fn negated(self) -> Amount {
        Amount::from_decimal(-self.decimal())
    }

    /// Parses the text that [`Amount`] displays; a computed amount may have more digits than a printed one.
    pub fn parse_long(text: &str) -> Option<Amount> {
        let (whole, places) = text.split_once('.').unwrap_or((text, ""));
        let digits: i128 = [whole, places].concat().parse().ok()?;
        decimal(digits, u32::try_from(places.len()).ok()?).map(Amount::from_decimal)
    }

    /// Converts millionths of a yuan into an amount in `unit`, with as few decimal places as it needs but at least
    /// `places`; `None` where it does not fit in 96 bits.
    pub fn of_millionths(millionths: i128, unit: Unit, places: u32) -> Option<Amount> {
        Amount::of_digits(millionths, MILLIONTHS + unit.exponent(), places)
    }

    /// Converts halves of a millionth of a yuan, as [`Amount::of_millionths`] does whole ones.
    pub fn of_half_millionths(halves: i128, unit: Unit, places: u32) -> Option<Amount> {
        Amount::of_digits(halves.checked_mul(5)?, MILLIONTHS + unit.exponent() + 1, places)
    }

    fn of_digits(digits: i128, scale: u32, places: u32) -> Option<Amount> {
        let (mut digits, mut scale) = (digits, scale);
        // Division of 128-bit numbers is slow, and few amounts need it.
        if let Ok(mut short) = i64::try_from(digits) {
            // Nearly all amounts have no digits beyond `places` but zeros.
            let all = ten_to(scale.saturating_sub(places).min(18));
            if scale >= places && short % all == 0 {
                return Some(Amount::from_decimal(Decimal::new(short / all, places)));
            }
            while scale > places && short % 10 == 0 {
                short /= 10;
                scale -= 1;
            }
            if scale >= places {
                return Some(Amount::from_decimal(Decimal::new(short, scale)));
            }
            digits = i128::from(short);
        }
        while scale > places && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        let missing = places.saturating_sub(scale);
        decimal(digits.checked_mul(10_i128.pow(missing))?, scale + missing).map(Amount::from_decimal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Money;

    #[test]
    fn millionths_and_back_is_the_same_amount() {
        for (text, unit) in [("4560.06", Unit::Wan), ("-15.40", Unit::Wan), ("0.000001", Unit::Yuan), ("7", Unit::Yi)] {
            let amount = Amount::parse(text).unwrap();
            let back = Amount::of_millionths(Money::new(amount, unit).millionths(), unit, amount.places());
            assert_eq!(back.unwrap().to_string(), text);
        }
        assert_eq!(Amount::of_millionths(0, Unit::Wan, 2).unwrap().to_string(), "0.00");
        assert_eq!(Amount::of_half_millionths(15_000 * 10_000 * 2, Unit::Wan, 2).unwrap().to_string(), "0.015");
        assert_eq!(Amount::of_millionths(5, Unit::Wan, 2).unwrap().to_string(), "0.0000000005");
    }
}
