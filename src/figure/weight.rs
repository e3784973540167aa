//! What do the three public expenses come to a vehicle, and beside all basic expenditure?
//!
//! The same question as `three-public`, with more to its answer.

use super::classes::lines;
use super::items::is_positive;
use super::ratio::{count, each, share};
use super::total::total_line;
use super::{Asked, Figure, Question, three_public};
use crate::budget::{Budget, Table, column};
use crate::words::Words;

pub const QUESTION: Question = Question { answer: weighed, ..three_public::QUESTION };

/// The table's key for what running the vehicles costs, and that of the asset they are.
const RUNNING: &str = "vehicle-running";
const VEHICLES: &str = "vehicles";

fn weighed(budget: &Budget, asked: &Asked, words: Words) -> Option<Figure> {
    let mut figure = (three_public::QUESTION.answer)(budget, asked, words)?;
    figure.notes.extend(a_vehicle(budget, three_public::table(budget)?, words));
    figure.notes.extend(of_basic(budget, words));
    Some(figure)
}

/// What one vehicle costs to run, where the document counts them.
fn a_vehicle(budget: &Budget, table: &Table, words: Words) -> Option<String> {
    let line = table.lines.iter().find(|line| line.key.as_deref() == Some(RUNNING))?;
    let money = table.money(line, column::TOTAL).filter(|money| !money.is_zero())?;
    let one = each(money, count(&budget.assets, VEHICLES)?, words.pick("辆", "vehicles"), words)?;
    Some(words.say(
        "平均每辆车：{0} {1}。",
        "For each vehicle: {0} {1}.",
        &[&words.inside(words.lang.name(&line.name, line.name_en.as_deref())), &one],
    ))
}

/// How much they are beside all basic expenditure. Beside, not of: no table says that none is in a project.
fn of_basic(budget: &Budget, words: Words) -> Option<String> {
    let total = three_public::whole(budget, words).filter(is_positive)?;
    let money = total.money?;
    let (table, _) = lines(budget)?;
    let basic = table.money(total_line(table)?, column::BASIC)?;
    Some(words.say(
        "“三公”经费相当于基本支出 {0}的 {1}（{2} ÷ {3}）。",
        "The three public expenses equal {1} of basic expenditure, {0} ({2} ÷ {3}).",
        &[&words.money(basic), &share(money, basic)?.to_string(), &total.amount, &words.number(basic)],
    ))
}
