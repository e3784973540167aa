//! Finds the kind of a table by its title.

use std::borrow::Cow;

use crate::budget::heading::of_words;
use crate::budget::{Fund, Kind, Origin, Part, Side, Table, plain};

/// Words of a title that differ from place to place and do not tell what the table is about.
const FILLERS: [&str; 11] = ["部门", "单位", "本级", "综合", "预算", "决算", "情况", "总", "体", "年度", "年"];

/// The tables without a kind, each with the kind that its title names, if no other table of the document has that.
pub fn meant(tables: &[Cow<Table>], year: u16) -> Vec<(usize, Kind)> {
    let unknown = tables.iter().enumerate().filter(|(_, table)| matches!(table.kind, None | Some(Kind::Other)));
    let named = unknown.filter_map(|(i, table)| Some((i, of_title(table, year)?)));
    // Basic expenditure of the general public budget goes before that of all appropriations.
    let is_wide = |i: usize| of_words(&tables[i].title, year, false).fund == Some(Fund::Appropriation);
    let (wide, narrow): (Vec<_>, Vec<_>) = named.partition(|(i, _)| is_wide(*i));
    let mut said: Vec<Kind> = Vec::new();
    for kind in tables.iter().filter_map(|table| table.kind) {
        if !said.contains(&kind) {
            said.push(kind);
        }
    }
    let mut found: Vec<(usize, Kind)> = Vec::new();
    for (i, kind) in narrow.into_iter().chain(wide) {
        let is_taken = said.contains(&kind) || found.iter().any(|(_, own)| *own == kind);
        if !is_taken {
            found.push((i, kind));
        }
    }
    found
}

/// The kind that a title names, if it is one that figures ask for.
fn of_title(table: &Table, year: u16) -> Option<Kind> {
    let title = plain(&table.title).replace("收入支出", "收支");
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if !has(&["表"]) || has(&["绩效", "目录", "用途", "征收"]) {
        return None;
    }
    if let Some((_, kind)) = [
        ("三公", Kind::ThreePublic),
        ("采购", Kind::Procurement),
        ("机关运行", Kind::AgencyOperating),
        ("国有资本", Kind::StateCapital),
    ]
    .into_iter()
    .find(|(word, _)| has(&[word]))
    {
        return Some(kind);
    }
    let about = of_words(&title, year, false);
    match (about.fund, about.part) {
        (Some(Fund::GovernmentFund), _) => Some(if has(&["支"]) { Kind::FundExpenditure } else { Kind::FundIncome }),
        (_, Some(Part::Basic)) => {
            (is_economic(table) && !has(&["功能"]) && !has(&["项目支出"])).then_some(Kind::BasicEconomic)
        }
        (_, Some(Part::Project)) => {
            let is_carried = about.origin == Some(Origin::Carried) && !has(&["含上年", "包括上年"]);
            Some(if is_carried { Kind::CarriedProjects } else { Kind::Projects })
        }
        (_, Some(_)) => None,
        _ if has(&["经济", "项目"]) || is_economic(table) => None,
        (Some(Fund::GeneralPublic), None) => (has(&["支出"]) && !has(&["收支"])).then_some(Kind::GeneralPublic),
        (Some(Fund::Appropriation), None) => (has(&["收支"]) && has_sides(table)).then_some(Kind::Appropriation),
        (Some(_), None) => None,
        (None, None) => {
            // Text in brackets, and years, only describe the same table further.
            let head = plain(table.title.split(['（', '(']).next().unwrap_or_default()).replace("收入支出", "收支");
            let bare = FILLERS.iter().fold(head, |head, filler| head.replace(filler, ""));
            match bare.trim_start_matches(|c: char| c.is_ascii_digit()) {
                "收支表" if has_sides(table) => Some(Kind::Balance),
                "收入表" => Some(Kind::Income),
                "支出表" => Some(Kind::Expenditure),
                _ => None,
            }
        }
    }
}

/// Whether a table prints income and expenditure side by side.
fn has_sides(table: &Table) -> bool {
    let has = |side| table.lines.iter().any(|line| line.side == Some(side));
    has(Side::Income) && has(Side::Expenditure)
}

/// Whether the lines of a table are items of the economic classification.
fn is_economic(table: &Table) -> bool {
    let is_item = |code: &str| code.starts_with("30");
    table.lines.iter().any(|line| line.code.as_deref().is_some_and(is_item) || line.name.trim() == "工资福利支出")
}
