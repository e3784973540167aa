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
pub struct Compared {
    /// What the amount is of.
    pub name: String,
    /// Which state of the earlier year's budget the later document means, where it says so.
    pub base: Option<Phase>,
    /// What the later document says.
    pub said: Money,
    /// Where in the later document.
    pub said_at: Option<Place>,
    /// What the earlier year's own document prints.
    pub printed: Money,
    /// Where in the earlier document.
    pub printed_at: Option<Place>,
    /// Whether they agree.
    pub verdict: Verdict,
}

impl Compared {
    /// By how much the later document's amount is larger, if they are not the same.
    pub fn difference(&self) -> Option<Money> {
        self.said.minus(self.printed).filter(|difference| !difference.is_zero())
    }
}

/// Whether a document is of the year before another, of the same department. A final account says what was, so nothing
/// in it is held against the year before.
pub fn is_before(earlier: &Budget, later: &Budget) -> bool {
    earlier.document.year.checked_add(1) == Some(later.document.year)
        && !later.is_final()
        && earlier.is_same_department(later)
}

/// All amounts of the year before that both documents have.
pub fn compared(later: &Budget, earlier: &Budget, locale: Locale) -> Vec<Compared> {
    let of_matter = |matter: &Comparison| {
        // What was adjusted or spent so far stands in neither of the documents.
        let is_known = !matches!(matter.base, Some(Phase::Adjusted | Phase::Executed));
        let is_meant = matches!(matter.base, Some(Phase::Final)) == earlier.is_final();
        // Where the later document's own table has another amount for this year, text and table are not about the same.
        let is_same = match (matter.entry.money, printed(later, matter)) {
            (Some(stated), Some((own, _))) => agree(&[stated], own) != Verdict::Mismatch,
            _ => true,
        };
        let (printed, printed_at) = printed(earlier, matter).filter(|_| is_known && is_meant && is_same)?;
        let said = last_year(&matter.entry)?;
        Some(Compared {
            name: matter.entry.name.clone(),
            base: matter.base,
            said,
            said_at: matter.last.or(matter.stated).or(matter.entry.at),
            printed,
            printed_at,
            verdict: agree(&terms(matter, said), printed),
        })
    };
    matters(later, locale).0.iter().filter_map(of_matter).collect()
}

/// The section on all pairs of consecutive documents, if any amount is in both.
pub fn contradictions(budget: &Budget, others: &Others, locale: Locale) -> Option<Section> {
    let documents: Vec<_> = own(budget, others).collect();
    let mut rows = Vec::new();
    for &(later, document) in &documents {
        for &(earlier, source) in documents.iter().filter(|(_, source)| is_before(source, document)) {
            let row = |compared: Compared| {
                let there = |index, place| at(budget, others, index, place);
                let said = Cell { at: there(later, compared.said_at), ..Cell::money(Some(compared.said), locale) };
                let printed =
                    Cell { at: there(earlier, compared.printed_at), ..Cell::money(Some(compared.printed), locale) };
                let year = [&label(source, locale), base(compared.base, locale)].concat();
                let difference = Cell::change(compared.difference(), locale);
                let cells = [Cell::text(year), Cell::words(&compared.name), said, printed, difference];
                (compared.verdict, Row::of(cells))
            };
            rows.extend(self::compared(document, source, locale).into_iter().map(row));
        }
    }
    section(rows, locale)
}

fn section(rows: Vec<(Verdict, Row)>, locale: Locale) -> Option<Section> {
    let all = rows.len();
    let (differing, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(verdict, _)| *verdict == Verdict::Mismatch);
    let differ = differing.len();
    let mut first: Vec<Row> = differing.into_iter().chain(rest).map(|(_, row)| row).collect();
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
