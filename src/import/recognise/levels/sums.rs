//! Judges the levels of lines by their sums: scores a reading, and finds levels by sums alone.

use rust_decimal::Decimal;

use crate::budget::{Line, Role};
use crate::money::{Amount, sort_by};

/// The most totals of a table that are compared with its lines.
const MAX_TOTALS: usize = 100;

/// How many sums hold, less those that do not.
pub fn score(lines: &[Line], block: &[usize]) -> i32 {
    let mut ids: Vec<&str> = block.iter().flat_map(|at| lines[*at].amounts.iter().map(|(id, _)| id)).collect();
    sort_by(&mut ids, Ord::cmp);
    ids.dedup();
    ids.into_iter().map(|id| column(lines, block, id)).sum()
}

fn column(lines: &[Line], block: &[usize], id: &str) -> i32 {
    let amount = |at: usize| lines[at].amounts.get(id).map(Amount::decimal);
    let mut points = 0;
    let mut judge = |whole: Decimal, parts: &[Decimal]| {
        let is_nothing = whole.is_zero() && parts.iter().all(Decimal::is_zero);
        if !is_nothing && !parts.is_empty() {
            points += if adds_up(whole, parts) { 1 } else { -1 };
        }
    };
    let mut outermost: Vec<Decimal> = Vec::new();
    let (mut first_total, mut totals) = (None, 0);
    // The lines below which others may still stand, each farther in than the one before.
    let mut open: Vec<Whole> = Vec::new();
    for at in block {
        let line = &lines[*at];
        let level = line.level.filter(|_| line.role == Role::Item);
        if line.role == Role::Item && level.is_none() {
            continue;
        }
        // A line ends those of its level and deeper, and a sum ends all.
        while let Some(whole) = open.pop_if(|whole| level.is_none_or(|level| whole.level >= level)) {
            if let Some(amount) = whole.amount {
                judge(amount, &whole.parts);
            }
        }
        let amount = amount(*at);
        if let Some(level) = level {
            for whole in &mut open {
                whole.add(level, amount);
            }
            outermost.extend(amount.filter(|_| level == 1));
            open.push(Whole { level, amount, nearest: u8::MAX, parts: Vec::new() });
        } else if let Some(total) = amount.filter(|_| totals < MAX_TOTALS) {
            totals += 1;
            if outermost.is_empty() && first_total.is_none() {
                first_total = Some(total);
            } else {
                judge(total, &outermost);
            }
        }
    }
    for whole in open {
        whole.amount.into_iter().for_each(|amount| judge(amount, &whole.parts));
    }
    if let Some(total) = first_total {
        judge(total, &outermost);
    }
    points
}

/// A line, and the amounts of those below it that stand nearest to it.
struct Whole {
    level: u8,
    amount: Option<Decimal>,
    nearest: u8,
    parts: Vec<Decimal>,
}

impl Whole {
    /// Takes in a line that stands below it.
    fn add(&mut self, level: u8, amount: Option<Decimal>) {
        if level < self.nearest {
            self.nearest = level;
            self.parts.clear();
        }
        if level == self.nearest {
            self.parts.extend(amount);
        }
    }
}

/// Whether parts add up to a whole, as far as rounding lets them.
pub fn adds_up(whole: Decimal, parts: &[Decimal]) -> bool {
    let scale = parts.iter().map(Decimal::scale).chain([whole.scale()]).max().unwrap_or(0);
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(*part));
    let difference = (whole.saturating_sub(sum)).abs();
    let halves = i64::try_from(parts.len() + 1).unwrap_or(i64::MAX);
    difference.saturating_mul(Decimal::TWO) <= Decimal::new(halves, scale)
}

/// Finds the levels where nothing printed tells them: the nesting in which each line with others below it is their sum,
/// and the outermost come to the total, or to the unit that holds them. The likeliest reading tells how units stand.
///
/// Sums hold in all columns, and equal amounts may stand in different ones. So all columns are looked at together
/// first, as one weighted sum of them, which adds up where each of them does, but not where they are rounded.
pub fn by_sums(lines: &[Line], block: &[usize], own: &[usize], likeliest: &[u8]) -> Option<Vec<u16>> {
    const WEIGHT: Decimal = Decimal::from_parts(7, 0, 0, false, 0);
    let whole = block.iter().find(|at| lines[**at].role == Role::Total)?;
    let ids: Vec<&str> = lines[*whole].amounts.iter().map(|(id, _)| id).take(8).collect();
    let cell = |at: usize, id: &str| lines[at].amounts.get(id).map_or(Decimal::ZERO, Amount::decimal);
    let weighed =
        |at: usize| ids.iter().fold(Decimal::ZERO, |all, id| all.saturating_mul(WEIGHT).saturating_add(cell(at, id)));
    let first = |at: usize| cell(at, ids[0]);
    let by = |amount: &dyn Fn(usize) -> Decimal, is_exact| nesting(lines, *whole, own, likeliest, amount, is_exact);
    ids.first()?;
    by(&weighed, true).or_else(|| by(&first, false))
}

/// Finds the nesting of lines by one amount of each.
fn nesting(
    lines: &[Line],
    whole: usize,
    own: &[usize],
    likeliest: &[u8],
    amount: &dyn Fn(usize) -> Decimal,
    is_exact: bool,
) -> Option<Vec<u16>> {
    const BELOW_UNITS: u16 = 1000;
    let mut levels: Vec<u16> = Vec::new();
    let mut of = amount(whole);
    let mut own = own.iter().zip(likeliest).peekable();
    while let Some((at, level)) = own.next_if(|(at, _)| lines[**at].is.is_some()).or_else(|| own.peek().copied()) {
        if lines[*at].is.is_some() {
            levels.push(u16::from(*level));
            of = amount(*at);
            continue;
        }
        let mut parts = Vec::new();
        while let Some((at, _)) = own.next_if(|(at, _)| lines[**at].is.is_none()) {
            parts.push(amount(*at));
        }
        levels.extend(nested(of, &parts, is_exact)?.into_iter().map(|depth| BELOW_UNITS + depth));
    }
    levels.iter().any(|level| *level > BELOW_UNITS).then_some(levels)
}

/// How deep each of the amounts stands in the nesting that comes to `whole`, if one is found soon; exactly, or as rounding
/// lets it.
fn nested(whole: Decimal, amounts: &[Decimal], is_exact: bool) -> Option<Vec<u16>> {
    const MAX_STEPS: usize = 100_000;
    // A list of a thousand projects has some nesting by chance.
    const MAX_LINES: usize = 200;
    if amounts.len() > MAX_LINES {
        return None;
    }
    let scale = amounts.iter().map(Decimal::scale).chain([whole.scale()]).max().unwrap_or(0);
    // What is exact goes before what needs rounding.
    let last_digits = [Decimal::ZERO, Decimal::new(1, scale)];
    last_digits.into_iter().take(if is_exact { 1 } else { 2 }).find_map(|last_digit| {
        let mut search = Search { last_digit, steps: MAX_STEPS, depths: Vec::new() };
        search.place(&mut vec![Open { missing: whole, parts: 0 }], amounts).then_some(search.depths)
    })
}

/// A line whose parts are being looked for.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// What the parts so far do not come to.
    missing: Decimal,
    parts: i64,
}

/// The search for a nesting.
struct Search {
    /// One in the last printed digit, half of which each part may lose by rounding; zero where sums must be exact.
    last_digit: Decimal,
    /// How many more steps it may take.
    steps: usize,
    /// How deep the amounts that are placed stand.
    depths: Vec<u16>,
}

impl Search {
    /// Twice the difference that rounding allows between a line and its parts.
    fn slack(&self, open: Open) -> Decimal {
        self.last_digit.saturating_mul(Decimal::from(open.parts + 1))
    }

    fn is_whole(&self, open: Open) -> bool {
        open.missing.abs().saturating_mul(Decimal::TWO) <= self.slack(open)
    }

    /// Places the next amount: `open` holds the lines that still miss something, the innermost last.
    fn place(&mut self, open: &mut Vec<Open>, amounts: &[Decimal]) -> bool {
        while open.len() > 1 && open.last().is_some_and(|last| self.is_whole(*last)) {
            open.pop();
        }
        let [next, rest @ ..] = amounts else { return open.iter().all(|open| self.is_whole(*open)) };
        let Some(last) = open.last().copied() else { return false };
        let left = Open { missing: last.missing.saturating_sub(*next), parts: last.parts + 1 };
        if self.steps == 0 || left.missing < Decimal::ZERO && !self.is_whole(left) {
            return false;
        }
        self.steps -= 1;
        let before = open.clone();
        self.depths.push(u16::try_from(open.len() - 1).unwrap_or(u16::MAX));
        let at = open.len() - 1;
        open[at] = left;
        // A line that is the sum of what follows, or one that stands for itself.
        for is_sum in [true, false] {
            if is_sum && (next.is_zero() || rest.is_empty()) {
                continue;
            }
            let mut open = open.clone();
            open.extend(is_sum.then_some(Open { missing: *next, parts: 0 }));
            if self.place(&mut open, rest) {
                return true;
            }
        }
        self.depths.pop();
        *open = before;
        false
    }
}
