//! Makes a page's drawing what a reader sees: upright, without invisible or repeated characters, and with ordinary
//! characters for the radicals that look like them.

use super::drawing::{Direction, Drawing, Glyph};
use super::radicals::folded;
use std::collections::HashMap;

/// A character that is drawn again within this distance, in points, is meant to be bold or to have a shadow.
const SHADOW: f32 = 1.2;

/// Removes what is not seen as a character of its own, and turns the page so that most of its text runs to the right.
pub fn clean(drawing: &mut Drawing) {
    drawing.glyphs.retain_mut(|glyph| {
        glyph.char = if glyph.char.is_whitespace() { ' ' } else { folded(glyph.char) };
        !glyph.char.is_control() && glyph.size > 0.0
    });
    remove_shadows(&mut drawing.glyphs);
    turn(drawing);
}

/// Keeps only the first of equal characters in nearly the same place, which make bold print and shadows.
fn remove_shadows(glyphs: &mut Vec<Glyph>) {
    /// More copies of one character in so small a place nobody can tell apart.
    const MAX: usize = 16;
    let mut kept: HashMap<(char, i32, i32), Vec<(f32, f32)>> = HashMap::new();
    glyphs.retain(|glyph| {
        // 11 in small print is no shadow.
        let near = SHADOW.min(glyph.width * 0.25);
        #[allow(clippy::cast_possible_truncation)] // it stands on the page
        let (column, row) = ((glyph.x / SHADOW) as i32, (glyph.y / SHADOW) as i32);
        let beside = |at: i32| at.saturating_sub(1)..=at.saturating_add(1);
        let around = beside(column).flat_map(|column| beside(row).map(move |row| (column, row)));
        let is_again = around
            .filter_map(|(column, row)| kept.get(&(glyph.char, column, row)))
            .flatten()
            .any(|(x, y)| (x - glyph.x).abs() <= near && (y - glyph.y).abs() <= near);
        let here = kept.entry((glyph.char, column, row)).or_default();
        let is_seen = !is_again && here.len() < MAX;
        if is_seen {
            here.push((glyph.x, glyph.y));
        }
        is_seen
    });
}

/// Turns a page whose text runs down or up, as that of wide tables on upright paper does.
fn turn(drawing: &mut Drawing) {
    let count = |direction| drawing.glyphs.iter().filter(|glyph| glyph.direction == direction).count();
    let main =
        [Direction::Right, Direction::Down, Direction::Left, Direction::Up].into_iter().max_by_key(|direction| {
            // Of equal numbers the last is taken.
            (count(*direction), *direction == Direction::Right)
        });
    match main {
        Some(Direction::Down) => quarter_turns(drawing, 3),
        Some(Direction::Left) => quarter_turns(drawing, 2),
        Some(Direction::Up) => quarter_turns(drawing, 1),
        _ => {}
    }
}

fn quarter_turns(drawing: &mut Drawing, turns: usize) {
    for _ in 0..turns {
        let (width, height) = drawing.size;
        drawing.size = (height, width);
        for glyph in &mut drawing.glyphs {
            (glyph.x, glyph.y) = (height - glyph.y, glyph.x);
            glyph.centre = (height - glyph.centre.1, glyph.centre.0);
            glyph.direction = match glyph.direction {
                Direction::Right => Direction::Down,
                Direction::Down => Direction::Left,
                Direction::Left => Direction::Up,
                Direction::Up => Direction::Right,
            };
        }
        for segment in &mut drawing.segments {
            if segment.is_horizontal {
                segment.at = height - segment.at;
            } else {
                (segment.from, segment.to) = (height - segment.to, height - segment.from);
            }
            segment.is_horizontal = !segment.is_horizontal;
        }
    }
}
