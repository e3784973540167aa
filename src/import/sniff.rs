//! Detects the kind of a file by its content, since file names may be wrong.

use super::archive::Archive;
use super::refusal::Refusal;
use cfb::CompoundFile;
use std::io::Cursor;

/// A kind of file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// A text document of Office Open XML.
    Docx,
    /// A workbook of Office Open XML.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A workbook of `OpenDocument`.
    Ods,
    /// An archive of other files.
    Zip,
    /// A web page, whatever it is named: Excel opens such files, too.
    Html,
    /// A table as text, its cells separated by commas, tabs or the like.
    Csv,
    /// Any other text.
    Text,
}

/// How many bytes of a file tell its kind.
const HEAD: usize = 1024;

/// The kind of a file, or the reason why it is not read.
pub fn kind(bytes: &[u8]) -> Result<Kind, Refusal> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let begins = |magics: &[&[u8]]| magics.iter().any(|magic| head.starts_with(magic));
    match () {
        () if bytes.is_empty() => Err(Refusal::Empty),
        () if begins(&[b"PK\x03\x04", b"PK\x05\x06"]) => archive(bytes),
        () if begins(&[&[0xD0, 0xCF, 0x11, 0xE0]]) => compound(bytes),
        // What stands before the header is passed over, as viewers do.
        () if contains(head, b"%PDF-") => Ok(Kind::Pdf),
        () if begins(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*", b"BM"]) => Err(Refusal::Picture),
        () if begins(&[b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B", b"BZh", b"\xFD7zXZ"]) => Err(Refusal::Packed),
        () if begins(&[b"{\\rtf"]) => Err(Refusal::Rtf),
        // A workbook of Excel 95 or before without a container around it.
        () if begins(&[&[0x09, 0x08], &[0x09, 0x04], &[0x09, 0x02], &[0x09, 0x00]]) => Err(Refusal::BinaryWorkbook),
        () => textual(bytes, head),
    }
}

/// What a ZIP archive holds.
fn archive(bytes: &[u8]) -> Result<Kind, Refusal> {
    let mut archive = Archive::open(bytes)?;
    // In a document that was packed again, this file may be compressed, too.
    let says = archive.text("mimetype").ok().flatten().unwrap_or_default();
    let is_of_sheets = says.contains("opendocument.spreadsheet") || contains(bytes, b"opendocument.spreadsheet");
    let has = |name: &str| archive.names().any(|other| other == name);
    match () {
        () if has("word/document.xml") => Ok(Kind::Docx),
        () if has("xl/workbook.xml") => Ok(Kind::Xlsx),
        () if has("xl/workbook.bin") => Err(Refusal::BinaryWorkbook),
        () if has("ppt/presentation.xml") => Err(Refusal::OtherOffice),
        () if has("OFD.xml") => Err(Refusal::Ofd),
        () if has("content.xml") && is_of_sheets => Ok(Kind::Ods),
        () if has("content.xml") => Err(Refusal::OdfText),
        () => Ok(Kind::Zip),
    }
}

/// The kind of an old office file, by the streams at its root: streams further down may be of embedded documents.
fn compound(bytes: &[u8]) -> Result<Kind, Refusal> {
    let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let has = |name: &str| file.is_stream(name);
    match () {
        () if has("EncryptedPackage") => Err(Refusal::Password),
        () if has("WordDocument") => Err(Refusal::OldWord),
        () if has("Workbook") => Ok(Kind::Xls),
        () if has("Book") => Err(Refusal::BinaryWorkbook),
        () => Err(Refusal::OtherOffice),
    }
}

/// The kind of a text file.
fn textual(bytes: &[u8], head: &[u8]) -> Result<Kind, Refusal> {
    let has = |word: &[u8]| head.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    let is_utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    match () {
        () if has(b"mime-version:") => Err(Refusal::Mht),
        () if has(b"<html") || has(b"<!doctype html") || has(b"<table") || has(b"<head") || has(b"<body") => {
            Ok(Kind::Html)
        }
        () if contains(bytes, b"<table") || contains(bytes, b"<TABLE") => Ok(Kind::Html),
        () if !is_utf16 && head.contains(&0) => Err(Refusal::Unknown),
        () => Ok(Kind::Text),
    }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

impl Kind {
    /// Its word in the report.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Docx => "docx",
            Kind::Xlsx => "xlsx",
            Kind::Xls => "xls",
            Kind::Ods => "ods",
            Kind::Zip => "zip",
            Kind::Html => "html",
            Kind::Csv => "csv",
            Kind::Text => "text",
        }
    }
}
