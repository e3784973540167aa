//! Where one year's document says something else of the year before than that year's own document.

use super::comparatives::{Comparative, comparatives, is_before};
use super::own;
use super::points::{at, label};
use crate::budget::{Budget, Others};
use crate::check::Verdict;
use crate::figure::Section;
use crate::figure::checks::tally::called;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::last_year::base;
use crate::locale::Locale;
use crate::money::{Money, Unit};

/// The most items that are listed of those that differ, which come first, and of the others.
const MAX_DIFFERING: usize = 100;
const MAX_OTHERS: usize = 12;

/// The section on all pairs of consecutive documents, if any amount is in both.
pub fn contradictions(budget: &Budget, others: &Others, locale: Locale) -> Option<Section> {
    let later = own(budget, others).flat_map(|later| contrasts(later, budget, others, locale));
    section(later.collect(), locale)
}

/// An amount of which two documents speak.
pub struct Contrast {
    /// The index of the earlier document among the others.
    pub earlier: usize,
    /// What the two say.
    pub compared: Comparative,
    /// The row of the section.
    row: Row,
}

/// What a document says of the year before.
pub fn contrasts(
    (later, document): (usize, &Budget),
    budget: &Budget,
    others: &Others,
    locale: Locale,
) -> Vec<Contrast> {
    let mut rows = Vec::new();
    for (earlier, source) in own(budget, others).filter(|(_, source)| is_before(source, document)) {
        let row = |compared: Comparative| {
            let there = |index, place| at(budget, others, index, place);
            let said = Cell { at: there(later, compared.said_at), ..said(compared.said, document, locale) };
            let printed =
                Cell { at: there(earlier, compared.printed_at), ..Cell::money(Some(compared.printed), locale) };
            let year = [&label(source, locale), base(compared.base, locale)].concat();
            // A dash would say that there is no such number.
            let difference = Cell::change(compared.said.minus(compared.printed), locale);
            // One column less leaves the numbers room on a phone, where a line begins neither with a dot nor within a year.
            let name = [&compared.name, "\u{a0}· ", &year.replace(' ', "\u{a0}")].concat();
            let cells = [Cell::text(name), said, printed, difference];
            Contrast { earlier, compared, row: Row::of(cells) }
        };
        rows.extend(comparatives(document, source, locale).into_iter().map(row));
    }
    rows
}

/// What a document says, with its unit where that is larger than the reader's and its tables': zeros that nobody printed
/// would look exact beside what the other document prints.
fn said(money: Money, document: &Budget, locale: Locale) -> Cell {
    let own = Locale { unit: money.unit(), ..locale };
    let is_larger = |unit: Unit| own.unit.exponent() > unit.exponent();
    if is_larger(locale.unit) && is_larger(document.document.unit) {
        return Cell::text(own.exact_money(money));
    }
    Cell::money(Some(money), locale)
}

/// The section on these; those that do not agree stand first.
pub fn section(contrasts: Vec<Contrast>, locale: Locale) -> Option<Section> {
    let all = contrasts.len();
    let is_mismatch = |contrast: &Contrast| contrast.compared.verdict == Verdict::Mismatch;
    let (differing, rest): (Vec<_>, Vec<_>) = contrasts.into_iter().partition(is_mismatch);
    let differ = differing.len();
    let left_out = [differ.saturating_sub(MAX_DIFFERING), rest.len().saturating_sub(MAX_OTHERS)];
    let first = differing.into_iter().take(MAX_DIFFERING).chain(rest.into_iter().take(MAX_OTHERS));
    let first: Vec<Row> = first.map(|contrast| contrast.row).collect();
    let sentences = [
        ("另有 {0} 处不一致的没有列出。", "{0} more that disagree are not listed."),
        ("另有 {0} 处一致的没有列出。", "{0} more that agree are not listed."),
    ];
    let more = left_out.into_iter().zip(sentences).filter(|(count, _)| *count > 0);
    let more: Vec<_> = more.map(|(count, (zh, en))| locale.format(zh, en, &[&count.to_string()])).collect();
    let (all, count) = (all.to_string(), differ.to_string());
    let (zh, en) = if differ == 0 {
        (
            "后一年的文件怎样说前一年，与前一年自己的文件比了 {0} 处，都一致。",
            "What a later document says of the year before agrees with that year’s own (compared: {0}).",
        )
    } else {
        (
            "后一年的文件怎样说前一年，与前一年自己的文件比了 {0} 处，有 {1} 处不一致，列在最前面。也可能是口径不同，文件没有说明。",
            "What a later document says of the year before was compared with that year’s own in {0} places; {1} disagree and stand first. They may be reckoned otherwise, which the documents do not say.",
        )
    };
    let head = [
        locale.tr("项目", "Item"),
        locale.tr("后一年说", "Said later"),
        locale.tr("当年的文件", "Its own"),
        locale.tr("相差", "Difference"),
    ];
    let verdict = if differ == 0 { Verdict::Holds } else { Verdict::Mismatch };
    (!first.is_empty()).then(|| Section {
        title: locale.tr("两年的文件说法一致吗？", "Do the documents of two years agree?").into(),
        badge: Some((verdict.id(), called(verdict, locale))),
        paragraphs: [locale.format(zh, en, &[&all, &count])].into_iter().chain(more).collect(),
        folded: differ == 0,
        grid: Some(Grid::new(head, first)),
        ..Section::default()
    })
}
