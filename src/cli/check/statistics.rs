//! Checks a file of official statistics, which has no numbers to hold against each other: whether it can be used.

use super::options::Options;
use super::wrap::wrapped;
use super::{FileOutput, Tally};
use crate::budget::Statistics;
use crate::cli::path::NamedPath;
use crate::cli::read::listed;
use crate::cli::terminal::Form;
use crate::load::Diagnostic;

/// What is told of a file that can be used. Reports that programs read are of budgets, so there it goes to standard error.
pub fn told(file: &NamedPath, (statistics, odd): &(Statistics, Vec<Diagnostic>), options: &Options) -> FileOutput {
    let lang = options.lang;
    let (zh, en) = ("统计数据：{0} 组，可以用。", "Statistics: {0} series, which can be used.");
    let sentence = lang.format(zh, en, &[&statistics.series.len().to_string()]);
    let odd = listed(file, odd, lang).iter().map(|line| [line, "\n"].concat()).collect();
    let tally = Tally { files: 1, ..Tally::default() };
    match options.form {
        Form::Text => FileOutput { out: [file, "\n", &wrapped(&sentence, 2, options.width)].concat(), odd, tally },
        _ => FileOutput { out: String::new(), odd: [file, ": ", &sentence, "\n", &odd].concat(), tally },
    }
}
