//! Turns the values in XLS records into text.

/// The errors that a cell may hold, by their numbers.
const ERRORS: [(u8, &str); 7] = [
    (0x00, "#NULL!"),
    (0x07, "#DIV/0!"),
    (0x0F, "#VALUE!"),
    (0x17, "#REF!"),
    (0x1D, "#NAME?"),
    (0x24, "#NUM!"),
    (0x2A, "#N/A"),
];

/// The text of a Boolean value, or of an error.
pub fn truth(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (true, error) => ERRORS.iter().find(|(number, _)| *number == error).map_or("#N/A", |(_, text)| text),
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
    }
}

/// The digits of a number stored in four bytes: an integer or the upper half of a float, either perhaps multiplied by a
/// hundred.
pub fn unpacked(short: u32) -> String {
    const IS_HUNDREDFOLD: u32 = 1;
    const IS_INTEGER: u32 = 2;
    let bare = short & !(IS_HUNDREDFOLD | IS_INTEGER);
    let digits = if short & IS_INTEGER == 0 {
        format!("{:e}", f64::from_bits(u64::from(bare) << 32))
    } else {
        format!("{}e0", bare.cast_signed() >> 2)
    };
    if short & IS_HUNDREDFOLD == 0 {
        return digits;
    }
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((&digits, "0"));
    format!("{mantissa}e{}", exponent.parse().unwrap_or(0) - 2)
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    #[test]
    fn short_numbers_keep_their_digits() {
        assert_eq!(unpacked(123_456 << 2 | 2), "123456e0");
        assert_eq!(unpacked(123_456 << 2 | 3), "123456e-2");
        assert_eq!(unpacked((-5_i32).cast_unsigned() << 2 | 2), "-5e0");
        assert_eq!(unpacked(0x3FF8_0000), "1.5e0");
    }
}
