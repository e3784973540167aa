//! Decimal numbers digit by digit, for printing them as a spreadsheet does: no float comes near an amount.

use std::cmp::Ordering;

/// How many digits of a number spreadsheets show; what is beyond comes from the binary form that they keep it in.
const SHOWN: usize = 15;
/// The largest exponent of a float.
const LARGEST: i32 = 400;

/// A decimal number of any length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub negative: bool,
    /// Its digits without leading zeros, from 0 to 9; zero has none.
    pub digits: Vec<u8>,
    /// How many of the digits stand before the point; negative for numbers below a tenth.
    pub point: i32,
}

impl Decimal {
    /// Reads a number as files hold it: `-1234.5`, `1.8250658999999997E5`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.trim_start_matches('+').parse().ok().filter(|e: &i32| e.abs() <= LARGEST)?;
        let (negative, bare) = mantissa.strip_prefix('-').map_or((false, mantissa), |bare| (true, bare));
        let (whole, fraction) = bare.trim_start_matches('+').split_once('.').unwrap_or((bare, ""));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let length = i32::try_from(whole.len()).ok()?;
        if whole.len() + fraction.len() == 0 || !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let digits = whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0').collect();
        Some(Self { negative, digits, point: length + exponent }.normal())
    }

    /// The same number with as many digits as a spreadsheet shows.
    #[must_use]
    pub fn shown(self) -> Self {
        if self.digits.len() <= SHOWN { self } else { self.cut(SHOWN) }
    }

    /// Rounded to this many places after the point, half away from zero.
    #[must_use]
    pub fn rounded(self, places: usize) -> Self {
        let kept = self.point.saturating_add(i32::try_from(places).unwrap_or(i32::MAX));
        match usize::try_from(kept) {
            Ok(kept) => self.cut(kept),
            Err(_) => Self { digits: Vec::new(), point: 0, ..self },
        }
    }

    /// Multiplied by ten to the power of `by`.
    #[must_use]
    pub fn shifted(mut self, by: i32) -> Self {
        self.point += if self.is_zero() { 0 } else { by };
        self
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The digits before the point, none for a fraction, and those after it.
    pub fn parts(&self) -> (String, String) {
        let letter = |at: i32| {
            let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at));
            char::from(b'0' + digit.copied().unwrap_or(0))
        };
        let end = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        ((0..self.point).map(letter).collect(), (self.point..end.max(self.point)).map(letter).collect())
    }

    /// Compares two numbers by value.
    pub fn compare(&self, other: &Self) -> Ordering {
        let size = |number: &Self| (!number.is_zero(), number.point);
        let larger = size(self).cmp(&size(other)).then_with(|| self.digits.cmp(&other.digits));
        let is_below = |number: &Self| number.negative && !number.is_zero();
        match (is_below(self), is_below(other)) {
            (false, false) => larger,
            (true, true) => larger.reverse(),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }

    /// Keeps the first digits, rounded.
    fn cut(mut self, kept: usize) -> Self {
        let is_up = self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept);
        if is_up {
            let nines = self.digits.iter().rev().take_while(|digit| **digit == 9).count();
            self.digits.truncate(self.digits.len() - nines);
            if let Some(digit) = self.digits.last_mut() {
                *digit += 1;
            } else {
                self.digits.push(1);
                self.point += 1;
            }
        }
        self.normal()
    }

    /// Without zeros at either end.
    fn normal(mut self) -> Self {
        let end = self.digits.iter().rposition(|digit| *digit != 0).map_or(0, |last| last + 1);
        self.digits.truncate(end);
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point = if self.digits.is_empty() { 0 } else { self.point - i32::try_from(zeros).unwrap_or(0) };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(text: &str, places: usize) -> String {
        let (whole, fraction) = Decimal::parse(text).unwrap().shown().rounded(places).parts();
        format!("{whole}.{fraction}")
    }

    #[test]
    fn digits_are_rounded_as_they_are_shown() {
        assert_eq!(rounded("182506.58999999997", 2), "182506.59");
        assert_eq!(rounded("2.6749999999999998", 2), "2.68");
        assert_eq!(rounded("999.995", 2), "1000.");
        assert_eq!(rounded("1.8250658999999997E5", 2), "182506.59");
        assert_eq!(rounded("1E-3", 2), ".");
        assert_eq!(rounded("0.005", 2), ".01");
        assert_eq!(rounded("0.0004", 2), ".");
        assert_eq!(rounded("120", 2), "120.");
        assert_eq!(rounded("32365.090089", 6), "32365.090089");
    }

    #[test]
    fn numbers_compare() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(number("10").compare(&number("9.5")), Ordering::Greater);
        assert_eq!(number("-10").compare(&number("9.5")), Ordering::Less);
        assert_eq!(number("-10").compare(&number("-9.5")), Ordering::Less);
        assert_eq!(number("0").compare(&number("0.01")), Ordering::Less);
        assert_eq!(number("0").compare(&number("-0")), Ordering::Equal);
        assert!(Decimal::parse("1,000").is_none() && Decimal::parse("").is_none() && Decimal::parse("1e999").is_none());
    }
}
