//! `budget-lens import-each FILE… -o DIR`: each file is a document of its own.
//!
//! A process for each, over all cores: a file that breaks its reader, takes all memory or too long ends no other.

use std::collections::HashSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output, Stdio};

use clap::ArgMatches;

use super::UNREAD;
use super::options::Options;
pub use super::options::each as command;
use crate::cli::path::NamedPath;
use crate::cli::terminal::{Form, Progress, finished, say, write};
use crate::cli::{UNUSABLE, grammar, queue, read};
use crate::locale::Lang;

/// Imports each of the files.
pub fn run(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let options = Options::of(matches, lang);
    let folder = grammar::required_out(matches);
    if let Some(why) = grammar::no_dash(folder, lang) {
        say(&why);
        return ExitCode::from(UNUSABLE);
    }
    let program = match fs::create_dir_all(folder.path()).and_then(|()| env::current_exe()) {
        Ok(program) => program,
        Err(error) => {
            say(&read::unwritable(folder, &error, lang));
            return ExitCode::from(UNUSABLE);
        }
    };
    let outs = outs(&options.files, folder.path());
    let progress = Progress::of(options.files.len(), lang.tr("导入", "imported"));
    let mut status = 0;
    let output = |i: usize| one(&program, &options, options.files[i], &outs[i]).output();
    let written = queue::in_order(options.files.len(), output, |i, result| {
        status = status.max(tell(&options, options.files[i], result)?);
        progress.step();
        Ok::<_, io::Error>(())
    });
    drop(progress);
    finished(written, status, lang)
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
    command.arg("-o").arg(out).arg("--").arg(file.path());
    // Only the file that is standard input has it.
    command.stdin(if file.is_dash() { Stdio::inherit() } else { Stdio::null() });
    command
}

/// Tells what came of a file, and returns its exit status. Whatever its own process has told is safe to show.
fn tell(options: &Options, file: &NamedPath, result: io::Result<Output>) -> io::Result<u8> {
    let output = match result {
        Ok(output) => output,
        Err(error) => {
            say(&read::unreadable(file, &error, options.lang));
            return Ok(UNUSABLE);
        }
    };
    say(&String::from_utf8_lossy(&output.stderr));
    let form = if options.json { Form::Json } else { Form::Text };
    write(&String::from_utf8_lossy(&output.stdout), form)?;
    if let Some(code @ (0 | UNREAD | UNUSABLE)) = output.status.code().and_then(|code| u8::try_from(code).ok()) {
        return Ok(code);
    }
    say(&failed(file, options.lang));
    Ok(UNUSABLE)
}

/// That a file's own process has ended as none should.
pub fn failed(file: &NamedPath, lang: Lang) -> String {
    let (zh, en) = ("{0}: 这个文件没有读成：读到一半程序出错。", "{0}: it could not be read: the program failed.");
    lang.format(zh, en, &[file])
}
