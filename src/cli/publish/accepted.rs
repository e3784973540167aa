//! Reads what the departments say of numbers that do not agree (`accepted.json`), so that these are published with the
//! explanations.

use std::fmt::Write;

use serde::Deserialize;

use super::error::PublishError;
use super::list_row::ListRow;
use super::portal::Text;
use crate::cli::path::NamedPath;
use crate::cli::read::{self, Opened};
use crate::load;
use crate::locale::Lang;

/// One finding that is accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The file that it is in: its name, as much of its path as tells it from others.
    #[serde(default)]
    file: Option<Text>,
    /// Or the department that it is of.
    #[serde(default)]
    department: Option<Text>,
    /// The year that it is of, where several are published.
    #[serde(default)]
    year: Option<u16>,
    /// The finding, as `budget-lens check --json` calls it (`id`).
    pub finding: Text,
    /// What the department says of it, publicly.
    note: Text,
}

/// All that is accepted.
#[derive(Debug, Default)]
pub struct Accepted {
    entries: Vec<Entry>,
}

impl Accepted {
    /// What the file says; nothing without one.
    pub fn read(path: Option<&NamedPath>, lang: Lang) -> Result<Accepted, PublishError> {
        let Some(path) = path else { return Ok(Accepted::default()) };
        let (bytes, path) = (read::bytes(path, lang), path.path());
        let bytes = bytes.map_err(|error| PublishError::Unreadable(path.into(), error))?;
        let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let entries: Vec<Entry> =
            serde_json::from_slice(json).map_err(|error| PublishError::Json(path.into(), error))?;
        match entries.iter().position(|entry| entry.file.is_none() && entry.department.is_none()) {
            Some(i) => Err(PublishError::OfNothing(path.into(), i + 1)),
            None => Ok(Accepted { entries }),
        }
    }

    /// The entries of a file, and of a department by its full name or without the place that it is named after.
    fn of(&self, file: &NamedPath, department: &str, year: u16) -> Vec<&Entry> {
        let is_file = |name: &str| {
            let path = file.path();
            path.ends_with(name) || path.with_extension("").ends_with(name)
        };
        let is_of = |entry: &&Entry| {
            entry.file.as_deref().is_none_or(is_file)
                && entry.department.as_deref().is_none_or(|name| department.ends_with(name))
                && entry.year.is_none_or(|own| own == year)
        };
        self.entries.iter().filter(is_of).collect()
    }

    /// Writes what is accepted in this file into its budget, and into its text: the page reads it there.
    pub fn explain(&self, file: &NamedPath, opened: &mut Opened) -> Result<(), PublishError> {
        let document = &opened.loaded.budget.document;
        let entries = self.of(file, &document.department, document.year);
        if entries.is_empty() {
            return Ok(());
        }
        if !opened.loaded.budget.explanations.is_empty() {
            return Err(PublishError::ExplainedTwice(file.to_string()));
        }
        let all: serde_json::Map<String, serde_json::Value> =
            entries.iter().map(|entry| (entry.finding.to_string(), (*entry.note).into())).collect();
        let json = with(&opened.json, &serde_json::Value::Object(all).to_string());
        // Whatever the file's encoding is, what comes out is read again before it is published.
        let read = json.and_then(|json| Some((load::read(&json).ok()?, json)));
        let Some((loaded, json)) = read else {
            return Err(PublishError::Unexplained(file.to_string()));
        };
        let imported = opened.imported.take();
        *opened = Opened { loaded, json, imported };
        Ok(())
    }

    /// The message about entries that belong to none of these files.
    pub fn strangers(&self, files: &[&NamedPath], rows: &[ListRow], lang: Lang) -> String {
        let met: Vec<_> =
            files.iter().zip(rows).flat_map(|(file, row)| self.of(file, &row.full, row.edition.year)).collect();
        let strange = self.entries.iter().filter(|entry| !met.iter().any(|met| std::ptr::eq(*met, *entry)));
        let told = strange.map(|entry| {
            let of = entry.file.as_deref().or(entry.department.as_deref()).unwrap_or_default();
            lang.format(
                "--accepted：{0} 的 {1}：这次发布的没有这个文件或部门。\n",
                "--accepted: {1} of {0}: no such file or department is published now.\n",
                &[of, &entry.finding],
            )
        });
        told.collect()
    }
}

/// The text of a budget with its explanations in front, in ASCII, which every encoding has.
fn with(json: &[u8], explanations: &str) -> Option<Vec<u8>> {
    let open = json.iter().position(|byte| *byte == b'{')? + 1;
    let mut plain = String::new();
    for c in explanations.chars() {
        if c.is_ascii() {
            plain.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(plain, "\\u{unit:04x}");
            }
        }
    }
    Some([&json[..open], b"\n  \"explanations\": ", plain.as_bytes(), b",", &json[open..]].concat())
}
