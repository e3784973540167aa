//! A writer of ZIP archives.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write as _;

/// An archive of these files, packed.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let place = u32::try_from(bytes.len()).unwrap();
        let mut head: Vec<u8> = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        // Nobody reads its check sum.
        for number in [0, packed.len(), content.len()] {
            head.extend(u32::try_from(number).unwrap().to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(place.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, place) = (u16::try_from(files.len()).unwrap(), u32::try_from(bytes.len()).unwrap());
    let length = u32::try_from(directory.len()).unwrap();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(place.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}
