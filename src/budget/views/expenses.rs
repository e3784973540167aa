//! The view of the three public expenses, a line for each, from whatever layout they are printed in: as lines or
//! columns, by fund, by year, beside meetings and training.

use super::narrative::{add, narrative, of, unit};
use super::{Made, bare, blank, like, put};
use crate::budget::{
    Budget, Column, Coordinates, Expense, Fund, Kind, Line, Phase, Place, Quantity, Role, Table, column,
};
use crate::money::Amount;

/// The lines of the view: expense, key, name, English name, level.
const EXPENSES: [(Expense, &str, &str, &str, u8); 6] = [
    (Expense::Overseas, "overseas", "因公出国（境）费", "Overseas trips", 1),
    (Expense::Reception, "reception", "公务接待费", "Official receptions", 1),
    (Expense::Vehicles, "vehicles", "公务用车购置及运行维护费", "Official vehicles", 1),
    (Expense::VehiclePurchase, "vehicle-purchase", "公务用车购置费", "Vehicle purchase", 2),
    (Expense::VehicleRunning, "vehicle-running", "公务用车运行维护费", "Vehicle running", 2),
    (Expense::ThreePublic, "three-public", "合计", "Total", 1),
];

/// The view of the three public expenses, where their table is of another shape, or only the narrative states them.
pub fn view(budget: &Budget) -> Option<Table> {
    let index = budget.named().position(|table| table.kind == Some(Kind::ThreePublic));
    match index {
        Some(index) if budget.named_at(index).empty || is_plain(budget.named_at(index), budget.document.year) => None,
        Some(index) => {
            let own = if budget.is_final() { Phase::Final } else { Phase::Budget };
            printed(budget.named_at(index), index, budget.document.year, own).or_else(|| stated(budget))
        }
        None => stated(budget),
    }
}

/// One printed amount of an expense.
struct Fact {
    expense: Expense,
    before: u8,
    phase: Option<Phase>,
    fund: Option<Fund>,
    amount: Option<Amount>,
    role: Role,
    place: (usize, usize),
}

/// Whether figures can read the table as it is printed.
fn is_plain(table: &Table, year: u16) -> bool {
    let is_one = |line: &Line| match line.coordinates(table, year).expense {
        None => line.key.is_none() && line.year.is_none(),
        Some(Expense::ThreePublic) => line.role == Role::Total,
        Some(expense) => {
            expense.is_three_public() && (line.level() == 1) == (expense.parent() == Some(Expense::ThreePublic))
        }
    };
    let by_expense = table.columns.iter().any(|column| column.coordinates(table, year).expense.is_some());
    let later = |column: &&Column| {
        let about = column.coordinates(table, year);
        about.time.before == 1 && about.quantity == Quantity::Amount && about.fund.is_none()
    };
    let last = table.columns.iter().find(later);
    table.has_column(column::TOTAL)
        && !by_expense
        && last.is_none_or(|column| column.id == column::LAST_YEAR)
        && table.lines.iter().filter(|line| line.role != Role::Subtotal).all(is_one)
}

fn facts(table: &Table, year: u16) -> Vec<Fact> {
    let mut facts = Vec::new();
    let columns: Vec<_> = table.columns.iter().map(|column| column.coordinates(table, year)).collect();
    // Beside a column of the three expenses, or of meetings and training, a column of no expense is the sum of more.
    let is_of_more = |about: &Coordinates| {
        about.expense.is_some_and(|expense| expense == Expense::ThreePublic || !expense.is_three_public())
    };
    let is_whole = !columns.iter().any(is_of_more);
    for (i, line) in table.lines.iter().enumerate() {
        let own = line.coordinates(table, year);
        for (at, printed) in table.columns.iter().enumerate().filter(|(_, column)| !column.text) {
            let about = columns[at];
            let whole = (is_whole && line.role == Role::Total).then_some(Expense::ThreePublic);
            let Some(expense) = about.expense.or(own.expense).or(whole) else { continue };
            if about.quantity != Quantity::Amount
                || about.without
                || about.unknown && about.expense.is_none()
                || !expense.is_three_public()
            {
                continue;
            }
            let time = if own.time == crate::budget::Time::default() { about.time } else { own.time };
            let amount = line.amounts.get(&printed.id);
            facts.push(Fact {
                expense,
                before: time.before,
                phase: time.phase,
                fund: about.fund.or(own.fund),
                amount,
                role: line.role,
                place: (i, at),
            });
        }
    }
    facts
}

/// The printed amounts of an expense in a year: one, or several of different funds or lines, whose sum is printed
/// nowhere.
fn whole(facts: &[Fact], expense: Expense, before: u8, phase: Option<Phase>) -> Vec<&Fact> {
    let own = || {
        facts.iter().filter(move |fact| {
            fact.expense == expense && fact.before == before && (phase.is_none() || fact.phase == phase)
        })
    };
    let of = |fund: Option<Fund>| own().filter(move |fact| fact.fund == fund).collect::<Vec<_>>();
    let found = [of(None), of(Some(Fund::Appropriation))].into_iter().find(|found| !found.is_empty());
    let found = found.unwrap_or_else(|| own().collect());
    // A printed total replaces the sums of units, and these the units.
    let outermost = [Role::Total, Role::Subtotal].into_iter().find(|role| found.iter().any(|fact| fact.role == *role));
    let found: Vec<_> = found.into_iter().filter(|fact| outermost.is_none_or(|role| fact.role == role)).collect();
    let some: Vec<_> =
        found.iter().copied().filter(|fact| fact.amount.is_some_and(|amount| !amount.decimal().is_zero())).collect();
    if some.is_empty() { found.into_iter().take(1).collect() } else { some }
}

/// The view of a printed table, in a document of this state of the budget.
fn printed(table: &Table, index: usize, year: u16, stage: Phase) -> Option<Table> {
    let facts = facts(table, year);
    let mut view = like(table, Kind::ThreePublic);
    let has =
        |before, phase| facts.iter().any(|fact| fact.before == before && fact.phase == phase && fact.amount.is_some());
    let phase = [Some(Phase::Budget), None, Some(Phase::Adjusted), Some(Phase::Executed), Some(Phase::Final)]
        .into_iter()
        .find(|phase| has(1, *phase));
    // A final account prints the budget of its year, too: two states of the same money, which are never added up.
    let states =
        [Some(stage), None, Some(Phase::Final), Some(Phase::Executed), Some(Phase::Budget), Some(Phase::Adjusted)];
    let now = states.into_iter().find(|phase| has(0, *phase)).flatten();
    let is_one = facts.iter().all(|fact| fact.before != 0 || fact.amount.is_none() || fact.phase == now);
    let now = now.filter(|_| !is_one);
    view.columns.push(Column { id: column::TOTAL.into(), name: "合计".into(), ..Column::default() });
    if let Some(phase) = phase {
        // The format's id `last-year-budget` means last year's budget.
        let own = table.has_column(column::LAST_YEAR).then_some(Phase::Budget);
        let phase = phase.or(own).map(|phase| phase.id().into());
        view.columns.push(Column { id: column::LAST_YEAR.into(), name: "上年".into(), phase, ..Column::default() });
    }
    for (expense, key, zh, en, level) in EXPENSES {
        let mut line = blank(zh, if expense == Expense::ThreePublic { Role::Total } else { Role::Item });
        (line.key, line.name_en, line.level) = (Some(key.into()), Some(en.into()), Some(level));
        let mut is_there = false;
        for (id, before, phase) in [(column::TOTAL, 0, now), (column::LAST_YEAR, 1, phase.flatten())] {
            for fact in whole(&facts, expense, before, phase) {
                is_there = true;
                let (at, column) = fact.place;
                let own = &table.lines[at];
                if own.key.as_deref() == Some(key) && before == 0 {
                    line.name = bare(&own.name).into();
                    line.name_en = own.name_en.clone().or(line.name_en);
                    (line.note, line.note_en) = (own.note.clone(), own.note_en.clone());
                }
                if let Some(amount) = fact.amount {
                    put(&mut line, id, amount, Some(Place::Cell(index, at, column)));
                }
            }
            if line.amounts.get(id).is_some() && line.places.find(id).is_none() && !view.made.contains(&Made::Funds) {
                view.made.push(Made::Funds);
            }
            // The column of the view takes the printed heading.
            if let (Some(fact), Some(own)) =
                (whole(&facts, expense, before, phase).first(), view.columns.iter_mut().find(|own| own.id == id))
            {
                own.name.clone_from(&table.columns[fact.place.1].name);
            }
        }
        if is_there {
            view.lines.push(line);
        }
    }
    outermost(&mut view.lines);
    view.lines.iter().any(|line| line.amounts.get(column::TOTAL).is_some()).then_some(view)
}

/// The view of the three public expenses as the narrative states them.
fn stated(budget: &Budget) -> Option<Table> {
    let (_, first) = EXPENSES.iter().find_map(|(_, key, ..)| of(budget, key))?;
    let mut view = narrative(Kind::ThreePublic, unit(budget, first));
    view.columns.push(Column { id: column::TOTAL.into(), name: "金额".into(), ..Column::default() });
    for (expense, key, zh, en, level) in EXPENSES {
        let Some(found) = of(budget, key).filter(|(_, own)| own.unit == first.unit) else { continue };
        let mut line = blank(zh, if expense == Expense::ThreePublic { Role::Total } else { Role::Item });
        (line.key, line.name_en, line.level) = (Some(key.into()), Some(en.into()), Some(level));
        add(&mut view, &mut line, column::TOTAL, found);
        view.lines.push(line);
    }
    outermost(&mut view.lines);
    Some(view)
}

/// Moves buying and running vehicles up to the first level where their sum is not printed.
fn outermost(lines: &mut [Line]) {
    let is_whole = |line: &Line| line.key.as_deref() == Some("vehicles") && line.amounts.get(column::TOTAL).is_some();
    if lines.iter().any(is_whole) {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.level == Some(2) && line.amounts.get(column::TOTAL).is_some()) {
        line.level = Some(1);
    }
}
