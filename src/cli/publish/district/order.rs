//! In which order departments stand, each with what its money holds already: its units, and another file of the year.

use std::collections::HashMap;

use super::Listed;
use crate::cli::publish::counting::Counting;
use crate::money::{Money, largest_first};

/// The departments, the one that spends most first, each followed by those whose money it holds; whether one of the
/// others holds its money.
pub fn ordered<'l, 'a>(listed: &'l [Listed<'a>]) -> Vec<Vec<&'l Listed<'a>>> {
    let places: HashMap<usize, usize> = listed.iter().enumerate().map(|(at, one)| (one.index, at)).collect();
    let above = |one: &Listed| match one.counting {
        Counting::Counts | Counting::Government => None,
        Counting::Within(above) | Counting::Again(above) => places.get(&above).copied(),
    };
    // A unit's unit stands below the department, too. There are no circles.
    let root = |start: usize| std::iter::successors(Some(start), |at| above(&listed[*at])).last().unwrap_or(start);
    let mut groups: HashMap<usize, Vec<&Listed>> = HashMap::new();
    for at in by_size(listed.iter()) {
        let root = root(at);
        if root != at {
            groups.entry(root).or_default().push(&listed[at]);
        }
    }
    let roots = by_size(listed.iter()).filter(|at| root(*at) == *at).collect::<Vec<_>>();
    roots.into_iter().map(|at| [vec![&listed[at]], groups.remove(&at).unwrap_or_default()].concat()).collect()
}

fn by_size<'l, 'a: 'l>(listed: impl Iterator<Item = &'l Listed<'a>>) -> impl Iterator<Item = usize> {
    let total = |one: &Listed| one.row.numbers.total.map_or(i128::MIN, Money::millionths);
    largest_first(listed.map(total).collect::<Vec<_>>())
}
