//! Reading a file, a budget or an official one, and saying what is wrong with it.

use std::fs::File;
use std::io::{self, Read};

use super::import::{resource_limits, summary};
use super::path::{NamedPath, shown};
use super::{pipe, system_error};
use crate::budget::EnglishNames;
use crate::import::report::{Report, said};
use crate::import::{ImportOptions, Imported, Refused, Source, import, json};
use crate::load::{self, Diagnostic, Loaded, MAX_BYTES, is_json};
use crate::locale::Lang;

/// English names for what budgets print in Chinese alone.
const ENGLISH: &str = concat!(include_str!("../budget/english_names.tsv"), include_str!("../import/glossary.tsv"));

/// A budget that was read.
pub struct Opened {
    /// The budget, with what is odd about its file.
    pub loaded: Loaded,
    /// The text of its JSON: the file itself, or what was made of an official one.
    pub json: Vec<u8>,
    /// What was read as what, where it is an official file.
    pub imported: Option<Report>,
}

impl Opened {
    /// What the reader should know of the file: what is odd about it, or how far an official one was understood.
    pub fn odd(&self, file: &str, lang: Lang) -> String {
        match &self.imported {
            // Its JSON was made by the import, so nobody can look for a line of it.
            Some(report) => format!("{file}: {}\n", summary(report, lang)),
            None => listed(file, &self.loaded.warnings, lang).iter().map(|line| [line, "\n"].concat()).collect(),
        }
    }
}

/// Why a file cannot be used.
#[derive(Debug)]
pub enum Unusable {
    /// It cannot be opened.
    Unreadable(io::Error),
    /// All that is wrong with its JSON.
    Invalid(Vec<Diagnostic>),
    /// Why an official file gives no budget.
    Refused(Vec<Refused>),
}

impl Unusable {
    /// All that is wrong, a line each.
    pub fn sentences(&self, file: &NamedPath, lang: Lang) -> String {
        match self {
            Unusable::Unreadable(error) => unreadable(file, error, lang),
            Unusable::Invalid(diagnostics) => listed(file, diagnostics, lang).join("\n"),
            Unusable::Refused(refused) => {
                let sentence = |refused| format!("{file}: {}", sentence(file, refused, lang));
                refused.iter().map(sentence).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// The budget that a file holds.
pub fn budget(file: &NamedPath, lang: Lang) -> Result<Opened, Unusable> {
    of_bytes(file, bytes(file, lang).map_err(Unusable::Unreadable)?, lang)
}

/// The budget that a file with these bytes holds.
pub fn of_bytes(file: &NamedPath, bytes: Vec<u8>, lang: Lang) -> Result<Opened, Unusable> {
    let (json, imported) = if is_json(file, &bytes) {
        (bytes, None)
    } else {
        official(file, bytes, lang).map(|(json, of)| (json, Some(of)))?
    };
    let mut loaded = load::read(&json).map_err(Unusable::Invalid)?;
    if lang == Lang::En {
        loaded.budget.name_in_english(&EnglishNames::read(ENGLISH));
    }
    Ok(Opened { loaded, json, imported })
}

/// What an official file says, as the text of a budget's JSON.
fn official(file: &NamedPath, bytes: Vec<u8>, lang: Lang) -> Result<(Vec<u8>, Report), Unusable> {
    let bounds = resource_limits::begin(resource_limits::SECONDS, &[file], lang);
    let meant = ImportOptions { glossary: super::import::GLOSSARY.into(), ..ImportOptions::default() };
    let imported = import(vec![Source { name: name(file), bytes }], &meant);
    drop(bounds);
    match imported {
        Ok(Imported { budget, report }) => Ok((json(&budget).into_bytes(), report)),
        Err(refused) => Err(Unusable::Refused(refused)),
    }
}

/// Why an official file gives no budget. One out of an archive is named.
pub fn sentence(file: &NamedPath, refused: &Refused, lang: Lang) -> String {
    let message = said(&refused.message, lang);
    if refused.file == name(file) { message.into() } else { [&refused.file, ": ", message].concat() }
}

/// The file's name without its folders.
pub fn name(file: &NamedPath) -> String {
    let name = file.path().file_name().filter(|_| !file.is_dash());
    name.map_or_else(|| file.to_string(), shown)
}

/// The file's bytes, and no more of a larger file than shows that it is too large. `-` is standard input.
pub fn bytes(file: &NamedPath, lang: Lang) -> io::Result<Vec<u8>> {
    if file.is_dash() || pipe::is_pipe(file.path()) {
        return pipe::bytes(file, lang);
    }
    let mut bytes = Vec::new();
    File::open(file.path())?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be opened. What happens every day is said in the reader's language.
pub fn unreadable(file: &str, error: &io::Error, lang: Lang) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => ("{0}: 没有这个文件。", "{0}: there is no such file."),
        io::ErrorKind::IsADirectory => {
            ("{0}: 这是文件夹。请写出里面的文件。", "{0}: this is a folder. Please name the files in it.")
        }
        _ => ("{0}: {1}", "{0}: {1}"),
    };
    lang.format(zh, en, &[file, &system_error::reason(error, lang)])
}

/// Why a file cannot be written.
pub fn unwritable(file: &str, error: &io::Error, lang: Lang) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => {
            ("{0}: 没有放它的文件夹，没有写。", "{0}: there is no such folder; nothing was written.")
        }
        io::ErrorKind::IsADirectory => ("{0}: 这是文件夹，没有写。", "{0}: this is a folder; nothing was written."),
        _ => ("{0}: 没有写成：{1}", "{0}: not written: {1}"),
    };
    lang.format(zh, en, &[file, &system_error::reason(error, lang)])
}

/// What is wrong, or odd, each with its place as editors have it: `budget.json:24:9: ……`.
pub fn listed(file: &str, diagnostics: &[Diagnostic], lang: Lang) -> Vec<String> {
    let line = |Diagnostic { location, kind }: &Diagnostic| {
        let location = location.as_ref().map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        format!("{file}{location}: {}", kind.sentence(lang))
    };
    diagnostics.iter().map(line).collect()
}
