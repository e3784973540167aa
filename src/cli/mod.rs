//! The command line, for the people who write and publish budgets. Native only.

mod check;
mod completions;
mod facts;
mod grammar;
mod import;
mod language;
mod out;
mod path;
mod pipe;
mod publish;
mod queue;
mod read;
mod system_error;
mod template;
mod terminal;
mod usage;
mod whole_page;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::check::check as checked;
use crate::export::document::{self, Document, Manifest};
use crate::export::page;
use crate::locale::Lang;
use crate::schema;
use path::NamedPath;
use terminal::{Form, print, say};

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
        Some(("facts", own)) => facts::run(own, lang),
        Some(("template", own)) => template::run(own, lang),
        Some(("completions", own)) => completions::run(own, lang),
        Some(("html", own)) => {
            let manifest = grammar::path(own, "manifest");
            grammar::files(own)
                .first()
                .map_or(ExitCode::from(UNUSABLE), |file| html(file, own.get_flag("whole"), manifest, lang))
        }
        _ => match schema::json() {
            Ok(schema) => print(&schema, Form::Json, 0, lang),
            Err(error) => terminal::finished(Err(error.into()), 0, lang),
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

/// Prints a budget's first figures, or the `whole` page as a file that opens anywhere; with the list of a program's
/// files the document that runs it.
fn html(file: &NamedPath, whole: bool, manifest: Option<&NamedPath>, lang: Lang) -> ExitCode {
    let opened = match read::budget(file, lang) {
        Ok(opened) => opened,
        Err(unusable) => {
            say(&unusable.sentences(file, lang));
            return ExitCode::from(UNUSABLE);
        }
    };
    let budget = &opened.loaded.budget;
    let report = checked(budget);
    if whole && manifest.is_none() {
        return print(&whole_page::whole_page(budget, &report), Form::Html, 0, lang);
    }
    let figures = if whole { page::tree } else { page::first_figures }(budget, &report);
    match manifest.map(|manifest| (manifest, Manifest::read(manifest.path()))) {
        None => print(&page::html(&figures), Form::Html, 0, lang),
        Some((_, Ok(manifest))) => {
            let document = Document { about: document::about(budget), body: vec![&figures], ..Document::default() };
            print(&document::html(&manifest, &document), Form::Html, 0, lang)
        }
        Some((manifest, Err(error))) => {
            say(&[manifest, ": ", &system_error::reason(&error, lang)].concat());
            ExitCode::from(UNUSABLE)
        }
    }
}
