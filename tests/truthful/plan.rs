//! How random years and templates are drawn. Everything is a list of small numbers, so that what fails shrinks to
//! something that a person can read.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use super::classification::{Fund, ITEMS, Item, MAIN, OF_PROJECTS};
use super::ledger::{Entry, Ledger, Project, Spend};
use super::template::{Template, template};

/// A random year, and the template that it is disclosed by.
#[derive(Debug, Clone)]
pub struct Plan {
    units: Vec<UnitPlan>,
    template: Template,
    staff: Vec<u32>,
}

#[derive(Debug, Clone)]
struct UnitPlan {
    main: &'static str,
    basic: Vec<Payment>,
    projects: Vec<ProjectPlan>,
    /// What is kept for next year, and what is earned and spent on business.
    kept: Option<i64>,
    operations: Option<i64>,
}

#[derive(Debug, Clone)]
struct ProjectPlan {
    name: Option<&'static str>,
    function: &'static str,
    running: bool,
    form: Option<i64>,
    cost: usize,
    parts: Vec<Payment>,
}

#[derive(Debug, Clone)]
struct Payment {
    item: usize,
    fund: Fund,
    carried: bool,
    fen: i64,
    last: i64,
    bought: Option<usize>,
}

/// Amounts that tell: usual ones, whole ones, tiny ones, and those on the edge of rounding to the next hundredth of a
/// 万元 (which is 100 yuan).
fn fen() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => 1_i64..10_000_000_000,
        2 => (0_i64..1_000_000).prop_map(|n| n * 10_000 + 5_000),
        2 => (0_i64..1_000_000).prop_map(|n| n * 10_000 + 4_999),
        1 => (1_i64..1_000).prop_map(|n| n * 1_000_000),
        1 => 1_i64..20_000,
    ]
}

fn payment(items: Vec<usize>, funds: Vec<Fund>, carry: bool) -> impl Strategy<Value = Payment> {
    let carried = if carry { prop::bool::weighted(0.2).boxed() } else { Just(false).boxed() };
    let last = prop_oneof![2 => fen(), 1 => Just(0)];
    (select(items), select(funds), carried, fen(), last, prop::option::weighted(0.3, 0..3_usize))
        .prop_map(|(item, fund, carried, fen, last, bought)| Payment { item, fund, carried, fen, last, bought })
}

fn project(funds: Vec<Fund>, carry: bool) -> impl Strategy<Value = ProjectPlan> {
    let items = (0..ITEMS.len()).filter(|i| !ITEMS[*i].is_class() && !ITEMS[*i].is_personnel()).collect();
    let later = prop_oneof![Just(0), fen()];
    (
        prop::option::weighted(0.05, Just("公用经费补助")),
        select(&OF_PROJECTS[..]),
        any::<bool>(),
        prop::option::weighted(0.8, later),
        0..4_usize,
        vec(payment(items, funds, carry), 1..3),
    )
        .prop_map(|(name, function, running, form, cost, parts)| ProjectPlan {
            name,
            function,
            running,
            form,
            cost,
            parts,
        })
}

fn unit(funds: Vec<Fund>, carry: bool, odd: bool) -> impl Strategy<Value = UnitPlan> {
    let items = (0..ITEMS.len()).filter(|i| !ITEMS[*i].is_class()).collect();
    let rare = move || if odd { prop::option::weighted(0.3, fen()).boxed() } else { Just(None).boxed() };
    let basic = vec(payment(items, funds.clone(), carry), 0..12);
    (select(&MAIN[..]), basic, vec(project(funds, carry), 0..8), rare(), rare())
        .prop_map(|(main, basic, projects, kept, operations)| UnitPlan { main, basic, projects, kept, operations })
}

/// Random years of whatever money, each with a random template.
pub fn plan() -> impl Strategy<Value = Plan> {
    let funds = prop_oneof![
        2 => Just(vec![Fund::GeneralPublic]),
        2 => Just(vec![Fund::GeneralPublic, Fund::GeneralPublic, Fund::Government, Fund::Own]),
        1 => Just(Fund::ALL.to_vec()),
    ];
    let units = (funds, any::<bool>(), prop::bool::weighted(0.2));
    of(units.prop_flat_map(|(funds, carry, odd)| vec(unit(funds, carry, odd), 1..4)))
}

/// Random years of nothing but this year's general public budget, as most are.
pub fn plain() -> impl Strategy<Value = Plan> {
    of(vec(unit(vec![Fund::GeneralPublic], false, false), 1..4))
}

fn of(units: impl Strategy<Value = Vec<UnitPlan>>) -> impl Strategy<Value = Plan> {
    (units, template(), vec(0..90_u32, 0..4)).prop_map(|(units, template, staff)| Plan { units, template, staff })
}

impl Plan {
    /// The document that discloses it.
    pub fn document(&self) -> Value {
        super::document(&self.ledger(), &self.template, &self.staff)
    }

    fn ledger(&self) -> Ledger {
        let mut ledger = Ledger { units: self.units.len(), ..Ledger::default() };
        for (i, unit) in self.units.iter().enumerate() {
            for payment in &unit.basic {
                ledger.entries.push(payment.entry(i, ITEMS[payment.item].of(unit.main), Spend::Basic));
            }
            for project in &unit.projects {
                let spend = Spend::Project(ledger.projects.len());
                for part in &project.parts {
                    ledger.entries.push(part.entry(i, project.function, spend));
                }
                let number = ledger.projects.len() + 1;
                let ProjectPlan { running, form, cost, ref name, .. } = *project;
                // The same name is printed for several projects where units or functions have one each.
                let name = name.map_or_else(|| format!("第{number}号维修工程（2026年）"), Into::into);
                ledger.projects.push(Project { name, running, form, cost });
            }
            let own = |fund, fen: i64| Payment { item: 9, fund, carried: false, fen, last: 0, bought: None };
            // What is kept for next year only the balance prints.
            let kept = unit
                .kept
                .filter(|_| self.template.tables[0].0)
                .map(|fen| own(Fund::GeneralPublic, fen).entry(i, unit.main, Spend::Kept));
            let operations = unit.operations.map(|fen| own(Fund::Business, fen).entry(i, unit.main, Spend::Operations));
            ledger.entries.extend(kept.into_iter().chain(operations));
        }
        ledger
    }
}

impl Payment {
    fn entry(&self, unit: usize, function: &'static str, spend: Spend) -> Entry {
        let Payment { item, fund, carried, fen, last, bought } = *self;
        // Other money than this year's of the general public budget is never so little that it is not seen.
        let more = if fund == Fund::GeneralPublic && !carried && spend != Spend::Kept { 0 } else { 2_000_000 };
        let fen = fen + more;
        // What the classification ties to one function the treasury pays; other funds have functions of their own.
        let (function, fund) = match (fund, function) {
            (fund, "2080505" | "2101101" | "2101102" | "2210201") => (function, fund.of_insurance()),
            (Fund::Government, _) => ("2120801", fund),
            (Fund::StateCapital, _) => ("2230105", fund),
            _ => (function, fund),
        };
        let item = ITEMS[item];
        Entry { unit, function, item, fund, carried, spend, fen, last, bought: bought.filter(|_| !item.is_personnel()) }
    }
}

impl Fund {
    fn of_insurance(self) -> Fund {
        if matches!(self, Fund::Government | Fund::StateCapital) { Fund::GeneralPublic } else { self }
    }
}

impl Item {
    /// The function that it is paid under by a unit whose main work is `main`.
    fn of(self, main: &'static str) -> &'static str {
        let is_civil = main == "2010301";
        match self.key {
            "pension-insurance" => "2080505",
            "medical-insurance" => {
                if is_civil {
                    "2101101"
                } else {
                    "2101102"
                }
            }
            "housing-fund" => "2210201",
            "retired-cadres" | "pensions" => {
                if is_civil {
                    "2080501"
                } else {
                    "2080502"
                }
            }
            _ => main,
        }
    }
}
