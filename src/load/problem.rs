//! What can be wrong with a file, each said in Chinese and in English.

use super::{MOST_BYTES, MOST_DEPTH};
use crate::words::Lang;

/// What is wrong. `found` and `expected` are as the technical reader would write them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The server has no such file.
    NotFound,
    /// The server answered with another status.
    Status(u16),
    /// No answer at all.
    Unreachable,
    /// A file that the browser may not read, or that is gone.
    Unreadable,
    /// An address of another origin: shown under this page's address it could be taken for this page's.
    OtherOrigin,
    /// Nothing in it.
    Empty,
    /// A web page, where data was expected.
    WebPage,
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// Nested deeper than [`MOST_DEPTH`].
    TooDeep,
    /// Not UTF-8.
    NotUtf8,
    /// Ends before it is complete.
    CutOff,
    /// Not JSON: the parser's word for it.
    Syntax(String),
    /// `NaN` or `Infinity`, which are no amounts and no JSON.
    NotFinite,
    /// Another version of the format, or another format.
    Version(String),
    /// A value of another type or form than expected.
    Unexpected {
        /// What is there.
        found: String,
        /// What should be there.
        expected: String,
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
    /// A cell for a column that the table does not have.
    NoColumn(String),
    /// Two columns with one id.
    ColumnTwice(String),
    /// Words in a column of amounts, or amounts in a column of words.
    WrongColumn(String),
}

impl Problem {
    /// A plain sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Problem::NotFound => "服务器上没有这个文件（404）。".into(),
            Problem::Status(status) => format!("服务器没有给出文件，它的回答是 {status}。"),
            Problem::Unreachable => "连不上服务器。请检查网络后再试。".into(),
            Problem::Unreadable => "浏览器读不了这个文件，它可能已被移走，或者是一个文件夹。".into(),
            Problem::OtherOrigin => "data= 只能指向本网站自己的文件，别的网站的文件请先下载再打开。".into(),
            Problem::Empty => "文件是空的。".into(),
            Problem::WebPage => "得到的是一个网页，不是预算数据（JSON）。地址可能写错了，或需要先登录。".into(),
            Problem::TooLarge => format!("文件超过 {} MB，本页不读这么大的文件。", MOST_BYTES >> 20),
            Problem::TooDeep => format!("嵌套超过 {MOST_DEPTH} 层，本页不读嵌套这么深的文件。"),
            Problem::NotUtf8 => "这里不是 UTF-8 编码的文字。请把文件另存为 UTF-8 编码再打开。".into(),
            Problem::CutOff => "文件不完整：到这里就断了，可能没有下载完。".into(),
            Problem::Syntax(what) => format!("这里不合 JSON 的写法（{what}）。"),
            Problem::NotFinite => "NaN 和 Infinity 不是金额，也不合 JSON 的写法。没有数请写 null。".into(),
            Problem::Version(found) => format!("文件的格式是 {found}，本页能读的是 \"budget-lens/1\"。"),
            Problem::Unexpected { found, expected } => format!("应为{}，实为 {found}。", zh_expected(expected)),
            Problem::Missing(field) => format!("缺少必有的字段 \"{field}\"。"),
            Problem::Twice(field) => format!("字段 \"{field}\" 写了两次，不知以哪一个为准。"),
            Problem::Unknown { name, like: None } => format!("格式里没有字段 \"{name}\"，已略过。"),
            Problem::Unknown { name, like: Some(like) } => format!("格式里没有字段 \"{name}\"，已略过；是不是想写 \"{like}\"？"),
            Problem::NoColumn(id) => format!("这张表没有 id 为 \"{id}\" 的列。"),
            Problem::ColumnTwice(id) => format!("这张表有两列的 id 都是 \"{id}\"。"),
            Problem::WrongColumn(id) => format!("列 \"{id}\" 的金额应写在 amounts 里，文字应写在 texts 里。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Problem::NotFound => "the server has no such file (404).".into(),
            Problem::Status(status) => format!("the server did not give the file; it answered {status}."),
            Problem::Unreachable => "the server cannot be reached. Check the network and try again.".into(),
            Problem::Unreadable => "the browser cannot read this file; it may have been moved, or be a folder.".into(),
            Problem::OtherOrigin => "data= may only name a file of this site; download a file of another site and open it.".into(),
            Problem::Empty => "the file is empty.".into(),
            Problem::WebPage => "this is a web page, not budget data (JSON). The address may be wrong, or ask for a login.".into(),
            Problem::TooLarge => format!("the file is larger than {} MB, which is more than this page reads.", MOST_BYTES >> 20),
            Problem::TooDeep => format!("nested deeper than {MOST_DEPTH} levels, which is more than this page reads."),
            Problem::NotUtf8 => "this is not UTF-8 text. Save the file as UTF-8 and open it again.".into(),
            Problem::CutOff => "the file is incomplete: it ends here; perhaps its download did not finish.".into(),
            Problem::Syntax(what) => format!("this is not valid JSON ({what})."),
            Problem::NotFinite => "NaN and Infinity are no amounts, and no JSON. Write null where there is no number.".into(),
            Problem::Version(found) => format!("the file's format is {found}; this page reads \"budget-lens/1\"."),
            Problem::Unexpected { found, expected } => format!("expected {expected}, found {found}."),
            Problem::Missing(field) => format!("the field \"{field}\" is missing."),
            Problem::Twice(field) => format!("the field \"{field}\" stands here twice."),
            Problem::Unknown { name, like: None } => format!("the format has no field \"{name}\"; it was passed over."),
            Problem::Unknown { name, like: Some(like) } => {
                format!("the format has no field \"{name}\"; it was passed over. Did you mean \"{like}\"?")
            }
            Problem::NoColumn(id) => format!("the table has no column with the id \"{id}\"."),
            Problem::ColumnTwice(id) => format!("the table has two columns with the id \"{id}\"."),
            Problem::WrongColumn(id) => format!("column \"{id}\": amounts belong into `amounts`, words into `texts`."),
        }
    }
}

/// serde names what it expects in English; here is the same for Chinese readers.
fn zh_expected(expected: &str) -> String {
    let words = match expected {
        "a string" => "文字",
        "a boolean" => "true 或 false",
        "a sequence" => "列表 […]",
        "a map" => "对象 {…}",
        "u8" => " 0 到 255 的整数",
        "u16" => " 0 到 65535 的整数",
        "u32" => "非负整数",
        "a decimal amount such as \"61.00\"" => "金额，写成 \"61.00\" 这样的十进制数",
        "an amount of at most 15 digits before and 6 after the decimal point" => "金额，小数点前最多 15 位、后最多 6 位",
        _ => "",
    };
    if !words.is_empty() {
        return words.into();
    }
    if expected.starts_with("struct ") {
        return "对象 {…}".into();
    }
    match expected.strip_prefix("one of ") {
        Some(choices) => format!("下列之一：{choices}"),
        None => format!(" {expected}"),
    }
}
