//! The folders that rows lie in: `region=…/year=…`, as Hive began it and database engines read it.

use sha2::{Digest, Sha256};

use super::origin::hexadecimal;

/// What stands for a region or a year that a document does not say.
const NONE: &str = "__HIVE_DEFAULT_PARTITION__";
/// The characters that are written as `%` and two digits: those that Spark writes so, and those that a file's name cannot
/// have on Windows or a pattern for names would mean something by.
const ESCAPED: &str = "\"#%'*/:=?\\{}[]^<>|";
/// What the region's folder begins with.
const REGION: &str = "region=";
/// How many bytes the name of a file or a folder can have.
const LONGEST: usize = 255;

/// The folder of a document's rows below the store: always two names, each of which begins with its column's, so that no
/// region leads out of the store.
pub fn folder(region: Option<&str>, year: u16) -> String {
    let region = region.map(str::trim).filter(|region| !region.is_empty());
    let region = region.map_or_else(|| NONE.into(), |region| fitting(escaped(region)));
    let year = if year == 0 { NONE.into() } else { year.to_string() };
    [REGION, &region, "/year=", &year].concat()
}

/// A name that a folder can have: of a longer one as much as fits, and a digest of the whole, so that two regions that begin
/// alike keep a folder each.
fn fitting(name: String) -> String {
    let room = LONGEST - REGION.len();
    if name.len() <= room {
        return name;
    }
    let digest = ["~", &hexadecimal(&Sha256::digest(&name)[..8])].concat();
    let mut end = name.floor_char_boundary(room - digest.len());
    // No `%` without its two digits.
    end -= name[..end].bytes().rev().take(2).position(|byte| byte == b'%').map_or(0, |behind| behind + 1);
    [&name[..end], &digest].concat()
}

/// The text as a name in a path. What is no ASCII stays: engines read `%` and two digits as a byte or as a character, and
/// are agreed on ASCII only.
fn escaped(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    let end = text.len() - usize::from(text.ends_with('.'));
    for (i, c) in text.char_indices() {
        // Windows drops a point at the end of a name. A region called as what stands for none is not none.
        if c.is_ascii_control() || ESCAPED.contains(c) || i >= end || (i == 0 && text == NONE) {
            let digits = [u32::from(c) >> 4, u32::from(c) & 15].map(|digit| char::from_digit(digit, 16));
            name.push('%');
            name.extend(digits.into_iter().flatten().map(|digit| digit.to_ascii_uppercase()));
        } else {
            name.push(c);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_one_name_whatever_it_is_called() {
        let region = |region: &str| folder(Some(region), 2026);
        assert_eq!(region("山西省朔州市"), "region=山西省朔州市/year=2026");
        assert_eq!(region("甲/乙"), "region=甲%2F乙/year=2026");
        assert_eq!(region(".."), "region=.%2E/year=2026");
        assert_eq!(region("../../etc"), "region=..%2F..%2Fetc/year=2026");
        assert_eq!(region("100% a=b"), "region=100%25 a%3Db/year=2026");
        assert_eq!(region("C:\\x\u{7}*?"), "region=C%3A%5Cx%07%2A%3F/year=2026");
        assert_eq!(region(NONE), "region=%5F_HIVE_DEFAULT_PARTITION__/year=2026");
    }

    #[test]
    fn a_region_that_no_folder_can_be_called_is_cut() {
        let name = |region: &str| folder(Some(region), 2026).strip_suffix("/year=2026").unwrap().to_string();
        for fits in ["县".repeat(82), "/".repeat(82) + "ab", "x".repeat(248)] {
            assert!(!name(&fits).contains('~') && name(&fits).len() <= LONGEST, "{fits}");
        }
        // A character and what is written for one are cut nowhere but behind them.
        for before in 0..9 {
            for (one, written) in [("县", "县"), ("/", "%2F"), ("𠮷", "𠮷")] {
                let long = "x".repeat(before) + &one.repeat(300);
                let name = name(&long);
                assert!((250..=LONGEST).contains(&name.len()), "{name}");
                let (head, digest) = name[REGION.len() + before..].split_once('~').unwrap();
                assert_eq!((head.replace(written, ""), digest.len()), (String::new(), 16), "{name}");
                assert_ne!(name, super::folder(Some(&(long + "1")), 2026).split('/').next().unwrap());
            }
        }
    }

    #[test]
    fn what_is_not_said_has_a_name_of_its_own() {
        let none = "region=__HIVE_DEFAULT_PARTITION__/year=__HIVE_DEFAULT_PARTITION__";
        assert_eq!((folder(None, 0), folder(Some("　 "), 0)), (none.into(), none.into()));
    }
}
