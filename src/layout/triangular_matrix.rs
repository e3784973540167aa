//! The layout of a triangular matrix: row `i` has a cell for each of the rows `0..=i`, and its name behind the last.

use super::Tile;

/// Cells that are at least this many times wider than the lesser height have the greater height.
const WIDER: f64 = 1.06;

/// The measures of a triangular matrix, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct TriangularMatrix {
    /// The width of a cell.
    pub across: f64,
    /// The height of a cell.
    pub down: f64,
    /// The width of each row's name, with the gap before it.
    names: Vec<f64>,
}

impl TriangularMatrix {
    /// Makes cells as wide as lets every row end within `width`, at most `most`. Cells have the lesser of the two
    /// heights `down`, or the greater if they are a little wider than the lesser: so the height stays the same over a
    /// wide range of widths. `names` are the widths of the rows' names, with the gap before them.
    pub fn new(names: Vec<f64>, width: f64, most: f64, down: [f64; 2]) -> Self {
        let across = names.iter().zip(1_u16..).map(|(name, cells)| (width - name) / f64::from(cells));
        let across = across.fold(most, f64::min).max(0.0);
        TriangularMatrix { across, down: if across < down[0] * WIDER { down[0] } else { down[1] }, names }
    }

    /// The cell of a row in a column.
    pub fn cell(&self, row: usize, column: usize) -> Tile {
        let [row, column] = [row, column].map(count);
        Tile { x: column * self.across, y: row * self.down, width: self.across, height: self.down }
    }

    /// The height of the matrix.
    pub fn height(&self) -> f64 {
        self.down * count(self.names.len())
    }

    /// The right end of the longest row that begins above `y`.
    pub fn end(&self, y: f64) -> f64 {
        let ends = self.names.iter().enumerate().map(|(i, name)| (self.cell(i, i + 1), name));
        ends.filter(|(behind, _)| behind.y < y).map(|(behind, name)| behind.x + name).fold(0.0, f64::max)
    }
}

/// A number of rows on a screen.
fn count(rows: usize) -> f64 {
    f64::from(u16::try_from(rows).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(names: &[f64]) -> TriangularMatrix {
        TriangularMatrix::new(names.into(), 100.0, 30.0, [18.0, 28.0])
    }

    /// The width and height of a cell.
    fn cell(names: &[f64]) -> (f64, f64) {
        let matrix = matrix(names);
        (matrix.across, matrix.down)
    }

    #[test]
    fn cells_are_as_wide_as_the_names_behind_them_allow() {
        assert_eq!(cell(&[20.0; 4]), (20.0, 28.0));
        assert_eq!(cell(&[75.0, 20.0, 20.0, 20.0]), (20.0, 28.0));
        assert_eq!(cell(&[78.0, 20.0, 20.0, 20.0, 2.0]), (19.6, 28.0));
        assert_eq!(cell(&[20.0, 20.0, 20.0, 24.0]), (19.0, 18.0));
    }

    #[test]
    fn cells_have_bounds() {
        assert_eq!(cell(&[20.0; 2]), (30.0, 28.0));
        assert_eq!(cell(&[20.0; 8]), (10.0, 18.0));
        assert_eq!(cell(&[120.0]), (0.0, 18.0));
    }

    #[test]
    fn a_row_ends_with_its_name() {
        let matrix = matrix(&[20.0; 4]);
        assert_eq!(matrix.cell(3, 1), Tile { x: 20.0, y: 84.0, width: 20.0, height: 28.0 });
        assert_eq!((matrix.height(), matrix.end(0.0), matrix.end(29.0), matrix.end(900.0)), (112.0, 0.0, 60.0, 100.0));
    }
}
