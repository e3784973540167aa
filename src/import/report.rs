//! The report of an import: what was read as what, and what was not understood, for users who may know better.

use super::Refused;
use super::block::{Part, Place};
use crate::budget::{Budget, Kind, Stated};
use crate::locale::Lang;
use crate::money::Unit;
use std::collections::BTreeMap;

/// The report on the files of one document.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The files.
    pub files: Vec<File>,
    /// The tables, in printed order.
    pub tables: Vec<Recognised>,
    /// Where items outside the tables, such as statements, are printed: by list, and by the item's number in it, from
    /// 0.
    pub items: BTreeMap<(Stated, usize), Place>,
    /// The chapters of the text that say anything, in printed order.
    pub chapters: Vec<Chapter>,
    /// What is printed and was not understood.
    pub unread: Vec<Unread>,
    /// What is printed nowhere and had to be assumed.
    pub assumed: Vec<Assumed>,
}

impl Report {
    /// The performance forms: whose each is, and where it begins.
    pub fn forms<'r>(&'r self, budget: &'r Budget) -> impl Iterator<Item = (&'r str, &'r Place)> {
        let whole = budget.performance.iter().map(|_| (Stated::Form, 0, budget.document.department.as_str()));
        let projects = budget.projects.iter().enumerate();
        let projects =
            projects.filter_map(|(i, project)| Some((Stated::Forms, i, project.form.as_ref()?.name.as_str())));
        whole.chain(projects).filter_map(|(list, i, name)| Some((name, self.items.get(&(list, i))?)))
    }
}

/// A file.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// `pdf`, `docx` and so on.
    pub kind: &'static str,
    /// How many pages, sheets or paragraphs it has.
    pub pages: usize,
}

/// A table as it was recognised.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// Its printed number.
    pub number: String,
    /// Its printed title.
    pub title: String,
    /// What it is about.
    pub kind: Option<Kind>,
    /// The unit of its amounts.
    pub unit: Unit,
    /// Where it begins.
    pub place: Place,
    /// Where each of its lines is printed; empty where that is not known.
    pub rows: Vec<Place>,
    /// How many lines it has.
    pub lines: usize,
}

/// A chapter of the text, and how much of it was read.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its printed number and title.
    pub title: String,
    /// Where it begins.
    pub place: Place,
    /// How many things were read in it: statements, counts, duties, offices.
    pub read: usize,
    /// How many amounts were not understood.
    pub unread: usize,
}

impl Chapter {
    /// Says how much of the chapter was read: to understand none of its amounts is one thing, to find none another.
    pub fn describe(&self, lang: Lang) -> String {
        let (zh, en) = match (self.read, self.unread) {
            (0, 0) => ("只有文字，没有读出数据", "words only, from which no data was read"),
            (0, _) => ("{1} 个金额都没有读懂", "none of its {1} amounts understood"),
            (_, 0) => ("读出 {0} 处", "{0} read"),
            _ => ("读出 {0} 处，{1} 个金额没有读懂", "{0} read, {1} amounts not understood"),
        };
        lang.format(zh, en, &[&self.read.to_string(), &self.unread.to_string()])
    }
}

/// Something printed that was not understood.
#[derive(Debug, Clone)]
pub struct Unread {
    /// Where it is printed.
    pub place: Place,
    /// What is printed.
    pub what: String,
    /// What is wrong with it, in Chinese and in English.
    pub message: [String; 2],
}

impl Unread {
    /// A file of several that is not read.
    pub fn file(refused: Refused) -> Self {
        let place = Place { file: refused.file.as_str().into(), part: Part::Whole };
        Unread { place, what: refused.file, message: refused.message }
    }

    /// Amounts of a sentence whose subject is not sure.
    pub fn sentence(place: &Place, text: &str, amounts: &[&str]) -> Self {
        let amounts = amounts.join("、");
        Unread {
            place: place.clone(),
            what: text.into(),
            message: [
                format!("说明文字里的{amounts}不能确定说的是什么，不参与核对。"),
                format!("The text has {amounts}, and it is not sure what of; they are not checked."),
            ],
        }
    }

    /// Words where a column has numbers.
    pub fn cell(place: &Place, table: &str, text: &str) -> Self {
        Unread {
            place: place.clone(),
            what: text.into(),
            message: [
                format!("《{table}》的金额栏里有文字“{text}”，照原样保留，不参与核对。"),
                format!(
                    "In the table {table} a column of amounts has the words “{text}”; they are kept as printed and not checked."
                ),
            ],
        }
    }
}

/// A message in one of its two languages.
pub const fn said(message: &[String; 2], lang: Lang) -> &str {
    let [zh, en] = message;
    lang.tr(zh.as_str(), en.as_str())
}

/// Something that the files do not say, so that it had to be assumed.
#[derive(Debug, Clone)]
pub struct Assumed {
    /// What: `unit`, `lines`, `title`, `forms`, `tables`, `stage`, `level`, `year`, `department`, `region`.
    pub what: &'static str,
    /// What was assumed and why, in Chinese and in English.
    pub message: [String; 2],
}

impl Assumed {
    /// A table whose lines may be nested in several ways.
    pub fn levels(table: &str) -> Self {
        Assumed {
            what: "lines",
            message: [
                format!("《{table}》哪一行属于哪一行，排版上有几种读法，取了各行相加相符的一种。"),
                format!(
                    "How the lines of the table {table} stand under each other can be read in several ways; the one whose sums hold was taken."
                ),
            ],
        }
    }

    /// Something that the files say nowhere.
    pub fn missing(what: &'static str, zh: &str, en: &str) -> Self {
        let message = [format!("没有找到{zh}，请填写。"), format!("The {en} was not found; please say it.")];
        Assumed { what, message }
    }

    /// A table that prints no title, and what it is called instead.
    pub fn title(place: &Place, title: &str) -> Self {
        Assumed {
            what: "title",
            message: [
                format!("{place}有一张表没有标题，这里称作《{title}》。"),
                format!("A table ({}) prints no title; it is called “{title}” here.", place.describe(Lang::En)),
            ],
        }
    }

    /// Words of the performance forms that the format has no place for, by their labels.
    pub fn left_out(labels: &[String]) -> Option<Self> {
        let [zh, en] = ["、", ", "].map(|between| labels.join(between));
        let message = [
            format!("绩效目标表里只收入了资金、目标和指标；没有收入的是：{zh}。"),
            format!("Of the performance forms the funds, goals and indicators are read; left out are: {en}."),
        ];
        (!labels.is_empty()).then_some(Assumed { what: "forms", message })
    }

    /// A year that no title names.
    pub fn year(year: u16) -> Self {
        Assumed {
            what: "year",
            message: [
                format!("标题里没有年度，按文中最常见的 {year} 年读取，请核对。"),
                format!(
                    "No title names the year; it is read as {year}, which the text names most often. Please check."
                ),
            ],
        }
    }

    /// A year that nothing printed names: it is taken from the file's creation date.
    pub fn made(year: u16) -> Self {
        Assumed {
            what: "year",
            message: [
                format!("文件里没有写年度，按文件的生成时间读作 {year} 年，请核对。"),
                format!(
                    "Nothing in the file names the year; it was made in {year} and is read as of {year}. Please check."
                ),
            ],
        }
    }

    /// A document of what was spent, and no budget.
    pub fn final_account() -> Self {
        Assumed {
            what: "stage",
            message: ["这是决算，不是预算。".into(), "This is a final account and no budget.".into()],
        }
    }

    /// A document of words alone: its tables are published as another file.
    pub fn no_tables() -> Self {
        Assumed {
            what: "tables",
            message: [
                "文件里没有预算表，金额都取自说明文字；和预算表的文件一起打开，内容更全，文字和表格也能互相核对。".into(),
                "The files have no budget tables; all amounts are taken from their text. Opened together with the file of \
                 the tables they give more, and text and tables can be checked against each other."
                    .into(),
            ],
        }
    }

    /// A budget of a whole government.
    pub fn government() -> Self {
        Assumed {
            what: "level",
            message: [
                "这是一级政府的预算，不是一个部门的预算；各表照原样显示。".into(),
                "This is a government's budget and not a department's; its tables are shown as they are.".into(),
            ],
        }
    }

    /// A table that does not state its unit; `is_by_totals` where it got the one in which its totals are those of other
    /// tables.
    pub fn unit(table: &str, unit: Unit, is_by_totals: bool) -> Self {
        let (zh, en) = (unit.zh(), unit.en());
        let message = if is_by_totals {
            [
                format!("《{table}》没有写明单位，按“{zh}”读取，这样合计与其他表相符。"),
                format!(
                    "The table {table} does not say its unit; it is read in {en}, by which its totals are those of other tables."
                ),
            ]
        } else {
            [
                format!("《{table}》没有写明单位，按“{zh}”读取，请核对。"),
                format!("The table {table} does not say its unit; it is read in {en}. Please check."),
            ]
        };
        Assumed { what: "unit", message }
    }
}
