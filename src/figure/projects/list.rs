//! Matches the lines of the project table with the projects' groups and performance forms.
//!
//! A department may have thousands of projects: names are matched through one ordered map, not each with each.

use std::collections::BTreeMap;

use crate::budget::{Budget, Line, Project, ProjectGroup, Table};
use crate::figure::entry::{Entry, EntryId};
use crate::figure::items::leaves;
use crate::figure::search::occurs;

/// One project of the table.
pub struct Listed<'b> {
    /// Its line.
    pub line: &'b Line,
    /// The project's group and form, if the document has them.
    pub project: Option<&'b Project>,
    /// How many lines before it have the same name.
    pub alike: usize,
}

impl Listed<'_> {
    /// The project's name in the page's address, with a number where an earlier project has the same name.
    pub fn key(&self) -> String {
        match self.alike {
            0 => self.line.name.clone(),
            n => [self.line.name.as_str(), "-", &(n + 1).to_string()].concat(),
        }
    }

    /// The group of the project, where the document states it.
    pub fn group(&self) -> Option<ProjectGroup> {
        self.project?.group
    }

    /// Whether its form is published.
    pub fn has_form(&self) -> bool {
        self.project.is_some_and(|project| project.form.is_some())
    }
}

/// The places in a list at which each name occurs.
type Places<'b> = BTreeMap<&'b str, Vec<usize>>;

/// Records that `name` occurs at `place`; returns how often it has occurred before.
fn note<'b>(places: &mut Places<'b>, name: &'b str, place: usize) -> usize {
    let known = places.entry(name).or_default();
    known.push(place);
    known.len() - 1
}

/// The projects in printed order.
pub fn listed<'b>(budget: &'b Budget, table: &'b Table) -> Vec<Listed<'b>> {
    let mut projects = Places::new();
    for (i, project) in budget.projects.iter().enumerate() {
        note(&mut projects, &project.name, i);
    }
    let mut names = Places::new();
    let mut listed = Vec::new();
    for line in leaves(table) {
        let alike = note(&mut names, &line.name, listed.len());
        // A project that is printed in several lines has one form.
        let known = projects.get(line.name.as_str()).and_then(|known| known.get(alike).or(known.last()));
        listed.push(Listed { line, project: known.map(|&i| &budget.projects[i]), alike });
    }
    listed
}

/// The entries in the order of the characters of their names, as the list shows them.
pub fn by_name(entries: &[Entry]) -> Vec<EntryId> {
    let mut names = BTreeMap::<&str, Vec<EntryId>>::new();
    for (id, entry) in entries.iter().enumerate() {
        names.entry(&entry.short).or_default().push(id);
    }
    names.into_values().flatten().collect()
}

/// Whether all of these words occur in the name, in whatever order; small and capital Latin letters are the same.
pub fn has_words(name: &str, words: &str) -> bool {
    words.split_whitespace().all(|word| occurs(name, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_must_occur_in_whatever_order() {
        assert!(has_words("办公楼WiFi费用（2025年）", "2025 wifi"));
        assert!(has_words("办公楼WiFi费用（2025年）", "　费用　"));
        assert!(!has_words("办公楼WiFi费用（2025年）", "wifi 2026"));
        assert!(has_words("x", ""));
        assert!(!has_words("", "x"));
    }
}
