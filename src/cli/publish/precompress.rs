//! Files with their compressed forms beside them, for hosts that send those (`brotli_static`, `gzip_static`).

use std::fs;
use std::io::{self, Write};
use std::ops::RangeInclusive;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::cli::system_error::at;

/// Which files a reader's browser waits for: the page and its budget, as `scripts/dist/compress.mjs` does for the page's own.
/// Downloads and drawings are a few kilobytes each; compressed thrice over they would be two thirds of all files.
const COMPRESSED: [&str; 5] = [".html", ".json", ".js", ".css", ".xml"];
/// The quality of Brotli, which goes up to eleven: six takes less than a tenth of the time of eleven, for an eighth
/// more bytes.
const QUALITY: i32 = 6;
/// The level of gzip, of nine: five takes three quarters of the time of six, for a hundredth more bytes.
const LEVEL: u32 = 5;
/// The windows of Brotli, as powers of two: the encoder clears one of four megabytes for each file, which is half of its
/// time for pages of some hundred kilobytes; a window as large as the file compresses it as well. Below the smallest it
/// would look for repetitions in another way.
const WINDOWS: RangeInclusive<u32> = 17..=22;

/// Writes a file, and what hosts may send in its place. An error says which file it is about.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written(path, bytes).map_err(at(path))
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if !COMPRESSED.iter().any(|end| name.ends_with(end)) {
        return Ok(());
    }
    let beside = |end: &str| path.with_file_name([&*name, end].concat());
    let params = BrotliEncoderParams {
        quality: QUALITY,
        size_hint: bytes.len(),
        lgwin: window(bytes.len()),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &*bytes, &mut small, &params)?;
    fs::write(beside(".br"), &small)?;
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::new(LEVEL));
    encoder.write_all(bytes)?;
    fs::write(beside(".gz"), encoder.finish()?)
}

/// The smallest window that holds a file of this size, and the sixteen bytes that no window holds.
fn window(size: usize) -> i32 {
    let needed = (size + 16).next_power_of_two().trailing_zeros();
    needed.clamp(*WINDOWS.start(), *WINDOWS.end()).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_the_file_and_is_no_larger_than_that() {
        let windows = [0, 100_000, (1 << 17) - 16, (1 << 17) - 15, 433_387, 1 << 20, 1 << 30].map(window);
        assert_eq!(windows, [17, 17, 17, 18, 19, 21, 22]);
    }
}
