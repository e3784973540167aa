//! What a file holds, whatever kind it is: paragraphs and grids in reading order, each with its place.

use std::fmt;
use std::rc::Rc;

/// Where in a file something stands, as a reader would look for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name, without folders.
    pub file: Rc<str>,
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
        name: Rc<str>,
        /// The row.
        row: u32,
    },
    /// A paragraph or a table of a text document, from 1.
    Paragraph(u32),
    /// A line of a plain text, from 1.
    Line(u32),
}

impl Place {
    /// Where a table's row stands, counted from 0, if the table begins here: a sheet and a text count their rows, a page does
    /// not.
    #[must_use]
    pub fn row(&self, at: usize) -> Place {
        let down = |row: u32| row.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        let part = match &self.part {
            Part::Sheet { name, row } => Part::Sheet { name: Rc::clone(name), row: down(*row) },
            Part::Line(line) => Part::Line(down(*line)),
            part => part.clone(),
        };
        Place { part, ..self.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Part::Whole => f.write_str(&self.file),
            part => write!(f, "{} {part}", self.file),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Whole => Ok(()),
            Part::Page(page) => write!(f, "第{page}页"),
            Part::Sheet { name, row } => write!(f, "工作表“{name}”第{row}行"),
            Part::Paragraph(paragraph) => write!(f, "第{paragraph}段"),
            Part::Line(line) => write!(f, "第{line}行"),
        }
    }
}

/// A paragraph or a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where it begins.
    pub place: Place,
    /// What it is.
    pub content: Content,
}

/// What a block is.
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
    /// What is printed in it; lines are joined without a blank where Chinese meets Chinese.
    pub text: String,
    /// By how many characters its text is moved in from where the column's other texts begin.
    pub indent: u8,
}
