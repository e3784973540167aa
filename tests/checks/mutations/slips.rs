//! The slips of a clerk's hand.

use std::fmt;

use budget_lens::budget::Budget;
use budget_lens::check::{Measure, Place};
use budget_lens::money::Amount;

use super::amounts::{get, places, set};

/// One slip.
#[derive(Debug, Clone, Copy)]
pub enum Slip {
    /// So many hundreds of the last printed place more.
    More(Place, i64),
    /// The decimal point slips by so many places to the right.
    Point(Place, i32),
    /// One more or one less of so many tens of the last printed place: `Digit(place, 3, -1)` is a thousand of them less.
    Digit(Place, u32, i64),
    /// The first two digits that differ have changed places.
    Digits(Place),
    /// Nothing is printed where something was.
    Blank(Place),
    /// Something is printed where nothing was.
    Filled(Place),
    /// Two numbers have changed places.
    Swap(Place, Place),
    /// All amounts of a line are the same hundreds of the last place more.
    Line(usize, usize, i64),
    /// All amounts of a line have changed places with those of another.
    SwapLines(usize, usize, usize),
    /// A line is missing.
    Drop(usize, usize),
    /// A whole table is printed in another unit than it says, the factor a power of ten.
    Scale(usize, i32),
}

impl fmt::Display for Slip {
    /// Its kind.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Slip::More(_, hundreds) if *hundreds > 0 => "1.00 more",
            Slip::More(..) => "1.00 less",
            Slip::Digit(..) => "a digit one off",
            Slip::Point(_, 1) => "ten times as much",
            Slip::Point(_, -1) => "a tenth as much",
            Slip::Point(_, places) if *places > 0 => "many times as much",
            Slip::Point(..) => "a small part as much",
            Slip::Digits(_) => "digits swapped",
            Slip::Blank(_) => "blank",
            Slip::Filled(_) => "filled in",
            Slip::Swap(..) => "swapped",
            Slip::Line(..) => "line 1.00 more",
            Slip::SwapLines(..) => "lines swapped",
            Slip::Drop(..) => "line dropped",
            Slip::Scale(..) => "table in other unit",
        })
    }
}

impl Slip {
    /// Where it happens.
    pub fn place(self) -> Place {
        match self {
            Slip::More(place, _)
            | Slip::Digit(place, ..)
            | Slip::Point(place, _)
            | Slip::Digits(place)
            | Slip::Blank(place)
            | Slip::Filled(place)
            | Slip::Swap(place, _) => place,
            Slip::Line(table, line, _) | Slip::SwapLines(table, line, _) | Slip::Drop(table, line) => {
                Place::Line(table, line)
            }
            Slip::Scale(table, _) => Place::Table(table),
        }
    }

    /// Lets it happen; `false` where it changes nothing that is printed.
    pub fn happen(self, budget: &mut Budget) -> bool {
        match self {
            Slip::More(place, hundreds) => {
                let is_money = matches!(place.printed(budget), Some((_, Measure::Money(_))));
                change(budget, place, |amount| more(amount, hundreds, is_money))
            }
            Slip::Digit(place, tens, sign) => change(budget, place, |amount| {
                of_digits(amount.decimal().mantissa() + i128::from(sign) * 10_i128.pow(tens), amount.places())
            }),
            Slip::Point(place, places) => change(budget, place, |amount| moved(amount, places)),
            Slip::Digits(place) => change(budget, place, digits_swapped),
            Slip::Blank(place) => {
                set(budget, place, None);
                true
            }
            Slip::Filled(place) => {
                set(budget, place, Amount::parse("123.45").ok());
                true
            }
            Slip::Swap(one, other) => {
                let (first, second) = (get(budget, one), get(budget, other));
                set(budget, one, second);
                set(budget, other, first);
                // Equal numbers may be printed with different zeros at the end.
                first.map(Amount::decimal) != second.map(Amount::decimal)
            }
            Slip::Line(table, line, hundreds) => {
                scene(budget, |place| is_of(place, table, Some(line)), |amount| more(amount, hundreds, true))
            }
            Slip::SwapLines(table, one, other) => {
                let lines = &mut budget.tables[table].lines;
                let (first, second) = (lines[one].amounts.clone(), lines[other].amounts.clone());
                let differ = first != second;
                (lines[one].amounts, lines[other].amounts) = (second, first);
                differ
            }
            Slip::Drop(table, line) => {
                budget.tables[table].lines.remove(line).amounts.iter().any(|(_, amount)| amount.is_some())
            }
            Slip::Scale(table, places) => {
                scene(budget, |place| is_of(place, table, None), |amount| moved(amount, places))
            }
        }
    }
}

/// Whether a cell is in this table, and this line of it.
fn is_of(place: Place, table: usize, line: Option<usize>) -> bool {
    matches!(place, Place::Cell(t, l, _) if t == table && line.is_none_or(|line| line == l))
}

/// Changes every number of the places that fit; whether any changed.
fn scene(budget: &mut Budget, fits: impl Fn(Place) -> bool, to: impl Fn(Amount) -> Option<Amount>) -> bool {
    let cells: Vec<_> = places(budget).into_iter().filter(|place| fits(*place)).collect();
    cells.into_iter().filter(|cell| change(budget, *cell, &to)).count() > 0
}

fn change(budget: &mut Budget, place: Place, to: impl Fn(Amount) -> Option<Amount>) -> bool {
    let Some(before) = get(budget, place) else { return false };
    let Some(after) = to(before) else { return false };
    set(budget, place, Some(after));
    // A number of things cannot be a broken one: nothing is printed then.
    get(budget, place).is_some_and(|printed| printed.decimal() != before.decimal())
}

/// One hundred units of the last place more for each of `hundreds`; one thing more of what is counted in whole ones.
fn more(amount: Amount, hundreds: i64, is_money: bool) -> Option<Amount> {
    let scale = amount.places();
    let step = if scale == 0 && !is_money { 1 } else { 100 };
    of_digits(amount.decimal().mantissa() + i128::from(hundreds) * step, scale)
}

/// The digits as they are, the decimal point so many places further right.
fn moved(amount: Amount, places: i32) -> Option<Amount> {
    let scale = i32::try_from(amount.places()).ok()? - places;
    let digits = amount.decimal().mantissa();
    match u32::try_from(scale) {
        Ok(scale) => of_digits(digits, scale),
        Err(_) => of_digits(digits * 10_i128.pow(scale.unsigned_abs()), 0),
    }
}

/// The first two digits side by side that differ, swapped.
fn digits_swapped(amount: Amount) -> Option<Amount> {
    let mut digits: Vec<_> = amount.to_string().chars().collect();
    let at: Vec<_> = (0..digits.len()).filter(|i| digits[*i].is_ascii_digit()).collect();
    let pair = at.windows(2).find(|pair| digits[pair[0]] != digits[pair[1]])?;
    digits.swap(pair[0], pair[1]);
    Amount::parse(&digits.into_iter().collect::<String>()).ok()
}

fn of_digits(digits: i128, scale: u32) -> Option<Amount> {
    let size = digits.unsigned_abs().to_string();
    let padded = format!("{size:0>width$}", width = scale as usize + 1);
    let (whole, rest) = padded.split_at(padded.len() - scale as usize);
    let sign = if digits < 0 { "-" } else { "" };
    Amount::parse(&if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }).ok()
}
