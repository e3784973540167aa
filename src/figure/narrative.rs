//! What the document states outside its tables, as tables: the narrative's numbers, what is counted, the funds of forms.

use super::grid::{Cell, Grid, Row};
use super::section::Section;
use crate::budget::{Budget, Cells, Count, Statement};
use crate::money::{self, Amount, Unit};
use crate::words::Words;

/// The levels that a form's funds come from, by column id.
const LEVELS: [(&str, &str, &str); 6] = [
    ("total", "合计", "total"),
    ("central", "中央", "central"),
    ("province", "省", "province"),
    ("county", "市县", "city and county"),
    ("own", "单位自有", "own"),
    ("other", "其他", "other"),
];

/// One section a kind of statement, for those that the document has.
pub fn sections(budget: &Budget, words: Words) -> Vec<Section> {
    let unit = budget.document.unit;
    let all = [
        ("statements", ("情况说明中的数字", "Numbers of the narrative"), stated(&budget.statements, unit, words)),
        ("statements-procurement", ("政府采购", "Government procurement"), stated(&budget.procurement, unit, words)),
        ("counts-staff", ("人员", "Staff"), counted(&budget.staff, words)),
        ("counts-assets", ("国有资产", "State assets"), counted(&budget.assets, words)),
        ("form", ("部门整体支出绩效目标表的资金", "Funds of the department's performance form"), whole(budget, words)),
        ("forms", ("项目绩效目标表的资金", "Funds of the projects' performance forms"), forms(budget, words)),
    ];
    let section = |(address, (zh, en), grid): (&str, (&str, &str), Grid)| Section {
        address: Some(address.into()),
        title: words.pick(zh, en).into(),
        folded: true,
        grid: Some(grid),
        ..Section::default()
    };
    all.into_iter().filter(|(.., grid)| !grid.rows.is_empty()).map(section).collect()
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
            Cell::text(&count.name),
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
    let row = |kind: &str, cells: &Cells| {
        let cells: Vec<_> = cells.iter().map(|(id, amount)| (id.to_string(), *amount)).collect();
        let kind = kind.to_string();
        cells.into_iter().map(move |(id, amount)| Row::of([Cell::text(&kind), Cell::words(id), number(amount)]))
    };
    let rows = row(words.pick("来源", "Source"), &form.sources).chain(row(words.pick("用途", "Use"), &form.uses));
    let amount = words.say("金额（{0}）", "Amount ({1})", &[form.unit.zh(), form.unit.en()]);
    Grid::new([words.pick("资金", "Funds"), words.pick("项目", "Item"), &amount], rows.collect())
}

fn forms(budget: &Budget, words: Words) -> Grid {
    let forms = budget.projects.iter().filter_map(|project| project.form.as_ref());
    let row = |form: &crate::budget::Form| {
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
        rows: forms.map(row).collect(),
    }
}
