//! The kinds of things that can be wrong with a file, each with its sentence in Chinese and in English.

use super::expected::Expected;
use super::{MAX_BYTES, MAX_COLUMNS, MAX_DEPTH};
use crate::locale::Lang;

/// What is wrong with a file. `found` is as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// The server has no such file.
    NotFound,
    /// The server answered with another status.
    Status(u16),
    /// No answer at all.
    Unreachable,
    /// A file that the browser may not read, or that is gone.
    Unreadable,
    /// A URL of another origin, refused because its content could be taken for this site's.
    OtherOrigin,
    /// An empty file.
    Empty,
    /// A web page, where data was expected.
    WebPage,
    /// Larger than [`MAX_BYTES`].
    TooLarge,
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// Not UTF-8.
    NotUtf8,
    /// Ends before it is complete.
    CutOff,
    /// Not JSON.
    Syntax {
        /// What is there.
        found: String,
        /// What should be there.
        expected: Expected,
    },
    /// `NaN` or `Infinity`, which are neither amounts nor JSON.
    NotFinite,
    /// Another version of the format, or another format.
    Version(String),
    /// A value of another type or form than expected.
    Unexpected {
        /// What is there.
        found: String,
        /// What should be there.
        expected: Expected,
    },
    /// An object lacks a field that it must have.
    Missing(&'static str),
    /// An object has the same field twice.
    Twice(String),
    /// A field that the format does not have.
    Unknown {
        /// The field's name.
        name: String,
        /// The field that may have been meant.
        like: Option<&'static str>,
    },
    /// A line that is named a total and not marked as one.
    LikeTotal(String),
    /// More columns or cells than [`MAX_COLUMNS`].
    TooWide,
    /// A cell for a column that the table does not have.
    NoColumn(String),
    /// Two columns with one id.
    ColumnTwice(String),
    /// Words in a column of amounts, or amounts in a column of words.
    WrongColumn(String),
    /// A problem whose sentence another part of the program has written: in Chinese, in English.
    Message([String; 2]),
}

// The sentences below name these numbers.
const _: () = assert!(MAX_BYTES == 32 << 20 && MAX_DEPTH == 512 && MAX_COLUMNS == 256);

impl DiagnosticKind {
    /// The sentence that tells a reader what is wrong.
    pub fn sentence(&self, lang: Lang) -> String {
        let (zh, en) = self.template();
        let word;
        let words: [&str; 2] = match self {
            DiagnosticKind::Status(status) => {
                word = status.to_string();
                [&word, ""]
            }
            DiagnosticKind::Syntax { found, expected } | DiagnosticKind::Unexpected { found, expected } => {
                word = expected.words(lang);
                [&word, found]
            }
            DiagnosticKind::Version(word)
            | DiagnosticKind::Twice(word)
            | DiagnosticKind::NoColumn(word)
            | DiagnosticKind::LikeTotal(word)
            | DiagnosticKind::ColumnTwice(word)
            | DiagnosticKind::WrongColumn(word) => [word, ""],
            DiagnosticKind::Message([zh, en]) => [lang.tr(zh, en), ""],
            DiagnosticKind::Missing(field) => [field, ""],
            DiagnosticKind::Unknown { name, like } => [name, like.unwrap_or("")],
            _ => [""; 2],
        };
        let hint = match self {
            DiagnosticKind::Syntax { found, expected } | DiagnosticKind::Unexpected { found, expected } => {
                expected.hint(found, lang)
            }
            _ => "",
        };
        lang.format(zh, en, &words) + hint
    }

    /// The template of the sentence, with placeholders for the words that differ: in Chinese, in English.
    fn template(&self) -> &'static (&'static str, &'static str) {
        match self {
            DiagnosticKind::NotFound => &("服务器上没有这个文件（404）。", "the server has no such file (404)."),
            DiagnosticKind::Status(_) => {
                &("服务器没有给出文件，它的回答是 {0}。", "the server did not give the file; it answered {0}.")
            }
            DiagnosticKind::Unreachable => {
                &("连不上服务器。请检查网络后再试。", "the server cannot be reached. Check the network and try again.")
            }
            DiagnosticKind::Unreadable => &(
                "浏览器读不了这个文件，它可能已被移走，或者是一个文件夹。",
                "the browser cannot read this file; it may have been moved, or be a folder.",
            ),
            DiagnosticKind::OtherOrigin => &(
                "data=、stats= 只能指向本网站自己的文件，或它在 budget-lens:allow（组件：data-allow）里允许的网站的文件；别的文件请先下载再打开。",
                "data= and stats= may only name a file of this site, or of one that it allows in budget-lens:allow (elements: data-allow); download any other file and open it.",
            ),
            DiagnosticKind::Empty => &("文件是空的。", "the file is empty."),
            DiagnosticKind::WebPage => &(
                "得到的是一个网页，不是预算数据（JSON）。地址可能写错了，或需要先登录。",
                "this is a web page, not budget data (JSON). The address may be wrong, or ask for a login.",
            ),
            DiagnosticKind::TooLarge => &(
                "文件超过 32 MB，本页不读这么大的文件。",
                "the file is larger than 32 MB, which is more than this page reads.",
            ),
            DiagnosticKind::TooDeep => &(
                "嵌套超过 512 层，本页不读嵌套这么深的文件。",
                "nested deeper than 512 levels, which is more than this page reads.",
            ),
            DiagnosticKind::NotUtf8 => &(
                "这里不是 UTF-8 编码的文字。请把文件另存为 UTF-8 编码再打开。",
                "this is not UTF-8 text. Save the file as UTF-8 and open it again.",
            ),
            DiagnosticKind::CutOff => &(
                "文件不完整：到这里就断了，可能没有下载完。",
                "the file is incomplete: it ends here; perhaps its download did not finish.",
            ),
            DiagnosticKind::Syntax { .. } => {
                &("这里不符合 JSON 语法：应为{0}，实为 {1}。", "this is not valid JSON: expected {0}, found {1}.")
            }
            DiagnosticKind::NotFinite => &(
                "NaN 和 Infinity 不是金额，也不符合 JSON 语法。没有数请写 null。",
                "NaN and Infinity are no amounts, and no JSON. Write null where there is no number.",
            ),
            DiagnosticKind::Version(_) => &(
                "文件的格式是 {0}，本页能读的是 \"budget-lens/1\"。",
                "the file's format is {0}; this page reads \"budget-lens/1\".",
            ),
            DiagnosticKind::Unexpected { .. } => &("应为{0}，实为 {1}。", "expected {0}, found {1}."),
            DiagnosticKind::Missing(_) => &("缺少必有的字段 \"{0}\"。", "the field \"{0}\" is missing."),
            DiagnosticKind::Twice(_) => {
                &("字段 \"{0}\" 写了两次，不知以哪一个为准。", "the field \"{0}\" stands here twice.")
            }
            DiagnosticKind::Unknown { like: None, .. } => {
                &("格式里没有字段 \"{0}\"，已略过。", "the format has no field \"{0}\"; it was passed over.")
            }
            DiagnosticKind::Unknown { like: Some(_), .. } => &(
                "格式里没有字段 \"{0}\"，已略过；是不是想写 \"{1}\"？",
                "the format has no field \"{0}\"; it was passed over. Did you mean \"{1}\"?",
            ),
            DiagnosticKind::LikeTotal(_) => &(
                "“{0}”像是合计，但没有写 \"role\": \"total\"（小计写 \"subtotal\"），核对时会被当作一项。",
                "“{0}” looks like a total but has no \"role\": \"total\" (or \"subtotal\"); the checks take it for an item.",
            ),
            DiagnosticKind::TooWide => &(
                "这里超过 256 列，本页不读这么宽的表。",
                "there are more than 256 columns here, which is more than this page reads.",
            ),
            DiagnosticKind::NoColumn(_) => {
                &("这张表没有 id 为 \"{0}\" 的列。", "the table has no column with the id \"{0}\".")
            }
            DiagnosticKind::ColumnTwice(_) => {
                &("这张表有两列的 id 都是 \"{0}\"。", "the table has two columns with the id \"{0}\".")
            }
            DiagnosticKind::Message(_) => &("{0}", "{0}"),
            DiagnosticKind::WrongColumn(_) => &(
                "列 \"{0}\" 的金额应写在 amounts 里，文字应写在 texts 里。",
                "column \"{0}\": amounts belong into `amounts`, words into `texts`.",
            ),
        }
    }
}
