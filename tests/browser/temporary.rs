//! Files that a reader opens, gone when the test is.

use std::fs::{self, File};
use std::path::PathBuf;

use crate::common::temporary;

/// A file in the build's own temporary folder.
pub struct Temporary(pub PathBuf);

impl Temporary {
    /// A file with these bytes. Tests run at once: each has names of its own.
    pub fn of(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = temporary::folder(&format!("file-{name}")).join(name);
        fs::write(&file, bytes).expect("the build's temporary folder can be written to");
        Temporary(file)
    }

    /// A file as long as this that takes no room on the disk.
    pub fn sparse(name: &str, length: u64) -> Self {
        let file = Self::of(name, []);
        File::create(&file.0)
            .and_then(|file| file.set_len(length))
            .expect("the build's temporary folder can be written to");
        file
    }

    /// Its name without the folder, as the page shows it.
    pub fn name(&self) -> &str {
        self.0.file_name().and_then(|name| name.to_str()).expect("tests give names in UTF-8")
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.0.with_file_name(""));
    }
}
