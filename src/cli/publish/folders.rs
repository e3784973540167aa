//! Which folder each budget has, in one year or in several; and where the addresses of other years lead.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::counting::Counting;
use super::edition::Edition;
use super::list_row::ListRow;
use super::names::{Named, names};
use super::portal::Slug;
use crate::budget::BodyName;
use crate::cli::path::NamedPath;

/// The folders of all budgets, in the budgets' order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Folders {
    /// Where each lies: `education`, or `2026/education` where there are several years. None where there is one budget.
    pub names: Vec<String>,
    /// The files whose folders have a few digits for a name that cannot be read in an address.
    pub unreadable: Vec<usize>,
    /// Addresses that only lead on, each to a budget.
    pub forwards: BTreeMap<String, usize>,
    /// The names that `site.json` gives them.
    asked: Vec<Option<String>>,
}

/// What makes documents those of one department.
#[derive(PartialEq, Eq, Hash)]
enum Alike<'a> {
    /// Its name.
    Name(&'a BodyName),
    /// The name that `site.json` gives to its folders.
    Slug(&'a str),
}

impl Folders {
    /// The folders of these files' budgets. What `slugs` say of a file or a department comes first; nothing is called
    /// like one of `taken`.
    pub fn of(files: &[&NamedPath], rows: &[ListRow], slugs: &BTreeMap<String, Slug>, taken: &[String]) -> Folders {
        if files.len() < 2 {
            return Folders::default();
        }
        let mut editions: BTreeMap<Edition, Vec<usize>> = BTreeMap::new();
        for (i, row) in rows.iter().enumerate() {
            editions.entry(row.edition).or_default().push(i);
        }
        let several = editions.len() > 1;
        let asked: Vec<_> =
            files.iter().zip(rows).map(|(file, row)| slug(file, row, slugs).map(String::from)).collect();
        let mut folders = Folders { names: vec![String::new(); files.len()], asked, ..Folders::default() };
        let mut taken: HashSet<_> = taken.iter().cloned().collect();
        taken.extend(editions.keys().filter(|_| several).map(|edition| edition.id()));
        for (edition, those) in &editions {
            let asked: Vec<_> = those.iter().map(|&i| (&**files[i], folders.asked[i].as_deref())).collect();
            let named = names(&asked, &taken);
            let plain: Vec<_> = named.iter().map(|named| without(&named.name, *edition)).collect();
            let mut count: HashMap<&str, usize> = HashMap::new();
            for plain in &plain {
                *count.entry(plain).or_default() += 1;
            }
            for ((&i, Named { name, is_readable }), plain) in those.iter().zip(&named).zip(&plain) {
                if !is_readable {
                    folders.unreadable.push(i);
                }
                // A file's name may say the year that its folder says.
                let is_free = |plain: &&String| !taken.contains(*plain) && count[plain.as_str()] == 1;
                let own = Some(plain).filter(|plain| several && *plain != name).filter(is_free).unwrap_or(name);
                folders.names[i] = if several { [&edition.id(), "/", own].concat() } else { own.clone() };
                if several {
                    // What it was called while there was one year leads to that year; what has no year to the newest.
                    for address in [name, own] {
                        let known = folders.forwards.entry(address.clone()).or_insert(i);
                        if rows[i].edition.newest() >= rows[*known].edition.newest() {
                            *known = i;
                        }
                    }
                }
            }
        }
        folders
    }

    /// The documents of each budget's department, its own among them, the earliest first: those that are called alike, and
    /// those to whose folders `site.json` gives one name. Of several files of one department and year the one that counts
    /// stands for the others.
    pub fn editions(&self, rows: &[ListRow], counting: &[Counting]) -> Vec<BTreeMap<Edition, usize>> {
        let keys = |i: usize| {
            let asked = self.asked.get(i).and_then(Option::as_deref);
            [Alike::Name(&rows[i].name)].into_iter().chain(asked.map(Alike::Slug))
        };
        let mut alike: HashMap<Alike, BTreeMap<Edition, usize>> = HashMap::new();
        for (i, row) in rows.iter().enumerate() {
            for key in keys(i) {
                let known = alike.entry(key).or_default().entry(row.edition).or_insert(i);
                if matches!(counting[*known], Counting::Again(_)) {
                    *known = i;
                }
            }
        }
        let of = |i: usize| {
            let mut editions = BTreeMap::from([(rows[i].edition, i)]);
            for (edition, other) in keys(i).flat_map(|key| &alike[&key]) {
                editions.entry(*edition).or_insert(*other);
            }
            editions
        };
        (0..rows.len()).map(of).collect()
    }
}

/// The document to which an address without a year leads.
pub fn newest(editions: &BTreeMap<Edition, usize>) -> Option<usize> {
    editions.iter().max_by_key(|(edition, _)| edition.newest()).map(|(_, newest)| *newest)
}

/// The slugs that are of none of these files, which may be a slip of the pen.
pub fn unused<'s>(files: &[&NamedPath], rows: &[ListRow], slugs: &'s BTreeMap<String, Slug>) -> Vec<&'s str> {
    let used: BTreeSet<_> = files.iter().zip(rows).filter_map(|(file, row)| slug(file, row, slugs)).collect();
    slugs.iter().filter(|(_, slug)| !used.contains(&***slug)).map(|(key, _)| key.as_str()).collect()
}

/// The slug that is given for a file's folder: by the file's name, with or without an ending, or by its department's.
fn slug<'s>(file: &NamedPath, row: &ListRow, slugs: &'s BTreeMap<String, Slug>) -> Option<&'s str> {
    let path = file.path();
    let text = |name: Option<&std::ffi::OsStr>| name.and_then(|name| slugs.get(name.to_str()?));
    let own = text(path.file_name()).or_else(|| text(path.file_stem()));
    let short = || slugs.get(row.short());
    own.or_else(|| slugs.get(&row.full)).or_else(short).map(|slug| &**slug)
}

/// A name without the year that it begins or ends with: `education-2026` is `education`, and 2026 alone is `budget`.
fn without(name: &str, edition: Edition) -> String {
    let signs = ['-', '_', '.'];
    let year = edition.year.to_string();
    let name = if edition.is_final { name.strip_suffix("final").unwrap_or(name).trim_end_matches(signs) } else { name };
    let rest = name.strip_suffix(&year).or_else(|| name.strip_prefix(&year)).unwrap_or(name);
    let rest = rest.trim_matches(signs);
    if rest.is_empty() { "budget".into() } else { rest.into() }
}
