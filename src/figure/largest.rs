//! What are the largest lines of the budget?
//!
//! Source: the expenditure table (支出总表), its lines of the innermost level.

use super::classes::give_shares;
use super::entry::{Entry, by_size};
use super::grid::{Cell, Grid, Row};
use super::items::leaves;
use super::total::total;
use super::{Asked, Choice, Figure, Plot, Question, name};
use crate::budget::{Budget, Kind, column};
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "largest",
    question: ("最大的几笔钱是什么？", "What are the largest lines?"),
    answer: largest,
    heeds: &[],
    lacking: ("没有支出总表", "no table of expenditure"),
};

fn largest(budget: &Budget, _: &Asked, words: Words) -> Option<Figure> {
    let table = budget.table(Kind::Expenditure)?;
    let cell = |line| Entry::of_cell(table, line, column::TOTAL, words);
    // A tap on a line drills into it: the same choice that the address has as `code=`.
    let open =
        |entry: Entry, code: Option<&String>| Entry { choice: code.map(|code| Choice::new(name::CODE, code)), ..entry };
    let mut entries = by_size(leaves(table).map(|line| open(cell(line), line.code.as_ref())).collect());
    entries.truncate(10);
    let lines: Vec<_> = table.first_level().collect();
    give_shares(&mut entries, total(table, column::TOTAL, &lines, words).money);
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }
    let first = entries.first()?;
    let (zh, en) = ("最大的一笔是{0}：{1}。", "The largest line is {0}: {1}.");
    let row = |entry: &Entry| Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)]);
    let head = [words.pick("科目", "Line"), words.pick("金额", "Amount"), words.pick("占比", "Share")];
    Some(Figure {
        // The amount knows where it is printed, so the sentence links it.
        answer: words.tell(zh, en, &[&first.short, &first.with_unit(words)]),
        legend: (0..entries.len()).collect(),
        plot: Plot::Lens((0..entries.len()).collect()),
        grid: Grid::new(head, entries.iter().map(row).collect()),
        source: super::source::source(table, words),
        entries,
        ..QUESTION.figure(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Unit;
    use crate::words::Lang;

    #[test]
    fn the_example_answers_its_question_and_stands_in_the_guide() {
        let budget = crate::load::read(include_bytes!("../../budget.json")).unwrap().budget;
        let words = Words { lang: Lang::Zh, unit: Unit::Wan };
        let figure = (QUESTION.answer)(&budget, &Asked::default(), words).unwrap();
        assert_eq!(figure.answer, "最大的一笔是机关服务：2,671.39 万元。");
        let (example, _) = include_str!("largest.rs").split_once("\n#[cfg(test)]").unwrap();
        assert!(include_str!("../../CONTRIBUTING.md").contains(example), "CONTRIBUTING.md has another example");
    }
}
