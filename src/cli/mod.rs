//! The command line, for the people who write and publish budgets. Native only.

mod html;

use std::fs;
use std::process::ExitCode;

use crate::load;
use crate::schema;
use crate::words::Lang;

const USAGE: &str = "\
Usage: budget-lens COMMAND
  schema       print the JSON Schema of the format budget-lens/1
  html FILE    print a budget's figures as HTML that needs no script: sentences, drawings, tables

Exit status: 0 fine, 2 unusable input or usage.
";
/// Unusable input or usage.
const UNUSABLE: u8 = 2;

/// Runs the command that the arguments name.
pub fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let arguments: Vec<_> = arguments.collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["schema"] => print!("{}", schema::json()),
        ["html", file] => return html(file),
        ["help" | "--help" | "-h"] => print!("{USAGE}"),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(UNUSABLE);
        }
    }
    ExitCode::SUCCESS
}

fn html(file: &str) -> ExitCode {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::from(UNUSABLE);
        }
    };
    match load::read(&bytes) {
        Ok(loaded) => {
            print!("{}", html::page(&loaded.budget));
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                eprintln!("{file}: {fault}\n    {}", fault.sentence(Lang::Zh));
            }
            ExitCode::from(UNUSABLE)
        }
    }
}
