//! Which lines of a table are the sum of which others: by their codes, by their levels, or by where totals stand.

use crate::budget::{Kind, Line, Role, Side};
use crate::check::rule::Rule;
use crate::check::sheet::{Sheet, is_code};

/// A line and the lines that add up to it.
pub struct Family {
    /// By what they belong together.
    pub rule: Rule,
    /// The sum.
    pub whole: usize,
    /// Its parts, in printed order or the order of codes.
    pub parts: Vec<usize>,
}

/// All families of one half of a table.
pub fn families(sheet: &Sheet, side: Option<Side>) -> Vec<Family> {
    let lines = &sheet.table.lines;
    let own = (0..lines.len()).filter(|line| lines[*line].side == side);
    if sheet.is(Kind::ThreePublic) && lines.iter().any(|line| line.key.as_deref() == Some("three-public")) {
        return three_public(sheet);
    }
    let mut found = Vec::new();
    let blocks = blocks(lines, own, &mut found);
    sums(lines, &blocks, &mut found);
    found
}

/// What a half of a table is made of, from top to bottom.
enum Block {
    /// A printed sum.
    Sum(usize),
    /// Items between printed sums: those of the first level.
    Items(Vec<usize>),
}

/// Cuts the lines at printed sums; notes the families of the items between them.
fn blocks(lines: &[Line], own: impl Iterator<Item = usize>, found: &mut Vec<Family>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut items = Vec::new();
    let close = |items: &mut Vec<usize>, blocks: &mut Vec<Block>, found: &mut Vec<Family>| {
        if !items.is_empty() {
            blocks.push(Block::Items(nested(lines, std::mem::take(items), found)));
        }
    };
    for line in own {
        if lines[line].role == Role::Item {
            items.push(line);
        } else {
            close(&mut items, &mut blocks, found);
            blocks.push(Block::Sum(line));
        }
    }
    close(&mut items, &mut blocks, found);
    blocks
}

/// Notes which of the items are the sum of others; gives those of the first level.
fn nested(lines: &[Line], mut items: Vec<usize>, found: &mut Vec<Family>) -> Vec<usize> {
    let code = |line: usize| lines[line].code.as_deref().filter(|code| is_code(code));
    let coded = items.iter().all(|line| code(*line).is_some());
    if coded {
        items.sort_by_key(|line| code(*line));
    }
    let is_under = |line: usize, above: usize| match (coded, code(line), code(above)) {
        (true, Some(own), Some(above)) => own.len() > above.len() && own.starts_with(above),
        _ => lines[line].level() > lines[above].level(),
    };
    let mut first = Vec::new();
    // The lines that what follows may stand under, outermost first, each with the place of its family.
    let mut above: Vec<(usize, Option<usize>)> = Vec::new();
    for line in items {
        while above.last().is_some_and(|(last, _)| !is_under(line, *last)) {
            above.pop();
        }
        match above.last_mut() {
            Some((whole, family)) => {
                let family = *family.get_or_insert_with(|| {
                    found.push(Family { rule: Rule::Children, whole: *whole, parts: Vec::new() });
                    found.len() - 1
                });
                found[family].parts.push(line);
            }
            None => first.push(line),
        }
        above.push((line, None));
    }
    first
}

/// Notes what the printed sums are the sum of. A sum at the top is that of what follows; one at the end is that of
/// what went before. Subtotals below a total at the top stand at the top, too, where one follows it directly.
fn sums(lines: &[Line], blocks: &[Block], found: &mut Vec<Family>) {
    let (mut rest, mut top) = (blocks, None);
    if let [Block::Sum(total), after @ ..] = blocks {
        (top, rest) = (Some(*total), after);
    }
    let mut note = |whole: usize, parts: Vec<usize>| {
        if !parts.is_empty() {
            found.push(Family { rule: Rule::Total, whole, parts });
        }
    };
    if top.is_some() && matches!(rest, [Block::Sum(_), ..]) {
        let all: Vec<_> = blocks.iter().collect();
        return under(lines, &all, &mut note);
    }
    let mut parts: Vec<usize> = Vec::new(); // closed subtotals and the items since
    let mut since = 0; // how many of them are closed
    for block in rest {
        match block {
            Block::Items(items) => parts.extend(items),
            Block::Sum(line) if lines[*line].role == Role::Subtotal => {
                note(*line, parts.split_off(since));
                parts.push(*line);
                since = parts.len();
            }
            Block::Sum(line) => {
                note(*line, std::mem::take(&mut parts));
                parts.push(*line);
                since = 1;
            }
        }
    }
    if let Some(top) = top {
        // A total at both ends is one.
        let parts = parts.into_iter().filter(|line| lines[*line].role != Role::Total).collect();
        note(top, parts);
    }
}

/// Sums at the top of what they are the sum of: each of the sums of the next level, or of the items, that follow it.
fn under(lines: &[Line], blocks: &[&Block], note: &mut impl FnMut(usize, Vec<usize>)) {
    let rank = |line: usize| if lines[line].role == Role::Total { 0 } else { lines[line].level() };
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    for block in blocks {
        match block {
            Block::Items(items) => {
                if let Some((_, parts)) = open.last_mut() {
                    parts.extend(items);
                }
            }
            Block::Sum(line) => {
                while open.last().is_some_and(|(last, _)| rank(*last) >= rank(*line)) {
                    open.pop().into_iter().for_each(|(whole, parts)| note(whole, parts));
                }
                if let Some((_, parts)) = open.last_mut() {
                    parts.push(*line);
                }
                open.push((*line, Vec::new()));
            }
        }
    }
    for (whole, parts) in open {
        note(whole, parts);
    }
}

/// The three public expenses by what they are: the total, and vehicles of purchase and running.
fn three_public(sheet: &Sheet) -> Vec<Family> {
    let line = |key: &str| sheet.table.lines.iter().position(|line| line.key.as_deref() == Some(key));
    let of = |keys: &[&str]| keys.iter().filter_map(|key| line(key)).collect::<Vec<_>>();
    let vehicles = of(&["vehicle-purchase", "vehicle-running"]);
    let all = match line("vehicles") {
        Some(_) => of(&["overseas", "reception", "vehicles"]),
        None => of(&["overseas", "reception", "vehicle-purchase", "vehicle-running"]),
    };
    let family = |(whole, parts): (Option<usize>, Vec<usize>)| {
        let whole = whole.filter(|_| !parts.is_empty())?;
        Some(Family { rule: Rule::ThreePublicParts, whole, parts })
    };
    [(line("three-public"), all), (line("vehicles"), vehicles)].into_iter().filter_map(family).collect()
}
