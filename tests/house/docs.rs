//! The documentation agrees with the program: its links lead somewhere, and it names what can be asked for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::budgets::official;
use crate::common::program::program;
use crate::common::repository::{path as root, text};
use budget_lens::figure::{ORDER, Query, figures, param};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

/// The folders whose pages are read.
const FOLDERS: [&str; 5] = ["", "docs", "docs/zh", "docs/hosts", "tests"];
/// The Chinese pages, for those who have no other.
const CHINESE: [&str; 4] = ["docs/zh/check.md", "docs/zh/format.md", "docs/zh/publish.md", "docs/zh/embed.md"];
/// Options that every program has.
const USUAL: [&str; 2] = ["--help", "--version"];

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn pages() -> Vec<PathBuf> {
    let files = FOLDERS.iter().flat_map(|folder| fs::read_dir(root(folder)).unwrap());
    let files = files.map(|file| file.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

/// A page without its blocks of code.
fn prose(page: &str) -> String {
    page.split("```").step_by(2).collect()
}

/// The address of a heading, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

fn headings(page: &str) -> Vec<String> {
    let lines = prose(page);
    lines.lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#'))).collect()
}

#[test]
fn every_figure_and_every_parameter_of_an_address_is_documented() {
    let page = text("docs/address.md");
    for id in ORDER.iter().chain(&["summary"]) {
        assert!(page.contains(&format!("`{id}`")), "docs/address.md names no figure `{id}`");
    }
    for name in param::ALL {
        assert!(page.contains(&format!("`{name}=")), "docs/address.md names no parameter `{name}`");
    }
}

#[test]
fn links_between_the_pages_lead_to_files_and_headings_that_exist() {
    let mut followed = 0;
    for path in pages() {
        let text = prose(&read(&path));
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains(':')) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let there = if file.is_empty() { path.clone() } else { path.with_file_name("").join(file) };
            assert!(there.exists(), "{}: {link} leads nowhere", path.display());
            let found = heading.is_empty() || headings(&read(&there)).iter().any(|own| own == heading);
            assert!(found, "{}: {link} has no such heading", path.display());
            followed += 1;
        }
    }
    assert!(followed > 20, "{followed}");
}

/// What the program prints.
fn help(arguments: &[&str]) -> String {
    let output = program().args(arguments).output().unwrap();
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

/// The words in a text of help that begin as options do.
fn options(help: &str) -> impl Iterator<Item = &str> {
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.strip_prefix("--").is_some_and(|name| !name.is_empty()) || *word == "-o")
}

#[test]
fn the_chinese_pages_name_every_command_and_option() {
    let all: String = CHINESE.iter().map(|name| text(name)).collect();
    let general = help(&["--help"]);
    // A command stands two columns to the right of the margin.
    let lines = general.lines().filter_map(|line| line.strip_prefix("  "));
    let commands = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let commands: Vec<_> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(["check", "publish", "import"].iter().all(|name| commands.contains(name)), "{general}");
    let mut named = 0;
    for command in commands {
        assert!(all.contains(&format!("budget-lens {command}")), "no page has {command}");
        let own = help(&[command, "--help"]);
        for option in options(&own).filter(|option| !USUAL.contains(option)) {
            let is_named = ["`", " ", "="].iter().any(|end| all.contains(&format!("`{option}{end}")));
            assert!(is_named, "no page explains {option} of {command}");
            named += 1;
        }
    }
    assert!(named > 10, "{named}");
}

#[test]
fn what_can_be_embedded_is_listed_with_its_question() {
    let page = text("docs/zh/embed.md");
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let all = figures(&official(), &Query::default(), locale);
    assert!(all.len() > 10);
    for figure in all {
        let row = format!("| `{}` | {} |", figure.id, figure.question);
        assert!(page.contains(&row), "docs/zh/embed.md has no row {row}");
    }
}

/// The text of a file, or of all source files below a folder.
fn source(path: &Path) -> String {
    if !path.is_dir() {
        return read(path);
    }
    fs::read_dir(path).unwrap().map(|entry| source(&entry.unwrap().path())).collect()
}

#[test]
fn the_words_of_the_house_are_where_the_glossary_says() {
    let page = text("docs/glossary.md");
    let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| ") && line.contains("| `")).collect();
    assert!(rows.len() > 60, "{}", rows.len());
    for row in rows {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").collect();
        let [_, _, _, place] = cells[..] else { panic!("not four cells: {row}") };
        // What stands between backquotes: a path, and what is declared there.
        let mut names = place.split('`').skip(1).step_by(2);
        let path = root(names.next().unwrap());
        assert!(path.exists(), "{row}: no such file");
        let code = source(&path);
        let code: String =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let words: Vec<_> = code.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        for name in names {
            assert!(words.contains(&name), "{}: no {name}", path.display());
        }
    }
}
