//! How a clerk prints an exact number.

use budget_lens::money::Unit;

/// The way in which one list prints its amounts.
#[derive(Debug, Clone, Copy)]
pub struct Print {
    pub unit: Unit,
    pub places: u32,
    /// Whether `61.00` is printed as `61`.
    pub short: bool,
    /// Whether nothing is printed as a zero, not as a blank.
    pub zeros: bool,
}

impl Print {
    /// So many fen, rounded half up; `None` for a blank.
    pub fn amount(self, fen: i128) -> Option<String> {
        if fen == 0 && !self.zeros {
            return None;
        }
        Some(self.always(fen))
    }

    /// The same, where a blank cannot stand.
    pub fn always(self, fen: i128) -> String {
        // A fen is 10^-2 yuan, the last place 10^(exponent - places).
        text(fen, self.unit.exponent() + 2, self.places, self.short)
    }
}

/// `part` of `whole` in percent with so many places.
pub fn percent(part: i128, whole: i128, places: u32, short: bool) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let size = part.abs() * 100 * 10_i128.pow(places);
    let digits = (2 * size + whole.abs()) / (2 * whole.abs());
    Some(text(if (part < 0) == (whole < 0) { digits } else { -digits }, places, places, short))
}

/// `digits` of 10^-`scale`, rounded half up to `places`.
fn text(digits: i128, scale: u32, places: u32, short: bool) -> String {
    let size = digits.unsigned_abs();
    let size = if places >= scale {
        size * 10_u128.pow(places - scale)
    } else {
        let step = 10_u128.pow(scale - places);
        (2 * size + step) / (2 * step)
    };
    let sign = if digits < 0 && size > 0 { "-" } else { "" };
    let padded = format!("{size:0>width$}", width = places as usize + 1);
    let (whole, rest) = padded.split_at(padded.len() - places as usize);
    let rest = if short { rest.trim_end_matches('0') } else { rest };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[test]
fn a_clerk_rounds_half_up() {
    let print = Print { unit: Unit::Wan, places: 2, short: false, zeros: true };
    assert_eq!(print.always(4_999), "0.00");
    assert_eq!(print.always(5_000), "0.01");
    assert_eq!(print.always(-5_000), "-0.01");
    assert_eq!(print.always(61_000_000), "61.00");
    assert_eq!(Print { short: true, ..print }.always(61_000_000), "61");
    assert_eq!(Print { unit: Unit::Yuan, places: 0, ..print }.always(12_345_650), "123457");
    assert_eq!(Print { unit: Unit::Yi, places: 6, ..print }.always(12_345_650), "0.001235");
    assert_eq!(percent(1, 3, 2, false).unwrap(), "33.33");
    assert_eq!(percent(-2, 3, 0, false).unwrap(), "-67");
}
