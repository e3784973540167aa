//! Which folder may be replaced, and replacing it at once: what stood there stays until all of the new one is made.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::MARK;
use super::error::PublishError;
use super::ownership::{foreign, mark, written};
use crate::cli::path::NamedPath;

/// A folder that is being made beside the one that it will replace.
pub struct Target {
    /// The folder that it will be.
    folder: PathBuf,
    /// The folder as long as it is being made.
    made: PathBuf,
    /// Where the one before it waits until the new one stands in its place.
    old: PathBuf,
}

impl Target {
    /// The folder to make; or why it must not be: it holds what it would be made of, or something that was not
    /// published.
    pub fn of(folder: &NamedPath, inputs: &[&NamedPath], page: &Path) -> Result<Target, PublishError> {
        let name_of = || folder.to_string();
        let (Ok(real), Some(name)) = (real(folder.path()), folder.path().file_name()) else {
            return Err(PublishError::NoFolder(name_of()));
        };
        let Some(parent) = real.parent() else {
            return Err(PublishError::Root(name_of()));
        };
        for input in inputs {
            if fs::canonicalize(input.path()).is_ok_and(|input| input.starts_with(&real)) {
                return Err(PublishError::Holds(name_of(), input.to_string()));
            }
        }
        if fs::canonicalize(page).is_ok_and(|page| page.starts_with(&real) || real.starts_with(page)) {
            return Err(PublishError::Within(name_of(), page.into()));
        }
        let name = name.to_string_lossy();
        let beside = |what: &str| parent.join(format!(".{name}.{what}-{}", std::process::id()));
        let target = Target { made: beside("new"), old: beside("old"), folder: real };
        target.restore(&name);
        if !target.may_be_replaced() {
            return Err(PublishError::Foreign(name_of()));
        }
        Ok(target)
    }

    /// Whether nothing is lost with the folder that stands there.
    fn may_be_replaced(&self) -> bool {
        match fs::read_dir(&self.folder) {
            Ok(mut entries) => entries.next().is_none() || self.folder.join(MARK).is_file(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        }
    }

    /// Puts back what a run that was killed between its two renames has left aside.
    fn restore(&self, name: &str) {
        if self.folder.exists() {
            return;
        }
        let aside = [".", name, ".old-"].concat();
        let entries = self.folder.parent().and_then(|parent| fs::read_dir(parent).ok()).into_iter().flatten().flatten();
        let is_old = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(&aside);
        if let Some(old) = entries.into_iter().find(|entry| is_old(entry) && entry.path().join(MARK).is_file()) {
            // Where it cannot be put back, there is nothing at the folder's place to be lost.
            let _ = fs::rename(old.path(), &self.folder);
        }
    }

    /// Begins the new folder, empty.
    pub fn begin(&self) -> io::Result<&Path> {
        if self.made.exists() {
            fs::remove_dir_all(&self.made)?;
        }
        fs::create_dir(&self.made)?;
        Ok(&self.made)
    }

    /// Copies what somebody else has put into the old folder into the new one, and returns which files these are. Where the
    /// new one has a file of that name, nothing is replaced: which of the two is meant is not for a program to say.
    pub fn carry_over(&self) -> Result<Vec<String>, PublishError> {
        mark(&self.made)?;
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let foreign = foreign(&self.folder)?;
        for file in &foreign {
            let (from, to) = (self.folder.join(file), self.made.join(file));
            // A folder of that name stands in the way as much as a file.
            if to.exists() || to.ancestors().skip(1).take_while(|up| *up != self.made).any(Path::is_file) {
                return Err(PublishError::InTheWay(self.folder.clone(), written(file)));
            }
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent)?;
            }
            // A link that leads nowhere is nothing to keep.
            match fs::copy(&from, &to) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                copied => {
                    copied.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", from.display())))?;
                }
            }
        }
        Ok(foreign.iter().map(|file| written(file)).collect())
    }

    /// Puts the new folder in the place of the old one. Where that fails, the old one is there again.
    pub fn finish(self) -> io::Result<()> {
        let had = self.folder.exists();
        if had {
            fs::rename(&self.folder, &self.old)?;
        }
        if let Err(error) = fs::rename(&self.made, &self.folder) {
            if had {
                fs::rename(&self.old, &self.folder)?;
            }
            return Err(error);
        }
        if had { fs::remove_dir_all(&self.old) } else { Ok(()) }
    }
}

impl Drop for Target {
    /// Nothing is left of a folder that was not finished.
    fn drop(&mut self) {
        if self.made.exists() {
            let _ = fs::remove_dir_all(&self.made);
        }
    }
}

/// The path without links and dots; its last part need not exist.
fn real(path: &Path) -> io::Result<PathBuf> {
    if path.exists() {
        return fs::canonicalize(path);
    }
    let path = std::path::absolute(path)?;
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    Ok(fs::canonicalize(parent)?.join(name))
}
