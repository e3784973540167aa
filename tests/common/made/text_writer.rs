//! Writers of documents as texts: DOCX, HTML, CSV, and plain text with tabs or in columns.

use super::archive_writer::archive;
use super::model::{Drawn, Model, Piece, at, escaped};
use std::fmt::Write as _;

/// A document of Word.
pub fn docx(model: &Model) -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(text));
    let table = |table: &Drawn| {
        let mut rows = String::new();
        for row in 0..table.rows {
            rows += "<w:tr>";
            for column in 0..table.columns {
                let above = table
                    .cells
                    .iter()
                    .find(|cell| cell.column == column && cell.row < row && row < cell.row + cell.rows);
                let (cell, merge) = match (at(table, row, column), above) {
                    (Some(cell), _) if cell.rows > 1 => (cell, "<w:vMerge w:val=\"restart\"/>"),
                    (Some(cell), _) => (cell, ""),
                    (None, Some(cell)) => (cell, "<w:vMerge/>"),
                    (None, None) => continue,
                };
                let text = if cell.row == row { paragraph(&cell.text) } else { "<w:p/>".into() };
                let span = cell.columns;
                write!(rows, "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>{text}</w:tc>").unwrap();
            }
            rows += "</w:tr>";
        }
        format!("<w:tbl>{rows}</w:tbl>")
    };
    let piece = |piece: &Piece| match piece {
        Piece::Line(text) => paragraph(text),
        Piece::Table(drawn) => table(drawn),
    };
    document(&model.0.iter().map(piece).collect::<String>(), "")
}

/// A document of Word with this body and these lists.
pub fn document(body: &str, lists: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>");
    let lists = format!("<w:numbering xmlns:w=\"w\">{lists}</w:numbering>");
    archive(&[("word/document.xml", document.as_bytes()), ("word/numbering.xml", lists.as_bytes())])
}

/// A web page, whose cells are not closed, as many are not.
pub fn html(model: &Model) -> String {
    let mut page = String::from("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n");
    for piece in &model.0 {
        match piece {
            Piece::Line(text) => writeln!(page, "<p>{}", escaped(text)).unwrap(),
            Piece::Table(table) => {
                page += "<table>\n";
                for row in 0..table.rows {
                    page += " <tr>";
                    for cell in table.cells.iter().filter(|cell| cell.row == row) {
                        let (rows, columns) = (cell.rows, cell.columns);
                        write!(page, "<td rowspan={rows} colspan=\"{columns}\">\n  {}\n", escaped(&cell.text)).unwrap();
                    }
                }
                page += "</table>\n";
            }
        }
    }
    page
}

/// What each place of a table prints: only the first of a cell's places prints its text.
pub(super) fn places(table: &Drawn) -> Vec<Vec<&str>> {
    let text = |row, column| at(table, row, column).map_or("", |cell| cell.text.as_str());
    (0..table.rows).map(|row| (0..table.columns).map(|column| text(row, column)).collect()).collect()
}

/// A table as programs save it as text.
pub fn csv(model: &Model) -> String {
    let columns = model.0.iter().map(|piece| if let Piece::Table(table) = piece { table.columns } else { 1 }).max();
    let quoted =
        |text: &str| if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into() };
    let line = |texts: &[&str]| {
        let cells: Vec<String> =
            (0..columns.unwrap()).map(|at| quoted(texts.get(at).copied().unwrap_or_default())).collect();
        cells.join(",") + "\r\n"
    };
    let piece = |piece: &Piece| match piece {
        Piece::Line(text) => line(&[text]),
        Piece::Table(table) => places(table).iter().map(|row| line(row)).collect(),
    };
    model.0.iter().map(piece).collect()
}

/// Text as it is copied from a document: tabs between cells, blank lines around lines of text.
pub fn tabs(model: &Model) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Line(text) => format!("{text}\n\n"),
        Piece::Table(table) => places(table).iter().map(|row| row.join("\t") + "\n").collect::<String>() + "\n",
    };
    model.0.iter().map(piece).collect()
}
