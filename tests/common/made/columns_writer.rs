//! Text in columns, as programs print it.

use std::fmt::Write as _;

use super::model::{Model, Piece};
use super::text_writer::places;

/// Text whose cells stand under one another.
pub fn columns(model: &Model) -> String {
    let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let mut all = String::new();
    for piece in &model.0 {
        match piece {
            Piece::Line(text) => writeln!(all, "{text}\n").unwrap(),
            Piece::Table(table) => {
                let rows = places(table);
                let widest = |column: usize| rows.iter().map(|row| width(row[column])).max().unwrap_or(0);
                let widths: Vec<usize> = (0..table.columns).map(widest).collect();
                for row in &rows {
                    for (text, wide) in row.iter().zip(&widths) {
                        let blanks = " ".repeat(wide - width(text));
                        // Amounts stand to the right, all else to the left.
                        let is_number = text.contains('.');
                        if is_number { write!(all, "{blanks}{text}   ") } else { write!(all, "{text}{blanks}   ") }
                            .unwrap();
                    }
                    all = all.trim_end().to_string() + "\n";
                }
                all += "\n";
            }
        }
    }
    all
}
