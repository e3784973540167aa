//! Performance indicators as a table: what is measured, and what is to be reached.

use super::grid::{Cell, Grid, Row};
use crate::budget::Indicator;
use crate::words::{Lang, Words};

/// The indicators under their first level, which is told once; a column of targets only where there are any.
pub fn indicators(all: &[Indicator], words: Words) -> Option<Grid> {
    let period = all.iter().any(|indicator| indicator.period.is_some());
    let annual = all.iter().any(|indicator| indicator.annual.is_some());
    let columns = [
        (true, words.pick("指标", "Indicator")),
        (true, words.pick("类型", "Kind")),
        (period, words.pick("项目期目标", "Whole term")),
        (annual, words.pick("本年目标", "This year")),
    ];
    let shown = |all: [Cell; 4]| columns.iter().zip(all).filter(|(column, _)| column.0).map(|(_, cell)| cell).collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut group = "";
    for indicator in all {
        if indicator.group != group {
            group = &indicator.group;
            let blank = Cell::default;
            rows.push(Row {
                cells: shown([Cell::text(term(group, words)), blank(), blank(), blank()]),
                ..Row::default()
            });
        }
        let kind = Cell::words(term(&indicator.kind, words));
        let cells = [
            Cell::text(&indicator.name),
            kind,
            target(indicator.period.as_deref()),
            target(indicator.annual.as_deref()),
        ];
        rows.push(Row { cells: shown(cells), level: 2, ..Row::default() });
    }
    let head = columns.iter().filter(|column| column.0).map(|column| column.1.into()).collect();
    (!rows.is_empty()).then(|| Grid { groups: Vec::new(), head, rows })
}

fn target(target: Option<&str>) -> Cell {
    Cell::words(target.filter(|text| !text.is_empty()).unwrap_or("—"))
}

/// A word of the form's two upper levels. They are the same in every province, so they can be translated here.
fn term(zh: &str, words: Words) -> &str {
    let word = zh.strip_suffix("指标").unwrap_or(zh);
    if words.lang == Lang::Zh {
        return word;
    }
    match word {
        "产出" => "Output",
        "效益" => "Benefit",
        "满意度" => "Satisfaction",
        "数量" => "quantity",
        "质量" => "quality",
        "时效" => "timeliness",
        "成本" => "cost",
        "经济效益" => "economic",
        "社会效益" => "social",
        "生态效益" => "ecological",
        "可持续影响" => "lasting effect",
        "服务对象" | "服务对象满意度" => "people served",
        _ => word,
    }
}
