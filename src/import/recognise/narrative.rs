//! Reads the narrative's sentences by the field's set phrases into statements, each with its place.

mod before;
mod clauses;
mod comparison;
mod counts;
mod names;
mod numbers;
mod paragraphs;
mod parts;
mod passage;
mod profile;
mod reason;
mod sections;
mod subject;
mod unpriced;
mod words;

use std::collections::BTreeMap;

use crate::budget::{Budget, Stated, Statement};
use crate::import::block::Block;
use crate::import::report::{Chapter, Report, Unread};
use counts::Counts;
use names::Names;
use paragraphs::Paragraph;
use parts::{Whole, is_split};
use passage::{Passage, Text};
use sections::Sections;

/// Reads the narrative into the budget; amounts that are not understood are listed in the report.
pub fn read(blocks: &[Block], budget: &mut Budget, report: &mut Report) {
    let names = &Names::of(budget);
    let mut text = Text { names, unit: budget.document.unit, sections: Sections::default(), stated: Vec::new() };
    let mut parts: Vec<(Stated, usize, String)> = Vec::new();
    let (mut counts, mut profile) = (Counts::default(), profile::Reading::default());
    for paragraph in paragraphs::paragraphs(blocks) {
        let before = profile.len() + counts.len();
        profile.read(&paragraph.text, &names.department);
        let own = text.sections.enter(&paragraph.text);
        let shift = paragraph.text.len() - own.len();
        if text.sections.is_of_terms() {
            note(report, &text.sections, &paragraph, own, [0; 2]);
            continue;
        }
        counts.read(own, &text.sections, &paragraph);
        if text.sections.is_at_chapter() && shift > 0 {
            text.stated.clear();
        }
        if shift > 0
            && numbers::numbers(own).is_empty()
            && let Some(part) = part_of(own, names)
        {
            let section = text.sections.number();
            text.sections.state(Whole { section, ..part });
        }
        // What a whole government states is no department's.
        let (said, unread) = if budget.document.level.as_deref() == Some("government") {
            (Vec::new(), numbers::numbers(own))
        } else {
            let (mut said, unread) = Passage::new(&mut text).read(own);
            unpriced::add(&mut said, own, &text.sections);
            (said, unread)
        };
        let read = said.len() + profile.len() + counts.len() - before;
        note(report, &text.sections, &paragraph, own, [read, unread.len()]);
        for (statement, at) in said {
            let Some(place) = paragraph.place(shift + at) else { continue };
            let is_bought = statement.subject.starts_with("procurement");
            let list = if is_bought { Stated::Procurement } else { Stated::Narrative };
            let all = statements(budget, list);
            report.items.insert((list, all.len()), place.clone());
            parts.push((list, all.len(), text.sections.part()));
            all.push(statement);
        }
        let amounts: Vec<&str> = unread.iter().map(|number| &own[number.start..number.end]).collect();
        let place = unread.first().and_then(|first| paragraph.place(shift + first.start));
        report.unread.extend(place.map(|place| Unread::sentence(place, own, &amounts)));
    }
    call_by_parts(budget, &parts);
    counts.give(budget, report);
    profile.give(budget);
}

/// Notes with its chapter how much of a paragraph was read, and how many amounts were not understood. A heading alone, which
/// is also what a list of contents has, is no sentence to read.
fn note(report: &mut Report, sections: &Sections, paragraph: &Paragraph, text: &str, [read, unread]: [usize; 2]) {
    let is_heading = read + unread == 0 && !text.contains(['。', '，', '；']);
    let Some((title, place)) = sections.chapter().zip(paragraph.place(0)).filter(|_| !is_heading) else { return };
    let chapters = &mut report.chapters;
    let at = chapters.iter().position(|chapter| chapter.title == title).unwrap_or(chapters.len());
    if at == chapters.len() {
        chapters.push(Chapter { title, place: place.clone(), read: 0, unread: 0 });
    }
    chapters[at].read += read;
    chapters[at].unread += unread;
}

fn statements(budget: &mut Budget, list: Stated) -> &mut Vec<Statement> {
    if list == Stated::Procurement { &mut budget.procurement } else { &mut budget.statements }
}

/// The part of expenditure that a heading without an amount names: items below it are of that only.
fn part_of(title: &str, names: &Names) -> Option<Whole> {
    let subject::Clause::Of(subject) = subject::read(title, names) else { return None };
    let part = subject.keys.into_iter().next().filter(|key| is_split(key))?;
    Some(Whole { subject: Some(part), fund: subject.fund.map(String::from), ..Whole::UNKNOWN })
}

/// Puts the part before the names of sections, where several parts number their chapters alike.
fn call_by_parts(budget: &mut Budget, parts: &[(Stated, usize, String)]) {
    let mut chapters: BTreeMap<String, &str> = BTreeMap::new();
    let mut is_twice = false;
    for (list, i, part) in parts {
        let section = &statements(budget, *list)[*i].section;
        let chapter = section.split('（').next().unwrap_or_default().to_string();
        is_twice |= *chapters.entry(chapter).or_insert(part) != part;
    }
    for (list, i, part) in parts.iter().filter(|_| is_twice) {
        let section = &mut statements(budget, *list)[*i].section;
        section.insert_str(0, part);
    }
}
