//! Collects the items that a budget compares with last year: lines of a table with both years, and changes that the
//! narrative states.

use crate::budget::{Budget, Kind, Line, Phase, Place, Table, column};
use crate::figure::classes::lines;
use crate::figure::entry::{Entry, short};
use crate::figure::last_year::{amount, change_of, change_place, phase, prints_last, rate, reason, statement};
use crate::figure::narrative::of_statement;
use crate::figure::ratio::share;
use crate::figure::subject::{EXPENDITURE, GENERAL_PUBLIC, name, place};
use crate::figure::total::total_line;
use crate::locale::Locale;
use crate::money::{Amount, Money, Share, Unit, largest_first};

/// The most lines of the table that are compared, the largest changes first.
const MAX_LINES: usize = 40;
/// The most changes of the narrative that are compared.
const MAX_STATED: usize = 40;

/// An item that is compared with last year.
pub struct Comparison<'b> {
    /// What the item is: a statement's subject, or a line's code.
    pub subject: &'b str,
    /// This year's amount, and the change.
    pub entry: Entry,
    /// The rate of the change, as stated or else computed from the two amounts: exactly, and rounded for readers.
    pub rate: Option<[String; 2]>,
    /// The reason for the change, in the narrative's words.
    pub reason: Option<String>,
    /// The section of the narrative that states the change, if it does.
    pub section: Option<&'b str>,
    /// The table, where it prints both years.
    pub table: Option<&'b Table>,
    /// Where the change is stated.
    pub stated: Option<Place>,
    /// Which state of last year's budget it is compared with, where that is said.
    pub base: Option<Phase>,
    /// Where last year's amount is printed.
    pub last: Option<Place>,
}

/// All items that are compared, in the document's order; the table that prints last year, if there is one; and how
/// many changes there are in all.
pub fn matters(budget: &Budget, locale: Locale) -> (Vec<Comparison<'_>>, Option<&Table>, usize) {
    let (mut matters, table, mut all) = printed(budget, locale).unwrap_or_default();
    let of_table = matters.len();
    for statement in budget.statements.iter().filter(|statement| statement.is_compared()) {
        // The narrative states the same change several times: of all income, of all expenditure, of one fund.
        if matters.iter().any(|matter| matter.subject == statement.subject) {
            continue;
        }
        let Some(stated) = statement.amount else { continue };
        all += 1;
        if matters.len() >= of_table + MAX_STATED {
            continue;
        }
        // The table that prints both years has the same change more exactly.
        let line = table.and_then(|table| {
            let line = table.lines.iter().find(|line| line.subject() == Some(statement.subject.as_str()))?;
            (change_of(budget, table, line) == amount(budget, statement)).then_some((table, line))
        });
        let money = Money::new(stated, statement.unit.unwrap_or(budget.document.unit));
        let named = name(budget, statement, locale);
        let entry = Entry {
            short: short(&named).into(),
            change: amount(budget, statement),
            at: match line {
                Some((table, line)) if table.money(line, column::TOTAL).is_some() => {
                    Some(table.cell(line, column::TOTAL))
                }
                _ => place(budget, &statement.subject, money).or_else(|| of_statement(budget, statement)),
            },
            ..Entry::ours(&named, Some(money), locale)
        };
        matters.push(Comparison {
            subject: &statement.subject,
            rate: statement.rate.map(|rate| as_stated(rate, locale)).or_else(|| followed(&entry)),
            entry,
            reason: reason(statement, locale),
            section: Some(&statement.section),
            table: line.map(|(table, _)| table),
            stated: change_place(budget, statement),
            base: line.map_or_else(|| statement.base(), |(table, _)| phase(table)),
            last: line.map(|(table, line)| table.cell(line, column::LAST_YEAR)),
        });
    }
    (matters, table, all)
}

/// The language and unit in which changes are told: those of the text, where it states all of them in a larger unit than
/// the document's tables are in. Zeros that nobody printed would look exact beside a table's number.
pub fn in_unit_of_text(budget: &Budget, locale: Locale) -> Locale {
    let own = budget.document.unit;
    let compared = budget.statements.iter().filter(|statement| statement.is_compared() && statement.amount.is_some());
    let mut units = compared.map(|statement| statement.unit.unwrap_or(own));
    let unit = units.next().filter(|unit| unit.exponent() > own.exponent() && units.all(|other| other == *unit));
    match unit.filter(|_| locale.unit == own && printed(budget, locale).is_none()) {
        Some(unit) => Locale { unit, ..locale },
        None => locale,
    }
}

/// The total and the largest changes of the expenditure table, if it prints last year.
fn printed<'b>(budget: &'b Budget, locale: Locale) -> Option<(Vec<Comparison<'b>>, Option<&'b Table>, usize)> {
    let general = || {
        let table = budget.table(Kind::GeneralPublic).filter(|table| !table.empty)?;
        Some((table, table.first_level().collect::<Vec<_>>()))
    };
    let prints = |(table, _): &(&Table, Vec<&Line>)| prints_last(table);
    let (table, lines) = lines(budget).filter(prints).or_else(|| general().filter(prints))?;
    let is_general = table.kind == Some(Kind::GeneralPublic);
    let whole = if is_general { GENERAL_PUBLIC } else { EXPENDITURE };
    let change = |line: &Line| change_of(budget, table, line);
    let changed: Vec<&'b Line> = lines.into_iter().filter(|line| change(line).is_some()).collect();
    let size = |line: &&Line| change(line).map_or(0, |change| change.abs().millionths());
    let largest = largest_first(changed.iter().map(size)).take(MAX_LINES).map(|i| changed[i]);
    let total = total_line(table).filter(|line| change(line).is_some());
    let matter = |line: &'b Line, subject: &'b str| {
        let why = if subject == whole { budget.change_of(subject) } else { statement(budget, line) };
        let mut entry = Entry { change: change(line), ..Entry::of_cell(table, line, column::TOTAL, locale) };
        if subject == whole {
            let (name, short) = if is_general {
                let name = locale.tr("一般公共预算支出", "General public expenditure");
                (name, name)
            } else {
                (locale.tr("支出合计", "Total expenditure"), locale.tr("支出合计", "Expenditure"))
            };
            (entry.name, entry.short) = (name.into(), short.into());
        }
        Comparison {
            subject,
            rate: followed(&entry),
            reason: why.and_then(|statement| reason(statement, locale)),
            section: why.map(|statement| statement.section.as_str()),
            table: Some(table),
            stated: None,
            base: phase(table),
            last: Some(table.cell(line, column::LAST_YEAR)),
            entry,
        }
    };
    let all = changed.len() + usize::from(total.is_some());
    let mut matters: Vec<_> = total.map(|line| matter(line, whole)).into_iter().collect();
    matters.extend(largest.map(|line| matter(line, line.label())));
    (!matters.is_empty()).then_some((matters, Some(table), all))
}

/// A rate that the document states: exactly, and rounded for readers.
fn as_stated(rate: Amount, locale: Locale) -> [String; 2] {
    let exact = locale.rate(rate.decimal());
    // 74.79 % is the share of 74.79 in a hundred.
    let part = Money::new(rate, Unit::Wan);
    let whole = Amount::parse("100").ok().map(|hundred| Money::new(hundred, Unit::Wan));
    let told = whole.and_then(|whole| share(part, whole)).map(Share::display).filter(|told| !told.starts_with('<'));
    let told = told.map(|told| if part.is_negative() || part.is_zero() { told } else { String::from("+") + &told });
    [exact.clone(), told.unwrap_or(exact)]
}

/// The rate of change that is computed from the two amounts: exactly, and rounded for readers.
fn followed(entry: &Entry) -> Option<[String; 2]> {
    let rate = rate(entry)?;
    let sign = if entry.change.is_some_and(Money::is_negative) { "" } else { "+" };
    Some([rate.to_string(), rate.display()].map(|rate| String::from(sign) + &rate))
}
