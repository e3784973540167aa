//! What each budget's folder is called: the last part of its address, so it must stay the same from year to year.

use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What a folder is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Whether it says what the file's name says; else a few digits stand for that.
    pub is_readable: bool,
}

/// Words that any department's file may be called with: they do not say whose it is.
const ANYBODYS: [&str; 12] =
    ["budgets", "budget", "accounts", "account", "final", "部门", "单位", "预算", "决算", "公开", "年度", "年"];

/// A name for each file, the one that it is asked to have or else by the file's own: lowercase Latin letters, digits,
/// `-`, `_` and `.`, so that every host and every system serves it. Names that do not say whose the file is (`budget`), and
/// those that several files have, begin with that of the folder above that says it. None is one of `taken`.
pub fn names<'f>(files: &[(&'f str, Option<&str>)], taken: &HashSet<String>) -> Vec<Named> {
    let first = |&(file, asked)| match asked {
        Some(asked) => (String::from(asked), None),
        None if says_whose(stem(file)) => (safe(stem(file)), None),
        None => behind(telling(file), file),
    };
    let mut longer: Vec<(String, Option<&'f str>)> = files.iter().map(first).collect();
    let count = counted(longer.iter().map(|(name, _)| name.clone()));
    for ((name, above), (file, asked)) in longer.iter_mut().zip(files) {
        if count[name] > 1 && asked.is_none() && above.is_none() {
            (*name, *above) = behind(telling(file).or_else(|| folders(file).next()), file);
        }
    }
    let (longer, above): (Vec<_>, Vec<_>) = longer.into_iter().unzip();
    let mut used: HashSet<_> = taken.iter().map(|name| name.to_lowercase()).collect();
    let mut numbers: HashMap<&String, usize> = HashMap::new();
    // Names that were asked for are given first.
    let mut order: Vec<_> = (0..files.len()).collect();
    order.sort_by_key(|i| files[*i].1.is_none());
    let mut names = longer.clone();
    for i in order {
        while !used.insert(names[i].clone()) {
            let number = numbers.entry(&longer[i]).or_insert(1);
            *number += 1;
            names[i] = format!("{}-{number}", longer[i]);
        }
    }
    let is_told = |i: usize| is_readable(stem(files[i].0)) && above[i].is_none_or(is_readable);
    let all = names.into_iter().enumerate();
    all.map(|(i, name)| Named { name, is_readable: files[i].1.is_some() || is_told(i) }).collect()
}

/// A file's name behind that of a folder above it, and that folder.
fn behind<'f>(folder: Option<&'f str>, file: &str) -> (String, Option<&'f str>) {
    let above = folder.map(|folder| safe(folder) + "-").unwrap_or_default();
    (above + &safe(stem(file)), folder)
}

/// The folder that says whose a file is: the one that it is in or, where that is a year's, the one above.
fn telling(file: &str) -> Option<&str> {
    folders(file).find(|name| says_whose(name))
}

/// The two folders above a file, the one that it is in first.
fn folders(file: &str) -> impl Iterator<Item = &str> {
    Path::new(file).ancestors().skip(1).take(2).map_while(|folder| folder.file_name()?.to_str())
}

/// Whether the name of a file or a folder can say which department it is of, if only by a number: 2026 and `budget` do not.
fn says_whose(name: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && matches!(part.get(..2), Some("19" | "20"));
    let rest = ANYBODYS.iter().fold(name.to_lowercase(), |name, word| name.replace(word, " "));
    rest.split(|c: char| !c.is_alphanumeric()).any(|part| !part.is_empty() && !is_year(part))
}

/// Whether the safe name says all that the name says.
fn is_readable(name: &str) -> bool {
    name.is_ascii() && name.contains(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

fn stem(file: &str) -> &str {
    Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

fn counted(names: impl Iterator<Item = String>) -> HashMap<String, usize> {
    let mut count = HashMap::new();
    for name in names {
        *count.entry(name).or_insert(0) += 1;
    }
    count
}

/// A name that is safe in an address. Where letters had to go, a few digits made of the whole name stand for them:
/// 教育局 and 财政局 are two addresses, and the same ones next year, whatever else is published then.
pub fn safe(name: &str) -> String {
    let mut safe = String::new();
    for c in name.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() || c == '_' => safe.push(c),
            '.' if !safe.is_empty() => safe.push('.'),
            _ if safe.ends_with('-') || safe.is_empty() => {}
            _ => safe.push('-'),
        }
    }
    let kept = safe.trim_end_matches(['-', '.']);
    if name.is_ascii() && !kept.is_empty() {
        return if is_device(kept) { ["d-", kept].concat() } else { kept.into() };
    }
    // FNV-1a: short, and the same on every machine.
    let digest =
        name.bytes().fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digest = format!("{digest:08x}");
    if kept.is_empty() { ["d-", &digest].concat() } else { [kept, "-", &digest].concat() }
}

/// Whether Windows takes the name for a device, whatever its ending: a folder of this name could not be copied to a
/// host that runs it.
fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default();
    let port = first.strip_prefix("com").or_else(|| first.strip_prefix("lpt"));
    matches!(first, "con" | "prn" | "aux" | "nul") || port.is_some_and(|port| matches!(port.as_bytes(), [b'0'..=b'9']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(files: &[&str]) -> Vec<String> {
        let files: Vec<_> = files.iter().map(|file| (*file, None)).collect();
        names(&files, &["budget.json".into(), "portal".into()].into()).into_iter().map(|named| named.name).collect()
    }

    #[test]
    fn a_folder_is_called_as_its_file() {
        assert_eq!(named(&["in/Education Bureau.json", "finance_2026.json"]), ["education-bureau", "finance_2026"]);
        assert_eq!(named(&["a/.json", "../..json", "portal.json"]), ["json", "d-2b0c98f1", "portal-2"]);
    }

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        assert_eq!(named(&["jyj/budget.json", "czj/budget.json", "x.json"]), ["jyj-budget", "czj-budget", "x"]);
        assert_eq!(named(&["a/x.json", "a/x.json", "X.json"]), ["a-x", "a-x-2", "x"]);
    }

    #[test]
    fn a_file_that_does_not_say_whose_it_is_is_called_as_the_folder_that_does_whatever_other_files_there_are() {
        let files =
            ["in/局/2026/budget.json", "in/2026/jyj/budget-2026.json", "czj/2026-final/2026.json", "2026/budget.json"];
        let all = named(&files);
        assert_eq!(all, [&[&safe("局"), "-budget"].concat(), "jyj-budget-2026", "czj-2026", "budget"]);
        for (file, name) in files.iter().zip(&all) {
            assert_eq!(named(&[file]), [name.as_str()]);
        }
        let alike = named(&["局/2026/budget.json", "院/2026/budget.json"]);
        assert_eq!(alike, ["局", "院"].map(|folder| [&safe(folder), "-budget"].concat()));
        let unreadable = names(&[("局/2026/budget.json", None), ("a/budget.json", None)], &HashSet::new());
        assert_eq!(unreadable.iter().map(|named| named.is_readable).collect::<Vec<_>>(), [false, true]);
        assert_eq!(named(&["x.json"; 3]), ["x", "x-2", "x-3"]);
    }

    #[test]
    fn no_folder_is_called_as_a_device_of_windows() {
        assert_eq!(named(&["CON.json", "lpt1.2026.json", "com.json"]), ["d-con", "d-lpt1.2026", "com"]);
    }

    #[test]
    fn chinese_names_stay_apart_and_stay_the_same() {
        let two = named(&["教育局2026.json", "财政局2026.json"]);
        assert_ne!(two[0], two[1]);
        assert_eq!(two[1], named(&["财政局2026.json"])[0]);
        assert!(two.iter().all(|name| name.starts_with("2026-") && name.is_ascii()), "{two:?}");
    }

    #[test]
    fn a_name_that_is_asked_for_is_given_before_others_take_it() {
        let files = [("in/a.json", None), ("教育局.json", Some("a")), ("财政局.json", None)];
        let named = names(&files, &HashSet::new());
        assert_eq!(named.iter().map(|named| &*named.name).take(2).collect::<Vec<_>>(), ["in-a", "a"]);
        assert_eq!(named.iter().map(|named| named.is_readable).collect::<Vec<_>>(), [true, true, false]);
    }
}
