//! `budget-lens import-each FILE… -o DIR`: each file is a document of its own.
//!
//! A process for each, over all cores: a file that breaks its reader, takes all memory or too long ends no other.

use std::collections::HashSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output, Stdio};

use clap::ArgMatches;

use super::UNREAD;
use super::options::Options;
pub use super::options::each as command;
use crate::cli::path::NamedPath;
use crate::cli::progress::{Progress, aside};
use crate::cli::{UNUSABLE, finished, grammar, queue};
use crate::locale::Lang;

/// Imports each of the files.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    let folder = grammar::required_out(matches);
    let program = match fs::create_dir_all(folder.path()).and_then(|()| env::current_exe()) {
        Ok(program) => program,
        Err(error) => {
            eprintln!("{folder}: {error}");
            return ExitCode::from(UNUSABLE);
        }
    };
    let outs = outs(&options.files, folder.path());
    let progress = Progress::of(options.files.len(), lang.tr("导入", "imported"));
    let mut out = io::stdout().lock();
    let mut status = 0;
    let output = |i: usize| one(&program, &options, options.files[i], &outs[i]).output();
    let written = queue::in_order(options.files.len(), output, |i, result| {
        status = status.max(aside(|| tell(&mut out, &options, options.files[i], &result))?);
        progress.step();
        Ok::<_, io::Error>(())
    });
    drop(progress);
    finished(written, status)
}

/// Where each file's budget is written: its name with `.json`, and a number where another file is called the same.
fn outs(files: &[&NamedPath], folder: &Path) -> Vec<PathBuf> {
    let mut taken: HashSet<OsString> = HashSet::new();
    let name = |file: &&NamedPath| {
        let stem = file.path().file_stem().unwrap_or_default().to_os_string();
        let named = |number: usize| {
            let mut name = stem.clone();
            name.push(if number == 1 { String::new() } else { format!("-{number}") });
            name.push(".json");
            name
        };
        let name = (1..=files.len()).map(named).find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(name.clone());
        folder.join(name)
    };
    files.iter().map(name).collect()
}

fn one(program: &Path, options: &Options, file: &NamedPath, out: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("import").arg(options.lang.tr("--lang=zh", "--lang=en"));
    command.args(options.json.then_some("--json"));
    command.arg("--seconds").arg(options.seconds.to_string());
    let year = options.meant.year.map(|year| year.to_string());
    let said = [
        ("--department", options.meant.department.as_ref()),
        ("--region", options.meant.region.as_ref()),
        ("--year", year.as_ref()),
        ("--source", options.meant.url.as_ref()),
    ];
    for (option, value) in said {
        command.args(value.map(|value| [option, value]).into_iter().flatten());
    }
    command.arg("-o").arg(out).arg("--").arg(file.path()).stdin(Stdio::null());
    command
}

/// Prints what came of a file, and returns its exit status.
fn tell(out: &mut impl Write, options: &Options, file: &NamedPath, result: &io::Result<Output>) -> io::Result<u8> {
    let output = match result {
        Ok(output) => output,
        Err(error) => {
            eprintln!("{file}: {error}");
            return Ok(UNUSABLE);
        }
    };
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    out.write_all(&output.stdout)?;
    if let Some(code @ (0 | UNREAD | UNUSABLE)) = output.status.code().and_then(|code| u8::try_from(code).ok()) {
        return Ok(code);
    }
    let (zh, en) = ("这个文件没有读成：读到一半程序出错。", "it could not be read: the program failed.");
    eprintln!("{file}: {}", options.lang.tr(zh, en));
    Ok(UNUSABLE)
}
