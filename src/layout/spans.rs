//! The layout of a stacked bar: divides a length among values.

/// A part of a bar, in pixels from the bar's start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Where it starts.
    pub start: f64,
    /// Its length.
    pub length: f64,
}

/// Divides `length` pixels among `values` in proportion, with `gap` pixels between parts.
///
/// What is not positive gets no length. Every positive value gets at least `least` pixels, which
/// the larger ones give; where not even that fits, all positive ones are equally long. The spans
/// never leave `0..=length` and are never NaN, for any values.
pub fn spans(values: &[f64], length: f64, gap: f64, least: f64) -> Vec<Span> {
    let length = if length.is_finite() { length.max(0.0) } else { 0.0 };
    let largest = values.iter().copied().filter(|v| v.is_finite()).fold(0.0, f64::max);
    // Relative to the largest: no sum of large numbers can overflow.
    let part = |v: f64| if v.is_finite() && v > 0.0 { v / largest } else { 0.0 };
    let count = values.iter().filter(|v| part(**v) > 0.0).count();
    if count == 0 {
        return vec![Span { start: 0.0, length: 0.0 }; values.len()];
    }
    #[allow(clippy::cast_precision_loss)] // a count of parts on a screen
    let n = count as f64;
    let crowded = n * (least + gap) > length;
    let gap = if crowded { 0.0 } else { gap };
    let least = if crowded { length / n } else { least };
    let room = length - gap * (n - 1.0);
    // Those that would be shorter than `least` get it; the others share what is left. Giving may
    // make another one too short, so again until none is: at most once a part.
    let mut fixed = vec![false; values.len()];
    let (mut share, mut free) = remaining(values, &part, &fixed, room, least);
    for _ in 0..count {
        let short = |i: usize| !fixed[i] && part(values[i]) > 0.0 && part(values[i]) / share * free < least;
        let found: Vec<_> = (0..values.len()).filter(|&i| short(i)).collect();
        if found.is_empty() {
            break;
        }
        for i in found {
            fixed[i] = true;
        }
        (share, free) = remaining(values, &part, &fixed, room, least);
    }
    let mut start = 0.0;
    values
        .iter()
        .enumerate()
        .map(|(i, &value)| {
            let own = match part(value) {
                p if p <= 0.0 => return Span { start: f64::min(start, length), length: 0.0 },
                _ if fixed[i] || share <= 0.0 => least,
                p => p / share * free,
            };
            let span =
                Span { start: f64::min(start, length), length: own.min(length - f64::min(start, length)).max(0.0) };
            start += own + gap;
            span
        })
        .collect()
}

/// The sum of the parts that are not fixed, and the pixels left for them.
fn remaining(values: &[f64], part: &impl Fn(f64) -> f64, fixed: &[bool], room: f64, least: f64) -> (f64, f64) {
    let mut share = 0.0;
    let mut free = room;
    for (value, fixed) in values.iter().zip(fixed) {
        if *fixed {
            free -= least;
        } else {
            share += part(*value);
        }
    }
    (share, free.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(values: &[f64], length: f64, gap: f64, least: f64) -> Vec<f64> {
        spans(values, length, gap, least).iter().map(|span| span.length).collect()
    }

    #[test]
    fn parts_are_in_proportion() {
        assert_eq!(lengths(&[3.0, 1.0], 102.0, 2.0, 0.0), [75.0, 25.0]);
    }

    #[test]
    fn a_small_part_is_never_invisible() {
        assert_eq!(lengths(&[1e12, 1.0], 102.0, 2.0, 4.0), [96.0, 4.0]);
    }

    #[test]
    fn what_is_not_positive_takes_no_room() {
        assert_eq!(lengths(&[1.0, -5.0, 0.0, f64::NAN], 50.0, 2.0, 4.0), [50.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_crowd_shares_alike() {
        assert!(lengths(&[9.0; 500], 300.0, 1.0, 2.0).iter().all(|length| (length - 0.6).abs() < 1e-9));
    }
}
