//! A decimal number exactly as a document prints it: parsing, adding and formatting.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, Visitor};

/// The most digits that an amount may have before its decimal point. With [`PLACES`] it leaves
/// room in 96 bits to add a million of the largest amounts of one unit; sums beyond are `None`.
pub const DIGITS: usize = 15;
/// The most digits that an amount may have after its decimal point.
pub const PLACES: usize = 6;

/// A decimal as printed: `61.00` stays `61.00`. Its unit is its table's.
///
/// ```
/// use budget_lens::money::{Amount, Malformed};
///
/// let printed = Amount::parse("61.00")?;
/// assert_eq!(printed.to_string(), "61.00");
/// assert_eq!(printed.plus(Amount::parse("0.5")?).unwrap().to_string(), "61.50");
/// assert_eq!(Amount::parse("1,061.00"), Err(Malformed::NotDecimal));
/// # Ok::<(), Malformed>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Amount(Decimal);

/// A percentage as printed: `95.92` is 95.92 %.
pub type Percent = Amount;

impl Amount {
    /// Parses the amount that `text` prints.
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

    /// `self + other`; `None` where the sum does not fit in 96 bits.
    pub fn plus(self, other: Amount) -> Option<Amount> {
        let scale = self.0.scale().max(other.0.scale());
        decimal(digits(self.0, scale)?.checked_add(digits(other.0, scale)?)?, scale).map(Amount)
    }

    /// The amount as a plain decimal.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The amount with the value of a decimal.
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

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// It is not a plain decimal.
    NotDecimal,
    /// It has more digits than an amount may have.
    TooLong,
}

impl Malformed {
    /// Why `text` is not an amount, or `None` where it is one.
    pub fn of(text: &str) -> Option<Malformed> {
        let text = text.as_bytes();
        let unsigned = text.strip_prefix(b"-").unwrap_or(text);
        let (whole, places) = match unsigned.iter().position(|byte| *byte == b'.') {
            Some(point) => (&unsigned[..point], &unsigned[point + 1..]),
            None => (unsigned, &b"0"[..]),
        };
        let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
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
    /// Reads the amount from a string. A reader that knows how a number was written may hand that over as a string,
    /// too; a number that has become a float is refused.
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

/// The power of ten with this exponent, 18 at most: from a table, since each number that is parsed or compared needs
/// one.
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

/// The digits of `decimal` as a whole number, at a scale of `scale` decimal places, no fewer than it has.
///
/// Sums and comparisons work on these plain integers: the arithmetic of a decimal library would bring rounding, which
/// money must not have, and ten times the code.
pub(super) fn digits(decimal: Decimal, scale: u32) -> Option<i128> {
    (decimal.scale()..scale).try_fold(decimal.mantissa(), |digits, _| digits.checked_mul(10))
}

/// The decimal with these digits and this scale, if it fits in 96 bits.
pub(super) fn decimal(digits: i128, scale: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(digits, scale).ok()
}

/// Formats `decimal` for a reader: with thousands separators, a true minus sign, and every digit.
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
}
