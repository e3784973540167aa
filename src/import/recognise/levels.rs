//! Finds the levels of lines without codes, by the marks before their names and by indentation.
//!
//! Templates use either, both, or neither all the way down. So there are several readings, and the one is taken whose
//! sums hold: what stands under a line adds up to it, and what stands outermost to the printed total.

mod readings;
mod sums;

use rust_decimal::Decimal;

use crate::budget::{Line, Role};
use crate::money::sort_by;
use readings::READINGS;
pub use sums::adds_up;
use sums::{by_sums, score};

/// What is printed of a line's depth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// How deep its mark stands, if it has one.
    pub mark: Option<u8>,
    /// By how many characters its name is indented.
    pub indent: u8,
    /// Whether its mark is the first of its row: 一、 or 1.
    pub is_first: bool,
    /// Whether it begins a list of what is in the line above: `其中：（一）`.
    pub begins_list: bool,
}

/// Sets the levels of all lines, block by block. Tells whether sums had to choose.
pub fn set(lines: &mut [Line], depths: &[Depth]) -> bool {
    let mut blocks: Vec<(_, Vec<usize>)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let of = (line.side, line.block.clone());
        match blocks.iter_mut().find(|(other, _)| *other == of) {
            Some((_, block)) => block.push(at),
            None => blocks.push((of, vec![at])),
        }
    }
    blocks.into_iter().fold(false, |chosen, (_, block)| set_block(lines, depths, &block) | chosen)
}

/// The most lists of a table that are compared with the line above them.
const MAX_LISTS: usize = 500;

fn set_block(lines: &mut [Line], depths: &[Depth], block: &[usize]) -> bool {
    let has_level = |line: &Line| line.code.is_none() && line.role == Role::Item && !line.of_which;
    let own: Vec<usize> = block.iter().copied().filter(|at| has_level(&lines[*at])).collect();
    let printed: Vec<Depth> = own.iter().map(|at| depths[*at]).collect();
    let mut readings: Vec<Vec<u8>> = Vec::new();
    for reading in READINGS {
        let levels = ranks(&reading(&printed));
        if !readings.contains(&levels) {
            readings.push(levels);
        }
    }
    let is_told = |at: &usize| lines[*at].is.is_none() && depths[*at] != Depth::default();
    if !own.iter().any(is_told)
        && let Some(by_sums) = by_sums(lines, block, &own, &readings[0])
    {
        readings.push(ranks(&by_sums));
    }
    // Codes say for themselves where their lines stand.
    if block.iter().any(|at| lines[*at].code.is_some()) {
        readings.truncate(1);
    }
    let mut scores = vec![0; readings.len()];
    if readings.len() > 1 {
        for (reading, points) in readings.iter().zip(&mut scores) {
            write(lines, &own, reading);
            *points = score(lines, block);
        }
    }
    let best = (0..readings.len()).rev().max_by_key(|at| scores[*at]).unwrap_or(0);
    let Some(levels) = readings.get(best) else { return false };
    write(lines, &own, levels);
    let units: Vec<usize> = own.iter().copied().filter(|at| lines[*at].is.is_some()).collect();
    let is_unit = |at: &usize| units.contains(at);
    if own.iter().any(is_unit) && !own.iter().all(is_unit) {
        // What stands between units is theirs, whatever its own depth.
        let of_units: Vec<u8> = own.iter().zip(levels).filter(|(at, _)| is_unit(at)).map(|(_, level)| *level).collect();
        let least = own.iter().zip(levels).filter(|(at, _)| !is_unit(at)).map(|(_, level)| *level).min().unwrap_or(1);
        let is_flat = own.iter().zip(levels).all(|(at, level)| is_unit(at) || *level == least);
        let (top, bottom) = (of_units.iter().min().copied().unwrap_or(1), of_units.iter().max().copied().unwrap_or(1));
        for (at, level) in own.iter().zip(levels) {
            lines[*at].level = match () {
                () if is_unit(at) => Some(level - top + 1),
                () => (!is_flat).then_some(level - least + bottom - top + 2),
            };
        }
    } else if levels.iter().all(|level| *level == 1) {
        for at in &own {
            lines[*at].level = None;
        }
    }
    some_of(lines, depths, block);
    best > 0 && scores[best] > scores[0]
}

fn write(lines: &mut [Line], own: &[usize], levels: &[u8]) {
    for (at, level) in own.iter().zip(levels) {
        lines[*at].level = Some(*level);
    }
}

/// 1 for the least of the numbers, 2 for the next, and so on.
fn ranks(numbers: &[u16]) -> Vec<u8> {
    let mut sorted = numbers.to_vec();
    sort_by(&mut sorted, Ord::cmp);
    sorted.dedup();
    let rank = |number: &u16| sorted.iter().position(|other| other == number).map_or(1, |at| at + 1);
    numbers.iter().map(|number| u8::try_from(rank(number)).unwrap_or(u8::MAX)).collect()
}

/// Marks the lines of a list that begins with 其中 and does not come to the line above it as only some of that.
fn some_of(lines: &mut [Line], depths: &[Depth], block: &[usize]) {
    for (i, at) in block.iter().enumerate().filter(|(_, at)| depths[**at].begins_list).take(MAX_LISTS) {
        let level = lines[*at].level();
        let list: Vec<usize> = block[i..]
            .iter()
            .copied()
            .take_while(|next| lines[*next].role == Role::Item && lines[*next].level() >= level)
            .filter(|next| lines[*next].level() == level)
            .collect();
        let above = block[..i].iter().rev().find(|above| lines[**above].level() < level);
        let Some(above) = above.copied() else { continue };
        let comes_to_it = lines[above].amounts.iter().all(|(id, whole)| {
            let parts: Vec<Decimal> =
                list.iter().filter_map(|part| Some(lines[*part].amounts.get(id)?.decimal())).collect();
            whole.is_none_or(|whole| adds_up(whole.decimal(), &parts))
        });
        if !comes_to_it {
            for part in list {
                lines[part].of_which = true;
            }
        }
    }
}
