//! What one document has in common with itself: its ledger, its clerk's habits.

use std::cell::RefCell;

use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::dice::Dice;
use super::ledger::Ledger;
use super::print::Print;

/// Classes, divisions and items.
const LENGTHS: &[usize] = &[3, 5, 7];

/// How a clerk prints.
#[allow(clippy::struct_excessive_bools)] // a clerk does most things one way or the other
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    /// The tables' amounts.
    pub print: Print,
    /// The narrative's amounts, and the places of its percentages.
    pub text: Print,
    pub percents: u32,
    /// How long the codes by function are that stand in the tables, and whether they do: levels say the same.
    pub lengths: &'static [usize],
    pub codes: bool,
    /// Whether the totals stand above what they sum up.
    pub totals_first: bool,
    /// Whether the columns stand in another order than in the shape's other documents.
    pub shuffled: bool,
    /// Whether tables have a column of words, and one of amounts that stands beside, which the format does not know.
    pub remarks: bool,
    pub asides: bool,
    /// Whether lines are printed for what there is no money for.
    pub all_lines: bool,
}

impl Habits {
    /// Random habits, for amounts in one of these units with so many places, rounded or `cut` off.
    pub fn draw(units: &[(Unit, u32)], cut: bool, dice: &mut Dice) -> Self {
        let (unit, places) = dice.pick(units);
        let print = Print { unit, places, short: dice.chance(20), zeros: dice.chance(30), cut };
        let text = Print {
            unit: Unit::Wan,
            places: if dice.chance(25) { 0 } else { 2 },
            short: dice.chance(20),
            zeros: true,
            cut,
        };
        Habits {
            print,
            text,
            percents: dice.pick(&[2, 2, 1, 0]),
            lengths: dice.pick(&[LENGTHS, LENGTHS, LENGTHS, LENGTHS, LENGTHS, &[3, 7], &[3, 5], &[7], &[3]]),
            codes: dice.chance(90),
            totals_first: dice.chance(70),
            shuffled: dice.chance(20),
            remarks: dice.chance(25),
            asides: dice.chance(20),
            all_lines: dice.chance(40),
        }
    }
}

/// Prints one document.
#[derive(Debug)]
pub struct Press<'a> {
    pub ledger: &'a Ledger,
    pub habits: Habits,
    dice: RefCell<Dice>,
}

impl<'a> Press<'a> {
    pub const fn new(ledger: &'a Ledger, habits: Habits, dice: Dice) -> Self {
        Press { ledger, habits, dice: RefCell::new(dice) }
    }

    /// Whether something is done that so many clerks of a hundred do.
    pub fn chance(&self, percent: usize) -> bool {
        self.dice.borrow_mut().chance(percent)
    }

    pub fn below(&self, end: usize) -> usize {
        self.dice.borrow_mut().below(end)
    }
}

/// What a shape prints: the lists of the format.
#[derive(Debug, Default)]
pub struct Printed {
    pub tables: Vec<Value>,
    pub statements: Vec<Value>,
    pub procurement: Vec<Value>,
    pub projects: Vec<Value>,
    /// Fields of the document beside the usual ones.
    pub document: Option<(&'static str, Value)>,
    /// The lists that few shapes print: performance, staff, assets.
    pub rest: Vec<(&'static str, Value)>,
}

impl Printed {
    /// The whole document.
    pub fn whole(self, (region, department): (&str, &str)) -> Value {
        let mut document = json!({
            "department": department, "region": region, "year": 2026, "unit": "万元",
            "title": format!("{department}2026年度部门预算公开"),
        });
        if let Some((field, value)) = self.document {
            document[field] = value;
        }
        let mut tables = self.tables;
        for (i, table) in tables.iter_mut().enumerate() {
            table["number"] = format!("公开{:02}表", i + 1).into();
        }
        let mut whole = json!({
            "format": "budget-lens/1", "document": document, "tables": tables, "statements": self.statements,
            "procurement": self.procurement, "projects": self.projects,
        });
        for (field, list) in self.rest {
            whole[field] = list;
        }
        whole
    }
}
