//! Every printed number of a budget: where it stands, and how to print another there.

use budget_lens::budget::{Budget, LEVELS, Stated};
use budget_lens::check::{Field, FormTerm, Measure, Place};
use budget_lens::money::Amount;

/// Every place that may print a number, blank ones too.
pub fn places(budget: &Budget) -> Vec<Place> {
    let mut all = Vec::new();
    for (t, table) in budget.tables.iter().enumerate() {
        for (l, line) in table.lines.iter().enumerate() {
            for (c, column) in table.columns.iter().enumerate() {
                if !column.text && (column.side.is_none() || column.side == line.side) {
                    all.push(Place::Cell(t, l, c));
                }
            }
        }
    }
    for (list, count) in [(Stated::Narrative, budget.statements.len()), (Stated::Procurement, budget.procurement.len())]
    {
        for i in 0..count {
            let fields = [Field::Amount, Field::Share, Field::Change, Field::Rate, Field::Count, Field::LastYear];
            all.extend(fields.map(|field| Place::Statement(list, i, field)));
        }
    }
    all.extend((0..budget.staff.len()).map(|i| Place::Count(Stated::Staff, i)));
    all.extend((0..budget.assets.len()).map(|i| Place::Count(Stated::Assets, i)));
    let form = budget.performance.as_ref();
    all.extend(
        (0..form.map_or(0, |form| form.sources.iter().chain(form.uses.iter()).count())).map(Place::DepartmentFund),
    );
    for project in (0..budget.projects.len()).filter(|project| budget.projects[*project].form.is_some()) {
        for term in [FormTerm::Period, FormTerm::Annual] {
            all.extend((0..LEVELS.len()).map(|level| Place::Fund(project, term, level)));
            let indicators = budget.projects[project].form.as_ref().map_or(0, |form| form.indicators.len());
            all.extend((0..indicators).map(|indicator| Place::Target(project, indicator, term)));
        }
    }
    all
}

/// The number that is printed there.
pub fn get(budget: &Budget, place: Place) -> Option<Amount> {
    place.printed(budget).map(|(amount, _)| amount)
}

/// Prints another number there, or none.
pub fn set(budget: &mut Budget, place: Place, amount: Option<Amount>) {
    match place {
        Place::Cell(t, l, c) => {
            let table = &mut budget.tables[t];
            *table.lines[l].amounts.entry(&table.columns[c].id) = amount;
        }
        Place::Statement(list, i, field) => {
            let all = if list == Stated::Procurement { &mut budget.procurement } else { &mut budget.statements };
            let statement = &mut all[i];
            match field {
                Field::Amount => statement.amount = amount,
                Field::Share => statement.share = amount,
                Field::Change => statement.change = amount,
                Field::Rate => statement.rate = amount,
                Field::Count => statement.count = amount.and_then(|amount| amount.to_string().parse().ok()),
                Field::LastYear => statement.last_year = amount,
            }
        }
        Place::Count(list, i) => {
            let all = if list == Stated::Assets { &mut budget.assets } else { &mut budget.staff };
            all[i].value = amount.unwrap_or_default();
        }
        Place::DepartmentFund(i) => {
            let form = budget.performance.as_mut().unwrap();
            let sources = form.sources.iter().count();
            let cells = if i < sources { &mut form.sources } else { &mut form.uses };
            let id = cells.iter().nth(if i < sources { i } else { i - sources }).unwrap().0.to_string();
            *cells.entry(&id) = amount;
        }
        Place::Fund(project, term, level) => {
            let form = budget.projects[project].form.as_mut().unwrap();
            let funds = if term == FormTerm::Annual { &mut form.annual } else { &mut form.period };
            *funds.entry(LEVELS[level].0) = amount;
        }
        Place::Target(project, indicator, term) => {
            let Some((_, Measure::Money(unit))) = place.printed(budget) else { return };
            let indicator = &mut budget.projects[project].form.as_mut().unwrap().indicators[indicator];
            let target = if term == FormTerm::Annual { &mut indicator.annual } else { &mut indicator.period };
            *target = amount.map(|amount| [&amount.to_string(), unit.zh()].concat());
        }
        _ => unreachable!("no number stands at {place:?}"),
    }
}
