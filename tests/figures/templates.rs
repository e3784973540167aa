//! What the figures say of documents whose templates print the same matters in other shapes: sums beside their parts,
//! funds as lines, expenses as columns, units, repeated codes, last year's execution, the narrative alone.

mod expenses;
mod functions;
mod funds;
mod made;
mod nothing;
mod purchases;

use crate::common::budgets;
use budget_lens::budget::{Budget, Measure};
use budget_lens::figure::{Figure, Param, Query, all};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::{Money, Unit};

use made::{Made, table};

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn figure(budget: &Budget, id: &str, query: &Query) -> Option<Figure> {
    let question = all().find(|question| question.id == id).unwrap();
    let figure = (question.answer)(budget, query, WORDS)?;
    // Wherever it is from: a number leads to the cell or sentence that prints it.
    for entry in &figure.entries {
        if let Some((amount, Measure::Money(unit))) = entry.at.and_then(|at| at.printed(budget)) {
            assert_eq!(entry.money, Some(Money::new(amount, unit)), "{id}: {} leads to {:?}", entry.name, entry.at);
        }
    }
    Some(figure)
}

fn said(budget: &Budget, id: &str) -> Figure {
    figure(budget, id, &Query::default()).unwrap_or_else(|| panic!("no {id}"))
}

/// What the list says: each entry's name and amount.
fn rows(figure: &Figure) -> Vec<String> {
    figure.legend.iter().map(|&id| [figure.entries[id].short.as_str(), &figure.entries[id].amount].join(" ")).collect()
}

fn answer(budget: &Budget, id: &str) -> String {
    said(budget, id).answer.to_string()
}

/// A table of expenditure as most documents print it.
fn spent() -> Made {
    table("expenditure", "total basic project")
        .line("201 一般公共服务支出 | 80.00 50.00 30.00")
        .line("205 教育支出 | 20.00 10.00 10.00")
        .total("合计 | 100.00 60.00 40.00")
}

#[test]
fn the_shipped_budget_is_plain_and_has_no_views() {
    let loaded = budgets::official();
    assert!(loaded.is_plain() && loaded.views().is_empty() && loaded.parts().is_none());
}

fn figure_of_code(budget: &Budget, code: &str) -> Figure {
    let mut query = Query::default();
    query.set(Param::new("code", code));
    figure(budget, "structure", &query).unwrap()
}
