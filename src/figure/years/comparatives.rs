//! Compares what one year's document says of the year before with that year's own document: a check that no document can
//! make of itself.

use super::counterpart::counterpart;
use super::points::class;
use crate::budget::{Budget, Kind, Phase, Place, column};
use crate::check::{Verdict, agree};
use crate::figure::change::comparisons::{Comparison, matters};
use crate::figure::headline::whole;
use crate::figure::items::leaves;
use crate::figure::last_year::{change_of, last_year, phase, prints_last, statement};
use crate::figure::narrative::of_statement;
use crate::figure::subject::{EXPENDITURE, GENERAL_PUBLIC};
use crate::figure::{Entry, three_public};
use crate::locale::{Lang, Locale};
use crate::money::Money;

/// What two documents say of one amount of the earlier year.
pub struct Comparative {
    /// What the amount is of.
    pub name: String,
    /// Which state of the earlier year's budget the later document means, where it says so.
    pub base: Option<Phase>,
    /// Where the later document prints the same thing's amount of its own year.
    pub now_at: Option<Place>,
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

impl Comparative {
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
pub fn comparatives(later: &Budget, earlier: &Budget, locale: Locale) -> Vec<Comparative> {
    let of_matter = |matter: &Comparison| {
        // What was adjusted or spent so far stands in neither of the documents.
        let is_known = !matches!(matter.base, Some(Phase::Adjusted | Phase::Executed));
        let is_meant = matches!(matter.base, Some(Phase::Final)) == earlier.is_final();
        // Where the later document's own table has another amount for this year, text and table are not about the same.
        let is_same = match (matter.entry.money, printed(matter, later, later)) {
            (Some(stated), Some((own, _))) => agree(&[stated], own) != Verdict::Mismatch,
            _ => true,
        };
        let (printed, printed_at) = printed(matter, later, earlier).filter(|_| is_known && is_meant && is_same)?;
        let said = last_year(&matter.entry)?;
        Some(Comparative {
            name: matter.entry.name.clone(),
            now_at: matter.entry.at,
            base: matter.base,
            said,
            said_at: matter.last.or(matter.stated).or(matter.entry.at),
            printed,
            printed_at,
            verdict: agree(&terms(matter, said), printed),
        })
    };
    let mut all = matters(later, locale).0;
    let expenses = expenses(later, locale).filter(|own| all.iter().all(|other| other.subject != own.subject));
    let expenses: Vec<_> = expenses.collect();
    all.extend(expenses);
    all.iter().filter_map(of_matter).collect()
}

/// The three public expenses, each by itself, as far as the document has their change on the year before.
fn expenses(later: &Budget, locale: Locale) -> impl Iterator<Item = Comparison<'_>> {
    let table = three_public::table(later);
    let items = table.into_iter().flat_map(|table| leaves(table).map(move |line| (table, line)));
    items.filter_map(move |(table, line)| {
        let change = change_of(later, table, line)?;
        let both = Some(table).filter(|table| prints_last(table));
        let stated = || statement(later, line)?.base();
        Some(Comparison {
            subject: line.label(),
            entry: Entry { change: Some(change), ..Entry::of_cell(table, line, column::TOTAL, locale) },
            rate: None,
            reason: None,
            section: None,
            table: both,
            stated: None,
            base: both.map_or_else(stated, phase),
            last: both.map(|table| table.cell(line, column::LAST_YEAR)),
        })
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
fn printed(matter: &Comparison, later: &Budget, earlier: &Budget) -> Option<(Money, Option<Place>)> {
    let of_entry = |entry: Entry| Some((entry.money?, entry.at));
    let locale = Locale { lang: Lang::Zh, unit: earlier.document.unit };
    match matter.subject {
        EXPENDITURE => of_entry(whole(earlier, locale)?),
        three_public::WHOLE => of_entry(three_public::whole(earlier, locale)?),
        GENERAL_PUBLIC => {
            let (table, line) = earlier.table(Kind::GeneralPublic)?.whole()?;
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
            let of_table = || counterpart(matter.entry.at?, later, earlier);
            let statement = earlier.statements.iter().find(|own| own.subject == subject && own.amount.is_some());
            let Some(statement) = statement else { return of_table().map(|(money, at)| (money, Some(at))) };
            let money = Money::new(statement.amount?, statement.unit.unwrap_or(earlier.document.unit));
            Some((money, of_statement(earlier, statement)))
        }
    }
}
