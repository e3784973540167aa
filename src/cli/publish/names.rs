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

/// A name for each file, the one that it is asked to have or else by the file's own: lowercase Latin letters, digits,
/// `-`, `_` and `.`, so that every host and every system serves it. Names that several files have begin with that of
/// the folder that each is in. None is one of `taken`.
pub fn names(files: &[(&str, Option<&str>)], taken: &[String]) -> Vec<Named> {
    let own: Vec<_> = files.iter().map(|(file, asked)| asked.map_or_else(|| safe(stem(file)), String::from)).collect();
    let count = counted(&own);
    let longer = |((file, asked), name): (&(&str, Option<&str>), &String)| {
        let parent = Path::new(file).parent().and_then(Path::file_name).and_then(|name| name.to_str());
        match parent {
            Some(parent) if count[name] > 1 && asked.is_none() => [&safe(parent), "-", name].concat(),
            _ => name.clone(),
        }
    };
    let mut used: HashSet<_> = taken.iter().map(|name| name.to_lowercase()).collect();
    // Names that were asked for are given first.
    let mut order: Vec<_> = (0..files.len()).collect();
    order.sort_by_key(|i| files[*i].1.is_none());
    let longer: Vec<_> = files.iter().zip(&own).map(longer).collect();
    let mut names = longer.clone();
    for i in order {
        let (mut unique, mut number) = (longer[i].clone(), 1);
        while !used.insert(unique.clone()) {
            number += 1;
            unique = format!("{}-{number}", longer[i]);
        }
        names[i] = unique;
    }
    let is_readable = |(file, asked): &(&str, Option<&str>)| asked.is_some() || is_readable(stem(file));
    names.into_iter().zip(files).map(|(name, file)| Named { name, is_readable: is_readable(file) }).collect()
}

/// Whether the safe name says all that the name says.
fn is_readable(name: &str) -> bool {
    name.is_ascii() && name.contains(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

fn stem(file: &str) -> &str {
    Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

fn counted(names: &[String]) -> HashMap<&String, usize> {
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
        names(&files, &["budget.json".into(), "portal".into()]).into_iter().map(|named| named.name).collect()
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
        let named = names(&files, &[]);
        assert_eq!(named.iter().map(|named| &*named.name).take(2).collect::<Vec<_>>(), ["in-a", "a"]);
        assert_eq!(named.iter().map(|named| named.is_readable).collect::<Vec<_>>(), [true, true, false]);
    }
}
