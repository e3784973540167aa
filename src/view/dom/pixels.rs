//! Places on the screen.

/// A style's number to the pixel.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
pub fn whole(number: f64) -> i32 {
    number.round() as i32
}
