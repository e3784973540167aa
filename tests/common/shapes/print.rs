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
    /// Whether what comes after the last place is cut off (去尾), not rounded.
    pub cut: bool,
}

impl Print {
    /// So many fen; `None` for a blank.
    pub fn amount(self, fen: i128) -> Option<String> {
        (fen != 0 || self.zeros).then(|| self.always(fen))
    }

    /// The same, where a blank cannot stand.
    pub fn always(self, fen: i128) -> String {
        // A fen is 10^-2 yuan, the last place 10^(exponent - places).
        let scale = self.unit.exponent() + 2;
        let size = fen.unsigned_abs();
        let size = if self.places >= scale {
            size * 10_u128.pow(self.places - scale)
        } else {
            let step = 10_u128.pow(scale - self.places);
            if self.cut { size / step } else { (2 * size + step) / (2 * step) }
        };
        text(size, fen < 0, self.places, self.short)
    }
}

/// `part` of `whole` in percent with so many places; `None` where the whole is nothing.
pub fn percent(part: i128, whole: i128, places: u32, short: bool) -> Option<String> {
    let (size, of) = (part.unsigned_abs() * 100 * 10_u128.pow(places), whole.unsigned_abs());
    (of > 0).then(|| text((2 * size + of) / (2 * of), (part < 0) != (whole < 0), places, short))
}

/// `size` of 10^-`places`.
fn text(size: u128, is_less: bool, places: u32, short: bool) -> String {
    let sign = if is_less && size > 0 { "-" } else { "" };
    let padded = format!("{size:0>width$}", width = places as usize + 1);
    let (whole, rest) = padded.split_at(padded.len() - places as usize);
    let rest = if short { rest.trim_end_matches('0') } else { rest };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}
