//! Decides what a table is about by the words of its title.

use super::form::is_titled;
use crate::budget::{Kind, Role, Table};
use crate::money::Amount;

/// The kind of a table with this title; `None` where no word of the field's says it.
///
/// The most specific word comes first: a 三公 table is of the general public budget, too, and says so in its title.
pub fn kind(title: &str) -> Option<Kind> {
    let has = |words: &[&str]| words.iter().all(|word| title.contains(word));
    let any = |words: &[&str]| words.iter().any(|word| title.contains(word));
    // Forms of performance are about projects, and no tables of projects.
    if is_titled(title) {
        return Some(Kind::Performance);
    }
    let is_basic = has(&["基本支出"]);
    let is_economic = any(&["经济分类", "经济科目"]);
    let is_of_projects = any(&["项目", "专项业务", "专项经费"]);
    // 不含上年结转 says that a table has none of it.
    let is_carried = any(&["结转", "结余"]) && !any(&["不含", "不包括", "含上年"]);
    Some(match () {
        () if any(&["三公", "“三公”", "公务用车", "因公出国"]) => Kind::ThreePublic,
        () if has(&["机关运行"]) => Kind::AgencyOperating,
        () if any(&["政府采购", "采购预算", "购买服务"]) => Kind::Procurement,
        () if has(&["国有资本"]) => Kind::StateCapital,
        () if has(&["政府性基金", "收入"]) && !has(&["支出"]) => Kind::FundIncome,
        () if has(&["政府性基金"]) => Kind::FundExpenditure,
        // Basic expenditure by function is not the list of items, and projects by economic item are not the list of
        // projects.
        () if is_basic && has(&["功能"]) || is_of_projects && is_economic => return None,
        () if is_basic => Kind::BasicEconomic,
        () if has(&["财政拨款", "收", "支"]) && any(&["收支", "收入支出"]) => Kind::Appropriation,
        () if is_carried && (is_of_projects || has(&["支出"])) => Kind::CarriedProjects,
        () if is_of_projects && any(&["支出", "预算", "经费", "资金", "安排", "明细"]) => Kind::Projects,
        // What comes in is not what is spent.
        () if has(&["一般公共预算", "收入"]) && !any(&["支出", "收支"]) => return None,
        () if any(&["一般公共预算", "公共财政预算", "财政拨款支出"]) => Kind::GeneralPublic,
        // All that is spent, by economic items, is not what is spent by function.
        () if is_economic => return None,
        () if any(&["收支", "收入支出"]) => Kind::Balance,
        () if has(&["收入"]) => Kind::Income,
        () if has(&["支出"]) => Kind::Expenditure,
        () => return None,
    })
}

/// Removes the kind of tables of all appropriations that come to more than the general public budget, if the document
/// has a table of that, too: 财政拨款支出表 beside 一般公共预算支出表 is the same only where no other fund pays anything.
pub fn narrow(tables: &mut [Table]) {
    let total = |table: &Table| {
        let total = table.lines.iter().find(|line| line.role == Role::Total)?;
        total.amounts.get("total").map(Amount::decimal)
    };
    let is_public = |table: &Table| table.title.contains("一般公共预算");
    let public: Vec<_> =
        tables.iter().filter(|table| is_public(table)).map(|table| (table.kind, total(table))).collect();
    for table in tables {
        let is_more = |(kind, own): &(Option<Kind>, _)| *kind == table.kind && *own != total(table);
        let is_wide = matches!(table.kind, Some(Kind::GeneralPublic | Kind::BasicEconomic));
        if is_wide && table.title.contains("财政拨款") && !is_public(table) && public.iter().any(is_more) {
            table.kind = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::budget::Kind;

    #[test]
    fn the_most_special_word_of_a_title_says_its_kind() {
        for (title, expected) in [
            ("2026年部门收支总表", Some(Kind::Balance)),
            ("部门收入总体情况表", Some(Kind::Income)),
            ("支出预算总表", Some(Kind::Expenditure)),
            ("财政拨款收支总体情况表", Some(Kind::Appropriation)),
            ("一般公共预算支出情况表", Some(Kind::GeneralPublic)),
            ("一般公共预算基本支出表（按部门预算经济分类）", Some(Kind::BasicEconomic)),
            ("财政拨款“三公”经费及机关运行经费表", Some(Kind::ThreePublic)),
            ("一般公共预算机关运行经费支出预算表", Some(Kind::AgencyOperating)),
            ("政府性基金预算支出表", Some(Kind::FundExpenditure)),
            ("国有资本经营预算支出表", Some(Kind::StateCapital)),
            ("项目支出表", Some(Kind::Projects)),
            ("政府采购预算明细表", Some(Kind::Procurement)),
            ("项目支出绩效目标表", Some(Kind::Performance)),
            ("专项业务经费支出表（不含上年结转）", Some(Kind::Projects)),
            ("财政拨款上年结转资金支出表", Some(Kind::CarriedProjects)),
            ("支出总表（不含上年结转）", Some(Kind::Expenditure)),
            ("一般公共预算支出明细表（按支出经济分类科目）", Some(Kind::GeneralPublic)),
            ("一般公共预算基本支出明细表（按支出功能分类科目）", None),
            ("一般公共预算项目支出情况表（按经济分类科目）", None),
            ("支出总表（按经济分类）", None),
            ("一般公共预算收入表", None),
            ("人员编制情况", None),
            ("近期重点建设项目表", None),
        ] {
            assert_eq!(kind(title), expected, "{title}");
        }
    }
}
