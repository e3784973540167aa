//! One order for everything that is listed by size, and one sort for every other list.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// The places of `keys` from the largest to the smallest; of equals the earlier one first.
/// Whoever takes only the first few of many pays for those only.
///
/// The one order of the page, and by a heap: each sort of the standard library, for each type,
/// would be several kilobytes in the module that readers download.
pub fn largest_first<K: IntoIterator<Item = i128>>(keys: K) -> impl Iterator<Item = usize> + use<K> {
    let mut heap: BinaryHeap<_> = keys.into_iter().enumerate().map(|(i, key)| (key, Reverse(i))).collect();
    std::iter::from_fn(move || heap.pop()).map(|(_, Reverse(i))| i)
}

/// Sorts as the standard library does; equals keep their order.
///
/// Numbers are sorted, and the items moved as those are: so there is one sort in the program, and not one of four
/// kilobytes for each type.
pub fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let sorted = sorted(items.len(), &|one, other| order(&items[one], &items[other]));
    arrange(sorted, &mut |one, other| items.swap(one, other));
}

/// The numbers below `count` in this order.
fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<_> = (0..count).collect();
    sorted.sort_by(|one, other| order(*one, *other));
    sorted
}

/// Brings to each place what the list says, by swaps: round by round, each of which ends where it began.
fn arrange(mut from: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..from.len() {
        let mut place = start;
        while from[place] != start {
            let next = from[place];
            swap(place, next);
            from[place] = place;
            place = next;
        }
        from[place] = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_sorted_as_the_standard_library_does() {
        let all: Vec<_> = (0..200_usize).map(|i| (i * 7919 % 31, i)).collect();
        let (mut own, mut expected) = (all.clone(), all);
        sort_by(&mut own, |one, other| other.0.cmp(&one.0));
        expected.sort_by_key(|one| Reverse(one.0));
        assert_eq!(own, expected);
    }

    #[test]
    fn equals_keep_their_order() {
        assert!(largest_first([1, 3, -2, 3, i128::MIN, i128::MAX]).eq([5, 1, 3, 0, 2, 4]));
    }
}
