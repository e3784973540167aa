//! Decodes PDF streams that are written as text: in base 85, or as hexadecimal digits.
//!
//! The rules are those of `hayro_syntax`, so that what is counted here is what is unpacked there.

use hayro_syntax::Filter;
use std::borrow::Cow;

/// Applies the text filters that a stream's filters begin with, and returns the bytes with the filters that are left;
/// `None` where the text is invalid. A result of more than `most` bytes may be cut, but never to `most` or less.
pub fn bare<'a, 'f>(
    mut bytes: Cow<'a, [u8]>,
    mut filters: &'f [Filter],
    most: usize,
) -> Option<(Cow<'a, [u8]>, &'f [Filter])> {
    while let [first @ (Filter::Ascii85Decode | Filter::AsciiHexDecode), rest @ ..] = filters {
        bytes = if *first == Filter::AsciiHexDecode { of_digits(&bytes)? } else { of_base_85(&bytes, most)? }.into();
        filters = rest;
    }
    Some((bytes, filters))
}

const fn is_blank(c: u8) -> bool {
    matches!(c, b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

/// Decodes hexadecimal digits, of which two are a byte.
fn of_digits(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.iter().copied().take_while(|c| *c != b'>').filter(|c| !is_blank(*c));
    let digits: Vec<u8> =
        text.map(|c| char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect::<Option<_>>()?;
    Some(digits.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(0)).collect())
}

/// Decodes base 85: five characters are four bytes, and a `z` is four zeros.
fn of_base_85(text: &[u8], most: usize) -> Option<Vec<u8>> {
    let (mut bytes, mut group) = (Vec::new(), Vec::new());
    for c in text.iter().copied().take_while(|c| *c != b'~').filter(|c| !is_blank(*c)) {
        match c {
            b'!'..=b'u' => group.push(c),
            b'z' => {}
            _ => return None,
        }
        if c == b'z' || group.len() == 5 {
            end_group(&mut group, &mut bytes)?;
        }
        if c == b'z' {
            bytes.extend([0; 4]);
        }
        if bytes.len() > most {
            return Some(bytes);
        }
    }
    end_group(&mut group, &mut bytes)?;
    Some(bytes)
}

/// Writes the bytes of a group, one less than it has characters.
fn end_group(group: &mut Vec<u8>, bytes: &mut Vec<u8>) -> Option<()> {
    let count = group.len();
    if count == 0 {
        return Some(());
    }
    group.resize(5, b'u');
    let value = group.iter().try_fold(0_u32, |value, c| value.checked_mul(85)?.checked_add(u32::from(c - b'!')))?;
    group.clear();
    bytes.extend(&value.to_be_bytes()[..count - 1]);
    (count > 1).then_some(())
}

#[cfg(test)]
mod tests {
    use super::bare;
    use hayro_syntax::Filter::{Ascii85Decode, AsciiHexDecode, FlateDecode};

    #[test]
    fn text_is_the_bytes_that_it_stands_for() {
        let read = |text: &str, filters: &[_]| {
            bare(text.as_bytes().into(), filters, 100).map(|(bytes, left)| (bytes.into_owned(), left.to_vec()))
        };
        for (text, filters, expected) in [
            ("87cURD]i,\"Ebo80~>", vec![Ascii85Decode], Some(&b"Hello World!"[..])),
            ("z 87 cU~", vec![Ascii85Decode], Some(b"\0\0\0\0Hel")),
            ("4865 6C6c\n6F7>00", vec![AsciiHexDecode], Some(b"Hellop")),
            ("38376355>", vec![AsciiHexDecode, Ascii85Decode], Some(b"Hel")),
            ("", vec![Ascii85Decode], Some(b"")),
            ("v", vec![Ascii85Decode], None),
            ("8", vec![Ascii85Decode], None),
            ("uuuuu", vec![Ascii85Decode], None),
            ("xy", vec![AsciiHexDecode], None),
        ] {
            assert_eq!(read(text, &filters).map(|(bytes, _)| bytes).as_deref(), expected, "{text}");
        }
        assert!(read(&"z".repeat(1_000), &[Ascii85Decode]).unwrap().0.len() < 110);
        assert_eq!(read("38376355>", &[AsciiHexDecode, FlateDecode]).unwrap().1, [FlateDecode]);
    }
}
