//! What runs that were killed have left beside a folder: half a new one, or the old one that was to be replaced. The newest
//! whole one is put back where the folder is gone, the others go, and all of it is told.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{MARK, hidden, remove};
use crate::cli::path::shown;
use crate::cli::publish::ownership::is_complete;
use crate::cli::system_error::fault;
use crate::locale::Lang;

/// What stands before the number of the process in the name of a new folder, and of an old one.
pub const NEW: &str = ".new-";
pub const OLD: &str = ".old-";

/// What was found beside a folder, and what became of it.
#[derive(Default)]
pub struct Leftovers {
    /// Half-made new folders.
    new: Vec<PathBuf>,
    /// Old folders, the newest first, each with when it was published; whole or not.
    old: Vec<(PathBuf, Option<SystemTime>)>,
    /// The one that was put back.
    restored: Option<PathBuf>,
    /// Those that are gone.
    swept: Vec<PathBuf>,
    /// Those that cannot be deleted.
    stuck: Vec<(PathBuf, io::Error)>,
}

impl Leftovers {
    /// What lies beside this folder.
    pub fn of(folder: &Path) -> Leftovers {
        let mut found = Leftovers::default();
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else { return found };
        for path in fs::read_dir(parent).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let is = |what| path.file_name().is_some_and(|own| is_of(own, name, what)) && path.is_dir();
            if is(NEW) {
                found.new.push(path);
            } else if is(OLD) {
                // The mark is the last file that publishing writes.
                let published = fs::metadata(path.join(MARK)).and_then(|mark| mark.modified()).ok();
                found.old.push((path, published));
            }
        }
        found.old.sort_by(|(one, when), (other, then)| then.cmp(when).then(one.cmp(other)));
        found
    }

    /// Puts the newest whole old folder back where the folder is not there.
    pub fn restore(&mut self, folder: &Path) {
        if folder.symlink_metadata().is_ok() {
            return;
        }
        if let Some(i) = self.old.iter().position(|(old, _)| is_complete(old))
            // Where it cannot be put back, there is nothing at the folder's place to be lost.
            && fs::rename(&self.old[i].0, folder).is_ok()
        {
            self.restored = Some(self.old.remove(i).0);
        }
    }

    /// Deletes the others: a folder that may be replaced stands in its place, or there is none and they are not whole.
    pub fn sweep(&mut self) {
        for path in self.new.drain(..).chain(self.old.drain(..).map(|(path, _)| path)) {
            match remove(&path) {
                Ok(()) => self.swept.push(path),
                Err(error) => self.stuck.push((path, error)),
            }
        }
    }

    /// Tells what was put back.
    pub fn restored_sentence(&self, lang: Lang) -> String {
        let (zh, en) = (
            "上一次发布没有做完，文件夹不在了：已经把原来的从 {0} 放回去。",
            "A run before was ended half-way, and the folder was gone: what was published before has been put back from {0}.",
        );
        self.restored.as_ref().map(|path| lang.format(zh, en, &[&shown(path)])).unwrap_or_default()
    }

    /// Tells what was deleted, and what cannot be.
    pub fn swept_sentence(&self, lang: Lang) -> String {
        let mut told = String::new();
        if !self.swept.is_empty() {
            let names: Vec<_> = self.swept.iter().map(shown).collect();
            let (zh, en) =
                ("清理了以前没有做完的发布留下的：{0}\n", "Deleted what runs that were not finished had left: {0}\n");
            told += &lang.format(zh, en, &[&names.join(lang.tr("、", ", "))]);
        }
        for (path, error) in &self.stuck {
            let (zh, en) = (
                "{0} 是以前的发布留下的，删不掉：{1}请您自己删掉。\n",
                "{0} was left by a run before and cannot be deleted: {1} Please delete it.\n",
            );
            told += &lang.format(zh, en, &[&shown(path), &fault(error, lang)]);
        }
        told
    }
}

/// Whether a name is `.NAME.new-123`: nobody else calls anything like that.
fn is_of(own: &OsStr, name: &OsStr, what: &str) -> bool {
    let begins = hidden(name, &[what]);
    let process = own.as_encoded_bytes().strip_prefix(begins.as_encoded_bytes());
    process.is_some_and(|process| !process.is_empty() && process.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_folders_runs_are_taken_for_theirs() {
        let is = |own: &str, what| is_of(OsStr::new(own), OsStr::new("site"), what);
        assert!(is(".site.new-12", NEW) && is(".site.old-1", OLD));
        for other in [".site.new-", ".site.new-1a", "site.new-1", ".site2.new-1", ".site.old-1", ".site.new-1.bak"] {
            assert!(!is(other, NEW), "{other}");
        }
    }
}
