//! Last year's numbers from last year's own document, beside what a figure's document says of last year.

use super::contradictions::{Contrast, contrasts, section};
use super::counterpart::counterpart;
use super::own;
use super::points::{at, label};
use crate::budget::{Budget, Others, Place};
use crate::check::Verdict;
use crate::figure::Figure;
use crate::figure::change;
use crate::figure::grid::{Cell, Row};
use crate::locale::Locale;

/// Adds to a figure of one document what last year's document prints, where that is open, too: a column of the table,
/// and whether it is what this document says of last year.
#[must_use]
pub fn with_last_year(mut figure: Figure, budget: &Budget, locale: Locale) -> Figure {
    let Some(others) = budget.others.get() else { return figure };
    let locale = if figure.id == change::QUESTION.id { change::in_unit_of_text(budget, locale) } else { locale };
    let Some((earlier, document)) = last_year(budget, others) else { return figure };
    let shown = (others.index_of(budget).unwrap_or_default(), budget);
    let places: Vec<_> = figure.grid.rows.iter().map(place).collect();
    let mut contrasts = contrasts(shown, budget, others, locale);
    contrasts.retain(|contrast| contrast.compared.now_at.is_some() && places.contains(&contrast.compared.now_at));
    let cell = |place: Option<Place>| {
        let own = contrasts.iter().find(|own| own.earlier == earlier && own.compared.now_at == place);
        let of_contrast = || own.map(|own| (own.compared.printed, own.compared.printed_at));
        let of_line = || counterpart(place?, budget, document).map(|(money, at)| (money, Some(at)));
        let (money, printed_at) = place.and_then(|_| of_contrast().or_else(of_line))?;
        Some(Cell { at: at(budget, others, earlier, printed_at), ..Cell::money(Some(money), locale) })
    };
    let cells: Vec<_> = places.into_iter().map(cell).collect();
    if cells.iter().any(Option::is_some) {
        let grid = &mut figure.grid;
        let (zh, en) = ("{0}的文件", "The document of {0}");
        grid.head.push(locale.format(zh, en, &[&label(document, locale)]));
        for group in &mut grid.groups {
            group.push((String::new(), 1));
        }
        for (row, cell) in grid.rows.iter_mut().zip(cells) {
            row.cells.push(cell.unwrap_or_else(|| Cell::money(None, locale)));
        }
    }
    say(&mut figure, contrasts, locale);
    figure
}

/// Says whether last year's numbers are those of last year's document: in a sentence if all are, and else in a section.
fn say(figure: &mut Figure, contrasts: Vec<Contrast>, locale: Locale) {
    let all = contrasts.len();
    if contrasts.iter().any(|own| own.compared.verdict == Verdict::Mismatch) {
        figure.sections.extend(section(contrasts, locale));
    } else if all > 0 {
        let (zh, en) = (
            "这份文件说的上年数，与上年自己的文件一致（对过 {0} 项）。",
            "What this document says of last year agrees with last year’s own document (compared: {0}).",
        );
        figure.notes.push(locale.format(zh, en, &[&all.to_string()]).into());
    }
}

/// The document of the year before: a budget's of the budget, a final account's of the final account, or else the other.
fn last_year<'b>(budget: &Budget, others: &'b Others) -> Option<(usize, &'b Budget)> {
    let before = budget.document.year.checked_sub(1)?;
    let all = own(budget, others).filter(|(_, document)| document.document.year == before);
    let is_same_stage = |(_, document): &(usize, &Budget)| document.is_final() == budget.is_final();
    let mut rest = all.clone();
    all.clone().find(is_same_stage).or_else(|| rest.next())
}

/// Where the amount of a row is printed, which stands behind its name.
fn place(row: &Row) -> Option<Place> {
    row.cells.get(1).filter(|cell| cell.is_money)?.at
}
