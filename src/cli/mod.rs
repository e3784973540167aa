//! The command line, for the people who write and publish budgets. Native only.

mod check;
mod completions;
mod grammar;
mod import;
mod language;
mod out;
mod path;
mod progress;
mod publish;
mod queue;
mod read;
mod template;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use crate::check::check as checked;
use crate::export::document::{self, Document, Manifest};
use crate::export::page;
use crate::locale::Lang;
use crate::schema;
use path::NamedPath;

/// The exit status where a check found a mismatch.
const MISMATCH: u8 = 1;
/// The exit status for unusable input or usage.
const UNUSABLE: u8 = 2;

/// Runs the command that the arguments name, after the program's own name. `in_use` counts the bytes that the program
/// uses.
pub fn run(arguments: impl Iterator<Item = OsString>, in_use: fn() -> usize) -> ExitCode {
    let _ = import::resource_limits::IN_USE.set(in_use);
    let arguments = turned(arguments.collect());
    let lang = language::of(&arguments);
    let matches = match grammar::all(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::report(&error, &arguments, lang),
    };
    match matches.subcommand() {
        Some(("check", own)) => check::run(own, lang),
        Some(("publish", own)) => publish::run(own, lang),
        Some(("import", own)) => import::run(own, lang),
        Some(("import-each", own)) => import::each::run(own, lang),
        Some(("template", own)) => template::run(own, lang),
        Some(("completions", own)) => completions::run(own, lang),
        Some(("html", own)) => {
            let manifest = grammar::path(own, "manifest");
            grammar::files(own)
                .first()
                .map_or(ExitCode::from(UNUSABLE), |file| html(file, own.get_flag("whole"), manifest, lang))
        }
        _ => match schema::json() {
            Ok(schema) => printed(&schema),
            Err(error) => finished(Err(error.into()), 0),
        },
    }
}

/// `help check` is `check --help`.
fn turned(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let is_word = |argument: &OsString| !argument.to_string_lossy().starts_with('-');
    let first = arguments.iter().skip(1).position(is_word).map(|i| i + 1);
    if let Some(first) = first.filter(|first| arguments[*first] == "help") {
        arguments.remove(first);
        arguments.push("--help".into());
    }
    arguments
}

/// Prints the text, which is all that was asked for.
fn printed(text: &str) -> ExitCode {
    printed_with(text, 0)
}

/// Prints the text. Who reads only the beginning (`| head`) has had what they wanted.
fn printed_with(text: &str, status: u8) -> ExitCode {
    let mut out = io::stdout().lock();
    finished(out.write_all(text.as_bytes()).and_then(|()| out.flush()), status)
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

/// Prints a budget's first figures, or the `whole` page; with the list of a program's files the document around them.
fn html(file: &NamedPath, whole: bool, manifest: Option<&NamedPath>, lang: Lang) -> ExitCode {
    let opened = match read::budget(file, lang) {
        Ok(opened) => opened,
        Err(unusable) => {
            eprintln!("{}", unusable.sentences(file, lang));
            return ExitCode::from(UNUSABLE);
        }
    };
    let budget = &opened.loaded.budget;
    let figures = if whole { page::tree } else { page::first_figures }(budget, &checked(budget));
    match manifest.map(|manifest| (manifest, Manifest::read(manifest.path()))) {
        None => printed(&page::html(figures)),
        Some((_, Ok(manifest))) => {
            let document = Document { about: document::about(budget), body: vec![figures], ..Document::default() };
            printed(&document::html(&manifest, &document))
        }
        Some((manifest, Err(error))) => {
            eprintln!("{manifest}: {error}");
            ExitCode::from(UNUSABLE)
        }
    }
}
