//! Finds the change of a number that most of its cross-checks ask for.

use std::cmp::Reverse;

use crate::money::sort_by;

/// The change that is within the tolerance of the most of these, each given with its tolerance; and of how many it is.
pub fn most_agree(needed: impl Iterator<Item = (i128, i128)> + Clone) -> Option<(i128, usize)> {
    let mut two = needed.clone();
    let first = two.next()?;
    if two.next().is_none() {
        return Some((first.0, 1));
    }
    let mut ends: Vec<(i128, i8)> = Vec::new();
    for (change, max_rounding_error) in needed.clone() {
        ends.extend([(change - max_rounding_error, -1), (change + max_rounding_error, 1)]);
    }
    sort_by(&mut ends, Ord::cmp);
    let (mut count, mut most, mut best) = (0_usize, 0, 0);
    for (i, (_, end)) in ends.iter().enumerate() {
        count = if *end < 0 { count + 1 } else { count - 1 };
        if count > most {
            (most, best) = (count, i);
        }
    }
    let low = ends[best].0;
    let high = ends[best..].iter().find(|(_, end)| *end > 0).map_or(low, |(at, _)| *at);
    // Preferred is a change that some of them ask for exactly, and of these the most frequent.
    let mut inside: Vec<_> = needed.map(|(change, _)| change).filter(|change| (low..=high).contains(change)).collect();
    sort_by(&mut inside, Ord::cmp);
    let asked = inside.chunk_by(|one, other| one == other).max_by_key(|same| (same.len(), Reverse(same[0])));
    Some((asked.map_or(low + (high - low) / 2, |same| same[0]), most))
}

#[cfg(test)]
mod tests {
    use super::most_agree;

    #[test]
    fn the_change_that_most_ties_ask_for_is_taken() {
        let most = |needed: &[(i128, i128)]| most_agree(needed.iter().copied());
        assert_eq!(most(&[]), None);
        assert_eq!(most(&[(900, 10)]), Some((900, 1)));
        assert_eq!(most(&[(900, 10), (901, 15), (40, 10)]), Some((900, 2)));
        assert_eq!(most(&[(900, 10), (918, 10)]), Some((909, 2)), "between both");
        assert_eq!(most(&[(1, 0), (2, 0), (2, 0)]), Some((2, 2)));
    }
}
