//! Messages about PDF files and pages that are not read, or only in part, in Chinese and in English.

use super::limits::MAX_PAGES;
use crate::locale::Lang;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No PDF, whatever its name says.
    NotPdf,
    /// A PDF of which nothing can be made out.
    Damaged,
    /// It opens with a password only.
    Password,
    /// It unpacks to more than memory can hold.
    UnpacksTooLarge,
    /// More pages than [`MAX_PAGES`].
    TooManyPages(usize),
    /// Pictures of pages, as a scanner makes them.
    Scan,
    /// Pages that hold more than is read.
    TooMuch,
    /// No text at all.
    NoText,
    /// Its fonts do not say which characters their glyphs are.
    NoCharacters,
}

impl Refusal {
    /// The reason, and what can be done.
    pub fn describe(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::NotPdf => ("这不是 PDF 文件。", "This is no PDF file."),
            Self::Damaged => (
                "PDF 文件已损坏，读不出内容。请重新下载。",
                "The PDF file is damaged and cannot be read. Please download it again.",
            ),
            Self::Password => (
                "PDF 文件有密码。请用密码打开，另存为没有密码的文件。",
                "The PDF file has a password. Please open it and save it without one.",
            ),
            Self::UnpacksTooLarge => (
                "PDF 文件解压后太大，没有读。请打开后另存一次，只保存有预算表的几页。",
                "The PDF file unpacks to more than can be held and was not read. Please open it and save it anew, only \
                 those pages with the budget's tables.",
            ),
            Self::TooManyPages(_) => (
                "PDF 文件有 {0} 页，最多能读 {1} 页。请只保存有预算表的几页。",
                "The PDF file has {0} pages; {1} can be read at most. Please save only those with the budget's tables.",
            ),
            Self::Scan => (
                "PDF 文件的各页都是图片（扫描件），没有文字。请用原来的 PDF、Word 或 Excel 文件。",
                "The PDF file's pages are pictures (scans) without text. Please use the PDF, Word or Excel file that \
                 they were made from.",
            ),
            Self::TooMuch => (
                "PDF 文件的页面内容太多，没有读。请只保存有预算表的几页，或使用原来的 Word 或 Excel 文件。",
                "The PDF file's pages hold too much and were not read. Please save only those with the budget's tables, \
                 or use the Word or Excel file that they were made from.",
            ),
            Self::NoText => ("PDF 文件里没有文字。", "There is no text in the PDF file."),
            Self::NoCharacters => (
                "PDF 文件的字体没有对照表，不知道是哪些字。请用原来的 Word 或 Excel 文件，或重新另存为 PDF。",
                "The PDF file's fonts do not say which characters they show. Please use the Word or Excel file that \
                 it was made from, or save it as PDF again.",
            ),
        };
        let pages = if let Self::TooManyPages(pages) = self { pages.to_string() } else { String::new() };
        lang.format(zh, en, &[&pages, &MAX_PAGES.to_string()])
    }
}

/// A note on a page that is not read, or only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// The page, from 1.
    pub page: u32,
    /// What is wrong with it.
    pub problem: PageProblem,
}

/// What can be wrong with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageProblem {
    /// It is a picture.
    Picture,
    /// It is a picture with invisible text over it, which OCR has recognised.
    OcrText,
    /// Its fonts do not say which characters their glyphs are, so that nothing of it is read.
    NoCharacters,
    /// So many characters of it are not known; they read as �.
    Unknown(usize),
    /// More is drawn on it than is read of one page.
    CutOff,
}

impl PageProblem {
    /// Whether nothing of the page is read.
    pub const fn is_unread(self) -> bool {
        matches!(self, Self::Picture | Self::OcrText | Self::NoCharacters)
    }
}

impl Note {
    /// The note as a sentence.
    pub fn describe(&self, lang: Lang) -> String {
        let (zh, en) = match self.problem {
            PageProblem::Picture => {
                ("第 {0} 页是图片，没有文字，没有读。", "Page {0} is a picture without text; it was not read.")
            }
            PageProblem::OcrText => (
                "第 {0} 页是图片，上面的隐藏文字是机器识别的，可能有错，没有读。",
                "Page {0} is a picture. Its hidden text was recognised by a machine and may be wrong; it was not read.",
            ),
            PageProblem::NoCharacters => (
                "第 {0} 页的字体没有对照表，不知道是哪些字，没有读。",
                "The fonts of page {0} do not say which characters they show; it was not read.",
            ),
            PageProblem::Unknown(_) => {
                ("第 {0} 页有 {1} 个字没有对照，读作 �。", "{1} characters of page {0} are not known; they read as �.")
            }
            PageProblem::CutOff => {
                ("第 {0} 页的内容太多，只读了一部分。", "Page {0} holds too much; only a part of it was read.")
            }
        };
        let unknown = if let PageProblem::Unknown(count) = self.problem { count.to_string() } else { String::new() };
        lang.format(zh, en, &[&self.page.to_string(), &unknown])
    }
}
