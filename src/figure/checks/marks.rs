//! Where a number is shown that does not add up, and to which finding a mark beside it leads.

use std::collections::BTreeMap;

use super::listed::address;
use super::tally::called;
use crate::budget::{Budget, LEVELS};
use crate::check::{Field, Finding, FormTerm, Names, Place, Report, Verdict, sentence};
use crate::figure::href;
use crate::figure::narrative::fund_column;
use crate::words::Words;

/// As many numbers as are marked. A document with more has other troubles.
const MOST: usize = 2_000;

/// The mark of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The link to the number's line, as the page's numbers carry it.
    pub line: String,
    /// What the title of such a link ends with if it is this number of the line; empty where no link is.
    pub column: String,
    /// Which cell of its line it is in, where the line stands among the tables.
    pub cell: usize,
    /// The verdict's name.
    pub verdict: &'static str,
    /// The link to the finding.
    pub finding: String,
    /// What the mark means.
    pub label: String,
}

/// The marks of a report, in the order of their lines' links and cells. Of several findings the worst is told.
pub fn marks(budget: &Budget, report: &Report, words: Words) -> Vec<Mark> {
    let names = Names::new(budget);
    let mut marks = BTreeMap::new();
    let is_told = |finding: &Finding| matches!(finding.verdict, Verdict::Mismatch | Verdict::Rounding);
    for (i, finding) in report.findings.iter().enumerate().filter(|(_, finding)| is_told(finding)) {
        let mut label = None;
        for place in concerned(finding).take(MOST - marks.len()) {
            let Some(at) = cell(place).map(|cell| (href(&names.address(place)), cell)) else { continue };
            if marks.contains_key(&at) {
                continue;
            }
            let label = label.get_or_insert_with(|| {
                called(finding.verdict, words) + words.pick("：", ": ") + &sentence(finding, &names, words)
            });
            let mark = Mark {
                line: at.0.clone(),
                column: column(place, budget, words),
                cell: at.1,
                verdict: finding.verdict.id(),
                finding: href(&address(i)),
                label: label.clone(),
            };
            marks.insert(at, mark);
        }
    }
    marks.into_values().collect()
}

/// The numbers that may be wrong: of a sum the printed one, of two both.
fn concerned(finding: &Finding) -> impl Iterator<Item = Place> {
    let terms = if finding.terms.len() == 1 { &finding.terms[..] } else { &[] };
    finding.stated.iter().chain(terms).copied()
}

/// What the title of a link to a number ends with.
fn column(place: Place, budget: &Budget, words: Words) -> String {
    match place {
        Place::Cell(table, _, column) => {
            let column = budget.tables.get(table).and_then(|table| table.columns.get(column));
            column.map(|column| column.name.clone()).unwrap_or_default()
        }
        Place::Statement(.., Field::Amount) | Place::Count(..) | Place::Whole(_) => words.pick("金额", "Amount").into(),
        Place::Fund(_, term, level) => {
            let (_, zh, en) = LEVELS.get(level).copied().unwrap_or_default();
            fund_column(term == FormTerm::Annual, words.pick(zh, en), words)
        }
        _ => String::new(),
    }
}

/// The cell of a place in its line among the tables, see [`crate::figure::narrative`].
fn cell(place: Place) -> Option<usize> {
    Some(match place {
        Place::Table(_) => return None,
        Place::Cell(.., column) => column + 1,
        Place::Statement(.., field) => match field {
            Field::Amount => 2,
            Field::Share => 4,
            Field::Change => 5,
            Field::Rate => 6,
            Field::Count => 7,
        },
        Place::Count(..) | Place::Whole(_) => 1,
        Place::Fund(_, term, level) => 2 + level + if term == FormTerm::Annual { LEVELS.len() } else { 0 },
        Place::Line(..) | Place::Project(_) | Place::Target(..) | Place::Goal(..) => 0,
    })
}
