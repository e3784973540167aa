//! Which folder each budget has, in one year or in several; and where the addresses of other years lead.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::list_row::ListRow;
use super::names::{Named, names};
use super::portal::Slug;
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
}

impl Folders {
    /// The folders of these files' budgets. What `slugs` say of a file or a department comes first; nothing is called
    /// like one of `taken`.
    pub fn of(files: &[&NamedPath], rows: &[ListRow], slugs: &BTreeMap<String, Slug>, taken: &[String]) -> Folders {
        if files.len() < 2 {
            return Folders::default();
        }
        let years: BTreeSet<_> = rows.iter().map(|row| row.year).collect();
        let several = years.len() > 1;
        let mut folders = Folders { names: vec![String::new(); files.len()], ..Folders::default() };
        let mut taken = taken.to_vec();
        taken.extend(years.iter().filter(|_| several).map(u16::to_string));
        for year in &years {
            let of_year: Vec<_> = (0..files.len()).filter(|i| rows[*i].year == *year).collect();
            let asked: Vec<_> = of_year.iter().map(|&i| (&**files[i], slug(files[i], &rows[i], slugs))).collect();
            let named = names(&asked, &taken);
            let plain: Vec<_> = named.iter().map(|named| without(&named.name, *year)).collect();
            for ((&i, Named { name, is_readable }), plain) in of_year.iter().zip(&named).zip(&plain) {
                if !is_readable {
                    folders.unreadable.push(i);
                }
                // A file's name may say the year that its folder says.
                let is_free = |plain: &&String| {
                    !taken.contains(plain)
                        && (named.iter().filter(|other| without(&other.name, *year) == **plain).count() == 1)
                };
                let own = Some(plain).filter(|plain| several && *plain != name).filter(is_free).unwrap_or(name);
                folders.names[i] = if several { format!("{year}/{own}") } else { own.clone() };
                if several {
                    // What it was called while there was one year leads to that year; what has no year to the newest.
                    folders.forwards.insert(name.clone(), i);
                    folders.forwards.insert(own.clone(), i);
                }
            }
        }
        folders
    }

    /// The other years of each budget's department and its own, with the budget of each year, the earliest first: those
    /// whose folders have one name, and those of one department.
    pub fn years(&self, rows: &[ListRow]) -> Vec<BTreeMap<u16, usize>> {
        let mut alike: HashMap<(u8, &str, &str), Vec<usize>> = HashMap::new();
        let keys = |i: usize| {
            let last = self.names.get(i).and_then(|name| name.rsplit('/').next()).unwrap_or_default();
            [(0, last, ""), (1, rows[i].full.as_str(), rows[i].region.as_deref().unwrap_or_default())]
        };
        for i in 0..rows.len() {
            for key in keys(i) {
                alike.entry(key).or_default().push(i);
            }
        }
        let of = |i: usize| {
            let mut years = BTreeMap::from([(rows[i].year, i)]);
            for other in keys(i).iter().rev().flat_map(|key| &alike[key]) {
                years.entry(rows[*other].year).or_insert(*other);
            }
            years
        };
        (0..rows.len()).map(of).collect()
    }
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
fn without(name: &str, year: u16) -> String {
    let year = year.to_string();
    let rest = name.strip_suffix(&year).or_else(|| name.strip_prefix(&year)).unwrap_or(name);
    let rest = rest.trim_matches(['-', '_', '.']);
    if rest.is_empty() { "budget".into() } else { rest.into() }
}
