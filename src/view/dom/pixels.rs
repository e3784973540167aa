//! Rounds positions on the screen.

/// A number for a style, rounded to whole pixels or percent.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
pub fn whole(number: f64) -> i32 {
    number.round() as i32
}
