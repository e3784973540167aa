//! The layout of a treemap: areas in proportion to values, as square as they can be.
//!
//! After Bruls, Huizing and van Wijk, “Squarified treemaps” (2000), which d3-hierarchy uses, too.

/// A rectangle of a treemap or matrix, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tile {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width, not negative.
    pub width: f64,
    /// Its height, not negative.
    pub height: f64,
}

/// Divides `frame` among `values`, areas in proportion; best where the largest come first.
///
/// What is not positive gets no area. The tiles leave no room between them, do not overlap, stay
/// inside the frame and are never NaN, for any values. The time is in proportion to their number.
pub fn treemap(values: &[f64], frame: Tile) -> Vec<Tile> {
    let largest = values.iter().copied().filter(|v| v.is_finite()).fold(0.0, f64::max);
    // Relative to the largest: no sum of large numbers can overflow.
    let part = |v: f64| if v.is_finite() && v > 0.0 { v / largest } else { 0.0 };
    let mut tiles = vec![Tile { width: 0.0, height: 0.0, ..frame }; values.len()];
    let shown: Vec<_> = values.iter().enumerate().map(|(i, &v)| (i, part(v))).filter(|(_, part)| *part > 0.0).collect();
    // What is still to be placed, summed from the smallest: a difference of large sums would lose the small ones.
    let mut rest: Vec<_> = shown.iter().map(|(_, part)| *part).collect();
    for i in (1..rest.len()).rev() {
        rest[i - 1] += rest[i];
    }
    let mut free = frame;
    let mut start = 0;
    while start < shown.len() {
        let (count, sum) = row(&shown[start..], free, rest[start]);
        let last = start + count == shown.len();
        let taken = if last { 1.0 } else { (sum / rest[start]).min(1.0) };
        let wide = free.width >= free.height;
        let strip = if wide {
            Tile { width: free.width * taken, ..free }
        } else {
            Tile { height: free.height * taken, ..free }
        };
        let mut before = 0.0;
        for &(i, part) in &shown[start..start + count] {
            let (from, to) = ((before / sum).min(1.0), ((before + part) / sum).min(1.0));
            tiles[i] = if wide {
                Tile { y: strip.y + strip.height * from, height: strip.height * (to - from), ..strip }
            } else {
                Tile { x: strip.x + strip.width * from, width: strip.width * (to - from), ..strip }
            };
            before += part;
        }
        free = if wide {
            Tile { x: free.x + strip.width, width: free.width - strip.width, ..free }
        } else {
            Tile { y: free.y + strip.height, height: free.height - strip.height, ..free }
        };
        start += count;
    }
    tiles
}

/// How many of `parts` stand in one row along the shorter side of `free`, and their sum: as many as improve
/// the worst aspect ratio in the row. `rest` is the sum of all that `free` must hold.
fn row(parts: &[(usize, f64)], free: Tile, rest: f64) -> (usize, f64) {
    let side = free.width.min(free.height);
    // Sides as in a frame whose area is `rest`.
    let side = side * side / (free.width * free.height) * rest;
    let (mut sum, mut least, mut most) = (0.0, f64::INFINITY, 0.0_f64);
    let mut best = f64::INFINITY;
    for (i, &(_, part)) in parts.iter().enumerate() {
        let longer = sum + part;
        (least, most) = (least.min(part), most.max(part));
        let worst = (side * most / (longer * longer)).max(longer * longer / (side * least));
        if i > 0 && worst > best {
            return (i, sum);
        }
        (best, sum) = (worst, longer);
    }
    (parts.len(), sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Tile = Tile { x: 10.0, y: 20.0, width: 300.0, height: 200.0 };

    /// The tiles' areas, after checking that they stay inside and do not overlap.
    fn areas(values: &[f64], frame: Tile) -> Vec<f64> {
        let tiles = treemap(values, frame);
        assert_eq!(tiles.len(), values.len());
        for (i, a) in tiles.iter().enumerate() {
            assert!(a.width >= 0.0 && a.height >= 0.0, "{a:?}");
            assert!(a.x >= frame.x && a.x + a.width <= frame.x + frame.width + 1e-6, "{a:?}");
            assert!(a.y >= frame.y && a.y + a.height <= frame.y + frame.height + 1e-6, "{a:?}");
            for b in &tiles[..i] {
                let wide = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
                let high = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
                assert!(wide < 1e-6 || high < 1e-6, "{a:?} overlaps {b:?}");
            }
        }
        tiles.iter().map(|tile| tile.width * tile.height).collect()
    }

    fn in_proportion(values: &[f64]) {
        let whole: f64 = values.iter().filter(|v| **v > 0.0).sum();
        for (area, value) in areas(values, FRAME).into_iter().zip(values) {
            let expected = if *value > 0.0 { value / whole * 60_000.0 } else { 0.0 };
            assert!((area - expected).abs() < 1e-6 * (1.0 + expected), "{area} for {value}: {expected}");
        }
    }

    #[test]
    fn areas_are_in_proportion() {
        in_proportion(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0]);
        in_proportion(&[1.0]);
        in_proportion(&[1.0, 9.0, 0.0, -4.0, 5.0, 5.0, 700.0]);
        in_proportion(&[4_560.06, 120.28, 49.11, 24.78]);
    }

    #[test]
    fn two_thousand_parts_are_in_proportion_and_nearly_square() {
        let values: Vec<_> = (1..=2_000_u32).rev().map(f64::from).collect();
        in_proportion(&values);
        let narrow = |tile: &Tile| tile.width > tile.height * 4.0 || tile.height > tile.width * 4.0;
        assert!(!treemap(&values, FRAME)[..1_900].iter().any(narrow));
    }

    #[test]
    fn what_is_not_positive_has_no_area() {
        let values = [f64::NAN, -1.0, 0.0, f64::INFINITY, 2.0, f64::NEG_INFINITY];
        assert_eq!(areas(&values, FRAME), [0.0, 0.0, 0.0, 0.0, 60_000.0, 0.0]);
        assert_eq!(areas(&[0.0, -1.0], FRAME), [0.0, 0.0]);
        assert!(treemap(&[], FRAME).is_empty());
    }

    #[test]
    fn the_enormous_and_the_tiny_stay_numbers() {
        areas(&[f64::MAX, f64::MAX, 1.0, f64::MIN_POSITIVE], FRAME);
        areas(&[f64::MIN_POSITIVE, 1e-29, 1.0, 1e29, 1e-29], FRAME);
        areas(&[3.0, 2.0, 1.0], Tile { width: 0.0, ..FRAME });
        areas(&[3.0, 2.0, 1.0], Tile { width: 0.0, height: 0.0, ..FRAME });
    }
}
