//! `budget-lens facts FILE… -o DIR`: every printed number as a row of a store that database engines read.
//!
//! A file of rows is called after the digest of the document's file and lies in a folder of its region and year. So many
//! machines write into one store without knowing of each other, and whoever writes a document again changes nothing.

mod store;

use std::env;
use std::fs;
use std::io;
use std::process::{Command, ExitCode, Stdio};

use clap::ArgMatches;

use super::grammar;
use super::import::each;
use super::path::{NamedPath, shown};
use super::terminal::{Form, Progress, finished, say, write};
use super::{UNUSABLE, pipe, queue, read, system_error};
use crate::check::check;
use crate::facts::{Origin, facts, folder, parquet};
use crate::load::is_json;
use crate::locale::Lang;

/// What came of one file.
#[derive(Default)]
struct Told {
    /// For standard output: how many numbers, and where they are.
    out: String,
    /// For standard error: what is wrong with the file, or odd.
    odd: String,
    status: u8,
}

impl Told {
    fn unusable(why: String) -> Told {
        Told { odd: why, status: UNUSABLE, ..Told::default() }
    }
}

/// The command `facts` with its options and their help.
pub fn command(lang: Lang) -> clap::Command {
    let about = lang.tr(
        "把每个印出的数连同位置和核对结果存成 Parquet，供 DuckDB、Spark 等查询",
        "Write every printed number with its place and verdict as Parquet, for DuckDB, Spark and the like",
    );
    let folder = lang.tr("存到的文件夹，多台机器可以存到一处", "the store to write to, which many machines may share");
    grammar::of_files("facts", lang)
        .about(about)
        .override_usage("budget-lens facts FILE… -o DIR")
        .arg(grammar::out("DIR", folder).required(true))
}

/// Writes the rows of each of the files, over all cores.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let (files, store) = (grammar::files(matches), grammar::required_out(matches));
    if let Some(why) = grammar::no_dash(store, lang) {
        say(&why);
        return ExitCode::from(UNUSABLE);
    }
    if let Err(error) = fs::create_dir_all(store.path()) {
        say(&read::unwritable(store, &error, lang));
        return ExitCode::from(UNUSABLE);
    }
    let progress = Progress::of(files.len(), lang.tr("存行", "written"));
    let mut status = 0;
    let one = |i: usize| one(files[i], store, files.len() == 1, lang);
    let written = queue::in_order(files.len(), one, |_, told| {
        status = status.max(told.status);
        say(&told.odd);
        progress.step();
        write(&told.out, Form::Text)
    });
    drop(progress);
    finished(written, status, lang)
}

/// Writes the rows of one file. An official one of several has a process of its own: what breaks its reader, or takes all
/// memory, ends no other.
fn one(file: &NamedPath, store: &NamedPath, is_alone: bool, lang: Lang) -> Told {
    let is_here = is_alone || file.is_dash() || pipe::is_pipe(file.path());
    let bytes = match read::bytes(file, lang) {
        Ok(bytes) => bytes,
        Err(error) => return Told::unusable(read::unreadable(file, &error, lang)),
    };
    if !is_here && !is_json(file, &bytes) {
        drop(bytes);
        return apart(file, store, lang).unwrap_or_else(|error| Told::unusable(read::unreadable(file, &error, lang)));
    }
    let opened = match read::of_bytes(file, bytes.clone(), lang) {
        Ok(opened) => opened,
        Err(unusable) => return Told::unusable(unusable.sentences(file, lang)),
    };
    let budget = &opened.loaded.budget;
    let facts = facts(budget, &check(budget));
    let origin = Origin::of(budget, &bytes);
    let folder = folder(budget.document.region.as_deref(), budget.document.year);
    let path = store.path().join(folder).join([&origin.document, ".parquet"].concat());
    let written = parquet(&origin, &facts).map_err(io::Error::other).and_then(|rows| store::put(&path, &rows));
    if let Err(error) = written {
        return Told::unusable(system_error::sentence(&system_error::at(&path)(error), lang));
    }
    let (zh, en) = ("{0}: 数 {1} 个 → {2}\n", "{0}: {1} numbers → {2}\n");
    let out = lang.format(zh, en, &[file, &facts.len().to_string(), &shown(&path)]);
    Told { out, odd: opened.odd(file, lang), status: 0 }
}

/// Runs this command for one file alone.
fn apart(file: &NamedPath, store: &NamedPath, lang: Lang) -> io::Result<Told> {
    let mut command = Command::new(env::current_exe()?);
    command.arg("facts").arg(lang.tr("--lang=zh", "--lang=en")).arg("-o").arg(store.path());
    let output = command.arg("--").arg(file.path()).stdin(Stdio::null()).output()?;
    let [out, odd] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let code = output.status.code().and_then(|code| u8::try_from(code).ok());
    Ok(match code.filter(|code| [0, UNUSABLE].contains(code)) {
        Some(status) => Told { out, odd, status },
        None => Told::unusable(odd + &each::failed(file, lang)),
    })
}
