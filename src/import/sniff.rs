//! What kind of file this is, by what is in it: names lie.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// A ZIP with a text document of Office Open XML in it.
    Docx,
    /// A ZIP with a workbook of Office Open XML in it.
    Xlsx,
    /// A ZIP with a workbook of `OpenDocument` in it.
    Ods,
    /// A fixed-layout document of the state's own format (GB/T 33190).
    Ofd,
    /// Any other ZIP.
    Zip,
    /// An old binary office file: `.doc`, `.xls`, `.wps`, `.et`, or one with a password.
    OldOffice,
    /// A web page.
    Html,
    /// A picture.
    Picture,
    /// Text.
    Text,
    /// Nothing of these.
    Unknown,
}

/// How far into a file its kind shows.
const HEAD: usize = 1024;

/// The kind of a file.
pub fn kind(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(HEAD)];
    let has = |word: &[u8]| head.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    let names = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    match () {
        // What stands before the header is passed over, as viewers do.
        () if has(b"%PDF-") => Kind::Pdf,
        () if head.starts_with(b"PK") => match () {
            () if names(b"word/document.xml") => Kind::Docx,
            () if names(b"xl/workbook.xml") => Kind::Xlsx,
            () if names(b"OFD.xml") => Kind::Ofd,
            () if names(b"opendocument.spreadsheet") => Kind::Ods,
            () => Kind::Zip,
        },
        () if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) => Kind::OldOffice,
        () if [&[0x89, b'P', b'N', b'G'][..], &[0xFF, 0xD8, 0xFF], b"GIF8", b"II*\0", b"MM\0*", b"BM"]
            .iter()
            .any(|magic| head.starts_with(magic)) =>
        {
            Kind::Picture
        }
        () if has(b"<html") || has(b"<!doctype html") || has(b"<table") => Kind::Html,
        () if bytes.is_empty() || head.contains(&0) => Kind::Unknown,
        () => Kind::Text,
    }
}

impl Kind {
    /// Its word in the report.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Docx => "docx",
            Kind::Xlsx => "xlsx",
            Kind::Ods => "ods",
            Kind::Ofd => "ofd",
            Kind::Zip => "zip",
            Kind::OldOffice => "office",
            Kind::Html => "html",
            Kind::Picture => "picture",
            Kind::Text => "text",
            Kind::Unknown => "unknown",
        }
    }

    /// What it is and what to do with it, where no reader takes it: in Chinese and in English.
    pub const fn advice(self) -> [&'static str; 2] {
        match self {
            Kind::Ofd => ["这是 OFD 版式文件，请用阅读器另存为 PDF。", "This is an OFD file; please save it as PDF."],
            Kind::OldOffice => [
                "这是旧版办公文件（.doc、.xls、.wps、.et）或加了密码的文件，请另存为 PDF。",
                "This is an old office file (.doc, .xls, .wps, .et) or one with a password; please save it as PDF.",
            ],
            Kind::Picture => [
                "这是图片，上面的数字读不出来，请打开带文字的 PDF。",
                "This is a picture, whose numbers cannot be read; please open a PDF with text.",
            ],
            Kind::Docx | Kind::Xlsx | Kind::Ods | Kind::Zip | Kind::Html | Kind::Text => {
                ["目前只能读取 PDF，请另存为 PDF。", "Only PDF can be read so far; please save it as PDF."]
            }
            Kind::Pdf | Kind::Unknown => {
                ["认不出这是什么文件，请打开 PDF。", "What this file is cannot be told; please open a PDF."]
            }
        }
    }
}
