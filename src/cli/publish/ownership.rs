//! Which files of a published folder `publish` has made, as its mark says: what somebody else has put there is carried over,
//! and never deleted.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::program::Program;
use super::unchanged::{self, Made};
use super::{MARK, portal};
use crate::cli::path::shown;
use crate::cli::system_error::at;

/// What the mark of a published folder says to whoever finds it; the files follow, one a line.
const MARKED: &str = "这个文件夹由 budget-lens publish 生成，下次发布时整个替换；下面是它生成的文件，别的文件会保留。\n\
    Made by budget-lens publish, which replaces the whole folder next time; it made the files below and keeps all others.\n";
/// What stands between the sentences and the files.
pub const BEGINS: &str = "---\n";
/// What every published folder has.
const PAGE: &str = "index.html";

/// Writes the mark of a folder that is complete, with what the folders of budgets in it were made of.
pub fn mark(folder: &Path, made: &[Made]) -> io::Result<()> {
    let mut list = String::new();
    each(folder, &mut |file| {
        list += &written(file);
        list.push('\n');
    })?;
    // The files of a folder stand together, so each is found by one look at the list.
    let mut starts: HashMap<&str, [usize; 2]> = made.iter().map(|own| (own.name.as_str(), [0, 0])).collect();
    let mut from = 0;
    for line in list.split_inclusive('\n') {
        for (slash, _) in line.match_indices('/') {
            if let Some(range) = starts.get_mut(&line[..slash]) {
                *range = [if range[1] == 0 { from } else { range[0] }, from + line.len()];
            }
        }
        from += line.len();
    }
    let mut text = String::from(MARKED);
    for own in made {
        let [from, to] = starts[own.name.as_str()];
        let files = list[from..to].lines().filter(|file| unchanged::is_in(file, &own.name));
        text += &unchanged::line(folder, own, files)?;
    }
    text += BEGINS;
    text += &list;
    fs::write(folder.join(MARK), text).map_err(at(&folder.join(MARK)))
}

/// The files of a published folder that `publish` has not made. A mark of a version that listed none says that it made all.
pub fn foreign(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let Some(text) = read_mark(folder)? else { return Ok(Vec::new()) };
    let Some(made) = made(&text) else { return Ok(Vec::new()) };
    let mut foreign = Vec::new();
    each(folder, &mut |file| {
        if !made.contains(written(file).as_str()) && file.as_os_str() != MARK {
            foreign.push(file.to_path_buf());
        }
    })?;
    Ok(foreign)
}

/// The text of a folder's mark; `None` where there is none.
pub fn read_mark(folder: &Path) -> io::Result<Option<String>> {
    let path = folder.join(MARK);
    match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        mark => Ok(Some(String::from_utf8_lossy(&mark.map_err(at(&path))?).into_owned())),
    }
}

/// The files that a mark lists; `None` where it lists nothing.
fn made(mark: &str) -> Option<HashSet<&str>> {
    mark.split_once(BEGINS).map(|(_, list)| list.lines().collect())
}

/// Whether all is there that was published to a folder.
pub fn is_complete(folder: &Path) -> bool {
    let Ok(Some(text)) = read_mark(folder) else { return false };
    match made(&text) {
        Some(made) => made.iter().all(|file| folder.join(file).is_file()),
        None => folder.join(PAGE).is_file(),
    }
}

/// What lies in a folder whose mark lists nothing and is called as nothing that publishing makes. Where the mark has a list,
/// nothing is lost with what is not on it.
pub fn unknown(folder: &Path, program: &Program) -> io::Result<Vec<String>> {
    if read_mark(folder)?.as_deref().and_then(made).is_some() {
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

/// Hands over all files below a folder, in order. What a link leads to is not below it: the link itself is.
fn each(folder: &Path, take: &mut dyn FnMut(&Path)) -> io::Result<()> {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_path_buf();
            at(&path)(error.into())
        })?;
        if !entry.file_type().is_dir() {
            take(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
        }
    }
    Ok(())
}
