//! Cross-checks of stated counts with what the document has: projects, forms, people, things.

use std::collections::BTreeMap;

use super::statements;
use crate::budget::{Count, Kind, ProjectGroup, Stated, Statement};
use crate::budget::{Field, Measure, Place, whole};
use crate::check::checker::Checker;
use crate::check::finding::{Compared, Finding, Reason, Verdict};
use crate::check::rule::Rule;

/// Checks each stated number of things against how many there are, and counts against each other.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    for (list, i, statement) in statements(checker) {
        if let Some(stated) = statement.count {
            let place = Place::Statement(list, i, Field::Count);
            let is_of_forms = statement.subject.contains("-forms");
            match number_of(checker, &statement.subject) {
                // Forms that were made (编制) need not be published here; those that are said to be published must be.
                Some((count, _)) if is_of_forms && count < stated as usize && !is_published(statement) => {
                    checker.unchecked(Rule::StatedCount, &[place], &[], Reason::NotPublished);
                }
                Some((count, places)) => hold(checker, place, stated as usize, count, &places),
                None if is_of_forms && checker.budget.projects.is_empty() => {
                    checker.unchecked(Rule::StatedCount, &[place], &[], Reason::NotPublished);
                }
                None => same_count(checker, place, &statement.subject),
            }
        }
    }
    for list in [Stated::Staff, Stated::Assets] {
        parts(checker, list);
    }
    offices(checker);
}

/// Whether a statement says that forms are published, and not only that they were made.
fn is_published(statement: &Statement) -> bool {
    let is_made =
        ["编制", "纳入", "填报", "设定", "设置", "申报", "管理"].iter().any(|word| statement.name.contains(word));
    statement.name.contains("公开") || (statement.subject != "department-forms" && !is_made)
}

/// How many things there are of what a statement counts, and the places that are missing or that it is about.
fn number_of(checker: &Checker, subject: &str) -> Option<(usize, Vec<Place>)> {
    let projects = &checker.budget.projects;
    let group = match subject.rsplit('-').next() {
        Some("running") => Some(ProjectGroup::Running),
        Some("goal") => Some(ProjectGroup::Goal),
        _ => None,
    };
    // Where no project's group is known, the number of projects in a group is not, either.
    if group.is_some() && projects.iter().all(|project| project.group.is_none()) {
        return None;
    }
    let own = || projects.iter().enumerate().filter(move |(_, project)| group.is_none() || project.group == group);
    match subject {
        "projects" => {
            let indexed = checker.indexed_table(Kind::Projects)?;
            Some((indexed.projects().count(), vec![Place::Table(indexed.index)]))
        }
        "projects-running" | "projects-goal" => (!projects.is_empty()).then(|| (own().count(), Vec::new())),
        "project-forms" | "project-forms-running" | "project-forms-goal" => {
            let without = own().filter(|(_, project)| project.form.is_none());
            let places: Vec<_> = without.map(|(i, _)| Place::Project(i)).collect();
            (!projects.is_empty()).then(|| (own().count() - places.len(), places))
        }
        "department-forms" => Some((usize::from(checker.budget.performance.is_some()), Vec::new())),
        _ => None,
    }
}

/// Records the result of comparing a stated number of things with how many there are.
fn hold(checker: &mut Checker, place: Place, stated: usize, count: usize, places: &[Place]) {
    let verdict = if stated == count { Verdict::Holds } else { Verdict::Mismatch };
    let difference = whole(stated.abs_diff(count));
    let compared = Some(Compared {
        measure: Measure::Pieces,
        stated: whole(stated),
        computed: whole(count),
        difference: if stated < count { difference.map(crate::money::Amount::negated) } else { difference },
        bound: whole(0),
    });
    // The places of what is missing matter only where the numbers differ.
    let terms = if verdict == Verdict::Mismatch { places.to_vec() } else { Vec::new() };
    checker.push(Finding { rule: Rule::StatedCount, verdict, compared, stated: vec![place], terms, reason: None });
}

/// Cross-checks a number of the text with the lists of people and things.
fn same_count(checker: &mut Checker, place: Place, subject: &str) {
    let lists = [(Stated::Staff, &checker.budget.staff), (Stated::Assets, &checker.budget.assets)];
    let find = |(list, counts): (Stated, &Vec<Count>)| {
        counts.iter().position(|count| count.key == subject).map(|i| Place::Count(list, i))
    };
    match lists.into_iter().find_map(find) {
        Some(other) => {
            checker.sum(Rule::StatedCount, &[place], &[other]);
        }
        None => checker.unchecked(Rule::StatedCount, &[place], &[], Reason::NoNumber),
    }
}

/// Checks that a count is the sum of its parts, and the same wherever it is stated.
fn parts(checker: &mut Checker, list: Stated) {
    let counts = if list == Stated::Staff { &checker.budget.staff } else { &checker.budget.assets };
    let of = |count: &'_ Count, key: &'_ str| (count.section.clone(), count.unit.clone(), String::from(key));
    let mut parts: BTreeMap<_, Vec<Place>> = BTreeMap::new();
    for (i, count) in counts.iter().enumerate() {
        if let Some(whole) = &count.part_of {
            parts.entry(of(count, whole)).or_default().push(Place::Count(list, i));
        }
    }
    let mut first = BTreeMap::new();
    for (i, count) in counts.iter().enumerate() {
        let place = [Place::Count(list, i)];
        // A count that is stated again is held against the first one.
        if let Some(parts) = parts.remove(&of(count, &count.key)) {
            checker.sum(Rule::Counts, &place, &parts);
        }
        if let Some(earlier) = first.get(&(&count.key, &count.unit, &count.as_of)) {
            checker.sum(Rule::Counts, &place, &[*earlier]);
        } else {
            first.insert((&count.key, &count.unit, &count.as_of), place[0]);
        }
    }
}

/// Checks the number of inner offices against the offices that are named.
fn offices(checker: &mut Checker) {
    let named = checker.budget.profile.as_ref().map_or(0, |profile| profile.offices.len());
    let stated = checker.budget.staff.iter().position(|count| count.key == "offices");
    if let (Some(i), 1..) = (stated, named) {
        let place = Place::Count(Stated::Staff, i);
        let value = checker.number(place).map_or(0, |number| number.value / 1_000_000);
        hold(checker, place, usize::try_from(value).unwrap_or(0), named, &[]);
    }
}
