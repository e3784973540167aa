//! The reasons why a file cannot be imported, and what can be done about each, in Chinese and in English.

use super::limits::{MAX_BYTES, MAX_CELLS, MAX_ENTRIES, MAX_UNPACKED_IN_ALL};
use crate::locale::Lang;

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is in it.
    Empty,
    /// More bytes than [`MAX_BYTES`].
    TooLarge,
    /// It does not follow the file format that it claims to have.
    Damaged,
    /// It opens with a password only.
    Password,
    /// It unpacks to more than memory can hold.
    UnpacksTooLarge,
    /// More files in an archive than [`MAX_ENTRIES`].
    TooManyFiles,
    /// More cells than [`MAX_CELLS`], or XML deeper and longer than any document's.
    TooMuch,
    /// An archive in an archive.
    PackedAgain,
    /// An archive without a file of a kind that is read.
    NothingInside,
    /// No words in it.
    NoText,
    /// Text and pictures without tables, which the pictures may show.
    PicturesForTables,
    /// A picture.
    Picture,
    /// Text in an unknown encoding.
    Encoding,
    /// A document of Word before 2007, or of WPS Writer, which are alike.
    OldWord,
    /// A file of an office program that is neither a text nor a workbook of Excel: slides, WPS's own sheets, a mail.
    OtherOffice,
    /// A workbook of Excel 95 or before, or a binary one of today.
    BinaryWorkbook,
    /// A text document of `OpenDocument`.
    OdfText,
    /// The state's own fixed layout (GB/T 33190).
    Ofd,
    /// Rich text.
    Rtf,
    /// A web page saved with its pictures in one file.
    Mht,
    /// An archive other than ZIP.
    Packed,
    /// Not known at all.
    Unknown,
}

impl Refusal {
    /// What the file is and what to do, in Chinese and in English.
    pub fn message(self) -> [String; 2] {
        let numbers = [MAX_BYTES >> 20, MAX_ENTRIES, MAX_UNPACKED_IN_ALL >> 20, MAX_CELLS].map(|n| n.to_string());
        let numbers = numbers.each_ref().map(String::as_str);
        let (zh, en) = self.words();
        [Lang::Zh, Lang::En].map(|lang| lang.format(zh, en, &numbers.map(|n| n)))
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => ("文件是空的。请重新下载。", "The file is empty. Please download it again."),
            Self::TooLarge => (
                "文件超过 {0} MB。请只保存有预算表的部分。",
                "The file has more than {0} MB. Please save only the part with the budget's tables.",
            ),
            Self::Damaged => (
                "文件已损坏，读不出内容。请重新下载，或打开后另存一次。",
                "The file is damaged and cannot be read. Please download it again, or open it and save it anew.",
            ),
            Self::Password => (
                "文件有密码。请用密码打开，另存为没有密码的文件。",
                "The file has a password. Please open it and save it without one.",
            ),
            Self::UnpacksTooLarge => (
                "文件解压后超过 {2} MB，没有读。请打开后只保存有预算表的部分。",
                "The file unpacks to more than {2} MB and was not read. Please open it and save only the part with the \
                 budget's tables.",
            ),
            Self::TooManyFiles => (
                "压缩包里的文件超过 {1} 个，没有读。请只压缩预算文件。",
                "The archive holds more than {1} files and was not read. Please pack the budget's files only.",
            ),
            Self::TooMuch => (
                "文件的内容超过 {3} 个单元格或层次太深，没有读。请只保存有预算表的部分。",
                "The file holds more than {3} cells or is nested too deeply, and was not read. Please save only the part \
                 with the budget's tables.",
            ),
            Self::PackedAgain => (
                "压缩包里还有压缩包，没有读。请先解压。",
                "There is an archive in the archive; it was not read. Please unpack it first.",
            ),
            Self::NothingInside => (
                "压缩包里没有能读的文件（PDF、DOCX、XLSX、XLS、ODS、HTML、CSV、TXT）。",
                "The archive holds no file that can be read (PDF, DOCX, XLSX, XLS, ODS, HTML, CSV, TXT).",
            ),
            Self::NoText => ("文件里没有文字。", "There is no text in the file."),
            Self::PicturesForTables => (
                "文件里没有表格，只有文字和图片。图片上的数字读不出来；请用附件里的或原来的 PDF、Word 或 Excel 文件。",
                "There is no table in the file, only text and pictures, whose numbers cannot be read. Please use the PDF, \
                 Word or Excel file that is attached or that it was made from.",
            ),
            Self::Picture => (
                "这是图片，上面的数字读不出来。请用带文字的 PDF、Word 或 Excel 文件。",
                "This is a picture, whose numbers cannot be read. Please use a PDF with text, a Word or an Excel file.",
            ),
            Self::Encoding => (
                "认不出文字的编码。请另存为 UTF-8 编码的文本。",
                "How the text's characters are coded is not known. Please save it as text in UTF-8.",
            ),
            Self::OldWord => (
                "这是旧版 Word 或 WPS 文字文件（.doc、.wps）。请用 Word 或 WPS 打开，另存为 DOCX 或 PDF。",
                "This is an old file of Word or WPS Writer (.doc, .wps). Please open it in Word or WPS and save it as DOCX or PDF.",
            ),
            Self::OtherOffice => (
                "这是其他办公文件（演示文稿、WPS 表格等）。请用原来的软件打开，另存为 DOCX、XLSX 或 PDF。",
                "This is another office file (slides, a WPS sheet or the like). Please open it in its program and save it \
                 as DOCX, XLSX or PDF.",
            ),
            Self::BinaryWorkbook => (
                "这是 Excel 95 以前的工作簿或二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开，另存为 XLSX。",
                "This is a workbook of Excel 95 or before, or a binary one (.xlsb). Please open it in Excel or WPS and save \
                 it as XLSX.",
            ),
            Self::OdfText => (
                "这是 OpenDocument 文本（.odt）。请另存为 DOCX 或 PDF。",
                "This is an OpenDocument text (.odt). Please save it as DOCX or PDF.",
            ),
            Self::Ofd => (
                "这是 OFD 版式文件。请用 OFD 阅读器打开，另存为 PDF。",
                "This is an OFD file. Please open it in an OFD reader and save it as PDF.",
            ),
            Self::Rtf => (
                "这是 RTF 文件。请用 Word 或 WPS 打开，另存为 DOCX。",
                "This is an RTF file. Please open it in Word or WPS and save it as DOCX.",
            ),
            Self::Mht => (
                "这是 MHT 网页存档。请用 Excel、Word 或浏览器打开，另存为 XLSX、DOCX 或 HTML。",
                "This is a web archive (MHT). Please open it in Excel, Word or a browser and save it as XLSX, DOCX or HTML.",
            ),
            Self::Packed => (
                "这是 RAR、7z 或其他压缩包。请先解压，再打开里面的文件。",
                "This is an archive (RAR, 7z or another). Please unpack it and open the files in it.",
            ),
            Self::Unknown => (
                "认不出这是什么文件。请打开 PDF、DOCX、XLSX、XLS、ODS、HTML、CSV 或 TXT 文件。",
                "What this file is cannot be told. Please open a PDF, DOCX, XLSX, XLS, ODS, HTML, CSV or TXT file.",
            ),
        }
    }
}
