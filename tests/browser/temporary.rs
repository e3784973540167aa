//! Files that a reader opens, gone when the test is.

use std::fs::{self, File};
use std::path::PathBuf;

/// A file in the build's own temporary folder.
pub struct Temporary(pub PathBuf);

impl Temporary {
    /// A file with these bytes. Tests run at once: each has names of its own.
    pub fn of(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = Self::named(name);
        fs::write(&file.0, bytes).expect("the build's temporary folder can be written to");
        file
    }

    /// A file as long as this that takes no room on the disk.
    pub fn sparse(name: &str, length: u64) -> Self {
        let file = Self::named(name);
        File::create(&file.0)
            .and_then(|file| file.set_len(length))
            .expect("the build's temporary folder can be written to");
        file
    }

    /// Its name without the folder, as the page shows it.
    pub fn name(&self) -> &str {
        self.0.file_name().and_then(|name| name.to_str()).expect("tests give names in UTF-8")
    }

    fn named(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(&folder).expect("the build's temporary folder can be made");
        Temporary(folder.join(name))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
