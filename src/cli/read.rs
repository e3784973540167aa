//! Reading a file, and saying what is wrong with it.

use std::fmt::Write;
use std::fs::File;
use std::io::{self, Read};

use crate::load::{self, Fault, Loaded, MOST_BYTES};
use crate::words::Lang;

/// Why a file cannot be used.
pub struct Unusable {
    /// All that is wrong, for people.
    pub told: String,
    /// The faults, if it could be opened at all.
    pub faults: Vec<Fault>,
}

/// The budget that a file holds.
pub fn budget(file: &str, lang: Lang) -> Result<Loaded, Unusable> {
    with_bytes(file, lang).map(|(loaded, _)| loaded)
}

/// The budget that a file holds, with the file's bytes.
pub fn with_bytes(file: &str, lang: Lang) -> Result<(Loaded, Vec<u8>), Unusable> {
    let bytes = bytes(file).map_err(|error| Unusable { told: format!("{file}: {error}\n"), faults: Vec::new() })?;
    let loaded = load::read(&bytes).map_err(|faults| Unusable { told: told(file, &faults, lang), faults })?;
    Ok((loaded, bytes))
}

/// The file's bytes, and no more of a larger file than shows that it is too large.
pub fn bytes(file: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is wrong, or odd, each with its place for tools and its sentence for people.
pub fn told(file: &str, faults: &[Fault], lang: Lang) -> String {
    let mut told = String::new();
    for fault in faults {
        let _ = writeln!(told, "{file}: {fault}");
        if lang == Lang::Zh {
            let _ = writeln!(told, "    {}", fault.sentence(lang));
        }
    }
    told
}
