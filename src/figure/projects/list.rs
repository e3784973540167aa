//! Matches the lines of the project table with the projects' groups and performance forms.
//!
//! A department may have thousands of projects: names are matched through one ordered map, not each with each.

use std::collections::BTreeMap;

use crate::budget::{Budget, Line, Place, Project, ProjectGroup, Table, Tree, column};
use crate::figure::entry::{Entry, EntryId};
use crate::figure::items::leaves;
use crate::figure::search::occurs;

/// The most lines above a project that are looked through for what tells it apart.
const MAX_ABOVE: usize = 4;

/// One project of the table.
pub struct Listed<'b> {
    /// Its line.
    pub line: &'b Line,
    /// The project's group and form, if the document has them.
    pub project: Option<&'b Project>,
    /// How many lines before it have the same name.
    pub alike: usize,
    /// Of several with the same name, the line above it that none of the others stands under: its unit, or its group.
    pub under: Option<&'b Line>,
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
        listed.push(Listed { line, project: known.map(|&i| &budget.projects[i]), alike, under: None });
    }
    names.retain(|_, places| places.len() > 1);
    if !names.is_empty() {
        tell_apart(&mut listed, (budget, table), &names);
    }
    listed
}

/// Finds for projects with the same name what tells them apart: hospitals that all have a project 医疗业务 are printed
/// above it, each above its own.
fn tell_apart<'b>(listed: &mut [Listed<'b>], (budget, table): (&'b Budget, &'b Table), names: &Places<'b>) {
    // The table may be a view, which has the projects alone: the lines above them are in the tables that print them.
    let mut trees = BTreeMap::<usize, Tree>::new();
    let mut above = |line: &Line| {
        let Place::Cell(at, own, _) = table.cell(line, column::TOTAL) else { return Vec::new() };
        let Some(printed) = budget.tables.get(at) else { return Vec::new() };
        let tree = trees.entry(at).or_insert_with(|| printed.tree());
        let all = std::iter::successors(Some(own), |line| tree.parent(*line)).skip(1).take(MAX_ABOVE);
        all.filter_map(|line| printed.lines.get(line)).collect()
    };
    let above: Vec<Vec<&Line>> = listed.iter().map(|one| above(one.line)).collect();
    for places in names.values() {
        let mut under = BTreeMap::<&str, usize>::new();
        for line in places.iter().flat_map(|&place| &above[place]) {
            *under.entry(&line.name).or_default() += 1;
        }
        for &place in places {
            let is_its = |line: &&&Line| under.get(line.name.as_str()) == Some(&1);
            listed[place].under = above[place].iter().find(is_its).copied();
        }
    }
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
