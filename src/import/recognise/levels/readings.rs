//! In which ways marks and indents can be read.

use super::Depth;

/// A reading: how the depths of one block's lines become numbers that compare.
pub type Reading = fn(&[Depth]) -> Vec<u16>;

/// The readings, the likeliest first.
pub const READINGS: [Reading; 6] = [marks_and_indents, indents, marks, marks_below_names, moved_in, flat];

/// By the marks; what has none stands beside the outermost, or below the mark above where it is moved in further.
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

/// By the marks, all of which stand below the names that have none.
fn marks_below_names(depths: &[Depth]) -> Vec<u16> {
    depths.iter().map(|depth| depth.mark.map_or(0, |mark| u16::from(mark) * 300)).collect()
}

/// Two levels only: some names are moved in a little less than the others beside them.
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
