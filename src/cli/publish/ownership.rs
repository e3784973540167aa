//! Which files of a published folder `publish` has made, as its mark says: what somebody else has put there is carried over,
//! and never deleted.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::program::Program;
use super::{MARK, portal};
use crate::cli::path::shown;
use crate::cli::system_error::at;

/// What the mark of a published folder says to whoever finds it; the files follow, one a line.
const MARKED: &str = "这个文件夹由 budget-lens publish 生成，下次发布时整个替换；下面是它生成的文件，别的文件会保留。\n\
    Made by budget-lens publish, which replaces the whole folder next time; it made the files below and keeps all others.\n";
/// What stands between the sentences and the files.
const BEGINS: &str = "---\n";
/// What every published folder has.
const PAGE: &str = "index.html";

/// Writes the mark of a folder that is complete.
pub fn mark(folder: &Path) -> io::Result<()> {
    let mut text = [MARKED, BEGINS].concat();
    for file in files(folder)? {
        text += &[&written(&file), "\n"].concat();
    }
    fs::write(folder.join(MARK), text).map_err(at(&folder.join(MARK)))
}

/// The files of a published folder that `publish` has not made. A mark of a version that listed none says that it made all.
pub fn foreign(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let Some(made) = made(folder)? else { return Ok(Vec::new()) };
    let is_foreign = |file: &PathBuf| !made.contains(&written(file)) && file.as_os_str() != MARK;
    Ok(files(folder)?.into_iter().filter(is_foreign).collect())
}

/// The files that a mark lists; `None` where there is none, or it lists nothing.
fn made(folder: &Path) -> io::Result<Option<BTreeSet<String>>> {
    let path = folder.join(MARK);
    let mark = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        mark => mark.map_err(at(&path))?,
    };
    let mark = String::from_utf8_lossy(&mark);
    Ok(mark.split_once(BEGINS).map(|(_, list)| list.lines().map(String::from).collect()))
}

/// Whether all is there that was published to a folder.
pub fn is_complete(folder: &Path) -> bool {
    match made(folder) {
        Ok(Some(made)) => made.iter().all(|file| folder.join(file).is_file()),
        Ok(None) => folder.join(MARK).is_file() && folder.join(PAGE).is_file(),
        Err(_) => false,
    }
}

/// What lies in a folder whose mark lists nothing and is called as nothing that publishing makes. Where the mark has a list,
/// nothing is lost with what is not on it.
pub fn unknown(folder: &Path, program: &Program) -> io::Result<Vec<String>> {
    if made(folder)?.is_some() {
        return Ok(Vec::new());
    }
    let known: BTreeSet<_> = program.names().chain([MARK, portal::FOLDER, "manifest.json"].map(String::from)).collect();
    let is_known = |path: &Path, name: &str| {
        let plain = name.trim_end_matches(".br").trim_end_matches(".gz");
        let is_program = [".js", ".css", ".wasm"].iter().any(|end| plain.ends_with(end));
        // A department's folder has a page, and a year's has such folders.
        let has_pages = || fs::read_dir(path).is_ok_and(|own| own.flatten().any(|own| own.path().join(PAGE).is_file()));
        let is_year = name.len() == 4 && name.bytes().all(|digit| digit.is_ascii_digit());
        known.contains(name) || is_program || path.join(PAGE).is_file() || (is_year && has_pages())
    };
    let mut unknown = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        let name = shown(path.file_name().unwrap_or_default());
        if !is_known(&path, &name) {
            unknown.push(name);
        }
    }
    unknown.sort();
    Ok(unknown)
}

/// A file as the mark names it, on every system alike.
pub fn written(file: &Path) -> String {
    file.iter().map(shown).collect::<Vec<_>>().join("/")
}

/// All files below a folder, in order. What a link leads to is not below it: the link itself is.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_path_buf();
            at(&path)(error.into())
        })?;
        if !entry.file_type().is_dir() {
            found.push(entry.path().strip_prefix(folder).unwrap_or(entry.path()).into());
        }
    }
    Ok(found)
}
