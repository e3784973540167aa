//! Official files as departments publish them → a budget: PDF, office documents, web pages, text.
//!
//! Each reader turns one kind of file into [blocks](block): paragraphs and grids of cells, each with its place. One
//! [recogniser](recognise) goes on from there for all of them, driven by the field's words, so that every kind of file
//! gives the same budget.

pub mod block;
mod encoding;
mod json;
pub mod pdf;
pub mod recognise;
pub mod report;
mod report_json;
mod sniff;

pub use json::json;
pub use report_json::report_json;

use crate::budget::Budget;
use crate::words::Lang;
use report::{File, Report};

/// A file as it was opened.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What the reader says that the files do not.
#[derive(Debug, Clone, Default)]
pub struct Meant {
    /// The department's name.
    pub department: Option<String>,
    /// The place it serves.
    pub region: Option<String>,
    /// The budget year.
    pub year: Option<u16>,
}

/// A budget that was made of official files.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The budget.
    pub budget: Budget,
    /// What was read as what.
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

/// The budget that all these files are parts of.
pub fn import(sources: Vec<Source>, meant: &Meant) -> Result<Imported, Vec<Refused>> {
    let (mut blocks, mut files, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let first = sources.first().map(|source| source.name.clone()).unwrap_or_default();
    for Source { name, bytes } in sources {
        let kind = sniff::kind(&bytes);
        let read = match kind {
            sniff::Kind::Pdf => {
                pdf::read(&name, bytes).map_err(|refusal| [Lang::Zh, Lang::En].map(|lang| refusal.say(lang)))
            }
            other => Err(other.advice().map(String::from)),
        };
        match read {
            Ok(reading) => {
                files.push(File { name, kind: kind.id(), pages: reading.pages });
                blocks.extend(reading.blocks);
            }
            Err(message) => refused.push(Refused { file: name, message }),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let (budget, mut report) = recognise::recognise(&first, &blocks, meant);
    report.files = files;
    if report.tables.iter().all(|table| table.kind.is_none()) {
        let message = ["没有找到预算表。".into(), "No budget table was found in it.".into()];
        return Err(vec![Refused { file: first, message }]);
    }
    Ok(Imported { budget, report })
}
