//! Gives lines their keys by their names, where no code is printed: functional classes, funds, expenses.

use crate::budget::{Coordinates, Kind, Line, Role, Side, Table, Tree, id_of, keys, of_words};

/// Economic items by their names in the classification: those that figures and checks ask for, and the commonest beside.
const ITEMS: [(&str, &str); 24] = [
    ("wages", "工资福利支出"),
    ("goods-services", "商品和服务支出"),
    ("grants", "对个人和家庭的补助"),
    ("capital", "资本性支出"),
    ("basic-pay", "基本工资"),
    ("allowances", "津贴补贴"),
    ("performance-pay", "绩效工资"),
    ("pension-insurance", "机关事业单位基本养老保险缴费"),
    ("annuity", "职业年金缴费"),
    ("medical-insurance", "职工基本医疗保险缴费"),
    ("civil-servants-medical", "公务员医疗补助缴费"),
    ("other-insurance", "其他社会保障缴费"),
    ("housing-fund", "住房公积金"),
    ("office", "办公费"),
    ("printing", "印刷费"),
    ("water", "水费"),
    ("electricity", "电费"),
    ("overseas", "因公出国（境）费用"),
    ("reception", "公务接待费"),
    ("vehicle-purchase", "公务用车购置"),
    ("vehicle-running", "公务用车运行维护费"),
    ("retired-cadres", "离休费"),
    ("pensions", "退休费"),
    ("office-equipment", "办公设备购置"),
];

/// Gives the lines of all tables their keys. The classes' names are of the whole document: one table may print them with
/// their codes, and another without.
pub fn give(tables: &mut [Table], year: u16) {
    let meant = keys(tables, year);
    for (table, meant) in tables.iter_mut().zip(meant) {
        for (line, key) in meant {
            table.lines[line].key = Some(key);
        }
        for (key, name) in ITEMS.iter().filter(|_| table.kind == Some(Kind::BasicEconomic)) {
            let is_it = |line: &&mut Line| line.name == *name && line.role == Role::Item && line.subject().is_none();
            let mut lines = table.lines.iter_mut().filter(is_it);
            // What is printed once for each unit is no single item.
            if let (Some(line), None) = (lines.next(), lines.next()) {
                line.key = Some((*key).into());
            }
        }
        if let Some(total) = total_of_expenses(table) {
            table.lines[total].key = Some("three-public".into());
        }
        let tree = table.tree();
        let funds: Vec<(usize, String)> =
            (0..table.lines.len()).filter_map(|line| carried(table, &tree, line)).collect();
        for (line, key) in funds {
            table.lines[line].key = Some(key);
        }
    }
}

/// The line that is the sum of the three public expenses: where the table adds up nothing else, its total.
fn total_of_expenses(table: &Table) -> Option<usize> {
    let has_others = ["meetings", "training", "agency-operating", "three-public"]
        .iter()
        .any(|key| table.lines.iter().any(|line| line.key.as_deref() == Some(*key)) || table.has_column(key));
    if table.kind != Some(Kind::ThreePublic) || has_others {
        return None;
    }
    let has_some = table.lines.iter().any(|line| line.key.as_deref() == Some("reception"));
    let mut totals = (0..table.lines.len()).filter(|line| table.lines[*line].role == Role::Total);
    totals.next().filter(|total| has_some && totals.next().is_none() && table.lines[*total].key.is_none())
}

/// The key of a fund below 上年结转, made from the key of the same fund of this year.
fn carried(table: &Table, tree: &Tree, line: usize) -> Option<(usize, String)> {
    let above = &table.lines[tree.parent(line)?];
    let own = &table.lines[line];
    let is_carried = above.key.as_deref().is_some_and(|key| key.ends_with("carry-over"));
    if !is_carried || own.key.is_some() || own.code.is_some() {
        return None;
    }
    let twin =
        table.lines.iter().find(|other| other.name == own.name && other.side == own.side && other.key.is_some())?;
    Some((line, format!("carry-over-{}", twin.key.as_deref()?)))
}

/// The key of a line of a balance that is one of its sums: of all money, or in a table of appropriations of these.
pub fn key(line: &Line, kind: Option<Kind>) -> Option<&'static str> {
    let is_appropriated = kind == Some(Kind::Appropriation);
    let of = |all, appropriated| if is_appropriated { appropriated } else { all };
    Some(match (line.name.as_str(), line.side) {
        ("本年收入合计", _) => of("current-income", "current-appropriation"),
        ("本年支出合计", _) => of("current-expenditure", "current-appropriation-expenditure"),
        ("收入总计", _) => of("income", "appropriation"),
        ("支出总计", _) => of("expenditure", "appropriation-expenditure"),
        ("年终结转" | "年终结转结余" | "结转下年", _) => "year-end-carry-over",
        // State capital is one fund, and not all money.
        (_, Some(_)) if kind == Some(Kind::StateCapital) => return None,
        (_, Some(Side::Income)) if line.role == Role::Total => of("income", "appropriation"),
        (_, Some(Side::Expenditure)) if line.role == Role::Total => of("expenditure", "appropriation-expenditure"),
        _ => return None,
    })
}

/// The key of a line of the three public expenses, by its name.
pub fn expense(line: &Line, table: &Table) -> Option<&'static str> {
    let is_of_expenses = table.kind == Some(Kind::ThreePublic);
    if !is_of_expenses || line.code.is_some() || line.is.is_some() {
        return None;
    }
    let expense = of_words(&line.name, 0, true).expense;
    let is_one =
        !line.of_which && !["人次", "辆", "数量", "批次", "人数", "占"].iter().any(|word| line.name.contains(word));
    id_of(&Coordinates { expense: Some(expense?), ..Coordinates::default() }).filter(|_| is_one)
}
