//! Views of what only the narrative states.

use super::{Made, blank, covers, is_same, put, sum};
use crate::budget::{Budget, Column, Field, Kind, Line, Place, Role, Stated, Statement, Table, column};
use crate::money::{Amount, Money, Unit};

/// A statement with its index in the narrative.
pub type Found<'b> = (usize, &'b Statement);

/// An empty view for amounts that the narrative states in this unit.
pub fn narrative(kind: Kind, unit: Unit) -> Table {
    Table {
        number: "情况说明".into(),
        kind: Some(kind),
        unit,
        summed: true,
        made: vec![Made::Stated],
        ..Table::default()
    }
}

/// Adds a stated amount to a view's line, and its section to the view's title, which lists them.
pub fn add(view: &mut Table, line: &mut Line, id: &str, (i, statement): Found) {
    let section = &statement.section;
    if !view.title.split('、').any(|known| known == section) {
        view.title = if view.title.is_empty() { section.clone() } else { [&view.title, "、", section].concat() };
    }
    if let Some(amount) = statement.amount {
        put(line, id, amount, Some(Place::Statement(Stated::Narrative, i, Field::Amount)));
    }
}

/// The first statement of an amount of this subject.
pub fn of<'b>(budget: &'b Budget, subject: &str) -> Option<Found<'b>> {
    amounts(budget).find(|(_, statement)| statement.subject == subject)
}

fn amounts(budget: &Budget) -> impl Iterator<Item = Found<'_>> {
    budget.statements.iter().enumerate().filter(|(_, statement)| statement.amount.is_some())
}

/// The unit of a statement's amount.
pub fn unit(budget: &Budget, statement: &Statement) -> Unit {
    statement.unit.unwrap_or(budget.document.unit)
}

/// A view of one line, with each statement in the column of its id; `None` where their units differ.
pub fn line(budget: &Budget, kind: Kind, columns: &[(&str, Found)]) -> Option<(Table, Line)> {
    let mut view = narrative(kind, unit(budget, columns.first()?.1.1));
    let mut own = blank("合计", Role::Total);
    for (id, found) in columns {
        (unit(budget, found.1) == view.unit).then_some(())?;
        view.columns.push(Column { id: (*id).into(), name: found.1.name.clone(), ..Column::default() });
        add(&mut view, &mut own, id, *found);
    }
    Some((view, own))
}

/// The view of all expenditure, where no table prints it.
pub fn whole(budget: &Budget) -> Option<Table> {
    let is_printed = |table: &Table| matches!(table.kind, Some(Kind::Expenditure | Kind::Balance));
    if budget.named().any(is_printed) {
        return None;
    }
    let (mut view, own) = line(budget, Kind::Expenditure, &[(column::TOTAL, of(budget, "expenditure")?)])?;
    view.lines.push(own);
    Some(view)
}

/// The view of all expenditure by its parts: the parts stated in the same section, or those that add up to the whole
/// wherever they stand. Basic expenditure of a single fund is not a part of all expenditure.
pub fn by_part(budget: &Budget) -> Option<Table> {
    /// Parts that may stand beside basic and project expenditure; a text may also count some of them within these two.
    const BESIDE: [&str; 5] = ["year-end-carry-over", "reserve", "business", "to-superior", "to-subordinate"];
    let whole = of(budget, "expenditure")?;
    let is_near = |(_, statement): &Found| statement.section == whole.1.section;
    let part = |subject: &str| {
        let own = || {
            let is_it = |own: &Statement| own.subject == subject && own.fund.is_none() && own.unit == whole.1.unit;
            amounts(budget).filter(move |(_, statement)| is_it(statement))
        };
        own().find(is_near).or_else(|| own().next())
    };
    let two = [column::BASIC, column::PROJECT];
    let (basic, project) = (part(two[0])?, part(two[1])?);
    let others: Vec<_> = BESIDE.iter().filter_map(|subject| part(subject)).collect();
    let chosen = |set: u32| others.iter().enumerate().filter(move |(i, _)| set >> i & 1 == 1).map(|(_, found)| *found);
    let money = |amount| Money::new(amount, unit(budget, whole.1));
    let is_whole = |set: &u32| {
        let parts = [basic, project].into_iter().chain(chosen(*set)).map(|(_, statement)| statement.amount);
        sum(parts).zip(whole.1.amount).is_some_and(|(sum, whole)| is_same(money(sum), money(whole)))
    };
    let set = (0..1 << others.len()).filter(is_whole).min_by_key(|set| set.count_ones());
    // The smallest set of parts that adds up to the whole.
    let set = set.or((is_near(&basic) && is_near(&project)).then_some(0))?;
    let mut columns = vec![(column::TOTAL, whole), (two[0], basic), (two[1], project)];
    columns.extend(chosen(set).map(|found| (found.1.subject.as_str(), found)));
    let (view, own) = line(budget, Kind::Other, &columns)?;
    let basic = basic.1.amount;
    covers(budget, whole.1.amount.map(money)).then(|| finish(view, own, basic))
}

/// Completes a view of one line, whose basic expenditure may be a computed sum.
pub(super) fn finish(mut view: Table, mut own: Line, basic: Option<Amount>) -> Table {
    if own.amounts.get(column::BASIC).is_none() && basic.is_some() {
        *own.amounts.entry(column::BASIC) = basic;
        view.made.push(Made::Basic);
    }
    for (id, name) in [(column::BASIC, "基本支出"), (column::PROJECT, "项目支出")] {
        if !view.has_column(id) {
            view.columns.push(Column { id: id.into(), name: name.into(), ..Column::default() });
        }
    }
    view.lines.push(own);
    view
}
