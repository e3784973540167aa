//! `budget-lens template -o 部门预算.xlsx`: the official tables, empty, for whoever fills them in with a spreadsheet program
//! and checks them before they are published.

mod items;
mod sheets;
mod workbook;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use super::grammar::{self, finished, out};
use super::out::Out;
use super::terminal::{Form, print, say};
use super::{UNUSABLE, read};
use crate::locale::Lang;

/// The command `template` with its options and their help.
pub fn command(lang: Lang) -> Command {
    let about = lang.tr(
        "做一份空的 Excel 表，填好就能核对、能打开",
        "Make an empty Excel workbook of the official tables, to be filled in and checked",
    );
    let file = lang.tr("存成的文件，不会盖掉已有的", "the file to write; one that is there is kept");
    finished(Command::new("template"), lang)
        .about(about)
        .override_usage("budget-lens template -o FILE.xlsx")
        .arg(out("FILE.xlsx", file).required(true))
}

/// Writes the workbook, and says what to do with it. A file that is there may be one that somebody has filled in.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let file = grammar::required_out(matches);
    if let Some(why) = grammar::no_dash(file, lang) {
        say(&why);
        return ExitCode::from(UNUSABLE);
    }
    if file.path().is_file() {
        let (zh, en) = (
            "{0}: 已经有这个文件，没有写。请换一个名字，或者先把它移走。",
            "{0}: this file is there already; nothing was written. Please choose another name or move it away.",
        );
        say(&lang.format(zh, en, &[file]));
        return ExitCode::from(UNUSABLE);
    }
    let sheets = sheets::all();
    if let Err(error) =
        workbook::workbook(&sheets, lang).and_then(|bytes| Out::of(Some(file), Form::Text)?.bytes(&bytes))
    {
        say(&read::unwritable(file, &error, lang));
        return ExitCode::from(UNUSABLE);
    }
    let (zh, en) = (
        "{0}: 封面和 {1} 张空表。填好、保存以后，拖到页面上，或者运行 budget-lens check {0}\n",
        "{0}: a cover and {1} empty tables. Fill it in, save it, and drop it onto the page or run budget-lens check {0}\n",
    );
    print(&lang.format(zh, en, &[file, &sheets.len().to_string()]), Form::Text, 0, lang)
}
