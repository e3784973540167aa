//! The result of reading one file, whatever its kind: blocks, and what was not read.

use super::block::{Block, Content, Part, Place};
use super::limits::Allowance;
use super::report::{Assumed, Unread};
use super::sheet::tables::{self, Origin};
use std::sync::Arc;

/// What was read of a file.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its paragraphs and grids, in reading order.
    pub blocks: Vec<Block>,
    /// How many pages, sheets or paragraphs it has.
    pub pages: usize,
    /// What of it was not read.
    pub unread: Vec<Unread>,
    /// What was assumed in reading it.
    pub assumed: Vec<Assumed>,
    /// The year and month of its creation date.
    pub made: Option<(u16, u8)>,
}

impl Reading {
    /// Adds a paragraph or a table of a text document, by its number in it.
    pub fn add(&mut self, file: &Arc<str>, number: u32, content: Content, left: &mut Allowance) {
        match content {
            Content::Grid(grid) => tables::blocks(file, &Origin::Paragraph(number), &grid.into(), left, self),
            content @ Content::Paragraph(_) => {
                let place = Place { file: Arc::clone(file), part: Part::Paragraph(number) };
                self.blocks.push(Block { place, content });
            }
        }
    }

    /// Notes what was not read, and where. `what` is what is printed there.
    pub fn leave_out(&mut self, file: &Arc<str>, part: Part, what: &str, zh: String, en: String) {
        let place = Place { file: Arc::clone(file), part };
        self.unread.push(Unread { place, what: what.into(), message: [zh, en] });
    }

    /// Notes how something was read that might have been read otherwise.
    pub fn assume(&mut self, what: &'static str, zh: String, en: String) {
        self.assumed.push(Assumed { what, message: [zh, en] });
    }
}
