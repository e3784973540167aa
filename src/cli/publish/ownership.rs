//! Which files of a published folder `publish` has made, as its mark says: what somebody else has put there is carried over,
//! and never deleted.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::MARK;

/// What the mark of a published folder says to whoever finds it; the files follow, one a line.
const MARKED: &str = "这个文件夹由 budget-lens publish 生成，下次发布时整个替换；下面是它生成的文件，别的文件会保留。\n\
    Made by budget-lens publish, which replaces the whole folder next time; it made the files below and keeps all others.\n";
/// What stands between the sentences and the files.
const BEGINS: &str = "---\n";

/// Writes the mark of a folder that is complete.
pub fn mark(folder: &Path) -> io::Result<()> {
    let mut text = [MARKED, BEGINS].concat();
    for file in files(folder)? {
        text += &[&written(&file), "\n"].concat();
    }
    fs::write(folder.join(MARK), text)
}

/// The files of a published folder that `publish` has not made. A mark of a version that listed none says that it made all.
pub fn foreign(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mark = match fs::read_to_string(folder.join(MARK)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        mark => mark?,
    };
    let Some((_, list)) = mark.split_once(BEGINS) else { return Ok(Vec::new()) };
    let made: BTreeSet<_> = list.lines().collect();
    let is_foreign = |file: &PathBuf| !made.contains(written(file).as_str()) && file.as_os_str() != MARK;
    Ok(files(folder)?.into_iter().filter(is_foreign).collect())
}

/// A file as the mark names it, on every system alike.
pub fn written(file: &Path) -> String {
    file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// All files below a folder, in order. What a link leads to is not below it: the link itself is.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            found.push(entry.path().strip_prefix(folder).unwrap_or(entry.path()).into());
        }
    }
    Ok(found)
}
