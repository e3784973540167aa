//! `budget-lens import FILE… -o OUT.json`: an official file as it was published becomes a budget.

pub mod each;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::{UNUSABLE, printed, read, usage};
use crate::budget::Kind;
use crate::import::{Imported, Meant, Refused, Source, import, json as budget_json, report_json};
use crate::words::Lang;

/// Something was not understood; the budget is written all the same.
const UNREAD: u8 = 1;

/// What was asked for.
#[derive(Debug, Default)]
struct Options<'a> {
    files: Vec<&'a str>,
    out: Option<&'a str>,
    json: bool,
    lang: Lang,
    /// What the files do not say.
    meant: Meant,
}

impl<'a> Options<'a> {
    /// What the arguments ask for; `None` where they make no sense.
    fn of(arguments: &[&'a str]) -> Option<Self> {
        let mut options = Options::default();
        let mut arguments = arguments.iter().copied();
        while let Some(argument) = arguments.next() {
            match argument {
                "--json" => options.json = true,
                "--lang=zh" => options.lang = Lang::Zh,
                "--lang=en" => options.lang = Lang::En,
                "-o" => options.out = Some(arguments.next()?),
                "--department" => options.meant.department = Some(arguments.next()?.into()),
                "--region" => options.meant.region = Some(arguments.next()?.into()),
                "--year" => options.meant.year = Some(arguments.next()?.parse().ok()?),
                "--" => options.files.extend(arguments.by_ref()),
                option if option.starts_with('-') && option != "-" => return None,
                file => options.files.push(file),
            }
        }
        (!options.files.is_empty() && (options.out.is_some() || options.json)).then_some(options)
    }
}

/// Imports the files as parts of one document.
pub fn run(arguments: &[&str]) -> ExitCode {
    let Some(options) = Options::of(arguments) else { return usage() };
    let mut sources = Vec::new();
    for file in &options.files {
        match read::bytes(file) {
            Ok(bytes) => sources.push(Source { name: name(file), bytes }),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(UNUSABLE);
            }
        }
    }
    match import(sources, &options.meant) {
        Ok(imported) => finish(&options, &imported),
        Err(refused) => {
            for Refused { file, message } in &refused {
                eprintln!("{file}: {}", said(message, options.lang));
            }
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Writes the budget, and tells what was read as what.
fn finish(options: &Options, imported: &Imported) -> ExitCode {
    if let Some(out) = options.out
        && let Err(error) = fs::write(out, budget_json(&imported.budget))
    {
        eprintln!("{out}: {error}");
        return ExitCode::from(UNUSABLE);
    }
    let machines = || [&report_json(imported).to_string(), "\n"].concat();
    let _ = printed(&if options.json { machines() } else { report_text(imported, options.lang) });
    ExitCode::from(if imported.report.unread.is_empty() { 0 } else { UNREAD })
}

/// The file's name without its folders.
fn name(file: &str) -> String {
    Path::new(file).file_name().map_or(file.into(), |name| name.to_string_lossy().into_owned())
}

const fn said(message: &[String; 2], lang: Lang) -> &String {
    let [zh, en] = message;
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The report for people: the tables, then what was not understood and what was assumed.
fn report_text(imported: &Imported, lang: Lang) -> String {
    let report = &imported.report;
    let document = &imported.budget.document;
    let mut lines = vec![format!("{} {}", document.department, document.year)];
    for table in &report.tables {
        let kind = table.kind.map_or("-", Kind::id);
        let number = [&table.number, " "].concat();
        lines.push(format!(
            "  {}{} [{kind}] {} {}: {}",
            number.trim_start(),
            table.title,
            table.unit.zh(),
            table.place,
            table.lines
        ));
    }
    lines.extend(report.unread.iter().map(|unread| format!("  {}: {}", unread.place, said(&unread.message, lang))));
    lines.extend(report.assumed.iter().map(|assumed| format!("  {}", said(&assumed.message, lang))));
    lines.push(String::new());
    lines.join("\n")
}
