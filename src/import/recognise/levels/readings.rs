//! The ways in which marks and indents can be read as levels.

use super::Depth;

/// A reading: how the depths of one block's lines become numbers that compare.
pub type Reading = fn(&[Depth]) -> Vec<u16>;

/// The readings, the likeliest first.
pub const READINGS: [Reading; 7] = [marks_anew, marks_and_indents, indents, marks, marks_below_names, moved_in, flat];

/// Reads marks and indents, and lets 一、 that comes again below a name without a mark begin the lines under that name:
/// 上年结转 with its funds, after all those of this year.
fn marks_anew(depths: &[Depth]) -> Vec<u16> {
    let mut numbers = marks_and_indents(depths);
    let outermost = depths.iter().filter_map(|depth| depth.mark).min();
    let mut is_below = false;
    for (at, depth) in depths.iter().enumerate() {
        let comes_again = || depths[..at].iter().any(|other| other.mark == outermost && other.is_first);
        match depth.mark {
            None => is_below = false,
            mark if mark == outermost && depth.is_first => {
                is_below =
                    at > 0 && depths[at - 1].mark.is_none() && depths[at - 1].indent <= depth.indent && comes_again();
            }
            Some(_) => {}
        }
        numbers[at] += u16::from(is_below);
    }
    numbers
}

/// Reads the marks; a line without one stands beside the outermost, or below the mark above if it is indented further.
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

/// Reads the marks, all of which stand below the names that have none.
fn marks_below_names(depths: &[Depth]) -> Vec<u16> {
    depths.iter().map(|depth| depth.mark.map_or(0, |mark| u16::from(mark) * 300)).collect()
}

/// Reads two levels only: some names are indented a little less than the others beside them.
fn moved_in(depths: &[Depth]) -> Vec<u16> {
    depths.iter().map(|depth| u16::from(depth.indent > 0)).collect()
}

fn flat(depths: &[Depth]) -> Vec<u16> {
    vec![0; depths.len()]
}

/// The number of the outermost mark.
fn outermost(depths: &[Depth]) -> u16 {
    depths.iter().filter_map(|depth| depth.mark).min().map_or(0, |mark| u16::from(mark) * 300)
}
