//! One order for everything that is listed by size.

/// The places of `keys` from the largest to the smallest; of equals the earlier one first.
///
/// The one sort of the page: each further one, for another type, would be written out again in
/// the module that readers download.
pub fn largest_first(keys: impl IntoIterator<Item = i128>) -> Vec<usize> {
    let mut places: Vec<(i128, usize)> = keys.into_iter().enumerate().map(|(i, key)| (!key, i)).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, i)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        assert_eq!(largest_first([1, 3, -2, 3, i128::MIN, i128::MAX]), [5, 1, 3, 0, 2, 4]);
    }
}
