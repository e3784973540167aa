//! Imports budgets from the official files that departments publish: PDF, office documents, web pages, plain text.
//!
//! Each reader turns one kind of file into [blocks](block): paragraphs and grids of cells, each with its place. One
//! [recogniser](recognise) makes a budget of the blocks, driven by the field's words, so that every kind of file gives
//! the same budget.

mod archive;
pub mod block;
mod docx;
mod empty_budget;
mod encoding;
mod glossary;
mod html;
mod json;
mod limits;
pub mod pdf;
pub mod reading;
pub mod recognise;
pub mod refusal;
pub mod report;
mod report_json;
mod sheet;
pub mod sniff;
mod text;
mod without_tables;
mod xml;

pub use json::{json, text as json_text};
pub use report_json::report_json;

use crate::budget::Budget;
use crate::locale::Lang;
use block::Part;
use limits::MAX_BYTES;
use reading::Reading;
use refusal::Refusal;
use report::{Assumed, File, Report, Unread};
use std::sync::Arc;

/// An official file that is to be imported.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What the files do not say: details that the user gives, and the terms that this program can explain.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The department's name.
    pub department: Option<String>,
    /// The place that the department serves.
    pub region: Option<String>,
    /// The budget year.
    pub year: Option<u16>,
    /// Where the official document can be read on the web.
    pub url: Option<String>,
    /// The terms, a line each: `src/import/glossary.tsv`.
    pub glossary: String,
}

/// A file, opened by itself or unpacked from an archive.
struct Opened {
    name: String,
    bytes: Result<Vec<u8>, [String; 2]>,
}

/// A budget that was made of official files.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The budget.
    pub budget: Budget,
    /// What was read of the files, and what was not understood.
    pub report: Report,
}

/// Why a file gives no budget.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The file's name.
    pub file: String,
    /// What it is and what to do, in Chinese and in English.
    pub message: [String; 2],
}

/// Imports the budget that all these files are parts of. A file that cannot be read is named in the report, as long as
/// another one can be read.
pub fn import(sources: Vec<Source>, options: &ImportOptions) -> Result<Imported, Vec<Refused>> {
    import_with_progress(sources, options, &mut |_, _| ())
}

/// Imports a budget as [`import`] does, and tells `progress`, file by file, which page of how many is read next.
pub fn import_with_progress(
    sources: Vec<Source>,
    options: &ImportOptions,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Imported, Vec<Refused>> {
    let first = sources.first().map(|source| source.name.clone()).unwrap_or_default();
    let (mut blocks, mut files, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let (mut unread, mut assumed, mut made) = (Vec::new(), Vec::new(), None);
    for Opened { name, bytes } in sources.into_iter().flat_map(parts) {
        match bytes.and_then(|bytes| read_file(&name, bytes, progress)) {
            Ok((kind, reading)) => {
                files.push(File { name, kind: kind.id(), pages: reading.pages });
                blocks.extend(reading.blocks);
                unread.extend(reading.unread);
                assumed.extend(reading.assumed);
                made = made.or(reading.made);
            }
            Err(message) => refused.push(Refused { file: name, message }),
        }
    }
    if files.is_empty() {
        return Err(refused);
    }
    // That a page is a picture, or holds too much, may be why there is no table.
    let of_page = unread.iter().find(|own| matches!(own.place.part, Part::Page(_))).map(|own| own.message.clone());
    unread.extend(refused.into_iter().map(Unread::file));
    let (mut budget, mut report) = recognise::recognise(&first, &blocks, options);
    if budget.document.year == 0
        && let Some(year) = year_by_making(made)
    {
        let options = ImportOptions { year: Some(year), ..options.clone() };
        (budget, report) = recognise::recognise(&first, &blocks, &options);
        report.assumed.push(Assumed::made(year));
    }
    budget.document.url.clone_from(&options.url);
    budget.glossary = glossary::glossary(&options.glossary, &blocks);
    report.files = files;
    report.unread.splice(0..0, unread);
    report.assumed.splice(0..0, assumed);
    if without_tables::has_no_tables(&report) {
        if !without_tables::is_told(&budget, &report) {
            return Err(vec![Refused { file: first, message: without_tables::refusal(&budget, report, of_page) }]);
        }
        report.assumed.insert(0, Assumed::no_tables());
    } else if of_page.is_none() && empty_budget::is_unfilled(&budget) {
        return Err(vec![Refused { file: first, message: empty_budget::refusal(report.unread.first()) }]);
    }
    Ok(Imported { budget, report })
}

/// Guesses the year of a budget that names none from the date on which its file was made: budgets are disclosed in
/// spring, and a file of a later month may belong to this year or the next.
fn year_by_making(made: Option<(u16, u8)>) -> Option<u16> {
    made.filter(|(year, month)| (2000..2100).contains(year) && (1..=6).contains(month)).map(|(year, _)| year)
}

/// The file itself, or the files that it holds if it is an archive; an archive that cannot be unpacked says why.
fn parts(source: Source) -> Vec<Opened> {
    if source.bytes.len() > MAX_BYTES || sniff::kind(&source.bytes) != Ok(sniff::Kind::Zip) {
        return vec![Opened { name: source.name, bytes: Ok(source.bytes) }];
    }
    match archive::unpacked(&source.bytes) {
        Ok(sources) => sources.into_iter().map(|Source { name, bytes }| Opened { name, bytes: Ok(bytes) }).collect(),
        Err(refusal) => vec![Opened { name: source.name, bytes: Err(refusal.message()) }],
    }
}

/// Reads the blocks of a file, and tells of which kind the file is.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<(sniff::Kind, Reading), [String; 2]> {
    read_file(name, bytes, &mut |_, _| ())
}

fn read_file(
    name: &str,
    bytes: Vec<u8>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(sniff::Kind, Reading), [String; 2]> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge.message());
    }
    let file: Arc<str> = name.into();
    let kind = sniff::kind(&bytes).map_err(Refusal::message)?;
    let reading = match kind {
        sniff::Kind::Pdf => return Ok((kind, pdf(&file, bytes, progress)?)),
        sniff::Kind::Docx => docx::read(&file, &bytes),
        sniff::Kind::Xlsx => sheet::xlsx::read(&file, &bytes),
        sniff::Kind::Xls => sheet::xls::read(&file, &bytes),
        sniff::Kind::Ods => sheet::ods::read(&file, &bytes),
        sniff::Kind::Html => html::read(&file, &bytes),
        sniff::Kind::Csv | sniff::Kind::Text => return text::read(&file, &bytes).map_err(Refusal::message),
        sniff::Kind::Zip => Err(Refusal::PackedAgain),
    };
    Ok((kind, reading.map_err(Refusal::message)?))
}

/// Reads the blocks of a PDF, with what has to be said about single pages.
fn pdf(file: &Arc<str>, bytes: Vec<u8>, progress: &mut dyn FnMut(usize, usize)) -> Result<Reading, [String; 2]> {
    const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
    let read =
        pdf::read_with_progress(file, bytes, progress).map_err(|refusal| LANGS.map(|lang| refusal.describe(lang)))?;
    let mut reading = Reading { blocks: read.blocks, pages: read.pages, made: read.made, ..Reading::default() };
    for note in read.notes {
        let [zh, en] = LANGS.map(|lang| note.describe(lang));
        reading.leave_out(file, Part::Page(note.page), "", zh, en);
    }
    Ok(reading)
}
