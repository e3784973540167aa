//! The numbers that stand outside the official tables: in the narrative, in lists of people and things, in forms.

use super::fact::{Fact, Row, text};
use super::meaning::Meaning;
use super::verdicts::Verdicts;
use crate::budget::{
    Coordinates, Field, FormTerm, LEVELS, Phase, Place, Quantity, Stated, Statement, Time, is_code, of_id,
};
use crate::check::Names;
use crate::locale::{Lang, Locale};
use crate::money::Unit;

/// The rows of all that is stated outside the tables.
pub fn facts(names: &Names, verdicts: &Verdicts) -> Vec<Fact> {
    let own = |place: Place| fact(place, names, verdicts);
    places(names).into_iter().filter_map(own).collect()
}

/// Every place that may print a number.
fn places(names: &Names) -> Vec<Place> {
    let budget = names.budget();
    let mut places = Vec::new();
    for (list, count) in [(Stated::Narrative, budget.statements.len()), (Stated::Procurement, budget.procurement.len())]
    {
        places.extend((0..count).flat_map(|i| Field::ALL.map(|field| Place::Statement(list, i, field))));
    }
    for (list, count) in [(Stated::Staff, budget.staff.len()), (Stated::Assets, budget.assets.len())] {
        places.extend((0..count).map(|i| Place::Count(list, i)));
    }
    let form = budget.performance.as_ref();
    places.extend((0..form.map_or(0, |form| form.sources.len() + form.uses.len())).map(Place::DepartmentFund));
    for project in 0..budget.projects.len() {
        let levels = (0..LEVELS.len()).flat_map(|level| FormTerm::ALL.map(|term| Place::Fund(project, term, level)));
        places.extend(levels);
    }
    places
}

fn fact(place: Place, names: &Names, verdicts: &Verdicts) -> Option<Fact> {
    let fact = Fact::at(place, names)?;
    let document = &names.budget().document;
    let path = names.ids(place);
    let zh = Locale { lang: Lang::Zh, unit: Unit::Wan };
    let (about, subject) = match place {
        Place::Statement(list, i, field) => {
            let budget = names.budget();
            let all = if list == Stated::Procurement { &budget.procurement } else { &budget.statements };
            (stated(all.get(i)?, field), Some(path.line.as_str()))
        }
        Place::Count(..) => {
            (Coordinates { quantity: Quantity::Count, ..Coordinates::default() }, Some(path.line.as_str()))
        }
        // A form's fund is called like the column of that fund.
        Place::DepartmentFund(_) => (of_id(&path.line).unwrap_or_default(), Some(path.line.as_str())),
        _ => (Coordinates { part: of_id("project").and_then(|about| about.part), ..Coordinates::default() }, None),
    };
    let is_code = subject.is_some_and(is_code);
    let mut meaning = Meaning::of(about, None, document);
    if let Place::Fund(_, FormTerm::Period, _) = place {
        // Of all years that the project takes.
        (meaning.year, meaning.phase) = (None, None);
    }
    Some(Fact {
        source: source(place),
        section: names.section(place).and_then(text),
        row: Row {
            code: subject.filter(|_| is_code).and_then(text),
            key: subject.filter(|_| !is_code).and_then(text),
            name: text(names.entry(place, zh)),
            is: matches!(place, Place::Fund(..)).then(|| "project".into()),
            ..Row::default()
        },
        heading: text(&names.heading(place, zh)),
        column_id: text(&path.column),
        meaning,
        told: verdicts.at(place),
        ..fact
    })
}

const fn source(place: Place) -> &'static str {
    match place.list() {
        None => "table",
        Some(Stated::Narrative) => "narrative",
        Some(Stated::Procurement) => "procurement",
        Some(Stated::Staff) => "staff",
        Some(Stated::Assets) => "assets",
        Some(Stated::Form) => "department-form",
        Some(Stated::Forms) => "project-form",
    }
}

/// What a number of a statement is about: its subject says what money, its field what of that.
fn stated(statement: &Statement, field: Field) -> Coordinates {
    let about = of_id(&statement.subject).unwrap_or_default();
    let fund = statement.fund.as_deref().and_then(of_id).and_then(|about| about.fund);
    let before = Time { before: 1, phase: statement.base().or(Some(Phase::Budget)) };
    let (quantity, time, base) = match field {
        Field::Amount => (about.quantity, about.time, None),
        Field::LastYear => (Quantity::Amount, before, None),
        Field::Change => (Quantity::Change, about.time, Some(before)),
        Field::Rate => (Quantity::Rate, about.time, Some(before)),
        Field::Share => (Quantity::Share, about.time, None),
        Field::Count => (Quantity::Count, about.time, None),
    };
    Coordinates {
        quantity,
        time,
        base,
        fund: fund.or(about.fund),
        without: statement.base_less.is_some() && base.is_some(),
        ..about
    }
}
