//! Messages about a file itself: what is wrong with it, what is odd about it, how far an official one was understood.

use anstyle::Style;

use super::Checked;
use super::colour;
use super::options::Options;
use super::wrap::{columns_of, wrapped};
use crate::cli::import::summary;
use crate::cli::path::NamedPath;
use crate::cli::read::{self, Unusable};
use crate::cli::terminal::painted;
use crate::load::{Diagnostic, MAX_DIAGNOSTICS};
use crate::locale::Lang;

/// By how many columns the sentences below a place are indented.
const INDENT: usize = 4;

/// What users should know of the file before the findings; empty where the file is as it should be.
pub fn odd(checked: &Checked, options: &Options) -> String {
    let lang = options.lang;
    let imported = checked.source.as_ref().and_then(|source| source.imported);
    let mut text = imported.map(|report| wrapped(&summary(report, lang), 2, options.width)).unwrap_or_default();
    // The JSON of an official file was made by the import, so nobody can look for a line of it.
    if imported.is_none() && !checked.warnings.is_empty() {
        let (zh, en) = ("这个文件要看一看：{0} 处", "To be looked at in this file: {0}");
        text += &heading(&lang.format(zh, en, &[&checked.warnings.len().to_string()]), colour::ODD);
        text += &entries(checked.file, checked.warnings, options);
    }
    text
}

/// A file that cannot be used, and everything that is wrong with it; nothing of one that cannot even be opened.
pub fn unusable(file: &NamedPath, unusable: &Unusable, options: &Options) -> String {
    let lang = options.lang;
    let diagnostics = match unusable {
        Unusable::Unreadable(_) => return String::new(),
        Unusable::Refused(refused) => {
            let mut text = [file, "\n", &heading(lang.tr("不能用", "Unusable"), colour::UNUSABLE)].concat();
            for refused in refused {
                text += &wrapped(&read::sentence(file, refused, lang), 2, options.width);
            }
            return text;
        }
        Unusable::Invalid(diagnostics) => diagnostics,
    };
    let count = diagnostics.len();
    let (zh, en) = if count < MAX_DIAGNOSTICS {
        ("不能用：{0} 处错", "Unusable: {0} faults")
    } else {
        ("不能用：至少 {0} 处错，先列出这些", "Unusable: at least {0} faults, these first")
    };
    let en = if count == 1 { "Unusable: 1 fault" } else { en };
    let heading = heading(&lang.format(zh, en, &[&count.to_string()]), colour::UNUSABLE);
    [file, "\n", &heading, &entries(file, diagnostics, options)].concat()
}

fn heading(what: &str, style: Style) -> String {
    ["\n", &painted(style, what), "\n"].concat()
}

/// The faults one below the other: where each is, as editors read it, and what is wrong.
fn entries(file: &str, diagnostics: &[Diagnostic], options: &Options) -> String {
    let entry = |diagnostic: &Diagnostic| {
        let place = diagnostic.location.as_ref();
        let at = place.map(|place| format!("{file}:{}:{}", place.line, place.column));
        let path = place.map_or("", |place| &place.path);
        placed(at.as_deref().unwrap_or(file), path, options)
            + &wrapped(&sentence(diagnostic, options.lang), INDENT, options.width)
    };
    diagnostics.iter().map(entry).collect()
}

/// The sentence alone: its place stands above it.
fn sentence(diagnostic: &Diagnostic, lang: Lang) -> String {
    diagnostic.kind.sentence(lang)
}

/// The heading of an entry: where in the file, and what is there; below each other where they do not fit a line, since no
/// editor finds a place that is broken in two.
pub fn placed(at: &str, place: &str, options: &Options) -> String {
    let gap = if at.is_empty() || place.is_empty() { "" } else { "  " };
    let lines = if columns_of(at) + columns_of(place) + 4 <= options.width {
        wrapped(&[at, gap, place].concat(), 2, options.width)
    } else {
        [at, place].into_iter().filter(|part| !part.is_empty()).map(|part| wrapped(part, 2, options.width)).collect()
    };
    ["\n", &painted(colour::PLACE, &lines)].concat()
}
