//! Subjects of statements: their names in the reader's language, and the cells that print the same amounts.

use crate::budget::{Budget, Kind, Line, Place, Role, Side, Statement, column, english};
use crate::locale::{Lang, Locale};
use crate::money::Money;

/// The narrative's subject for all that is spent.
pub const EXPENDITURE: &str = "expenditure";
/// The narrative's subject for all that comes in.
pub const INCOME: &str = "income";
/// All that the treasury appropriates.
pub const APPROPRIATION: &str = "appropriation";
/// The fund that most departments live on.
pub const GENERAL_PUBLIC: &str = "general-public";

/// The name of `id`: as the document prints it; in English the format's name, if it has one.
pub fn called(id: &str, printed: &str, locale: Locale) -> String {
    locale.lang.name(printed, english(id)).into()
}

/// The name of a statement's subject. In English it is that of an expense in its table, the format's, or that of a line it
/// is about.
pub fn name(budget: &Budget, statement: &Statement, locale: Locale) -> String {
    let subject = &statement.subject;
    let known = || expense_en(budget, subject).or_else(|| english(subject)).or_else(|| line_en(budget, subject));
    match locale.lang {
        Lang::Zh => statement.name.clone(),
        Lang::En => known().unwrap_or(&statement.name).into(),
    }
}

/// What the figure on the three public expenses calls one of them.
fn expense_en<'b>(budget: &'b Budget, subject: &str) -> Option<&'b str> {
    let lines = &budget.table(Kind::ThreePublic)?.lines;
    let own = lines.iter().find(|line| line.role == Role::Item && line.key.as_deref() == Some(subject));
    own?.name_en.as_deref()
}

fn line_en<'b>(budget: &'b Budget, subject: &str) -> Option<&'b str> {
    let mut lines = budget.tables.iter().flat_map(|table| &table.lines);
    lines.find(|line| line.name_en.is_some() && line.subject() == Some(subject))?.name_en.as_deref()
}

/// Where a table prints the stated `amount` of a subject, too.
pub fn place(budget: &Budget, subject: &str, amount: Money) -> Option<Place> {
    let kinds: &[Kind] = match subject {
        // In a balance the fund's line is its income.
        GENERAL_PUBLIC => &[Kind::GeneralPublic],
        _ => &[Kind::ThreePublic, Kind::Expenditure, Kind::Balance],
    };
    kinds.iter().filter_map(|kind| budget.table(*kind)).find_map(|table| {
        let is_it = |line: &&Line| match subject {
            GENERAL_PUBLIC => line.role == Role::Total,
            _ => line.subject() == Some(subject),
        };
        let line = table.lines.iter().find(is_it)?;
        let column = if line.side == Some(Side::Income) { INCOME } else { column::TOTAL };
        (table.money(line, column)? == amount).then(|| table.cell(line, column))
    })
}
