//! What a file holds, whatever kind it is: paragraphs and grids in reading order, each with its place.

use std::fmt;
use std::rc::Rc;

use crate::words::Lang;

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

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::Zh))
    }
}

impl Place {
    /// The file with the place in it, as a reader would say it.
    pub fn say(&self, lang: Lang) -> String {
        let (zh, en, name, number) = match &self.part {
            Part::Whole => return self.file.to_string(),
            Part::Page(page) => ("{0} 第{2}页", "{0}, page {2}", "", page),
            Part::Sheet { name, row } => ("{0} 工作表“{1}”第{2}行", "{0}, sheet “{1}”, row {2}", &**name, row),
            Part::Paragraph(paragraph) => ("{0} 第{2}段", "{0}, paragraph {2}", "", paragraph),
            Part::Line(line) => ("{0} 第{2}行", "{0}, line {2}", "", line),
        };
        lang.say(zh, en, &[&self.file, name, &number.to_string()])
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
