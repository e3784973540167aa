//! The files that the list's script fetches when somebody searches: lines of text, which a browser reads and searches fast.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::Listed;
use crate::cli::publish::counting::Counting;
use crate::cli::publish::precompress;
use crate::figure::Initials;
use crate::locale::Locale;
use crate::money::{Money, largest_first};

/// The folder of these files and of the pages of places.
pub const FOLDER: &str = "list";

/// What a list's script may fetch, as addresses relative to the page.
#[derive(Debug, Default)]
pub struct Data {
    /// The file of all departments, where they stand on the pages of their places.
    pub list: Option<String>,
    /// The file of the projects of the page's departments.
    pub projects: Option<String>,
}

/// A file of lines, each with the number of a group.
#[derive(Serialize)]
struct Lines<'a> {
    groups: Vec<Vec<&'a str>>,
    lines: String,
}

/// The pinyin by which names are found.
pub struct Pinyin(Initials);

impl Pinyin {
    /// The table of the standard's characters.
    pub fn new() -> Pinyin {
        Pinyin(Initials::new(&encoding_rs::GBK.decode_without_bom_handling(&Initials::bytes()).0))
    }

    /// The letters that a name's characters begin with, in capitals those of other readings.
    pub fn code(&self, name: &str) -> String {
        self.0.code(name)
    }
}

/// Text as it stands between the tabs of a line.
fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Writes the projects of these departments; returns whether there are any.
pub fn write_projects(path: &Path, listed: &[&Listed], pinyin: &Pinyin) -> io::Result<bool> {
    let mut found = Vec::new();
    // Of two files of one department the one that counts says it.
    let listed: Vec<_> = listed.iter().filter(|one| !matches!(one.counting, Counting::Again(_))).collect();
    for (i, one) in listed.iter().enumerate() {
        for project in &one.row.projects {
            let key = if project.key == project.name { "" } else { &project.key };
            let parts =
                [&plain(&project.name), &pinyin.code(&project.name), &project.amount, &i.to_string(), &plain(key)];
            let mut line = String::new();
            push(&mut line, &parts.map(String::as_str));
            found.push((project.size, line));
        }
    }
    // The largest first, as few of them are shown.
    let order = largest_first(found.iter().map(|(size, _)| *size).collect::<Vec<_>>());
    let lines = order.map(|i| found[i].1.as_str()).collect::<Vec<_>>().join("\n");
    if lines.is_empty() {
        return Ok(false);
    }
    let groups = listed.iter().map(|one| vec![one.folder, one.name]).collect();
    write(path, &Lines { groups, lines })?;
    Ok(true)
}

/// Writes all departments with their places, the largest first, as few of them are shown; a place has its name, its page and, if
/// there are any, its projects' file.
pub fn write_list(
    path: &Path,
    places: &[(Vec<&Listed>, [&str; 3])],
    pinyin: &Pinyin,
    locale: Locale,
) -> io::Result<()> {
    let all: Vec<_> = (0..).zip(places).flat_map(|(i, (listed, _))| listed.iter().map(move |one| (i, *one))).collect();
    let size = |(_, one): &(usize, &Listed)| one.row.numbers.total.map_or(i128::MIN, Money::millionths);
    let mut lines = String::new();
    for at in largest_first(all.iter().map(size).collect::<Vec<_>>()) {
        let (i, one) = all[at];
        let name = plain(one.row.short());
        let total = one.row.numbers.total.map_or_else(|| "—".into(), |total| locale.exact_number(total));
        let (code, group) = (pinyin.code(&name), i.to_string());
        push(&mut lines, &[&name, &code, &total, &group, one.folder, one.also.unwrap_or_default()]);
    }
    let groups = places.iter().map(|(_, [page, name, projects])| vec![*page, *name, *projects]).collect();
    write(path, &Lines { groups, lines })
}

/// Adds a line of these parts.
fn push(lines: &mut String, parts: &[&str]) {
    if !lines.is_empty() {
        lines.push('\n');
    }
    *lines += parts.join("\t").trim_end_matches('\t');
}

fn write(path: &Path, lines: &Lines) -> io::Result<()> {
    precompress::write(path, serde_json::to_string(lines)?.as_bytes())
}
