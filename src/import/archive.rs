//! Reads ZIP archives, office documents among them: finds files by name and unpacks them within limits.

use super::Source;
use super::encoding::gb18030;
use super::limits::{MAX_ENTRIES, MAX_FILES, MAX_UNPACKED, MAX_UNPACKED_IN_ALL};
use super::refusal::Refusal;
use crate::money::sort_by;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

/// An archive whose directory has been read.
pub struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    entries: Vec<Entry>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// A file of an archive.
struct Entry {
    name: String,
    method: CompressionMethod,
    is_encrypted: bool,
    place: ZipArchiveEntryWayfinder,
}

impl<'a> Archive<'a> {
    /// Reads the archive's directory, and refuses an archive of too many files.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| Refusal::Damaged)?;
        let mut entries = Vec::new();
        let mut directory = zip.entries();
        while let Some(entry) = directory.next_entry().map_err(|_| Refusal::Damaged)? {
            if entries.len() == MAX_ENTRIES {
                return Err(Refusal::TooManyFiles);
            }
            if !entry.is_dir() {
                entries.push(Entry {
                    name: name(entry.file_path().as_ref()),
                    method: entry.compression_method(),
                    is_encrypted: entry.flags().is_encrypted(),
                    place: entry.wayfinder(),
                });
            }
        }
        Ok(Self { zip, entries, left: MAX_UNPACKED_IN_ALL })
    }

    /// The names of its files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// A file's content, or nothing where there is no such file.
    pub fn file(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else { return Ok(None) };
        if entry.is_encrypted {
            return Err(Refusal::Password);
        }
        let packed = self.zip.get_entry(entry.place).map_err(|_| Refusal::Damaged)?.data();
        let most = self.left.min(MAX_UNPACKED);
        let content = match entry.method {
            CompressionMethod::STORE if packed.len() <= most => packed.to_vec(),
            CompressionMethod::STORE => return Err(Refusal::UnpacksTooLarge),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                    TINFLStatus::HasMoreOutput => Refusal::UnpacksTooLarge,
                    _ => Refusal::Damaged,
                })?
            }
            _ => return Err(Refusal::Packed),
        };
        self.left -= content.len();
        Ok(Some(content))
    }

    /// A file's content as text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        Ok(self.file(name)?.map(|bytes| super::encoding::unicode(&bytes)))
    }
}

/// The files of an archive, in the order of their names, without those that operating systems and office programs add.
pub fn unpacked(bytes: &[u8]) -> Result<Vec<Source>, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let is_added = |name: &str| {
        let own = name.rsplit('/').next().unwrap_or(name);
        name.starts_with("__MACOSX/")
            || own.starts_with('.')
            || own.starts_with("~$")
            || own == "Thumbs.db"
            || own == "desktop.ini"
    };
    let mut names: Vec<String> = archive.names().filter(|name| !is_added(name)).map(String::from).collect();
    sort_by(&mut names, Ord::cmp);
    if names.len() > MAX_FILES {
        return Err(Refusal::TooManyFiles);
    }
    let mut sources = Vec::new();
    for path in names {
        let bytes = archive.file(&path)?.unwrap_or_default();
        sources.push(Source { name: path.rsplit('/').next().unwrap_or(&path).into(), bytes });
    }
    if sources.is_empty() { Err(Refusal::NothingInside) } else { Ok(sources) }
}

/// Decodes the name of a file, which programs on Chinese Windows write in GBK rather than in UTF-8.
fn name(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).map(String::from).ok().or_else(|| gb18030(bytes));
    text.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned()).replace('\\', "/")
}
