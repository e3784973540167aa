//! Joins the fields of a table's grid that no line separates into cells.

use std::collections::HashMap;

/// Which rows and columns a cell takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first row.
    pub row: usize,
    /// The first column.
    pub column: usize,
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

impl Span {
    const fn of(row: usize, column: usize) -> Self {
        Self { row, column, rows: 1, columns: 1 }
    }

    /// Grows so that this field of the same row or a later one is in it, too.
    fn include(&mut self, row: usize, column: usize) {
        let end = (self.column + self.columns).max(column + 1);
        self.column = self.column.min(column);
        self.columns = end - self.column;
        self.rows = row + 1 - self.row;
    }
}

/// The cells of a table, row by row, from the number of each field's set; and the cell that each field belongs to.
///
/// A set is a rectangle in every table that was drawn on purpose. In any other set each row is a cell of its own.
pub fn spans(sets: &[usize], width: usize) -> (Vec<Span>, Vec<usize>) {
    let is_rectangle = rectangles(sets, width);
    let mut cells: HashMap<(usize, usize), usize> = HashMap::new();
    let (mut spans, mut fields, mut before): (Vec<Span>, Vec<usize>, _) = (Vec::new(), Vec::new(), None);
    let mut run = 0;
    for (field, set) in sets.iter().enumerate() {
        let (row, column) = (field / width, field % width);
        if column == 0 || before != Some(set) {
            run = field;
        }
        before = Some(set);
        let part = if is_rectangle.get(*set) == Some(&true) { 0 } else { run };
        let cell = *cells.entry((*set, part)).or_insert(spans.len());
        match spans.get_mut(cell) {
            Some(span) => span.include(row, column),
            None => spans.push(Span::of(row, column)),
        }
        fields.push(cell);
    }
    (spans, fields)
}

/// Which sets are rectangles.
fn rectangles(sets: &[usize], width: usize) -> Vec<bool> {
    let mut bounds: Vec<Option<(Span, usize)>> = vec![None; sets.len()];
    for (field, set) in sets.iter().enumerate() {
        let (row, column) = (field / width, field % width);
        if let Some(slot) = bounds.get_mut(*set) {
            let (span, count) = slot.get_or_insert((Span::of(row, column), 0));
            span.include(row, column);
            *count += 1;
        }
    }
    bounds.into_iter().map(|bounds| bounds.is_some_and(|(span, count)| span.rows * span.columns == count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_that_is_a_rectangle_is_one_cell() {
        let (spans, fields) = spans(&[0, 0, 1, 0, 0, 2], 3);
        assert_eq!(spans[0], Span { row: 0, column: 0, rows: 2, columns: 2 });
        assert_eq!((spans.len(), fields), (3, vec![0, 0, 1, 0, 0, 2]));
    }

    #[test]
    fn of_a_set_that_is_none_each_row_is_a_cell() {
        let (spans, fields) = spans(&[0, 0, 0, 1], 2);
        assert_eq!(spans[..2], [Span { row: 0, column: 0, rows: 1, columns: 2 }, Span::of(1, 0)]);
        assert_eq!(fields, [0, 0, 1, 2]);
    }
}
