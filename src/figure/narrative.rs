//! What the document states outside its tables, as tables: the narrative's numbers, what is counted, the funds
//! of forms. Each line has an address, as those of the official tables have.

use super::entry::Trace;
use super::grid::{Cell, Grid, Row};
use super::section::Section;
use crate::budget::{Budget, Count, Form, LEVELS, Stated, Statement};
use crate::money::{self, Amount, Unit};
use crate::words::Words;

impl Stated {
    /// Where its line number `i` stands, which is called `line`.
    pub fn trace(self, i: usize, line: &str, words: Words) -> Trace {
        let (_, zh, en) = self.names();
        Trace {
            table: words.pick(zh, en).into(),
            line: line.into(),
            column: words.pick("金额", "Amount").into(),
            address: self.address(i),
        }
    }

    /// Its section, if it has lines.
    fn section(self, mut grid: Grid, words: Words) -> Option<Section> {
        for (i, row) in grid.rows.iter_mut().enumerate() {
            row.address = Some(self.address(i));
        }
        let (address, zh, en) = self.names();
        (!grid.rows.is_empty()).then(|| Section {
            address: Some(address.into()),
            title: words.pick(zh, en).into(),
            folded: true,
            grid: Some(grid),
            ..Section::default()
        })
    }
}

/// Where a statement stands among those of its list.
pub fn of_statement(budget: &Budget, statement: &Statement, words: Words) -> Option<Trace> {
    let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
    lists.into_iter().find_map(|(list, statements)| {
        let i = statements.iter().position(|other| std::ptr::eq(other, statement))?;
        Some(list.trace(i, &statement.name, words))
    })
}

/// One section a list, for those that the document has.
pub fn sections(budget: &Budget, words: Words) -> Vec<Section> {
    let unit = budget.document.unit;
    let all = [
        (Stated::Narrative, stated(&budget.statements, unit, words)),
        (Stated::Procurement, stated(&budget.procurement, unit, words)),
        (Stated::Staff, counted(&budget.staff, words)),
        (Stated::Assets, counted(&budget.assets, words)),
        (Stated::Form, whole(budget, words)),
        (Stated::Forms, forms(budget, words)),
    ];
    all.into_iter().filter_map(|(list, grid)| list.section(grid, words)).collect()
}

fn number(amount: Option<Amount>) -> Cell {
    Cell::text(amount.map(|amount| money::text(amount.decimal())).unwrap_or_default())
}

fn stated(statements: &[Statement], document: Unit, words: Words) -> Grid {
    let row = |statement: &Statement| {
        let unit = statement.unit.unwrap_or(document);
        Row::of([
            Cell::text(&statement.name),
            Cell::words(&statement.section),
            number(statement.amount),
            Cell::words(words.pick(unit.zh(), unit.en())),
            number(statement.share),
            number(statement.change),
            number(statement.rate),
            Cell::text(statement.count.map(|count| count.to_string()).unwrap_or_default()),
        ])
    };
    let head = [
        words.pick("事项", "Subject"),
        words.pick("部分", "Section"),
        words.pick("金额", "Amount"),
        words.pick("单位", "Unit"),
        words.pick("占比（%）", "Share (%)"),
        words.pick("比上年", "Change"),
        words.pick("变化率（%）", "Rate (%)"),
        words.pick("个数", "Count"),
    ];
    Grid::new(head, statements.iter().map(row).collect())
}

fn counted(counts: &[Count], words: Words) -> Grid {
    let row = |count: &Count| {
        Row::of([
            Cell::text(words.lang.name(&count.name, count.name_en.as_deref())),
            number(Some(count.value)),
            Cell::words(&count.unit),
            Cell::words(count.section.as_deref().unwrap_or("")),
            Cell::words(count.as_of.as_deref().unwrap_or("")),
        ])
    };
    let head = [
        words.pick("项目", "Item"),
        words.pick("数量", "Number"),
        words.pick("单位", "Unit"),
        words.pick("部分", "Section"),
        words.pick("截至", "As of"),
    ];
    Grid::new(head, counts.iter().map(row).collect())
}

fn whole(budget: &Budget, words: Words) -> Grid {
    let Some(form) = &budget.performance else { return Grid::default() };
    let sides = [(words.pick("资金来源", "Sources"), &form.sources), (words.pick("资金用途", "Uses"), &form.uses)];
    let rows = sides.into_iter().flat_map(|(side, cells)| {
        cells.iter().map(move |(id, amount)| {
            let name = super::performance::fund(budget, id, words);
            Row::of([Cell::text([side, " · ", name].concat()), number(*amount)])
        })
    });
    let amount = words.say("金额（{0}）", "Amount ({1})", &[form.unit.zh(), form.unit.en()]);
    Grid::new([words.pick("资金", "Funds"), &amount], rows.collect())
}

fn forms(budget: &Budget, words: Words) -> Grid {
    let row = |form: &Form| {
        let amounts = [&form.period, &form.annual].into_iter();
        let amounts = amounts.flat_map(|cells| LEVELS.iter().map(|(id, ..)| number(cells.get(id))));
        let unit = Cell::words(words.pick(form.unit.zh(), form.unit.en()));
        Row::of([Cell::text(&form.name), unit].into_iter().chain(amounts).collect::<Vec<_>>())
    };
    let levels = LEVELS.iter().map(|(_, zh, en)| String::from(words.pick(zh, en)));
    let head = [words.pick("项目", "Project").to_string(), words.pick("单位", "Unit").into()];
    let group = |zh, en| (String::from(words.pick(zh, en)), LEVELS.len());
    Grid {
        groups: vec![(String::new(), 2), group("项目期", "Whole term"), group("本年", "This year")],
        head: head.into_iter().chain(levels.clone()).chain(levels).collect(),
        rows: published(budget).map(row).collect(),
    }
}

/// The forms that are published, in the projects' order.
fn published(budget: &Budget) -> impl Iterator<Item = &Form> {
    budget.projects.iter().filter_map(|project| project.form.as_ref())
}

/// Where one of a form's funds stands among those that are published: this year's, or the whole term's, of a level.
pub fn of_fund(budget: &Budget, form: &Form, annual: bool, level: &str, words: Words) -> Option<Trace> {
    let i = published(budget).position(|other| std::ptr::eq(other, form))?;
    Some(Trace { column: fund_column(annual, level, words), ..Stated::Forms.trace(i, &form.name, words) })
}

/// The heading of a form's funds.
pub fn fund_column(annual: bool, level: &str, words: Words) -> String {
    let (zh, en) = if annual { ("本年{0}", "{0}, this year") } else { ("项目期{0}", "{0}, whole term") };
    words.say(zh, en, &[level])
}
