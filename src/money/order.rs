//! One order for everything that is listed by size.

use std::cmp::Reverse;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        assert!(largest_first([1, 3, -2, 3, i128::MIN, i128::MAX]).eq([5, 1, 3, 0, 2, 4]));
    }
}
