//! `budget-lens import FILE… -o OUT.json`: an official file as it was published becomes a budget.

pub mod each;
mod options;
mod publisher_words;
pub mod resource_limits;

use std::io;
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::out::Out;
use super::path::NamedPath;
use super::terminal::{Form, print, say, visible};
use super::{UNUSABLE, read};
use crate::budget::{Budget, Kind};
use crate::import::report::{Report, said};
use crate::import::{ImportOptions, Imported, Refused, Source, import, json as budget_json, json_text, report_json};
use crate::load::{self, Diagnostic};
use crate::locale::Lang;
use options::Options;
pub use options::command;

/// The exit status where something was not understood; the budget is written all the same.
const UNREAD: u8 = 1;

/// The terms that are explained where they occur.
pub const GLOSSARY: &str = include_str!("../import/glossary.tsv");

/// Imports the files as parts of one document.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    let mut sources = Vec::new();
    for file in &options.files {
        match read::bytes(file, lang) {
            Ok(bytes) => sources.push(Source { name: read::name(file), bytes }),
            Err(error) => {
                say(&read::unreadable(file, &error, options.lang));
                return ExitCode::from(UNUSABLE);
            }
        }
    }
    let bounds = resource_limits::begin(options.seconds, &options.files, options.lang);
    let meant = ImportOptions { glossary: GLOSSARY.into(), ..options.meant.clone() };
    let imported = import(sources, &meant);
    drop(bounds);
    match imported {
        Ok(imported) => finish(&options, &imported),
        Err(refused) => {
            for Refused { file, message } in &refused {
                say(&[file, ": ", said(message, options.lang)].concat());
            }
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Why the budget cannot be written.
#[derive(Debug)]
enum Unwritten<'a> {
    /// The file cannot be.
    File(&'a NamedPath, io::Error),
    /// The publisher's own words cannot be read.
    Words(&'a NamedPath, io::Error),
    /// The publisher's own words are no object.
    Json(&'a NamedPath, serde_json::Error),
    /// The publisher's own words are of these places, which there are not.
    Places(&'a NamedPath, Vec<String>),
    /// What they make of the budget is none.
    Invalid(&'a NamedPath, Vec<Diagnostic>),
}

impl Unwritten<'_> {
    fn sentence(&self, lang: Lang) -> String {
        match self {
            Unwritten::File(file, error) => read::unwritable(file, error, lang),
            Unwritten::Words(file, error) => read::unreadable(file, error, lang),
            Unwritten::Json(file, error) => format!("{file}: {error}"),
            Unwritten::Places(file, names) => {
                let (zh, en) = ("{0}: 这份预算里没有这些地方：{1}", "{0}: this budget has no such places: {1}");
                lang.format(zh, en, &[file, &names.join(lang.tr("、", ", "))])
            }
            Unwritten::Invalid(file, diagnostics) => diagnostics
                .iter()
                .map(|diagnostic| format!("{file}: {}", diagnostic.sentence(lang)))
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }
}

/// Writes the budget, and tells what was read as what.
fn finish(options: &Options, imported: &Imported) -> ExitCode {
    let lang = options.lang;
    if let Err(unwritten) = options.out.map_or(Ok(()), |out| write(out, options, &imported.budget)) {
        say(&unwritten.sentence(options.lang));
        return ExitCode::from(UNUSABLE);
    }
    let machines = || [&report_json(&imported.budget, &imported.report).to_string(), "\n"].concat();
    let status = if imported.report.unread.is_empty() { 0 } else { UNREAD };
    let (told, form) = if options.json { (machines(), Form::Json) } else { (report_text(imported, lang), Form::Text) };
    // Where the budget itself goes to standard output, nothing else does.
    if options.out.is_some_and(NamedPath::is_dash) {
        say(&visible(&told, form));
        return ExitCode::from(status);
    }
    print(&told, form, status, lang)
}

fn write<'a>(out: &'a NamedPath, options: &Options<'a>, budget: &Budget) -> Result<(), Unwritten<'a>> {
    let json = worded(options, budget)?;
    Out::of(Some(out), Form::Json).and_then(|file| file.whole(&json)).map_err(|error| Unwritten::File(out, error))
}

/// The text of a budget's JSON, with the publisher's own words where there are some.
fn worded<'a>(options: &Options<'a>, budget: &Budget) -> Result<String, Unwritten<'a>> {
    let json = budget_json(budget);
    let Some(file) = options.words else { return Ok(json) };
    let words = read::bytes(file, options.lang).map_err(|error| Unwritten::Words(file, error))?;
    let words: Map<String, Value> = serde_json::from_slice(&words).map_err(|error| Unwritten::Json(file, error))?;
    let mut whole = serde_json::from_str(&json).map_err(|error| Unwritten::Json(file, error))?;
    publisher_words::put(budget, &mut whole, &words).map_err(|names| Unwritten::Places(file, names))?;
    let text = json_text(&whole);
    // What was put in has to be of the format, too.
    load::read(text.as_bytes()).map_err(|diagnostics| Unwritten::Invalid(file, diagnostics))?;
    Ok(text)
}

/// The report for people: the tables, then what was not understood and what was assumed.
fn report_text(imported: &Imported, lang: Lang) -> String {
    let report = &imported.report;
    let document = &imported.budget.document;
    let year = Some(document.year).filter(|year| *year > 0).map(|year| format!(" {year}")).unwrap_or_default();
    let mut lines = vec![[document.department.as_str(), &year].concat()];
    for table in &report.tables {
        let kind = table.kind.map_or("-", Kind::id);
        let number = [&table.number, " "].concat();
        lines.push(format!(
            "  {}{} [{kind}] {} {}: {}",
            number.trim_start(),
            table.title,
            lang.tr(table.unit.zh(), table.unit.en()),
            table.place.describe(lang),
            table.lines
        ));
    }
    let forms = report.forms(&imported.budget);
    lines.extend(forms.map(|(name, place)| format!("  {name} [form] {}", place.describe(lang))));
    let chapters = report.chapters.iter();
    lines.extend(chapters.map(|own| format!("  {} {}: {}", own.title, own.place.describe(lang), own.describe(lang))));
    let unread = report.unread.iter();
    lines.extend(unread.map(|unread| format!("  {}: {}", unread.place.describe(lang), said(&unread.message, lang))));
    lines.extend(report.assumed.iter().map(|assumed| format!("  {}", said(&assumed.message, lang))));
    lines.push(String::new());
    lines.join("\n")
}

/// How far an official file was understood, for whoever goes on with its numbers: what it is, if it is no department's
/// budget, how much of it was read, and where all of it is told.
pub fn summary(report: &Report, lang: Lang) -> String {
    let of_document = report.assumed.iter().filter(|assumed| ["stage", "level", "tables"].contains(&assumed.what));
    let mut sentences: Vec<String> = of_document.map(|assumed| said(&assumed.message, lang).to_string()).collect();
    let [tables, unread, assumed] =
        [report.tables.len(), report.unread.len(), report.assumed.len()].map(|count| count.to_string());
    let (zh, en) = match (unread.as_str(), assumed.as_str()) {
        ("0", "0") => ("从官方文件里读出 {0} 张表。", "Tables read from the official file: {0}."),
        _ => (
            "从官方文件里读出 {0} 张表；没有读懂的 {1} 处，文件里没有写、按推测读取的 {2} 处。",
            "Tables read from the official file: {0}; not understood: {1}; not printed and assumed: {2}.",
        ),
    };
    sentences.push(lang.format(zh, en, &[&tables, &unread, &assumed]));
    let (zh, en) = (
        "用 budget-lens import 可以逐条看到，并存成可以改正的 JSON。",
        "budget-lens import tells each of them and writes JSON to set right.",
    );
    sentences.push(lang.tr(zh, en).into());
    sentences.join(lang.tr("", " "))
}
