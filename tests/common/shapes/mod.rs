//! Budgets in the shapes of many provinces' templates, all true: two random years to the fen, and every printed number
//! a sum of them, rounded by itself. Whatever a checker calls a mismatch in them is none.
//!
//! The [`ledger`] knows nothing of printing; a shape is one file that prints it, by way of a [`sheet`] for each table.

mod balances;
mod beijing;
mod central;
mod dice;
mod draw;
mod final_account;
mod forms;
mod jiangsu;
mod ledger;
mod lists;
mod narrative;
mod press;
mod print;
mod shaanxi;
mod shandong;
mod shanghai;
mod shanxi;
mod sheet;
mod shenzhen;
mod tables;
mod words;
mod zhejiang;

use super::budgets;
use budget_lens::budget::Budget;
use serde_json::Value;

pub use dice::Dice;
use press::{Habits, Press};

/// A template's shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    Shanxi,
    Beijing,
    Shaanxi,
    Shandong,
    Jiangsu,
    Shanghai,
    Zhejiang,
    Shenzhen,
    Central,
    FinalAccount,
}

impl Shape {
    pub const ALL: [Shape; 10] = [
        Shape::Shanxi,
        Shape::Beijing,
        Shape::Shaanxi,
        Shape::Shandong,
        Shape::Jiangsu,
        Shape::Shanghai,
        Shape::Zhejiang,
        Shape::Shenzhen,
        Shape::Central,
        Shape::FinalAccount,
    ];

    /// A truthful document of this shape, always the same one for a number: each amount rounded by itself.
    pub fn document(self, seed: u64) -> Value {
        self.printed(seed, false)
    }

    /// The same document with each amount cut off after its last place (去尾), as some clerks do throughout.
    pub fn cut_off(self, seed: u64) -> Value {
        self.printed(seed, true)
    }

    fn printed(self, seed: u64, cut: bool) -> Value {
        let mut dice = Dice::new(seed * 16 + self as u64);
        let (scope, units, print): (_, _, fn(&Press) -> press::Printed) = match self {
            Shape::Shanxi => (shanxi::SCOPE, shanxi::UNITS, shanxi::print),
            Shape::Beijing => (beijing::SCOPE, beijing::UNITS, beijing::print),
            Shape::Shaanxi => (shaanxi::SCOPE, shaanxi::UNITS, shaanxi::print),
            Shape::Shandong => (shandong::SCOPE, shandong::UNITS, shandong::print),
            Shape::Jiangsu => (jiangsu::SCOPE, jiangsu::UNITS, jiangsu::print),
            Shape::Shanghai => (shanghai::SCOPE, shanghai::UNITS, shanghai::print),
            Shape::Zhejiang => (zhejiang::SCOPE, zhejiang::UNITS, zhejiang::print),
            Shape::Shenzhen => (shenzhen::SCOPE, shenzhen::UNITS, shenzhen::print),
            Shape::Central => (central::SCOPE, central::UNITS, central::print),
            Shape::FinalAccount => (final_account::SCOPE, final_account::UNITS, final_account::print),
        };
        let ledger = draw::ledger(scope, &mut dice);
        let habits = Habits::draw(units, cut, &mut dice);
        let named = dice.pick(&words::DEPARTMENTS);
        let mut printed = print(&Press::new(&ledger, habits, dice.clone()));
        // Now and then some tables are not published; the first alone says what is left for next year.
        while dice.chance(25) {
            printed.tables.remove(1 + dice.below(printed.tables.len() - 1));
        }
        printed.whole(named)
    }

    /// The document of a number, read as the product reads it.
    pub fn budget(self, seed: u64) -> Budget {
        read(&self.document(seed))
    }
}

/// Reads a document as the product reads it.
pub fn read(document: &Value) -> Budget {
    budgets::read(document.to_string())
}
