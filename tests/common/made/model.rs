//! Documents as tests draw them, which every writer can write: lines, and tables with spans.

pub use budget_lens::import::block::{Cell, Grid as Drawn};

/// A document: what is printed, in order.
#[derive(Clone)]
pub struct Model(pub Vec<Piece>);

#[derive(Clone)]
pub enum Piece {
    Line(String),
    Table(Drawn),
}

impl Model {
    /// Reads a drawing: lines with ` | ` are rows of a table; `<` is part of the cell to the left, `^` of the one above.
    pub fn of(drawing: &str) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut rows: Vec<&str> = Vec::new();
        for line in drawing.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if line.contains('|') {
                rows.push(line);
            } else {
                pieces.extend(drawn(&std::mem::take(&mut rows)));
                pieces.push(Piece::Line(line.into()));
            }
        }
        pieces.extend(drawn(&rows));
        Self(pieces)
    }
}

fn drawn(rows: &[&str]) -> Option<Piece> {
    (!rows.is_empty()).then(|| Piece::Table(grid(rows)))
}

/// A table of these rows, as wide as the widest, with `|` between the cells.
pub fn grid(rows: &[&str]) -> Drawn {
    let mut rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split('|').map(str::trim).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(columns, "");
    }
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (column, text) in texts.iter().enumerate().filter(|(_, text)| !matches!(**text, "<" | "^")) {
            let wide = 1 + texts[column + 1..].iter().take_while(|text| **text == "<").count();
            let high = 1 + rows[row + 1..].iter().take_while(|next| next[column] == "^").count();
            cells.push(Cell { row, column, rows: high, columns: wide, text: (*text).into(), indent: 0 });
        }
    }
    Drawn { rows: rows.len(), columns, cells, edges: Vec::new() }
}

/// The cell that begins in a place.
pub fn at(table: &Drawn, row: usize, column: usize) -> Option<&Cell> {
    table.cells.iter().find(|cell| (cell.row, cell.column) == (row, column))
}

/// Text as XML has it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The float that a program keeps for a printed amount, with all the digits that it writes: `1.1205000000000000e3`.
pub fn kept(text: &str) -> Option<String> {
    let bare = text.replace(',', "");
    let is_amount =
        text.contains('.') && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    is_amount.then(|| format!("{:.16e}", bare.parse::<f64>().unwrap()))
}
