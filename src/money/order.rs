//! Sorting, written once for all types: each generic sort of the standard library adds kilobytes to the page.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// The indices of `keys` from the largest key to the smallest; of equal keys the earlier one comes first. Taking only
/// the first few of many is cheap.
///
/// All lists by size on the page have this one order, and it uses a heap: each sort of the standard library, for each
/// type, would be several kilobytes in the module that readers download.
pub fn largest_first<K: IntoIterator<Item = i128>>(keys: K) -> impl Iterator<Item = usize> + use<K> {
    let mut heap: BinaryHeap<_> = keys.into_iter().enumerate().map(|(i, key)| (key, Reverse(i))).collect();
    std::iter::from_fn(move || heap.pop()).map(|(_, Reverse(i))| i)
}

/// Sorts a list stably, as the standard library does.
///
/// Only indices are sorted, and the items swapped accordingly: so there is one sort in the program, and not one of four
/// kilobytes for each type.
pub fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let sorted = sorted(items.len(), &|one, other| order(&items[one], &items[other]));
    arrange(sorted, &mut |one, other| items.swap(one, other));
}

/// Sorts a list of items that have an order of their own, with the one sort that the program has.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Puts items into a map or set one after the other.
///
/// `collect` sorts them first, which is one more sort of several kilobytes for each type of items.
pub fn insert_each<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut collection = C::default();
    collection.extend(items);
    collection
}

/// The indices below `count`, sorted by `order`.
fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<_> = (0..count).collect();
    sorted.sort_by(|one, other| order(*one, *other));
    sorted
}

/// Permutes items by swaps, cycle by cycle, so that each index gets the item at the index that `from` has for it.
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
