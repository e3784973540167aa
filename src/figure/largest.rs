//! The figure on the largest lines of the budget, the example of CONTRIBUTING.md.
//!
//! Source: the expenditure table (支出总表), its lines of the innermost level.

use super::classes::give_shares;
use super::entry::{Entry, by_size};
use super::grid::{Cell, Grid, Row};
use super::items::leaves;
use super::total::total;
use super::{Figure, Param, Plot, Query, Question, param};
use crate::budget::{Budget, Kind, column};
use crate::locale::Locale;

pub const QUESTION: Question = Question {
    id: "largest",
    question: ("最大的几笔钱是什么？", "What are the largest lines?"),
    answer: largest,
    params: &[],
    lacking: ("没有支出总表", "no table of expenditure"),
};

fn largest(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let table = budget.table(Kind::Expenditure)?;
    let cell = |line| Entry::of_cell(table, line, column::TOTAL, locale);
    // A tap on a line drills into it: it sets the address's parameter `code=`.
    let open =
        |entry: Entry, code: Option<&String>| Entry { param: code.map(|code| Param::new(param::CODE, code)), ..entry };
    let mut entries = by_size(leaves(table).map(|line| open(cell(line), line.code.as_ref())).collect());
    entries.truncate(10);
    let lines: Vec<_> = table.first_level().collect();
    give_shares(&mut entries, total(table, column::TOTAL, &lines, locale).money);
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }
    let first = entries.first()?;
    let (zh, en) = ("最大的一笔是{0}：{1}。", "The largest line is {0}: {1}.");
    let row = |entry: &Entry| Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)]);
    let head = [locale.tr("科目", "Line"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")];
    Some(Figure {
        // The amount knows where it is printed, so the sentence links to that place.
        answer: locale.tell(zh, en, &[&first.short, &first.with_unit(locale)]),
        legend: (0..entries.len()).collect(),
        plot: Plot::Lens((0..entries.len()).collect()),
        grid: Grid::new(head, entries.iter().map(row).collect()),
        source: super::source::source(table, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::money::Unit;

    #[test]
    fn the_example_answers_its_question_and_stands_in_the_guide() {
        let budget = crate::load::read(include_bytes!("../../budget.json")).unwrap().budget;
        let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
        let figure = (QUESTION.answer)(&budget, &Query::default(), locale).unwrap();
        assert_eq!(figure.answer, "最大的一笔是机关服务：2,671.39 万元。");
        let (example, _) = include_str!("largest.rs").split_once("\n#[cfg(test)]").unwrap();
        assert!(include_str!("../../CONTRIBUTING.md").contains(example), "CONTRIBUTING.md has another example");
    }
}
