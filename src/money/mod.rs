//! Exact amounts: what is printed in the document, to the last digit.
//!
//! An [`Amount`] is a decimal as printed, zeros at its end included; [`Money`] is an amount with
//! its [`Unit`]; a [`Share`] is a part of a whole in hundredths of a percent. No float ever
//! touches one of them: geometry turns them into floats where pixels begin, in `chart`.

mod amount;
mod division;
mod exact;
mod order;
mod share;
mod unit;
mod with_unit;

pub use amount::{Amount, DIGITS, Malformed, PLACES, Percent, ten_to, text};
pub use order::{insert_each, largest_first, sort, sort_by};
pub use share::{Share, shares};
pub use unit::Unit;
pub use with_unit::Money;
