//! One run at a time publishes to a folder: a file beside it is locked as long as one does, and the system unlocks it
//! where a run is killed.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

/// The lock of a folder, until it is dropped.
pub struct Lock {
    path: PathBuf,
    _file: File,
}

/// What came of taking a lock.
pub enum Taken {
    /// It is this run's.
    Ours(Lock),
    /// Another run has it.
    Others,
    /// There are no locks on this disk; some network drives have none.
    Unsupported,
}

impl Lock {
    /// Takes the lock that this file is.
    pub fn take(path: PathBuf) -> io::Result<Taken> {
        loop {
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
            match file.try_lock() {
                // Whoever had it may have taken the file away after it was opened here: then it locks nothing.
                Ok(()) if lies_at(&file, &path) => return Ok(Taken::Ours(Lock { path, _file: file })),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(Taken::Others),
                Err(TryLockError::Error(_)) => {
                    let _ = fs::remove_file(&path);
                    return Ok(Taken::Unsupported);
                }
            }
        }
    }
}

fn lies_at(file: &File, path: &Path) -> bool {
    let own = file.try_clone().and_then(Handle::from_file);
    own.is_ok_and(|own| Handle::from_path(path).is_ok_and(|there| there == own))
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
