//! Grand totals of tables: as printed, or else the sum of the lines, which is marked as added by this page.

use super::Text;
use super::entry::{Entry, printed_exactly};
use crate::budget::{Line, Table};
use crate::locale::Locale;
use crate::money::Money;

/// The line that prints the grand total of the expenditure side.
pub fn total_line(table: &Table) -> Option<&Line> {
    table.total_line()
}

/// The grand total of a column over `lines`; blank only where every one of them is.
pub fn total(table: &Table, column: &str, lines: &[&Line], locale: Locale) -> Entry {
    let printed = total_line(table).filter(|line| line.amounts.get(column).is_some());
    match printed {
        Some(line) if table.prints(line, column) => {
            Entry { name: locale.tr("合计", "Total").into(), ..Entry::of_cell(table, line, column, locale) }
        }
        _ => {
            let money = printed.map_or_else(|| sum(table, column, lines), |line| table.money(line, column));
            Entry::ours(locale.tr("合计（本页相加）", "Total (added by this page)"), money, locale)
        }
    }
}

/// The exact sum of a column over `lines`; `None` where all are blank.
pub fn sum(table: &Table, column: &str, lines: &[&Line]) -> Option<Money> {
    let mut moneys = lines.iter().filter_map(|line| table.money(line, column)).peekable();
    moneys.peek()?;
    Money::sum(moneys, table.unit)
}

/// A note for a column whose lines add up to something else than its printed total.
pub fn difference(name: &str, table: &Table, column: &str, lines: &[&Line], locale: Locale) -> Option<Text> {
    let line = total_line(table)?;
    let total = table.money(line, column)?;
    let ours = sum(table, column, lines).filter(|&ours| ours != total)?;
    Some(locale.tell(
        "{0}：各项由本页相加为 {1}，文件所列合计为 {2}。",
        "{0}: the lines, added by this page, are {1}; the printed total is {2}.",
        &[&name, &locale.exact_money(ours), &printed_exactly(total, Some(table.cell(line, column)), locale)],
    ))
}
