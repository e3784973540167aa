//! Where one year's document says something else of the year before than that year's own document: a check that no
//! document can make of itself.

use super::own;
use super::points::{at, class, label};
use crate::budget::{Budget, Others, Phase, Place, column};
use crate::check::{Verdict, agree};
use crate::figure::change::comparisons::{Comparison, matters};
use crate::figure::checks::tally::called;
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::headline::whole;
use crate::figure::last_year::{base, last_year};
use crate::figure::narrative::of_statement;
use crate::figure::subject::{EXPENDITURE, GENERAL_PUBLIC};
use crate::figure::{Section, three_public};
use crate::locale::Locale;
use crate::money::Money;

/// The most items that are listed; those that differ come first.
const MAX_LISTED: usize = 12;

/// What two documents say of one amount of the earlier year.
struct Compared {
    row: Row,
    verdict: Verdict,
}

/// The section on all pairs of consecutive documents, if any amount is in both.
pub fn contradictions(budget: &Budget, others: &Others, locale: Locale) -> Option<Section> {
    let documents: Vec<_> = own(budget, others).collect();
    let mut compared = Vec::new();
    for &(later, document) in documents.iter().filter(|(_, document)| !document.is_final()) {
        let before = |phase: Option<Phase>| {
            let is_final = matches!(phase, Some(Phase::Final));
            let is_it = |(_, own): &&(usize, &Budget)| {
                own.document.year.checked_add(1) == Some(document.document.year) && own.is_final() == is_final
            };
            // What was adjusted or spent so far stands in neither of the documents.
            let is_known = !matches!(phase, Some(Phase::Adjusted | Phase::Executed));
            documents.iter().find(is_it).copied().filter(|_| is_known)
        };
        let (matters, ..) = matters(document, locale);
        for matter in &matters {
            let Some((earlier, source)) = before(matter.base) else { continue };
            let Some((printed, place)) = printed(source, matter) else { continue };
            let Some(said) = last_year(&matter.entry) else { continue };
            let terms = terms(matter, said);
            let there = |index, place| at(budget, others, index, place);
            let cells = [
                Cell::words(&matter.entry.name),
                Cell {
                    at: there(later, matter.last.or(matter.stated).or(matter.entry.at)),
                    ..Cell::money(Some(said), locale)
                },
                Cell { at: there(earlier, place), ..Cell::money(Some(printed), locale) },
                Cell::change(said.minus(printed).filter(|difference| !difference.is_zero()), locale),
            ];
            let verdict = agree(&terms, printed);
            let name = [label(source, locale), base(matter.base, locale).into()].concat();
            compared.push((name, Compared { row: Row::of(cells), verdict }));
        }
    }
    section(compared, locale)
}

fn section(compared: Vec<(String, Compared)>, locale: Locale) -> Option<Section> {
    let all = compared.len();
    let differ = compared.iter().filter(|(_, own)| own.verdict == Verdict::Mismatch).count();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for (of, Compared { mut row, verdict }) in compared {
        row.cells.insert(0, Cell::text(of));
        if verdict == Verdict::Mismatch { first.push(row) } else { rest.push(row) }
    }
    first.extend(rest);
    let more = first.len().saturating_sub(MAX_LISTED);
    first.truncate(MAX_LISTED);
    let more =
        (more > 0).then(|| locale.format("另有 {0} 处没有列出。", "{0} more are not listed.", &[&more.to_string()]));
    let (all, count) = (all.to_string(), differ.to_string());
    let (zh, en) = if differ == 0 {
        (
            "后一年的文件怎样说前一年，与前一年自己的文件比了 {0} 处，都一致。",
            "What a later document says of the year before agrees with that year’s own in all {0} places.",
        )
    } else {
        (
            "后一年的文件怎样说前一年，与前一年自己的文件比了 {0} 处，有 {1} 处不一致，列在最前面。也可能是口径不同，文件没有说明。",
            "What a later document says of the year before was compared with that year’s own in {0} places; {1} disagree and stand first. They may be reckoned otherwise, which the documents do not say.",
        )
    };
    let head = [
        locale.tr("年", "Year"),
        locale.tr("项目", "Item"),
        locale.tr("后一年的文件说", "The later document says"),
        locale.tr("当年的文件", "Its own document"),
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

/// The numbers from which last year's amount follows: itself where it is printed, or this year's less the change.
fn terms(matter: &Comparison, said: Money) -> Vec<Money> {
    let less = matter.entry.change.and_then(|change| Money::zero(change.unit()).minus(change));
    match (matter.last, matter.entry.money, less) {
        (None, Some(now), Some(less)) => vec![now, less],
        _ => vec![said],
    }
}

/// What the earlier document prints of the same subject.
fn printed(earlier: &Budget, matter: &Comparison) -> Option<(Money, Option<Place>)> {
    let of_entry = |entry: crate::figure::Entry| Some((entry.money?, entry.at));
    let locale = Locale { lang: crate::locale::Lang::Zh, unit: earlier.document.unit };
    match matter.subject {
        EXPENDITURE => of_entry(whole(earlier, locale)?),
        three_public::WHOLE => of_entry(three_public::whole(earlier, locale)?),
        GENERAL_PUBLIC => {
            let (table, line) = earlier.table(crate::budget::Kind::GeneralPublic)?.whole()?;
            Some((table.money(line, column::TOTAL)?, Some(table.cell(line, column::TOTAL))))
        }
        subject if subject.bytes().all(|digit| digit.is_ascii_digit()) => {
            let own = matter.table.and_then(|table| table.kind).and_then(|kind| earlier.table(kind));
            let (table, lines) = class(earlier, subject)?;
            // A class of another table may be of another fund.
            let [line] = lines[..] else { return None };
            let is_same = own.is_some_and(|own| own.kind == table.kind);
            is_same.then_some(())?;
            Some((table.money(line, column::TOTAL)?, Some(table.cell(line, column::TOTAL))))
        }
        subject => {
            let statement = earlier.statements.iter().find(|own| own.subject == subject && own.amount.is_some())?;
            let money = Money::new(statement.amount?, statement.unit.unwrap_or(earlier.document.unit));
            Some((money, of_statement(earlier, statement)))
        }
    }
}
