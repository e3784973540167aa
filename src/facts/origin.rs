//! The document that rows are of.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::body_name::{body_name, units};
use crate::budget::{Budget, Document, Kind};

/// What all rows of a document have in common.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The SHA-256 of the document's file, in hexadecimal digits, as `sha256sum` prints it.
    pub document: String,
    /// The department.
    pub department: String,
    /// The document's title.
    pub title: String,
    /// `budget` or `final`.
    pub stage: String,
    /// Whose budget it is: `department`, `unit` or `government`, where that is known.
    pub body: Option<String>,
    /// Where the official document is on the web.
    pub url: Option<String>,
    /// The shape of its tables: the same for documents of one template.
    pub template: Option<String>,
    /// The date of publication.
    pub published: Option<String>,
    /// Whose budget it is, written so that other documents' names can be compared with it.
    pub body_name: String,
    /// The units that its tables list, written the same way, with `·` around each.
    pub units: Option<String>,
}

impl Origin {
    /// The document that was read from a file with these bytes.
    pub fn of(budget: &Budget, file: &[u8]) -> Self {
        let Document { department, region, title, stage, level, url, published, .. } = &budget.document;
        Origin {
            document: hexadecimal(&Sha256::digest(file)),
            department: department.clone(),
            title: title.clone(),
            stage: stage.clone().unwrap_or_else(|| "budget".into()),
            body: level.clone(),
            url: url.clone(),
            template: template(budget),
            published: published.clone(),
            body_name: body_name(department, region.as_deref()),
            units: listed(&units(budget)),
        }
    }
}

/// Names as one text in which each stands between two `·`, so that a question finds a whole name and no part of one.
fn listed(names: &BTreeSet<String>) -> Option<String> {
    let listed = |names: &BTreeSet<String>| names.iter().fold("·".to_string(), |text, name| text + name + "·");
    Some(names).filter(|names| !names.is_empty()).map(listed)
}

/// A short digest of the headings of all tables that the format has a word for. Digits do not count: of one template the
/// tables of two years differ in them.
fn template(budget: &Budget) -> Option<String> {
    let mut shape = Sha256::new();
    let mut is_any = false;
    for table in budget.named() {
        let Some(kind) = table.kind.filter(|kind| !matches!(kind, Kind::Other | Kind::Performance)) else { continue };
        is_any = true;
        shape.update(kind.id());
        for column in &table.columns {
            let heading = column.group.iter().map(String::as_str).chain([column.name.as_str()]);
            let letters = heading.flat_map(str::chars).filter(|c| !c.is_numeric() && !c.is_whitespace());
            shape.update(letters.collect::<String>());
            shape.update([0]);
        }
    }
    is_any.then(|| hexadecimal(&shape.finalize()[..6]))
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Column, Table};

    #[test]
    fn a_template_is_the_same_in_another_year_and_differs_by_its_headings() {
        let budget = |headings: &[&str]| {
            let column = |name: &&str| Column { id: (*name).into(), name: (*name).into(), ..Column::default() };
            let columns = headings.iter().map(column).collect();
            let table = Table { kind: Some(Kind::Expenditure), columns, ..Table::default() };
            Budget { tables: vec![table], ..Budget::default() }
        };
        let own = template(&budget(&["合计", "2025年预算数"]));
        assert_eq!(own, template(&budget(&["合 计", "2026年预算数"])));
        assert_ne!(own, template(&budget(&["合计", "2025年执行数"])));
        assert_eq!(template(&Budget::default()), None);
    }

    #[test]
    fn a_document_is_called_as_its_file_is_digested() {
        let origin = Origin::of(&Budget::default(), b"abc");
        assert_eq!(origin.document, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
