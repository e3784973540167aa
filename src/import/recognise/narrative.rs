//! What the narrative states: sentences by the field's set phrases → statements, each with its place.

mod names;
mod numbers;
mod paragraphs;
mod passage;
mod reason;
mod sections;
mod subject;
mod words;

use crate::budget::{Budget, Stated};
use crate::import::block::Block;
use crate::import::report::{Report, Unread};
use names::Names;
use passage::Passage;
use sections::Sections;

/// Reads the narrative into the budget; what amounts are not understood is told in the report.
pub fn read(blocks: &[Block], budget: &mut Budget, report: &mut Report) {
    let names = Names::of(budget);
    let (department, unit) = (budget.document.department.clone(), budget.document.unit);
    let mut sections = Sections::default();
    let mut wholes = Vec::new();
    for paragraph in paragraphs::paragraphs(blocks) {
        let text = sections.enter(&paragraph.text);
        if sections.is_of_terms() {
            continue;
        }
        let shift = paragraph.text.len() - text.len();
        if shift > 0 && paragraph.text.starts_with(|c: char| "一二三四五六七八九十第".contains(c)) {
            wholes.clear();
        }
        let mut passage = Passage::new(&names, &department, unit, (&mut sections, shift > 0), &mut wholes);
        passage.read(text);
        let Passage { said, unread, .. } = passage;
        for (statement, at) in said {
            let Some(place) = paragraph.place(shift + at) else { continue };
            let (list, all) = if statement.subject.starts_with("procurement") {
                (Stated::Procurement, &mut budget.procurement)
            } else {
                (Stated::Narrative, &mut budget.statements)
            };
            report.items.insert((list, all.len()), place.clone());
            all.push(statement);
        }
        report.unread.extend(unread.first().and_then(|first| {
            let place = paragraph.place(shift + first.start)?;
            let amounts: Vec<&str> = unread.iter().map(|number| &text[number.start..number.end]).collect();
            Some(Unread::sentence(place, text, &amounts))
        }));
    }
}
