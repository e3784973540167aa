//! Which folder may be replaced, and replacing it at once: what stood there stays until all of the new one is made.

mod leftovers;
mod lock;
mod place;
mod refusal;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::MARK;
use super::error::PublishError;
use super::ownership::{foreign, mark, unknown, written};
use super::program::Program;
use super::unchanged::{Before, Made};
use crate::cli::path::{NamedPath, shown};
use crate::cli::system_error::{at, fault};
use crate::cli::terminal::say;
use crate::locale::Lang;
use leftovers::Leftovers;
use lock::{Lock, Taken};
use place::real;
pub use refusal::Refusal;

/// A folder that is being made beside the one that it will replace.
pub struct Target {
    /// The folder that it will be.
    folder: PathBuf,
    /// The folder as long as it is being made.
    made: PathBuf,
    /// Where the one before it waits until the new one stands in its place.
    old: PathBuf,
    lang: Lang,
    /// Keeps other runs away from it; none where the system has no locks.
    lock: Option<Lock>,
}

impl Target {
    /// The folder to make; or why it must not be: it holds what it would be made of, or something that was not
    /// published.
    pub fn of(
        folder: &NamedPath,
        inputs: &[&NamedPath],
        program: &Program,
        lang: Lang,
    ) -> Result<Target, PublishError> {
        let name_of = || folder.to_string();
        let real = real(folder)?;
        for input in inputs {
            if fs::canonicalize(input.path()).is_ok_and(|input| input.starts_with(&real)) {
                return Err(Refusal::Holds(name_of(), input.to_string()).into());
            }
        }
        let page = &program.folder;
        if fs::canonicalize(page).is_ok_and(|page| page.starts_with(&real) || real.starts_with(page)) {
            return Err(Refusal::Within(name_of(), page.clone()).into());
        }
        let name = real.file_name().unwrap_or_default();
        let process = std::process::id().to_string();
        let beside = |what: &[&str]| real.with_file_name(hidden(name, what));
        let (made, old) = (beside(&[leftovers::NEW, &process]), beside(&[leftovers::OLD, &process]));
        let lock = match Lock::take(beside(&[".lock"])).map_err(at(&real))? {
            Taken::Ours(lock) => Some(lock),
            Taken::Others => return Err(Refusal::Busy(name_of()).into()),
            Taken::Unsupported => None,
        };
        let mut found = Leftovers::of(&real);
        found.restore(&real);
        say(&found.restored_sentence(lang));
        let target = Target { folder: real, made, old, lang, lock };
        target.may_be_replaced(&name_of(), program)?;
        // Whose process is at work, only the lock tells.
        if target.lock.is_some() {
            found.sweep();
            say(&found.swept_sentence(lang));
        }
        Ok(target)
    }

    /// Whether nothing is lost with the folder that stands there.
    fn may_be_replaced(&self, name: &str, program: &Program) -> Result<(), PublishError> {
        let mut entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(Refusal::File(name.into()).into()),
            entries => entries.map_err(at(&self.folder))?,
        };
        if entries.next().is_none() {
            return Ok(());
        }
        if !self.folder.join(MARK).is_file() {
            return Err(Refusal::Foreign(name.into()).into());
        }
        let unknown = unknown(&self.folder, program)?;
        if unknown.is_empty() { Ok(()) } else { Err(Refusal::Unknown(name.into(), unknown).into()) }
    }

    /// What was published there before.
    pub fn before(&self) -> io::Result<Before> {
        Before::read(&self.folder)
    }

    /// Begins the new folder, empty.
    pub fn begin(&self) -> io::Result<&Path> {
        if self.made.exists() {
            fs::remove_dir_all(&self.made).map_err(at(&self.made))?;
        }
        fs::create_dir(&self.made).map_err(at(&self.folder))?;
        Ok(&self.made)
    }

    /// Copies what somebody else has put into the old folder into the new one, and returns which files these are. Where the
    /// new one has a file of that name, nothing is replaced: which of the two is meant is not for a program to say.
    pub fn carry_over(&self, made: &[Made]) -> Result<Vec<String>, PublishError> {
        mark(&self.made, made)?;
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let foreign = foreign(&self.folder)?;
        for file in &foreign {
            let (from, to) = (self.folder.join(file), self.made.join(file));
            // A folder of that name stands in the way as much as a file.
            if to.exists() || to.ancestors().skip(1).take_while(|up| *up != self.made).any(Path::is_file) {
                return Err(Refusal::InTheWay(self.folder.clone(), written(file)).into());
            }
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(at(parent))?;
            }
            // A link that leads nowhere is nothing to keep.
            match fs::copy(&from, &to) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                copied => {
                    copied.map_err(at(&from))?;
                }
            }
        }
        Ok(foreign.iter().map(|file| written(file)).collect())
    }

    /// Puts the new folder in the place of the old one; where that fails, the old one is there again. Returns what to tell
    /// where it stands there, and what it replaced cannot be deleted.
    pub fn finish(self) -> io::Result<Option<String>> {
        self.finish_with(remove)
    }

    fn finish_with(self, remove: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<Option<String>> {
        let had = self.folder.exists();
        if had {
            fs::rename(&self.folder, &self.old).map_err(at(&self.folder))?;
        }
        if let Err(error) = fs::rename(&self.made, &self.folder) {
            if had {
                fs::rename(&self.old, &self.folder).map_err(at(&self.old))?;
            }
            return Err(at(&self.folder)(error));
        }
        let Some(error) = had.then(|| remove(&self.old).err()).flatten() else { return Ok(None) };
        let (zh, en) = (
            "已经发布，只是换下来的旧文件夹 {0} 删不掉：{1}它没有用了，请您自己删掉。",
            "It is published; only the old folder, {0}, cannot be deleted: {1} Nothing needs it any more; please delete it.",
        );
        Ok(Some(self.lang.format(zh, en, &[&shown(&self.old), &fault(&error, self.lang)])))
    }
}

impl Drop for Target {
    /// Nothing is left of a folder that was not finished; where it cannot be deleted, that is told.
    fn drop(&mut self) {
        if self.made.exists()
            && let Err(error) = fs::remove_dir_all(&self.made)
        {
            let (zh, en) = ("没有做完的 {0} 删不掉：{1}", "{0}, which was not finished, cannot be deleted: {1}");
            say(&self.lang.format(zh, en, &[&shown(&self.made), &fault(&error, self.lang)]));
        }
    }
}

/// Deletes a folder, its mark first: one that is deleted in part is never taken for a whole one.
fn remove(folder: &Path) -> io::Result<()> {
    let _ = fs::remove_file(folder.join(MARK));
    fs::remove_dir_all(folder)
}

/// The name of something that lies beside a folder and belongs to it: `.site.new-123`.
fn hidden(name: &OsStr, what: &[&str]) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    for part in what {
        hidden.push(part);
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of the test's own, with a folder `site` that is to be replaced.
    fn target(name: &str) -> Target {
        let place = std::env::temp_dir().join(format!("budget-lens-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        let [folder, made, old] = ["site", ".site.new-1", ".site.old-1"].map(|name| place.join(name));
        for (folder, text) in [(&folder, "old"), (&made, "new")] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join("index.html"), text).unwrap();
            mark(folder, &[]).unwrap();
        }
        Target { folder, made, old, lang: Lang::Zh, lock: None }
    }

    #[test]
    fn an_old_folder_that_cannot_be_deleted_is_named_and_no_failure() {
        let target = target("finish");
        let (folder, old) = (target.folder.clone(), target.old.clone());
        let told = target.finish_with(|_| Err(io::ErrorKind::PermissionDenied.into())).unwrap().unwrap();
        assert!(told.starts_with("已经发布") && told.contains("没有权限"), "{told}");
        assert!(told.contains(old.to_str().unwrap()) && old.exists(), "{told}");
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "new");
        fs::remove_dir_all(folder.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_new_folder_that_cannot_take_its_place_leaves_the_old_one() {
        let target = target("fails");
        let folder = target.folder.clone();
        fs::remove_dir_all(&target.made).unwrap();
        assert_eq!(target.finish().unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "old");
        fs::remove_dir_all(folder.parent().unwrap()).unwrap();
    }
}
