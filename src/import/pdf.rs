//! Reads PDF files that contain text into blocks.
//!
//! A PDF knows no lines and no tables: it draws characters and straight lines anywhere on a page. So a page goes from
//! its content stream to glyphs and lines ([`content`]), these lose what no reader sees ([`clean`]), the lines become
//! tables ([`lattice`]), and the glyphs become the text in and around them ([`table`], [`lines`]).

mod ascii;
mod clean;
mod content;
mod drawing;
mod font;
mod inflate;
mod lattice;
mod limits;
mod lines;
mod matrix;
mod notes;
mod page;
mod radicals;
mod table;

pub use notes::{Note, PageProblem, Refusal};

use super::block::{Block, Content, Grid, Part, Place};
use drawing::Drawing;
use font::Fonts;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use limits::{Allowance, MAX_PAGES};
use std::sync::Arc;
use table::{Margins, level_margins};

/// What was read of a PDF.
#[derive(Debug)]
pub struct Reading {
    /// Its paragraphs and grids, in reading order.
    pub blocks: Vec<Block>,
    /// How many pages it has.
    pub pages: usize,
    /// What users should know about single pages.
    pub notes: Vec<Note>,
    /// The year and month of its creation date.
    pub made: Option<(u16, u8)>,
}

/// Reads a PDF.
///
/// # Errors
/// Why nothing of it can be read.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Reading, Refusal> {
    read_with_progress(name, bytes, &mut |_, _| ())
}

/// Reads a PDF, and tells `progress` before each page which of how many it is: a long document takes seconds.
///
/// # Errors
/// Why nothing of it can be read.
pub fn read_with_progress(
    name: &str,
    bytes: Vec<u8>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Reading, Refusal> {
    if !is_pdf(&bytes) {
        return Err(Refusal::NotPdf);
    }
    if !inflate::can_be_opened(&bytes) {
        return Err(Refusal::UnpacksTooLarge);
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Password,
        _ => Refusal::Damaged,
    })?;
    let pages = pdf.pages();
    if pages.len() > MAX_PAGES {
        return Err(Refusal::TooManyPages(pages.len()));
    }
    let file: Arc<str> = name.into();
    let (mut fonts, mut allowance) = (Fonts::default(), Allowance::new());
    let mut margins: Vec<Margins> = Vec::new();
    let made = pdf.metadata().creation_date.map(|date| (date.year, date.month));
    let mut reading = Reading { blocks: Vec::new(), pages: pages.len(), notes: Vec::new(), made };
    for (number, page) in (1..).zip(pages.iter()) {
        progress(number as usize, pages.len());
        let mut drawing = content::drawing(page, &mut fonts, &mut allowance);
        clean::clean(&mut drawing);
        let problem = page_problem(&drawing, &allowance);
        reading.notes.extend(problem.map(|problem| Note { page: number, problem }));
        if !problem.is_some_and(PageProblem::is_unread) {
            let place = Place { file: Arc::clone(&file), part: Part::Page(number) };
            let contents = page::contents(drawing, &mut allowance);
            if allowance.is_used_up() && problem != Some(PageProblem::CutOff) {
                reading.notes.push(Note { page: number, problem: PageProblem::CutOff });
            }
            for (content, own) in contents {
                reading.blocks.push(Block { place: place.clone(), content });
                margins.push(own);
            }
        }
    }
    level(&mut reading.blocks, margins);
    if reading.blocks.is_empty() { Err(reason(&reading.notes)) } else { Ok(reading) }
}

/// Makes the texts of tables with as many columns, one after the other, begin alike: most are pages of one table.
fn level(blocks: &mut [Block], margins: Vec<Margins>) {
    let grids = blocks.iter_mut().zip(margins).filter_map(|(block, margins)| match &mut block.content {
        Content::Grid(grid) => Some((grid, margins)),
        Content::Paragraph(_) => None,
    });
    let mut grids: Vec<(&mut Grid, Margins)> = grids.collect();
    let is_alike = |one: &(&mut Grid, Margins), other: &(&mut Grid, Margins)| one.0.edges.len() == other.0.edges.len();
    for pages in grids.chunk_by_mut(is_alike) {
        level_margins(pages);
    }
}

/// Whether a file is a PDF by its header, which other bytes may precede.
pub fn is_pdf(bytes: &[u8]) -> bool {
    /// How far readers look for the header.
    const HEADER_WITHIN: usize = 1024;
    bytes.windows(5).take(HEADER_WITHIN).any(|window| window == b"%PDF-")
}

/// What users should know about a page, such as that it is a picture.
fn page_problem(drawing: &Drawing, allowance: &Allowance) -> Option<PageProblem> {
    /// A page with fewer characters may be a scan with a page number.
    const FEW: usize = 20;
    /// If more than one in this many characters is unknown, the others are worthless.
    const ONE_IN: usize = 25;
    let shown = drawing.glyphs.len();
    let is_picture = drawing.picture_area > drawing.size.0 * drawing.size.1 / 2.0;
    if allowance.is_used_up() {
        Some(PageProblem::CutOff)
    } else if drawing.unknown * ONE_IN > drawing.unknown + shown {
        Some(PageProblem::NoCharacters)
    } else if is_picture && shown < FEW {
        Some(if drawing.invisible < FEW { PageProblem::Picture } else { PageProblem::OcrText })
    } else {
        (drawing.unknown > 0).then_some(PageProblem::Unknown(drawing.unknown))
    }
}

/// Why a file without a single block has none.
fn reason(notes: &[Note]) -> Refusal {
    let has = |wanted: &[PageProblem]| notes.iter().any(|note| wanted.contains(&note.problem));
    if has(&[PageProblem::NoCharacters]) {
        Refusal::NoCharacters
    } else if has(&[PageProblem::Picture, PageProblem::OcrText]) {
        Refusal::Scan
    } else if has(&[PageProblem::CutOff]) {
        Refusal::TooMuch
    } else {
        Refusal::NoText
    }
}
