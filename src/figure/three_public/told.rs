//! The same question with all that is to be said beside its numbers: what is derived, the reasons of changes,
//! what one vehicle costs, and how much it is beside all basic expenditure.

use super::{MOST_BARS, MOST_ROWS, item, table, whole};
use crate::budget::{Budget, Role, Stated, Table, column};
use crate::figure::classes::lines;
use crate::figure::items::{is_positive, is_something, leaves, listed};
use crate::figure::last_year::{explained, last_year, outlines, prints_last};
use crate::figure::ratio::{count, each, share};
use crate::figure::total::total_line;
use crate::figure::{Asked, Entry, Figure, Question, Text};
use crate::words::Words;

pub const QUESTION: Question = Question { answer: told, ..super::QUESTION };

/// The table's key for what running the vehicles costs, and that of the asset they are.
const RUNNING: &str = "vehicle-running";
const VEHICLES: &str = "vehicles";

fn told(budget: &Budget, asked: &Asked, words: Words) -> Option<Figure> {
    let mut figure = (super::QUESTION.answer)(budget, asked, words)?;
    let table = table(budget)?;
    let mut notes: Vec<Text> = Vec::new();
    if figure.entries.iter().any(|entry| last_year(entry).is_some()) {
        notes.push(outlines(budget, !prints_last(table), words).into());
    }
    let told = |line| explained(budget, line, &item(budget, table, line, words), words);
    let changes: Vec<_> = leaves(table).take(MOST_BARS).filter_map(told).collect();
    if !changes.is_empty() {
        let list = changes.join(words.pick("；", "; "));
        notes.push(words.say("与上年相比：{0}。", "Against last year: {0}.", &[&list]).into());
    }
    notes.extend(a_vehicle(budget, table, words));
    notes.extend(of_basic(budget, words));
    let rows = table.lines.iter().filter(|line| line.role == Role::Item).count();
    notes.extend(listed(MOST_ROWS, rows, words).map(Text::from));
    notes.append(&mut figure.notes);
    figure.notes = notes;
    Some(figure)
}

/// What one vehicle costs to run, where the document counts them.
fn a_vehicle(budget: &Budget, table: &Table, words: Words) -> Option<Text> {
    let line = table.lines.iter().find(|line| line.key.as_deref() == Some(RUNNING))?;
    let cost = Some(Entry::of_cell(table, line, column::TOTAL, words)).filter(is_something)?;
    let vehicles = (Stated::Assets, &budget.assets[..]);
    let one = each(&cost, count(vehicles, VEHICLES)?, words.pick("辆", "vehicles"), words)?;
    Some(words.tell(
        "平均每辆车：{0} {1}。",
        "For each vehicle: {0} {1}.",
        &[&words.inside(words.lang.name(&line.name, line.name_en.as_deref())), &one],
    ))
}

/// How much they are beside all basic expenditure. Beside, not of: no table says that none is in a project.
fn of_basic(budget: &Budget, words: Words) -> Option<Text> {
    let total = whole(budget, words).filter(is_positive)?;
    let (table, _) = lines(budget)?;
    let basic = Entry::of_cell(table, total_line(table)?, column::BASIC, words);
    let share = share(total.money?, basic.money?)?.to_string();
    Some(words.tell(
        "“三公”经费相当于基本支出 {0}的 {1}（{2} ÷ {3}）。",
        "The three public expenses equal {1} of basic expenditure, {0} ({2} ÷ {3}).",
        &[&basic.with_unit(words), &share, &total.told(), &basic.told()],
    ))
}
