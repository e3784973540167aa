//! Writes the number of its row in the list into each coloured part that has no room for words, so that no part is known
//! by its colour alone. It comes with the second module: the first has no room for it.

use std::collections::BTreeSet;

use super::{bold, label};
use crate::figure::Figure;
use crate::layout::width;
use crate::scene::{Mark, Role, Scene, Shape};

/// The room that a number needs beside it, as a multiple of its size.
const AROUND: f64 = 0.4;

/// The drawing with these numbers, where the list has colours to match them with.
pub fn numbered(mut scene: Scene, figure: &Figure, font_size: f64) -> Scene {
    if !figure.is_coloured() {
        return scene;
    }
    let size = font_size - 2.0;
    let is_word = |mark: &&Mark| matches!(mark.shape, Shape::Text { .. });
    let named: BTreeSet<_> = scene.marks.iter().filter(is_word).filter_map(|mark| mark.entry).collect();
    let number = |mark: &Mark| {
        let (Shape::Rect(part, _), Role::Series(series)) = (&mark.shape, mark.role) else { return None };
        let id = mark.entry.filter(|id| !named.contains(id))?;
        let number = figure.number(id).to_string();
        let wide = width(&number, size);
        let has_room = wide + size * AROUND <= part.width && size <= part.height;
        let at = part.centre();
        let mark = bold(label(at.x - wide / 2.0, at.y, number, size, Role::OnSeries(series)));
        has_room.then_some(Mark { entry: Some(id), ..mark })
    };
    let numbers: Vec<_> = scene.marks.iter().filter_map(number).collect();
    scene.marks.extend(numbers);
    scene
}
