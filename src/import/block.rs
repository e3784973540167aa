//! What is read of a file of any kind: blocks, which are paragraphs and grids in reading order, each with its place.

use std::fmt;
use std::sync::Arc;

use crate::locale::Lang;

/// Where in a file something stands, as a reader would look for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name, without folders.
    pub file: Arc<str>,
    /// Where in the file.
    pub part: Part,
}

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The file as a whole.
    Whole,
    /// A page, from 1.
    Page(u32),
    /// A row of a sheet, from 1.
    Sheet {
        /// The sheet's name.
        name: Arc<str>,
        /// The row.
        row: u32,
    },
    /// A paragraph or a table of a text document, from 1.
    Paragraph(u32),
    /// A line of a plain text, from 1.
    Line(u32),
}

impl Place {
    /// The place of a row, counted from 0, of a table that begins at this place: sheets and plain text number their
    /// rows, pages do not.
    #[must_use]
    pub fn row(&self, at: usize) -> Place {
        let down = |row: u32| row.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        let part = match &self.part {
            Part::Sheet { name, row } => Part::Sheet { name: Arc::clone(name), row: down(*row) },
            Part::Line(line) => Part::Line(down(*line)),
            part => part.clone(),
        };
        Place { part, ..self.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::Zh))
    }
}

impl Place {
    /// The file's name and the place in the file, in words.
    pub fn describe(&self, lang: Lang) -> String {
        match &self.part {
            Part::Whole => self.file.to_string(),
            part => lang.format("{0} {1}", "{0}, {1}", &[&self.file, &part.describe(lang)]),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::Zh))
    }
}

impl Part {
    /// The place in the file, in words; empty for the whole file.
    pub fn describe(&self, lang: Lang) -> String {
        let (zh, en, name, number) = match self {
            Part::Whole => return String::new(),
            Part::Page(page) => ("第{1}页", "page {1}", "", page),
            Part::Sheet { name, row } => ("工作表“{0}”第{1}行", "sheet “{0}”, row {1}", &**name, row),
            Part::Paragraph(paragraph) => ("第{1}段", "paragraph {1}", "", paragraph),
            Part::Line(line) => ("第{1}行", "line {1}", "", line),
        };
        lang.format(zh, en, &[name, &number.to_string()])
    }
}

/// A paragraph or a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where it begins.
    pub place: Place,
    /// Its text or its cells.
    pub content: Content,
}

/// The content of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text, one line of the file or one paragraph.
    Paragraph(String),
    /// Cells in rows and columns.
    Grid(Grid),
}

/// A table as it is drawn: nothing is known yet of what its cells mean.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// How many rows it has.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    /// Its cells, row by row; where none is, the grid is blank.
    pub cells: Vec<Cell>,
    /// Where its columns begin and the last one ends, in points from the page's left edge; empty where the file has no
    /// positions.
    pub edges: Vec<f32>,
}

/// A cell, which may reach over several rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it spans, at least 1.
    pub rows: usize,
    /// How many columns, at least 1.
    pub columns: usize,
    /// What is printed in it; lines are joined without a space between Chinese characters.
    pub text: String,
    /// By how many characters its text is indented against the column's other texts.
    pub indent: u8,
}
