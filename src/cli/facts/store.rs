//! A file of the store: there as a whole or not at all, whoever else writes it at the same time.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process;

/// How many names are tried for what is not whole yet; more than one is taken only by runs that were killed.
const TRIES: u32 = 100;

/// Puts a file with these bytes into its place. What is there already stays untouched.
pub fn put(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(place).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let folder = place.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut tried = 0;
    // Two machines may have processes of one number: whoever makes the name first has it.
    let (part, mut file) = loop {
        let part = folder.join(unfinished(place, tried));
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Ok(file) => break (part, file),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tried < TRIES => tried += 1,
            Err(error) => return Err(error),
        }
    };
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&part, place));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// The name of a file that is not whole yet. It begins with a point, so that no engine takes it for a part of the store.
fn unfinished(place: &Path, tried: u32) -> OsString {
    let mut name = OsString::from(".");
    name.push(place.file_name().unwrap_or_default());
    name.push(format!(".{}-{tried}.part", process::id()));
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_whole_is_hidden_and_has_a_name_of_its_own() {
        let place = Path::new("store/region=x/year=2026/ab.parquet");
        let names = [0, 1].map(|tried| unfinished(place, tried).into_string().unwrap_or_default());
        let is_hidden = |name: &String| name.starts_with(".ab.parquet.") && !name.ends_with("parquet");
        assert!(names.iter().all(is_hidden), "{names:?}");
        assert_ne!(names[0], names[1]);
    }
}
