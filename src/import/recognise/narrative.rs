//! What the narrative states: sentences by the field's set phrases → statements, each with its place.

mod names;
mod numbers;
mod paragraphs;
mod passage;
mod reason;
mod sections;
mod subject;
mod words;

use crate::budget::{Budget, Stated, Statement};
use crate::import::block::Block;
use crate::import::report::{Report, Unread};
use names::Names;
use std::collections::BTreeMap;
use passage::Passage;
use sections::{Sections, Whole};

/// Reads the narrative into the budget; what amounts are not understood is told in the report.
pub fn read(blocks: &[Block], budget: &mut Budget, report: &mut Report) {
    let names = Names::of(budget);
    let (department, unit) = (budget.document.department.clone(), budget.document.unit);
    let mut sections = Sections::default();
    let mut wholes = Vec::new();
    let mut parts = Vec::new();
    for paragraph in paragraphs::paragraphs(blocks) {
        let text = sections.enter(&paragraph.text);
        if sections.is_of_terms() {
            continue;
        }
        let shift = paragraph.text.len() - text.len();
        if shift > 0 && paragraph.text.starts_with(|c: char| "一二三四五六七八九十第".contains(c)) {
            wholes.clear();
        }
        if shift > 0 && numbers::numbers(text).is_empty()
            && let Some(subject) = split_in(text, &names, &department)
        {
            sections.state(Whole { subject: Some(subject), fund: None, section: sections.number() });
        }
        let mut passage = Passage::new(&names, &department, unit, (&mut sections, shift > 0), &mut wholes);
        passage.read(text);
        let Passage { said, unread, .. } = passage;
        for (statement, at) in said {
            let part = if sections.is_in_part() { "" } else { sections.part() };
            let Some(place) = paragraph.place(shift + at) else { continue };
            let (list, all) = if statement.subject.starts_with("procurement") {
                (Stated::Procurement, &mut budget.procurement)
            } else {
                (Stated::Narrative, &mut budget.statements)
            };
            parts.push((list, all.len(), part.to_string()));
            report.items.insert((list, all.len()), place.clone());
            all.push(statement);
        }
        report.unread.extend(unread.first().and_then(|first| {
            let place = paragraph.place(shift + first.start)?;
            let amounts: Vec<&str> = unread.iter().map(|number| &text[number.start..number.end]).collect();
            Some(Unread::sentence(place, text, &amounts))
        }));
    }
    // Chapters are numbered anew in each part: where several parts state something, theirs is said, too.
    let chapter = |at: usize| {
        let (list, i, _) = &parts[at];
        let all: &[Statement] = if *list == Stated::Procurement { &budget.procurement } else { &budget.statements };
        all[*i].section.split('（').next().unwrap_or_default()
    };
    let mut parts_of: BTreeMap<&str, &str> = BTreeMap::new();
    let is_twice = (0..parts.len()).any(|at| *parts_of.entry(chapter(at)).or_insert(&parts[at].2) != parts[at].2);
    for (list, i, part) in parts.iter().filter(|(.., part)| is_twice && !part.is_empty()) {
        let all = if *list == Stated::Procurement { &mut budget.procurement } else { &mut budget.statements };
        all[*i].section = ["第", part, "部分", &all[*i].section].concat();
    }
}

/// The part of expenditure that a heading without an amount names: items below it are of that only.
fn split_in(title: &str, names: &Names, department: &str) -> Option<String> {
    match subject::read(title, names, department) {
        subject::Clause::Of(subject) if passage::is_split(&subject.subjects[0]) => subject.subjects.into_iter().next(),
        _ => None,
    }
}
