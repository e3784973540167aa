//! The forms of projects and of the whole department, and what is counted.

use budget_lens::money::Unit;
use serde_json::{Map, Value, json};

use super::ledger::{Entry, Fund, Part, Pick, Year};
use super::press::Press;
use super::print::Print;

/// The projects, most with a form: funds undivided, or by where they come from.
pub fn projects(press: &Press, scope: Pick, is_divided: bool) -> Vec<Value> {
    let print = Print { unit: if press.chance(50) { Unit::Yuan } else { Unit::Wan }, places: 2, ..press.habits.print };
    let print =
        if print.unit == Unit::Wan && press.habits.print.unit == Unit::Wan { press.habits.print } else { print };
    let mut all = Vec::new();
    for (i, project) in press.ledger.projects.iter().enumerate() {
        let own = |entry: &Entry| entry.part == Part::Project(i) && scope(entry);
        if !press.ledger.any(own) {
            continue;
        }
        let sum = |of: Pick| print.always(press.ledger.sum(Year::Budget, |entry| own(entry) && of(entry)));
        let cost = print.always(press.ledger.sum(Year::Budget, own));
        let annual = if is_divided {
            json!({
                "total": cost, "county": sum(&|entry| entry.fund.is_fiscal()),
                "other": sum(&|entry| !entry.fund.is_fiscal()),
            })
        } else {
            json!({
                "total": cost, "appropriation": sum(&|entry| entry.fund.is_fiscal() && !entry.carried),
                "carry-over": sum(&|entry| entry.carried),
                "other": sum(&|entry| !entry.fund.is_fiscal() && !entry.carried),
            })
        };
        let form = json!({
            "name": project.name, "unit": print.unit.zh(), "annual": annual, "goal_annual": format!("{}按期完成", project.name),
            "indicators": [{"group": "成本", "kind": "经济成本", "name": "项目总成本", "annual": format!("≤{cost}{}", print.unit.zh())}],
        });
        let group = if project.running { "running" } else { "goal" };
        all.push(if press.chance(85) {
            json!({"name": project.name, "group": group, "form": form})
        } else {
            json!({"name": project.name, "group": group})
        });
    }
    all
}

/// The performance form of the whole department: where its money comes from, and what it is for. What was carried over
/// stands apart, or within the funds.
pub fn performance(press: &Press, funds: &[Fund]) -> Value {
    let print = press.habits.text;
    let sum = |of: Pick| Value::from(print.always(press.ledger.sum(Year::Budget, of)));
    let is_apart = press.chance(50);
    let mut sources = Map::from_iter([("total".to_string(), sum(&|_| true))]);
    for fund in funds {
        let own = |entry: &Entry| entry.fund == *fund && !(entry.carried && is_apart);
        sources.insert(fund.names().0.into(), sum(&own));
    }
    if is_apart {
        sources.insert("carry-over".into(), sum(&|entry| entry.carried));
    }
    let uses = json!({
        "total": sum(&Entry::is_spent), "basic": sum(&Entry::is_basic), "project": sum(&Entry::is_project),
    });
    json!({"unit": print.unit.zh(), "sources": sources, "uses": uses, "goals": ["办好各项事务"]})
}

/// People or things: a whole, and its parts.
pub fn counts(press: &Press, key: &str, unit: &str) -> Value {
    let parts: Vec<_> = (0..=press.below(4)).map(|_| press.below(90)).collect();
    let whole = json!({"key": key, "name": key, "value": parts.iter().sum::<usize>().to_string(), "unit": unit});
    let part = |(i, value): (usize, &usize)| {
        let own = format!("{key}-{i}");
        json!({"key": own, "name": own, "value": value.to_string(), "unit": unit, "part_of": key})
    };
    std::iter::once(whole).chain(parts.iter().enumerate().map(part)).collect()
}
