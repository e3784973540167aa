//! Adds notes to the figure of the three public expenses: derived numbers, reasons of changes, the cost of one
//! vehicle, and a comparison with all basic expenditure.

use super::{MAX_ITEMS, MAX_ROWS, item, table, whole};
use crate::budget::{Budget, Coordinates, Expense, Kind, Line, Role, Stated, Table, column};
use crate::figure::classes::by_part;
use crate::figure::items::{is_nonzero, is_positive, leaves, listed};
use crate::figure::last_year::{derived, last_year, prints_last, reason, reasons, statement};
use crate::figure::ratio::{count, each, share};
use crate::figure::total::total_line;
use crate::figure::{Entry, Figure, Query, Question, Text};
use crate::locale::Locale;

pub const QUESTION: Question = Question { answer: told, ..super::QUESTION };

/// The table's key for the running costs of vehicles.
pub const RUNNING: &str = "vehicle-running";
/// The most other expenses of the same table that a note lists.
const MAX_BESIDE: usize = 6;
/// The key of vehicles among the assets.
pub const VEHICLES: &str = "vehicles";

fn told(budget: &Budget, query: &Query, locale: Locale) -> Option<Figure> {
    let mut figure = (super::QUESTION.answer)(budget, query, locale)?;
    let table = table(budget)?;
    let mut notes: Vec<Text> = Vec::new();
    if figure.entries.iter().any(|entry| last_year(entry).is_some()) {
        let printed = Some(table).filter(|table| prints_last(table));
        figure.footnotes.insert(0, derived(budget, printed, locale).into());
    }
    let given = leaves(table).take(MAX_ITEMS).filter_map(|line| {
        let entry = item(budget, table, line, locale);
        Some((
            locale.lowercase_first(&entry.short),
            statement(budget, line).and_then(|statement| reason(statement, locale))?,
        ))
    });
    notes.extend(reasons(given, locale).map(Text::from));
    notes.extend(beside(budget, locale).map(Text::from));
    notes.extend(a_vehicle(budget, table, locale));
    notes.extend(of_basic(budget, locale));
    let rows = table.lines.iter().filter(|line| line.role == Role::Item).count();
    figure.footnotes.extend(listed(MAX_ROWS, rows, locale).map(Text::from));
    notes.append(&mut figure.notes);
    figure.notes = notes;
    Some(figure)
}

/// A note on other expenses that the same table prints: meetings, training and the like are none of the three.
fn beside(budget: &Budget, locale: Locale) -> Option<String> {
    let table = budget.printed(Kind::ThreePublic).filter(|table| !table.empty)?;
    let year = budget.document.year;
    let is_beside = |about: Coordinates| {
        matches!(about.expense, Some(Expense::Meetings | Expense::Training | Expense::AgencyOperating))
    };
    let of_line = |line: &Line| is_beside(line.coordinates(table, year));
    let lines = table.lines.iter().filter(|line| of_line(line)).map(|line| (line, column::TOTAL, line.name.as_str()));
    let total = table.total_line();
    let columns = table.columns.iter().filter(|column| {
        is_beside(column.coordinates(table, year)) && column.coordinates(table, year).is_money_of_this_year()
    });
    let columns = columns.filter_map(|column| Some((total?, column.id.as_str(), column.name.as_str())));
    let told = |(line, id, name): (&Line, &str, &str)| {
        let money = table.money(line, id).filter(|money| !money.is_zero())?;
        Some(locale.with_space(name) + &locale.money(money))
    };
    let list: Vec<_> = lines.chain(columns).filter_map(told).take(MAX_BESIDE).collect();
    let (zh, en) =
        ("同一张表另列：{0}；不在“三公”经费之内。", "Beside them the table prints {0}, which are none of the three.");
    (!list.is_empty()).then(|| locale.format(zh, en, &[&list.join(locale.tr("、", ", "))]))
}

/// A note on the running costs of one vehicle, where the document counts vehicles.
fn a_vehicle(budget: &Budget, table: &Table, locale: Locale) -> Option<Text> {
    let line = table.lines.iter().find(|line| line.key.as_deref() == Some(RUNNING))?;
    let cost = Some(Entry::of_cell(table, line, column::TOTAL, locale)).filter(is_nonzero)?;
    let vehicles = (Stated::Assets, &budget.assets[..]);
    let one = each(&cost, count(vehicles, VEHICLES)?, locale.tr("辆", "vehicles"), locale)?;
    Some(locale.tell(
        "平均每辆车：{0} {1}。",
        "For each vehicle: {0} {1}.",
        &[&locale.lowercase_first(locale.lang.name(&line.name, line.name_en.as_deref())), &one],
    ))
}

/// A note that compares them with all basic expenditure. It is no share, since some may be paid from projects.
fn of_basic(budget: &Budget, locale: Locale) -> Option<Text> {
    let total = whole(budget, locale).filter(is_positive)?;
    let (table, _) = by_part(budget)?;
    let basic = Entry::of_cell(table, total_line(table)?, column::BASIC, locale);
    let share = share(total.money?, basic.money?)?.display();
    Some(locale.tell(
        "“三公”经费相当于基本支出 {0}的 {1}（{2} ÷ {3}）。",
        "The three public expenses equal {1} of basic expenditure, {0} ({2} ÷ {3}).",
        &[&basic.with_unit(locale), &share, &total.display(), &basic.display()],
    ))
}
