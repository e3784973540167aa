//! The options of `budget-lens check`.

use clap::{ArgAction, ArgMatches, Command};

use super::wrap;
use crate::cli::grammar::{self, flag};
use crate::cli::path::NamedPath;
use crate::cli::terminal::Form;
use crate::locale::Lang;

/// The options of `budget-lens check`.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// The files, one at least.
    pub files: Vec<&'a NamedPath>,
    /// Documents of the year before, which those of the same department are held against.
    pub last_year: Vec<&'a NamedPath>,
    /// The file to write, instead of standard output.
    pub out: Option<&'a NamedPath>,
    /// What the report is written as: lines for a person, one JSON object a file, a page to print.
    pub form: Form,
    /// Whether all is listed, what holds included.
    pub all: bool,
    /// Whether every rounding difference is listed.
    pub rounding: bool,
    /// The language of the findings; JSON has both.
    pub lang: Lang,
    /// How many columns a line may take; a Chinese character takes two.
    pub width: usize,
}

/// The command `check` with its options and their help.
pub fn command(lang: Lang) -> Command {
    let about = lang.tr(
        "核对各数是否对得上、文字和表格是否一致",
        "Check whether budgets add up, and their text says what their tables say",
    );
    let json = lang
        .tr("给程序用：每个文件一行 JSON，见 docs/checks.md", "for machines: one object a file, see docs/checks.md");
    let rounding = lang.tr("逐条列出尾差，不只是个数", "every rounding difference, not only how many there are");
    let last_year = lang.tr(
        "上年的文件，核对这份说的上年数和它是否一致；几个部门可以写几次",
        "the document of the year before, to hold what is said of that year against; once for each department",
    );
    grammar::of_files("check", lang)
        .about(about)
        .override_usage("budget-lens check FILE…")
        .arg(grammar::out("FILE", lang.tr("存成的文件；不写就印在屏幕上", "the file to write, instead of the screen")))
        .arg(flag("html", lang.tr("可以打印、呈报的核对报告", "a report to print or to send")).conflicts_with("json"))
        .arg(flag("json", json))
        .arg(grammar::file_option("last-year", "FILE", last_year).action(ArgAction::Append))
        .arg(flag("rounding", rounding))
        .arg(flag("all", lang.tr("全部列出，连相符的也列", "everything: what holds, too")))
}

impl<'a> Options<'a> {
    /// What the arguments ask for.
    pub fn of(matches: &'a ArgMatches, lang: Lang) -> Self {
        let form = match (matches.get_flag("json"), matches.get_flag("html")) {
            (true, _) => Form::Json,
            (_, true) => Form::Html,
            _ => Form::Text,
        };
        let all = matches.get_flag("all");
        let out = grammar::path(matches, "out");
        Options {
            files: grammar::files(matches),
            last_year: matches.get_many("last-year").into_iter().flatten().collect(),
            out,
            form,
            all,
            rounding: all || matches.get_flag("rounding"),
            lang,
            width: if out.is_none() { wrap::width() } else { wrap::USUAL },
        }
    }
}
