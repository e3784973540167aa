//! Files that are packed of others, taken apart and put together again with one part changed.
//!
//! A byte that is changed in an archive spoils what is packed there, and nothing of it is read. What its reader has to
//! withstand is an archive that is whole, of parts that are not.

use super::archive_writer::archive;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive};
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;

/// The most bytes of a part.
const MAX: usize = 4 << 20;

/// The file with one of its parts changed; nothing where it is not packed of any.
pub fn changed(bytes: &[u8], which: u32, change: impl FnOnce(&mut Vec<u8>)) -> Option<Vec<u8>> {
    let pick = |count: usize| usize::try_from(which).ok()?.checked_rem(count);
    if bytes.starts_with(b"PK\x03\x04") {
        let mut parts = unzipped(bytes)?;
        let at = pick(parts.len())?;
        change(&mut parts[at].1);
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), &content[..])).collect();
        Some(archive(&parts))
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let mut streams = streams(bytes)?;
        let at = pick(streams.len())?;
        change(&mut streams[at].1);
        compound(&streams)
    } else {
        None
    }
}

fn unzipped(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let zip = ZipArchive::from_slice(bytes).ok()?;
    let mut parts = Vec::new();
    let mut entries = zip.entries();
    while let Ok(Some(entry)) = entries.next_entry() {
        let packed = zip.get_entry(entry.wayfinder()).ok()?.data();
        let content = match entry.compression_method() {
            CompressionMethod::STORE => packed.to_vec(),
            _ => decompress_to_vec_with_limit(packed, MAX).ok()?,
        };
        parts.push((String::from_utf8_lossy(entry.file_path().as_ref()).into_owned(), content));
    }
    Some(parts)
}

fn streams(bytes: &[u8]) -> Option<Vec<(PathBuf, Vec<u8>)>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let paths: Vec<PathBuf> = file.walk().filter(cfb::Entry::is_stream).map(|entry| entry.path().into()).collect();
    let mut content = |path: PathBuf| {
        let mut content = Vec::new();
        file.open_stream(&path).ok()?.take(MAX as u64).read_to_end(&mut content).ok()?;
        Some((path, content))
    };
    paths.into_iter().map(&mut content).collect()
}

fn compound(streams: &[(PathBuf, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    for (path, content) in streams {
        file.create_storage_all(path.parent()?).ok()?;
        file.create_stream(path).ok()?.write_all(content).ok()?;
    }
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}
