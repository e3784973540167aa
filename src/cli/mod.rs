//! The command line, for the people who write and publish budgets. Native only.

mod check;
mod import;
mod publish;
mod queue;
mod read;

use std::io::{self, Write};
use std::process::ExitCode;

use crate::check::check as checked;
use crate::export::page;
use crate::schema;
use crate::words::Lang;

const USAGE: &str = "\
Usage: budget-lens COMMAND
  check FILE…  check whether budgets (JSON or official files) add up, and their text says what their tables say
               --json        for machines: one object a file, docs/checks.md explains it
               --html        a report to print or to send
               --rounding    every rounding difference, not only how many there are
               --all         everything: what holds, too
               --lang=zh|en  the language of the findings
  publish FILE… -o DIR
               make a folder for any static host, of one budget (JSON or an official file) or of a whole district's;
               docs/publish.md explains it
               --url URL         where the folder will be on the web: for search engines and link previews
               --allow-mismatch  publish although numbers do not agree
               --page DIR        the built page to take (dist beside or above this program, or here)
               --font FILE       the font of the pictures
               --lang=zh|en      the language of the messages, and of the list of several departments
  import FILE… -o OUT.json
               make the JSON of official files (PDF, DOCX, XLSX, …) that are parts of one document
               --department NAME --region PLACE --year YEAR   what the files do not say
               --source URL  where the official document is on the web: numbers then lead to its pages
               --words FILE  words of your own (English names, explanations), which the files do not say
               --json        what was read as what, for machines
               --seconds N   how long reading may take (60)
               --lang=zh|en  the language of the report
  import-each FILE… -o DIR
               the same for files that are a document each; one that cannot be read ends no other
  schema       print the JSON Schema of the format budget-lens/1
  html FILE    print a budget's first figures as HTML that needs no script: sentences, drawings, tables
               --whole       all figures, official tables and findings

Exit status: 0 fine, 1 a check found a mismatch, 2 unusable input or usage.
";
/// A check found a mismatch.
const MISMATCH: u8 = 1;
/// Unusable input or usage.
const UNUSABLE: u8 = 2;

/// Runs the command that the arguments name. `in_use` counts the bytes that the program uses.
pub fn run(arguments: impl Iterator<Item = String>, in_use: fn() -> usize) -> ExitCode {
    let _ = import::bounds::IN_USE.set(in_use);
    let arguments: Vec<_> = arguments.collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["check", ref rest @ ..] => check::run(rest),
        ["publish", ref rest @ ..] => publish::run(rest),
        ["import", ref rest @ ..] => import::run(rest),
        ["import-each", ref rest @ ..] => import::each::run(rest),
        ["schema"] => printed(&schema::json()),
        ["html", file, "--whole"] | ["html", "--whole", file] => html(file, true),
        ["html", file] => html(file, false),
        ["help" | "--help" | "-h"] => printed(USAGE),
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(UNUSABLE)
}

/// Prints the text. Who reads only the beginning (`| head`) has had what they wanted.
fn printed(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    finished(out.write_all(text.as_bytes()).and_then(|()| out.flush()), 0)
}

/// The exit status after writing.
fn finished(written: io::Result<()>, status: u8) -> ExitCode {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::from(UNUSABLE)
        }
        _ => ExitCode::from(status),
    }
}

fn html(file: &str, whole: bool) -> ExitCode {
    match read::budget(file, Lang::Zh) {
        Ok(opened) if whole => printed(&page::whole(&opened.loaded.budget, &checked(&opened.loaded.budget))),
        Ok(opened) => printed(&page::first_figures(&opened.loaded.budget, &checked(&opened.loaded.budget))),
        Err(unusable) => {
            eprint!("{}", unusable.told);
            ExitCode::from(UNUSABLE)
        }
    }
}
