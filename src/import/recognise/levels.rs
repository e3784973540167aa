//! How deep lines without codes stand: by their marks and by how far their names are moved in.
//!
//! Templates use either, both, or neither all the way down. So there are several readings, and the one is taken whose
//! sums hold: what stands under a line adds up to it, and what stands outermost to the printed total.

use rust_decimal::Decimal;

use crate::budget::{Line, Role};

/// What is printed of a line's depth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// How deep its mark stands, if it has one.
    pub mark: Option<u8>,
    /// By how many characters its name is moved in.
    pub indent: u8,
    /// Whether it begins a list of what is in the line above: `其中：（一）`.
    pub begins_list: bool,
}

/// A reading: how the depths of one block's lines become numbers that compare.
type Reading = fn(&[Depth]) -> Vec<u16>;

/// The readings, the likeliest first.
const READINGS: [Reading; 6] = [marks_and_indents, indents, marks, marks_below_names, moved_in, flat];

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
    let mut scores = Vec::new();
    for reading in &readings {
        write(lines, &own, reading);
        scores.push(score(lines, block));
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
        let (first, last) = (of_units.iter().min().copied().unwrap_or(1), of_units.iter().max().copied().unwrap_or(1));
        for (at, level) in own.iter().zip(levels) {
            lines[*at].level = match () {
                () if is_unit(at) => Some(level - first + 1),
                () => (!is_flat).then_some(level - least + last - first + 2),
            };
        }
    } else if levels.iter().all(|level| *level == 1) {
        own.iter().for_each(|at| lines[*at].level = None);
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
    sorted.sort_unstable();
    sorted.dedup();
    let rank = |number: &u16| sorted.iter().position(|other| other == number).map_or(1, |at| at + 1);
    numbers.iter().map(|number| u8::try_from(rank(number)).unwrap_or(u8::MAX)).collect()
}

/// By the marks; what has none stands beside the outermost, or below the mark above where it is moved in further.
fn marks_and_indents(depths: &[Depth]) -> Vec<u16> {
    let outermost = outermost(depths);
    let mut last: Option<(u16, u8)> = None;
    let number = |depth: &Depth| match (depth.mark, last) {
        (Some(mark), _) => {
            last = Some((u16::from(mark) * 300, depth.indent));
            u16::from(mark) * 300
        }
        (None, Some((number, indent))) if depth.indent > indent => number + u16::from(depth.indent - indent),
        (None, None) if outermost == 0 => u16::from(depth.indent),
        (None, _) => outermost,
    };
    depths.iter().map(number).collect()
}

fn indents(depths: &[Depth]) -> Vec<u16> {
    depths.iter().map(|depth| u16::from(depth.indent)).collect()
}

fn marks(depths: &[Depth]) -> Vec<u16> {
    let outermost = outermost(depths);
    depths.iter().map(|depth| depth.mark.map_or(outermost, |mark| u16::from(mark) * 300)).collect()
}

/// By the marks, all of which stand below the names that have none.
fn marks_below_names(depths: &[Depth]) -> Vec<u16> {
    depths.iter().map(|depth| depth.mark.map_or(0, |mark| u16::from(mark) * 300)).collect()
}

/// Two levels only: some names are moved in a little less than the others beside them.
fn moved_in(depths: &[Depth]) -> Vec<u16> {
    depths.iter().map(|depth| u16::from(depth.indent > 0)).collect()
}

fn flat(depths: &[Depth]) -> Vec<u16> {
    vec![0; depths.len()]
}

/// Where nothing printed tells the levels: the nesting in which each line that stands above others is their sum, and the
/// outermost come to the total, or to the unit that holds them. The likeliest reading tells how units stand.
fn by_sums(lines: &[Line], block: &[usize], own: &[usize], likeliest: &[u8]) -> Option<Vec<u16>> {
    const BELOW_UNITS: u16 = 1000;
    let whole = block.iter().find(|at| lines[**at].role == Role::Total)?;
    let (id, _) = lines[*whole].amounts.iter().next()?;
    let amount = |at: usize| lines[at].amounts.get(id).map_or(Decimal::ZERO, |amount| amount.decimal());
    let mut levels: Vec<u16> = Vec::new();
    let mut of = amount(*whole);
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
        levels.extend(nested(of, &parts)?.into_iter().map(|depth| BELOW_UNITS + depth));
    }
    levels.iter().any(|level| *level > BELOW_UNITS).then_some(levels)
}

/// How deep each of the amounts stands in the nesting that comes to `whole`, if one is found soon.
fn nested(whole: Decimal, amounts: &[Decimal]) -> Option<Vec<u16>> {
    const MOST_STEPS: usize = 100_000;
    // A list of a thousand projects has some nesting by chance.
    const MOST_LINES: usize = 200;
    if amounts.len() > MOST_LINES {
        return None;
    }
    let mut steps = MOST_STEPS;
    let mut depths = Vec::new();
    place(&mut vec![whole], amounts, &mut depths, &mut steps).then_some(depths)
}

/// Places the next amount: `open` holds what is still missing of each line that is open, the innermost last.
fn place(open: &mut Vec<Decimal>, amounts: &[Decimal], depths: &mut Vec<u16>, steps: &mut usize) -> bool {
    while open.len() > 1 && open.last().is_some_and(Decimal::is_zero) {
        open.pop();
    }
    let [next, rest @ ..] = amounts else { return open.iter().all(Decimal::is_zero) };
    let Some(missing) = open.last().copied().filter(|missing| next <= missing && *steps > 0) else { return false };
    *steps -= 1;
    let before = open.clone();
    depths.push(u16::try_from(open.len() - 1).unwrap_or(u16::MAX));
    let at = open.len() - 1;
    open[at] = missing - next;
    // A line that is the sum of what follows, or one that stands for itself.
    for is_sum in [true, false] {
        if is_sum && (next.is_zero() || rest.is_empty()) {
            continue;
        }
        let mut open = open.clone();
        open.extend(is_sum.then_some(*next));
        if place(&mut open, rest, depths, steps) {
            return true;
        }
    }
    depths.pop();
    *open = before;
    false
}

/// The number of the outermost mark.
fn outermost(depths: &[Depth]) -> u16 {
    depths.iter().filter_map(|depth| depth.mark).min().map_or(0, |mark| u16::from(mark) * 300)
}

/// How many sums hold, less those that do not.
fn score(lines: &[Line], block: &[usize]) -> i32 {
    let mut ids: Vec<&str> = block.iter().flat_map(|at| lines[*at].amounts.iter().map(|(id, _)| id)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| column(lines, block, id)).sum()
}

fn column(lines: &[Line], block: &[usize], id: &str) -> i32 {
    let amount = |at: usize| lines[at].amounts.get(id).map(|amount| amount.decimal());
    let mut points = 0;
    let mut judge = |whole: Decimal, parts: &[Decimal]| {
        let is_nothing = whole.is_zero() && parts.iter().all(Decimal::is_zero);
        if !is_nothing && !parts.is_empty() {
            points += if adds_up(whole, parts) { 1 } else { -1 };
        }
    };
    let mut outermost: Vec<Decimal> = Vec::new();
    let mut first_total = None;
    for (i, at) in block.iter().enumerate() {
        let line = &lines[*at];
        if line.role != Role::Item {
            match amount(*at) {
                Some(total) if outermost.is_empty() && first_total.is_none() => first_total = Some(total),
                Some(total) => judge(total, &outermost),
                None => {}
            }
            continue;
        }
        if line.is_of_which() && line.level.is_none() {
            continue;
        }
        if line.level() == 1 {
            outermost.extend(amount(*at));
        }
        let under = block[i + 1..].iter().map(|at| (*at, &lines[*at]));
        let under = under
            .take_while(|(_, next)| next.role == Role::Item && (next.level.is_none() || next.level() > line.level()));
        let parts: Vec<(usize, &Line)> = under.filter(|(_, next)| next.level.is_some()).collect();
        let nearest = parts.iter().map(|(_, part)| part.level()).min();
        let parts: Vec<Decimal> =
            parts.iter().filter(|(_, part)| Some(part.level()) == nearest).filter_map(|(at, _)| amount(*at)).collect();
        if let Some(whole) = amount(*at) {
            judge(whole, &parts);
        }
    }
    if let Some(total) = first_total {
        judge(total, &outermost);
    }
    points
}

/// Whether parts add up to a whole, as far as rounding lets them.
fn adds_up(whole: Decimal, parts: &[Decimal]) -> bool {
    let scale = parts.iter().map(Decimal::scale).chain([whole.scale()]).max().unwrap_or(0);
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(*part));
    let difference = (whole.saturating_sub(sum)).abs();
    let halves = i64::try_from(parts.len() + 1).unwrap_or(i64::MAX);
    difference.saturating_mul(Decimal::TWO) <= Decimal::new(halves, scale)
}

/// Marks the lines of a list that begins with 其中 and does not come to the line above it as only some of that.
fn some_of(lines: &mut [Line], depths: &[Depth], block: &[usize]) {
    for (i, at) in block.iter().enumerate().filter(|(_, at)| depths[**at].begins_list) {
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
            list.into_iter().for_each(|part| lines[part].of_which = true);
        }
    }
}
